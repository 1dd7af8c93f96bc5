package event

import (
	"slices"
	"strings"

	"parley"
	"parley/lang/syntax"
)

// unfit reports whether a trigger with its parties is no event of parties.
func (r *reader) unfit(c *clause, e *parley.Event) bool {
	none := len(e.Actors)+len(e.Recipients) == 0
	switch {
	case c.needs && len(e.Recipients) == 0, none && !slices.Contains(bare, c.kind):
		return true
	case none && c.kind == "PROTEST" && !c.noun && c.object >= 0 && c.Base(c.word) == "block":
		return true // "something blocking the road"
	case (c.Base(c.word) == "intervention" || c.Base(c.word) == "rally") && c.inMarkets(), c.noun && c.Base(c.word) == "appeal" && c.inCourt():
		return true
	case none && (c.mode == "phone" || c.kind == "CONSULT" && c.Base(c.word) == "gather"):
		return true
	case c.kind == "ACCUSE" && !c.noun && c.toPress():
		return true // "summoned reporters"
	case c.kind == "CONSULT" && r.unmet(c, e), c.private():
		return true
	case c.kind == "ASSAULT" && len(e.Actors) == 0 && c.byAccident(), c.idle(e):
		return true
	case c.noun && c.mode == "convict" && len(e.Recipients) == 0, c.noun && c.ofTrade():
		return true // "real conviction", "oil concessions", "a budget request"
	case c.Base(c.word) == "march" && slices.ContainsFunc(e.Actors, func(id string) bool { return r.who.Kind(id) == parley.ArmedGroup }):
		return true // Rebels march on a town.
	case c.Base(c.word) == "travel" && slices.ContainsFunc(e.Actors, func(id string) bool { return r.who.Kind(id) == parley.Group }):
		return true // "employees travel there"
	case c.noun && len(c.sense.words) > 0 && c.Base(c.word) == "round" && c.ofOther():
		return true // "a third round of sanctions"
	case c.noun && (c.ofOffice() || c.ofThing()):
		return true // "the envoy for the talks" only says who it is.
	}
	return strings.Contains(c.Words[c.word].Features, "Mood=Imp") // An order to the reader; what a party is told to do is a statement.
}

// ofTrade reports whether a noun is one of trade or of a budget by the word before it.
func (c *clause) ofTrade() bool {
	return slices.ContainsFunc(c.Children(c.word, "compound", "amod"), func(m int) bool {
		return slices.Contains([]string{"oil", "gas", "mining", "logging", "land", "budget", "spending", "funding", "tax"}, c.Base(m)) && (c.kind == "CONCEDE" || c.kind == "REQUEST")
	})
}

// ofOther reports whether a round is of anything but talks.
func (c *clause) ofOther() bool {
	return slices.ContainsFunc(c.Children(c.word, "nmod"), func(m int) bool {
		return c.Preposition(m) == "of" && !slices.ContainsFunc(words.nouns[c.Base(m)], func(s sense) bool { return s.kind == "CONSULT" })
	})
}

// unmet reports whether nobody meets for talks: the press asks, a demand is met, a page of
// comments is closed.
func (r *reader) unmet(c *clause, e *parley.Event) bool {
	press := func(ids []string) bool {
		return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return r.who.Kind(id) != parley.Outlet })
	}
	switch {
	case press(e.Actors), press(e.Recipients):
		return true
	case c.noun:
		return len(e.Actors)+len(e.Recipients) == 0 && c.pointed() // "This discussion is now closed."
	case c.toPress(), c.Base(c.word) == "gather" && len(e.Recipients) == 0 && !c.officials():
		return true
	case c.Base(c.word) == "attend":
		o := c.Child(c.word, "obj")
		return o >= 0 && slices.Contains(gatherings, c.Base(o))
	}
	return c.object < 0 && len(e.Recipients) == 0 && !c.nothing && c.Child(c.word, "obj") >= 0 // "met the demands"
}

// officials reports whether those who gather meet: who gathers in the street does not.
func (c *clause) officials() bool {
	s := c.Subject(c.word)
	return s >= 0 && (c.Words[s].UPOS == "PROPN" || slices.Contains([]string{"leader", "minister", "official", "delegate", "diplomat", "envoy", "representative", "member", "ambassador", "power", "negotiator", "lawmaker", "group", "delegation", "president"}, c.Base(s)))
}

// gatherings are what one attends without talks.
var gatherings = strings.Fields("rehearsal party festival ball premiere exhibition fair prayer prayers mass school university college class course funeral rally ceremony wedding service church mosque match game burial event protest demonstration")

// pressNouns are those to whom one speaks without meeting them as a party.
var pressNouns = strings.Fields("reporter journalist media press correspondent newspaper audience crowd viewer listener interviewer")

// toPress reports whether a verb tells that somebody speaks to reporters.
func (c *clause) toPress() bool {
	return slices.ContainsFunc(c.Children(c.word, "obl", "obj"), func(o int) bool {
		return slices.Contains(pressNouns, c.Base(o))
	})
}

// accidents are the words of a sentence in which people are killed by nobody.
var accidents = strings.Fields("rain heat cold snow famine drought storm tornado video photo footage film crash earthquake quake tsunami hurricane typhoon cyclone flood landslide avalanche derail capsize epidemic outbreak heatwave stampede")

// byAccident reports whether the sentence tells of an accident or a disaster.
func (c *clause) byAccident() bool {
	for w := max(0, c.word-syntax.Reach); w < min(len(c.Words), c.word+syntax.Reach); w++ {
		if slices.Contains(accidents, c.Base(w)) {
			return true
		}
	}
	return false
}

// inMarkets reports whether a sentence is about a market, which rallies and in which banks
// intervene: one word of markets alone does not make it one.
func (c *clause) inMarkets() bool { return topicsOf(c.Tree)["market"] > 1 }

// inCourt reports whether an appeal is one of a court, which asks nobody else: not "the
// appeal to the court for their release".
func (c *clause) inCourt() bool {
	if slices.ContainsFunc(c.Children(c.word, "nmod", "acl"), func(m int) bool { return c.Preposition(m) == "for" || c.Preposition(m) == "to" }) {
		return false
	}
	return slices.ContainsFunc(c.Words, func(w syntax.Word) bool { return strings.EqualFold(w.Lemma, "court") })
}

// pointed reports whether a noun stands behind "this".
func (c *clause) pointed() bool {
	return slices.ContainsFunc(c.Children(c.word, "det"), func(i int) bool { return c.lower(i) == "this" })
}

// idle reports whether a verb tells no event although its word can: by its object
// (idle.txt), or by what else stands with it.
func (c *clause) idle(e *parley.Event) bool {
	w := &c.Words[c.word]
	if c.noun {
		if c.kind == "PROTEST" && c.Preposition(c.word) == "in" && c.Base(c.word) == "protest" && c.Child(c.word, "det", "amod", "nmod:poss") < 0 {
			return true // "expelled their diplomats in protest"
		}
		return c.kind == "REJECT" && w.Is("obj") && w.Head >= 0 && c.Base(w.Head) == "have" // "has a veto"
	}
	return c.idleObject() || c.idleVerb(e) || c.idleKind(e)
}

// idleObject reports whether the object of a verb, or the noun that it hangs on, is one with
// which it tells no event.
func (c *clause) idleObject() bool {
	objects := idleObjects[strings.Join(append([]string{c.Base(c.word)}, c.sense.words...), "_")]
	if objects == nil {
		return false
	}
	o := c.Child(c.word, "obj", "nsubj:pass")
	if w := &c.Words[c.word]; o < 0 && w.Is("acl") {
		o = w.Head
	}
	return o >= 0 && slices.Contains(objects, c.Base(o))
}

// idleVerb reports whether one of the verbs that have other senses has one here.
func (c *clause) idleVerb(e *parley.Event) bool {
	switch c.Base(c.word) {
	case "agree": // "agrees Professor Adan"
		if s := c.Subject(c.word); c.kind == "AGREE" && s >= 0 && c.lower(s) == "i" {
			return true // "I agree with the doctrine"
		}
		return c.kind == "AGREE" && (c.Child(c.word, "obj", "xcomp", "ccomp", "obl", "advcl", "nsubj:pass") < 0 || c.sameView())
	case "fund", "finance": // "to finance the uprising"
		return len(e.Recipients) == 0 && c.Child(c.word, "obj") >= 0
	case "demonstrate": // "as the toll demonstrates"
		return c.Child(c.word, "obj", "ccomp") >= 0 || c.Preposition(c.word) == "as"
	case "go": // "went to assess the damage"
		return c.kind == "RETREAT" && c.Child(c.word, "xcomp", "advcl") >= 0
	case "give": // "gave up its pursuit of weapons"
		return c.kind == "AID" && c.Child(c.word, "compound:prt") >= 0
	case "shelter": // "refugees are sheltering in camps"
		return !c.passive() && c.Child(c.word, "obj") < 0
	case "rally": // "the dollar rallied"
		return len(e.Actors) == 0
	case "back": // "backing up his words", "backed into a corner"
		return c.kind == "SUPPORT" && (c.Child(c.word, "compound:prt") >= 0 || c.behind("into", false))
	case "recognise", "recognize": // "is widely recognized as a force"
		return c.kind == "SUPPORT" && c.passive() && c.Agent(c.word) < 0 && len(e.Actors) == 0
	case "invite": // "invited journalists to dinner"
		return c.toPress()
	case "free": // "freeing others to help"
		return c.Child(c.word, "xcomp", "advcl") >= 0
	case "host": // "hosts 24,000 refugees"
		o := c.Child(c.word, "obj")
		return o >= 0 && c.Child(o, "nummod") >= 0
	}
	return c.idleForce(e) || c.object >= 0 && c.Base(c.object) == "call" && c.Child(c.object, "acl") >= 0 // "calls to remember them"
}

// idleForce does so for the verbs of force and movement.
func (c *clause) idleForce(e *parley.Event) bool {
	s, o := c.Subject(c.word), c.Child(c.word, "obj")
	switch c.Base(c.word) {
	case "take": // "takes over as minister", "took over the air strikes"
		return c.mode == "seize" && (c.behind("as", false) || o >= 0 && len(e.Recipients) == 0 && !slices.Contains(taking, c.Base(o)))
	case "march": // "rebels march on Tolm"
		return c.behind("on", true) || c.armed(s)
	case "intervene": // "police intervened", "central banks intervened"
		return s >= 0 && (slices.Contains([]string{"police", "bank", "court", "judge"}, strings.ToLower(c.Base(s))) || c.Child(s, "compound") >= 0 && c.Base(c.Child(s, "compound")) == "security")
	case "rebel": // "met the rebels"
		return c.lower(c.word) == "rebels"
	case "target": // "the tax cut does not target low incomes"
		return !c.passive() && len(e.Actors) == 0 && s >= 0 && c.Words[s].UPOS == "NOUN" && !slices.Contains(weapons, strings.TrimSuffix(c.Base(s), "s")) && !slices.Contains(fights, c.Base(s))
	case "fight": // "the fighting spirit"
		return c.Words[c.word].Is("amod") && c.Words[c.word].XPOS == "VBG"
	case "hit", "strike": // "troubles that would hit the land"
		return s >= 0 && len(e.Actors) == 0 && slices.Contains(troubles, c.Base(s))
	case "leave": // "leaving five dead"
		return o >= 0 && (c.Words[o].UPOS == "NUM" || slices.Contains(victims, strings.TrimSuffix(c.Base(o), "s")) || c.Child(c.word, "xcomp") >= 0)
	case "send": // "were sent fleeing"
		x := c.Child(c.word, "xcomp")
		return x >= 0 && c.Words[x].XPOS == "VBG"
	}
	return false
}

// behind reports whether a phrase with a preposition stands behind a verb, of a place if so asked.
func (c *clause) behind(p string, place bool) bool {
	return slices.ContainsFunc(c.Children(c.word, "obl"), func(o int) bool {
		return c.Preposition(o) == p && (!place || strings.HasSuffix(c.Words[o].Name, "-LOC"))
	})
}

// victims are the nouns of whom something leaves dead, hurt or homeless.
var victims = strings.Fields("people person civilian man woman child soldier policeman dead other dozen hundred thousand")

// troubles are the nouns of what hits a land and is nobody's attack.
var troubles = strings.Fields("trouble crisis recession downturn storm price inflation shortage problem disaster impact slump earthquake drought flood cost")

// privates are the nouns of persons who do nothing for a party.
var privates = strings.Fields("witness resident eyewitness man woman doctor student neighbour neighbor survivor boy girl teacher writer tourist passenger patient family")

// asides are the verbs of what one agrees to for the press.
var asides = strings.Fields("identify name interview speak talk quote cut photograph film")

// private reports whether one agrees or travels as a person only: "agreed to be named", "a
// resident who had to make the trip".
func (c *clause) private() bool {
	if x := c.Child(c.word, "xcomp"); c.kind == "AGREE" && x >= 0 && slices.Contains(asides, c.Base(x)) {
		return true
	}
	s := c.Subject(c.word)
	if h := c.Words[c.word].Head; c.noun && h >= 0 {
		s = c.Subject(h)
	}
	return (c.kind == "AGREE" || c.mode == "visit") && s >= 0 && slices.Contains(privates, c.Base(s))
}

// sameView reports whether somebody only thinks as another does: "agreed with her opponent".
func (c *clause) sameView() bool {
	if c.Child(c.word, "obj", "xcomp", "ccomp", "advcl", "nsubj:pass") >= 0 {
		return false
	}
	return !slices.ContainsFunc(c.Children(c.word, "obl"), func(o int) bool { return c.Preposition(o) != "with" })
}

// taking are the nouns of what is taken over by force where no name tells it.
var taking = strings.Fields("city town village area territory country capital power government base building airport port control land site station compound palace oilfield refinery region province district neighbourhood neighborhood checkpoint")

// armed reports whether a subject is one that marches with arms.
func (c *clause) armed(s int) bool {
	return s >= 0 && slices.Contains([]string{"force", "troop", "army", "rebel", "soldier", "fighter", "column"}, strings.TrimSuffix(c.Base(s), "s"))
}

// idleKind reports whether a verb of a type tells no event by its form: "allied aircraft" are
// somebody's, "a supporting role" is nobody's support, "the language is spoken" no meeting.
func (c *clause) idleKind(e *parley.Event) bool {
	w := &c.Words[c.word]
	switch c.kind {
	case "SUPPORT":
		return w.Is("amod") && c.Agent(c.word) < 0
	case "COOPERATE":
		return w.XPOS == "VBN" && w.Is("amod")
	case "CONSULT":
		return c.passive() && len(e.Actors) == 0
	}
	return false
}

// offices are the nouns of persons of whom an event's name says what they are.
var offices = strings.Fields(`envoy negotiator minister secretary representative adviser advisor coordinator spokesman spokeswoman spokesperson chief
	veteran commissioner mediator delegate correspondent expert analyst survivor hero monitor inspector observer activist campaigner committee centre center
	institute office agency ministry department group organization organisation`)

// ofOffice reports whether a noun is part of what a person's office or a body is called.
func (c *clause) ofOffice() bool {
	w := &c.Words[c.word]
	if w.Relation == "conj" && w.Head >= 0 && w.Head < c.word {
		w = &c.Words[w.Head] // "the envoy for children and armed conflict"
	}
	if w.Head < 0 || !slices.Contains(offices, c.Base(w.Head)) {
		return false
	}
	p := ""
	for k := range c.Words {
		if &c.Words[k] == w {
			p = c.Preposition(k)
		}
	}
	return w.Is("compound") || w.Relation == "nmod" && (p == "for" || p == "on")
}

// ofThing reports whether a noun stands before another and only tells its kind: "aid ships",
// "protest leaders", "support staff".
func (c *clause) ofThing() bool {
	w := &c.Words[c.word]
	if !w.Is("compound") || w.Head < c.word || c.Words[w.Head].UPOS != "NOUN" {
		return false
	}
	event := slices.ContainsFunc(words.nouns[c.Base(w.Head)], func(s sense) bool { return len(s.words) == 0 })
	return !event && !slices.Contains(carriers, c.Base(w.Head))
}

// carriers are the nouns before which the name of an event still tells of it: "the ceasefire
// plan", "sanctions regime".
var carriers = strings.Fields("plan process effort campaign operation proposal regime package decision initiative offer bid move call term condition zone measure policy order period")
