package eval_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"parley"
	"parley/eval"
)

// cases are lines of each of the three converted formats: a day, a stretch, a
// duration, and what is left out.
const cases = `{"id": "r1", "source": "recognizers-text", "model": "DateTimeModel", "ref": "2016-11-07T00:00:00", "text": "on may 3 they meet", "results": [{"text": "may 3", "span": [3, 8], "type": "datetimeV2.date", "resolution": {"values": [{"timex": "XXXX-05-03", "type": "date", "value": "2016-05-03"}, {"timex": "XXXX-05-03", "type": "date", "value": "2017-05-03"}]}}]}
{"id": "r2", "source": "recognizers-text", "model": "DateTimeModel", "ref": "2016-11-07T00:00:00", "text": "for two weeks", "results": [{"text": "two weeks", "span": [4, 13], "type": "datetimeV2.duration", "resolution": {"values": [{"timex": "P2W", "type": "duration", "value": "1209600"}]}}]}
{"id": "r3", "source": "recognizers-text", "model": "DateTimeModel", "ref": "2016-11-07T00:00:00", "text": "at noon", "results": [{"text": "noon", "span": [3, 7], "type": "datetimeV2.time", "resolution": null}]}
{"id": "r4", "source": "recognizers-text", "model": "DateExtractor", "ref": null, "text": "may 3", "results": [{"text": "may 3", "span": [0, 5], "type": "date"}]}
{"id": "d1", "source": "duckling", "section": "defaultCorpus", "ref": "2013-02-12T04:30:00-02:00", "text": "october 2014", "results": [{"text": "october 2014", "span": [0, 12], "kind": "datetime", "start": "2014-10-01T00:00:00", "grain": "month"}]}
{"id": "d2", "source": "duckling", "section": "negativeCorpus", "ref": "2013-02-12T04:30:00-02:00", "text": "twenty", "results": []}
{"id": "c1", "source": "chrono", "parser": "chrono", "ref": "2012-08-10T12:00:00", "text": "10/8/2012", "results": [{"text": "10/8/2012", "span": [0, 9], "start_fields": {"year": 2012, "month": 10, "day": 8}}]}
{"id": "c2", "source": "chrono", "parser": "chrono", "ref": "2012-08-10T12:00:00", "text": "10 - 22 August 2012", "results": [{"text": "10 - 22 August 2012", "span": [0, 19], "start_fields": {"year": 2012, "month": 8, "day": 10}, "end_fields": {"year": 2012, "month": 8, "day": 22}}]}
`

// TestTimeCases scores what a tagger says of the cases.
func TestTimeCases(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cases.jsonl")
	if err := os.WriteFile(path, []byte(cases), 0o600); err != nil {
		t.Fatal(err)
	}
	loaded, omitted, err := eval.LoadTimeCases(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded) != 4 || len(omitted) != 2 {
		t.Fatalf("loaded %d cases, left out %v", len(loaded), omitted)
	}
	told := map[string][]string{"on May 3 they meet": {"2017-05-03"}, "for two weeks": {"P2W"}, "The talks will be held October 2014.": {"2014-10-02"},
		"The talks will be held 10 - 22 August 2012.": {"2012-08-10", "2012-08-22"}}
	score, faults := eval.ScoreCases(loaded, omitted, func(text string, _ time.Time) []parley.Date {
		var dates []parley.Date
		for _, v := range told[text] {
			dates = append(dates, parley.Date{Span: parley.Spans{{Start: 0, End: len(text)}}, Value: v})
		}
		return dates
	})
	if score.Right != 3 || len(faults) != 1 || faults[0].Document != "d1 2013-02-12" {
		t.Errorf("%v\n%v", score, faults)
	}
}

// TestTimeCasesOfOneMeaning holds what counts as right where TIMEX3 and a parser say one
// thing in two ways, and what does not.
func TestTimeCasesOfOneMeaning(t *testing.T) {
	days := func(first, last string) []eval.DayRange { return []eval.DayRange{{First: first, Last: last}} }
	for _, c := range []struct {
		name  string
		want  eval.TimeCase
		value string
		mod   string
		right bool
	}{
		{"a half", eval.TimeCase{Value: "PT1.5H"}, "PT1H30M", "", true},
		{"another length", eval.TimeCase{Value: "PT1.5H"}, "PT2H", "", false},
		{"summer by the sun", eval.TimeCase{Days: days("2013-06-21", "2013-09-23")}, "2013-SU", "", true},
		{"another summer", eval.TimeCase{Days: days("2014-06-21", "2014-09-23")}, "2013-SU", "", false},
		{"the end of a year", eval.TimeCase{Days: days("2013-09-01", "2013-12-31")}, "2013", "END", true},
		{"a year is not its end", eval.TimeCase{Days: days("2013-09-01", "2013-12-31")}, "2013", "", false},
		{"the next decade", eval.TimeCase{Days: days("2020-01-01", "2029-12-31")}, "P10Y", "", true},
		{"a decade", eval.TimeCase{Days: days("1990-01-01", "1999-12-31")}, "199", "", true},
	} {
		c.want.Day, c.want.Text = "2013-02-12", "It was found in a text of more than three words."
		score, _ := eval.ScoreCases([]eval.TimeCase{c.want}, nil, func(text string, _ time.Time) []parley.Date {
			return []parley.Date{{Span: parley.Spans{{End: len(text)}}, Value: c.value, Mod: c.mod}}
		})
		if got := score.Right == 1; got != c.right {
			t.Errorf("%s: right is %v, want %v", c.name, got, c.right)
		}
	}
}
