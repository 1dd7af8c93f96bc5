package ics_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	second "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley"
	"parley/export/ics"
	"parley/join/dues"
	"parley/ledger"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// sample is a meeting that is confirmed, a deadline that moved, and a summit called off.
func sample() []ledger.DueItem {
	item := func(document, published, what, words, sentence string, due parley.Due) ledger.DueItem {
		x := ledger.DueItem{Due: due, Words: words}
		x.Document, x.Published, x.What, x.Context, x.Outlet, x.Entry = document, published, what, sentence, "Tolm Herald", "d1"
		x.URL = "https://herald.example/" + document
		return x
	}
	meeting := item("a", "2031-05-01", "meet in Tolm; then in Ardo, by boat", "Monday", "They will meet in Tolm; then in Ardo, by boat, on Monday.",
		parley.Due{Kind: parley.DueMeeting, On: "2031-05-05", Status: parley.DueConfirmed})
	meeting.Parties = []string{"Varenia", "Kestria"}
	return []ledger.DueItem{
		meeting,
		item("b", "2031-05-02", "deadline for the accord", "May", "The May deadline for the accord has been pushed back into August.",
			parley.Due{Kind: parley.DueDeadline, On: "2031-05", MovedTo: "2031-08", Status: parley.DueMoved}),
		item("c", "2031-05-03", "the river summit", "June 1", "The river summit of June 1 was called off.",
			parley.Due{Kind: parley.DueMeeting, On: "2031-06-01", Status: parley.DueCancelled}),
	}
}

func TestWrite(t *testing.T) {
	var out bytes.Buffer
	if err := ics.Write(&out, dues.Join(sample(), time.Time{}), ics.Options{Name: "Dues, all"}); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/dues.ics"
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// events reads a calendar with another library's parser.
func events(t interface{ Fatal(...any) }, file []byte) []second.Event {
	cal, err := second.NewDecoder(bytes.NewReader(file)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	return cal.Events()
}

// TestSecondParser holds that another library reads the calendar, and reads in it
// what was written.
func TestSecondParser(t *testing.T) {
	var out bytes.Buffer
	list := dues.Join(sample(), time.Time{})
	if err := ics.Write(&out, list, ics.Options{Name: "Dues", Address: func(x ledger.DueItem) string { return "http://127.0.0.1/doc/" + x.Document }}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range events(t, out.Bytes()) {
		text := func(name string) string {
			p := e.Props.Get(name)
			if p == nil {
				return ""
			}
			if v, err := p.Text(); err == nil {
				return v
			}
			return p.Value // of another type than TEXT
		}
		start, err := e.DateTimeStart(time.UTC)
		end, err2 := e.DateTimeEnd(time.UTC)
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		got = append(got, strings.Join([]string{text("SUMMARY"), start.Format(time.DateOnly), end.Format(time.DateOnly), text("STATUS"), text("SEQUENCE"), text("URL"),
			e.Props.Get("DTSTART").Params.Get("VALUE")}, " | "))
	}
	want := []string{
		"meet in Tolm; then in Ardo, by boat | 2031-05-05 | 2031-05-06 | CONFIRMED | 0 | http://127.0.0.1/doc/a | DATE",
		"the river summit | 2031-06-01 | 2031-06-02 | CANCELLED | 1 | http://127.0.0.1/doc/c | DATE",
		"deadline for the accord | 2031-08-01 | 2031-09-01 | TENTATIVE | 1 | http://127.0.0.1/doc/b | DATE",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestForeignWords holds that no words of a text break the calendar.
func TestForeignWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := sample()[0]
		x.What = rapid.String().Draw(t, "what")
		x.Context = rapid.String().Draw(t, "sentence") + "\r\nEND:VEVENT\x00"
		x.URL = "javascript:" + rapid.String().Draw(t, "address")
		var out bytes.Buffer
		if err := ics.Write(&out, dues.Join([]ledger.DueItem{x}, time.Time{}), ics.Options{Name: rapid.String().Draw(t, "name")}); err != nil {
			t.Fatal(err)
		}
		if n := len(events(t, out.Bytes())); n != 1 {
			t.Fatalf("%d events in\n%s", n, out.String())
		}
	})
}

// brokenWriter takes nothing.
type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestWriteFails(t *testing.T) {
	if err := ics.Write(brokenWriter{}, dues.Join(sample(), time.Time{}), ics.Options{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v", err)
	}
}
