// Package coref settles which actor stands behind the words that name one: the
// source of a statement, the outlet that relayed it, the party it is directed at,
// the person of a role. In flow the document, its names, the tables of known actors
// and what the readers of roles and statements found; out flow the document's
// actors, and the ids that tie the entries to them.
//
// It works in sieves, the surest first: a person's name, a known name, a title that
// the text gives a person, the same words as before, a title that only one person
// bears, a pronoun. Pronouns are weighed by the trees (salience.go, bind.go): who is
// the subject, who speaks, whom the grammar bars. What no sieve
// catches becomes an actor by its own words; a pronoun without a person to stand
// for stays unresolved, since a wrong link is worse than none.
package coref

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"parley"
	"parley/actors"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/statement"
)

// Name and Version identify the reader in the ledger.
const (
	Name    = "coref"
	Version = 9
)

// Result is who is who in one text.
type Result struct {
	Actors []parley.Actor
	Links  []Link // what ties pronouns and noun phrases to the actors, in the order in which it was settled
}

// Resolve settles the actors of a text and sets the actor ids of its roles and
// statements. The trees are those of the text's sentences. A statement whose source
// stays unresolved has no actor.
func Resolve(doc *parley.Document, text *lang.Text, trees []syntax.Tree, known *actors.Known, names []lang.Name, roles []parley.Role, found []statement.Found) *Cast {
	c := newCast(text, trees, known, names, roles)
	c.statements(found)
	c.own, c.title, c.day = doc.Outlet, doc.Title, dayOf(doc)
	c.people()
	for i := range roles {
		c.role(&roles[i])
	}
	for i := range c.members {
		c.describe(i)
	}
	c.survey()
	c.occasion = c.occasionOf(doc)
	for _, i := range bySource(found) {
		c.statement(found, i)
	}
	c.advance(len(text.Source) + 1)
	c.namesAgain()
	c.voices(found)
	outermost(text, found)
	written(text, found)
	inherit(text, found, strings.HasPrefix(strings.ToLower(doc.Title), "joint statement"))
	c.podium(found)
	foretell(text, found)
	c.occasion.apply(found)
	k := newWho(c, found)
	k.direct(found)
	return k
}

// statements notes the statements by what they are looked up by.
func (c *cast) statements(found []statement.Found) {
	c.found = found
	for i := range found {
		f := &found[i]
		c.spoken[f.ID] = i
		c.sources[f.Source.Hull().Start] = i
		for _, part := range f.Content {
			for _, q := range c.quotesIn(part) {
				c.quoted[q] = append(c.quoted[q], i)
			}
		}
	}
}

// quotesIn returns the quotations that begin in a span, or in which it begins.
func (c *cast) quotesIn(s parley.Span) []int {
	var out []int
	if q := c.text.QuoteAt(s.Start); q >= 0 {
		out = append(out, q)
	}
	q := sort.Search(len(c.text.Quotes), func(q int) bool { return c.text.Quotes[q].Parts[0].Start > s.Start })
	for ; q < len(c.text.Quotes) && c.text.Quotes[q].Parts[0].Start < s.End; q++ {
		out = append(out, q)
	}
	return out
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
	c.advance(f.Source.Hull().Start)
	ids, sure := c.source(found, f)
	f.SourceActors = ids
	f.Confidence = round(f.Confidence * sure)
	if f.Relay.Len() > 0 {
		if f.Statement.Relay = c.outlet(f.Relay); f.Statement.Relay != "" && f.Channel == "speech" {
			f.Channel = "interview" // "speaking to Lumen Post"
		}
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
	return c.unknownOutlet(s)
}

// outletWords end the names of news outlets.
var outletWords = set("wire herald post times news radio agency tv television telegraph tribune gazette courier journal observer guardian broadcasting")

// unknownOutlet returns the id of an outlet that no table knows: a name that
// ends in an outlet's word, or the document's own outlet called for short.
func (c *cast) unknownOutlet(s parley.Span) string {
	for _, n := range c.namesIn(s) {
		words := n.In(c.text.Source)
		if last := strings.ToLower(lastWord(words)); !outletWords[last] && !strings.EqualFold(lastWord(words), lastWord(c.own)) {
			continue
		}
		if strings.EqualFold(lastWord(words), lastWord(c.own)) {
			words = c.own
		}
		if i, ok := c.byWords[strings.ToLower(words)]; ok {
			return c.again(i, n.Span)
		}
		m := &member{Actor: parley.Actor{ID: c.freeID(words), Name: words, Kind: parley.Outlet}}
		return c.again(c.add(m, words), n.Span)
	}
	return ""
}

// targetWords is the most tokens of the phrase that names whom an act is directed at.
const targetWords = 10

// toward sets whom the act is directed at: the party that the content begins
// with, where the verb takes it as its object.
func (c *cast) toward(f *statement.Found) {
	if !f.Object || len(f.Content) == 0 || c.text.QuoteAt(f.Content[0].Start) >= 0 {
		return
	}
	target := c.target(f.Content[0])
	if target.Len() == 0 {
		return
	}
	for _, id := range c.party(target) {
		if !slices.Contains(f.SourceActors, id) && !slices.Contains(f.Toward, id) {
			f.Toward = append(f.Toward, id)
		}
	}
}

// target returns the noun phrase that a content begins with: up to the first
// preposition, mark or second noun phrase.
func (c *cast) target(content parley.Span) parley.Span {
	tokens := c.tokens(content)
	end := 0
	for end < len(tokens) && end < targetWords {
		t := tokens[end]
		if end > 0 && (governs[t.Lower] || t.Kind != lang.Word || t.Is("as", "over", "not", "that", "'s")) {
			break
		}
		end++
	}
	if end == 0 {
		return parley.Span{}
	}
	return parley.Span{Start: tokens[0].Start, End: tokens[end-1].End}
}

// party returns the actors that a phrase which need not be a speaker names: one
// named in it, or one that the text named before by a title or pronoun.
func (c *cast) party(s parley.Span) []string {
	tokens := c.tokens(s)
	if k := pronouns[tokens[0].Lower]; len(tokens) == 1 && (k == 'm' || k == 'f') {
		members, _ := c.personBehind(tokens[0])
		return c.ids(members, s)
	}
	var ids []string
	for _, n := range c.namesIn(s) {
		if len(ids) > 0 && !c.coordinated(s, n) {
			break
		}
		ids = append(ids, c.named(n)...)
	}
	if len(ids) > 0 {
		return ids
	}
	if id := c.titled(s); id != "" {
		return []string{id}
	}
	return nil
}

// actors returns the members that something refers to, in the order of their first mention.
func (c *cast) actors() []parley.Actor {
	out := make([]parley.Actor, 0, len(c.members))
	for i, m := range c.members {
		if m.ID == "" && len(m.Mentions) > 1 {
			c.reveal(i)
		}
		if m.ID == "" || (len(m.Mentions) == 0 || m.guessed) && !c.wanted[m.ID] {
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
