package statement

import (
	"parley"
	"parley/lang"
)

// behindCue returns the word behind a cue, its source where that follows, whom it addresses
// and its adverbials, which it notes in d.
func (c *clause) behindCue(o *occurrence, d *details) int {
	i := o.last
	if o.inverted {
		i = o.source.last
	}
	i = c.adverbials(i, d)
	if o.has(frameWhom) && !o.inverted {
		i = c.addressee(i, d)
	}
	return c.adverbials(i, d)
}

// after returns the content that follows cue k, and notes in d what stands
// between the cue and the content.
func (r *reader) after(c *clause, all []occurrence, k int, d *details) parley.Spans {
	o := &all[k]
	i := c.behindCue(o, d)
	if j := c.toQuote(o, i); j > i {
		d.tag = c.tagPosition(o) && c.quoted(o.from-2)
		return r.run(c, all, k, j, c.quotedEnd(j))
	}
	switch t := c.at(i); {
	case i >= c.finish:
		if next := r.announced(c, o); next != nil {
			return next
		}
		d.tag = true
		return nil
	case t.Is(":") && (o.has(frameQuote|frameThat) || c.opensQuote(i+1)):
		return r.run(c, all, k, i+1, c.finish)
	case c.tags(o) && !c.opensQuote(i):
		d.tag = true
		return nil
	case c.opensQuote(i) && o.has(frameQuote):
		if c.tagPosition(o) && c.quoted(o.from-2) {
			d.tag = true // "Yes," he said, "...": the quotation before goes with it.
		}
		return r.run(c, all, k, i, c.finish)
	case o.inverted:
		d.tag = true
		return nil
	}
	return r.unquoted(c, all, k, i, d)
}

// toQuoteReach is over how many words of an aside a cue reaches to its quotation.
const toQuoteReach = 14

// toQuote returns where the quotation opens that a comma or colon behind token i
// leads to, over an adverb ("replied evenly, ...") or over whom the words are told
// or about ("wrote of the minister: ..."); i where there is none.
func (c *clause) toQuote(o *occurrence, i int) int {
	if !o.has(frameQuote) || o.inverted {
		return i
	}
	for j := i; j < c.finish && j <= i+toQuoteReach && !c.quoted(j); j++ {
		t := c.at(j)
		switch {
		case t.Is(",", ":") && c.opensQuote(j+1) && c.speechAt(j+1) && !c.title(j+1):
			return j + 1
		case t.Is(",") && c.at(j+1).Is("in", "with", "on", "at", "by", "during", "from"):
			continue // "replied, with a smile: ..."
		case t.Is(",", ":", ";") || is(t, subordinator|auxiliary) || j > i && (finite(t) && !t.Capital() || cueForm(t) && !t.Capital() || is(t, connective)):
			return i
		}
	}
	return i
}

// speechAt reports whether the quotation that opens at token i is of some length
// or ends like a sentence: no name or scare quote.
func (c *clause) speechAt(i int) bool {
	end := i
	for end < len(c.words) && c.quote[end] == c.quote[i] {
		end++
	}
	return end-i > tagWords+2 || end == len(c.words)
}

// quotedEnd returns where the content that opens with a quotation at token i ends:
// with the quotation where this ends like a sentence. Behind "'three weeks' until
// the vote" the words go on, and behind "and" another quotation may.
func (c *clause) quotedEnd(i int) int {
	end := i
	for end < c.finish && c.quote[end] == c.quote[i] {
		end++
	}
	last := end - 1
	for last > i && c.at(last).Kind != lang.Word && !c.at(last).Is(",", ".", "!", "?", "...", "…") {
		last--
	}
	next := end
	if c.at(next).Is("and", "but", "or") {
		next++
	}
	if c.at(next).Is(",") {
		next++
	}
	switch {
	case next > end && c.opensQuote(next):
		return c.finish
	case c.at(last).Kind == lang.Word && c.timeAt(end) == end:
		return c.finish
	}
	return end
}

// tags reports whether the cue can only be the tag of the quotation before it:
// the sentence begins with the quotation, which ends with a comma or the mark of a
// question right before the cue's part.
func (c *clause) tags(o *occurrence) bool {
	p := o.from - 1
	if !o.has(frameQuote) || p <= c.start || !c.closesQuote(p) {
		return false
	}
	first := c.firstOf(c.quote[p])
	opens := first == c.start || c.at(first-1).Is(":") || is(c.at(first-1), connective) && first == c.start+1
	if !opens || c.title(first) {
		return false
	}
	for ; p > first && c.at(p).Kind != lang.Word; p-- {
		if c.at(p).Is(",", "?", "!") {
			return true
		}
	}
	return false
}

// title reports whether the quotation that opens at token i is the name of a work:
// several words, of which all long ones have capitals.
func (c *clause) title(i int) bool {
	capitals := 0
	for k := i; k < len(c.words) && c.quote[k] == c.quote[i]; k++ {
		switch t := c.at(k); {
		case t.Kind != lang.Word:
		case t.Capital():
			capitals++
		case len(t.Text) > len("with"):
			return false
		}
	}
	return capitals > 1
}

// announced returns the quotation that begins the next sentence, where the colon
// that ends this one leads to it.
func (r *reader) announced(c *clause, o *occurrence) parley.Spans {
	if !o.has(frameQuote) || !c.at(len(c.words)-1).Is(":") || c.index+1 >= len(r.text.Sentences) {
		return nil
	}
	q := r.text.QuoteAt(r.text.Sentences[c.index+1].Start)
	if q < 0 || r.used[q] || r.text.Quotes[q].Parts[0].Start != r.text.Sentences[c.index+1].Start {
		return nil
	}
	r.used[q] = true
	return append(parley.Spans(nil), r.text.Quotes[q].Parts...)
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
		return r.run(c, all, k, i, c.thingEnd(i))
	case c.comma(i) && c.asTold(o) && c.clauseAt(i+1):
		return r.run(c, all, k, i+1, c.finish)
	case c.comma(i) && c.broken(o, i+1):
		lead := c.span(c.start, o.from-1)
		return append(parley.Spans{lead}, r.run(c, all, k, i+1, c.finish)...)
	case c.comma(i) || !isWord(t) && !c.opensQuote(i) || t.Is("which", "who", "whom", "whose") && i > o.last+1:
		d.tag = true
		return nil
	case o.has(frameThat) && !o.has(frameStrict) && c.tagPosition(o) && is(t, preposition|adverb|subordinator):
		d.tag = true
		return nil
	case o.has(frameThat) && !o.has(frameStrict) && c.clauseAt(i) &&
		!(o.has(frameThing) && is(t, preposition)) && !(o.has(frameObject) && c.infinitiveFirst(i)):
		return r.run(c, all, k, i, c.finish)
	case o.has(frameThat) && o.has(frameStrict) && c.plainClauseAt(i):
		return r.run(c, all, k, i, c.finish)
	case o.has(frameLabel) && c.quoteWithin(i, c.thingEnd(i)):
		return r.run(c, all, k, i, c.thingEnd(i))
	case o.has(frameThing|frameObject) && c.phraseAt(i, o):
		return r.run(c, all, k, i, c.thingEnd(i))
	case o.has(frameAs) && c.asWithin(i):
		return r.run(c, all, k, i, c.thingEnd(i))
	}
	return nil
}

// run returns tokens [i, end) as content, cut where the part of a later cue of
// the sentence begins, and extended over a quotation that it breaks off in.
func (r *reader) run(c *clause, all []occurrence, k, i, end int) parley.Spans {
	end = c.withoutAside(i, c.cut(all, k, i, end))
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

// withoutAside returns where a content ends before what the writer adds to its
// last noun: ", which ..." to the end.
func (c *clause) withoutAside(i, end int) int {
	for j := i + 3; j < end; j++ {
		if c.comma(j) && c.at(j+1).Is("which", "who", "whose") && !c.quoted(j+1) {
			for k := j + 2; k < end; k++ {
				if c.comma(k) || c.quoted(k) {
					return end
				}
			}
			return j
		}
	}
	return end
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
// sentence has its own part of it.
func (c *clause) cut(all []occurrence, k, i, end int) int {
	for n := k + 1; n < len(all); n++ {
		o := &all[n]
		if o.from <= i || o.from >= end {
			continue
		}
		if at := c.cutBefore(&all[k], o, i); at > i {
			return at
		}
	}
	return end
}

// cutBefore returns the end of the content of cue k before the part of a later
// cue: one that shares the subject, one whose own subject follows ", but" or
// ", and", or one that tags the whole sentence. It returns 0 where the later cue
// stands inside the content.
func (c *clause) cutBefore(k, o *occurrence, i int) int {
	before := c.at(o.from - 1)
	own := !o.shared && !o.source.empty()
	switch {
	case o.cue == accordingTo && (c.comma(o.from-1) || c.closesQuote(o.from-1)):
		return o.from - c.commaBefore(o.from)
	case o.shared && o.form == ing && c.comma(o.from-1):
		return o.from - 1
	case o.shared && o.form == ing && c.closesQuote(o.from-1) && c.opensQuote(i):
		return o.from // "'It is late,' adding: ..."
	case o.shared && before.Is("and", "but", "or") && o.source == k.source && finiteForm(o.form) && o.group == o.head:
		return o.from - 1
	case own && before.Is("but", "while", "and", ";") && c.comma(o.from-2):
		return o.from - 2
	case own && (before.Is(";", "but", "while") || before.Is("and") && o.cue == k.cue):
		return o.from - 1
	case own && c.butBefore(o.from) > 0:
		return c.butBefore(o.from)
	case own && c.comma(o.from-1) && c.endsSentence(o):
		return o.from - 1
	}
	return 0
}

// commaBefore returns 1 where a comma stands before token i outside quotations, else 0.
func (c *clause) commaBefore(i int) int {
	if c.comma(i - 1) {
		return 1
	}
	return 0
}

// butBefore returns the index of a "but" or "while" that only an adverbial parts
// from token i: "but in Ankara the ministry said". It returns 0 where there is none.
func (c *clause) butBefore(i int) int {
	for j := i - 1; j > i-6 && j > c.start && isWord(c.at(j)); j-- {
		if c.at(j).Is("but", "while", "whereas") {
			return j
		}
	}
	return 0
}

// endsSentence reports whether nothing but adverbials follows a cue's own part,
// so that it tags what stands before it.
func (c *clause) endsSentence(o *occurrence) bool {
	i := o.last
	if o.inverted {
		i = o.source.last
	}
	return c.adverbials(i, &details{}) >= c.finish
}

// finiteForm reports whether a form can be a finite verb by itself.
func finiteForm(f form) bool { return f == past || f == pastOnly || f == present }
