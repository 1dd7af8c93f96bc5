package due

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"parley"
	"parley/timex"
)

// lower returns ASCII letters in lower case; the words that are compared are English.
func lower(s string) string { return strings.ToLower(s) }

// position is how a date lies to the day of the document.
type position uint8

// The positions.
const (
	before position = iota // over
	today                  // the day itself, or a stretch that holds it
	after                  // begins later
)

// on returns the value of a date for a due and how it lies to the document's day.
// A length of time counts where it is told as a term: "in two days", "given a month".
func (r *reader) on(d *parley.Date, g governor) (string, position, bool) {
	value := d.Value
	if d.Type == parley.DateDuration {
		if g.marker != "in" && g.marker != "within" {
			return "", before, false
		}
		v, ok := plus(r.saidOn(d), d.Value)
		if !ok {
			return "", before, false
		}
		value = v
	}
	if d.Type == parley.DateSet {
		return "", before, false
	}
	first, last, ok := timex.Interval(value)
	switch {
	case !ok:
		return "", before, false
	case first.After(r.day):
		return dayPart(value), after, true
	case !last.Before(r.day):
		return dayPart(value), today, true
	}
	return dayPart(value), before, true
}

// dayPart cuts a time of day off a value: a due is of a day.
func dayPart(value string) string {
	if i := strings.IndexByte(value, 'T'); i == len(time.DateOnly) {
		return value[:i]
	}
	return value
}

// saidOn returns the day from which a length of time counts: that on which the
// statement was made in whose words it stands, else the document's.
func (r *reader) saidOn(d *parley.Date) time.Time {
	day, shortest := r.day, -1
	for i := range r.reading.Statements {
		s := &r.reading.Statements[i]
		said, err := time.Parse(time.DateOnly, s.Said)
		if err == nil && s.Content.Overlaps(d.Span[0]) && (shortest < 0 || s.Content.Hull().Len() < shortest) {
			day, shortest = said, s.Content.Hull().Len()
		}
	}
	return day
}

// plus returns the day, week, month or year that a duration such as P2D later falls in.
func plus(t time.Time, duration string) (string, bool) {
	if len(duration) < 3 || duration[0] != 'P' {
		return "", false
	}
	n, err := strconv.Atoi(duration[1 : len(duration)-1])
	if err != nil || n < 1 || n > 200 {
		return "", false
	}
	switch duration[len(duration)-1] {
	case 'D':
		return t.AddDate(0, 0, n).Format(time.DateOnly), true
	case 'W':
		year, week := t.AddDate(0, 0, 7*n).ISOWeek()
		return fmt.Sprintf("%d-W%02d", year, week), true
	case 'M':
		return t.AddDate(0, n, 1-t.Day()).Format("2006-01"), true
	case 'Y':
		return strconv.Itoa(t.Year() + n), true
	}
	return "", false
}
