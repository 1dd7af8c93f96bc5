package kernel

import (
	"slices"
	"testing"
)

func TestForce(t *testing.T) {
	preferred := Names()[0]
	if Name() != preferred {
		t.Fatalf("kernels %q are in use, %q are preferred", Name(), preferred)
	}
	for _, name := range Names() {
		restore := Force(name)
		if Name() != name {
			t.Errorf("kernels %q are in use after Force(%q)", Name(), name)
		}
		restore()
	}
	Force("abacus")()
	if Name() != preferred {
		t.Errorf("kernels %q are in use at the end, want %q", Name(), preferred)
	}
	if !slices.Contains(Names(), portable) {
		t.Errorf("the portable kernels are missing from %q", Names())
	}
}

// TestShortSlicesPanic shows that no kernel is reached with a slice that it
// would read or write beyond.
func TestShortSlicesPanic(t *testing.T) {
	full, short := make([]float32, 20), make([]float32, 19)
	ints, shortInts := make([]int8, 20), make([]int8, 19)
	cases := map[string]func(){
		"Dot":      func() { Dot(full, short) },
		"Axpy":     func() { Axpy(1, full, short) },
		"Add":      func() { Add(full, short) },
		"Gemm a":   func() { Gemm(4, 4, 5, short[:19:19], full, full) },
		"Gemm b":   func() { Gemm(4, 4, 5, full, short[:19:19], full) },
		"Gemm c":   func() { Gemm(4, 5, 4, full, full, short[:19:19]) },
		"GemmNN b": func() { GemmNN(4, 4, 5, full, short, full) },
		"GemmTN a": func() { GemmTN(4, 4, 5, short, full, full) },
		"DotInt8":  func() { DotInt8(ints, shortInts) },
		"GemmInt8": func() { GemmInt8(4, 4, 5, ints, shortInts, make([]int32, 16)) },
		"negative": func() { Gemm(-1, 4, 5, full, full, full) },
	}
	onEach(t, func(t *testing.T) {
		for name, call := range cases {
			if !panics(call) {
				t.Errorf("%s: a short slice went through", name)
			}
		}
	})
}

// panics reports whether f panics.
func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}

// TestNothingIsAllocated holds that the kernels leave the heap alone and their
// operands on the caller's stack.
func TestNothingIsAllocated(t *testing.T) {
	onEach(t, func(t *testing.T) {
		allocs := testing.AllocsPerRun(10, func() {
			var a, b, c [64]float32
			var x, y [64]int8
			var z [64]int32
			Gemm(8, 8, 8, a[:], b[:], c[:])
			GemmNN(8, 8, 8, a[:], b[:], c[:])
			GemmTN(8, 8, 8, a[:], b[:], c[:])
			Axpy(Dot(a[:], b[:]), a[:], c[:])
			Add(a[:], c[:])
			Scale(2, c[:])
			GemmInt8(8, 8, 8, x[:], y[:], z[:])
			z[0] += DotInt8(x[:], y[:])
		})
		if allocs != 0 {
			t.Errorf("%v allocations", allocs)
		}
	})
}
