// Package readtest runs the cases of the readers: files of short texts, each with
// lines that say what is to be read in it. In flow the txtar files of a reader's
// testdata and a function that describes what it reads; out flow test failures,
// or the files rewritten.
package readtest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"parley/lang"
	"parley/lang/syntax"
)

// knownFailures holds the cases that are read wrongly today, with what would be
// right. A section is named "file: case" by where it belongs once it is right.
const knownFailures = "testdata/known-failures.txtar"

// mark begins the lines of a section that say what is to be read.
const mark = "> "

// Cases are the cases of one reader.
type Cases struct {
	// Describe reads a text and says what it found, each line behind "> ".
	Describe func(text string) string
	// Update rewrites the files with what is read instead of comparing.
	Update bool
}

// Run compares every section of testdata/*.txtar with what is read in it. A known
// failure that has become right fails too, so that it joins the cases that must
// stay right; Update moves it there.
func (c Cases) Run(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 2 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			if file == knownFailures {
				c.failures(t)
			} else {
				c.file(t, file)
			}
		})
	}
}

// file compares the sections of one file.
func (c Cases) file(t *testing.T, file string) {
	archive := parse(t, file)
	for i, section := range archive.Files {
		text, want := split(section)
		got := c.Describe(text)
		if got != want && !c.Update {
			t.Errorf("%s\n%s(-want +got)\n%s", section.Name, text, cmp.Diff(want, got))
		}
		archive.Files[i].Data = []byte(text + got + "\n")
	}
	if c.Update {
		write(t, file, archive)
	}
}

// failures looks for known failures that have become right.
func (c Cases) failures(t *testing.T) {
	archive := parse(t, knownFailures)
	var still []txtar.File
	for _, section := range archive.Files {
		text, want := split(section)
		file, name, ok := strings.Cut(section.Name, ": ")
		switch {
		case !ok:
			t.Errorf("%q: want \"file: case\"", section.Name)
		case c.Describe(text) != want:
			still = append(still, section)
		case c.Update:
			home := filepath.Join("testdata", file+".txtar")
			cases := parse(t, home)
			section.Name = name
			cases.Files = append(cases.Files, section)
			write(t, home, cases)
		default:
			t.Errorf("%s: is right now; -update moves it to %s.txtar", section.Name, file)
		}
	}
	if c.Update {
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

// parser is the parser of all cases. Its weights are loaded once.
var parser = sync.OnceValues(syntax.New)

// Trees returns the trees of a text, as the readers get them.
func Trees(text *lang.Text) []syntax.Tree {
	p, err := parser()
	if err != nil {
		panic(err) // The weights are part of the test's own program.
	}
	return p.Parse(text)
}

// OneLine makes white space single, so that what is described stays on its line.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
