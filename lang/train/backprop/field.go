package backprop

import (
	"math"

	"parley/lang/parse/net"
)

// field computes the loss of a linear-chain conditional random field (Lafferty,
// McCallum and Pereira 2001) over the labels of one sentence, and its gradient, by
// going forward and backward through the sentence. It holds scratch memory.
type field struct {
	labels          int
	forward, behind []float64 // logarithms, a row for each word
	row             []float64
	all             float64 // the sum over all labellings
}

// loss turns the scores of a sentence's labels into the gradient of the loss by
// them, times scale, adds the gradient by the scores of labels behind each other
// to dAfter, and returns the loss.
func (f *field) loss(scores, after, dAfter []float32, gold []int, scale float32) float64 {
	words, n := len(gold), f.labels
	if words == 0 {
		return 0
	}
	f.forward = append(f.forward[:0], make([]float64, words*n)...)
	f.behind = append(f.behind[:0], make([]float64, words*n)...)
	f.row = append(f.row[:0], make([]float64, n)...)
	f.goForward(scores, after, words)
	f.goBack(scores, after, words)
	f.all = logSum(f.forward[(words-1)*n:])
	loss := f.all - f.path(scores, after, gold)
	f.pairs(scores, after, dAfter, scale)
	before := net.Outside
	for w, label := range gold {
		for l := w * n; l < (w+1)*n; l++ {
			scores[l] = float32(math.Exp(f.forward[l]+f.behind[l]-f.all)) * scale
		}
		scores[w*n+label] -= scale
		dAfter[before*n+label] -= scale
		before = label
	}
	return loss
}

// path is the score of a labelling.
func (f *field) path(scores, after []float32, labels []int) float64 {
	sum, before := 0.0, net.Outside
	for w, label := range labels {
		sum += float64(scores[w*f.labels+label]) + float64(after[before*f.labels+label])
		before = label
	}
	return sum
}

// allowed reports whether a label may stand at a word behind another label.
func allowed(word, before, label int) bool {
	return net.Follows(before, label) && (word > 0 || before == net.Outside)
}

// goForward sums over all that may stand before each label of each word.
func (f *field) goForward(scores, after []float32, words int) {
	n := f.labels
	for w := range words {
		for label := range n {
			for before := range n {
				f.row[before] = math.Inf(-1)
				if allowed(w, before, label) {
					f.row[before] = f.before(w, before) + float64(after[before*n+label])
				}
			}
			f.forward[w*n+label] = logSum(f.row) + float64(scores[w*n+label])
		}
	}
}

// before is the sum over what ends with a label before a word.
func (f *field) before(word, label int) float64 {
	if word == 0 {
		return 0 // Outside is all that stands there.
	}
	return f.forward[(word-1)*f.labels+label]
}

// goBack sums over all that may stand behind each label of each word.
func (f *field) goBack(scores, after []float32, words int) {
	n := f.labels
	for w := words - 1; w > 0; w-- {
		for label := range n {
			for next := range n {
				f.row[next] = math.Inf(-1)
				if allowed(w, label, next) {
					f.row[next] = float64(after[label*n+next]) + float64(scores[w*n+next]) + f.behind[w*n+next]
				}
			}
			f.behind[(w-1)*n+label] = logSum(f.row)
		}
	}
}

// pairs adds the shares of all labellings to the gradient by the scores of labels
// behind each other.
func (f *field) pairs(scores, after, dAfter []float32, scale float32) {
	n := f.labels
	for w := range len(f.forward) / n {
		for before := range n {
			for label := range n {
				if allowed(w, before, label) {
					at := f.before(w, before) + float64(after[before*n+label]) + float64(scores[w*n+label]) + f.behind[w*n+label]
					dAfter[before*n+label] += float32(math.Exp(at-f.all)) * scale
				}
			}
		}
	}
}

// logSum is the logarithm of the sum of what the values are logarithms of.
func logSum(values []float64) float64 {
	top := math.Inf(-1)
	for _, v := range values {
		top = max(top, v)
	}
	if math.IsInf(top, -1) {
		return top
	}
	sum := 0.0
	for _, v := range values {
		if !math.IsInf(v, -1) {
			sum += math.Exp(v - top)
		}
	}
	return top + math.Log(sum)
}
