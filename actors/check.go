package actors

import (
	"slices"
	"strings"
	"time"

	"parley"
)

// Verdict is what the dated tables say about a role: that a person had a title on
// a day.
type Verdict struct {
	Standing parley.Standing `json:"standing"`
	Person   Person          `json:"person"`            // the person that was taken to be meant; zero where nobody is known
	Why      Why             `json:"why"`               // what decided
	Held     []Tenure        `json:"held,omitempty"`    // the offices that the person held on the day, the highest first
	Claimed  []Tenure        `json:"claimed,omitempty"` // the person's own times in the office that the title means
	Holders  []Tenure        `json:"holders,omitempty"` // who held that office on the day
}

// Why is what decided on a verdict.
type Why string

// What can decide.
const (
	HeldIt         Why = "the person held the office on the day"
	HeldItAbout    Why = "the person held the office about that day; the dates are not sure to the day"
	HeldItBefore   Why = "the person held the office before, as the title says"
	HeldItThen     Why = "the person held the office at another time"
	HeldAnother    Why = "the person held another office on the day, and someone else this one"
	StillHeldIt    Why = "the title says that the person left the office, but he held it on the day"
	NobodyKnown    Why = "nobody of the name is known"
	OfficeUnknown  Why = "no such office is known"
	NoTenureKnown  Why = "nothing is known of the person's offices on the day"
	TitleTooVague  Why = "the title names no office of its own"
	DayMissing     Why = "there is no day to check against"
	NoHolderIsSure Why = "it is not known who held the office on the day"
)

// Check compares a role with the dated tables. The title may name the state
// itself; else state is its id, or empty. The day is ISO 8601.
func (k *Known) Check(person, title, state, day string) Verdict {
	t, of := k.titled(title, state)
	if day == "" {
		return Verdict{Standing: parley.StandingUnknown, Why: DayMissing}
	}
	var best Verdict
	for i, n := range k.held.byName(withoutHonorifics(person)) {
		if i == mostNamed || n.match == PartName && i > 0 {
			break
		}
		v := k.checkOne(n.person, t, of, day)
		if best.Standing == "" || v.better(best) {
			best = v
		}
	}
	if best.Standing == "" {
		best = Verdict{Standing: parley.StandingUnknown, Why: NobodyKnown}
		if of != "" {
			best.Holders = k.holders(k.officesFor(t, of), day)
		}
	}
	return best
}

// better reports whether a verdict on one bearer of a name goes before another's:
// of several, one who held the office is meant; only if none did, the first counts.
func (v Verdict) better(other Verdict) bool {
	order := map[parley.Standing]int{parley.Confirmed: 2, parley.StandingUnknown: 0, parley.AtOdds: 1}
	return order[v.Standing] > order[other.Standing] && (v.Standing == parley.Confirmed || other.Person.ID == "" || len(other.Held) == 0 && len(other.Claimed) == 0)
}

// checkOne checks one bearer of the name.
func (k *Known) checkOne(person int32, t Title, of, day string) Verdict {
	who := k.held.people[person]
	v := Verdict{Standing: parley.StandingUnknown, Person: who, Held: k.Offices(who.ID, day)}
	v.Claimed = k.claimed(person, t, of)
	if of == "" && len(v.Held) > 0 {
		of = v.Held[0].Office.Of
	}
	if of != "" {
		v.Holders = k.holders(k.officesFor(t, of), day)
	}
	v.judge(t, day)
	return v
}

// claimed returns a person's times in the office that a title means.
func (k *Known) claimed(person int32, t Title, of string) []Tenure {
	var out []Tenure
	for _, at := range k.held.byPerson[person] {
		tenure := k.tenure(at)
		if o := tenure.Office; (of == "" || o.Of == of || k.entries[of].Of == o.Of || k.entries[o.Of].Of == of) && t.claims(&o.Title, k.ledBy[o.Of]) {
			out = append(out, tenure)
		}
	}
	return out
}

// claims reports whether a title can mean an office of the person who bears it:
// it fits, or leaves out where an envoy is sent or what a head is over, or names
// that in fewer or more words.
func (t *Title) claims(o *Title, led Rank) bool {
	if t.Field == "" && t.To == "" && t.Deputy == o.Deputy && t.Rank != Other && (t.Rank == o.Rank || t.Rank == Envoy && o.Rank == Ambassador) {
		return t.Rank != President && t.Rank != PrimeMin && t.Rank != Monarch || o.Field == ""
	}
	if t.Rank == o.Rank && t.Deputy == o.Deputy && t.To == o.To && (t.Rank == Speaker || t.Rank == Head || t.Rank == StaffChief || t.Rank == Commander || t.Rank == Adviser) {
		words, others := strings.Fields(t.Field), strings.Fields(o.Field)
		return allIn(words, others) || allIn(others, words)
	}
	return t.fits(o, led) > 0
}

// allIn reports whether there are words and all are among others.
func allIn(words, others []string) bool {
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(others, w) })
}

// judge decides on what was gathered.
func (v *Verdict) judge(t Title, day string) {
	if t.Rank == MemberRank || t.Rank == Other && t.Field == "" {
		v.Why = TitleTooVague
		return
	}
	sure := Certainty(0)
	nearly, ended := false, false
	for _, c := range v.Claimed {
		sure = max(sure, c.Covers(day))
		nearly = nearly || c.near(day)
		ended = ended || c.To != "" && c.To < day
	}
	switch {
	case t.Former && ended:
		v.Standing, v.Why = parley.Confirmed, HeldItBefore
	case t.Former && sure == 1 && !nearly:
		v.Standing, v.Why = parley.AtOdds, StillHeldIt
	case t.Former:
		v.Why = NoTenureKnown
	case sure == 1:
		v.Standing, v.Why = parley.Confirmed, HeldIt
	case sure > 0 || nearly:
		v.Standing, v.Why = parley.Confirmed, HeldItAbout
		if sure > 0 && sure < 0.5 {
			v.Standing = parley.StandingUnknown
		}
	default:
		v.judgeOthers(t, day)
	}
}

// judgeOthers decides where the person did not hold the office on the day: it is
// at odds only where someone else is known to have held it, and the person
// another office or the same at another time.
func (v *Verdict) judgeOthers(t Title, day string) {
	other := slices.ContainsFunc(v.Holders, func(h Tenure) bool { return h.Person.ID != v.Person.ID && h.Covers(day) == 1 })
	elsewhere := slices.ContainsFunc(v.Held, func(h Tenure) bool { return h.Covers(day) == 1 && h.Office.weight() > 1 })
	vague := t.Field == "" && t.To == "" && (t.Rank == Minister || t.Rank == Spokesperson || t.Rank == Leader || t.Rank == Commander || t.Rank == Legislator ||
		t.Rank == Adviser || t.Rank == Judge || t.Rank == Head || t.Rank == Envoy || t.Rank == Ambassador || t.Rank == VicePresid) || t.Deputy || t.Rank == Spokesperson || t.Rank == Other
	switch {
	case vague && len(v.Claimed) == 0:
		v.Why = TitleTooVague
	case other && len(v.Claimed) > 0 && !vague:
		v.Standing, v.Why = parley.AtOdds, HeldItThen
	case other && elsewhere:
		v.Standing, v.Why = parley.AtOdds, HeldAnother
	case len(v.Holders) == 0:
		v.Why = NoHolderIsSure
	default:
		v.Why = NoTenureKnown
	}
}

// grace is for how many days around its bounds an office is taken as held: dates
// of appointment, oath and handing over differ between sources.
const grace = 14

// near reports whether a day lies just outside the bounds of a tenure.
func (t Tenure) near(day string) bool {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return false
	}
	for _, bound := range []string{t.From, t.To} {
		if b, err := time.Parse(time.DateOnly, bound); err == nil && at.Sub(b).Abs() <= grace*24*time.Hour {
			return true
		}
	}
	return false
}
