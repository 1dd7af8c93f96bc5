package eval_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley"
	"parley/eval"
)

// TestAttributions checks the format: code points, and no nested statements.
func TestAttributions(t *testing.T) {
	const text = "“Né,” said Dorn, who heard Ardo refuse."
	doc := eval.Attributions(parley.Reading{
		Document: parley.Document{ID: "d", Text: text},
		Statements: []parley.Statement{
			{ID: "s1", Source: spansOf(text, "Dorn"), Cue: spansOf(text, "said"), Content: spansOf(text, "“Né,”"), Type: parley.Direct},
			{ID: "s2", Source: spansOf(text, "Ardo"), Content: spansOf(text, "refuse"), Type: parley.Indirect, Parent: "s1"},
			{ID: "s3", Source: spansOf(text, "Ardo"), Content: spansOf(text, "refuse"), Type: parley.Indirect},
		},
	})
	asJSON(t, doc, `{"id":"d","attributions":[`+
		`{"id":"s1","speaker":[[11,15]],"cue":[[6,10]],"content":[[0,5]],"type":"direct"},`+
		`{"id":"s3","speaker":[[27,31]],"cue":[],"content":[[32,38]],"type":"indirect"}]}`)
}

// TestTimexes checks the format: code points, and one span an expression.
func TestTimexes(t *testing.T) {
	const text = "“Né” on 3 or 4 June."
	doc := eval.Timexes(parley.Reading{
		Document: parley.Document{ID: "d", Text: text},
		Dates: []parley.Date{
			{ID: "t1", Span: append(spansOf(text, "3"), spansOf(text, "June")...), Type: parley.DateDate, Value: "2026-06-03", Mod: "APPROX"},
		},
	})
	asJSON(t, doc, `{"id":"d","timexes":[{"id":"t1","span":[8,19],"text":"3 or 4 June","type":"DATE","value":"2026-06-03","mod":"APPROX"}]}`)
}

// TestNoEntries checks that a reading without entries gives lists, not null.
func TestNoEntries(t *testing.T) {
	asJSON(t, eval.Attributions(parley.Reading{}), `{"id":"","attributions":[]}`)
	asJSON(t, eval.Timexes(parley.Reading{}), `{"id":"","timexes":[]}`)
}

func asJSON(t *testing.T, v any, want string) {
	t.Helper()
	got, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func spansOf(text, words string) parley.Spans {
	start := strings.Index(text, words)
	return parley.Spans{{Start: start, End: start + len(words)}}
}

// TestLoadLedger checks which readings are taken for which gold.
func TestLoadLedger(t *testing.T) {
	const gold = `{"document":{"id":"d","text":"On Monday."},"dates":[{"span":[[3,9]],"type":"DATE","value":"2026-05-04"}]}`
	for _, test := range []struct {
		name, reading string
		wantRead      bool
		wantErr       string
	}{
		{name: "no reading"},
		{name: "same text", reading: gold, wantRead: true},
		{name: "no text", reading: `{"dates":[{"span":[[3,9]],"type":"DATE","value":"2026-05-04"}]}`, wantRead: true},
		{name: "other text", reading: `{"document":{"id":"d","text":"Monday."}}`, wantErr: "not the gold's"},
		{name: "span past the end", reading: `{"dates":[{"span":[[3,99]]}]}`, wantErr: "outside the text"},
		{name: "no JSON", reading: `{"dates":`, wantErr: "d.json"},
	} {
		t.Run(test.name, func(t *testing.T) {
			goldDir, readDir := t.TempDir(), t.TempDir()
			writeFile(t, filepath.Join(goldDir, "d.json"), gold)
			writeFile(t, filepath.Join(goldDir, "README.md"), "not gold")
			if test.reading != "" {
				writeFile(t, filepath.Join(readDir, "d.json"), test.reading)
			}
			pairs, err := eval.LoadLedger(goldDir, readDir)
			if test.wantErr != "" {
				if err == nil || !strings.Contains(err.Error(), test.wantErr) {
					t.Errorf("got error %v, want one with %q", err, test.wantErr)
				}
				return
			}
			if err != nil || len(pairs) != 1 || (pairs[0].Read != nil) != test.wantRead {
				t.Fatalf("got %+v, %v", pairs, err)
			}
			if f1 := eval.ScoreLedger(pairs).Kinds[1].F1; (f1 == 1) != test.wantRead {
				t.Errorf("F1 of the dates is %v", f1)
			}
		})
	}
}

// TestLoadLedgerEmpty checks that a folder without gold is not a perfect score.
func TestLoadLedgerEmpty(t *testing.T) {
	if _, err := eval.LoadLedger(t.TempDir(), ""); !errors.Is(err, parley.ErrNotFound) {
		t.Errorf("got %v, want %v", err, parley.ErrNotFound)
	}
}

// TestReadAll checks that readings come in the order of their documents.
func TestReadAll(t *testing.T) {
	docs := make([]parley.Document, 50)
	for i := range docs {
		docs[i].ID = strings.Repeat("x", i)
	}
	readings, err := eval.ReadAll(docs, func(d parley.Document) (parley.Reading, error) {
		return parley.Reading{Document: d}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range readings {
		if r.Document.ID != docs[i].ID {
			t.Errorf("place %d has the reading of document %d", i, len(r.Document.ID))
		}
	}
}

// TestReadAllFails checks that no reading is missing in silence.
func TestReadAllFails(t *testing.T) {
	_, err := eval.ReadAll(make([]parley.Document, 3), func(d parley.Document) (parley.Reading, error) {
		return parley.Reading{}, parley.ErrEmpty
	})
	if !errors.Is(err, parley.ErrEmpty) {
		t.Errorf("got %v, want %v", err, parley.ErrEmpty)
	}
}

func writeFile(t testing.TB, path, data string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkScoreLedger scores the invented stories, intervals and all.
func BenchmarkScoreLedger(b *testing.B) {
	pairs := parseStory(b, "testdata/ledger/envoy.txtar").pairs
	for b.Loop() {
		eval.ScoreLedger(pairs)
	}
}
