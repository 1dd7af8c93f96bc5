package syntax

import (
	"slices"
	"strings"

	"parley"
)

// Base form and neighbours of words, as the readers ask for them clause by clause.
// Every walk stays within Reach of its word.

// Base returns the lemma of word w in lower case.
func (t Tree) Base(w int) string { return strings.ToLower(t.Words[w].Lemma) }

// Children yields the indices of the words that hang on w, in the order of the
// sentence, by one of the relations, as Word.Is has them, or by any if none is given.
func (t Tree) Children(w int, relations ...string) []int {
	var out []int
	for i := max(0, w-Reach); i < min(len(t.Words), w+Reach); i++ {
		if t.Words[i].Head == w && (len(relations) == 0 || t.Words[i].Is(relations...)) {
			out = append(out, i)
		}
	}
	return out
}

// Preposition returns the lemma of the preposition or conjunction before a phrase or
// clause with head w, with the rest of a fixed one ("because of"), or "".
func (t Tree) Preposition(w int) string {
	k := t.Child(w, "case", "mark")
	if k < 0 {
		return ""
	}
	words := []string{strings.ToLower(t.Words[k].Form)}
	for _, i := range t.Children(k, "fixed") {
		words = append(words, strings.ToLower(t.Words[i].Form))
	}
	return strings.Join(words, " ")
}

// negators deny the word that they hang on.
var negators = []string{"not", "n't", "never", "no", "neither", "nor"}

// Negated reports whether a word is denied by one that hangs on it.
func (t Tree) Negated(w int) bool {
	return slices.ContainsFunc(t.Children(w, "advmod", "det", "cc:preconj", "cc"), func(i int) bool {
		only := i+1 < len(t.Words) && t.Base(i+1) == "only"
		return slices.Contains(negators, t.Base(i)) && !only && !(t.Words[i].Is("cc") && i > w)
	})
}

// NoObject reports whether a verb denies by its object: "signed no accord".
func (t Tree) NoObject(w int) bool {
	o := t.Child(w, "obj")
	return o > w && t.Negated(o)
}

// Auxiliaries returns the auxiliaries and copulas of a word, in lower case.
func (t Tree) Auxiliaries(w int) []string {
	var out []string
	for _, i := range t.Children(w, "aux", "cop") {
		out = append(out, strings.ToLower(t.Words[i].Form))
	}
	return out
}

// Passive reports whether a verb is passive.
func (t Tree) Passive(w int) bool {
	for range 4 {
		if t.Child(w, "nsubj:pass", "aux:pass", "csubj:pass") >= 0 {
			return true
		}
		if word := &t.Words[w]; word.XPOS != "VBN" && !t.listed(w) || word.Relation != "conj" || word.Head == Root || t.Child(w, "nsubj") >= 0 {
			return false
		}
		w = t.Words[w].Head // "were blocked and killed"
	}
	return false
}

// listed reports whether a verb that is tagged as a past tense ends a list of participles:
// "were blocked, harassed and killed".
func (t Tree) listed(w int) bool {
	word := &t.Words[w]
	return word.XPOS == "VBD" && word.Is("conj") && slices.ContainsFunc(t.Children(word.Head, "conj"), func(i int) bool { return i < w && t.Words[i].XPOS == "VBN" })
}

// Agent returns the word behind the "by" of a passive, or -1.
func (t Tree) Agent(w int) int {
	for _, o := range t.Children(w, "obl") {
		if t.Preposition(o) == "by" {
			return o
		}
	}
	return -1
}

// Bounds returns the first and the last word of what hangs on w, w included.
func (t Tree) Bounds(w int) (first, last int) {
	first, last = w, w
	for i := max(0, w-Reach); i < min(len(t.Words), w+Reach); i++ {
		if t.Under(i, w) {
			first, last = min(first, i), max(last, i)
		}
	}
	return first, last
}

// Phrase returns the words that hang on w, w included, without those for which drop
// reports true and what hangs on them, as spans that join neighbours. Marks at the
// ends are left out, and so are words of the kinds that join a phrase to the rest.
func (t Tree) Phrase(w int, drop func(i int) bool) parley.Spans {
	keep := make([]bool, len(t.Words))
	first, last := t.Bounds(w)
	for i := first; i <= last; i++ {
		keep[i] = t.Under(i, w) && !t.dropped(i, w, drop)
	}
	var out parley.Spans
	for i := first; i <= last; i++ {
		if !keep[i] {
			continue
		}
		j := i
		for j < last && keep[j+1] {
			j++
		}
		if s, ok := t.trimmed(i, j); ok {
			out = append(out, s)
		}
		i = j
	}
	return out
}

// dropped reports whether a word or one that it hangs on, below top, is dropped.
func (t Tree) dropped(i, top int, drop func(int) bool) bool {
	for steps := 0; i != Root && i != top && steps < Reach; steps++ {
		if drop(i) {
			return true
		}
		i = t.Words[i].Head
	}
	return false
}

// trimmed returns the span of words i to j without the marks at its ends.
func (t Tree) trimmed(i, j int) (parley.Span, bool) {
	mark := func(k int) bool { return t.Words[k].UPOS == "PUNCT" && !quoteMark(t.Words[k].Form) }
	for i <= j && (mark(i) || t.Words[i].UPOS == "CCONJ") {
		i++
	}
	for j >= i && mark(j) {
		j--
	}
	if i > j || i == j && t.Words[i].UPOS == "PUNCT" {
		return parley.Span{}, false
	}
	return parley.Span{Start: t.Words[i].Start, End: t.Words[j].End}, true
}

// quoteMark reports whether a mark opens or closes a quotation, which belongs to the words.
func quoteMark(form string) bool { return strings.ContainsAny(form, "\"“”‘’'") }

// Subject returns the subject of a verb, or of the verb above that shares it or, of a
// participle behind a noun, the noun; -1 without one. Objects that control an
// infinitive ("urged Kestria to leave") are its subject.
func (t Tree) Subject(w int) int {
	for range 5 {
		if s := t.Child(w, "nsubj", "nsubj:pass"); s >= 0 {
			return s
		}
		if s := t.beforeParticiple(w); s >= 0 {
			return s
		}
		if s := t.firstTo(w); s >= 0 {
			return s
		}
		if s := t.rightBefore(w); s >= 0 {
			return s
		}
		if s := t.ForWhom(w); s >= 0 {
			return s
		}
		word, head := &t.Words[w], t.Words[w].Head
		if head == Root {
			return -1
		}
		switch {
		case word.Is("acl") && word.XPOS == "VB":
			return -1 // "its authority to sign", "had the power to sign": whose it is, and not the noun.
		case word.Relation == "acl" && word.XPOS == "VBD" && t.opener() >= 0:
			return t.opener()
		case word.Is("acl"), word.Is("amod") && word.XPOS == "VBG":
			return head
		case word.XPOS == "VBG" && word.Is("ccomp") && w > 0 && t.Child(head, "obj") == w-1:
			return t.Child(head, "obj") // "accused forces carrying out strikes"
		case word.Is("xcomp"), word.XPOS == "VB" && word.Is("ccomp", "advcl"), t.blamed(w):
			if o := t.Child(head, "obj", "iobj"); o >= 0 && o < w && !t.means(head, o) && !(word.Is("advcl") && slices.Contains(own, t.Base(head))) {
				return o
			}
			if o := t.calledOn(head); o >= 0 && o < w {
				return o
			}
			if word.Is("ccomp") {
				return -1
			}
		case !word.Is("conj", "advcl"):
			return -1
		case word.Is("conj") && t.Joined(w) != head:
			head = t.Joined(w)
		case word.Is("conj") && word.tensed() && t.Words[head].XPOS == "VB" && t.Words[head].Is("xcomp", "advcl", "acl") && t.Words[head].Head != Root:
			head = t.Words[head].Head // "urged her to stay and spoke": the parser has joined it too low.
		}
		w = head
	}
	return -1
}

// Joined returns what a word is joined to: its head, but for a base form, which the parser at
// times joins to a verb with a tense, the infinitive of that verb that stands between them:
// "warned them to stop and pull back".
func (t Tree) Joined(w int) int {
	head := t.Words[w].Head
	if head == Root || t.Words[w].XPOS != "VB" || !t.Words[head].tensed() || t.Child(w, "aux", "mark") >= 0 {
		return head
	}
	for _, x := range t.Children(head, "xcomp", "advcl", "ccomp") {
		if x > head && x < w && t.Words[x].XPOS == "VB" {
			return x
		}
	}
	return head
}

// firstTo returns who is said to be the first or the only one to do what an infinitive tells:
// "she was the first official to visit"; or -1.
func (t Tree) firstTo(w int) int {
	g := t.Words[w].Head
	if g < 0 || t.Words[w].XPOS != "VB" || !t.Words[w].Is("acl", "advcl") || t.Words[g].UPOS != "NOUN" || t.Child(g, "cop") < 0 || !t.Ranked(g) {
		return -1
	}
	return t.Child(g, "nsubj")
}

// ranks are the words that rank who has done what an infinitive says: "the first to visit".
var ranks = strings.Fields("first second third last latest only")

// Ranked reports whether a noun is ranked, whatever of its words the parser hangs the rank on:
// "the first government official".
func (t Tree) Ranked(g int) bool {
	for m := g - 1; m >= 0 && t.Words[m].Is("amod", "compound", "nummod"); m-- {
		if slices.Contains(ranks, strings.ToLower(t.Words[m].Form)) {
			return true
		}
	}
	return false
}

// opener returns the noun that opens a sentence and that the parser takes for all of it, or
// -1: "Protesters, carrying flags, marched" has its verb then somewhere below.
func (t Tree) opener() int {
	for i := range min(Reach, len(t.Words)) {
		if w := &t.Words[i]; w.Head == Root && (w.UPOS == "NOUN" || w.UPOS == "PROPN") && i+1 < len(t.Words) && t.Words[i+1].Form == "," {
			return i
		}
	}
	return -1
}

// tensed reports whether a word is tagged as a verb with a tense.
func (w *Word) tensed() bool { return w.XPOS == "VBD" || w.XPOS == "VBZ" || w.XPOS == "VBP" }

// acts are nouns that are made or used to do something, and do nothing themselves.
var acts = strings.Fields("resolve determination commitment desire intention decision willingness readiness pledge promise will capacity ability opportunity right talk talks meeting plan step steps measure vote statement resolution effort power right deal agreement campaign operation election pressure authority money fund hand")

// calledOn returns whom a verb asks behind a preposition: "called on Kestria to end it",
// "appealed to the rebels to stop"; -1 for none.
func (t Tree) calledOn(verb int) int {
	if !slices.Contains([]string{"call", "appeal", "prevail", "rely", "count"}, t.Base(verb)) {
		return -1
	}
	for _, o := range t.Children(verb, "obl") {
		if p := t.Preposition(o); p == "on" || p == "upon" || p == "to" || p == "for" && t.Base(verb) == "call" {
			return o
		}
	}
	return -1
}

// own are the verbs behind whose object an infinitive tells what their subject means to do:
// "visited Kestria to consult with the king".
var own = strings.Fields("visit meet hold use leave join attend see enter reach make take convene open sign write give hire cross host launch work travel do deliver")

// means reports whether an object is only what its verb's subject acts by: "joined forces to
// veto it", "held talks to end it".
func (t Tree) means(verb, object int) bool {
	return slices.Contains(acts, t.Base(object)) || t.Base(verb) == "join" && strings.HasPrefix(t.Base(object), "force")
}

// telling are the verbs whose participle a clause without "that" follows: "adding Kestria will go".
var telling = strings.Fields("add say note stress warn claim insist argue stating state adding saying")

// beforeParticiple returns the subject that a parser has hung on a participle in the place
// of the verb, or -1: "troops backed by jets attacked", "adding Kestria will go".
func (t Tree) beforeParticiple(w int) int {
	if p := t.Child(w, "advcl"); p >= 0 && p < w && t.Words[p].XPOS == "VBN" && t.Child(p, "aux") < 0 {
		return t.Child(p, "nsubj", "nsubj:pass")
	}
	if p := t.Child(w, "csubj"); p >= 0 && p < w && t.Words[p].XPOS == "VBG" && slices.Contains(telling, t.Base(p)) {
		return t.Child(p, "obj")
	}
	return -1
}

// rightBefore returns the noun that stands right before a verb with a tense in a clause of
// its own that has no subject, which is what the parser has hung on something else, or -1:
// "after Kestria and Varenia blocked the draft".
func (t Tree) rightBefore(w int) int {
	word := &t.Words[w]
	spite := word.XPOS == "VBG" && w > 1 && (t.Base(w-2) == "despite" || t.Base(w-2) == "with") // "despite Kestria agreeing to it"
	if !spite && (word.XPOS != "VBD" || !word.Is("advcl", "ccomp", "xcomp")) || w == 0 {
		return -1
	}
	s := w - 1
	if !t.nominal(s) {
		return -1
	}
	for range Reach {
		if h := t.Words[s].Head; h == Root || h >= w || !t.Words[s].Is("conj", "flat", "compound", "nmod") || !t.nominal(h) || t.Words[s].Is("nmod") && !slices.Contains([]string{"of", ""}, t.Preposition(s)) {
			break
		}
		s = t.Words[s].Head
	}
	return s
}

// ForWhom returns the subject of an infinitive that stands behind "for", or -1: "called for all
// parties to allow it", "a plan for the king to step down".
func (t Tree) ForWhom(w int) int {
	to := t.Child(w, "mark")
	if t.Words[w].XPOS != "VB" || to < 1 || strings.ToLower(t.Words[to].Form) != "to" {
		return -1
	}
	for _, o := range t.Children(w, "obl") {
		if o < to && t.Preposition(o) == "for" {
			return o
		}
	}
	return t.rightBeforeTo(w, to)
}

// rightBeforeTo returns the noun behind "for" whose phrase ends right before the "to" of an
// infinitive: any where the infinitive hangs on what the noun does, else a name only, since
// "came for talks to end it" has another subject.
func (t Tree) rightBeforeTo(w, to int) int {
	for o := to - 1; o >= max(0, to-Reach); o-- {
		pressed := t.Preposition(o) == "on" && t.Words[o].Head >= 0 && t.Base(t.Words[o].Head) == "pressure"
		if !t.Words[o].Is("nmod", "obl") || t.Preposition(o) != "for" && !pressed {
			continue
		}
		named := t.Words[o].UPOS == "PROPN"
		if _, last := t.Bounds(o); last == to-1 && (named || t.Words[w].Is("acl") && t.Words[w].Head == t.Words[o].Head) {
			return o
		}
	}
	return -1
}

// nominal reports whether a word is a noun or a name.
func (t Tree) nominal(w int) bool { return t.Words[w].UPOS == "NOUN" || t.Words[w].UPOS == "PROPN" }

// blamed reports whether a gerund tells for what an object is blamed or praised, and so
// what the object does: "criticised Kestria for backing the rebels".
func (t Tree) blamed(w int) bool {
	p := t.Preposition(w)
	return t.Words[w].XPOS == "VBG" && t.Words[w].Is("advcl") && (p == "for" || p == "of" || p == "from" || p == "into")
}
