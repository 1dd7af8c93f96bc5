package net

import (
	"parley/lang/kernel"
)

// Input writes what the network knows about a word without its context, the
// hashed features and the static vector, before they are mixed.
func (p *Params) Input(lex *Lexeme, vectors *Vectors, row int, out []float32) {
	width := p.Shape.Embed
	clear(out[:Features*width])
	for f := range lex {
		part := out[f*width : (f+1)*width]
		for _, r := range lex[f] {
			kernel.Axpy(1, p.Embed[f][int(r)*width:(int(r)+1)*width], part)
		}
	}
	vectors.Unpack(row, out[Features*width:Features*width+p.Vector])
}

// Encoder puts lexemes into context. It holds the scratch memory of one goroutine.
type Encoder struct {
	windows, pre, out []float32
}

// Encode runs the convolutions over the mixed lexemes of one sentence, in place.
func (e *Encoder) Encode(p *Params, words int, x []float32) {
	width := p.Width
	e.windows = Grow(e.windows, words*Neighbours*width)
	e.pre = Grow(e.pre, words*p.Pieces*width)
	e.out = Grow(e.out, words*width)
	lengths := [1]int{words}
	for i := range p.Convs {
		Windows(e.windows, x[:words*width], width, p.Reach[i], lengths[:])
		p.Convs[i].Forward(words, e.windows, e.pre, e.out)
		kernel.Add(e.out, x[:words*width])
	}
}

// Grow returns a slice of n numbers that uses the memory of s where it can; what
// it holds is undefined.
func Grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/4)
	}
	return s[:n]
}
