package eval

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"time"

	"parley"
)

// caseResult is one expression of a case, as the three converted formats have it.
type caseResult struct {
	Text string       `json:"text"`
	Span *parley.Span `json:"span"`
	// Recognizers-Text
	Type       string `json:"type"`
	Resolution *struct {
		Values []struct {
			Timex, Type, Value, Start, End, Mod string
		} `json:"values"`
	} `json:"resolution"`
	// duckling
	Kind  string `json:"kind"`
	Grain string `json:"grain"`
	// duckling and chrono: an end is the first moment after the stretch in the
	// one and its last moment in the other.
	Start  string         `json:"start"`
	End    string         `json:"end"`
	Fields map[string]any `json:"start_fields"`
	Ends   map[string]any `json:"end_fields"`
}

// of makes a case of an expression, or says why it is left out.
func (r caseResult) of(l caseLine) (TimeCase, string) {
	if reason := unprinted(cmp.Or(r.Text, l.Text), l.Text); reason != "" {
		return TimeCase{}, reason
	}
	c := TimeCase{ID: l.ID, Text: printed(l.Text), Day: cmp.Or(dayOf(l.Ref), dayFromWords(l.Ref)), Span: r.Span}
	var reason string
	switch l.Source {
	case "recognizers-text":
		reason = r.recognizers(&c)
	case "duckling":
		reason = r.duckling(&c)
	case "chrono":
		reason = r.chrono(&c)
	}
	if reason == "" && c.Day == "" {
		reason = omitNoDay
	}
	if reason == "" && c.contrary(cmp.Or(r.Text, l.Text)) {
		reason = omitContrary
	}
	return c, reason
}

// contrary reports whether an expression names a weekday with a month that the day of the
// case is not.
func (c TimeCase) contrary(words string) bool {
	m := weekdayAndMonth.FindStringSubmatch(words)
	if m == nil || len(c.Days) != 1 {
		return false
	}
	day, err := time.Parse(time.DateOnly, c.Days[0].First)
	return err == nil && !strings.EqualFold(day.Format("Mon"), m[1])
}

// weekdayAndMonth is a weekday with a day of a month behind it.
var weekdayAndMonth = regexp.MustCompile(`(?i)\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?:\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)`)

// dayFromWords reads a day as scripts print it: "Sun Aug 7 2022".
func dayFromWords(s string) string {
	for _, layout := range []string{"Mon Jan 2 2006", "Jan 2 2006", "Mon Jan 2 2006 15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// recognizers fills a case from Recognizers-Text, whose ends are the day after.
func (r caseResult) recognizers(c *TimeCase) string {
	_, sort, _ := strings.Cut(r.Type, ".")
	if sort != "date" && sort != "daterange" && sort != "duration" {
		return omitClock
	}
	if r.Resolution == nil || len(r.Resolution.Values) == 0 {
		return omitNoDay
	}
	for _, v := range r.Resolution.Values {
		switch {
		case sort == "duration":
			c.Value = v.Timex
		case dayOf(v.Value) != "":
			c.Days = append(c.Days, DayRange{dayOf(v.Value), dayOf(v.Value)})
		case dayOf(v.Start) != "" || dayOf(v.End) != "":
			c.Days = append(c.Days, DayRange{dayOf(v.Start), lastDay(v.End)})
		}
	}
	if c.Value == "" && len(c.Days) == 0 {
		return omitNoDay
	}
	return ""
}

// duckling fills a case from duckling: a grain, or an interval to the moment after.
func (r caseResult) duckling(c *TimeCase) string {
	first := dayOf(r.Start)
	start, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return omitNoDay
	}
	grains := map[string][3]int{"day": {0, 0, 1}, "week": {0, 0, 7}, "month": {0, 1, 0}, "quarter": {0, 3, 0}, "year": {1, 0, 0}}
	grain, ok := grains[r.Grain]
	if !ok {
		return omitClock
	}
	last := start.AddDate(grain[0], grain[1], grain[2]-1).Format(time.DateOnly)
	switch {
	case strings.Contains(r.Kind, "Open"):
		last = ""
	case r.End != "":
		last = lastDay(r.End)
	}
	c.Days = []DayRange{{first, last}}
	return ""
}

// chrono fills a case from chrono: a day, and perhaps the last day of a range.
func (r caseResult) chrono(c *TimeCase) string {
	first, last := dayOfFields(r.Fields), dayOfFields(r.Ends)
	if _, clock := r.Fields["hour"]; clock || first == "" && strings.Contains(r.Start, "T") && !strings.HasSuffix(r.Start, "T12:00:00") {
		return omitClock
	}
	first, last = cmp.Or(first, dayOf(r.Start)), cmp.Or(last, dayOf(r.End))
	if first == "" {
		return omitNoDay
	}
	c.Days = []DayRange{{first, last}}
	return ""
}

// dayOfFields makes a day of its year, month and day, or "".
func dayOfFields(f map[string]any) string {
	year, ok1 := f["year"].(float64)
	month, ok2 := f["month"].(float64)
	day, ok3 := f["day"].(float64)
	if !ok1 || !ok2 || !ok3 {
		return ""
	}
	return dayOf(fmt.Sprintf("%04d-%02d-%02d", int(year), int(month), int(day)))
}
