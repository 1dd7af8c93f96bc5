// Package mention finds what a text speaks of: persons, organisations, places,
// peoples, events and treaties, whether by name ("Ilya Marn"), by description
// ("the Kestrian leader", "the Foreign Ministry in Tolm") or by a pronoun. The
// scheme stands in docs/names.md.
//
// In flow a text and its trees, whose words carry the names that the network
// found; out flow mentions with their byte spans. The rules here add to the
// names what the tree tells: the phrase around a name, and what the head of a
// phrase without a name stands for. What a mention refers to is for others.
package mention

import (
	"cmp"
	"slices"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// Type is what a mention stands for.
type Type string

// The types of mention.
const (
	Person       Type = "person"
	Organisation Type = "organisation" // bodies and groups of people
	Place        Type = "place"        // states are places too: whether one acts, its verb tells
	People       Type = "people"       // an adjective of a state, a people or a faith
	Event        Type = "event"
	Treaty       Type = "treaty"
)

// Subtype tells organisations apart, as far as their own words do.
type Subtype string

// The subtypes of organisation; the empty one is unknown.
const (
	Government Subtype = "government" // a body of a state
	Armed      Subtype = "armed"      // armed forces or an armed group
	Party      Subtype = "party"
	Outlet     Subtype = "outlet" // a news organisation
	Company    Subtype = "company"
	Group      Subtype = "group" // people by a description: "Kestrian officials"
)

// Form is how a mention mentions.
type Form string

// The forms of mention.
const (
	Named   Form = "name"
	Nominal Form = "nominal"
	Pronoun Form = "pronoun"
)

// Mention is one mention. Its span is its whole phrase, with the article and a
// title, to the end of what an "of" adds; relative clauses are left out.
type Mention struct {
	parley.Span     // bytes
	Tree        int // index of its sentence's tree
	Word        int // index of its head in the tree
	Head        int // index of its head's token in the text
	Type        Type
	Subtype     Subtype
	Form        Form
	Name        parley.Span // of the name in it, without title or article; empty if there is none
	Inside      bool        // within another mention
	Confidence  float32     // 0 to 1; a guess by rule, held to no gold
}

// Find finds the mentions of a text, in its order, outer ones before those
// within them. There is one tree for each sentence, as lang/syntax makes them.
func Find(t *lang.Text, trees []syntax.Tree) []Mention {
	peoples, known := map[int]bool{}, map[int]bool{}
	for _, n := range lang.Names(t) {
		for k := n.First; k < n.Last; k++ {
			peoples[k] = n.Type == lang.Demonym
			known[k] = n.Type == lang.PlaceName && n.Last == n.First+1
		}
	}
	var out []Mention
	for i, tree := range trees {
		f := newFinder(t, tree, peoples, known)
		for _, m := range f.find() {
			m.Tree = i
			out = append(out, m)
		}
	}
	return out
}

// find finds the mentions of one sentence.
func (f *finder) find() []Mention {
	var out []Mention
	for i := range f.words {
		if m, ok := f.mention(i); ok {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	out = slices.CompactFunc(out, func(a, b Mention) bool { return a.Span == b.Span })
	end := 0
	for i := range out {
		out[i].Inside = out[i].End <= end
		end = max(end, out[i].End)
	}
	return out
}

// mention is the mention whose head is a word, if it is one.
func (f *finder) mention(i int) (Mention, bool) {
	m := Mention{Word: i, Head: f.words[i].Token}
	if !f.classify(i, &m) {
		return m, false
	}
	first, last := i, i
	switch {
	case m.Form == Pronoun || m.Type == People:
	case m.Form == Named && f.modifies(i):
		if n := f.names[i]; n.kind != "" {
			first, last = n.first, n.last
		}
	default:
		first, last = f.phrase(i)
	}
	m.Span = parley.Span{Start: f.words[first].Start, End: f.words[last].End}
	if n := f.names[i]; m.Form == Named && n.kind != "" {
		m.Name = parley.Span{Start: f.words[n.first].Start, End: f.words[n.last].End}
	}
	return m, true
}
