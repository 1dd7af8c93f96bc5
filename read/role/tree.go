package role

import (
	"strings"

	"parley/lang"
	"parley/lang/syntax"
)

// sure is the confidence of the parser above which a word's place in the tree is
// believed.
const sure = 0.5

// word returns the index in the tree of the word for token k, or -1 where there
// is no tree, where the parser is unsure, or outside the sentence.
func (r *reader) word(k int) int {
	w := r.tree.At(k)
	if w < 0 || r.tree.Words[w].Confidence < sure {
		return -1
	}
	return w
}

// widened moves the beginning of a title before a name over the words that hang
// on its head and that no list knows: "prison" in "prison spokesman". It goes no
// further than the last noun, capital or known modifier among them.
func (r *reader) widened(first, head int) int {
	best := first
	for k := first - 1; k >= r.inside.First && k > head-window && r.premodifies(k, head); k-- {
		w := r.token(k)
		tag := r.tree.Words[r.word(k)].XPOS
		joined := r.token(k + 1).Is("-")
		if r.token(best).Capital() && w.Kind == lang.Word && !w.Capital() && !standing[w.Lower] && !joined && !w.Is("and") {
			break // "donating to charity Governor …": a title with capitals begins with them.
		}
		if w.Kind == lang.Word && strings.HasPrefix(tag, "NN") || w.Capital() || isModifier(w) {
			best = k
		}
	}
	return best
}

// premodifies reports whether the word at token k hangs on the title's head as
// what goes before a noun does.
func (r *reader) premodifies(k, head int) bool {
	w, h := r.word(k), r.word(head)
	t := r.token(k)
	if w < 0 || h < 0 || t.Kind == lang.Number || styles[t.Lower] || articles[t.Lower] || breakers[t.Lower] || r.isPerson(k) {
		return false
	}
	for range 4 {
		x := r.tree.Words[w]
		switch x.Base() {
		case "compound", "amod", "conj", "cc":
		case "punct":
			if x.XPOS != "HYPH" {
				return false
			}
		default:
			return false
		}
		if w = x.Head; w == h {
			return true
		}
		if w == syntax.Root || r.tree.Words[w].Token > head {
			return false
		}
	}
	return false
}

// adjective reports whether a head that is a common noun more often than a title
// is an adjective of what stands behind name i: "the semi-official Meridian agency".
func (r *reader) adjective(i, head int) bool {
	w := r.word(head)
	if w < 0 || !alone[plain(r.token(head))] || r.token(head).Capital() {
		return false
	}
	x := r.tree.Words[w]
	return x.XPOS == "JJ" && x.Relation == "amod" && x.Head != syntax.Root && r.tree.Words[x.Head].Token >= r.names[i].Last
}

// cut ends a title where the tree says that what follows belongs to something
// else: a clause, or a time of the verb.
func (r *reader) cut(t title) title {
	h := r.word(t.head)
	if h < 0 {
		return t
	}
	for k := t.head + 1; k < t.last; k++ {
		w := r.word(k)
		if w < 0 {
			return t
		}
		if !r.within(w, h) {
			t.last = k
			break
		}
	}
	for t.last > t.head+1 && linking[r.token(t.last-1).Lower] {
		t.last--
	}
	return t
}

// within reports whether word w belongs to the noun phrase of word h and to no
// clause inside of it.
func (r *reader) within(w, h int) bool {
	for range syntax.Reach {
		if w == h {
			return true
		}
		x := r.tree.Words[w]
		switch x.Base() {
		case "acl", "advcl", "appos", "parataxis":
			return false
		case "obl", "nmod":
			if x.XPOS == "CD" || times[strings.ToLower(x.Form)] || x.Base() == "obl" && x.Head != h {
				return false
			}
		}
		if w = x.Head; w == syntax.Root {
			return false
		}
	}
	return false
}

// styles are the forms of address that no title takes in: "His Majesty King".
var styles = words(`majesty highness excellency honour honor holiness eminence grace`)

// times are the words for times that are no part of a title: "mayor in May".
var times = words(`time year years month week day moment january february march april may june july august september october
	november december monday tuesday wednesday thursday friday saturday sunday today yesterday`)
