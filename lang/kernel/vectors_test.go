package kernel

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// operations are the operations on vectors with what each is to make of an
// element of y, from which it is right to the last bit. A dot product is the
// exception; it has tests of its own.
var operations = []struct {
	name string
	do   func(alpha float32, x, y []float32)
	want func(alpha, x, y float32) float32
}{
	{"Axpy", Axpy, func(alpha, x, y float32) float32 { return y + float32(alpha*x) }},
	{"Add", func(_ float32, x, y []float32) { Add(x, y) }, func(_, x, y float32) float32 { return y + x }},
	{"Scale", func(alpha float32, _, y []float32) { Scale(alpha, y) }, func(alpha, _, y float32) float32 { return y * alpha }},
}

func TestVectorOperations(t *testing.T) {
	for _, op := range operations {
		t.Run(op.name, func(t *testing.T) {
			onEach(t, func(t *testing.T) {
				rapid.Check(t, func(t *rapid.T) {
					n := size(t, "n")
					alpha := rapid.SampledFrom([]float32{0, 1, -0.3, 1e-30}).Draw(t, "alpha")
					x, before := floats(t, n, "x"), floats(t, n, "y")
					y, check := guarded(t, before)
					op.do(alpha, x, y)
					check()
					want := slices.Clone(before)
					for i := range want {
						want[i] = op.want(alpha, x[i], before[i])
					}
					mustEqualBits(t, want, y)
				})
			})
		})
	}
}

func TestDotIsRight(t *testing.T) {
	onEach(t, func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			n := size(t, "n")
			a, b := floats(t, n, "a"), floats(t, n, "b")
			mustBeNear(t, 0, Dot(a, b), n, func(q int) (x, y float32) { return a[q], b[q] })
		})
	})
}

// TestDotOrder holds the order of additions that the package comment promises,
// with a plain reading of it.
func TestDotOrder(t *testing.T) {
	onEach(t, func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			n := size(t, "n")
			a, b := floats(t, n, "a"), floats(t, n, "b")
			var s [8]float32
			for i := range a {
				s[i%8] += float32(a[i] * b[i])
			}
			want := ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
			mustEqualBits(t, []float32{want}, []float32{Dot(a, b)})
		})
	})
}

// TestNumbersAtTheEdge shows that infinities, the smallest numbers and signed
// zeros come out alike, and a NaN as a NaN.
func TestNumbersAtTheEdge(t *testing.T) {
	inf, tiny := float32(math.Inf(1)), float32(math.SmallestNonzeroFloat32)
	minusZero := float32(math.Copysign(0, -1))
	cases := []struct {
		name       string
		a, b, want float32
	}{
		{"infinity", inf, 2, inf},
		{"minus infinity", inf, -2, -inf},
		{"no number", inf, 0, float32(math.NaN())},
		{"overflow", math.MaxFloat32, 2, inf},
		{"smallest", tiny, 3, 3 * tiny},
		{"underflow", tiny, 0.25, 0},
		{"minus zero", minusZero, 1, 0},
	}
	onEach(t, func(t *testing.T) {
		for _, c := range cases {
			for _, n := range []int{1, 7, 8, 9, 33} {
				a, b := make([]float32, n), make([]float32, n)
				a[n-1], b[n-1] = c.a, c.b
				got := Dot(a, b)
				if math.Float32bits(got) != math.Float32bits(c.want) && !(got != got && c.want != c.want) {
					t.Errorf("%s, %d elements: got %v, want %v", c.name, n, got, c.want)
				}
			}
		}
	})
}

func TestMaxIndex(t *testing.T) {
	nan, low := float32(math.NaN()), float32(math.Inf(-1))
	cases := []struct {
		name string
		x    []float32
		want int
	}{
		{"nothing", nil, -1},
		{"one", []float32{-3}, 0},
		{"the first of equals", []float32{1, 4, 4}, 1},
		{"no number first", []float32{nan, 2, 1}, 1},
		{"no number last", []float32{2, nan}, 0},
		{"no numbers at all", []float32{nan, nan}, -1},
		{"as low as it gets", []float32{low, low}, 0},
	}
	for _, c := range cases {
		if got := MaxIndex(c.x); got != c.want {
			t.Errorf("%s: MaxIndex(%v) = %d, want %d", c.name, c.x, got, c.want)
		}
	}
}

// TestInt8IsExact compares with a sum in int64.
func TestInt8IsExact(t *testing.T) {
	onEach(t, func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			m, n, k := size(t, "m"), size(t, "n"), size(t, "k")
			a, b := integers(t, m*k, "a"), integers(t, n*k, "b")
			before := make([]int32, m*n)
			for i := range before {
				before[i] = int32(i)
			}
			c, check := guarded(t, before)
			GemmInt8(m, n, k, a, b, c)
			check()
			for i := range m {
				for j := range n {
					row, column := a[i*k:][:k], b[j*k:][:k]
					want := exactDot(row, column)
					if got := int64(DotInt8(row, column)); got != want {
						t.Fatalf("DotInt8 of %d elements = %d, want %d", k, got, want)
					}
					if got := int64(c[i*n+j]); got != want+int64(i*n+j) {
						t.Fatalf("GemmInt8 at %d,%d = %d, want %d", i, j, got, want+int64(i*n+j))
					}
				}
			}
		})
	})
}

// exactDot is the dot product of two int8 vectors, computed where nothing can
// overflow.
func exactDot(a, b []int8) int64 {
	var sum int64
	for i := range a {
		sum += int64(a[i]) * int64(b[i])
	}
	return sum
}

// TestInt8DoesNotSaturate multiplies the extreme values, whose pairs overflow 16
// bits and whose sum just fits 32.
func TestInt8DoesNotSaturate(t *testing.T) {
	a := slices.Repeat([]int8{-128}, 131071)
	onEach(t, func(t *testing.T) {
		if got, want := int64(DotInt8(a, a)), exactDot(a, a); got != want {
			t.Errorf("got %d, want %d", got, want)
		}
	})
}
