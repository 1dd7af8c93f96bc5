package demo_test

import (
	"slices"
	"strings"
	"testing"

	"parley"
	"parley/demo"
	"parley/read"
)

// readings reads the stories as a user's ledger would, by id.
func readings(t *testing.T, ids ...string) map[string]parley.Reading {
	t.Helper()
	stories, err := demo.Stories()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]parley.Reading{}
	for _, d := range stories {
		if !slices.Contains(ids, d.ID) {
			continue
		}
		if out[d.ID], err = reader.Document(d); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// nameOf returns the name of an actor of a reading.
func nameOf(r parley.Reading, id string) string {
	for _, a := range r.Actors {
		if a.ID == id {
			return a.Name
		}
	}
	return ""
}

// namesIn returns the labels of a reading: who calls what what.
func namesIn(r parley.Reading) []string {
	var out []string
	for _, l := range r.Labels {
		out = append(out, nameOf(r, strings.Join(l.By, " "))+": "+words(r, l.Target)+" = "+words(r, l.Label))
	}
	return out
}

// words returns the words of spans.
func words(r parley.Reading, spans parley.Spans) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.In(r.Document.Text))
	}
	return strings.Join(parts, " … ")
}

// TestReaderFindsThePlot holds that the readers themselves find the turns of the plot, where
// the other tests of the plot look at the gold.
func TestReaderFindsThePlot(t *testing.T) {
	r := readings(t, "oru-03", "oru-12", "oru-13", "oru-14", "oru-22", "oru-27", "oru-34")
	for _, c := range []struct {
		id     string
		stance parley.Stance
		shift  parley.Shift
	}{{"oru-03", parley.Oppose, ""}, {"oru-27", parley.Support, parley.Softened}} {
		if !slices.ContainsFunc(r[c.id].Positions, func(p parley.Position) bool {
			return nameOf(r[c.id], p.Actor) == "Kestria" && p.Stance == c.stance && p.Shift == c.shift && p.Issue == "accord on the Oru valley"
		}) {
			t.Errorf("%s: Kestria does not %s an accord on the Oru valley: %+v", c.id, c.stance, r[c.id].Positions)
		}
	}
	for _, c := range []struct {
		id, on, moved string
		status        parley.DueStatus
	}{{"oru-22", "2026-04-15", "2026-05-08", parley.DueMoved}, {"oru-34", "2026-05-08", "", parley.DueMissed}} {
		if !slices.ContainsFunc(r[c.id].Dues, func(d parley.Due) bool {
			return d.Kind == parley.DueDeadline && d.On == c.on && d.MovedTo == c.moved && d.Status == c.status
		}) {
			t.Errorf("%s has no deadline %s that is %s: %+v", c.id, c.on, c.status, r[c.id].Dues)
		}
	}
	for id, want := range map[string]string{"oru-03": "Varenia: September 2024 … the operation = a liberation", "oru-27": "Nadira el-Kasri: what happened in September 2024 = an occupation"} {
		if names := namesIn(r[id]); !slices.Contains(names, want) {
			t.Errorf("%s: %q, want %q among them", id, names, want)
		}
	}
	for id, dead := range map[string]float64{"oru-12": 31, "oru-13": 9, "oru-14": 17} {
		if !slices.ContainsFunc(r[id].Figures, func(f parley.Figure) bool {
			return f.Measure == "killed" && (f.Value != nil && *f.Value == dead || f.Max != nil && *f.Max == dead)
		}) {
			t.Errorf("%s has no figure of %v dead", id, dead)
		}
	}
}
