package coref

import (
	"slices"
	"sort"
	"strings"

	"parley"
	"parley/actors"
	"parley/lang"
)

// roleHolder returns the person whose title a source is, where the name stands
// behind it and outside: "The Icelandic leader, Ana Bretz, expressing hope ...".
func (c *cast) roleHolder(head parley.Span) parley.IDs {
	r, ok := c.titleOf[c.withoutArticle(head).Start]
	if !ok || r.Title.Hull().End < head.End || r.Person.Hull().Start < head.End {
		return nil
	}
	i, ok := c.memberAt(r.Person.Hull())
	if !ok {
		return nil
	}
	c.linked(head, SieveRole, sureName, i)
	c.settle(head, i)
	return c.ids([]int{i}, head)
}

// counterpart returns who holds the same office as the owner for another state:
// "his Icelandic counterpart". Where the text has nobody or several such it
// returns none.
func (c *cast) counterpart(head parley.Span) parley.IDs {
	tokens := c.tokens(head)
	if headNoun(tokens) != "counterpart" {
		return nil
	}
	owner, state := c.possessorIn(head), c.stateIn(head)
	if owner < 0 {
		return nil
	}
	found := c.colleagues(head, owner, state)
	if len(found) == 0 && state != "" {
		if i, ok := c.listed(owner, state); ok {
			c.linked(head, SieveListed, sureListed, i)
			c.settle(head, i)
			return c.ids([]int{i}, head)
		}
	}
	if len(found) != 1 {
		c.links = append(c.links, link{span: head, sieve: SieveCounterpart, candidates: found})
		return nil
	}
	c.linked(head, SieveCounterpart, sureTitle, found[0])
	c.settle(head, found[0])
	return c.ids(found, head)
}

// listed returns who holds the owner's office for another state on the document's
// day by the dated list, where exactly one person surely does. The text names
// nobody: the words stay "his Icelandic counterpart", and the link says who that was.
func (c *cast) listed(owner int, state string) (int, bool) {
	if c.day == "" {
		return 0, false
	}
	for _, r := range c.roles {
		i, ok := c.memberAt(r.Person.Hull())
		if !ok || i != owner {
			continue
		}
		var sure []actors.Tenure
		for _, t := range c.known.Holder(c.officeWords(r.Title.Hull()), state, c.day) {
			if t.Covers(c.day) == 1 && t.Office.Single() {
				sure = append(sure, t)
			}
		}
		if len(sure) != 1 {
			continue
		}
		name := sure[0].Person.Name
		if m, ok := c.surname(name); ok {
			return m, true
		}
		return c.add(&member{Actor: parley.Actor{ID: c.freeID(lastWord(name)), Name: name, Kind: parley.Person}, states: []string{state}}, name), true
	}
	return 0, false
}

// officeWords returns the words of a title without the names in it: "foreign
// minister" of "Norwegian foreign minister".
func (c *cast) officeWords(title parley.Span) string {
	names := c.namesIn(title)
	var words []string
	for _, t := range c.tokens(title) {
		if !slices.ContainsFunc(names, func(n lang.Name) bool { return n.Contains(t.Span) }) && t.Kind == lang.Word && !t.Is("the", "'s", "of") {
			words = append(words, t.Lower)
		}
	}
	return strings.Join(words, " ")
}

// possessorIn returns the person who owns a phrase's head, by name or pronoun, or -1.
func (c *cast) possessorIn(s parley.Span) int {
	if t := c.tokenAt(s.Start); t.Is("his", "her") {
		c.advance(t.End)
		if a, ok := c.pronounOf[t.Start]; ok {
			return a.member
		}
		return -1
	}
	for _, n := range c.namesIn(s) {
		if i, ok := c.memberAt(n.Span); ok && c.possessor(n, s) {
			return i
		}
	}
	return -1
}

// colleagues returns the persons who hold an office of the owner's sort for the
// state, or for any other state than the owner's where none is given.
func (c *cast) colleagues(head parley.Span, owner int, state string) []int {
	var out []int
	o := c.members[owner]
	for _, m := range c.mentionsBefore(head.Start) {
		p := c.members[m.member]
		if m.member == owner || slices.Contains(out, m.member) || !offices(o.heads, p.heads) {
			continue
		}
		if state != "" && slices.Contains(p.states, state) || state == "" && len(p.states) > 0 && !overlap(p.states, o.states) {
			out = append(out, m.member)
		}
	}
	return out
}

// offices reports whether two persons have titles of one sort.
func offices(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return titles[w] != nil && overlap(b, titles[w]) })
}

// The nouns by which a text calls the last two parties again: any two, or two states.
var (
	sideNouns  = set("sides parties camps delegations")
	stateNouns = set("countries nations states governments capitals neighbours neighbors")
)

// sidesReach is how many sentences back the two sides are looked for.
const sidesReach = 3

// sides returns the last two parties, for "the two sides" and "both countries":
// two that the text joins by "and", else the only two that it names nearby.
func (c *cast) sides(head parley.Span) parley.IDs {
	tokens := c.tokens(head)
	noun := headNoun(tokens)
	if len(tokens) > 4 || !sideNouns[noun] && !stateNouns[noun] || !slices.ContainsFunc(tokens, func(t lang.Token) bool { return t.Is("two", "both") }) {
		return nil
	}
	here := c.text.SentenceAt(head.Start)
	var near []string
	end := sort.Search(len(c.names), func(k int) bool { return c.names[k].Start >= head.Start })
	for k, n := range slices.Backward(c.names[:end]) {
		s := c.text.SentenceAt(n.Start)
		if s < here-sidesReach {
			break
		}
		e, ok := c.partyEntry(n, stateNouns[noun])
		if !ok {
			continue
		}
		if !slices.Contains(near, e.ID) {
			near = append(near, e.ID)
		}
		if k == 0 {
			continue
		}
		before, ok := c.partyEntry(c.names[k-1], stateNouns[noun])
		if ok && before.ID != e.ID && c.joined(c.names[k-1], n) {
			return c.twoSides(head, before.ID, e.ID)
		}
	}
	if len(near) != 2 {
		return nil
	}
	return c.twoSides(head, near[1], near[0])
}

// blocs are the organisations of states that a text calls again by a noun.
var blocs = map[string]map[string]bool{
	"alliance": set("NATO CSTO"),
	"bloc":     set("EU AU AL ASEAN GCC ECOWAS MERCOSUR BRICS CARICOM EAC SADC G7 SCO CIS OAS OIC"),
}

// blocReach is over how many sentences "the alliance" is followed to its name.
const blocReach = 30

// bloc returns the organisation that "the alliance" or "the 27-nation bloc" is: the last
// of its kind that is named before.
func (c *cast) bloc(head parley.Span) parley.IDs {
	tokens := c.tokens(head)
	of := blocs[headNoun(tokens)]
	if of == nil || len(tokens) > 4 || !tokens[0].Is("the") {
		return nil
	}
	here := c.text.SentenceAt(head.Start)
	end := sort.Search(len(c.names), func(k int) bool { return c.names[k].Start >= head.Start })
	for _, n := range slices.Backward(c.names[:end]) {
		if c.text.SentenceAt(n.Start) < here-blocReach {
			return nil
		}
		if e, ok := c.known.Organisation(n.In(c.text.Source)); ok && of[e.ID] {
			return parley.IDs{c.entry(e, head)}
		}
	}
	return nil
}

// joined reports whether only "and" stands between two names.
func (c *cast) joined(a, b lang.Name) bool {
	between := c.text.Tokens[a.Last:max(a.Last, b.First)]
	return len(between) > 0 && between[0].Is("and") && (len(between) == 1 || len(between) == 2 && between[1].Is("the"))
}

// twoSides notes a mention of two known parties.
func (c *cast) twoSides(head parley.Span, ids ...string) parley.IDs {
	var members []int
	for _, id := range ids {
		if e, ok := c.known.ByID(id); ok {
			members = append(members, c.byID[c.entry(e, head)])
		}
	}
	c.linked(head, SievePair, sureTitle, members...)
	return c.idsOf(members)
}

// partyEntry returns the state, or other party of the tables, that a name stands for.
func (c *cast) partyEntry(n lang.Name, stateOnly bool) (actors.Entry, bool) {
	words := n.In(c.text.Source)
	if s, ok := c.known.State(words); ok {
		return s.Entry, s.Match != actors.Demonym
	}
	e, ok := c.known.Organisation(words)
	return e, ok && !stateOnly
}

// bodyNouns are nouns by which a text calls any organisation again.
var bodyNouns = set("group organisation organization body watchdog agency company network charity movement")

// bodyReach is how many sentences back a body is looked for.
const bodyReach = 6

// body returns the organisation that "the group" or "the UK-based group" stands
// for: the last one that spoke, else the last one named.
func (c *cast) body(head parley.Span) (int, bool) {
	tokens := c.tokens(head)
	noun := headNoun(tokens)
	if !bodyNouns[noun] || !tokens[0].Is("the") || len(tokens) > 5 || c.stateIn(head) != "" && len(tokens) == 3 {
		return 0, false
	}
	here := c.text.SentenceAt(head.Start)
	for _, s := range slices.Backward(c.speakers[max(0, len(c.speakers)-lookBack):]) {
		if c.text.SentenceAt(s.at) < here-bodyReach {
			break
		}
		if len(s.members) == 1 && c.namedBody(s.members[0]) && !(noun == "group" && c.partOfOther(s.members[0])) {
			return s.members[0], true
		}
	}
	return 0, false
}

// namedBody reports whether a member is an organisation or armed group with a name.
func (c *cast) namedBody(i int) bool {
	m := c.members[i]
	return (m.Kind == parley.Organisation || m.Kind == parley.ArmedGroup) && m.Name != strings.ToLower(m.Name)
}

// partOfOther reports whether a member is an agency of another body, which no text calls a group.
func (c *cast) partOfOther(i int) bool {
	e, ok := c.known.ByID(c.members[i].ID)
	return ok && e.Of != ""
}

// namesAgain adds to the actors that are given out every further place where the text
// names them, so far as these are no persons.
func (c *cast) namesAgain() {
	for _, n := range c.names {
		if n.Type == lang.PersonName {
			continue
		}
		words := n.In(c.text.Source)
		i, ok := c.byWords[strings.ToLower(words)]
		if e, known := c.known.Find(words); !ok && known {
			if s, state := c.known.State(words); !state || s.Match <= actors.Alias {
				i, ok = c.byID[e.ID]
			}
		}
		if ok && c.members[i].Kind != parley.Person && (c.wanted[c.members[i].ID] || len(c.members[i].Mentions) > 0) {
			c.members[i].Mentions = append(c.members[i].Mentions, n.Span)
		}
	}
}
