package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"parley"
	"parley/ledger"
	"parley/ledger/sqlite"

	"golang.org/x/net/html"
)

// newLedger returns a store that holds the readings, each as the next version
// of its document.
func newLedger(t testing.TB, readings ...parley.Reading) ledger.Ledger {
	t.Helper()
	l, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	for _, r := range readings {
		store(t, l, r)
	}
	return l
}

// store puts a document into the ledger and its entries beside it.
func store(t testing.TB, l ledger.Ledger, r parley.Reading) {
	t.Helper()
	ctx := context.Background()
	if _, err := l.Put(ctx, []ledger.Incoming{{Document: r.Document, Raw: []byte(r.Document.Text), From: "test"}}); err != nil {
		t.Fatal(err)
	}
	pass := ledger.Pass{Name: "read", Version: "1"}
	pending, err := l.Pending(ctx, pass, 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pending {
		if err := l.Commit(ctx, pass, []ledger.Result{{Logged: p, Reading: r}}); err != nil {
			t.Fatal(err)
		}
	}
}

// spans returns where the words stand in the text, each at its first place.
func spans(t testing.TB, text string, words ...string) parley.Spans {
	t.Helper()
	var out parley.Spans
	for _, w := range words {
		i := strings.Index(text, w)
		if i < 0 {
			t.Fatalf("%q does not stand in the text", w)
		}
		out = append(out, parley.Span{Start: i, End: i + len(w)})
	}
	return out
}

// oruText is a story about invented states.
const oruText = `Varenia offers truce in the Oru valley

“We would stop firing,” the Foreign Minister, Ilen Sadek, said on Tuesday, “only if monitors are let in.”

Kestria denied that its troops had crossed the river. An official said about 1,200 people had fled.`

// oruReading is the story with entries of most kinds; a statement of an unnamed
// source has no actor.
func oruReading(t testing.TB) parley.Reading {
	at := func(words ...string) parley.Spans { return spans(t, oruText, words...) }
	killed := 1200.0
	sure := parley.Provenance{Confidence: 0.93, Reader: "statement", Version: 1}
	return parley.Reading{
		Document: parley.Document{ID: "oru-1", Title: "Varenia offers truce", Outlet: "Tolm Herald", Published: "2031-05-06T09:41:00+02:00",
			Language: "en", URL: "https://herald.example/oru?a=1&b=2", Author: "R. Amsel", Text: oruText},
		Actors: []parley.Actor{
			{ID: "SADEK", Name: "Ilen Sadek", Kind: parley.Person, Of: "VAR", Mentions: at("Ilen Sadek")},
			{ID: "VAR", Name: "Varenia", Kind: parley.State, Mentions: at("Varenia")},
			{ID: "KES", Name: "Kestria", Kind: parley.State, Mentions: at("Kestria")},
		},
		Roles: []parley.Role{{ID: "r1", Person: at("Ilen Sadek"), Title: at("the Foreign Minister"), Actor: "SADEK", Check: &parley.Check{
			Standing: parley.AtOdds, Why: "another held it", Holders: []parley.Office{{Person: "Mara Quill", Title: "Foreign Minister", Of: "Varenia", From: "2024-01-02"}}}}},
		Statements: []parley.Statement{
			{ID: "s1", Source: at("the Foreign Minister, Ilen Sadek"), SourceActors: parley.IDs{"SADEK"}, Cue: at("said"),
				Content: at("“We would stop firing,”", "“only if monitors are let in.”"), Type: parley.Direct, Act: parley.Offer,
				Said: "2031-05-06", Channel: "news conference", Toward: []string{"KES"}, Provenance: sure},
			{ID: "s2", Source: at("Kestria"), SourceActors: parley.IDs{"KES"}, Cue: at("denied"),
				Content: at("that its troops had crossed the river"), Type: parley.Indirect, Act: parley.Deny, Provenance: sure},
			{ID: "s3", Source: at("An official"), Cue: spans(t, oruText, "An official said")[:1],
				Content: at("about 1,200 people had fled"), Type: parley.Indirect, Act: parley.Assert, Provenance: sure},
		},
		Dates:      []parley.Date{{ID: "d1", Span: at("Tuesday"), Type: parley.DateDate, Value: "2031-05-06"}},
		Conditions: []parley.Condition{{ID: "c1", Consequent: at("We would stop firing"), Connective: at("only if"), Antecedent: at("monitors are let in"), By: parley.IDs{"SADEK"}, Statement: "s1"}},
		Figures:    []parley.Figure{{ID: "f1", Span: at("about 1,200 people"), Value: &killed, Unit: "people", Measure: "displaced", Approx: true}},
	}
}

// get asks a handler for a page, as a browser on this machine does.
func get(t testing.TB, h http.Handler, path string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = "127.0.0.1:7411"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// page asks for a page that must be there and parses it.
func page(t testing.TB, h http.Handler, path string) *html.Node {
	t.Helper()
	w := get(t, h, path)
	if w.Code != http.StatusOK {
		t.Fatalf("GET %s: %d\n%s", path, w.Code, w.Body)
	}
	return parse(t, w.Body.String())
}

// parse parses a page.
func parse(t testing.TB, text string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// all returns the elements that a selector names: "tag", ".class", "#id",
// "[attribute]" or "tag.class", with spaces between ancestors and descendants.
func all(root *html.Node, selector string) []*html.Node {
	found := []*html.Node{root}
	for _, step := range strings.Fields(selector) {
		var next []*html.Node
		seen := map[*html.Node]bool{}
		for _, from := range found {
			for n := range from.Descendants() {
				if n.Type == html.ElementNode && !seen[n] && matches(n, step) {
					seen[n] = true
					next = append(next, n)
				}
			}
		}
		found = next
	}
	return found
}

// matches reports whether an element is what one step of a selector names.
func matches(n *html.Node, step string) bool {
	if id, ok := strings.CutPrefix(step, "#"); ok {
		return attr(n, "id") == id
	}
	if name, ok := strings.CutPrefix(step, "["); ok {
		return has(n, strings.TrimSuffix(name, "]"))
	}
	tag, class, _ := strings.Cut(step, ".")
	return (tag == "" || n.Data == tag) && (class == "" || strings.Contains(" "+attr(n, "class")+" ", " "+class+" "))
}

// one returns the only element that a selector names.
func one(t testing.TB, root *html.Node, selector string) *html.Node {
	t.Helper()
	found := all(root, selector)
	if len(found) != 1 {
		t.Fatalf("%d elements are %q, want 1", len(found), selector)
	}
	return found[0]
}

// attr returns an element's attribute, or "".
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// has reports whether an element has an attribute.
func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// raw returns the text of an element as it stands.
func raw(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// text returns the text of an element with single spaces.
func text(n *html.Node) string { return strings.Join(strings.Fields(raw(n)), " ") }

// texts returns the text of each element that a selector names.
func texts(root *html.Node, selector string) []string {
	var out []string
	for _, n := range all(root, selector) {
		out = append(out, text(n))
	}
	return out
}
