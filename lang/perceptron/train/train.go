// Package train learns the models of package perceptron. In flow the sentences of
// treebanks and word vectors; out flow the parts of a model, the same on every
// run with the same seed.
package train

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"parley"
	"parley/lang/conllu"
	"parley/lang/perceptron"
	"parley/lang/perceptron/internal/feature"
)

// Options says how to train.
type Options struct {
	Seed         uint64
	TaggerEpochs int
	ParserEpochs int
	Folds        int // parts of the treebank for jackknifing
	FoldEpochs   int
	MinUpdates   int     // a feature counts after so many updates
	TagCut       float64 // rows whose weights are all under the cut are left out
	MoveCut      float64
	LabelCut     float64
	Log          func(format string, args ...any)
}

// Defaults are the options that the published weights were trained with.
func Defaults() Options {
	return Options{Seed: 1, TaggerEpochs: 6, ParserEpochs: 8, Folds: 4, FoldEpochs: 4, MinUpdates: 6, TagCut: 1.5, MoveCut: 3, LabelCut: 2,
		Log: func(string, ...any) {}}
}

// scale is how many units a mean weight of one update is written as. A quarter of
// an update is fine enough, and most weights fit into a byte.
const scale = 4

// Model trains a tagger and a parser on sentences, which must be trees with tags.
func Model(sentences []*conllu.Sentence, vectors *Vectors, o Options) (*perceptron.Parts, error) {
	c := newCorpus(sentences)
	parts := &perceptron.Parts{Tags: c.tags, Relations: c.relations, Clusters: vectors.cluster(o)}
	for i, s := range sentences {
		if err := s.CheckTree(); err != nil {
			return nil, fmt.Errorf("train: %w", err)
		}
		c.sentences[i].words = parts.Clusters.AppendWords(nil, s.Forms())
	}
	if len(c.tags) == 0 || len(c.relations) == 0 {
		return nil, fmt.Errorf("train: no tags or no relations: %w", parley.ErrEmpty)
	}
	random := rand.New(rand.NewPCG(o.Seed, 0))
	t := newTagger(len(c.tags), o.MinUpdates)
	t.train(c.sentences, o.TaggerEpochs, random)
	parts.Tagger = t.average(scale, o.TagCut, false, len(c.tags))
	o.Log("tagger: %d features\n", len(parts.Tagger))

	jackknife(c.sentences, len(c.tags), o, random)
	o.Log("tagged by jackknife: %.2f %% right\n", 100*c.tagged())
	p := newParser(len(c.relations), o.MinUpdates)
	p.train(c.sentences, o.ParserEpochs, random, o.Log)
	parts.Moves = p.moves.average(scale, o.MoveCut, true, int(feature.Moves))
	parts.Labels = p.labels.average(scale, o.LabelCut, false, len(c.relations))
	o.Log("parser: %d features of moves, %d of labels\n", len(parts.Moves), len(parts.Labels))
	parts.Universal = universal(sentences)
	return parts, nil
}

// corpus is the sentences to learn from, with tags and relations by number.
type corpus struct {
	tags, relations []string // by number, from 1
	sentences       []*sentence
}

// sentence is a sentence with its gold.
type sentence struct {
	words []feature.Word
	gold  []goldWord
}

// goldWord is what there is to learn about a word.
type goldWord struct {
	tag, label uint8 // from 1; the label of the root's word is 0
	head       int32 // from 0; the root is behind the last word
}

func newCorpus(sentences []*conllu.Sentence) *corpus {
	tags, relations := map[string]int{}, map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			tags[w.XPOS]++
			if w.Head > 0 {
				relations[w.Relation]++
			}
		}
	}
	c := &corpus{tags: byCount(tags), relations: byCount(relations)}
	tagOf, labelOf := numbers(c.tags), numbers(c.relations)
	for _, s := range sentences {
		gold := make([]goldWord, len(s.Words))
		for i, w := range s.Words {
			gold[i] = goldWord{tag: tagOf[w.XPOS], head: int32(w.Head) - 1}
			if w.Head > 0 {
				gold[i].label = labelOf[w.Relation]
			} else {
				gold[i].head = int32(len(s.Words))
			}
		}
		c.sentences = append(c.sentences, &sentence{gold: gold})
	}
	return c
}

// tagged returns the share of words whose tag is right.
func (c *corpus) tagged() float64 {
	right, all := 0, 0
	for _, s := range c.sentences {
		for i, g := range s.gold {
			if all++; s.words[i].Tag == uint32(g.tag) {
				right++
			}
		}
	}
	return float64(right) / float64(max(all, 1))
}

// byCount returns the names, the most frequent first, as many as have numbers.
func byCount(counts map[string]int) []string {
	names := make([]string, 0, len(counts))
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	const most = 255
	return names[:min(len(names), most)]
}

func numbers(names []string) map[string]uint8 {
	out := make(map[string]uint8, len(names))
	for i, name := range names {
		out[name] = uint8(i + 1)
	}
	return out
}
