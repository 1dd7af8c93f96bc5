// Package backprop computes the loss of the tagger and parser on sentences with
// gold trees and its gradient by every parameter, written out by hand for each
// layer of package net.
//
// In flow parameters and examples, out flow losses and gradients. The same seed
// and the same examples give the same gradients.
package backprop

import (
	"math/rand/v2"

	"parley/lang/kernel"
	"parley/lang/parse/archybrid"
	"parley/lang/parse/net"
)

// Example is a sentence to learn from.
type Example struct {
	Lexemes    []net.Lexeme
	Vectors    []int // rows of the static vectors, -1 for none
	XPOS, UPOS []int
	Gold       *archybrid.Gold
}

// Options are the settings of learning that are not part of the network.
type Options struct {
	Dropout      float32 // share of the units of each layer that are left out
	WordDropout  float32 // share of the words that lose their form's own row
	VectorDrop   float32 // share of the words that lose their static vector
	Explore      float32 // share of the parser's moves that are its own, right or wrong
	LabelWeight  float32 // of the loss of relations
	TaggerWeight float32 // of the loss of tags
}

// Loss is a sum of losses over a number of words.
type Loss struct {
	Words                 int
	Tags, Moves, Relation float64
}

// Add adds another sum.
func (l *Loss) Add(other Loss) {
	l.Words += other.Words
	l.Tags += other.Tags
	l.Moves += other.Moves
	l.Relation += other.Relation
}

// Worker computes gradients. It holds the memory of one goroutine.
type Worker struct {
	Vectors *net.Vectors
	Options Options

	random   *rand.Rand
	lengths  []int
	words    int
	input    []float32 // what goes into the mixing layer
	layers   []activations
	x, dX    []float32 // encoded words and the gradient by them
	scores   []float32
	prepared []float32
	dParts   []float32
	dInput   []float32
	walk     walker
}

// activations are what a layer leaves for its way back.
type activations struct {
	windows, pre, out, mask []float32
}

// Gradients adds the gradients of the mean loss of the examples to grad; scale is
// one over the words of the whole batch that they are a part of.
func (w *Worker) Gradients(p, grad *net.Params, examples []*Example, scale float32, random *rand.Rand) Loss {
	w.random = random
	w.lengths, w.words = w.lengths[:0], 0
	for _, e := range examples {
		w.lengths = append(w.lengths, len(e.Lexemes))
		w.words += len(e.Lexemes)
	}
	w.forward(p, examples)
	w.dX = net.Grow(w.dX, w.words*p.Width)
	clear(w.dX)
	loss := Loss{Words: w.words}
	loss.Tags = w.tag(p, grad, examples, scale*w.Options.TaggerWeight)
	w.parse(p, grad, examples, scale, &loss)
	w.backward(p, grad, examples)
	return loss
}

// forward encodes all words of the examples.
func (w *Worker) forward(p *net.Params, examples []*Example) {
	drop := dropout{w.Options.Dropout, w.random}
	w.layers = append(w.layers, make([]activations, max(0, 1+len(p.Convs)-len(w.layers)))...)
	w.readInput(p, examples)
	w.x = net.Grow(w.x, w.words*p.Width)
	mix := &w.layers[0]
	mix.pre = net.Grow(mix.pre, w.words*p.Width*p.Pieces)
	p.Mix.Forward(w.words, w.input, mix.pre, w.x)
	drop.apply(mix, w.x)
	for i := range p.Convs {
		a := &w.layers[1+i]
		a.windows = net.Grow(a.windows, w.words*p.Convs[i].In)
		a.pre = net.Grow(a.pre, w.words*p.Width*p.Pieces)
		a.out = net.Grow(a.out, w.words*p.Width)
		net.Windows(a.windows, w.x, p.Width, p.Reach[i], w.lengths)
		p.Convs[i].Forward(w.words, a.windows, a.pre, a.out)
		drop.apply(a, a.out)
		kernel.Axpy(1, a.out, w.x)
	}
}

// readInput looks all words up, leaving some out, so that the network learns to
// do with the other features, as it must for unknown words.
func (w *Worker) readInput(p *net.Params, examples []*Example) {
	width := p.Mix.In
	w.input = net.Grow(w.input, w.words*width)
	at := 0
	for _, e := range examples {
		for i := range e.Lexemes {
			row := e.Vectors[i]
			if w.random.Float32() < w.Options.VectorDrop {
				row = -1
			}
			p.Input(&e.Lexemes[i], w.Vectors, row, w.input[at:at+width])
			if w.random.Float32() < w.Options.WordDropout {
				clear(w.input[at : at+p.Shape.Embed])
			}
			at += width
		}
	}
}

// backward takes the gradient by the encoded words down to the tables of features.
func (w *Worker) backward(p, grad *net.Params, examples []*Example) {
	for i := len(p.Convs) - 1; i >= 0; i-- {
		a := &w.layers[1+i]
		masked(a.out, w.dX, a.mask)
		w.dInput = net.Grow(w.dInput, w.words*p.Convs[i].In)
		clear(w.dInput)
		layerBack(&p.Convs[i], &grad.Convs[i], w.words, a.windows, a.pre, a.out, w.dInput)
		windowsBack(w.dX, w.dInput, p.Width, p.Reach[i], w.lengths)
	}
	mix := &w.layers[0]
	masked(w.dX, w.dX, mix.mask)
	w.dInput = net.Grow(w.dInput, w.words*p.Mix.In)
	clear(w.dInput)
	layerBack(&p.Mix, &grad.Mix, w.words, w.input, mix.pre, w.dX, w.dInput)
	w.inputBack(p, grad, examples)
}

// windowsBack adds the gradients by windows to those by the words in them.
func windowsBack(dX, dWindows []float32, width, reach int, lengths []int) {
	start := 0
	for _, n := range lengths {
		for i := range n {
			window := dWindows[(start+i)*net.Neighbours*width:]
			for side := range net.Neighbours {
				if j := i + (side-1)*reach; j >= 0 && j < n {
					kernel.Axpy(1, window[side*width:(side+1)*width], dX[(start+j)*width:(start+j+1)*width])
				}
			}
		}
		start += n
	}
}

// inputBack adds the gradients by the input to the tables' rows. The first feature
// is the form itself; where it was left out, the input has zeros, and its rows get
// no gradient.
func (w *Worker) inputBack(p, grad *net.Params, examples []*Example) {
	width, at := p.Shape.Embed, 0
	for _, e := range examples {
		for i := range e.Lexemes {
			for f, rows := range e.Lexemes[i] {
				if f == 0 && allZero(w.input[at:at+width]) {
					continue
				}
				for _, r := range rows {
					into := grad.Embed[f][int(r)*width : (int(r)+1)*width]
					kernel.Axpy(1, w.dInput[at+f*width:at+(f+1)*width], into)
				}
			}
			at += p.Mix.In
		}
	}
}

func allZero(x []float32) bool {
	for _, v := range x {
		if v != 0 {
			return false
		}
	}
	return true
}
