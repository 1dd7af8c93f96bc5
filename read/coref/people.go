package coref

import (
	"slices"
	"strings"

	"parley/actors"
	"parley/lang"
	"parley/lang/syntax"
)

// people returns the names with those as a person's that the parser takes for one
// at most of their places, where their own words do not tell and no table has
// them; and by their first token those that became so. One word alone is as
// often a place, and must be a person's at more than two
// places in three.
func people(text *lang.Text, trees []syntax.Tree, known *actors.Known, names []lang.Name) (out []lang.Name, guessed map[int]bool) {
	votes := map[string]int{}
	for _, n := range names {
		if n.Type != lang.OtherName {
			continue
		}
		words := n.In(text.Source)
		switch {
		case taken(text, trees, n):
			votes[words]++
		case n.Last-n.First < 2:
			votes[words] -= 2
		default:
			votes[words]--
		}
	}
	out, guessed = slices.Clone(names), map[int]bool{}
	for i := range out {
		n := &out[i]
		words := n.In(text.Source)
		if n.Type != lang.OtherName || votes[words] <= 0 || strings.ToUpper(words) == words {
			continue
		}
		if _, ok := known.Find(words); !ok {
			n.Type, guessed[n.First] = lang.PersonName, true
		}
	}
	return out, guessed
}

// taken reports whether the parser takes every word of a name for a person's.
func taken(text *lang.Text, trees []syntax.Tree, n lang.Name) bool {
	s := text.SentenceAt(n.Start)
	if s < 0 || s >= len(trees) {
		return false
	}
	for k := n.First; k < n.Last; k++ {
		if w := trees[s].At(k); w < 0 || !strings.HasSuffix(trees[s].Words[w].Name, "PER") {
			return false
		}
	}
	return true
}
