package eval_test

import (
	"os"
	"path/filepath"
	"testing"

	"parley"
	"parley/eval"
)

// TestTimelines scores dates in sentences that name an entity, of one document of two.
func TestTimelines(t *testing.T) {
	path := filepath.Join(t.TempDir(), "timelines.jsonl")
	gold := `{"id": "c/orlen", "entity": "Orlen", "timeline": [{"date": "2016-01-05", "doc": "7"}, {"date": "2016-02-XX", "doc": "7"}, {"date": "XXXX-XX-XX", "doc": "8"}]}`
	if err := os.WriteFile(path, []byte(gold), 0o600); err != nil {
		t.Fatal(err)
	}
	lines, err := eval.LoadTimelines(path)
	if err != nil {
		t.Fatal(err)
	}
	text := "Orlen left on January 5.\nTolm fell in March.\nORLEN came back in February."
	at := func(from, to int) parley.Spans { return parley.Spans{{Start: from, End: to}} }
	reading := parley.Reading{Document: parley.Document{ID: "7_news", Text: text}}
	reading.Events = []parley.Event{{Trigger: at(6, 10), When: "2016-01-05T10:00"}, {Trigger: at(30, 34), When: "2016-03"}}
	reading.Dates = []parley.Date{
		{Type: parley.DateDate, Span: at(65, 73), Value: "2016-02"}, {Type: parley.DateDate, Span: at(0, 5), Value: "PAST_REF"},
		{Type: parley.DateDate, Span: at(0, 5), Value: "2016-04"},
	}
	score, faults := eval.ScoreTimelines(lines, eval.ByNumber([]parley.Reading{reading}))
	if score.Entries.P != 1 || score.Entries.R != 0.5 {
		t.Errorf("entries: %+v", score.Entries)
	}
	if score.Named.R != 1 || score.Named.P != 2.0/3 || len(faults) != 0 {
		t.Errorf("named: %+v, faults %v", score.Named, faults)
	}
}
