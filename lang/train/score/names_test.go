package score

import (
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name, gold, found string
		want              Names
	}{
		{"all right", "B-PER I-PER O B-LOC", "B-PER I-PER O B-LOC", Names{2, 2, 2}},
		{"too short", "B-PER I-PER O", "B-PER O O", Names{1, 1, 0}},
		{"another type", "B-PER", "B-ORG", Names{1, 1, 0}},
		{"one into two", "B-ORG I-ORG", "B-ORG B-ORG", Names{1, 2, 0}},
		{"none", "O O", "O O", Names{0, 0, 0}},
	} {
		var r Names
		if r.add(strings.Fields(c.gold), strings.Fields(c.found)); r != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, r, c.want)
		}
	}
}
