package statement

import (
	"parley"
	"parley/lang"
)

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
	i := c.behindCue(o, d)
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
