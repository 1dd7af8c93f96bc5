package persons_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/join/persons"
)

// describe gives the persons as lines: their documents, affiliations, titles and days.
func describe(list []persons.Person) []string {
	var out []string
	for _, p := range list {
		var docs []string
		for _, s := range p.Seen {
			docs = append(docs, s.Document)
		}
		out = append(out, fmt.Sprintf("%s: %s; %s; %s–%s", strings.Join(docs, " "), strings.Join(p.Of, ", "), strings.Join(p.Titles, ", "), p.From, p.To))
	}
	return out
}

func TestGroup(t *testing.T) {
	tests := []struct {
		name string
		seen []persons.Seen
		want []string
	}{
		// Of a whole name.
		{"nobody", nil, nil},
		{"the same title", []persons.Seen{{"a", "2031-01-02", "Varenia", "foreign minister"}, {"b", "2031-01-05", "", "the Foreign Minister"}},
			[]string{"a b: Varenia; the Foreign Minister, foreign minister; 2031-01-02–2031-01-05"}},
		{"a name alone joins", []persons.Seen{{"a", "2031-01-02", "Varenia", "foreign minister"}, {"b", "2031-01-05", "", ""}},
			[]string{"a b: Varenia; foreign minister; 2031-01-02–2031-01-05"}},
		{"another state and title", []persons.Seen{{"a", "2031-01-02", "Varenia", "minister"}, {"b", "2031-01-05", "Kestria", "miller"}},
			[]string{"a: Varenia; minister; 2031-01-02–2031-01-02", "b: Kestria; miller; 2031-01-05–2031-01-05"}},
		{"an envoy of two states", []persons.Seen{{"a", "2031-01-02", "Varenia", "envoy"}, {"b", "2031-01-05", "Kestria", "U.N. envoy"}},
			[]string{"a b: Kestria, Varenia; U.N. envoy, envoy; 2031-01-02–2031-01-05"}},
		{"another title", []persons.Seen{{"a", "2031-01-02", "Varenia", "foreign minister"}, {"b", "2031-01-05", "", "veteran diplomat"}},
			[]string{"a b: Varenia; veteran diplomat, foreign minister; 2031-01-02–2031-01-05"}},
		{"a lifetime later", []persons.Seen{{"a", "2001-01-02", "", "foreign minister"}, {"b", "2031-01-05", "", "miller"}},
			[]string{"a: ; foreign minister; 2001-01-02–2001-01-02", "b: ; miller; 2031-01-05–2031-01-05"}},
		{"a new office of the same state", []persons.Seen{{"a", "2031-01-02", "Varenia", "foreign minister"}, {"b", "2033-01-05", "Varenia", "president"}},
			[]string{"a b: Varenia; president, foreign minister; 2031-01-02–2033-01-05"}},
		{"no day", []persons.Seen{{"a", "", "Varenia", "envoy"}}, []string{"a: Varenia; envoy; –"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, describe(persons.Group("Ilen Sadek", tt.seen))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
	}
}

// Behind a family name alone stand several people sooner.
func TestGroupFamilyName(t *testing.T) {
	seen := []persons.Seen{{"a", "2031-01-02", "Varenia", "foreign minister"}, {"b", "2031-01-05", "", "miller"}, {"c", "2031-01-06", "", ""}}
	want := []string{"a c: Varenia; foreign minister; 2031-01-02–2031-01-06", "b: ; miller; 2031-01-05–2031-01-05"}
	if diff := cmp.Diff(want, describe(persons.Group("Sadek", seen))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestGroupInAnyOrder holds that the order of the sightings tells nothing, that none
// is lost, and that none of a family name alone has two affiliations.
func TestGroupInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seen := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) persons.Seen {
			return persons.Seen{
				Document: rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"}).Draw(t, "document"),
				Day:      rapid.SampledFrom([]string{"", "2031-01-02", "2031-01-20", "2033-05-01", "soon"}).Draw(t, "day"),
				Of:       rapid.SampledFrom([]string{"", "Varenia", "Kestria"}).Draw(t, "of"),
				Title:    rapid.SampledFrom([]string{"", "envoy", "the envoy", "foreign minister", "miller"}).Draw(t, "title"),
			}
		}), 0, 12).Draw(t, "seen")
		name := rapid.SampledFrom([]string{"Ilen Sadek", "Sadek"}).Draw(t, "name")
		got := persons.Group(name, seen)
		mixed := append([]persons.Seen(nil), seen...)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if diff := cmp.Diff(describe(got), describe(persons.Group(name, mixed))); diff != "" {
			t.Fatalf("another order gives others:\n%s", diff)
		}
		n := 0
		for _, p := range got {
			if n += len(p.Seen); len(p.Of) > 1 && name == "Sadek" {
				t.Fatalf("one person of %v", p.Of)
			}
		}
		if n != len(seen) {
			t.Fatalf("%d sightings became %d", len(seen), n)
		}
	})
}
