package ledger

import (
	"strings"
	"testing"

	"parley"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestParseQuery(t *testing.T) {
	for _, c := range []struct {
		line string
		want Query
	}{
		{"", Query{}},
		{"  ceasefire ", Query{Words: "ceasefire"}},
		{`border "joint patrol" Oru`, Query{Words: `border "joint patrol" Oru`}},
		{"who:Sadek kind:statement", Query{Who: "Sadek", Kind: parley.KindStatement}},
		{`WHO:"Foreign  Ministry" kind:Dates`, Query{Who: "Foreign Ministry", Kind: parley.KindDate}},
		{`by:"Ilen Sadek" toward:Kestria`, Query{By: "Ilen Sadek", Toward: "Kestria"}},
		{"outlet:herald from:2031-05-01 to:2031-05-31", Query{Outlet: "herald", From: "2031-05-01", To: "2031-05-31"}},
		{"doc:d41 in:text truce", Query{Document: "d41", InText: true, Words: "truce"}},
		{"“joint patrol”", Query{Words: `"joint patrol"`}},
		{`at 10:30 "kind:x"`, Query{Words: `at 10:30 "kind:x"`}},
		{`ab"c d"e`, Query{Words: `ab "c d" e`}},
		{`"" truce`, Query{Words: "truce"}},
		{"kind:figure\x00truce", Query{Kind: parley.KindFigure, Words: "truce"}},
	} {
		got, err := ParseQuery(c.line)
		if err != nil {
			t.Errorf("ParseQuery(%q): %v", c.line, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("ParseQuery(%q) (-want +got):\n%s", c.line, diff)
		}
	}
}

func TestParseQueryErrors(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"from:May", `from: wants YYYY-MM-DD, not "May"`},
		{"to:2031-02-30", `to: wants YYYY-MM-DD, not "2031-02-30"`},
		{"from:2031-05-02 to:2031-05-01", "from:2031-05-02 is after to:2031-05-01"},
		{"who:", "who: wants a name"},
		{"by:", "by: wants the exact name of an actor"},
		{`toward:""`, "toward: wants the exact name of an actor"},
		{`who:a who:b`, "who: stands twice"},
		{"kind:rumour", `kind: wants one of actors, roles`},
		{"in:title", `in: wants text, not "title"`},
		{"speaker:Sadek", "speaker: is no field"},
		{`"joint patrol`, `the quotation mark before "joint patrol" is not closed`},
		{"\xff", "not valid UTF-8"},
		{strings.Repeat("a", maxQuery+1), "too large"},
	} {
		_, err := ParseQuery(c.line)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("ParseQuery(%.40q): error %v, want %q", c.line, err, c.want)
		}
	}
}

// A line that was read is written so that it reads the same again.
func TestQueryStringReadsBack(t *testing.T) {
	atom := rapid.SampledFrom([]string{"who:", "by:", "toward:", "kind:", "from:", "doc:", "in:text", "outlet:", `"`, " ", "Sadek", "2031-05-01",
		"figure", "“", "a b", ":", "é", "10:30"})
	rapid.Check(t, func(t *rapid.T) {
		checkReadsBack(t, strings.Join(rapid.SliceOfN(atom, 0, 12).Draw(t, "line"), ""))
	})
}

func FuzzParseQuery(f *testing.F) {
	for _, line := range []string{`who:"Foreign Ministry" truce`, `kind:date from:2031-05-01 "a b"`, "in:text x", "“a”b", ":"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) { checkReadsBack(t, line) })
}

// fataler is what testing.T and rapid.T share.
type fataler interface {
	Fatalf(format string, args ...any)
}

// checkReadsBack parses a line and, where it is a query, its written form.
func checkReadsBack(t fataler, line string) {
	q, err := ParseQuery(line)
	if err != nil {
		return
	}
	again, err := ParseQuery(q.String())
	if err != nil && len(q.String()) <= maxQuery {
		t.Fatalf("%q was read as %q, which is not: %v", line, q.String(), err)
	}
	if err == nil && again != q {
		t.Fatalf("%q was read as %+v, its form %q as %+v", line, q, q.String(), again)
	}
}
