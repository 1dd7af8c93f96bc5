package position

import (
	"strings"
	"testing"
)

// TestLexicon holds the list well formed.
func TestLexicon(t *testing.T) {
	if errWords != nil {
		t.Fatal(errWords)
	}
	for _, bad := range []string{"above words : must", "for nouns : must", "for words must"} {
		if _, err := parseLexicon(bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}

// TestTaken holds which side words take.
func TestTaken(t *testing.T) {
	tests := []struct {
		words string
		want  side
	}{
		{"they must leave the valley", forIt},
		{"they must not leave the valley", against},
		{"the vote was unlawful", against},
		{"the vote was not unlawful", forIt},
		{"the importance of avoiding the vote", against},
		{"which groups should take part", ""},
		{"the road is long", ""},
	}
	for _, tt := range tests {
		if got := taken(strings.Fields(tt.words)); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.words, got, tt.want)
		}
	}
}

// TestIssue holds how an issue is named.
func TestIssue(t *testing.T) {
	for evidence, want := range map[string]string{
		"to the withdrawal of its troops":  "withdrawal of its troops",
		"“that the vote be held at once,”": "vote be held at once",
		"that":                             "",
	} {
		if got := issue(evidence); got != want && !(want == "" && got == "that") {
			t.Errorf("%q: %q, want %q", evidence, got, want)
		}
	}
}
