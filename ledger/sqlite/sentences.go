package sqlite

import (
	"strings"
	"unicode/utf8"

	"parley"
)

// maxContext is how long the context of an entry can be, in bytes.
const maxContext = 600

// sentences returns the sentences around a span, as near as full stops and line
// ends tell: a list needs the words around an entry and no exact border, so
// that the store need not know the language. The result holds the span, unless
// that is longer than maxContext; then it is the span's beginning.
func sentences(text string, at parley.Span) parley.Span {
	at.Start = min(max(at.Start, 0), len(text))
	at.End = min(max(at.End, at.Start), len(text))
	if at.Len() > maxContext {
		return parley.Span{Start: at.Start, End: runeStart(text, at.Start+maxContext)}
	}
	spare := maxContext - at.Len()
	out := parley.Span{Start: sentenceStart(text, at.Start, spare)}
	spare -= at.Start - out.Start
	out.End = sentenceEnd(text, at.End, spare)
	return out
}

// sentenceStart goes back from a place in text to where its sentence begins, by
// at most spare bytes.
func sentenceStart(text string, from, spare int) int {
	low := runeUp(text, max(0, from-spare))
	before := text[low:from]
	for i := len(before) - 1; i >= 0; i-- {
		if before[i] == '\n' {
			return low + i + 1
		}
		if i+1 < len(before) && before[i+1] == ' ' && endsSentence(before[:i+1]) {
			return low + i + 2
		}
	}
	if low == 0 {
		return 0
	}
	if i := strings.IndexByte(before, ' '); i >= 0 {
		return low + i + 1 // A cut between words is easier to read.
	}
	return low
}

// sentenceEnd goes on from a place in text to where its sentence ends, by at
// most spare bytes.
func sentenceEnd(text string, from, spare int) int {
	high := runeStart(text, min(len(text), from+spare))
	for i := from; i < high; i++ {
		if text[i] == '\n' {
			return i
		}
		if text[i] == ' ' && endsSentence(text[:i]) {
			return i
		}
	}
	if high == len(text) {
		return high
	}
	if i := strings.LastIndexByte(text[from:high], ' '); i > 0 {
		return from + i
	}
	return high
}

// endsSentence reports whether text ends with a full stop, a question mark or
// an exclamation mark, with a closing quote or bracket after it or not.
func endsSentence(text string) bool {
	text = strings.TrimRight(text[max(0, len(text)-8):], `"')]`+"”’")
	return text != "" && strings.IndexByte(".!?", text[len(text)-1]) >= 0
}

// runeStart returns the start of the character that i stands in, or i itself
// at the end of text.
func runeStart(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

// runeUp returns i, or the start of the next character where i stands in one.
func runeUp(text string, i int) int {
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}
