package coref

import (
	"parley"
	"parley/read/statement"
)

// The pronouns of who speaks, in a quotation: of one person, and of a body or
// several.
var (
	ownWords  = set("i me my mine myself")
	sideWords = set("we us our ours ourselves")
)

// voices ties "I" in a quotation to the person who speaks it, and "we" to the body
// that does. For whom a person says "we" is left open: the person's side, the
// listeners, everybody.
func (c *cast) voices(found []statement.Found) {
	inner := map[int]int{} // statements by the byte offset of a pronoun, the shortest content last
	for i := range found {
		for _, part := range found[i].Content {
			for _, t := range c.tokens(part) {
				if !ownWords[t.Lower] && !sideWords[t.Lower] || c.text.QuoteAt(t.Start) < 0 {
					continue
				}
				if k, ok := inner[t.Start]; !ok || found[k].Content.Hull().Len() > found[i].Content.Hull().Len() {
					inner[t.Start] = i
				}
			}
		}
	}
	for _, t := range c.text.Tokens {
		i, ok := inner[t.Start]
		if !ok || len(found[i].SourceActors) != 1 {
			continue
		}
		m, ok := c.byID[found[i].SourceActors[0]]
		if ok && (c.members[m].Kind == parley.Person) == ownWords[t.Lower] {
			c.members[m].Mentions = append(c.members[m].Mentions, t.Span)
			c.linked(t.Span, SieveSpeaker, surePronoun, m)
		}
	}
}
