package position_test

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

// TestCases compares the positions found in the sections of testdata/*.txtar with the
// sections' last lines: party stance shift | issue.
func TestCases(t *testing.T) {
	readtest.Cases{Update: *update, Describe: func(text string) string {
		var b strings.Builder
		for _, p := range readText(t, text).Positions {
			fmt.Fprintf(&b, "> %s %s | %s\n", p.Actor, strings.TrimSpace(string(p.Stance)+" "+string(p.Shift)), p.Issue)
		}
		return b.String()
	}}.Run(t)
}

// TestInvariants holds that every position has a party, a stance, an issue and evidence in
// its text, and a confidence in (0, 1].
func TestInvariants(t *testing.T) {
	pieces := []string{"Turkey", "Iran", "demanded", "that", "the", "rebels", "must", "not", "leave", "said", "wants", "opposed", "a", "deal", ".", "if", "they", "support", "will", "protests", "\""}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30).Draw(t, "pieces"), " ")
		reading := readText(t, text)
		known := map[string]bool{}
		for _, a := range reading.Actors {
			known[a.ID] = true
		}
		for _, p := range reading.Positions {
			if !known[p.Actor] || p.Stance == "" || p.Issue == "" || p.Confidence <= 0 || p.Confidence > 1 {
				t.Errorf("%q: %+v", text, p)
			}
			for _, s := range p.Evidence {
				if s.Len() <= 0 || s.End > len(text) {
					t.Errorf("%q: %v", text, s)
				}
			}
		}
	})
}
