// Package conllu reads and writes CoNLL-U, the format of the Universal
// Dependencies treebanks: one word a line in ten columns, an empty line behind
// each sentence. In flows a stream of bytes; out flow sentences, one at a time,
// and the other way round.
//
// Only what a basic tree needs is kept: comments, words and the ranges of
// multiword tokens. The empty nodes of enhanced graphs are skipped, and so is
// the column of enhanced dependencies.
package conllu

import (
	"errors"
	"fmt"
	"strings"
)

// Unknown is the head of a word that has not been parsed.
const Unknown = -1

// Sentence is one sentence with the comments above it.
type Sentence struct {
	Line     int      // the line of its first word or comment, from 1; 0 when it was not read
	Comments []string // without the leading "#" and the space behind it
	Words    []Word
	Ranges   []Range // in order, without overlap
}

// Word is a syntactic word. An empty string stands for "_", except that the form
// and the lemma of an underscore are "_" themselves.
type Word struct {
	Form, Lemma string
	UPOS, XPOS  string
	Features    string // "Mood=Ind|Tense=Past"
	Head        int    // the head's number, from 1; 0 for the root, or Unknown
	Relation    string
	Misc        string // "SpaceAfter=No"
}

// Range is a multiword token: one written word that stands for the words
// [First, Last) of the sentence, counted from 0.
type Range struct {
	First, Last int
	Form        string
	Misc        string
}

// Comment returns the value of the comment "key = value", and whether there is
// one. A bare key, as "newpar" may be, has the value "".
func (s *Sentence) Comment(key string) (string, bool) {
	for _, c := range s.Comments {
		name, value, _ := strings.Cut(c, "=")
		if strings.TrimSpace(name) == key {
			return strings.TrimSpace(value), true
		}
	}
	return "", false
}

// ID returns the sentence's sent_id, or "".
func (s *Sentence) ID() string {
	id, _ := s.Comment("sent_id")
	return id
}

// NewDocument reports whether a document begins with the sentence, and its id,
// which may be "".
func (s *Sentence) NewDocument() (id string, ok bool) {
	if id, ok = s.Comment("newdoc id"); ok {
		return id, true
	}
	return s.Comment("newdoc")
}

// Text returns the sentence as it was written: the comment "text", or, without
// one, the words put together again.
func (s *Sentence) Text() string {
	if text, ok := s.Comment("text"); ok {
		return text
	}
	var b strings.Builder
	for t := range s.tokens() {
		b.WriteString(t.form)
		if spaceAfter(t.misc) {
			b.WriteByte(' ')
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// Forms returns the forms of the words.
func (s *Sentence) Forms() []string {
	out := make([]string, len(s.Words))
	for i := range s.Words {
		out[i] = s.Words[i].Form
	}
	return out
}

// SpaceAfter reports whether white space follows the word.
func (w *Word) SpaceAfter() bool { return spaceAfter(w.Misc) }

// Feature returns the value of a feature, or "".
func (w *Word) Feature(name string) string { return attribute(w.Features, name) }

// spaceAfter reads the one attribute of the last column that tells where white
// space stands.
func spaceAfter(misc string) bool { return attribute(misc, "SpaceAfter") != "No" }

// attribute returns the value of a name in a list such as "Mood=Ind|Tense=Past".
func attribute(list, name string) string {
	for item := range strings.SplitSeq(list, "|") {
		if key, value, ok := strings.Cut(item, "="); ok && key == name {
			return value
		}
	}
	return ""
}

// errNotTree is what is wrong with heads that make no tree.
var errNotTree = errors.New("not a tree")

// CheckTree returns an error unless the heads make a tree with one root. Reading
// does not ask for one, since a file may hold sentences that nobody has parsed.
func (s *Sentence) CheckTree() error {
	roots := 0
	for i, w := range s.Words {
		if w.Head < 0 || w.Head > len(s.Words) {
			return fmt.Errorf("%s: word %d has no head: %w", s.where(), i+1, errNotTree)
		}
		if w.Head == 0 {
			roots++
		}
	}
	if roots != 1 {
		return fmt.Errorf("%s: %d roots: %w", s.where(), roots, errNotTree)
	}
	if i := s.cycle(); i >= 0 {
		return fmt.Errorf("%s: word %d is in a cycle: %w", s.where(), i+1, errNotTree)
	}
	return nil
}

// cycle returns a word from which the heads do not lead to the root, or -1. Each
// word is walked over once, so the time is linear.
func (s *Sentence) cycle() int {
	visit := make([]int, len(s.Words)) // the walk that came by, from 1
	for i := range s.Words {
		for at := i; visit[at] == 0 || visit[at] == i+1; at = s.Words[at].Head - 1 {
			if visit[at] == i+1 {
				return at
			}
			visit[at] = i + 1
			if s.Words[at].Head == 0 {
				break
			}
		}
	}
	return -1
}

// where names the sentence in errors.
func (s *Sentence) where() string {
	if id := s.ID(); id != "" {
		return "sentence " + id
	}
	return fmt.Sprintf("sentence at line %d", s.Line)
}
