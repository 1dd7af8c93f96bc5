package html

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"parley"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// origin is where and when the pages of the tests were got.
var origin = Origin{
	Address: "https://www.tolmherald.invalid/world/ministers-meet?utm=x",
	Got:     time.Date(2019, 3, 10, 12, 0, 0, 0, time.UTC),
}

// TestPages reads each page under testdata and compares the document.
func TestPages(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			page, want := archive.Files[0].Data, &archive.Files[1].Data
			doc, err := Parse(page, origin)
			if err != nil {
				t.Fatal(err)
			}
			got := render(t, doc)
			if *update {
				*want = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got != string(*want) {
				t.Errorf("got\n%s\nwant\n%s", got, *want)
			}
			if strings.Contains(got, "HIDDEN") {
				t.Errorf("hidden text is shown:\n%s", got)
			}
		})
	}
}

// render shows a document as a person would check it.
func render(t *testing.T, doc parley.Document) string {
	t.Helper()
	text := doc.Text
	doc.Text = ""
	head, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return string(head) + "\n\n" + text + "\n"
}

// story is a page's text that is long enough to be one.
var story1 = "<p>" + strings.Repeat("The ministers of Varenia and Kestria met in Selmark on Tuesday. ", 8) + "</p>"

// H08, H09, X06: what no page of news looks like ends in a clear error or in a
// document, and never in a crash.
func TestHostilePages(t *testing.T) {
	tests := []struct {
		name, page string
		want       error // nil: a document
	}{
		{"H08 nested", strings.Repeat("<div>", 1e5) + story1, parley.ErrTooLarge},
		{"H08 nested inline", strings.Repeat("<b>", 1e5) + story1, parley.ErrTooLarge},
		{"H08 tables in tables", strings.Repeat("<table><tr><td>", 1e5), parley.ErrTooLarge},
		{"H08 unclosed formatting", strings.Repeat("<p><a><b><i>", 400) + story1, nil},
		{"H08 select loop", strings.Repeat("<select><option>", 1e4) + story1, nil},
		{"H09 attributes", "<p" + strings.Repeat(" a=1", 1e6) + ">" + story1, nil},
		{"H09 different attributes", "<body" + attributes(2e5) + ">" + story1, nil},
		{"H09 one text", "<p>" + strings.Repeat("word ", 1e5) + "</p>", nil},
		{"H09 one word", "<p>" + strings.Repeat("w", 1e6) + "</p>", nil},
		{"H09 over the bound", strings.Repeat(" ", MaxSize+1), parley.ErrTooLarge},
		{"H08 many elements", strings.Repeat("<br>", maxNodes+1), parley.ErrTooLarge},
		{"nothing", "", parley.ErrEmpty},
		{"white space", " \n ", parley.ErrEmpty},
		{"no text", "<html><body><img src=x></body></html>", parley.ErrEmpty},
		{"only script", "<script>var story = 'Ministers met.'</script>", parley.ErrEmpty},
		{"X06 binary", "\x89PNG\r\n\x1a\n\x00\x00", parley.ErrNotText},
		{"X06 zero bytes", strings.Replace(story1, "met", "m\x00et", 1), nil},
		{"X06 invalid UTF-8", strings.Replace(story1, "met", "m\xFF\xFEet", 1), nil},
		{"deep JSON-LD", `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 1e5) + `</script>` + story1, nil},
		{"H05 breaking out of noscript", `<noscript><p title="</noscript><p>` + story1 + `">`, nil},
		{"a fragment", story1, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Parse([]byte(tt.page), origin)
			if !errors.Is(err, tt.want) {
				t.Fatalf("Parse = %v, want %v", err, tt.want)
			}
			if err == nil && doc.Text == "" {
				t.Error("a document without text")
			}
		})
	}
}

// attributes returns n different attributes.
func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(" a")
		for ; i > 0; i /= 26 {
			b.WriteByte(byte('a' + i%26))
		}
	}
	return b.String()
}

func TestAddress(t *testing.T) {
	const got = "https://www.tolm.example/world/story?utm=x"
	for canonical, want := range map[string]string{
		"https://tolm.example/world/story":        "https://tolm.example/world/story",
		"/world/story#top":                        "https://www.tolm.example/world/story",
		"//m.tolm.example/story":                  "https://m.tolm.example/story",
		"https://evil.example/world/story":        got,
		"https://www.tolm.example/":               got, // the front page
		"javascript:alert(1)":                     got, // H02
		"jAvA\tscript:alert(1)":                   got,
		"data:text/html,x":                        got,
		"https://user:pass@www.tolm.example/x":    got,
		"https://www.tolm.example@evil.example/x": got,
		"http://[::1":                             got,
		"":                                        got,
	} {
		p := page{head: head{canonical: []string{canonical}}, base: got}
		if addr := p.address(); addr != want {
			t.Errorf("address with canonical %q = %q, want %q", canonical, addr, want)
		}
	}
	p := page{head: head{canonical: []string{"/relative", "https://tolm.example/story"}}}
	if addr := p.address(); addr != "https://tolm.example/story" {
		t.Errorf("address of a file = %q", addr)
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"plain & simple":                  "plain & simple",
		"One\nline.\n \nTwo\nlines.":      "One line.\n\nTwo lines.",
		"a &lt; b &amp; c":                "a < b & c",
		"<p>One.</p><p>Two<br>lines.</p>": "One.\n\nTwo\nlines.",
		"One.<br/><br/>Two.":              "One.\n\nTwo.",
		"<ul><li>a</li><li>b</li></ul>c":  "a\nb\n\nc",
		"a<b>b</b>c <i>d</i>":             "abc d",
		"x<script>y</script>":             "x",
		"  spaced \u00a0 out\u00AD ":      "spaced out",
		"<p>bad \xFF byte</p>":            "bad \uFFFD byte",
		"":                                "",
	} {
		if got, err := Text(in); err != nil || got != want {
			t.Errorf("Text(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
}

// Whatever the page, the stored text is valid UTF-8, has no zero characters,
// and begins and ends with a word.
func TestStoredText(t *testing.T) {
	pieces := []string{"<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "The ministers met on Tuesday. ", "&nbsp;", "&#0;", "\x00",
		"<table><tr><td>", "</table>", "<script>", "</script>", "é", "\xFF", "<!--", "-->", "<article>", story1}
	rapid.Check(t, func(t *rapid.T) {
		checkStored(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30).Draw(t, "page"), ""))
	})
}

// fataler is what rapid's and the fuzzer's checks have in common.
type fataler interface {
	Fatalf(format string, args ...any)
}

func checkStored(t fataler, page string) {
	doc, err := Parse([]byte(page), origin)
	if err != nil {
		return
	}
	all := doc.Text + doc.Title + doc.Author + doc.Outlet
	if !utf8.ValidString(all) || strings.ContainsRune(all, 0) || doc.Text != strings.TrimSpace(doc.Text) || doc.Text == "" {
		t.Fatalf("Parse(%q) stores %q", page, doc.Text)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("<html><title>x</title><article>" + story1 + "</article>")
	f.Add(`<script type="application/ld+json">{"@type":"Article","articleBody":"` + strings.Repeat("word ", 100) + `\u0000"}</script>x`)
	f.Add("<table><p><select><table><svg><p>")
	f.Fuzz(func(t *testing.T, page string) { checkStored(t, page) })
}

func FuzzText(f *testing.F) {
	f.Add("<p>One.<br>Two &amp; three.</p>")
	f.Fuzz(func(t *testing.T, fragment string) {
		if got, err := Text(fragment); err == nil && !utf8.ValidString(got) {
			t.Errorf("Text(%q) = %q, not UTF-8", fragment, got)
		}
	})
}

// pages returns the labelled pages that stand beside the project, by id.
func pages(tb testing.TB) map[string]labelled {
	tb.Helper()
	const dir = "../../../shared/data/extraction/scrapinghub"
	truth, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err != nil {
		tb.Skip("no labelled pages beside the project")
	}
	var all map[string]labelled
	if err := json.Unmarshal(truth, &all); err != nil {
		tb.Fatal(err)
	}
	for id, p := range all {
		f, err := os.Open(filepath.Join(dir, "html", id+".html.gz"))
		if err != nil {
			tb.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			tb.Fatal(err)
		}
		p.page, err = io.ReadAll(z)
		if err != nil {
			tb.Fatal(err)
		}
		f.Close()
		all[id] = p
	}
	return all
}

// labelled is a page with the text that a person took from it.
type labelled struct {
	ArticleBody, URL string
	page             []byte
}

// TestLabelledPages measures the main text as the article extraction benchmark
// does: on runs of four words, averaged over the pages.
func TestLabelledPages(t *testing.T) {
	if testing.Short() {
		t.Skip("181 pages")
	}
	var precision, recall float64
	all := pages(t)
	for id, p := range all {
		doc, err := Parse(p.page, Origin{Address: p.URL})
		if err != nil {
			t.Errorf("%s: %v", id, err)
		}
		hits, got, want := shingles(doc.Text, p.ArticleBody)
		precision += float64(hits) / float64(max(got, 1)) / float64(len(all))
		recall += float64(hits) / float64(max(want, 1)) / float64(len(all))
	}
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("precision %.3f, recall %.3f, F1 %.3f", precision, recall, f1)
	if f1 < 0.955 {
		t.Errorf("F1 is %.3f, want 0.955", f1)
	}
}

// shingles counts the runs of four words that both texts have, that got has and
// that want has.
func shingles(got, want string) (hits, inGot, inWant int) {
	counts := map[string]int{}
	for _, s := range runs(want) {
		counts[s]++
		inWant++
	}
	for _, s := range runs(got) {
		if counts[s]--; counts[s] >= 0 {
			hits++
		}
		inGot++
	}
	return hits, inGot, inWant
}

func runs(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !isWord(r) })
	var out []string
	for i := range max(1, len(words)-3) {
		out = append(out, strings.Join(words[i:min(i+4, len(words))], " "))
	}
	return out
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

func BenchmarkParse(b *testing.B) {
	all := pages(b)
	for b.Loop() {
		for _, p := range all {
			_, _ = Parse(p.page, Origin{Address: p.URL})
		}
	}
	b.ReportMetric(float64(len(all)*b.N)/b.Elapsed().Seconds(), "pages/s")
}
