package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"parley"
	"parley/lang"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// marked returns the words that a page marks, by the style of their part.
func marked(root *html.Node) map[string]string {
	out := map[string]string{}
	for _, n := range all(root, ".words .on") {
		out[attr(n, "class")] += raw(n)
	}
	return out
}

func TestReaderMarksTheExactWords(t *testing.T) {
	s := New(newLedger(t, oruReading(t)), Options{})
	for _, c := range []struct {
		entry string
		want  map[string]string
	}{
		{"s1", map[string]string{"on p0": "“We would stop firing,”“only if monitors are let in.”", "on p1": "the Foreign Minister, Ilen Sadek", "on p2": "said"}},
		{"s2", map[string]string{"on p0": "that its troops had crossed the river", "on p1": "Kestria", "on p2": "denied"}},
		{"conditions-c1", map[string]string{"on p0": "monitors are let in", "on p1": "only if", "on p2": "We would stop firing"}},
		{"c1", map[string]string{"on p0": "monitors are let in", "on p1": "only if", "on p2": "We would stop firing"}},
		{"dates-d1", map[string]string{"on p0": "Tuesday"}},
		{"actors-VAR", map[string]string{"on p0": "Varenia"}},
	} {
		root := page(t, s, "/doc/oru-1?e="+c.entry)
		if diff := cmp.Diff(c.want, marked(root)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.entry, diff)
		}
		one(t, root, ".chosen")
		one(t, root, "#at")
	}
}

func TestReaderPutsEntriesBesideTheirSentence(t *testing.T) {
	root := page(t, New(newLedger(t, oruReading(t)), Options{}), "/doc/oru-1")
	want := map[string][]string{
		"n-2": {"e-s1", "e-conditions-c1", "e-roles-r1", "e-dates-d1"},
		"n-3": {"e-s2"},
		"n-4": {"e-s3", "e-figures-f1"},
	}
	got := map[string][]string{}
	for _, line := range all(root, "li.line") {
		for _, note := range all(line, ".note") {
			got[attr(line, "id")] = append(got[attr(line, "id")], attr(note, "id"))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("margin (-want +got):\n%s", diff)
	}
	if got := texts(root, "#e-s3 .unresolved"); len(got) != 1 || got[0] != "speaker unresolved: An official" {
		t.Errorf("an unresolved speaker is shown as %q", got)
	}
	if got := text(one(t, root, "#e-s1")); !strings.Contains(got, "offer Ilen Sadek, the Foreign Minister →toward Kestria") || !strings.Contains(got, "statement v1") {
		t.Errorf("the note of s1 is %q", got)
	}
	const citation = "“We would stop firing,” … “only if monitors are let in.” — Ilen Sadek, Tolm Herald, 2031-05-06, " +
		"Varenia offers truce, https://herald.example/oru?a=1&b=2 [oru-1 v1 s1]"
	if diff := cmp.Diff(citation, attr(one(t, root, "#e-s1"), "data-copy")); diff != "" {
		t.Errorf("citation (-want +got):\n%s", diff)
	}
}

func TestReaderHeaderAndVersions(t *testing.T) {
	first := oruReading(t)
	second := parley.Reading{Document: first.Document}
	second.Document.Title = "Varenia may offer truce"
	second.Document.Modified = "2031-05-07T10:00:00Z"
	second.Document.Warnings = []string{"the title changed"}
	second.Document.Text = strings.Replace(oruText, "only if", "if", 1)
	s := New(newLedger(t, first, second), Options{})
	root := page(t, s, "/doc/oru-1")
	head := text(one(t, root, "header.doc"))
	for _, want := range []string{"Varenia may offer truce", "Tolm Herald", "R. Amsel", "2031-05-06 07:41Z", "2031-05-07 10:00Z", "sha256", "the title changed"} {
		if !strings.Contains(head, want) {
			t.Errorf("the header %q does not hold %q", head, want)
		}
	}
	var links []string
	for _, a := range all(root, "nav.versions a") {
		links = append(links, text(a)+" "+attr(a, "href"))
	}
	want := []string{"v1 /doc/oru-1?v=1", "v2 /doc/oru-1?v=2", "v1 → v2 /doc/oru-1/diff?a=1&b=2"}
	if diff := cmp.Diff(want, links); diff != "" {
		t.Errorf("versions (-want +got):\n%s", diff)
	}
	if got := text(one(t, page(t, s, "/doc/oru-1?v=1"), "header.doc h1")); got != "Varenia offers truce" {
		t.Errorf("version 1 is titled %q", got)
	}
	diff := page(t, s, "/doc/oru-1/diff?a=1&b=2")
	if got := strings.Join(append(texts(diff, "del"), texts(diff, "ins")...), "|"); got != "offers|“only if|may offer|2031-05-07T10:00:00Z|“if" {
		t.Errorf("the changed words are %q", got)
	}
}

func TestReaderPassage(t *testing.T) {
	s := New(newLedger(t, oruReading(t)), Options{})
	at := spans(t, oruText, "crossed the river")[0]
	root := page(t, s, strings.TrimSuffix(spanAddress("oru-1", 1, at), "#at"))
	if got := marked(root)["on p0"]; got != "crossed the river" {
		t.Errorf("the passage marks %q", got)
	}
}

func TestReaderAddressesThatCannotBe(t *testing.T) {
	s := New(newLedger(t, oruReading(t)), Options{})
	for _, c := range []struct {
		path string
		code int
		says string
	}{
		{"/doc/none", 404, "Not in the ledger"},
		{"/doc/oru-1?v=9", 404, "Not in the ledger"},
		{"/doc/oru-1?v=-1", 400, "1 or higher"},
		{"/doc/oru-1?v=99999999999999999999", 400, "1 or higher"},
		{"/doc/oru-1?at=5-2", 400, "two places"},
		{"/doc/oru-1?at=0-99999999", 400, "two places"},
		{"/doc/oru-1/diff", 400, "two versions"},
		{"/doc/oru-1/diff?a=1&b=7", 404, "Not in the ledger"},
		{"/doc/oru-1?e=s99", 200, "no entry"},
		{"/?after=%21", 400, "no such page"},
		{"/doc/", 404, "No such page"},
		{"/doc/oru-1/raw", 404, "No such page"},
	} {
		w := get(t, s, c.path)
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("GET %s: %d, want %d with %q", c.path, w.Code, c.code, c.says)
		}
	}
}

func TestReaderFindsAnyID(t *testing.T) {
	for _, id := range []string{"a/b", "..", "ü & <x>", "d:12ab", "a?v=2", "a#b", "100%"} {
		r := parley.Reading{Document: parley.Document{ID: id, Outlet: "Lumen Post", Published: "2031-05-06", Text: "Nothing happened."}}
		s := New(newLedger(t, r), Options{})
		if w := get(t, s, docAddress(id, 1)); w.Code != http.StatusOK {
			t.Errorf("document %q at %s: %d", id, docAddress(id, 1), w.Code)
		}
	}
}

// All of a text but white space is shown, in its order, whatever is marked.
func TestReaderLeavesNothingOut(t *testing.T) {
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{"Kestria", "“", "”", ".", " ", "\n", "\n\n", "• ", "1. ", "said", "é", "\u202e", "Mr."}))
		source := strings.Join(words.Draw(t, "words"), "")
		var marks []mark
		for range rapid.IntRange(0, 5).Draw(t, "marks") {
			a := rapid.IntRange(0, len(source)).Draw(t, "start")
			marks = append(marks, mark{parley.Span{Start: a, End: rapid.IntRange(a, len(source)).Draw(t, "end")}, "s1", 0})
		}
		var v readerView
		v.lines(lang.Analyse(source), newMarker(source, marks, "s1"))
		var got strings.Builder
		for _, l := range v.Lines {
			for _, s := range l.Segments {
				got.WriteString(s.Text)
			}
		}
		if squeeze(got.String()) != squeeze(source) {
			t.Fatalf("%q is shown as %q", source, got.String())
		}
	})
}

func TestEntryAddressEscapes(t *testing.T) {
	u, err := url.Parse(entryAddress("a/b?c", 2, "s#1&x"))
	if err != nil {
		t.Fatal(err)
	}
	if u.Path != "/doc/a/b?c" || u.Query().Get("e") != "s#1&x" || u.Query().Get("v") != "2" || u.Fragment != "e-s#1&x" {
		t.Errorf("the address reads back as %q %v %q", u.Path, u.Query(), u.Fragment)
	}
}

// TestReaderShowsWhatTheListSays checks that a role at odds with the dated list of
// office holders shows both, the text's words and the list's.
func TestReaderShowsWhatTheListSays(t *testing.T) {
	root := page(t, New(newLedger(t, oruReading(t)), Options{}), "/doc/oru-1?e=roles-r1")
	note := raw(one(t, root, "#e-roles-r1"))
	for _, want := range []string{"the Foreign Minister", "at odds", "another held it", "Mara Quill, Foreign Minister, Varenia since 2024-01-02"} {
		if !strings.Contains(note, want) {
			t.Errorf("the role's note has no %q:\n%s", want, note)
		}
	}
}
