package kernel

import (
	"fmt"
	"testing"
)

// shapes are sizes that a small network for text has: a few to many words at a
// time, layers of 96 to 288 outputs and 96 to 384 inputs.
var shapes = []struct{ m, n, k int }{
	{1, 96, 96}, {1, 288, 288}, {4, 96, 288}, {16, 288, 96}, {16, 288, 288}, {64, 288, 288}, {64, 288, 384}, {64, 97, 101},
}

// gmacs reports the speed of a benchmark in 10⁹ multiplications with addition
// per second.
func gmacs(b *testing.B, macs int) {
	b.ReportMetric(float64(macs)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

// benchmarkShapes measures one operation for every kind of kernel and shape.
func benchmarkShapes(b *testing.B, prepare func(m, n, k int) (run func())) {
	for _, name := range Names() {
		for _, s := range shapes {
			b.Run(fmt.Sprintf("%s/%dx%dx%d", name, s.m, s.n, s.k), func(b *testing.B) {
				defer Force(name)()
				run := prepare(s.m, s.n, s.k)
				for b.Loop() {
					run()
				}
				gmacs(b, s.m*s.n*s.k)
			})
		}
	}
}

func BenchmarkGemm(b *testing.B)   { benchmarkProduct(b, Gemm) }
func BenchmarkGemmNN(b *testing.B) { benchmarkProduct(b, GemmNN) }
func BenchmarkGemmTN(b *testing.B) { benchmarkProduct(b, GemmTN) }

func benchmarkProduct(b *testing.B, product func(m, n, k int, a, b, c []float32)) {
	benchmarkShapes(b, func(m, n, k int) func() {
		x, y, z := random(1, m*k), random(2, n*k), make([]float32, m*n)
		return func() { product(m, n, k, x, y, z) }
	})
}

func BenchmarkGemmInt8(b *testing.B) {
	benchmarkShapes(b, func(m, n, k int) func() {
		x, y, z := make([]int8, m*k), make([]int8, n*k), make([]int32, m*n)
		return func() { GemmInt8(m, n, k, x, y, z) }
	})
}

// benchmarkVectors measures an operation on two vectors.
func benchmarkVectors(b *testing.B, do func(x, y []float32)) {
	for _, name := range Names() {
		for _, n := range []int{64, 96, 288, 384} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				defer Force(name)()
				x, y := random(1, n), random(2, n)
				for b.Loop() {
					do(x, y)
				}
				gmacs(b, n)
			})
		}
	}
}

func BenchmarkDot(b *testing.B) {
	var sum float32
	benchmarkVectors(b, func(x, y []float32) { sum += Dot(x, y) })
}

func BenchmarkAxpy(b *testing.B) {
	benchmarkVectors(b, func(x, y []float32) { Axpy(1e-9, x, y) })
}

func BenchmarkAdd(b *testing.B) {
	benchmarkVectors(b, func(x, y []float32) { Add(x, y) })
}

func BenchmarkScale(b *testing.B) {
	benchmarkVectors(b, func(x, _ []float32) { Scale(1, x) })
}
