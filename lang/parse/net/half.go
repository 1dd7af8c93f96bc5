package net

import "math"

// The parts of a half float of IEEE 754 (binary16) and of a float32.
const (
	halfMantissa = 10
	halfBias     = 15
	fullMantissa = 23
	fullBias     = 127
	dropped      = fullMantissa - halfMantissa // bits of a mantissa
	halfInfinity = 0x7c00
	// smallestNormal is the least half float that keeps all bits of its mantissa.
	smallestNormal = 1.0 / (1 << (halfBias - 1))
	// denormalUnit is what the last bit of a smaller one is worth.
	denormalUnit = 1.0 / (1 << (halfBias - 1 + halfMantissa))
)

// toHalf rounds a number to the nearest half float, halves to even. Trained
// weights are far below the largest, 65,504; what is beyond becomes infinite.
func toHalf(x float32) uint16 {
	bits := math.Float32bits(x)
	sign := uint16(bits >> 16 & 0x8000)
	bits &^= 1 << 31
	size := math.Float32frombits(bits)
	switch {
	case size != size:
		return sign | halfInfinity | 1
	case size < smallestNormal:
		return sign | uint16(math.RoundToEven(float64(size)/denormalUnit))
	}
	bits += 1<<(dropped-1) - 1 + bits>>dropped&1
	bits -= (fullBias - halfBias) << fullMantissa
	return sign | uint16(min(bits>>dropped, halfInfinity))
}

// fromHalf is the number that a half float stands for.
func fromHalf(h uint16) float32 {
	sign := uint32(h&0x8000) << 16
	exponent, mantissa := uint32(h>>halfMantissa&0x1f), uint32(h&(1<<halfMantissa-1))
	switch exponent {
	case 0:
		return math.Float32frombits(sign | math.Float32bits(float32(mantissa)*denormalUnit))
	case 0x1f:
		return math.Float32frombits(sign | 0xff<<fullMantissa | mantissa<<dropped)
	}
	return math.Float32frombits(sign | (exponent+fullBias-halfBias)<<fullMantissa | mantissa<<dropped)
}

// halves rounds numbers to half floats.
func halves(flat []float32) []uint16 {
	out := make([]uint16, len(flat))
	for i, x := range flat {
		out[i] = toHalf(x)
	}
	return out
}

// Round rounds all trained numbers of a network as its file does, so that what is
// measured is what is written.
func (n *Network) Round() {
	round(n.Params.Flat)
	if n.Names != nil {
		round(n.Names.Flat)
	}
}

func round(flat []float32) {
	for i, x := range flat {
		flat[i] = fromHalf(toHalf(x))
	}
}
