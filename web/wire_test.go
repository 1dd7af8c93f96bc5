package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"parley"

	"github.com/google/go-cmp/cmp"
)

func TestWireShowsStatements(t *testing.T) {
	s := New(newLedger(t, oruReading(t)), Options{})
	for _, path := range []string{"/", "/wire"} {
		root := page(t, s, path)
		if got := len(all(root, "tr.row")); got != 3 {
			t.Fatalf("%s has %d rows, want 3", path, got)
		}
	}
	row := one(t, page(t, s, "/?q=monitors"), "tr.row")
	for _, c := range []struct{ cell, want string }{
		{"td.day", "2031-05-06 07:41"},
		{"td.new", "offer"},
		{"td.who", "Ilen Sadek, the Foreign Minister ⚑at odds with the dated list →to Kestria"},
		{"td.what", "“We would stop firing,” … “only if monitors are let in.”"},
		{"td.via", "news conference"},
		{"td.outlet", "Tolm Herald"},
		{"td.sure", "machine ·.93"},
	} {
		if got := text(one(t, row, c.cell)); !strings.Contains(got, c.want) {
			t.Errorf("%s is %q, want %q", c.cell, got, c.want)
		}
	}
	if got, want := attr(one(t, row, "a.open"), "href"), "/doc/oru-1?v=1&e=s1#e-s1"; got != want {
		t.Errorf("Enter leads to %q, want %q", got, want)
	}
}

func TestWirePeekHoldsEvidenceAndWays(t *testing.T) {
	root := page(t, New(newLedger(t, oruReading(t)), Options{}), "/?q=monitors")
	peek := one(t, root, "tr.peek")
	for _, want := range []string{"said on Tuesday", "Ilen Sadek, the Foreign Minister ⚑at odds with the dated list, toward Kestria, news conference, said 2031-05-06", "Varenia offers truce", "machine .93"} {
		if !strings.Contains(text(peek), want) {
			t.Errorf("the peek row %q does not hold %q", text(peek), want)
		}
	}
	out := one(t, peek, "a.out")
	if attr(out, "href") != "https://herald.example/oru?a=1&b=2" || attr(out, "rel") != "noopener noreferrer" || attr(out, "target") != "_blank" {
		t.Errorf("the outlet's link is %v", out.Attr)
	}
	if got, want := attr(one(t, peek, "a.snapshot"), "href"), "/doc/oru-1?v=1&e=s1#at"; got != want {
		t.Errorf("the sentence's link is %q, want %q", got, want)
	}
}

func TestWireQueries(t *testing.T) {
	s := New(newLedger(t, oruReading(t)), Options{})
	for _, c := range []struct {
		query string
		what  []string
	}{
		{"who:Kestria", []string{"“that its troops had crossed the river”"}},
		{"kind:dates", []string{"“Tuesday” → 2031-05-06 — “We would stop firing,” the Foreign Minister, Ilen Sadek, said on Tuesday, “only if monitors are let in.”"}},
		{"kind:figures", []string{"“about 1,200 people” — An official said about 1,200 people had fled."}},
		{"in:text monitors", []string{"“We would stop firing,” the Foreign Minister, Ilen Sadek, said on Tuesday, “only if monitors are let in.”"}},
		{"outlet:courier", nil},
		{"from:2031-05-07", nil},
	} {
		got := texts(page(t, s, "/?q="+url.QueryEscape(c.query)), "td.what")
		if diff := cmp.Diff(c.what, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.query, diff)
		}
	}
}

func TestWireFiltersAreLinks(t *testing.T) {
	root := page(t, New(newLedger(t, oruReading(t)), Options{}), "/?q=who:Kestria+outlet:Herald+river")
	got := map[string]string{}
	for _, a := range all(root, "nav.filters a") {
		got[text(a)] = attr(a, "href")
	}
	want := map[string]string{
		"who:Kestria ×":   "/?q=outlet%3AHerald+river",
		"outlet:Herald ×": "/?q=who%3AKestria+river",
		"river ×":         "/?q=who%3AKestria+outlet%3AHerald",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("filters (-want +got):\n%s", diff)
	}
	if got := attr(one(t, root, "#q"), "value"); got != "who:Kestria outlet:Herald river" {
		t.Errorf("the command line holds %q", got)
	}
}

func TestWireTellsWhatIsWrongWithAQuery(t *testing.T) {
	w := get(t, New(newLedger(t), Options{}), "/?q=from:May")
	if w.Code != http.StatusBadRequest {
		t.Errorf("status %d, want 400", w.Code)
	}
	root := parse(t, w.Body.String())
	if got := text(one(t, root, "#problem")); got != `from: wants YYYY-MM-DD, not "May"` {
		t.Errorf("the page says %q", got)
	}
	if got := attr(one(t, root, "#q"), "value"); got != "from:May" {
		t.Errorf("the command line lost the query: %q", got)
	}
}

func TestWireTurnsPages(t *testing.T) {
	l := newLedger(t)
	const n = 2*wireRows + 3
	for i := range n {
		words := fmt.Sprintf("Kestria denied report %d.", i)
		store(t, l, parley.Reading{
			Document:   parley.Document{ID: fmt.Sprintf("k%d", i), Outlet: "Ardo Courier", Published: "2031-05-06", Language: "en", Text: words},
			Statements: []parley.Statement{{ID: "s1", Source: spans(t, words, "Kestria"), Cue: spans(t, words, "denied"), Content: spans(t, words, fmt.Sprint("report ", i)), Type: parley.Indirect, Act: parley.Deny}},
		})
	}
	s := New(l, Options{})
	seen := map[string]bool{}
	var paths []string
	for path := "/"; path != ""; {
		paths = append(paths, path)
		root := page(t, s, path)
		for _, row := range all(root, "tr.row") {
			seen[attr(row, "id")] = true
		}
		path = ""
		for _, a := range all(root, "nav.turn a") {
			if attr(a, "rel") == "next" {
				path = attr(a, "href")
			}
			if attr(a, "rel") == "prev" && attr(a, "href") != paths[len(paths)-2] {
				t.Errorf("newer leads to %q, want %q", attr(a, "href"), paths[len(paths)-2])
			}
		}
	}
	if len(seen) != n || len(paths) != 3 {
		t.Errorf("%d pages showed %d rows, want 3 pages and %d rows", len(paths), len(seen), n)
	}
}

func TestWireEmptyLedgerSaysWhatToDo(t *testing.T) {
	root := page(t, New(newLedger(t), Options{}), "/")
	if got := text(one(t, root, "p.empty")); !strings.Contains(got, "parley add") {
		t.Errorf("an empty ledger says %q", got)
	}
}

func TestDayAndTime(t *testing.T) {
	for _, c := range []struct{ in, day, clock string }{
		{"2031-05-06T00:41:00+02:00", "2031-05-05", "22:41"},
		{"2031-05-06", "2031-05-06", ""},
		{"", "undated", ""},
		{"last week", "last week", ""},
	} {
		if day, clock := dayAndTime(c.in); day != c.day || clock != c.clock {
			t.Errorf("dayAndTime(%q) = %q, %q, want %q, %q", c.in, day, clock, c.day, c.clock)
		}
	}
}
