package coref

import (
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
	sure := surePronoun
	switch kind := pronouns[t.Lower]; kind {
	case 'y':
		return nil, sureNothing // Whom a speaker addresses is seldom told.
	case 's':
		return c.speaker(found, f)
	case 'm', 'f':
		members, sure = c.personBehind(t)
	default:
		members = c.lastBody(t.Start, kind == 'p')
	}
	if len(members) == 0 {
		return nil, sureNothing
	}
	if kind := pronouns[t.Lower]; kind == 't' || kind == 'p' {
		c.linked(t.Span, SieveBodyPronoun, sure, members...)
	}
	return c.ids(members, t.Span), sure
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

// personBehind returns the person whom "he" or "she" stands for, or none, and how
// sure that is.
func (c *cast) personBehind(t lang.Token) ([]int, float64) {
	c.advance(t.End)
	if a, ok := c.pronounOf[t.Start]; ok {
		return []int{a.member}, a.sure
	}
	return nil, sureNothing
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
