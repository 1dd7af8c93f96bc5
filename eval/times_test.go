package eval_test

import (
	"testing"

	"parley/eval"
)

// TestTimesReference holds ScoreTimes equal to the reference scorer, on a
// corpus whose annotation ends early, one in two parts and one with nested
// expressions.
func TestTimesReference(t *testing.T) {
	script := beside(t, "data", "time", "te3score.py")
	for _, test := range []struct{ file, split string }{
		{"te3_timebank.jsonl", ""},
		{"meantime_en.jsonl", ""},
		{"wikiwars_timex2.jsonl", "test"},
	} {
		t.Run(test.file, func(t *testing.T) {
			path := beside(t, "data", "time", test.file)
			gold, err := eval.LoadTimes(path)
			if err != nil {
				t.Fatal(err)
			}
			p := newPerturbation(7)
			wrong := make([]eval.TimeDocument, 0, len(gold))
			for _, d := range gold[1:] {
				d.Timexes = p.timexes(d)
				wrong = append(wrong, d)
			}
			args := []string{path, writeLines(t, wrong)}
			if test.split != "" {
				gold = eval.OfSplit(gold, test.split)
				args = append(args, "--split", test.split)
			}
			score, _ := eval.ScoreTimes(gold, wrong)
			sameTimes(t, score, python(t, script, args...))
		})
	}
}

// timexes returns wrong time expressions.
func (p perturbation) timexes(d eval.TimeDocument) []eval.Timex {
	list := perturbed(p, d.Timexes)
	for i := range list {
		x, o := &list[i], list[p.IntN(len(list))]
		switch p.IntN(6) {
		case 0:
			x.Value = o.Value
		case 1:
			x.Type, x.Value = o.Type, ""
		case 2:
			x.Span.End += p.IntN(20)
		case 3:
			x.Span.Start = max(0, x.Span.Start-p.IntN(5))
		}
	}
	return list
}

// sameTimes compares every figure of the reference, which has four decimals.
func sameTimes(t *testing.T, got eval.TimeScore, want map[string]any) {
	t.Helper()
	for _, figure := range []struct {
		name string
		got  float64
	}{
		{"gold", float64(got.Gold)}, {"system", float64(got.Read)},
		{"strict_P", got.Strict.P}, {"strict_R", got.Strict.R}, {"strict_F1", got.Strict.F1},
		{"relaxed_P", got.Relaxed.P}, {"relaxed_R", got.Relaxed.R}, {"relaxed_F1", got.Relaxed.F1},
		{"value_F1", got.Value.F1}, {"type_F1", got.Type.F1}, {"value_accuracy", got.Accuracy},
	} {
		same(t, figure.name, rounded(figure.got, 4), at(want, figure.name))
	}
}
