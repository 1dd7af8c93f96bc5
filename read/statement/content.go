package statement

import (
	"parley"
	"parley/lang"
)

// after returns the content that follows cue k, and notes in d what stands
// between the cue and the content.
func (r *reader) after(c *clause, all []occurrence, k int, d *details) parley.Spans {
	o := &all[k]
	i := o.last
	if o.inverted {
		i = o.source.last
	}
	i = c.adverbials(i, d)
	if o.has(frameWhom) && !o.inverted {
		i = c.addressee(i, d)
	}
	i = c.adverbials(i, d)
	if c.at(i).Is(",") && c.opensQuote(i+1) {
		i++
	}
	switch t := c.at(i); {
	case i >= c.finish:
		d.tag = true
		return nil
	case t.Is(":") && (o.has(frameQuote|frameThat) || c.opensQuote(i+1)):
		return r.run(c, all, k, i+1, c.finish)
	case c.opensQuote(i) && o.has(frameQuote):
		if o.from > c.start && c.tagPosition(o) {
			d.tag = true // "Yes," he said, "...": the quotation before goes with it.
		}
		return r.run(c, all, k, i, c.finish)
	case o.inverted:
		d.tag = true
		return nil
	}
	return r.unquoted(c, all, k, i, d)
}

// tagPosition reports whether what stands before the cue's own part of the
// sentence can be content of it: it ends in a comma or a closing mark.
func (c *clause) tagPosition(o *occurrence) bool {
	p := o.from - 1
	if p < c.start {
		return false
	}
	return c.comma(p) && p > c.start+1 || c.closesQuote(p) || c.at(p).Is("?", "!")
}

// unquoted returns the content at token i by the frames of the cue.
func (r *reader) unquoted(c *clause, all []occurrence, k, i int, d *details) parley.Spans {
	o := &all[k]
	t := c.at(i)
	switch {
	case t.Is("that") && o.has(frameThat) || t.Is("whether", "if", "how", "why", "what", "where") && o.has(frameThat) && !t.Is("if", "what") ||
		t.Is("what", "if") && o.act == parley.Ask:
		return r.run(c, all, k, i, c.finish)
	case t.Is("to") && o.has(frameTo) && isWord(c.at(i+1)):
		return r.run(c, all, k, i, c.finish)
	case c.comma(i) || !isWord(t) && !c.opensQuote(i):
		d.tag = true
		return nil
	case o.has(frameThat) && !o.has(frameStrict) && c.tagPosition(o) && is(t, preposition|adverb|subordinator):
		d.tag = true
		return nil
	case o.has(frameThat) && !o.has(frameStrict) && c.clauseAt(i):
		return r.run(c, all, k, i, c.finish)
	case o.has(frameThing|frameObject) && c.phraseAt(i, o):
		return r.run(c, all, k, i, c.thingEnd(i))
	case o.has(frameAs) && c.asWithin(i):
		return r.run(c, all, k, i, c.thingEnd(i))
	}
	return nil
}

// clauseAt reports whether a clause, with a subject and a finite verb, begins at i.
func (c *clause) clauseAt(i int) bool {
	t := c.at(i)
	if is(t, auxiliary|connective) || is(t, preposition) && !is(t, adverb) && !t.Is("in", "after", "despite", "under", "as") {
		return false
	}
	for j := i + 1; j < c.finish && j < i+phraseWords+asideWords; j++ {
		if finite(c.at(j)) || cueForm(c.at(j)) || clauseVerb(c.at(j)) {
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

// thingEnd returns where a noun phrase with all that hangs on it ends: before a
// comma that something new follows.
func (c *clause) thingEnd(i int) int {
	for j := i; j < c.finish; j++ {
		if c.quoted(j) {
			continue
		}
		next := c.at(j + 1)
		switch {
		case c.comma(j) && (is(next, subordinator|connective|preposition|relative|pronoun) || gerund(next) || c.at(j).Is(";", "--", "—")):
			return j
		case c.at(j).Is("and", "but") && (finite(next) || cueForm(next) || is(next, pronoun) && !is(next, determiner)):
			return j
		}
	}
	return c.finish
}

// gerund reports whether a word looks like a present participle.
func gerund(t lang.Token) bool {
	return t.Kind == lang.Word && len(t.Lower) > 5 && t.Lower[len(t.Lower)-3:] == "ing" && !t.Capital()
}

// run returns tokens [i, end) as content, cut where the part of a later cue of
// the sentence begins, and extended over a quotation that it breaks off in.
func (r *reader) run(c *clause, all []occurrence, k, i, end int) parley.Spans {
	end = c.cut(all, k, i, end)
	for end > i && (c.comma(end-1) || c.at(end-1).Is("and", "but", "while") && end < c.finish) {
		end--
	}
	if end <= i || !c.wordsWithin(i, end) {
		return nil
	}
	if q := c.quote[end-1]; q >= 0 && c.opensQuote(i) && c.quote[i] == q {
		r.used[q] = true
		return append(parley.Spans(nil), r.text.Quotes[q].Parts...)
	}
	span := c.span(i, end)
	if q := c.quote[end-1]; q >= 0 {
		r.used[q] = true
		return through(span, r.text.Quotes[q])
	}
	return parley.Spans{span}
}

// through extends a span that ends inside a quotation to the quotation's end.
func through(span parley.Span, q lang.Quote) parley.Spans {
	out := parley.Spans{span}
	for _, p := range q.Parts {
		switch {
		case p.Overlaps(span):
			out[0].End = max(span.End, p.End)
		case p.Start >= span.End:
			out = append(out, p)
		}
	}
	return out
}

func (c *clause) wordsWithin(i, end int) bool {
	for ; i < end; i++ {
		if isWord(c.at(i)) {
			return true
		}
	}
	return false
}

// cut returns where the content [i, end) of cue k ends because a later cue of the
// sentence has its own part: one that shares the subject, or one whose own
// subject follows a comma, "but" or "and".
func (c *clause) cut(all []occurrence, k, i, end int) int {
	for n := k + 1; n < len(all); n++ {
		o := &all[n]
		if o.from <= i || o.from >= end {
			continue
		}
		before := c.at(o.from - 1)
		switch {
		case o.cue == accordingTo && c.comma(o.from-1):
			return o.from - 1
		case o.shared && o.form == ing && c.comma(o.from-1):
			return o.from - 1
		case o.shared && before.Is("and", "but") && o.source == all[k].source:
			return o.from - 1
		case !o.shared && !o.source.empty() && before.Is("but", "while", "and", ";") && c.comma(o.from-2):
			return o.from - 2
		case !o.shared && !o.source.empty() && before.Is(";", "but", "while"):
			return o.from - 1
		}
	}
	return end
}

// before returns the content that stands before the cue's part of the sentence:
// "..., Peskov said".
func (r *reader) before(c *clause, o *occurrence, d *details) parley.Spans {
	if !o.has(frameQuote) && o.cue != accordingTo || !c.tagPosition(o) {
		return nil
	}
	end := o.from - 1
	if c.closesQuote(end) || c.at(end).Is("?", "!") {
		end++
	}
	start := c.start
	for start < end && (is(c.at(start), connective) || !isWord(c.at(start)) && !c.quoted(start)) {
		start++
	}
	if start >= end || o.from-start < 2 {
		return nil
	}
	content := r.leading(c, start, end)
	return append(content, r.trailing(c, o, d)...)
}

// leading returns tokens [start, end) as content. Words that end in a quotation
// which began in an earlier sentence are the whole of it.
func (r *reader) leading(c *clause, start, end int) parley.Spans {
	q := c.quote[end-1]
	if q < 0 {
		return parley.Spans{c.span(start, end)}
	}
	if !r.used[q] && c.quote[start] == q {
		r.used[q] = true
		return upTo(r.text.Quotes[q], c.span(start, end).End)
	}
	r.used[q] = true
	return parley.Spans{c.span(start, end)}
}

// upTo returns a quotation up to the byte offset end.
func upTo(q lang.Quote, end int) parley.Spans {
	var out parley.Spans
	for _, p := range q.Parts {
		if p.Start < end {
			out = append(out, parley.Span{Start: p.Start, End: min(p.End, end)})
		}
	}
	return out
}

// trailing returns the quotation that goes on behind the tag in the same
// sentence: "Yes," he said, "we will."
func (r *reader) trailing(c *clause, o *occurrence, d *details) parley.Spans {
	i := o.last
	if o.inverted {
		i = o.source.last
	}
	i = c.adverbials(i, d)
	if o.has(frameWhom) && !o.inverted {
		i = c.addressee(i, d)
	}
	i = c.adverbials(i, d)
	for i < len(c.words) && !isWord(c.at(i)) && !c.quoted(i) {
		i++
	}
	if q := c.quoteAt(i); q >= 0 && c.opensQuote(i) && !r.used[q] {
		r.used[q] = true
		return r.text.Quotes[q].Parts
	}
	return nil
}

func (c *clause) quoteAt(i int) int {
	if i < 0 || i >= len(c.quote) {
		return -1
	}
	return c.quote[i]
}

// overlapping reports whether the content holds the cue itself, which cannot be.
func (c *clause) overlapping(o *occurrence, content parley.Spans) bool {
	return content.Overlaps(c.span(o.head, o.head+1))
}
