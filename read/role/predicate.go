package role

import (
	"strings"

	"parley/lang"
	"parley/lang/syntax"
)

// predicate reads what the clause of name i says that the person is: "NAME was
// the president of Varenia", "NAME, who became mayor", "as mayor, NAME …".
func (r *reader) predicate(i int) {
	p := r.top(i)
	if p < 0 {
		return
	}
	if x := r.tree.Words[p]; x.Head != syntax.Root {
		switch x.Base() {
		case "nsubj":
			r.said(i, x.Head, x.Relation == "nsubj:pass")
			r.during(i, p, x.Head)
		case "appos":
			r.apposed(i, x.Head, commaFront)
		}
	}
	for c := max(0, p-syntax.Reach); c < min(len(r.tree.Words), p+syntax.Reach); c++ {
		if x := r.tree.Words[c]; x.Head == p && x.Relation == "appos" && x.Confidence >= sure {
			r.apposed(i, c, commaBack)
		}
	}
	r.relative(i, p)
}

// relative reads the clauses "who …" behind name i, whose word is p.
func (r *reader) relative(i, p int) {
	for v := p + 1; v < min(len(r.tree.Words), p+syntax.Reach); v++ {
		x := r.tree.Words[v]
		if x.Head != p || x.Relation != "acl:relcl" || x.Confidence < sure {
			continue
		}
		if s := r.tree.Child(v, "nsubj"); s >= 0 && strings.EqualFold(r.tree.Words[s].Form, "who") {
			r.said(i, v, r.tree.Words[s].Relation == "nsubj:pass")
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
	first := h
	for first > max(0, h-syntax.Reach) && r.within(first-1, h) {
		first--
	}
	from := r.tree.Words[first].Token
	for from < r.tree.Words[h].Token && r.token(from).Kind != lang.Word {
		from++
	}
	n := r.names[i]
	switch {
	case p == commaFront && (from >= n.First || !r.follows(n.Last)), p == commaBack && (from <= n.Last || !r.token(from-1).Is(",")):
		return
	}
	for k := n.Last; k < from; k++ {
		if r.isPerson(k) {
			return // The nearer one has it.
		}
	}
	t, ok := r.phrase(from)
	if last := t.last - 1; ok && last > t.head && isHead(r.token(last)) {
		return // "a spokesman of the president, NAME": NAME may be the president.
	}
	if ok && (p == commaFront && r.token(t.last).Is(",") || p == commaBack && r.token(t.last).Kind != lang.Word) {
		r.titled(i, h, from, p)
	}
}

// said adds the title that the predicate at word v says of name i.
func (r *reader) said(i, v int, passive bool) {
	x := r.tree.Words[v]
	if r.doubted(v) || x.Confidence < sure {
		return
	}
	if cop := r.tree.Child(v, "cop"); cop >= 0 {
		r.titled(i, v, r.tree.Words[cop].Token+1, clause)
		return
	}
	for c := v + 1; c < min(len(r.tree.Words), v+syntax.Reach); c++ {
		y := r.tree.Words[c]
		if y.Head != v || y.Confidence < sure {
			continue
		}
		as := r.as(c)
		becoming := y.Base() == "xcomp" && y.UPOS == "NOUN" && (becomes[x.Lemma] || passive && named[x.Lemma])
		if becoming && as < 0 {
			r.titled(i, c, x.Token+1, clause)
		} else if as >= 0 && y.Base() != "nsubj" && (serves[x.Lemma] || passive && named[x.Lemma]) {
			r.titled(i, c, r.tree.Words[as].Token+1, clause)
		}
	}
}

// during adds the title of "As mayor, NAME said": it hangs on the verb v of name i.
func (r *reader) during(i, p, v int) {
	for c := 0; c < min(p, syntax.Reach); c++ {
		y := r.tree.Words[c]
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
	for i := max(0, v-syntax.Reach); i < v; i++ {
		x := r.tree.Words[i]
		if x.Head == v || x.Head == r.tree.Words[v].Head && x.XPOS == "MD" {
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
	if r.token(t.first).Is("my", "our", "your") {
		return true
	}
	vague := r.token(t.first).Is("a", "an")
	for k := t.first; k < t.head; k++ {
		w := r.token(k)
		x := r.word(k)
		if w.Is("first", "last", "only", "latest") && r.token(t.last).Is("to") {
			return true
		}
		if x >= 0 && (r.tree.Words[x].XPOS == "JJS" || r.tree.Words[x].XPOS == "RBS") && !isModifier(w) && !w.Is("latest") {
			return true
		}
		if vague && x >= 0 && r.tree.Words[x].UPOS == "ADJ" && !w.Capital() && !isModifier(w) {
			return true
		}
	}
	return vague && r.token(t.head).Is("leader", "contributor", "speaker", "veteran", "observer", "head", "chief", "principal", "dictator")
}

// becomes are the verbs that say like "is" what someone is; named are those whose
// passive does; serves are those that say it with "as".
var (
	becomes = words("become remain")
	named   = words("name appoint elect re-elect reelect make choose crown nominate")
	serves  = words("serve work act")
)
