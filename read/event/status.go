package event

import (
	"slices"
	"strings"

	"parley"
)

// status tells how an event stands.
func (r *reader) status(c *clause) parley.EventStatus {
	if r.conditional(c) && !c.ordered() {
		return parley.ConditionalEvent
	}
	var s parley.EventStatus
	if c.noun {
		s = r.nounStatus(c)
	} else {
		s = c.verbStatus(c.word, reach)
		if s == parley.Ongoing && r.dayStatus(c) == parley.Happened && c.Words[c.word].XPOS == "VBZ" {
			s = parley.Happened // "August 1985 - the general takes over"
		}
	}
	if (s == parley.Happened || s == parley.Ongoing || s == parley.Proposed) && r.disowned(c) {
		return parley.Denied
	}
	return s
}

// had reports whether a verb is told in a perfect.
func (c *clause) had() bool {
	return slices.ContainsFunc(c.Auxiliaries(c.word), func(a string) bool { return a == "has" || a == "have" || a == "had" })
}

// ordered reports whether a verb stands under "must" or "should".
func (c *clause) ordered() bool {
	return slices.ContainsFunc(c.Auxiliaries(c.word), func(a string) bool { return a == "must" || a == "should" })
}

// disowned reports whether an event is what a statement denies: its verb, or what that
// verb governs, is the head of the content.
func (r *reader) disowned(c *clause) bool {
	s := r.said.At(c.Words[c.word].Span)
	if s == nil || s.Act != parley.Deny {
		return false
	}
	w := c.word
	for range 2 {
		g := c.Words[w].Head
		if g < 0 {
			return false
		}
		if s.Cue.Overlaps(c.Words[g].Span) && c.Base(g) == "deny" {
			return true
		}
		w = g
	}
	return false
}

// conditional reports whether a trigger stands in a condition, or in what depends on one.
func (r *reader) conditional(c *clause) bool {
	at := c.Words[c.word].Span
	if w := &c.Words[c.word]; w.Relation == "acl:relcl" && (w.XPOS == "VBD" || w.XPOS == "VBN" && c.had()) {
		return false // "if the trials of those who killed him end"
	}
	if p := c.Preposition(c.word); c.noun && (p == "since" || p == "after" || p == "during" || p == "amid" || p == "despite") {
		return false // "would be the first since the uprising"
	}
	return slices.ContainsFunc(r.conditions[c.sentence], func(i int) bool {
		k := &r.reading.Conditions[i]
		return k.Antecedent.Overlaps(at) || k.Consequent.Overlaps(at)
	})
}

// verbStatus tells how what a verb says stands, by its form and its governors.
func (c *clause) verbStatus(w, left int) parley.EventStatus {
	if p := c.Preposition(w); c.Negated(w) && !c.notAlways(w) || c.NoObject(w) || p == "rather than" || p == "instead of" {
		return parley.Denied
	} else if p == "if" || p == "even if" {
		return parley.ConditionalEvent
	}
	aux := c.Auxiliaries(w)
	if s := modal(aux); s != "" {
		return s
	}
	word := &c.Words[w]
	switch {
	case word.Is("acl", "ccomp") && word.Head >= 0 && c.Words[word.Head].UPOS == "NOUN" && c.Negated(word.Head) && slices.Contains(proofs, c.Base(word.Head)):
		return parley.Denied
	case word.Head >= 0 && left > 0 && c.Base(word.Head) == "see" && word.Is("xcomp", "ccomp", "advcl") && c.Words[word.Head].XPOS == "VB" && c.Words[word.Head].Is("xcomp", "ccomp"):
		return c.verbStatus(word.Head, left-1) // "do not want to see them killed"
	case (word.XPOS == "VBP" || word.XPOS == "VBZ") && word.Head >= 0 && left > 0 && c.whenTold(w):
		return parley.Planned // "is expected to end it when they meet"
	case word.XPOS == "VB" && slices.Contains(aux, "did"):
		return parley.Happened
	case (word.Head < 0 || c.Child(w, "cop") >= 0) && word.XPOS == "VB" && c.Preposition(w) == "to":
		return parley.Proposed // "the aim was to free them"
	case word.XPOS == "VBN" && word.Head >= 0 && left > 0 && c.Base(word.Head) == "suppose" && word.Is("xcomp"):
		return parley.Planned // "were supposed to have left"
	case slices.Contains(cancelling, c.Base(w)) && c.word != w:
		return parley.CancelledEvent
	case word.Relation == "acl:relcl" && (word.XPOS == "VBP" || word.XPOS == "VB") && word.Head >= 0 && c.whoever(word.Head):
		return parley.Proposed // "an amnesty for any who capture him"
	case word.Is("ccomp") && word.Head >= 0 && c.Base(word.Head) == "deny":
		return parley.Denied
	case word.Is("ccomp") && word.Head >= 0 && len(aux) == 1 && aux[0] == "be" && slices.Contains(demanding, c.Base(word.Head)):
		return parley.Proposed // "demanded that they be given help"
	case word.Is("acl", "ccomp") && word.Head >= 0 && len(aux) == 0 && slices.Contains(demanding, c.Base(word.Head)) && (c.unchanged(w) || word.XPOS == "VBP" || word.XPOS == "VB"):
		return parley.Proposed // "demands that he quit"
	case (word.XPOS == "VBP" || word.XPOS == "VB") && slices.Contains([]string{"until", "before", "unless", "once"}, c.Preposition(w)):
		return parley.Planned // "until we capture him"
	case (word.XPOS == "VBP" || word.XPOS == "VBZ") && strings.HasSuffix(c.lower(w), "ed"), word.XPOS == "VBP" && c.unchanged(w):
		return c.past(w, aux) // A slip of the tagger.
	case word.XPOS == "VBG" && len(aux) > 0, word.XPOS == "VBZ", word.XPOS == "VBP" && len(aux) == 0:
		return c.present(w)
	case word.XPOS == "VBN" && len(aux) == 1 && aux[0] == "being" && word.Head >= 0 && slices.Contains(proposing, c.Base(word.Head)):
		return parley.Proposed // "little prospect of being toppled"
	case word.XPOS == "VBN" && len(aux) == 1 && aux[0] == "be" && word.Head >= 0 && left > 0 && c.Preposition(w) == "to":
		return c.governed(w, left) // "is not likely to be overthrown"
	case word.XPOS == "VBD" || word.XPOS == "VBN" && (len(aux) > 0 || word.Is("acl", "amod", "root", "ccomp") || word.Is("advcl") && c.Agent(w) >= 0):
		return c.past(w, aux)
	case word.Head < 0 || left == 0:
		return parley.Happened
	}
	return c.governed(w, left)
}

// demanding are the words behind which a clause tells what is to be.
var demanding = strings.Fields("demand insist urge request propose recommend suggest call insistence proposal recommendation")

// unchanging are the verbs whose past is their base form.
var unchanging = strings.Fields("quit hit cut shut put set let split spread beat cast shed burst")

// unchanged reports whether a verb that looks like a present is a past: "he quit".
func (c *clause) unchanged(w int) bool {
	s := c.Child(w, "nsubj")
	return slices.Contains(unchanging, c.lower(w)) && s >= 0 && (slices.Contains([]string{"he", "she", "it", "who"}, c.lower(s)) || c.Words[s].XPOS == "NN" || c.Words[s].XPOS == "NNP") && c.Child(s, "conj") < 0
}

// modal returns the status that auxiliaries tell, or "".
func modal(aux []string) parley.EventStatus {
	for _, a := range aux {
		switch a {
		case "will", "'ll", "’ll", "shall", "wo", "would", "'d":
			return parley.Planned
		case "may", "might", "could", "can", "should", "must", "ca", "ought":
			return parley.Proposed
		}
	}
	return ""
}

// whenTold reports whether a verb stands behind "when" under one of what is to come.
func (c *clause) whenTold(w int) bool {
	when := slices.ContainsFunc(c.Children(w, "advmod", "mark"), func(k int) bool { return c.lower(k) == "when" })
	return when && c.Words[c.Words[w].Head].UPOS == "VERB" && c.verbStatus(c.Words[w].Head, 1) == parley.Planned
}

// whoever reports whether a noun names whoever it may be.
func (c *clause) whoever(g int) bool {
	return slices.Contains([]string{"anyone", "anybody", "whoever", "any"}, c.Base(g)) || slices.ContainsFunc(c.Children(g, "det"), func(k int) bool { return c.lower(k) == "any" })
}

// proofs are the nouns whose denial denies what they are of: "no evidence that they fired".
var proofs = strings.Fields("evidence proof sign indication confirmation")

// present returns the status of a present tense: "going to" and "is set to" are to come.
func (c *clause) present(w int) parley.EventStatus {
	if w == c.word || slices.Contains(happening, c.Base(w)) || slices.Contains(going, c.Base(w)) {
		return parley.Ongoing
	}
	return parley.Happened
}

// past returns the status of a past tense or perfect.
func (c *clause) past(w int, aux []string) parley.EventStatus {
	if slices.Contains(aux, "is") || slices.Contains(aux, "are") {
		return parley.Ongoing
	}
	if (slices.Contains(aux, "has") || slices.Contains(aux, "have")) && c.sinceThen(w) {
		return parley.Ongoing
	}
	return parley.Happened
}

// sinceThen reports whether a verb is told from a time on: "has resisted since the vote".
func (c *clause) sinceThen(w int) bool {
	for _, k := range c.Children(w, "obl", "advcl", "advmod") {
		if c.Base(k) == "since" || c.Preposition(k) == "since" {
			return true
		}
		if m := c.Child(k, "mark"); m >= 0 && c.lower(m) == "since" {
			return true
		}
	}
	return false
}

// governed returns the status of an infinitive, a gerund or a participle by its governor.
func (c *clause) governed(w, left int) parley.EventStatus {
	g := c.Words[w].Head
	if c.Words[w].Is("conj") {
		if c.Words[w].XPOS == "VBN" && c.Words[g].XPOS == "VB" {
			return parley.Happened // No participle is joined to an infinitive: it is a past tense.
		}
		return c.verbStatus(g, left-1)
	}
	base := c.Base(g)
	ing := c.Words[w].XPOS == "VBG"
	switch {
	case ing && (c.Preposition(w) == "since" || c.Preposition(w) == "after"):
		return parley.Happened
	case ing && c.Preposition(w) == "while":
		return parley.Ongoing
	case ing && c.Words[w].Is("acl") && slices.Contains([]string{"resolution", "draft", "bill", "proposal"}, base):
		return parley.Proposed // "a resolution sanctioning it"
	case w == c.word && c.gerundBefore() && c.Words[g].Head >= 0 && slices.Contains(proposing, c.Base(c.Words[g].Head)):
		return parley.Proposed // "intent on crushing resistance"
	case ing && c.Words[w].Is("csubj") && c.Child(w, "nsubj") < 0:
		return parley.Proposed // "toppling him would be hazardous"
	case ing && c.Words[w].Is("ccomp", "xcomp") && slices.Contains(preventing, base) && c.Preposition(w) == "" && c.Words[g].XPOS == "VB":
		return parley.Ongoing // "should act to stop forces killing civilians"
	case ing && c.Words[w].Is("advcl") && c.Preposition(w) == "" && c.Words[g].UPOS == "VERB":
		return c.verbStatus(g, left-1) // "opened fire, killing three", "the groups meeting there agreed"
	case c.Words[w].XPOS == "VB" && slices.ContainsFunc(c.Children(g, "advmod"), func(k int) bool { return c.lower(k) == "too" }):
		return parley.Denied // "too dangerous to visit"
	case c.ForWhom(w) >= 0 && !slices.Contains(planning, base):
		return parley.Proposed // "backed a plan for the king to step down"
	case c.forward(g):
		return parley.Planned
	case base == "have" && slices.ContainsFunc(append(c.Children(g, "advmod"), c.Children(w, "advmod")...), func(k int) bool { return c.lower(k) == "yet" }):
		return parley.Denied // "has yet to release them"
	case c.Words[w].XPOS == "VB" && c.nounStands(w) != "":
		return c.nounStands(w)
	case c.Words[w].XPOS == "VB" && c.Words[w].Is("xcomp") && c.soughtBetween(g, w):
		return parley.Proposed
	case c.Words[w].Is("acl", "advcl") && c.Words[g].UPOS == "NOUN" && c.Ranked(g):
		return parley.Happened
	case c.Negated(g) && (slices.Contains(proposing, base) || slices.Contains(planning, base)), slices.Contains(denying, base) && (!ing || slices.Contains([]string{"rule", "deny", "avoid", "refuse"}, base)):
		return parley.Denied
	case ing && c.Preposition(w) == "from" && slices.Contains(preventing, base):
		return c.prevented(g)
	case (base == "able" || base == "enough") && (c.Preposition(g) == "if" || c.Child(g, "nsubj") >= 0 && c.Preposition(c.Child(g, "nsubj")) == "if"):
		return parley.ConditionalEvent
	case (base == "able" || base == "enough") && c.wasAble(g):
		return parley.Happened // "was enough to prompt the veto"
	case ing && c.Preposition(w) == "of" && slices.Contains([]string{"issue", "matter", "topic", "subject", "task"}, base):
		return parley.Proposed // "the issue of toppling him"
	case slices.Contains(cancelling, base):
		return parley.CancelledEvent
	case slices.Contains(planning, base) && (c.kind == "COOPERATE" || c.kind == "SUPPORT") && strings.HasPrefix(base, "commit"):
		return parley.Ongoing // One is committed to what one does.
	case c.plans(g):
		if v := c.Words[g].Head; c.Words[g].UPOS == "NOUN" && v >= 0 && modal(c.Auxiliaries(v)) == parley.Proposed {
			return parley.Proposed // "should not make any decision to arm them"
		}
		return parley.Planned
	case c.proposes(g) && c.Words[g].Is("xcomp") && c.Words[g].Head >= 0 && slices.Contains(denying, c.Base(c.Words[g].Head)):
		return parley.Denied // "refuse to consider talking"
	case c.proposes(g), c.Words[w].XPOS == "VB" && base == "tell" && c.Preposition(w) == "to", c.Words[w].XPOS == "VB" && slices.Contains(striving, base):
		return parley.Proposed
	case slices.Contains(going, base) && !(base == "effort" && !ing && !c.thanked(g)):
		return parley.Ongoing
	case c.Words[g].UPOS == "NOUN":
		return c.beside(w, g, left)
	case c.Words[w].Is("advcl") && c.Words[g].UPOS == "VERB", slices.Contains(happening, base), ing && c.Words[w].Is("advcl", "acl"), c.Words[g].UPOS == "VERB" && c.Words[w].Is("xcomp", "ccomp"):
		return c.verbStatus(g, left-1)
	case ing:
		return parley.Happened
	}
	return parley.Proposed
}

// striving are the verbs of who has not yet reached what an infinitive behind them tells:
// "fighting to capture the town".
var striving = strings.Fields("fight battle struggle vie scramble compete campaign lobby")

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
var resolves = strings.Fields("resolve determination intention intent plan pledge vow")

// soughtBetween reports whether what is sought stands between a verb and an infinitive that the
// parser hangs on the verb: "welcomed the initiative to hold talks".
func (c *clause) soughtBetween(g, w int) bool {
	o := c.Child(g, "obj")
	return o > g && o < w && slices.Contains(proposing, c.Base(o)) && c.Words[o].UPOS == "NOUN"
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
