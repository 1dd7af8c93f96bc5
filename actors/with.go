package actors

import (
	"fmt"
	"slices"
	"strings"

	"parley"
)

// With returns the tables with facts added. A fact stands over what the tables
// say of the same person in the same office at the same time, and ends the time
// of whoever is in the office without an end if only one can be. Of must be known
// by id or name. The tables themselves do not change.
func (k *Known) With(facts []Fact) (*Known, error) {
	b := newBuilder(k)
	for i := range facts {
		if err := b.add(&facts[i]); err != nil {
			return nil, fmt.Errorf("line %d: %w", facts[i].Line, err)
		}
	}
	out := *k
	out.held = b.done()
	return &out, nil
}

// builder makes new tables of office holders out of old ones.
type builder struct {
	known *Known
	held  *held
	own   uint8 // the number of the source "user"

	offices map[string]int32   // by officeKey
	spansOf map[string][]int32 // by state or organisation
	dropped map[int32]bool     // tenures that a fact stands over
}

// officeKey is the form in which an office is looked up.
func officeKey(of, name string) string { return of + " " + strings.ToLower(name) }

func newBuilder(k *Known) *builder {
	h := &held{sources: slices.Clone(k.held.sources), people: slices.Clone(k.held.people), offices: slices.Clone(k.held.offices),
		spans: slices.Clone(k.held.spans)}
	h.index()
	b := &builder{known: k, held: h, offices: map[string]int32{}, spansOf: map[string][]int32{}, dropped: map[int32]bool{}}
	for i, o := range h.offices {
		b.offices[officeKey(o.Of, o.Name)] = int32(i)
	}
	for i, s := range h.spans {
		of := h.offices[s.office].Of
		b.spansOf[of] = append(b.spansOf[of], int32(i))
	}
	for i, s := range h.sources {
		if s.Key == "user" {
			b.own = uint8(i)
			return b
		}
	}
	b.own = uint8(len(h.sources))
	h.sources = append(h.sources, Source{Key: "user", Name: "facts that the user added"})
	return b
}

// add adds one fact.
func (b *builder) add(f *Fact) error {
	of := f.Of
	if _, ok := b.known.ByID(of); !ok {
		e, found := b.known.Find(of)
		if !found {
			return fmt.Errorf("%q is neither a state nor an organisation that is known: %w", of, parley.ErrNotFound)
		}
		of = e.ID
	}
	person, office := b.person(f, of), b.office(f, of)
	fact := span{person: person, office: office, from: f.From, to: f.To, source: b.own}
	b.replace(fact)
	b.spansOf[of] = append(b.spansOf[of], int32(len(b.held.spans)))
	b.held.spans = append(b.held.spans, fact)
	return nil
}

// person finds the person of a fact, or adds him.
func (b *builder) person(f *Fact, of string) int32 {
	at, ok := b.held.ids[f.ID]
	if !ok && f.ID == "" {
		at, ok = b.sameName(f.Person, of)
	}
	if !ok {
		id := f.ID
		if id == "" {
			id = strings.ToLower(of) + "-" + strings.ReplaceAll(Soft(f.Person), " ", "-")
		}
		if at, ok = b.held.ids[id]; !ok {
			at = int32(len(b.held.people))
			b.held.ids[id] = at
			b.held.people = append(b.held.people, Person{ID: id, Name: f.Person})
		}
	}
	p := &b.held.people[at]
	for _, alias := range append([]string{f.Person}, f.Aliases...) {
		if alias != p.Name && !slices.Contains(p.Aliases, alias) {
			p.Aliases = append(slices.Clip(p.Aliases), alias)
		}
	}
	return at
}

// sameName finds the person of a state or organisation by the whole name.
func (b *builder) sameName(name, of string) (int32, bool) {
	for _, n := range b.known.held.byName(name) {
		if n.match != FullName {
			continue
		}
		for _, s := range b.known.held.byPerson[n.person] {
			if b.held.offices[b.held.spans[s].office].Of == of {
				return n.person, true
			}
		}
	}
	return 0, false
}

// office finds the office of a fact, or adds it.
func (b *builder) office(f *Fact, of string) int32 {
	key := officeKey(of, f.Office)
	at, ok := b.offices[key]
	if !ok {
		at = int32(len(b.held.offices))
		b.offices[key] = at
		b.held.offices = append(b.held.offices, Office{Of: of, Name: f.Office, Title: b.known.ParseTitle(f.Office)})
	}
	return at
}

// replace takes out what a fact stands over, and ends what it ends.
func (b *builder) replace(fact span) {
	o := &b.held.offices[fact.office]
	for _, i := range b.spansOf[o.Of] {
		s := &b.held.spans[i]
		other := &b.held.offices[s.office]
		if s.office != fact.office && (other.Title != o.Title || o.Rank == Other) {
			continue
		}
		switch {
		case s.person == fact.person && s.source != b.own && overlap(*s, fact):
			b.dropped[i] = true
		case s.to == "" && s.seen == "" && s.person != fact.person && fact.from > s.from && o.single():
			s.to = fact.from
		}
	}
}

// done returns the new tables.
func (b *builder) done() *held {
	kept := b.held.spans[:0]
	for i, s := range b.held.spans {
		if !b.dropped[int32(i)] {
			kept = append(kept, s)
		}
	}
	b.held.spans = kept
	b.held.index()
	return b.held
}

// overlap reports whether two tenures share a day.
func overlap(a, b span) bool {
	before := func(x, y string) bool { // whether x ends before y begins, as far as is known
		n := min(len(x), len(y))
		return x != "" && y != "" && x[:n] < y[:n]
	}
	return !before(a.to, b.from) && !before(b.to, a.from)
}

// single reports whether one person at a time holds the office.
func (o *Office) single() bool { return o.Title.Single() }
