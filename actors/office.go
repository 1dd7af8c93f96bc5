package actors

import (
	"cmp"
	"slices"
	"strings"
)

// Office is an office of a state or organisation.
type Office struct {
	Of   string `json:"of"`   // id of the state or organisation whose office it is
	Name string `json:"name"` // as its source has it, without the state: "Minister of Foreign Affairs"
	Title
}

// Person is one who holds or held an office.
type Person struct {
	ID      string   `json:"id"`                // a Wikidata item ("Q58217"), else a key made of the name and the state
	Name    string   `json:"name"`              // the usual name
	Aliases []string `json:"aliases,omitempty"` // other names and spellings
}

// Tenure is one person's time in one office. A day is ISO 8601, and may be a
// month or a year where no more is known.
type Tenure struct {
	Person Person `json:"person"`
	Office Office `json:"office"`
	From   string `json:"from,omitempty"`  // the first day, or empty where it is not known
	To     string `json:"to,omitempty"`    // the last day, or empty where it is not known or not over
	Seen   string `json:"seen,omitempty"`  // where From is unknown: a day or month in which the office was held
	Source string `json:"source"`          // the key of the source, as in Sources
	AsOf   string `json:"as_of,omitempty"` // the day up to which the source knows
}

// Certainty says how surely a tenure covers a day.
type Certainty float64

// Covers tells how surely the tenure covers a day: 0 is not at all. A boundary
// of which only the month or year is known covers it half; so does the time after
// the last day that the source knows of, and the time around a day seen.
func (t Tenure) Covers(day string) Certainty { return covers(t.From, t.To, t.Seen, t.AsOf, day) }

// covers is Covers on the parts of a tenure.
func covers(from, to, seen, asOf, day string) Certainty {
	if day == "" {
		return 0
	}
	if seen != "" && from == "" && to == "" {
		return near(seen, day)
	}
	sure := Certainty(1)
	if from != "" {
		switch n := min(len(from), len(day)); {
		case day[:n] < from[:n]:
			return 0
		case day[:n] == from[:n] && len(from) < 10:
			sure = 0.6
		}
	}
	if to == "" {
		if asOf != "" && day > asOf {
			sure = 0.4
		}
		return sure
	}
	switch n := min(len(to), len(day)); {
	case day[:n] > to[:n]:
		return 0
	case day[:n] == to[:n] && len(to) < 10:
		sure = 0.6
	}
	return sure
}

// near tells how surely someone who was seen in an office in a month held it on a day.
func near(seen, day string) Certainty {
	n := min(len(seen), len(day))
	if seen[:n] == day[:n] {
		return 0.9
	}
	if len(day) >= 4 && seen[:4] == day[:4] {
		return 0.5
	}
	return 0
}

// Office finds the offices that a title can mean: those of the state or
// organisation with the given id, or of all where it is empty. The title may name
// the state itself ("Russian foreign minister"); then state may be empty. The
// offices whose own name is the title come first.
func (k *Known) Office(title, state string) []Office {
	var out []Office
	for _, o := range k.officesMeant(title, state) {
		out = append(out, k.held.offices[o])
	}
	return out
}

// officesMeant returns the indexes of the offices that a title of a state can
// mean: those of that very name, and then those that answer to what it says.
func (k *Known) officesMeant(title, state string) []int32 {
	named := k.officesNamed(title, state)
	t, of := k.titled(title, state)
	for _, o := range k.officesFor(t, of) {
		if !slices.Contains(named, o) {
			named = append(slices.Clip(named), o)
		}
	}
	return named
}

// officesNamed returns the indexes of the offices of a state whose name a title is.
func (k *Known) officesNamed(title, state string) []int32 {
	return k.held.names().offices[titleKey(state, title)]
}

// titleKey is the form under which an office is found by its own name.
func titleKey(of, name string) string { return of + " " + Soft(name) }

// titled reads a title with or without the state whose it is.
func (k *Known) titled(title, state string) (Title, string) {
	var p phrase
	words := strings.Fields(straightened(title))
	if len(words) == 0 || len(title) > 2*longestName {
		return Title{Rank: Other}, state
	}
	words = k.whose(&p, words)
	words = k.whoseBehind(&p, words)
	return k.ParseTitleIn(strings.Join(words, " "), cmp.Or(p.of, state)), cmp.Or(k.partyOf(p.of), state)
}

// officesFor returns the indexes of the offices that a title can mean, the best
// first: of a state or organisation, or of all where it is empty.
func (k *Known) officesFor(t Title, of string) []int32 {
	list := k.held.officesOf[of]
	if of == "" {
		list = k.held.allOffices
	}
	type match struct {
		office int32
		score  int
	}
	var found []match
	for _, i := range list {
		o := &k.held.offices[i]
		if score := t.fits(&o.Title, k.ledBy[o.Of]); score > 0 {
			found = append(found, match{i, score})
		}
	}
	slices.SortStableFunc(found, func(a, b match) int { return cmp.Compare(b.score, a.score) })
	out := make([]int32, 0, len(found))
	for _, m := range found {
		out = append(out, m.office)
	}
	return out
}

// fits tells how well an office of the tables answers to a title: 0 not at all.
// led is the rank of him who leads the office's state.
func (t *Title) fits(o *Title, led Rank) int {
	if t.Deputy != o.Deputy {
		return 0
	}
	score := fitsRank(t, o, led)
	switch {
	case score == 0 || t.To != o.To && (t.To != "" || t.Rank == Ambassador || t.Rank == Envoy && o.Rank == Ambassador):
		return 0
	case t.Field == o.Field:
		return score + 3
	case t.Field == "" && (t.Rank == Minister || t.Rank == Spokesperson || t.Rank == Legislator || t.Rank == Leader || t.Rank == Commander || t.Rank == Adviser):
		return score
	case o.Field == "" && o.Rank == Spokesperson, t.Field == "" && t.Rank == Head && led == "":
		return score // A head of an organisation that is no state, whatever the office is called.
	case t.To != "":
		return score
	}
	return 0
}

// fitsRank scores the ranks alone.
func fitsRank(t, o *Title, led Rank) int {
	switch {
	case t.Rank == Leader && t.Field == "":
		switch o.Rank {
		case led, Leader:
			return 4
		case President, PrimeMin, Monarch, Supreme, Head:
			if o.Field != "" {
				return 0
			}
			return 2
		}
		return 0
	case t.Rank == o.Rank:
		return 4
	case t.Rank == Envoy && o.Rank == Ambassador, t.Rank == Ambassador && o.Rank == Envoy && o.To == "UN":
		return 3
	case t.Rank == Head && (o.Rank == President || o.Rank == Leader) && t.Field == o.Field:
		return 2
	}
	return 0
}

// Holder finds who held an office on a day, the surest first. The office is a
// title, the state its id, as with Office; where several offices answer to the
// title, the holders of the best come first.
func (k *Known) Holder(office, state, day string) []Tenure {
	if held := k.holders(k.officesNamed(office, state), day); len(held) > 0 {
		return held
	}
	return k.holders(k.officesMeant(office, state), day)
}

// holders returns the tenures of offices that cover a day, office by office, the
// surest first; of two that are equally sure, the one that began later.
func (k *Known) holders(offices []int32, day string) []Tenure {
	var out []Tenure
	for _, o := range offices {
		start := len(out)
		for _, t := range k.held.byOffice[o] {
			if k.held.covers(t, day) > 0 {
				out = append(out, k.tenure(t))
			}
		}
		slices.SortStableFunc(out[start:], func(a, b Tenure) int {
			return cmp.Or(cmp.Compare(b.Covers(day), a.Covers(day)), strings.Compare(b.From, a.From))
		})
	}
	return out
}

// Offices returns the offices that the person with an id held on a day, the
// highest first; all his tenures, the latest first, where the day is empty.
func (k *Known) Offices(person, day string) []Tenure {
	at, ok := k.held.ids[person]
	if !ok {
		return nil
	}
	var out []Tenure
	for _, t := range k.held.byPerson[at] {
		if day == "" || k.held.covers(t, day) > 0 {
			out = append(out, k.tenure(t))
		}
	}
	slices.SortStableFunc(out, func(a, b Tenure) int {
		if day == "" {
			return strings.Compare(cmp.Or(b.From, b.Seen), cmp.Or(a.From, a.Seen))
		}
		return cmp.Or(cmp.Compare(b.Covers(day), a.Covers(day)), cmp.Compare(b.Office.weight(), a.Office.weight()), strings.Compare(b.From, a.From))
	})
	return out
}

// weights say how much news speaks of the holders of each rank.
var weights = map[Rank]int{President: 10, PrimeMin: 10, Supreme: 10, Monarch: 8, VicePresid: 6, Minister: 5, Head: 5, Envoy: 5, Ambassador: 4,
	Speaker: 5, Spokesperson: 4, StaffChief: 4, Commander: 4, Governor: 3, Adviser: 4, Mayor: 2, Legislator: 2, Judge: 1, MemberRank: 1, Other: 1, Leader: 8}

// weight tells how much news speaks of the office.
func (o *Office) weight() int {
	w := weights[o.Rank]
	switch {
	case o.Deputy:
		w = min(w, 2)
	case o.Rank == Minister && o.Field == "foreign":
		w = 8
	case o.Rank == Minister && (o.Field == "defence" || o.Field == "interior" || o.Field == "finance"):
		w = 6
	case o.Rank == Ambassador && o.To == "UN":
		w = 5
	case (o.Rank == Monarch || o.Rank == Head) && o.Field != "":
		w = 4
	}
	return w
}
