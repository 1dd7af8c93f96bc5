package statement

import (
	"slices"

	"parley"
)

// sorted returns the spans in the order of the text.
func sorted(spans parley.Spans) parley.Spans {
	return slices.SortedFunc(slices.Values(spans), func(a, b parley.Span) int { return a.Start - b.Start })
}

// nest gives every statement its id and, where its source, cue and content all
// stand inside the content of another, the smallest such other as its parent.
func nest(found []Found) {
	for i := range found {
		found[i].ID = id(i)
	}
	for i := range found {
		size := -1
		for k := range found {
			if k == i || !inside(&found[i], &found[k]) {
				continue
			}
			if h := found[k].Content.Hull().Len(); size < 0 || h < size {
				size, found[i].Parent = h, found[k].ID
			}
		}
	}
}

// inside reports whether a's cue and content stand in one part of b's content.
func inside(a, b *Found) bool {
	for _, s := range b.Content {
		if s.Contains(a.Cue.Hull()) && s.Contains(a.Content.Hull()) && s != a.Content.Hull() {
			return true
		}
	}
	return false
}
