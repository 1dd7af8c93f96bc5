package mention_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"parley/lang"
	"parley/lang/mention"
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

// listed writes the mentions of a text, one a line.
func listed(p *syntax.Parser, source string) string {
	text := lang.Analyse(source)
	var b strings.Builder
	for _, m := range mention.Find(text, p.Parse(text)) {
		if m.Inside {
			b.WriteString("  ")
		}
		kind := string(m.Type)
		if m.Subtype != "" {
			kind += "/" + string(m.Subtype)
		}
		fmt.Fprintf(&b, "%s | %s | %s\n", m.In(source), kind, m.Form)
	}
	return b.String()
}

// TestMentions holds the scheme of docs/names.md by example.
func TestMentions(t *testing.T) {
	p := parser(t)
	const file = "testdata/mentions.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range archive.Files {
		f := &archive.Files[i]
		source, want, _ := strings.Cut(string(f.Data), "\n\n")
		want = strings.TrimPrefix(want, "\n")
		got := listed(p, source)
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

// TestMentionsInvariants holds what must be so on any text: mentions stand in
// order inside their sentences, hold their heads and names, and no two are equal.
func TestMentionsInvariants(t *testing.T) {
	p := parser(t)
	pieces := []string{"Kestrian", "officials", "the", "of", "Tolm", "said", "leader", "NATO", "“", "”", ",", ".", "\n", "-", "al-Marn", "\xff", "we", "forces"}
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), " ")
		text := lang.Analyse(source)
		trees := p.Parse(text)
		seen := map[string]bool{}
		for _, m := range mention.Find(text, trees) {
			words := trees[m.Tree].Words
			key := fmt.Sprint(m.Span)
			if seen[key] {
				t.Fatalf("%q is mentioned twice", m.In(source))
			}
			seen[key] = true
			if !m.Contains(words[m.Word].Span) || m.Start < words[0].Start || m.End > words[len(words)-1].End {
				t.Fatalf("mention %v with head %v in sentence %v to %v", m.Span, words[m.Word].Span, words[0].Start, words[len(words)-1].End)
			}
			if m.Name.Len() > 0 && !m.Contains(m.Name) {
				t.Fatalf("mention %v of name %v", m.Span, m.Name)
			}
			if words[m.Word].Token != m.Head || m.Type == "" || m.Form == "" || m.Confidence <= 0 || m.Confidence > 1 {
				t.Fatalf("%+v", m)
			}
		}
	})
}

// BenchmarkFind measures the finder alone, in words a second.
func BenchmarkFind(b *testing.B) {
	p := parser(b)
	text := lang.Analyse(strings.Repeat("Kestrian officials met the Lumenian leader in Tolm, said Ilya Marn, head of the Foreign Ministry.\n\n", 50))
	trees := p.Parse(text)
	words := 0
	for _, tree := range trees {
		words += len(tree.Words)
	}
	for b.Loop() {
		mention.Find(text, trees)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
