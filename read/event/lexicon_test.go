package event

import (
	"slices"
	"strings"
	"testing"

	"parley"
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

// TestStatusWords holds the list of words that tell how an event stands well formed.
func TestStatusWords(t *testing.T) {
	if errStatus != nil {
		t.Fatal(errStatus)
	}
	for _, head := range statusHeads {
		if len(statusLists[head]) == 0 {
			t.Errorf("%q has no words", head)
		}
	}
	statuses := []parley.EventStatus{parley.Happened, parley.Ongoing, parley.Planned, parley.Proposed, parley.CancelledEvent}
	for word, status := range qualities {
		if !slices.Contains(statuses, status) {
			t.Errorf("%q tells %q, which is no status", word, status)
		}
	}
	for _, bad := range []string{"wished under : want", "planned : next", "planned under", "planned under : plan plan"} {
		if _, err := parseStatus(bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}

// TestIdleObjects holds the list of objects with which a verb tells no event well formed, and
// each of its verbs one of the lexicon.
func TestIdleObjects(t *testing.T) {
	if errIdle != nil {
		t.Fatal(errIdle)
	}
	for verb := range idleObjects {
		base, _, _ := strings.Cut(verb, "_")
		if words.verbs[base] == nil {
			t.Errorf("%q is no verb of events.txt", verb)
		}
	}
	for _, bad := range []string{"capture : image", "capture >"} {
		if _, err := parseIdle(bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}

// TestContexts holds the list of contexts well formed and whole.
func TestContexts(t *testing.T) {
	if errContexts != nil {
		t.Fatal(errContexts)
	}
	told := map[int]bool{}
	for _, phrases := range contextPhrases {
		for _, p := range phrases {
			told[p.context] = true
		}
	}
	for i, name := range contextNames {
		if !told[i] {
			t.Errorf("%s has no words", name)
		}
	}
	for _, bad := range []string{"war : tank", "military", "military : tank tank"} {
		if _, err := parseContexts(bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}
