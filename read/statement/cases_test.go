package statement_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"parley"
	"parley/lang"
	"parley/read/date"
	"parley/read/readtest"
	"parley/read/statement"
)

var update = flag.Bool("update", false, "rewrite the cases with what the reader finds")

// published is the day of all cases, a Friday.
const published = "2026-03-06"

// TestCases reads the sections of testdata/*.txtar, one text each, and compares
// the statements found with the section's last lines:
//
//	> source | cue | content | type act | how, when, to whom
func TestCases(t *testing.T) {
	readtest.Cases{Describe: found, Update: *update}.Run(t)
}

// found reads a text and describes its statements, one a line.
func found(text string) string {
	analysed := lang.Analyse(text)
	trees := readtest.Trees(analysed)
	dates := date.Read(&parley.Document{Published: published}, analysed, trees, date.Auto)
	var b strings.Builder
	for _, f := range statement.Read(analysed, trees, dates) {
		fields := []string{readtest.OneLine(f.Source.In(text)), readtest.OneLine(f.Cue.In(text)), readtest.OneLine(f.Content.In(text)),
			fmt.Sprintf("%s %s", f.Type, f.Act)}
		if about := about(text, &f); about != "" {
			fields = append(fields, about)
		}
		fmt.Fprintf(&b, "> %s\n", strings.Join(fields, " | "))
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
			out = append(out, x.name+" "+readtest.OneLine(x.value))
		}
	}
	return strings.Join(out, ", ")
}
