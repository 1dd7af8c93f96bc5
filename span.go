package parley

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Span is a half-open range [Start, End) of byte offsets into the text of one
// document version. Both ends stand on rune boundaries. In JSON a span counts
// Unicode code points instead; MarshalReading and UnmarshalReading convert.
type Span struct {
	Start, End int
}

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether the whole of t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// In returns the words of text that the span covers. The span must be valid for text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Trim returns the span without the characters of cutset at both of its ends in text.
func (s Span) Trim(text, cutset string) Span {
	words := strings.TrimRight(s.In(text), cutset)
	s.End = s.Start + len(words)
	s.Start = s.End - len(strings.TrimLeft(words, cutset))
	return s
}

// check says why the span cannot be cut out of text, or nil.
func (s Span) check(text string) error {
	switch {
	case s.Start < 0 || s.End > len(text) || s.Start >= s.End:
		return fmt.Errorf("span [%d, %d) is not inside a text of %d bytes", s.Start, s.End, len(text))
	case !boundary(text, s.Start) || !boundary(text, s.End):
		return fmt.Errorf("span [%d, %d) cuts a character", s.Start, s.End)
	}
	return nil
}

// boundary reports whether a character begins, or the text ends, at a byte offset.
// A byte that is no UTF-8 is a character of its own, as for a range over the text.
func boundary(text string, offset int) bool {
	for back := 1; back < utf8.UTFMax && back <= offset; back++ {
		if _, size := utf8.DecodeRuneInString(text[offset-back:]); size > back {
			return false
		}
	}
	return true
}

// Spans is a possibly discontinuous piece of text: one or more spans in reading
// order, none overlapping another. It is empty where the text gives nothing.
type Spans []Span

// gap stands in a quote where a discontinuous piece of text was interrupted.
const gap = " … "

// In returns the words that the spans cover, with " … " where they are interrupted.
func (s Spans) In(text string) string {
	parts := make([]string, len(s))
	for i, x := range s {
		parts[i] = x.In(text)
	}
	return strings.Join(parts, gap)
}

// Hull returns the smallest span that holds all of s, and the zero span for none.
func (s Spans) Hull() Span {
	if len(s) == 0 {
		return Span{}
	}
	hull := s[0]
	for _, x := range s[1:] {
		hull.Start, hull.End = min(hull.Start, x.Start), max(hull.End, x.End)
	}
	return hull
}

// Overlaps reports whether any part of s shares a byte with t.
func (s Spans) Overlaps(t Span) bool {
	for _, x := range s {
		if x.Overlaps(t) {
			return true
		}
	}
	return false
}

// check says why the spans cannot be cut out of text in reading order, or nil.
func (s Spans) check(text string) error {
	for i, x := range s {
		if err := x.check(text); err != nil {
			return err
		}
		if i > 0 && x.Start < s[i-1].End {
			return fmt.Errorf("span [%d, %d) does not follow [%d, %d)", x.Start, x.End, s[i-1].Start, s[i-1].End)
		}
	}
	return nil
}
