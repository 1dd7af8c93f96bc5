package main

import (
	"strings"
	"testing"

	"parley/actors"
)

// compiled runs sources through a compilation and returns its table.
func compiled(t *testing.T, editor, people, wikidata, cia, phoenix string) string {
	t.Helper()
	known, err := actors.LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	c := newCompilation(known)
	for _, step := range []struct {
		text    string
		ordered bool
		read    func([]byte) error
	}{{editor, true, c.editor}, {people, true, c.aliases}, {wikidata, true, c.officeholders}, {cia, false, c.snapshot}, {phoenix, false, c.dictionary}} {
		c.ordered = step.ordered
		if err := step.read([]byte(step.text)); err != nil {
			t.Fatal(err)
		}
	}
	c.close()
	return string(c.table())
}

func TestTable(t *testing.T) {
	const foreign = `{"set":"russia-cabinet","office":"Minister of Foreign Affairs","wikidata":`
	got := compiled(t,
		"RUS\tMinister of Foreign Affairs\tOru Tal\t2004-03-09\t2010-01-02\teditor\n",
		"Oru Tal\tRUS\tOroo Thal\teditor\n",
		foreign+`"Q11","name":"Oru J. Tal","from":"2004-03-09","to":"2011-12-06"}`+"\n"+ // a wrong end
			foreign+`"Q12","name":"Ela Vint","from":"2010-01-02","to":null}`+"\n"+ // open, until the next
			foreign+`"Q13","name":"Jon Marr","from":"2015-05-05","to":null}`+"\n"+
			foreign+`"Q14","name":"Ida Sol","from":"2005-01-01","to":"2008-01-01"}`+"\n"+ // in someone else's time
			foreign+`"Q15","name":"Old Man","from":"1990-01-01","to":"1995-01-01"}`+"\n",
		`{"country":"Russia","office":"Minister of Health","name":"Ela VINT","as_of":"2019-06"}`+"\n",
		`{"name":"TAL ORU","aliases":["ORUU TAHL"],"roles":[{"code":"RUSGOV","from":"2003-01-01","to":null}],"dict":"Phoenix.Countries.actors.txt"}`+"\n"+
			`{"name":"BEN HUR","aliases":[],"roles":[{"code":"RUSGOV","from":"2003-01-01","to":"2004-12-31"},{"code":"RUSGOVMIL","from":"2005-01-01","to":null}],"dict":"Phoenix.Countries.actors.txt"}`+"\n")
	var lines []string
	for line := range strings.Lines(got) {
		if line[0] != '#' && line[0] != 'S' {
			lines = append(lines, strings.TrimSuffix(line, "\n"))
		}
	}
	want := []string{
		"P\tQ11\tOru Tal\tOroo Thal;Oru J. Tal;Oruu Tahl",
		"P\tQ12\tEla Vint\t",
		"P\tQ13\tJon Marr\t",
		"P\trus-ben-hur\tBen Hur\t",
		"O\tRUS\tofficial\t\t\t\tMember of the Government",
		"T\t3\t2003-01-01\t2011\t\tphoenix",
		"O\tRUS\tminister\t\tforeign\t\tMinister of Foreign Affairs",
		"T\t0\t2004-03-09\t2010-01-02\t\teditor",
		"T\t1\t2010-01-02\t2015-05-05\t\twd22",
		"T\t2\t2015-05-05\t\t\twd22",
		"O\tRUS\tminister\t\thealth\t\tMinister of Health",
		"T\t1\t\t\t2019-06\tcia",
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func TestSourcesSayWhereTheyAreWrong(t *testing.T) {
	known, err := actors.LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text, want string
		read             func(*compilation) func([]byte) error
	}{
		{"columns", "a\tb\n", "line 1 has 2 columns", func(c *compilation) func([]byte) error { return c.editor }},
		{"state", "#\nVAR\tPresident\tOru Tal\t2001\t\teditor\n", "line 2", func(c *compilation) func([]byte) error { return c.editor }},
		{"nobody", "Oru Tal\tRUS\tTal\teditor\n", "nobody is called", func(c *compilation) func([]byte) error { return c.aliases }},
		{"json", "{}\n{\n", "line 2", func(c *compilation) func([]byte) error { return c.officeholders }},
	} {
		if err := c.read(newCompilation(known))([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestCapitalised(t *testing.T) {
	for in, want := range map[string]string{"Rick HOUENIPWELA": "Rick Houenipwela", "KIM Jong-un": "Kim Jong-un", "AL-ASSAD": "Al-Assad", "A. B. O'NEIL": "A. B. O'Neil", "": ""} {
		if got := capitalised(in); got != want {
			t.Errorf("capitalised(%q) = %q, want %q", in, got, want)
		}
	}
}
