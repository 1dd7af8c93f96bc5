package coref

import (
	"slices"

	"parley"
	"parley/read/statement"
)

// Sieve says by what rule words were tied to an actor.
type Sieve string

// The sieves that tie other words than names, the surest first.
const (
	SieveRole        Sieve = "role"        // a title that the text gives the person
	SieveSpeaker     Sieve = "speaker"     // "I" and "we" in the words of a speaker
	SieveTitle       Sieve = "title"       // "the minister", "the Icelandic leader"
	SieveCounterpart Sieve = "counterpart" // "his Icelandic counterpart"
	SieveListed      Sieve = "dated list"  // "his Icelandic counterpart" whom only the dated list names
	SievePair        Sieve = "pair"        // "the two leaders", "both sides"
	SieveNoun        Sieve = "noun"        // "the official" after "a senior official"
	SieveBody        Sieve = "body"        // "the group" after its name
	SievePronoun     Sieve = "pronoun"     // he, she, his, her
	SieveBodyPronoun Sieve = "it or they"  // as the source of a statement
)

// Link ties words of the text to the actors that they stand for.
type Link struct {
	Span       parley.Span
	Actors     parley.IDs // empty: unresolved
	Sieve      Sieve
	Confidence float64    // estimated probability that the actors are right, in (0, 1]; 0: unresolved
	Candidates parley.IDs // of an unresolved link: the actors that it may stand for, the likeliest first
}

// link is a Link whose actors have no ids yet.
type link struct {
	span       parley.Span
	members    []int
	sieve      Sieve
	confidence float64
	candidates []int
}

// linked notes a link.
func (c *cast) linked(at parley.Span, sieve Sieve, confidence float64, members ...int) {
	c.links = append(c.links, link{span: at, members: members, sieve: sieve, confidence: round(confidence)})
}

// unclear notes words that may stand for several actors.
func (c *cast) unclear(at parley.Span, sieve Sieve, all []standing) {
	l := link{span: at, sieve: sieve}
	for _, s := range all {
		l.candidates = append(l.candidates, s.member)
	}
	c.links = append(c.links, l)
}

// shown returns the links of the actors that are given out.
func (c *cast) shown() []Link {
	out := make([]Link, 0, len(c.links))
	for _, l := range c.links {
		out = append(out, Link{Span: l.span, Sieve: l.sieve, Confidence: l.confidence, Actors: c.idsOf(l.members), Candidates: c.idsOf(l.candidates)})
	}
	return out
}

// idsOf returns the ids of those members that have one.
func (c *cast) idsOf(members []int) parley.IDs {
	var ids parley.IDs
	for _, i := range members {
		if id := c.members[i].ID; id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// Attach notes the links beside the mentions of the actors that they tie, and for
// whom an unresolved source of a statement may stand.
func (r *Result) Attach(found []statement.Found) {
	places := map[string]int{}
	for i := range r.Actors {
		places[r.Actors[i].ID] = i
	}
	unclear := map[int]parley.IDs{} // candidates by the byte offset of the words
	for _, l := range r.Links {
		if len(l.Actors) == 0 {
			unclear[l.Span.Start] = l.Candidates
		}
		for _, id := range l.Actors {
			i, ok := places[id]
			if !ok {
				continue
			}
			a := &r.Actors[i]
			if m := slices.Index(a.Mentions, l.Span); m >= 0 {
				a.Links = append(a.Links, parley.Link{Mention: m, Sieve: string(l.Sieve), Confidence: l.Confidence})
			}
		}
	}
	for i := range found {
		f := &found[i]
		if len(f.SourceActors) > 0 || len(f.Source) == 0 {
			continue
		}
		for _, id := range unclear[f.Source[0].Start] {
			if _, ok := places[id]; ok {
				f.Candidates = append(f.Candidates, id)
			}
		}
	}
	for i := range r.Actors {
		slices.SortStableFunc(r.Actors[i].Links, func(a, b parley.Link) int { return a.Mention - b.Mention })
	}
}
