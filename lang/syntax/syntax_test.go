package syntax_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"parley/lang"
	"parley/lang/conllu"
	"parley/lang/syntax"
)

var update = flag.Bool("update", false, "rewrite testdata")

func parser(t testing.TB) *syntax.Parser {
	t.Helper()
	p, err := syntax.New()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// written returns the trees of a text as CoNLL-U.
func written(t testing.TB, p *syntax.Parser, source string) string {
	t.Helper()
	text := lang.Analyse(source)
	var b bytes.Buffer
	for _, tree := range p.Parse(text) {
		if err := conllu.Write(&b, tree.Sentence(text)); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// TestTrees holds the words, tags and trees of plain sentences: clitics, hyphens,
// quotations, what stands between names and numbers.
func TestTrees(t *testing.T) {
	p := parser(t)
	const file = "testdata/trees.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range archive.Files {
		f := &archive.Files[i]
		source, want, _ := strings.Cut(string(f.Data), "\n\n")
		got := written(t, p, source)
		if *update {
			f.Data = []byte(source + "\n\n" + got)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTreesInvariants holds what must be so on any text: every sentence is one
// tree, its words stand in order inside their tokens, and the same text gives
// the same trees.
func TestTreesInvariants(t *testing.T) {
	p := parser(t)
	pieces := []string{"Kestria", "said", "U.S.-led", "co-operation", "didn't", "“", "”", ",", ".", "\n", "-", "\xff", "1,200", "é", "--"}
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), " ")
		text := lang.Analyse(source)
		trees := p.Parse(text)
		if len(trees) != len(text.Sentences) {
			t.Fatalf("%d trees of %d sentences", len(trees), len(text.Sentences))
		}
		for _, tree := range trees {
			checkTree(t, text, tree)
		}
		if diff := cmp.Diff(trees, p.Parse(text)); diff != "" {
			t.Fatalf("another analysis of the same text: %s", diff)
		}
	})
}

// checkTree checks one tree against its text.
func checkTree(t *rapid.T, text *lang.Text, tree syntax.Tree) {
	roots, at := 0, 0
	for i, w := range tree.Words {
		if !text.Tokens[w.Token].Contains(w.Span) || w.Start < at || w.Form != w.In(text.Source) {
			t.Fatalf("word %d %q stands at %v, behind %d, in token %v", i, w.Form, w.Span, at, text.Tokens[w.Token].Span)
		}
		at = w.End
		if w.Head == syntax.Root {
			roots++
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
	for i := range tree.Words {
		if h := tree.Words[i].Head; h != syntax.Root && h-i < syntax.Reach && i-h < syntax.Reach && (tree.Child(h, tree.Words[i].Relation) < 0 || !tree.Under(i, h)) {
			t.Fatalf("word %d does not hang on its head %d", i, h)
		}
		if tree.At(tree.Words[i].Token) < 0 {
			t.Fatalf("no word stands for token %d", tree.Words[i].Token)
		}
	}
}

// BenchmarkParse measures the analysis of plain news text, in words a second.
func BenchmarkParse(b *testing.B) {
	p := parser(b)
	text := lang.Analyse(strings.Repeat("Kestria's U.S.-led allies, who met in Selmark on Monday, said that the rebels would not attack. "+
		"“We will not leave,” Davit Orlen told reporters.\n\n", 50))
	words := 0
	for b.Loop() {
		for _, tree := range p.Parse(text) {
			words += len(tree.Words)
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
