package coref

import (
	"strings"

	"parley"
	"parley/actors"
	"parley/lang"
)

// lands returns the names of a text that can be a land's and that no table has, by the
// adjectives that they would make: "Varenia" by "varenian". A land has one where the
// text uses both.
func lands(text *lang.Text, known *actors.Known, names []lang.Name) map[string]string {
	out := map[string]string{}
	for _, n := range names {
		words := n.In(text.Source)
		if n.Last-n.First != 1 || n.Type == lang.PersonName || len(words) < len("Chad") || !strings.HasSuffix(words, "a") {
			continue
		}
		if _, ok := known.Find(words); ok {
			continue
		}
		out[strings.ToLower(words)+"n"] = words
	}
	return out
}

// land returns the id of the land that a name is, or whose adjective or people it is, of
// those that no table has; "" where the text does not tell.
func (c *cast) land(n lang.Name) string {
	words := strings.ToLower(n.In(c.text.Source))
	name, ok := c.lands[strings.TrimSuffix(words, "s")]
	if !ok && strings.HasSuffix(words, "a") && c.adjective(words+"n") {
		name, ok = c.lands[words+"n"]
	}
	if !ok || !c.adjective(strings.ToLower(name)+"n") {
		return ""
	}
	if i, made := c.byWords[strings.ToLower(name)]; made {
		c.wanted[c.members[i].ID] = true
		return c.members[i].ID
	}
	m := &member{Actor: parley.Actor{ID: c.freeID(name), Name: name, Kind: parley.State}, owner: -1}
	c.add(m, name)
	c.wanted[m.ID] = true
	return m.ID
}

// adjective reports whether the text has a word, in lower case, as a name of its own or
// part of one.
func (c *cast) adjective(word string) bool {
	if c.nameWords == nil {
		c.nameWords = map[string]bool{}
		for _, n := range c.names {
			for _, t := range c.text.Tokens[n.First:n.Last] {
				c.nameWords[t.Lower] = true
			}
		}
	}
	return c.nameWords[word] || c.nameWords[word+"s"]
}

// landed returns the id of the land, organisation or armed group whose a title is: by its
// adjective, by a name of the tables ("NATO Secretary General"), or by a name of no table
// that owns the title ("Varenia's chief negotiator").
func (c *cast) landed(n lang.Name) string {
	if id := c.land(n); id != "" {
		return id
	}
	words := n.In(c.text.Source)
	if _, ok := c.known.State(words); ok || n.Type == lang.PersonName {
		return ""
	}
	if e, ok := c.known.Organisation(words); ok {
		return c.entry(e, parley.Span{})
	}
	if n.Last >= len(c.text.Tokens) || !c.text.Tokens[n.Last].Is("'s", "’s", "'", "’") {
		return ""
	}
	if i, ok := c.byWords[strings.ToLower(words)]; ok {
		if c.members[i].Kind == parley.Person {
			return ""
		}
		c.wanted[c.members[i].ID] = true
		return c.members[i].ID
	}
	kind := kindOf(strings.ToLower(lastWord(words)), words)
	m := &member{Actor: parley.Actor{ID: c.freeID(words), Name: words, Kind: kind}, owner: -1}
	c.add(m, words)
	c.wanted[m.ID] = true
	return m.ID
}
