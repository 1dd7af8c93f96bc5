// Package condition finds the conditions of a text: what would happen, what must happen
// first, the words that tie the two, and whose condition it is. In flow the analysed
// text, its trees and its statements; out flow the entries of kind Condition.
//
// A condition is a clause under "if", "unless", "provided" and the like
// (connectives.txt), a clause without one that begins with its auxiliary ("had they
// stayed"), or a noun phrase behind "in return for", "on the basis of" or "depends
// on". A question in disguise ("asked if"), a comparison ("as if") and a concession
// ("even if") are none.
package condition

import (
	"math"
	"slices"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/statement"
)

// Name and Version identify the reader in the ledger.
const (
	Name    = "condition"
	Version = 1
)

// Read returns the conditions of a text in the order of their antecedents. A sentence
// without a tree gives none.
func Read(text *lang.Text, trees []syntax.Tree, statements []parley.Statement) []parley.Condition {
	r := reader{text: text, statements: statement.NewIndex(text, statements)}
	for _, t := range trees {
		r.sentence(t)
	}
	slices.SortStableFunc(r.found, func(a, b parley.Condition) int { return a.Antecedent[0].Start - b.Antecedent[0].Start })
	return r.found
}

// reader gathers the conditions of one text.
type reader struct {
	text       *lang.Text
	statements *statement.Index
	found      []parley.Condition
}

// link is a condition in a tree: the heads of both parts, and the words between.
type link struct {
	antecedent, consequent int
	connective             []int // words, in order
	sure                   float64
}

// sentence adds the conditions of a sentence.
func (r *reader) sentence(t syntax.Tree) {
	tree := tree{t}
	for i := 0; i < len(t.Words); i++ {
		sort, n := connectives.at(t, i)
		if n == 0 {
			if l, ok := tree.inverted(i); ok {
				r.add(t, l)
			}
			continue
		}
		for _, l := range tree.links(sort, i, i+n) {
			r.add(t, l)
		}
		i += n - 1
	}
}

// add makes an entry of a link.
func (r *reader) add(t syntax.Tree, l link) {
	ties := func(i int) bool { return slices.Contains(l.connective, i) }
	c := parley.Condition{
		Antecedent: t.Phrase(l.antecedent, func(i int) bool { return i == l.consequent || ties(i) }),
		Consequent: t.Phrase(l.consequent, func(i int) bool {
			w := &t.Words[i]
			return i == l.antecedent || ties(i) || w.Is("parataxis", "discourse") || w.Is("mark", "cc") && w.Head == l.consequent && w.Form != "to"
		}),
	}
	for _, i := range l.connective {
		c.Connective = append(c.Connective, t.Words[i].Span)
	}
	c.Connective = joined(c.Connective)
	if len(c.Antecedent) == 0 || len(c.Consequent) == 0 || slices.ContainsFunc(c.Antecedent, c.Connective.Overlaps) {
		return
	}
	c.Confidence = math.Round(100*l.sure*math.Sqrt(float64(t.Words[l.antecedent].Confidence))) / 100
	if s := r.statements.At(c.Antecedent[0]); s != nil {
		c.Statement, c.By = s.ID, s.SourceActors
	}
	r.found = append(r.found, c)
}

// joined makes one span of those that only a space parts.
func joined(spans parley.Spans) parley.Spans {
	slices.SortFunc(spans, func(a, b parley.Span) int { return a.Start - b.Start })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End+1 {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
