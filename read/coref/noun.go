package coref

import (
	"slices"
	"strings"

	"parley"
)

// nounReach is how many sentences back "the man" is followed to "a man".
const nounReach = 12

// nounAt settles whom a noun phrase of one person stands for.
func (c *cast) nounAt(m mark) {
	if i, ok := c.settled[m.head]; ok {
		c.refer(m, i)
		return
	}
	if i, ok := c.namedBeside(m); ok {
		if i >= 0 {
			c.refer(m, i)
		}
		return
	}
	if i, sieve, ok := c.nounBefore(m); ok {
		c.refer(m, i)
		c.members[i].Mentions = append(c.members[i].Mentions, m.span)
		c.linked(m.span, sieve, sureTitle, i)
		return
	}
	words := c.bare(m.span)
	person := &member{
		Actor: parley.Actor{Name: words, Kind: parley.Person, Mentions: parley.Spans{m.span}},
		heads: []string{m.noun}, gender: nounGender(m.noun), noun: m.noun, owner: c.ownerOf(m), indefinite: !c.definite(m),
	}
	i := len(c.members)
	c.members = append(c.members, person)
	c.refer(m, i)
}

// namedBeside returns the person whose name stands beside a noun phrase in an
// apposition, or of whom the noun is said: "Orlen is a lawyer". It returns -1
// where the phrase says of someone unknown what the person is, and so stands for
// nobody new.
func (c *cast) namedBeside(m mark) (int, bool) {
	if r, ok := c.titleOf[m.head]; ok {
		if i, ok := c.memberAt(r.Person.Hull()); ok {
			return i, true
		}
	}
	if w := c.trees[m.sentence].Words[m.word]; w.Relation == "appos" {
		return c.personAt(m.sentence, w.Head)
	}
	if name := c.trees[m.sentence].Child(m.word, "appos", "flat"); name >= 0 {
		if i, ok := c.personAt(m.sentence, name); ok {
			return i, true
		}
	}
	if c.trees[m.sentence].Child(m.word, "cop") < 0 {
		return 0, false
	}
	if s := c.trees[m.sentence].Child(m.word, "nsubj"); s >= 0 {
		if i, ok := c.personAt(m.sentence, s); ok {
			return i, true
		}
	}
	return -1, true
}

// personAt returns the person whom the words at a word of a tree name.
func (c *cast) personAt(s, w int) (int, bool) {
	at := c.trees[s].Words[w].Span
	if i, ok := c.memberAt(at); ok {
		return i, c.members[i].Kind == parley.Person
	}
	for _, r := range slices.Backward(c.lastRefs()) {
		if r.sentence != s {
			break
		}
		if r.word == w {
			return r.member, true
		}
	}
	return 0, false
}

// lastRefs returns the last mentions of persons.
func (c *cast) lastRefs() []ref { return c.refs[max(0, len(c.refs)-refsMost):] }

// definite reports whether a noun phrase tells that its person is known: "the",
// "this", "that" or an owner.
func (c *cast) definite(m mark) bool {
	t := c.tokenAt(m.span.Start)
	return t.Is("the", "this", "that") || c.trees[m.sentence].Child(m.word, "nmod:poss") >= 0
}

// ownerOf returns the person whose a noun phrase's person is ("his wife"), or -1.
func (c *cast) ownerOf(m mark) int {
	w := c.trees[m.sentence].Child(m.word, "nmod:poss")
	if w < 0 {
		return -1
	}
	if i, ok := c.personAt(m.sentence, w); ok {
		return i
	}
	return -1
}

// nounBefore returns the person whom a definite noun phrase calls again.
func (c *cast) nounBefore(m mark) (int, Sieve, bool) {
	if !c.definite(m) {
		return 0, "", false
	}
	owner := c.ownerOf(m)
	if c.trees[m.sentence].Child(m.word, "nmod:poss") < 0 {
		if i := c.findTitled(m.span); i >= 0 {
			return i, SieveTitle, true
		}
	} else if owner < 0 {
		return 0, "", false
	}
	for _, r := range slices.Backward(c.lastRefs()) {
		if r.sentence < m.sentence-nounReach {
			break
		}
		p := c.members[r.member]
		if p.noun == m.noun && (owner < 0 || p.owner == owner) && c.sameModifiers(m, p.Name) {
			return r.member, SieveNoun, true
		}
	}
	return 0, "", false
}

// sameModifiers reports whether the words before a noun are in a description too:
// "the old man" is not "a young man".
func (c *cast) sameModifiers(m mark, description string) bool {
	have := strings.Fields(strings.ToLower(description))
	words := c.trees[m.sentence].Words
	for i := m.word - 1; i >= 0 && words[i].Start >= m.span.Start; i-- {
		if w := words[i]; (w.UPOS == "ADJ" || w.UPOS == "NOUN" || w.UPOS == "PROPN") && !slices.Contains(have, strings.ToLower(w.Form)) {
			return false
		}
	}
	return true
}
