package date

import (
	"slices"
	"strings"

	"parley/lang/syntax"
)

// sure is the confidence of the parser above which a time's place in the tree is
// believed.
const sure = 0.6

// governorSteps bounds how far the governing verb is above a time.
const governorSteps = 6

// governor is the search, upward in the tree of the sentence, for the verb that
// governs a time.
type governor struct {
	syntax.Tree
	time       int  // the word of the time
	infinitive bool // an infinitive was passed
	target     bool // the time is one that something lasts to: "to the end of May"
}

// governed tells the direction of the time at tokens [from, to) by the tree. It
// is silent where there is no tree, where the parser is unsure, and where no
// word above the time tells.
func (s *scanner) governed(from, to int) (direction, string) {
	if s.sentence >= len(s.trees) {
		return unclear, ""
	}
	g := governor{Tree: s.trees[s.sentence]}
	g.time = g.top(from, to)
	switch w := g.time; {
	case w < 0 || g.Words[w].Confidence < sure:
		return unclear, ""
	case g.told(w):
		return past, "behind a past verb"
	case g.Child(w, "cop") >= 0:
		return g.predicate(w)
	}
	return g.climb()
}

// climb goes from the time to the word that tells its direction.
func (g *governor) climb() (direction, string) {
	w := g.time
	for range governorSteps {
		if w == g.time || borders[g.Words[w].Lemma] {
			g.target = g.target || g.has(w, "case", "to") || g.has(w, "case", "until") || g.has(w, "case", "by")
		}
		head := g.Words[w].Head
		if head == syntax.Root {
			break
		}
		if d, why, done := g.noun(w, head); done {
			return d, why
		}
		if d, why, done := g.verb(head); done {
			return d, why
		}
		if g.Words[head].Confidence < sure {
			return unclear, ""
		}
		w = head
	}
	if g.infinitive {
		return ahead, "behind an infinitive"
	}
	return unclear, ""
}

// top returns the word of tokens [from, to) that hangs on a word outside, or -1.
func (g *governor) top(from, to int) int {
	first := g.At(from)
	for i := max(0, first-2); first >= 0 && i < len(g.Words) && g.Words[i].Token < to; i++ {
		w := &g.Words[i]
		if w.Token < from || w.UPOS == "PUNCT" || w.UPOS == "ADP" {
			continue
		}
		if w.Head == syntax.Root || g.Words[w.Head].Token < from || g.Words[w.Head].Token >= to {
			return i
		}
	}
	return -1
}

// told reports whether the time at word w stands right behind a past verb, with
// no more than "on" between: "said on Friday the army would leave". What follows
// such a time is often taken for its clause.
func (g *governor) told(w int) bool {
	for w--; w > 0 && g.Words[w].UPOS == "ADP"; w-- {
	}
	return w >= 0 && g.Words[w].XPOS == "VBD" && g.Words[w].UPOS == "VERB" && !plans[strings.ToLower(g.Words[w].Form)]
}

// noun tells the direction by the noun head on which the word w hangs: "Friday's
// attack" has been, "a meeting for Friday" is still to come. It is done where the
// verb above says nothing of the day: "Friday's pleas might help".
func (g *governor) noun(w, head int) (d direction, why string, done bool) {
	word := strings.ToLower(g.Words[head].Form)
	if g.upcoming(head) || meetings[word] && g.isFor(head) {
		return ahead, "of what is planned", true
	}
	switch g.Words[w].Relation {
	case "nmod:poss", "compound", "nmod:unmarked":
		if sudden[word] {
			return past, "before a word for what comes unannounced", true
		}
		if futures[word] {
			return ahead, "before a word of trade in what is still to come", true
		}
		return unclear, "", !meetings[word] && strings.HasPrefix(g.Words[head].Relation, "nsubj")
	case "nmod", "obl":
		if sudden[word] && g.Words[head].XPOS != "VBG" && !g.has(head, "det", "a") && !g.has(head, "det", "another") && word != "shooting" {
			return past, "of what came unannounced", true
		}
		if g.isFor(w) && (meetings[word] || arranged[g.Words[head].Lemma] && g.Words[head].UPOS == "VERB") {
			return ahead, "arranged for it", true
		}
	}
	return unclear, "", false
}

// upcoming reports whether a noun is one of something to come: "their upcoming talks".
func (g *governor) upcoming(head int) bool {
	for i := max(0, head-syntax.Reach); i < head; i++ {
		if w := &g.Words[i]; w.Head == head && w.Relation == "amod" && (w.Lemma == "upcoming" || w.Lemma == "forthcoming" || w.Lemma == "scheduled") {
			return true
		}
	}
	return false
}

// isFor reports whether "for" stands before the time at word w.
func (g *governor) isFor(w int) bool { return g.has(w, "case", "for") }

// has reports whether the first dependent of a word with a relation is a form.
func (g *governor) has(w int, relation, form string) bool {
	c := g.Child(w, relation)
	return c >= 0 && strings.EqualFold(g.Words[c].Form, form)
}

// auxiliaries returns the auxiliaries and the copula of word v, in lower case,
// and whether it is denied.
func (g *governor) auxiliaries(v int) (all []string, denied bool) {
	for i := max(0, v-syntax.Reach); i <= v; i++ {
		w := &g.Words[i]
		if w.Head != v {
			continue
		}
		form := strings.ToLower(w.Form)
		switch {
		case w.Relation == "cop" || strings.HasPrefix(w.Relation, "aux"):
			all = append(all, form)
		case form == "not" || form == "n't", form == "neither", strings.HasPrefix(w.Relation, "nsubj") && g.nobody(i):
			denied = true
		}
	}
	return all, denied
}

// nobody reports whether a subject is nobody or nothing: "neither he nor she", "no one".
func (g *governor) nobody(subject int) bool {
	if nobodies[strings.ToLower(g.Words[subject].Form)] || g.has(subject, "det", "no") || g.has(subject, "cc:preconj", "neither") {
		return true
	}
	for i := subject + 1; i < min(subject+syntax.Reach, len(g.Words)); i++ {
		if w := &g.Words[i]; w.Relation == "cc" && w.Head != syntax.Root && g.Words[w.Head].Head == subject && strings.EqualFold(w.Form, "nor") {
			return true
		}
	}
	return false
}

// predicate tells the direction of the time at word w that is itself what is
// said: "the deadline is Friday".
func (g *governor) predicate(w int) (direction, string) {
	aux, _ := g.auxiliaries(w)
	if g.due(w, aux) {
		return ahead, "behind a word of plans"
	}
	switch d := byAuxiliaries(aux, false); {
	case d != unclear:
		return d, "as what is said of it"
	case len(aux) > 0 && presentBe[aux[0]]:
		return ahead, "as what is said of it"
	}
	return unclear, ""
}

// byAuxiliaries tells the direction of a verb with these auxiliaries.
func byAuxiliaries(aux []string, denied bool) direction {
	perfect := false
	for _, a := range aux {
		perfect = perfect || a == "have"
	}
	for _, a := range aux {
		switch {
		case perfect && (a == "will" || a == "'ll"):
			return unclear // "Will have left by Friday" may be a guess.
		case modals[a] && perfect, a == "could" && denied:
			return past
		case modals[a]:
			return ahead
		case a == "had", a == "has", a == "have", a == "'ve", a == "was", a == "were", a == "did":
			return past
		}
	}
	return unclear
}

// verb tells the direction by the verb at word v. It is done where the verb has a
// tense, whichever way it points; else the search goes on above it.
func (g *governor) verb(v int) (d direction, why string, done bool) {
	w := &g.Words[v]
	form := strings.ToLower(w.Form)
	aux, denied := g.auxiliaries(v)
	if g.isPlan(v, aux) || g.due(v, aux) {
		return ahead, "behind a word of plans", true
	}
	if g.infinitive && intends[form] {
		return ahead, "behind a verb of intent", true
	}
	switch d := byAuxiliaries(aux, denied); {
	case d == ahead && slices.Contains(aux, "could") && perceived[w.Lemma]:
		return past, "by a verb of seeing", true
	case d == ahead && g.toldAbove(v):
		return unclear, "", true
	case d == ahead:
		return d, "by a modal of its verb", true
	case d == past:
		return g.finite(v)
	}
	return g.form(v, aux)
}

// form tells the direction by the form of the verb at word v, whose auxiliaries
// do not tell it.
func (g *governor) form(v int, aux []string) (d direction, why string, done bool) {
	w := &g.Words[v]
	switch w.XPOS {
	case "VBD":
		if w.Lemma == "look" && g.has(v, "advmod", "forward") {
			return ahead, "looked forward to", true
		}
		return g.finite(v)
	case "VBN":
		if len(aux) == 0 && w.Relation != "conj" && w.UPOS == "VERB" {
			return past, "by a past participle", true
		}
		return unclear, "", len(aux) > 0
	case "VBG":
		return g.progressive(v, aux)
	case "VB":
		return g.base(v)
	case "VBZ", "VBP":
		form := strings.ToLower(w.Form)
		if presents[form] && (!intents[form] || g.infinitive) || bases[form] {
			return ahead, "by a present verb of a plan", true
		}
		return unclear, "", true
	}
	return unclear, "", false
}

// base tells the direction by the base form at word v: an infinitive leaves it to
// the verb above, and a present that is taken for a base form is one of a plan.
func (g *governor) base(v int) (direction, string, bool) {
	w := &g.Words[v]
	switch to := g.hasTo(v); {
	case to && (w.Relation == "csubj" || w.Relation == "ccomp"):
		return unclear, "", true // "It was right to meet on Friday"
	case to && strings.HasPrefix(w.Relation, "acl") && g.ranked(w.Head):
		return unclear, "", false // "The first to meet on Friday were"
	case !to && w.Relation != "conj" && g.Child(v, "nsubj") >= 0 && bases[w.Form]:
		return ahead, "by a present verb of a plan", true
	case to:
		g.infinitive = true
	}
	return unclear, "", false
}

// ranked reports whether the noun at word w is one of an order, so that what it is the
// first to do is done.
func (g *governor) ranked(w int) bool {
	if rankWords[strings.ToLower(g.Words[w].Form)] {
		return true
	}
	for i := max(0, w-syntax.Reach); i < w; i++ {
		if g.Words[i].Head == w && rankWords[strings.ToLower(g.Words[i].Form)] {
			return true
		}
	}
	return false
}

// finite tells the direction by the past verb at word v. What hangs on an
// infinitive below it, or on something upcoming, may come later: "won, to qualify
// for Friday's final"; and so does the day to which something was put off.
func (g *governor) finite(v int) (direction, string, bool) {
	switch {
	case g.target && delays[g.Words[v].Lemma]:
		return ahead, "put off until then", true
	case g.infinitive, g.target:
		return unclear, "", true
	}
	for i := v; i < min(g.time, v+syntax.Reach); i++ {
		if w := g.Words[i].Lemma; w == "upcoming" || w == "forthcoming" {
			return ahead, "of what is planned", true
		}
	}
	return past, "by a past verb", true
}

// isPlan reports whether word v says that something is fixed for a day to come.
func (g *governor) isPlan(v int, aux []string) bool {
	w := &g.Words[v]
	form := strings.ToLower(w.Form)
	switch {
	case !plans[form] || w.UPOS == "NOUN" || slices.Contains(aux, "had"):
		return false
	case form == "set":
		return w.XPOS == "VBN" && len(aux) > 0
	}
	return true
}

// due reports whether a word of plans leads the predicate at word v: "was due to
// travel on Friday".
func (g *governor) due(v int, aux []string) bool {
	for i := max(0, v-4); i < v; i++ {
		if w := &g.Words[i]; w.Head == v && (w.Relation == "case" || w.Relation == "mark" || w.Relation == "advmod") && plans[w.Lemma] {
			return !slices.Contains(aux, "had")
		}
	}
	return false
}

// toldAbove reports whether the verb that governs the one at word v tells in the
// past perfect, so that "would" is over too: "had said it would be there on Friday".
func (g *governor) toldAbove(v int) bool {
	head := g.Words[v].Head
	if head == syntax.Root || g.Words[v].Relation != "ccomp" {
		return false
	}
	aux, _ := g.auxiliaries(head)
	return slices.Contains(aux, "had")
}

// hasTo reports whether "to" stands before the verb at word v.
func (g *governor) hasTo(v int) bool {
	for i := max(0, v-3); i < v; i++ {
		if g.Words[i].Head == v && strings.EqualFold(g.Words[i].Form, "to") {
			return true
		}
	}
	return false
}

// progressive tells the direction of the verb in -ing at word v.
func (g *governor) progressive(v int, aux []string) (direction, string, bool) {
	switch form := strings.ToLower(g.Words[v].Form); {
	case len(aux) > 0 && (presentBe[aux[0]] || aux[0] == "'s"):
		return ahead, "behind a progressive verb", true
	case form == "starting" || form == "beginning":
		return unclear, "", true // The words before it tell.
	}
	return unclear, "", false
}
