//go:build !purego

package kernel

import "golang.org/x/sys/cpu"

const vectorName = "avx2"

// hasVector reports whether the processor and the operating system know AVX2.
var hasVector = cpu.X86.HasAVX2
