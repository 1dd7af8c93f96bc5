package web

import (
	"net/http"
	"strings"
	"testing"

	"parley"
	"parley/join/issues"
)

// standReadings tell of two parties on a truce, of which one moves.
func standReadings(t testing.TB) []parley.Reading {
	reading := func(id, day, words, party string, stance parley.Stance, evidence string) parley.Reading {
		return parley.Reading{
			Document:  parley.Document{ID: id, Title: "Talks", Outlet: "Tolm Herald", Published: day, Language: "en", URL: "https://herald.example/" + id, Text: words},
			Actors:    []parley.Actor{{ID: "X", Name: party, Kind: parley.State, Mentions: spans(t, words, party)}},
			Positions: []parley.Position{{ID: "p1", Actor: "X", Stance: stance, Issue: evidence, Evidence: spans(t, words, evidence)}},
			Labels:    []parley.Label{{ID: "l1", Target: spans(t, words, "truce"), Label: spans(t, words, evidence), By: parley.IDs{"X"}}},
		}
	}
	return []parley.Reading{
		reading("m1", "2031-05-01", "Kestria rejected a truce in the Oru valley.", "Kestria", parley.Oppose, "a truce in the Oru valley"),
		reading("m2", "2031-05-02", "Varenia demanded the truce in the Oru valley.", "Varenia", parley.Support, "the truce in the Oru valley"),
		reading("m3", "2031-05-03", "Kestria welcomed the lasting truce in the Oru valley.", "Kestria", parley.Support, "the lasting truce in the Oru valley"),
	}
}

// TestMatrixShowsStands holds that each party stands on each issue by its newest telling,
// with the evidence a step away.
func TestMatrixShowsStands(t *testing.T) {
	s := New(newLedger(t, standReadings(t)...), Options{})
	root := page(t, s, "/matrix")
	rows := all(root, "table.matrix tbody tr")
	if len(rows) != 2 || text(rows[0]) != "Kestria +~oppose, then support 2031-05-03 1o" || text(rows[1]) != "Varenia +support 2031-05-02 1o" {
		for _, r := range rows {
			t.Errorf("%q", text(r))
		}
	}
	cell := attr(all(root, "a.stand")[0], "href")
	chosen := page(t, s, strings.TrimSuffix(cell, "#evidence"))
	if got := len(all(chosen, "#evidence blockquote")); got != 2 {
		t.Errorf("%d tellings of the cell, want 2", got)
	}
	if got := text(all(chosen, "#evidence blockquote")[0]); got != "Kestria welcomed the lasting truce in the Oru valley." {
		t.Errorf("the newest evidence reads %q", got)
	}
}

// TestMatrixTakesDecisions holds that the name that a person gave an issue is shown.
func TestMatrixTakesDecisions(t *testing.T) {
	l := newLedger(t, standReadings(t)...)
	id := attr(all(page(t, New(l, Options{}), "/matrix"), "thead th")[1], "title")
	s := New(l, Options{Decisions: func() ([]issues.Decision, error) {
		return []issues.Decision{{Act: issues.Name, Issue: strings.TrimPrefix(id, "issue "), Name: "the truce holds"}}, nil
	}})
	if got := text(all(page(t, s, "/matrix"), "thead th")[1]); got != "“the truce holds”" {
		t.Errorf("the issue is called %q", got)
	}
}

// TestDisputesShowUses holds that a thing with several names is shown with who uses which.
func TestDisputesShowUses(t *testing.T) {
	s := New(newLedger(t, standReadings(t)...), Options{})
	rows := all(page(t, s, "/disputes"), "#labels tr")
	if len(rows) < 2 || !strings.HasPrefix(text(rows[0]), "“truce” “a truce in the Oru valley” Kestria, Varenia 2031-05-01") {
		for _, r := range rows {
			t.Errorf("%q", text(r))
		}
	}
}

// TestMatrixRefusesBadDays holds that an address with a wrong day says so.
func TestMatrixRefusesBadDays(t *testing.T) {
	s := New(newLedger(t), Options{})
	for _, path := range []string{"/matrix?from=soon", "/disputes?to=2031-13-01"} {
		if got := get(t, s, path).Code; got != http.StatusBadRequest {
			t.Errorf("%s answers %d", path, got)
		}
	}
	for _, path := range []string{"/matrix", "/disputes"} {
		if got := text(one(t, page(t, s, path), "p.empty")); got == "" {
			t.Errorf("%s says nothing where there is nothing", path)
		}
	}
}
