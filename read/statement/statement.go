// Package statement finds attributions: who said, thought, demanded or denied
// what. In flow the structure and the dates of a text; out flow
// statements with their source, cue and content spans, each with what the
// sentence says of its day, channel, addressee and relay. Which actor stands
// behind a source is settled afterwards by package coref.
//
// The reader looks for a cue of cues.txt outside quotations, then for its source
// (before it, behind it, or shared with the cue before), then for its content, in
// the orders that notes on the PolNeAR corpus count: source cue content (64 %),
// content source cue, content cue source, and content around the cue.
package statement

import (
	"slices"
	"strconv"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// Name and Version identify the reader in the ledger. A change of what it gives
// raises the version.
const (
	Name    = "statement"
	Version = 6
)

// Found is a statement with the spans of those that it names and that are not
// yet actors.
type Found struct {
	parley.Statement
	Relay     parley.Span // the outlet that relayed it; zero: none
	Addressee parley.Span
	Object    bool        // the content begins with whom the act is directed at
	saidAt    parley.Span // the date that gives the day of saying
	verbatim  bool        // a turn of a transcript: the speaker's own words without quotation marks
	plain     bool        // its content tells its act
	insists   bool        // its cue is "insist that"
	Shared    bool        // the source is the subject of an earlier cue of the sentence
}

// Read returns the statements of a text in the order of their content. Dates are
// those of the same text.
func Read(text *lang.Text, trees []syntax.Tree, dates []parley.Date) []Found {
	r := reader{text: text, trees: trees, dates: dates, used: make([]bool, len(text.Quotes))}
	for i := range text.Sentences {
		r.sentence(i)
	}
	r.signed()
	r.floating()
	r.turns()
	r.confirmHeadlines()
	for i := range r.found {
		r.finish(&r.found[i])
		r.ownChannel(&r.found[i])
		r.told(&r.found[i])
	}
	slices.SortStableFunc(r.found, func(a, b Found) int {
		return a.Content[0].Start - b.Content[0].Start
	})
	nest(r.found)
	return r.found
}

// reader gathers the statements of one text.
type reader struct {
	text      *lang.Text
	trees     []syntax.Tree
	dates     []parley.Date
	found     []Found
	used      []bool     // by quote: it is content of a statement
	headlines []headline // attributions of titles that await a confirmation
}

// sentence reads the statements of sentence i.
func (r *reader) sentence(i int) {
	c := newClause(r.text, i)
	if c.furnished() {
		return
	}
	p := r.parsed(c)
	all := p.onlyVerbs(c.cues())
	first := len(r.found)
	for k := range all {
		c.place(&all[k], all[:k])
		p.correct(&all[k])
	}
	var last *Found
	for k := range all {
		if f := r.attribute(c, all, k, last); f != nil {
			last = f
		}
	}
	r.byTree(p, first)
	r.colon(c)
	r.headlineAt(c)
	unsay(r.found[first:])
}

// unsay takes the day from statements whose day stands in the words of another
// statement of the sentence: it is that statement's, not the day of saying.
func unsay(found []Found) {
	for i := range found {
		for k := range found {
			if i != k && found[k].Content.Overlaps(found[i].saidAt) {
				found[i].Said = ""
			}
		}
	}
}

// attribute makes the statement of cue k of the sentence, where it has a source
// and a content. Last is the statement of the sentence's cue before.
func (r *reader) attribute(c *clause, all []occurrence, k int, last *Found) *Found {
	o := &all[k]
	if o.cue == accordingTo {
		return r.according(c, o, last)
	}
	d := c.details(o)
	content := r.after(c, all, k, &d)
	if d.tag && !(o.shared && o.form == ing) {
		if before := r.before(c, o, &d); len(before) > 0 {
			content = before
			d.order = contentFirst
		}
	}
	if len(content) == 0 || o.source.empty() || c.overlapping(o, content) {
		return nil
	}
	return r.add(c, o, d, content)
}

// add appends a statement.
func (r *reader) add(c *clause, o *occurrence, d details, content parley.Spans) *Found {
	f := Found{Addressee: d.addressee, Relay: d.relay, Shared: o.shared, Object: o.has(frameObject)}
	f.Source = parley.Spans{c.span(o.source.first, o.source.last)}
	f.Cue = parley.Spans{c.span(o.first, o.last)}
	f.Content = content
	f.Channel = d.channel
	f.Said, f.saidAt = d.said(c, o, content, r.dates)
	f.Act, f.plain, f.insists = o.cueAct(), o.plain(), o.insists()
	f.Type = typeOf(r.text, content)
	f.Confidence = confidence(o, d, f.Type)
	if d.addressee.Len() > 0 {
		f.Statement.Addressee = d.addressee.In(r.text.Source)
	}
	r.found = append(r.found, f)
	return &r.found[len(r.found)-1]
}

// id returns the id of the i-th statement.
func id(i int) string { return "s" + strconv.Itoa(i+1) }
