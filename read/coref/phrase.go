package coref

import (
	"slices"
	"sort"
	"strings"

	"parley"
	"parley/actors"
	"parley/lang"
	"parley/read/statement"
)

// How sure each sieve is, as a factor of a statement's confidence: the share of
// right links among its links on the development gold.
const (
	sureName    = 1.0
	sureTitle   = 0.92
	sureListed  = 0.8
	surePronoun = 0.91
	sureNear    = 0.76 // a pronoun whose person surpasses the next by little
	sureClose   = 0.57 // a pronoun whose person surpasses the next by next to nothing
	sureWords   = 0.95
	sureNothing = 0.4
)

// source returns the actors behind a statement's source and how sure they are.
func (c *cast) source(found []statement.Found, f *statement.Found) (parley.IDs, float64) {
	span := f.Source.Hull()
	tokens := c.tokens(span)
	if len(tokens) == 0 {
		return nil, sureNothing
	}
	if len(tokens) == 1 && pronouns[tokens[0].Lower] != 0 {
		return c.pronoun(found, f, tokens[0])
	}
	if c.enumerated(span) {
		if ids := c.knownNames(span); len(ids) > 2 {
			return ids, sureName // "Britain, France and Germany"
		}
	}
	if ids := c.bodyBeforeComma(span); len(ids) > 0 {
		return ids, sureName
	}
	if ids := c.persons(span); len(ids) > 0 {
		return ids, sureName
	}
	head := c.head(span)
	if ids := c.knownNames(head); len(ids) > 0 {
		return ids, sureName
	}
	if id := c.apposed(head, span); id != "" {
		return parley.IDs{id}, sureName
	}
	for _, sieve := range []func(parley.Span) parley.IDs{c.roleHolder, c.counterpart, c.pair, c.sides} {
		if ids := sieve(head); len(ids) > 0 {
			return ids, sureTitle
		}
	}
	if ids := c.authors(head); len(ids) > 0 {
		return ids, sureTitle
	}
	if ids := c.paper(head); len(ids) > 0 {
		return ids, sureTitle
	}
	if id := c.titled(head); id != "" {
		return parley.IDs{id}, sureTitle
	}
	return parley.IDs{c.byOwnWords(head)}, sureWords
}

// bodyBeforeComma returns the state or body that a phrase names before its first
// comma or dash, and nothing else: a person in the apposition behind it is not
// who speaks ("Kestria, an ally of President Vint").
func (c *cast) bodyBeforeComma(span parley.Span) parley.IDs {
	tokens := c.tokens(span)
	for i, t := range tokens {
		if i == 0 || !t.Is(",", "-", "–", "—") {
			continue
		}
		part := parley.Span{Start: span.Start, End: tokens[i-1].End}
		names := c.namesIn(part)
		if len(names) != 1 || names[0].Type == lang.PersonName || names[0].End != part.End || names[0].First > c.text.TokenAt(span.Start)+1 {
			return nil
		}
		return c.knownNames(part)
	}
	return nil
}

// persons returns the persons who are the head of a phrase: not one who only
// owns it ("Orlen's deputy") or whom it serves ("a spokesman for Mr Orlen").
func (c *cast) persons(span parley.Span) parley.IDs {
	var ids parley.IDs
	for _, n := range c.namesIn(span) {
		i, ok := c.memberAt(n.Span)
		if !ok || c.members[i].Kind != parley.Person || c.possessor(n, span) || c.served(n, span) {
			continue
		}
		if id := c.members[i].ID; !slices.Contains(ids, id) {
			if len(ids) > 0 && !c.coordinated(span, n) {
				break
			}
			ids = append(ids, id)
			c.wanted[id] = true
		}
	}
	return ids
}

// possessor reports whether a name inside a phrase only owns its head.
func (c *cast) possessor(n lang.Name, span parley.Span) bool {
	return n.End < span.End && n.Last < len(c.text.Tokens) && c.text.Tokens[n.Last].Is("'s", "'")
}

// served reports whether a preposition joins the name to a head before it, as in
// "a spokesman for Mr Orlen", or a noun that the name only modifies follows it, as
// in "the Rosval government". A title in front that begins the phrase makes
// the name its head.
func (c *cast) served(n lang.Name, span parley.Span) bool {
	if c.titleBegins(n, span) {
		return false
	}
	if c.beside(n, span) {
		return true
	}
	for i := n.First - 1; i >= 0 && c.text.Tokens[i].Start >= span.Start; i-- {
		t := c.text.Tokens[i]
		if governs[t.Lower] {
			return true
		}
		if t.Kind != lang.Word || t.Is("and") || i+1 < n.First && c.inName(i) {
			break
		}
	}
	if n.Last >= len(c.text.Tokens) {
		return false
	}
	next := c.text.Tokens[n.Last]
	return next.End <= span.End && next.Kind == lang.Word && !next.Capital() && !follows[next.Lower] && !strings.HasSuffix(next.Lower, "ing")
}

// beside reports whether a name stands in apposition to a noun that itself only
// qualifies the head: "a spokesman for the president, Ana Bretz".
func (c *cast) beside(n lang.Name, span parley.Span) bool {
	s, w := c.wordOf(n.Span)
	if w < 0 || c.trees[s].Words[w].Relation != "appos" {
		return false
	}
	words := c.trees[s].Words
	h := words[w].Head
	return words[h].Relation == "nmod" && words[h].Head >= 0 && span.Contains(words[words[h].Head].Span) && words[words[h].Head].UPOS == "NOUN"
}

// governs are the prepositions and pronouns that make a name depend on a head before it.
var governs = set("of for to with by against from between under in at on who that")

// follows are words that may follow the name that heads a phrase.
var follows = set("and of who himself herself also in on from at 's both now later then with")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// titleBegins reports whether a role of the named person has a title that begins
// the phrase, its article aside.
func (c *cast) titleBegins(n lang.Name, span parley.Span) bool {
	k := sort.Search(len(c.roles), func(k int) bool { return c.roles[k].Person.Hull().End > n.Start })
	for _, r := range c.roles[k:] {
		if r.Person.Hull().Start >= n.End {
			break
		}
		if r.Title.Hull().Start >= span.Start && r.Title.Hull().Start <= span.Start+len("The ") {
			return true
		}
	}
	return false
}

// inName reports whether token i is part of a name.
func (c *cast) inName(i int) bool {
	at := c.text.Tokens[i].Span
	k := sort.Search(len(c.names), func(k int) bool { return c.names[k].End > at.Start })
	return k < len(c.names) && c.names[k].Start <= at.Start
}

// coordinated reports whether the phrase joins its persons by "and" before a name.
func (c *cast) coordinated(span parley.Span, n lang.Name) bool {
	for i := n.First - 1; i >= 0 && c.text.Tokens[i].Start >= span.Start; i-- {
		t := c.text.Tokens[i]
		if t.Is("and") {
			return true
		}
		if t.Kind != lang.Word || t.Is("of", "who") {
			return false
		}
	}
	return false
}

// enumerated reports whether a phrase is a list of names: with commas, the last two joined by "and".
func (c *cast) enumerated(span parley.Span) bool {
	commas, and := 0, false
	for _, t := range c.tokens(span) {
		switch {
		case t.Is(","):
			commas++
		case t.Is("and"):
			and = commas > 0
		case !t.Capital() && !t.Is("the", "of", "-", "'s"):
			return false
		}
	}
	return commas > 0 && and
}

// head cuts a phrase to its head noun phrase: without the apposition, relative
// clause or participle behind it.
func (c *cast) head(span parley.Span) parley.Span {
	tokens := c.tokens(span)
	end := span.End
	for i, t := range tokens {
		if i > 0 && (t.Is(",", "(", "who", "which", "that", "whose") || t.Kind == lang.Punct && !t.Is("-", "'", "&", "/")) {
			end = tokens[i-1].End
			break
		}
	}
	return c.withoutTime(parley.Span{Start: span.Start, End: end})
}

// withoutTime cuts from the end of a phrase the time that the parser has taken into it: "the
// Arab League last week", "the council Monday".
func (c *cast) withoutTime(s parley.Span) parley.Span {
	tokens := c.tokens(s)
	n := len(tokens)
	switch {
	case n > 3 && tokens[n-1].Is(timeUnits...) && tokens[n-2].Is("last", "this", "next", "earlier", "late", "early"):
		n -= 2
	case n > 2 && (tokens[n-1].Is("yesterday", "today", "tonight", "tomorrow") || tokens[n-1].Is(weekdays...) && tokens[n-1].Capital() && !tokens[n-2].Is("of", "the", "bloody", "black", "good")):
		n--
		if tokens[n-1].Is("on") && n > 1 {
			n--
		}
	}
	if n < len(tokens) {
		s.End = tokens[n-1].End
	}
	return s
}

// The words of the times that end a phrase.
var (
	timeUnits = strings.Fields("week month year night weekend summer spring autumn winter monday tuesday wednesday thursday friday saturday sunday")
	weekdays  = strings.Fields("monday tuesday wednesday thursday friday saturday sunday")
)

// knownNames looks the phrase, or the phrases that "and" joins, up in the tables.
func (c *cast) knownNames(head parley.Span) parley.IDs {
	if id := c.lookUp(head); id != "" {
		return parley.IDs{id}
	}
	if in := c.namesIn(head); len(in) == 1 && !strings.Contains(c.bare(head), "/") && len(in[0].In(c.text.Source)) >= len(c.bare(head)) {
		return nil // "the Court of Tolm and Dreil" is one body.
	}
	var ids parley.IDs
	for _, part := range c.split(head) {
		id := c.lookUp(part)
		if id == "" {
			return nil
		}
		ids = append(ids, id)
	}
	return ids
}

// lookUp finds one phrase in the tables. A state's adjective or people alone is
// no actor; a seat of government ("the Kremlin") is a body of its state.
func (c *cast) lookUp(s parley.Span) string {
	words := strings.TrimSuffix(strings.TrimSuffix(c.bare(s), "'s"), "’s")
	if e, ok := c.known.Outlet(words); ok {
		return c.entry(e, s)
	}
	st, ok := c.known.State(words)
	switch {
	case ok && st.Match == actors.Metonym:
		return c.seat(st, words, s)
	case ok && (st.Match == actors.Adjective || st.Match == actors.Demonym):
		return ""
	}
	if e, ok := c.known.Find(words); ok {
		return c.entry(e, s)
	}
	return ""
}

// seat returns the body that a metonym names.
func (c *cast) seat(st actors.State, words string, at parley.Span) string {
	if i, ok := c.byWords[strings.ToLower(words)]; ok {
		return c.again(i, at)
	}
	m := &member{Actor: parley.Actor{ID: c.freeID(words), Name: words, Kind: parley.Government}, states: []string{st.ID}}
	m.Of = c.entry(st.Entry, parley.Span{})
	return c.again(c.add(m, words), at)
}

// apposed returns the known or named body that stands at the end of a phrase
// ("state-owned news agency Fars") or in an apposition ("the main opposition
// coalition, the Syrian National Council").
func (c *cast) apposed(head, span parley.Span) string {
	in := c.namesIn(span)
	for i := len(in) - 1; i >= 0; i-- {
		n := in[i]
		ends := n.End == head.End && n.First > 0 && n.Start > head.Start && !governs[c.text.Tokens[n.First-1].Lower] && !c.text.Tokens[n.First-1].Is("the")
		apposition := n.Start > head.End && c.text.Tokens[max(n.First-2, 0)].Is(",") && c.text.Tokens[n.First-1].Is("the")
		if !ends && !apposition {
			continue
		}
		if id := c.lookUp(n.Span); id != "" {
			return id
		}
		if apposition && n.Type == lang.BodyName {
			return c.byOwnWords(n.Span)
		}
	}
	return ""
}

// pair returns the two persons whom "the two leaders" or "both ministers" stands
// for: the last two that the text named; and for "the leaders" those two again.
func (c *cast) pair(head parley.Span) parley.IDs {
	tokens := c.tokens(head)
	noun := headNoun(tokens)
	if len(tokens) > 4 || !tokens[0].Is("the", "both", "these", "all") || !strings.HasSuffix(noun, "s") || titles[strings.TrimSuffix(noun, "s")] == nil && noun != "men" {
		return nil
	}
	if !slices.ContainsFunc(tokens, func(t lang.Token) bool { return t.Is("two", "both") }) {
		for _, s := range slices.Backward(c.speakers[max(0, len(c.speakers)-lookBack):]) {
			if len(s.members) == 2 && tokens[0].Is("the") {
				return c.ids(s.members, head)
			}
		}
		return nil
	}
	var members []int
	for _, m := range slices.Backward(c.mentionsBefore(head.Start)) {
		if len(members) < 2 && !slices.Contains(members, m.member) {
			members = append(members, m.member)
		}
	}
	if len(members) < 2 {
		return nil
	}
	slices.Sort(members)
	c.linked(head, SievePair, sureTitle, members...)
	return c.ids(members, head)
}

// ids notes a mention of each member and returns their ids.
func (c *cast) ids(members []int, at parley.Span) parley.IDs {
	ids := make(parley.IDs, 0, len(members))
	for _, i := range members {
		ids = append(ids, c.again(i, at))
	}
	return ids
}

// papers are what persons and bodies speak through.
var papers = set("statement letter note message response post tweet communique communiqué telegram report memo")

// authors returns the person behind "a statement issued by" someone.
func (c *cast) authors(head parley.Span) parley.IDs {
	tokens := c.tokens(head)
	at := slices.IndexFunc(tokens, func(t lang.Token) bool { return papers[t.Lower] })
	by := slices.IndexFunc(tokens, func(t lang.Token) bool { return t.Is("by", "from") })
	if at < 0 || by < at || by+1 >= len(tokens) {
		return nil
	}
	rest := parley.Span{Start: tokens[by+1].Start, End: head.End}
	if ids := c.persons(rest); len(ids) > 0 {
		return ids
	}
	return c.knownNames(rest)
}

// split cuts a phrase at "and" and commas.
func (c *cast) split(head parley.Span) []parley.Span {
	var out []parley.Span
	start := head.Start
	for _, t := range c.tokens(head) {
		if t.Is("and", ",", "both", "&", "/") {
			if t.Start > start {
				out = append(out, parley.Span{Start: start, End: t.Start}.Trim(c.text.Source, " \t\n"))
			}
			start = t.End
		}
	}
	if len(out) == 0 {
		return nil
	}
	return append(out, parley.Span{Start: start, End: head.End}.Trim(c.text.Source, " \t\n"))
}

// paper returns who issued "the statement" or "the letter": the last speaker who
// spoke through one.
func (c *cast) paper(head parley.Span) parley.IDs {
	tokens := c.tokens(head)
	if len(tokens) != 2 || !tokens[0].Is("the") || !papers[tokens[1].Lower] {
		return nil
	}
	for k := len(c.speakers) - 1; k >= 0; k-- {
		if s := c.speakers[k]; s.at < head.Start && s.channel != "" && c.text.SentenceAt(head.Start)-c.text.SentenceAt(s.at) <= pronounReach {
			return c.ids(s.members, head)
		}
	}
	return nil
}

// titles are nouns by which a text calls one person again: each with the titles
// that it can stand for.
var titles = map[string][]string{
	"leader":    {"president", "minister", "king", "leader", "chairman", "chancellor", "head", "premier", "emir", "sultan", "dictator", "colonel"},
	"president": {"president"}, "minister": {"minister", "premier"}, "premier": {"premier", "minister"}, "king": {"king"}, "chancellor": {"chancellor"},
	"secretary": {"secretary"}, "spokesman": {"spokesman"}, "spokeswoman": {"spokeswoman"}, "spokesperson": {"spokesperson", "spokesman", "spokeswoman"},
	"envoy": {"envoy", "ambassador", "mediator", "representative"}, "ambassador": {"ambassador", "envoy"}, "mediator": {"mediator", "envoy"},
	"senator": {"senator", "sen."}, "general": {"general", "gen."}, "commander": {"commander"}, "chief": {"chief", "head", "director", "secretary"},
	"diplomat": {"ambassador", "envoy", "minister", "diplomat"}, "judge": {"judge", "justice"}, "professor": {"professor"}, "analyst": {"analyst", "fellow"},
	"director": {"director"}, "chairman": {"chairman"}, "chairwoman": {"chairwoman"}, "pope": {"pope"}, "prince": {"prince"}, "governor": {"governor", "gov."},
	"mayor": {"mayor"}, "premier-designate": {"premier"}, "lawyer": {"lawyer", "attorney"}, "activist": {"activist"}, "official": {"official"},
}

// titled finds the one person whom "the minister" or "the Syrian leader" can
// stand for: the last named before it whose title fits, and whose state does.
func (c *cast) titled(head parley.Span) string {
	if i := c.findTitled(head); i >= 0 {
		c.linked(head, SieveTitle, sureTitle, i)
		c.settle(head, i)
		return c.again(i, head)
	}
	return ""
}

// findTitled returns the person of titled, or -1.
func (c *cast) findTitled(head parley.Span) int {
	tokens := c.tokens(head)
	noun := headNoun(tokens)
	want := titles[noun]
	first := tokens[0]
	if want == nil || !first.Is("the", "his", "her", "their") && !first.Capital() || first.Is("a", "an", "one", "another") {
		return -1
	}
	state := c.stateIn(head)
	for _, at := range slices.Backward(c.mentionsBefore(head.Start)) {
		m := c.members[at.member]
		if !overlap(m.heads, want) || state != "" && !slices.Contains(m.states, state) {
			continue
		}
		if g := genderWords[noun]; g != 0 && m.gender != 0 && m.gender != g {
			continue
		}
		return at.member
	}
	return -1
}

// headNoun returns the last word before the first preposition of a noun phrase.
func headNoun(tokens []lang.Token) string {
	noun := ""
	for _, t := range tokens {
		if noun != "" && t.Is("of", "for", "in", "at", "from", "to", "with", "on", "by") {
			break
		}
		if t.Kind == lang.Word && !t.Is("'s") {
			noun = t.Lower
		}
	}
	return noun
}

// stateIn returns the id of the state that a phrase names, by adjective or name.
func (c *cast) stateIn(s parley.Span) string {
	for _, n := range c.namesIn(s) {
		if st, ok := c.known.State(n.In(c.text.Source)); ok {
			return st.ID
		}
	}
	for _, n := range c.namesIn(s) {
		if id := c.land(n); id != "" {
			return id
		}
	}
	return ""
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
