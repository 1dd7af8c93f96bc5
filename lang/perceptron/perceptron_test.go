package perceptron_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley"
	"parley/lang/conllu"
	"parley/lang/perceptron"
	"parley/lang/perceptron/train"
)

// toy returns the sentences of testdata/toy.txt.
func toy(t testing.TB) []*conllu.Sentence {
	t.Helper()
	text, err := os.ReadFile("testdata/toy.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []*conllu.Sentence
	for line := range strings.Lines(string(text)) {
		s := &conllu.Sentence{}
		for field := range strings.FieldsSeq(line) {
			f := strings.Split(field, "/")
			if len(f) != 5 {
				break // the heading
			}
			head, err := strconv.Atoi(f[3])
			if err != nil {
				t.Fatalf("%s: %v", field, err)
			}
			s.Words = append(s.Words, conllu.Word{Form: f[0], XPOS: f[1], UPOS: f[2], Head: head, Relation: f[4]})
		}
		if len(s.Words) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// toyOnce keeps the toy weights, which many tests share.
var toyOnce = struct {
	sync.Mutex
	file []byte
}{}

// toyWeights returns a weights file trained on the toy sentences.
func toyWeights(t testing.TB) []byte {
	t.Helper()
	toyOnce.Lock()
	defer toyOnce.Unlock()
	if toyOnce.file == nil {
		toyOnce.file = trainToy(t)
	}
	return toyOnce.file
}

// trainToy trains on the toy sentences and returns the weights file.
func trainToy(t testing.TB) []byte {
	t.Helper()
	o := train.Defaults()
	o.Folds, o.MinUpdates, o.TaggerEpochs, o.ParserEpochs = 3, 1, 4, 4
	o.TagCut, o.MoveCut, o.LabelCut = 0, 0, 0
	// Many copies, so that each fold knows the words of the others.
	parts, err := train.Model(slices.Repeat(toy(t), 18), nil, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := parts.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// toyModel returns a model of the toy sentences.
func toyModel(t testing.TB) *perceptron.Model {
	t.Helper()
	m, err := perceptron.Load(bytes.NewReader(toyWeights(t)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestParse(t *testing.T) {
	sentences := toy(t)
	m := toyModel(t)
	right, all := 0, 0
	for _, s := range sentences {
		got := m.Parse(nil, s.Forms())
		if tags := m.Tag(s.Forms()); len(tags) != len(got) || tags[0] != got[0].XPOS {
			t.Errorf("Tag and Parse differ: %v, %v", tags, got)
		}
		for i, w := range s.Words {
			want := perceptron.Word{UPOS: w.UPOS, XPOS: w.XPOS, Head: w.Head, Relation: w.Relation}
			if all++; !cmp.Equal(want, got[i]) {
				t.Logf("%s: %+v, want %+v", w.Form, got[i], want)
			} else {
				right++
			}
		}
	}
	if right*20 < all*19 {
		t.Errorf("%d of %d words right in what it was trained on", right, all)
	}
}

func TestTrainAgain(t *testing.T) {
	if !bytes.Equal(toyWeights(t), trainToy(t)) {
		t.Error("two trainings differ")
	}
}

func TestLoadFaults(t *testing.T) {
	file := toyWeights(t)
	changed := func(at int, to byte) []byte {
		out := slices.Clone(file)
		out[at] = to
		return out
	}
	tests := []struct {
		name string
		file []byte
		want error
	}{
		{"empty", nil, parley.ErrDamaged},
		{"another file", []byte("hello, this is no file of weights"), parley.ErrNotText},
		{"another version", changed(4, 9), parley.ErrDamaged},
		{"too long", changed(11, 0xff), parley.ErrTooLarge},
		{"cut off", file[:len(file)-1], parley.ErrDamaged},
		{"one byte changed", changed(len(file)/2, file[len(file)/2]+1), parley.ErrDamaged},
	}
	for _, tt := range tests {
		if _, err := perceptron.Load(bytes.NewReader(tt.file)); !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
}

// TestParseTogether asks that goroutines that share a model do not disturb each
// other. It means most under the race detector.
func TestParseTogether(t *testing.T) {
	m := toyModel(t)
	sentences := toy(t)
	var want [][]perceptron.Word
	for _, s := range sentences {
		want = append(want, m.Parse(nil, s.Forms()))
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i, s := range sentences {
				if diff := cmp.Diff(want[i], m.Parse(nil, s.Forms())); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	group.Wait()
}

// TestParseOdd asks for a tree over words of any kind.
func TestParseOdd(t *testing.T) {
	m := toyModel(t)
	tests := []struct {
		name  string
		forms []string
	}{
		{"none", nil},
		{"one", []string{"Tolm"}},
		{"empty forms", []string{"", "", ""}},
		{"not UTF-8", []string{"\xff\xfe", "said", "\xe2\x80"}},
		{"a long word", []string{strings.Repeat("long", 1<<18), "."}},
		{"a long sentence", strings.Fields(strings.Repeat("the minister said that ", 10_000))},
		{"marks alone", strings.Fields(strings.Repeat("( ", 5_000))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := m.Parse(nil, tt.forms)
			s := conllu.Sentence{}
			for _, w := range got {
				s.Words = append(s.Words, conllu.Word{Head: w.Head})
			}
			if len(got) != len(tt.forms) {
				t.Errorf("%d words of %d", len(got), len(tt.forms))
			}
			if err := s.CheckTree(); err != nil && len(got) > 0 {
				t.Error(err)
			}
		})
	}
}

// TestParseAllocations asks that no word costs memory of its own, once the model
// is warm. Now and then the pool may give up what it holds.
func TestParseAllocations(t *testing.T) {
	m := toyModel(t)
	forms := strings.Fields("lumenia will host the talks in selmark .")
	dst := m.Parse(nil, forms)
	if n := testing.AllocsPerRun(100, func() { dst = m.Parse(dst[:0], forms) }); n >= float64(len(forms)) {
		t.Errorf("%.0f allocations for %d words", n, len(forms))
	}
}

// FuzzLoad asks that no file, however broken, does harm, and that what loads
// parses. The checksum is made right, so that the body is read.
func FuzzLoad(f *testing.F) {
	file := toyWeights(f)
	f.Add(file[16:])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := perceptron.Load(bytes.NewReader(perceptron.Sealed(body)))
		if err == nil {
			m.Parse(nil, []string{"Varenia", "said", "no"})
		}
	})
}

// FuzzParse asks for a tree over any words.
func FuzzParse(f *testing.F) {
	m := toyModel(f)
	f.Add("Varenia accused Kestria .")
	f.Add("\xff , ’s 1,000 ((")
	f.Fuzz(func(t *testing.T, text string) {
		forms := strings.Fields(text)
		s := conllu.Sentence{}
		for _, w := range m.Parse(nil, forms) {
			s.Words = append(s.Words, conllu.Word{Head: w.Head})
		}
		if err := s.CheckTree(); err != nil && len(forms) > 0 {
			t.Error(err)
		}
	})
}

// BenchmarkParse measures the published weights, where they are there.
func BenchmarkParse(b *testing.B) {
	file, err := os.ReadFile(filepath.Join("..", "model", "fast.bin"))
	if err != nil {
		b.Skip("no published weights")
	}
	m, err := perceptron.Load(bytes.NewReader(file))
	if err != nil {
		b.Fatal(err)
	}
	sentences := toy(b)
	var forms [][]string
	words := 0
	for _, s := range sentences {
		forms = append(forms, s.Forms())
		words += len(s.Words)
	}
	var dst []perceptron.Word
	for b.Loop() {
		for _, f := range forms {
			dst = m.Parse(dst[:0], f)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
