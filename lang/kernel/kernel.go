// Package kernel holds the arithmetic that the neural analyser spends its time
// on: products of matrices and vectors of float32, and of int8 for quantised
// weights. In flow row-major slices, out flows the result in a slice of the
// caller's; nothing is allocated and nothing is kept.
//
// Each operation exists in portable Go and in assembly for amd64 with AVX2 and
// for arm64; the build tag purego leaves the assembly out. They all give the
// same bits, because the order of the additions is part of each operation's
// definition and multiplication and addition are rounded separately. A fused
// multiply-add would save about a tenth of the time on a Zen 4 and the portable
// kernels could not follow it:
//
//   - A dot product adds the products of the elements i, i+8, i+16, ... into
//     lane i, for i in 0..7, and then the lanes as
//     ((0+1)+(2+3)) + ((4+5)+(6+7)).
//   - A sum of scaled rows adds one row after the other.
//
// So no result depends on the number of rows that are worked on together either:
// a word gets the same vector alone and in a batch. The bit pattern of a NaN is
// the one thing left open.
//
// A slice that is too short for the given shape is an error of the program and
// panics as an index out of range does. Longer slices are fine. The result must
// not overlap an operand, except that it may be the very same slice in Add.
package kernel

// Dot returns the dot product of a and the first len(a) elements of b.
func Dot(a, b []float32) float32 {
	b = b[:len(a)]
	if len(a) > 0 && vectorised() {
		return dotVector(a, b)
	}
	return dotGo(a, b)
}

// Axpy adds alpha·x to the first len(x) elements of y.
func Axpy(alpha float32, x, y []float32) {
	y = y[:len(x)]
	if len(x) > 0 && vectorised() {
		axpyVector(alpha, x, y)
		return
	}
	axpyGo(alpha, x, y)
}

// Add adds x to the first len(x) elements of y.
func Add(x, y []float32) {
	y = y[:len(x)]
	if len(x) > 0 && vectorised() {
		addVector(x, y)
		return
	}
	addGo(x, y)
}

// Scale multiplies x by alpha.
func Scale(alpha float32, x []float32) {
	if len(x) > 0 && vectorised() {
		scaleVector(alpha, x)
		return
	}
	scaleGo(alpha, x)
}

// MaxIndex returns the index of the first greatest element of x, or -1 if there
// is none. A NaN is never the greatest.
func MaxIndex(x []float32) int {
	best := -1
	for i, v := range x {
		if v == v && (best < 0 || v > x[best]) {
			best = i
		}
	}
	return best
}

// Gemm adds A·Bᵀ to C, where A is m×k, B is n×k and C is m×n. This is a layer
// of a network going forward: a row of A is an input, a row of B the weights of
// one output.
func Gemm(m, n, k int, a, b, c []float32) {
	a, b, c = a[:m*k], b[:n*k], c[:m*n]
	if len(a) == 0 || len(b) == 0 {
		return
	}
	if vectorised() {
		gemmVector(m, n, k, a, b, c)
		return
	}
	gemmGo(m, n, k, a, b, c)
}

// GemmNN adds A·B to C, where A is m×k, B is k×n and C is m×n. It takes the
// gradient of a layer's outputs (A) back through the weights (B) to its inputs.
func GemmNN(m, n, k int, a, b, c []float32) {
	a, b, c = a[:m*k], b[:k*n], c[:m*n]
	if len(a) == 0 || len(b) == 0 {
		return
	}
	spread(left{a: a, row: k, step: 1}, m, n, k, b, c)
}

// GemmTN adds Aᵀ·B to C, where A is k×m, B is k×n and C is m×n. It gathers the
// gradient of a layer's weights from the gradient of its outputs (A) and its
// inputs (B), k being the size of the batch.
func GemmTN(m, n, k int, a, b, c []float32) {
	a, b, c = a[:k*m], b[:k*n], c[:m*n]
	if len(a) == 0 || len(b) == 0 {
		return
	}
	spread(left{a: a, row: 1, step: m}, m, n, k, b, c)
}

// left is the left operand of a sum of scaled rows. The factor of row p of B in
// row i of C is a[i*row+p*step], which serves a matrix and its transpose.
type left struct {
	a         []float32
	row, step int
}

// spread adds, to each row i of C, the rows of B scaled by row i of the left
// operand. No size is 0.
func spread(l left, m, n, k int, b, c []float32) {
	if vectorised() {
		spreadVector(l, m, n, k, b, c)
		return
	}
	spreadGo(l, m, n, k, b, c)
}

// DotInt8 returns the dot product of a and the first len(a) elements of b. It
// is exact for up to 131,071 elements; beyond, the sum may wrap around.
func DotInt8(a, b []int8) int32 {
	b = b[:len(a)]
	if len(a) > 0 && vectorised() {
		return dotInt8Vector(a, b)
	}
	return dotInt8Go(a, b)
}

// GemmInt8 adds A·Bᵀ to C, where A is m×k, B is n×k and C is m×n. It is as exact
// as DotInt8.
func GemmInt8(m, n, k int, a, b []int8, c []int32) {
	a, b, c = a[:m*k], b[:n*k], c[:m*n]
	if len(a) == 0 || len(b) == 0 {
		return
	}
	if vectorised() {
		gemmInt8Vector(m, n, k, a, b, c)
		return
	}
	gemmInt8Go(m, n, k, a, b, c)
}
