package main

import (
	"fmt"
	"io"
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

// named are the sentences to learn names from and to measure them on.
type named struct {
	train []corpus.Named
	test  []bank[corpus.Named]
}

// closedGenres are the genres of GUM that the file of marked names leaves out.
var closedGenres = []string{"bio", "essay", "fiction", "letter", "podcast", "voyage", "whow"}

// politicsTrain and politicsDev are the sentences of CrossNER's training and
// development parts, which precede its test part.
const (
	politicsTrain = 200
	politicsDev   = 541
)

// loadNamed loads sentences with marked names. GUM's treebank gives further ones.
func loadNamed(data string, gum [3][]*conllu.Sentence) (*named, error) {
	ner := filepath.Join(data, "ner")
	train, err := corpus.LoadNames(
		filepath.Join(ner, "open-bio", "gum_clean_train3.bio.gz"),
		filepath.Join(ner, "open-bio", "wikigold.bio.gz"),
		filepath.Join(ner, "wnut17", "wnut17train.conll"),
		filepath.Join(ner, "wnut17", "emerging.dev.conll"))
	if err != nil {
		return nil, err
	}
	for _, genre := range closedGenres {
		train = append(train, corpus.Names(corpus.Documents(gum[0], "GUM_"+genre))...)
	}
	politics, err := corpus.LoadNames(filepath.Join(ner, "open-bio", "crossner_politics.bio.gz"))
	if err != nil {
		return nil, err
	}
	if len(politics) < politicsTrain+politicsDev {
		return nil, fmt.Errorf("load names: only %d sentences of politics", len(politics))
	}
	ewt, err := corpus.LoadNames(filepath.Join(ner, "open-bio", "uner_ewt_devtest.bio.gz"))
	if err != nil {
		return nil, err
	}
	press := slices.Concat(corpus.Documents(gum[2], "GUM_news"), corpus.Documents(gum[2], "GUM_interview"))
	return &named{
		train: append(train, politics[:politicsTrain]...),
		test: []bank[corpus.Named]{
			{"GUM news and interview", corpus.Names(press)},
			{"GUM", corpus.Names(gum[2])},
			{"EWT", ewt},
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
func nameTable(out io.Writer, m *parse.Model, banks []bank[corpus.Named]) {
	for _, b := range banks {
		fmt.Fprintf(out, "%-22s test %v\n", b.name, score.MeasureNames(m, b.sentences))
	}
}
