package demo

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"parley"
)

// The tests of this file check that the parts of the plot which the README
// promises stand in the stories.

// shingles returns the runs of four words of a text, without case and punctuation.
func shingles(text string) map[string]bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	set := map[string]bool{}
	for i := range len(words) - 3 {
		set[strings.Join(words[i:i+4], " ")] = true
	}
	return set
}

// likeness is the share of shingles that two texts have in common.
func likeness(a, b map[string]bool) float64 {
	common := 0
	for s := range a {
		if b[s] {
			common++
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}

func TestOneStoryIsCopiedByFourOutlets(t *testing.T) {
	family := map[string]string{
		"oru-22": "wire", "oru-23": "wire", "oru-24": "wire", "oru-25": "wire", "oru-26": "wire",
		"oru-18": "correction", "oru-18b": "correction",
	}
	docs, outlets := stories(t), map[string]bool{}
	sets := make([]map[string]bool, len(docs))
	for i, doc := range docs {
		sets[i] = shingles(doc.Text)
		if family[doc.ID] == "wire" {
			outlets[doc.Outlet] = true
		}
	}
	for i, a := range docs {
		for k, b := range docs[:i] {
			same := family[a.ID] != "" && family[a.ID] == family[b.ID]
			l := likeness(sets[i], sets[k])
			if same && l < 0.6 || !same && l > 0.1 {
				t.Errorf("%s and %s share %.2f of their shingles", b.ID, a.ID, l)
			}
			if a.Text == b.Text {
				t.Errorf("%s and %s are equal: a copy has small edits", b.ID, a.ID)
			}
		}
	}
	if len(outlets) != 5 {
		t.Errorf("the wire story stands with %d outlets, want 5", len(outlets))
	}
}

func TestOneStoryIsCorrectedByItsOutlet(t *testing.T) {
	old, corrected := story(t, "oru-18"), story(t, "oru-18b")
	if old.URL != corrected.URL || old.Published != corrected.Published {
		t.Errorf("not one story: %s of %s, %s of %s", old.URL, old.Published, corrected.URL, corrected.Published)
	}
	if old.Modified != "" || corrected.Modified <= old.Published {
		t.Errorf("modified %q and then %q", old.Modified, corrected.Modified)
	}
	if strings.Contains(old.Text, "Correction:") || !strings.Contains(corrected.Text, "Correction:") {
		t.Error("want a correction line in the second version alone")
	}
	if !strings.Contains(old.Text, "release 140 prisoners") || !strings.Contains(corrected.Text, "release 114 prisoners") {
		t.Error("the number that was corrected is missing")
	}
}

func TestSpokesmanHasAWrongTitleOnce(t *testing.T) {
	var wrong []string
	for _, doc := range stories(t) {
		for line := range strings.Lines(doc.Text) {
			if strings.Contains(line, "Davit Orlen") && strings.Contains(line, "Defence Ministry") {
				wrong = append(wrong, doc.ID)
			} else if strings.Contains(line, "Davit Orlen") && !strings.Contains(line, "Foreign Ministry") {
				t.Errorf("%s gives no title: %s", doc.ID, line)
			}
		}
	}
	if !slices.Equal(wrong, []string{"oru-36"}) {
		t.Errorf("the wrong title stands in %v, want oru-36", wrong)
	}
}

// gold loads the gold readings by id of their story.
func gold(t *testing.T) map[string]parley.Reading {
	t.Helper()
	readings, err := Gold()
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]parley.Reading{}
	for _, r := range readings {
		byID[r.Document.ID] = r
	}
	return byID
}

func TestPartySoftens(t *testing.T) {
	const issue = "an accord before the last Varenian soldier leaves the Hask dam"
	want := []string{"oru-03 oppose ", "oru-27 conditional softened"}
	readings, got := gold(t), []string{}
	for _, id := range []string{"oru-03", "oru-27"} {
		for _, p := range readings[id].Positions {
			if p.Actor == "KES" && p.Issue == issue {
				got = append(got, fmt.Sprintf("%s %s %s", id, p.Stance, p.Shift))
				break // The second story tells the old stance too, after the new one.
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("Kestria's stand: %q, want %q", got, want)
	}
}

func TestDeadlineIsMovedAndThenMissed(t *testing.T) {
	readings := gold(t)
	for _, c := range []struct{ id, on, status, movedTo string }{
		{"oru-08", "2026-04-15", "announced", ""},
		{"oru-22", "2026-04-15", "moved", "2026-05-08"},
		{"oru-22", "2026-05-08", "announced", ""},
		{"oru-34", "2026-05-08", "missed", ""},
	} {
		if !slices.ContainsFunc(readings[c.id].Dues, func(d parley.Due) bool {
			return d.Kind == parley.DueDeadline && d.On == c.on && string(d.Status) == c.status && d.MovedTo == c.movedTo
		}) {
			t.Errorf("%s has no deadline %s, %s %s", c.id, c.on, c.status, c.movedTo)
		}
	}
}

func TestTwoSidesNameAThingDifferently(t *testing.T) {
	r := gold(t)["oru-39"]
	by := map[string]string{}
	for _, l := range r.Labels {
		by[strings.Join(l.By, "+")] = l.Label.In(r.Document.Text)
	}
	if by["KES"] != "an occupation" || by["VAR"] != "a liberation" || by["VAR+KES"] != `"the events."` {
		t.Errorf("labels by side: %v", by)
	}
}

func TestCasualtyFigureIsContested(t *testing.T) {
	killed := map[string]float64{}
	for _, f := range gold(t)["oru-14"].Figures {
		if f.Measure == "killed" && f.Value != nil {
			killed[strings.Join(f.By, "+")] = *f.Value
		}
	}
	if killed["KES"] != 31 || killed["VAR"] != 9 || killed["MISSION"] != 17 {
		t.Errorf("killed, by whom: %v", killed)
	}
}
