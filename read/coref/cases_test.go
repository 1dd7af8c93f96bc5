package coref_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"parley"
	"parley/read"
	"parley/read/readtest"
)

var update = flag.Bool("update", false, "rewrite the cases with what is resolved")

// TestCases reads the sections of testdata/*.txtar, one text each, and compares
// who is behind each statement with the section's last lines:
//
//	> source cue: actors | via relay, toward actors
//
// A source that is left unresolved has the actor "?".
func TestCases(t *testing.T) {
	reader, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	describe := func(text string) string { return resolved(t, reader, text) }
	readtest.Cases{Describe: describe, Update: *update}.Run(t)
}

// resolved reads a text and says who is behind its statements, one a line.
func resolved(t *testing.T, reader *read.Reader, text string) string {
	t.Helper()
	reading, err := reader.Document(parley.Document{Text: text, Published: "2026-03-06", Outlet: "Tolm Herald"})
	if err != nil {
		t.Fatal(err)
	}
	actors := map[string]parley.Actor{}
	for _, a := range reading.Actors {
		actors[a.ID] = a
	}
	var b strings.Builder
	for _, s := range reading.Statements {
		who := "?"
		if len(s.SourceActors) > 0 {
			who = describe(actors, s.SourceActors...)
		}
		fmt.Fprintf(&b, "> %s %s: %s%s\n", readtest.OneLine(s.Source.In(text)), readtest.OneLine(s.Cue.In(text)), who, about(actors, &s))
	}
	return b.String()
}

// about says who relayed a statement and toward whom its act is.
func about(actors map[string]parley.Actor, s *parley.Statement) string {
	var out []string
	if s.Relay != "" {
		out = append(out, "via "+describe(actors, s.Relay))
	}
	if len(s.Toward) > 0 {
		out = append(out, "toward "+describe(actors, s.Toward...))
	}
	if len(out) == 0 {
		return ""
	}
	return " | " + strings.Join(out, ", ")
}

// describe names actors with their kinds and what they belong to.
func describe(actors map[string]parley.Actor, ids ...string) string {
	var out []string
	for _, id := range ids {
		a := actors[id]
		of := ""
		if a.Of != "" {
			of = " of " + actors[a.Of].Name
		}
		out = append(out, fmt.Sprintf("%s (%s%s)", a.Name, a.Kind, of))
	}
	return strings.Join(out, " + ")
}

// TestMentions reads the sections of testdata/mentions/persons.txtar, one text
// each, and compares by which words the text calls each actor:
//
//	> name: word, word
func TestMentions(t *testing.T) {
	reader, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	const file = "testdata/mentions/persons.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, section := range archive.Files {
		text, want, _ := strings.Cut(string(section.Data), "\n>")
		got := mentions(t, reader, text)
		if diff := cmp.Diff("> "+strings.TrimSpace(want)+"\n", got); diff != "" && !*update {
			t.Errorf("%s\n%s\n(-want +got)\n%s", section.Name, text, diff)
		}
		archive.Files[i].Data = []byte(strings.TrimSpace(text) + "\n" + got + "\n")
	}
	if *update {
		if err := os.WriteFile(file, append(bytes.TrimSpace(txtar.Format(archive)), '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// mentions reads a text and lists the mentions of its actors.
func mentions(t *testing.T, reader *read.Reader, text string) string {
	t.Helper()
	reading, err := reader.Document(parley.Document{Text: text, Published: "2026-03-06"})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, a := range reading.Actors {
		var words []string
		for _, m := range a.Mentions {
			words = append(words, m.In(text))
		}
		fmt.Fprintf(&b, "> %s: %s\n", a.Name, strings.Join(words, ", "))
	}
	return b.String()
}
