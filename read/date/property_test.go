package date_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"parley"
	"parley/lang"
	"parley/read/date"
)

// values are the forms that a value of each type may have (TimeML 1.2.1).
var values = map[parley.DateType]*regexp.Regexp{
	parley.DateDate: regexp.MustCompile(`^(\d{2,4}|BC\d{4}|\d{4}-(0[1-9]|1[0-2])(-[0-3]\d)?|\d{4}-W[0-5]\d(-WE)?|\d{4}-(Q[1-4]|H[12]|SP|SU|FA|WI)|` +
		`XXXX-(0[1-9]|1[0-2])(-[0-3]\d)?|XXXX-WXX-[1-7]|(PAST|PRESENT|FUTURE)_REF)$`),
	parley.DateTime:     regexp.MustCompile(`^(\d{4}-\d\d-\d\d|XXXX-\d\d-\d\d|XXXX-WXX-[1-7]|XXXX-XX-XX)T(MO|AF|EV|NI|([01]\d|2[0-4]):[0-5]\dZ?)$`),
	parley.DateDuration: regexp.MustCompile(`^P(\d+(\.\d+)?[DWMYQ]|\d+Y6M|T\d+(\.\d+)?[HMS](30[MS])?|\d+DT12H|T12H|X([DWMYQ]|DE|CE)|TX[HMS])$`),
	parley.DateSet:      regexp.MustCompile(`^(P(\d+(\.\d+)?[DWMYQ]|\d+Y6M|\d+WE|T\d+[HMS](30[MS])?|T12H|X([DWMYQ]|WE|DE|CE)|TX[HMS])|XXXX-(WXX-[1-7](T(MO|AF|EV|NI))?|\d\d|SP|SU|FA|WI|XX-XXT(MO|AF|EV|NI)))$`),
}

// check says what is wrong with the dates found in a text, or "".
func check(text string, found []parley.Date) string {
	at := 0
	for _, d := range found {
		s := d.Span.Hull()
		switch {
		case len(d.Span) != 1 || s.Start < at || s.End <= s.Start || s.End > len(text):
			return fmt.Sprintf("span %v in a text of %d bytes, behind %d", d.Span, len(text), at)
		case utf8.ValidString(text) && !utf8.ValidString(s.In(text)):
			return fmt.Sprintf("span %v cuts a character", s)
		case values[d.Type] == nil || !values[d.Type].MatchString(d.Value):
			return fmt.Sprintf("%q has the type %q and the value %q", s.In(text), d.Type, d.Value)
		case d.Confidence <= 0 || d.Confidence > 1 || d.How == "":
			return fmt.Sprintf("%q has the confidence %v, how %q", s.In(text), d.Confidence, d.How)
		}
		at = s.End
	}
	return ""
}

// vocabulary are words that times are made of, and a few that break them.
var vocabulary = strings.Fields(`the a an of in on at by until since last past next this that each every early late mid - – , . ' ( ) " $
	Monday Fridays Jan. May March september 1 18 31st 2015 1990s '90s 18-20 1999-2000 2015-12-18 12/18/2015 10:30 5pm 0930 UTC a.m.
	first third-quarter quarter half year-earlier week weeks months-long weekend decade century two twenty hundred several few couple
	ago earlier later before after now soon future today yesterday tonight morning nights summer fall fiscal end beginning year 's
	will was said nineteen ninety-six thousand and or to from about nearly more than Christmas Day Easter daily annual midnight BC same
	coming following previous 99999999999 0 00 12,5 1/2 12/99/2015 now-cancelled 40-year-old mid-November`)

func TestDatesAreWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(vocabulary), rapid.StringN(0, 6, -1)), 0, 40).Draw(t, "words")
		text := strings.Join(words, rapid.SampledFrom([]string{" ", "", "-", "\n"}).Draw(t, "joint"))
		day := time.Time{}
		if rapid.Bool().Draw(t, "dated") {
			day = time.Unix(rapid.Int64Range(-4e9, 4e9).Draw(t, "day"), 0).UTC()
		}
		if wrong := check(text, date.Tag(text, day, date.Auto)); wrong != "" {
			t.Fatalf("%q: %s", text, wrong)
		}
	})
}

// TestWeekdaysAreNear holds for every day and weekday: a past verb points to the
// seven days that end with the document's own, a future one to those that begin with it.
func TestWeekdaysAreNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 5000).Draw(t, "days"))
		w := time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		for verb, sign := range map[string]int{"met": -1, "will meet": 1} {
			found := date.Tag(fmt.Sprintf("The envoys %s on %s in Selmark.", verb, w), day, date.Auto)
			if len(found) != 1 {
				t.Fatalf("%s on %s: found %v", verb, w, found)
			}
			got, err := time.Parse(time.DateOnly, found[0].Value)
			if err != nil {
				t.Fatal(err)
			}
			away := int(got.Sub(day).Hours()/24) * sign
			if got.Weekday() != w || away < 0 || away > 6 {
				t.Fatalf("%s on %s, written %s: got %s", verb, w, day.Format(time.DateOnly), found[0].Value)
			}
		}
	})
}

// TestAnchor checks which of a document's days relative times count from.
func TestAnchor(t *testing.T) {
	const text = "The envoys met yesterday in Selmark."
	for _, c := range []struct {
		doc  parley.Document
		want string
	}{
		{parley.Document{Published: "2015-12-14"}, "2015-12-13"},
		{parley.Document{Published: "2015-12-14T23:30:00Z"}, "2015-12-13"},
		{parley.Document{Published: "2015-12-14", Dateline: "2015-12-12"}, "2015-12-13"},
		{parley.Document{Dateline: "2015-12-12"}, "2015-12-11"},
		{parley.Document{Published: "soon", Dateline: "2015-12-12"}, "2015-12-11"},
		{parley.Document{Modified: "2015-12-14", Fetched: "2015-12-14"}, ""},
		{parley.Document{}, ""},
	} {
		got := ""
		for _, d := range date.Read(&c.doc, lang.Analyse(text), nil, date.Auto) {
			got = d.Value
		}
		if got != c.want {
			t.Errorf("published %q, dateline %q: got %q, want %q", c.doc.Published, c.doc.Dateline, got, c.want)
		}
	}
}

// TestHolidays checks computed days against the calendar.
func TestHolidays(t *testing.T) {
	for text, want := range map[string]string{
		"Easter 2015": "2015-04-05", "Easter 2016": "2016-03-27", "Easter 2019": "2019-04-21", "Easter 2024": "2024-03-31",
		"Easter Monday": "2015-04-06", "Good Friday": "2015-04-03", "Thanksgiving": "2015-11-26", "Labor Day": "2015-09-07",
		"Memorial Day": "2015-05-25", "Election Day": "2015-11-03", "Christmas Eve": "2015-12-24", "the Fourth of July": "2015-07-04",
	} {
		found := date.Tag("It fell on "+text+".", time.Date(2015, 12, 28, 0, 0, 0, 0, time.UTC), date.Auto)
		if len(found) != 1 || found[0].Value != want {
			t.Errorf("%s: got %v, want %s", text, found, want)
		}
	}
}

func FuzzTag(f *testing.F) {
	f.Add("The envoys met last Friday, Dec. 18-20, 2015, at 10:30 a.m. for two and a half hours.", int64(1450051200))
	f.Add("nineteen ninety-\xff six \"weeks\" ago '90s", int64(0))
	f.Fuzz(func(t *testing.T, text string, seconds int64) {
		day := time.Time{}
		if seconds > -6e10 && seconds < 2.5e11 {
			day = time.Unix(seconds, 0).UTC()
		}
		if wrong := check(text, date.Tag(text, day, date.Auto)); wrong != "" {
			t.Fatalf("%q: %s", text, wrong)
		}
	})
}
