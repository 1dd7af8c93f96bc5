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
		{"nobody", nil, nil},
		{"the same title", []persons.Seen{{"a", "2031-01-02", "Varenia", "foreign minister"}, {"b", "2031-01-05", "", "the Foreign Minister"}},
			[]string{"a b: Varenia; the Foreign Minister, foreign minister; 2031-01-02–2031-01-05"}},
		{"a name alone joins", []persons.Seen{{"a", "2031-01-02", "Varenia", "foreign minister"}, {"b", "2031-01-05", "", ""}},
			[]string{"a b: Varenia; foreign minister; 2031-01-02–2031-01-05"}},
		{"another state", []persons.Seen{{"a", "2031-01-02", "Varenia", "envoy"}, {"b", "2031-01-05", "Kestria", "envoy"}},
			[]string{"a: Varenia; envoy; 2031-01-02–2031-01-02", "b: Kestria; envoy; 2031-01-05–2031-01-05"}},
		{"a minister and a miller", []persons.Seen{{"a", "2031-01-02", "Varenia", "foreign minister"}, {"b", "2031-01-05", "", "miller"}},
			[]string{"a: Varenia; foreign minister; 2031-01-02–2031-01-02", "b: ; miller; 2031-01-05–2031-01-05"}},
		{"a new office of the same state", []persons.Seen{{"a", "2031-01-02", "Varenia", "foreign minister"}, {"b", "2033-01-05", "Varenia", "president"}},
			[]string{"a b: Varenia; president, foreign minister; 2031-01-02–2033-01-05"}},
		{"no day", []persons.Seen{{"a", "", "Varenia", "envoy"}}, []string{"a: Varenia; envoy; –"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, describe(persons.Group(tt.seen))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
	}
}

// TestGroupInAnyOrder holds that the order of the sightings tells nothing, that none
// is lost, and that no person has two affiliations.
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
		got := persons.Group(seen)
		mixed := append([]persons.Seen(nil), seen...)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if diff := cmp.Diff(describe(got), describe(persons.Group(mixed))); diff != "" {
			t.Fatalf("another order gives others:\n%s", diff)
		}
		n := 0
		for _, p := range got {
			if n += len(p.Seen); len(p.Of) > 1 {
				t.Fatalf("one person of %v", p.Of)
			}
		}
		if n != len(seen) {
			t.Fatalf("%d sightings became %d", len(seen), n)
		}
	})
}
