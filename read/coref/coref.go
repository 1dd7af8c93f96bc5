// Package coref settles which actor stands behind the words that name one: the
// source of a statement, the outlet that relayed it, the party it is directed at,
// the person of a role. In flow the text, its names, the tables of known actors
// and what the readers of roles and statements found; out flow the document's
// actors, and the ids that tie the entries to them.
//
// It works in sieves, the surest first: a person's name, a known name, the same
// words as before, a title that only one person bears, a pronoun. What no sieve
// catches becomes an actor by its own words; a pronoun without a person to stand
// for stays unresolved, since a wrong link is worse than none.
package coref

import (
	"cmp"
	"slices"

	"parley"
	"parley/actors"
	"parley/lang"
	"parley/read/statement"
)

// Name and Version identify the reader in the ledger.
const (
	Name    = "coref"
	Version = 1
)

// Resolve returns the actors of a text and sets the actor ids of its roles and
// statements. A statement whose source stays unresolved has no actor.
func Resolve(text *lang.Text, known *actors.Known, names []lang.Name, roles []parley.Role, found []statement.Found) []parley.Actor {
	c := newCast(text, known, names, roles)
	c.people()
	for i := range roles {
		c.role(&roles[i])
	}
	for _, i := range bySource(found) {
		c.statement(found, i)
	}
	inherit(text, found)
	return c.actors()
}

// bySource returns the indices of the statements in the order of their sources,
// the outer statement before one that it holds.
func bySource(found []statement.Found) []int {
	out := make([]int, len(found))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int {
		return cmp.Compare(found[a].Source.Hull().Start, found[b].Source.Hull().Start)
	})
	return out
}

// statement resolves the source, the relay and the target of statement i.
func (c *cast) statement(found []statement.Found, i int) {
	f := &found[i]
	ids, sure := c.source(found, f)
	f.SourceActors = ids
	f.Confidence = round(f.Confidence * sure)
	if f.Relay.Len() > 0 {
		f.Statement.Relay = c.outlet(f.Relay)
	} else if f.Addressee.Len() > 0 {
		f.Statement.Relay = c.outlet(f.Addressee)
	}
	c.toward(f)
	c.spoke(f)
}

// outlet returns the id of the news outlet that a phrase names, or "".
func (c *cast) outlet(s parley.Span) string {
	if e, ok := c.known.Outlet(c.bare(s)); ok {
		return c.entry(e, s)
	}
	for _, n := range c.namesIn(s) {
		if e, ok := c.known.Outlet(n.In(c.text.Source)); ok {
			return c.entry(e, n.Span)
		}
	}
	return ""
}

// targetReach is within how many bytes of the start of the content the party
// stands that an accusation, demand or praise is directed at.
const targetReach = 60

// toward sets whom the act is directed at: the party that the content begins
// with, where the verb takes it as its object.
func (c *cast) toward(f *statement.Found) {
	if !f.Object || len(f.Content) == 0 {
		return
	}
	start := f.Content[0].Start
	for _, n := range c.namesIn(parley.Span{Start: start, End: min(f.Content[0].End, start+targetReach)}) {
		ids := c.named(n)
		if len(ids) > 0 && !slices.Contains(f.SourceActors, ids[0]) {
			f.Toward = ids
		}
		return
	}
}

// actors returns the members that something refers to, in the order of their first mention.
func (c *cast) actors() []parley.Actor {
	out := make([]parley.Actor, 0, len(c.members))
	for _, m := range c.members {
		if len(m.Mentions) == 0 && !c.wanted[m.ID] {
			continue
		}
		slices.SortFunc(m.Mentions, func(a, b parley.Span) int { return cmp.Compare(a.Start, b.Start) })
		m.Mentions = disjoint(m.Mentions)
		out = append(out, m.Actor)
	}
	return out
}

// disjoint drops mentions that overlap the one before them.
func disjoint(spans parley.Spans) parley.Spans {
	out := spans[:0]
	for _, s := range spans {
		if len(out) == 0 || s.Start >= out[len(out)-1].End {
			out = append(out, s)
		}
	}
	return out
}
