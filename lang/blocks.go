package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley"
)

// headingWords is the most words that a line without a full stop may have and
// still be taken for a heading; news headlines rarely pass it.
const headingWords = 16

// blocks cuts a text at its line ends into paragraphs, headings and list items.
// Where the text looks hard-wrapped, only empty lines cut.
func blocks(text string) []Block {
	all := lines(text)
	wrapped := hardWrapped(text, all)
	var out []Block
	blank := true
	for _, line := range all {
		span := trimmed(text, line)
		if span.Len() == 0 {
			blank = true
			continue
		}
		item := bullet(text[span.Start:span.End])
		if wrapped && !blank && item == 0 && len(out) > 0 {
			out[len(out)-1].End = span.End
			continue
		}
		b := Block{Span: span, AfterBlank: blank}
		if item > 0 && item < span.Len() {
			b.Kind, b.Start = ListItem, span.Start+item
		}
		out = append(out, b)
		blank = false
	}
	markHeadings(text, out)
	return out
}

// lines returns the spans between line ends: \n, and the rare U+2028 and U+2029.
func lines(text string) []parley.Span {
	var out []parley.Span
	start := 0
	for i, r := range text {
		if r == '\n' || r == '\u2028' || r == '\u2029' {
			out = append(out, parley.Span{Start: start, End: i})
			start = i + utf8.RuneLen(r)
		}
	}
	return append(out, parley.Span{Start: start, End: len(text)})
}

// trimmed takes white space off both ends of a span.
func trimmed(text string, s parley.Span) parley.Span {
	left := strings.TrimLeftFunc(text[s.Start:s.End], unicode.IsSpace)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return s
}

// bullet returns the length in bytes of a list item's mark and the space behind
// it, or 0 where the line has none.
func bullet(line string) int {
	r, size := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("•‣◦▪●■–—-*·", r) {
		rest := strings.TrimLeftFunc(line[size:], unicode.IsSpace)
		if len(rest) < len(line)-size {
			return len(line) - len(rest)
		}
		return 0
	}
	n := 0
	for n < len(line) && n < 3 && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n > 0 && n+1 < len(line) && (line[n] == '.' || line[n] == ')') && line[n+1] == ' ' {
		return len(line) - len(strings.TrimLeftFunc(line[n+1:], unicode.IsSpace))
	}
	return 0
}

// hardWrapped reports whether line ends inside paragraphs are only typesetting:
// the lines have about one width, and most end without closing punctuation.
func hardWrapped(text string, all []parley.Span) bool {
	inner, open, width := 0, 0, 0
	for i := 0; i+1 < len(all); i++ {
		line, next := trimmed(text, all[i]), trimmed(text, all[i+1])
		if line.Len() == 0 || next.Len() == 0 {
			continue
		}
		inner++
		width = max(width, line.Len())
		if !endsSentence(text[line.Start:line.End]) && line.Len() >= 40 {
			open++
		}
	}
	return inner >= 3 && width <= 100 && open*10 >= inner*7
}

// closingBytes is as far back as closing marks behind a full stop are looked for.
const closingBytes = 32

// endsSentence reports whether a line ends as a sentence or a clause before a list does.
func endsSentence(line string) bool {
	line = strings.TrimRight(repaired(line[max(0, len(line)-closingBytes):]), "\"'”’»)] ")
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?:;…", r)
}

// markHeadings marks the short lines without a full stop that stand by
// themselves: the first line, and lines with an empty line on both sides.
func markHeadings(text string, all []Block) {
	for i := range all {
		b := &all[i]
		alone := b.AfterBlank && (i+1 == len(all) || all[i+1].AfterBlank)
		if b.Kind == Paragraph && (alone || i == 0) && len(all) > 1 &&
			!endsSentence(b.In(text)) && len(strings.Fields(b.In(text))) <= headingWords {
			b.Kind = Heading
		}
	}
}
