package parse

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/lang/kernel"
	"parley/lang/parse/net"
)

// randomModel has random weights: what it says is nonsense, but it says it in
// the right form.
func randomModel() *Model {
	random := rand.New(rand.NewPCG(1, 2))
	p := net.NewParams(net.Shape{
		Embed: 8, Rows: [net.Features]int{64, 32, 32, 16}, Vector: 4, Width: 16, Pieces: 3, Reach: []int{1, 1}, Hidden: 8,
		XPOS: []string{"DT", "NN", "VB"}, UPOS: []string{"DET", "NOUN", "VERB"}, Relations: []string{"det", "nsubj", "root"},
	})
	n := net.NewNames(net.NameShape{Embed: 2, Width: 8, Pieces: 2, Layers: 2, Types: []string{"PER", "ORG"}, Classes: 2, Schemes: 1}, &p.Shape)
	for _, flat := range [][]float32{p.Flat, n.Flat} {
		for i := range flat {
			flat[i] = random.Float32() - 0.5
		}
	}
	whole := &net.Network{
		Params: p, Names: n, Vectors: net.NewVectors(4, map[string][]float32{"envoy": {1, 0, 0, 1}}),
		Known: net.NewGazetteer(map[string]net.Class{"Kestria": 1, "Ilya Marn": 2}),
	}
	whole.Round() // as a file would
	return New(whole)
}

// checkTree fails unless every word leads to one root.
func checkTree(t interface{ Fatalf(string, ...any) }, out []Word) {
	roots := 0
	for i := range out {
		if out[i].Head == -1 {
			roots++
		}
		at := i
		for range out {
			if at != -1 {
				at = out[at].Head
			}
		}
		if at != -1 {
			t.Fatalf("word %d does not lead to the root", i)
		}
		if out[i].Relation == "" || out[i].XPOS == "" || out[i].UPOS == "" || out[i].Confidence <= 0 || out[i].Confidence > 1 {
			t.Fatalf("word %d is %+v", i, out[i])
		}
	}
	if roots != 1 && len(out) > 0 {
		t.Fatalf("%d roots", roots)
	}
}

func TestSentenceIsATree(t *testing.T) {
	a := randomModel().Analyser()
	rapid.Check(t, func(t *rapid.T) {
		forms := rapid.SliceOfN(rapid.StringN(0, 12, 40), 0, 30).Draw(t, "forms")
		out := make([]Word, len(forms))
		a.Sentence(forms, out)
		checkTree(t, out)
	})
}

func TestLongSentenceIsATree(t *testing.T) {
	a := randomModel().Analyser()
	for _, n := range []int{window, window + 1, 3*window - 1} {
		out := make([]Word, n)
		a.Sentence(strings.Fields(strings.Repeat("talks ", n)), out)
		checkTree(t, out)
	}
}

func TestSameAnswerFromEveryAnalyser(t *testing.T) {
	m := randomModel()
	forms := strings.Fields("The envoy of Kestria left Tolm after the talks .")
	want := make([]Word, len(forms))
	m.Sentence(forms, want)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			a, got := m.Analyser(), make([]Word, len(forms))
			for range 50 {
				a.Sentence(forms, got)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	wait.Wait()
}

func TestFullLexiconStartsAnew(t *testing.T) {
	m := randomModel()
	full, fresh := newLexicon(m), newLexicon(m)
	for i := range cached + 5 {
		full.lookUp(fmt.Sprint("word", i))
	}
	if len(full.index) > cached {
		t.Errorf("%d lexemes", len(full.index))
	}
	want, _ := fresh.lookUp("envoy")
	got, _ := full.lookUp("envoy")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLongFormsAreNotKept(t *testing.T) {
	l := newLexicon(randomModel())
	form := strings.Repeat("a", longest+1)
	row, _ := l.lookUp(form)
	first := slices.Clone(row)
	l.lookUp(strings.Repeat("b", 1<<16))
	row, _ = l.lookUp(form)
	if diff := cmp.Diff(first, row); diff != "" || len(l.index) > 0 {
		t.Errorf("%d forms kept: %s", len(l.index), diff)
	}
}

func TestLoadedModelSaysTheSame(t *testing.T) {
	m := randomModel()
	var file bytes.Buffer
	if err := net.Write(&file, m.Network); err != nil {
		t.Fatal(err)
	}
	loaded, err := Load(&file)
	if err != nil {
		t.Fatal(err)
	}
	forms := strings.Fields("The envoy left .")
	want, got := make([]Word, len(forms)), make([]Word, len(forms))
	m.Sentence(forms, want)
	loaded.Sentence(forms, got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnalyserDoesNotAllocate(t *testing.T) {
	a := randomModel().Analyser()
	forms := strings.Fields("The envoy of Kestria left Tolm after the talks .")
	out := make([]Word, len(forms))
	a.Sentence(forms, out)
	if n := testing.AllocsPerRun(20, func() { a.Sentence(forms, out) }); n > 0 {
		t.Errorf("%g allocations a sentence", n)
	}
}

// TestKernelsAgree parses random sentences with each kernel.
func TestKernelsAgree(t *testing.T) {
	m := randomModel()
	words := strings.Fields("the envoy of Kestria left Tolm after talks , saying 1,250 Varenian troops would not leave .")
	random := rand.New(rand.NewPCG(4, 4))
	for range 200 {
		forms := make([]string, 1+random.IntN(40))
		for i := range forms {
			forms[i] = words[random.IntN(len(words))]
		}
		var first []Word
		for _, name := range kernel.Names() {
			restore := kernel.Force(name)
			got := make([]Word, len(forms))
			m.Sentence(forms, got)
			restore()
			if first == nil {
				first = got
			}
			if diff := cmp.Diff(first, got); diff != "" {
				t.Fatalf("kernel %s: %s", name, diff)
			}
		}
	}
}

// TestTrust checks that a known body's words gain as an organisation's name, and
// that what is known as something else too is left alone.
func TestTrust(t *testing.T) {
	const kind, labels = 1, 5
	scores := make([]float32, 3*labels)
	trust(scores, labels, kind, []net.Marked{{Begins: net.Body}, {Inside: net.Body}, {Begins: net.Outlet | net.City}})
	want := make([]float32, 3*labels)
	want[net.Begin(kind)], want[labels+net.Inside(kind)] = trusted, trusted
	if !slices.Equal(scores, want) {
		t.Errorf("got %v, want %v", scores, want)
	}
}
