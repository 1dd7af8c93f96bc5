// Package corpus turns treebanks and a file of word vectors into what the
// network learns from.
package corpus

import (
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"parley/lang/conllu"
	"parley/lang/parse/archybrid"
	"parley/lang/parse/net"
	"parley/lang/train/backprop"
)

// Load reads the sentences of treebank files, which may be compressed.
func Load(paths ...string) ([]*conllu.Sentence, error) {
	var all []*conllu.Sentence
	for _, path := range paths {
		list, err := load(path)
		if err != nil {
			return nil, fmt.Errorf("load treebank %s: %w", path, err)
		}
		all = append(all, list...)
	}
	return all, nil
}

func load(path string) ([]*conllu.Sentence, error) {
	file, err := open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return conllu.ReadAll(file)
}

// open opens a file and unpacks it if its name ends in ".gz".
func open(path string) (io.ReadCloser, error) {
	file, err := os.Open(path)
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return file, err
	}
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		file.Close()
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{unpacked, file}, nil
}

// Documents keeps the sentences of the documents whose id begins with a prefix.
func Documents(sentences []*conllu.Sentence, prefix string) []*conllu.Sentence {
	var out []*conllu.Sentence
	in := false
	for _, s := range sentences {
		if id, begins := s.NewDocument(); begins {
			in = strings.HasPrefix(id, prefix)
		}
		if in {
			out = append(out, s)
		}
	}
	return out
}

// Labels fills the label lists of a shape from the training sentences.
func Labels(shape *net.Shape, sentences []*conllu.Sentence) {
	xpos, upos, relations := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, s := range sentences {
		for _, w := range s.Words {
			xpos[w.XPOS], upos[w.UPOS], relations[w.Relation] = true, true, true
		}
	}
	shape.XPOS = slices.Sorted(maps.Keys(xpos))
	shape.UPOS = slices.Sorted(maps.Keys(upos))
	shape.Relations = slices.Sorted(maps.Keys(relations))
}

// Vocabulary returns the normal forms of the words of the sentences.
func Vocabulary(sentences []*conllu.Sentence) map[string]bool {
	words := map[string]bool{}
	for _, s := range sentences {
		for _, w := range s.Words {
			words[net.Normal(w.Form)] = true
		}
	}
	return words
}

// Examples prepares sentences for learning.
func Examples(shape *net.Shape, vectors *net.Vectors, sentences []*conllu.Sentence) []*backprop.Example {
	var out []*backprop.Example
	for _, s := range sentences {
		out = append(out, example(shape, vectors, s))
	}
	return out
}

func example(shape *net.Shape, vectors *net.Vectors, s *conllu.Sentence) *backprop.Example {
	e := &backprop.Example{}
	head, relation := make([]int, len(s.Words)), make([]int, len(s.Words))
	for i, w := range s.Words {
		lex, key := shape.Lexeme(w.Form)
		e.Lexemes = append(e.Lexemes, lex)
		e.Vectors = append(e.Vectors, vectors.Row(key))
		e.XPOS = append(e.XPOS, slices.Index(shape.XPOS, w.XPOS))
		e.UPOS = append(e.UPOS, slices.Index(shape.UPOS, w.UPOS))
		relation[i] = slices.Index(shape.Relations, w.Relation)
		head[i] = w.Head - 1
		if w.Head == 0 {
			head[i] = len(s.Words)
		}
	}
	e.Gold = archybrid.NewGold(head, relation)
	return e
}
