package train

import (
	"cmp"
	"slices"

	"parley/lang/conllu"
	"parley/lang/perceptron"
	"parley/lang/perceptron/internal/feature"
)

// minUniversal is how often a key must be seen for a line of its own.
const minUniversal = 2

// universalWord is a word as the table sees it, with any of its fields left empty.
type universalWord struct {
	form           uint32
	xpos, relation string
}

// lookups returns the keys that a word is looked up by, in order.
func (w universalWord) lookups() [4]universalWord {
	return [...]universalWord{w, {0, w.xpos, w.relation}, {w.form, w.xpos, ""}, {0, w.xpos, ""}}
}

// universal learns the table from tags to universal parts of speech. A key gets
// a line only where the keys behind it in the order would say something else.
func universal(sentences []*conllu.Sentence) []perceptron.Universal {
	counts := map[universalWord]map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			word := universalWord{feature.Hash(feature.Plain(w.Form)), w.XPOS, w.Relation}
			for _, key := range word.lookups() {
				if counts[key] == nil {
					counts[key] = map[string]int{}
				}
				counts[key][w.UPOS]++
			}
		}
	}
	known := map[universalWord]string{}
	for _, level := range []int{3, 2, 1, 0} {
		addUniversal(known, counts, level)
	}
	var out []perceptron.Universal
	for key, upos := range known {
		out = append(out, perceptron.Universal{Form: key.form, XPOS: key.xpos, Relation: key.relation, UPOS: upos})
	}
	slices.SortFunc(out, func(a, b perceptron.Universal) int {
		return cmp.Or(cmp.Compare(a.XPOS, b.XPOS), cmp.Compare(a.Relation, b.Relation), cmp.Compare(a.Form, b.Form))
	})
	return out
}

// addUniversal adds the keys that stand at the given place in the order.
func addUniversal(known map[universalWord]string, counts map[universalWord]map[string]int, level int) {
	for key, seen := range counts {
		if key.level() != level {
			continue
		}
		upos := byCount(seen)[0]
		without := ""
		for _, k := range key.lookups() {
			if u, ok := known[k]; ok && k.level() > level {
				without = u
				break
			}
		}
		// A line of a relation alone stands before those of the forms, so that it
		// says something even where it agrees with the tag's.
		if level == 3 || level == 1 || seen[upos] >= minUniversal && upos != without {
			known[key] = upos
		}
	}
}

// level is the key's place in the order of lookups.
func (w universalWord) level() int {
	switch {
	case w.form != 0 && w.relation != "":
		return 0
	case w.relation != "":
		return 1
	case w.form != 0:
		return 2
	}
	return 3
}
