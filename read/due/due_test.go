package due

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley"
	"parley/lang"
	"parley/read/date"
	"parley/read/readtest"
	"parley/timex"
)

var update = flag.Bool("update", false, "rewrite the cases with what the reader finds")

// published is the day of all cases, a Friday.
const published = "2026-03-06"

// read reads the dates and dues of a text.
func readText(text string) parley.Reading {
	reading := parley.Reading{Document: parley.Document{Text: text, Published: published}}
	analysed := lang.Analyse(text)
	trees := readtest.Trees(analysed)
	reading.Dates = date.Read(&reading.Document, analysed, trees, date.News)
	reading.Dues = Read(&reading, analysed, trees)
	return reading
}

// TestCases compares the dues found in the sections of testdata/*.txtar with the
// sections' last lines: kind, day, status | what | the words of the date.
func TestCases(t *testing.T) {
	readtest.Cases{Update: *update, Describe: func(text string) string {
		var b strings.Builder
		for _, d := range readText(text).Dues {
			fmt.Fprintf(&b, "> %s %s %s | %s | %s\n", d.Kind, d.On, strings.TrimSpace(string(d.Status)+" "+d.MovedTo), d.What.In(text), d.Date.In(text))
		}
		return b.String()
	}}.Run(t)
}

// TestLexicon checks that every line of dues.txt can be used, and that bad lines are named.
func TestLexicon(t *testing.T) {
	if errWords != nil {
		t.Fatal(errWords)
	}
	kinds := []parley.DueKind{parley.DueMeeting, parley.DueDeadline, parley.DueTarget, parley.DueStart, parley.DueEnd}
	for _, list := range []map[string]parley.DueKind{words.nouns, words.verbs} {
		if len(list) < 40 {
			t.Errorf("only %d words", len(list))
		}
		for w, k := range list {
			if !slices.Contains(kinds, k) || w != strings.ToLower(w) {
				t.Errorf("%s: kind %q", w, k)
			}
		}
	}
	for _, bad := range []string{"meeting noun talks", "meeting : talks", "meeting adverb : soon"} {
		if _, err := parseLexicon(bad); err == nil || !strings.Contains(err.Error(), "dues.txt:1") {
			t.Errorf("%q: got %v", bad, err)
		}
	}
}

// check holds what every due must be: of a date of the text, with words of its own.
func check(r parley.Reading) string {
	for _, d := range r.Dues {
		of := slices.ContainsFunc(r.Dates, func(x parley.Date) bool { return slices.Equal(x.Span, d.Date) })
		_, _, ok := timex.Interval(d.On)
		switch {
		case !of:
			return fmt.Sprintf("%q is no date of the text", d.Date.In(r.Document.Text))
		case !ok:
			return fmt.Sprintf("%q is no stretch of the calendar", d.On)
		case d.What.In(r.Document.Text) == "" || d.Confidence <= 0 || d.Confidence > 1:
			return fmt.Sprintf("%+v", d)
		}
	}
	return ""
}

// TestDues holds it for sentences of many forms.
func TestDues(t *testing.T) {
	subjects := []string{"The envoys", "Talks", "The deadline for the truce", "Varenia", "A meeting of the council", "They"}
	verbs := []string{"will meet", "are scheduled for", "may be held", "has been postponed to", "is", "leaves office", "was missed", "plan to vote", "said"}
	days := []string{"on Monday", "by May 4", "in two weeks", "next month", "until Friday", "this year", "in 2030", "on March 3"}
	rapid.Check(t, func(t *rapid.T) {
		text := fmt.Sprintf("%s %s %s. That goal is in doubt.", rapid.SampledFrom(subjects).Draw(t, "subject"),
			rapid.SampledFrom(verbs).Draw(t, "verb"), rapid.SampledFrom(days).Draw(t, "day"))
		if wrong := check(readText(text)); wrong != "" {
			t.Fatalf("%q: %s", text, wrong)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("Talks are scheduled for Monday in Tolm.")
	f.Add("The deadline of May 4 has been pushed back into 2030.")
	f.Fuzz(func(t *testing.T, text string) {
		if wrong := check(readText(text)); wrong != "" {
			t.Fatalf("%q: %s", text, wrong)
		}
	})
}

// TestWithout reads nothing where there is no day, or no tree.
func TestWithout(t *testing.T) {
	const source = "Talks are scheduled for May 4."
	text := lang.Analyse(source)
	r := parley.Reading{Document: parley.Document{Text: source, Published: published}}
	r.Dates = date.Read(&r.Document, text, nil, date.News)
	if len(r.Dates) != 1 || len(Read(&r, text, nil)) != 0 {
		t.Error("a due without a tree")
	}
	r.Document.Published = ""
	if len(Read(&r, text, readtest.Trees(text))) != 0 {
		t.Error("a due without the document's day")
	}
}
