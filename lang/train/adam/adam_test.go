package adam

import (
	"math"
	"testing"
)

// bowl is the gradient of half the squared distance from (1, -2, 3).
func bowl(p []float32) []float32 {
	return []float32{p[0] - 1, p[1] + 2, p[2] - 3}
}

func TestStepFindsTheMinimum(t *testing.T) {
	p := []float32{0, 0, 0}
	o := New(p)
	for n := range 3000 {
		half := bowl(p) // Two workers with half the gradient each.
		for i := range half {
			half[i] /= 2
		}
		rate := 0.05 * (1 - float32(n)/3000)
		o.Step(rate, half, append([]float32(nil), half...))
	}
	for i, want := range []float32{1, -2, 3} {
		if math.Abs(float64(p[i]-want)) > 0.01 || math.Abs(float64(o.Average[i]-want)) > 0.01 {
			t.Errorf("parameter %d is %g, on average %g, want %g", i, p[i], o.Average[i], want)
		}
	}
}

func TestStepClearsGradients(t *testing.T) {
	a, b := []float32{1, 2, 3}, []float32{4, 5, 6}
	New(make([]float32, 3)).Step(0.1, a, b)
	for i := range a {
		if a[i] != 0 || b[i] != 0 {
			t.Fatalf("gradients %v and %v", a, b)
		}
	}
}

func TestDecayDrawsToZero(t *testing.T) {
	p := []float32{8}
	o := New(p)
	o.Decay = 0.5
	for range 100 {
		o.Step(0.1, []float32{0})
	}
	if p[0] > 0.1 {
		t.Errorf("%g after decay", p[0])
	}
}
