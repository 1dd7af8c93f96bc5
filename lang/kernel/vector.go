//go:build (amd64 || arm64) && !purego

package kernel

// This file cuts the operations into pieces for the functions in assembly, which
// are the same for each machine.

// The sizes below are those of the kernels in assembly and of the caches. They
// decide speed alone, never a result.
const (
	tileRows  = 4        // rows of C that one call works on
	tileCols  = 2        // columns of C that gemmRows4 works on at a time
	spreadCol = 32       // columns of C that one call of spreadRows4 works on
	blockSize = 16 << 10 // bytes of B that stay in the first-level cache
	int8Step  = 16       // elements that the int8 kernels take at a time
)

func dotVector(a, b []float32) float32 {
	if len(a) < lanes {
		return dotGo(a, b)
	}
	var sum float32
	gemmRow1(1, len(a), &a[0], &b[0], &sum)
	return sum
}

func axpyVector(alpha float32, x, y []float32) { axpyRow(len(x), alpha, &x[0], &y[0]) }

func addVector(x, y []float32) { addRow(len(x), &x[0], &y[0]) }

func scaleVector(alpha float32, x []float32) { scaleRow(len(x), alpha, &x[0]) }

// gemmVector goes through B in blocks that stay in the first-level cache while
// all rows of A pass by.
func gemmVector(m, n, k int, a, b, c []float32) {
	if k < lanes {
		gemmGo(m, n, k, a, b, c)
		return
	}
	block := blockRows(n, k*4)
	for j := 0; j < n; j += block {
		width := min(block, n-j)
		even := width - width%tileCols
		i := 0
		for ; i+tileRows <= m && even > 0; i += tileRows {
			gemmRows4(even, k, n, &a[i*k], &b[j*k], &c[i*n+j])
			if even < width {
				gemmColumn(n, k, a[i*k:], b[(j+even)*k:], c[i*n+j+even:])
			}
		}
		for ; i < m; i++ {
			gemmRow1(width, k, &a[i*k], &b[j*k], &c[i*n+j])
		}
	}
}

// blockRows returns how many of n rows, of so many bytes each, make a block. A
// block is whole tiles.
func blockRows(n, bytes int) int {
	rows := blockSize / bytes
	return min(n, max(rows-rows%tileCols, tileCols))
}

// gemmColumn adds the dot products of 4 rows of A with one row of B to one
// column of C.
func gemmColumn(n, k int, a, b, c []float32) {
	for i := range tileRows {
		gemmRow1(1, k, &a[i*k], &b[0], &c[i*n])
	}
}

// spreadVector goes through B in panels of few columns, so that a panel is
// still in the cache when the next rows of C need it.
func spreadVector(l left, m, n, k int, b, c []float32) {
	whole := m - m%tileRows
	for j := 0; j < n && whole > 0; j += spreadCol {
		width := min(spreadCol, n-j)
		for i := 0; i < whole; i += tileRows {
			spreadRows4(width, k, l.row, l.step, n, n, &l.a[i*l.row], &b[j], &c[i*n+j])
		}
	}
	for i := whole; i < m; i++ {
		for p := range k {
			axpyRow(n, l.a[i*l.row+p*l.step], &b[p*n], &c[i*n])
		}
	}
}

func dotInt8Vector(a, b []int8) int32 {
	var sum int32
	whole := len(a) - len(a)%int8Step
	if whole > 0 {
		gemmInt8Row1(1, whole, len(a), &a[0], &b[0], &sum)
	}
	return sum + dotInt8Go(a[whole:], b[whole:])
}

func gemmInt8Vector(m, n, k int, a, b []int8, c []int32) {
	whole := k - k%int8Step
	if whole > 0 {
		gemmInt8Whole(m, n, whole, k, a, b, c)
	}
	if whole == k {
		return
	}
	for i := range m {
		rest, out := a[i*k+whole:(i+1)*k], c[i*n:][:n]
		for j := range out {
			out[j] += dotInt8Go(rest, b[j*k+whole:(j+1)*k])
		}
	}
}

// gemmInt8Whole is gemmVector for the first k elements of rows of ld.
func gemmInt8Whole(m, n, k, ld int, a, b []int8, c []int32) {
	block := blockRows(n, ld)
	for j := 0; j < n; j += block {
		width := min(block, n-j)
		even := width - width%tileCols
		i := 0
		for ; i+tileRows <= m && even > 0; i += tileRows {
			gemmInt8Rows4(even, k, ld, n, &a[i*ld], &b[j*ld], &c[i*n+j])
			for r := i; r < i+tileRows && even < width; r++ {
				gemmInt8Row1(1, k, ld, &a[r*ld], &b[(j+even)*ld], &c[r*n+j+even])
			}
		}
		for ; i < m; i++ {
			gemmInt8Row1(width, k, ld, &a[i*ld], &b[j*ld], &c[i*n+j])
		}
	}
}
