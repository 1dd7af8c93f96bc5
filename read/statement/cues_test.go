package statement

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley"
)

// acts are the ledger's acts.
var acts = []parley.Act{parley.Assert, parley.Deny, parley.Confirm, parley.Demand, parley.Offer, parley.Threaten,
	parley.Accuse, parley.Criticise, parley.Praise, parley.Ask, parley.Predict}

// TestNominals checks that every line of nouns.txt can be used, and that bad lines
// are named.
func TestNominals(t *testing.T) {
	if errNominals != nil {
		t.Fatal(errNominals)
	}
	for word, x := range nominals {
		if !slices.Contains(acts, x.act) {
			t.Errorf("%s: act %q is unknown", word, x.act)
		}
		if !x.that && !x.to && len(x.by) == 0 {
			t.Errorf("%s: nothing carries its content", word)
		}
	}
	if len(nominals) < 60 {
		t.Errorf("only %d nouns and adjectives", len(nominals))
	}
	for _, bad := range []string{"claim : assert", "two words : assert : that", "claim : assert : that\nclaim : deny : that"} {
		if _, err := parseNominals(bad); err == nil || !strings.Contains(err.Error(), "nouns.txt:") {
			t.Errorf("%q: got %v", bad, err)
		}
	}
}

// TestCues checks that every line of cues.txt can be used: it is well formed, its
// act is one of the ledger's, and something may carry its content.
func TestCues(t *testing.T) {
	if errCues != nil {
		t.Fatal(errCues)
	}
	const carriers = frameQuote | frameThat | frameThing | frameTo | frameObject | frameAs | frameLabel
	seen := map[string]*cue{}
	for word, senses := range cueWords {
		for _, s := range senses {
			name := strings.Join(append([]string{s.verb}, s.particles...), " ")
			if other := seen[name]; other != nil && other != s.cue {
				t.Errorf("%s: stands twice", name)
			}
			seen[name] = s.cue
			if !slices.Contains(acts, s.act) {
				t.Errorf("%s: act %q is unknown", name, s.act)
			}
			if !s.has(carriers | frameNoun) {
				t.Errorf("%s: no frame can carry its content", name)
			}
			if word != strings.ToLower(word) {
				t.Errorf("%s: %q is not lower case", name, word)
			}
		}
		if !slices.IsSortedFunc(senses, func(a, b sense) int { return len(b.particles) - len(a.particles) }) {
			t.Errorf("%s: a cue with fewer particles hides one with more", word)
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d cues", len(seen))
	}
}

// TestCuesDouble checks that verbs of one short syllable, which double their last
// consonant ("plan", "planned"), give that form in brackets.
func TestCuesDouble(t *testing.T) {
	short := regexp.MustCompile(`^[^aeiou]*[aeiou][^aeiouwxy]$`)
	for word, senses := range cueWords {
		for _, s := range senses {
			if s.form == past && short.MatchString(s.verb) && word == s.verb+"ed" {
				t.Errorf("%s: %q must double its consonant", s.verb, word)
			}
		}
	}
}

// TestForms checks the forms of verbs that English spells by different rules.
func TestForms(t *testing.T) {
	for _, c := range []struct {
		line string
		want map[string]form
	}{
		{"add", map[string]form{"add": base, "adds": present, "added": past, "adding": ing}},
		{"argue", map[string]form{"argue": base, "argues": present, "argued": past, "arguing": ing}},
		{"deny", map[string]form{"deny": base, "denies": present, "denied": past, "denying": ing}},
		{"say [said]", map[string]form{"say": base, "says": present, "said": past, "saying": ing}},
		{"press for", map[string]form{"press": base, "presses": present, "pressed": past, "pressing": ing}},
		{"agree", map[string]form{"agree": base, "agrees": present, "agreed": past, "agreeing": ing}},
		{"admit [admitted]", map[string]form{"admit": base, "admits": present, "admitted": past, "admitting": ing}},
		{"write [wrote written]", map[string]form{"write": base, "writes": present, "wrote": pastOnly, "written": partOnly, "writing": ing}},
		{"signal [signaled signalled]", map[string]form{"signal": base, "signals": present, "signaled": past, "signalled": past, "signaling": ing}},
		{"put it [put]", map[string]form{"put": past, "puts": present, "putting": ing}},
		{"go on to say [went gone]", map[string]form{"go": base, "goes": present, "went": pastOnly, "gone": partOnly, "going": ing}},
	} {
		words, irregular := cutBrackets(c.line)
		if diff := cmp.Diff(c.want, forms(words[0], irregular)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.line, diff)
		}
	}
}

func TestParseCuesErrors(t *testing.T) {
	for _, c := range []struct{ name, file, err string }{
		{"no act", "say : quote", "cues.txt:1: "},
		{"no verb", "# words\n\n : assert : quote", "cues.txt:3: "},
		{"unknown frame", "say : assert : loud", `unknown frame "loud"`},
	} {
		if _, err := parseCues(c.file); err == nil || !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.err)
		}
	}
}

// TestForces checks that every line of force.txt can be used, and that bad lines
// are named.
func TestForces(t *testing.T) {
	if errForces != nil {
		t.Fatal(errForces)
	}
	words := 0
	for _, place := range []map[string]telling{forces.is, forces.does, forces.wants, forces.needs, forces.lacks} {
		for word, x := range place {
			words++
			if !slices.Contains(acts, x.act) {
				t.Errorf("%s: act %q is unknown", word, x.act)
			}
		}
	}
	if words < 250 {
		t.Errorf("only %d words", words)
	}
	for _, bad := range []string{"accuse : does", "accuse : says : lie", "accuse : does : break [law", "accuse : does : lie lie"} {
		if _, err := parseForces(bad); err == nil || !strings.Contains(err.Error(), "force.txt:") {
			t.Errorf("%q: got %v", bad, err)
		}
	}
}
