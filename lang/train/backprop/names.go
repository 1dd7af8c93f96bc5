package backprop

import (
	"math/rand/v2"

	"parley/lang/parse/net"
)

// NameExample is a sentence to learn names from.
type NameExample struct {
	Joined []float32 // a row for each word: see net.Shape.Join
	Labels []int
}

// NameWorker computes gradients of the part of a network that finds names; the
// encoder beneath it stays as it is. It holds the memory of one goroutine.
type NameWorker struct {
	Dropout float32

	lengths []int
	words   int
	input   activations
	layers  []activations
	scores  []float32
	d, dIn  []float32
}

// Gradients adds the gradients of the mean loss of the examples to grad; scale is
// one over the words of the whole batch that they are a part of.
func (w *NameWorker) Gradients(n, grad *net.Names, examples []*NameExample, scale float32, random *rand.Rand) Loss {
	w.layers = append(w.layers, make([]activations, max(0, len(n.Convs)-len(w.layers)))...)
	w.input.out, w.lengths, w.words = w.input.out[:0], w.lengths[:0], 0
	for _, e := range examples {
		w.input.out = append(w.input.out, e.Joined...)
		w.lengths = append(w.lengths, len(e.Labels))
		w.words += len(e.Labels)
	}
	x := w.forward(n, dropout{w.Dropout, random})
	loss := Loss{Words: w.words}
	w.scores = net.Grow(w.scores, w.words*n.Tags.Out)
	n.Tags.Forward(w.words, x, w.scores)
	at := 0
	for _, e := range examples {
		for _, label := range e.Labels {
			loss.Tags += crossEntropy(w.scores[at:at+n.Tags.Out], label, scale)
			at += n.Tags.Out
		}
	}
	w.backward(n, grad, x)
	return loss
}

// forward computes the layers and returns what goes into the last map.
func (w *NameWorker) forward(n *net.Names, d dropout) []float32 {
	d.apply(&w.input, w.input.out)
	x := w.input.out
	for i := range n.Convs {
		conv, a := &n.Convs[i], &w.layers[i]
		a.windows = net.Grow(a.windows, w.words*conv.In)
		a.pre = net.Grow(a.pre, w.words*conv.Out*conv.Pieces)
		a.out = net.Grow(a.out, w.words*conv.Out)
		net.Windows(a.windows, x, conv.In/net.Neighbours, 1, w.lengths)
		conv.Forward(w.words, a.windows, a.pre, a.out)
		d.apply(a, a.out)
		x = a.out
	}
	return x
}

// backward takes the gradient by the scores down to the first layer.
func (w *NameWorker) backward(n, grad *net.Names, x []float32) {
	w.d = net.Grow(w.d, len(x))
	clear(w.d)
	affineBack(&n.Tags, &grad.Tags, w.words, x, w.scores, w.d)
	for i := len(n.Convs) - 1; i >= 0; i-- {
		conv, a := &n.Convs[i], &w.layers[i]
		masked(w.d, w.d, a.mask)
		w.dIn = net.Grow(w.dIn, w.words*conv.In)
		clear(w.dIn)
		layerBack(conv, &grad.Convs[i], w.words, a.windows, a.pre, w.d, w.dIn)
		width := conv.In / net.Neighbours
		w.d = net.Grow(w.d, w.words*width)
		clear(w.d)
		windowsBack(w.d, w.dIn, width, 1, w.lengths)
	}
}
