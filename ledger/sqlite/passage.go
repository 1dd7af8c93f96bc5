package sqlite

import (
	"strings"

	"parley"
)

// marks are the signs that full-text search puts around the words it found.
type marks struct {
	open, end string
}

// passageReach is how far apart words can be, in bytes, to be shown together.
const passageReach = maxContext / 2

// passage takes a text with marks, and returns the exact sentences of the text
// that hold most of the words found, with their place in it. Where no word is
// marked (it stood in the title), they are the first ones.
func (m marks) passage(marked string) (string, parley.Span) {
	text, found := m.strip(marked)
	at := sentences(text, bestGroup(text, found))
	return at.In(text), at
}

// strip returns the text without the marks, and the places that were marked.
func (m marks) strip(marked string) (string, []parley.Span) {
	var text strings.Builder
	var found []parley.Span
	for {
		before, rest, ok := strings.Cut(marked, m.open)
		text.WriteString(before)
		if !ok {
			return text.String(), found
		}
		word, after, _ := strings.Cut(rest, m.end)
		start := text.Len()
		text.WriteString(word)
		found = append(found, parley.Span{Start: start, End: text.Len()})
		marked = after
	}
}

// bestGroup returns the first stretch of text, no longer than passageReach, in
// which most different words of those found stand.
func bestGroup(text string, found []parley.Span) parley.Span {
	var best parley.Span
	most := 0
	for i, first := range found {
		group, words := first, map[string]bool{}
		for _, next := range found[i:] {
			if next.End-first.Start > passageReach && next != first {
				break
			}
			if word := strings.ToLower(next.In(text)); !words[word] {
				words[word] = true
				group.End = next.End
			}
		}
		if len(words) > most {
			best, most = group, len(words)
		}
	}
	return best
}
