package main

import (
	"math"
	"math/rand/v2"

	"parley/lang/parse"
	"parley/lang/parse/net"
	"parley/lang/train/backprop"
	"parley/lang/train/corpus"
)

// nameShape is the shape of the part that finds names.
var nameShape = net.NameShape{Width: 96, Pieces: 2, Layers: 2, Types: []string{"PER", "LOC", "ORG"}}

// names is a training of the part that finds names, on top of an encoder that is
// trained already.
type names struct {
	*course[*backprop.NameExample]
	input int // width of a word
}

// newNames prepares a training from random parameters.
func newNames(p pace, n *net.Network, sentences []corpus.Named) *names {
	random := rand.New(rand.NewPCG(p.Seed, 1))
	input := n.Params.NameInput()
	params := net.NewNames(nameShape, input)
	for i := range params.Convs {
		initialiseLayer(&params.Convs[i], random)
	}
	draw(params.Tags.W, 0.5*math.Sqrt(3/float64(params.Tags.In)), random)
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
		hands[i].Dropout = p.Dropout
		gradients[i] = net.NewNames(nameShape, input)
		l.gradients[i] = gradients[i].Flat
	}
	return &names{newCourse(p, l, nameExamples(n, sentences), random), input}
}

// averaged returns the parameters to keep, the moving average.
func (n *names) averaged() *net.Names {
	p := net.NewNames(nameShape, n.input)
	copy(p.Flat, n.optimiser.Average)
	return p
}

// nameExamples encodes sentences once for the whole training.
func nameExamples(n *net.Network, sentences []corpus.Named) []*backprop.NameExample {
	a := parse.New(n).Analyser()
	var out []*backprop.NameExample
	for _, s := range sentences {
		e := &backprop.NameExample{Joined: a.Joined(s.Forms)}
		for _, label := range s.Labels {
			e.Labels = append(e.Labels, labelNumber(label))
		}
		out = append(out, e)
	}
	return out
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
