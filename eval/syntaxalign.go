package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"parley"
	"parley/lang/conllu"
)

// syntaxText is an analysed text as one run of characters, white space left out,
// with the words that stand on it.
type syntaxText struct {
	chars     []rune
	sentences []parley.Span
	tokens    []parley.Span
	words     []syntaxWord
}

// syntaxWord is a word with its place. The words of a multiword token all have
// the place of the token, since nothing tells where in it they stand.
type syntaxWord struct {
	*conllu.Word
	parley.Span
	multi  bool
	parent int // the head's index among the words of the text, or -1
}

// relation returns the word's relation without its subtype.
func (w *syntaxWord) relation() string {
	relation, _, _ := strings.Cut(w.Relation, ":")
	return relation
}

// newSyntaxText lays sentences out on their characters. Every sentence must be a tree.
func newSyntaxText(sentences []*conllu.Sentence) (*syntaxText, error) {
	t := &syntaxText{}
	for _, s := range sentences {
		if err := s.CheckTree(); err != nil {
			return nil, err
		}
		start := len(t.chars)
		t.add(s)
		t.sentences = append(t.sentences, parley.Span{Start: start, End: len(t.chars)})
	}
	return t, nil
}

// add appends the words and tokens of a sentence.
func (t *syntaxText) add(s *conllu.Sentence) {
	first := len(t.words)
	ranges := s.Ranges
	end := 0 // the end of the range that the words stand in
	for i := range s.Words {
		w := &s.Words[i]
		switch {
		case len(ranges) > 0 && ranges[0].First == i:
			t.addToken(ranges[0].Form)
			end, ranges = ranges[0].Last, ranges[1:]
		case i >= end:
			t.addToken(w.Form)
		}
		parent := -1
		if w.Head > 0 {
			parent = first + w.Head - 1
		}
		t.words = append(t.words, syntaxWord{w, t.tokens[len(t.tokens)-1], i < end, parent})
	}
}

// addToken appends a written word. Blanks inside are left out, because two
// analyses may differ in whether they cut there.
func (t *syntaxText) addToken(form string) {
	start := len(t.chars)
	for _, r := range form {
		if !unicode.Is(unicode.Zs, r) {
			t.chars = append(t.chars, r)
		}
	}
	t.tokens = append(t.tokens, parley.Span{Start: start, End: len(t.chars)})
}

// checkSameText returns an error unless both analyses are of the same text.
func checkSameText(gold, read *syntaxText) error {
	if slices.Equal(gold.chars, read.chars) {
		return nil
	}
	at := 0
	for at < len(gold.chars) && at < len(read.chars) && gold.chars[at] == read.chars[at] {
		at++
	}
	next := func(chars []rune) string { return string(chars[at:min(at+20, len(chars))]) }
	return fmt.Errorf("align texts: they differ behind %d characters: gold %q, read %q: %w",
		at, next(gold.chars), next(read.chars), parley.ErrDamaged)
}

// wordAlignment says which word of the gold a word of the reading is.
type wordAlignment struct {
	gold, read *syntaxText
	pairs      [][2]int // gold and read word, in order
	ofRead     []int    // for each read word the gold word, or -1
}

func (a *wordAlignment) pair(g, r int) {
	a.pairs = append(a.pairs, [2]int{g, r})
	a.ofRead[r] = g
}

// alignWords aligns words in the way of the CoNLL 2018 shared task: words that
// are tokens must have the same characters; within multiword tokens, where no
// word has a place of its own, the longest common run of forms decides.
func alignWords(gold, read *syntaxText) *wordAlignment {
	a := &wordAlignment{gold: gold, read: read, ofRead: make([]int, len(read.words))}
	for i := range a.ofRead {
		a.ofRead[i] = -1
	}
	g, r := 0, 0
	for g < len(gold.words) && r < len(read.words) {
		x, y := &gold.words[g], &read.words[r]
		switch {
		case x.multi || y.multi:
			g, r = a.alignMulti(g, r)
		case x.Span == y.Span:
			a.pair(g, r)
			g, r = g+1, r+1
		case x.Start <= y.Start:
			g++
		default:
			r++
		}
	}
	return a
}

// alignMulti aligns the words around a multiword token and returns the words behind it.
func (a *wordAlignment) alignMulti(g, r int) (int, int) {
	gs, rs := a.gold.words, a.read.words
	var end int
	if gs[g].multi {
		end = gs[g].End
		if !rs[r].multi && rs[r].Start < gs[g].Start {
			r++
		}
	} else {
		end = rs[r].End
		if gs[g].Start < rs[r].Start {
			g++
		}
	}
	firstG, firstR := g, r
	for !beyond(gs, g, end) || !beyond(rs, r, end) {
		if g < len(gs) && (r >= len(rs) || gs[g].Start <= rs[r].Start) {
			end = gs[g].extended(end)
			g++
		} else {
			end = rs[r].extended(end)
			r++
		}
	}
	a.alignForms(firstG, g, firstR, r)
	return g, r
}

// beyond reports whether the word stands behind the end, or sticks out of it.
func beyond(words []syntaxWord, i, end int) bool {
	switch {
	case i >= len(words):
		return true
	case words[i].multi:
		return words[i].Start >= end
	}
	return words[i].End > end
}

// extended returns the end moved on to that of a multiword token.
func (w *syntaxWord) extended(end int) int {
	if w.multi {
		return max(end, w.End)
	}
	return end
}

// alignForms pairs the words of a longest common subsequence of forms.
func (a *wordAlignment) alignForms(g, endG, r, endR int) {
	same := func(g, r int) bool {
		return strings.EqualFold(a.gold.words[g].Form, a.read.words[r].Form)
	}
	width := endR - r + 1
	common := make([]int, (endG-g+1)*width) // the length of the best pairing of the rests
	at := func(i, k int) *int { return &common[(i-g)*width+k-r] }
	for i := endG - 1; i >= g; i-- {
		for k := endR - 1; k >= r; k-- {
			best := max(*at(i+1, k), *at(i, k+1))
			if same(i, k) {
				best = max(best, 1+*at(i+1, k+1))
			}
			*at(i, k) = best
		}
	}
	for i, k := g, r; i < endG && k < endR; {
		switch {
		case same(i, k):
			a.pair(i, k)
			i, k = i+1, k+1
		case *at(i, k) == *at(i+1, k):
			i++
		default:
			k++
		}
	}
}
