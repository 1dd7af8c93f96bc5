package net

import "slices"

// NameShape is everything about the part of a network that finds names but its
// numbers.
type NameShape struct {
	Width  int      // of its layers
	Pieces int      // linear pieces of their units
	Layers int      // convolutions
	Types  []string // of names
}

// Names is the part of a network that finds names. It looks at each word in its
// context, as the encoder leaves it, beside the bare lexeme and the static vector,
// which knows more of what a name stands for than syntax asks of the encoder. It
// labels the words that begin a name and those that go on with it.
type Names struct {
	NameShape
	Flat  []float32
	Convs []Layer
	Tags  Affine // see Outside, Begin and Inside
}

// Outside is the label of a word that is in no name.
const Outside = 0

// Begin is the label of the first word of a name of a type, an index of Types.
func Begin(kind int) int { return 1 + 2*kind }

// Inside is the label of a further word of such a name.
func Inside(kind int) int { return 2 + 2*kind }

// NameInput is the width of a word as the part that finds names gets it.
func (s *Shape) NameInput() int { return s.Width + s.LexemeWidth() }

// NewNames makes the parameters of a part that finds names, all zero, for inputs
// of the given width.
func NewNames(s NameShape, input int) *Names {
	n := &Names{NameShape: s, Convs: make([]Layer, s.Layers)}
	n.Flat = make([]float32, total(n.views(input)))
	allot(n.Flat, n.views(input))
	return n
}

func (n *Names) views(in int) []view {
	var list []view
	for i := range n.Convs {
		list = append(list, n.Convs[i].views(Neighbours*in, n.Width, n.Pieces)...)
		in = n.Width
	}
	return append(list, n.Tags.views(in, 1+2*len(n.Types))...)
}

// Join lays each lexeme, with its static vector, behind its word in context.
func (s *Shape) Join(out, context, lexemes []float32) {
	for len(context) > 0 {
		copy(out, context[:s.Width])
		copy(out[s.Width:], lexemes[:s.LexemeWidth()])
		out, context, lexemes = out[s.NameInput():], context[s.Width:], lexemes[s.LexemeWidth():]
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
	windows, pre, out, scores []float32
	from                      []int
	best, next                []float32
}

// Scores computes a row of scores of the labels for each joined word of a
// sentence. It is good until the next call.
func (f *Finder) Scores(n *Names, words int, joined []float32) []float32 {
	x := joined[:words*n.Convs[0].In/Neighbours]
	lengths := [1]int{words}
	for i := range n.Convs {
		conv := &n.Convs[i]
		f.windows = Grow(f.windows, words*conv.In)
		f.pre = Grow(f.pre, words*conv.Out*conv.Pieces)
		Windows(f.windows, x, conv.In/Neighbours, 1, lengths[:])
		f.out = Grow(f.out, words*conv.Out)
		conv.Forward(words, f.windows, f.pre, f.out)
		x = f.out
	}
	f.scores = Grow(f.scores, words*n.Tags.Out)
	n.Tags.Forward(words, x, f.scores)
	return f.scores
}

// Decode finds the likeliest sequence of labels that is well-formed, by the
// algorithm of Viterbi. Scores hold one row of labels for each word.
func (f *Finder) Decode(scores []float32, labels int, out []int) {
	f.from = slices.Grow(f.from[:0], len(out)*labels)[:len(out)*labels]
	f.best, f.next = Grow(f.best, labels), Grow(f.next, labels)
	clear(f.best)
	for w := range out {
		from := f.from[w*labels : (w+1)*labels]
		for label := range from {
			from[label] = bestBefore(f.best, label, w == 0)
			f.next[label] = f.best[from[label]] + scores[w*labels+label]
			if w == 0 && !Follows(Outside, label) {
				f.next[label] = lowest
			}
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

// bestBefore returns the label that best stands before another.
func bestBefore(best []float32, label int, first bool) int {
	choice := Outside
	if first {
		return choice
	}
	top := float32(2 * lowest)
	for before, score := range best {
		if Follows(before, label) && score > top {
			choice, top = before, score
		}
	}
	return choice
}
