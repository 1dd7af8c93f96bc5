package statement

import (
	"slices"
	"strings"

	"parley"
)

// anyCue stands for a verb that is no cue by itself but tags a quotation.
var anyCue = &cue{verb: "any", act: parley.Assert, frames: frameQuote}

// tagWords is how many words a quotation must have before a verb that is no cue
// counts as its tag; shorter ones are names and scare quotes.
const tagWords = 3

// anyVerb reads a verb that stands in no lexicon as the tag of a quotation beside
// it: `"This is fantastic!" beamed Orlen`, `Article 3 affirms: "..."`.
func (r *reader) anyVerb(p *parsed, i, w int) (o occurrence, content parley.Spans, ok bool) {
	word := &p.Words[w]
	if !slices.Contains([]string{"VBD", "VBZ", "VBP", "VBN"}, word.XPOS) || word.Confidence < sure || slices.Contains(strings.Fields("be have do go come"), word.Lemma) {
		return o, nil, false
	}
	o = occurrence{sense: sense{anyCue, past}, head: i, first: i, last: i + 1, group: i}
	p.groupOf(&o, w)
	o.source = p.subjectOf(w)
	if k := p.word(i + 1); o.source.empty() && p.closesQuote(i-1) && k >= 0 && p.upos(k, "PROPN") {
		o.source = p.phraseAfter(i + 1) // The tree may take a subject behind its verb for an object.
	}
	if o.source.empty() || is(p.at(o.source.last-1), relative) {
		return o, nil, false
	}
	o.inverted = o.source.first > i
	o.from = min(o.group, o.source.first)
	if q := p.quoteAt(i + 2); p.at(i+1).Is(":", ",") && p.opensQuote(i+2) && r.speech(q) {
		return o, r.run(p.clause, nil, 0, i+2, p.finish), true
	}
	if p.at(i+1).Is(":") && i+1 == len(p.words)-1 {
		if next := r.announced(p.clause, &o); next != nil {
			return o, next, true
		}
	}
	end := o.from
	if p.comma(end - 1) {
		end--
	}
	if q := p.quoteAt(end - 1); end > p.start && p.closesQuote(end-1) && r.speech(q) {
		return o, r.leading(p.clause, p.firstOf(q), end), true
	}
	return o, nil, false
}

// speech reports whether a quotation that is no statement's yet is long enough to
// be someone's words.
func (r *reader) speech(q int) bool {
	return q >= 0 && !r.used[q] && len(strings.Fields(r.text.Quotes[q].Hull().In(r.text.Source))) >= tagWords
}

// firstOf returns the first token of the sentence that a quotation holds.
func (c *clause) firstOf(q int) int {
	return max(slices.Index(c.quote, q), 0)
}
