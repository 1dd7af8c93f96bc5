package date

import (
	"strings"
	"time"

	"parley"
	"parley/lang"
	calendar "parley/timex"
)

// ranges makes one date of the two ends of a range ("June 23-25", "from 1999 to 2001",
// "between March and May"): its spans are those of the ends and its value is both with a
// slash between. What was put off from one day to another is no range.
func ranges(text *lang.Text, dates []parley.Date) []parley.Date {
	out := dates[:0:0]
	for _, d := range dates {
		if n := len(out) - 1; n >= 0 && ranged(text, &out[n], &d) {
			out[n] = rangeOf(&out[n], &d)
			continue
		}
		out = append(out, d)
	}
	return out
}

// rangeOf returns the range of two dates. It is no surer than the less sure end.
func rangeOf(a, b *parley.Date) parley.Date {
	r := *a
	r.Span = append(append(parley.Spans{}, a.Span...), b.Span...)
	r.Value = a.Value + "/" + b.Value
	r.How = "from: " + a.How + "; to: " + b.How
	r.Mod = ""
	r.Confidence = min(a.Confidence, b.Confidence)
	return r
}

// ranged reports whether two dates are the ends of a range.
func ranged(text *lang.Text, a, b *parley.Date) bool {
	if a.Type != parley.DateDate || b.Type != parley.DateDate || len(a.Span) > 1 || a.Span[0].End > b.Span[0].Start {
		return false
	}
	first, _, ok := calendar.Interval(a.Value)
	last, _, also := calendar.Interval(b.Value)
	if !ok || !also || !first.Before(last) || len(a.Value) > len(time.DateOnly) || len(b.Value) > len(time.DateOnly) {
		return false
	}
	before := wordsBefore(text, a.Span[0].Start)
	if before[0] == "from" && putOff(before[1:]) {
		return false
	}
	switch between := strings.ToLower(strings.TrimSpace(text.Source[a.Span[0].End:b.Span[0].Start])); strings.TrimSuffix(between, " the") {
	case "-", "–", "—", "through", "thru":
		return true
	case "to", "until", "till":
		return before[0] == "from" || before[0] == "the" && before[1] == "from" || sharing(text, a, b)
	case "and":
		return before[0] == "between"
	}
	return false
}

// sharing reports whether two ends share their month or year, as only a range does: "June 23 to 25".
func sharing(text *lang.Text, a, b *parley.Date) bool {
	return len(b.Span[0].In(text.Source)) <= len("25th") || !strings.ContainsAny(a.Span[0].In(text.Source), "0123456789")
}

// putOffReach is how many words before "from" the verb of putting off stands.
const putOffReach = 16

// wordsBefore returns the words before a byte offset in their sentence, in lower case and
// the nearest first; those that are missing are empty.
func wordsBefore(text *lang.Text, at int) [putOffReach]string {
	var out [putOffReach]string
	s := text.SentenceAt(at)
	for n, k := 0, text.TokenAt(at)-1; s >= 0 && n < len(out) && k >= text.Sentences[s].First; n, k = n+1, k-1 {
		out[n] = text.Tokens[k].Lower
	}
	return out
}

// putOff reports whether one of the words is a verb of giving a thing another day.
func putOff(words []string) bool {
	for _, w := range words {
		for _, verb := range postponing {
			if strings.HasPrefix(w, verb) {
				return true
			}
		}
	}
	return false
}

// postponing are the beginnings of the verbs of giving a thing another day.
var postponing = []string{"mov", "postpon", "push", "brought", "bring", "shift", "chang", "reschedul", "delay", "extend", "slip", "put", "defer", "prolong"}

// withIntervals gives the dates the first and last day of what they stand for.
func withIntervals(dates []parley.Date) []parley.Date {
	for i := range dates {
		if first, last, ok := calendar.Interval(dates[i].Value); ok {
			dates[i].First, dates[i].Last = first.Format(time.DateOnly), last.Format(time.DateOnly)
		}
	}
	return dates
}
