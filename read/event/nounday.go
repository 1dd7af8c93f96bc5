package event

import (
	"slices"
	"strings"

	"parley"
)

// fresher reports whether a noun under another noun tells of more of its kind, which is not there yet:
// "talk of tougher sanctions".
func (c *clause) fresher() bool {
	h := c.Words[c.word].Head
	if c.kind != "SANCTION" && c.kind != "AID" && c.kind != "SUPPORT" || h < 0 || c.Words[h].UPOS != "NOUN" || !c.Words[c.word].Is("nmod") {
		return false
	}
	return slices.ContainsFunc(c.Children(c.word, "amod"), func(m int) bool {
		return slices.Contains([]string{"further", "more", "tougher", "additional", "new", "fresh", "stronger", "possible"}, c.lower(m))
	})
}

// pastClause reports whether the clause of a trigger is told with a day before the document's.
func (r *reader) pastClause(c *clause) bool {
	at, day := c.Words[c.word].Span, r.reading.Document.Published
	v := c.Words[c.word].Head
	if v < 0 || len(day) < 10 || c.Words[v].XPOS != "VBD" {
		return false
	}
	first, end := c.Bounds(v)
	return slices.ContainsFunc(r.dates[c.sentence], func(i int) bool {
		d := &r.reading.Dates[i]
		within := d.Span[0].Start >= c.Words[first].Start && d.Span[0].End <= c.Words[end].End && !d.Span.Overlaps(at)
		return within && d.Last != "" && d.Last < day[:10]
	})
}

// lasting reports whether a copula is one of the present.
func (c *clause) lasting(aux string) bool {
	return slices.Contains([]string{"is", "are", "'re", "'s", "remains"}, aux)
}

// backThen reports whether what lasts is told as over: "were shot during a march", "two
// uprisings which were put down", "more rallies were sparked".
func (c *clause) backThen() bool {
	if c.kind != "PROTEST" && c.kind != "ASSAULT" {
		return false
	}
	was := func(v int) bool {
		aux := c.Auxiliaries(v)
		return slices.Contains(aux, "was") || slices.Contains(aux, "were")
	}
	h := c.Words[c.word].Head
	switch {
	case h < 0:
	case c.Words[c.word].Is("obl") && slices.Contains([]string{"during", "at", "after", "following"}, c.Preposition(c.word)):
		return c.over(h) || was(h)
	case c.Words[c.word].Is("nsubj:pass"):
		return was(h)
	}
	return slices.ContainsFunc(c.Children(c.word, "acl"), func(v int) bool { return c.Words[v].XPOS == "VBN" && was(v) })
}

// single are the nouns of help that is given at once.
var single = strings.Fields("rescue evacuation asylum airlift handover")

// coming are the nouns of what has its day, so that what it will do is to come as well:
// "their meeting will focus on trade".
var coming = strings.Fields("meeting visit trip summit conference session gathering protest march rally vote")

// dayStatus returns planned for an event whose day is after the document's, or "".
func (r *reader) dayStatus(c *clause) parley.EventStatus {
	var e parley.Event
	r.place(c, &e)
	day := r.reading.Document.Published
	if len(day) < 10 || len(e.When) < 4 || e.When[0] < '0' || e.When[0] > '9' || strings.Contains(e.When, "W") {
		return ""
	}
	n := min(len(e.When), 10)
	switch {
	case e.When[:n] > day[:n]:
		return parley.Planned
	case e.When[:n] < day[:n] && !c.since():
		return parley.Happened
	}
	return ""
}

// since reports whether a trigger, or what governs it, is told from a day on: it may go on.
func (c *clause) since() bool {
	return slices.ContainsFunc(c.around(), func(w int) bool {
		return slices.ContainsFunc(c.Children(w, "obl", "nmod"), func(o int) bool { p := c.Preposition(o); return p != "in" && p != "on" && p != "" })
	})
}
