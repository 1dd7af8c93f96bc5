package eval_test

import (
	"os"
	"path/filepath"
	"testing"

	"parley/eval"
)

// TestPairs takes the event between the marked pair, and compares it by the class of its code.
func TestPairs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pairs.jsonl")
	gold := `{"id": "a", "text": "Tolm freed Ardo and met Dreil.", "marked": "<s>Tolm</s> freed <t>Ardo</t> and met Dreil.", "events": [{"event_type": "YIELD"}]}
{"id": "b", "text": "Tolm met Ardo.", "marked": "<s>Tolm</s> met <t>Ardo</t>.", "events": [{"event_type": "CONSULT"}]}
{"id": "c", "text": "Nothing.", "marked": "Nothing.", "events": []}`
	if err := os.WriteFile(path, []byte(gold), 0o600); err != nil {
		t.Fatal(err)
	}
	records, err := eval.LoadPairs(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != 2 || records[0].From != 4 || records[0].To != 11 {
		t.Fatalf("%+v", records)
	}
	score, faults := eval.ScorePairs(records, [][]eval.CodedTrigger{{{Code: "040", At: 20}, {Code: "0841", At: 5}}, nil})
	if score.Right != 1 || score.None != 1 || len(faults) != 1 {
		t.Errorf("%+v %v", score, faults)
	}
}
