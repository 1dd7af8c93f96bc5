package statement

import (
	"parley"
	"parley/lang"
)

// asTold reports whether a cue's part is "as Orlen said" at the head of the
// sentence, behind which what is told follows.
func (c *clause) asTold(o *occurrence) bool {
	as := o.from - 1
	return o.has(frameThat) && c.at(as).Is("as") && (as == c.start || as == c.start+1 && is(c.at(c.start), connective))
}

// broken reports whether a cue's part breaks the clause that is told, which goes on
// at token next, behind its adverbial, its condition or its subject: "In Tolm, Orlen
// said, the shops are shut", "The plan, she says, is dead".
func (c *clause) broken(o *occurrence, next int) bool {
	p := o.from - 1
	if !o.has(frameThat) || o.inverted || p <= c.start || !c.comma(p) || p-c.start > brokenWords || c.quoted(p-1) || c.commaWithin(c.start, p) {
		return false
	}
	lead := c.at(c.start)
	if is(lead, connective) && p > c.start+1 {
		lead = c.at(c.start + 1)
	}
	switch {
	case lead.Is("if", "unless", "once", "although", "though"):
		return c.clauseAt(next)
	case c.clauseBetween(c.start, p):
		return false
	case is(lead, preposition|timeWord|adverb) || lead.Is("back", "instead", "indeed"):
		return c.clauseAt(next)
	}
	return finite(c.at(next)) && !is(lead, subordinator)
}

// brokenWords is the most words of an adverbial that a tag parts from its clause.
const brokenWords = 12

// clauseAt reports whether a clause, with a subject and a finite verb, begins at i.
func (c *clause) clauseAt(i int) bool {
	t := c.at(i)
	if finitePast[t.Lower] || cueForm(t) {
		return false // "tanks that they said showed ...": the clause has its subject elsewhere.
	}
	if is(t, auxiliary|connective) || is(t, preposition) && !is(t, adverb) && !t.Is("in", "after", "despite", "under", "as") && !c.quantityAt(i) {
		return false
	}
	for j := i + 1; j < c.finish && j < i+phraseWords+asideWords; j++ {
		if finite(c.at(j)) || cueForm(c.at(j)) || clauseVerb(c.at(j)) {
			return true
		}
	}
	return false
}

// quantityAt reports whether "at least", "about 20" or the like begins at i.
func (c *clause) quantityAt(i int) bool {
	next := c.at(i + 1)
	return next.Kind == lang.Number || c.at(i).Is("at") && next.Is("least", "most") || next.Is("half", "two", "three", "four", "five", "a", "hundreds", "thousands")
}

// infinitiveFirst reports whether "to" and a verb come before any finite verb
// behind token i, as in "the embassy to reconsider": no clause, but an object
// with its infinitive.
func (c *clause) infinitiveFirst(i int) bool {
	for j := i + 1; j < c.finish && j < i+phraseWords && !c.comma(j); j++ {
		switch {
		case c.at(j).Is("to"):
			return true
		case finite(c.at(j)):
			return false
		}
	}
	return false
}

// plainClauseAt reports whether a clause whose subject is a pronoun begins at i,
// which even behind verbs that prefer "that" can be nothing else.
func (c *clause) plainClauseAt(i int) bool {
	t := c.at(i)
	return t.Is("he", "she", "they", "it", "we", "i", "there") && (finite(c.at(i+1)) || cueForm(c.at(i+1)) || c.opensQuote(i+1))
}

// quoteWithin reports whether a quotation opens in tokens (i, end).
func (c *clause) quoteWithin(i, end int) bool {
	for j := i + 1; j < end; j++ {
		if c.opensQuote(j) {
			return true
		}
	}
	return false
}

// clauseVerb reports whether a word looks like a verb in the present tense of
// the third person; the test is loose and used only behind verbs of saying.
func clauseVerb(t lang.Token) bool {
	return t.Kind == lang.Word && !t.Capital() && len(t.Lower) > 3 && t.Lower[len(t.Lower)-1] == 's' && !is(t, determiner|pronoun|adverb)
}

// phraseAt reports whether a noun phrase that can be the content of the cue begins at i.
func (c *clause) phraseAt(i int, o *occurrence) bool {
	t := c.at(i)
	switch {
	case c.opensQuote(i):
		return true
	case t.Is("it", "this", "them") && o.act != parley.Assert && o.act != parley.Demand:
		return true
	case is(t, pronoun) && !is(t, determiner):
		return o.has(frameObject) && i+1 < c.finish
	case is(t, preposition|auxiliary|connective|adverb|negation) && !is(t, determiner), t.Is("that", "so", "as"):
		return false
	}
	return true
}

// asWithin reports whether "as" follows a noun phrase that begins at i.
func (c *clause) asWithin(i int) bool {
	for j := i; j < c.finish && j < i+phraseWords; j++ {
		if c.at(j).Is("as") {
			return true
		}
	}
	return false
}

// thingEnd returns where a noun phrase or infinitive with all that hangs on it
// ends: before a comma that something new follows, or before a second verb of
// the sentence's subject.
func (c *clause) thingEnd(i int) int {
	for j := i; j < c.finish; j++ {
		if c.quoted(j) {
			continue
		}
		next := c.at(j + 1)
		switch {
		case c.comma(j) && c.newAfterComma(j+1):
			return j
		case c.at(j).Is("and", "but") && (finitePast[next.Lower] || cueForm(next)):
			return j
		case c.at(j).Is(";", "--", "—"):
			return j
		}
	}
	return c.finish
}

// newAfterComma reports whether what begins at token i, behind a comma, no longer
// belongs to the phrase before it.
func (c *clause) newAfterComma(i int) bool {
	t := c.at(i)
	if is(t, connective) {
		return t.Is("but") || c.clauseSoon(i+1)
	}
	return is(t, subordinator|relative|pronoun) && !is(t, determiner) || gerund(t) && !t.Is("including") ||
		t.Is("in", "at", "after", "before", "during", "on", "as", "according", "with") || c.opensQuote(i)
}

// clauseSoon reports whether a finite verb follows token i before the next comma.
func (c *clause) clauseSoon(i int) bool {
	for j := i; j < i+8 && j < c.finish && !c.comma(j); j++ {
		if is(c.at(j), auxiliary) || finitePast[c.at(j).Lower] || cueForm(c.at(j)) {
			return true
		}
	}
	return false
}

// gerund reports whether a word looks like a present participle.
func gerund(t lang.Token) bool {
	return t.Kind == lang.Word && len(t.Lower) > 5 && t.Lower[len(t.Lower)-3:] == "ing" && !t.Capital()
}
