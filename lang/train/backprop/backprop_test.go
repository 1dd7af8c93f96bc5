package backprop

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"parley/lang/kernel"
	"parley/lang/parse/archybrid"
	"parley/lang/parse/net"
)

// tiny is a network small enough to try each of its parameters.
func tiny(random *rand.Rand) (*net.Params, *net.Vectors) {
	p := net.NewParams(net.Shape{
		Embed: 3, Rows: [net.Features]int{7, 5, 5, 5}, Vector: 2, Width: 4, Pieces: 3, Reach: []int{1, 2}, Hidden: 3,
		XPOS: []string{"DT", "NN", "VB"}, UPOS: []string{"NOUN", "VERB"}, Relations: []string{"det", "nsubj", "root"},
	})
	for i := range p.Flat {
		p.Flat[i] = random.Float32() - 0.5
	}
	return p, net.NewVectors(2, map[string][]float32{"the": {1, -1}, "envoy": {0.5, 2}})
}

func tinyExamples(p *net.Params, v *net.Vectors) []*Example {
	make := func(forms []string, xpos, head, relation []int) *Example {
		e := &Example{XPOS: xpos, UPOS: head, Gold: archybrid.NewGold(head, relation)}
		e.UPOS = nil
		for i, form := range forms {
			lex, key := p.Lexeme(form)
			e.Lexemes = append(e.Lexemes, lex)
			e.Vectors = append(e.Vectors, v.Row(key))
			e.UPOS = append(e.UPOS, i%2)
		}
		return e
	}
	return []*Example{
		make([]string{"The", "envoy", "left"}, []int{0, 1, 2}, []int{1, 2, 3}, []int{0, 1, 2}),
		make([]string{"Talks", "began"}, []int{1, 2}, []int{1, 2}, []int{1, 2}),
	}
}

// TestGradients compares each gradient with the slope of the loss. The parser
// follows gold moves, and dropout draws the same units each time, so the loss is
// a smooth function almost everywhere. In single precision a slope is known to a
// few digits only.
func TestGradients(t *testing.T) {
	for _, dropout := range []float32{0, 0.3} {
		random := rand.New(rand.NewPCG(3, 0))
		p, v := tiny(random)
		examples := tinyExamples(p, v)
		w := Worker{Vectors: v, Options: Options{Dropout: dropout, LabelWeight: 0.7, TaggerWeight: 0.5}}
		loss := func(grad *net.Params) float64 {
			l := w.Gradients(p, grad, examples, 1, rand.New(rand.NewPCG(1, 1)))
			return 0.5*l.Tags + l.Moves + 0.7*l.Relation
		}
		grad := net.NewParams(p.Shape)
		loss(grad)
		checkSlopes(t, p.Flat, grad.Flat, func() float64 { return loss(net.NewParams(p.Shape)) })
	}
}

// checkSlopes fails if more than one in a hundred slopes is off: at a kink, where
// another piece of a maxout unit takes over, no slope is right.
func checkSlopes(t *testing.T, p, grad []float32, loss func() float64) {
	t.Helper()
	const h = 1e-3
	off, moving := 0, 0
	for i, value := range p {
		p[i] = value + h
		up := loss()
		p[i] = value - h
		slope := (up - loss()) / (2 * h)
		p[i] = value
		if slope != 0 {
			moving++
		}
		if math.Abs(slope-float64(grad[i])) > 0.005+0.02*math.Abs(slope) {
			off++
			t.Logf("parameter %d: slope %g, gradient %g", i, slope, grad[i])
		}
	}
	if moving < len(p)/3 {
		t.Errorf("only %d of %d parameters matter", moving, len(p))
	}
	if off > len(p)/100 {
		t.Errorf("%d of %d gradients are off", off, len(p))
	}
}

// TestSameSeedSameGradients also holds the kernels to the same result.
func TestSameSeedSameGradients(t *testing.T) {
	options := Options{Dropout: 0.2, WordDropout: 0.3, VectorDrop: 0.3, Explore: 0.9, LabelWeight: 1, TaggerWeight: 1}
	gradients := func() []float32 {
		p, v := tiny(rand.New(rand.NewPCG(5, 0)))
		w, grad := Worker{Vectors: v, Options: options}, net.NewParams(p.Shape)
		for range 3 {
			w.Gradients(p, grad, tinyExamples(p, v), 1, rand.New(rand.NewPCG(1, 1)))
		}
		return grad.Flat
	}
	want := gradients()
	for _, name := range kernel.Names() {
		restore := kernel.Force(name)
		for i, g := range gradients() {
			if g != want[i] {
				t.Fatalf("kernel %s, parameter %d: %g, before %g", name, i, g, want[i])
			}
		}
		restore()
	}
}

func TestWindowsBack(t *testing.T) {
	// The gradient of the sum of all windows by a word is the number of windows
	// that it is in: fewer at the ends of its sentence.
	lengths := []int{4, 1}
	dWindows := make([]float32, 5*3)
	for i := range dWindows {
		dWindows[i] = 1
	}
	dX := make([]float32, 5)
	windowsBack(dX, dWindows, 1, 1, lengths)
	for i, want := range []float32{2, 3, 3, 2, 1} {
		if dX[i] != want {
			t.Errorf("word %d is in %g windows, want %g", i, dX[i], want)
		}
	}
}

func TestNameGradients(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 0))
	p, _ := tiny(random)
	n := net.NewNames(net.NameShape{Embed: 2, Width: 3, Pieces: 2, Layers: 2, Types: []string{"PER"}, Classes: 1, Schemes: 2}, &p.Shape)
	for i := range n.Flat {
		n.Flat[i] = random.Float32() - 0.5
	}
	examples := []*NameExample{
		{Labels: []int{0, 1, 2}, Weight: 1, Marked: []net.Marked{{}, {Begins: 1}, {Inside: 1}}},
		{Labels: []int{1, 0}, Weight: 0.5, Marked: make([]net.Marked, 2), Scheme: 1},
	}
	for _, e := range examples {
		for i := range e.Labels {
			lex, _ := p.Lexeme(strings.Repeat("a", i+1))
			e.Lexemes = append(e.Lexemes, lex)
		}
		for range p.NameInput() * len(e.Labels) {
			e.Joined = append(e.Joined, random.Float32()-0.5)
		}
	}
	for _, dropout := range []float32{0, 0.2} {
		w := NameWorker{Options: NameOptions{Dropout: dropout}}
		loss := func(grad *net.Names) float64 {
			return w.Gradients(n, grad, examples[:1], 1, rand.New(rand.NewPCG(1, 1))).Tags +
				w.Gradients(n, grad, examples[1:], 1, rand.New(rand.NewPCG(1, 1))).Tags*0.5
		}
		grad := net.NewNames(n.NameShape, &p.Shape)
		loss(grad)
		checkSlopes(t, n.Flat, grad.Flat, func() float64 { return loss(net.NewNames(n.NameShape, &p.Shape)) })
	}
}

// TestFieldSumsOverAllLabellings compares the loss with one that adds up every
// well-formed sequence.
func TestFieldSumsOverAllLabellings(t *testing.T) {
	const labels = 3
	random := rand.New(rand.NewPCG(3, 1))
	scores, after := make([]float32, 3*labels), make([]float32, labels*labels)
	for i := range scores {
		scores[i], after[i] = random.Float32(), random.Float32()
	}
	var all []float64
	f, gold := field{labels: labels}, []int{1, 2, 0}
	for path := range labels * labels * labels {
		labelling := []int{path / labels / labels, path / labels % labels, path % labels}
		before, formed := net.Outside, true
		for _, label := range labelling {
			formed = formed && net.Follows(before, label)
			before = label
		}
		if formed {
			all = append(all, f.path(scores, after, labelling))
		}
	}
	want := logSum(all) - f.path(scores, after, gold)
	if got := f.loss(scores, after, make([]float32, labels*labels), gold, 1); math.Abs(got-want) > 1e-6 {
		t.Errorf("loss %g, want %g", got, want)
	}
}
