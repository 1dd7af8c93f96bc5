//go:build (amd64 || arm64) && !purego

package kernel

// The functions in assembly. They trust their caller with all lengths and with
// the conditions stated.

// gemmRows4 adds the dot products of 4 rows of A with n rows of B to a 4×n
// piece of C whose rows lie ldc elements apart. n is even and above 0, k is at
// least 8.
//
//go:noescape
func gemmRows4(n, k, ldc int, a, b, c *float32)

// gemmRow1 adds the dot products of one row of A with n rows of B to c. n is
// above 0, k is at least 8.
//
//go:noescape
func gemmRow1(n, k int, a, b, c *float32)

// spreadRows4 adds k scaled rows of B to each of 4 rows of C, n columns wide.
// The factor of row p in row i is a[i*row+p*step]; the rows of B lie ldb and
// those of C ldc elements apart. n and k are above 0.
//
//go:noescape
func spreadRows4(n, k, row, step, ldb, ldc int, a, b, c *float32)

// axpyRow adds alpha·x to y, n elements.
//
//go:noescape
func axpyRow(n int, alpha float32, x, y *float32)

// addRow adds x to y, n elements.
//
//go:noescape
func addRow(n int, x, y *float32)

// scaleRow multiplies x, n elements, by alpha.
//
//go:noescape
func scaleRow(n int, alpha float32, x *float32)

// gemmInt8Rows4 is gemmRows4 for int8. It takes the first k elements of rows
// that lie ld elements apart, where k is a multiple of 16 and above 0.
//
//go:noescape
func gemmInt8Rows4(n, k, ld, ldc int, a, b *int8, c *int32)

// gemmInt8Row1 is gemmRow1 for int8, with k and ld as in gemmInt8Rows4.
//
//go:noescape
func gemmInt8Row1(n, k, ld int, a, b *int8, c *int32)
