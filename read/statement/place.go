package statement

import (
	"parley"
)

// place finds the source of an occurrence and where its part of the sentence
// begins. Earlier are the occurrences before it, already placed.
func (c *clause) place(o *occurrence, earlier []occurrence) {
	o.from = o.group
	if o.cue == accordingTo {
		return
	}
	before := o.group - 1
	switch {
	case o.form == ing && o.group == o.head:
		if c.participle(before) {
			c.share(o, earlier)
		}
	case c.invertible(o):
		o.source = c.phraseAfter(o.last)
		o.inverted = !o.source.empty()
	case before >= c.start && is(c.at(before), connective):
		c.share(o, earlier)
	default:
		o.source = c.subject(o.group)
		o.from = min(o.group, o.source.first)
		if o.source.empty() {
			o.from = o.group
		}
	}
	if c.at(o.from-1).Is("as") && c.comma(o.from-2) && !o.source.empty() {
		o.from-- // "..., as the ministry said": a tag.
	}
	if o.source.empty() && c.comma(before) && len(earlier) > 0 {
		c.share(o, earlier)
	}
	if !c.verblike(o) {
		o.source = tokens{}
	}
}

// participle reports whether a participle behind token i belongs to the subject
// of the sentence, as behind a comma, or to a paper that says it ("a statement
// saying"); behind another noun it is that noun's ("protests demanding ...").
func (c *clause) participle(i int) bool {
	return i < c.start || c.comma(i) || c.closesQuote(i) || c.at(i).Is("statement", "letter", "note", "message", "report", "resolution", "post", "tweet", "by", "while", "without")
}

// invertible reports whether the source may stand behind the verb: quoted words
// or a comma come before it, and a noun phrase behind.
func (c *clause) invertible(o *occurrence) bool {
	before := o.group - 1
	if !o.has(frameQuote) || o.has(frameWhom) && o.act != parley.Ask || before < c.start || o.form == ing {
		return false
	}
	if !c.comma(before) && !c.closesQuote(before) && !c.at(before).Is("?", "!") {
		return false
	}
	next := c.at(o.last)
	if !isWord(next) || c.quoted(o.last) || is(next, preposition|subordinator|connective) && !is(next, pronoun|determiner) || next.Is("that", "to") {
		return false
	}
	end := c.phraseAfter(o.last).last
	if is(next, pronoun) && !is(next, determiner) && end < c.finish && !c.comma(end) {
		return false // "..., he confirmed he had": a clause follows.
	}
	if c.comma(before) && !c.closesQuote(before-1) {
		// "Vaskeri, the foreign minister, said Kestria ...": the words before are the
		// subject where they begin the clause, or unless nothing follows the phrase
		// behind the verb.
		if head := c.subjectBeforeAside(o.group); !head.empty() {
			return !c.leadsClause(head.first) && (end >= c.finish || c.comma(end))
		}
	}
	return true
}

// share takes the source of the last earlier cue that has one of its own, or
// the subject of the sentence.
func (c *clause) share(o *occurrence, earlier []occurrence) {
	o.shared = true
	o.from = o.group
	for k := len(earlier) - 1; k >= 0; k-- {
		if !earlier[k].source.empty() && !complement(earlier[:k], &earlier[k]) {
			o.source = earlier[k].source
			return
		}
	}
	o.source = c.sentenceSubject(o.group)
}

// complement reports whether a cue's subject follows right behind another cue, or
// behind its "that": the cue is then part of what that one says, and what "and"
// joins later does not share its subject.
func complement(earlier []occurrence, o *occurrence) bool {
	for i := range earlier {
		if gap := o.source.first - earlier[i].last; gap == 0 || gap == 1 {
			return true
		}
	}
	return false
}

// verblike holds back forms that are more often nouns or participles: they need
// a clear subject and must agree with it.
func (c *clause) verblike(o *occurrence) bool {
	if o.source.empty() {
		return false
	}
	subject := c.at(o.source.last - 1)
	bare := o.group == o.head && !o.shared && !o.inverted
	if c.at(o.source.first).Is("there", "'s", "what", "that", "which", "nobody", "none", "few") || c.verbWithin(o.source) && !o.inverted {
		return false
	}
	if c.at(o.source.first - 1).Is("not") {
		return false // "Not all Kestrians want ...": nobody is said to.
	}
	if bare && c.at(o.source.first-1).Is("with") && o.form == past {
		return false // "with heavy shelling reported in the suburbs"
	}
	if first := c.at(o.source.first); finite(first) && !o.inverted && o.source.last-o.source.first <= 2 {
		return false // "reported 1,626 confirmed cases": a participle, not a verb.
	}
	tag := bare && c.tags(o)
	if bare && o.has(frameNoun) && o.form <= present && !tag && !c.verbFollows(o) {
		return false
	}
	switch {
	case tag && o.form == base:
		return plural(subject) || is(subject, pronoun) && !subject.Is("he", "she", "it")
	case tag:
		return true
	case o.form == base && bare:
		return is(subject, pronoun) && !subject.Is("he", "she", "it") || plural(subject) && !subject.Capital() ||
			!o.has(frameNoun) && subject.Capital()
	case o.form == present && bare && o.has(frameNoun):
		return !plural(subject) || subject.Capital()
	case o.shared && o.form != ing:
		return finiteForm(o.form) && (!o.has(frameNoun) || o.form != present)
	}
	return true
}

// verbFollows reports whether what follows a form that is as often a noun shows
// it to be a verb: a clause, an infinitive, a noun phrase or a quotation.
func (c *clause) verbFollows(o *occurrence) bool {
	t := c.at(o.last)
	return t.Is("that", "to", ":", ",") || c.opensQuote(o.last) || is(t, determiner|pronoun) || t.Capital() || is(t, adverb)
}

// verbWithin reports whether a noun phrase holds a finite verb that is not part
// of a relative clause, so that it is no noun phrase.
func (c *clause) verbWithin(t tokens) bool {
	for i := t.first; i < t.last; i++ {
		w := c.at(i)
		if w.Is("who", "which", "that", "whose", "whom") || c.comma(i) {
			return false
		}
		if i > t.first && !w.Capital() && (is(w, auxiliary) && !w.Is("'s") || finitePast[w.Lower]) {
			return true
		}
	}
	return false
}
