package actors

import (
	"math"
	"slices"
	"strings"

	"parley"
)

// mostNamed bounds how many people of one name are looked at.
const mostNamed = 12

// people adds the people whom a name can mean, with what their offices say. The
// title and the state that stand by the name count for those whose they are.
func (r *resolver) people(name string, title Title, of string) {
	if _, upper := cleaned(name); !upper {
		return
	}
	all := r.known.held.byName(withoutHonorifics(name))
	all = all[:min(len(all), mostNamed)] // Those of the name as written and in other spellings.
	start := len(r.found)
	for _, n := range all {
		if c := r.person(n, title, of); c.Confidence >= 0.25 {
			r.add(c)
		}
	}
	r.share(start)
}

// share turns the scores of the bearers of one name into confidences: what a
// score alone is worth, less what the others are worth beside it.
func (r *resolver) share(start int) {
	sharp := func(x float64) float64 { return math.Pow(x, 6) }
	total := 0.0
	for _, c := range r.found[start:] {
		total += sharp(c.Confidence)
	}
	for i := start; i < len(r.found); i++ {
		c := &r.found[i]
		c.Confidence = math.Sqrt(c.Confidence) * (0.35 + 0.65*sharp(c.Confidence)/total)
	}
}

// honorifics stand before a name and tell nothing of whose it is.
var honorifics = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "lord": true, "lady": true,
	"sheikh": true, "shaikh": true, "prof": true, "rev": true, "hon": true, "dame": true, "baroness": true, "mullah": true, "ayatollah": true,
	"prince": true, "princess": true, "comrade": true, "imam": true, "grand": true}

// withoutHonorifics drops them from the beginning of a name.
func withoutHonorifics(name string) string {
	for {
		first, rest, ok := strings.Cut(name, " ")
		if !ok || !honorifics[strings.ToLower(strings.TrimSuffix(first, "."))] {
			return name
		}
		name = strings.TrimSpace(rest)
	}
}

// reasonOf says how a name was found as a reason.
var reasonOf = map[NameMatch]ReasonKind{FullName: ByName, Surname: BySurname, PartName: ByPart, Respelled: BySpelling}

// person makes a candidate of a person that a name found.
func (r *resolver) person(n named, title Title, of string) Candidate {
	who := r.known.held.people[n.person]
	c := Candidate{ID: who.ID, Name: who.Name, Kind: parley.Person, Confidence: n.score, Reasons: []Reason{{reasonOf[n.match], who.Name}}}
	tenure, current := r.tenureFor(n.person, title, of)
	if tenure == nil {
		return c
	}
	c.Office, c.Of = tenure, r.known.partyOf(tenure.Office.Of)
	switch {
	case r.day == "":
	case current:
		c.Confidence *= 0.85 + 0.015*float64(tenure.Office.weight())
		c.Reasons = append(c.Reasons, Reason{InOffice, tenure.Office.Name})
	default:
		c.Confidence *= outOfOffice(tenure, r.day)
		c.Reasons = append(c.Reasons, Reason{LeftOffice, tenure.Office.Name})
	}
	switch {
	case of != "" && (of == tenure.Office.Of || r.known.partyOf(of) == c.Of):
		c.Confidence *= 1.1
		c.Reasons = append(c.Reasons, Reason{OfState, of})
	case of != "":
		c.Confidence *= 0.6
	case r.inPlay(c.Of):
		c.Confidence *= 1.1
		c.Reasons = append(c.Reasons, Reason{InPlay, c.Of})
	}
	if title.Rank != "" && title.Rank != Other && title.Rank != MemberRank {
		if title.claims(&tenure.Office.Title, r.known.ledBy[tenure.Office.Of]) {
			c.Confidence *= 1.2
			c.Reasons = append(c.Reasons, Reason{ByOffice, tenure.Office.Name})
		} else {
			c.Confidence *= 0.85
		}
	}
	return c
}

// outOfOffice lowers the confidence in someone who holds no office on the day:
// little soon before or after one, more the further the day is.
func outOfOffice(t *Tenure, day string) float64 {
	if len(day) < 4 {
		return 1
	}
	distance := yearsFrom(t.From, t.To, t.Seen, day)
	switch {
	case distance <= 2:
		return 0.9
	case distance <= 10:
		return 0.75
	case distance <= 20:
		return 0.6
	}
	return 0.35
}

// yearsFrom returns how many years a day is from the bounds of a tenure.
func yearsFrom(from, to, seen, day string) int {
	distance := 99
	for _, bound := range [...]string{from, to, seen} {
		if len(bound) >= 4 {
			distance = min(distance, abs(year(bound)-year(day)))
		}
	}
	return distance
}

// year reads the year of a day; what is none counts as the year 0.
func year(day string) int {
	y := 0
	for i := range 4 {
		if day[i] < '0' || day[i] > '9' {
			return 0
		}
		y = 10*y + int(day[i]-'0')
	}
	return y
}

// abs returns the distance of a number from 0.
func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// tenureFor picks the office of a person that says most here: one that fits the
// title, of the state named, held on the day, high.
func (r *resolver) tenureFor(person int32, title Title, of string) (*Tenure, bool) {
	h := r.known.held
	best, bestScore, bestCurrent := int32(-1), -1000, false
	for _, at := range h.byPerson[person] {
		span := &h.spans[at]
		sure := h.covers(at, r.day)
		score := r.scored(&h.offices[span.office], title, of)
		switch {
		case sure == 1:
			score += 45
		case sure > 0:
			score += 40
		case r.day == "" && span.to == "":
			score += 3
		case len(r.day) >= 4:
			score -= min(yearsFrom(span.from, span.to, span.seen, r.day), 20)
		}
		if score > bestScore || score == bestScore && span.from > h.spans[best].from {
			best, bestScore, bestCurrent = at, score, sure > 0
		}
	}
	if best < 0 {
		return nil, false
	}
	t := r.known.tenure(best)
	return &t, bestCurrent
}

// scored says how much an office tells here, whenever it was held.
func (r *resolver) scored(o *Office, title Title, of string) int {
	score := o.weight()
	if of != "" && o.Of == of {
		score += 20
	}
	if title.Rank != "" && title.Rank != Other && title.claims(&o.Title, r.known.ledBy[o.Of]) {
		score += 30
	}
	if r.inPlay(o.Of) {
		score += 5
	}
	return score
}

// office adds those who hold the office that a title means on the day.
func (r *resolver) office(p phrase, mention string) {
	states := []string{p.of}
	sure := 0.9
	if p.of == "" {
		states = slices.Clone(r.context.States)
		if r.context.Speaker != "" && !slices.Contains(states, r.context.Speaker) {
			states = append([]string{r.context.Speaker}, states...)
		}
		sure = 0.7
	}
	for i, of := range states {
		r.officeOf(p.title, r.known.partyOf(of), of, sure-0.15*float64(min(i, 3)))
	}
	if p.of == "" && len(r.found) == 0 && len(states) > 0 && p.title.Rank != Other {
		p.of = states[0]
	}
	if p.of != "" && len(r.found) == 0 {
		r.unknownPerson(p, mention)
		if p.title.Rank == MemberRank || p.title.Rank == Spokesperson || p.title.Rank == Leader {
			return
		}
		r.found[len(r.found)-1].Reasons = append(r.found[len(r.found)-1].Reasons, Reason{NoHolder, mention})
	}
}

// officeOf adds the holders of an office of one state or organisation.
func (r *resolver) officeOf(title Title, state, body string, sure float64) {
	if state == "" || title.Rank == MemberRank {
		return
	}
	k := r.known
	offices := k.officesFor(title, body)
	if body != state && len(offices) == 0 {
		offices = k.officesFor(title, state)
	}
	tenures := k.holders(offices, r.day)
	for i, t := range tenures {
		if i == 3 {
			return
		}
		confidence := sure
		reasons := []Reason{{ByOffice, t.Office.Name}, {OfState, state}}
		if covers := t.Covers(r.day); covers < 1 {
			confidence *= 0.6 + 0.4*float64(covers)
			reasons = append(reasons, Reason{Unsure, t.From + "–" + t.To})
		}
		if i > 0 {
			confidence *= 0.6
		}
		if !t.Office.Single() && t.Office.Rank != Spokesperson && t.Office.Rank != Envoy {
			confidence *= 0.75 // Others may hold one like it of whom nothing is known.
		}
		if title.Former {
			continue
		}
		r.add(Candidate{ID: t.Person.ID, Name: t.Person.Name, Kind: parley.Person, Of: state, Office: &t, Confidence: confidence, Reasons: reasons})
	}
}
