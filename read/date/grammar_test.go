package date

import (
	"slices"
	"strings"
	"testing"
)

// TestPatterns checks that patterns are well written: a word in capitals is a
// symbol, so that a slip of the pen does not become a word that no text has.
func TestPatterns(t *testing.T) {
	tables := slices.Concat(pointForms, wholeForms, [][]form{clockForms})
	for _, f := range slices.Concat(tables...) {
		words := strings.FieldsFunc(f.pattern, func(r rune) bool { return r == ' ' || r == '|' || r == '?' })
		for _, w := range words {
			if w == strings.ToUpper(w) && w != strings.ToLower(w) && symbolNames[w] == noSymbol {
				t.Errorf("pattern %q: %q is no symbol", f.pattern, w)
			}
		}
		if len(words) == 0 || f.build == nil {
			t.Errorf("pattern %q is empty or has no builder", f.pattern)
		}
	}
}

// TestConfidence checks that every rule has its measured confidence.
func TestConfidence(t *testing.T) {
	for r := noRule + 1; r < rules; r++ {
		if c := confidence[r]; c <= 0 || c >= 1 {
			t.Errorf("rule %d has the confidence %v", r, c)
		}
	}
}
