// Package adam is the Adam optimiser (Kingma and Ba 2015) with decoupled weight
// decay (Loshchilov and Hutter 2019) and a moving average of the parameters
// (Polyak and Juditsky 1992), which is what a finished training keeps.
package adam

import (
	"math"
	"sync"
)

// The usual settings of Adam.
const (
	beta1   = 0.9
	beta2   = 0.999
	epsilon = 1e-8
)

// Optimiser changes parameters by their gradients.
type Optimiser struct {
	Decay   float32 // share of a parameter lost at each step, times the rate
	Average []float32

	params        []float32
	first, second []float32 // moving averages of the gradient and of its square
	steps         int
}

// New makes an optimiser of the parameters.
func New(params []float32) *Optimiser {
	n := len(params)
	return &Optimiser{
		Average: append([]float32(nil), params...),
		params:  params,
		first:   make([]float32, n),
		second:  make([]float32, n),
	}
}

// Step makes one step with the sum of the gradients, at a learning rate, and
// clears them. The parameters are shared out among as many goroutines as there
// are gradients; that changes nothing in the result.
func (o *Optimiser) Step(rate float32, gradients ...[]float32) {
	o.steps++
	step := stepSizes(o.steps, rate, o.Decay)
	var wait sync.WaitGroup
	size := (len(o.params) + len(gradients) - 1) / len(gradients)
	for i := range gradients {
		first, last := i*size, min((i+1)*size, len(o.params))
		wait.Go(func() { o.update(step, first, last, gradients) })
	}
	wait.Wait()
}

// step is what the formulas need at one step.
type step struct {
	rate    float32 // with the correction of the first moment's bias
	correct float32 // of the second moment's bias
	keep    float32 // share of a parameter that decay leaves
	average float32 // share of the moving average that is renewed
}

// slowest is the share of the average that is renewed at each late step.
const slowest = 0.002

func stepSizes(n int, rate, decay float32) step {
	t := float64(n)
	return step{
		rate:    rate / float32(1-math.Pow(beta1, t)),
		correct: 1 / float32(1-math.Pow(beta2, t)),
		keep:    1 - rate*decay,
		average: max(slowest, float32(1/(1+t/10))),
	}
}

// update changes the parameters [first, last).
func (o *Optimiser) update(s step, first, last int, gradients [][]float32) {
	sum := gradients[0][first:last]
	for _, g := range gradients[1:] {
		for i, v := range g[first:last] {
			sum[i] += v
		}
		clear(g[first:last])
	}
	p, m, v := o.params[first:last], o.first[first:last], o.second[first:last]
	average := o.Average[first:last]
	for i, g := range sum {
		m[i] += (1 - beta1) * (g - m[i])
		v[i] += (1 - beta2) * (g*g - v[i])
		root := float32(math.Sqrt(float64(v[i] * s.correct)))
		p[i] = p[i]*s.keep - s.rate*m[i]/(root+epsilon)
		average[i] += s.average * (p[i] - average[i])
	}
	clear(sum)
}
