package actors_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/actors"
)

// isDay reports whether a text is a day, month or year, or empty.
func isDay(text string) bool {
	if text == "" {
		return true
	}
	layout := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}[len(text)]
	_, err := time.Parse(layout, text)
	return layout != "" && err == nil
}

// rows returns the rows of a hand-kept table, each with its line's number first.
func rows(t *testing.T, file string, columns int) [][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		row := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(row) != columns {
			t.Errorf("%s: %q has %d columns, not %d", file, line, len(row), columns)
			continue
		}
		out = append(out, row)
	}
	return out
}

// TestHandKeptTenures checks days, provenance and double rows of the hand-kept tables.
func TestHandKeptTenures(t *testing.T) {
	k := load(t)
	var sources []string
	for _, s := range k.Sources() {
		sources = append(sources, s.Key)
	}
	seen := map[string]bool{}
	for _, file := range []string{"heads.tsv", "ministers.tsv", "organisations.tsv"} {
		for _, row := range rows(t, filepath.Join("compile", file), 6) {
			of, from, to, source := row[0], row[3], row[4], row[5]
			switch _, ok := k.ByID(of); {
			case !ok:
				t.Errorf("%s: %q is nowhere", file, of)
			case !isDay(from) || !isDay(to) || from == "":
				t.Errorf("%s: %q: no days", file, row)
			case to != "" && to < from:
				t.Errorf("%s: %q: ends before it begins", file, row)
			case !slices.Contains(sources, source):
				t.Errorf("%s: %q: unknown provenance", file, row)
			case row[1] != strings.TrimSpace(row[1]) || row[2] != strings.TrimSpace(row[2]) || row[1] == "" || row[2] == "":
				t.Errorf("%s: %q is not trimmed", file, row)
			}
			if key := strings.Join(row[:5], "|"); seen[key] {
				t.Errorf("%s: %q stands there twice", file, row)
			} else {
				seen[key] = true
			}
		}
	}
}

// TestHandKeptNames checks that every other name leads to the person.
func TestHandKeptNames(t *testing.T) {
	k := load(t)
	for _, row := range rows(t, filepath.Join("compile", "people.tsv"), 4) {
		for alias := range strings.SplitSeq(row[2], ";") {
			if !slices.ContainsFunc(k.People(alias), func(p actors.Person) bool { return p.Name == row[0] }) {
				t.Errorf("%q does not lead to %q", alias, row[0])
			}
		}
	}
}

// TestPlaceTables checks the form of the tables of places.
func TestPlaceTables(t *testing.T) {
	k := load(t)
	for _, row := range append(rows(t, "places.tsv", 3), rows(t, "placenames.tsv", 3)...) {
		state := row[1]
		if len(state) != 3 || strings.ToUpper(state) != state {
			state = row[2]
		}
		if _, ok := k.Codes(state); !ok {
			t.Errorf("%q is in no state", row)
		}
	}
}

// TestOwnership checks the columns of outlets and organisations that say whose they are.
func TestOwnership(t *testing.T) {
	k := load(t)
	for _, row := range rows(t, "outlets.tsv", 7) {
		o, ok := k.Ownership(row[0])
		known := o.Control == actors.StateControl || o.Control == actors.PublicMedia || o.Control == actors.PrivateMedia
		if _, state := k.Codes(o.Country); !ok || !known || o.Country != "" && !state {
			t.Errorf("%s: %+v", row[0], o)
		}
	}
	for _, row := range rows(t, "organisations.tsv", 7) {
		if _, state := k.Codes(row[5]); row[5] != "" && !state {
			t.Errorf("%s is at home in %q, which is no state", row[0], row[5])
		}
		if row[6] != "" && !k.Militia(row[0]) && !k.Criminal(row[0]) {
			t.Errorf("%s is of the unknown sort %q", row[0], row[6])
		}
	}
}

func TestCodes(t *testing.T) {
	k := load(t)
	for _, c := range []struct{ id, iso2, cameo string }{{"RUS", "RU", "RUS"}, {"TLS", "TL", "TMP"}, {"XKX", "XK", "KSV"}} {
		if got, ok := k.Codes(c.id); !ok || got.ISO2 != c.iso2 || got.CAMEO != c.cameo || got.ISO3 != c.id {
			t.Errorf("Codes(%s) = %+v, %v", c.id, got, ok)
		}
	}
}

func TestHome(t *testing.T) {
	k := load(t)
	for id, want := range map[string]string{"RUS": "RUS", "HEZBOLLAH": "LBN", "USDOS": "USA", "TASS": "RUS", "NYT": "USA", "UN": "", "UNSC": "", "XYZ": ""} {
		if got := k.Home(id); got != want {
			t.Errorf("Home(%s) = %q, want %q", id, got, want)
		}
	}
}
