package eval_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"parley"
	"parley/eval"
)

// TestSides scores two records: a statement against one who belongs to the marked entity, and
// one of which the reading tells nothing.
func TestSides(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sides.jsonl")
	gold := `{"id": "a", "text": "Tolm accused Ardo.", "p_span": [0, 4], "q_span": [13, 17], "label": 3}
{"id": "b", "text": "Tolm met Ardo.", "p_span": [0, 4], "q_span": [9, 13], "label": 1}`
	if err := os.WriteFile(path, []byte(gold), 0o600); err != nil {
		t.Fatal(err)
	}
	records, err := eval.LoadSides(path)
	if err != nil {
		t.Fatal(err)
	}
	records[1].Text, records[1].Q.End = "Tölm met Ardo.", 99
	if p, q := records[1].Bytes(); p != (parley.Span{Start: 0, End: 5}) || q != (parley.Span{Start: 10, End: 15}) {
		t.Errorf("in bytes %v and %v", p, q)
	}
	first := parley.Reading{Document: records[0].Document()}
	first.Actors = []parley.Actor{
		{ID: "TOLM", Mentions: parley.Spans{{Start: 0, End: 4}}}, {ID: "ARDO", Mentions: parley.Spans{{Start: 13, End: 17}}}, {ID: "X", Of: "ARDO"},
	}
	first.Statements = []parley.Statement{{SourceActors: parley.IDs{"TOLM"}, Toward: parley.IDs{"X"}, Act: parley.Accuse}}
	second := parley.Reading{Document: records[1].Document()}
	score, faults := eval.ScoreSides(records, []eval.Side{eval.SideOf(&records[0], &first), eval.SideOf(&records[1], &second)})
	if score.Right != 1 || score.Sides[eval.PAgainstQ].F1 != 1 || len(faults) != 1 || faults[0].Read != "none" {
		t.Errorf("%+v %v", score, faults)
	}
	if err := os.WriteFile(path, []byte(`{"id": "a", "label": 7}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := eval.LoadSides(path); !errors.Is(err, parley.ErrDamaged) {
		t.Errorf("a label that there is not: %v", err)
	}
}
