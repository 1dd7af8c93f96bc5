package parley

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSpanRelations(t *testing.T) {
	for _, c := range []struct {
		name               string
		s, t               Span
		contains, overlaps bool
	}{
		{"equal", Span{2, 5}, Span{2, 5}, true, true},
		{"inside", Span{2, 5}, Span{3, 4}, true, true},
		{"around", Span{3, 4}, Span{2, 5}, false, true},
		{"crossing", Span{2, 5}, Span{4, 7}, false, true},
		{"touching", Span{2, 5}, Span{5, 7}, false, false},
		{"apart", Span{2, 5}, Span{6, 7}, false, false},
	} {
		if got := c.s.Contains(c.t); got != c.contains {
			t.Errorf("%s: Contains = %v", c.name, got)
		}
		if got := c.s.Overlaps(c.t); got != c.overlaps {
			t.Errorf("%s: Overlaps = %v", c.name, got)
		}
		if got := (Spans{{90, 99}, c.s}).Overlaps(c.t); got != c.overlaps {
			t.Errorf("%s: Spans.Overlaps = %v", c.name, got)
		}
	}
}

func TestSpansIn(t *testing.T) {
	const text = `"Yes," she said, "we will."`
	for _, c := range []struct {
		spans Spans
		words string
		hull  Span
	}{
		{nil, "", Span{}},
		{Spans{{0, 6}}, `"Yes,"`, Span{0, 6}},
		{Spans{{0, 6}, {17, 27}}, `"Yes," … "we will."`, Span{0, 27}},
		{Spans{{17, 27}, {0, 6}}, `"we will." … "Yes,"`, Span{0, 27}},
	} {
		if got := c.spans.In(text); got != c.words {
			t.Errorf("%v: In = %q, want %q", c.spans, got, c.words)
		}
		if got := c.spans.Hull(); got != c.hull {
			t.Errorf("%v: Hull = %v, want %v", c.spans, got, c.hull)
		}
	}
}

func TestSpansCheck(t *testing.T) {
	const text = "Tolm — é" // The dash is bytes 5 to 8, the é bytes 9 and 10.
	for _, c := range []struct {
		name  string
		spans Spans
		err   string // part of it; empty: none
	}{
		{"none", nil, ""},
		{"a word", Spans{{0, 4}}, ""},
		{"a character of several bytes", Spans{{5, 8}}, ""},
		{"up to the end", Spans{{9, 11}}, ""},
		{"two that touch", Spans{{0, 4}, {4, 5}}, ""},
		{"negative", Spans{{-1, 4}}, "not inside"},
		{"behind the end", Spans{{0, 12}}, "not inside"},
		{"empty", Spans{{4, 4}}, "not inside"},
		{"backwards", Spans{{4, 2}}, "not inside"},
		{"begins within a character", Spans{{6, 8}}, "cuts a character"},
		{"ends within a character", Spans{{0, 6}}, "cuts a character"},
		{"out of order", Spans{{5, 8}, {0, 4}}, "does not follow"},
		{"overlapping", Spans{{0, 4}, {3, 5}}, "does not follow"},
	} {
		err := c.spans.check(text)
		switch {
		case c.err == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.err)
		}
	}
}

// TestBoundary checks on any bytes that characters begin where a range over the
// text finds them.
func TestBoundary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"\x80", "\xff", "\xe2\x80", "é", "—"})))
		text := strings.Join(pieces.Draw(t, "pieces"), "")
		starts := ByteOffsets(text)
		for i := range len(text) + 1 {
			if got, want := boundary(text, i), slices.Contains(starts, i); got != want {
				t.Fatalf("%q: boundary(%d) = %v", text, i, got)
			}
		}
	})
}

// TestHullHoldsAll checks that the hull is the smallest span around all spans.
func TestHullHoldsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spans := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Span {
			start := rapid.IntRange(0, 100).Draw(t, "start")
			return Span{start, start + rapid.IntRange(1, 20).Draw(t, "length")}
		}), 1, 8).Draw(t, "spans")
		hull := Spans(spans).Hull()
		first, last := false, false
		for _, s := range spans {
			if !hull.Contains(s) {
				t.Fatalf("hull %v does not hold %v", hull, s)
			}
			first, last = first || s.Start == hull.Start, last || s.End == hull.End
		}
		if !first || !last {
			t.Fatalf("hull %v of %v is not the smallest", hull, spans)
		}
	})
}

func TestSpanTrim(t *testing.T) {
	const text = " – “the plan”, "
	for _, c := range []struct {
		span    Span
		cutset  string
		trimmed string
	}{
		{Span{0, len(text)}, " –,", "“the plan”"},
		{Span{0, len(text)}, " –,“”", "the plan"},
		{Span{0, len(text)}, "", text},
		{Span{0, 4}, " –", ""},
	} {
		if got := c.span.Trim(text, c.cutset); got.In(text) != c.trimmed {
			t.Errorf("%v.Trim(%q) is %q, want %q", c.span, c.cutset, got.In(text), c.trimmed)
		}
	}
}
