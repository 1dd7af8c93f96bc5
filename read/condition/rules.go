package condition

import (
	"slices"
	"strings"

	"parley/lang/syntax"
)

// How sure each sort of condition is before the parser's own doubt.
const (
	sureIf     = 0.95
	sureUntil  = 0.75
	surePhrase = 0.85
	sureBare   = 0.7
)

// tree is a sentence's tree with the rules of conditions.
type tree struct{ syntax.Tree }

// links returns the conditions that the connective of words i to j ties.
func (t tree) links(sort string, i, j int) []link {
	switch sort {
	case "hinge":
		return t.hinge(i, j)
	case "phrase", "without":
		return t.phrase(sort, i, j)
	}
	if found := t.clause(sort, i, j); found != nil || sort != "clause" || t.lower(i) != "only" {
		return found
	}
	return t.phrase(sort, i, j) // "only after a truce"
}

// clause reads a clause behind a connective.
func (t tree) clause(sort string, i, j int) []link {
	c := t.behind(i, j, "advcl", "acl", "ccomp", "parataxis", "conj")
	if c < 0 || !t.verbal(c) {
		return nil
	}
	main := t.main(c, i, j)
	if main < 0 {
		return nil
	}
	l := link{antecedent: c, consequent: main, connective: upTo(i, j), sure: sureIf}
	switch sort {
	case "if":
		if t.asks(c, main) || t.compares(i, j) {
			return nil
		}
		l.connective = t.only(l)
		if t.aims(c) {
			l.antecedent, l.consequent = main, c // "must leave if the war is to end"
		}
	case "clause":
		if t.lower(i) == "only" && t.lower(j-1) != "if" && !t.open(main) {
			return nil // "left only after he had paid" tells what happened.
		}
	case "until":
		if l.sure = sureUntil; !t.Negated(main) && (t.lower(i) == "before" || !t.open(main)) {
			return nil
		}
	case "purpose":
		if l.sure = sureBare; !t.binds(main) {
			return nil
		}
		l.antecedent, l.consequent = main, c // What must be done comes first; it is what is aimed at that follows.
	}
	return []link{l}
}

// behind returns the head of the clause or phrase that begins behind words i to j: the
// nearest word above the one behind them by one of the relations; -1 without one.
func (t tree) behind(i, j int, relations ...string) int {
	for j < len(t.Words) && t.Words[j].UPOS == "PUNCT" {
		j++
	}
	if j >= len(t.Words) {
		return -1
	}
	for w, steps := j, 0; w >= j && steps < syntax.Reach; steps++ {
		first, _ := t.Bounds(w)
		if word := &t.Words[w]; word.Is(relations...) && word.Relation != "nmod:poss" && first >= i-1 {
			return w
		}
		w = t.Words[w].Head
	}
	return -1
}

// main returns the word that a clause hangs on, out of the connective's own words.
func (t tree) main(c, i, j int) int {
	w := t.Words[c].Head
	for steps := 0; w >= i && w < j && steps < syntax.Reach; steps++ {
		w = t.Words[w].Head
	}
	if w >= 0 && t.Words[w].Is("advmod") && t.Words[w].Head >= 0 {
		w = t.Words[w].Head // "only … if" may hang on "only".
	}
	return w
}

// upTo returns the numbers from i up to j.
func upTo(i, j int) []int {
	var out []int
	for ; i < j; i++ {
		out = append(out, i)
	}
	return out
}

// only adds to a connective the "only" of the main clause: "will only leave if".
func (t tree) only(l link) []int {
	for _, w := range []int{l.connective[0] - 1, t.Child(l.consequent, "advmod")} {
		if w >= 0 && t.lower(w) == "only" && !slices.Contains(l.connective, w) {
			return append([]int{w}, l.connective...)
		}
	}
	return l.connective
}

// asking are the words under which "if" asks.
var asking = strings.Fields(`ask wonder see know question doubt check determine tell decide find inquire enquire test sure clear unclear
	consider examine understand unsure uncertain certain care explain matter learn investigate explore`)

// asks reports whether "if" stands for "whether".
func (t tree) asks(c, main int) bool {
	return c > main && slices.Contains(asking, t.Base(main))
}

// compares reports whether "if" compares or concedes: "as if", "even if", "what if".
func (t tree) compares(i, j int) bool {
	if i > 0 && slices.Contains([]string{"as", "even", "what", "or"}, t.lower(i-1)) {
		return true
	}
	return j < len(t.Words) && slices.Contains([]string{"not", "any", "ever", "only", "anything", "possible", "necessary", "needed", "so"}, t.lower(j))
}

// verbal reports whether a word heads a clause: a verb, or what a copula says.
func (t tree) verbal(w int) bool {
	return t.Words[w].UPOS == "VERB" || t.Words[w].UPOS == "AUX" || t.Child(w, "cop", "nsubj", "aux") >= 0
}

// ahead are the auxiliaries of what is to come or can be.
var ahead = strings.Fields("will would 'll wo shall may might could can should must ca")

// open reports whether a clause lies ahead or only may be.
func (t tree) open(w int) bool {
	for range 3 {
		if slices.ContainsFunc(t.Auxiliaries(w), func(a string) bool { return slices.Contains(ahead, a) }) ||
			slices.Contains([]string{"likely", "unlikely", "refuse", "vow", "promise", "threaten", "pledge"}, t.Base(w)) {
			return true
		}
		if !t.Words[w].Is("xcomp", "ccomp") {
			return false
		}
		w = t.Words[w].Head
	}
	return false
}

// aims reports whether a clause tells what is aimed at: "if the war is to end".
func (t tree) aims(w int) bool {
	to := t.Child(w, "mark")
	return t.Words[w].XPOS == "VB" && to >= 0 && t.Child(w, "nsubj", "nsubj:pass") >= 0 &&
		slices.ContainsFunc(t.Children(w, "mark", "aux", "cop"), func(i int) bool {
			return slices.Contains([]string{"is", "are", "am", "'s", "’s", "'re", "’re"}, t.lower(i))
		}) &&
		slices.ContainsFunc(t.Children(w, "mark"), func(i int) bool { return t.lower(i) == "to" })
}

// binds reports whether a clause tells what must be done.
func (t tree) binds(w int) bool {
	return slices.Contains([]string{"need", "have"}, t.Base(w)) && t.Child(w, "xcomp") >= 0 ||
		slices.Contains(t.Auxiliaries(w), "must") || t.Words[w].Is("xcomp") && t.Words[w].Head >= 0 && slices.Contains([]string{"need", "have"}, t.Base(t.Words[w].Head))
}

// phrase reads a noun phrase behind a connective.
func (t tree) phrase(sort string, i, j int) []link {
	c := t.behind(i, j, "obl", "nmod", "advcl", "acl", "obj")
	if c < 0 {
		return nil
	}
	main := t.main(c, i, j)
	if main < 0 || t.Words[main].UPOS == "ADP" {
		return nil
	}
	if sort == "without" && t.Words[main].Is("nsubj", "obj") {
		main = t.Words[main].Head // "no peace without a truce"
	}
	l := link{antecedent: c, consequent: main, connective: upTo(i, j), sure: surePhrase}
	switch {
	case sort == "without" && (!t.Negated(main) && !t.deniesSubject(main) || !t.open(main)):
		return nil
	case t.lower(i) == "only" && !t.open(main):
		return nil
	case t.lower(j-1) == "of" && !t.open(main) && t.lower(max(i-1, 0)) != "only":
		return nil // "on the basis of" old facts
	case t.lower(i) == "subject" && !t.open(main):
		return nil
	}
	l.connective = t.only(l)
	return []link{l}
}

// deniesSubject reports whether a clause has "no" before its subject or object.
func (t tree) deniesSubject(w int) bool {
	s := t.Child(w, "nsubj", "nsubj:pass", "obj")
	return s >= 0 && t.Negated(s)
}

// hinge reads what depends on what: the subject on the phrase behind "on", and on each
// that "and" joins to it.
func (t tree) hinge(i, j int) []link {
	subject := t.Child(i, "nsubj", "nsubj:pass")
	if subject < 0 && t.Words[i].Is("acl", "amod") {
		subject = t.Words[i].Head
	}
	phrase := t.behind(j-1, j, "obl", "ccomp", "advcl", "nmod", "obj")
	if subject < 0 || phrase < 0 || phrase == subject || t.lower(i) == "rest" {
		return nil
	}
	var out []link
	for _, c := range append([]int{phrase}, t.Children(phrase, "conj")...) {
		if c == phrase || t.Child(c, "case") >= 0 {
			out = append(out, link{antecedent: c, consequent: subject, connective: upTo(i, j), sure: surePhrase})
		}
	}
	return out
}

// inverted reads a clause without a connective whose auxiliary stands before its
// subject: "had they stayed", "were Kestria to leave", "should talks fail".
func (t tree) inverted(i int) (link, bool) {
	if w := t.lower(i); w != "had" && w != "were" && w != "should" || !t.Words[i].Is("aux", "cop") {
		return link{}, false
	}
	c := t.Words[i].Head
	if c < 0 || !t.Words[c].Is("advcl") || t.Words[c].Head < 0 || t.Child(c, "mark") >= 0 {
		return link{}, false
	}
	first, _ := t.Bounds(c)
	if subject := t.Child(c, "nsubj"); first != i || subject < i {
		return link{}, false
	}
	return link{antecedent: c, consequent: t.Words[c].Head, connective: []int{i}, sure: sureBare}, true
}

// lower is the form of a word in lower case.
func (t tree) lower(w int) string { return strings.ToLower(t.Words[w].Form) }
