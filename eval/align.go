package eval

import (
	"cmp"
	"slices"

	"parley"
)

// alignment is the entries of one kind in one document, matched one to one.
type alignment struct {
	kind       parley.Kind
	gold, read []item
	fields     []string // names of the further fields
	matches    []match
}

// item is an entry with its key fields in words.
type item struct {
	entry parley.Entry
	key   string
}

// match is an entry of the gold with the entry of the reading that stands for it.
type match struct {
	gold, read int // places in the lists
	overlap    float64
	key        bool         // the key fields agree
	parts      bool         // all pieces of text have the same words
	fields     []fieldMatch // the further fields, in the rule's order
}

// fieldMatch is a further field of two matched entries.
type fieldMatch struct {
	right      bool
	gold, read string // the values, in words
}

// exact reports whether the entries are equal in all that is scored.
func (m match) exact() bool {
	return m.key && m.parts && !slices.ContainsFunc(m.fields, func(f fieldMatch) bool { return !f.right })
}

// align matches the entries of the pair, kind by kind.
func (p Pair) align() []alignment {
	read := p.Read
	if read == nil {
		read = &parley.Reading{}
	}
	c := newComparison(p.Gold, read)
	out := make([]alignment, len(ledgerKinds))
	for i, k := range ledgerKinds {
		out[i] = k.align(c, p.Gold, read)
	}
	return out
}

// ledgerKind is a rule without its type of entry.
type ledgerKind struct {
	kind  parley.Kind
	align func(c *comparison, gold, read *parley.Reading) alignment
}

// entryOf is the constraint of entries: their pointers are parley's entries.
type entryOf[T any] interface {
	*T
	parley.Entry
}

// ruled returns the kind that the rule is of.
func ruled[T any, E entryOf[T]](r rule[T]) ledgerKind {
	align := func(c *comparison, gold, read *parley.Reading) alignment {
		gs, rs := r.entries(gold), r.entries(read)
		a := alignment{kind: r.kind, gold: items[T, E](r, gs), read: items[T, E](r, rs), matches: r.match(c, gs, rs)}
		for _, f := range r.fields {
			a.fields = append(a.fields, f.name)
		}
		for i := range a.matches {
			m := &a.matches[i]
			m.parts = c.sameParts(a.gold[m.gold].entry, a.read[m.read].entry)
			m.fields = r.compareFields(c, &gs[m.gold], &rs[m.read])
		}
		return a
	}
	return ledgerKind{r.kind, align}
}

func items[T any, E entryOf[T]](r rule[T], entries []T) []item {
	out := make([]item, len(entries))
	for i := range entries {
		out[i] = item{E(&entries[i]), r.key(&entries[i])}
	}
	return out
}

// match pairs the entries one to one, the best pairs first.
func (r rule[T]) match(c *comparison, gold, read []T) []match {
	var possible []match
	for i := range gold {
		for j := range read {
			if o := r.overlap(c, &gold[i], &read[j]); o > 0 {
				possible = append(possible, match{gold: i, read: j, overlap: o, key: r.agree(c, &gold[i], &read[j])})
			}
		}
	}
	slices.SortFunc(possible, func(a, b match) int { return b.compare(a) })
	usedGold, usedRead := make([]bool, len(gold)), make([]bool, len(read))
	return slices.DeleteFunc(possible, func(m match) bool {
		if usedGold[m.gold] || usedRead[m.read] {
			return true
		}
		usedGold[m.gold], usedRead[m.read] = true, true
		return false
	})
}

// compare is positive where m is the better match: its key agrees, or it
// overlaps more, or its places in the two lists are nearer to each other. What
// remains equal is decided by the places, so that the order is total.
func (m match) compare(o match) int {
	return cmp.Or(compareBool(m.key, o.key), cmp.Compare(m.overlap, o.overlap),
		cmp.Compare(o.apart(), m.apart()), cmp.Compare(m.gold, o.gold), cmp.Compare(m.read, o.read))
}

// apart is how far the match's places are from each other.
func (m match) apart() int { return max(m.gold-m.read, m.read-m.gold) }

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// compareFields compares the further fields of two matched entries.
func (r rule[T]) compareFields(c *comparison, gold, read *T) []fieldMatch {
	out := make([]fieldMatch, len(r.fields))
	for i, f := range r.fields {
		out[i] = fieldMatch{right: f.agree(c, gold, read), gold: f.show(gold), read: f.show(read)}
	}
	return out
}

// sameParts reports whether all pieces of text of two entries have the same words.
func (c *comparison) sameParts(gold, read parley.Entry) bool {
	theirs := read.Parts()
	for i, p := range gold.Parts() {
		a, b := wordStarts(c.text, *p.Spans), wordStarts(c.text, *theirs[i].Spans)
		if len(a) != len(b) || shared(a, b) != len(a) {
			return false
		}
	}
	return true
}
