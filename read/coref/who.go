package coref

import (
	"slices"
	"sort"
	"strings"

	"parley"
	"parley/actors"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/statement"
)

// Cast is who is who in one text, for the readers that come after the statements:
// they ask it who stands behind the words of a clause. Whoever they ask for becomes
// an actor of the text.
type Cast struct {
	c       *cast
	behind  map[place]parley.IDs
	byPlace map[place]int  // members by the heads of the words that speak of them
	content map[int][]held // by sentence
	depth   int            // of the words being followed
}

// place is a word of a sentence's tree.
type place struct{ sentence, word int }

// heldMost is how many statements of one sentence are looked at.
const heldMost = 64

// held is the content of a statement with who says it.
type held struct {
	spans  parley.Spans
	source parley.IDs
}

// Result returns the actors so far, and what ties words to them.
func (k *Cast) Result() Result { return Result{k.c.actors(), k.c.shown()} }

// newWho prepares a resolved cast for questions.
func newWho(c *cast, found []statement.Found) *Cast {
	k := &Cast{c: c, behind: map[place]parley.IDs{}, byPlace: map[place]int{}, content: map[int][]held{}}
	for _, r := range c.refs {
		if r.word >= 0 {
			k.byPlace[place{r.sentence, r.word}] = r.member
		}
	}
	for i := range found {
		for _, part := range found[i].Content {
			for s := max(0, c.text.SentenceAt(part.Start)); s < len(c.text.Sentences) && c.text.Sentences[s].Start < part.End; s++ {
				if len(k.content[s]) < heldMost {
					k.content[s] = append(k.content[s], held{found[i].Content, found[i].SourceActors})
				}
			}
		}
	}
	return k
}

// All returns the actors behind a word and those that are joined to it by "and".
func (k *Cast) All(s, w int) parley.IDs {
	words := k.c.trees[s].Words
	if o := k.c.trees[s].Child(w, "appos"); o > w && strings.HasSuffix(words[w].XPOS, "S") && titles[strings.TrimSuffix(strings.ToLower(words[w].Form), "s")] != nil {
		if ids := k.All(s, o); len(ids) > 1 {
			return ids // "Presidents A of Kestria and B of Oru"
		}
	}
	ids := slices.Clone(k.Who(s, w))
	for i := w + 1; i < min(len(words), w+syntax.Reach); i++ {
		if words[i].Head != w || words[i].Relation != "conj" {
			continue
		}
		if m := k.c.trees[s].Child(i, "case"); m >= 0 && words[m].XPOS == "VBN" {
			continue // "supported by Kestria, and opposed by Oru"
		}
		for _, id := range k.Who(s, i) {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Who returns the actors behind the noun phrase or pronoun whose head is word w of
// sentence s: by name, title, pronoun or description; none where the words stand for
// no party, or nobody can tell for which.
func (k *Cast) Who(s, w int) parley.IDs {
	at := place{s, w}
	ids, ok := k.behind[at]
	if ok || k.depth >= deepest {
		return ids
	}
	k.behind[at] = nil // What leads back to itself ("its army and its fleet") stands for nobody.
	k.depth++
	ids = k.find(s, w)
	k.depth--
	k.behind[at] = ids
	return ids
}

// Asked returns what Who returned for a word that somebody has asked for, and nothing for
// others: unlike Who, it never makes an actor of a phrase.
func (k *Cast) Asked(s, w int) parley.IDs { return k.behind[place{s, w}] }

// deepest is through how many words a word is followed to its actor: "its" to "the army"
// to "their".
const deepest = 12

// find is Who before it is remembered.
func (k *Cast) find(s, w int) parley.IDs {
	c, word := k.c, &k.c.trees[s].Words[w]
	if words := k.c.trees[s].Words; w+1 < len(words) && words[w+1].UPOS == "PROPN" && forms[strings.TrimSuffix(strings.ToLower(word.Form), ".")] {
		return k.find(s, w+1) // "Mr" with the name behind it
	}
	if p := anyPronoun[strings.ToLower(word.Form)]; p != 0 && word.Form != "US" && word.Form != "IT" {
		return k.pronoun(s, w, p)
	}
	if r, ok := c.titleOf[word.Start]; ok {
		if i, ok := c.memberAt(r.Person.Hull()); ok {
			return c.ids([]int{i}, c.members[i].Mentions[0])
		}
	}
	if ids := k.joinedLands(c.text.Tokens[c.text.TokenAt(word.Start)].Text); len(ids) > 1 {
		return ids
	}
	if n, ok := c.nameOver(word.Span); ok {
		return k.name(s, w, n)
	}
	if i, ok := k.byPlace[place{s, w}]; ok && c.members[i].Kind == parley.Person {
		return c.ids([]int{i}, word.Span)
	}
	return k.noun(s, w)
}

// forms are the forms of address before a name.
var forms = set("mr mrs ms miss dr sir madam")

// anyPronoun are the pronouns in all cases by what they stand for, as in pronouns; 'w'
// is the speaker's party, 'r' what a relative clause hangs on.
var anyPronoun = map[string]byte{
	"he": 'm', "him": 'm', "his": 'm', "she": 'f', "her": 'f', "it": 't', "its": 't', "they": 'p', "them": 'p', "their": 'p',
	"i": 's', "me": 's', "my": 's', "we": 'w', "us": 'w', "our": 'w', "who": 'r', "which": 'r', "that": 'r', "whose": 'r', "whom": 'r',
	"you": 'y', "your": 'y', "this": 'y', "these": 'y', "those": 'y',
}

// pronoun returns the actors behind a pronoun.
func (k *Cast) pronoun(s, w int, kind byte) parley.IDs {
	c, word := k.c, &k.c.trees[s].Words[w]
	switch kind {
	case 'm', 'f':
		if a, ok := c.pronounOf[word.Start]; ok {
			return c.ids([]int{a.member}, word.Span)
		}
	case 't', 'p':
		if members := k.bodyBefore(s, w, kind == 'p'); len(members) > 0 {
			return c.ids(members, word.Span)
		}
	case 's', 'w':
		return k.speaker(word.Span, kind == 'w')
	case 'r':
		return k.antecedent(s, w)
	}
	return nil
}

// antecedent returns the actors behind the noun that a relative clause hangs on.
func (k *Cast) antecedent(s, w int) parley.IDs {
	words := k.c.trees[s].Words
	for range 4 {
		w = words[w].Head
		if w < 0 {
			return nil
		}
		if words[w].Relation == "acl:relcl" && words[w].Head >= 0 {
			return k.Who(s, words[w].Head)
		}
	}
	return nil
}

// speaker returns who says the words that hold a span, or the party that "we" are.
func (k *Cast) speaker(span parley.Span, party bool) parley.IDs {
	size, source := 0, parley.IDs(nil)
	for _, h := range k.content[k.c.text.SentenceAt(span.Start)] {
		hull := h.spans.Hull()
		if slices.ContainsFunc(h.spans, func(p parley.Span) bool { return p.Contains(span) }) && (source == nil || hull.Len() < size) {
			size, source = hull.Len(), h.source
		}
	}
	if source == nil && k.c.occasion != nil && k.c.occasion.author >= 0 {
		source = k.c.ids([]int{k.c.occasion.author}, span)
	}
	if !party || len(source) != 1 {
		return source
	}
	if of := k.Party(source[0]); of != "" {
		return parley.IDs{of}
	}
	return source
}

// Party returns the id of the state or body that an actor belongs to and speaks for,
// or "".
func (k *Cast) Party(id string) string {
	i, ok := k.c.byID[id]
	if !ok {
		return ""
	}
	if m := k.c.members[i]; m.Of == "" && m.Kind == parley.Person {
		k.c.homeOf(m)
		k.c.official(m)
	}
	if k.c.members[i].Of == "" {
		return ""
	}
	k.c.wanted[k.c.members[i].Of] = true
	return k.c.members[i].Of
}

// How sure the dated list must be that a name is its person's, and at most of another.
const (
	sureHolder  = 0.8
	otherHolder = 0.3
)

// rebels are the words of titles held against a state.
var rebels = set("rebel opposition dissident insurgent activist exile exiled defector breakaway")

// homeOf gives a person whom the text says nothing of the state or organisation whose
// office the person held on the document's day by the dated list.
func (c *cast) homeOf(m *member) {
	if c.day == "" || slices.ContainsFunc(m.heads, func(h string) bool { return rebels[strings.TrimSuffix(h, "s")] }) {
		return // "Rebel spokesman" is no spokesman of the state.
	}
	name, _, _ := strings.Cut(m.Name, ",")
	for _, end := range []string{" Jr.", " Jr", " Sr."} {
		name = strings.TrimSuffix(name, end)
	}
	found := c.known.Resolve(name, actors.Context{}, c.day)
	if len(found) == 0 || found[0].Confidence < sureHolder || len(found) > 1 && found[1].Confidence > otherHolder {
		return
	}
	if t := found[0].Office; t != nil && t.Covers(c.day) == 1 {
		if e, ok := c.known.ByID(t.Office.Of); ok {
			m.Of = c.entry(e, parley.Span{})
		}
	}
}

// official gives a person whom the title of an official text names, and of whom nothing
// else tells for whom the person speaks, the state whose government put it out: the travel
// of an adviser in a readout of the White House.
func (c *cast) official(m *member) {
	if m.Of != "" || c.occasion == nil || !strings.Contains(c.title, lastWord(m.Name)) {
		return
	}
	st, ok := c.known.State(strings.TrimPrefix(c.own, "The "))
	if ok && st.Match == actors.Metonym {
		m.Of = c.entry(st.Entry, parley.Span{})
	}
}

// Kind returns the kind of an actor.
func (k *Cast) Kind(id string) parley.ActorKind {
	if i, ok := k.c.byID[id]; ok {
		return k.c.members[i].Kind
	}
	return ""
}

// bodyBefore returns the body that "it" stands for, or the several of "they": the
// subject of the clause that holds the pronoun's, or of the clause or sentence before.
func (k *Cast) bodyBefore(s, w int, plural bool) []int {
	words := k.c.trees[s].Words
	if m := k.blamedBefore(s, w); m != nil && !plural {
		return m
	}
	for i := w - 1; i >= 0; i-- {
		if words[i].Is("nsubj") && words[i].Head != words[w].Head && !k.ownSubject(s, w, i) {
			if m := k.several(s, i, plural); m != nil {
				return m
			}
		}
	}
	if i := k.onlyBody(s, w); i >= 0 && !plural {
		return []int{i}
	}
	if s == 0 || len(k.c.trees[s-1].Words) == 0 {
		return nil
	}
	for i := range k.c.trees[s-1].Words {
		if k.c.trees[s-1].Words[i].Is("nsubj") {
			return k.several(s-1, i, plural)
		}
	}
	return nil
}

// ownSubject reports whether a word is the subject that a clause without one shares with the
// clause above, so that the object of the clause is somebody else: "they faced it, accusing them".
func (k *Cast) ownSubject(s, w, subject int) bool {
	t := k.c.trees[s]
	v := t.Words[w].Head
	return t.Words[w].Is("obj", "iobj") && v >= 0 && t.Words[v].Is("advcl", "xcomp") && t.Child(v, "nsubj") < 0 && t.Words[v].Head == t.Words[subject].Head
}

// blamedReach is how many words before "over its" stands who it is about.
const blamedReach = 4

// blamedBefore returns the state or body that is blamed, pressed or thanked for what is its own:
// "condemning Kestria over its crackdown", or nil.
func (k *Cast) blamedBefore(s, w int) []int {
	t := k.c.trees[s]
	h := t.Words[w].Head
	if !t.Words[w].Is("nmod:poss") || h < 0 {
		return nil
	}
	prep := t.Child(h, "case")
	if p := t.Preposition(h); prep < 1 || p != "over" && p != "for" && p != "because of" {
		return nil
	}
	for i := prep - 1; i >= max(0, prep-blamedReach); i-- {
		if !t.Words[i].Is("obj", "obl", "nmod", "iobj") {
			continue
		}
		if ids := k.Who(s, i); len(ids) == 1 && k.Kind(ids[0]) != parley.Person {
			return []int{k.c.byID[ids[0]]}
		}
		return nil
	}
	return nil
}

// onlyBody returns the one state or body that is named before a word of its sentence, where
// there is one only: "costs on Kestria for its war"; else -1.
func (k *Cast) onlyBody(s, w int) int {
	words := k.c.trees[s].Words
	found := -1
	for i := max(0, w-syntax.Reach); i < w; i++ {
		if words[i].UPOS != "PROPN" {
			continue
		}
		for _, id := range k.Who(s, i) {
			m := k.c.byID[id]
			if k.c.members[m].Kind == parley.Person || m == found {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = m
		}
	}
	return found
}

// several returns the members behind a subject that "it", or "they", can stand for.
func (k *Cast) several(s, w int, plural bool) []int {
	if anyPronoun[strings.ToLower(k.c.trees[s].Words[w].Form)] != 0 {
		return nil
	}
	ids := k.All(s, w)
	var members []int
	for _, id := range ids {
		members = append(members, k.c.byID[id])
	}
	body := len(members) == 1 && k.c.members[members[0]].Kind != parley.Person
	switch {
	case body && (!plural || strings.HasSuffix(k.c.trees[s].Words[w].XPOS, "S") || k.c.members[members[0]].plural || k.c.members[members[0]].Kind != parley.State), plural && len(members) > 1:
		return members
	}
	return nil
}

// nameOver returns the name that a word is part of.
func (c *cast) nameOver(word parley.Span) (lang.Name, bool) {
	i := sort.Search(len(c.names), func(i int) bool { return c.names[i].End > word.Start })
	if i < len(c.names) && c.names[i].Start <= word.Start {
		return c.names[i], true
	}
	return lang.Name{}, false
}
