package condition

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley"
	"parley/lang"
	"parley/read/readtest"
)

var update = flag.Bool("update", false, "rewrite the cases with what the reader finds")

// readText reads the conditions of a text.
func readText(text string) []parley.Condition {
	analysed := lang.Analyse(text)
	return Read(analysed, readtest.Trees(analysed), nil)
}

// show joins the spans of a part.
func show(text string, spans parley.Spans) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.In(text))
	}
	return strings.Join(parts, " … ")
}

// TestCases compares the conditions found in the sections of testdata/*.txtar with the
// sections' last lines: consequent | connective | antecedent.
func TestCases(t *testing.T) {
	readtest.Cases{Update: *update, Describe: func(text string) string {
		var b strings.Builder
		for _, c := range readText(text) {
			fmt.Fprintf(&b, "> %s | %s | %s\n", show(text, c.Consequent), show(text, c.Connective), show(text, c.Antecedent))
		}
		return b.String()
	}}.Run(t)
}

// TestConnectives holds the list well formed: every line has a sort and words, and no
// connective stands twice.
func TestConnectives(t *testing.T) {
	if errConnectives != nil {
		t.Fatal(errConnectives)
	}
	if _, err := parseConnectives("if and only : if"); err == nil {
		t.Error("a line without a sort is accepted")
	}
	seen := map[string]string{}
	for _, all := range connectives {
		for _, c := range all {
			words := strings.Join(c.words, " ")
			if before, twice := seen[words]; twice && (before != "clause" || c.sort != "phrase") {
				t.Errorf("%q stands twice", words)
			}
			seen[words] = c.sort
		}
	}
}

// TestAttribution holds that a condition is of the innermost statement that holds it.
func TestAttribution(t *testing.T) {
	text := "Orlen said Vaskeri promised they would leave if the road opened."
	analysed := lang.Analyse(text)
	all := func(from, to string) parley.Spans {
		return parley.Spans{{Start: strings.Index(text, from), End: strings.Index(text, to) + len(to)}}
	}
	found := Read(analysed, readtest.Trees(analysed), []parley.Statement{
		{ID: "s1", Content: all("Vaskeri", "opened"), SourceActors: parley.IDs{"ORLEN"}},
		{ID: "s2", Content: all("they", "opened"), SourceActors: parley.IDs{"VASKERI"}},
	})
	if len(found) != 1 || found[0].Statement != "s2" || !slices.Equal(found[0].By, parley.IDs{"VASKERI"}) {
		t.Errorf("%+v", found)
	}
}

// TestInvariants holds that conditions lie in their text, that the parts do not overlap,
// and that each has a confidence in (0, 1].
func TestInvariants(t *testing.T) {
	pieces := []string{"if", "unless", "the war", "ends", ",", "Kestria", "will leave", "without", "a deal", "depends on", "only", "had", "until", ".", "in return for", "“", "”", "peace", "must", "to"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), " ")
		for _, c := range readText(text) {
			if c.Confidence <= 0 || c.Confidence > 1 {
				t.Errorf("confidence %v", c.Confidence)
			}
			for _, s := range slices.Concat(c.Antecedent, c.Connective, c.Consequent) {
				if s.Start < 0 || s.End > len(text) || s.Len() <= 0 {
					t.Errorf("span %v of %q", s, text)
				}
			}
			for _, s := range c.Antecedent {
				if c.Consequent.Overlaps(s) || c.Connective.Overlaps(s) {
					t.Errorf("parts overlap in %q: %+v", text, c)
				}
			}
		}
	})
}
