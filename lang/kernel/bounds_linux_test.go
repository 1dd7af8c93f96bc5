package kernel

import (
	"fmt"
	"runtime/debug"
	"syscall"
	"testing"
	"unsafe"

	"pgregory.net/rapid"
)

// fenced is memory between two pages that may not be touched.
type fenced struct{ bytes []byte }

// fence maps memory of the given size, in whole pages, until the test ends.
func fence(t *testing.T, size int) fenced {
	t.Helper()
	page := syscall.Getpagesize()
	size = (size + page - 1) / page * page
	all, err := syscall.Mmap(-1, 0, size+2*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		t.Fatalf("map %d bytes: %v", size, err)
	}
	t.Cleanup(func() {
		if err := syscall.Munmap(all); err != nil {
			t.Errorf("unmap: %v", err)
		}
	})
	for _, edge := range [][]byte{all[:page], all[page+size:]} {
		if err := syscall.Mprotect(edge, syscall.PROT_NONE); err != nil {
			t.Fatalf("protect a page: %v", err)
		}
	}
	return fenced{all[page : page+size]}
}

// place returns n elements that lie against the fence, before or behind them.
func place[E int8 | int32 | float32](f fenced, n int, atEnd bool) []E {
	var zero E
	size := int(unsafe.Sizeof(zero))
	from := 0
	if atEnd {
		from = len(f.bytes) - n*size
	}
	return unsafe.Slice((*E)(unsafe.Pointer(unsafe.SliceData(f.bytes[from:]))), n)
}

// TestNothingOutsideIsTouched lets the operands end, or begin, where the memory
// of the process does.
func TestNothingOutsideIsTouched(t *testing.T) {
	const most = 131 * 131 * 4
	fa, fb, fc := fence(t, most), fence(t, most), fence(t, most)
	onEach(t, func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			m, n, k := size(t, "m"), size(t, "n"), size(t, "k")
			atEnd := rapid.Bool().Draw(t, "at the end")
			a, b, c := place[float32](fa, m*k, atEnd), place[float32](fb, n*k, atEnd), place[float32](fc, m*n, atEnd)
			mustStayInside(t, func() { Gemm(m, n, k, a, b, c) })
			mustStayInside(t, func() { GemmNN(m, n, k, a, b, c) })
			mustStayInside(t, func() { GemmTN(m, n, k, a, b, c) })
			x, y := place[float32](fa, n, atEnd), place[float32](fb, n, atEnd)
			mustStayInside(t, func() { Axpy(Dot(x, y), x, y) })
			mustStayInside(t, func() { Add(x, y) })
			mustStayInside(t, func() { Scale(0, x) })
			i, j := place[int8](fa, m*k, atEnd), place[int8](fb, n*k, atEnd)
			mustStayInside(t, func() { GemmInt8(m, n, k, i, j, place[int32](fc, m*n, atEnd)) })
			mustStayInside(t, func() { DotInt8(i[:min(len(i), len(j))], j) })
		})
	})
}

// mustStayInside fails if f touches a fence.
func mustStayInside(t *rapid.T, f func()) {
	t.Helper()
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if fault := recover(); fault != nil {
			t.Fatal(fmt.Sprint("touched memory outside: ", fault))
		}
	}()
	f()
}
