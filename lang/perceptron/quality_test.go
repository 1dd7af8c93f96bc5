package perceptron_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"parley/eval"
	"parley/lang/conllu"
	"parley/lang/lemma"
	"parley/lang/perceptron"
)

// TestTreebanks holds the published weights to their scores on the test parts of
// the treebanks, where these stand beside the project.
func TestTreebanks(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("..", "model", "fast.bin"))
	if err != nil {
		t.Skip("no published weights")
	}
	m, err := perceptron.Load(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	words, err := os.Open(filepath.Join("..", "model", "lemma.tsv"))
	if err != nil {
		t.Skip("no published lemmas")
	}
	defer words.Close()
	lemmas, err := lemma.Load(words)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		file             string
		xpos, lemma, las float64
	}{
		{"UD_English-EWT/en_ewt-ud-test.conllu.gz", 0.944, 0.970, 0.815},
		{"UD_English-GUM/en_gum-ud-test.conllu.gz", 0.959, 0.980, 0.812},
	}
	for _, tt := range tests {
		t.Run(filepath.Base(tt.file), func(t *testing.T) {
			gold := treebank(t, tt.file)
			score, err := eval.ScoreSyntax(gold, parsed(m, lemmas, gold))
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("\n%v", score)
			if score.XPOS.F1 < tt.xpos || score.Lemma.F1 < tt.lemma || score.LAS.F1 < tt.las {
				t.Errorf("want at least XPOS %.3f, lemma %.3f, LAS %.3f", tt.xpos, tt.lemma, tt.las)
			}
		})
	}
}

// treebank reads a file of the treebanks beside the project.
func treebank(t *testing.T, name string) []*conllu.Sentence {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "syntax", name))
	if err != nil {
		t.Skip("no treebank beside the project")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	out, err := conllu.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// parsed returns the sentences as the model tags and parses their words.
func parsed(m *perceptron.Model, lemmas *lemma.Model, gold []*conllu.Sentence) []*conllu.Sentence {
	out := make([]*conllu.Sentence, len(gold))
	for i, s := range gold {
		out[i] = &conllu.Sentence{Ranges: s.Ranges}
		for k, w := range m.Parse(nil, s.Forms()) {
			out[i].Words = append(out[i].Words, conllu.Word{
				Form: s.Words[k].Form, Lemma: lemmas.Lemma(s.Words[k].Form, w.XPOS), UPOS: w.UPOS, XPOS: w.XPOS,
				Features: lemma.Features(s.Words[k].Form, w.XPOS), Head: w.Head, Relation: w.Relation,
			})
		}
	}
	return out
}
