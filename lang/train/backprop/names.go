package backprop

import (
	"math/rand/v2"

	"parley/lang/kernel"
	"parley/lang/parse/net"
)

// NameExample is a sentence to learn names from.
type NameExample struct {
	Joined  []float32 // a row for each word: what the encoder gives
	Lexemes []net.Lexeme
	Marked  []net.Marked
	Scheme  int
	Weight  float32 // of the example's loss
	Labels  []int
}

// NameOptions are the settings of learning names that are not part of the network.
type NameOptions struct {
	Dropout     float32 // share of the units of each layer that are left out
	WordDropout float32 // share of the words that lose their form's own row
	MarkDrop    float32 // share of the sentences that lose their classes
	PhraseDrop  float32 // share of the words that lose their classes
}

// NameWorker computes gradients of the part of a network that finds names; the
// encoder beneath it stays as it is. It holds the memory of one goroutine.
type NameWorker struct {
	Options NameOptions

	random  *rand.Rand
	lengths []int
	words   int
	fixed   int // width of what the encoder gives
	input   activations
	layers  []activations // the mixing layer first
	x       []float32
	scores  []float32
	d, dIn  []float32
	field   field
}

// Gradients adds the gradients of the mean loss of the examples to grad; scale is
// one over the words of the whole batch that they are a part of.
func (w *NameWorker) Gradients(n, grad *net.Names, examples []*NameExample, scale float32, random *rand.Rand) Loss {
	w.random = random
	w.layers = append(w.layers, make([]activations, max(0, 1+len(n.Convs)-len(w.layers)))...)
	w.lengths, w.words = w.lengths[:0], 0
	for _, e := range examples {
		w.lengths = append(w.lengths, len(e.Labels))
		w.words += len(e.Labels)
	}
	w.readInput(n, examples)
	w.forward(n)
	loss := Loss{Words: w.words}
	w.scores = net.Grow(w.scores, w.words*n.Tags.Out)
	n.Tags.Forward(w.words, w.x, w.scores)
	w.field.labels = n.Tags.Out
	at := 0
	for _, e := range examples {
		rows := w.scores[at : at+len(e.Labels)*n.Tags.Out]
		loss.Tags += w.field.loss(rows, n.After, grad.After, e.Labels, scale*e.Weight)
		at += len(rows)
	}
	w.backward(n, grad, examples)
	return loss
}

// readInput lays side by side what there is to know about each word, leaving some
// of it out, so that no part relies on another.
func (w *NameWorker) readInput(n *net.Names, examples []*NameExample) {
	width, own := n.Mix.In, net.Features*n.NameShape.Embed
	w.input.out = net.Grow(w.input.out, w.words*width)
	rest := w.input.out
	for _, e := range examples {
		w.fixed = len(e.Joined) / max(len(e.Labels), 1)
		bare := w.random.Float32() < w.Options.MarkDrop
		for i := range e.Labels {
			in := rest[:width]
			rest = rest[width:]
			copy(in, e.Joined[i*w.fixed:(i+1)*w.fixed])
			n.Own(&e.Lexemes[i], in[w.fixed:])
			if w.random.Float32() < w.Options.WordDropout {
				clear(in[w.fixed : w.fixed+n.NameShape.Embed])
			}
			marked := e.Marked[i]
			if bare || w.random.Float32() < w.Options.PhraseDrop {
				marked = net.Marked{}
			}
			n.Extra(marked, e.Scheme, in[w.fixed+own:])
		}
	}
	dropout{w.Options.Dropout, w.random}.apply(&w.input, w.input.out)
	w.keepExtra(n, width-n.Schemes-2*n.Classes)
}

// keepExtra takes the classes and schemes out of the dropout, which would only
// blur them.
func (w *NameWorker) keepExtra(n *net.Names, first int) {
	if len(w.input.mask) == 0 {
		return
	}
	keep := 1 - w.Options.Dropout
	for at := 0; at < len(w.input.out); at += n.Mix.In {
		for i := at + first; i < at+n.Mix.In; i++ {
			w.input.out[i] *= keep
		}
	}
}

// forward computes the layers.
func (w *NameWorker) forward(n *net.Names) {
	drop := dropout{w.Options.Dropout, w.random}
	mix := &w.layers[0]
	mix.pre = net.Grow(mix.pre, w.words*n.Width*n.Pieces)
	w.x = net.Grow(w.x, w.words*n.Width)
	n.Mix.Forward(w.words, w.input.out, mix.pre, w.x)
	drop.apply(mix, w.x)
	for i := range n.Convs {
		conv, a := &n.Convs[i], &w.layers[1+i]
		a.windows = net.Grow(a.windows, w.words*conv.In)
		a.pre = net.Grow(a.pre, w.words*conv.Out*conv.Pieces)
		a.out = net.Grow(a.out, w.words*conv.Out)
		net.Windows(a.windows, w.x, n.Width, 1, w.lengths)
		conv.Forward(w.words, a.windows, a.pre, a.out)
		drop.apply(a, a.out)
		kernel.Axpy(1, a.out, w.x)
	}
}

// backward takes the gradient by the scores down to the tables of features.
func (w *NameWorker) backward(n, grad *net.Names, examples []*NameExample) {
	w.d = net.Grow(w.d, w.words*n.Width)
	clear(w.d)
	affineBack(&n.Tags, &grad.Tags, w.words, w.x, w.scores, w.d)
	for i := len(n.Convs) - 1; i >= 0; i-- {
		conv, a := &n.Convs[i], &w.layers[1+i]
		masked(a.out, w.d, a.mask)
		w.dIn = net.Grow(w.dIn, w.words*conv.In)
		clear(w.dIn)
		layerBack(conv, &grad.Convs[i], w.words, a.windows, a.pre, a.out, w.dIn)
		windowsBack(w.d, w.dIn, n.Width, 1, w.lengths)
	}
	mix := &w.layers[0]
	masked(w.d, w.d, mix.mask)
	w.dIn = net.Grow(w.dIn, w.words*n.Mix.In)
	clear(w.dIn)
	layerBack(&n.Mix, &grad.Mix, w.words, w.input.out, mix.pre, w.d, w.dIn)
	w.tablesBack(n, grad, examples)
}

// tablesBack adds the gradients by the hashed features to the tables' rows.
func (w *NameWorker) tablesBack(n, grad *net.Names, examples []*NameExample) {
	masked(w.dIn, w.dIn, w.input.mask)
	width, at := n.NameShape.Embed, 0
	for _, e := range examples {
		for i := range e.Lexemes {
			own := w.dIn[at+w.fixed : at+w.fixed+net.Features*width]
			for f, rows := range e.Lexemes[i] {
				if f == 0 && allZero(w.input.out[at+w.fixed:at+w.fixed+width]) {
					continue
				}
				for _, r := range rows {
					kernel.Axpy(1, own[f*width:(f+1)*width], grad.Embed[f][int(r)*width:(int(r)+1)*width])
				}
			}
			at += n.Mix.In
		}
	}
}
