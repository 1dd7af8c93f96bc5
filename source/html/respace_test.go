package html

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestRespace(t *testing.T) {
	const page = "Menu\n\nMinisters meet\n\nThey met in Tolm, again.\nThey spoke.\n\nMore\n\nThey left."
	tests := []struct{ name, extracted, want string }{
		{"as it is", "Ministers meet\n\nThey spoke.", "Ministers meet\n\nThey spoke."},
		{"lost space", "They met inTolm, again.", "They met in Tolm, again."},
		{"added space", "They met in Tolm , again .", "They met in Tolm, again."},
		{"the page's break", "They met in Tolm, again.\n\nThey spoke.", "They met in Tolm, again.\nThey spoke."},
		{"a repeat", "They spoke.\nThey spoke.\nThey left.", "They spoke.\n\nThey left."},
		{"a part of the last", "They met in Tolm, again.They spoke.\nThey spoke.", "They met in Tolm, again.\nThey spoke."},
		{"moved", "They left.\nMinisters meet", "Ministers meet\n\nThey left."},
		{"not in the page", "They met in Tolm, again.\nThey sang.\nThey left.", "They met in Tolm, again.\n\nThey sang.\n\nThey left."},
		{"nothing", "\n \n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := respace(tt.extracted, page); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Lines of the page in the page's order come back as they are, whatever
// happened to their spaces.
func TestRespaceKeepsLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-zé]{1,6}( [a-zé]{1,6}){0,4}`), 1, 8, rapid.ID[string]).Draw(t, "lines")
		page := strings.Join(lines, "\n\n")
		if got := respace(strings.ReplaceAll(page, " ", ""), page); got != page {
			t.Fatalf("got %q, want %q", got, page)
		}
	})
}
