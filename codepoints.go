package parley

import (
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"
)

// This file is the one place where byte offsets, which parley uses inside, and
// code points, which the reading format and the gold use, are converted.

// MarshalJSON writes the span as [start, end]. It does not convert: only a whole
// reading knows the text that a conversion needs.
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start, end] without converting.
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair []int
	if err := json.Unmarshal(b, &pair); err != nil {
		return fmt.Errorf("span %.40s: %w", b, err)
	}
	if len(pair) != 2 {
		return fmt.Errorf("span %.40s: want [start, end], got %d numbers", b, len(pair))
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// IDs is a list of actor ids. As JSON one id stands alone, as in the gold, and
// several are a list.
type IDs []string

// MarshalJSON writes one id as a string and any other number as a list.
func (ids IDs) MarshalJSON() ([]byte, error) {
	if len(ids) == 1 {
		return json.Marshal(ids[0])
	}
	return json.Marshal([]string(ids))
}

// UnmarshalJSON reads a string, a list of strings or null.
func (ids *IDs) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*ids = make(IDs, 1)
		return json.Unmarshal(b, &(*ids)[0])
	}
	return json.Unmarshal(b, (*[]string)(ids))
}

// wire is a Reading without its methods, whose spans count code points.
type wire Reading

// MarshalJSON writes the reading in the gold's format, its spans in code points.
// It fails on a span that lies outside the document's text.
func (r Reading) MarshalJSON() ([]byte, error) {
	out := r.clone()
	points := CodePoints(r.Document.Text)
	if err := out.convert(points); err != nil {
		return nil, fmt.Errorf("reading %q: %w", r.Document.ID, err)
	}
	return json.Marshal(wire(out))
}

// UnmarshalJSON reads the gold's format and converts its spans to bytes. It
// fails on a span that lies outside the document's text.
func (r *Reading) UnmarshalJSON(b []byte) error {
	var in wire
	if err := json.Unmarshal(b, &in); err != nil {
		return fmt.Errorf("reading: %w", err)
	}
	*r = Reading(in)
	if err := r.convert(ByteOffsets(r.Document.Text)); err != nil {
		return fmt.Errorf("reading %q: %w", r.Document.ID, err)
	}
	return nil
}

// clone copies the lists of the reading, but not what their entries point to.
func (r Reading) clone() Reading {
	r.Actors, r.Roles, r.Statements = copied(r.Actors), copied(r.Roles), copied(r.Statements)
	r.Dates, r.Events, r.Conditions = copied(r.Dates), copied(r.Events), copied(r.Conditions)
	r.Dues, r.Positions = copied(r.Dues), copied(r.Positions)
	r.Labels, r.Figures = copied(r.Labels), copied(r.Figures)
	return r
}

// copied clones a list; an empty one becomes non-nil, so that it is written as [].
func copied[T any](list []T) []T { return append([]T{}, list...) }

// convert replaces every offset x of the reading by table[x].
func (r *Reading) convert(table []int) error {
	for e := range r.Entries() {
		for _, p := range e.Parts() {
			spans, err := converted(*p.Spans, table)
			if err != nil {
				return fmt.Errorf("%s %q, %s: %w", e.List(), e.Key(), p.Name, err)
			}
			*p.Spans = spans
		}
	}
	return nil
}

// converted returns a copy of spans with every offset x replaced by table[x].
func converted(spans Spans, table []int) (Spans, error) {
	out := make(Spans, len(spans))
	for i, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End >= len(table) {
			return nil, fmt.Errorf("span [%d, %d) outside the text's %d", s.Start, s.End, len(table)-1)
		}
		out[i] = Span{table[s.Start], table[s.End]}
	}
	return out, nil
}

// CodePoints returns, for each byte offset of text and its end, the number of
// code points before it. Inside a character it counts that character's start.
func CodePoints(text string) []int {
	table := make([]int, len(text)+1)
	n := 0
	for i := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		for k := range size {
			table[i+k] = n
		}
		n++
	}
	table[len(text)] = n
	return table
}

// ByteOffsets returns the byte offset of each code point of text, and its end.
func ByteOffsets(text string) []int {
	table := make([]int, 0, len(text)+1)
	for i := range text {
		table = append(table, i)
	}
	return slices.Clip(append(table, len(text)))
}
