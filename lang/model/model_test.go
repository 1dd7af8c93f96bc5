package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"parley/lang/kernel"
	"parley/lang/model"
	"parley/lang/parse"
)

// analyse writes an analysis as the files of testdata do.
func analyse(t *testing.T, lines []string) string {
	t.Helper()
	m, err := model.English()
	if err != nil {
		t.Fatal(err)
	}
	forms := make([]string, len(lines))
	for i, line := range lines {
		forms[i], _, _ = strings.Cut(line, " ")
	}
	out := make([]parse.Word, len(forms))
	m.Sentence(forms, out)
	var b strings.Builder
	for i, w := range out {
		name := w.Name
		if name == "" {
			name = "-"
		}
		fmt.Fprintln(&b, forms[i], w.XPOS, w.Head+1, w.Relation, name)
	}
	return b.String()
}

func TestPlainSentences(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/sentences.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range kernel.Names() {
		t.Run(name, func(t *testing.T) {
			defer kernel.Force(name)()
			for _, file := range archive.Files {
				want := string(file.Data)
				if diff := cmp.Diff(want, analyse(t, strings.Split(strings.TrimSpace(want), "\n"))); diff != "" {
					t.Errorf("%s: %s", file.Name, diff)
				}
			}
		})
	}
}

// BenchmarkSentences measures the analysis of the plain sentences.
func BenchmarkSentences(b *testing.B) {
	m, err := model.English()
	if err != nil {
		b.Fatal(err)
	}
	archive, err := txtar.ParseFile("testdata/sentences.txtar")
	if err != nil {
		b.Fatal(err)
	}
	var sentences [][]string
	words := 0
	for _, file := range archive.Files {
		var forms []string
		for line := range strings.Lines(string(file.Data)) {
			form, _, _ := strings.Cut(line, " ")
			forms = append(forms, form)
		}
		sentences = append(sentences, forms)
		words += len(forms)
	}
	out := make([]parse.Word, words)
	for _, name := range kernel.Names() {
		b.Run(name, func(b *testing.B) {
			defer kernel.Force(name)()
			a := m.Analyser()
			for b.Loop() {
				for _, forms := range sentences {
					a.Sentence(forms, out[:len(forms)])
				}
			}
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
