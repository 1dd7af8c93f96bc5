package coref

import (
	"slices"
	"strings"

	"parley"
	"parley/lang"
	"parley/read/statement"
)

// How sure each sieve is, as a factor of a statement's confidence: the share of
// right links among its links on the development gold.
const (
	sureName    = 1.0
	sureTitle   = 0.85
	surePronoun = 0.8
	sureWords   = 0.9
	sureNothing = 0.5
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
	if ids := c.persons(span); len(ids) > 0 {
		return ids, sureName
	}
	head := c.head(span)
	if ids := c.knownNames(head); len(ids) > 0 {
		return ids, sureName
	}
	if id := c.titled(head); id != "" {
		return parley.IDs{id}, sureTitle
	}
	return parley.IDs{c.byOwnWords(head)}, sureWords
}

// persons returns the persons who are the head of a phrase: not one who only
// owns it ("Putin's spokesman") or whom it serves ("a spokesman for Mr Bush").
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

// served reports whether a preposition joins the name to a head before it, or
// other words than a title follow it in the same phrase.
func (c *cast) served(n lang.Name, span parley.Span) bool {
	for i := n.First - 1; i >= 0 && c.text.Tokens[i].Start >= span.Start; i-- {
		t := c.text.Tokens[i]
		if t.Is("of", "for", "to", "with", "by", "against", "from", "between", "under", "in", "at", "on", "who", "that") {
			return true
		}
		if t.Kind != lang.Word || t.Is("and") {
			return false
		}
	}
	next := c.text.Tokens[min(n.Last, len(c.text.Tokens)-1)]
	return next.End <= span.End && next.Start >= n.End && next.Kind == lang.Word && !next.Capital() &&
		!next.Is("and", "of", "who", "himself", "herself", "also", "in", "on", "from", "at", "'s", "both", "now", "later")
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
	return parley.Span{Start: span.Start, End: end}
}

// knownNames looks the phrase, or the phrases that "and" joins, up in the tables.
func (c *cast) knownNames(head parley.Span) parley.IDs {
	if id := c.lookUp(head); id != "" {
		return parley.IDs{id}
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

// lookUp finds one phrase in the tables; a state's adjective or people alone is
// no actor.
func (c *cast) lookUp(s parley.Span) string {
	words := c.bare(s)
	words = strings.TrimSuffix(strings.TrimSuffix(words, "'s"), "’s")
	if e, ok := c.known.Outlet(words); ok {
		return c.entry(e, s)
	}
	if e, ok := c.known.Find(words); ok {
		return c.entry(e, s)
	}
	return ""
}

// split cuts a phrase at "and" and commas.
func (c *cast) split(head parley.Span) []parley.Span {
	var out []parley.Span
	start := head.Start
	for _, t := range c.tokens(head) {
		if t.Is("and", ",", "both", "&") {
			if t.Start > start {
				out = append(out, trim(c.text.Source, parley.Span{Start: start, End: t.Start}))
			}
			start = t.End
		}
	}
	if len(out) == 0 {
		return nil
	}
	return append(out, trim(c.text.Source, parley.Span{Start: start, End: head.End}))
}

// trim takes white space off both ends of a span.
func trim(text string, s parley.Span) parley.Span {
	left := strings.TrimLeft(s.In(text), " \t\n")
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRight(left, " \t\n"))
	return s
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
	tokens := c.tokens(head)
	noun := headNoun(tokens)
	want := titles[noun]
	first := tokens[0]
	if want == nil || !first.Is("the", "his", "her", "their") && !first.Capital() || first.Is("a", "an", "one", "another") {
		return ""
	}
	state := c.stateIn(head)
	for i := len(c.mentions) - 1; i >= 0; i-- {
		at := c.mentions[i]
		m := c.members[at.member]
		if at.span.Start >= head.Start || !overlap(m.heads, want) || state != "" && !slices.Contains(m.states, state) {
			continue
		}
		if g := genderWords[noun]; g != 0 && m.gender != 0 && m.gender != g {
			continue
		}
		m.Mentions = append(m.Mentions, head)
		c.wanted[m.ID] = true
		return m.ID
	}
	return ""
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
	return ""
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
