package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"parley/lang/parse"
	"parley/lang/parse/net"
	"parley/lang/train/backprop"
	"parley/lang/train/corpus"
)

// nameShape is the shape of the part that finds names.
var nameShape = net.NameShape{
	Embed: 24, Width: 96, Pieces: 2, Layers: 2, Types: []string{"PER", "LOC", "ORG"},
	Classes: net.Taught, Schemes: schemes,
}

// names is a training of the part that finds names, on top of an encoder that is
// trained already.
type names struct {
	*course[*backprop.NameExample]
	encoder *net.Shape
}

// newNames prepares a training from random parameters.
func newNames(p pace, o backprop.NameOptions, n *net.Network, examples []*backprop.NameExample) *names {
	random := rand.New(rand.NewPCG(p.Seed, 1))
	encoder := &n.Params.Shape
	params := net.NewNames(nameShape, encoder)
	for f := range params.Embed {
		draw(params.Embed[f], 0.1, random)
	}
	initialiseLayer(&params.Mix, random)
	for i := range params.Convs {
		initialiseLayer(&params.Convs[i], random)
	}
	draw(params.Tags.W, 0.5*math.Sqrt(3/float64(params.Tags.In)), random)
	o.Dropout = p.Dropout
	var hands [workers]backprop.NameWorker
	var gradients [workers]*net.Names
	l := learner[*backprop.NameExample]{
		params: params.Flat,
		words:  func(e *backprop.NameExample) int { return len(e.Labels) },
		learn: func(i int, share []*backprop.NameExample, scale float32, random *rand.Rand) backprop.Loss {
			return hands[i].Gradients(params, gradients[i], share, scale, random)
		},
	}
	for i := range hands {
		hands[i].Options = o
		gradients[i] = net.NewNames(nameShape, encoder)
		l.gradients[i] = gradients[i].Flat
	}
	return &names{newCourse(p, l, examples, random), encoder}
}

// averaged returns the parameters to keep, the moving average.
func (n *names) averaged() *net.Names {
	p := net.NewNames(nameShape, n.encoder)
	copy(p.Flat, n.optimiser.Average)
	return p
}

// nameExamples encodes sentences once for the whole training.
func nameExamples(n *net.Network, sources []source) []*backprop.NameExample {
	a := parse.New(n).Analyser()
	var out []*backprop.NameExample
	for _, source := range sources {
		for _, s := range slices.Concat(source.sentences, corpus.Variants(source.sentences)) {
			e := &backprop.NameExample{Joined: a.Joined(s.Forms), Scheme: source.scheme, Weight: source.weight}
			e.Marked = make([]net.Marked, len(s.Forms))
			keys := make([]uint64, len(s.Forms))
			for i, form := range s.Forms {
				keys[i] = net.Key(form)
			}
			n.Known.Mark(s.Forms, keys, e.Marked)
			for i, label := range s.Labels {
				e.Labels = append(e.Labels, labelNumber(label))
				lex, _ := n.Params.Lexeme(s.Forms[i])
				e.Lexemes = append(e.Lexemes, lex)
			}
			wellFormed(e.Labels)
			out = append(out, e)
		}
	}
	return out
}

// wellFormed lets a name begin where a corpus goes on with one that never began.
func wellFormed(labels []int) {
	before := net.Outside
	for i, label := range labels {
		if !net.Follows(before, label) {
			labels[i] = label - 1
		}
		before = labels[i]
	}
}

// labelNumber is the network's number of a label such as "B-PER".
func labelNumber(label string) int {
	for kind, name := range nameShape.Types {
		switch label {
		case "B-" + name:
			return net.Begin(kind)
		case "I-" + name:
			return net.Inside(kind)
		}
	}
	return net.Outside
}
