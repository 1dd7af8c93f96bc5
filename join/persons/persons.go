// Package persons joins the persons of many documents: the same actor where name,
// role and time agree, and several where one name is told of people who cannot be
// one. In flow what documents make of the persons of one name, out flow the persons
// with what speaks for each join.
//
// The join is a pure function over what the ledger finds under a name, so that a new
// document costs nothing but its own rows, and no stored decision can go stale. The
// same sightings give the same persons in whatever order they come.
package persons

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Seen is a person as one document has it.
type Seen struct {
	Document string // id
	Day      string // of publication, YYYY-MM-DD or longer; empty: unknown
	Of       string // name of the state or body that the person belongs to; empty: not told
	Title    string // as the text gives it; empty: none
}

// Person is one person of many documents.
type Person struct {
	Seen   []Seen   // in the order of their days
	Of     []string // affiliations, the most frequent first
	Titles []string // as the texts give them, the newest first, each once
	From   string   // first day on which it is seen; empty: no day is known
	To     string   // last day
}

// Reason says why a sighting belongs to a person.
type Reason string

// The reasons, the strongest first.
const (
	SameTitle Reason = "same title"          // and no other affiliation
	SameOf    Reason = "same affiliation"    // with no other title at the time
	Nothing   Reason = "nothing against it"  // one of them tells too little
	Later     Reason = "another title later" // of the same affiliation, long after
	none      Reason = ""
)

// roleLife is how long after another title of the same person a new one is no
// surprise. Offices are held for years; a change within weeks is told as one.
const roleLife = 90 * 24 * time.Hour

// lifetime is how long after the last sight a whole name alone no longer joins: by
// then a name that nothing else connects is more likely another's.
const lifetime = 15 * 365 * 24 * time.Hour

// Group joins the sightings of one name. Those who are called by a whole name, with
// a given one, are one person unless both the state and the title differ: of 95
// names in 500 stories on wars whose titles differ from text to text all but a
// handful were one person's. Behind a family name alone it takes the title or the
// affiliation to join.
func Group(name string, seen []Seen) []Person {
	whole := strings.Contains(strings.TrimSpace(name), " ")
	seen = slices.Clone(seen)
	slices.SortFunc(seen, func(a, b Seen) int {
		return cmp.Or(cmp.Compare(rank(b), rank(a)), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Document, b.Document),
			cmp.Compare(a.Of, b.Of), cmp.Compare(a.Title, b.Title))
	})
	var out []Person
	for _, s := range seen {
		best, strength := -1, none
		for i := range out {
			if r := out[i].fits(s, whole); r != none && (best < 0 || stronger(r, strength)) {
				best, strength = i, r
			}
		}
		if best < 0 {
			out, best = append(out, Person{}), len(out)
		}
		out[best].Seen = append(out[best].Seen, s)
	}
	for i := range out {
		out[i].close()
	}
	slices.SortStableFunc(out, func(a, b Person) int { return cmp.Compare(len(b.Seen), len(a.Seen)) })
	return out
}

// rank tells how much a sighting says, so that those that say most make the persons
// and those that say little join them.
func rank(s Seen) int {
	n := 0
	if s.Of != "" {
		n += 2
	}
	if s.Title != "" {
		n++
	}
	return n
}

// stronger reports whether a reason is stronger than another.
func stronger(a, b Reason) bool {
	order := []Reason{SameTitle, SameOf, Later, Nothing}
	return slices.Index(order, a) < slices.Index(order, b)
}

// fits says why a sighting is of the person, or none.
func (p *Person) fits(s Seen, whole bool) Reason {
	best := Nothing
	for _, x := range p.Seen {
		switch r := fit(x, s, whole); {
		case r == none:
			return none
		case stronger(r, best):
			best = r
		}
	}
	return best
}

// fit compares two sightings.
func fit(x, s Seen, whole bool) Reason {
	same := x.Of != "" && x.Of == s.Of
	other := x.Of != "" && s.Of != "" && !same
	switch {
	case other && whole && x.Title != "" && s.Title != "" && kin(x.Title, s.Title):
		return SameTitle // An envoy is now of the state that sends, now of the one that he is sent to.
	case other:
		return none
	case x.Title == "" || s.Title == "":
		if same {
			return SameOf
		}
		return Nothing
	case kin(x.Title, s.Title):
		return SameTitle
	case same && apart(x.Day, s.Day) >= roleLife:
		return Later
	case same:
		return SameOf // A person of one state can bear two titles at a time.
	case whole && apart(x.Day, s.Day) < lifetime:
		return Nothing
	}
	return none
}

// kin reports whether two titles can be the same office: one has all the words of
// the other, whatever articles, adjectives and numbers stand by it.
func kin(a, b string) bool {
	x, y := words(a), words(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return len(x) > 0
}

// words returns the words of a title that tell, in lower case.
func words(title string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !('a' <= r && r <= 'z' || r > 127) }) {
		if !slices.Contains([]string{"the", "a", "an", "of", "s", "for", "to", "former", "then", "new", "outgoing", "acting"}, w) {
			out[w] = true
		}
	}
	return out
}

// apart returns how far two days are from each other, 0 where one is unknown.
func apart(a, b string) time.Duration {
	x, err := day(a)
	y, err2 := day(b)
	if err != nil || err2 != nil {
		return 0
	}
	return x.Sub(y).Abs()
}

// day reads the day of a day or time.
func day(s string) (time.Time, error) {
	return time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
}

// close fills in what follows from the sightings.
func (p *Person) close() {
	slices.SortStableFunc(p.Seen, func(a, b Seen) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Document, b.Document)) })
	counts := map[string]int{}
	for _, s := range slices.Backward(p.Seen) {
		if s.Of != "" {
			if counts[s.Of]++; counts[s.Of] == 1 {
				p.Of = append(p.Of, s.Of)
			}
		}
		if s.Title != "" && !slices.ContainsFunc(p.Titles, func(t string) bool { return strings.EqualFold(t, s.Title) }) {
			p.Titles = append(p.Titles, s.Title)
		}
		if s.Day != "" {
			p.From = s.Day
			if p.To == "" {
				p.To = s.Day
			}
		}
	}
	slices.SortStableFunc(p.Of, func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
}
