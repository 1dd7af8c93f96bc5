package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"parley"
)

// dueReading tells of a meeting that is soon, and of a deadline that is moved.
func dueReading(t testing.TB) parley.Reading {
	const words = "Varenia and Kestria will meet in Tolm on Monday. The May deadline has been pushed back into August."
	at := func(w string) parley.Spans { return spans(t, words, w) }
	return parley.Reading{
		Document: parley.Document{ID: "due-1", Title: "Talks", Outlet: "Tolm Herald", Published: "2031-05-01", Language: "en", URL: "https://herald.example/due", Text: words},
		Actors:   []parley.Actor{{ID: "V", Name: "Varenia", Kind: parley.State, Mentions: at("Varenia")}, {ID: "K", Name: "Kestria", Kind: parley.State, Mentions: at("Kestria")}},
		Dues: []parley.Due{
			{ID: "d1", What: at("meet in Tolm"), Date: at("Monday"), Kind: parley.DueMeeting, On: "2031-05-05", Status: parley.DueAnnounced, Parties: []string{"V", "K"}},
			{ID: "d2", What: at("The May deadline"), Date: at("May"), Kind: parley.DueDeadline, On: "2031-05", Status: parley.DueMoved, MovedTo: "2031-08"},
		},
	}
}

// onMay returns options whose day is one of May 2031.
func onMay(day int) Options {
	return Options{Now: func() time.Time { return time.Date(2031, 5, day, 10, 0, 0, 0, time.UTC) }}
}

// dueRows returns the rows of a calendar as lines.
func dueRows(t *testing.T, s http.Handler, path string) []string {
	t.Helper()
	var out []string
	for _, tr := range all(page(t, s, path), "tr.row") {
		out = append(out, text(tr))
	}
	return out
}

func TestCalendarShowsDues(t *testing.T) {
	s := New(newLedger(t, dueReading(t)), onMay(2))
	want := []string{
		"2031-05-05 in 3 d !soon, not confirmed meeting · announced “meet in Tolm” “Monday” Varenia, Kestria 1/1",
		"2031-08-01…2031-08-31 in 91 d deadline ~ moved 2031-05→2031-08 “The May deadline” 1/1",
	}
	if diff := cmp.Diff(want, dueRows(t, s, "/calendar")); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	root := page(t, s, "/calendar")
	if got := attr(one(t, root, "#"+attr(all(root, "tr.row")[0], "id")+" a.open"), "href"); !strings.HasPrefix(got, "/doc/due-1") {
		t.Errorf("the evidence is at %q", got)
	}
	if got := text(all(root, "tr.peek blockquote")[0]); got != "Varenia and Kestria will meet in Tolm on Monday." {
		t.Errorf("the evidence reads %q", got)
	}
}

func TestCalendarNarrows(t *testing.T) {
	s := New(newLedger(t, dueReading(t)), onMay(10))
	for path, want := range map[string]int{
		"/calendar": 2, "/calendar?party=Kestria": 1, "/calendar?party=Lumenia": 0, "/calendar?status=moved": 1,
		"/calendar?from=2031-05-04&to=2031-05-06": 2, "/calendar?from=2031-09-01": 0, "/calendar?status=past%2C+unknown": 1,
	} {
		if got := dueRows(t, s, path); len(got) != want {
			t.Errorf("%s has %d rows, want %d: %q", path, len(got), want, got)
		}
	}
	if w := get(t, s, "/calendar?from=soon"); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "is no day") {
		t.Errorf("a bad day: %d", w.Code)
	}
}

func TestCalendarFile(t *testing.T) {
	s := New(newLedger(t, dueReading(t)), onMay(2))
	w := get(t, s, "/calendar.ics?party=Varenia")
	body := w.Body.String()
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/calendar; charset=utf-8" {
		t.Fatalf("%d %q", w.Code, w.Header())
	}
	if !strings.Contains(body, "SUMMARY:meet in Tolm") || !strings.Contains(body, "DTSTART;VALUE=DATE:20310505") || strings.Count(body, "BEGIN:VEVENT") != 1 {
		t.Errorf("the file is\n%s", body)
	}
	if !strings.Contains(strings.ReplaceAll(body, "\r\n ", ""), "http://127.0.0.1:7411/doc/due-1") {
		t.Errorf("the evidence's address is not in\n%s", body)
	}
	if w := get(t, s, "/calendar.ics?to=soon"); w.Code != http.StatusBadRequest {
		t.Errorf("a bad day: %d", w.Code)
	}
}
