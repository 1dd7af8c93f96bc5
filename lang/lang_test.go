package lang

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"parley"
)

var update = flag.Bool("update", false, "rewrite the expected results under testdata")

// TestCases reads every text of testdata/*.txtar and compares the structure that
// Analyse finds with the file that follows it: a line for each block, a line for
// each sentence with its tokens, and a line for each quotation with its parts.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases under testdata")
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		archive.Files = paired(archive.Files)
		for i := 0; i < len(archive.Files); i += 2 {
			text, want := archive.Files[i], &archive.Files[i+1]
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+text.Name, func(t *testing.T) {
				got := show(Analyse(strings.TrimSuffix(string(text.Data), "\n")))
				if *update {
					want.Data = []byte(got)
				}
				if got != string(want.Data) {
					t.Errorf("%s\ngot\n%s\nwant\n%s", text.Data, got, want.Data)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// paired puts an empty result behind each text that has none yet.
func paired(files []txtar.File) []txtar.File {
	var out []txtar.File
	for i, f := range files {
		if strings.HasSuffix(f.Name, " =>") {
			continue
		}
		out = append(out, f)
		if i+1 < len(files) && files[i+1].Name == f.Name+" =>" {
			out = append(out, files[i+1])
			continue
		}
		out = append(out, txtar.File{Name: f.Name + " =>"})
	}
	return out
}

// kinds are the names of the kinds of block.
var kinds = [...]string{Paragraph: "paragraph", Heading: "heading", ListItem: "item"}

// show writes the structure of a text, one line for each thing found.
func show(t *Text) string {
	var b strings.Builder
	for _, block := range t.Blocks {
		b.WriteString(kinds[block.Kind] + "\n")
		for _, s := range t.Sentences[block.First:block.Last] {
			b.WriteString("\t")
			for i, w := range t.Words(s) {
				if i > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(w.Text)
			}
			b.WriteByte('\n')
		}
	}
	for _, q := range t.Quotes {
		b.WriteString(map[bool]string{true: "quote", false: "open quote"}[q.Closed])
		for _, part := range q.Parts {
			b.WriteString(" [" + strings.ReplaceAll(part.In(t.Source), "\n", " ") + "]")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestGarbled(t *testing.T) {
	for _, c := range []struct{ text, lower string }{
		{"donâ€™t", "do|n't"},
		{"Tolmâ€™s", "tolm|'s"},
		{"donâ\u0080\u0099t", "do|n't"},
		{"â€œPeaceâ€\u009d", "“|peace|”"},
		{"â€œPeaceâ€ he", "“|peace|”|he"},
		{"talks â€“ at last â€” began", "talks|–|at|last|—|began"},
		{"wait â€¦", "wait|…"},
		{"château â€x", "château|â|€|x"},
	} {
		var got []string
		for _, w := range Analyse(c.text).Tokens {
			got = append(got, w.Lower)
		}
		if s := strings.Join(got, "|"); s != c.lower {
			t.Errorf("%q: got %q, want %q", c.text, s, c.lower)
		}
	}
}

func TestLookUps(t *testing.T) {
	text := "Tolm spoke. “We agree,” Ardo said."
	a := Analyse(text)
	for _, c := range []struct{ at, sentence, token, quote int }{
		{-1, -1, 0, -1},
		{0, 0, 0, -1},
		{4, 0, 1, -1},
		{strings.Index(text, "“"), 1, 3, 0},
		{strings.Index(text, "agree"), 1, 5, 0},
		{strings.Index(text, " Ardo"), 1, 8, -1},
		{len(text), 1, len(a.Tokens), -1},
	} {
		if s, w, q := a.SentenceAt(c.at), a.TokenAt(c.at), a.QuoteAt(c.at); s != c.sentence || w != c.token || q != c.quote {
			t.Errorf("offset %d: sentence %d, token %d, quote %d; want %d, %d, %d", c.at, s, w, q, c.sentence, c.token, c.quote)
		}
	}
}

func TestTokenIsAndCapital(t *testing.T) {
	w := Analyse("Élan").Tokens[0]
	if !w.Capital() || !w.Is("peace", "élan") || w.Is("Élan") || w.Is() {
		t.Errorf("token %+v: capital %v", w, w.Capital())
	}
	if (Token{Span: parley.Span{}, Text: ""}).Capital() {
		t.Error("an empty token has no capital")
	}
}
