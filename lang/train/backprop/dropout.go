package backprop

import (
	"math/rand/v2"

	"parley/lang/parse/net"
)

// dropout leaves out units of a layer at random, so that none of them can rely on
// another (Srivastava and others 2014).
type dropout struct {
	rate   float32
	random *rand.Rand
}

// apply leaves out units of a layer and scales the others up to make good for
// them. The factors stay in the layer's mask, which is empty without dropout.
func (d dropout) apply(a *activations, x []float32) {
	if d.rate == 0 {
		a.mask = a.mask[:0]
		return
	}
	a.mask = net.Grow(a.mask, len(x))
	keep := 1 / (1 - d.rate)
	limit := uint16(d.rate * (1 << 16))
	var bits uint64 // One draw serves four units.
	for i := range x {
		if i%4 == 0 {
			bits = d.random.Uint64()
		}
		a.mask[i] = 0
		if uint16(bits) >= limit {
			a.mask[i] = keep
		}
		bits >>= 16
		x[i] *= a.mask[i]
	}
}

// masked multiplies a gradient with the mask of a layer's dropout into out.
func masked(out, d, mask []float32) {
	if len(mask) == 0 {
		copy(out, d)
		return
	}
	for i := range out {
		out[i] = d[i] * mask[i]
	}
}
