package eval_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"parley"
	"parley/eval"
)

// TestLedgerReference holds ScoreLedger equal to the reference scorer, on gold
// as its own reading and on readings that are wrong in many ways.
func TestLedgerReference(t *testing.T) {
	if testing.Short() {
		t.Skip("the reference scorer is slow")
	}
	script := beside(t, "score", "score_ledger.py")
	all, err := eval.LoadLedger(beside(t, "data", "ledger", "dev"), "")
	if err != nil {
		t.Fatal(err)
	}
	// A few documents must do, as the reference scores each two hundred times over.
	var pairs []eval.Pair
	for i := 0; i < len(all); i += 12 {
		pairs = append(pairs, all[i])
	}
	p := newPerturbation(5)
	for _, test := range []struct {
		name string
		read func(i int, gold parley.Reading) *parley.Reading
	}{
		{"gold as its own reading", func(_ int, gold parley.Reading) *parley.Reading { return &gold }},
		{"wrong readings and one missing", func(i int, gold parley.Reading) *parley.Reading {
			if i == 3 {
				return nil
			}
			r := p.reading(gold)
			return &r
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for i := range pairs {
				pairs[i].Read = test.read(i, *pairs[i].Gold)
			}
			gold, readings := writePairs(t, pairs)
			loaded, err := eval.LoadLedger(gold, readings)
			if err != nil {
				t.Fatal(err)
			}
			sameLedger(t, eval.ScoreLedger(loaded), python(t, script, gold, readings, "--json"))
		})
	}
}

// writePairs writes gold and readings into two folders.
func writePairs(t *testing.T, pairs []eval.Pair) (gold, readings string) {
	t.Helper()
	gold, readings = t.TempDir(), t.TempDir()
	for _, p := range pairs {
		writeReading(t, filepath.Join(gold, p.ID+".json"), p.Gold)
		if p.Read != nil {
			writeReading(t, filepath.Join(readings, p.ID+".json"), p.Read)
		}
	}
	return gold, readings
}

func writeReading(t *testing.T, path string, r *parley.Reading) {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// sameLedger compares every figure of the reference.
func sameLedger(t *testing.T, got eval.LedgerScore, want map[string]any) {
	t.Helper()
	same(t, "documents", float64(got.Documents), at(want, "documents"))
	same(t, "without reading", float64(len(got.WithoutReading)), float64(len(want["without_reading"].([]any))))
	same(t, "mean F1", got.MeanF1, at(want, "mean_F1"))
	same(t, "mean F1, low", got.Mean95[0], at(want, "mean_F1_95", 0))
	same(t, "mean F1, high", got.Mean95[1], at(want, "mean_F1_95", 1))
	for _, k := range got.Kinds {
		name := string(k.Kind)
		same(t, name+" gold", float64(k.Gold), at(want, name, "gold"))
		same(t, name+" read", float64(k.Read), at(want, name, "read"))
		same(t, name+" P", k.P, at(want, name, "P"))
		same(t, name+" R", k.R, at(want, name, "R"))
		same(t, name+" F1", k.F1, at(want, name, "F1"))
		same(t, name+" span F1", k.Span.F1, at(want, name, "span_F1"))
		same(t, name+" soft F1", k.Soft.F1, at(want, name, "soft_F1"))
		for _, f := range k.Fields {
			if f.Of > 0 {
				same(t, name+" "+f.Name, f.Share(), at(want, name, "fields", f.Name))
			}
		}
	}
}
