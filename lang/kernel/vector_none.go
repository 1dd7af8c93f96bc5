//go:build !(amd64 || arm64) || purego

package kernel

// This machine has no kernels in assembly. The functions below are never called
// and only keep the package whole.

const (
	hasVector  = false
	vectorName = ""
)

func dotVector(a, b []float32) float32                 { return dotGo(a, b) }
func axpyVector(alpha float32, x, y []float32)         { axpyGo(alpha, x, y) }
func addVector(x, y []float32)                         { addGo(x, y) }
func scaleVector(alpha float32, x []float32)           { scaleGo(alpha, x) }
func gemmVector(m, n, k int, a, b, c []float32)        { gemmGo(m, n, k, a, b, c) }
func spreadVector(l left, m, n, k int, b, c []float32) { spreadGo(l, m, n, k, b, c) }
func dotInt8Vector(a, b []int8) int32                  { return dotInt8Go(a, b) }

func gemmInt8Vector(m, n, k int, a, b []int8, c []int32) { gemmInt8Go(m, n, k, a, b, c) }
