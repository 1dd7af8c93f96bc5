package event

import (
	"cmp"
	"slices"
	"strings"

	"parley"
)

// governed returns the status of an infinitive, a gerund or a participle by its governor.
func (c *clause) governed(w, left int) parley.EventStatus {
	g := c.Words[w].Head
	if c.Words[w].Is("conj") {
		return c.joined(w, g, left)
	}
	for _, of := range []func(w, g, left int) parley.EventStatus{c.ofGerund, c.ofInfinitive, c.ofDenial, c.ofGovernor} {
		if s := of(w, g, left); s != "" {
			return s
		}
	}
	ing := c.Words[w].XPOS == "VBG"
	switch {
	case c.Words[g].UPOS == "NOUN":
		return c.beside(w, g, left)
	case c.Words[w].Is("advcl") && c.Words[g].UPOS == "VERB", slices.Contains(happening, c.Base(g)), ing && c.Words[w].Is("advcl", "acl"), c.Words[g].UPOS == "VERB" && c.Words[w].Is("xcomp", "ccomp"):
		return c.verbStatus(g, left-1)
	case ing:
		return parley.Happened
	}
	return parley.Proposed
}

// joined returns the status of a verb that "and" or "or" joins to word g: that of g, of which
// only the form counts and not what it means ("abandoned and looted").
func (c *clause) joined(w, g, left int) parley.EventStatus {
	if c.Words[g].UPOS == "CCONJ" && c.Words[g].Head >= 0 {
		g = c.Words[g].Head // A slip of the parser.
	}
	if at := c.Joined(w); at != c.Words[w].Head {
		g = at
	}
	participle := c.Words[w].XPOS == "VBN"
	switch {
	case participle && c.Words[g].XPOS == "VB":
		return parley.Happened // No participle is joined to an infinitive: it is a past tense.
	case participle && c.Words[g].XPOS == "VBN" && !c.Negated(g) && modal(c.Auxiliaries(g)) == "" && slices.Contains(cancelling, c.Base(g)):
		return c.past(g, c.Auxiliaries(g))
	}
	return c.verbStatus(g, left-1)
}

// supposed are the words whose gerund tells what might be: "the risk of displacing them".
var supposed = strings.Fields("justify risk mean involve entail imagine permit contemplate inadmissibility advisability legality danger")

// ofGerund returns the status that the form of a gerund and what it hangs on tell, or "".
func (c *clause) ofGerund(w, g, left int) parley.EventStatus {
	if c.Words[w].XPOS != "VBG" {
		return ""
	}
	base := c.Base(g)
	switch {
	case c.Preposition(w) == "since", c.Preposition(w) == "after":
		return parley.Happened
	case c.Preposition(w) == "while", c.Words[w].Is("amod") && c.object >= 0:
		return parley.Ongoing // "their improving relations"
	case slices.Contains(supposed, base):
		return parley.Proposed
	case c.Preposition(w) == "in" && c.Words[g].UPOS == "NOUN" && slices.Contains(planning, base):
		return parley.Happened // "the right decision in intervening"
	case c.Words[w].Is("acl") && slices.Contains([]string{"resolution", "draft", "bill", "proposal"}, base):
		return parley.Proposed // "a resolution sanctioning it"
	case w == c.word && c.gerundBefore() && c.Words[g].Head >= 0 && slices.Contains(proposing, c.Base(c.Words[g].Head)):
		return parley.Proposed // "intent on crushing resistance"
	case c.Words[w].Is("csubj") && c.Child(w, "nsubj") < 0:
		return parley.Proposed // "toppling him would be hazardous"
	case c.Words[w].Is("ccomp", "xcomp") && slices.Contains(preventing, base) && c.Preposition(w) == "" && c.Words[g].XPOS == "VB":
		return parley.Ongoing // "should act to stop forces killing civilians"
	case c.Words[w].Is("advcl") && c.Preposition(w) == "" && c.Words[g].UPOS == "VERB":
		return c.verbStatus(g, left-1) // "opened fire, killing three", "the groups meeting there agreed"
	}
	return ""
}

// ofInfinitive returns the status that the words around an infinitive, or what stands in its
// place, tell, or "".
func (c *clause) ofInfinitive(w, g, _ int) parley.EventStatus {
	base := c.Base(g)
	switch {
	case c.Words[w].XPOS == "VB" && slices.ContainsFunc(c.Children(g, "advmod"), func(k int) bool { return c.lower(k) == "too" }):
		return parley.Denied // "too dangerous to visit"
	case c.ForWhom(w) >= 0 && !slices.Contains(planning, base):
		return parley.Proposed // "backed a plan for the king to step down"
	case c.forward(g), slices.ContainsFunc(c.Children(g, "advmod"), func(k int) bool { return c.lower(k) == "due" }):
		return parley.Planned // "is due on Tuesday to travel", as the parser has it
	case slices.ContainsFunc(c.Children(w), func(k int) bool { return c.lower(k) == "whether" }):
		return parley.Proposed // "a decision on whether to use force"
	case base == "have" && slices.ContainsFunc(append(c.Children(g, "advmod"), c.Children(w, "advmod")...), func(k int) bool { return c.lower(k) == "yet" }):
		return parley.Denied // "has yet to release them"
	case base == "have" && c.Words[w].XPOS == "VB" && c.Words[w].Is("xcomp") && c.Child(g, "obj") < 0 && (c.Words[g].XPOS == "VBP" || c.Words[g].XPOS == "VBZ"):
		return parley.Proposed // "we have to investigate"
	case c.Words[w].XPOS == "VB" && c.nounStands(w) != "":
		return c.nounStands(w)
	case c.Words[w].XPOS == "VB" && c.Words[w].Is("xcomp") && c.soughtBetween(g, w):
		return parley.Proposed
	case c.Words[w].Is("acl", "advcl") && c.Words[g].UPOS == "NOUN" && (c.Ranked(g) || c.superlative(g)):
		return parley.Happened
	}
	return ""
}

// superlative reports whether a noun is the most or the least of its kind: "the largest state to
// recognise it", "the most vocal leader to support it".
func (c *clause) superlative(g int) bool {
	return slices.ContainsFunc(c.Children(g, "amod"), func(m int) bool {
		return c.Words[m].XPOS == "JJS" || slices.ContainsFunc(c.Children(m, "advmod"), func(k int) bool { return c.lower(k) == "most" || c.lower(k) == "least" })
	})
}

// ofDenial returns the status of what is denied, prevented or made possible by the governor
// of a verb, or "".
func (c *clause) ofDenial(w, g, left int) parley.EventStatus {
	base, ing := c.Base(g), c.Words[w].XPOS == "VBG"
	switch {
	case c.Negated(g) && ing && slices.Contains([]string{"rule", "exclude"}, base):
		return parley.Proposed // "has not ruled out arming them"
	case c.Negated(g) && (slices.Contains(proposing, base) || slices.Contains(planning, base)), slices.Contains(denying, base) && (!ing || slices.Contains([]string{"rule", "deny", "avoid", "refuse", "abstain", "refrain"}, base)):
		return parley.Denied
	case ing && c.Preposition(w) == "from" && base == "stop" && c.Words[g].XPOS == "VB" && left > 0 && slices.Contains([]parley.EventStatus{parley.Proposed, parley.Planned}, c.verbStatus(g, left-1)):
		return parley.Ongoing // "would try to stop them from attacking"
	case ing && c.Preposition(w) == "from" && slices.Contains(preventing, base):
		return c.prevented(g)
	case (base == "able" || base == "enough") && (c.Preposition(g) == "if" || c.Child(g, "nsubj") >= 0 && c.Preposition(c.Child(g, "nsubj")) == "if"):
		return parley.ConditionalEvent
	case (base == "able" || base == "enough") && c.wasAble(g):
		return parley.Happened // "was enough to prompt the veto"
	case ing && c.Preposition(w) == "of" && slices.Contains([]string{"issue", "matter", "topic", "subject", "task"}, base):
		return parley.Proposed // "the issue of toppling him"
	}
	return ""
}

// ofGovernor returns the status that the lists of status.txt give to the governor of a verb, or "".
func (c *clause) ofGovernor(w, g, left int) parley.EventStatus {
	base, ing := c.Base(g), c.Words[w].XPOS == "VBG"
	switch {
	case slices.Contains(cancelling, base):
		return parley.CancelledEvent
	case c.brought(w, g, left):
		return parley.Happened
	case slices.Contains([]string{"try", "attempt"}, base) && c.Words[w].XPOS == "VB" && slices.Contains(achieved, c.kind):
		return parley.Proposed // "trying to topple him"; who tries to attack does.
	case slices.Contains(planning, base) && (c.kind == "COOPERATE" || c.kind == "SUPPORT") && strings.HasPrefix(base, "commit"):
		return parley.Ongoing // One is committed to what one does.
	case c.plans(g):
		if v := c.Words[g].Head; c.Words[g].UPOS == "NOUN" && v >= 0 && modal(c.Auxiliaries(v)) == parley.Proposed {
			return parley.Proposed // "should not make any decision to arm them"
		}
		return cmp.Or(c.unsettled(g, left), parley.Planned)
	case c.proposes(g) && c.Words[g].Is("xcomp") && c.Words[g].Head >= 0 && slices.Contains(denying, c.Base(c.Words[g].Head)):
		return parley.Denied // "refuse to consider talking"
	case c.proposes(g), c.Words[w].XPOS == "VB" && base == "tell" && c.Preposition(w) == "to", c.Words[w].XPOS == "VB" && slices.Contains(striving, base):
		return parley.Proposed
	case slices.Contains(going, base) && !(base == "effort" && !ing && !c.thanked(g)):
		return parley.Ongoing
	}
	return ""
}

// achieved are the types of acts that are not done by who only tries.
var achieved = strings.Fields("COERCE AGREE CONCEDE RETREAT SANCTION CONSULT")

// bringing are the verbs of who makes another do what an infinitive tells.
var bringing = strings.Fields("persuade convince help get force compel")

// brought reports whether somebody was brought to do what a verb tells: "persuaded them to accept".
func (c *clause) brought(w, g, left int) bool {
	return left > 0 && c.participleOf(g) && c.Words[w].XPOS == "VB" && c.Words[w].Is("xcomp", "ccomp") && slices.Contains(bringing, c.Base(g)) && c.verbStatus(g, left-1) == parley.Happened
}

// participleOf reports whether a word is a past tense or participle.
func (c *clause) participleOf(g int) bool {
	return c.Words[g].XPOS == "VBD" || c.Words[g].XPOS == "VBN"
}

// unsettled returns the status of a plan that is only sought or denied itself: "wants them to
// agree to start talks", or "".
func (c *clause) unsettled(g, left int) parley.EventStatus {
	if c.Words[g].XPOS != "VB" || left <= 0 {
		return ""
	}
	if s := c.verbStatus(g, left-1); s == parley.Proposed || s == parley.Denied {
		return s
	}
	return ""
}

// striving are the verbs of who has not yet reached what an infinitive behind them tells:
// "fighting to capture the town".
var striving = strings.Fields("work fight battle struggle vie scramble compete campaign lobby")

// preventing are the verbs of keeping somebody from what they govern.
var preventing = strings.Fields("stop prevent keep block bar ban deter dissuade prohibit hinder")

// prevented returns the status of what somebody is kept from doing: it is not done, but
// where nothing stops them it is.
func (c *clause) prevented(g int) parley.EventStatus {
	switch s := c.verbStatus(g, 0); s {
	case parley.Denied:
		return parley.Happened
	case parley.Happened, parley.Ongoing:
		return parley.Denied
	default:
		return parley.Proposed
	}
}

// wasAble reports whether somebody has been able to do a thing, and so did it: "was able to
// adopt", and not "is able to".
func (c *clause) wasAble(g int) bool {
	return slices.ContainsFunc(c.Children(g, "cop"), func(k int) bool { return slices.Contains([]string{"was", "were", "been"}, c.lower(k)) }) &&
		modal(c.Auxiliaries(g)) == ""
}

// abilities are the nouns of what one may or can do: "full authority to negotiate".
var abilities = strings.Fields("power authority right ability permission mandate responsibility duty obligation capacity chance opportunity freedom readiness willingness")

// forward reports whether a verb looks forward to what it governs.
func (c *clause) forward(g int) bool {
	return slices.ContainsFunc(c.Children(g, "advmod"), func(k int) bool { return c.lower(k) == "forward" }) && c.Base(g) == "look"
}

// nounStands returns the status that a noun right before an infinitive gives it, whatever
// the parser hangs the infinitive on: "their resolve to", "the authority to"; or "".
func (c *clause) nounStands(w int) parley.EventStatus {
	to := c.Child(w, "mark")
	if to < 1 || to > w || c.Words[to-1].UPOS != "NOUN" && c.Words[to-1].UPOS != "PROPN" {
		return ""
	}
	if d := c.Words[to-1].Head; d >= 0 && d < to && c.Words[to-1].Is("nmod") && c.Preposition(to-1) == "of" && slices.Contains(denying, c.Base(d)) {
		return parley.Denied // "the refusal of Kestria to release them"
	}
	switch noun := c.Base(to - 1); {
	case c.Negated(to-1) && (slices.Contains(abilities, noun) || slices.Contains(resolves, noun)):
		return parley.Denied
	case slices.Contains(abilities, noun):
		return parley.Proposed
	case slices.Contains(resolves, noun):
		return parley.Planned
	}
	return ""
}

// resolves are the nouns of what one means to do.
var resolves = strings.Fields("planning resolve determination intention intent plan pledge vow")

// soughtBetween reports whether what is sought stands between a verb and an infinitive that the
// parser hangs on the verb: "welcomed the initiative to hold talks".
func (c *clause) soughtBetween(g, w int) bool {
	o := c.Child(g, "obj")
	return o > g && o < w && (slices.Contains(proposing, c.Base(o)) || slices.Contains(striving, c.Base(o))) && c.Words[o].UPOS == "NOUN"
}

// thanking are the words for what somebody does already.
var thanking = strings.Fields("appreciation appreciate praise thank thanks gratitude commend applaud laud welcome salute recognise recognize")

// thanked reports whether a noun names what somebody is thanked for: "appreciation for their
// efforts to rescue".
func (c *clause) thanked(w int) bool {
	h := c.Words[w].Head
	return h >= 0 && slices.Contains(thanking, c.Base(h))
}

// notAlways reports whether a denial leaves that a thing is done at times: "do not always".
func (c *clause) notAlways(w int) bool {
	return slices.ContainsFunc(c.Children(w, "advmod"), func(k int) bool {
		return slices.Contains([]string{"always", "necessarily", "merely", "simply", "just"}, c.lower(k)) && c.Negated(w)
	})
}

// scruples are the nouns that only keep somebody from a thing where they have them: "had no
// qualms about killing them".
var scruples = strings.Fields("qualm scruple hesitation regret remorse trouble problem difficulty shame")

// beside returns the status of an infinitive or gerund that hangs on a noun by the verb
// that governs the noun: "conducted an operation to rescue", "soldiers fighting the rebels".
func (c *clause) beside(w, g, left int) parley.EventStatus {
	v := c.Words[g].Head
	ing := c.Words[w].XPOS == "VBG"
	switch {
	case ing && c.Negated(g) && slices.Contains(scruples, c.Base(g)):
		return parley.Happened
	case v >= 0 && ing && c.Words[g].Is("obj") && slices.Contains(preventing, c.Base(v)) && left > 0 && slices.Contains([]parley.EventStatus{parley.Proposed, parley.Planned}, c.verbStatus(v, left-1)):
		return parley.Ongoing // "should act to stop forces killing civilians"
	case v >= 0 && c.Words[v].UPOS == "VERB" && ing && c.Words[g].Is("nsubj") && modal(c.Auxiliaries(v)) != "":
		return parley.Ongoing // "rebels battling the army may lose"
	case v >= 0 && c.Words[v].UPOS == "VERB" && (ing || slices.Contains(happening, c.Base(v))):
		return c.verbStatus(v, left-1)
	case ing:
		return parley.Ongoing
	}
	return parley.Proposed
}
