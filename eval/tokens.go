package eval

import (
	"slices"
	"strings"

	"parley"
)

// token is a word or a mark of a text. Offsets are code points, as the corpora
// of quotations count them.
type token struct {
	parley.Span
	first rune // the token's first character, which tells a word from a mark
}

// word reports whether the token is more than punctuation.
func (t token) word() bool { return isAlphanumeric(t.first) }

// tokenise cuts a text into words, which may hold single marks of the kind of
// hyphens, apostrophes and points inside, and into marks of one character.
func tokenise(text string) []token {
	var out []token
	chars := []rune(text)
	for i := 0; i < len(chars); {
		end := i + 1
		if isWord(chars[i]) {
			end = wordEnd(chars, i)
		}
		if !isSpace(chars[i]) {
			out = append(out, token{parley.Span{Start: i, End: end}, chars[i]})
		}
		i = end
	}
	return out
}

// wordEnd returns the end of the word that begins at i.
func wordEnd(chars []rune, i int) int {
	for i < len(chars) {
		switch {
		case isWord(chars[i]):
			i++
		case strings.ContainsRune("-'’.", chars[i]) && i+1 < len(chars) && isWord(chars[i+1]):
			i += 2
		default:
			return i
		}
	}
	return i
}

// tokenSet is a set of tokens by their places in the text, in order.
type tokenSet []int

// tokensOf returns the tokens that the spans touch.
func tokensOf(tokens []token, spans parley.Spans) tokenSet {
	var set tokenSet
	for _, s := range spans {
		i, _ := slices.BinarySearchFunc(tokens, s.Start, func(t token, start int) int {
			return t.End - start - 1 // the first token that ends after the span's start
		})
		for ; i < len(tokens) && tokens[i].Start < s.End; i++ {
			set = append(set, i)
		}
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// trimmed drops the marks at both ends, unless there is nothing but marks.
func (s tokenSet) trimmed(tokens []token) tokenSet {
	isWord := func(i int) bool { return tokens[i].word() }
	first := slices.IndexFunc(s, isWord)
	if first < 0 {
		return s
	}
	last := len(s) - 1
	for !isWord(s[last]) {
		last--
	}
	return s[first : last+1]
}

// words drops all marks.
func (s tokenSet) words(tokens []token) tokenSet {
	return slices.DeleteFunc(slices.Clone(s), func(i int) bool { return !tokens[i].word() })
}

// runs returns the first and the past-the-last token of each unbroken run.
func (s tokenSet) runs() []parley.Span {
	var out []parley.Span
	for _, i := range s {
		if n := len(out); n > 0 && out[n-1].End == i {
			out[n-1].End++
			continue
		}
		out = append(out, parley.Span{Start: i, End: i + 1})
	}
	return out
}

// overlap counts the tokens that both sets have.
func (s tokenSet) overlap(t tokenSet) int { return common(s, t) }

// f1 is the harmonic mean of the shares of common tokens.
func (s tokenSet) f1(t tokenSet) float64 {
	return ratio(float64(2*s.overlap(t)), float64(len(s)+len(t)))
}
