package statement

import (
	"slices"

	"parley/lang/syntax"
)

// parsed is a clause with the tree of its sentence. Words are indices into the
// tree, tokens indices into the clause.
type parsed struct {
	*clause
	syntax.Tree
	kids [][]int // by word: what hangs on it, in the order of the sentence
}

// parsed joins a clause and its tree, which is empty where the text is not parsed.
func (r *reader) parsed(c *clause) *parsed {
	p := &parsed{clause: c}
	if c.index < len(r.trees) {
		p.Tree = r.trees[c.index]
	}
	p.kids = make([][]int, len(p.Words))
	for i, w := range p.Words {
		if w.Head != syntax.Root {
			p.kids[w.Head] = append(p.kids[w.Head], i)
		}
	}
	return p
}

// word returns the word that stands for a token, or -1.
func (p *parsed) word(token int) int { return p.Tree.At(p.sent.First + token) }

// token returns the token that a word is, or is part of.
func (p *parsed) token(word int) int { return p.Words[word].Token - p.sent.First }

// upos reports whether a word has one of the universal parts of speech.
func (p *parsed) upos(word int, tags ...string) bool {
	return slices.Contains(tags, p.Words[word].UPOS)
}

// rel reports whether a word hangs on its head by one of the relations; a name
// without a subtype stands for all of them.
func (p *parsed) rel(word int, relations ...string) bool { return p.Words[word].Is(relations...) }

// child returns the first dependent with one of the relations, or -1.
func (p *parsed) child(word int, relations ...string) int {
	for _, k := range p.kids[word] {
		if p.rel(k, relations...) {
			return k
		}
	}
	return -1
}

// marker returns the lower-case preposition or conjunction that joins a word to
// its head: "by" of "by the ministry", "that" of "that talks ended"; "" for none.
func (p *parsed) marker(word int) string {
	if k := p.child(word, "case", "mark"); k >= 0 && k < word {
		return p.at(p.token(k)).Lower
	}
	return ""
}

// with returns the first dependent by one of the relations that one of the
// prepositions or conjunctions joins, or -1.
func (p *parsed) with(word int, markers []string, relations ...string) int {
	for _, k := range p.kids[word] {
		if p.rel(k, relations...) && slices.Contains(markers, p.marker(k)) {
			return k
		}
	}
	return -1
}

// hull returns the tokens that a word and what hangs on it cover. What leave
// names is left out where it stands at an end.
func (p *parsed) hull(word int, leave func(int) bool) tokens {
	t := tokens{p.token(word), p.token(word) + 1}
	p.widen(&t, word, leave, 0)
	t.first = max(t.first, p.start)
	return p.trimmed(t)
}

// treeDepth bounds the walks along a tree; no sentence of a writer is nested as deep.
const treeDepth = 60

func (p *parsed) widen(t *tokens, word int, leave func(int) bool, depth int) {
	if depth > treeDepth {
		return
	}
	for _, k := range p.kids[word] {
		if leave != nil && leave(k) {
			continue
		}
		t.first, t.last = min(t.first, p.token(k)), max(t.last, p.token(k)+1)
		p.widen(t, k, leave, depth+1)
	}
}

// trimmed takes punctuation outside quotations off both ends.
func (p *parsed) trimmed(t tokens) tokens {
	loose := func(i int) bool { return !isWord(p.at(i)) && !p.quoted(i) && !p.at(i).Is(")", "%") }
	for t.first < t.last && (loose(t.first) || p.at(t.first).Is(")")) {
		t.first++
	}
	for t.last > t.first && loose(t.last-1) {
		t.last--
	}
	return t
}

// phrase returns a noun phrase without the preposition that joins it, its
// possessive ending, and what only follows it in the sentence.
func (p *parsed) phrase(word int) tokens {
	t := p.hull(word, func(k int) bool {
		return p.Words[k].Head == word && (p.rel(k, "case", "mark", "cc", "punct", "parataxis", "dislocated") || p.rel(k, "nsubj", "cop", "aux", "advcl", "ccomp"))
	})
	return t
}
