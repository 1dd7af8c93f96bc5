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

// before returns the content that stands before the cue's part of the sentence:
// "..., Orlen said".
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
	start = c.behindColon(start, end)
	if start >= end || o.from-start < 2 || c.quote[end-1] < 0 && !c.clauseBetween(start, end) {
		return nil
	}
	content := r.leading(c, start, end)
	return append(content, r.trailing(c, o, d)...)
}

// behindColon returns the first token of the quotation that ends at end, where a
// colon leads to it from what stands before: "with a caveat: 'It is late,' he said".
func (c *clause) behindColon(start, end int) int {
	if c.quote[end-1] < 0 {
		return start
	}
	if first := c.firstOf(c.quote[end-1]); first > start && c.at(first-1).Is(":") {
		return first
	}
	return start
}

// clauseBetween reports whether tokens [a, b) are a clause and not an adverbial
// that leads into one: "In a 1963 speech, he said" has no content before the cue.
func (c *clause) clauseBetween(a, b int) bool {
	t := c.at(a)
	if t.Is("asked") || gerund(lowered(t)) || is(t, subordinator) && !t.Is("that", "what", "how", "there") && !c.commaWithin(a, b) {
		return false
	}
	for i := a + 1; i < b; i++ {
		if w := c.at(i); is(w, auxiliary) || finitePast[w.Lower] || cueForm(w) || !is(t, preposition) && (finite(w) || clauseVerb(w)) {
			return true
		}
	}
	return false
}

func (c *clause) commaWithin(a, b int) bool {
	for i := a; i < b; i++ {
		if c.comma(i) {
			return true
		}
	}
	return false
}

// lowered returns a token as if it did not begin the sentence.
func lowered(t lang.Token) lang.Token {
	t.Text = t.Lower
	return t
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
	if c.at(i).Is("that") && c.comma(i-1) && c.clauseAt(i+1) {
		return r.run(c, nil, 0, i, c.finish) // "It is no wonder, he said, that ..."
	}
	if !c.opensQuote(i) {
		i = c.resumed(i)
	}
	if q := c.quoteAt(i); q >= 0 && c.opensQuote(i) && !c.title(i) {
		r.used[q] = true
		return r.text.Quotes[q].Parts
	}
	return nil
}

// resumed returns where a quotation that an aside breaks off goes on: behind a
// comma, in the middle of its sentence, as a small letter shows: "'It is late,' he
// said of the vote, 'and nobody waits.'" It returns the sentence's length for none.
func (c *clause) resumed(i int) int {
	for j := i; j < len(c.words); j++ {
		if c.at(j).Is(",") && c.opensQuote(j+1) && c.smallFirst(j+1) {
			return j + 1
		}
		if c.opensQuote(j) {
			break
		}
	}
	return len(c.words)
}

// smallFirst reports whether the first word of the quotation that opens at token i
// has a small letter.
func (c *clause) smallFirst(i int) bool {
	for k := i; k < len(c.words) && c.quote[k] == c.quote[i]; k++ {
		if c.at(k).Kind == lang.Word {
			return !c.at(k).Capital()
		}
	}
	return false
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
