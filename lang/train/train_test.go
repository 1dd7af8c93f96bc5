package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"parley/lang/conllu"
	"parley/lang/parse"
	"parley/lang/parse/net"
	"parley/lang/train/backprop"
	"parley/lang/train/corpus"
	"parley/lang/train/score"
)

// sentence makes a training sentence; the words' heads are numbers from 1.
func sentence(words ...conllu.Word) *conllu.Sentence { return &conllu.Sentence{Words: words} }

// smallTreebank holds sentences that the smallest network can learn by heart.
func smallTreebank() []*conllu.Sentence {
	det := func(form string, head int) conllu.Word {
		return conllu.Word{Form: form, UPOS: "DET", XPOS: "DT", Head: head, Relation: "det"}
	}
	noun := func(form string, head int, relation string) conllu.Word {
		return conllu.Word{Form: form, UPOS: "NOUN", XPOS: "NN", Head: head, Relation: relation}
	}
	verb := func(form string) conllu.Word {
		return conllu.Word{Form: form, UPOS: "VERB", XPOS: "VBD", Relation: "root"}
	}
	return []*conllu.Sentence{
		sentence(det("The", 2), noun("envoy", 3, "nsubj"), verb("left"), noun("Tolm", 3, "obj")),
		sentence(verb("Left"), noun("Ardo", 1, "obj")),
		sentence(det("A", 2), noun("minister", 3, "nsubj"), verb("met"), det("the", 5), noun("envoy", 3, "obj")),
		sentence(noun("Ministers", 2, "nsubj"), verb("met")),
	}
}

// learnSmall trains a small network on the small treebank.
func learnSmall(t *testing.T, epochs int) *net.Network {
	t.Helper()
	sentences := smallTreebank()
	shape := net.Shape{
		Embed: 8, Rows: [net.Features]int{64, 64, 64, 16}, Vector: 2,
		Width: 16, Pieces: 2, Reach: []int{1}, Hidden: 16,
	}
	corpus.Labels(&shape, sentences)
	vectors := net.NewVectors(2, map[string][]float32{"envoy": {1, 0}, "minister": {1, 0.1}})
	n := &net.Network{Params: net.NewParams(shape), Vectors: vectors}
	p := pace{Seed: 7, Epochs: epochs, Batch: 6, Rate: 0.02, Dropout: 0.1}
	o := backprop.Options{Explore: 0.9, LabelWeight: 1, TaggerWeight: 1}
	c := newSyntax(p, o, n, corpus.Examples(&shape, vectors, sentences))
	for range epochs {
		if _, err := c.epoch(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	n.Params = c.averaged()
	return n
}

func TestSyntaxIsLearntByHeart(t *testing.T) {
	r := score.Measure(parse.New(learnSmall(t, 300)), smallTreebank())
	want := score.Result{Words: r.Words, UPOS: r.Words, XPOS: r.Words, Heads: r.Words, Arcs: r.Words}
	if r != want {
		t.Errorf("got %v", r)
	}
}

func TestSameSeedSameWeights(t *testing.T) {
	first, second := learnSmall(t, 5), learnSmall(t, 5)
	if !slices.Equal(first.Params.Flat, second.Params.Flat) {
		t.Error("two trainings with one seed differ")
	}
}

func TestNamesAreLearntByHeart(t *testing.T) {
	n := learnSmall(t, 20)
	sentences := []corpus.Named{
		{Forms: strings.Fields("Envoy Ilya Marn left Tolm"), Labels: strings.Fields("O B-PER I-PER O B-LOC")},
		{Forms: strings.Fields("The Ardo Council met"), Labels: strings.Fields("O B-ORG I-ORG O")},
	}
	s := settings{names: pace{Seed: 7, Epochs: 200, Batch: 5, Rate: 0.02}, every: 300}
	if err := learnNames(context.Background(), io.Discard, s, n, []source{{sentences, schemeOurs, 1}}, nil); err != nil {
		t.Fatal(err)
	}
	if r := score.MeasureNames(parse.New(n), sentences); r != (score.Names{Gold: 3, Found: 3, Right: 3}) {
		t.Errorf("got %v", r)
	}
}

func TestCancelledTrainingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s := settings{names: pace{Epochs: 1, Batch: 5}}
	train := []source{{[]corpus.Named{{Forms: []string{"Tolm"}, Labels: []string{"B-LOC"}}}, schemeOurs, 1}}
	if err := learnNames(ctx, io.Discard, s, learnSmall(t, 1), train, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
