package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"

	"parley/lang/conllu"
	"parley/lang/lemma"
	"parley/lang/perceptron"
	"parley/lang/perceptron/train"
)

// small are the files that are learnt beside the network; an empty name leaves
// one out.
type small struct {
	fast, lemmas string
}

// learn trains the fast profile and the lemmas and writes their files. The
// vectors give the fast profile its word clusters.
func (s small) learn(banks *treebanks, vectors string) error {
	if s.lemmas != "" {
		if err := write(s.lemmas, lemma.Learn(banks.ewt, banks.gum[0]).Write); err != nil {
			return err
		}
	}
	if s.fast == "" {
		return nil
	}
	parts, err := learnFast(banks.train, vectors)
	if err != nil {
		return fmt.Errorf("learn the fast profile: %w", err)
	}
	return write(s.fast, parts.Write)
}

// learnFast trains the perceptron.
func learnFast(sentences []*conllu.Sentence, vectors string) (*perceptron.Parts, error) {
	f, err := os.Open(vectors)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	v, err := train.ReadVectors(f, train.VectorWords, train.VectorDimensions)
	if err != nil {
		return nil, err
	}
	return train.Model(sentences, v, train.Defaults())
}

// write makes a file of what a function writes.
func write(path string, content func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := content(f); err != nil {
		f.Close()
		return fmt.Errorf("write weights %s: %w", path, err)
	}
	slog.Info("written", "file", path)
	return f.Close()
}
