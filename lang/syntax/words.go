package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley"
	"parley/lang"
)

// joined are the prefixes that a hyphen does not part from their word in the
// English treebanks: "co-operate", "anti-government".
var joined = map[string]bool{
	"non": true, "post": true, "anti": true, "pro": true, "e": true, "mid": true, "cross": true, "multi": true, "re": true,
	"ex": true, "over": true, "sub": true, "counter": true, "pre": true, "co": true, "semi": true, "inter": true,
}

// words returns the words of a sentence, not yet parsed.
func words(t *lang.Text, s lang.Sentence) []Word {
	out := make([]Word, 0, s.Last-s.First+4)
	for k := s.First; k < s.Last; k++ {
		out = appendWords(out, t.Tokens[k], k)
	}
	return out
}

// appendWords appends the words of a token: its parts between hyphens, and the
// hyphens themselves.
func appendWords(out []Word, t lang.Token, index int) []Word {
	word := func(start, end int) {
		out = append(out, Word{
			Span: parley.Span{Start: t.Start + start, End: t.Start + end},
			Form: t.Text[start:end], Token: index, Head: Root,
		})
	}
	start := 0
	if t.Kind == lang.Word || t.Kind == lang.Number {
		for i := strings.IndexAny(t.Text, hyphens); i >= 0 && i < len(t.Text); {
			size := hyphenAt(t, start, i)
			if size > 0 {
				word(start, i)
				word(i, i+size)
				start = i + size
			}
			next := strings.IndexAny(t.Text[i+1:], hyphens)
			if next < 0 {
				break
			}
			i += 1 + next
		}
	}
	word(start, len(t.Text))
	return out
}

// hyphens are the characters that part words: the plain one and the two of Unicode.
const hyphens = "-\u2010\u2011"

// hyphenAt returns the length in bytes of the hyphen at byte i of a token where
// it parts two words, the first of which begins at start, or 0.
func hyphenAt(t lang.Token, start, i int) int {
	_, size := utf8.DecodeRuneInString(t.Text[i:])
	next, _ := utf8.DecodeRuneInString(t.Text[i+size:])
	switch {
	case i <= start || !unicode.IsLetter(next) && !unicode.IsDigit(next):
		return 0
	case start == 0 && joined[strings.ToLower(t.Text[:i])]:
		return 0
	case t.Kind == lang.Number && strings.IndexFunc(t.Text, unicode.IsLetter) < 0:
		return 0 // A telephone number or a range of years.
	}
	return size
}
