package statement

import (
	"cmp"
	"slices"

	"parley"
)

// sorted returns the spans in the order of the text.
func sorted(spans parley.Spans) parley.Spans {
	return slices.SortedFunc(slices.Values(spans), func(a, b parley.Span) int { return a.Start - b.Start })
}

// piece is a part of a statement's content.
type piece struct {
	parley.Span
	statement int
	size      int // of the hull of the whole content
}

// nest gives every statement its id and, where its cue and content stand inside
// one part of the content of another, the smallest such other as its parent. It
// goes through the text once, with the parts that are open where it stands.
func nest(found []Found) {
	parts, order := pieces(found), byStart(found)
	var open []piece
	for _, i := range order {
		own := extent(&found[i])
		for len(parts) > 0 && parts[0].Start <= own.Start {
			open = append(open, parts[0])
			parts = parts[1:]
		}
		open = slices.DeleteFunc(open, func(p piece) bool { return p.End <= own.Start })
		found[i].ID = id(i)
		if p := smallest(open, i, own, found[i].Content.Hull()); p >= 0 {
			found[i].Parent = id(p)
		}
	}
}

// pieces returns the parts of all contents in the order of the text.
func pieces(found []Found) []piece {
	var out []piece
	for i := range found {
		size := found[i].Content.Hull().Len()
		for _, s := range found[i].Content {
			out = append(out, piece{s, i, size})
		}
	}
	slices.SortFunc(out, func(a, b piece) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// byStart returns the indices of the statements by where their extents begin.
func byStart(found []Found) []int {
	out := make([]int, len(found))
	for i := range out {
		out[i] = i
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Compare(extent(&found[a]).Start, extent(&found[b]).Start) })
	return out
}

// extent is the span of a statement's cue and content.
func extent(f *Found) parley.Span {
	cue, content := f.Cue.Hull(), f.Content.Hull()
	return parley.Span{Start: min(cue.Start, content.Start), End: max(cue.End, content.End)}
}

// smallest returns the statement with the shortest content among those that have
// an open part around the span own, and -1 for none. Statements of equal contents
// do not hold each other.
func smallest(open []piece, i int, own, content parley.Span) int {
	best := piece{statement: -1}
	for _, p := range open {
		if p.statement == i || !p.Contains(own) || p.Span == content {
			continue
		}
		if best.statement < 0 || cmp.Or(cmp.Compare(p.size, best.size), cmp.Compare(p.statement, best.statement)) < 0 {
			best = p
		}
	}
	return best.statement
}
