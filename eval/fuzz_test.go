package eval

import (
	"strings"
	"testing"
)

// FuzzQuotes scores what foreign files may hold against itself.
func FuzzQuotes(f *testing.F) {
	f.Add(`{"id":"a","text":"“Né,” said Dorn.","attributions":[{"speaker":[[11,15]],"cue":[[6,10]],"content":[[0,5]],"type":"direct"}]}`)
	f.Add(`{"id":"a","text":"x y","attributions":[{"content":[[5,2],[-1,9]]},{"content":null}]}{}`)
	f.Fuzz(func(t *testing.T, data string) {
		docs, err := decodeLines[QuoteDocument](strings.NewReader(data))
		if err != nil {
			return
		}
		score := ScoreQuotes(docs, docs)
		if score.Soft.F1 < 0 || score.Soft.F1 > 1 {
			t.Errorf("F1 %v", score.Soft.F1)
		}
		QuoteFaults(docs, docs)
	})
}

// FuzzTimes scores what foreign files may hold against itself.
func FuzzTimes(f *testing.F) {
	f.Add(`{"id":"a","dct":null,"text":"On 3 June.","annotated_end":9,"timexes":[{"span":[3,9],"type":"DATE","value":"2026-06-03","nested":1}]}`)
	f.Add(`{"id":"a","text":"x","timexes":[{"span":[-4,90]},{"span":[7,2]}]}`)
	f.Fuzz(func(t *testing.T, data string) {
		docs, err := decodeLines[TimeDocument](strings.NewReader(data))
		if err != nil {
			return
		}
		score, _ := ScoreTimes(docs, docs)
		if score.Relaxed.F1 < score.Strict.F1 || score.Relaxed.F1 > 1 {
			t.Errorf("strict %v, relaxed %v", score.Strict, score.Relaxed)
		}
	})
}
