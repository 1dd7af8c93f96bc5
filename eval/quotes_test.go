package eval_test

import (
	"slices"
	"testing"

	"parley"
	"parley/eval"
)

// TestQuotesReference holds ScoreQuotes equal to the reference scorer.
func TestQuotesReference(t *testing.T) {
	script := beside(t, "data", "quotes", "tools", "score.py")
	path := beside(t, "data", "quotes", "polnear.dev.jsonl")
	gold, err := eval.LoadQuotes(path)
	if err != nil {
		t.Fatal(err)
	}
	p := newPerturbation(7)
	wrong := make([]eval.QuoteDocument, 0, len(gold))
	for _, d := range gold[2:] {
		d.Attributions = p.attributions(d)
		wrong = append(wrong, d)
	}
	for _, test := range []struct {
		name string
		read []eval.QuoteDocument
	}{
		{"gold as its own reading", gold},
		{"wrong readings and two missing", wrong},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := python(t, script, path, writeLines(t, test.read), "--boot", "1000")
			sameQuotes(t, eval.ScoreQuotes(gold, test.read), want)
		})
	}
}

// attributions returns wrong attributions: some missing, doubled or out of
// order, with spans moved, cues lost and speakers exchanged.
func (p perturbation) attributions(d eval.QuoteDocument) []eval.Attribution {
	list := perturbed(p, d.Attributions)
	for i := range list {
		a, o := &list[i], list[p.IntN(len(list))]
		switch p.IntN(8) {
		case 0:
			a.Speaker = o.Speaker
		case 1:
			a.Cue, a.Type = parley.Spans{}, o.Type
		case 2:
			a.Content = append(slices.Clone(a.Content), o.Content...)
		case 3:
			a.Speaker = parley.Spans{}
		case 4, 5:
			a.Content = slices.Clone(a.Content)
			for j := range a.Content {
				a.Content[j].End += p.IntN(30)
			}
		}
	}
	return list
}

// sameQuotes compares every figure of ours with the reference, which gives
// percentages with one decimal.
func sameQuotes(t *testing.T, got eval.QuoteScore, want map[string]any) {
	t.Helper()
	percent := func(name string, got float64, path ...any) {
		same(t, name, rounded(100*got, 1), at(want, path...))
	}
	prf := func(name string, got eval.PRF, path ...any) {
		percent(name+" P", got.P, append(path, "p")...)
		percent(name+" R", got.R, append(path, "r")...)
		percent(name+" F1", got.F1, append(path, "f")...)
	}
	same(t, "gold", float64(got.Gold), at(want, "gold"))
	same(t, "read", float64(got.Read), at(want, "pred"))
	same(t, "aligned", float64(got.Aligned), at(want, "aligned"))
	prf("soft", got.Soft, "attribution_soft")
	percent("soft, low", got.Soft95[0], "ci95", "attribution_soft.f", 0)
	percent("soft, high", got.Soft95[1], "ci95", "attribution_soft.f", 1)
	prf("tuple", got.Tuple, "tuple_exact")
	for _, kind := range []string{"all", "direct", "indirect", "mixed"} {
		prf("strict "+kind, got.Strict[kind], "content_strict", kind)
		prf("partial "+kind, got.Partial[kind], "content_partial", kind)
	}
	prf("speaker fragments", got.Fragments.Speaker, "fragment_exact", "speaker")
	prf("cue fragments", got.Fragments.Cue, "fragment_exact", "cue")
	prf("content fragments", got.Fragments.Content, "fragment_exact", "content")
	same(t, "speakers", float64(got.Speakers.Of), at(want, "speaker_linkage", "n"))
	percent("speaker overlap", got.Speakers.Overlap, "speaker_linkage", "overlap_acc")
	percent("speaker exact", got.Speakers.Exact, "speaker_linkage", "exact_acc")
	percent("cue overlap", got.Speakers.CueOverlap, "speaker_linkage", "cue_overlap_acc")
}
