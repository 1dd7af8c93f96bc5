// Package linear learns and applies linear classifiers: multinomial logistic regression
// over hashed binary features. In flow examples, each a set of features and a class, out
// flows a model that gives the classes of other sets their probabilities.
//
// Features are hashed into a fixed number of buckets (Weinberger et al., "Feature hashing
// for large scale multitask learning", ICML 2009), so that a model keeps no word of what it
// was learnt from. The weights are found by stochastic gradient descent with a step of its
// own for each weight (Duchi, Hazan and Singer, "Adaptive subgradient methods", JMLR 2011)
// and a penalty on their squares. The same examples give the same model on every machine.
package linear

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
)

// bits is the logarithm of how many buckets there are. Twice as many changed no measure.
const bits = 19

// Features is a set of hashed features, in order and each once.
type Features []uint32

// Set gathers features.
type Set struct{ seen map[uint32]struct{} }

// NewSet returns an empty set.
func NewSet() *Set { return &Set{seen: map[uint32]struct{}{}} }

// Add adds the feature that the parts make together.
func (s *Set) Add(parts ...string) {
	h := fnv.New64a()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	sum := h.Sum64()
	s.seen[uint32(sum>>32^sum)&(1<<bits-1)] = struct{}{}
}

// Features returns what was added.
func (s *Set) Features() Features {
	out := make(Features, 0, len(s.seen))
	for f := range s.seen {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}

// Example is a set of features with its class, counted from 0.
type Example struct {
	Features Features
	Class    int
}

// Model gives features the probabilities of classes.
type Model struct {
	classes int
	weights []float32 // by bucket and class
}

// How a model is learnt: how often each example is seen, the first step, the penalty, and
// in how many examples a feature must stand to count.
const (
	epochs  = 12
	step    = 0.1
	penalty = 2e-5
	least   = 2
)

// Train learns a model with so many classes from examples.
func Train(examples []Example, classes int) *Model {
	t := trainer{
		Model:   Model{classes: classes, weights: make([]float32, classes<<bits)},
		squares: make([]float32, classes<<bits),
		p:       make([]float64, classes),
	}
	t.count(examples)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	shuffle := rand.New(rand.NewPCG(1, 1))
	for range epochs {
		shuffle.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.learn(&examples[i])
		}
	}
	return &t.Model
}

// trainer is a model while it learns.
type trainer struct {
	Model
	squares []float32 // the sum of the squares of each weight's gradients
	seen    []uint32  // in how many examples each bucket stands
	p       []float64
}

// count counts in how many examples each bucket stands.
func (t *trainer) count(examples []Example) {
	t.seen = make([]uint32, 1<<bits)
	for i := range examples {
		for _, f := range examples[i].Features {
			t.seen[f]++
		}
	}
}

// learn moves the weights of an example's features along its gradient.
func (t *trainer) learn(e *Example) {
	t.probabilities(e.Features, t.p)
	for k := range t.classes {
		g := t.p[k]
		if k == e.Class {
			g--
		}
		for _, f := range e.Features {
			if t.seen[f] < least {
				continue
			}
			i := int(f)*t.classes + k
			d := float32(g) + penalty*t.weights[i]
			t.squares[i] += d * d
			if t.squares[i] > 0 {
				t.weights[i] -= step * d / float32(math.Sqrt(float64(t.squares[i]))+1e-8)
			}
		}
	}
}

// probabilities writes the probabilities of the classes to p.
func (m *Model) probabilities(features Features, p []float64) {
	for k := range p {
		p[k] = 0
	}
	for _, f := range features {
		for k := range m.classes {
			p[k] += float64(m.weights[int(f)*m.classes+k])
		}
	}
	top, sum := slices.Max(p), 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
}

// Class returns the likeliest class and its probability.
func (m *Model) Class(features Features) (class int, probability float64) {
	p := make([]float64, m.classes)
	m.probabilities(features, p)
	for k := range p {
		if p[k] > p[class] {
			class = k
		}
	}
	return class, p[class]
}
