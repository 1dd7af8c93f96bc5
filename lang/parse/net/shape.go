// Package net is the network of the tagger and parser: its parameters, its
// forward pass and its file.
//
// A word enters as four hashed features (hash embeddings: Svenstrup, Hansen and
// Winther 2017, in the form that spaCy made known) and a static vector. One
// maxout layer (Goodfellow and others 2013) mixes them into a lexeme, which
// depends on the form alone and can be cached. Convolutions over neighbouring
// words, with residual connections and layer normalisation (Ba, Kiros and Hinton
// 2016), put it into its context. Two softmax layers tag it; for the parser, each
// word is multiplied once with the weights of every place of the parser's state
// where it may stand (Chen and Manning 2014), so that scoring a state is a sum.
//
// In flow word forms, out flow scores. Training lives elsewhere and fills the same
// Params with gradients.
package net

// Shape is everything about a network but its numbers.
type Shape struct {
	Embed     int           // width of one hashed feature
	Rows      [Features]int // rows of each feature's table
	Vector    int           // width of the static vectors
	Width     int           // width of a word within the encoder
	Pieces    int           // linear pieces of a maxout unit
	Reach     []int         // of each convolution: how far left and right it looks
	Hidden    int           // width of the parser's hidden layer
	XPOS      []string
	UPOS      []string
	Relations []string
}

// Params are the trained numbers of a network, or the gradients of a loss by
// them. All slices are parts of Flat.
type Params struct {
	Shape
	Flat  []float32
	Embed [Features][]float32 // Rows×Embed each
	Mix   Layer
	Convs []Layer
	Tags  Affine // XPOS first, then UPOS
	// The parser: a row of Slots for each slot and unit of the hidden layer.
	Slots      []float32 // (slots·units)×Width
	Missing    []float32 // what a slot adds when no node is there
	Root       []float32 // what it adds when the root is
	Categories []float32 // categories×units
	Bias       []float32 // units
	Moves      Affine
	Labels     [2]Affine // relations of a left arc, of a right arc
}

// Layer is a maxout layer with layer normalisation.
type Layer struct {
	In, Out, Pieces   int
	W, B, Gain, Shift []float32
}

// Affine is a linear map with a bias; W is Out×In.
type Affine struct {
	In, Out int
	W, B    []float32
}

// hiddenPieces is the number of linear pieces of the parser's hidden units.
const hiddenPieces = 2

// Units is the width of the parser's hidden layer before its maxout.
func (s *Shape) Units() int { return s.Hidden * hiddenPieces }

// input is the width of a word before it is mixed.
func (s *Shape) input() int { return Features*s.Embed + s.Vector }

// LexemeWidth is the width of a mixed lexeme with its static vector behind it.
func (s *Shape) LexemeWidth() int { return s.Width + s.Vector }

// NewParams makes the parameters of a network, all zero.
func NewParams(s Shape) *Params {
	p := &Params{Shape: s, Convs: make([]Layer, len(s.Reach))}
	p.Flat = make([]float32, total(p.views()))
	allot(p.Flat, p.views())
	return p
}

// view is a part of Flat. Views are ordered: the file depends on it.
type view struct {
	slice *[]float32
	size  int
}

// total is the length of all views together.
func total(views []view) int {
	n := 0
	for _, v := range views {
		n += v.size
	}
	return n
}

// allot makes the views parts of flat.
func allot(flat []float32, views []view) {
	for _, v := range views {
		*v.slice, flat = flat[:v.size:v.size], flat[v.size:]
	}
}

func (p *Params) views() []view {
	var list []view
	for f := range p.Embed {
		list = append(list, view{&p.Embed[f], p.Rows[f] * p.Shape.Embed})
	}
	list = append(list, p.Mix.views(p.input(), p.Width, p.Pieces)...)
	for i := range p.Convs {
		list = append(list, p.Convs[i].views(Neighbours*p.Width, p.Width, p.Pieces)...)
	}
	units := p.Units()
	list = append(list, p.Tags.views(p.Width, len(p.XPOS)+len(p.UPOS))...)
	list = append(list,
		view{&p.Slots, Slots * units * p.Width},
		view{&p.Missing, Slots * units},
		view{&p.Root, Slots * units},
		view{&p.Categories, p.categoryRows() * units},
		view{&p.Bias, units})
	list = append(list, p.Moves.views(p.Hidden, moves)...)
	for i := range p.Labels {
		list = append(list, p.Labels[i].views(p.Hidden, len(p.Relations))...)
	}
	return list
}

func (l *Layer) views(in, out, pieces int) []view {
	l.In, l.Out, l.Pieces = in, out, pieces
	return []view{{&l.W, out * pieces * in}, {&l.B, out * pieces}, {&l.Gain, out}, {&l.Shift, out}}
}

func (a *Affine) views(in, out int) []view {
	a.In, a.Out = in, out
	return []view{{&a.W, out * in}, {&a.B, out}}
}

// size is the number of parameters of a network of this shape.
func (s *Shape) size() int {
	p := &Params{Shape: *s, Convs: make([]Layer, len(s.Reach))}
	return total(p.views())
}
