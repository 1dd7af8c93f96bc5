package label

import "testing"

// TestJudgements holds the list well formed.
func TestJudgements(t *testing.T) {
	if errJudgements != nil {
		t.Fatal(errJudgements)
	}
	if _, _, err := parseJudgements("weak : nice"); err == nil {
		t.Error("a line of another sort is accepted")
	}
}
