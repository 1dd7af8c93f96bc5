package date

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"parley"
	"parley/lang"
)

// term is what the patterns match: a token of the text, or a part of one that
// is written with hyphens ("mid-November", "18-20").
type term struct {
	parley.Span
	lexeme
	token   int // index of the token in the text
	number  int // the figure's number, where it is one
	digits  int // how many digits the figure has
	capital bool
}

// hyphen stands between the parts of a hyphenated token.
const hyphen = "-"

// termsOf appends the terms of tokens [first, last) of the text.
func (g *grammar) termsOf(out []term, text *lang.Text, first, last int) []term {
	for i := first; i < last; i++ {
		t := &text.Tokens[i]
		switch t.Kind {
		case lang.Number:
			out = g.appendFigure(out, text.Source, t.Span, i)
		case lang.Word:
			out = g.appendWord(out, text.Source, t, i)
		default:
			out = append(out, term{Span: t.Span, lexeme: g.words[t.Lower], token: i})
		}
	}
	return out
}

// appendWord appends a word: as one term where the lexicon knows it, else as
// its hyphenated parts where one of them has to do with time.
func (g *grammar) appendWord(out []term, source string, t *lang.Token, i int) []term {
	l, known := g.lookup(t.Lower)
	if !known && strings.Contains(t.Lower, hyphen) {
		return g.appendParts(out, source, t.Span, i)
	}
	return append(out, properName(term{Span: t.Span, lexeme: l, token: i, capital: t.Capital()}, t.Text))
}

// lookup finds a lower-case word in the lexicon, with or without an abbreviation's point.
func (g *grammar) lookup(lower string) (lexeme, bool) {
	l, known := g.words[lower]
	if !known && strings.HasSuffix(lower, ".") {
		l, known = g.words[lower[:len(lower)-1]]
	}
	return l, known
}

// nameClasses are the classes whose words are names and so capitalised.
const nameClasses = 1<<monthSym | 1<<weekdaySym | 1<<weekdaysSym

// properName takes from a word without a capital the classes that need one:
// "may" and "march" are verbs. Zones are written in capitals throughout.
func properName(t term, text string) term {
	if !t.capital {
		t.classes &^= nameClasses
	}
	if t.is(zoneSym) && text != strings.ToUpper(text) {
		t.classes &^= 1 << zoneSym
	}
	return t
}

// appendParts appends a token cut at its hyphens, or whole where no part is a
// word of time.
func (g *grammar) appendParts(out []term, source string, s parley.Span, token int) []term {
	whole, start := len(out), s.Start
	timely := false
	for start <= s.End {
		end, size := nextHyphen(source, start, s.End)
		out = g.appendPart(out, source, parley.Span{Start: start, End: end}, token)
		last := &out[len(out)-1]
		timely = timely || last.classes != 0
		if size == 0 {
			break
		}
		out = append(out, term{Span: parley.Span{Start: end, End: end + size}, lexeme: g.words[hyphen], token: token})
		start = end + size
	}
	if !timely {
		return append(out[:whole], term{Span: s, token: token})
	}
	return out
}

// appendPart appends one part of a hyphenated token.
func (g *grammar) appendPart(out []term, source string, s parley.Span, token int) []term {
	text := s.In(source)
	if text != "" && text[0] >= '0' && text[0] <= '9' {
		return append(out, g.figure(term{Span: s, token: token}, text))
	}
	l, _ := g.lookup(strings.ToLower(text))
	capital := text != "" && text[0] >= 'A' && text[0] <= 'Z'
	return append(out, properName(term{Span: s, lexeme: l, token: token, capital: capital}, text))
}

// nextHyphen returns where the next hyphen or dash stands and its length; end
// and 0 where there is none.
func nextHyphen(source string, start, end int) (at, size int) {
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(source[i:end])
		if r == '-' || r == '‐' || r == '‑' || r == '–' {
			return i, n
		}
		i += n
	}
	return end, 0
}

// appendFigure appends a figure: whole, or cut at its hyphens ("18-20", "1999-2000").
func (g *grammar) appendFigure(out []term, source string, s parley.Span, token int) []term {
	text := s.In(source)
	if _, size := nextHyphen(text, 0, len(text)); size == 0 || isoDate(text) {
		return append(out, g.figure(term{Span: s, token: token}, text))
	}
	return g.appendParts(out, source, s, token)
}

// isoDate reports whether a figure is written YYYY-MM-DD.
func isoDate(s string) bool {
	return len(s) == 10 && s[4] == '-' && s[7] == '-' && allDigits(s[:4]) && allDigits(s[5:7]) && allDigits(s[8:])
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// figure reads a figure.
func (g *grammar) figure(t term, text string) term {
	t = figure(t, text)
	t.begins = g.begun(t.lexeme)
	return t
}

// figure sets the classes and the number of a figure by the way it is written.
func figure(t term, text string) term {
	head := text
	for len(head) > 0 && (head[len(head)-1] < '0' || head[len(head)-1] > '9') {
		head = head[:len(head)-1]
	}
	tail := strings.ToLower(text[len(head):])
	switch {
	case isoDate(text):
		t.classes = 1 << isoSym
	case strings.Contains(head, "/"):
		t.classes = 1 << slashSym
	case clockFigure(head):
		t.classes = 1 << timeSym
	case !allDigits(head):
		t.classes = 1 << numberSym
	default:
		return plainFigure(t, head, tail)
	}
	return withMeridiem(t, tail)
}

// clockFigure reports whether a figure is written 9:30 or, as Britain does, 09.30.
func clockFigure(s string) bool {
	i := strings.IndexAny(s, ":.")
	return i > 0 && i <= 2 && len(s)-i == 3 && allDigits(s[:i]) && allDigits(s[i+1:]) && (s[i] == ':' || len(s) == 5)
}

// plainFigure classes a figure of digits alone, with the letters behind it.
func plainFigure(t term, head, tail string) term {
	n, err := strconv.Atoi(head)
	if err != nil || len(head) > 9 {
		return t
	}
	t.number, t.digits, t.n = n, len(head), n
	day := n >= 1 && n <= 31 && len(head) <= 2
	switch tail {
	case "":
		t.classes |= 1 << numberSym
		t.classes |= when(day, daySym) | when(n <= 24 && len(head) <= 2, hourSym) | when(len(head) == 2, yearTailSym)
		t.classes |= when(len(head) == 4 && n >= 1000 && n <= 2199, yearSym)
		t.classes |= when(len(head) == 4 && n < 2400 && n%100 < 60, militarySym)
	case "st", "nd", "rd", "th":
		t.classes |= 1<<ordinalSym | when(day, daySym)
	case "s":
		t.classes |= when(n%10 == 0 && (len(head) == 4 && n >= 1000 && n <= 2100 || len(head) == 2 && n >= 20), decadeSym)
		if len(head) == 2 {
			t.n += 1900
		}
	default:
		t.classes |= when(n >= 1 && n <= 12, hourSym)
		return withMeridiem(t, tail)
	}
	return t
}

// withMeridiem keeps a clock figure only with a tail that belongs to it: "5pm", "10:30am".
// The number of such an hour gets a mark of its own, see clockOf.
func withMeridiem(t term, tail string) term {
	switch {
	case tail == "":
	case (tail == "am" || tail == "pm") && t.classes&(1<<hourSym|1<<timeSym) != 0:
		t.classes |= 1 << meridiemSym
		t.word = tail
	default:
		t.classes = 0
	}
	return t
}

// when returns the bit of a class if cond holds.
func when(cond bool, s symbol) uint32 {
	if cond {
		return 1 << s
	}
	return 0
}
