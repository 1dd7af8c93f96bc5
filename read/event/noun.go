package event

import (
	"slices"
	"strings"

	"parley"
)

// light are the verbs whose subject does what their object names.
var light = strings.Fields(`hold have conduct carry launch make take start begin resume stage mount open pursue continue impose sign reach declare
	announce order commit offer give provide send host attend join lead organise organize initiate undertake intensify step plan prepare end halt stop
	cancel suspend seek use strike conclude negotiate broker maintain extend receive wage fight face perpetrate place enforce do convene schedule pay
	issue file submit lodge reiterate reaffirm renew express voice pledge`)

// getting are the verbs whose subject is helped by their object: "have the support of".
var getting = strings.Fields("lose have receive get enjoy win gain seek need want ask attract garner")

// requesting are the verbs of who would be helped: "will not ask Oru for aid".
var requesting = strings.Fields("wait await queue ask request beg appeal plead turn look need lobby depend rely")

// taken are the prepositions behind which who acts takes part: "said after talks".
var taken = strings.Fields("after during at in following for with on from into to")

// mutual are the types of events that who speaks of them as a rule takes part in.
var mutual = strings.Fields("CONSULT COOPERATE SUPPORT AGREE AID")

// ofNoun returns the parties of a noun: those that stand before it, behind "of", "by" and
// "between", in a clause behind it, and the subject of the verb that governs it.
func (r *reader) ofNoun(c *clause) (actors, recipients parley.IDs) {
	if v := c.Words[c.word].Head; v < 0 || c.Base(v) != "blame" { // "blame the violence on them" does not say that they suffer it.
		recipients = r.behind(c, c.word)
	}
	actors, struck := r.before(c)
	actors, more := r.attached(c, actors)
	recipients = append(append(recipients, struck...), more...)
	if len(recipients) == 0 && c.of {
		actors, recipients = r.struck(c, actors)
	}
	if len(recipients) == 0 && c.within() {
		actors = slices.DeleteFunc(actors, func(id string) bool {
			return r.who.Kind(id) == parley.State || r.who.Kind(id) == parley.Group && c.ofLand()
		})
	}
	if len(actors) == 0 && c.engaged() {
		actors = r.all(c.sentence, c.meant(c.Child(c.word, "nsubj")))
	}
	from, to := r.hung(c)
	actors, recipients = append(actors, from...), append(recipients, to...)
	at := c.quantity()
	if v := c.Words[at].Head; v >= 0 && c.Words[v].UPOS == "VERB" && slices.Contains(light, c.Base(v)) {
		actors, recipients = r.byLight(c, at, actors, recipients)
	} else if v >= 0 && len(actors) == 0 && (!slices.Contains(calling, c.Base(v)) || c.wishes(v)) {
		from, to = r.taking(c, v)
		actors, recipients = append(actors, from...), append(recipients, to...)
	}
	return unique(actors), recipients
}

// engaged reports whether a noun is what its subject is in: "Kestria is in talks with Oru".
func (c *clause) engaged() bool {
	return c.Child(c.word, "cop") >= 0 && slices.Contains([]string{"in", "at"}, c.Preposition(c.word))
}

// meant returns a subject, or of a relative pronoun the noun before it: "Kestria, which is
// in talks".
func (c *clause) meant(w int) int {
	if w < 1 || c.Words[w].XPOS != "WDT" && c.Words[w].XPOS != "WP" {
		return w
	}
	if w--; w > 0 && c.Words[w].UPOS == "PUNCT" {
		w--
	}
	return w
}

// attached adds to the actors before a noun those that prepositions lead to.
func (r *reader) attached(c *clause, before parley.IDs) (actors, recipients parley.IDs) {
	actors = before
	for _, m := range c.Children(c.word, "nmod", "acl") {
		switch ids := r.all(c.sentence, m); c.Preposition(m) {
		case "between", "among":
			if slices.Contains(suffered, c.Base(c.word)) {
				continue // "a gunfight after his capture between two sides"
			}
			if len(ids) > 1 && (c.kind == "COOPERATE" || c.kind == "CONSULT") {
				recipients = append(recipients, ids[1:]...)
				ids = ids[:1]
			}
			actors = append(actors, ids...)
		case "by":
			actors = append(actors, ids...)
		case "from":
			if (c.kind == "SUPPORT" || c.kind == "AID") && !c.of {
				actors = append(actors, ids...)
			}
		case "of":
			if c.kind == "MOBILIZE" && slices.Contains(moved, strings.TrimSuffix(c.Base(m), "s")) && len(r.owned(c, m)) == 0 {
				continue // "the deployment of ground troops": who sends them is not told.
			}
			if (c.of || c.by()) && c.Base(c.word) != "refusal" || c.kind == "SUPPORT" && (c.Preposition(c.word) == "in" || len(actors) > 0) {
				recipients = append(recipients, ids...)
			} else {
				actors = append(actors, ids...)
			}
		}
	}
	return actors, recipients
}

// moved are the nouns of what is deployed.
var moved = strings.Fields("troop force soldier ship warship vessel tank missile aircraft plane jet helicopter weapon unit battalion brigade reservist peacekeeper")

// taking returns who takes part in what a noun tells by speaking of it: "said after talks".
// Who asks for help would receive it.
func (r *reader) taking(c *clause, v int) (actors, recipients parley.IDs) {
	word := &c.Words[c.word]
	p := c.Preposition(c.word)
	part := slices.Contains(taken, p) || c.mode == "visit" && (p == "before" || p == "ahead of")
	if !slices.Contains(mutual, c.kind) || !word.Is("obj", "xcomp") && !(word.Is("obl") && part) {
		return nil, nil
	}
	if s := c.Subject(v); word.Is("obl") && (slices.Contains(commenting, c.Base(v)) || s >= 0 && slices.Contains(tellers, c.Base(s))) {
		return nil, nil
	}
	if o := c.Child(v, "obj"); word.Is("obl") && o >= 0 && c.Base(v) == "bring" {
		if ids := r.all(c.sentence, o); len(ids) > 1 {
			return ids[:1], ids[1:] // "brought Kestria and Oru together for talks"
		}
	}
	ids := r.all(c.sentence, c.Subject(v))
	if c.requested() || word.Is("obj") && c.undergone(v) {
		return nil, ids
	}
	if c.Base(v) == "cut" {
		return nil, nil // "to cut off their support"
	}
	return ids, nil
}

// commenting are the verbs of speaking of something, of which the speaker is no part.
var commenting = strings.Fields("comment remark speculate reflect write report")

// tellers are the nouns of who only tells of what others do.
var tellers = strings.Fields("source witness analyst observer correspondent resident expert diplomat aide insider")

// requested reports whether a noun tells of the help that somebody asks for.
func (c *clause) requested() bool {
	v := c.Words[c.word].Head
	if c.Words[c.word].Is("conj") && v >= 0 && c.Words[v].UPOS == "NOUN" {
		v = c.Words[v].Head // "need training and assistance"
	}
	return c.noun && v >= 0 && c.Words[v].UPOS == "VERB" && slices.Contains(requesting, c.Base(v)) && (c.kind == "SUPPORT" || c.kind == "AID")
}

// quantities are the nouns that only say how many there are of what "of" names.
var quantities = strings.Fields("number series round wave hour day week month year spate string set couple handful lot dozen barrage flurry")

// quantity returns the trigger, or the noun that counts it: "declared a number of ceasefires".
func (c *clause) quantity() int {
	h := c.Words[c.word].Head
	if h >= 0 && c.Words[c.word].Is("nmod") && c.Preposition(c.word) == "of" && slices.Contains(quantities, c.Base(h)) {
		return h
	}
	return c.word
}

// byLight adds the parties of the verb whose object or subject a word is, where the verb only
// says that it takes place: "carried out an attack on the town".
func (r *reader) byLight(c *clause, at int, actors, recipients parley.IDs) (from, to parley.IDs) {
	word := &c.Words[at]
	v := word.Head
	verb := clause{Tree: c.Tree, sense: c.sense, sentence: c.sentence, word: v, object: -1}
	switch {
	case word.Is("nsubj:pass"):
		actors = append(actors, r.agent(&verb)...)
		recipients = append(recipients, r.behind(&verb, v)...)
	case word.Is("obj") && (c.undergone(v) || c.Passive(v)):
		recipients = append(recipients, r.all(c.sentence, c.Subject(v))...)
	case word.Is("obj") && c.lower(v) == "given" && len(c.Auxiliaries(v)) == 0: // "given their support"
	case word.Is("obj") && (c.within() && slices.Contains(facing, c.Base(v)) || c.kind == "ASSAULT" && c.Base(v) == "make"):
	case word.Is("obj") && (c.kind == "COERCE" || c.kind == "ASSAULT") && slices.Contains(ending, c.Base(v)) && c.itsOwner() < 0: // "failed to halt the crackdown"
	case word.Is("obj") && len(actors) > 0 && c.itsOwner() >= 0 && !c.controlled(v):
		recipients = append(recipients, r.behind(&verb, v)...) // "end its repression": whose it is, told already.
	case word.Is("obj"):
		if c.itsOwner() >= 0 && c.controlled(v) {
			actors = nil // "called on them to end their support": theirs.
		}
		actors = append(r.all(c.sentence, c.Subject(v)), actors...)
		recipients = append(recipients, r.behind(&verb, v)...)
	case word.Is("nsubj") && len(actors) == 0 && c.Passive(v):
		actors = r.agent(&verb)
	}
	return actors, recipients
}

// ending are the verbs by which somebody ends what others may have begun.
var ending = strings.Fields("end halt stop cancel suspend")

// itsOwner returns the pronoun that tells whose a noun is, or -1.
func (c *clause) itsOwner() int {
	if o := c.Child(c.word, "nmod:poss"); o >= 0 && slices.Contains([]string{"its", "his", "her", "their"}, c.lower(o)) {
		return o
	}
	return -1
}

// controlled reports whether the subject of an infinitive is whom the verb above asks.
func (c *clause) controlled(v int) bool {
	s := c.Subject(v)
	return s >= 0 && c.Words[v].XPOS == "VB" && c.Words[s].Is("obj", "iobj", "obl") && c.Words[s].Head == c.Words[v].Head
}

// undergone reports whether the subject of a light verb is at the receiving end of its object:
// "has the support of", "faces sanctions".
func (c *clause) undergone(v int) bool {
	if c.Base(v) == "face" && slices.Contains([]string{"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "PROTEST", "THREATEN", "REJECT"}, c.kind) {
		return true
	}
	return slices.Contains(getting, c.Base(v)) && (c.kind == "SUPPORT" || c.kind == "AID")
}

// by reports whether who acts is named behind "by", so that "of" names to whom: "the
// bombardment of the town by the army".
func (c *clause) by() bool {
	return slices.ContainsFunc(c.Children(c.word, "nmod", "acl"), func(m int) bool { return c.Preposition(m) == "by" })
}

// suffered are the nouns of what is done to a person, whose owner is the one to whom it is done.
var suffered = strings.Fields(`assassination murder killing arrest detention imprisonment abduction kidnapping execution ouster overthrow removal
	suspension capture trial prosecution shooting deportation expulsion torture release resignation poisoning extradition conviction toppling indictment`)

// struck gives the person to whom a thing was done that has its recipient behind "of" and
// none there: "his assassination", "the general's arrest" are not their own doing.
func (r *reader) struck(c *clause, actors parley.IDs) (left, recipients parley.IDs) {
	owners := c.Children(c.word, "nmod:poss")
	if !slices.Contains(suffered, c.Base(c.word)) || c.Base(c.word) == "suspension" && slices.ContainsFunc(c.Children(c.word, "nmod"), func(m int) bool { return c.Preposition(m) == "of" }) {
		return actors, nil
	}
	for _, id := range actors {
		if (r.who.Kind(id) == parley.Person || c.Base(c.word) == "suspension") && len(owners) > 0 {
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

// ofLand reports whether the owner of a noun is a land that no name tells: "the nation's war".
func (c *clause) ofLand() bool {
	return slices.ContainsFunc(c.Children(c.word, "nmod:poss", "nmod"), func(m int) bool {
		return slices.Contains([]string{"nation", "country", "region", "land", "world", "city", "town", "area"}, c.Base(m))
	})
}

// within reports whether a noun tells what goes on within a land.
func (c *clause) within() bool { return slices.Contains(inner, c.Base(c.word)) }

// calling are the verbs under which a noun tells what others are to do: "called for talks".
var calling = strings.Fields(`call press push urge demand appeal welcome condemn criticise criticize reject denounce advocate recommend`)

// wishes reports whether a verb tells a wish of its subject: "would welcome talks".
func (c *clause) wishes(v int) bool {
	return slices.Contains(wishing, c.Base(v)) && slices.ContainsFunc(c.Auxiliaries(v), func(a string) bool { return a == "would" || a == "'d" })
}

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
		if ids := r.between(c, v); len(ids) > 1 {
			return append(actors, ids[0]), append(recipients, ids[1:]...)
		}
		recipients = append(recipients, r.behind(&verb, v)...)
		if c.Words[v].XPOS == "VBN" || c.Passive(v) {
			actors = append(actors, r.agent(&verb)...)
		} else if o := c.Child(v, "nsubj"); o >= 0 && c.Words[v].Relation == "acl:relcl" && c.Child(v, "obj") < 0 {
			actors = append(actors, r.all(c.sentence, o)...)
		}
	}
	return actors, recipients
}

// between returns the actors whom a verb names behind "between": "dialogue to begin between".
func (r *reader) between(c *clause, v int) parley.IDs {
	for _, o := range c.Children(v, "obl") {
		if c.Preposition(o) == "between" {
			return r.all(c.sentence, o)
		}
	}
	return nil
}

// acting are the common nouns that name who acts where they stand before a noun: "rebel
// attacks". Others tell what it is about ("hostage deal").
var acting = strings.Fields("government police army rebel opposition regime state military militant protester insurgent militia party")

// forces are the common nouns before a noun that have their owner before them.
var forces = strings.Fields("troop force army air naval missile drone trade border prisoner hostage")

// before returns the actors that stand before a noun: by name or as owners, else by a
// common noun.
func (r *reader) before(c *clause) (actors, recipients parley.IDs) {
	var named, common parley.IDs
	for _, m := range c.Children(c.word, "nmod:poss", "amod", "compound") {
		word := &c.Words[m]
		if r.who.NameAt(c.sentence, m).Contains(c.Words[c.word].Span) {
			continue // The event's own name is nobody: "the Framework Agreement".
		}
		switch ids := r.all(c.sentence, m); {
		case word.Relation == "compound" && c.kind == "CONSULT" && strings.HasSuffix(word.Name, "-LOC") && word.Form != strings.ToUpper(word.Form):
			// "the Tolm meeting", "the Kestria talks": where it is, or what it is on.
		case word.Relation == "compound" && r.target(c, m, ids):
			recipients = append(recipients, ids...)
		case word.Relation == "compound" && c.mode == "visit" && len(ids) == 0:
		case word.UPOS != "NOUN" || word.Relation == "nmod:poss":
			named = append(named, ids...)
		case slices.Contains(acting, c.Base(m)):
			common = append(common, ids...)
		case slices.Contains(forces, c.Base(m)):
			for _, of := range c.Children(m, "compound", "amod", "nmod:poss") {
				named = append(named, r.all(c.sentence, of)...) // "the Kestrian troop reduction"
			}
		}
	}
	if len(named) > 0 {
		return named, recipients
	}
	return common, recipients
}

// target reports whether a name before a noun is to whom or where it is done: "the Houla
// massacre", "the Hariri killing", "Kestria sanctions". States by their initials and bodies
// are who imposes them: "US sanctions".
func (r *reader) target(c *clause, m int, ids parley.IDs) bool {
	if len(ids) != 1 || c.Words[m].UPOS != "PROPN" || slices.Contains([]string{"coalition", "alliance", "allied", "rebel", "government", "regime", "army"}, c.Base(m)) {
		return false
	}
	form := c.Words[m].Form
	switch kind := r.who.Kind(ids[0]); {
	case c.mode == "visit":
		return kind != parley.Person && c.Child(c.word, "nmod:poss") >= 0 // "his UN visit"
	case c.kind == "SANCTION":
		return kind == parley.State && form != strings.ToUpper(form)
	case c.kind == "ASSAULT":
		return (kind == parley.Person || kind == parley.State || !r.who.Known(ids[0])) && !slices.Contains(inner, c.Base(c.word)) && form != strings.ToUpper(form)
	}
	return false
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
