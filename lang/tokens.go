package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley"
)

// TokenKind is what sort of token a token is.
type TokenKind uint8

// The kinds of token.
const (
	Word   TokenKind = iota // letters, with inner hyphens, apostrophes and full stops ("cease-fire", "U.S."); addresses
	Number                  // digits with their separators and ordinal ends ("300,000", "1st")
	Mark                    // a quotation mark of any sort, TeX's pairs included
	Punct                   // any other single character
)

// Token is a word, number or mark of the text. Clitics ("'s", "n't", "'re") are
// tokens of their own, as in the Universal Dependencies treebanks of English.
type Token struct {
	parley.Span
	Kind  TokenKind
	Text  string // the words themselves
	Lower string // in lower case, apostrophes straight
	Space bool   // white space, or the start of the block, stands before it
}

// Is reports whether the token is one of the given lower-case words or marks.
func (t Token) Is(words ...string) bool {
	for _, w := range words {
		if t.Lower == w {
			return true
		}
	}
	return false
}

// Capital reports whether the token begins with an upper-case letter.
func (t Token) Capital() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r)
}

// appendTokens appends the tokens of text[s.Start:s.End].
func appendTokens(out []Token, text string, s parley.Span) []Token {
	space := true
	for i := s.Start; i < s.End; {
		r, size := decode(text[i:s.End])
		if unicode.IsSpace(r) {
			space = true
			i += size
			continue
		}
		kind, end := scan(text, i, s.End, r, size)
		out = appendSplit(out, Token{Span: parley.Span{Start: i, End: end}, Kind: kind, Space: space}, text)
		space = false
		i = end
	}
	return out
}

// scan returns the kind and end of the token that begins at start with the
// character r of the given length in bytes.
func scan(text string, start, end int, r rune, size int) (TokenKind, int) {
	switch {
	case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
		return Word, scanWord(text, start, end)
	case unicode.IsDigit(r), r == '.' && digitAt(text, start+1, end) && (start == 0 || text[start-1] == ' '):
		return Number, scanNumber(text, start, end)
	case isApostrophe(r) && cliticAt(text[start:end]) > 0:
		return Word, start + cliticAt(text[start:end])
	case strings.HasPrefix(text[start:end], "``") || strings.HasPrefix(text[start:end], "''"):
		return Mark, start + 2
	case isQuoteMark(r):
		return Mark, start + size
	case strings.HasPrefix(text[start:end], "--") || strings.HasPrefix(text[start:end], "..."):
		return Punct, start + run(text[start:end], text[start])
	}
	return Punct, start + size
}

// run returns how many bytes c begin s.
func run(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

// scanNumber scans digits with inner separators ("300,000", "2.5", "2011-12",
// "10:30") and a tail that begins with a letter ("1990s", "25th", "5pm", "4x4").
func scanNumber(text string, i, end int) int {
	for i < end {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if !unicode.IsDigit(r) && !(strings.ContainsRune(",.:/-–", r) && digitAt(text, i+size, end)) {
			break
		}
		i += size
	}
	tail := i
	for tail < end && (isASCIILetter(text[tail]) || tail > i && digitAt(text, tail, end)) {
		tail++
	}
	// "40-year-old" and "1990s-era" are one token.
	if tail+1 < end && text[tail] == '-' && letterAt(text, tail+1, end) {
		return scanWord(text, tail+1, end)
	}
	return tail
}

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// scanWord scans letters and digits with inner hyphens, apostrophes and
// abbreviation points; a final point is kept only by abbreviations.
func scanWord(text string, start, end int) int {
	i := start
	for i < end {
		r, size := decode(text[i:end])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '\u200d':
		case (r == '-' || r == '\u2010' || r == '\u2011' || isApostrophe(r) || r == '&') && wordAt(text, i+size, end) && i > start:
		case r == '.' && keepsPoint(text[start:i], text[i+1:end]):
		case r == '@' && letterAt(text, i+1, end):
		case r == ':' && strings.HasPrefix(text[i:end], "://"):
			return addressEnd(text, i+len("://"), end)
		default:
			return i
		}
		i += size
	}
	return i
}

// addressEnd returns where an address of the web ends whose host begins at i: at
// the next white space or quotation mark, less the punctuation before it.
func addressEnd(text string, i, end int) int {
	to := i
	for to < end {
		r, size := decode(text[to:end])
		if unicode.IsSpace(r) || isQuoteMark(r) || strings.ContainsRune("<>()[]{}", r) {
			break
		}
		to += size
	}
	return i + len(strings.TrimRight(text[i:to], ".,;:!?"))
}

// keepsPoint reports whether the point behind word belongs to it: inside or at
// the end of an abbreviation ("U.S", "Sept", "Lt"), or inside a name ("sana.sy").
func keepsPoint(word, rest string) bool {
	last := word[strings.LastIndexAny(word, ".-")+1:]
	if utf8.RuneCountInString(last) == 1 {
		r, _ := utf8.DecodeRuneInString(last)
		return unicode.IsLetter(r) && (strings.Contains(word, ".") || unicode.IsUpper(r) || letterAt(rest, 0, len(rest)) && len(rest) > 1 && rest[1] == '.')
	}
	if letterAt(rest, 0, len(rest)) {
		r, _ := utf8.DecodeRuneInString(rest)
		// "UOL.com" and "Ph.D.", but not a missing space, "end.The".
		return unicode.IsLower(r) || len(last) <= 3 && len(rest) > 1 && rest[1] == '.'
	}
	return abbreviations[strings.ToLower(last)] != notAbbreviation && !strings.HasPrefix(rest, "..")
}

func digitAt(text string, i, end int) bool {
	return i < end && text[i] >= '0' && text[i] <= '9'
}

func letterAt(text string, i, end int) bool {
	r, _ := decode(text[min(i, end):end])
	return unicode.IsLetter(r)
}

func wordAt(text string, i, end int) bool { return letterAt(text, i, end) || digitAt(text, i, end) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func isQuoteMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '\'', '‘', '’', '‚', '‛', '`':
		return true
	}
	return false
}

// clitics are the tails that are tokens of their own, with a straight apostrophe.
var clitics = []string{"'s", "'re", "'ve", "'ll", "'d", "'m"}

// cliticAt returns the length in bytes of a clitic that stands at the start of
// s as a word of its own, or 0.
func cliticAt(s string) int {
	_, size := decode(s)
	for _, c := range clitics {
		tail := c[1:]
		if len(s) >= size+len(tail) && strings.EqualFold(s[size:size+len(tail)], tail) && !wordAt(s, size+len(tail), len(s)) {
			return size + len(tail)
		}
	}
	return 0
}

// appendSplit appends a token, cut in two where it ends in a clitic.
func appendSplit(out []Token, t Token, text string) []Token {
	if t.Kind != Word && t.Kind != Number {
		return append(out, filled(t, text))
	}
	cut := cliticIn(t.In(text))
	if cut <= 0 {
		return append(out, filled(t, text))
	}
	stem, tail := t, t
	stem.End, tail.Start = t.Start+cut, t.Start+cut
	tail.Kind, tail.Space = Word, false
	return append(out, filled(stem, text), filled(tail, text))
}

// cliticIn returns where the final clitic of a word begins, or 0.
func cliticIn(word string) int {
	i := lastApostrophe(word)
	if i <= 0 {
		return 0
	}
	rest := word[i:]
	if cliticAt(rest) == len(rest) {
		return i
	}
	_, size := decode(rest)
	if strings.EqualFold(rest[size:], "t") && i > 1 && (word[i-1] == 'n' || word[i-1] == 'N') {
		return i - 1
	}
	return 0
}

// lastApostrophe returns where the last apostrophe of a word begins, or -1.
func lastApostrophe(word string) int {
	for i := len(word) - 1; i > 0; i-- {
		if c := word[i]; c != '\'' && c < utf8.RuneSelf || !utf8.RuneStart(c) {
			continue
		}
		if r, _ := decode(word[i:]); isApostrophe(r) {
			return i
		}
	}
	return -1
}

// filled sets a token's words.
func filled(t Token, text string) Token {
	t.Text = t.In(text)
	t.Lower = lower(t.Text)
	return t
}

// lower returns a word in lower case with straight apostrophes. Most words are
// in lower case already and cost nothing.
func lower(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf {
			return strings.ReplaceAll(strings.ToLower(repaired(s)), "’", "'")
		} else if c >= 'A' && c <= 'Z' {
			plain = false
		}
	}
	if plain {
		return s
	}
	return strings.ToLower(s)
}
