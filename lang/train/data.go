package main

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"

	"parley/lang/conllu"
	"parley/lang/parse"
	"parley/lang/train/corpus"
	"parley/lang/train/score"
)

// bank is a list of sentences with a name.
type bank[S any] struct {
	name      string
	sentences []S
}

// treebanks are the sentences to learn syntax from and to measure it on.
type treebanks struct {
	train     []*conllu.Sentence
	dev, test []bank[*conllu.Sentence]
	gum       [3][]*conllu.Sentence // train, dev and test of GUM
	ewt       []*conllu.Sentence    // train of EWT
}

func loadTreebanks(data string) (*treebanks, error) {
	ewt, err := loadTreebank(filepath.Join(data, "syntax", "UD_English-EWT", "en_ewt-ud-"))
	if err != nil {
		return nil, err
	}
	gum, err := loadTreebank(filepath.Join(data, "syntax", "UD_English-GUM", "en_gum-ud-"))
	if err != nil {
		return nil, err
	}
	news := corpus.Documents(slices.Concat(gum[1], gum[2]), "GUM_news")
	return &treebanks{
		train: slices.Concat(ewt[0], gum[0]),
		dev:   []bank[*conllu.Sentence]{{"EWT", ewt[1]}, {"GUM", gum[1]}},
		test:  []bank[*conllu.Sentence]{{"EWT", ewt[2]}, {"GUM", gum[2]}, {"GUM news", news}},
		gum:   gum,
		ewt:   ewt[0],
	}, nil
}

// loadTreebank loads the three parts of a treebank.
func loadTreebank(prefix string) (parts [3][]*conllu.Sentence, err error) {
	for i, part := range []string{"train", "dev", "test"} {
		if parts[i], err = corpus.Load(prefix + part + ".conllu.gz"); err != nil {
			return parts, err
		}
	}
	return parts, nil
}

// The schemes of names that are learnt, ours first.
const (
	schemeOurs    = iota // of GUM's entities, as corpus.Names reads them; of CoNLL 2003 and what follows it
	schemeChatter        // of WNUT-17
	schemes
)

// source is a list of sentences with the scheme of their names.
type source struct {
	sentences []corpus.Named
	scheme    int
	weight    float32 // of their loss
}

// named are the sentences to learn names from and to measure them on.
type named struct {
	train     []source
	dev, test []bank[corpus.Named]
}

// politicsTrain and politicsDev are the sentences of CrossNER's training and
// development parts, which precede its test part.
const (
	politicsTrain = 200
	politicsDev   = 541
)

// politicsWeight is the weight of these sentences, which are few and have a third
// of all names.
const politicsWeight = 0.5

// loadNamed loads sentences with marked names. GUM's treebank gives further ones.
// With tune, the development part of CrossNER is measured on and not learnt from.
func loadNamed(data string, banks *treebanks, tune bool) (*named, error) {
	ner := filepath.Join(data, "ner")
	files := map[string][]corpus.Named{}
	for _, file := range []string{
		"open-bio/wikigold.bio.gz", "open-bio/crossner_politics.bio.gz", "open-bio/uner_ewt_devtest.bio.gz",
		"wnut17/wnut17train.conll", "wnut17/emerging.dev.conll", "wnut17/emerging.test.annotated",
	} {
		var err error
		if files[path.Base(file)], err = corpus.LoadNames(filepath.Join(ner, filepath.FromSlash(file))); err != nil {
			return nil, err
		}
	}
	politics := files["crossner_politics.bio.gz"]
	if len(politics) < politicsTrain+politicsDev {
		return nil, fmt.Errorf("load names: only %d sentences of politics", len(politics))
	}
	learnt := politicsTrain + politicsDev
	if tune {
		learnt = politicsTrain
	}
	titles := corpus.Titles(banks.train)
	gum := func(part int, genres ...string) (out []corpus.Named) {
		for _, genre := range genres {
			out = append(out, corpus.Names(corpus.Documents(banks.gum[part], "GUM_"+genre), titles)...)
		}
		return out
	}
	return &named{
		train: []source{
			{gum(0, ""), schemeOurs, 1},
			{files["wikigold.bio.gz"], schemeOurs, 1},
			{politics[:learnt], schemeOurs, politicsWeight},
			{slices.Concat(files["wnut17train.conll"], files["emerging.dev.conll"]), schemeChatter, 1},
		},
		dev: []bank[corpus.Named]{
			{"GUM news and interview", gum(1, "news", "interview")},
			{"GUM", gum(1, "")},
			{"politics", politics[politicsTrain : politicsTrain+politicsDev]},
			{"WNUT-17", files["emerging.test.annotated"]},
		},
		test: []bank[corpus.Named]{
			{"GUM news and interview", gum(2, "news", "interview")},
			{"GUM", gum(2, "")},
			{"EWT", files["uner_ewt_devtest.bio.gz"]},
			{"politics", politics[politicsTrain+politicsDev:]},
		},
	}, nil
}

// syntaxTable prints the quality of the tagger and parser on treebanks.
func syntaxTable(out io.Writer, m *parse.Model, part string, banks []bank[*conllu.Sentence]) {
	for _, b := range banks {
		fmt.Fprintf(out, "%-22s %-4s %v\n", b.name, part, score.Measure(m, b.sentences))
	}
}

// nameTable prints the quality of the name finder.
func nameTable(out io.Writer, m *parse.Model, part string, banks []bank[corpus.Named]) {
	for _, b := range banks {
		fmt.Fprintf(out, "%-22s %-4s %v\n", b.name, part, score.MeasureNames(m, b.sentences))
	}
}
