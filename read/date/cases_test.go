package date_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"parley"
	"parley/lang"
	"parley/read/date"
	"parley/read/readtest"
)

var update = flag.Bool("update", false, "rewrite the cases with what the reader finds")

// treeFiles are the files whose lines are read right only with trees.
const treeFiles = "trees-"

// TestCases reads the lines of testdata/*.txtar, one text each, and compares
// what is found, written into the line, with the line: with trees, and, but for
// the files of trees, also without.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) { testFile(t, file, readTrees) })
		if !strings.HasPrefix(name, treeFiles) {
			t.Run(name+" without trees", func(t *testing.T) { testFile(t, file, tagged(date.News)) })
		}
	}
}

// TestNarrative reads the stories of testdata/narrative.
func TestNarrative(t *testing.T) {
	testFile(t, "testdata/narrative/stories.txtar", tagged(date.Narrative))
}

// TestAuto holds which texts are taken for narratives.
func TestAuto(t *testing.T) {
	day := time.Date(2009, 12, 19, 0, 0, 0, 0, time.UTC)
	history := "In 1939 the war began. In October the capital fell. In 1940 and 1941 it was besieged. In 1943 it was free. In 1944 and 1945 it was rebuilt."
	for text, want := range map[string]string{
		history: "1939-10",
		history + " The minister spoke of it on Friday and yesterday.": "2009-10",
		"In October the capital fell. In 2009 it was besieged.":        "2009-10",
		"In 1939 the war began. In October the capital fell.":          "2009-10",
	} {
		var months []string
		for _, d := range date.Tag(text, day, date.Auto) {
			if d.Span.In(text) == "October" {
				months = append(months, d.Value)
			}
		}
		if len(months) != 1 || months[0] != want {
			t.Errorf("%q gives October %v, want %s", text, months, want)
		}
	}
}

// tagged finds the dates of a text by its words alone.
func tagged(mode date.Mode) func(string, time.Time) []parley.Date {
	return func(text string, day time.Time) []parley.Date { return date.Tag(text, day, mode) }
}

// readTrees finds the dates of a text with its trees.
func readTrees(text string, day time.Time) []parley.Date {
	doc := parley.Document{Text: text}
	if !day.IsZero() {
		doc.Published = day.Format(time.DateOnly)
	}
	analysed := lang.Analyse(text)
	var ends []parley.Date
	for _, d := range date.Read(&doc, analysed, readtest.Trees(analysed), date.News) {
		ends = append(ends, d.Ends()...)
	}
	return ends
}

// TestRanges reads ranges, which are one date of two spans.
func TestRanges(t *testing.T) {
	day := "2015-12-14"
	for text, want := range map[string]string{
		"The envoys will be in Ardo on Dec. 18-20.":                      "Dec. 18 … 20 = 2015-12-18/2015-12-20 (2015-12-18 to 2015-12-20)",
		"The lull lasted from 2009 to 2011.":                             "2009 … 2011 = 2009/2011 (2009-01-01 to 2011-12-31)",
		"The lull lasted between March and May 2014.":                    "March … May 2014 = 2014-03/2014-05 (2014-03-01 to 2014-05-31)",
		"The talks run through Friday.":                                  "Friday = 2015-12-18 (2015-12-18 to 2015-12-18)",
		"The talks were moved from Dec. 18 to Dec. 20.":                  "Dec. 18 = 2015-12-18 (2015-12-18 to 2015-12-18); Dec. 20 = 2015-12-20 (2015-12-20 to 2015-12-20)",
		"The council met on Dec. 1 and Dec. 4.":                          "Dec. 1 = 2015-12-01 (2015-12-01 to 2015-12-01); Dec. 4 = 2015-12-04 (2015-12-04 to 2015-12-04)",
		"The lull lasted two weeks.":                                     "two weeks = P2W ( to )",
		"A judge who served from 1999 and an envoy of 2011 met in Ardo.": "1999 = 1999 (1999-01-01 to 1999-12-31); 2011 = 2011 (2011-01-01 to 2011-12-31)",
	} {
		doc := parley.Document{Text: text, Published: day}
		analysed := lang.Analyse(text)
		var got []string
		for _, d := range date.Read(&doc, analysed, readtest.Trees(analysed), date.News) {
			got = append(got, fmt.Sprintf("%s = %s (%s to %s)", strings.ReplaceAll(d.Span.In(text), " ... ", " … "), d.Value, d.First, d.Last))
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s\n%s", text, diff)
		}
	}
}

func testFile(t *testing.T, file string, read func(string, time.Time) []parley.Date) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, section := range archive.Files {
		day, err := time.Parse(time.DateOnly, section.Name)
		if err != nil && section.Name != "no day" {
			t.Fatalf("section %q is neither a day nor %q", section.Name, "no day")
		}
		var out bytes.Buffer
		for line := range strings.Lines(string(section.Data)) {
			want := strings.TrimSuffix(line, "\n")
			text := plain(want)
			got := marked(text, read(text, day))
			fmt.Fprintln(&out, got)
			if !*update && got != want {
				t.Errorf("%s, %s:\n%s", file, section.Name, cmp.Diff(want, got))
			}
		}
		archive.Files[i].Data = out.Bytes()
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// plain takes the marks out of a line: "on {Friday|2015-12-11}" is "on Friday".
func plain(line string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(line, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		words, _, _ := strings.Cut(rest, "|")
		_, line, _ = strings.Cut(rest, "}")
		b.WriteString(words)
	}
}

// marked writes the dates that were found into their text.
func marked(text string, found []parley.Date) string {
	for _, d := range slices.Backward(found) {
		note := strings.TrimSpace(d.Value + " " + d.Mod)
		if d.Type != parley.DateDate {
			note = string(d.Type) + " " + note
		}
		s := d.Span.Hull()
		text = text[:s.Start] + "{" + text[s.Start:s.End] + "|" + note + "}" + text[s.End:]
	}
	return text
}
