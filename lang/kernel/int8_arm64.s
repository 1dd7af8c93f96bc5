//go:build !purego

#include "textflag.h"
#include "neon_arm64.h"

// Kernels for NEON on int8. The order of additions does not matter here.

// INT8ROW2 multiplies sixteen elements of a row of A with those of two rows of B,
// in V16 and V17.
#define INT8ROW2(ptr, s0, s1) \
	VLD1.P 16(ptr), [V20.B16] \
	SMULL8(20, 16, 22)        \
	SMULL8H(20, 16, 23)       \
	SMULL8(20, 17, 24)        \
	SMULL8H(20, 17, 25)       \
	SADALP8(22, s0)           \
	SADALP8(24, s1)           \
	SADALP8(23, s0)           \
	SADALP8(25, s1)

// INT8STORE2X2 is STORE2X2 for integers.
#define INT8STORE2X2(s, row0, row1) \
	VLD1 (row0), V16.D[0]   \
	VLD1 (row1), V16.D[1]   \
	VADD V16.S4, s.S4, s.S4 \
	VST1 s.D[0], (row0)     \
	VST1 s.D[1], (row1)

// func gemmInt8Rows4(n, k, ld, ldc int, a, b *int8, c *int32)
//
// The registers are those of gemmRows4, with R14 the bytes from row to row and
// V0 to V7 the sums.
TEXT ·gemmInt8Rows4(SB), NOSPLIT, $0-56
	MOVD n+0(FP), R10
	MOVD k+8(FP), R13
	LSR  $4, R13, R12
	MOVD ld+16(FP), R14
	MOVD a+32(FP), R0
	ADD  R14, R0, R1
	ADD  R14, R1, R2
	ADD  R14, R2, R3
	MOVD b+40(FP), R4
	MOVD ldc+24(FP), R11
	LSL  $2, R11, R11
	MOVD c+48(FP), R6
	ADD  R11, R6, R7
	ADD  R11, R7, R8
	ADD  R11, R8, R9

int8rows4cols:
	ADD  R14, R4, R5
	MOVD R12, R11
	CLEAR(V0, V1, V2, V3)
	CLEAR(V4, V5, V6, V7)

int8rows4loop:
	VLD1.P 16(R4), [V16.B16]
	VLD1.P 16(R5), [V17.B16]
	INT8ROW2(R0, 0, 1)
	INT8ROW2(R1, 2, 3)
	INT8ROW2(R2, 4, 5)
	INT8ROW2(R3, 6, 7)
	SUBS   $1, R11, R11
	BNE    int8rows4loop
	VADDP  V1.S4, V0.S4, V0.S4
	VADDP  V3.S4, V2.S4, V2.S4
	VADDP  V5.S4, V4.S4, V4.S4
	VADDP  V7.S4, V6.S4, V6.S4
	VADDP  V2.S4, V0.S4, V0.S4
	VADDP  V6.S4, V4.S4, V4.S4
	INT8STORE2X2(V0, R6, R7)
	INT8STORE2X2(V4, R8, R9)
	ADD    $8, R6
	ADD    $8, R7
	ADD    $8, R8
	ADD    $8, R9
	SUB    R13, R0
	SUB    R13, R1
	SUB    R13, R2
	SUB    R13, R3
	SUB    R13, R5, R4
	ADD    R14, R4
	SUBS   $2, R10, R10
	BNE    int8rows4cols
	RET

// func gemmInt8Row1(n, k, ld int, a, b *int8, c *int32)
//
// The registers are those of gemmRow1.
TEXT ·gemmInt8Row1(SB), NOSPLIT, $0-48
	MOVD n+0(FP), R10
	MOVD k+8(FP), R13
	LSR  $4, R13, R12
	MOVD ld+16(FP), R14
	MOVD a+24(FP), R0
	MOVD b+32(FP), R4
	MOVD c+40(FP), R6

int8row1cols:
	MOVD R12, R11
	VEOR V0.B16, V0.B16, V0.B16
	VEOR V1.B16, V1.B16, V1.B16

int8row1loop:
	VLD1.P 16(R0), [V20.B16]
	VLD1.P 16(R4), [V16.B16]
	SMULL8(20, 16, 22)
	SMULL8H(20, 16, 23)
	SADALP8(22, 0)
	SADALP8(23, 1)
	SUBS   $1, R11, R11
	BNE    int8row1loop
	VADDP  V1.S4, V0.S4, V0.S4
	VADDP  V0.S4, V0.S4, V0.S4
	VADDP  V0.S4, V0.S4, V0.S4
	FMOVS  (R6), F1
	VADD   V1.S4, V0.S4, V0.S4
	FMOVS  F0, (R6)
	ADD    $4, R6
	SUB    R13, R0
	SUB    R13, R4
	ADD    R14, R4
	SUBS   $1, R10, R10
	BNE    int8row1cols
	RET
