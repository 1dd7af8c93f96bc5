package web

import (
	"net/http"
	"testing"
)

// TestNewsShowsWhatMoved holds that the wire's news tell who stands elsewhere than before, from
// where to where, with the evidence; and that a sort of news can be chosen.
func TestNewsShowsWhatMoved(t *testing.T) {
	s := New(newLedger(t, standReadings(t)...), Options{})
	rows := all(page(t, s, "/news"), "table.news tbody tr")
	if len(rows) != 1 || text(rows[0]) != "2031-05-03~ position moved Kestria “a truce in the Oru valley” oppose → support Tolm Herald, 2031-05-03Kestria welcomed the lasting truce in the Oru valley. sentence" {
		for _, r := range rows {
			t.Errorf("%q", text(r))
		}
	}
	if got := len(all(page(t, s, "/news?kind=date+slipped"), "table.news tbody tr")); got != 0 {
		t.Errorf("%d rows of slipped dates, want none", got)
	}
	led := false
	for _, a := range all(page(t, s, "/"), "nav.kinds a") {
		led = led || attr(a, "href") == "/news" && text(a) == "news"
	}
	if !led {
		t.Error("the wire does not lead to the news")
	}
}

// TestNewsRefusesDays holds that an address that cannot be understood is refused, and that
// days bound the change and not what was before it.
func TestNewsRefusesDays(t *testing.T) {
	s := New(newLedger(t, standReadings(t)...), Options{})
	for _, address := range []string{"/news?from=soon", "/news?kind=rumour"} {
		if got := get(t, s, address); got.Code != http.StatusBadRequest {
			t.Errorf("%s: status %d, want 400", address, got.Code)
		}
	}
	if got := len(all(page(t, s, "/news?from=2031-05-03"), "table.news tbody tr")); got != 1 {
		t.Errorf("%d rows from the day of the change on, want 1: what was before it is older", got)
	}
}
