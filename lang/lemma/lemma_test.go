package lemma_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley"
	"parley/lang/conllu"
	"parley/lang/lemma"
)

// treebank makes sentences of one word each from "form tag lemma" triples.
func treebank(triples string) []*conllu.Sentence {
	var out []*conllu.Sentence
	for line := range strings.Lines(triples) {
		f := strings.Fields(line)
		if len(f) == 3 {
			out = append(out, &conllu.Sentence{Words: []conllu.Word{{Form: f[0], XPOS: f[1], Lemma: f[2]}}})
		}
	}
	return out
}

const first = `
	walked VBD walk
	talked VBD talk
	signed VBD sign
	Signed VBD sign
	tried VBD try
	cried VBD cry
	went VBD go
	talks NNS talk
	states NNS state
	parties NNS party
	armies NNS army
	men NNS man
	Tolm NNP Tolm
	Varenia NNP Varenia
	ARDO NNP Ardo
	SELMARK NNP Selmark
	tolm NNP Tolm
	oru NNP Oru
	UN NNP UN
	the DT the
	I PRP I
	Varenian JJ Varenian
	Kestrian JJ Kestrian
	Lumenian JJ Lumenian
	Grand JJ grand
	Broad JJ broad
	Clear JJ clear
	50 CD 50
	5,000 CD 5000`

func TestLearn(t *testing.T) {
	m := lemma.Learn(treebank(first), treebank("left VBD leave"))
	tests := []struct{ form, tag, want string }{
		{"marked", "VBD", "mark"},       // a word not seen
		{"relied", "VBD", "rely"},       // a longer ending before a shorter one
		{"Marked", "VBD", "mark"},       // at the start of a sentence
		{"Went", "VBD", "go"},           // irregular, however it is written
		{"left", "VBD", "leave"},        // from the second treebank
		{"men", "NNS", "man"},           // irregular
		{"men", "NNP", "Men"},           // not where the tag is another
		{"allies", "NNS", "ally"},       //
		{"Meridian", "NNP", "Meridian"}, // a name stays as it is
		{"MERIDIAN", "NNP", "Meridian"}, // unless it is in capitals
		{"UN", "NNP", "UN"},             // or known
		{"meridian", "NNP", "Meridian"}, // or in small letters
		{"THE", "DT", "the"},            //
		{"I", "PRP", "I"},               //
		{"Osterian", "JJ", "Osterian"},  // an adjective of a name
		{"Bold", "JJ", "bold"},          // at the start of a sentence
		{"12,500", "CD", "12500"},       //
		{"Whatever", "XX", "whatever"},  // a tag never seen
		{"", "NN", ""},                  //
		{"s", "NNS", "s"},               // nothing would be left
	}
	for _, tt := range tests {
		if got := m.Lemma(tt.form, tt.tag); got != tt.want {
			t.Errorf("%s/%s is %q, want %q", tt.form, tt.tag, got, tt.want)
		}
	}
}

// TestTreebanksDiffer asks that the first treebank decides about a frequent word,
// and the number of words about others.
func TestTreebanksDiffer(t *testing.T) {
	for _, tt := range []struct {
		times int
		want  string
	}{{60, "folk"}, {10, "person"}} {
		a := treebank(strings.Repeat("folk NNS folk\n", tt.times))
		b := treebank(strings.Repeat("folk NNS person\n", 100))
		if got := lemma.Learn(a, b).Lemma("folk", "NNS"); got != tt.want {
			t.Errorf("seen %d times: %q, want %q", tt.times, got, tt.want)
		}
	}
}

// TestLearnAgain asks for the same file from the same treebank, and the same
// lemmas from the file.
func TestLearnAgain(t *testing.T) {
	m := lemma.Learn(treebank(first))
	file := written(t, m)
	if again := written(t, lemma.Learn(treebank(first))); !bytes.Equal(file, again) {
		t.Error("two runs differ")
	}
	loaded, err := lemma.Load(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if again := written(t, loaded); !bytes.Equal(file, again) {
		t.Error("a loaded model is written otherwise")
	}
	rapid.Check(t, func(t *rapid.T) {
		form := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Za-z]{1,8}(ed|s|ies|ian)?`)).Draw(t, "form")
		tag := rapid.SampledFrom([]string{"VBD", "NNS", "NNP", "JJ", "CD"}).Draw(t, "tag")
		if a, b := m.Lemma(form, tag), loaded.Lemma(form, tag); a != b {
			t.Errorf("%s/%s is %q, from the file %q", form, tag, a, b)
		}
	})
}

func written(t *testing.T, m *lemma.Model) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLoadFaults(t *testing.T) {
	file := string(written(t, lemma.Learn(treebank(first))))
	tests := []struct {
		name, file string
		want       error
	}{
		{"empty", "", parley.ErrNotText},
		{"another file", "hello\n", parley.ErrNotText},
		{"one letter changed", strings.Replace(file, "went", "want", 1), parley.ErrDamaged},
		{"cut off", file[:len(file)-5], parley.ErrDamaged},
	}
	for _, tt := range tests {
		if _, err := lemma.Load(strings.NewReader(tt.file)); !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
}

func TestFeatures(t *testing.T) {
	tests := []struct{ form, tag, want string }{
		{"said", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"},
		{"Was", "VBD", "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"},
		{"troops", "NNS", "Number=Plur"},
		{"n’t", "RB", "Polarity=Neg"},
		{"soon", "RB", ""},
		{"These", "DT", "Number=Plur|PronType=Dem"},
	}
	for _, tt := range tests {
		if got := lemma.Features(tt.form, tt.tag); got != tt.want {
			t.Errorf("%s/%s: %q, want %q", tt.form, tt.tag, got, tt.want)
		}
	}
}

// FuzzLoad asks that no file, however broken, does harm.
func FuzzLoad(f *testing.F) {
	var b bytes.Buffer
	if err := lemma.Learn(treebank(first)).Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.String())
	f.Add("parley lemma 1 00000000\n")
	f.Fuzz(func(t *testing.T, file string) {
		if m, err := lemma.Load(strings.NewReader(file)); err == nil {
			m.Lemma("Signed", "VBD")
		}
	})
}

// FuzzLemma asks that no word, however odd, does harm: the published lemmas where
// they are there, else a small list.
func FuzzLemma(f *testing.F) {
	m := lemma.Learn(treebank(first))
	f.Add("walked", "VBD")
	f.Add("\xffied", "VBD")
	f.Add("ǅ", "NNP")
	f.Fuzz(func(t *testing.T, form, tag string) {
		if got := m.Lemma(form, tag); form != "" && got == "" {
			t.Errorf("%q/%q has an empty lemma", form, tag)
		}
		lemma.Features(form, tag)
	})
}

// BenchmarkLemma measures the published lemmas, where they are there.
func BenchmarkLemma(b *testing.B) {
	file, err := os.Open(filepath.Join("..", "model", "lemma.tsv"))
	if err != nil {
		b.Skip("no published lemmas")
	}
	defer file.Close()
	m, err := lemma.Load(file)
	if err != nil {
		b.Fatal(err)
	}
	words := [][2]string{{"said", "VBD"}, {"troops", "NNS"}, {"The", "DT"}, {"Varenia", "NNP"}, {"withdrew", "VBD"}}
	for b.Loop() {
		for _, w := range words {
			m.Lemma(w[0], w[1])
		}
	}
}
