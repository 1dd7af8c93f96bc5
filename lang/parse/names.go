package parse

import (
	"slices"

	"parley/lang/parse/net"
)

// ours is the scheme of names that the model is asked for.
const ours = 0

// names is the scratch memory for finding names.
type names struct {
	marked []net.Marked
	finder net.Finder
	labels []int
}

// name writes the labels of names, if the network finds any.
func (a *Analyser) name(forms []string, out []Word) {
	p := a.model.Names
	if p == nil {
		return
	}
	n, words := &a.names, len(out)
	n.marked = slices.Grow(n.marked[:0], words)[:words]
	clear(n.marked)
	a.model.Known.Mark(forms, a.keys, n.marked)
	scores := n.finder.Scores(a.model.mixer, a.x, a.lexemes, a.lexicon.width, n.marked, ours)
	n.labels = slices.Grow(n.labels[:0], words)[:words]
	n.finder.Decode(scores, p.After, len(a.model.labels), n.labels)
	for i, label := range n.labels {
		out[i].Name = a.model.labels[label]
	}
}

// Joined returns what the encoder gives to the part that finds names for each
// word of a sentence, and so what it learns from. The model must not have such a
// part yet, since then it keeps of the lexemes only what that makes of them.
func (a *Analyser) Joined(forms []string) []float32 {
	a.encode(forms)
	s := &a.model.Params.Shape
	width := s.NameInput()
	out := make([]float32, len(forms)*width)
	for i := range forms {
		copy(out[i*width:], a.x[i*s.Width:(i+1)*s.Width])
		copy(out[i*width+s.Width:(i+1)*width], a.lexemes[i*a.lexicon.width:])
	}
	return out
}
