//go:build dev

package date

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"parley"
	"parley/lang"
)

func TestDev(t *testing.T) {
	for r := range confidence {
		confidence[r] = float64(r) / 1000
	}
	for _, name := range []string{"te3_timebank", "te3_aquaint", "meantime_en", "wikiwars_timex3"} {
		f, err := os.Open("/work/shared/data/time/" + name + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		out, _ := os.Create("/tmp/date/" + name + ".jsonl")
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<26)
		for sc.Scan() {
			var d struct{ ID, Text, Dct string }
			if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
				t.Fatal(err)
			}
			day, _ := time.Parse(time.DateOnly, d.Dct)
			table := parley.CodePoints(d.Text)
			type tx struct {
				Span  [2]int `json:"span"`
				Type  string `json:"type"`
				Value string `json:"value"`
				Mod   string `json:"mod"`
				How   string `json:"how"`
				Rule  int    `json:"rule"`
			}
			res := []tx{}
			for _, x := range Tag(d.Text, day) {
				s := x.Span[0]
				res = append(res, tx{[2]int{table[s.Start], table[s.End]}, string(x.Type), x.Value, x.Mod, x.How, int(x.Confidence*1000 + 0.5)})
			}
			b, _ := json.Marshal(map[string]any{"id": d.ID, "timexes": res})
			out.Write(append(b, '\n'))
		}
		out.Close()
	}
	files, _ := filepath.Glob("/work/shared/data/ledger/dev/*.json")
	os.MkdirAll("/tmp/date/ledger", 0o755)
	for _, f := range files {
		b, _ := os.ReadFile(f)
		var r parley.Reading
		if err := json.Unmarshal(b, &r); err != nil {
			t.Fatal(err)
		}
		r = parley.Reading{Document: r.Document, Dates: Read(&r.Document, lang.Analyse(r.Document.Text))}
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile("/tmp/date/ledger/"+filepath.Base(f), b, 0o644)
	}
}
