package eval_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley"
	"parley/eval"
)

// markLine is a line of marks of which the status is wrong.
const markLine = "news.jsonl\tstory/1\t10\t16\tASSAULT\tongoing\t0000000a\t-\t+-++\t?\t2\thappened"

// writeMarks writes lines to a file of marks.
func writeMarks(t testing.TB, lines ...string) string {
	path := filepath.Join(t.TempDir(), "marks.tsv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestLoadMarks reads a line, and names one of another form.
func TestLoadMarks(t *testing.T) {
	marks, err := eval.LoadMarks(writeMarks(t, "# head", "", markLine))
	if err != nil || len(marks) != 1 {
		t.Fatalf("got %v, %v", marks, err)
	}
	m := marks[0]
	if m.Story != "story/1" || m.Trigger != (parley.Span{Start: 10, End: 16}) || m.Right[eval.MarkStatus] || !m.Right[eval.MarkType] || m.Whole() || !m.Doubt || m.Should != "happened" {
		t.Errorf("got %+v", m)
	}
	for name, line := range map[string]string{
		"too few columns": "a\tb\t1\t2", "no number": strings.Replace(markLine, "\t10\t", "\tten\t", 1), "an empty trigger": strings.Replace(markLine, "\t16\t", "\t10\t", 1),
		"three marks": strings.Replace(markLine, "+-++", "+-+", 1), "another mark": strings.Replace(markLine, "+-++", "+-+x", 1),
	} {
		if _, err := eval.LoadMarks(writeMarks(t, markLine, line)); !errors.Is(err, parley.ErrDamaged) || !strings.Contains(err.Error(), ":2:") {
			t.Errorf("%s gives %v", name, err)
		}
	}
}

// TestCommittedMarks holds that the marks of the project are well formed.
func TestCommittedMarks(t *testing.T) {
	for file, least := range map[string]int{"marks.tsv": 1000, "heldmarks.tsv": 100} {
		marks, err := eval.LoadMarks(filepath.Join("testdata", file))
		if err != nil || len(marks) < least {
			t.Errorf("%s: %d marks, %v", file, len(marks), err)
		}
	}
}

// TestScoreMarks says what became of a wrong status and of a wrong party.
func TestScoreMarks(t *testing.T) {
	marks, err := eval.LoadMarks(writeMarks(t, markLine, strings.Replace(markLine, "+-++", "++++", 1), strings.Replace(strings.Replace(markLine, "+-++", "++-+", 1), "happened", "-", 1)))
	if err != nil {
		t.Fatal(err)
	}
	wrong, right, party := &marks[0], &marks[1], &marks[2]
	as := func(status, actors string) eval.Marked {
		return eval.Marked{Type: "ASSAULT", Status: status, Actors: actors, Recipients: "-"}
	}
	for name, test := range map[string]struct {
		now  eval.Now
		want eval.MarkScore
	}{
		"as wrong as it was":      {eval.Now{Mark: wrong, Read: true, As: as("ongoing", "0000000a")}, eval.MarkScore{Marks: 1, Stand: 1}},
		"mended":                  {eval.Now{Mark: wrong, Read: true, As: as("happened", "0000000a")}, eval.MarkScore{Marks: 1, Stand: 1, Good: 1, Mended: 1}},
		"gone":                    {eval.Now{Mark: wrong}, eval.MarkScore{Marks: 1, Gone: 1}},
		"still right":             {eval.Now{Mark: right, Read: true, As: as("ongoing", "0000000a")}, eval.MarkScore{Marks: 1, Right: 1, Stand: 1, Good: 1}},
		"right and left unknown":  {eval.Now{Mark: right, Read: true, As: as("ongoing", "-")}, eval.MarkScore{Marks: 1, Right: 1, Stand: 1, Good: 1}},
		"right and lost":          {eval.Now{Mark: right}, eval.MarkScore{Marks: 1, Right: 1, Lost: 1}},
		"a wrong party unknown":   {eval.Now{Mark: party, Read: true, As: as("ongoing", "-")}, eval.MarkScore{Marks: 1, Stand: 1, Good: 1, Mended: 1}},
		"another party than told": {eval.Now{Mark: party, Read: true, As: as("ongoing", "0000000b")}, eval.MarkScore{Marks: 1, Unknown: 1}},
	} {
		if got := eval.ScoreMarks([]eval.Now{test.now}); got != test.want {
			t.Errorf("%s: got %+v, want %+v", name, got, test.want)
		}
	}
}

// TestFingerprint tells lists of names apart, and none from some.
func TestFingerprint(t *testing.T) {
	seen := map[string][]string{}
	for _, names := range [][]string{nil, {"Kestria"}, {"Varenia"}, {"Kestria", "Varenia"}, {"Kestria, Varenia"}, {""}} {
		f := eval.Fingerprint(names)
		if other, ok := seen[f]; ok {
			t.Errorf("%q and %q have one fingerprint", other, names)
		}
		seen[f] = names
	}
}

// FuzzLoadMarks holds that any file gives marks or an error that names its line.
func FuzzLoadMarks(f *testing.F) {
	f.Add([]byte(markLine))
	f.Add([]byte("a\tb"))
	f.Fuzz(func(t *testing.T, file []byte) {
		path := filepath.Join(t.TempDir(), "marks.tsv")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Skip()
		}
		marks, err := eval.LoadMarks(path)
		if err != nil && !strings.Contains(err.Error(), "marks") {
			t.Errorf("the error %v does not say what it is of", err)
		}
		for _, m := range marks {
			if m.Trigger.Start < 0 || m.Trigger.End <= m.Trigger.Start {
				t.Errorf("got the trigger %v", m.Trigger)
			}
		}
	})
}
