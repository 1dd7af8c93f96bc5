package actors_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley"
	"parley/actors"
)

const factsCSV = `of,office,person,id,aliases,from,to
Russia,Minister of Foreign Affairs,Ela Vint,,Ela Wint;E. Vint,2030-01-02,
`

func TestImport(t *testing.T) {
	for _, c := range []struct {
		name   string
		format actors.Format
		text   string
		want   actors.Fact
	}{
		{"csv", actors.CSV, factsCSV, actors.Fact{Of: "Russia", Office: "Minister of Foreign Affairs", Person: "Ela Vint", From: "2030-01-02"}},
		{"json", actors.JSON, `[{"of":"RUS","office":"President","person":"Jon Marr","from":"2030","to":"2031-05"}]`,
			actors.Fact{Of: "RUS", Office: "President", Person: "Jon Marr", From: "2030", To: "2031-05"}},
		{"sparql", actors.SPARQL, `{"head":{},"results":{"bindings":[{"person":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},
			"personLabel":{"value":"Jon Marr"},"officeLabel":{"value":"President"},"countryLabel":{"value":"Russia"},"start":{"value":"2030-01-02T00:00:00Z"}}]}}`,
			actors.Fact{Of: "Russia", Office: "President", Person: "Jon Marr", ID: "Q1", From: "2030-01-02"}},
	} {
		got, err := actors.Import(strings.NewReader(c.text), c.format)
		if err != nil || len(got) != 1 {
			t.Errorf("%s: %v, %v", c.name, got, err)
			continue
		}
		f := got[0]
		if f.Of != c.want.Of || f.Office != c.want.Office || f.Person != c.want.Person || f.ID != c.want.ID || f.From != c.want.From || f.To != c.want.To {
			t.Errorf("%s: %+v, want %+v", c.name, f, c.want)
		}
	}
}

func TestImportErrors(t *testing.T) {
	for _, c := range []struct {
		name, text string
		format     actors.Format
		want       string // part of the error
	}{
		{"no columns", "a,b\n1,2\n", actors.CSV, "line 1: no column \"of\""},
		{"empty", "", actors.CSV, "line 1"},
		{"ragged", "of,office,person\na,b\n", actors.CSV, "line 2"},
		{"no person", "of,office,person\nRUS,President,\n", actors.CSV, "line 2: no person"},
		{"bad day", "of,office,person,from\nRUS,President,Jon Marr,yesterday\n", actors.CSV, "line 2: \"yesterday\" is no day"},
		{"backwards", "of,office,person,from,to\nRUS,President,Jon Marr,2020,2019\n", actors.CSV, "line 2: 2019 is before 2020"},
		{"no JSON", "{", actors.JSON, "line 1"},
		{"wrong JSON", "[\n{\"of\": 3}]", actors.JSON, "line 2"},
		{"no format", "", "xml", "no format"},
	} {
		_, err := actors.Import(strings.NewReader(c.text), c.format)
		if err == nil || !strings.Contains(err.Error(), c.want) || !errors.Is(err, parley.ErrDamaged) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestWith(t *testing.T) {
	file := filepath.Join(t.TempDir(), "own.csv")
	if err := os.WriteFile(file, []byte(factsCSV), 0o600); err != nil {
		t.Fatal(err)
	}
	facts, err := actors.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	k := load(t)
	own, err := k.With(facts)
	if err != nil {
		t.Fatal(err)
	}
	name := func(k *actors.Known, day string) string {
		if held := k.Holder("foreign minister", "RUS", day); len(held) > 0 {
			return held[0].Person.Name
		}
		return ""
	}
	if got := name(own, "2030-06-01"); got != "Ela Vint" {
		t.Errorf("with the fact: %q", got)
	}
	if got := name(own, "2015-12-14"); got != "Sergey Lavrov" {
		t.Errorf("another day: %q", got)
	}
	if got := name(k, "2030-06-01"); got == "Ela Vint" {
		t.Error("the tables themselves changed")
	}
	if got := own.Resolve("Wint", actors.Context{}, "2030-06-01"); len(got) == 0 || got[0].Name != "Ela Vint" {
		t.Errorf("by another name: %v", got)
	}
	if v := own.Check("Sergei Lavrov", "Foreign Minister", "RUS", "2030-06-01"); v.Standing != parley.AtOdds {
		t.Errorf("Lavrov after his time: %s, %s", v.Standing, v.Why)
	}
	if _, err := k.With([]actors.Fact{{Of: "Varenia", Office: "President", Person: "Jon Marr", Line: 7}}); !errors.Is(err, parley.ErrNotFound) || !strings.Contains(err.Error(), "line 7") {
		t.Errorf("a state that nobody knows: %v", err)
	}
}

// TestWithOverrides corrects the end of a tenure.
func TestWithOverrides(t *testing.T) {
	k := load(t)
	own, err := k.With([]actors.Fact{{Of: "USA", Office: "Secretary of State", Person: "John Kerry", From: "2013-02-01", To: "2014-01-01"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tenure := range own.Holder("Secretary of State", "USA", "2015-12-14") {
		t.Errorf("%s still holds the office", tenure.Person.Name)
	}
	if before := k.Holder("Secretary of State", "USA", "2015-12-14"); len(before) != 1 {
		t.Errorf("without the correction: %v", brief(before))
	}
}

func FuzzImport(f *testing.F) {
	f.Add(factsCSV, true)
	f.Add(`[{"of":"RUS","office":"President","person":"Jon Marr"}]`, false)
	f.Add(`{"results":{"bindings":[{"person":{"value":"/entity/Q"}}]}}`, false)
	k := load(f)
	f.Fuzz(func(t *testing.T, text string, table bool) {
		format := actors.JSON
		if table {
			format = actors.CSV
		}
		facts, err := actors.Import(strings.NewReader(text), format)
		if err != nil {
			return
		}
		for _, fact := range facts {
			if fact.Person == "" || fact.Office == "" || fact.Of == "" {
				t.Errorf("%+v has no person, office or state", fact)
			}
		}
		if len(facts) < 4 {
			_, _ = k.With(facts) // It may refuse what it does not know, and must not panic.
		}
	})
}
