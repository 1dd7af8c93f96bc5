//go:build !purego

#include "textflag.h"
#include "neon_arm64.h"

// Kernels for NEON that work on one row, element by element.

// func axpyRow(n int, alpha float32, x, y *float32)
TEXT ·axpyRow(SB), NOSPLIT, $0-32
	MOVD  n+0(FP), R10
	MOVD  $alpha+8(FP), R2
	VLD1R (R2), [V20.S4]
	MOVD  x+16(FP), R0
	MOVD  y+24(FP), R1
	SUBS  $8, R10, R10
	BLT   axpyrest

axpyloop:
	VLD1.P 32(R0), [V16.S4, V17.S4]
	VLD1   (R1), [V0.S4, V1.S4]
	FMUL4(20, 16, 16)
	FMUL4(20, 17, 17)
	FADD4(16, 0, 0)
	FADD4(17, 1, 1)
	VST1.P [V0.S4, V1.S4], 32(R1)
	SUBS   $8, R10, R10
	BGE    axpyloop

axpyrest:
	ADDS $8, R10, R10
	BEQ  axpydone

axpyone:
	FMOVS.P 4(R0), F16
	FMOVS   (R1), F0
	FMULS   F20, F16, F16
	FADDS   F16, F0, F0
	FMOVS.P F0, 4(R1)
	SUBS    $1, R10, R10
	BNE     axpyone

axpydone:
	RET

// func addRow(n int, x, y *float32)
TEXT ·addRow(SB), NOSPLIT, $0-24
	MOVD n+0(FP), R10
	MOVD x+8(FP), R0
	MOVD y+16(FP), R1
	SUBS $8, R10, R10
	BLT  addrest

addloop:
	VLD1.P 32(R0), [V16.S4, V17.S4]
	VLD1   (R1), [V0.S4, V1.S4]
	FADD4(16, 0, 0)
	FADD4(17, 1, 1)
	VST1.P [V0.S4, V1.S4], 32(R1)
	SUBS   $8, R10, R10
	BGE    addloop

addrest:
	ADDS $8, R10, R10
	BEQ  adddone

addone:
	FMOVS.P 4(R0), F16
	FMOVS   (R1), F0
	FADDS   F16, F0, F0
	FMOVS.P F0, 4(R1)
	SUBS    $1, R10, R10
	BNE     addone

adddone:
	RET

// func scaleRow(n int, alpha float32, x *float32)
TEXT ·scaleRow(SB), NOSPLIT, $0-24
	MOVD  n+0(FP), R10
	MOVD  $alpha+8(FP), R2
	VLD1R (R2), [V20.S4]
	MOVD  x+16(FP), R0
	SUBS  $8, R10, R10
	BLT   scalerest

scaleloop:
	VLD1   (R0), [V0.S4, V1.S4]
	FMUL4(20, 0, 0)
	FMUL4(20, 1, 1)
	VST1.P [V0.S4, V1.S4], 32(R0)
	SUBS   $8, R10, R10
	BGE    scaleloop

scalerest:
	ADDS $8, R10, R10
	BEQ  scaledone

scaleone:
	FMOVS   (R0), F0
	FMULS   F20, F0, F0
	FMOVS.P F0, 4(R0)
	SUBS    $1, R10, R10
	BNE     scaleone

scaledone:
	RET
