package net

import (
	"slices"

	"parley/lang/kernel"
)

// NameShape is everything about the part of a network that finds names but its
// numbers.
type NameShape struct {
	Embed   int      // width of one hashed feature, apart from the encoder's
	Width   int      // of its layers
	Pieces  int      // linear pieces of their units
	Layers  int      // convolutions
	Types   []string // of names
	Classes int      // of the gazetteer that it knows
	Schemes int      // of what makes a name that it was taught; the first is ours
}

// Names is the part of a network that finds names. It looks at each word in its
// context, as the encoder leaves it, beside the bare lexeme and the static vector,
// which knows more of what a name stands for than syntax asks of the encoder; at
// hashed features of its own, and at the classes of the gazetteer. It labels the
// words that begin a name and those that go on with it; what labels follow each
// other is scored too (conditional random field: Lafferty, McCallum and Pereira
// 2001; on top of a network: Collobert and others 2011).
type Names struct {
	NameShape
	Flat  []float32
	Embed [Features][]float32
	Mix   Layer
	Convs []Layer
	Tags  Affine    // see Outside, Begin and Inside
	After []float32 // score of each label (column) behind each other one (row)
}

// Outside is the label of a word that is in no name.
const Outside = 0

// Begin is the label of the first word of a name of a type, an index of Types.
func Begin(kind int) int { return 1 + 2*kind }

// Inside is the label of a further word of such a name.
func Inside(kind int) int { return 2 + 2*kind }

// NameInput is the width of a word as the encoder gives it to the part that finds
// names.
func (s *Shape) NameInput() int { return s.Width + s.LexemeWidth() }

// NewNames makes the parameters of a part that finds names, all zero, on top of an
// encoder of the given shape.
func NewNames(s NameShape, encoder *Shape) *Names {
	n := &Names{NameShape: s, Convs: make([]Layer, s.Layers)}
	n.Flat = make([]float32, total(n.views(encoder)))
	allot(n.Flat, n.views(encoder))
	return n
}

func (n *Names) views(encoder *Shape) []view {
	var list []view
	for f := range n.Embed {
		list = append(list, view{&n.Embed[f], encoder.Rows[f] * n.NameShape.Embed})
	}
	list = append(list, n.Mix.views(encoder.NameInput()+n.extra(), n.Width, n.Pieces)...)
	for i := range n.Convs {
		list = append(list, n.Convs[i].views(Neighbours*n.Width, n.Width, n.Pieces)...)
	}
	labels := n.Labels()
	return append(append(list, n.Tags.views(n.Width, labels)...), view{&n.After, labels * labels})
}

// Labels is the number of labels.
func (s *NameShape) Labels() int { return 1 + 2*len(s.Types) }

// extra is the width of what a word has beside what the encoder gives.
func (s *NameShape) extra() int { return Features*s.Embed + 2*s.Classes + s.Schemes }

// Own adds up the hashed features of a lexeme.
func (n *Names) Own(lex *Lexeme, out []float32) {
	width := n.NameShape.Embed
	clear(out[:Features*width])
	for f := range lex {
		part := out[f*width : (f+1)*width]
		for _, r := range lex[f] {
			kernel.Axpy(1, n.Embed[f][int(r)*width:(int(r)+1)*width], part)
		}
	}
}

// Extra writes the classes of a word and the scheme that is asked for behind its
// hashed features.
func (s *NameShape) Extra(m Marked, scheme int, out []float32) {
	clear(out[:2*s.Classes+s.Schemes])
	for c := range s.Classes {
		if m.Begins&(1<<c) != 0 {
			out[2*c] = 1
		}
		if m.Inside&(1<<c) != 0 {
			out[2*c+1] = 1
		}
	}
	if scheme < s.Schemes {
		out[2*s.Classes+scheme] = 1
	}
}

// Follows says whether a label may stand behind another: a name goes on only
// where one of its type has begun.
func Follows(before, label int) bool {
	inside := label != Outside && label%2 == 0
	return !inside || before == label || before == label-1
}

// Finder finds names. It holds the scratch memory of one goroutine.
type Finder struct {
	x, windows, pre, out, scores []float32
	from                         []int
	best, next                   []float32
}

// Scores computes a row of scores of the labels for each word of a sentence, which
// are good until the next call. For what goes in see Mixer.Forward.
func (f *Finder) Scores(m *Mixer, x, forms []float32, stride int, marked []Marked, scheme int) []float32 {
	n, words := m.names, len(marked)
	f.x = Grow(f.x, words*n.Width)
	f.pre = Grow(f.pre, words*n.Units())
	m.Forward(x, forms, stride, marked, scheme, f.pre, f.x)
	f.windows = Grow(f.windows, words*Neighbours*n.Width)
	f.out = Grow(f.out, words*n.Width)
	lengths := [1]int{words}
	for i := range n.Convs {
		Windows(f.windows, f.x, n.Width, 1, lengths[:])
		n.Convs[i].Forward(words, f.windows, f.pre, f.out)
		kernel.Add(f.out, f.x)
	}
	f.scores = Grow(f.scores, words*n.Tags.Out)
	n.Tags.Forward(words, f.x, f.scores)
	return f.scores
}

// Decode finds the likeliest sequence of labels that is well-formed, by the
// algorithm of Viterbi. Scores hold one row of labels for each word, after one of
// labels for each label before.
func (f *Finder) Decode(scores, after []float32, labels int, out []int) {
	f.from = slices.Grow(f.from[:0], len(out)*labels)[:len(out)*labels]
	f.best, f.next = Grow(f.best, labels), Grow(f.next, labels)
	for label := range f.best {
		f.best[label] = lowest // Before the first word nothing but Outside stands.
	}
	f.best[Outside] = 0
	for w := range out {
		from := f.from[w*labels : (w+1)*labels]
		for label := range from {
			before, score := f.bestBefore(after, label, labels)
			from[label], f.next[label] = before, score+scores[w*labels+label]
		}
		f.best, f.next = f.next, f.best
	}
	if len(out) == 0 {
		return
	}
	label := Largest(f.best)
	for w := len(out) - 1; w >= 0; w-- {
		out[w] = label
		label = f.from[w*labels+label]
	}
}

// lowest is below every score of a sequence.
const lowest = -1e30

// bestBefore returns the label that best stands before another, with the score of
// the sequence up to there.
func (f *Finder) bestBefore(after []float32, label, labels int) (choice int, top float32) {
	top = 2 * lowest
	for before, score := range f.best {
		if score += after[before*labels+label]; Follows(before, label) && score > top {
			choice, top = before, score
		}
	}
	return choice, top
}
