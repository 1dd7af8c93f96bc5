package figure

import (
	"slices"
	"strings"
	"time"

	"parley"
)

// asOfReach is how many bytes from a figure its day is looked for.
const asOfReach = 80

// asOf returns the day of a harm done to people, where the sentence has one day
// near the figure: "were killed on Saturday". It is empty where days contend.
func (r *reader) asOf(f found) string {
	if f.kind != harmed {
		return ""
	}
	at := parley.Span{Start: r.token(f.first).Start, End: r.token(f.end - 1).End}
	near := parley.Span{Start: max(at.Start-asOfReach, r.inside.Start), End: min(at.End+asOfReach, r.inside.End)}
	day := ""
	from, _ := slices.BinarySearchFunc(r.dates, near.Start, func(d parley.Date, start int) int {
		return d.Span.Hull().End - start
	})
	for _, d := range r.dates[from:] {
		if d.Span.Hull().Start >= near.End {
			break
		}
		value, ok := dayOf(d)
		switch {
		case !ok || !near.Contains(d.Span.Hull()) || r.since(d):
		case day != "" && day != value:
			return ""
		default:
			day = value
		}
	}
	return day
}

// since reports whether a date is the first of a time that lasts: "since 18 March".
func (r *reader) since(d parley.Date) bool {
	before := strings.TrimRight(r.text.Source[:d.Span.Hull().Start], " \t\n")
	return strings.HasSuffix(before, "since") || strings.HasSuffix(before, "Since")
}

// dayOf returns the day of a date that names one.
func dayOf(d parley.Date) (string, bool) {
	day, _, _ := strings.Cut(d.Value, "T")
	_, err := time.Parse(time.DateOnly, day)
	return day, err == nil && len(d.Span) > 0
}
