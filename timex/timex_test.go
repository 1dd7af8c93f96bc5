package timex_test

import (
	"testing"
	"time"

	"parley/timex"
)

func TestInterval(t *testing.T) {
	for value, want := range map[string]string{
		"2026": "2026-01-01 2026-12-31", "2026-02": "2026-02-01 2026-02-28", "2026-W10": "2026-03-02 2026-03-08", "2026-W10-WE": "2026-03-07 2026-03-08",
		"2026-Q2": "2026-04-01 2026-06-30", "2026-H2": "2026-07-01 2026-12-31", "2026-SU": "2026-06-01 2026-08-31", "2026-WI": "2026-12-01 2027-02-28",
		"2026-03-06": "2026-03-06 2026-03-06", "2026-03-06TNI": "2026-03-06 2026-03-06",
		"202": "2020-01-01 2029-12-31", "19": "1900-01-01 1999-12-31", "2026-03-02/2026-03-04": "2026-03-02 2026-03-04", "2026/2027-02": "2026-01-01 2027-02-28",
		"FUTURE_REF": "", "2026-03-04/2026-03-02": "", "2026-03-04/": "", "2": "", "XXXX-03": "", "2026-W77": "", "2026-Q9": "", "": "",
	} {
		first, last, ok := timex.Interval(value)
		got := ""
		if ok {
			got = first.Format(time.DateOnly) + " " + last.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", value, got, want)
		}
	}
}

func FuzzInterval(f *testing.F) {
	f.Add("2026-W10-WE")
	f.Fuzz(func(t *testing.T, value string) {
		if first, last, ok := timex.Interval(value); ok && last.Before(first) {
			t.Errorf("%q ends before it begins: %v %v", value, first, last)
		}
	})
}
