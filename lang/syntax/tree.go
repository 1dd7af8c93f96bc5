package syntax

import (
	"slices"
	"strings"
)

// Tree is the dependency tree of one sentence.
type Tree struct {
	Words []Word
}

// At returns the index of the word that stands for a token of the text: of a
// token of several words, the one that governs the others. It returns -1 for a
// token outside the sentence.
func (t Tree) At(token int) int {
	lo, hi := 0, len(t.Words)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Words[mid].Token < token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for i := lo; i < len(t.Words) && t.Words[i].Token == token; i++ {
		if h := t.Words[i].Head; h == Root || t.Words[h].Token != token {
			return i
		}
	}
	return -1
}

// Reach is how many words away from a head its dependents are looked for, and how
// many heads a walk upward passes, so that no sentence costs more than its length.
const Reach = 40

// Base returns the word's relation without its subtype: "nsubj" of "nsubj:pass".
func (w *Word) Base() string {
	base, _, _ := strings.Cut(w.Relation, ":")
	return base
}

// Is reports whether the word hangs on its head by one of the relations; one that
// is named without a subtype stands for all of its subtypes.
func (w *Word) Is(relations ...string) bool {
	return slices.Contains(relations, w.Relation) || slices.Contains(relations, w.Base())
}

// Child returns the first dependent of a word within its reach by one of the
// relations, as Is has them, or -1.
func (t Tree) Child(head int, relations ...string) int {
	for i := max(0, head-Reach); i < min(len(t.Words), head+Reach); i++ {
		if t.Words[i].Head == head && t.Words[i].Is(relations...) {
			return i
		}
	}
	return -1
}

// Under reports whether a word is, or hangs on, the word top, within Reach steps.
func (t Tree) Under(word, top int) bool {
	for steps := 0; word != Root && steps < Reach; steps++ {
		if word == top {
			return true
		}
		word = t.Words[word].Head
	}
	return false
}
