//go:build !purego

#include "textflag.h"
#include "neon_arm64.h"

// Kernels for NEON. The order of additions is the one that the package comment
// defines, so multiplications and additions stay separate instructions. Eight
// lanes are two registers here, lanes 0 to 3 and lanes 4 to 7.

// Byte numbers 0 to 31, and 32 that are out of range. A table lookup in two
// registers by the 32 numbers from 4·(8-r) on gives their last r elements,
// moved to the front, and zeros.
DATA shift<>+0(SB)/8, $0x0706050403020100
DATA shift<>+8(SB)/8, $0x0F0E0D0C0B0A0908
DATA shift<>+16(SB)/8, $0x1716151413121110
DATA shift<>+24(SB)/8, $0x1F1E1D1C1B1A1918
DATA shift<>+32(SB)/8, $-1
DATA shift<>+40(SB)/8, $-1
DATA shift<>+48(SB)/8, $-1
DATA shift<>+56(SB)/8, $-1
GLOBL shift<>(SB), RODATA|NOPTR, $64

// SHIFT sets V30 and V31 to the numbers for the r elements in register reg, and
// tmp to the way from behind the whole vectors of a row, of at least 8 elements,
// to its last 8. It spoils reg.
#define SHIFT(reg, tmp) \
	MOVD $shift<>+32(SB), tmp      \
	SUB  reg<<2, tmp, tmp          \
	VLD1 (tmp), [V30.B16, V31.B16] \
	LSL  $2, reg, reg              \
	SUB  $32, reg, tmp

// MULADD2 multiplies the eight elements of A in V20, V21 with those of B in V16,
// V17, for the sum s0, s1, and in V18, V19, for the sum s2, s3.
#define MULADD2(s0, s1, s2, s3) \
	FMUL4(20, 16, 22) \
	FMUL4(21, 17, 23) \
	FMUL4(20, 18, 24) \
	FMUL4(21, 19, 25) \
	FADD4(22, s0, s0) \
	FADD4(23, s1, s1) \
	FADD4(24, s2, s2) \
	FADD4(25, s3, s3)

// ROW2 takes eight elements of a row of A and moves on.
#define ROW2(ptr, s0, s1, s2, s3) \
	VLD1.P 32(ptr), [V20.S4, V21.S4] \
	MULADD2(s0, s1, s2, s3)

// TAIL loads the rest of a row, R16 being the way to its last 8 elements.
#define TAIL(ptr, lo, hi) \
	ADD  R16, ptr, R17                       \
	VLD1 (R17), [V26.B16, V27.B16]           \
	VTBL V30.B16, [V26.B16, V27.B16], lo.B16 \
	VTBL V31.B16, [V26.B16, V27.B16], hi.B16

// TAIL2 is ROW2 for the rest of the rows.
#define TAIL2(ptr, s0, s1, s2, s3) \
	TAIL(ptr, V20, V21) \
	MULADD2(s0, s1, s2, s3)

// STORE2X2 adds the totals in register s, two for each of two rows, to C.
#define STORE2X2(s, vs, row0, row1) \
	VLD1 (row0), V16.D[0] \
	VLD1 (row1), V16.D[1] \
	FADD4(16, s, s)       \
	VST1 vs.D[0], (row0)  \
	VST1 vs.D[1], (row1)

// func gemmRows4(n, k, ldc int, a, b, c *float32)
//
// R0 to R3 are the rows of A, R4 and R5 two rows of B; R6 to R9 are the rows of
// C; R10 counts columns, R11 vectors; R12 is the number of whole vectors of a
// row, R13 its bytes in them, R14 those of a row; R15 is the number of elements
// behind them. V0 to V15 are the sums, row by row.
TEXT ·gemmRows4(SB), NOSPLIT, $0-48
	MOVD n+0(FP), R10
	MOVD k+8(FP), R14
	AND  $7, R14, R15
	LSR  $3, R14, R12
	LSL  $5, R12, R13
	LSL  $2, R14, R14
	MOVD R15, R11
	SHIFT(R11, R16)
	MOVD a+24(FP), R0
	ADD  R14, R0, R1
	ADD  R14, R1, R2
	ADD  R14, R2, R3
	MOVD b+32(FP), R4
	MOVD ldc+16(FP), R11
	LSL  $2, R11, R11
	MOVD c+40(FP), R6
	ADD  R11, R6, R7
	ADD  R11, R7, R8
	ADD  R11, R8, R9

rows4cols:
	ADD  R14, R4, R5
	MOVD R12, R11
	CLEAR(V0, V1, V2, V3)
	CLEAR(V4, V5, V6, V7)
	CLEAR(V8, V9, V10, V11)
	CLEAR(V12, V13, V14, V15)

rows4loop:
	VLD1.P 32(R4), [V16.S4, V17.S4]
	VLD1.P 32(R5), [V18.S4, V19.S4]
	ROW2(R0, 0, 1, 2, 3)
	ROW2(R1, 4, 5, 6, 7)
	ROW2(R2, 8, 9, 10, 11)
	ROW2(R3, 12, 13, 14, 15)
	SUBS   $1, R11, R11
	BNE    rows4loop
	CBZ    R15, rows4fold
	TAIL(R4, V16, V17)
	TAIL(R5, V18, V19)
	TAIL2(R0, 0, 1, 2, 3)
	TAIL2(R1, 4, 5, 6, 7)
	TAIL2(R2, 8, 9, 10, 11)
	TAIL2(R3, 12, 13, 14, 15)

rows4fold:
	FADDP4(1, 0, 0)
	FADDP4(3, 2, 2)
	FADDP4(5, 4, 4)
	FADDP4(7, 6, 6)
	FADDP4(9, 8, 8)
	FADDP4(11, 10, 10)
	FADDP4(13, 12, 12)
	FADDP4(15, 14, 14)
	FADDP4(2, 0, 0)
	FADDP4(6, 4, 4)
	FADDP4(10, 8, 8)
	FADDP4(14, 12, 12)
	FADDP4(4, 0, 0)
	FADDP4(12, 8, 8)
	STORE2X2(0, V0, R6, R7)
	STORE2X2(8, V8, R8, R9)
	ADD  $8, R6
	ADD  $8, R7
	ADD  $8, R8
	ADD  $8, R9
	SUB  R13, R0
	SUB  R13, R1
	SUB  R13, R2
	SUB  R13, R3
	SUB  R13, R5, R4
	ADD  R14, R4
	SUBS $2, R10, R10
	BNE  rows4cols
	RET

// MULADD1 multiplies the eight elements of A in V20, V21 with those of B in V16,
// V17, for the sum V0, V1.
#define MULADD1 \
	FMUL4(20, 16, 22) \
	FMUL4(21, 17, 23) \
	FADD4(22, 0, 0)   \
	FADD4(23, 1, 1)

// func gemmRow1(n, k int, a, b, c *float32)
//
// R0 is the row of A, R4 the row of B, R6 is C; the other registers are those of
// gemmRows4.
TEXT ·gemmRow1(SB), NOSPLIT, $0-40
	MOVD n+0(FP), R10
	MOVD k+8(FP), R14
	AND  $7, R14, R15
	LSR  $3, R14, R12
	LSL  $5, R12, R13
	LSL  $2, R14, R14
	MOVD R15, R11
	SHIFT(R11, R16)
	MOVD a+16(FP), R0
	MOVD b+24(FP), R4
	MOVD c+32(FP), R6

row1cols:
	MOVD R12, R11
	VEOR V0.B16, V0.B16, V0.B16
	VEOR V1.B16, V1.B16, V1.B16

row1loop:
	VLD1.P 32(R0), [V20.S4, V21.S4]
	VLD1.P 32(R4), [V16.S4, V17.S4]
	MULADD1
	SUBS   $1, R11, R11
	BNE    row1loop
	CBZ    R15, row1fold
	TAIL(R0, V20, V21)
	TAIL(R4, V16, V17)
	MULADD1

row1fold:
	FADDP4(1, 0, 0)
	FADDP4(0, 0, 0)
	FADDP4(0, 0, 0)
	FMOVS (R6), F1
	FADDS F1, F0, F0
	FMOVS F0, (R6)
	ADD   $4, R6
	SUB   R13, R0
	SUB   R13, R4
	ADD   R14, R4
	SUBS  $1, R10, R10
	BNE   row1cols
	RET

// SCALED8 adds the eight elements of B in V16, V17, scaled by the element of A at
// ptr, to the sum s0, s1.
#define SCALED8(ptr, s0, s1) \
	VLD1R (ptr), [V20.S4] \
	FMUL4(20, 16, 22)     \
	FMUL4(20, 17, 23)     \
	FADD4(22, s0, s0)     \
	FADD4(23, s1, s1)

// SCALED1 adds the one element of B in F16, scaled by the element of A at ptr, to
// the sum s.
#define SCALED1(ptr, s) \
	FMOVS (ptr), F20    \
	FMULS F16, F20, F22 \
	FADDS F22, s, s

// NEXT moves on to the next row of B and the factors that go with it.
#define NEXT \
	ADD  R13, R0 \
	ADD  R13, R1 \
	ADD  R13, R2 \
	ADD  R13, R3 \
	ADD  R14, R4 \
	SUBS $1, R11, R11

// FIRST goes back to the first row of B and the factors that go with it.
#define FIRST(factors, rows) \
	MOVD factors, R0 \
	ADD  R12, R0, R1 \
	ADD  R12, R1, R2 \
	ADD  R12, R2, R3 \
	MOVD R5, R4      \
	MOVD rows, R11

// func spreadRows4(n, k, row, step, ldb, ldc int, a, b, c *float32)
//
// R0 to R3 are the factors of the four rows, R12 the distance between them and
// R13 that between factors of one row; R4 is B, whose rows lie R14 apart, R5 the
// top of its columns; R6 to R9 are the rows of C; R10 counts columns, R11 rows
// of B. The sums start as the elements of C.
TEXT ·spreadRows4(SB), NOSPLIT, $0-72
	MOVD row+16(FP), R12
	LSL  $2, R12, R12
	MOVD step+24(FP), R13
	LSL  $2, R13, R13
	MOVD ldb+32(FP), R14
	LSL  $2, R14, R14
	MOVD b+56(FP), R5
	MOVD ldc+40(FP), R11
	LSL  $2, R11, R11
	MOVD c+64(FP), R6
	ADD  R11, R6, R7
	ADD  R11, R7, R8
	ADD  R11, R8, R9
	MOVD n+0(FP), R10
	SUBS $8, R10, R10
	BLT  spreadrest

spreadcols:
	VLD1 (R6), [V0.S4, V1.S4]
	VLD1 (R7), [V2.S4, V3.S4]
	VLD1 (R8), [V4.S4, V5.S4]
	VLD1 (R9), [V6.S4, V7.S4]
	FIRST(a+48(FP), k+8(FP))

spreadloop:
	VLD1 (R4), [V16.S4, V17.S4]
	SCALED8(R0, 0, 1)
	SCALED8(R1, 2, 3)
	SCALED8(R2, 4, 5)
	SCALED8(R3, 6, 7)
	NEXT
	BNE    spreadloop
	VST1.P [V0.S4, V1.S4], 32(R6)
	VST1.P [V2.S4, V3.S4], 32(R7)
	VST1.P [V4.S4, V5.S4], 32(R8)
	VST1.P [V6.S4, V7.S4], 32(R9)
	ADD    $32, R5
	SUBS   $8, R10, R10
	BGE    spreadcols

spreadrest:
	ADDS $8, R10, R10 // columns left, 0 to 7
	BEQ  spreaddone

spreadone:
	FMOVS (R6), F0
	FMOVS (R7), F1
	FMOVS (R8), F2
	FMOVS (R9), F3
	FIRST(a+48(FP), k+8(FP))

spreadoneloop:
	FMOVS   (R4), F16
	SCALED1(R0, F0)
	SCALED1(R1, F1)
	SCALED1(R2, F2)
	SCALED1(R3, F3)
	NEXT
	BNE     spreadoneloop
	FMOVS.P F0, 4(R6)
	FMOVS.P F1, 4(R7)
	FMOVS.P F2, 4(R8)
	FMOVS.P F3, 4(R9)
	ADD     $4, R5
	SUBS    $1, R10, R10
	BNE     spreadone

spreaddone:
	RET
