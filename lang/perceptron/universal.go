package perceptron

import "parley/lang/perceptron/internal/feature"

// universalKey is what a universal part of speech is read from: the tag with the
// word and its relation, or with less. An empty field stands for anything.
type universalKey struct {
	form     uint32 // the hash of the plain form; 0 for any
	xpos     string
	relation string
}

// upos returns the universal part of speech of a word. The tag alone leaves open
// whether "have" is an auxiliary and "since" a subordinator; the relation tells.
func (m *Model) upos(form, xpos, relation string) string {
	plain := feature.Hash(feature.Plain(form))
	for _, key := range [...]universalKey{
		{plain, xpos, relation}, {0, xpos, relation}, {plain, xpos, ""}, {0, xpos, ""},
	} {
		if upos, ok := m.universal[key]; ok {
			return upos
		}
	}
	return "X"
}
