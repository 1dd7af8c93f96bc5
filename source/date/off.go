package date

import (
	"fmt"
	"regexp"
	"strconv"
)

// inText is a date with its year as the press writes it: "18 December 2015",
// "Dec. 18, 2015", "December 2015", "2015-12-18". A year alone is left out, since
// figures look like it.
var inText = regexp.MustCompile(`\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?((?:19|20)\d\d)\b|\b((?:19|20)\d\d)-[01]\d-[0-3]\d\b`)

const (
	// yearsOff is by how many years all dates of a text must lie from the day of
	// publication before it is doubted. A story tells of the past; it seldom tells of
	// nothing else.
	yearsOff = 3
	// datesOff is how many dates of a text must say so.
	datesOff = 3
)

// YearsOff says in words that all dates with a year that a text names lie years from the
// day of its publication, on one side of it: the day is likely that of a later copy, of the
// page, or wrong. It says "" where one date is near, where the text names too few dates, or
// where the day is none. The day stands at the head of published, as YYYY-MM-DD.
func YearsOff(text, published string) string {
	const digits = len("2006")
	if len(published) < digits {
		return ""
	}
	year, err := strconv.Atoi(published[:digits])
	if err != nil {
		return ""
	}
	first, last, n := 0, 0, 0
	for _, m := range inText.FindAllStringSubmatch(text, -1) {
		y, _ := strconv.Atoi(m[1] + m[2])
		if n++; n == 1 {
			first, last = y, y
		}
		first, last = min(first, y), max(last, y)
	}
	if n < datesOff || last > year-yearsOff && first < year+yearsOff {
		return ""
	}
	return fmt.Sprintf("published %d, and all dates in the text are years off: %d to %d", year, first, last)
}
