package conllu_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley"
	"parley/lang/conllu"
)

// lines puts a CoNLL-U text together from words whose columns are separated by
// blanks.
func lines(words ...string) string {
	return strings.ReplaceAll(strings.Join(words, "\n"), " ", "\t") + "\n"
}

func TestReadSample(t *testing.T) {
	f, err := os.Open("testdata/sample.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := conllu.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 {
		t.Fatalf("%d sentences, want 2", len(got))
	}
	first, second := got[0], got[1]
	if id, ok := first.NewDocument(); id != "herald-1" || !ok {
		t.Errorf("document %q, %v", id, ok)
	}
	if _, ok := second.NewDocument(); ok {
		t.Error("the second sentence begins a document")
	}
	if first.ID() != "herald-1-1" || first.Line != 1 || second.Line != 14 {
		t.Errorf("id %q, lines %d and %d", first.ID(), first.Line, second.Line)
	}
	want := conllu.Word{Form: "said", Lemma: "say", UPOS: "VERB", XPOS: "VBD",
		Features: "Mood=Ind|Tense=Past", Head: 0, Relation: "root"}
	if diff := cmp.Diff(want, first.Words[2]); diff != "" {
		t.Error(diff)
	}
	if w := first.Words[2]; w.Feature("Tense") != "Past" || w.Feature("Number") != "" || !w.SpaceAfter() {
		t.Errorf("features of %v", w)
	}
	if diff := cmp.Diff([]conllu.Range{{First: 4, Last: 6, Form: "won't"}}, first.Ranges); diff != "" {
		t.Error(diff)
	}
	if text := second.Text(); text != "Kestria didn't answer." {
		t.Errorf("text put together is %q", text)
	}
	if diff := cmp.Diff([]string{"Kestria", "did", "n't", "answer", "."}, second.Forms()); diff != "" {
		t.Error(diff)
	}
	for _, s := range got {
		if err := s.CheckTree(); err != nil {
			t.Error(err)
		}
	}
}

func TestReadFaults(t *testing.T) {
	word := "1 Tolm Tolm PROPN NNP _ 0 root _ _"
	tests := []struct {
		name, in string
		line     string
	}{
		{"nine columns", lines("1 Tolm Tolm PROPN NNP _ 0 root _"), "line 1:"},
		{"eleven columns", lines(word + " _"), "line 1:"},
		{"numbers out of order", lines(word, "3 fell fall VERB VBD _ 1 dep _ _"), "line 2:"},
		{"number that is none", lines("x Tolm Tolm PROPN NNP _ 0 root _ _"), "line 1:"},
		{"head that is none", lines("1 Tolm Tolm PROPN NNP _ x root _ _"), "line 1:"},
		{"negative head", lines("1 Tolm Tolm PROPN NNP _ -2 root _ _"), "line 1:"},
		{"head outside", lines("# a", "1 Tolm Tolm PROPN NNP _ 2 dep _ _", "") + "\n", "line 3:"},
		{"no form", lines("1  Tolm PROPN NNP _ 0 root _ _"), "line 1:"},
		{"range behind its words", lines(word, "1-2 x _ _ _ _ _ _ _ _"), "line 2:"},
		{"range upside down", lines(word, "2-1 x _ _ _ _ _ _ _ _"), "line 2:"},
		{"range in a range", lines("1-3 x _ _ _ _ _ _ _ _", word, "2-3 x _ _ _ _ _ _ _ _"), "line 3:"},
		{"range behind the end", lines("1-2 x _ _ _ _ _ _ _ _", word), "line 3:"},
		{"comment inside", lines(word, "# late"), "line 2:"},
		{"not UTF-8", "1\t\xff\n", "line 1:"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := conllu.ReadAll(strings.NewReader(tt.in))
			if !errors.Is(err, parley.ErrNotText) || !strings.Contains(err.Error(), tt.line) {
				t.Errorf("error %v, want one of %s", err, tt.line)
			}
		})
	}
}

func TestReadStream(t *testing.T) {
	long := "# " + strings.Repeat("x", 2<<20)
	if _, err := conllu.ReadAll(strings.NewReader(long)); !errors.Is(err, parley.ErrTooLarge) {
		t.Errorf("a line of 2 MB: %v", err)
	}
	broken := errors.New("cable cut")
	if _, err := conllu.ReadAll(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("a broken reader: %v", err)
	}
	in := lines("1 Ardo Ardo PROPN NNP _ 0 root _ _", "")
	n := 0
	for s, err := range conllu.Read(strings.NewReader(in + "\r\n" + in + "1\tbroken")) {
		if err != nil || s.Words[0].Form != "Ardo" {
			t.Fatalf("sentence %v, error %v", s, err)
		}
		if n++; n == 2 {
			break // before the broken line, which is never read
		}
	}
	if n != 2 {
		t.Errorf("%d sentences before the break, want 2", n)
	}
}

func TestCheckTree(t *testing.T) {
	tests := []struct {
		name  string
		heads []int
		ok    bool
	}{
		{"chain", []int{2, 3, 0}, true},
		{"cycle", []int{2, 1, 0}, false},
		{"self", []int{1, 0}, false},
		{"tail into a cycle", []int{2, 3, 2, 0}, false},
		{"two roots", []int{0, 0}, false},
		{"no root", []int{2, 1}, false},
		{"not parsed", []int{0, conllu.Unknown}, false},
		{"head outside", []int{0, 3}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := conllu.Sentence{Words: make([]conllu.Word, len(tt.heads))}
			for i, h := range tt.heads {
				s.Words[i].Head = h
			}
			if err := s.CheckTree(); (err == nil) != tt.ok {
				t.Errorf("error %v", err)
			}
		})
	}
}

// TestWriteAnything writes sentences with any values at all: they must come back
// with the white space inside the columns made plain and nothing else changed.
func TestWriteAnything(t *testing.T) {
	value := rapid.StringMatching(`[a-zA-ZäЖ=|.'"-]{0,6}`)
	form := rapid.StringMatching(`[a-zA-ZäЖ.'" -]{1,6}`)
	rapid.Check(t, func(t *rapid.T) {
		want := conllu.Sentence{Line: 1, Comments: []string{"text = " + form.Draw(t, "text")}}
		n := rapid.IntRange(1, 6).Draw(t, "words")
		for range n {
			want.Words = append(want.Words, conllu.Word{
				Form: form.Draw(t, "form"), Lemma: value.Draw(t, "lemma"), UPOS: value.Draw(t, "upos"), XPOS: value.Draw(t, "xpos"),
				Features: value.Draw(t, "features"), Head: rapid.IntRange(conllu.Unknown, n).Draw(t, "head"),
				Relation: value.Draw(t, "relation"), Misc: value.Draw(t, "misc"),
			})
		}
		if first := rapid.IntRange(0, n).Draw(t, "range"); first < n {
			want.Ranges = []conllu.Range{{First: first, Last: n, Form: form.Draw(t, "range form")}}
		}
		var b bytes.Buffer
		if err := conllu.Write(&b, &want); err != nil {
			t.Fatal(err)
		}
		got, err := conllu.ReadAll(&b)
		if err != nil || len(got) != 1 {
			t.Fatalf("%d sentences, error %v", len(got), err)
		}
		if diff := cmp.Diff(&want, got[0]); diff != "" {
			t.Error(diff)
		}
	})
}

func TestWriteFaults(t *testing.T) {
	s := conllu.Sentence{Words: []conllu.Word{{Form: "two\twords\n", Head: conllu.Unknown}}}
	var b bytes.Buffer
	if err := conllu.Write(&b, &s); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "1\ttwo words \t_\t_\t_\t_\t_\t_\t_\t_\n\n"; got != want {
		t.Errorf("wrote %q, want %q", got, want)
	}
	full := errors.New("disk full")
	if err := conllu.Write(failing{full}, &s); !errors.Is(err, full) {
		t.Errorf("error %v", err)
	}
}

// failing is a writer that takes nothing.
type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// FuzzRead asks that whatever is read can be written and read again unchanged.
func FuzzRead(f *testing.F) {
	sample, err := os.ReadFile("testdata/sample.conllu")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sample)
	f.Add([]byte("1-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\t_\t_\t_\t_\t_\t_\t_\t_\t_\n2\ty\t_\t_\t_\t_\t1\t_\t_\t_\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		sentences, err := conllu.ReadAll(bytes.NewReader(in))
		if err != nil {
			return
		}
		var b bytes.Buffer
		for _, s := range sentences {
			s.Line = 0
			_ = s.CheckTree()
			_ = s.Text()
			if err := conllu.Write(&b, s); err != nil {
				t.Fatal(err)
			}
		}
		again, err := conllu.ReadAll(&b)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range again {
			s.Line = 0
		}
		if diff := cmp.Diff(sentences, again); diff != "" && !bytes.ContainsRune(in, '\r') {
			t.Error(diff)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	sample, err := os.ReadFile("testdata/sample.conllu")
	if err != nil {
		b.Fatal(err)
	}
	text := bytes.Repeat(sample, 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := conllu.ReadAll(bytes.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}
