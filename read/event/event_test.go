package event_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"parley"
	"parley/read"
	"parley/read/event"
	"parley/read/readtest"
)

var update = flag.Bool("update", false, "rewrite the cases with what the reader finds")

// reader is loaded once.
var reader = sync.OnceValues(read.New)

// readText reads a text of a day in 2015.
func readText(text string) parley.Reading {
	r, err := reader()
	if err != nil {
		panic(err)
	}
	reading, err := r.Document(parley.Document{ID: "test", Text: text, Published: "2015-12-14"})
	if err != nil {
		return parley.Reading{}
	}
	return reading
}

// candidates reads a text of a day in 2015 and returns what the rules find.
func candidates(text string) []event.Candidate {
	r, err := reader()
	if err != nil {
		panic(err)
	}
	_, found, err := r.Candidates(parley.Document{ID: "test", Text: text, Published: "2015-12-14"})
	if err != nil {
		return nil
	}
	return found
}

// TestCases compares what the rules find in the sections of testdata/*.txtar, before it is
// judged, with the sections' last lines: type, status | trigger | actors -> recipients.
func TestCases(t *testing.T) {
	readtest.Cases{Update: *update, Describe: func(text string) string {
		var b strings.Builder
		for _, e := range candidates(text) {
			fmt.Fprintf(&b, "> %s %s | %s | %s -> %s\n", e.Type, e.Status, e.Trigger[0].In(text), strings.Join(e.Actors, " "), strings.Join(e.Recipients, " "))
		}
		return b.String()
	}}.Run(t)
}

// TestContextsOfEvents reads what events are about: what stands in the phrases of the trigger counts,
// and no other clause.
func TestContextsOfEvents(t *testing.T) {
	for text, want := range map[string]string{
		"Turkey recalled its ambassador to Iran.":                           "diplomatic",
		"Turkey bombed a refinery and an oil port in Iran.":                 "natural_resource",
		"Turkish troops seized a church in Tolm.":                           "military; religion_ethnicity",
		"Turkey arrested three men, and the army said nothing of the vote.": "",
		"Turkey met Iran.": "",
	} {
		events := readText(text).Events
		if len(events) == 0 || events[0].Context != want {
			t.Errorf("%s: %+v, want context %q", text, events, want)
		}
	}
}

// TestInvariants holds that every event has a trigger in its text, actors of the
// reading, a status, and a confidence in (0, 1].
func TestInvariants(t *testing.T) {
	pieces := []string{"Turkey", "Iran", "attacked", "talks", "with", "held", "sanctions", "on", "the", "rebels", "said", "will", "not", "meet", ".", "and", "he", "its", "troops", "to withdraw", "was", "killed", "by", "between", "which", "they", "deal"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 40).Draw(t, "pieces"), " ")
		reading := readText(text)
		known := map[string]bool{}
		for _, a := range reading.Actors {
			known[a.ID] = true
		}
		for _, e := range reading.Events {
			if e.Trigger[0].Len() <= 0 || e.Trigger[0].End > len(text) || e.Status == "" || e.Confidence <= 0 || e.Confidence > 1 {
				t.Errorf("%q: %+v", text, e)
			}
			if slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(id string) bool { return !known[id] }) {
				t.Errorf("%q: %v of %v are no actors of the reading", text, e.Actors, e.Recipients)
			}
		}
	})
}
