// Package label finds the contested namings and judgements of a text: what somebody calls
// something, with both the words and what they are said of. In flow the statements, the
// analysed text, its trees and who is who; out flow the entries of kind Label.
//
// A label is what a verb of naming gives its object ("called the accord a mistake",
// "dismissed the claim as groundless"), what a source says that something is ("the vote
// was unlawful"), or a judging word before a noun in what a source says ("these
// provocative acts"). The judging words stand in judgements.txt; words in quotation
// marks count beside them, since the writer will not answer for them.
package label

import (
	"math"
	"slices"
	"strings"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/statement"
)

// Name and Version identify the reader in the ledger.
const (
	Name    = "label"
	Version = 3
)

// Who answers who stands behind a noun phrase or pronoun: coref.Cast.
type Who interface {
	// All returns the actors behind the phrase whose head is word w of sentence s, and
	// those that "and" joins to it.
	All(s, w int) parley.IDs
}

// Read returns the labels of a text in the order of their words.
func Read(statements []parley.Statement, text *lang.Text, trees []syntax.Tree, who Who) []parley.Label {
	r := reader{text: text, trees: trees, who: who, said: statement.NewIndex(text, statements), spoken: map[string]bool{}}
	for s, t := range trees {
		c := clause{t, s}
		for w := range t.Words {
			r.naming(c, w)
			r.predicate(c, w)
			r.attribute(c, w)
		}
	}
	slices.SortStableFunc(r.found, func(a, b parley.Label) int { return a.Label[0].Start - b.Label[0].Start })
	return r.found
}

// reader gathers the labels of one text.
type reader struct {
	text   *lang.Text
	trees  []syntax.Tree
	who    Who
	found  []parley.Label
	said   *statement.Index
	spoken map[string]bool // words with who used them
}

// clause is a sentence's tree with its place in the text.
type clause struct {
	syntax.Tree
	sentence int
}

// How sure a label is by its rule: the share of right ones on the development gold, where
// a predicate and an attribute are counted together, being few (20 of 32).
const (
	sureNaming    = 0.62
	surePredicate = 0.62
	sureAttribute = 0.62
)

// namers are the verbs that give their object a name, and whether that needs "as".
var namers = map[string]bool{
	"call": false, "name": false, "term": false, "dub": false, "label": false, "brand": false, "consider": false, "deem": false, "declare": false, "find": false, "pronounce": false,
	"describe": true, "denounce": true, "condemn": true, "dismiss": true, "criticise": true, "criticize": true, "regard": true, "characterise": true, "characterize": true,
	"portray": true, "depict": true, "see": true, "view": true, "reject": true, "welcome": true, "hail": true, "praise": true, "decry": true, "slam": true, "blast": true,
	"refer": true, "treat": true, "brush": true, "deride": true, "deplore": true, "paint": true, "cast": true,
}

// naming adds what a verb of naming gives its object.
func (r *reader) naming(c clause, w int) {
	needsAs, ok := namers[c.Base(w)]
	if !ok || c.Words[w].UPOS != "VERB" || w+1 < len(c.Words) && strings.EqualFold(c.Words[w+1].Form, "for") {
		return // "Called for a halt" names nothing.
	}
	target := c.Child(w, "iobj")
	if target < 0 {
		target = c.Child(w, "obj", "nsubj:pass")
	}
	given := c.given(w, target, needsAs)
	if given < 0 {
		given = r.quoteBehind(c, w)
	}
	if q := r.quoteBehind(c, w); target < 0 && given >= 0 && q > given && !r.sameQuote(c, given, q) {
		target, given = given, q // The tree took what is named for its name.
	}
	if given >= 0 && (target < 0 || target == given || r.sameQuote(c, target, given)) {
		target = c.between(w, given)
	}
	if target < 0 || given < 0 {
		return
	}
	who := c.Child(w, "nsubj")
	if c.Passive(w) {
		who = c.Agent(w)
	} else if who < 0 {
		who = c.Subject(w)
	}
	var by parley.IDs
	if who >= 0 {
		by = r.who.All(c.sentence, who)
	}
	r.add(c, w, target, given, by, sureNaming)
}

// sameQuote reports whether two words stand in one quotation.
func (r *reader) sameQuote(c clause, a, b int) bool {
	q := r.text.QuoteAt(c.Words[a].Start)
	return q >= 0 && q == r.text.QuoteAt(c.Words[b].Start)
}

// between returns the first noun or pronoun between a verb and what it gives, or -1: the
// tree may take both for one phrase ("called the round "a beginning"").
func (c clause) between(w, given int) int {
	for k := w + 1; k < given; k++ {
		if u := c.Words[k].UPOS; u == "NOUN" || u == "PROPN" || u == "PRON" {
			return k
		}
	}
	return -1
}

// quoteReach is how many words behind a verb of naming the quotation begins at most.
const quoteReach = 14

// quoteBehind returns the head of a short quotation that follows a verb of naming before
// any other verb, or -1.
func (r *reader) quoteBehind(c clause, w int) int {
	for k := w + 1; k < min(len(c.Words), w+quoteReach); k++ {
		if r.quoted(c, k) && c.Words[k].UPOS != "PUNCT" {
			top := k
			for c.Words[top].Head > k && r.quoted(c, c.Words[top].Head) {
				top = c.Words[top].Head
			}
			return top
		}
		if c.Words[k].UPOS == "VERB" && c.Words[k].XPOS != "VBN" {
			return -1
		}
	}
	return -1
}

// given returns the word that heads what a verb of naming gives: a second object or
// predicate, or what follows "as"; -1 without one.
func (c clause) given(w, target int, needsAs bool) int {
	for _, k := range c.Children(w, "xcomp", "obl", "advcl", "obj", "ccomp") {
		as := c.Preposition(k) == "as"
		if k != target && k > w && (as || !needsAs && c.Words[k].Is("xcomp", "obj") && c.Words[k].UPOS != "VERB") {
			return k
		}
	}
	return -1
}

// predicate adds what a source says that something is: a judging word, or words that the
// writer puts in quotation marks.
func (r *reader) predicate(c clause, w int) {
	if c.Child(w, "cop") < 0 || c.Words[w].UPOS != "ADJ" && c.Words[w].UPOS != "NOUN" {
		return
	}
	target := c.Child(w, "nsubj")
	if target < 0 || c.Base(w) == "no" || c.Negated(w) && c.Words[w].UPOS == "ADJ" || c.Preposition(w) != "" && c.Words[w].UPOS == "NOUN" || !c.judges(w) && !r.quoted(c, w) {
		return
	}
	r.add(c, w, target, w, nil, surePredicate)
}

// attribute adds a judging word before a noun.
func (r *reader) attribute(c clause, w int) {
	word := &c.Words[w]
	if !word.Is("amod") || word.Head < w || !strong[c.Base(w)] && !(word.UPOS == "ADJ" && r.quoted(c, w) && r.nameless(c, w) && r.judgesIn(c, w)) {
		return
	}
	r.add(c, w, word.Head, w, nil, sureAttribute)
}

// judgesIn reports whether the quotation of a word has one that judges: "armed terrorist
// groups" has, and "a central role" has none.
func (r *reader) judgesIn(c clause, w int) bool {
	part := r.text.Quotes[r.text.QuoteAt(c.Words[w].Start)].Parts[0]
	for i := max(0, w-2*quotedWords); i < min(len(c.Words), w+2*quotedWords); i++ {
		if part.Contains(c.Words[i].Span) && judging[c.Base(i)] {
			return true
		}
	}
	return false
}

// nameless reports whether the quotation of a word has no verb: it names something and
// tells nothing.
func (r *reader) nameless(c clause, w int) bool {
	part := r.text.Quotes[r.text.QuoteAt(c.Words[w].Start)].Parts[0]
	for i := max(0, w-2*quotedWords); i < min(len(c.Words), w+2*quotedWords); i++ {
		if part.Contains(c.Words[i].Span) && (c.Words[i].UPOS == "VERB" || c.Words[i].UPOS == "AUX") {
			return false
		}
	}
	return true
}

// judges reports whether a word, or one that qualifies it, judges.
func (c clause) judges(w int) bool {
	return judging[c.Base(w)] || slices.ContainsFunc(c.Children(w, "amod", "conj"), func(k int) bool { return judging[c.Base(k)] })
}

// quotedWords is how many words in quotation marks make a naming at most.
const quotedWords = 8

// quoted reports whether a word stands in a short quotation that is part of a sentence.
func (r *reader) quoted(c clause, w int) bool {
	q := r.text.QuoteAt(c.Words[w].Start)
	if q < 0 || len(r.text.Quotes[q].Parts) > 1 {
		return false
	}
	part := r.text.Quotes[q].Parts[0]
	return len(strings.Fields(part.In(r.text.Source))) <= quotedWords && r.text.Sentences[r.text.SentenceAt(part.Start)].Start < part.Start
}

// nearMost is how many labels back one can overlap another: a sentence has no more.
const nearMost = 32

// add makes an entry of a target and what it is called. Without actors it is the source
// of the statement that holds the words; what nobody says is no label.
func (r *reader) add(c clause, trigger, target, label int, by parley.IDs, sure float64) {
	e := parley.Label{Label: r.labelOf(c, label), Target: c.Phrase(target, func(i int) bool {
		return i <= label && label < target && c.Words[label].Head == target || i == label || c.Words[i].Is("acl:relcl", "punct") && i != target
	})}
	if span, ok := r.namedBefore(c, target); ok {
		e.Target = parley.Spans{span}
	}
	if label != target && len(e.Target) == 0 {
		e.Target = parley.Spans{c.Words[target].Span}
	}
	if span, ok := r.dayBefore(c, target); ok {
		e.Target = append(parley.Spans{span}, e.Target...) // of what, as the sentence before tells
	}
	if len(e.Label) == 0 || e.Label[0].Len() == 0 || slices.ContainsFunc(r.found[max(0, len(r.found)-nearMost):], func(l parley.Label) bool { return l.Label.Overlaps(e.Label[0]) }) {
		return
	}
	s := r.said.At(e.Label[0])
	if s != nil {
		e.Statement = s.ID
	}
	if e.By = by; len(by) == 0 && s != nil {
		e.By = s.SourceActors
	}
	if len(e.By) == 0 || r.again(&e) {
		return
	}
	e.Confidence = math.Round(100*sure*math.Sqrt(float64(c.Words[trigger].Confidence))) / 100
	r.found = append(r.found, e)
}

// again reports whether the same source has used the same words before.
func (r *reader) again(e *parley.Label) bool {
	key := strings.ToLower(e.Label[0].In(r.text.Source)) + "|" + strings.Join(e.By, "|")
	again := r.spoken[key]
	r.spoken[key] = true
	return again
}

// inner returns a quotation without its marks.
func inner(text string, s parley.Span) parley.Span { return s.Trim(text, "\"“”‘’',. ") }

// labelOf returns the words of a label: the quotation that it is, else the phrase without its subject, copula and clauses,
// or of a word before a noun that word with what qualifies it.
func (r *reader) labelOf(c clause, w int) parley.Spans {
	if r.quoted(c, w) {
		return parley.Spans{inner(r.text.Source, r.text.Quotes[r.text.QuoteAt(c.Words[w].Start)].Parts[0])}
	}
	return hull(c.Phrase(w, func(i int) bool {
		word := &c.Words[i]
		return word.Head == w && (word.Is("nsubj", "cop", "aux", "mark", "expl", "advcl", "parataxis", "punct", "conj", "ccomp", "csubj", "acl:relcl") ||
			word.Is("case") || word.Is("advmod") && i < w && c.Child(w, "cop") >= 0 && word.UPOS == "ADV" && !degree[c.Base(i)])
	}))
}

// degree are the adverbs that belong to a judgement.
var degree = set("very entirely extremely deeply totally utterly completely wholly highly fully clearly grossly geographically morally politically")

// hull returns the first of spans with those that only a space or mark parts from it.
func hull(spans parley.Spans) parley.Spans {
	if len(spans) == 0 {
		return nil
	}
	out := spans[0]
	for _, s := range spans[1:] {
		if s.Start <= out.End+3 {
			out.End = s.End
		}
	}
	return parley.Spans{out}
}
