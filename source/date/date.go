// Package date reads the dates that pages, feeds and files give for a story.
// What flows in is a string as some program wrote it; what flows out is a day
// (YYYY-MM-DD) or a time with its zone (RFC 3339), or a reason why it is
// neither. Nothing is guessed: a date without a year, with a year of two digits
// or of an unknown form is refused, and today never stands in for it.
package date

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"parley"
)

// Day is the layout of a day: YYYY-MM-DD.
const Day = "2006-01-02"

// zoned are the layouts that fix an instant. Go accepts fractions of a second
// after the seconds of each.
var zoned = []string{
	time.RFC3339,
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04:05-0700",
	"2006-01-02T15:04-0700",
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 Z07:00",
	"2006-01-02 15:04:05 -0700",
	"2 Jan 2006 15:04:05 -0700",
	"2 Jan 2006 15:04 -0700",
	"2 January 2006 15:04:05 -0700",
	"Jan 2 15:04:05 -0700 2006",
	"Jan 2, 2006 15:04:05 -0700",
	"Jan 2, 2006 15:04 -0700",
	"Jan 2, 2006 3:04 PM -0700",
	"January 2, 2006 3:04 PM -0700",
	"January 2, 2006 15:04:05 -0700",
}

// unzoned are the layouts that give a day, some with a time of no known zone.
// Of those the day alone is kept: it is the outlet's own.
var unzoned = []string{
	Day,
	"2006-1-2",
	"2006-01-02T15:04:05",
	"2006-01-02T15:04",
	"2006-01-02 15:04:05",
	"2006-01-02 15:04",
	"2006/01/02",
	"2006/01/02 15:04:05",
	"2006.01.02",
	"20060102",
	"20060102T150405",
	"Jan 2, 2006",
	"Jan 2 2006",
	"January 2, 2006",
	"January 2 2006",
	"Jan 2, 2006 3:04 PM",
	"January 2, 2006 3:04 PM",
	"January 2, 2006 15:04",
	"Jan 2, 2006 15:04",
	"2 Jan 2006",
	"2 January 2006",
	"2 Jan 2006 15:04:05",
	"2 Jan 2006 15:04",
	"2 January 2006 15:04",
	"2-Jan-2006",
	"Jan 2 15:04:05 2006",
}

// zones are the abbreviations with one meaning in the news, as offsets. Any
// other abbreviation leaves the zone unknown.
var zones = map[string]string{
	"UT": "+0000", "UTC": "+0000", "GMT": "+0000", "Z": "+0000",
	"EST": "-0500", "EDT": "-0400", "CDT": "-0500", "MST": "-0700", "MDT": "-0600",
	"PST": "-0800", "PDT": "-0700",
	"CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300", "MSK": "+0300", "JST": "+0900",
}

var (
	weekday  = regexp.MustCompile(`(?i)^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\.?,?\s+`)
	zoneName = regexp.MustCompile(`\s*\b([A-Z]{1,5})$`)
	month    = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.`)
	meridiem = regexp.MustCompile(`(?i)(\d)\s*([ap])\.?m\b\.?`)
	space    = regexp.MustCompile(`\s+`)
	ordinal  = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)\b`)
)

// Parse returns the date that s gives: RFC 3339 with the zone as given where
// s has a time and a zone, else the day alone. The error wraps ErrNotText.
func Parse(s string) (string, error) {
	clean := tidy(s)
	if len(clean) > 64 {
		return "", fmt.Errorf("date %.40q…: %w", clean, parley.ErrNotText)
	}
	if t, ok := first(zoned, clean); ok {
		return t.Format(time.RFC3339), nil
	}
	if m := zoneName.FindStringSubmatchIndex(clean); m != nil {
		name := clean[m[2]:m[3]]
		offset, known := zones[name]
		if t, ok := first(zoned, clean[:m[0]]+" "+offset); ok && known {
			return t.Format(time.RFC3339), nil
		}
		if name != "AM" && name != "PM" {
			clean = clean[:m[0]]
		}
	}
	if t, ok := first(unzoned, clean); ok {
		return t.Format(Day), nil
	}
	return "", fmt.Errorf("date %q: no known form: %w", clean, parley.ErrNotText)
}

// tidy removes what does not tell the date: the weekday, dots after a month,
// ordinal endings, doubled space.
func tidy(s string) string {
	s = strings.TrimSpace(s)
	s = s[:min(len(s), 200)]
	s = space.ReplaceAllString(strings.ToValidUTF8(s, ""), " ")
	s = weekday.ReplaceAllString(s, "")
	s = month.ReplaceAllString(s, "$1")
	s = strings.Replace(s, "Sept ", "Sep ", 1)
	s = ordinal.ReplaceAllString(s, "$1")
	return meridiem.ReplaceAllStringFunc(s, func(m string) string {
		return m[:1] + " " + strings.ToUpper(strings.Trim(m[1:], " .")[:1]) + "M"
	})
}

// first returns the time that the first fitting layout reads.
func first(layouts []string, s string) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, t.Year() > 0
		}
	}
	return time.Time{}, false
}

// DayOf returns the day of a date that Parse returned, and "" for anything else.
func DayOf(s string) string {
	if len(s) < len(Day) {
		return ""
	}
	if _, err := time.Parse(Day, s[:len(Day)]); err != nil {
		return ""
	}
	return s[:len(Day)]
}

// oldest is the first year that a story in a machine-readable source can bear:
// newspaper archives reach back that far, and clocks that were never set do not.
const oldest = 1700

// slack is how far in the future a date may lie before it is doubted: no zone
// is more than fourteen hours ahead, and embargoed stories bear the next day.
const slack = 48 * time.Hour

// Doubt says in words what is wrong with a date that Parse returned, as seen
// at the time now, and returns "" for a plausible one.
func Doubt(s string, now time.Time) string {
	t, err := time.Parse(Day, DayOf(s))
	switch {
	case err != nil:
		return "date not understood"
	case t.Year() < oldest:
		return "date too old"
	case t.After(now.Add(slack)):
		return "date in the future"
	}
	return ""
}

// Apart returns the number of whole days between the days of two dates, and 0
// where either is no date.
func Apart(a, b string) int {
	s, err := time.Parse(Day, DayOf(a))
	t, err2 := time.Parse(Day, DayOf(b))
	if err != nil || err2 != nil {
		return 0
	}
	days := int(t.Sub(s) / (24 * time.Hour))
	return max(days, -days)
}
