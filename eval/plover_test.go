package eval_test

import (
	"os"
	"path/filepath"
	"testing"

	"parley/eval"
)

// TestPlover scores what is read of two records.
func TestPlover(t *testing.T) {
	const lines = `{"id": "a", "date": "2000-01-01", "text": "Kestria bombed Lomar.", "events": [{"event_type_v2": "ASSAULT"}]}
{"id": "b", "date": "2000-01-01", "text": "Lomar met Kestria.", "events": [{"event_type_v2": "CONSULT"}, {"event_type_v2": "AGREE"}]}
{"id": "c", "date": "2000-01-01", "text": "It rained.", "events": []}
`
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	records, err := eval.LoadPlover(path)
	if err != nil || len(records) != 2 {
		t.Fatalf("%v, %v", records, err)
	}
	score, faults := eval.ScorePlover(records, [][]string{{"CONSULT", "PROTEST"}, {"AGREE"}})
	if score.Right != 1 || score.Of != 2 || score.Gold != 3 || score.Extra != 2 || len(faults) != 1 || faults[0].Document != "a" {
		t.Errorf("%+v\n%v", score, faults)
	}
}
