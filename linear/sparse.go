package linear

import (
	"maps"
	"math"
	"slices"
)

// Weights are the weights of named items: a binary logistic regression of which most
// weights are nought, so that a person can read the rest.
type Weights map[string]float64

// Always is the item that every set has; its weight is never held back.
const Always = "always"

// Probability returns the probability, above 0 and below 1, that a set of items is of the
// kind that was learnt. An item counts as often as it is named.
func (w Weights) Probability(items []string) float64 {
	sum := w[Always]
	for _, i := range items {
		sum += w[i]
	}
	return 1 / (1 + math.Exp(-sum))
}

// Judged is a set of items, each once, and whether it is of the kind to be learnt.
type Judged struct {
	Items []string
	Right bool
}

// rounds is how often all examples are looked at to find weights.
const rounds = 600

// Fit learns weights from examples. Items that are free are not held back either. The penalty is on the absolute values of the weights
// (Tibshirani, "Regression shrinkage and selection via the lasso", 1996), for each example:
// with a higher one fewer items have a weight. They are found by the accelerated proximal
// gradient (Beck and Teboulle, "FISTA", SIAM Journal on Imaging Sciences, 2009). The same
// examples give the same weights on every machine.
func Fit(examples []Judged, penalty float64, free ...string) Weights {
	f := newFit(examples, free)
	w, ahead := make([]float64, len(f.names)), make([]float64, len(f.names))
	t := 1.0
	for range rounds {
		next := f.step(ahead, penalty)
		t2 := (1 + math.Sqrt(1+4*t*t)) / 2
		for i := range next {
			ahead[i] = next[i] + (t-1)/t2*(next[i]-w[i])
		}
		w, t = next, t2
	}
	out := Weights{}
	for i, name := range f.names {
		if w[i] != 0 {
			out[name] = w[i]
		}
	}
	return out
}

// fit is examples with their items as numbers; 0 is Always.
type fit struct {
	names  []string
	free   []bool
	rows   [][]int
	right  []bool
	length float64 // of a step
}

// newFit numbers the items of examples in the order of their names.
func newFit(examples []Judged, free []string) *fit {
	number := map[string]int{}
	for _, e := range examples {
		for _, i := range e.Items {
			number[i] = 0
		}
	}
	delete(number, Always)
	f := &fit{names: append([]string{Always}, slices.Sorted(maps.Keys(number))...)}
	for i, name := range f.names {
		number[name] = i
		f.free = append(f.free, i == 0 || slices.Contains(free, name))
	}
	most := 1
	for _, e := range examples {
		row := []int{0}
		for _, i := range e.Items {
			row = append(row, number[i])
		}
		slices.Sort(row)
		row = slices.Compact(row)
		most = max(most, len(row))
		f.rows, f.right = append(f.rows, row), append(f.right, e.Right)
	}
	f.length = 4 / float64(most) // The gradient changes by at most a quarter of the longest row.
	return f
}

// step returns weights one step down the gradient of the mean loss, drawn to nought by the penalty.
func (f *fit) step(w []float64, penalty float64) []float64 {
	gradient := make([]float64, len(w))
	for k, row := range f.rows {
		sum := 0.0
		for _, i := range row {
			sum += w[i]
		}
		d := 1 / (1 + math.Exp(-sum))
		if f.right[k] {
			d--
		}
		for _, i := range row {
			gradient[i] += d
		}
	}
	out := make([]float64, len(w))
	for i := range w {
		x := w[i] - f.length*gradient[i]/float64(len(f.rows))
		if !f.free[i] {
			x = math.Copysign(max(0, math.Abs(x)-f.length*penalty), x)
		}
		out[i] = x
	}
	return out
}
