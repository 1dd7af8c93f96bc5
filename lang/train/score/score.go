// Package score measures a model on treebanks, from gold tokens.
package score

import (
	"fmt"

	"parley/lang/conllu"
	"parley/lang/parse"
)

// Result counts words and what is right about them.
type Result struct {
	Words, UPOS, XPOS, Heads, Arcs int
}

// Measure analyses sentences and compares. A head with its full relation is
// right as an arc; punctuation counts like every word.
func Measure(m *parse.Model, sentences []*conllu.Sentence) Result {
	var r Result
	var out []parse.Word
	a := m.Analyser()
	for _, s := range sentences {
		out = append(out[:0], make([]parse.Word, len(s.Words))...)
		a.Sentence(s.Forms(), out)
		for i, w := range s.Words {
			r.add(w, out[i])
		}
	}
	return r
}

func (r *Result) add(gold conllu.Word, w parse.Word) {
	r.Words++
	if w.UPOS == gold.UPOS {
		r.UPOS++
	}
	if w.XPOS == gold.XPOS {
		r.XPOS++
	}
	if w.Head == gold.Head-1 {
		r.Heads++
		if w.Relation == gold.Relation {
			r.Arcs++
		}
	}
}

// String gives the shares in percent.
func (r Result) String() string {
	return fmt.Sprintf("%6d words  UPOS %5.2f  XPOS %5.2f  UAS %5.2f  LAS %5.2f",
		r.Words, share(r.UPOS, r.Words), share(r.XPOS, r.Words), share(r.Heads, r.Words), r.LAS())
}

// LAS is the labelled attachment score in percent.
func (r Result) LAS() float64 { return share(r.Arcs, r.Words) }
