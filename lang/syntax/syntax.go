// Package syntax tells the grammar of a text: the words of each sentence in the
// sense of Universal Dependencies, with their tags, lemmas, features and tree.
//
// In flows a lang.Text, out flows a Tree for each of its sentences. The weights
// are embedded (lang/model); they were trained from treebanks by lang/train. A
// Parser may be shared by goroutines, and the same text gives the same trees on
// every machine.
package syntax

import (
	"math"
	"sync"

	"parley"
	"parley/lang"
	"parley/lang/lemma"
	"parley/lang/model"
	"parley/lang/parse"
	"parley/lang/parse/net"
)

// Root is the head of a tree's root.
const Root = -1

// Word is a syntactic word with its place in the tree of its sentence. A token
// that joins words by hyphens ("U.S.-led") is several words, any other is one.
type Word struct {
	parley.Span
	Form       string
	Token      int    // index in the text's tokens
	Lemma      string // "say"
	UPOS       string // universal part of speech: VERB
	XPOS       string // tag of the Penn Treebank: VBD
	Features   string // "Mood=Ind|Tense=Past"
	Head       int    // index of the head among the sentence's words, or Root
	Relation   string // of Universal Dependencies: nsubj
	Confidence float32
	Name       string // "B-PER" where a person's name begins, "I-PER" where it goes on, "" outside
}

// Parser parses texts.
type Parser struct {
	lemmas  *lemma.Model
	engines sync.Pool // of engine, whose scratch memory is worth keeping
}

// New returns a parser with the embedded weights. It fails only where the
// binary's own weights are damaged.
func New() (*Parser, error) {
	m, err := model.English()
	if err != nil {
		return nil, err
	}
	lemmas, err := model.Lemmas()
	if err != nil {
		return nil, err
	}
	p := &Parser{lemmas: lemmas}
	p.engines.New = func() any { return m.Analyser() }
	return p, nil
}

// NewKnowing returns a parser with the embedded weights which is told of further
// phrases that name something, such as those of a table of actors. They help to
// find a name and to tell its type; the sentence still has the last word.
func NewKnowing(more *net.Gazetteer) (*Parser, error) {
	p, err := New()
	if err != nil {
		return nil, err
	}
	m, err := model.English()
	if err != nil {
		return nil, err
	}
	whole := *m.Network
	whole.Known = whole.Known.With(more)
	knowing := parse.New(&whole)
	p.engines.New = func() any { return knowing.Analyser() }
	return p, nil
}

// NewFast returns a parser that is several times faster, makes more mistakes, and
// knows no names.
func NewFast() (*Parser, error) {
	m, err := model.Fast()
	if err != nil {
		return nil, err
	}
	lemmas, err := model.Lemmas()
	if err != nil {
		return nil, err
	}
	p := &Parser{lemmas: lemmas}
	p.engines.New = func() any { return &fast{model: m} }
	return p, nil
}

// Parse returns the trees of a text's sentences.
func (p *Parser) Parse(t *lang.Text) []Tree { return p.ParseUpTo(t, math.MaxInt) }

// ParseUpTo returns the trees of a text's sentences, and an empty tree for one of
// more tokens than most: no writer's sentence, but a list or garbage.
func (p *Parser) ParseUpTo(t *lang.Text, most int) []Tree {
	a := p.engines.Get().(engine)
	defer p.engines.Put(a)
	out := make([]Tree, len(t.Sentences))
	var run run
	for i, s := range t.Sentences {
		if s.Last-s.First > most {
			continue
		}
		out[i] = Tree{Words: words(t, s)}
		run.parse(p, a, out[i].Words)
	}
	agree(out)
	return out
}

// Words tags and parses words whose forms are given, such as those of a treebank.
func (p *Parser) Words(forms []string) []Word {
	a := p.engines.Get().(engine)
	defer p.engines.Put(a)
	out := make([]Word, len(forms))
	for i, f := range forms {
		out[i] = Word{Form: f, Token: i, Head: Root}
	}
	var run run
	run.parse(p, a, out)
	return out
}

// run is the scratch memory of one call.
type run struct {
	forms  []string
	parsed []parse.Word
}

// parse fills in the analysis of the words of one sentence.
func (r *run) parse(p *Parser, a engine, words []Word) {
	r.forms = r.forms[:0]
	for _, w := range words {
		r.forms = append(r.forms, w.Form)
	}
	if cap(r.parsed) < len(words) {
		r.parsed = make([]parse.Word, len(words))
	}
	r.parsed = r.parsed[:len(words)]
	a.Sentence(r.forms, r.parsed)
	for i, x := range r.parsed {
		w := &words[i]
		w.UPOS, w.XPOS, w.Head, w.Relation = x.UPOS, x.XPOS, x.Head, x.Relation
		w.Confidence, w.Name = x.Confidence, x.Name
		w.Lemma = p.lemmas.Lemma(w.Form, w.XPOS)
		w.Features = lemma.Features(w.Form, w.XPOS)
	}
	mend(words)
	moods(words)
}
