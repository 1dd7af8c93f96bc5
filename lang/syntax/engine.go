package syntax

import (
	"parley/lang/parse"
	"parley/lang/perceptron"
)

// engine tags and parses one sentence after the other, for one goroutine. The
// analysis of forms[i] goes to out[i].
type engine interface {
	Sentence(forms []string, out []parse.Word)
}

// fast is the engine of the perceptron. It knows no names and no confidence.
type fast struct {
	model *perceptron.Model
	words []perceptron.Word
}

// Sentence parses one sentence.
func (f *fast) Sentence(forms []string, out []parse.Word) {
	f.words = f.model.Parse(f.words[:0], forms)
	for i, w := range f.words {
		out[i] = parse.Word{XPOS: w.XPOS, UPOS: w.UPOS, Head: w.Head - 1, Relation: w.Relation}
	}
}
