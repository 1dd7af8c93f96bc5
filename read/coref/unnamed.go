package coref

import (
	"slices"
	"sort"
	"strings"

	"parley"
	"parley/actors"
	"parley/lang"
)

// byOwnWords returns the actor that a phrase names by its own words: one that the
// text named so before, or named by the same noun where the phrase is definite,
// or else a new one.
func (c *cast) byOwnWords(head parley.Span) string {
	words := c.bare(head)
	if i, ok := c.byWords[strings.ToLower(words)]; ok {
		return c.again(i, head)
	}
	tokens := c.tokens(head)
	noun := headNoun(tokens)
	if n, ok := c.shortened(head, noun); ok {
		return c.byOwnWords(n.Span)
	}
	owner := -1
	if len(tokens) > 0 && tokens[0].Is("his", "her") {
		owner = c.possessorIn(head)
	}
	if len(tokens) > 0 && len(tokens) <= 3 && tokens[0].Is("the", "this", "that", "his", "her", "their") {
		for _, i := range slices.Backward(c.byHead[noun]) {
			if c.agrees(c.members[i], head) && c.owns(owner, i) {
				c.linked(head, SieveNoun, sureWords, i)
				c.settle(head, i)
				return c.again(i, head)
			}
		}
	}
	if i, ok := c.body(head); ok {
		c.linked(head, SieveBody, sureTitle, i)
		return c.again(i, head)
	}
	if i, ok := c.nounPerson(head); ok {
		return c.again(i, head)
	}
	id := c.unnamed(head, words, noun)
	c.members[c.byID[id]].owner = owner
	c.settle(head, c.byID[id])
	return id
}

// owns reports whether a member can be the owner's, where the phrase has one:
// "his office" is not the office of somebody else.
func (c *cast) owns(owner, i int) bool {
	if owner < 0 || c.members[i].owner == owner {
		return true
	}
	of, _, owned := strings.Cut(c.members[i].Name, "'s ")
	return owned && strings.EqualFold(lastWord(of), lastWord(c.members[owner].Name))
}

// nounPerson returns the person whom a definite noun phrase calls again and whom
// no statement named so far.
func (c *cast) nounPerson(head parley.Span) (int, bool) {
	s, w := c.wordOf(head)
	if w < 0 {
		return 0, false
	}
	m, ok := c.markAt(s, w)
	if !ok || m.gender != 0 {
		return 0, false
	}
	i, _, ok := c.nounBefore(m)
	if ok {
		c.settle(head, i)
	}
	return i, ok
}

// shortened returns the full name that a definite phrase of one noun stands for:
// "the Observatory", "the party" behind "the Civic Union Party".
func (c *cast) shortened(head parley.Span, noun string) (lang.Name, bool) {
	tokens := c.tokens(head)
	if len(tokens) != 2 || !tokens[0].Is("the") || kinds[noun] == parley.Person || kinds[noun] == "" && !tokens[1].Capital() {
		return lang.Name{}, false
	}
	full := c.fullNames[noun]
	k := sort.Search(len(full), func(k int) bool { return full[k].Start >= head.Start })
	if k == 0 {
		return lang.Name{}, false
	}
	return full[k-1], true
}

// fullNames returns the names of several words that are no person's, by their nouns.
func fullNames(text *lang.Text, names []lang.Name) map[string][]lang.Name {
	out := map[string][]lang.Name{}
	for _, n := range names {
		if n.Last-n.First >= 2 && n.Type != lang.PersonName {
			noun := headNoun(text.Tokens[n.First:n.Last])
			out[noun] = append(out[noun], n)
		}
	}
	return out
}

// again notes one more mention of a member and returns its id.
func (c *cast) again(i int, at parley.Span) string {
	m := c.members[i]
	c.reveal(i)
	m.Mentions = append(m.Mentions, at)
	c.wanted[m.ID] = true
	return m.ID
}

// agrees reports whether a phrase names no other state than the member's.
func (c *cast) agrees(m *member, head parley.Span) bool {
	s := c.stateIn(head)
	return s == "" || slices.Contains(m.states, s)
}

// unnamed makes a member of a phrase.
func (c *cast) unnamed(head parley.Span, words, noun string) string {
	if kindOf(noun, words) == parley.Person {
		words = withoutTail(words)
	}
	state := c.stateIn(head)
	if i, ok := c.byWords[strings.ToLower(words)]; ok {
		return c.again(i, head) // The phrase is the name of a land of no table.
	}
	m := &member{
		Actor: parley.Actor{ID: c.freeID(words), Name: words, Kind: kindOf(noun, words)},
		heads: []string{noun}, plural: strings.HasSuffix(noun, "s"), gender: nounGender(noun), noun: noun, owner: -1,
	}
	s := state
	if s == "" && m.Kind != parley.Person {
		s = c.stateOf(words)
	}
	if s != "" {
		m.states = []string{s}
		if _, made := c.byID[s]; made && m.Kind != parley.Organisation {
			m.Of = s
		}
		if e, ok := c.known.ByID(s); ok && m.Kind != parley.Organisation {
			m.Of = c.entry(e, parley.Span{})
		}
	}
	i := c.add(m, words)
	c.describe(i)
	return c.again(i, head)
}

// stateOf returns the state that the name of a body tells: "Foreign Ministry of Iraq",
// "Turkish Ministry of Foreign Affairs".
func (c *cast) stateOf(words string) string {
	if _, of, ok := strings.Cut(words, " of "); ok {
		if st, ok := c.known.State(strings.TrimPrefix(of, "the ")); ok {
			return st.ID
		}
	}
	first, _, several := strings.Cut(words, " ")
	if st, ok := c.known.State(strings.TrimSuffix(strings.TrimSuffix(first, "'s"), "’s")); ok && several {
		return st.ID
	}
	return ""
}

// describe lets a member be found by the noun that its description ends in.
func (c *cast) describe(i int) {
	m := c.members[i]
	if len(m.heads) == 0 || m.Kind == parley.State {
		return
	}
	noun := m.heads[len(m.heads)-1]
	c.byHead[noun] = append(c.byHead[noun], i)
}

// withoutTail cuts from a person's description what only qualifies it: "a senior
// official with knowledge of the talks".
func withoutTail(words string) string {
	for _, cut := range []string{" with ", " using ", " speaking ", " familiar ", " close to ", " involved ", " briefed "} {
		words, _, _ = strings.Cut(words, cut)
	}
	return words
}

// kinds of actor by the noun that heads their name.
var kinds = func() map[string]parley.ActorKind {
	out := map[string]parley.ActorKind{}
	for kind, nouns := range map[parley.ActorKind]string{
		parley.Government: `ministry government department administration parliament congress senate court council cabinet office embassy
			police army military navy regime authorities commission committee presidency palace treasury assembly knesset duma
			agency mission consulate judiciary prosecutor bureau authority`,
		parley.Organisation: `party union organisation organization association institute university observatory foundation fund bank
			company corporation federation league charity thinktank think-tank ngo alliance coalition network center centre watch report
			study poll survey resolution document letter`,
		parley.ArmedGroup: `militia militants rebels insurgents fighters guerrillas brigade battalion`,
		parley.Outlet:     `newspaper broadcaster channel station magazine daily website paper`,
		parley.Person: `official spokesman spokeswoman spokesperson minister president leader diplomat analyst expert source aide adviser
			advisor lawyer activist resident witness officer soldier commander judge envoy ambassador secretary professor director head
			chief senator lawmaker mp representative member man woman doctor teacher student economist king queen prince general
			colonel candidate governor mayor chairman author editor reporter journalist correspondent coordinator negotiator mediator counterpart`,
	} {
		for _, n := range strings.Fields(nouns) {
			out[n] = kind
		}
	}
	return out
}()

// kindOf tells an actor's kind from its noun: a group where nothing tells more.
func kindOf(noun, words string) parley.ActorKind {
	if k, ok := kinds[noun]; ok {
		return k
	}
	if strings.HasSuffix(noun, "s") || words == strings.ToLower(words) {
		return parley.Group
	}
	return parley.Organisation
}

// named returns the actor of a name that stands anywhere in the text: a person,
// or what the tables know, a state by its adjective too.
func (c *cast) named(n lang.Name) parley.IDs {
	if i, ok := c.memberAt(n.Span); ok {
		c.wanted[c.members[i].ID] = true
		return parley.IDs{c.members[i].ID}
	}
	words := n.In(c.text.Source)
	if id := c.land(n); id != "" {
		return parley.IDs{c.again(c.byID[id], n.Span)}
	}
	if s, ok := c.known.State(words); ok && s.Match == actors.Capital {
		return nil
	}
	if e, ok := c.known.Find(words); ok {
		return parley.IDs{c.entry(e, n.Span)}
	}
	if n.Type == lang.Demonym || n.Type == lang.PlaceName {
		return nil
	}
	return parley.IDs{c.byOwnWords(n.Span)}
}
