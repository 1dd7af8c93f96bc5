package parley

import "iter"

// Kind is a kind of entry: a list of the reading.
type Kind string

// The kinds of entry, named as in the reading.
const (
	KindActor     Kind = "actors"
	KindRole      Kind = "roles"
	KindStatement Kind = "statements"
	KindDate      Kind = "dates"
	KindEvent     Kind = "events"
	KindCondition Kind = "conditions"
	KindDue       Kind = "dues"
	KindPosition  Kind = "positions"
	KindLabel     Kind = "labels"
	KindFigure    Kind = "figures"
)

// Kinds returns every kind of entry in the order of the reading.
func Kinds() []Kind {
	return []Kind{KindActor, KindRole, KindStatement, KindDate, KindEvent, KindCondition, KindDue, KindPosition, KindLabel, KindFigure}
}

// Part is a named piece of an entry's text, such as a statement's cue. Spans
// points into the entry, so that a change through it changes the entry.
type Part struct {
	Name  string
	Spans *Spans
}

// Entry is what the entries of all kinds have in common.
type Entry interface {
	// List names the list of the reading that the entry stands in.
	List() Kind
	// Key is the entry's id, unique in its reading; empty in gold that has none.
	Key() string
	// Parts returns the entry's pieces of text, its evidence first.
	Parts() []Part
	// Made returns who made the entry and how sure the maker is.
	Made() *Provenance
}

// Made returns the provenance itself; entries embed it.
func (p *Provenance) Made() *Provenance { return p }

// Evidence returns the piece of text that an entry is quoted by.
func Evidence(e Entry) Spans { return *e.Parts()[0].Spans }

// Hull returns the smallest span that holds all parts of an entry.
func Hull(e Entry) Span {
	var all Spans
	for _, p := range e.Parts() {
		all = append(all, *p.Spans...)
	}
	return all.Hull()
}

// Entries yields every entry of the reading, kind by kind, as pointers into it.
func (r *Reading) Entries() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		_ = each(r.Actors, yield) && each(r.Roles, yield) && each(r.Statements, yield) &&
			each(r.Dates, yield) && each(r.Events, yield) && each(r.Conditions, yield) &&
			each(r.Dues, yield) && each(r.Positions, yield) && each(r.Labels, yield) &&
			each(r.Figures, yield)
	}
}

// each yields pointers to the entries of one list and reports whether to go on.
func each[T any, P interface {
	*T
	Entry
}](list []T, yield func(Entry) bool) bool {
	for i := range list {
		if !yield(P(&list[i])) {
			return false
		}
	}
	return true
}
