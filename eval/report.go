package eval

import (
	"fmt"
	"strings"
)

// String gives the scores as a table, kind by kind.
func (s LedgerScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-11s%6s%6s%7s%7s%7s  %-14s%9s%9s   %s\n",
		"kind", "gold", "read", "P", "R", "F1", "95 %", "span F1", "exact F1", "fields where the key is right")
	for _, k := range s.Kinds {
		var fields []string
		for _, f := range k.Fields {
			if f.Of > 0 {
				fields = append(fields, fmt.Sprintf("%s %.2f", f.Name, f.Share()))
			}
		}
		line := fmt.Sprintf("%-11s%6d%6d%7.3f%7.3f%7.3f  %-14s%9.3f%9.3f   %s",
			k.Kind, k.Gold, k.Read, k.P, k.R, k.F1, k.F195, k.Span.F1, k.Exact.F1, strings.Join(fields, "  "))
		fmt.Fprintln(&b, strings.TrimRight(line, " "))
	}
	fmt.Fprintf(&b, "ledger F1 (mean of kinds) %.3f  95 %% %s  %d documents", s.MeanF1, s.Mean95, s.Documents)
	if n := len(s.WithoutReading); n > 0 {
		fmt.Fprintf(&b, ", no reading of %d", n)
	}
	b.WriteByte('\n')
	return b.String()
}

// String gives the interval's ends with three decimals.
func (i Interval) String() string { return fmt.Sprintf("[%.3f, %.3f]", i[0], i[1]) }

// String gives the scores as a table, the headline first.
func (s QuoteScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-26s%7s%7s%7s\n", "attributions", "P", "R", "F1")
	line := func(name string, f PRF) { fmt.Fprintf(&b, "%-26s%7.3f%7.3f%7.3f\n", name, f.P, f.R, f.F1) }
	line("soft", s.Soft)
	line("tuple, exact", s.Tuple)
	for _, kind := range quoteTypes {
		line("content, strict, "+string(kind), s.Strict[string(kind)])
	}
	for _, kind := range quoteTypes {
		line("content, partial, "+string(kind), s.Partial[string(kind)])
	}
	line("speaker fragments, exact", s.Fragments.Speaker)
	line("cue fragments, exact", s.Fragments.Cue)
	line("content fragments, exact", s.Fragments.Content)
	fmt.Fprintf(&b, "of %d contents half right: speaker overlaps %.3f, equal %.3f, cue overlaps %.3f\n",
		s.Speakers.Of, s.Speakers.Overlap, s.Speakers.Exact, s.Speakers.CueOverlap)
	fmt.Fprintf(&b, "soft F1 %.3f  95 %% %s  gold %d, read %d, %d documents\n", s.Soft.F1, s.Soft95, s.Gold, s.Read, s.Documents)
	return b.String()
}

// String gives the scores as a table.
func (s TimeScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s%7s%7s%7s\n", "dates", "P", "R", "F1")
	line := func(name string, f PRF) { fmt.Fprintf(&b, "%-10s%7.3f%7.3f%7.3f\n", name, f.P, f.R, f.F1) }
	line("strict", s.Strict)
	line("relaxed", s.Relaxed)
	line("value", s.Value)
	line("type", s.Type)
	fmt.Fprintf(&b, "values right %.3f  gold %d, read %d, %d documents\n", s.Accuracy, s.Gold, s.Read, s.Documents)
	return b.String()
}

// String gives the calibration on one line: for each fifth of confidence the
// precision and the number of entries.
func (c Calibration) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-11s", c.Kind)
	for i, bucket := range c.Buckets {
		precision := "   -"
		if bucket.Read > 0 {
			precision = fmt.Sprintf("%.2f", bucket.Precision())
		}
		fmt.Fprintf(&b, "  %.1f–%.1f %s (%d)", float64(i)/buckets, float64(i+1)/buckets, precision, bucket.Read)
	}
	fmt.Fprintf(&b, "  error %.3f", c.Error)
	return b.String()
}
