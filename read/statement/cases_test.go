package statement_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"parley"
	"parley/lang"
	"parley/read/date"
	"parley/read/statement"
)

var update = flag.Bool("update", false, "rewrite the cases with what the reader finds")

// knownFailures holds the cases that the reader gets wrong today, with what
// would be right. A section is named "file: case" by where it will belong.
const knownFailures = "testdata/known-failures.txtar"

// published is the day of all cases, a Friday.
const published = "2026-03-06"

// mark begins the lines of a case that say what is to be found.
const mark = "> "

// TestCases reads the sections of testdata/*.txtar, one text each, and compares
// the statements found with the section's last lines:
//
//	> source | cue | content | type act | how, when, to whom
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 2 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		if file == knownFailures {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive := parse(t, file)
			for i, section := range archive.Files {
				text, want := split(section)
				got := found(text)
				if got != want && !*update {
					t.Errorf("%s\n%s\n%s", section.Name, text, cmp.Diff(want, got))
				}
				archive.Files[i].Data = []byte(text + got + "\n")
			}
			if *update {
				write(t, file, archive)
			}
		})
	}
}

// TestKnownFailures fails when a known failure has become right, so that it joins
// the cases that must stay right; -update moves it there.
func TestKnownFailures(t *testing.T) {
	archive := parse(t, knownFailures)
	var still []txtar.File
	for _, section := range archive.Files {
		text, want := split(section)
		file, name, ok := strings.Cut(section.Name, ": ")
		switch {
		case !ok:
			t.Errorf("%q: want \"file: case\"", section.Name)
		case found(text) != want:
			still = append(still, section)
		case *update:
			home := filepath.Join("testdata", file+".txtar")
			cases := parse(t, home)
			section.Name = name
			cases.Files = append(cases.Files, section)
			write(t, home, cases)
		default:
			t.Errorf("%s: is right now; -update moves it to %s.txtar", section.Name, file)
		}
	}
	if *update {
		archive.Files = still
		write(t, knownFailures, archive)
	}
}

func parse(t *testing.T, file string) *txtar.Archive {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

func write(t *testing.T, file string, archive *txtar.Archive) {
	t.Helper()
	data := append(bytes.TrimSpace(txtar.Format(archive)), '\n')
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// split parts a section into its text and the lines that begin with the mark.
func split(section txtar.File) (text, want string) {
	var in, out strings.Builder
	for line := range strings.Lines(string(section.Data)) {
		if strings.HasPrefix(line, mark) {
			out.WriteString(line)
		} else {
			in.WriteString(line)
		}
	}
	return strings.TrimSpace(in.String()) + "\n", out.String()
}

// found reads a text and describes its statements, one a line.
func found(text string) string {
	analysed := lang.Analyse(text)
	dates := date.Read(&parley.Document{Published: published}, analysed)
	var b strings.Builder
	for _, f := range statement.Read(analysed, dates) {
		fields := []string{oneLine(f.Source.In(text)), oneLine(f.Cue.In(text)), oneLine(f.Content.In(text)),
			fmt.Sprintf("%s %s", f.Type, f.Act)}
		if about := about(text, &f); about != "" {
			fields = append(fields, about)
		}
		fmt.Fprintf(&b, "%s%s\n", mark, strings.Join(fields, " | "))
	}
	return b.String()
}

// about describes what a statement tells besides its three spans and its act.
func about(text string, f *statement.Found) string {
	var out []string
	for _, x := range []struct{ name, value string }{
		{"said", f.Said}, {"by", f.Channel}, {"to", f.Statement.Addressee},
		{"via", f.Relay.In(text)}, {"inside", strings.TrimPrefix(f.Parent, "s")},
	} {
		if x.value != "" {
			out = append(out, x.name+" "+oneLine(x.value))
		}
	}
	return strings.Join(out, ", ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
