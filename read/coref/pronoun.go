package coref

import (
	"sort"

	"parley"
	"parley/lang"
	"parley/read/statement"
)

// pronouns by what they can stand for: 'm' and 'f' one person, 't' a body, 'p'
// several or a body, 's' the speaker.
var pronouns = map[string]byte{"he": 'm', "him": 'm', "she": 'f', "her": 'f', "it": 't', "they": 'p', "them": 'p', "i": 's', "we": 's', "you": 'y'}

// pronounReach is how many sentences back a pronoun is followed.
const pronounReach = 4

// pronoun returns the actors that a pronoun as source stands for.
func (c *cast) pronoun(found []statement.Found, f *statement.Found, t lang.Token) (parley.IDs, float64) {
	var members []int
	switch kind := pronouns[t.Lower]; kind {
	case 'y':
		return nil, sureNothing // Whom a speaker addresses is seldom told.
	case 's':
		return c.speaker(found, f)
	case 'm', 'f':
		members = c.lastPerson(t.Start, kind)
	default:
		members = c.lastBody(t.Start, kind == 'p')
	}
	if len(members) == 0 {
		return nil, sureNothing
	}
	ids := make(parley.IDs, 0, len(members))
	for _, i := range members {
		ids = append(ids, c.again(i, t.Span))
	}
	return ids, surePronoun
}

// speaker returns the speaker of the statement that "I" or "we" stands in, or
// the author of an official text outside all statements.
func (c *cast) speaker(found []statement.Found, f *statement.Found) (parley.IDs, float64) {
	if i, ok := c.spoken[f.Parent]; ok && len(found[i].SourceActors) > 0 {
		return found[i].SourceActors, surePronoun
	}
	if o := c.occasion; o != nil && o.author >= 0 && f.Parent == "" {
		return c.ids([]int{o.author}, f.Source.Hull()), surePronoun
	}
	return nil, sureNothing
}

// lastPerson returns the person whom "he" or "she" at a byte offset stands for:
// in the sentence itself and then in those before it, the speaker of a statement,
// else the first person named outside quotations, who most often is the subject.
func (c *cast) lastPerson(at int, gender byte) []int {
	here := c.text.SentenceAt(at)
	for s := here; s >= 0 && s >= here-pronounReach; s-- {
		span := c.text.Sentences[s].Span
		if i, ok := c.spokeIn(span, at, gender); ok {
			c.members[i].gender = gender
			return []int{i}
		}
		k := sort.Search(len(c.mentions), func(k int) bool { return c.mentions[k].span.Start >= span.Start })
		for _, m := range c.mentions[k:] {
			if m.span.Start >= at || m.span.Start >= span.End {
				break
			}
			if c.text.QuoteAt(m.span.Start) < 0 && c.fits(m.member, gender) && !c.owned(m.span) {
				c.members[m.member].gender = gender
				return []int{m.member}
			}
		}
	}
	return nil
}

// owned reports whether a possessive ending follows the span.
func (c *cast) owned(s parley.Span) bool {
	i := c.text.TokenAt(s.End)
	return i < len(c.text.Tokens) && c.text.Tokens[i].Is("'s", "'")
}

// spokeIn returns the last person of the right gender who spoke in a sentence
// before a byte offset.
func (c *cast) spokeIn(span parley.Span, before int, gender byte) (int, bool) {
	for k := len(c.speakers) - 1; k >= 0; k-- {
		s := c.speakers[k]
		if s.at < span.Start {
			break
		}
		if s.at >= before || s.at >= span.End || len(s.members) != 1 {
			continue
		}
		if c.fits(s.members[0], gender) {
			return s.members[0], true
		}
	}
	return 0, false
}

// fits reports whether a member is a person of the gender, or of an unknown one.
func (c *cast) fits(i int, gender byte) bool {
	m := c.members[i]
	return m.Kind == parley.Person && (m.gender == 0 || m.gender == gender)
}

// lastBody returns what "it" or "they" stands for: the last speakers who are no
// single person, several or a body.
func (c *cast) lastBody(at int, plural bool) []int {
	here := c.text.SentenceAt(at)
	for k := len(c.speakers) - 1; k >= 0; k-- {
		s := c.speakers[k]
		if c.text.SentenceAt(s.at) < here-pronounReach {
			break
		}
		if s.at >= at {
			continue
		}
		if plural && len(s.members) > 1 {
			return s.members
		}
		if len(s.members) == 1 && c.members[s.members[0]].Kind != parley.Person {
			return s.members
		}
	}
	return nil
}

// spoke notes who made a statement.
func (c *cast) spoke(f *statement.Found) {
	var members []int
	for _, id := range f.SourceActors {
		members = append(members, c.byID[id])
	}
	if len(members) > 0 {
		c.speakers = append(c.speakers, speaker{f.Source.Hull().Start, members, f.Channel})
	}
}
