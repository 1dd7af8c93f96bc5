package net

import (
	"math"

	"parley/lang/kernel"
)

// epsilon keeps layer normalisation from dividing by nothing.
const epsilon = 1e-5

// Forward computes a layer for a number of rows. It leaves the linear pieces in
// pre, from which training works its way back.
func (l *Layer) Forward(rows int, in, pre, out []float32) {
	units := l.Out * l.Pieces
	fill(pre[:rows*units], l.B)
	kernel.Gemm(rows, units, l.In, in, l.W, pre)
	l.finish(rows, pre, out)
}

// finish computes the layer's units from their linear pieces.
func (l *Layer) finish(rows int, pre, out []float32) {
	units := l.Out * l.Pieces
	for r := range rows {
		y := out[r*l.Out : (r+1)*l.Out]
		Maxout(y, pre[r*units:(r+1)*units], l.Pieces)
		mean, scale := Moments(y)
		for i, v := range y {
			y[i] = (v-mean)*scale*l.Gain[i] + l.Shift[i]
		}
	}
}

// Forward computes the linear map for a number of rows.
func (a *Affine) Forward(rows int, in, out []float32) {
	fill(out[:rows*a.Out], a.B)
	kernel.Gemm(rows, a.Out, a.In, in, a.W, out)
}

// fill repeats a row over the whole of out.
func fill(out, row []float32) {
	for len(out) > 0 {
		out = out[copy(out, row):]
	}
}

// Maxout takes the largest of each unit's pieces, which stand side by side.
func Maxout(out, pre []float32, pieces int) {
	switch pieces {
	case 2:
		for i := range out {
			out[i] = max(pre[2*i], pre[2*i+1])
		}
	case 3:
		for i := range out {
			p := pre[3*i : 3*i+3]
			out[i] = max(p[0], p[1], p[2])
		}
	default:
		for i := range out {
			out[i] = pre[i*pieces+Largest(pre[i*pieces:(i+1)*pieces])]
		}
	}
}

// Largest returns the index of the largest value, the first of equals.
func Largest(values []float32) int {
	best := 0
	for i, v := range values {
		if v > values[best] {
			best = i
		}
	}
	return best
}

// Moments returns the mean of a row and the factor that gives it unit variance.
func Moments(x []float32) (mean, scale float32) {
	n := float32(len(x))
	for _, v := range x {
		mean += v
	}
	mean /= n
	var variance float32
	for _, v := range x {
		variance += (v - mean) * (v - mean)
	}
	return mean, float32(1 / math.Sqrt(float64(variance/n)+epsilon))
}

// Softmax turns scores into probabilities in place.
func Softmax(x []float32) {
	top := x[Largest(x)]
	var sum float32
	for i, v := range x {
		x[i] = float32(math.Exp(float64(v - top)))
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

// Neighbours is how many words a convolution looks at: one on each side.
const Neighbours = 3

// Windows lays each word between its neighbours at the given reach; beyond the
// ends of its sentence there are zeros. Sentences lie one behind the other.
func Windows(out, in []float32, width, reach int, lengths []int) {
	clear(out[:Neighbours*len(in)])
	start := 0
	for _, n := range lengths {
		for i := range n {
			w := out[(start+i)*Neighbours*width:]
			for side := range Neighbours {
				if j := i + (side-1)*reach; j >= 0 && j < n {
					copy(w[side*width:(side+1)*width], in[(start+j)*width:])
				}
			}
		}
		start += n
	}
}
