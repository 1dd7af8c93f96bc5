package parse

import (
	"slices"

	"parley/lang/parse/net"
)

// names is the scratch memory for finding names.
type names struct {
	joined []float32
	finder net.Finder
	labels []int
}

// name writes the labels of names, if the network finds any.
func (a *Analyser) name(out []Word) {
	p := a.model.Names
	if p == nil {
		return
	}
	n, words := &a.names, len(out)
	n.joined = net.Grow(n.joined, words*a.model.Params.NameInput())
	a.model.Params.Join(n.joined, a.x, a.lexemes)
	scores := n.finder.Scores(p, words, n.joined)
	n.labels = slices.Grow(n.labels[:0], words)[:words]
	n.finder.Decode(scores, len(a.model.labels), n.labels)
	for i, label := range n.labels {
		out[i].Name = a.model.labels[label]
	}
}

// Joined returns what the part that finds names gets for each word of a sentence,
// and so what it learns from.
func (a *Analyser) Joined(forms []string) []float32 {
	a.encode(forms)
	out := make([]float32, len(forms)*a.model.Params.NameInput())
	a.model.Params.Join(out, a.x, a.lexemes)
	return out
}
