package feed

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"parley"
	"parley/source/date"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestFeeds reads each feed under testdata and compares the documents.
func TestFeeds(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			body, want := archive.Files[0].Data, &archive.Files[1].Data
			entries, err := Parse(body, "https://news.tolm.example/feeds/world.xml")
			if err != nil {
				t.Fatal(err)
			}
			got := render(t, entries)
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

// render shows entries as a person would check them.
func render(t *testing.T, entries []Entry) string {
	t.Helper()
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "item %d\n", e.Number)
		if e.Err != nil {
			fmt.Fprintf(&b, "error: %v\n\n", e.Err)
			continue
		}
		head, err := json.MarshalIndent(e.Document, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n\n", head)
	}
	return b.String()
}

// rss wraps items in a feed.
func rss(items string) string {
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Tolm Herald</title>` + items + `</channel></rss>`
}

// wide encodes a feed in UTF-16 with a mark.
func wide(s string) string {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

const item = `<item><title>Ministers meet</title><description>They met in Tolm – again.</description></item>`

// The attacks on XML and the damages of THREATS end in a clear error or in
// documents without what they meant to bring in.
func TestHostileFeeds(t *testing.T) {
	tests := []struct {
		name, feed string
		want       error // of the feed; nil: it is read
		text       string
	}{
		{"X01 external entity", `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>` +
			rss(`<item><title>a</title><description>&x;</description></item>`)[21:], nil, "&x;"},
		{"X02 entities in entities", `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>` +
			rss(`<item><title>a</title><description>&b;</description></item>`)[21:], nil, "&b;"},
		{"X04 depth", rss(strings.Repeat("<a>", 1e6)), parley.ErrTooLarge, ""},
		{"X04 unclosed breaks are no depth", rss(strings.Repeat("<item><title>a<br></title></item>", 1000)), nil, ""},
		{"X05 attributes", rss("<item" + strings.Repeat(` a="1"`, 1e6) + "/>" + item), parley.ErrTooLarge, ""},
		{"X05 a name", rss("<" + strings.Repeat("n", 1e7) + "/>"), parley.ErrTooLarge, ""},
		{"X06 control characters", rss("\x01\x02" + item), nil, "They met in Tolm – again."},
		{"X06 UTF-8 mark", "\xEF\xBB\xBF" + rss(item), nil, "They met in Tolm – again."},
		{"X06 UTF-16", wide(strings.Replace(rss(item), `"1.0"`, `"1.0" encoding="utf-16"`, 1)), nil, "They met in Tolm – again."},
		{"X06 declared Latin-1, is UTF-8", strings.Replace(rss(item), `"1.0"`, `"1.0" encoding="iso-8859-1"`, 1), nil, "They met in Tolm – again."},
		{"X06 is Windows-1252", strings.ReplaceAll(rss(item), "–", "\x96"), nil, "They met in Tolm – again."},
		{"X07 unclosed CDATA", rss("<item><title><![CDATA[a"), parley.ErrDamaged, ""},
		{"X07 bare ampersand", rss(strings.Replace(item, "–", "& then", 1)), nil, "They met in Tolm & then again."},
		{"X07 undeclared namespace", rss(strings.ReplaceAll(item, "<item>", "<item><x:y>z</x:y>")), nil, "They met in Tolm – again."},
		{"X08 null", `null`, parley.ErrDamaged, ""},
		{"X08 list", `[]`, parley.ErrDamaged, ""},
		{"X08 deep JSON", `{"version":"https://jsonfeed.org/version/1.1","items":` + strings.Repeat("[", 1e6), parley.ErrDamaged, ""},
		{"X08 items of null", `{"version":"https://jsonfeed.org/version/1.1","items":[null,{"id":1,"content_text":"They met."}]}`, parley.ErrDamaged, ""},
		{"X08 not a number", `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":NaN}]}`, parley.ErrDamaged, ""},
		{"X09 a million items", rss(strings.Repeat("<item/>", 1e6)), parley.ErrTooLarge, ""},
		{"X09 a million objects", `{"version":"https://jsonfeed.org/version/1.1","items":[` + strings.Repeat("{},", 1e6) + `{}]}`, parley.ErrTooLarge, ""},
		{"X12 other XML", `<?xml version="1.0"?><opml version="2.0"><body/></opml>`, parley.ErrDamaged, ""},
		{"unclosed markup", rss(strings.Repeat("<", 1e6)), parley.ErrTooLarge, ""},
		{"empty", " ", parley.ErrEmpty, ""},
		{"binary", "\x00\x01\x02\x03\x04\x05\x06\x07", parley.ErrNotText, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			entries, err := Parse([]byte(tt.feed), "")
			if !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
				t.Fatalf("Parse = %v, want %v", err, tt.want)
			}
			if tt.text != "" && (len(entries) != 1 || entries[0].Document.Text != tt.text) {
				t.Errorf("Parse = %+v, want the text %q", entries, tt.text)
			}
		})
	}
}

// X10: a date that cannot be is empty and named; it is never today's.
func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"Tue, 05 Mar 2019 10:00:00 +0100": "2019-03-05T10:00:00+01:00",
		"Tue, 05 Mar 2019 10:00:00 EST":   "2019-03-05T10:00:00-05:00",
		"2019-03-05":                      "2019-03-05",
		"Tue, 05 Mar 19 10:00:00 GMT":     "",
		"Tue, 00 Mar 0000 00:00:00 GMT":   "",
		"Dom, 16 Jun 2019 25:00:00 GMT":   "",
		"yesterday":                       "",
	} {
		entries, err := Parse([]byte(rss("<item><title>a</title><pubDate>"+in+"</pubDate></item>")), "")
		if err != nil {
			t.Fatal(err)
		}
		doc := entries[0].Document
		warned := strings.Contains(strings.Join(doc.Warnings, "\n"), "date not understood")
		if doc.Published != want || warned != (want == "") {
			t.Errorf("published %q: %q, %q, want %q", in, doc.Published, doc.Warnings, want)
		}
	}
}

// X09: ids stay apart when guids are missing or used twice.
func TestIDs(t *testing.T) {
	const feed = `<item><title>a</title><guid>1</guid><link>/a</link></item>
		<item><title>b</title><guid>1</guid><link>/b</link></item>
		<item><title>c</title><guid>tag:tolm.example,2019:c</guid><link>/c</link></item>
		<item><title>d</title><guid>7</guid></item>
		<item><title>e</title><guid>tag:tolm.example,2019:c</guid><link>/e</link></item>
		<item><title>f</title></item>`
	entries, err := Parse([]byte(rss(feed)), "https://tolm.example/feed")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"https://tolm.example/a", "https://tolm.example/b", "tag:tolm.example,2019:c",
		"https://tolm.example/feed#7", "https://tolm.example/e", ""}
	for i, e := range entries {
		if e.Document.ID != want[i] {
			t.Errorf("item %d has the id %q, want %q", e.Number, e.Document.ID, want[i])
		}
	}
}

// H02: links of other schemes are not followed.
func TestLinks(t *testing.T) {
	for _, link := range []string{"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://u:p@tolm.example/", "http:///x", "::"} {
		entries, err := Parse([]byte(rss("<item><title>a</title><link>"+link+"</link></item>")), "")
		if err != nil {
			t.Fatal(err)
		}
		if got := entries[0].Document.URL; got != "" {
			t.Errorf("link %q gives the address %q", link, got)
		}
	}
}

// TestSuites reads the public test suites of feed parsers: none may crash, and
// what is read must be storable.
func TestSuites(t *testing.T) {
	suites, _ := filepath.Glob("../../../shared/data/feeds/*.tar.gz")
	if len(suites) == 0 {
		t.Skip("no test suites beside the project")
	}
	for _, suite := range suites {
		t.Run(filepath.Base(suite), func(t *testing.T) {
			read, all, items := 0, 0, 0
			for name, body := range members(t, suite) {
				all++
				entries, err := Parse(body, "https://tolm.example/"+name)
				if err == nil {
					read++
				} else if parley.Reason(err) == "other" {
					t.Errorf("%s: an error of no kind: %v", name, err)
				}
				items += len(entries)
				checkStored(t, entries)
			}
			t.Logf("%d of %d files are read, %d items", read, all, items)
			if read < all/2 {
				t.Errorf("only %d of %d files are read", read, all)
			}
		})
	}
}

// members returns the XML and JSON feeds of a suite.
func members(t *testing.T, suite string) map[string][]byte {
	t.Helper()
	f, err := os.Open(suite)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(h.Name, ".xml") {
			if out[h.Name], err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// fataler is what tests' and the fuzzer's checks have in common.
type fataler interface {
	Fatalf(format string, args ...any)
}

func checkStored(t fataler, entries []Entry) {
	for _, e := range entries {
		doc := e.Document
		if e.Err != nil {
			continue
		}
		all := doc.Text + doc.Title + doc.Author + doc.Outlet + doc.ID
		if doc.Text == "" || !utf8.ValidString(all) || strings.ContainsRune(all, 0) {
			t.Fatalf("item %d stores %q", e.Number, all)
		}
		for _, d := range []string{doc.Published, doc.Modified} {
			if d != "" && date.DayOf(d) == "" {
				t.Fatalf("item %d has the date %q", e.Number, d)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(rss(item)))
	f.Add([]byte(wide(rss(item))))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/x"><entry><id>a:b</id><content type="xhtml"><div><p>x</p></div></content><updated>2019-03-05T00:00:00Z</updated></entry></feed>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"content_html":"<p>x","date_published":"2019"}]}`))
	f.Add([]byte(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item rdf:about="x"><title>a</title></item></rdf:RDF>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		if entries, err := Parse(body, ""); err == nil {
			checkStored(t, entries)
		}
	})
}
