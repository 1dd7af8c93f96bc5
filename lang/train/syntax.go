package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"parley/lang/parse/net"
	"parley/lang/train/backprop"
)

// syntax is a training of the tagger and parser.
type syntax struct {
	*course[*backprop.Example]
	shape net.Shape
}

// newSyntax prepares a training from the parameters of a network, or from random
// ones if all of them are zero.
func newSyntax(p pace, o backprop.Options, n *net.Network, examples []*backprop.Example) *syntax {
	random := rand.New(rand.NewPCG(p.Seed, 0))
	shape := n.Params.Shape
	params := net.NewParams(shape)
	if copy(params.Flat, n.Params.Flat); !slices.ContainsFunc(params.Flat, notZero) {
		initialise(params, random)
	}
	o.Dropout = p.Dropout
	var hands [workers]backprop.Worker
	var gradients [workers]*net.Params
	l := learner[*backprop.Example]{
		params: params.Flat,
		words:  func(e *backprop.Example) int { return len(e.Lexemes) },
		learn: func(i int, share []*backprop.Example, scale float32, random *rand.Rand) backprop.Loss {
			return hands[i].Gradients(params, gradients[i], share, scale, random)
		},
	}
	for i := range hands {
		hands[i].Vectors, hands[i].Options = n.Vectors, o
		gradients[i] = net.NewParams(shape)
		l.gradients[i] = gradients[i].Flat
	}
	return &syntax{newCourse(p, l, examples, random), shape}
}

func notZero(x float32) bool { return x != 0 }

// averaged returns the parameters to keep, the moving average.
func (s *syntax) averaged() *net.Params {
	p := net.NewParams(s.shape)
	copy(p.Flat, s.optimiser.Average)
	return p
}

// initialise draws random weights: of linear maps by their width (Glorot and
// Bengio 2010; He and others 2015), of the tables evenly.
func initialise(p *net.Params, random *rand.Rand) {
	for f := range p.Embed {
		draw(p.Embed[f], 0.1, random)
	}
	initialiseLayer(&p.Mix, random)
	for i := range p.Convs {
		initialiseLayer(&p.Convs[i], random)
	}
	for _, a := range []*net.Affine{&p.Tags, &p.Moves, &p.Labels[0], &p.Labels[1]} {
		draw(a.W, 0.5*math.Sqrt(3/float64(a.In)), random)
	}
	draw(p.Slots, 0.5*math.Sqrt(3/float64(p.Width)), random)
	draw(p.Missing, 0.1, random)
	draw(p.Root, 0.1, random)
	draw(p.Categories, 0.1, random)
}

func initialiseLayer(l *net.Layer, random *rand.Rand) {
	draw(l.W, math.Sqrt(3/float64(l.In)), random)
	for i := range l.Gain {
		l.Gain[i] = 1
	}
}
