package plain_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley"
	"parley/export/plain"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// text is an invented story.
const text = `Truce holds, Kestria says

SELMARK, March 5 (Meridian Wire) - "The guns are silent," Foreign Minister Ilona Vaskeri told the Lumen Post on Thursday, "and they will stay silent."

A diplomat said that between 9 and 11 men had been wounded if the count was right. Talks open on May 4.`

// at returns the place of the words in the text; several are one discontinuous piece.
func at(words ...string) parley.Spans {
	var out parley.Spans
	for _, w := range words {
		start := strings.Index(text, w)
		if start < 0 {
			panic("not in the text: " + w)
		}
		out = append(out, parley.Span{Start: start, End: start + len(w)})
	}
	return out
}

// story is a reading with an entry of every kind.
func story() *parley.Reading {
	low, high := 9.0, 11.0
	return &parley.Reading{
		Document: parley.Document{
			ID: "d1", Title: "Truce holds, Kestria says", Outlet: "Tolm Herald", Published: "2026-03-05", Place: "SELMARK",
			Dateline: "2026-03-05", Agency: "Meridian Wire", URL: "https://herald.example/truce", Text: text,
			Warnings: []string{"the page gives two dates"},
		},
		Actors: []parley.Actor{
			{ID: "VASKERI", Name: "Ilona Vaskeri", Kind: parley.Person, Mentions: at("Ilona Vaskeri")},
			{ID: "KES", Name: "Kestria", Kind: parley.State, Mentions: at("Kestria")},
			{ID: "LP", Name: "Lumen Post", Kind: parley.Outlet, Mentions: at("Lumen Post")},
		},
		Roles: []parley.Role{{ID: "r1", Person: at("Ilona Vaskeri"), Title: at("Foreign Minister"), Actor: "VASKERI",
			Provenance: parley.Provenance{Confidence: 0.93}}},
		Statements: []parley.Statement{
			{ID: "s1", Source: at("Kestria"), SourceActors: parley.IDs{"KES"}, Cue: at("says"), Content: at("Truce holds"), Type: parley.Indirect,
				Act: parley.Assert, Provenance: parley.Provenance{Confidence: 0.6}},
			{ID: "s2", Source: at("Foreign Minister Ilona Vaskeri"), SourceActors: parley.IDs{"VASKERI"}, Cue: at("told"),
				Content: at(`"The guns are silent,"`, `"and they will stay silent."`), Type: parley.Direct, Act: parley.Assert, Said: "2026-03-05",
				Channel: "interview", Addressee: "the Lumen Post", Relay: "LP", Toward: []string{"KES"},
				Provenance: parley.Provenance{Confidence: 0.9}},
			{ID: "s3", Source: at("A diplomat"), Cue: at("said"), Content: at("that between 9 and 11 men had been wounded"), Type: parley.Indirect,
				Act: parley.Assert, Parent: "s2", Provenance: parley.Provenance{Confidence: 0.36}},
		},
		Dates: []parley.Date{
			{ID: "t1", Span: at("March 5"), Type: parley.DateDate, Value: "2026-03-05", Provenance: parley.Provenance{Confidence: 0.98}},
			{ID: "t2", Span: at("Thursday"), Type: parley.DateDate, Value: "2026-03-05", How: "the last one before the document's day"},
			{ID: "t3", Span: at("May 4"), Type: parley.DateDate, Value: "2026-05-04", Mod: "APPROX"},
		},
		Events:     []parley.Event{{ID: "e1", Trigger: at("Talks"), Type: "CONSULT", Status: parley.Planned}},
		Conditions: []parley.Condition{{ID: "c1", Antecedent: at("the count was right"), Connective: at("if"), Consequent: at("wounded")}},
		Dues:       []parley.Due{{ID: "u1", What: at("Talks"), Date: at("May 4"), Kind: parley.DueMeeting, Status: parley.DueAnnounced}},
		Positions:  []parley.Position{{ID: "p1", Actor: "KES", Issue: "the truce", Stance: parley.Support, Evidence: at("they will stay silent")}},
		Labels:     []parley.Label{{ID: "l1", Target: at("The guns"), Label: at("silent")}},
		Figures: []parley.Figure{{ID: "f1", Span: at("between 9 and 11 men"), Min: &low, Max: &high, Unit: "men", Measure: "wounded",
			Provenance: parley.Provenance{Confidence: 0.8}}},
	}
}

// golden compares output with a file of testdata.
func golden(t *testing.T, file string, r *parley.Reading) {
	t.Helper()
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := plain.Write(&out, r); err != nil {
		t.Fatal(err)
	}
	file = "testdata/" + file
	if *update {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("%s: (-want +got)\n%s", file, diff)
	}
}

func TestWriteStory(t *testing.T) { golden(t, "story.txt", story()) }

// TestWriteUnknown checks that what is not known is shown as unknown.
func TestWriteUnknown(t *testing.T) {
	golden(t, "unknown.txt", &parley.Reading{Document: parley.Document{Text: "The road was empty."}})
}

func TestWriteEmpty(t *testing.T) {
	golden(t, "empty.txt", &parley.Reading{Document: parley.Document{Title: "Nothing", Outlet: "Tolm Herald", Published: "2026-03-05"}})
}

// full is a writer whose disk is full.
type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteError(t *testing.T) {
	if err := plain.Write(full{}, story()); !errors.Is(err, errFull) {
		t.Errorf("error %v, want %v", err, errFull)
	}
}

func TestAmount(t *testing.T) {
	number := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		figure parley.Figure
		want   string
	}{
		{parley.Figure{Value: number(20), Unit: "people", Measure: "killed"}, "20 people killed"},
		{parley.Figure{Value: number(2.5), Unit: "percent"}, "2.5 percent"},
		{parley.Figure{Value: number(90_000), Mod: "more than"}, "more than 90000"},
		{parley.Figure{Value: number(12_000_000)}, "12000000"},
		{parley.Figure{Value: number(0), Unit: "dead"}, "0 dead"},
		{parley.Figure{Value: number(-3), Unit: "degrees"}, "-3 degrees"},
		{parley.Figure{Min: number(9), Max: number(11), Unit: "men"}, "9 to 11 men"},
		{parley.Figure{Value: number(300), Approx: true}, "about 300"},
		{parley.Figure{Unit: "people"}, "no number people"},
	} {
		if got := plain.Amount(&c.figure); got != c.want {
			t.Errorf("%+v: %q, want %q", c.figure, got, c.want)
		}
	}
}
