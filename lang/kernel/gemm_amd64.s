//go:build !purego

#include "textflag.h"
#include "zero_amd64.h"

// Kernels for AVX2. The order of additions is the one that the package comment
// defines, so multiplications and additions stay separate instructions. Every
// function ends with VZEROUPPER, because the code around it is legacy SSE and
// stalls on dirty upper halves of the registers.
//
// The inner loops that run along rows address them from the end of the last
// whole vector with a negative index in AX that counts up to 0. One addition
// then moves all pointers, and the rest of a row begins at the pointer itself.

// Eight ones and eight zeros. Eight words from 4·(8-r) bytes on are a mask for r
// elements.
DATA mask<>+0(SB)/8, $-1
DATA mask<>+8(SB)/8, $-1
DATA mask<>+16(SB)/8, $-1
DATA mask<>+24(SB)/8, $-1
DATA mask<>+32(SB)/8, $0
DATA mask<>+40(SB)/8, $0
DATA mask<>+48(SB)/8, $0
DATA mask<>+56(SB)/8, $0
GLOBL mask<>(SB), RODATA|NOPTR, $64

// MASK sets Y15 to the mask for the r elements in register reg, 0 to 8. It
// spoils reg and tmp.
#define MASK(reg, tmp) \
	SHLQ    $2, reg            \
	NEGQ    reg                \
	LEAQ    mask<>+32(SB), tmp \
	VMOVDQU (tmp)(reg*1), Y15

// MULADD2 adds Y10·Y8 to the sum s0 and Y10·Y9 to s1.
#define MULADD2(s0, s1) \
	VMULPS Y8, Y10, Y11 \
	VMULPS Y9, Y10, Y12 \
	VADDPS Y11, s0, s0  \
	VADDPS Y12, s1, s1

// ROW2 multiplies eight elements of a row of A with those of two rows of B.
#define ROW2(ptr, s0, s1) \
	VMOVUPS (ptr)(AX*1), Y10 \
	MULADD2(s0, s1)

// TAIL2 is ROW2 for the rest of the rows, under the mask.
#define TAIL2(ptr, s0, s1) \
	VMASKMOVPS (ptr), Y15, Y10 \
	MULADD2(s0, s1)

// FOLD adds the eight lanes of each of the four sums in y0 to y3 and leaves the
// totals in the four lanes of x0, whose full register is y0. The order is
// ((0+1)+(2+3)) + ((4+5)+(6+7)).
#define FOLD(y0, y1, y2, y3, x0, x1) \
	VHADDPS      y1, y0, y0 \
	VHADDPS      y3, y2, y2 \
	VHADDPS      y2, y0, y0 \
	VEXTRACTF128 $1, y0, x1 \
	VADDPS       x1, x0, x0

// STORE2X2 adds the totals in X0, two for each of two rows, to C.
#define STORE2X2(row0, row1) \
	VMOVSD  row0, X1     \
	VMOVHPS row1, X1, X1 \
	VADDPS  X1, X0, X0   \
	VMOVLPS X0, row0     \
	VMOVHPS X0, row1

// func gemmRows4(n, k, ldc int, a, b, c *float32)
//
// SI, R8, R9, R10 are the rows of A; DX, BX the two rows of B; DI is C with its
// row distance in R11, three times that in R12; R13 is two rows of B in bytes;
// CX counts columns. Y0 to Y7 are the sums, row by row.
TEXT ·gemmRows4(SB), NOSPLIT, $0-48
	MOVQ k+8(FP), AX
	MOVQ AX, CX
	ANDQ $7, CX
	MASK(CX, DX)
	MOVQ k+8(FP), R13
	SHLQ $2, R13         // one row in bytes
	ANDQ $-8, AX
	SHLQ $2, AX          // its whole vectors in bytes
	MOVQ a+24(FP), SI
	ADDQ AX, SI
	LEAQ (SI)(R13*1), R8
	LEAQ (R8)(R13*1), R9
	LEAQ (R9)(R13*1), R10
	MOVQ b+32(FP), DX
	ADDQ AX, DX
	LEAQ (DX)(R13*1), BX
	ADDQ R13, R13
	MOVQ c+40(FP), DI
	MOVQ ldc+16(FP), R11
	SHLQ $2, R11
	LEAQ (R11)(R11*2), R12
	MOVQ n+0(FP), CX

rows4cols:
	ZERO8
	MOVQ k+8(FP), AX
	ANDQ $-8, AX
	SHLQ $2, AX
	NEGQ AX
	JZ   rows4tail

rows4loop:
	VMOVUPS (DX)(AX*1), Y8
	VMOVUPS (BX)(AX*1), Y9
	ROW2(SI, Y0, Y1)
	ROW2(R8, Y2, Y3)
	ROW2(R9, Y4, Y5)
	ROW2(R10, Y6, Y7)
	ADDQ    $32, AX
	JNZ     rows4loop

rows4tail:
	TESTQ $7, k+8(FP)
	JZ    rows4fold
	VMASKMOVPS (DX), Y15, Y8
	VMASKMOVPS (BX), Y15, Y9
	TAIL2(SI, Y0, Y1)
	TAIL2(R8, Y2, Y3)
	TAIL2(R9, Y4, Y5)
	TAIL2(R10, Y6, Y7)

rows4fold:
	FOLD(Y0, Y1, Y2, Y3, X0, X1)
	STORE2X2((DI), (DI)(R11*1))
	FOLD(Y4, Y5, Y6, Y7, X4, X5)
	VMOVAPS X4, X0
	STORE2X2((DI)(R11*2), (DI)(R12*1))
	ADDQ R13, DX
	ADDQ R13, BX
	ADDQ $8, DI
	SUBQ $2, CX
	JNZ  rows4cols
	VZEROUPPER
	RET

// COL1 multiplies the eight elements of A in Y8 with those of one row of B.
#define COL1(ptr, tmp, s) \
	VMULPS (ptr)(AX*1), Y8, tmp \
	VADDPS tmp, s, s

// TAIL1 is COL1 for the rest of the rows, under the mask.
#define TAIL1(ptr, tmp, s) \
	VMASKMOVPS (ptr), Y15, tmp \
	VMULPS     tmp, Y8, tmp    \
	VADDPS     tmp, s, s

// func gemmRow1(n, k int, a, b, c *float32)
//
// SI is the row of A; R8 to R11 are four rows of B; R12 is one row of B in
// bytes, R13 the whole vectors of a row, negated; DI is C; CX counts columns;
// BX is the number of elements behind the whole vectors.
TEXT ·gemmRow1(SB), NOSPLIT, $0-40
	MOVQ k+8(FP), R13
	MOVQ R13, R12
	SHLQ $2, R12
	MOVQ R13, CX
	ANDQ $7, CX
	MOVQ CX, BX
	MASK(CX, DX)
	ANDQ $-8, R13
	SHLQ $2, R13
	MOVQ a+16(FP), SI
	ADDQ R13, SI
	MOVQ b+24(FP), R8
	ADDQ R13, R8
	NEGQ R13
	MOVQ c+32(FP), DI
	MOVQ n+0(FP), CX
	SUBQ $4, CX
	JLT  row1rest

row1cols:
	LEAQ (R8)(R12*1), R9
	LEAQ (R9)(R12*1), R10
	LEAQ (R10)(R12*1), R11
	ZERO4
	MOVQ R13, AX
	TESTQ AX, AX
	JZ   row1tail

row1loop:
	VMOVUPS (SI)(AX*1), Y8
	COL1(R8, Y9, Y0)
	COL1(R9, Y10, Y1)
	COL1(R10, Y11, Y2)
	COL1(R11, Y12, Y3)
	ADDQ    $32, AX
	JNZ     row1loop

row1tail:
	TESTQ BX, BX
	JZ    row1fold
	VMASKMOVPS (SI), Y15, Y8
	TAIL1(R8, Y9, Y0)
	TAIL1(R9, Y10, Y1)
	TAIL1(R10, Y11, Y2)
	TAIL1(R11, Y12, Y3)

row1fold:
	FOLD(Y0, Y1, Y2, Y3, X0, X1)
	VADDPS  (DI), X0, X0
	VMOVUPS X0, (DI)
	LEAQ    (R11)(R12*1), R8
	ADDQ    $16, DI
	SUBQ    $4, CX
	JGE     row1cols

row1rest:
	ADDQ $4, CX
	JZ   row1done

row1one:
	VXORPS Y0, Y0, Y0
	MOVQ   R13, AX
	TESTQ  AX, AX
	JZ     row1onetail

row1oneloop:
	VMOVUPS (SI)(AX*1), Y8
	COL1(R8, Y9, Y0)
	ADDQ    $32, AX
	JNZ     row1oneloop

row1onetail:
	TESTQ BX, BX
	JZ    row1onefold
	VMASKMOVPS (SI), Y15, Y8
	TAIL1(R8, Y9, Y0)

row1onefold:
	VHADDPS      Y0, Y0, Y0
	VHADDPS      Y0, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VADDSS       X1, X0, X0
	VADDSS       (DI), X0, X0
	VMOVSS       X0, (DI)
	ADDQ         R12, R8
	ADDQ         $4, DI
	DECQ         CX
	JNZ          row1one

row1done:
	VZEROUPPER
	RET

// SCALED2 adds two vectors of B, in Y8 and Y9, scaled by one element of A.
#define SCALED2(factor, s0, s1) \
	VBROADCASTSS factor, Y10 \
	MULADD2(s0, s1)

// SCALED1 adds the one vector of B in Y8, scaled by one element of A.
#define SCALED1(factor, tmp, s) \
	VBROADCASTSS factor, tmp  \
	VMULPS       Y8, tmp, tmp \
	VADDPS       tmp, s, s

// func spreadRows4(n, k, row, step, ldb, ldc int, a, b, c *float32)
//
// SI is A with its row distance in R9, three times that in R10 and its step in
// R11; DX is B with its row distance in R8; DI is C with its row distance in
// R12 and three times that in R13; BX is the top of the panel of B; AX counts
// columns, CX rows of B. The sums start as the elements of C: Y0 to Y7 row by
// row for 16 columns, Y0 to Y3 for the last 1 to 8.
TEXT ·spreadRows4(SB), NOSPLIT, $0-72
	MOVQ row+16(FP), R9
	SHLQ $2, R9
	LEAQ (R9)(R9*2), R10
	MOVQ step+24(FP), R11
	SHLQ $2, R11
	MOVQ ldb+32(FP), R8
	SHLQ $2, R8
	MOVQ ldc+40(FP), R12
	SHLQ $2, R12
	LEAQ (R12)(R12*2), R13
	MOVQ b+56(FP), BX
	MOVQ c+64(FP), DI
	MOVQ n+0(FP), AX
	SUBQ $16, AX
	JLT  spreadrest

spreadcols:
	VMOVUPS (DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS (DI)(R12*1), Y2
	VMOVUPS 32(DI)(R12*1), Y3
	VMOVUPS (DI)(R12*2), Y4
	VMOVUPS 32(DI)(R12*2), Y5
	VMOVUPS (DI)(R13*1), Y6
	VMOVUPS 32(DI)(R13*1), Y7
	MOVQ    a+48(FP), SI
	MOVQ    BX, DX
	MOVQ    k+8(FP), CX

spreadloop:
	VMOVUPS (DX), Y8
	VMOVUPS 32(DX), Y9
	SCALED2((SI), Y0, Y1)
	SCALED2((SI)(R9*1), Y2, Y3)
	SCALED2((SI)(R9*2), Y4, Y5)
	SCALED2((SI)(R10*1), Y6, Y7)
	ADDQ    R11, SI
	ADDQ    R8, DX
	DECQ    CX
	JNZ     spreadloop
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, (DI)(R12*1)
	VMOVUPS Y3, 32(DI)(R12*1)
	VMOVUPS Y4, (DI)(R12*2)
	VMOVUPS Y5, 32(DI)(R12*2)
	VMOVUPS Y6, (DI)(R13*1)
	VMOVUPS Y7, 32(DI)(R13*1)
	ADDQ    $64, BX
	ADDQ    $64, DI
	SUBQ    $16, AX
	JGE     spreadcols

spreadrest:
	ADDQ $16, AX         // columns left, 0 to 15
	JLE  spreaddone

spreadlast:
	MOVQ    AX, CX
	MOVQ    $8, DX
	CMPQ    CX, DX
	CMOVQGT DX, CX
	MASK(CX, DX)
	VMASKMOVPS (DI), Y15, Y0
	VMASKMOVPS (DI)(R12*1), Y15, Y1
	VMASKMOVPS (DI)(R12*2), Y15, Y2
	VMASKMOVPS (DI)(R13*1), Y15, Y3
	MOVQ a+48(FP), SI
	MOVQ BX, DX
	MOVQ k+8(FP), CX

spreadlastloop:
	VMASKMOVPS (DX), Y15, Y8
	SCALED1((SI), Y9, Y0)
	SCALED1((SI)(R9*1), Y10, Y1)
	SCALED1((SI)(R9*2), Y11, Y2)
	SCALED1((SI)(R10*1), Y12, Y3)
	ADDQ R11, SI
	ADDQ R8, DX
	DECQ CX
	JNZ  spreadlastloop
	VMASKMOVPS Y0, Y15, (DI)
	VMASKMOVPS Y1, Y15, (DI)(R12*1)
	VMASKMOVPS Y2, Y15, (DI)(R12*2)
	VMASKMOVPS Y3, Y15, (DI)(R13*1)
	ADDQ $32, BX
	ADDQ $32, DI
	SUBQ $8, AX
	JGT  spreadlast

spreaddone:
	VZEROUPPER
	RET
