package coref

import (
	"slices"

	"parley"
	"parley/read/statement"
)

// podiumReach is over how many sentences what someone says belongs to a speech
// that the writer has told of.
const podiumReach = 20

// addresses are the nouns of a speech; giving are the verbs by which one is held.
var (
	addresses = set("speech address speeches")
	giving    = set("gave give gives giving given delivered delivers delivering deliver began begin begins start started starts opened opening used use " +
		"made makes making closed ended wrote held holding")
	possessives = set("his her their 's")
)

// podium gives what people say after the writer has told that they hold a speech
// the channel of it: "Orlen used much of his speech to ... He called the truce
// dead." What the lead says of them shortly before is of the same speech.
func (c *cast) podium(found []statement.Found) {
	at := map[string]int{} // sentence of the last speech that is told of, by actor
	next := 0
	for s := range c.text.Sentences {
		for _, id := range c.speechIn(s, found) {
			at[id] = s
			c.beforehand(found[:next], id, s)
		}
		for ; next < len(found) && c.text.SentenceAt(found[next].Content[0].Start) <= s; next++ {
			f := &found[next]
			if f.Parent != "" || len(f.SourceActors) != 1 {
				continue
			}
			if told, ok := at[f.SourceActors[0]]; ok && s-told <= podiumReach {
				take(&f.Channel, "speech")
			}
		}
	}
}

// beforehand gives the speech that is told of in sentence s to what the lead has
// said of its speaker.
func (c *cast) beforehand(found []statement.Found, id string, s int) {
	if s >= leadSentences {
		return
	}
	for i := range found {
		if f := &found[i]; f.Parent == "" && len(f.SourceActors) == 1 && f.SourceActors[0] == id {
			take(&f.Channel, "speech")
		}
	}
}

// speechIn returns who hold speeches in sentence s, told by the writer.
func (c *cast) speechIn(s int, found []statement.Found) []string {
	sentence := c.text.Sentences[s]
	for k := sentence.First + 1; k < sentence.Last; k++ {
		t := c.text.Tokens[k]
		if c.lists(k) {
			return c.personsOf(parley.Span{Start: t.End, End: sentence.End})
		}
		if c.text.QuoteAt(t.Start) >= 0 || !(addresses[t.Lower] && c.held(sentence.First, k) || c.speaks(k)) {
			continue
		}
		before := parley.Span{Start: sentence.Start, End: t.Start}
		if m := c.lastOf(before); m >= 0 {
			return []string{c.members[m].ID}
		}
		for i := range found {
			if f := &found[i]; len(f.SourceActors) == 1 && before.Contains(f.Source.Hull()) {
				return f.SourceActors
			}
		}
	}
	return nil
}

// lists reports whether the speakers of an occasion are named behind token k: "the
// speakers at the rally included Davit Orlen".
func (c *cast) lists(k int) bool {
	if !c.text.Tokens[k].Is("speakers") || c.text.QuoteAt(c.text.Tokens[k].Start) >= 0 {
		return false
	}
	for _, t := range c.text.Tokens[k+1 : min(k+addressReach, len(c.text.Tokens))] {
		if t.Is("include", "included", "including") {
			return true
		}
	}
	return false
}

// personsOf returns the ids of the persons who are named in a span.
func (c *cast) personsOf(s parley.Span) []string {
	var out []string
	for _, m := range slices.Backward(c.mentionsBefore(s.End)) {
		if m.span.Start < s.Start {
			break
		}
		if c.members[m.member].Kind == parley.Person {
			out = append(out, c.members[m.member].ID)
		}
	}
	return out
}

// speaks reports whether token k tells that somebody speaks on an occasion: "was
// speaking at the opening of", "addressed the Assembly". To speak to someone is a
// talk as well, and no sign.
func (c *cast) speaks(k int) bool {
	if k < 1 || k+2 >= len(c.text.Tokens) {
		return false
	}
	t, before, after := c.text.Tokens[k], c.text.Tokens[k-1], c.text.Tokens[k+1]
	switch {
	case t.Is("speaking"):
		return before.Is("was", "were", "is") && after.Is("at")
	case t.Is("spoke"):
		return after.Is("at")
	case t.Is("addressed", "addresses", "addressing"):
		for _, w := range c.text.Tokens[k+1 : min(k+addressReach, len(c.text.Tokens))] {
			if audiences[w.Lower] {
				return true
			}
		}
	}
	return false
}

// addressReach is within how many tokens of "addressed" the audience stands.
const addressReach = 6

// audiences are who is addressed by a speech.
var audiences = set("assembly parliament nation crowd crowds rally congress council troops supporters lawmakers legislature conference convention summit " +
	"gathering senate demonstrators protesters delegates deputies")

// held reports whether the noun at token k is someone's, or is given: a
// possessive or a verb of giving stands shortly before it.
func (c *cast) held(first, k int) bool {
	for i := k - 1; i >= first && i >= k-6; i-- {
		if t := c.text.Tokens[i]; giving[t.Lower] || i >= k-3 && possessives[t.Lower] {
			return true
		}
	}
	return false
}

// lastOf returns the last person who is mentioned in a span, or -1.
func (c *cast) lastOf(s parley.Span) int {
	all := c.mentionsBefore(s.End)
	for i := len(all) - 1; i >= 0 && all[i].span.Start >= s.Start; i-- {
		if c.members[all[i].member].Kind == parley.Person {
			return all[i].member
		}
	}
	return -1
}
