package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley"
	"parley/eval"
)

// nameSpan makes a name of code points [start, end).
func nameSpan(start, end int, kind string) eval.NameSpan {
	return eval.NameSpan{Span: parley.Span{Start: start, End: end}, Type: kind}
}

func TestScoreNames(t *testing.T) {
	text := "Ilya Marn left Tolm with the Kestrian envoy"
	gold := []eval.NameSpan{nameSpan(0, 9, "Person"), nameSpan(15, 19, "Location"), nameSpan(25, 43, "Person")}
	for _, c := range []struct {
		name       string
		read       []eval.NameSpan
		f1, spans  float64
		sorts      string
		goldCount  int
		countsRead int
	}{
		{"all right, one of them twice", append(gold, gold[0]), 1, 1, "", 3, 3},
		{"nothing", nil, 0, 0, "missed missed missed", 3, 0},
		{"another type", []eval.NameSpan{gold[0], nameSpan(15, 19, "Person"), gold[2]}, 2.0 / 3, 1, "differs", 3, 3},
		{"too short", []eval.NameSpan{nameSpan(0, 4, "Person"), gold[1], gold[2]}, 2.0 / 3, 2.0 / 3, "missed spurious", 3, 3},
	} {
		docs := []eval.NameDocument{{ID: "1", Text: text, Names: gold}}
		score, faults := eval.ScoreNames(docs, []eval.NameDocument{{ID: "1", Names: c.read}})
		if !near(score.All.F1, c.f1) || !near(score.Spans.F1, c.spans) || score.Gold != c.goldCount || score.Read != c.countsRead {
			t.Errorf("%s: %+v", c.name, score)
		}
		var sorts []string
		for _, f := range faults {
			sorts = append(sorts, string(f.Sort))
		}
		if got := strings.Join(sorts, " "); got != c.sorts {
			t.Errorf("%s: faults %q, want %q", c.name, got, c.sorts)
		}
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

func TestDocumentsThatWereNotReadHaveNoNames(t *testing.T) {
	gold := []eval.NameDocument{{ID: "1", Text: "Tolm", Names: []eval.NameSpan{nameSpan(0, 4, "Location")}}}
	score, _ := eval.ScoreNames(gold, nil)
	if score.All.R != 0 || score.Gold != 1 || score.Documents != 1 {
		t.Errorf("%+v", score)
	}
	if text := score.String(); !strings.Contains(text, "Location") || !strings.Contains(text, "gold 1, read 0") {
		t.Errorf("as text:\n%s", text)
	}
}

func TestNameTokens(t *testing.T) {
	list, err := eval.ReadNameTokens(strings.NewReader("\nÉa B-PER\nMarn I-PER\nleft O\nTolm I-LOC\nDreil B-LOC\n\n\nTalks O\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []eval.NameSpan{nameSpan(0, 7, "PER"), nameSpan(13, 17, "LOC"), nameSpan(18, 23, "LOC")}
	got := list[0].NameDocument("1")
	if diff := cmp.Diff(want, got.Names); diff != "" || len(list) != 2 || got.Text != "Éa Marn left Tolm Dreil" {
		t.Errorf("%d sentences, %q: %s", len(list), got.Text, diff)
	}
	if _, err := eval.ReadNameTokens(strings.NewReader("one two three\n")); err == nil {
		t.Error("three fields were read without error")
	}
}

func TestLoadEntities(t *testing.T) {
	folder := t.TempDir()
	inner := filepath.Join(folder, "Meridian Post")
	if err := os.Mkdir(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(inner, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("documents.json", `{"_id": "A", "text": "Tolm fell."}`)
	write("entities.json", `{"documentId": "A", "begin": 0, "end": 4, "type": "Location", "confidence": 1}
{"documentId": "A", "begin": 0, "end": 4, "type": "Person", "confidence": 0}
{"documentId": "A", "begin": 5, "end": 9, "type": "Weapon", "confidence": 1}
{"documentId": "B", "begin": 5, "end": 9, "type": "Location", "confidence": 1}`)
	got, err := eval.LoadEntities(folder, map[string]bool{"Location": true, "Person": true})
	if err != nil {
		t.Fatal(err)
	}
	want := []eval.NameDocument{{ID: "A", Text: "Tolm fell.", Names: []eval.NameSpan{nameSpan(0, 4, "Location")}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	write("entities.json", `{"documentId": 7`)
	if _, err := eval.LoadEntities(folder, nil); err == nil {
		t.Error("a broken file was read without error")
	}
	if _, err := eval.LoadEntities(t.TempDir(), nil); err == nil {
		t.Error("an empty folder was read without error")
	}
}

// TestNamesBeyondTheTextAreListed holds broken offsets to no panic.
func TestNamesBeyondTheTextAreListed(t *testing.T) {
	gold := []eval.NameDocument{{ID: "1", Text: "Tolm", Names: []eval.NameSpan{nameSpan(2, 99, "Location"), nameSpan(-3, 1, "Person")}}}
	if _, faults := eval.ScoreNames(gold, nil); len(faults) != 2 {
		t.Errorf("%d faults", len(faults))
	}
}

func FuzzReadNameTokens(f *testing.F) {
	f.Add([]byte("Tolm B-LOC\n\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		list, err := eval.ReadNameTokens(strings.NewReader(string(content)))
		if err != nil {
			return
		}
		for _, s := range list {
			d := s.NameDocument("1")
			length := len([]rune(d.Text))
			for _, n := range d.Names {
				if n.Start < 0 || n.End > length || n.Start > n.End {
					t.Fatalf("name %v in %q", n.Span, d.Text)
				}
			}
		}
	})
}
