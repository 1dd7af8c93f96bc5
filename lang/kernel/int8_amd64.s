//go:build !purego

#include "textflag.h"
#include "zero_amd64.h"

// Kernels for AVX2 on int8. The order of additions does not matter here.

// INT8ROW2 multiplies sixteen elements of a row of A with those of two rows of
// B. Widened to 16 bits, two products and their sum fit 32 bits, so nothing
// saturates.
#define INT8ROW2(ptr, s0, s1) \
	VPMOVSXBW (ptr)(AX*1), Y10 \
	VPMADDWD  Y8, Y10, Y11     \
	VPMADDWD  Y9, Y10, Y12     \
	VPADDD    Y11, s0, s0      \
	VPADDD    Y12, s1, s1

// INT8COL1 multiplies the elements of A in Y8 with those of one row of B.
#define INT8COL1(ptr, tmp, s) \
	VPMOVSXBW (ptr)(AX*1), tmp \
	VPMADDWD  tmp, Y8, tmp     \
	VPADDD    tmp, s, s

// INT8FOLD is FOLD for integers, where the order does not matter.
#define INT8FOLD(y0, y1, y2, y3, x0, x1) \
	VPHADDD      y1, y0, y0 \
	VPHADDD      y3, y2, y2 \
	VPHADDD      y2, y0, y0 \
	VEXTRACTI128 $1, y0, x1 \
	VPADDD       x1, x0, x0

// INT8STORE2X2 is STORE2X2 for integers.
#define INT8STORE2X2(row0, row1) \
	VMOVSD  row0, X1     \
	VMOVHPS row1, X1, X1 \
	VPADDD  X1, X0, X0   \
	VMOVLPS X0, row0     \
	VMOVHPS X0, row1

// func gemmInt8Rows4(n, k, ld, ldc int, a, b *int8, c *int32)
//
// The registers are those of gemmRows4.
TEXT ·gemmInt8Rows4(SB), NOSPLIT, $0-56
	MOVQ k+8(FP), AX
	MOVQ ld+16(FP), R13
	MOVQ a+32(FP), SI
	ADDQ AX, SI
	LEAQ (SI)(R13*1), R8
	LEAQ (R8)(R13*1), R9
	LEAQ (R9)(R13*1), R10
	MOVQ b+40(FP), DX
	ADDQ AX, DX
	LEAQ (DX)(R13*1), BX
	ADDQ R13, R13
	MOVQ c+48(FP), DI
	MOVQ ldc+24(FP), R11
	SHLQ $2, R11
	LEAQ (R11)(R11*2), R12
	MOVQ n+0(FP), CX

int8rows4cols:
	ZERO8
	MOVQ k+8(FP), AX
	NEGQ AX

int8rows4loop:
	VPMOVSXBW (DX)(AX*1), Y8
	VPMOVSXBW (BX)(AX*1), Y9
	INT8ROW2(SI, Y0, Y1)
	INT8ROW2(R8, Y2, Y3)
	INT8ROW2(R9, Y4, Y5)
	INT8ROW2(R10, Y6, Y7)
	ADDQ      $16, AX
	JNZ       int8rows4loop
	INT8FOLD(Y0, Y1, Y2, Y3, X0, X1)
	INT8STORE2X2((DI), (DI)(R11*1))
	INT8FOLD(Y4, Y5, Y6, Y7, X4, X5)
	VMOVAPS   X4, X0
	INT8STORE2X2((DI)(R11*2), (DI)(R12*1))
	ADDQ      R13, DX
	ADDQ      R13, BX
	ADDQ      $8, DI
	SUBQ      $2, CX
	JNZ       int8rows4cols
	VZEROUPPER
	RET

// func gemmInt8Row1(n, k, ld int, a, b *int8, c *int32)
//
// The registers are those of gemmRow1.
TEXT ·gemmInt8Row1(SB), NOSPLIT, $0-48
	MOVQ k+8(FP), R13
	MOVQ ld+16(FP), R12
	MOVQ a+24(FP), SI
	ADDQ R13, SI
	MOVQ b+32(FP), R8
	ADDQ R13, R8
	NEGQ R13
	MOVQ c+40(FP), DI
	MOVQ n+0(FP), CX
	SUBQ $4, CX
	JLT  int8row1rest

int8row1cols:
	LEAQ (R8)(R12*1), R9
	LEAQ (R9)(R12*1), R10
	LEAQ (R10)(R12*1), R11
	ZERO4
	MOVQ R13, AX

int8row1loop:
	VPMOVSXBW (SI)(AX*1), Y8
	INT8COL1(R8, Y9, Y0)
	INT8COL1(R9, Y10, Y1)
	INT8COL1(R10, Y11, Y2)
	INT8COL1(R11, Y12, Y3)
	ADDQ      $16, AX
	JNZ       int8row1loop
	INT8FOLD(Y0, Y1, Y2, Y3, X0, X1)
	VPADDD    (DI), X0, X0
	VMOVDQU   X0, (DI)
	LEAQ      (R11)(R12*1), R8
	ADDQ      $16, DI
	SUBQ      $4, CX
	JGE       int8row1cols

int8row1rest:
	ADDQ $4, CX
	JZ   int8row1done

int8row1one:
	VPXOR Y0, Y0, Y0
	MOVQ  R13, AX

int8row1oneloop:
	VPMOVSXBW (SI)(AX*1), Y8
	INT8COL1(R8, Y9, Y0)
	ADDQ      $16, AX
	JNZ       int8row1oneloop
	VPHADDD      Y0, Y0, Y0
	VPHADDD      Y0, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDD       X1, X0, X0
	VMOVD        X0, AX
	ADDL         AX, (DI)
	ADDQ         R12, R8
	ADDQ         $4, DI
	DECQ         CX
	JNZ          int8row1one

int8row1done:
	VZEROUPPER
	RET
