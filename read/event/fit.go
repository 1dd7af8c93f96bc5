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
	case none && (c.mode == "phone" || c.kind == "CONSULT" && c.Base(c.word) == "gather"):
		return true
	case c.kind == "ACCUSE" && !c.noun && c.toPress():
		return true // "summoned reporters"
	case c.kind == "CONSULT" && r.unmet(c, e):
		return true
	case c.kind == "ASSAULT" && len(e.Actors) == 0 && c.byAccident(), c.idle(e):
		return true
	case c.noun && len(c.sense.words) > 0 && c.Base(c.word) == "round" && c.ofOther():
		return true // "a third round of sanctions"
	case c.noun && (c.ofOffice() || c.ofThing()):
		return true // "the envoy for the talks" only says who it is.
	}
	return strings.Contains(c.Words[c.word].Features, "Mood=Imp") // An order to the reader; what a party is told to do is a statement.
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
	case c.toPress(), c.Base(c.word) == "gather" && c.crowd():
		return true
	case c.Base(c.word) == "attend":
		o := c.Child(c.word, "obj")
		return o >= 0 && slices.Contains(gatherings, c.Base(o))
	}
	return c.object < 0 && len(e.Recipients) == 0 && !c.nothing && c.Child(c.word, "obj") >= 0 // "met the demands"
}

// crowd reports whether those who gather are a crowd: who gathers in the street does not meet.
func (c *clause) crowd() bool {
	s := c.Subject(c.word)
	return s >= 0 && slices.Contains([]string{"protester", "protestor", "demonstrator", "crowd", "thousand", "hundred", "dozen", "people", "resident", "mourner", "supporter", "student", "activist", "villager", "fan", "worshipper"}, c.Base(s))
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

// pointed reports whether a noun stands behind "this".
func (c *clause) pointed() bool {
	return slices.ContainsFunc(c.Children(c.word, "det"), func(i int) bool { return c.lower(i) == "this" })
}

// idle reports whether a verb tells no event although its word can: "allied aircraft" are
// somebody's, "the language is spoken", "freeing others to help".
func (c *clause) idle(e *parley.Event) bool {
	w := &c.Words[c.word]
	switch {
	case c.noun:
		return c.kind == "REJECT" && w.Is("obj") && w.Head >= 0 && c.Base(w.Head) == "have" // "has a veto"
	case c.Base(c.word) == "agree" && c.kind == "AGREE":
		return c.Child(c.word, "obj", "xcomp", "ccomp", "obl", "advcl", "nsubj:pass") < 0 // "agrees Professor Adan"
	case c.Base(c.word) == "fund" || c.Base(c.word) == "finance":
		return len(e.Recipients) == 0 && c.Child(c.word, "obj") >= 0 // "to finance the uprising"
	case c.Base(c.word) == "demonstrate" && (c.Child(c.word, "obj", "ccomp") >= 0 || c.Preposition(c.word) == "as"):
		return true // "as the toll demonstrates"
	case c.Base(c.word) == "go" && c.kind == "RETREAT":
		return c.Child(c.word, "xcomp", "advcl") >= 0 // "went to assess the damage"
	case c.Base(c.word) == "capture":
		o := c.Child(c.word, "obj")
		return o >= 0 && slices.Contains(published, c.Base(o)) || w.Relation == "acl:relcl" && w.Head >= 0 && slices.Contains(published, c.Base(w.Head)) // "an image he captured"
	case c.Base(c.word) == "seize":
		o := c.Child(c.word, "obj")
		return o >= 0 && slices.Contains([]string{"moment", "opportunity", "chance", "initiative", "day"}, c.Base(o))
	case c.object >= 0 && c.Base(c.object) == "call":
		return c.Child(c.object, "acl") >= 0 // "calls to remember them"
	case c.Base(c.word) == "take" && c.mode == "seize":
		o := c.Child(c.word, "obj")
		as := slices.ContainsFunc(c.Children(c.word, "obl"), func(k int) bool { return c.Preposition(k) == "as" })
		return as || o >= 0 && slices.Contains(duties, c.Base(o)) // "takes over the mission", "takes over as minister"
	case c.kind == "PROTEST":
		return c.Base(c.word) == "rally" && len(e.Actors) == 0 // "the dollar rallied"
	case c.kind == "SUPPORT" && w.Is("amod") && c.Agent(c.word) < 0:
		return true // "a supporting role", "recognized rights"
	case c.kind == "COOPERATE":
		return w.XPOS == "VBN" && w.Is("amod")
	case c.kind == "CONSULT":
		return c.passive() && len(e.Actors) == 0 || c.Base(c.word) == "host" && c.Child(c.word, "obj") >= 0 && (c.Child(c.Child(c.word, "obj"), "nummod") >= 0 || c.Base(c.Child(c.word, "obj")) == "refugee")
	case c.kind == "CONCEDE" && c.Base(c.word) == "release":
		o := c.Child(c.word, "obj", "nsubj:pass")
		return o >= 0 && slices.Contains(published, c.Base(o))
	case c.kind == "CONCEDE":
		return c.Base(c.word) == "free" && c.Child(c.word, "xcomp", "advcl") >= 0
	}
	return false
}

// duties are the nouns of what one takes over without force.
var duties = strings.Fields("mission command lead leadership role presidency operation job post office chair campaign duty responsibility company business task work")

// published are the nouns of what is released to the public.
var published = strings.Fields("photo photograph picture image video footage tape recording statement report document letter data figure detail name number result album film book text transcript information list study survey poll version record song gas water oil energy radiation product film movie fund money")

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
