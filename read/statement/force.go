package statement

import (
	"slices"
	"strings"

	"parley"
	"parley/lang/syntax"
)

// force returns what a plain saying does by the main clauses of its content: the
// illocutionary force of speech-act theory (Searle 1976). An order in quotation
// marks demands, "we are ready to" offers, "they have broken the truce" accuses. The
// first clause that tells decides; none gives Assert. Behind "insist that" a clause
// in the subjunctive ("that the gate be opened") demands.
func (r *reader) force(f *Found) parley.Act {
	seen := 0
	for _, part := range f.Content {
		first, last := r.text.SentenceAt(part.Start), r.text.SentenceAt(part.End-1)
		for s := max(first, 0); s <= last && s < len(r.trees) && seen < forceSentences; s++ {
			seen++
			u := utterance{Tree: r.trees[s], part: part, quoted: r.text.QuoteAt(part.Start) >= 0 || f.verbatim, insists: f.insists}
			if act := u.act(); act != parley.Assert {
				return act
			}
		}
	}
	return parley.Assert
}

// forceSentences is how many sentences of a content can tell its act. Longer
// contents are speeches, and no single clause tells what a whole speech does.
const forceSentences = 4

// utterance is the part of a sentence that is somebody's words.
type utterance struct {
	syntax.Tree
	part   parley.Span
	quoted bool // the words are the source's own, so that "we" is the source

	insists bool // behind "insist"
}

// act returns the act of the first main clause that tells one.
func (u *utterance) act() parley.Act {
	budget := syntax.Reach
	for w := range u.Words {
		if !u.main(w) {
			continue
		}
		if act := u.clauseAct(w); act != parley.Assert {
			return act
		}
		if budget--; budget == 0 {
			break
		}
	}
	return parley.Assert
}

// main reports whether a word heads a main clause of the utterance: what governs
// it stands outside, or it is joined to, or thought in, such a clause.
func (u *utterance) main(w int) bool {
	for range syntax.Reach {
		word := &u.Words[w]
		if !u.part.Contains(word.Span) || word.UPOS == "PUNCT" {
			return false
		}
		if word.Head == syntax.Root || !u.part.Contains(u.Words[word.Head].Span) {
			return true
		}
		thought := word.Is("ccomp") && u.own(word.Head) && slices.Contains(thinking, u.Words[word.Head].Lemma)
		if !thought && !word.Is("conj", "parataxis") {
			return false
		}
		w = word.Head
	}
	return false
}

// thinking are the verbs behind which the clause that matters follows: "I think
// that they are wrong".
var thinking = []string{"think", "believe", "know", "say", "feel", "guess", "mean", "hope", "repeat"}

// own reports whether the subject of a clause is "I" or "we".
func (u *utterance) own(w int) bool {
	s := u.subject(w)
	return s >= 0 && slices.Contains([]string{"i", "we"}, strings.ToLower(u.Words[s].Form))
}

// side reports whether the subject of a clause is the source's own side: "we", and
// in reported speech "he", "they", "his country".
func (u *utterance) side(w int) bool {
	s := u.subject(w)
	if s < 0 {
		return false
	}
	if form := strings.ToLower(u.Words[s].Form); u.quoted || form == "i" || form == "we" {
		return form == "i" || form == "we" || form == "nobody" || form == "none"
	}
	if u.Words[s].UPOS == "PRON" {
		return slices.Contains([]string{"he", "she", "they", "it"}, strings.ToLower(u.Words[s].Form))
	}
	return u.Child(s, "nmod:poss") >= 0 && u.Words[u.Child(s, "nmod:poss")].UPOS == "PRON"
}

// subject returns the subject of a clause, or that of the clause that it is
// joined to or wanted by, or -1.
func (u *utterance) subject(w int) int {
	for range 4 {
		if s := u.Child(w, "nsubj", "csubj"); s >= 0 {
			return s
		}
		if !u.Words[w].Is("conj", "xcomp") {
			return -1
		}
		w = u.Words[w].Head
	}
	return -1
}

// negated reports whether a clause is denied: "not", "never", or "no" on its
// subject or object.
func (u *utterance) negated(w int) bool {
	for k := max(0, w-syntax.Reach); k < min(len(u.Words), w+syntax.Reach); k++ {
		word := &u.Words[k]
		if word.Head == w && slices.Contains([]string{"not", "n't", "never"}, word.Lemma) {
			return true
		}
		if k == u.Words[w].Head && u.Words[w].Is("ccomp") && slices.Contains(thinking, word.Lemma) && u.negated(k) {
			return true // "I do not think that it is right"
		}
		if word.Lemma == "no" && word.Is("det") && u.Words[word.Head].Head == w && u.Words[word.Head].Is("nsubj", "obj", "obl") {
			return true
		}
	}
	return false
}

// clauseAct returns the act of one clause by its head.
func (u *utterance) clauseAct(w int) parley.Act {
	for _, rule := range []func(int) parley.Act{u.performs, u.demands, u.wants, u.judges, u.denies, u.affirms} {
		if act := rule(w); act != "" && act != parley.Assert {
			return act
		}
	}
	return parley.Assert
}

// performs is the act of a verb that does what it says: "we urge", "I condemn".
func (u *utterance) performs(w int) parley.Act {
	word := &u.Words[w]
	if word.XPOS != "VBP" || !u.own(w) || u.negated(w) {
		return ""
	}
	for _, s := range cueWords[strings.ToLower(word.Form)] {
		if s.form == base && s.act != parley.Predict && s.verb != "want" && u.followed(w, s.particles) {
			return s.act
		}
	}
	return ""
}

// followed reports whether particles stand behind a word, with nothing but adverbs
// between.
func (u *utterance) followed(w int, particles []string) bool {
	i := w + 1
	for _, p := range particles {
		for i < len(u.Words) && u.Words[i].UPOS == "ADV" && !strings.EqualFold(u.Words[i].Form, p) {
			i++ // "call very clearly for"
		}
		if i >= len(u.Words) || !strings.EqualFold(u.Words[i].Form, p) {
			return false
		}
		i++
	}
	return true
}

// wants is the offer of who is ready or willing to do something, and of who will
// help.
func (u *utterance) wants(w int) parley.Act {
	word := &u.Words[w]
	t, ok := forces.wants[word.Lemma]
	if !ok {
		t, ok = forces.wants[strings.ToLower(word.Form)] // "determined"
	}
	helps := word.UPOS == "VERB" && u.own(w) && u.aux(w, "will") && (slices.Contains(helping, word.Lemma) || u.Child(w, "iobj") >= 0)
	welcomes := word.Lemma == "welcome" && word.UPOS == "VERB" && u.aux(w, "would")
	switch {
	case helps, welcomes:
		t.act = parley.Offer
	case !ok || word.UPOS != "ADJ" && u.Child(w, "cop", "aux:pass") < 0 || u.Child(w, "xcomp", "obl", "advcl", "ccomp") < 0:
		return ""
	}
	if u.negated(w) {
		return parley.Deny
	}
	return t.act
}

// helping are the verbs by which someone promises a good.
var helping = []string{"help", "assist", "support", "provide", "offer", "give", "grant", "protect", "rebuild", "donate", "release", "cooperate", "negotiate", "talk"}

// aux reports whether a clause has an auxiliary.
func (u *utterance) aux(w int, lemma ...string) bool {
	for k := max(0, w-syntax.Reach); k < w; k++ {
		if u.Words[k].Head == w && u.Words[k].Is("aux") && (slices.Contains(lemma, u.Words[k].Lemma) || slices.Contains(lemma, strings.ToLower(u.Words[k].Form))) {
			return true
		}
	}
	return false
}

// demands is the act of an order and of what must or should be done.
func (u *utterance) demands(w int) parley.Act {
	word := &u.Words[w]
	switch {
	case u.quoted && u.orders(w) && !slices.Contains(figures, word.Lemma):
		return parley.Demand
	case u.aux(w, "must", "should", "ought") && !(u.own(w) && slices.Contains(avowing, word.Lemma)) && !u.perfect(w):
		return parley.Demand
	case (word.Lemma == "need" || word.Lemma == "have") && word.UPOS == "VERB" && u.Child(w, "xcomp") >= 0 && !u.negated(w) && !u.aux(w, "have"):
		if k := u.Child(w, "xcomp"); u.Child(k, "mark") >= 0 && !(u.own(w) && slices.Contains(avowing, u.Words[k].Lemma)) {
			return parley.Demand
		}
	case u.insists && u.subjunctive(w):
		return parley.Demand
	case u.needed(w):
		return parley.Demand
	case word.Lemma == "time" && u.Child(w, "cop") >= 0 && u.Child(w, "acl", "advcl", "xcomp", "csubj", "ccomp") >= 0:
		return parley.Demand
	}
	return ""
}

// orders reports whether a clause is in the imperative: a bare verb without a
// subject. The parser tells it of whole sentences; of words before "he said", which
// hang on the verb of saying, the form does.
func (u *utterance) orders(w int) bool {
	word := &u.Words[w]
	if strings.Contains(word.Features, "Mood=Imp") {
		return true
	}
	top := word.Head == syntax.Root || !u.part.Contains(u.Words[word.Head].Span)
	return word.XPOS == "VB" && top && u.Child(w, "nsubj", "csubj", "aux", "mark", "expl", "cop") < 0
}

// subjunctive reports whether a clause with a subject has a bare verb: "that the
// gate be opened".
func (u *utterance) subjunctive(w int) bool {
	if u.Child(w, "nsubj") < 0 {
		return false
	}
	verb := w
	if k := u.Child(w, "cop", "aux:pass"); k >= 0 {
		verb = k
	}
	return u.Words[verb].XPOS == "VB" && u.Child(w, "aux") < 0 || u.Words[verb].Lemma == "be" && strings.EqualFold(u.Words[verb].Form, "be") && !u.modal(w)
}

// modal reports whether a clause has a modal auxiliary.
func (u *utterance) modal(w int) bool {
	for k := max(0, w-syntax.Reach); k < w; k++ {
		if u.Words[k].Head == w && u.Words[k].XPOS == "MD" {
			return true
		}
	}
	return false
}

// needed reports whether a clause tells that another is needed: "it is vital that".
func (u *utterance) needed(w int) bool {
	_, ok := forces.needs[u.Words[w].Lemma]
	return ok && u.Child(w, "cop") >= 0 && u.Child(w, "csubj", "ccomp", "xcomp") >= 0 && !u.negated(w)
}

// figures are orders of speech that ask for nothing: "look", "let me say".
var figures = []string{"look", "let", "see", "imagine", "remember", "believe", "thank", "say", "suppose", "listen", "welcome", "bless", "god", "mind", "please"}

// avowing are the verbs of which "I must" is no demand.
var avowing = []string{"say", "tell", "admit", "confess", "answer", "add", "stress", "note", "be"}

// perfect reports whether a clause is in the perfect: "should have done".
func (u *utterance) perfect(w int) bool { return u.aux(w, "have", "has") }

// judges is the act of a clause that judges somebody.
func (u *utterance) judges(w int) parley.Act {
	word := &u.Words[w]
	if u.aux(w, "should") && u.perfect(w) && !u.own(w) {
		return parley.Criticise
	}
	if word.UPOS == "VERB" {
		return u.judging(w, w, 0)
	}
	if t, ok := u.lacking(w); ok {
		return t
	}
	t, ok := forces.is[word.Lemma]
	if !ok || word.UPOS == "ADV" || !u.predicate(w) {
		return ""
	}
	if u.negated(w) {
		return u.unsaid(w, t.act)
	}
	return t.act
}

// lacking is the act of a predicate that is denied: "is not acceptable", "is not a
// good idea".
func (u *utterance) lacking(w int) (parley.Act, bool) {
	if !u.negated(w) || u.Child(w, "cop") < 0 {
		return "", false
	}
	t, ok := forces.lacks[u.Words[w].Lemma]
	if k := u.Child(w, "amod"); !ok && k >= 0 {
		t, ok = forces.lacks[u.Words[k].Lemma]
	}
	return t.act, ok
}

// predicate reports whether a noun or adjective is said of something.
func (u *utterance) predicate(w int) bool {
	return u.Child(w, "cop") >= 0 || u.Child(w, "nsubj") >= 0 || u.Words[w].Is("xcomp") || u.Words[w].Head == syntax.Root || !u.part.Contains(u.Words[u.Words[w].Head].Span)
}

// judging follows a verb to what it governs: "are trying to undermine", "continue
// to break the truce", "seems wrong".
func (u *utterance) judging(top, w, depth int) parley.Act {
	word := &u.Words[w]
	if t, ok := forces.does[word.Lemma]; ok && word.UPOS == "VERB" && u.complete(w, &t) {
		switch {
		case t.act == parley.Threaten:
			if !u.aux(top, "will", "would", "shall", "may", "might", "could") {
				return ""
			}
		case u.own(top) && t.act != parley.Praise:
			return u.unsaid(top, t.act)
		}
		if u.negated(top) {
			return u.unsaid(top, t.act)
		}
		return t.act
	}
	k := u.Child(w, "xcomp")
	if k < 0 || depth > 2 {
		return ""
	}
	if u.Words[k].UPOS == "VERB" {
		return u.judging(top, k, depth+1)
	}
	if t, ok := forces.is[u.Words[k].Lemma]; ok && !u.negated(top) {
		return t.act
	}
	return ""
}

// unsaid is the act of a judgement that is negated: one's own guilt is denied,
// what another is not is merely told.
func (u *utterance) unsaid(w int, act parley.Act) parley.Act {
	switch {
	case (act == parley.Accuse || act == parley.Criticise) && u.side(w) && u.negated(w):
		return parley.Deny
	case act == parley.Praise && !u.side(w):
		return parley.Criticise
	}
	return ""
}

// complete reports whether a verb has the object or the words that its line asks for.
func (u *utterance) complete(w int, t *telling) bool {
	if !t.needs() {
		return true
	}
	for k := max(0, w-syntax.Reach); k < min(len(u.Words), w+syntax.Reach); k++ {
		word := &u.Words[k]
		if word.Head != w {
			continue
		}
		if word.Is("obj", "nsubj:pass", "obl") && t.takes(word.Lemma) {
			return true
		}
		if k > w && slices.Contains(t.behind, strings.ToLower(word.Form)) || k > w && u.joined(k, t.behind) {
			return true
		}
	}
	return false
}

// joined reports whether a word is joined to its head by one of the prepositions.
func (u *utterance) joined(w int, prepositions []string) bool {
	k := u.Child(w, "case")
	return k >= 0 && slices.Contains(prepositions, strings.ToLower(u.Words[k].Form))
}

// denies is the act of who says that their own side did not, does not or will not.
func (u *utterance) denies(w int) parley.Act {
	if u.quoted && u.opensWithNo() {
		return parley.Deny
	}
	if !u.negated(w) || !u.side(w) || slices.Contains(minding, u.Words[w].Lemma) || u.aux(w, "can", "could", "may", "might") {
		return ""
	}
	if u.Words[w].UPOS != "VERB" {
		return ""
	}
	return parley.Deny
}

// affirms is the act of an emphatic "did": "he did sign the paper".
func (u *utterance) affirms(w int) parley.Act {
	if u.Words[w].UPOS == "VERB" && u.aux(w, "do") && !u.negated(w) && u.subject(w) >= 0 && u.subject(w) < w && !u.asks() {
		return parley.Confirm
	}
	return ""
}

// asks reports whether the utterance's sentence is a question.
func (u *utterance) asks() bool {
	return slices.ContainsFunc(u.Words, func(w syntax.Word) bool { return w.Form == "?" })
}

// minding are the verbs of which "not" tells a state of mind, no denial.
var minding = []string{"know", "think", "believe", "want", "see", "expect", "understand", "remember", "feel", "care", "mind", "need", "have", "like", "hope", "doubt", "say", "forget", "mean", "get"}

// opensWithNo reports whether the utterance begins with the answer "no".
func (u *utterance) opensWithNo() bool {
	for i := range u.Words {
		if w := &u.Words[i]; u.part.Contains(w.Span) && w.UPOS != "PUNCT" {
			return w.Lemma == "no" && i+1 < len(u.Words) && u.Words[i+1].UPOS == "PUNCT"
		}
	}
	return false
}
