package web

import (
	"slices"
	"strconv"
	"strings"

	"parley"
)

// maxCover is how many marks one stretch of text carries at most, the outermost
// ones and those of the chosen entry. Thousands of nested quotations would
// otherwise take quadratic time and give a page of quadratic size.
const maxCover = 24

// mark is one span of the text that belongs to part Part of the entry Ref.
type mark struct {
	parley.Span
	Ref  string
	Part int // place among the entry's parts, the evidence being 0
}

// segment is a stretch of text that the same marks cover from end to end.
type segment struct {
	Text string
	In   string // for the scripts: "s12:0 d3:0", outermost first
	On   string // style of the part of the chosen entry that covers it, or ""
	At   bool   // the chosen entry's evidence begins here
}

// marksOf returns a mark for every span of an entry that lies inside the text.
func marksOf(e parley.Entry, ref string, size int) []mark {
	var out []mark
	for n, part := range e.Parts() {
		for _, s := range *part.Spans {
			if 0 <= s.Start && s.Start < s.End && s.End <= size {
				out = append(out, mark{s, ref, n})
			}
		}
	}
	return out
}

// marker cuts a text into segments from front to back. Marks are sorted by start.
type marker struct {
	text   string
	marks  []mark
	next   int    // first mark that has not begun
	open   []mark // marks that have begun and not ended
	chosen string // the entry that is marked
	found  bool   // the chosen entry's evidence was met
}

// newMarker prepares the marks of a text's entries, in any order.
func newMarker(text string, marks []mark, chosen string) *marker {
	slices.SortStableFunc(marks, func(a, b mark) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return &marker{text: text, marks: marks, chosen: chosen}
}

// cut returns the segments of the next stretch. Stretches must follow each other.
func (m *marker) cut(stretch parley.Span) []segment {
	var out []segment
	for pos := stretch.Start; pos < stretch.End; {
		m.advance(pos)
		end := m.border(pos, stretch.End)
		out = append(out, m.segment(parley.Span{Start: pos, End: end}))
		pos = end
	}
	return out
}

// advance opens the marks that have begun at pos and closes those that have ended.
func (m *marker) advance(pos int) {
	m.open = slices.DeleteFunc(m.open, func(x mark) bool { return x.End <= pos })
	for ; m.next < len(m.marks) && m.marks[m.next].Start <= pos; m.next++ {
		x := m.marks[m.next]
		if x.End > pos && (len(m.open) < maxCover || x.Ref == m.chosen) {
			m.open = append(m.open, x)
		}
	}
}

// border returns the first place behind pos where a mark begins or ends.
func (m *marker) border(pos, limit int) int {
	if m.next < len(m.marks) {
		limit = min(limit, m.marks[m.next].Start)
	}
	for _, x := range m.open {
		limit = min(limit, x.End)
	}
	return max(limit, pos+1)
}

// segment describes a stretch that the open marks cover.
func (m *marker) segment(s parley.Span) segment {
	out := segment{Text: s.In(m.text)}
	in := make([]string, len(m.open))
	for i, x := range m.open {
		in[i] = x.Ref + ":" + strconv.Itoa(x.Part)
		if x.Ref != m.chosen {
			continue
		}
		out.On = partStyle(x.Part)
		if !m.found && x.Part == 0 {
			m.found, out.At = true, true
		}
	}
	out.In = strings.Join(in, " ")
	return out
}

// partStyle names the style of an entry's part. Each differs from the others in
// line as well as in colour; entries have at most three parts.
func partStyle(part int) string {
	return "on p" + strconv.Itoa(min(part, 2))
}
