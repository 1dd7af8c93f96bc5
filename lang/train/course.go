package main

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"parley/lang/train/adam"
	"parley/lang/train/backprop"
)

// workers is the number of goroutines that share a batch. It is fixed, since the
// sums of their gradients depend on it in the last bits.
const workers = 2

// pace is how a course of training goes forward.
type pace struct {
	Seed    uint64
	Epochs  int
	Batch   int     // words of a batch
	Rate    float64 // highest learning rate
	Decay   float32 // weight decay
	Dropout float32 // share of the units of each layer that are left out
}

// learner is what a course needs to know of a network and its examples.
type learner[E any] struct {
	params    []float32
	gradients [workers][]float32
	words     func(E) int
	// learn adds one worker's gradients for its share of a batch; scale is one over
	// the words of the batch.
	learn func(worker int, share []E, scale float32, random *rand.Rand) backprop.Loss
}

// course is a training of a network on examples.
type course[E any] struct {
	pace
	learner[E]
	examples  []E
	random    *rand.Rand
	optimiser *adam.Optimiser
	step      int
	steps     int // in all
}

func newCourse[E any](p pace, l learner[E], examples []E, random *rand.Rand) *course[E] {
	c := &course[E]{pace: p, learner: l, random: random, optimiser: adam.New(l.params)}
	c.examples = slices.Clone(examples) // Each epoch shuffles them.
	c.optimiser.Decay = p.Decay
	c.steps = p.Epochs * (c.total(examples)/p.Batch + 1)
	return c
}

// total counts the words of examples.
func (c *course[E]) total(examples []E) int {
	n := 0
	for _, e := range examples {
		n += c.words(e)
	}
	return n
}

// epoch goes through all examples once, in random order.
func (c *course[E]) epoch(ctx context.Context) (backprop.Loss, error) {
	var total backprop.Loss
	c.random.Shuffle(len(c.examples), func(i, j int) {
		c.examples[i], c.examples[j] = c.examples[j], c.examples[i]
	})
	for rest := c.examples; len(rest) > 0; {
		if err := ctx.Err(); err != nil {
			return total, err
		}
		var batch []E
		batch, rest = c.cut(rest, c.Batch)
		total.Add(c.batch(batch))
	}
	return total, nil
}

// cut takes examples of so many words off a list.
func (c *course[E]) cut(list []E, words int) (batch, rest []E) {
	n := 0
	for i, e := range list {
		if n += c.words(e); n >= words {
			return list[:i+1], list[i+1:]
		}
	}
	return list, nil
}

// batch makes one step. The examples are dealt out to the workers by their words,
// and each worker draws from its own source, so the result does not depend on
// which of them is faster.
func (c *course[E]) batch(batch []E) backprop.Loss {
	words := c.total(batch)
	var losses [workers]backprop.Loss
	var wait sync.WaitGroup
	rest := batch
	for i := range workers {
		share := rest
		if i < workers-1 {
			share, rest = c.cut(rest, words/workers+1)
		}
		random := rand.New(rand.NewPCG(c.random.Uint64(), uint64(i)))
		wait.Go(func() { losses[i] = c.learn(i, share, 1/float32(words), random) })
	}
	wait.Wait()
	c.optimiser.Step(c.rate(), c.gradients[:]...)
	c.step++
	for _, l := range losses[1:] {
		losses[0].Add(l)
	}
	return losses[0]
}

// warmUp is the number of steps in which the learning rate rises.
const warmUp = 200

// rate is the learning rate: it rises, then falls to nothing along a half cosine
// (Loshchilov and Hutter 2017).
func (c *course[E]) rate() float32 {
	done := float64(c.step) / float64(c.steps)
	rate := c.Rate * (1 + math.Cos(math.Pi*min(done, 1))) / 2
	return float32(rate * min(1, float64(c.step+1)/warmUp))
}

// draw fills weights evenly from [-limit, limit).
func draw(w []float32, limit float64, random *rand.Rand) {
	for i := range w {
		w[i] = float32((2*random.Float64() - 1) * limit)
	}
}
