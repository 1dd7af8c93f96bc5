package date_test

import (
	"testing"
	"time"

	"parley"
	"parley/read/date"
)

// TestStretch holds which days a length of time is given that is told with its place.
func TestStretch(t *testing.T) {
	day := time.Date(2019, 11, 29, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"It rose in the first two weeks of 2021.":        "2021-01-04 2021-01-17",
		"It is shut for the last 3 weeks of this year.":  "2019-12-09 2019-12-29",
		"It rose in the last four months of 2021.":       "2021-09-01 2021-12-31",
		"It rose in the first ten days of last year.":    "2018-01-01 2018-01-10",
		"It rose in the first ten days of the month.":    "2019-11-01 2019-11-10",
		"It rained all week.":                            "2019-11-25 2019-12-01",
		"It rose in the first forty days of March 2021.": " ", // more days than there are
		"It rose in the first few weeks of 2021.":        " ",
		"It rose for two weeks.":                         " ",
		"It rained all day.":                             " ",
	} {
		got := "none"
		for _, d := range date.Tag(text, day, date.News) {
			if d.Type == parley.DateDuration {
				got = d.First + " " + d.Last
			}
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
