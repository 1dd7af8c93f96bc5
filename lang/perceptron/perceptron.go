// Package perceptron is the fast profile of the syntactic analysis: an averaged
// perceptron that tags from left to right, and a greedy arc-hybrid parser over
// hashed features. In flow the forms of a sentence; out flow for each word its
// tag, its head and its relation. It is several times faster than the neural
// parser and less accurate.
//
// The method is that of Goldberg and Nivre (2013), with the features of Zhang and
// Nivre (2011), word clusters in the manner of Koo, Carreras and Collins (2008),
// and the label of an arc chosen only once the arc is. All arithmetic is on
// integers, so that every machine gives the same tree.
package perceptron

import (
	"sync"

	"parley/lang/perceptron/internal/feature"
)

// Word is what the parser says of a word.
type Word struct {
	UPOS, XPOS string
	Head       int // the head's number, from 1; 0 for the root
	Relation   string
}

// Model tags and parses. It is never changed and may be shared by goroutines.
type Model struct {
	tags      []string // by number, from 1
	relations []string // by number, from 1
	clusters  feature.Clusters
	universal map[universalKey]string
	tagger    *table
	moves     *pairTable
	labels    *table
	pool      sync.Pool // of *scratch
}

// scratch is the memory that the analysis of a sentence needs.
type scratch struct {
	words  []feature.Word
	state  feature.State
	keys   []uint32
	scores [maxClasses]int32
	lookup lookup
}

// maxPooled bounds the words of a sentence whose memory is kept for the next.
const maxPooled = 4096

// borrow returns scratch memory; release gives it back.
func (m *Model) borrow() *scratch {
	if s, ok := m.pool.Get().(*scratch); ok {
		return s
	}
	return new(scratch)
}

func (m *Model) release(s *scratch) {
	if cap(s.words) <= maxPooled {
		m.pool.Put(s)
	}
}

// Tag returns the part of speech of each word, in the tags of the Penn Treebank.
func (m *Model) Tag(forms []string) []string {
	s := m.borrow()
	defer m.release(s)
	m.tag(s, forms)
	out := make([]string, len(forms))
	for i := range out {
		out[i] = m.tags[s.words[i].Tag-1]
	}
	return out
}

// Parse appends the words of a sentence, tagged and parsed, to dst.
func (m *Model) Parse(dst []Word, forms []string) []Word {
	s := m.borrow()
	defer m.release(s)
	m.tag(s, forms)
	m.parse(s)
	for i, form := range forms {
		w := Word{XPOS: m.tags[s.words[i].Tag-1], Relation: rootRelation}
		n := &s.state.Nodes[i]
		if n.Head != s.state.Root() {
			w.Head, w.Relation = int(n.Head)+1, m.relations[n.Label-1]
		}
		w.UPOS = m.upos(form, w.XPOS, w.Relation)
		dst = append(dst, w)
	}
	return dst
}

// rootRelation is the relation of the word that has no head.
const rootRelation = "root"

// tag fills the scratch with the words of a sentence and their tags.
func (m *Model) tag(s *scratch, forms []string) {
	s.words = m.clusters.AppendWords(s.words[:0], forms)
	scores := s.scores[:len(m.tags)]
	for i := range forms {
		s.keys = feature.AppendTagKeys(s.keys[:0], s.words, i)
		m.tagger.score(s.keys, scores, &s.lookup)
		s.words[i].Tag = uint32(best(scores)) + 1
	}
}

// parse finds the tree over the words of the scratch. Each word is shifted once
// and gets one head, so the time is linear.
func (m *Model) parse(s *scratch) {
	state := &s.state
	state.Reset(s.words)
	for !state.Done() {
		move := m.move(s)
		var label uint8
		if move != feature.Shift && !(move == feature.Left && state.Next == state.Root()) {
			s.keys = state.AppendLabelKeys(s.keys[:0], move)
			scores := s.scores[:len(m.relations)]
			m.labels.score(s.keys, scores, &s.lookup)
			label = uint8(best(scores)) + 1
		}
		state.Do(move, label)
	}
}

// move returns the best legal move.
func (m *Model) move(s *scratch) feature.Move {
	only, legal := feature.Shift, 0
	for move := range feature.Moves {
		if s.state.Legal(move) {
			only = move
			legal++
		}
	}
	if legal == 1 {
		return only
	}
	s.keys = s.state.AppendMoveKeys(s.keys[:0])
	var scores [feature.Moves]int32
	scores[feature.Left], scores[feature.Right] = m.moves.score(s.keys, &s.lookup)
	found := only
	for move := range feature.Moves {
		if s.state.Legal(move) && scores[move] > scores[found] {
			found = move
		}
	}
	return found
}

// best returns the first of the highest scores.
func best(scores []int32) int {
	at := 0
	for i, v := range scores {
		if v > scores[at] {
			at = i
		}
	}
	return at
}
