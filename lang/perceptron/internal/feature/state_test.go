package feature_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/lang/perceptron/internal/feature"
)

// TestAnyMoves asks that legal moves, whichever they are, lead to a tree with one
// root in two moves for each word, and that no state breaks the features.
func TestAnyMoves(t *testing.T) {
	clusters := feature.Clusters{}
	rapid.Check(t, func(t *rapid.T) {
		forms := rapid.SliceOfN(rapid.StringMatching(`[a-zA-Z0-9.,äß’]{0,5}`), 0, 12).Draw(t, "forms")
		var s feature.State
		s.Reset(clusters.AppendWords(nil, forms))
		moves := 0
		for ; !s.Done(); moves++ {
			var legal []feature.Move
			for m := range feature.Moves {
				if s.Legal(m) {
					legal = append(legal, m)
				}
			}
			if len(legal) == 0 {
				t.Fatal("no move is left")
			}
			m := rapid.SampledFrom(legal).Draw(t, "move")
			keys := s.AppendMoveKeys(nil)
			if m != feature.Shift {
				keys = append(keys, s.AppendLabelKeys(nil, m)...)
			}
			if len(keys) > 2*feature.MaxKeys {
				t.Fatalf("%d keys", len(keys))
			}
			s.Do(m, uint8(moves%3)+1)
		}
		if moves != 2*len(forms) {
			t.Errorf("%d moves for %d words", moves, len(forms))
		}
		checkTree(t, &s, len(forms))
	})
}

// checkTree asks that all heads lead to the root, which has one child.
func checkTree(t *rapid.T, s *feature.State, words int) {
	roots := 0
	for i := range words {
		if s.Nodes[i].Head == s.Root() {
			roots++
		}
		at, steps := int32(i), 0
		for ; at != s.Root(); steps++ {
			if at = s.Nodes[at].Head; at < 0 || steps > words {
				t.Fatalf("word %d does not lead to the root", i)
			}
		}
	}
	if roots != min(words, 1) {
		t.Errorf("%d roots over %d words", roots, words)
	}
}

// TestKeys asks that features change with what they are read from, and with
// nothing else.
func TestKeys(t *testing.T) {
	clusters := feature.Clusters{}
	keys := func(text string, i int, tags ...uint32) map[uint32]bool {
		words := clusters.AppendWords(nil, strings.Fields(text))
		for k, tag := range tags {
			words[k].Tag = tag
		}
		set := map[uint32]bool{}
		for _, k := range feature.AppendTagKeys(nil, words, i) {
			set[k] = true
		}
		return set
	}
	base := keys("Varenia will sign", 1, 1)
	tests := []struct {
		name string
		keys map[uint32]bool
		same bool
	}{
		{"again", keys("Varenia will sign", 1, 1), true},
		{"another tag before", keys("Varenia will sign", 1, 2), false},
		{"another word behind", keys("Varenia will say", 1, 1), false},
		{"capitals", keys("Varenia Will sign", 1, 1), false},
		{"a word two places behind", keys("Varenia will sign it", 1, 1), false},
		{"a later tag", keys("Varenia will sign", 1, 1, 0, 5), true},
	}
	for _, tt := range tests {
		if equal(base, tt.keys) != tt.same {
			t.Errorf("%s: same is %v", tt.name, !tt.same)
		}
	}
}

func equal(a, b map[uint32]bool) bool {
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return len(a) == len(b)
}

func TestPlain(t *testing.T) {
	tests := []struct{ in, want string }{
		{"tolm", "tolm"}, {"Tolm", "tolm"}, {"1,250", "0,000"}, {"n’t", "n't"}, {"ÄRDO", "ärdo"}, {"", ""},
	}
	for _, tt := range tests {
		if got := feature.Plain(tt.in); got != tt.want {
			t.Errorf("Plain(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
