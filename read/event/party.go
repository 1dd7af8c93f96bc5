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
	if len(e.Actors) == 0 && slices.Contains(ours, c.kind) {
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
	if c.noun && !slices.Contains(mutual, c.kind) || !c.noun && c.passive() {
		return nil
	}
	w := c.word
	for range 4 {
		if c.Words[w].Is("ccomp", "parataxis") {
			return nil // Who reports it does not do it.
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
	subject := c.Subject(c.word)
	if c.passive() {
		actors = r.agent(c)
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

// passive reports whether a verb that has an object is a passive.
func (c *clause) passive() bool {
	return !c.alone && (c.participle() && c.Passive(c.word) || c.passiveParticiple())
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

// mutual are the types of events that who speaks of them as a rule takes part in.
var mutual = strings.Fields("CONSULT COOPERATE SUPPORT AGREE AID RETREAT CONCEDE")

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
	v := c.Words[c.word].Head
	if v < 0 || c.Words[v].UPOS != "VERB" || !slices.Contains(light, c.Base(v)) {
		if len(actors) == 0 && v >= 0 && slices.Contains(mutual, c.kind) && c.Words[c.word].Is("obj", "obl", "xcomp") {
			actors = r.all(c.sentence, c.Subject(v))
		}
		return unique(actors), recipients
	}
	verb := clause{Tree: c.Tree, sense: c.sense, sentence: c.sentence, word: v, object: -1}
	switch {
	case c.Words[c.word].Is("nsubj:pass"):
		actors = append(actors, r.agent(&verb)...)
		recipients = append(recipients, r.behind(&verb, v)...)
	case c.Words[c.word].Is("obj"):
		actors = append(r.all(c.sentence, c.Subject(v)), actors...)
		recipients = append(recipients, r.behind(&verb, v)...)
	case c.Words[c.word].Is("nsubj") && len(actors) == 0 && c.Passive(v):
		actors = r.agent(&verb)
	}
	return unique(actors), recipients
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
