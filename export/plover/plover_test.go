package plover_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"parley"
	"parley/export/plover"
)

const text = "Kestria bombed Lomar.\nKestria will meet Lomar on May 4. Kestria accused Lomar of theft. Orlen wants talks."

// at returns the span of words in the text.
func at(words string) parley.Spans {
	i := strings.Index(text, words)
	return parley.Spans{{Start: i, End: i + len(words)}}
}

// coded codes a reading with an event of each sort.
func coded() []plover.Event {
	r := &parley.Reading{
		Document: parley.Document{ID: "d1", Outlet: "Lumen\tPost", Published: "2031-05-02T10:00:00Z", Language: "en", Text: text},
		Actors:   []parley.Actor{{ID: "KES", Name: "Kestria", Kind: parley.State}, {ID: "LOM", Name: "Lomar", Kind: parley.State}},
		Events: []parley.Event{
			{ID: "e1", Type: "ASSAULT", Mode: "aerial", Trigger: at("bombed"), Actors: []string{"KES"}, Recipients: []string{"LOM"}, Status: parley.Happened, When: "2031-05-01"},
			{ID: "e2", Type: "CONSULT", Trigger: at("meet"), Actors: []string{"KES"}, Recipients: []string{"LOM"}, Status: parley.Planned, When: "2031-05-04"},
			{ID: "e3", Type: "CONSULT", Trigger: at("talks"), Actors: []string{"KES"}, Status: parley.Proposed},
			{ID: "e4", Type: "ASSAULT", Trigger: at("bombed"), Actors: []string{"KES"}, Status: parley.Denied},
		},
		Statements: []parley.Statement{{ID: "s1", Act: parley.Accuse, SourceActors: parley.IDs{"KES"}, Toward: []string{"LOM"}, Cue: at("accused"), Content: at("Lomar of theft")}},
	}
	lookup := func(a *parley.Actor) plover.Codes { return plover.Codes{Country: a.ID, State: a.Name, Sector: "GOV"} }
	return plover.Of(r, lookup, func(at int) int { return 1 + strings.Count(text[:at], ".") })
}

// TestTense holds that PLOVER's rules of tense apply: what is planned is agreed on, what is
// only sought or denied gives nothing, and an accusation is an event.
func TestTense(t *testing.T) {
	var got []string
	for _, e := range coded() {
		got = append(got, e.ID+" "+e.Type+" "+e.Date)
	}
	want := "d1#e1 ASSAULT 2031-05-01, d1#e2 AGREE 2031-05-04, d1#s1 ACCUSE 2031-05-02"
	if strings.Join(got, ", ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// TestTables reads the tables strictly: every row has the columns of its header.
func TestTables(t *testing.T) {
	for format, columns := range map[plover.Format]int{plover.Polecat: 40, plover.ICEWS: 20} {
		var b bytes.Buffer
		w, err := plover.NewWriter(&b, format)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range coded() {
			if err := w.Write(&e); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(&b)
		r.Comma, r.FieldsPerRecord = '\t', columns
		rows, err := r.ReadAll()
		if err != nil || len(rows) != 4 {
			t.Fatalf("%s: %d rows, %v", format, len(rows), err)
		}
		if format == plover.ICEWS && (rows[1][6] != "195" || rows[1][7] != "-10.0" || rows[1][4] != "Kestria" || rows[1][12] != "1") {
			t.Errorf("%q", rows[1])
		}
		if format == plover.Polecat && (rows[1][2] != "ASSAULT" || rows[1][5] != "MATERIAL CONFLICT" || rows[1][39] != plover.Convention) {
			t.Errorf("%q", rows[1])
		}
	}
}

// TestLines reads the JSON lines and holds the fields that PLOVER requires.
func TestLines(t *testing.T) {
	var b bytes.Buffer
	w, err := plover.NewWriter(&b, plover.JSONL)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range coded() {
		if err := w.Write(&e); err != nil {
			t.Fatal(err)
		}
	}
	for line := range strings.Lines(b.String()) {
		var r struct {
			ID    string              `json:"id"`
			Date  string              `json:"date"`
			Actor []map[string]string `json:"actor"`
			Event []string            `json:"event"`
			Quad  int                 `json:"quad_code"`
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil || r.ID == "" || len(r.Date) != 10 || len(r.Actor) != 1 || len(r.Event) != 1 || r.Quad < 1 || r.Quad > 4 {
			t.Errorf("%s: %v", line, err)
		}
	}
	if _, err := plover.NewWriter(&b, "xml"); err == nil {
		t.Error("a format that nobody knows is accepted")
	}
}
