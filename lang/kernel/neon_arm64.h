// Go's assembler has no names for the vector instructions below; their operands
// are numbers of V registers, the result last as usual.

// FMUL4 multiplies and FADD4 adds four float32; FADDP4 adds neighbours, those of
// n and then those of m.
#define FMUL4(m, n, d) WORD $(0x6E20DC00 | (m)<<16 | (n)<<5 | (d))
#define FADD4(m, n, d) WORD $(0x4E20D400 | (m)<<16 | (n)<<5 | (d))
#define FADDP4(m, n, d) WORD $(0x6E20D400 | (m)<<16 | (n)<<5 | (d))

// SMULL8 multiplies the lower and SMULL8H the upper eight of sixteen int8 into
// int16, which cannot overflow; SADALP8 adds neighbours among eight int16 to
// four int32.
#define SMULL8(m, n, d) WORD $(0x0E20C000 | (m)<<16 | (n)<<5 | (d))
#define SMULL8H(m, n, d) WORD $(0x4E20C000 | (m)<<16 | (n)<<5 | (d))
#define SADALP8(n, d) WORD $(0x4E606800 | (n)<<5 | (d))

// CLEAR sets the four registers of two sums to 0.
#define CLEAR(s0, s1, s2, s3) \
	VEOR s0.B16, s0.B16, s0.B16 \
	VEOR s1.B16, s1.B16, s1.B16 \
	VEOR s2.B16, s2.B16, s2.B16 \
	VEOR s3.B16, s3.B16, s3.B16
