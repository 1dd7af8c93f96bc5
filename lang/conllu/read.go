package conllu

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"parley"
)

// maxLine bounds the bytes of one line, and so the memory that a broken file takes.
const maxLine = 1 << 20

// columns is how many columns each line of a word has.
const columns = 10

// The columns of a line, by their places.
const (
	colID = iota
	colForm
	colLemma
	colUPOS
	colXPOS
	colFeatures
	colHead
	colRelation
	colEnhanced
	colMisc
)

// Read returns the sentences of a stream, one at a time. Each sentence is the
// caller's to keep. The first fault ends the sequence with an error that names
// the line.
func Read(r io.Reader) iter.Seq2[*Sentence, error] {
	return func(yield func(*Sentence, error) bool) {
		p := parser{}
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, maxLine)
		for lines.Scan() {
			p.line++
			done, err := p.add(bytes.TrimSuffix(lines.Bytes(), []byte("\r")))
			if err != nil {
				yield(nil, fmt.Errorf("read CoNLL-U line %d: %w", p.line, err))
				return
			}
			if done != nil && !yield(done, nil) {
				return
			}
		}
		p.close(lines.Err(), yield)
	}
}

// ReadAll returns all sentences of a stream.
func ReadAll(r io.Reader) ([]*Sentence, error) {
	var out []*Sentence
	for s, err := range Read(r) {
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// parser collects the lines of a sentence.
type parser struct {
	line     int
	sentence *Sentence // nil between sentences
}

// close yields the last sentence, which may lack the empty line behind it, or
// the error that ended the stream.
func (p *parser) close(err error, yield func(*Sentence, error) bool) {
	if errors.Is(err, bufio.ErrTooLong) {
		err = parley.ErrTooLarge
	}
	var last *Sentence
	if err == nil {
		last, err = p.end()
	}
	switch {
	case err != nil:
		yield(nil, fmt.Errorf("read CoNLL-U line %d: %w", p.line+1, err))
	case last != nil:
		yield(last, nil)
	}
}

// add takes in a line and returns the sentence that it ends, if it ends one.
func (p *parser) add(line []byte) (*Sentence, error) {
	if len(line) == 0 {
		return p.end()
	}
	if !utf8.Valid(line) {
		return nil, fmt.Errorf("not UTF-8: %w", parley.ErrNotText)
	}
	if p.sentence == nil {
		p.sentence = &Sentence{Line: p.line}
	}
	if line[0] == '#' && len(p.sentence.Words) == 0 && len(p.sentence.Ranges) == 0 {
		comment := strings.TrimPrefix(string(line[1:]), " ")
		p.sentence.Comments = append(p.sentence.Comments, comment)
		return nil, nil
	}
	return nil, p.addWord(string(line))
}

// addWord takes in the line of a word, a range or an empty node.
func (p *parser) addWord(line string) error {
	var f [columns]string
	n := 0
	for field := range strings.SplitSeq(line, "\t") {
		if n < columns {
			f[n] = field
		}
		n++
	}
	if n != columns {
		return fmt.Errorf("%d columns in place of %d: %w", n, columns, parley.ErrNotText)
	}
	if f[colForm] == "" {
		return fmt.Errorf("a word without a form: %w", parley.ErrNotText)
	}
	switch id := f[colID]; {
	case strings.Contains(id, "."):
		return nil // an empty node of the enhanced graph
	case strings.Contains(id, "-"):
		return p.addRange(id, f)
	}
	return p.addPlain(f)
}

// addPlain takes in a word.
func (p *parser) addPlain(f [columns]string) error {
	s := p.sentence
	if want := strconv.Itoa(len(s.Words) + 1); f[colID] != want {
		return fmt.Errorf("word number %q in place of %s: %w", f[colID], want, parley.ErrNotText)
	}
	head := Unknown
	if f[colHead] != "_" {
		n, err := strconv.Atoi(f[colHead])
		if err != nil || n < 0 {
			return fmt.Errorf("head %q is no number: %w", f[colHead], parley.ErrNotText)
		}
		head = n
	}
	lemma := blank(f[colLemma])
	if f[colForm] == "_" {
		lemma = f[colLemma]
	}
	s.Words = append(s.Words, Word{
		Form: f[colForm], Lemma: lemma, UPOS: blank(f[colUPOS]), XPOS: blank(f[colXPOS]),
		Features: blank(f[colFeatures]), Head: head, Relation: blank(f[colRelation]), Misc: blank(f[colMisc]),
	})
	return nil
}

// addRange takes in the line of a multiword token, which stands before its words.
func (p *parser) addRange(id string, f [columns]string) error {
	s := p.sentence
	from, to, _ := strings.Cut(id, "-")
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	inside := len(s.Ranges) > 0 && s.Ranges[len(s.Ranges)-1].Last > len(s.Words)
	if err := errors.Join(err1, err2); err != nil || first != len(s.Words)+1 || last < first || inside {
		return fmt.Errorf("range %q behind word %d: %w", id, len(s.Words), parley.ErrNotText)
	}
	s.Ranges = append(s.Ranges, Range{First: first - 1, Last: last, Form: f[colForm], Misc: blank(f[colMisc])})
	return nil
}

// end closes the sentence and returns it; comments without words are dropped.
func (p *parser) end() (*Sentence, error) {
	s := p.sentence
	p.sentence = nil
	if s == nil || len(s.Words) == 0 && len(s.Ranges) == 0 {
		return nil, nil
	}
	if n := len(s.Ranges); n > 0 && s.Ranges[n-1].Last > len(s.Words) {
		return nil, fmt.Errorf("%s: a range ends behind the last word: %w", s.where(), parley.ErrNotText)
	}
	for i, w := range s.Words {
		if w.Head > len(s.Words) {
			return nil, fmt.Errorf("%s: word %d has the head %d of %d words: %w",
				s.where(), i+1, w.Head, len(s.Words), parley.ErrNotText)
		}
	}
	return s, nil
}

// blank turns the sign for an empty column into the empty string.
func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}
