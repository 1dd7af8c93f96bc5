// Package timex tells which days the values of TIMEX3 stand for: in flows a value such
// as "2026-W10", "2026-SU" or the range "2026-03-02/2026-03-04", out flow the first and
// last day of that stretch of the calendar.
package timex

import (
	"strconv"
	"strings"
	"time"
)

// Interval returns the first and last day of a TIMEX3 value, or of a range of two with a
// slash between. Values that are no stretch of the calendar (FUTURE_REF, lengths of time,
// unknown years) give none.
func Interval(value string) (first, last time.Time, ok bool) {
	if from, to, ranged := strings.Cut(value, "/"); ranged {
		first, _, ok = single(from)
		_, last, also := single(to)
		return first, last, ok && also && !last.Before(first)
	}
	return single(value)
}

// single returns the days of a value that is no range.
func single(value string) (first, last time.Time, ok bool) {
	if value == "" || value[0] < '0' || value[0] > '9' {
		return first, last, false
	}
	if len(value) < 4 {
		return span(value)
	}
	year, err := strconv.Atoi(value[:4])
	if err != nil {
		return first, last, false
	}
	start := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	rest := value[4:]
	if season, found := seasons[rest]; found {
		first = start.AddDate(0, season, 0)
		return first, first.AddDate(0, 3, -1), true
	}
	switch {
	case rest == "":
		return start, start.AddDate(1, 0, -1), true
	case strings.HasPrefix(rest, "-W"):
		return week(start, rest[2:])
	case strings.HasPrefix(rest, "-Q"), strings.HasPrefix(rest, "-H"):
		return part(start, rest[1:])
	}
	if len(value) == len("2006-01") { // asked first, since a failed parse costs an error
		t, err := time.Parse("2006-01", value)
		return t, t.AddDate(0, 1, -1), err == nil
	}
	t, err := time.Parse(time.DateOnly, value[:min(len(value), len(time.DateOnly))])
	return t, t, err == nil
}

// span returns the days of a decade ("199") or a century ("19").
func span(value string) (first, last time.Time, ok bool) {
	years := map[int]int{3: 10, 2: 100}[len(value)]
	n, err := strconv.Atoi(value)
	if err != nil || years == 0 {
		return first, last, false
	}
	first = time.Date(n*years, 1, 1, 0, 0, 0, 0, time.UTC)
	return first, first.AddDate(years, 0, -1), true
}

// seasons are the months, from 0, in which the seasons begin.
var seasons = map[string]int{"-SP": 2, "-SU": 5, "-FA": 8, "-WI": 11}

// week returns the days of an ISO week of a year, or of its weekend.
func week(year time.Time, rest string) (first, last time.Time, ok bool) {
	number, weekend := strings.CutSuffix(rest, "-WE")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > 53 {
		return first, last, false
	}
	fourth := year.AddDate(0, 0, 3) // 4 January is always in the first week.
	monday := fourth.AddDate(0, 0, -((int(fourth.Weekday())+6)%7)).AddDate(0, 0, 7*(n-1))
	if weekend {
		return monday.AddDate(0, 0, 5), monday.AddDate(0, 0, 6), true
	}
	return monday, monday.AddDate(0, 0, 6), true
}

// part returns the days of a quarter or half of a year.
func part(year time.Time, rest string) (first, last time.Time, ok bool) {
	n, err := strconv.Atoi(rest[1:])
	months := map[byte]int{'Q': 3, 'H': 6}[rest[0]]
	if err != nil || n < 1 || n*months > 12 {
		return first, last, false
	}
	first = year.AddDate(0, (n-1)*months, 0)
	return first, first.AddDate(0, months, -1), true
}
