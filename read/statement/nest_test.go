package statement

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"parley"
	"parley/lang"
)

// anyFound draws statements whose contents may stand anywhere, crossing and equal
// ones too.
func anyFound() *rapid.Generator[[]Found] {
	span := rapid.Custom(func(t *rapid.T) parley.Span {
		start := rapid.IntRange(0, 12).Draw(t, "start")
		return parley.Span{Start: start, End: start + rapid.IntRange(1, 8).Draw(t, "length")}
	})
	return rapid.SliceOf(rapid.Custom(func(t *rapid.T) Found {
		var f Found
		f.Cue = parley.Spans{span.Draw(t, "cue")}
		f.Content = merged("", rapid.SliceOfN(span, 1, 3).Draw(t, "content"))
		return f
	}))
}

// parentOf finds the parent of statement i by comparing it with every other.
func parentOf(found []Found, i int) string {
	parent, size := "", -1
	for k := range found {
		for _, s := range found[k].Content {
			hull := found[k].Content.Hull().Len()
			if k != i && s.Contains(extent(&found[i])) && s != found[i].Content.Hull() && (size < 0 || hull < size) {
				parent, size = id(k), hull
			}
		}
	}
	return parent
}

// TestNest compares the one walk through the text with the comparison of all pairs.
func TestNest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		found := anyFound().Draw(t, "statements")
		nest(found)
		for i := range found {
			if want := parentOf(found, i); found[i].Parent != want || found[i].ID != id(i) {
				t.Fatalf("statement %d: id %q, parent %q, want %q", i, found[i].ID, found[i].Parent, want)
			}
		}
	})
}

func TestMerged(t *testing.T) {
	for _, c := range []struct{ in, want parley.Spans }{
		{nil, nil},
		{parley.Spans{{Start: 4, End: 6}, {Start: 0, End: 2}}, parley.Spans{{Start: 0, End: 2}, {Start: 4, End: 6}}},
		{parley.Spans{{Start: 0, End: 4}, {Start: 2, End: 6}}, parley.Spans{{Start: 0, End: 6}}},
		{parley.Spans{{Start: 0, End: 4}, {Start: 4, End: 6}}, parley.Spans{{Start: 0, End: 6}}},
		{parley.Spans{{Start: 0, End: 9}, {Start: 2, End: 6}}, parley.Spans{{Start: 0, End: 9}}},
	} {
		if got := fmt.Sprint(merged("", c.in)); got != fmt.Sprint(c.want) {
			t.Errorf("%v: got %s, want %v", c.in, got, c.want)
		}
	}
}

func TestTypeOf(t *testing.T) {
	const text = `She said "we can" and "will" - "1, 2".`
	analysed := lang.Analyse(text)
	for _, c := range []struct {
		start, end int
		want       parley.StatementType
	}{
		{9, 17, parley.Direct},
		{9, 21, parley.Mixed},
		{0, 8, parley.Indirect},
		{31, 37, parley.Indirect}, // No letters: nothing tells that it is quoted.
	} {
		if got := typeOf(analysed, parley.Spans{{Start: c.start, End: c.end}}); got != c.want {
			t.Errorf("%q: %s, want %s", text[c.start:c.end], got, c.want)
		}
	}
}
