package kernel

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// onEach runs a test once for each kind of kernel.
func onEach(t *testing.T, body func(t *testing.T)) {
	t.Helper()
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) {
			defer Force(name)()
			body(t)
		})
	}
}

// floats draws a slice of ordinary values, small enough that no sum overflows.
func floats(t *rapid.T, n int, label string) []float32 {
	return random(rapid.Uint64().Draw(t, label), n)
}

// random returns n values that depend on the seed alone.
func random(seed uint64, n int) []float32 {
	r := rand.New(rand.NewPCG(seed, 1))
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

// integers draws a slice of int8, where the extreme values are common.
func integers(t *rapid.T, n int, label string) []int8 {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, label), 2))
	x := make([]int8, n)
	for i := range x {
		x[i] = int8(r.IntN(256) - 128)
		if r.IntN(4) == 0 {
			x[i] = -128
		}
	}
	return x
}

// size draws a side of a matrix: 0, 1, and values around the sizes of tiles,
// vectors and blocks.
func size(t *rapid.T, label string) int {
	few, many := rapid.IntRange(0, 40), rapid.SampledFrom([]int{63, 64, 65, 96, 100, 128, 131})
	return rapid.OneOf(few, few, few, many).Draw(t, label)
}

// guard is written behind every result; a kernel that writes too far breaks it.
const guard = 12345

// guarded returns a copy of x that lies between guards, and a function that
// fails the test if one of them has changed.
func guarded[E int32 | float32](t *rapid.T, x []E) (inner []E, check func()) {
	const margin = 16
	all := make([]E, len(x)+2*margin)
	for i := range all {
		all[i] = guard
	}
	copy(all[margin:], x)
	return all[margin:][:len(x)], func() {
		for i, v := range all {
			if (i < margin || i >= margin+len(x)) && v != guard {
				t.Fatalf("the kernel wrote %d elements beyond its result of %d", i-margin, len(x))
			}
		}
	}
}

// mustEqualBits fails unless both slices hold the same bits.
func mustEqualBits(t *rapid.T, want, got []float32) {
	t.Helper()
	for i := range want {
		if math.Float32bits(want[i]) != math.Float32bits(got[i]) {
			t.Fatalf("element %d of %d: want %v, got %v", i, len(want), want[i], got[i])
		}
	}
}

// mustAgree fails unless both kinds of kernel make the same of x.
func mustAgree(t *rapid.T, x []float32, do func(x []float32)) {
	t.Helper()
	mustEqualBits(t, inKernel(t, portable, x, do), inKernel(t, vectorName, x, do))
}

// vectorOnly skips a comparison where there is nothing to compare.
func vectorOnly(t *testing.T) {
	t.Helper()
	if !hasVector {
		t.Skip("this machine has the portable kernels alone")
	}
}

// products are the three products of matrices with the distances by which a
// plain triple loop reads their operands.
var products = []struct {
	name    string
	product func(m, n, k int, a, b, c []float32)
	a, b    func(m, n, k int) (outer, inner int) // distances of a[i,p] and b[j,p]
}{
	{"Gemm", Gemm,
		func(m, n, k int) (int, int) { return k, 1 }, func(m, n, k int) (int, int) { return k, 1 }},
	{"GemmNN", GemmNN,
		func(m, n, k int) (int, int) { return k, 1 }, func(m, n, k int) (int, int) { return 1, n }},
	{"GemmTN", GemmTN,
		func(m, n, k int) (int, int) { return 1, m }, func(m, n, k int) (int, int) { return 1, n }},
}

// TestProductsAreRight compares each product with a triple loop in float64.
func TestProductsAreRight(t *testing.T) {
	for _, p := range products {
		t.Run(p.name, func(t *testing.T) {
			onEach(t, func(t *testing.T) {
				rapid.Check(t, func(t *rapid.T) {
					m, n, k := size(t, "m"), size(t, "n"), size(t, "k")
					a, b := floats(t, m*k, "a"), floats(t, n*k, "b")
					before := floats(t, m*n, "c")
					c, check := guarded(t, before)
					p.product(m, n, k, a, b, c)
					check()
					ai, ap := p.a(m, n, k)
					bj, bp := p.b(m, n, k)
					for i := range m {
						for j := range n {
							mustBeNear(t, before[i*n+j], c[i*n+j], k, func(q int) (x, y float32) {
								return a[i*ai+q*ap], b[j*bj+q*bp]
							})
						}
					}
				})
			})
		})
	}
}

// mustBeNear fails unless got is start plus the k products of pair, but for the
// rounding that k+8 additions in float32 may bring.
func mustBeNear(t *rapid.T, start, got float32, k int, pair func(q int) (x, y float32)) {
	t.Helper()
	sum, size := float64(start), math.Abs(float64(start))
	for q := range k {
		x, y := pair(q)
		sum += float64(x) * float64(y)
		size += math.Abs(float64(x) * float64(y))
	}
	const half = 1.0 / (1 << 24)
	if bound := float64(k+8) * half * size; math.Abs(sum-float64(got)) > bound {
		t.Fatalf("got %v, want %v within %g", got, sum, bound)
	}
}

// TestProductsAgree holds the promise that the kernels give the same bits.
func TestProductsAgree(t *testing.T) {
	vectorOnly(t)
	for _, p := range products {
		t.Run(p.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				m, n, k := size(t, "m"), size(t, "n"), size(t, "k")
				a, b, before := floats(t, m*k, "a"), floats(t, n*k, "b"), floats(t, m*n, "c")
				mustAgree(t, before, func(c []float32) { p.product(m, n, k, a, b, c) })
			})
		})
	}
}

// inKernel returns what the named kernels make of a copy of x.
func inKernel(t *rapid.T, name string, x []float32, do func(x []float32)) []float32 {
	defer Force(name)()
	if Name() != name {
		t.Fatalf("kernels %q are in use, not %q", Name(), name)
	}
	result, check := guarded(t, x)
	do(result)
	check()
	return result
}

// TestRowsStandAlone holds the promise that a row of the result does not depend
// on the rows beside it.
func TestRowsStandAlone(t *testing.T) {
	onEach(t, func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			m, n, k := size(t, "m"), size(t, "n"), size(t, "k")
			a, b, before := floats(t, m*k, "a"), floats(t, n*k, "b"), floats(t, m*n, "c")
			together, alone := slices.Clone(before), slices.Clone(before)
			Gemm(m, n, k, a, b, together)
			for i := range m {
				Gemm(1, n, k, a[i*k:], b, alone[i*n:])
			}
			mustEqualBits(t, together, alone)
			copy(together, before)
			copy(alone, before)
			GemmNN(m, n, k, a, b, together)
			for i := range m {
				GemmNN(1, n, k, a[i*k:], b, alone[i*n:])
			}
			mustEqualBits(t, together, alone)
		})
	})
}
