package syntax_test

import (
	"testing"

	"parley/lang"
	"parley/lang/syntax"
)

// TestParseUpTo checks that a sentence of too many tokens has an empty tree, and the
// others the same as ever.
func TestParseUpTo(t *testing.T) {
	p, err := syntax.New()
	if err != nil {
		t.Fatal(err)
	}
	text := lang.Analyse("Orlen left. The envoy of the north and the river said that the talks had failed. Nobody stayed.")
	all, some := p.Parse(text), p.ParseUpTo(text, 6)
	for i, want := range []bool{true, false, true} {
		if got := len(some[i].Words) > 0; got != want {
			t.Errorf("sentence %d has a tree: %v, want %v", i, got, want)
		}
		if want && len(some[i].Words) != len(all[i].Words) {
			t.Errorf("sentence %d has %d words, want %d", i, len(some[i].Words), len(all[i].Words))
		}
	}
}
