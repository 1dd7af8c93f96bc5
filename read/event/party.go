package event

import (
	"slices"
	"strings"

	"parley"
	"parley/lang/syntax"
)

// parties returns who acts in an event and who receives it.
func (r *reader) parties(c *clause) (actors, recipients []string) {
	var from, to parley.IDs
	if c.noun {
		from, to = r.ofNoun(c)
	} else {
		from, to = r.ofVerb(c)
		from, to = r.ownForces(c, from, to)
	}
	for _, id := range to {
		if !slices.Contains(from, id) && !slices.Contains(recipients, id) {
			recipients = append(recipients, id)
		}
	}
	if from == nil {
		from = parley.IDs{}
	}
	if recipients == nil {
		recipients = []string{}
	}
	return from, recipients
}

// ownForces sets right whose forces are moved or used: they are of who acts, and receive nothing.
func (r *reader) ownForces(c *clause, from, to parley.IDs) (actors, recipients parley.IDs) {
	o := c.Child(c.word, "obj", "nsubj:pass")
	if o < 0 || c.kind != "MOBILIZE" && c.Base(c.word) != "use" {
		return from, to
	}
	var own parley.IDs
	for _, m := range c.Children(o, "nmod:poss", "amod", "compound") {
		if !c.Words[m].Is("compound") || !slices.Contains(weapons, strings.TrimSuffix(c.Base(o), "s")) { // "a Tomahawk missile" is nobody's by its name.
			own = append(own, r.all(c.sentence, m)...)
		}
	}
	if len(from) == 0 {
		from = own
	}
	return from, slices.DeleteFunc(to, func(id string) bool { return slices.Contains(own, id) })
}

// statewide are the types of acts that an official does as the state.
var statewide = strings.Fields("COOPERATE MOBILIZE RETREAT AID SANCTION SUPPORT ASSAULT")

// infer completes who acts: an official acts for the state where only states do so; what
// has no party in its clause has that of the clause above, of an earlier telling of the
// same, or of the speaker who says what the own side does.
func (r *reader) infer(c *clause, e *parley.Event) {
	if len(e.Actors) == 0 && !c.requested() {
		e.Actors = append(e.Actors, r.above(c)...)
	}
	if len(e.Actors) == 0 && c.noun && !c.another() && c.Child(c.word, "nmod:poss") < 0 {
		r.retold(c, e)
	}
	own := slices.Contains(ours, c.kind) || c.kind == "CONSULT" && c.noun && len(e.Recipients) > 0 && c.Preposition(c.word) == "for"
	if len(e.Actors) == 0 && own && !c.requested() && (c.noun || c.Agent(c.word) < 0 && c.Subject(c.word) < 0) {
		e.Actors = append(e.Actors, r.speakers(e.Trigger[0])...)
	}
	if c.kind == "PROTEST" && !c.noun && c.Base(c.word) == "protest" {
		e.Actors = slices.DeleteFunc(e.Actors, func(id string) bool { return r.who.Kind(id) == parley.Person && r.who.Party(id) != "" })
	}
	e.Actors = slices.DeleteFunc(e.Actors, func(id string) bool { return !r.who.Plausible(id) || r.who.Kind(id) == parley.Outlet })
	e.Recipients = slices.DeleteFunc(e.Recipients, func(id string) bool { return !r.who.Plausible(id) })
	if s := c.Subject(c.word); c.kind == "PROTEST" && !c.noun && s >= 0 && c.masses(s) {
		e.Actors = slices.DeleteFunc(e.Actors, func(id string) bool { return r.who.Kind(id) == parley.State })
	}
	if slices.Contains(statewide, c.kind) && !c.personal() {
		e.Actors = r.lift(e.Actors)
	}
	itself := r.who.Asked(c.sentence, c.word)
	e.Recipients = slices.DeleteFunc(e.Recipients, func(id string) bool { return slices.Contains(e.Actors, id) || slices.Contains(itself, id) })
}

// masses reports whether a subject is people of a land and not the land: "thousands of
// Kestrians", "Kestrians".
func (c *clause) masses(s int) bool {
	return c.Words[s].XPOS == "NNPS" || slices.Contains([]string{"thousand", "hundred", "ten", "dozen", "people", "crowd", "many", "number"}, strings.TrimSuffix(c.Base(s), "s"))
}

// personal reports whether a noun is somebody's own: "his support".
func (c *clause) personal() bool {
	o := c.itsOwner()
	return o >= 0 && (c.lower(o) == "his" || c.lower(o) == "her")
}

// ours are the types of acts that a speaker names without a party where the own side is meant.
var ours = strings.Fields("COOPERATE SUPPORT AID")

// lift returns actors with the states of persons in the place of persons.
func (r *reader) lift(ids []string) []string {
	out := []string{}
	for _, id := range ids {
		if of := r.who.Party(id); of != "" && r.who.Kind(id) == parley.Person {
			id = of
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// aboveMost is how many governors above a verb are asked who acts.
const aboveMost = 4

// above returns the actors of the clause that governs a verb without a subject of its own:
// of the verb above, or of whose plan or call it is.
func (r *reader) above(c *clause) parley.IDs {
	w := c.word
	if c.noun || c.passive() || c.means() || c.aside() || c.Child(w, "nsubj") >= 0 || c.told(c.Subject(w)) && !(c.Words[w].Is("acl") && c.gerund(w)) {
		return nil
	}
	if h := c.Words[w].Head; h >= 0 && c.Ranked(h) && c.Words[h-1].UPOS == "NOUN" && c.Words[h-1].Is("compound") {
		return nil // "the first government official to": whoever that is, and not the government.
	}
	for range aboveMost {
		if c.apart(w) {
			return nil
		}
		if w = c.Words[w].Head; w < 0 || slices.Contains(reporting, c.Base(w)) {
			return nil
		}
		ids, done := r.doing(c, w)
		if done {
			return ids
		}
	}
	return nil
}

// apart reports whether what hangs on the governor of a word is not that governor's doing:
// who reports it does not do it, a participle or relative clause has its noun, and "on
// another front in the battle to oust him" only says where.
func (c *clause) apart(w int) bool {
	word := &c.Words[w]
	return word.Is("ccomp", "parataxis") || word.Is("acl") && word.XPOS != "VB" && !c.gerund(w) || w != c.word && word.Is("obl") && word.UPOS == "NOUN"
}

// doing returns who does what hangs on word w: the owner of a plan, or the subject of a verb. It
// is done where nobody further up can be.
func (r *reader) doing(c *clause, w int) (ids parley.IDs, done bool) {
	if c.Words[w].UPOS == "NOUN" {
		if v := c.Words[w].Head; v >= 0 && c.Words[w].Is("obj", "nsubj:pass") && slices.Contains(foiling, c.Base(v)) {
			return nil, true // "foiled an attempt to blow it up"
		}
		if slices.Contains(ideas, c.Base(w)) || slices.Contains(abilities, c.Base(w)) && c.Words[w].Is("nmod") {
			return nil, true
		}
		if ids := append(r.owned(c, w), r.empowered(c, w)...); len(ids) > 0 {
			return ids, true
		}
		return nil, slices.Contains(abilities, c.Base(w)) && c.Words[w].Is("conj") // "freedom of movement and the right to protest"
	}
	if c.Words[w].XPOS == "VBN" && c.Words[w].Is("acl") || c.told(c.Subject(w)) {
		return nil, true // "an operation launched to quell it", "criticised them for delaying talks"
	}
	subject := c.Child(w, "nsubj", "nsubj:pass")
	if subject < 0 && c.controlled(w) {
		subject = c.Subject(w)
	}
	return r.all(c.sentence, subject), subject >= 0
}

// foiling are the verbs of keeping others from what they are about to do.
var foiling = strings.Fields("foil thwart prevent block stop uncover repel disrupt reject resist oppose condemn")

// ideas are the nouns of what others might do or have done: "rejected the idea of deploying
// troops", "allegations of killing protesters".
var ideas = strings.Fields("idea suggestion notion fear risk danger rumour rumor allegation accusation charge claim report evidence question crime suspicion")

// giving are the verbs by which somebody is given a power.
var giving = strings.Fields("give grant provide lend offer deny")

// empowered returns who is given the power that word w names: "gives the ministry the
// authority to", "provides the ministry with the authority to".
func (r *reader) empowered(c *clause, w int) parley.IDs {
	v := c.Words[w].Head
	if v < 0 || !slices.Contains(abilities, c.Base(w)) || !slices.Contains(giving, c.Base(v)) {
		return nil
	}
	if o := c.Child(v, "iobj"); o >= 0 {
		return r.all(c.sentence, o)
	}
	if o := c.Child(v, "obj"); o != w {
		return r.all(c.sentence, o)
	}
	return nil
}

// told reports whether a subject is the object of the clause above: who is made to act is
// not who makes them, known or not.
func (c *clause) told(subject int) bool {
	if subject < 0 {
		return false
	}
	h := c.Words[subject].Head
	return c.Words[subject].Is("obj", "iobj") || c.Words[subject].Is("obl") && h >= 0 && c.Base(h) == "call"
}

// another reports whether a noun tells of one that the text has not told of: "an attack",
// "several attacks", "more talks".
func (c *clause) another() bool {
	return slices.ContainsFunc(c.Children(c.word, "det", "amod", "nummod"), func(m int) bool {
		return c.Words[m].Is("nummod") || slices.Contains(fresh, c.lower(m))
	})
}

// fresh are the words before a noun that tell of a new one.
var fresh = strings.Fields("a an another several some more many new fresh other further any every each previous earlier recent separate similar")

// retold takes the parties of an earlier telling of the same in the text.
func (r *reader) retold(c *clause, e *parley.Event) {
	for _, i := range slices.Backward(r.earlier(c)) {
		if len(r.found[i].Actors) > 0 {
			e.Actors = slices.Clone(r.found[i].Actors)
			if len(e.Recipients) == 0 {
				e.Recipients = slices.Clone(r.found[i].Recipients)
			}
			return
		}
	}
}

// speakers returns the states for which the speakers of what stands at a trigger speak.
func (r *reader) speakers(trigger parley.Span) []string {
	s := r.said.At(trigger)
	if s == nil {
		return nil
	}
	return slices.DeleteFunc(r.lift(s.SourceActors), func(id string) bool { return r.who.Kind(id) != parley.State })
}

// all returns the actors behind a word, none for no word or one of a dateline.
func (r *reader) all(s, w int) parley.IDs {
	if w < 0 || w < dateline(r.trees[s]) {
		return nil
	}
	ids := r.who.All(s, w)
	if word := &r.trees[s].Words[w]; word.Is("amod") && word.XPOS == "JJ" {
		ids = slices.DeleteFunc(slices.Clone(ids), func(id string) bool { // An adjective with a capital is no name: "Fierce fighting".
			kind := r.who.Kind(id)
			return (kind == parley.Organisation || kind == parley.Person) && !r.who.Known(id)
		})
	}
	return ids
}

// datelineMost is how many words a dateline has at most, with the times that agencies put there.
const datelineMost = 30

// dateline returns how many words at the head of a sentence are its dateline: "TOLM (Reuters) -".
func dateline(t syntax.Tree) int {
	for i := 1; i < min(len(t.Words), datelineMost); i++ {
		if strings.Contains("--–—", t.Words[i].Form) && t.Words[i-1].Form == ")" {
			return i
		}
	}
	return 0
}

// ofVerb returns the parties of a verb: its subject, or of a passive its agent; its
// object, and what stands behind its prepositions.
func (r *reader) ofVerb(c *clause) (actors, recipients parley.IDs) {
	if o := c.Child(c.word, "obj"); c.kind == "PROTEST" && c.Words[c.word].XPOS == "VBG" && o == c.word+1 {
		return r.all(c.sentence, o), nil // "interrupted by protesting legislators"
	}
	if c.gerundBefore() {
		return r.gerundParties(c)
	}
	if by := c.nounLike(); by >= 0 {
		return r.all(c.sentence, by), r.behind(c, c.word) // "died in shelling by the army"
	}
	if owner := c.Child(c.word, "nmod:poss"); owner >= 0 && c.Words[c.word].XPOS == "VBG" && c.object < 0 {
		return r.all(c.sentence, owner), r.behind(c, c.word) // "proposals for the president's stepping down"
	}
	subject := c.Subject(c.word)
	if c.passive() {
		actors = r.agent(c)
		if len(actors) == 0 && c.kind == "ASSAULT" {
			actors = r.inFight(c)
		}
		recipients = r.all(c.sentence, subject)
		if c.object >= 0 {
			recipients = r.inside(c, c.object)
		}
		return actors, append(recipients, r.behind(c, c.word)...)
	}
	if !c.reported() && !c.means() && !c.aside() && !c.caught() {
		actors = r.doers(c, subject)
	}
	if two := r.betweenOf(c); len(two) > 1 {
		return two[:1], two[1:] // "brokered a deal to normalise relations between Kestria and Oru"
	}
	if c.object >= 0 {
		recipients = append(r.inside(c, c.object), r.behind(c, c.object)...)
	} else if !c.nothing {
		recipients = r.all(c.sentence, c.Child(c.word, "obj"))
	}
	recipients = append(recipients, r.behind(c, c.word)...)
	if len(recipients) == 0 && c.object < 0 && !c.nothing && c.kind != "CONSULT" {
		if o := c.Child(c.word, "obj"); o >= 0 {
			recipients = r.owned(c, o)
		}
	}
	return actors, recipients
}

// doers returns the actors of a subject: of weapons whose they are.
func (r *reader) doers(c *clause, subject int) parley.IDs {
	if subject >= 0 && slices.Contains(weapons, strings.TrimSuffix(c.Base(subject), "s")) {
		var ids parley.IDs
		for _, m := range c.Children(subject, "nmod:poss", "amod") {
			ids = append(ids, r.all(c.sentence, m)...)
		}
		return ids // "Tomahawk missiles struck" does not tell whose.
	}
	return r.all(c.sentence, subject)
}

// betweenOf returns the parties that the object of a pair names behind "between".
func (r *reader) betweenOf(c *clause) parley.IDs {
	if c.object < 0 || c.kind != "COOPERATE" && c.kind != "SUPPORT" && c.kind != "CONSULT" {
		return nil
	}
	for _, m := range c.Children(c.object, "nmod") {
		if c.Preposition(m) == "between" {
			return r.all(c.sentence, m)
		}
	}
	return nil
}

// fights are the nouns of the fight in which somebody is killed or hurt.
var fights = strings.Fields("clash fighting attack strike raid bombing battle ambush shelling airstrike offensive assault firefight confrontation")

// inFight returns the other side of the fight in which the subject of a passive is hurt:
// "killed in clashes with rebels", "wounded in an attack by rebels".
func (r *reader) inFight(c *clause) parley.IDs {
	for _, o := range c.Children(c.word, "obl") {
		if p := c.Preposition(o); p != "in" && p != "during" || !slices.Contains(fights, c.Base(o)) {
			continue
		}
		for _, m := range c.Children(o, "nmod") {
			if p := c.Preposition(m); p == "with" || p == "by" {
				return r.all(c.sentence, m)
			}
		}
		fight := clause{Tree: c.Tree, sense: c.sense, sentence: c.sentence, word: o, object: -1, noun: true}
		actors, _ := r.before(&fight)
		return actors
	}
	return nil
}

// passive reports whether a verb that has an object is a passive.
func (c *clause) passive() bool {
	if c.perfect() || c.Base(c.word) == "fire" && c.object < 0 && c.Child(c.word, "aux", "aux:pass") < 0 && c.Child(c.word, "nsubj:pass") >= 0 {
		return false // And so is "guards fired into the air", whatever the parser makes of it.
	}
	if c.Base(c.word) == "shoot" && c.object >= 0 && c.Words[c.word].XPOS == "VBN" && len(c.Auxiliaries(c.word)) == 0 && !c.Words[c.word].Is("conj") && c.Child(c.word, "obj") < 0 {
		return true // "three youths shot dead"
	}
	return !c.alone && !(c.nothing && c.kind == "CONCEDE") && (c.participle() && (c.Passive(c.word) || c.bare()) || c.passiveParticiple())
}

// perfect reports whether a verb, or the one that it is joined to, is an active perfect: "would
// not have killed or jailed them".
func (c *clause) perfect() bool {
	w := c.word
	if len(c.Auxiliaries(w)) == 0 && c.Words[w].Is("conj") && c.Words[w].Head >= 0 && c.Words[c.Words[w].Head].XPOS == "VBN" {
		w = c.Words[w].Head
	}
	aux := c.Auxiliaries(w)
	return len(aux) > 0 && slices.Contains([]string{"have", "has", "had", "'ve", "having"}, aux[len(aux)-1]) && c.Child(w, "aux:pass", "nsubj:pass") < 0
}

// hurting are the verbs that nobody does without saying to whom, so that a form without an
// object is a passive: "5,000 civilians killed since March".
var hurting = strings.Fields("displace behead kill wound injure arrest detain murder massacre assassinate kidnap abduct imprison")

// bare reports whether a verb that needs an object has none.
func (c *clause) bare() bool {
	return (c.object < 0 || c.Words[c.object].XPOS == "JJ") && slices.Contains(hurting, c.Base(c.word)) && c.Child(c.word, "obj", "ccomp") < 0 && (c.Child(c.word, "xcomp") < 0 || c.object >= 0)
}

// participle reports whether a verb is a past participle.
func (c *clause) participle() bool {
	return c.Words[c.word].XPOS == "VBN" || c.Words[c.word].XPOS == "VBD"
}

// passiveParticiple reports whether a verb is a participle behind or before its noun:
// "the soldiers killed in Tolm".
func (c *clause) passiveParticiple() bool {
	w := &c.Words[c.word]
	if c.Child(c.word, "aux") >= 0 && c.Child(c.word, "aux:pass") < 0 || w.Is("amod") && c.Child(c.word, "nsubj") >= 0 {
		return false // "reports that they had fired on them", "when police detained residents"
	}
	if (c.kind == "MOBILIZE" || !slices.Contains(hurting, c.Base(c.word)) && c.Agent(c.word) < 0) && w.Is("acl") && w.Head >= 0 && c.Words[w.Head].Head == syntax.Root {
		return false // "The army deployed on Monday" is a sentence, and no phrase.
	}
	behind := w.Is("acl", "amod") || w.Is("advcl") && c.Agent(c.word) >= 0
	return w.XPOS == "VBN" && behind && c.Child(c.word, "obj") < 0 && w.Relation != "acl:relcl"
}

// agent returns the actors behind "by".
func (r *reader) agent(c *clause) parley.IDs {
	a := c.Agent(c.word)
	if w := &c.Words[c.word]; a < 0 && w.Is("conj") && w.Head >= 0 && c.Agent(w.Head) > c.word {
		a = c.Agent(w.Head) // "abandoned and looted by rebels": of the last.
	}
	if a >= 0 && slices.Contains(weapons, c.Base(a)) {
		return r.owned(c, a) // "killed by Kestrian shells"
	}
	return r.all(c.sentence, a)
}

// behind returns the actors behind the prepositions that lead to the recipient.
func (r *reader) behind(c *clause, w int) parley.IDs {
	var ids parley.IDs
	for _, o := range c.Children(w, "obl", "nmod") {
		if slices.Contains(c.to, c.Preposition(o)) {
			ids = append(ids, r.all(c.sentence, o)...)
		}
	}
	return ids
}

// owned returns whose a thing is that an act hits: "stormed the Kestrian parliament".
func (r *reader) owned(c *clause, o int) parley.IDs {
	var ids parley.IDs
	for _, m := range c.Children(o, "nmod:poss", "amod", "compound") {
		if c.Words[m].Is("compound") && (c.Words[m].UPOS == "NOUN" && !slices.Contains(acting, c.Base(m)) || strings.HasSuffix(c.Words[m].Name, "-LOC") && slices.Contains(coming, c.Base(o))) {
			continue // "the hostage release", "the Tolm meeting"
		}
		ids = append(ids, r.all(c.sentence, m)...)
	}
	for _, m := range c.Children(o, "nmod") {
		if c.Preposition(m) == "of" {
			ids = append(ids, r.all(c.sentence, m)...)
		}
	}
	return ids
}

// weapons are the nouns of what is fired, before which stands what it is called.
var weapons = strings.Fields("missile rocket shell shot round bomb torpedo mortar grenade artillery tank aircraft helicopter jet plane gun")

// inside returns the actors that the object of a pair names beside itself: "recalled its
// ambassador to Kestria", "lifted sanctions on Kestria".
func (r *reader) inside(c *clause, o int) parley.IDs {
	var ids parley.IDs
	for _, m := range c.Children(o, "nmod", "amod", "compound", "nmod:poss") {
		word := &c.Words[m]
		if word.Relation != "nmod" && slices.Contains(weapons, c.Base(o)) {
			continue // "Hellfire missiles"
		}
		if word.Relation == "nmod" && !slices.Contains([]string{"on", "against", "to", "with", "of", "from"}, c.Preposition(m)) {
			continue
		}
		if word.Relation == "nmod:poss" && slices.Contains([]string{"its", "his", "her", "their"}, c.lower(m)) {
			continue
		}
		ids = append(ids, r.all(c.sentence, m)...)
	}
	return ids
}

// reach bounds how many governors above a trigger are asked for its status.
const reach = min(6, syntax.Reach)
