package position

import (
	"slices"

	"parley"
	"parley/lang"
)

// settleShifts gives the word of a sentence that tells of a change of stance to the side
// that the sentence tells before it: "Kestria is prepared to sign, she said, softening a
// demand on which she had refused to move". What is told behind that word as what had been
// before is no side of today.
func (r *reader) settleShifts() {
	bySentence := map[int][]int{}
	for i := range r.found {
		s := r.text.SentenceAt(r.found[i].Evidence[0].Start)
		bySentence[s] = append(bySentence[s], i)
	}
	var over []int
	for s, all := range bySentence {
		if at, shift := r.shiftIn(s); shift != "" {
			over = append(over, r.settle(all, at, shift)...)
		}
	}
	slices.Sort(over)
	for _, i := range slices.Backward(over) {
		r.found = slices.Delete(r.found, i, i+1)
	}
}

// settle gives a shift at token at to the positions before it, and returns those behind it
// that had been before.
func (r *reader) settle(positions []int, at int, shift parley.Shift) (over []int) {
	before := slices.ContainsFunc(positions, func(i int) bool { return r.found[i].Evidence[0].Start < r.text.Tokens[at].Start })
	if !before {
		return nil
	}
	for _, i := range positions {
		start := r.found[i].Evidence[0].Start
		switch {
		case start < r.text.Tokens[at].Start:
			r.found[i].Shift = shift
		case r.hadBeen(at, r.text.TokenAt(start)):
			over = append(over, i)
		default:
			r.found[i].Shift = ""
		}
	}
	return over
}

// shiftIn returns the token of a sentence that tells of a change of stance in the writer's
// words, with the shift, or none.
func (r *reader) shiftIn(s int) (int, parley.Shift) {
	if s < 0 {
		return 0, ""
	}
	for i := r.text.Sentences[s].First; i < r.text.Sentences[s].Last; i++ {
		t := r.text.Tokens[i]
		if shift, ok := shifts[t.Lower]; ok && t.Kind == lang.Word && r.text.QuoteAt(t.Start) < 0 {
			return i, shift
		}
	}
	return 0, ""
}

// hadBeen reports whether "had" stands between two tokens.
func (r *reader) hadBeen(from, to int) bool {
	for i := from; i < to; i++ {
		if r.text.Tokens[i].Lower == "had" {
			return true
		}
	}
	return false
}
