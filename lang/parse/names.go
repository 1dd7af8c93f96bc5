package parse

import (
	"slices"

	"parley/lang/parse/net"
)

// organisation is the type of the names of bodies.
const organisation = "ORG"

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
	if kind := slices.Index(p.Types, organisation); kind >= 0 {
		trust(scores, len(a.model.labels), kind, n.marked)
	}
	n.labels = slices.Grow(n.labels[:0], words)[:words]
	n.finder.Decode(scores, p.After, len(a.model.labels), n.labels)
	for i, label := range n.labels {
		out[i].Name = a.model.labels[label]
	}
}

// trusted is what a known body's name adds to the scores of its labels: the
// network has met few of them and leans on the words around. It was chosen by the
// development part of GUM (names' F1 0.724 without, 0.729 with it).
const trusted = 2

// trust raises the scores of the words of known bodies and outlets as names of a
// kind, where nothing else of the name is known.
func trust(scores []float32, labels, kind int, marked []net.Marked) {
	const bodies, others = net.Body | net.Outlet, net.Given | net.Family | net.Office | net.State | net.City | net.Town | net.People
	for w, m := range marked {
		if (m.Begins|m.Inside)&others != 0 {
			continue
		}
		row := scores[w*labels : (w+1)*labels]
		if m.Begins&bodies != 0 {
			row[net.Begin(kind)] += trusted
		}
		if m.Inside&bodies != 0 {
			row[net.Inside(kind)] += trusted
		}
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
