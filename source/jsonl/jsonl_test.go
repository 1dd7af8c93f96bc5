package jsonl

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley"
)

func TestParse(t *testing.T) {
	yes := true
	tests := []struct {
		name, object string
		want         parley.Document
	}{
		{"all keys", `{"id":"th/1","url":"https://tolm.example/1","source":"Tolm Herald","title":"Talks","author":["Ana Orell","Tomas Vey"],
			"published":"March 5, 2019","modified":"2019-03-06T08:00:00Z","language":"en","license":"CC BY 4.0","open":true,"text":"They met.","more":[1]}`,
			parley.Document{ID: "th/1", URL: "https://tolm.example/1", Outlet: "Tolm Herald", Title: "Talks", Author: "Ana Orell, Tomas Vey",
				Published: "2019-03-05", Modified: "2019-03-06T08:00:00Z", Language: "en", Licence: "CC BY 4.0", Open: &yes, Text: "They met."}},
		{"outlet before source", `{"outlet":"A","source":"B","text":"x"}`, parley.Document{Outlet: "A", Text: "x"}},
		{"a number as id", `{"id":12345678901234567890,"text":"x"}`, parley.Document{ID: "12345678901234567890", Text: "x"}},
		{"null is nothing", `{"id":null,"title":null,"text":"x"}`, parley.Document{Text: "x"}},
		{"a reading", `{"document":{"id":"d","text":"x"},"statements":[{"id":"s"}],"text":"not this"}`, parley.Document{ID: "d", Text: "x"}},
		{"the text as it is", `{"text":" \r\na\u00a0b\u200b\n"}`, parley.Document{Text: " \r\na\u00a0b\u200b\n"}},
		{"X06 a zero character", `{"text":"a\u0000b"}`, parley.Document{Text: "a\uFFFDb"}},
		{"X06 a lone surrogate", `{"text":"a\ud800b"}`, parley.Document{Text: "a\uFFFDb"}},
		{"X06 not UTF-8", "{\"text\":\"a\xFFb\"}", parley.Document{Text: "a\uFFFDb", Warnings: []string{"bytes that are not UTF-8 were replaced"}}},
		{"X08 a key twice", `{"text":"a","text":"b"}`, parley.Document{Text: "b"}},
		{"keys are exact", `{"Text":"a","text":"b","TEXT":"c"}`, parley.Document{Text: "b"}},
		{"X10 a date not understood", `{"published":"soon","text":"x"}`,
			parley.Document{Published: "soon", Text: "x", Warnings: []string{`published date not understood: "soon"`}}},
		{"a title that is none", `{"title":{"a":1},"text":"x"}`, parley.Document{Text: "x", Warnings: []string{"title is no string"}}},
		{"H10 a turned name", `{"source":"Tolm\u202edlareH","text":"x"}`, parley.Document{Outlet: "TolmdlareH", Text: "x"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Parse([]byte(tt.object))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got.Document); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for object, want := range map[string]error{
		"":                                 parley.ErrEmpty,
		"  ":                               parley.ErrEmpty,
		`{"id":"a"}`:                       parley.ErrEmpty,
		`{"text":""}`:                      parley.ErrEmpty,
		`{"text":" \n"}`:                   parley.ErrEmpty,
		`{"text":null}`:                    parley.ErrEmpty,
		`{"text":5}`:                       parley.ErrNotText,
		`{"text":["a"]}`:                   parley.ErrNotText,
		`null`:                             parley.ErrNotText,
		`[]`:                               parley.ErrNotText,
		`"text"`:                           parley.ErrNotText,
		`{"document":null}`:                parley.ErrNotText,
		`{"text":"a"`:                      parley.ErrDamaged,
		`{"text":"a"} {"text":"b"}`:        parley.ErrDamaged,
		`{"text":NaN}`:                     parley.ErrDamaged,
		`{"a":` + strings.Repeat("[", 1e6): parley.ErrDamaged, // X08
	} {
		if _, err := Parse([]byte(object)); !errors.Is(err, want) {
			t.Errorf("Parse(%.40q) = %v, want %v", object, err, want)
		}
	}
}

// TestGold checks that the texts of readings come out byte for byte.
func TestGold(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/ledger/dev/*.json")
	if len(files) == 0 {
		t.Skip("no gold beside the project")
	}
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var want struct{ Document parley.Document }
		if err := json.Unmarshal(body, &want); err != nil {
			t.Fatal(err)
		}
		got, err := Parse(body)
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		if diff := cmp.Diff(want.Document, got.Document); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f, diff)
		}
	}
}

// A text goes through unchanged.
func TestTextIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.StringMatching(`[^\x00]{0,40}x`).Draw(t, "text")
		object, err := json.Marshal(map[string]string{"text": want})
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse(object)
		if err != nil || got.Document.Text != want {
			t.Fatalf("Parse(%s) = %q, %v", object, got.Document.Text, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"id":1,"source":"a","published":"2019-03-05","text":"x\u0000"}`))
	f.Add([]byte(`{"document":{"text":"x","author":["a",null]}}`))
	f.Fuzz(func(t *testing.T, object []byte) {
		got, err := Parse(object)
		if err != nil {
			return
		}
		if s := got.Document.Text; !utf8.ValidString(s) || strings.ContainsRune(s, 0) || strings.TrimSpace(s) == "" {
			t.Errorf("Parse(%q) stores %q", object, s)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	object := []byte(`{"id":"th/1","source":"Tolm Herald","published":"2019-03-05","text":"` + strings.Repeat("They met again. ", 250) + `"}`)
	b.SetBytes(int64(len(object)))
	for b.Loop() {
		if _, err := Parse(object); err != nil {
			b.Fatal(err)
		}
	}
}
