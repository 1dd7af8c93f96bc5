//go:build !purego

package kernel

const vectorName = "neon"

// hasVector is true because every arm64 processor that Go runs on has NEON.
const hasVector = true
