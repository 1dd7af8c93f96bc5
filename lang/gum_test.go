package lang

import (
	"bufio"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// gold is a text with the sentences that annotators cut it into.
type gold struct {
	id        string
	text      strings.Builder
	sentences []string
}

// TestSentencesGUM compares sentence ends with those of the news documents of the
// GUM treebank, where it stands beside the project. The texts are put together
// from the treebank's sentences and paragraphs.
func TestSentencesGUM(t *testing.T) {
	files, _ := filepath.Glob("../../shared/data/syntax/UD_English-GUM/*.conllu.gz")
	if len(files) == 0 {
		t.Skip("no treebank beside the project")
	}
	right, want, got := 0, 0, 0
	for _, file := range files {
		for _, doc := range newsOf(t, file) {
			g := goldEnds(doc)
			have := ends(doc.text.String())
			for end := range have {
				if g[end] {
					right++
				} else {
					t.Logf("%s: spurious end: …%s", doc.id, around(doc.text.String(), end))
				}
			}
			for end := range g {
				if !have[end] {
					t.Logf("%s: missed end: …%s", doc.id, around(doc.text.String(), end))
				}
			}
			want, got = want+len(g), got+len(have)
		}
	}
	f1 := 2 * float64(right) / float64(want+got)
	t.Logf("sentence ends: gold %d, read %d, right %d, F1 %.4f", want, got, right, f1)
	if f1 < 0.95 {
		t.Errorf("sentence F1 is %.4f, want at least 0.95", f1)
	}
}

// newsOf reads the news documents of a CoNLL-U file.
func newsOf(t *testing.T, file string) []*gold {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []*gold
	var doc *gold
	par := false
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		key, value, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "# "), " = ")
		switch {
		case key == "newdoc id" && strings.HasPrefix(value, "GUM_news"):
			doc = &gold{id: value}
			out = append(out, doc)
		case key == "newdoc id":
			doc = nil
		case key == "newpar" || strings.HasPrefix(key, "newpar_block"):
			par = true
		case key == "text" && doc != nil:
			doc.add(value, par)
			par = false
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// add appends a sentence, behind an empty line where it begins a paragraph.
func (g *gold) add(sentence string, par bool) {
	switch {
	case g.text.Len() > 0 && par:
		g.text.WriteString("\n\n")
	case g.text.Len() > 0:
		g.text.WriteByte(' ')
	}
	g.text.WriteString(sentence)
	g.sentences = append(g.sentences, sentence)
}

// goldEnds returns the sentence ends of a document as counts of letters and
// signs, white space left out.
func goldEnds(g *gold) map[int]bool {
	out := map[int]bool{}
	n := 0
	for _, s := range g.sentences {
		n += inked(s)
		out[n] = true
	}
	return out
}

// ends returns the sentence ends that Analyse finds, counted alike.
func ends(text string) map[int]bool {
	out := map[int]bool{}
	n, at := 0, 0
	for _, s := range Analyse(text).Sentences {
		n += inked(text[at:s.End])
		at = s.End
		out[n] = true
	}
	return out
}

// inked counts what is not white space.
func inked(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// around returns the words before and behind an end.
func around(text string, end int) string {
	for i, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		if end--; end == 0 {
			return text[max(0, i-40):i+1] + " ‖ " + text[i+1:min(len(text), i+30)]
		}
	}
	return ""
}
