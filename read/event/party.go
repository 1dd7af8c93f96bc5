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

// statewide are the types of acts that an official does as the state.
var statewide = strings.Fields("COOPERATE MOBILIZE RETREAT AID SANCTION SUPPORT ASSAULT")

// infer completes who acts: an official acts for the state where only states do so; what
// has no party in its clause has that of the clause above, of an earlier telling of the
// same, or of the speaker who says what the own side does.
func (r *reader) infer(c *clause, e *parley.Event) {
	if len(e.Actors) == 0 {
		e.Actors = append(e.Actors, r.above(c)...)
	}
	if len(e.Actors) == 0 && c.noun {
		r.retold(c, e)
	}
	if len(e.Actors) == 0 && slices.Contains(ours, c.kind) && (c.noun || c.Agent(c.word) < 0) {
		e.Actors = append(e.Actors, r.speakers(e.Trigger[0])...)
	}
	if slices.Contains(statewide, c.kind) {
		e.Actors = r.lift(e.Actors)
	}
	e.Recipients = slices.DeleteFunc(e.Recipients, func(id string) bool { return slices.Contains(e.Actors, id) })
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

// above returns the actors of the clause that governs a verb without a subject of its own:
// of the verb above, or of whose plan or call it is.
func (r *reader) above(c *clause) parley.IDs {
	if c.noun && !slices.Contains(mutual, c.kind) || !c.noun && (c.passive() || c.told(c.Subject(c.word))) {
		return nil
	}
	w := c.word
	for range 4 {
		if c.Words[w].Is("ccomp", "parataxis") || !c.noun && c.Words[w].Is("acl") && c.Words[w].XPOS != "VB" {
			return nil // Who reports it does not do it; a participle or relative clause has its noun.
		}
		if w = c.Words[w].Head; w < 0 {
			return nil
		}
		if c.Words[w].UPOS == "NOUN" {
			if ids := r.owned(c, w); len(ids) > 0 {
				return ids
			}
			continue
		}
		if ids := r.all(c.sentence, c.Child(w, "nsubj", "nsubj:pass")); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// told reports whether a subject is the object of the clause above: who is made to act is
// not who makes them, known or not.
func (c *clause) told(subject int) bool { return subject >= 0 && c.Words[subject].Is("obj", "iobj") }

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

// speakers returns the parties for which the speakers of what stands at a trigger speak.
func (r *reader) speakers(trigger parley.Span) []string {
	if s := r.said.At(trigger); s != nil {
		return r.lift(s.SourceActors)
	}
	return nil
}

// all returns the actors behind a word, none for no word.
func (r *reader) all(s, w int) parley.IDs {
	if w < 0 {
		return nil
	}
	return r.who.All(s, w)
}

// ofVerb returns the parties of a verb: its subject, or of a passive its agent; its
// object, and what stands behind its prepositions.
func (r *reader) ofVerb(c *clause) (actors, recipients parley.IDs) {
	if c.gerundBefore() {
		return nil, r.all(c.sentence, c.Words[c.word].Head)
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
	actors = r.all(c.sentence, subject)
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

// gerundBefore reports whether a verb is a gerund with its object behind it that the parser
// takes for an adjective: "from attacking civilians".
func (c *clause) gerundBefore() bool {
	w := &c.Words[c.word]
	return w.XPOS == "VBG" && w.Is("amod") && c.word > 0 && c.Words[c.word-1].UPOS == "ADP" && w.Head > c.word && !c.nothing
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
		return r.before(&fight)
	}
	return nil
}

// passive reports whether a verb that has an object is a passive.
func (c *clause) passive() bool {
	return !c.alone && !(c.nothing && c.kind == "CONCEDE") && (c.participle() && (c.Passive(c.word) || c.bare()) || c.passiveParticiple())
}

// hurting are the verbs that nobody does without saying to whom, so that a form without an
// object is a passive: "5,000 civilians killed since March".
var hurting = strings.Fields("kill wound injure arrest detain murder massacre assassinate kidnap abduct imprison")

// bare reports whether a verb that needs an object has none.
func (c *clause) bare() bool {
	return c.object < 0 && slices.Contains(hurting, c.Base(c.word)) && c.Child(c.word, "obj", "ccomp", "xcomp") < 0
}

// participle reports whether a verb is a past participle.
func (c *clause) participle() bool {
	return c.Words[c.word].XPOS == "VBN" || c.Words[c.word].XPOS == "VBD"
}

// passiveParticiple reports whether a verb is a participle behind or before its noun:
// "the soldiers killed in Tolm".
func (c *clause) passiveParticiple() bool {
	w := &c.Words[c.word]
	return w.XPOS == "VBN" && w.Is("acl", "amod") && c.Child(c.word, "obj") < 0 && w.Relation != "acl:relcl"
}

// agent returns the actors behind "by".
func (r *reader) agent(c *clause) parley.IDs {
	return r.all(c.sentence, c.Agent(c.word))
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
		ids = append(ids, r.all(c.sentence, m)...)
	}
	for _, m := range c.Children(o, "nmod") {
		if c.Preposition(m) == "of" {
			ids = append(ids, r.all(c.sentence, m)...)
		}
	}
	return ids
}

// inside returns the actors that the object of a pair names beside itself: "recalled its
// ambassador to Kestria", "lifted sanctions on Kestria".
func (r *reader) inside(c *clause, o int) parley.IDs {
	var ids parley.IDs
	for _, m := range c.Children(o, "nmod", "amod", "compound", "nmod:poss") {
		word := &c.Words[m]
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

// light are the verbs whose subject does what their object names.
var light = strings.Fields(`hold have conduct carry launch make take start begin resume stage mount open pursue continue impose sign reach declare
	announce order commit offer give provide send host attend join lead organise organize initiate undertake intensify step plan prepare end halt stop
	cancel suspend seek use strike conclude negotiate broker maintain extend receive wage fight face perpetrate place enforce do convene schedule pay`)

// getting are the verbs whose subject is helped by their object: "have the support of".
var getting = strings.Fields("have receive get enjoy win gain seek need want ask attract garner")

// taking are the prepositions behind which who acts takes part: "said after talks".
var taking = strings.Fields("after during at in following for with on from into to")

// mutual are the types of events that who speaks of them as a rule takes part in.
var mutual = strings.Fields("CONSULT COOPERATE SUPPORT AGREE AID")

// ofNoun returns the parties of a noun: those that stand before it, behind "of", "by" and
// "between", and the subject of a light verb.
func (r *reader) ofNoun(c *clause) (actors, recipients parley.IDs) {
	recipients = r.behind(c, c.word)
	actors = r.before(c)
	for _, m := range c.Children(c.word, "nmod", "acl") {
		switch ids := r.all(c.sentence, m); c.Preposition(m) {
		case "between", "among":
			if len(ids) > 1 && (c.kind == "COOPERATE" || c.kind == "CONSULT") {
				recipients = append(recipients, ids[1:]...)
				ids = ids[:1]
			}
			actors = append(actors, ids...)
		case "by":
			actors = append(actors, ids...)
		case "of":
			if c.of {
				recipients = append(recipients, ids...)
			} else {
				actors = append(actors, ids...)
			}
		}
	}
	if len(recipients) == 0 && c.of {
		actors, recipients = r.struck(c, actors)
	}
	if len(recipients) == 0 && c.within() {
		actors = slices.DeleteFunc(actors, func(id string) bool { return r.who.Kind(id) == parley.State })
	}
	from, to := r.hung(c)
	actors, recipients = append(actors, from...), append(recipients, to...)
	v := c.Words[c.word].Head
	if v < 0 || c.Words[v].UPOS != "VERB" || !slices.Contains(light, c.Base(v)) {
		if v >= 0 && slices.Contains(calling, c.Base(v)) {
			return unique(actors), recipients
		}
		if len(actors) == 0 && v >= 0 && slices.Contains(mutual, c.kind) && (c.Words[c.word].Is("obj", "xcomp") || c.Words[c.word].Is("obl") && slices.Contains(taking, c.Preposition(c.word))) {
			actors = r.all(c.sentence, c.Subject(v))
		}
		return unique(actors), recipients
	}
	verb := clause{Tree: c.Tree, sense: c.sense, sentence: c.sentence, word: v, object: -1}
	switch {
	case c.Words[c.word].Is("nsubj:pass"):
		actors = append(actors, r.agent(&verb)...)
		recipients = append(recipients, r.behind(&verb, v)...)
	case c.Words[c.word].Is("obj") && slices.Contains(getting, c.Base(v)) && (c.kind == "SUPPORT" || c.kind == "AID"):
		recipients = append(recipients, r.all(c.sentence, c.Subject(v))...)
	case c.Words[c.word].Is("obj") && c.Base(v) == "face" && slices.Contains([]string{"ACCUSE", "SANCTION", "PROTEST", "THREATEN", "REJECT"}, c.kind):
		recipients = append(recipients, r.all(c.sentence, c.Subject(v))...)
	case c.Words[c.word].Is("obj") && (c.within() && c.Base(v) == "face" || c.kind == "ASSAULT" && c.Base(v) == "make"):
	case c.Words[c.word].Is("obj"):
		actors = append(r.all(c.sentence, c.Subject(v)), actors...)
		recipients = append(recipients, r.behind(&verb, v)...)
	case c.Words[c.word].Is("nsubj") && len(actors) == 0 && c.Passive(v):
		actors = r.agent(&verb)
	}
	return unique(actors), recipients
}

// struck gives the person to whom a thing was done that has its recipient behind "of" and
// none there: "his assassination", "the general's arrest" are not their own doing.
func (r *reader) struck(c *clause, actors parley.IDs) (left, recipients parley.IDs) {
	owners := c.Children(c.word, "nmod:poss")
	for _, id := range actors {
		if r.who.Kind(id) == parley.Person && len(owners) > 0 {
			recipients = append(recipients, id)
		} else {
			left = append(left, id)
		}
	}
	return left, recipients
}

// inner are the nouns of what goes on within a land, so that the land before them is where
// it is: "the Kestrian uprising", "Oru's civil war".
var inner = strings.Fields("war conflict violence fighting bloodshed unrest hostility uprising revolt rebellion insurrection riot mutiny protest demonstration rally")

// within reports whether a noun tells what goes on within a land.
func (c *clause) within() bool { return slices.Contains(inner, c.Base(c.word)) }

// calling are the verbs under which a noun tells what others are to do: "called for talks".
var calling = strings.Fields(`call press push urge demand appeal welcome condemn criticise criticize reject denounce advocate recommend`)

// hung returns the parties that a clause behind a noun names: "sanctions imposed by Kestria
// on Oru", "the siege that Kestria has tried to lay".
func (r *reader) hung(c *clause) (actors, recipients parley.IDs) {
	for _, v := range c.Children(c.word, "acl") {
		if x := c.Child(v, "xcomp"); x >= 0 && slices.Contains(light, c.Base(x)) {
			actors = append(actors, r.all(c.sentence, c.Child(v, "nsubj"))...)
			verb := clause{Tree: c.Tree, sense: c.sense, sentence: c.sentence, word: x, object: -1}
			recipients = append(recipients, r.behind(&verb, x)...)
			continue
		}
		if !slices.Contains(light, c.Base(v)) || c.Base(v) == "broker" {
			continue
		}
		verb := clause{Tree: c.Tree, sense: c.sense, sentence: c.sentence, word: v, object: -1}
		recipients = append(recipients, r.behind(&verb, v)...)
		if c.Words[v].XPOS == "VBN" || c.Passive(v) {
			actors = append(actors, r.agent(&verb)...)
		} else if o := c.Child(v, "nsubj"); o >= 0 && c.Words[v].Relation == "acl:relcl" && c.Child(v, "obj") < 0 {
			actors = append(actors, r.all(c.sentence, o)...)
		}
	}
	return actors, recipients
}

// acting are the common nouns that name who acts where they stand before a noun: "rebel
// attacks". Others tell what it is about ("hostage deal").
var acting = strings.Fields("government police army rebel opposition regime state military militant protester insurgent militia party")

// before returns the actors that stand before a noun: by name or as owners, else by a
// common noun.
func (r *reader) before(c *clause) parley.IDs {
	var named, common parley.IDs
	for _, m := range c.Children(c.word, "nmod:poss", "amod", "compound") {
		word := &c.Words[m]
		if r.who.NameAt(c.sentence, m).Contains(c.Words[c.word].Span) {
			continue // The event's own name is nobody: "the Framework Agreement".
		}
		switch ids := r.all(c.sentence, m); {
		case word.UPOS != "NOUN" || word.Relation == "nmod:poss":
			named = append(named, ids...)
		case slices.Contains(acting, c.Base(m)):
			common = append(common, ids...)
		}
	}
	if len(named) > 0 {
		return named
	}
	return common
}

// unique drops repeated ids.
func unique(ids parley.IDs) parley.IDs {
	var out parley.IDs
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// place notes when and where: the date and the place that hang on the trigger or on the
// verb that governs it.
func (r *reader) place(c *clause, e *parley.Event) {
	for _, w := range c.around() {
		for _, o := range c.Children(w, "obl", "nmod", "obl:tmod", "advmod", "obl:unmarked", "nmod:unmarked", "compound", "nmod:poss", "amod") {
			if d := r.dateAt(c.Words[o].Span); d != nil && e.When == "" && d.Type != parley.DateDuration && d.Type != parley.DateSet {
				e.When = d.Value
			} else if e.Where == "" && d == nil && (c.Preposition(o) == "in" || c.Preposition(o) == "at") && c.Words[o].UPOS == "PROPN" {
				first, last := c.nameAround(o)
				e.Where = parley.Span{Start: c.Words[first].Start, End: c.Words[last].End}.In(r.text.Source)
			}
		}
	}
}

// around returns the trigger and the verb that governs it as its subject or object.
func (c *clause) around() []int {
	out := []int{c.word}
	if v := c.Words[c.word].Head; c.noun && v >= 0 && c.Words[v].UPOS == "VERB" && c.Words[c.word].Is("nsubj", "obj") {
		out = append(out, v)
	}
	return out
}

// nameAround returns the first and last word of the proper name that a word heads.
func (c *clause) nameAround(w int) (first, last int) {
	first, last = w, w
	for first > 0 && c.Words[first-1].UPOS == "PROPN" && c.Under(first-1, w) {
		first--
	}
	for last+1 < len(c.Words) && c.Words[last+1].UPOS == "PROPN" && c.Under(last+1, w) {
		last++
	}
	return first, last
}

// dateAt returns the date that covers a word, or nil.
func (r *reader) dateAt(word parley.Span) *parley.Date {
	for _, i := range r.dates[r.text.SentenceAt(word.Start)] {
		if d := &r.reading.Dates[i]; d.Span.Overlaps(word) {
			return d
		}
	}
	return nil
}

// reach bounds how many governors above a trigger are asked for its status.
const reach = min(6, syntax.Reach)
