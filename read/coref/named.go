package coref

import (
	"strings"

	"parley"
	"parley/actors"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/statement"
)

// name returns the actors behind a name: a capital stands for its state where it is no
// place in the clause.
func (k *Cast) name(s, w int, n lang.Name) parley.IDs {
	c := k.c
	words := n.In(c.text.Source)
	_, body := c.known.Organisation(words)
	if !body && statement.InDateline(c.text, n.Start) {
		return nil
	}
	st, ok := c.known.State(words)
	switch {
	case ok && st.Match == actors.Capital:
		if m := c.trees[s].Child(w, "case"); m >= 0 && placing[strings.ToLower(c.trees[s].Words[m].Form)] {
			return nil
		}
		return parley.IDs{c.entry(st.Entry, n.Span)}
	case ok && st.Match == actors.Metonym:
		return parley.IDs{c.seat(st, words, n.Span)}
	case ok:
		return parley.IDs{c.entry(st.Entry, n.Span)}
	}
	if n.Type == lang.PlaceName && !body {
		return nil // A town is where things happen; that it acts is told by its people's name.
	}
	if n.Last-n.First == 1 && n.First > 0 && c.text.Tokens[n.First-1].Is("the") {
		head := parley.Span{Start: c.text.Tokens[n.First-1].Start, End: n.End}
		if full, ok := c.shortened(head, strings.ToLower(words)); ok {
			return c.named(full) // "the Front" behind "the Oru Front"
		}
	}
	if ids := c.named(n); len(ids) > 0 || n.Type != lang.Demonym || !strings.HasSuffix(words, "s") {
		return ids
	}
	return parley.IDs{c.byOwnWords(n.Span)} // "the Kurds"
}

// joinedLands returns the states that a token with hyphens joins: "U.S.-Iraq talks", "the
// Israeli-Palestinian summit"; none where a part is no state.
func (k *Cast) joinedLands(form string) parley.IDs {
	parts := strings.FieldsFunc(form, func(r rune) bool { return r == '-' || r == '–' })
	if len(parts) < 2 {
		return nil
	}
	var ids parley.IDs
	for _, part := range parts {
		st, ok := k.c.known.State(part)
		if !ok || st.Match == actors.Metonym {
			return nil
		}
		ids = append(ids, k.c.entry(st.Entry, parley.Span{}))
	}
	return ids
}

// NameAt returns the span of the name that word w of sentence s is part of, in bytes; an
// empty one where it is part of none.
func (k *Cast) NameAt(s, w int) parley.Span {
	n, _ := k.c.nameOver(k.c.trees[s].Words[w].Span)
	return n.Span
}

// placing are the prepositions before a place.
var placing = set("in at near from around outside across throughout inside into")

// noun returns the actors behind a common noun that can stand for a party.
func (k *Cast) noun(s, w int) parley.IDs {
	c, word := k.c, &k.c.trees[s].Words[w]
	noun := strings.ToLower(word.Lemma)
	if noun == "troops" {
		noun = "troop"
	}
	if counted[noun] || some[noun] {
		for i := w + 1; i < min(len(c.trees[s].Words), w+syntax.Reach); i++ {
			if x := &c.trees[s].Words[i]; x.Head == w && x.Relation == "nmod" && c.trees[s].Preposition(i) == "of" {
				return k.Who(s, i) // "thousands of Kurds", "most of the rebels"
			}
		}
	}
	if word.UPOS != "NOUN" && word.UPOS != "PROPN" {
		return nil
	}
	owner := k.owner(s, w)
	if arms[noun] && len(owner) > 0 {
		if party := k.parties(owner); len(party) > 0 {
			return party
		}
	}
	plural := strings.HasSuffix(word.XPOS, "S")
	_, known := kinds[noun]
	if !known && !groups[noun] && (!plural || titles[noun] == nil) {
		return nil
	}
	if c.trees[s].Child(w, "cop") >= 0 {
		return nil // What somebody is said to be.
	}
	head := parley.Span{Start: c.phraseStart(s, w), End: word.End}
	if len(c.tokens(head)) == 0 {
		return nil // The tree cuts at hyphens, and part of a token names nobody.
	}
	if id := c.titled(head); id != "" {
		return parley.IDs{id}
	}
	for _, sieve := range []func(parley.Span) parley.IDs{c.counterpart, c.roleHolder, c.pair, c.sides, c.bloc} {
		if ids := sieve(head); len(ids) > 0 {
			return ids
		}
	}
	if head.Start = c.nounStart(s, w); len(c.tokens(head)) == 0 {
		return nil
	}
	if plural && kinds[noun] == parley.Person || !papers[noun] && !mute[noun] {
		return parley.IDs{c.byOwnWords(head)}
	}
	return nil
}

// parties returns owners with the states or bodies of persons in their place: "his
// government" is that of his state. A person without one stands for none.
func (k *Cast) parties(owners parley.IDs) parley.IDs {
	var out parley.IDs
	for _, id := range owners {
		if k.Kind(id) == parley.Person {
			id = k.Party(id)
		}
		if id != "" {
			out = append(out, id)
		}
	}
	return out
}

// nounStart returns where the words before a noun begin that describe it: not those that
// only count it or join it to the rest ("and", "including", "at least").
func (c *cast) nounStart(s, w int) int {
	words := c.trees[s].Words
	first := w
	for i := w - 1; i >= max(0, w-syntax.Reach) && c.trees[s].Under(i, w); i-- {
		if words[i].Head == w && !words[i].Is("det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc") || words[i].UPOS == "PUNCT" && words[i].Form != "-" {
			break
		}
		first = i
	}
	for i := first; i < w; i++ {
		if words[i].UPOS == "NUM" {
			first = i + 1 // "at least 31 people" are people.
		}
	}
	for first < w && (words[first].UPOS == "ADP" || words[first].UPOS == "ADV" || words[first].UPOS == "NUM" || words[first].UPOS == "CCONJ" || words[first].UPOS == "PUNCT" || words[first].XPOS == "VBG") {
		first++
	}
	return words[first].Start
}

// owner returns the state or body whose a noun is: "Turkish army", "the army of Turkey".
func (k *Cast) owner(s, w int) parley.IDs {
	words := k.c.trees[s].Words
	for i := max(0, w-syntax.Reach); i < min(len(words), w+syntax.Reach); i++ {
		x := &words[i]
		if x.Head != w || !x.Is("amod", "compound", "nmod:poss", "nmod") {
			continue
		}
		if x.Relation == "nmod" {
			m := k.c.trees[s].Child(i, "case")
			if m < 0 || words[m].Lemma != "of" && !(words[m].Lemma == "in" && armed[strings.ToLower(words[w].Lemma)]) {
				continue // "security forces in Kestria"
			}
		}
		if n, ok := k.c.nameOver(x.Span); ok && n.Type != lang.PersonName {
			if ids := k.name(s, i, n); len(ids) > 0 {
				return ids
			}
		}
		if x.Relation == "nmod:poss" {
			if ids := k.Who(s, i); len(ids) > 0 {
				return ids
			}
		}
	}
	return nil
}

// arms are what a state or body acts with, or is struck at: it stands for its owner.
var arms = set(`force troop soldier jet warplane plane aircraft warship ship navy army military artillery drone helicopter marine tank
	missile bomber fleet embassy consulate mission side delegation official diplomat team people citizen national public nation
	administration leadership authority government country`)

// some are the words that take some of those whom "of" names.
var some = set("most some many all none half each several few any both two three more")

// counted are the nouns that only count or gather what stands behind "of".
var counted = set("thousand hundred dozen score ten million number majority handful group crowd couple scores tens hundreds thousands dozens member rest half third quarter most part")

// armed are the nouns of those who carry arms for the land in which they are.
var armed = set("force police troop army military authority soldier")

// groups are nouns that stand for a party although nothing else tells that they do.
var groups = set(`protester demonstrator police rebel militant insurgent fighter gunman mob crowd opposition ally resident civilian supporter
	critic activist worker student journalist lawmaker legislator mp senator deputy soldier troop force officer west community
	coalition bloc party faction group people prisoner hostage villager refugee migrant separatist extremist terrorist jihadist
	serviceman policeman settler guerrilla hacker negotiator employee teacher miner farmer passenger tourist missionary inspector peacekeeper
	doctor nurse youth landowner trucker driver lawyer judge prosecutor court investigator fundamentalist islamist guard agent fisherman sailor crew monk priest
	bishop muslim hospital engineer architect union trade regulator negotiator mediator observer delegate pilgrim worshipper pilot trooper cleric movement delegation loyalist dissident campaigner minority tribe clan nation country state world power neighbour neighbor side government minister`)

// mute are nouns of bodies in the tables that seldom act.
var mute = set("report study poll survey resolution document letter watch statement")
