package coref_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley"
	"parley/actors"
	"parley/lang"
	"parley/read/coref"
	"parley/read/readtest"
	"parley/read/role"
	"parley/read/statement"
)

// tables are the tables of known actors, which are loaded once.
var tables = sync.OnceValues(actors.Load)

// resolve reads what coref needs and resolves it.
func resolve(t testing.TB, source string) coref.Result {
	t.Helper()
	known, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	doc := parley.Document{Text: source, Published: "2015-12-14"}
	text := lang.Analyse(source)
	trees := readtest.Trees(text)
	roles := role.Read(&doc, text, trees)
	return coref.Resolve(&doc, text, trees, known, lang.Names(text), roles, statement.Read(text, trees, nil)).Result()
}

// TestLinks holds by which sieve words are tied to their actors, and for whom
// those that stay unresolved may stand.
func TestLinks(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // "words sieve actors", "words sieve ? candidates"
	}{
		{"a pronoun", "Mr Orlen arrived. He said the road was shut.", []string{"He pronoun ORLEN"}},
		{"of equals, nobody", "Robert Orlen and Jonas Rell arrived. He said the road was shut.", []string{"He pronoun ? ORLEN RELL"}},
		{"a title", "Foreign Minister Ilona Vaskeri arrived. The minister said the road was shut.", []string{"The minister title VASKERI"}},
		{"a noun", "A senior official said the road was shut. The official said it was late.", []string{"The official noun SENIOROFFICIAL"}},
		{"a body", "The Tolm Observatory for Rivers said the road was shut. The group said it was late.", []string{"The group body TOLMOBSERVATORYFORRIVERS"}},
		{"a body's pronoun", "The council said the road was shut. It said the mill was lost.", []string{"It it or they COUNCIL"}},
		{"I", `Mr Orlen said: "I closed the road."`, []string{"I speaker ORLEN"}},
		{"the two sides", "Talks between Iceland and Norway ended. The two sides said the road was shut.", []string{"The two sides pair ISL NOR"}},
		{"a counterpart", "Icelandic Foreign Minister Davit Orlen met Norwegian Foreign Minister Jonas Rell. His Norwegian counterpart said the road was shut.",
			[]string{"His pronoun ORLEN", "His Norwegian counterpart counterpart RELL"}},
		{"a counterpart by the dated list", "Icelandic Foreign Minister Davit Orlen arrived. His Norwegian counterpart said the road was shut.",
			[]string{"His pronoun ORLEN", "His Norwegian counterpart dated list BRENDE"}},
		{"a counterpart whom nobody lists", "Icelandic village mayor Davit Orlen arrived. His Norwegian counterpart said the road was shut.",
			[]string{"His pronoun ORLEN", "His Norwegian counterpart counterpart ? "}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, l := range resolve(t, tt.text).Links {
				who := strings.Join(l.Actors, " ")
				if who == "" {
					who = "? " + strings.Join(l.Candidates, " ")
				}
				got = append(got, fmt.Sprintf("%s %s %s", l.Span.In(tt.text), l.Sieve, who))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

// TestInvariants holds what must be so of any text: links and mentions lie in the
// text, the mentions of an actor in order; a link has actors that are given out and
// a confidence, or neither; and the same text gives the same result.
func TestInvariants(t *testing.T) {
	pieces := []string{
		"Mr Orlen", "Ms Vaskeri", "Davit Orlen", "he", "she", "his", "her", "himself", "the minister", "a man", "the man", "his counterpart",
		"the two sides", "said", "met", "that", "and", "of", "“", "”", ",", ".", "\n\n", "Iceland", "Norway", "the group", "I", "we", "\xff",
	}
	rapid.Check(t, func(rt *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 40).Draw(rt, "pieces"), " ")
		result := resolve(t, source)
		ids := map[string]bool{}
		for _, a := range result.Actors {
			if a.ID == "" || ids[a.ID] {
				rt.Fatalf("%q: actor %q has the id %q", source, a.Name, a.ID)
			}
			ids[a.ID] = true
			for i, m := range a.Mentions {
				if m.Start < 0 || m.End > len(source) || m.Len() <= 0 || i > 0 && m.Start < a.Mentions[i-1].End {
					rt.Fatalf("%q: mentions of %s: %v", source, a.ID, a.Mentions)
				}
			}
		}
		for _, l := range result.Links {
			if l.Span.Start < 0 || l.Span.End > len(source) || l.Confidence > 1 || (len(l.Actors) > 0) != (l.Confidence > 0) {
				rt.Fatalf("%q: link %+v", source, l)
			}
			for _, id := range l.Actors {
				if !ids[id] {
					rt.Fatalf("%q: link %+v to nobody", source, l)
				}
			}
		}
		if diff := cmp.Diff(result, resolve(t, source)); diff != "" {
			rt.Fatalf("%q: two results differ:\n%s", source, diff)
		}
	})
}

// TestAttach holds that a link stands beside the mention that it ties, and that an
// unresolved source says for whom it may stand.
func TestAttach(t *testing.T) {
	const source = "Robert Orlen and Jonas Rell arrived. He said the road was shut. Ilona Vaskeri left. She said it was late."
	known, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	doc := parley.Document{Text: source}
	text := lang.Analyse(source)
	trees := readtest.Trees(text)
	found := statement.Read(text, trees, nil)
	r := coref.Resolve(&doc, text, trees, known, lang.Names(text), nil, found).Result()
	r.Attach(found)
	var got []string
	for _, a := range r.Actors {
		for _, l := range a.Links {
			got = append(got, fmt.Sprintf("%s %s %s", a.Mentions[l.Mention].In(source), l.Sieve, a.ID))
		}
	}
	for i := range found {
		got = append(got, fmt.Sprintf("%s: %v ? %v", found[i].Source.In(source), found[i].SourceActors, found[i].Candidates))
	}
	want := []string{"She pronoun VASKERI", "He: [] ? [ORLEN RELL]", "She: [VASKERI] ? []"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestWhoEnds holds that words which lead back to themselves stand for nobody, and that a
// chain of them through a long text is not followed to its end.
func TestWhoEnds(t *testing.T) {
	known, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{
		"Its army and its fleet left, and its men and its ships met its guards.",
		strings.Repeat("Its army and its fleet left. ", 2000),
	} {
		doc := parley.Document{Text: source}
		text := lang.Analyse(source)
		trees := readtest.Trees(text)
		cast := coref.Resolve(&doc, text, trees, known, lang.Names(text), nil, nil)
		last := len(trees) - 1
		for w := range trees[last].Words {
			cast.All(last, w)
		}
	}
}
