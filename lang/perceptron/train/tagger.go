package train

import (
	"math/rand/v2"

	"parley/lang/perceptron/internal/feature"
)

// tagger learns tags.
type tagger struct {
	*weights
	tags   int
	keys   []uint32
	scores []int32
}

func newTagger(tags, minUpdates int) *tagger {
	return &tagger{weights: newWeights(minUpdates), tags: tags, scores: make([]int32, tags)}
}

// train passes over the sentences; each pass has its own order.
func (t *tagger) train(sentences []*sentence, epochs int, random *rand.Rand) {
	for range epochs {
		for _, i := range random.Perm(len(sentences)) {
			s := sentences[i]
			t.run(s, func(word, chosen int) { t.learn(t.keys, int(s.gold[word].tag)-1, chosen) })
		}
	}
}

// tag tags a sentence.
func (t *tagger) tag(s *sentence) { t.run(s, func(int, int) {}) }

// run tags a sentence and tells of each choice, while its features are at hand.
func (t *tagger) run(s *sentence, chose func(word, chosen int)) {
	for i := range s.gold {
		t.keys = feature.AppendTagKeys(t.keys[:0], s.words, i)
		t.score(t.keys, t.scores)
		chosen := best(t.scores)
		chose(i, chosen)
		s.words[i].Tag = uint32(chosen) + 1
	}
}

// foldBlock is how many neighbouring sentences go into one part, so that the
// parts are of the same sorts of text and yet a document is seldom in two.
const foldBlock = 100

// jackknife tags each part of the sentences by a tagger that was trained on the
// others, so that the parser learns from tags as wrong as those that it will get.
func jackknife(sentences []*sentence, tags int, o Options, random *rand.Rand) {
	found := make([][]uint32, len(sentences)) // training writes over the tags of the words
	for fold := range o.Folds {
		inFold := func(i int) bool { return i/foldBlock%o.Folds == fold }
		var rest []*sentence
		for i, s := range sentences {
			if !inFold(i) {
				rest = append(rest, s)
			}
		}
		t := newTagger(tags, o.MinUpdates)
		t.train(rest, o.FoldEpochs, random)
		for i, s := range sentences {
			if inFold(i) {
				t.tag(s)
				found[i] = tagsOf(s)
			}
		}
	}
	for i, s := range sentences {
		for k, tag := range found[i] {
			s.words[k].Tag = tag
		}
	}
}

// tagsOf returns the tags of the sentence's words.
func tagsOf(s *sentence) []uint32 {
	out := make([]uint32, len(s.gold))
	for i := range out {
		out[i] = s.words[i].Tag
	}
	return out
}

func best(scores []int32) int {
	at := 0
	for i, v := range scores {
		if v > scores[at] {
			at = i
		}
	}
	return at
}
