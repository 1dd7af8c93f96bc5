package statement

import (
	"slices"

	"parley"
	"parley/lang"
)

// Index finds the statement in whose content something stands.
type Index struct {
	text       *lang.Text
	statements []parley.Statement
	sentences  map[int][]int // statements by the sentences of their contents
}

// heldMost is how many statements of one sentence are looked at: nobody says more in one,
// and a text made to cost time must not.
const heldMost = 64

// NewIndex indexes the statements of a text.
func NewIndex(text *lang.Text, statements []parley.Statement) *Index {
	x := &Index{text, statements, map[int][]int{}}
	for i := range statements {
		for _, part := range statements[i].Content {
			for s := max(0, text.SentenceAt(part.Start)); s < len(text.Sentences) && text.Sentences[s].Start < part.End; s++ {
				if all := x.sentences[s]; len(all) < heldMost && !slices.Contains(all, i) {
					x.sentences[s] = append(all, i)
				}
			}
		}
	}
	return x
}

// At returns the innermost statement whose content overlaps a span, or nil.
func (x *Index) At(span parley.Span) *parley.Statement {
	var found *parley.Statement
	for _, i := range x.sentences[x.text.SentenceAt(span.Start)] {
		s := &x.statements[i]
		if s.Content.Overlaps(span) && (found == nil || s.Content.Hull().Len() < found.Content.Hull().Len()) {
			found = s
		}
	}
	return found
}

// ID returns the id of the statement that At returns, or "".
func (x *Index) ID(span parley.Span) string {
	if s := x.At(span); s != nil {
		return s.ID
	}
	return ""
}
