package syntax

import "strings"

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

// Child returns the first dependent of a word with one of the relations, their
// subtypes aside, or -1.
func (t Tree) Child(head int, relations ...string) int {
	for i, w := range t.Words {
		if w.Head != head {
			continue
		}
		base, _, _ := strings.Cut(w.Relation, ":")
		for _, r := range relations {
			if w.Relation == r || base == r {
				return i
			}
		}
	}
	return -1
}

// Hull returns the first and the last word of what hangs on a word, itself included.
func (t Tree) Hull(word int) (first, last int) {
	first, last = word, word
	for i := range t.Words {
		if t.Under(i, word) {
			first, last = min(first, i), max(last, i)
		}
	}
	return first, last
}

// Under reports whether a word is, or hangs on, the word top.
func (t Tree) Under(word, top int) bool {
	for steps := 0; word != Root && steps <= len(t.Words); steps++ {
		if word == top {
			return true
		}
		word = t.Words[word].Head
	}
	return false
}
