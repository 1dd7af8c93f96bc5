package event

import (
	"strings"
	"testing"
)

// TestLexicon holds the list well formed: every line has a type, mode and part of
// PLOVER's, and no word has two senses with the same further words.
func TestLexicon(t *testing.T) {
	if errWords != nil {
		t.Fatal(errWords)
	}
	for part, all := range map[string]map[string][]sense{"verb": words.verbs, "noun": words.nouns} {
		for word, senses := range all {
			seen := map[string]bool{}
			for _, s := range senses {
				if rest := strings.Join(s.words, " "); seen[rest] {
					t.Errorf("%s %q %q stands twice", part, word, rest)
				} else {
					seen[rest] = true
				}
			}
		}
	}
	for _, bad := range []string{"WAR verb : attack", "ASSAULT/visit verb : attack", "ASSAULT adverb : attack", "ASSAULT pair : open", "ASSAULT verb"} {
		if _, err := parseLexicon(bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}
