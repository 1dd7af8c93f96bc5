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

// base returns the relation of a word without its subtype.
func base(w syntax.Word) string {
	b, _, _ := strings.Cut(w.Relation, ":")
	return b
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
	if w < 0 || h < 0 || t.Kind == lang.Number || articles[t.Lower] || breakers[t.Lower] || r.isPerson(k) {
		return false
	}
	for range 4 {
		x := r.tree.Words[w]
		switch base(x) {
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
// is an adjective here: "the semi-official Meridian".
func (r *reader) adjective(head int) bool {
	w := r.word(head)
	return w >= 0 && alone[plain(r.token(head))] && !r.token(head).Capital() && r.tree.Words[w].XPOS == "JJ"
}

// predicate reads what the clause of name i says that the person is: "NAME was
// the president of Varenia", "NAME, who became mayor", "as mayor, NAME …".
func (r *reader) predicate(i int) {
	p := r.top(i)
	if p < 0 {
		return
	}
	if x := r.tree.Words[p]; x.Head != syntax.Root {
		switch base(x) {
		case "nsubj":
			r.said(i, p, x.Head, x.Relation == "nsubj:pass")
			r.during(i, p, x.Head)
		case "appos":
			r.apposed(i, x.Head, commaFront)
		}
	}
	for c, x := range r.tree.Words {
		if x.Head == p && x.Relation == "appos" && x.Confidence >= sure {
			r.apposed(i, c, commaBack)
		}
	}
	for v, x := range r.tree.Words {
		if x.Head != p || x.Relation != "acl:relcl" || x.Confidence < sure {
			continue
		}
		if s := r.tree.Child(v, "nsubj"); s >= 0 && strings.EqualFold(r.tree.Words[s].Form, "who") {
			r.said(i, p, v, r.tree.Words[s].Relation == "nsubj:pass")
		}
	}
}

// top returns the word of name i on which its others hang, or -1.
func (r *reader) top(i int) int {
	n := r.names[i]
	for k := n.First; k < n.Last; k++ {
		w := r.word(k)
		if w < 0 {
			return -1
		}
		if h := r.tree.Words[w].Head; h == syntax.Root || r.tree.Words[h].Token < n.First || r.tree.Words[h].Token >= n.Last {
			return w
		}
	}
	return -1
}

// apposed adds the title whose head is word h, which the parser takes to stand in
// apposition with name i: it begins or ends at a comma.
func (r *reader) apposed(i, h int, p pattern) {
	first, _ := r.tree.Hull(h)
	from := r.tree.Words[first].Token
	for from < r.tree.Words[h].Token && r.token(from).Kind != lang.Word {
		from++
	}
	n := r.names[i]
	switch {
	case p == commaFront && (from >= n.First || !r.follows(n.Last)), p == commaBack && (from <= n.Last || !r.token(from-1).Is(",")):
		return
	}
	t, ok := r.phrase(from)
	if ok && (p == commaFront && r.token(t.last).Is(",") || p == commaBack && r.token(t.last).Kind != lang.Word) {
		r.titled(i, h, from, p)
	}
}

// said adds the title that the predicate at word v says of name i, whose word is p.
func (r *reader) said(i, p, v int, passive bool) {
	x := r.tree.Words[v]
	if r.doubted(v) || x.Confidence < sure {
		return
	}
	if cop := r.tree.Child(v, "cop"); cop >= 0 {
		r.titled(i, v, r.tree.Words[cop].Token+1, clause)
		return
	}
	for c, y := range r.tree.Words {
		if y.Head != v || c < v || y.Confidence < sure {
			continue
		}
		as := r.as(c)
		becoming := base(y) == "xcomp" && y.UPOS == "NOUN" && (becomes[x.Lemma] || passive && named[x.Lemma])
		if becoming && as < 0 {
			r.titled(i, c, x.Token+1, clause)
		} else if as >= 0 && base(y) != "nsubj" && (serves[x.Lemma] || passive && named[x.Lemma]) {
			r.titled(i, c, r.tree.Words[as].Token+1, clause)
		}
	}
}

// during adds the title of "As mayor, NAME said": it hangs on the verb v of name i.
func (r *reader) during(i, p, v int) {
	for c, y := range r.tree.Words {
		if c >= p {
			return
		}
		if as := r.as(c); y.Head == v && as == 0 && y.Confidence >= sure {
			r.titled(i, c, r.tree.Words[as].Token+1, clause)
		}
	}
}

// as returns the "as" that ties word c to its verb, or -1.
func (r *reader) as(c int) int {
	if k := r.tree.Child(c, "case"); k >= 0 && strings.EqualFold(r.tree.Words[k].Form, "as") {
		return k
	}
	return -1
}

// doubted reports whether the predicate at word v is denied, or only may be.
func (r *reader) doubted(v int) bool {
	for i, x := range r.tree.Words {
		if i < v && (x.Head == v || x.Head == r.tree.Words[v].Head && x.XPOS == "MD") {
			switch strings.ToLower(x.Form) {
			case "not", "n't", "never", "if", "would", "could", "may", "might", "should", "whether":
				return true
			}
		}
	}
	return false
}

// titled adds the noun phrase whose head is word h, and which begins at token
// from or later, as a title of name i.
func (r *reader) titled(i, h, from int, p pattern) {
	head := r.tree.Words[h].Token
	t, ok := r.phrase(from)
	if !ok || t.head != head || r.claimed[head] || r.another(t) || plurals[plain(r.token(head))] != "" && !r.token(from).Is("one") {
		return
	}
	t = r.cut(t)
	if r.described(t) {
		return
	}
	r.add(i, t, p)
}

// described reports whether what is said of a person only describes: "a brutal
// dictator", "a leader in the fight", "the first leader to resign".
func (r *reader) described(t title) bool {
	vague := r.token(t.first).Is("a", "an")
	for k := t.first; k < t.head; k++ {
		w := r.token(k)
		x := r.word(k)
		if w.Is("first", "last", "only", "latest") && r.token(t.last).Is("to") {
			return true
		}
		if vague && x >= 0 && r.tree.Words[x].UPOS == "ADJ" && !w.Capital() && !isModifier(w) {
			return true
		}
	}
	return vague && r.token(t.head).Is("leader", "contributor", "speaker", "veteran", "observer", "head", "chief", "principal")
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
	for range len(r.tree.Words) {
		if w == h {
			return true
		}
		x := r.tree.Words[w]
		switch base(x) {
		case "acl", "advcl", "appos", "parataxis":
			return false
		case "obl", "nmod":
			if x.XPOS == "CD" || times[strings.ToLower(x.Form)] || base(x) == "obl" && x.Head != h {
				return false
			}
		}
		if w = x.Head; w == syntax.Root {
			return false
		}
	}
	return false
}

// times are the words for times that are no part of a title: "mayor in May".
var times = words(`time year years month week day moment january february march april may june july august september october
	november december monday tuesday wednesday thursday friday saturday sunday today yesterday`)

// becomes are the verbs that say like "is" what someone is; named are those whose
// passive does; serves are those that say it with "as".
var (
	becomes = words("become remain")
	named   = words("name appoint elect re-elect reelect make choose crown nominate")
	serves  = words("serve work act")
)
