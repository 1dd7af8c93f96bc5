package backprop

import (
	"parley/lang/kernel"
	"parley/lang/parse/net"
)

// weightsBack adds to dW (out×in) the gradient by the weights of y = x·Wᵀ.
func weightsBack(dW []float32, rows, in, out int, x, dY []float32) {
	kernel.GemmTN(out, in, rows, dY, x, dW)
}

// inputsBack adds to dX the gradient by the inputs of y = x·Wᵀ.
func inputsBack(dX []float32, rows, in, out int, w, dY []float32) {
	kernel.GemmNN(rows, in, out, dY, w, dX)
}

// sumRows adds the rows of a matrix to out.
func sumRows(out, in []float32, rows int) {
	for r := range rows {
		kernel.Axpy(1, in[r*len(out):(r+1)*len(out)], out)
	}
}

// affineBack takes a gradient through a linear map. dX is added to.
func affineBack(a, grad *net.Affine, rows int, x, dY, dX []float32) {
	weightsBack(grad.W, rows, a.In, a.Out, x, dY)
	sumRows(grad.B, dY, rows)
	inputsBack(dX, rows, a.In, a.Out, a.W, dY)
}

// layerBack takes a gradient through a maxout layer: pre is what Forward left
// there; dX is added to. Only the largest piece of a unit has a gradient, so that
// single rows are added where whole matrices would be mostly zero.
func layerBack(l, grad *net.Layer, rows int, x, pre, dOut, dX []float32) {
	norm := normaliser{y: make([]float32, l.Out), dY: make([]float32, l.Out)}
	for r := range rows {
		pieces := pre[r*l.Out*l.Pieces : (r+1)*l.Out*l.Pieces]
		norm.row(l, grad, pieces, dOut[r*l.Out:(r+1)*l.Out])
		in, dIn := x[r*l.In:(r+1)*l.In], dX[r*l.In:(r+1)*l.In]
		for unit, d := range norm.dY {
			u := unit*l.Pieces + net.Largest(pieces[unit*l.Pieces:(unit+1)*l.Pieces])
			grad.B[u] += d
			kernel.Axpy(d, in, grad.W[u*l.In:(u+1)*l.In])
			kernel.Axpy(d, l.W[u*l.In:(u+1)*l.In], dIn)
		}
	}
}

// normaliser takes gradients through layer normalisation.
type normaliser struct {
	y, dY []float32
}

// row computes the gradient of the loss by one row of a layer's units before they
// were normalised, into dY.
func (n *normaliser) row(l, grad *net.Layer, pre, dOut []float32) {
	net.Maxout(n.y, pre, l.Pieces)
	mean, scale := net.Moments(n.y)
	var sum, dot float32 // of the normalised row's gradient, and of it times the row
	for i, d := range dOut {
		n.y[i] = (n.y[i] - mean) * scale
		grad.Gain[i] += d * n.y[i]
		grad.Shift[i] += d
		n.dY[i] = d * l.Gain[i]
		sum += n.dY[i]
		dot += n.dY[i] * n.y[i]
	}
	sum /= float32(l.Out)
	dot /= float32(l.Out)
	for i, d := range n.dY {
		n.dY[i] = scale * (d - sum - n.y[i]*dot)
	}
}

// maxoutBack replaces linear pieces by their gradients: the largest piece of a
// unit gets the unit's, the others none.
func maxoutBack(pre, dOut []float32, pieces int) {
	for i, d := range dOut {
		unit := pre[i*pieces : (i+1)*pieces]
		best := net.Largest(unit)
		clear(unit)
		unit[best] = d
	}
}
