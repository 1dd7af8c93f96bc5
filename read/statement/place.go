package statement

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
		c.share(o, earlier)
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
	if o.source.empty() && c.comma(before) && len(earlier) > 0 {
		c.share(o, earlier)
	}
	if !c.verblike(o) {
		o.source = tokens{}
	}
}

// invertible reports whether the source may stand behind the verb: quoted words
// or a comma come before it, and a noun phrase behind.
func (c *clause) invertible(o *occurrence) bool {
	before := o.group - 1
	if !o.has(frameQuote) || before < c.start || o.form == ing {
		return false
	}
	if !c.comma(before) && !c.closesQuote(before) && !c.at(before).Is("?", "!") {
		return false
	}
	next := c.at(o.last)
	if !isWord(next) || c.quoted(o.last) || is(next, preposition|subordinator|connective) && !is(next, pronoun|determiner) || next.Is("that", "to") {
		return false
	}
	if c.comma(before) && !c.closesQuote(before-1) && !c.subjectBeforeAside(o.group).empty() && o.group == o.head {
		// "Kerry, the secretary of state, said Russia ...": the words before are
		// the subject unless nothing follows the phrase behind the verb.
		end := c.phraseAfter(o.last).last
		return end >= c.finish || c.comma(end) || is(c.at(end), preposition)
	}
	return true
}

// share takes the source of the last earlier cue that has one of its own, or
// the subject of the sentence.
func (c *clause) share(o *occurrence, earlier []occurrence) {
	o.shared = true
	o.from = o.group
	for k := len(earlier) - 1; k >= 0; k-- {
		if !earlier[k].source.empty() {
			o.source = earlier[k].source
			return
		}
	}
	o.source = c.sentenceSubject(o.group)
}

// verblike holds back forms that are more often nouns or participles: they need
// a clear subject and must agree with it.
func (c *clause) verblike(o *occurrence) bool {
	if o.source.empty() {
		return false
	}
	subject := c.at(o.source.last - 1)
	bare := o.group == o.head && !o.shared && !o.inverted
	switch {
	case o.form == base && bare:
		return is(subject, pronoun) && !subject.Is("he", "she", "it") || plural(subject) && !subject.Capital() ||
			!o.has(frameNoun) && subject.Capital()
	case o.form == present && bare && o.has(frameNoun):
		return !plural(subject) || subject.Capital()
	case o.form == base && o.shared && o.group == o.head:
		return !o.has(frameNoun)
	}
	return true
}
