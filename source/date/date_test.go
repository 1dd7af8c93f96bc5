package date

import (
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"2019-03-04":                        "2019-03-04",
		"2019-03-04T10:11:12Z":              "2019-03-04T10:11:12Z",
		"2019-03-04T10:11:12.345+02:00":     "2019-03-04T10:11:12+02:00",
		"2019-03-04T10:11:12+0200":          "2019-03-04T10:11:12+02:00",
		"2019-03-04T10:11:12":               "2019-03-04", // no zone: the day alone (X10)
		"Mon, 04 Mar 2019 10:11:12 GMT":     "2019-03-04T10:11:12Z",
		"Mon, 4 Mar 2019 10:11:12 +0100":    "2019-03-04T10:11:12+01:00",
		"Mon, 04 Mar 2019 10:11:12 EST":     "2019-03-04T10:11:12-05:00",
		"Mon, 04 Mar 2019 10:11:12 XYZ":     "2019-03-04", // an unknown zone
		"Monday, March 4, 2019":             "2019-03-04",
		"Mar. 4, 2019 5:30 p.m.":            "2019-03-04",
		"March 4, 2019 5:30 PM EDT":         "2019-03-04T17:30:00-04:00",
		"Sept. 4, 2019":                     "2019-09-04",
		"4th March 2019":                    "2019-03-04",
		"  2019/03/04 ":                     "2019-03-04",
		"20190304":                          "2019-03-04",
		"2020-02-29":                        "2020-02-29",
		"2019-02-29":                        "", // no such day (X10)
		"2016-12-31T23:59:60Z":              "", // a leap second (X10)
		"0000-01-01":                        "",
		"Thu, 01 Jan 04 19:48:21 GMT":       "", // a year of two digits (X10)
		"Dom, 16 Jun 2019 10:00:00 +0000":   "", // a weekday in another language (X10)
		"March 4":                           "",
		"yesterday":                         "",
		"":                                  "",
		"03/04/2019":                        "",           // day and month cannot be told apart
		"9999-12-31":                        "9999-12-31", // Doubt's to refuse
		"2019-03-04 10:11:12 and much more": "",
	} {
		got, err := Parse(in)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("Parse(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
}

func TestDoubt(t *testing.T) {
	now := time.Date(2019, 3, 4, 12, 0, 0, 0, time.UTC)
	for in, want := range map[string]string{
		"2019-03-04":           "",
		"2019-03-06":           "",
		"2019-03-07":           "date in the future",
		"9999-12-31T00:00:00Z": "date in the future",
		"0001-01-01":           "date too old",
		"soon":                 "date not understood",
	} {
		if got := Doubt(in, now); got != want {
			t.Errorf("Doubt(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestApart(t *testing.T) {
	if got := Apart("2019-03-04T23:00:00Z", "2019-03-01"); got != 3 {
		t.Errorf("Apart = %d, want 3", got)
	}
	if got := Apart("2019-03-04", ""); got != 0 {
		t.Errorf("Apart from nothing = %d, want 0", got)
	}
}

// What Parse returns, Parse reads again as the same.
func TestParseIsStable(t *testing.T) {
	layouts := append(append([]string{}, zoned...), unzoned...)
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "at"), 0).UTC()
		s := at.Format(rapid.SampledFrom(layouts).Draw(t, "layout"))
		got, err := Parse(s)
		if err != nil {
			t.Fatalf("Parse(%q): %v", s, err)
		}
		if DayOf(got) != at.Format(Day) {
			t.Fatalf("Parse(%q) = %q, another day", s, got)
		}
		if again, err := Parse(got); again != got || err != nil {
			t.Fatalf("Parse(%q) = %q, %v", got, again, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2019-03-04", "Mon, 04 Mar 2019 10:11:12 GMT", "Sept. 4, 2019 5 p.m.", "\xff", "1p.m."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Parse(s)
		if err == nil && DayOf(got) == "" {
			t.Errorf("Parse(%q) = %q, which is no date", s, got)
		}
		if !utf8.ValidString(got) {
			t.Errorf("Parse(%q) = %q, not UTF-8", s, got)
		}
	})
}
