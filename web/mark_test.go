package web

import (
	"fmt"
	"strings"
	"testing"

	"parley"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestMarkerCutsAtEveryBorder(t *testing.T) {
	const source = "Sadek said Kestria agreed"
	marks := []mark{
		{parley.Span{Start: 0, End: 5}, "s1", 1},
		{parley.Span{Start: 6, End: 10}, "s1", 2},
		{parley.Span{Start: 11, End: 25}, "s1", 0},
		{parley.Span{Start: 11, End: 18}, "s2", 1},
		{parley.Span{Start: 18, End: 25}, "s2", 0},
		{parley.Span{Start: 9, End: 13}, "dates-d1", 0}, // overlaps, and nests in neither
	}
	got := newMarker(source, marks, "s1").cut(parley.Span{Start: 0, End: len(source)})
	want := []segment{
		{Text: "Sadek", In: "s1:1", On: "on p1"},
		{Text: " "},
		{Text: "sai", In: "s1:2", On: "on p2"},
		{Text: "d", In: "s1:2 dates-d1:0", On: "on p2"},
		{Text: " ", In: "dates-d1:0"},
		{Text: "Ke", In: "dates-d1:0 s1:0 s2:1", On: "on p0", At: true},
		{Text: "stria", In: "s1:0 s2:1", On: "on p0"},
		{Text: " agreed", In: "s1:0 s2:0", On: "on p0"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("segments (-want +got):\n%s", diff)
	}
}

// Segments are the text, and the marked ones are exactly the chosen spans.
func TestMarkerMarksExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := rapid.StringMatching(`[a-z .]{0,60}`).Draw(t, "text")
		on := make([]bool, len(source))
		var marks []mark
		for i := range rapid.IntRange(0, 40).Draw(t, "marks") {
			a := rapid.IntRange(0, len(source)).Draw(t, "start")
			b := rapid.IntRange(a, len(source)).Draw(t, "end")
			ref := fmt.Sprintf("s%d", i%5)
			marks = append(marks, mark{parley.Span{Start: a, End: b}, ref, 0})
			for k := a; ref == "s1" && k < b; k++ {
				on[k] = true
			}
		}
		m := newMarker(source, marks, "s1")
		middle := rapid.IntRange(0, len(source)).Draw(t, "middle")
		pos := 0
		for _, s := range append(m.cut(parley.Span{End: middle}), m.cut(parley.Span{Start: middle, End: len(source)})...) {
			for k := range len(s.Text) {
				if source[pos+k] != s.Text[k] || on[pos+k] != (s.On != "") {
					t.Fatalf("byte %d: %q is marked %v in segment %+v", pos+k, source[pos+k], !on[pos+k], s)
				}
			}
			pos += len(s.Text)
		}
		if pos != len(source) {
			t.Fatalf("the segments are %d bytes of %d", pos, len(source))
		}
	})
}

// L02: nested quotations without end do not make the page grow without end.
func TestMarkerBoundsNesting(t *testing.T) {
	const depth = 20_000
	source := strings.Repeat("x", 2*depth)
	var marks []mark
	for i := range depth {
		marks = append(marks, mark{parley.Span{Start: i, End: 2*depth - i}, fmt.Sprint("s", i), 0})
	}
	chosen := fmt.Sprint("s", depth-1)
	size, found := 0, ""
	for _, s := range newMarker(source, marks, chosen).cut(parley.Span{End: len(source)}) {
		size += len(s.In)
		if s.On != "" {
			found += s.Text
		}
	}
	if limit := 2 * depth * maxCover * 8; size > limit {
		t.Errorf("the segments name entries in %d bytes, want at most %d", size, limit)
	}
	if found != "xx" {
		t.Errorf("the innermost entry marks %q, want two characters", found)
	}
}
