package label_test

import (
	"flag"
	"fmt"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"parley"
	"parley/read"
	"parley/read/readtest"
)

var update = flag.Bool("update", false, "rewrite the cases with what the reader finds")

// reader is loaded once.
var reader = sync.OnceValues(read.New)

// readText reads a text of a day in 2015.
func readText(t interface{ Fatal(...any) }, text string) parley.Reading {
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	reading, err := r.Document(parley.Document{ID: "test", Text: text, Published: "2015-12-14"})
	if err != nil {
		return parley.Reading{}
	}
	return reading
}

// TestCases compares the labels found in the sections of testdata/*.txtar with the
// sections' last lines: the words | what they are said of | by whom.
func TestCases(t *testing.T) {
	readtest.Cases{Update: *update, Describe: func(text string) string {
		var b strings.Builder
		for _, l := range readText(t, text).Labels {
			fmt.Fprintf(&b, "> %s | %s | %s\n", l.Label[0].In(text), l.Target[0].In(text), strings.Join(l.By, " "))
		}
		return b.String()
	}}.Run(t)
}

// TestInvariants holds that every label lies in its text, that somebody uses it, and that
// it has a confidence in (0, 1].
func TestInvariants(t *testing.T) {
	pieces := []string{"Turkey", "called", "the", "vote", "\"absurd\"", "illegal", "as", "said", "that", "was", "a", "mistake", ".", "it", "condemned", "by", "provocative", "acts", ",", "\""}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30).Draw(t, "pieces"), " ")
		for _, l := range readText(t, text).Labels {
			if len(l.By) == 0 || l.Confidence <= 0 || l.Confidence > 1 {
				t.Errorf("%q: %+v", text, l)
			}
			for _, s := range append(l.Label, l.Target...) {
				if s.Len() <= 0 || s.End > len(text) {
					t.Errorf("%q: %v", text, s)
				}
			}
		}
	})
}
