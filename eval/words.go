package eval

import (
	"unicode"
	"unicode/utf8"

	"parley"
)

// isAlphanumeric reports whether Python's str.isalnum holds for the character.
func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// isWord reports whether the character matches \w in a Python pattern.
func isWord(r rune) bool { return r == '_' || isAlphanumeric(r) }

// isSpace reports whether the character matches \s in a Python pattern, for
// which the four information separators of ASCII are space too.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// wordStarts returns the offsets at which the words that lie in the spans
// begin. A span that begins inside a word makes a word of the rest.
func wordStarts(text string, spans parley.Spans) map[int]bool {
	starts := map[int]bool{}
	for _, s := range spans {
		inside := false
		for i := s.Start; i < s.End; {
			r, size := utf8.DecodeRuneInString(text[i:s.End])
			word := isWord(r)
			if word && !inside {
				starts[i] = true
			}
			inside = word
			i += size
		}
	}
	return starts
}

// shared counts the words that two pieces of text have in common.
func shared(a, b map[int]bool) int {
	n := 0
	for start := range a {
		if b[start] {
			n++
		}
	}
	return n
}

// wordF1 is the harmonic mean of the shares of common words of two pieces of a text.
func wordF1(text string, a, b parley.Spans) float64 {
	// Pieces that lie apart share no word. Saying so before cutting them into
	// words spares most of the work, as every entry is compared with every other.
	if !a.Hull().Overlaps(b.Hull()) {
		return 0
	}
	x, y := wordStarts(text, a), wordStarts(text, b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	return float64(2*shared(x, y)) / float64(len(x)+len(y))
}
