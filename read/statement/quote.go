package statement

import (
	"slices"

	"parley"
	"parley/lang"
)

// according makes the statement of "according to", or notes who relayed the
// statement before it: "..., Orlen said, according to Meridian Wire".
func (r *reader) according(c *clause, o *occurrence, last *Found) *Found {
	o.source = c.phraseAfter(o.last)
	if c.leadsClause(o.first) {
		o.source.last = min(o.source.last, c.phraseEnd(o.last)) // The comma ends it: what follows is the content.
	}
	if o.from = o.first; o.source.empty() {
		return nil
	}
	if end := c.phraseEnd(o.last); c.comma(end) && c.broken(o, end+1) {
		o.source.last = end // What follows the comma is the clause and no apposition.
	}
	source := c.span(o.source.first, o.source.last)
	if last != nil && c.sent.Contains(last.Cue[0]) && c.onlyTag(last, o) {
		last.Relay = source
		return nil
	}
	d := details{tag: true, order: contentFirst}
	var content parley.Spans
	if c.leadsClause(o.first) {
		i := o.source.last
		if c.comma(i) {
			i++
		}
		content = r.run(c, nil, 0, i, c.finish)
		d.order = contentLast
	} else if c.comma(o.source.last) && c.broken(o, o.source.last+1) {
		content = append(parley.Spans{c.span(c.start, o.first-1)}, r.run(c, nil, 0, o.source.last+1, c.finish)...)
	} else {
		end := o.first
		for end > c.start && (c.comma(end-1) || c.at(end-1).Kind == lang.Punct) {
			end--
		}
		content = r.leading(c, c.start, max(end, c.start+1))
	}
	if len(content) == 0 || content.Overlaps(source) {
		return nil
	}
	return r.add(c, o, d, content)
}

// leadsClause reports whether token i begins the sentence or the clause behind a
// conjunction.
func (c *clause) leadsClause(i int) bool {
	p := c.at(i - 1)
	return i <= c.start || i == c.start+1 && is(p, connective) || p.Is(";")
}

// onlyTag reports whether nothing but a tag stands between a statement's cue and
// token o.first: a source, times, commas.
func (c *clause) onlyTag(f *Found, o *occurrence) bool {
	if f.Content.Hull().Start > c.words[o.head].Start || f.Content.Overlaps(c.span(o.head-1, o.head)) {
		return false
	}
	return f.Content.Hull().End <= f.Cue[0].Start || f.Content.Hull().End <= f.Source[0].Start
}

// colonWords is how long the source of "Orlen: 'Time is on our side'" may be.
const colonWords = 7

// colon makes the statement of a headline or caption in which a colon is the cue:
// a name, the colon, and a quotation to the end.
func (r *reader) colon(c *clause) {
	for i := c.start + 1; i < len(c.words) && i <= c.start+colonWords; i++ {
		if !c.at(i).Is(":") {
			continue
		}
		if !c.opensQuote(i+1) || r.used[c.quote[i+1]] || !c.nameBefore(i) {
			return
		}
		o := occurrence{sense: sense{accordingTo, base}, head: i, first: i, last: i + 1, source: tokens{c.start, i}}
		content := r.run(c, nil, 0, i+1, c.finish)
		if len(content) > 0 {
			r.add(c, &o, details{}, content)
		}
		return
	}
}

// nameBefore reports whether all words of the clause before i are capitalised.
func (c *clause) nameBefore(i int) bool {
	for k := c.start; k < i; k++ {
		if !isWord(c.at(k)) || !c.at(k).Capital() {
			return false
		}
	}
	return true
}

// tail says that the words of a statement end in some sentence.
type tail struct {
	statement int
	content   int // byte offset where its content ends
}

// floating gives the quotations that are whole sentences and have no cue of their
// own to the statement before, where that ends in a quotation and nothing but the
// tag's sentence lies between.
func (r *reader) floating() {
	tails := r.tails()
	for q, quote := range r.text.Quotes {
		if r.used[q] || !r.wholeSentences(quote) {
			continue
		}
		hull := quote.Hull()
		i := r.unfinished(tails[r.text.SentenceAt(hull.Start)-1])
		if i < 0 {
			continue
		}
		r.found[i].Content = append(r.found[i].Content, quote.Parts...)
		r.used[q] = true
		end := r.text.SentenceAt(hull.End - 1)
		tails[end] = append(tails[end], tail{i, hull.End})
	}
}

// tails returns, by sentence, the statements whose source, cue and content end in it.
func (r *reader) tails() map[int][]tail {
	out := map[int][]tail{}
	for i := range r.found {
		f := &r.found[i]
		content := f.Content.Hull().End
		s := r.text.SentenceAt(max(content, f.Cue.Hull().End, f.Source.Hull().End) - 1)
		out[s] = append(out[s], tail{i, content})
	}
	return out
}

// wholeSentences reports whether a quotation begins and ends with sentences.
func (r *reader) wholeSentences(q lang.Quote) bool {
	h := q.Hull()
	first, last := r.text.SentenceAt(h.Start), r.text.SentenceAt(h.End-1)
	if first < 0 || r.text.Sentences[first].Start != h.Start {
		return false
	}
	return r.text.Sentences[last].End <= h.End+1 || r.trails(last, h.End)
}

// trails reports whether all that follows a quotation in its sentence hangs on a
// comma or dash: "'She has to hold them' - and to win others."
func (r *reader) trails(sentence, end int) bool {
	i := r.text.TokenAt(end)
	return i+1 < r.text.Sentences[sentence].Last && r.text.Tokens[i].Is("-", "--", "–", "—")
}

// unfinished returns the statement whose content ends last, and in a quotation that
// can go on in the next sentence; -1: none.
func (r *reader) unfinished(tails []tail) int {
	best := tail{statement: -1}
	for _, t := range slices.Backward(tails) {
		if t.content > best.content && r.text.QuoteAt(t.content-1) >= 0 {
			best = t
		}
	}
	return best.statement
}

// finish closes what can only be settled when all statements are found.
func (r *reader) finish(f *Found) {
	f.Content = merged(r.text.Source, f.Content)
	f.Type = typeOf(r.text, f.Content)
	if f.verbatim {
		f.Type = parley.Direct
	}
}

// merged sorts spans and joins those that only white space parts.
func merged(text string, spans parley.Spans) parley.Spans {
	out := spans[:0:0]
	for _, s := range sorted(spans) {
		if n := len(out) - 1; n >= 0 && s.Start <= out[n].End {
			out[n].End = max(out[n].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
