package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"

	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"parley"
	"parley/source/dateline"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// options are those of the tests: the clock stands still.
var options = Options{Now: func() time.Time { return time.Date(2019, 3, 10, 12, 0, 0, 0, time.UTC) }}

// TestFolders reads the files of each archive under testdata as a folder and
// compares what comes out.
func TestFolders(t *testing.T) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range archives {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			want := &archive.Files[len(archive.Files)-1].Data
			for _, f := range archive.Files[:len(archive.Files)-1] {
				write(t, dir, f.Name, f.Data)
			}
			got := strings.ReplaceAll(render(t, open(dir)), dir+"/", "")
			if *update {
				*want = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got != string(*want) {
				t.Errorf("got\n%s\nwant\n%s", got, *want)
			}
		})
	}
}

// result is an item or an error of a stream.
type result struct {
	Item
	err error
}

// open reads names with the tests' options.
func open(names ...string) []result { return openWith(options, names...) }

func openWith(opts Options, names ...string) []result {
	var out []result
	for item, err := range Open(context.Background(), names, opts) {
		out = append(out, result{item, err})
	}
	return out
}

// render shows results as a person would check them.
func render(t *testing.T, results []result) string {
	t.Helper()
	var b strings.Builder
	for _, r := range results {
		if r.err != nil {
			fmt.Fprintf(&b, "error (%s): %v\n\n", parley.Reason(r.err), r.err)
			continue
		}
		doc, err := json.MarshalIndent(r.Document, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s (%s) %s\n\n", r.From, r.Format, doc)
	}
	return b.String()
}

// write writes a file into a folder.
func write(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// zip compresses data.
func zip(data []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(data) // a bytes.Buffer takes all
	_ = z.Close()
	return b.Bytes()
}

// story is the text of a document about day n.
func story(n int) string {
	return fmt.Sprintf("The ministers of Varenia and Kestria met for the %dth time.", n)
}

// lines returns n documents, one a line.
func lines(n int) []byte {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"id\":\"%d\",\"published\":\"2019-03-05\",\"text\":%q}\n", i+1, story(i+1))
	}
	return []byte(b.String())
}

// summary returns what came out: "from" of the documents, the kinds of the errors.
func summary(results []result) []string {
	var out []string
	for _, r := range results {
		if r.err != nil {
			out = append(out, r.From+": "+parley.Reason(r.err))
			continue
		}
		out = append(out, r.From)
	}
	return out
}

func TestNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", "c/d.txt", ".git/e.txt", "x[1].txt"} {
		write(t, dir, name, []byte(story(1)))
	}
	outside := write(t, t.TempDir(), "linked.txt", []byte(story(1)))
	if os.Symlink(outside, filepath.Join(dir, "f.txt")) != nil || os.Symlink(dir, filepath.Join(dir, "c", "loop")) != nil ||
		os.Symlink("nowhere", filepath.Join(dir, "g.txt")) != nil {
		t.Skip("no symbolic links here")
	}
	tests := []struct {
		name string
		want []string
	}{
		{"", []string{"a.txt", "b.txt", "c/d.txt", "c/loop: refused", "f.txt", "g.txt: not found", "x[1].txt"}},
		{"a.txt", []string{"a.txt"}},
		{"x[1].txt", []string{"x[1].txt"}}, // a file before a glob
		{"[ab].txt", []string{"a.txt", "b.txt"}},
		{"*", []string{"a.txt", "b.txt", "c/d.txt", "c/loop: refused", "f.txt", "g.txt: not found", "x[1].txt"}},
		{"none.txt", []string{"none.txt: not found"}},
		{"[", []string{"[: not found"}},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range summary(open(filepath.Join(dir, tt.name))) {
			got = append(got, strings.TrimPrefix(s, dir+"/"))
		}
		if tt.name == "*" {
			got = slices.DeleteFunc(got, func(s string) bool { return strings.HasPrefix(s, ".git") }) // a glob's own rule
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q gives %q, want %q", tt.name, got, tt.want)
		}
	}
}

// N13: other schemes are refused, and without a fetcher so is the web.
func TestRefusedAddresses(t *testing.T) {
	for _, name := range []string{"ftp://tolm.example/a", "file:///etc/passwd", "gopher://x/", "http://tolm.example/", "HTTPS://tolm.example/"} {
		results := open(name)
		if len(results) != 1 || !errors.Is(results[0].err, parley.ErrRefused) || !strings.Contains(results[0].err.Error(), name) {
			t.Errorf("%q gives %v", name, results)
		}
	}
}

func TestFetched(t *testing.T) {
	pages := map[string]Page{
		"https://tolm.example/feed": {ContentType: "application/rss+xml", Body: []byte(
			`<rss><channel><title>Tolm Herald</title><item><title>a</title><link>/a</link><description>They met.</description></item></channel></rss>`)},
		"https://tolm.example/old": {URL: "https://tolm.example/new", ContentType: "text/html; charset=koi8-r",
			FetchedAt: time.Date(2019, 3, 5, 1, 2, 3, 0, time.UTC), Body: []byte("<p>" + story(1) + " \xD4\xCF\xCC\xCD</p>")},
		"https://tolm.example/text": {ContentType: "text/plain", Body: []byte(story(1))},
		"https://tolm.example/big":  {Body: make([]byte, 33<<20)},
	}
	opts := options
	opts.Fetch = func(_ context.Context, url string) (Page, error) {
		page, ok := pages[url]
		if !ok {
			return Page{}, parley.ErrUnavailable
		}
		return page, nil
	}
	results := openWith(opts, "https://tolm.example/feed", "https://tolm.example/old", "https://tolm.example/text", "https://tolm.example/big", "https://tolm.example/gone")
	want := []string{"https://tolm.example/feed#1", "https://tolm.example/new", "https://tolm.example/text", "https://tolm.example/big: too large",
		"https://tolm.example/gone: unavailable"}
	if got := summary(results); !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if got := results[0].Document.URL; got != "https://tolm.example/a" {
		t.Errorf("the item's address is %q", got)
	}
	page := results[1].Document
	if page.Fetched != "2019-03-05T01:02:03Z" || !strings.Contains(page.Text, "толм") || page.ID != "https://tolm.example/new" {
		t.Errorf("the page gives %+v", page)
	}
	if got := results[2].Document.URL; got != "https://tolm.example/text" {
		t.Errorf("the text's address is %q", got)
	}
}

func TestStdinAndDefaults(t *testing.T) {
	opts := options
	opts.Title, opts.Outlet, opts.Date = "Given", "Tolm Herald", "5 March 2019"
	opts.Stdin = strings.NewReader("A heading\n\n" + story(1))
	doc := openWith(opts, "-")[0].Document
	if doc.Title != "Given" || doc.Outlet != "Tolm Herald" || doc.Published != "2019-03-05" || doc.ID != "standard input" {
		t.Errorf("got %+v", doc)
	}
	opts.Stdin = bytes.NewReader(zip(lines(2)))
	if got := summary(openWith(opts, "-")); !slices.Equal(got, []string{"standard input:1", "standard input:2"}) {
		t.Errorf("got %q", got)
	}
	opts.Date = "soon"
	if got := openWith(opts, "-"); len(got) != 1 || got[0].err == nil {
		t.Errorf("a date that is none gives %v", got)
	}
}

// X06: JSON in UTF-16, and with a byte order mark.
func TestWideObjects(t *testing.T) {
	wide := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(string(lines(3)))) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	dir := t.TempDir()
	for _, path := range []string{write(t, dir, "wide.jsonl", wide), write(t, dir, "mark.jsonl", append([]byte("\uFEFF"), lines(3)...))} {
		if got := open(path); len(got) != 3 || got[2].err != nil || got[2].Document.Text != story(3) {
			t.Errorf("%s gives %q", path, summary(got))
		}
	}
}

// The run ends when its context does, and when its reader stops.
func TestStop(t *testing.T) {
	path := write(t, t.TempDir(), "a.jsonl", lines(100))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for _, err := range Open(ctx, []string{path, path}, options) {
		if n++; n == 10 {
			cancel()
		}
		if (err != nil) != (n == 11) || err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("item %d: %v", n, err)
		}
	}
	if n != 11 {
		t.Errorf("%d items, want 10 and the context's error", n)
	}
	n = 0
	for range Open(context.Background(), []string{filepath.Dir(path), path}, options) {
		if n++; n == 5 {
			break
		}
	}
}

// What was read adds up to the size that was told before.
func TestProgress(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.jsonl.gz", zip(lines(5000)))
	write(t, dir, "b.txt", []byte(story(1)))
	write(t, dir, "c.png", []byte("\x89PNG\r\n\x1a\n"))
	files, size, err := Size(context.Background(), []string{dir, "-", "https://tolm.example/", filepath.Join(dir, "none")})
	if err != nil || files != 3 {
		t.Fatalf("Size = %d, %d, %v", files, size, err)
	}
	var last int64
	for _, r := range open(dir) {
		if r.Read < last {
			t.Fatalf("%s: progress goes back from %d to %d", r.From, last, r.Read)
		}
		last = r.Read
	}
	if last != size {
		t.Errorf("%d bytes read, want %d", last, size)
	}
}

// However the bytes look, what is stored can be cited: it is valid UTF-8, it has
// no zero characters, it has an id, and its dateline stands inside it.
func TestStored(t *testing.T) {
	pieces := []string{"{", "}", "[", "]", `"text"`, ":", `"TOLM (AP) - The ministers met."`, ",", "\n", "<p>", "<html>", "<rss>", "<item>",
		"TOLM, March 3 (AP) - The ministers met in the town.", "\x00", "\xFF\xFE", "\uFEFF", "<?xml version='1.0'?>", `{"text":"They met."}`}
	rapid.Check(t, func(t *rapid.T) {
		checkStored(t, []byte(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(t, "bytes"), "")))
	})
}

// fataler is what rapid's and the fuzzer's checks have in common.
type fataler interface {
	Fatalf(format string, args ...any)
}

func checkStored(t fataler, body []byte) {
	opts := options
	opts.Stdin = bytes.NewReader(body)
	results := openWith(opts, "-")
	if len(results) == 0 {
		t.Fatalf("%q is lost", body)
	}
	for _, r := range results {
		if r.err != nil {
			if !strings.HasPrefix(r.err.Error(), "standard input") || parley.Reason(r.err) == "other" {
				t.Fatalf("%q: error %v", body, r.err)
			}
			continue
		}
		text := r.Document.Text
		if r.Document.ID == "" || !utf8.ValidString(text) || strings.ContainsRune(text, 0) || strings.TrimSpace(text) == "" {
			t.Fatalf("%q is stored as %+v", body, r.Document)
		}
		if d, ok := dateline.Find(text, ""); ok && !strings.HasPrefix(text[d.Span.Start:d.Span.End], r.Document.Place) {
			t.Fatalf("%q has the place %q, not in %q", body, r.Document.Place, text)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(lines(2))
	f.Add(zip(lines(2)))
	f.Add([]byte("<rss><channel><item><title>a</title></item></channel></rss>"))
	f.Add([]byte("<html><p>" + story(1)))
	f.Add([]byte(`[{"text":"a"},{"text":"b"}]`))
	f.Add([]byte("TOLM (AP) - " + story(1)))
	f.Fuzz(func(t *testing.T, body []byte) { checkStored(t, body) })
}

func BenchmarkLines(b *testing.B) {
	data := lines(1000)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		opts := options
		opts.Stdin = bytes.NewReader(data)
		for _, err := range Open(context.Background(), []string{"-"}, opts) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
