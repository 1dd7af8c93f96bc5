package kernel

import "sync/atomic"

// portable is the name of the kernels in pure Go, which every machine has.
const portable = "go"

// plain is true while the portable kernels are forced. It is the package's only
// state, and only Force writes it.
var plain atomic.Bool

// vectorised reports whether the kernels in assembly are in use.
func vectorised() bool { return hasVector && !plain.Load() }

// Name returns the name of the kernels in use: "avx2", "neon" or "go".
func Name() string {
	if vectorised() {
		return vectorName
	}
	return portable
}

// Names returns the names of the kernels that this machine can run, the
// preferred ones first.
func Names() []string {
	if hasVector {
		return []string{vectorName, portable}
	}
	return []string{portable}
}

// Force puts the named kernels in use, in the whole program, until restore is
// called. It is there for tests and benchmarks that compare kernels. A name that
// is not among Names changes nothing, and Name tells so.
func Force(name string) (restore func()) {
	before := plain.Load()
	switch {
	case name == portable:
		plain.Store(true)
	case hasVector && name == vectorName:
		plain.Store(false)
	}
	return func() { plain.Store(before) }
}
