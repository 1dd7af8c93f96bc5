package event

import (
	"cmp"
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
	}
	if (s == parley.Happened || s == parley.Ongoing) && r.disowned(c) {
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
	return slices.ContainsFunc(r.conditions[c.sentence], func(i int) bool {
		k := &r.reading.Conditions[i]
		return k.Antecedent.Overlaps(at) || k.Consequent.Overlaps(at)
	})
}

// verbStatus tells how what a verb says stands, by its form and its governors.
func (c *clause) verbStatus(w, left int) parley.EventStatus {
	if c.Negated(w) || c.NoObject(w) {
		return parley.Denied
	}
	aux := c.Auxiliaries(w)
	if s := modal(aux); s != "" {
		return s
	}
	word := &c.Words[w]
	switch {
	case word.Is("acl", "ccomp") && word.Head >= 0 && c.Words[word.Head].UPOS == "NOUN" && c.Negated(word.Head) && slices.Contains(proofs, c.Base(word.Head)):
		return parley.Denied
	case word.Head >= 0 && left > 0 && c.Base(word.Head) == "see" && word.Is("xcomp", "ccomp") && c.Words[word.Head].XPOS == "VB":
		return c.verbStatus(word.Head, left-1) // "do not want to see them killed"
	case word.XPOS == "VB" && slices.Contains(aux, "did"):
		return parley.Happened
	case (word.Head < 0 || c.Child(w, "cop") >= 0) && word.XPOS == "VB" && c.Preposition(w) == "to":
		return parley.Proposed // "the aim was to free them"
	case word.XPOS == "VBN" && word.Head >= 0 && left > 0 && c.Base(word.Head) == "suppose" && word.Is("xcomp"):
		return parley.Planned // "were supposed to have left"
	case slices.Contains(cancelling, c.Base(w)) && c.word != w:
		return parley.CancelledEvent
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
	return slices.Contains(unchanging, c.lower(w)) && s >= 0 && (slices.Contains([]string{"he", "she", "it"}, c.lower(s)) || c.Words[s].XPOS == "NN" || c.Words[s].XPOS == "NNP") && c.Child(s, "conj") < 0
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
	case w == c.word && c.gerundBefore() && c.Words[g].Head >= 0 && slices.Contains(proposing, c.Base(c.Words[g].Head)):
		return parley.Proposed // "intent on crushing resistance"
	case ing && c.Words[w].Is("csubj"):
		return parley.Proposed // "toppling him would be hazardous"
	case ing && c.Words[w].Is("advcl") && c.Preposition(w) == "" && w > g && c.Words[g].UPOS == "VERB":
		return c.verbStatus(g, left-1) // "opened fire, killing three"
	case c.Words[w].XPOS == "VB" && slices.ContainsFunc(c.Children(g, "advmod"), func(k int) bool { return c.lower(k) == "too" }):
		return parley.Denied // "too dangerous to visit"
	case c.forward(g):
		return parley.Planned
	case base == "have" && slices.ContainsFunc(append(c.Children(g, "advmod"), c.Children(w, "advmod")...), func(k int) bool { return c.lower(k) == "yet" }):
		return parley.Denied // "has yet to release them"
	case c.Words[w].XPOS == "VB" && c.nounStands(w) != "":
		return c.nounStands(w)
	case c.Words[w].XPOS == "VB" && c.Words[w].Is("xcomp") && c.soughtBetween(g, w):
		return parley.Proposed
	case c.Words[w].Is("acl") && slices.ContainsFunc(c.Children(g, "amod"), func(m int) bool { return slices.Contains(ranked, c.lower(m)) }):
		return parley.Happened
	case c.Negated(g) && (slices.Contains(proposing, base) || slices.Contains(planning, base)), slices.Contains(denying, base) && !ing:
		return parley.Denied
	case ing && c.Preposition(w) == "from" && slices.Contains(preventing, base):
		return c.prevented(g)
	case base == "able" && c.wasAble(g):
		return parley.Happened
	case slices.Contains(cancelling, base):
		return parley.CancelledEvent
	case slices.Contains(planning, base) && (c.kind == "COOPERATE" || c.kind == "SUPPORT") && strings.HasPrefix(base, "commit"):
		return parley.Ongoing // One is committed to what one does.
	case c.plans(g):
		if v := c.Words[g].Head; c.Words[g].UPOS == "NOUN" && v >= 0 && modal(c.Auxiliaries(v)) == parley.Proposed {
			return parley.Proposed // "should not make any decision to arm them"
		}
		return parley.Planned
	case c.proposes(g):
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
	if to < 1 || to > w || c.Words[to-1].UPOS != "NOUN" {
		return ""
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

// ranked are the words that rank who has done what an infinitive says: "the first to visit".
var ranked = strings.Fields("first second third last latest only")

// beside returns the status of an infinitive or gerund that hangs on a noun by the verb
// that governs the noun: "conducted an operation to rescue", "soldiers fighting the rebels".
func (c *clause) beside(w, g, left int) parley.EventStatus {
	v := c.Words[g].Head
	ing := c.Words[w].XPOS == "VBG"
	switch {
	case v >= 0 && c.Words[v].UPOS == "VERB" && ing && c.Words[g].Is("nsubj") && modal(c.Auxiliaries(v)) != "":
		return parley.Ongoing // "rebels battling the army may lose"
	case v >= 0 && c.Words[v].UPOS == "VERB" && (ing || slices.Contains(happening, c.Base(v))):
		return c.verbStatus(v, left-1)
	case ing:
		return parley.Ongoing
	}
	return parley.Proposed
}

// nounStatus tells how what a noun says stands: by the words before it, by its governor,
// by its day.
func (r *reader) nounStatus(c *clause) parley.EventStatus {
	for _, m := range c.Children(c.word, "amod") {
		for _, quality := range []string{c.lower(m), c.Base(m)} {
			if s, ok := qualities[quality]; ok {
				return s
			}
		}
	}
	if c.Negated(c.word) && c.Preposition(c.word) == "" || c.shortOf() {
		return parley.Denied // And not "was not at the summit".
	}
	if s := c.nounClause(); s != "" {
		return s
	}
	s, day := c.nounGoverned(), r.dayStatus(c)
	if s == parley.Planned && day == parley.Happened {
		return day // "ahead of yesterday's meeting"
	}
	if s = cmp.Or(s, day); s != "" {
		return s
	}
	if c.lasts() {
		return parley.Ongoing
	}
	return parley.Happened
}

// shortOf reports whether somebody stops short of what a noun tells.
func (c *clause) shortOf() bool {
	of := c.Child(c.word, "case")
	return of > 0 && c.lower(of) == "of" && c.lower(of-1) == "short"
}

// lasts reports whether a trigger tells of something that is under way where nothing says more.
func (c *clause) lasts() bool {
	return slices.Contains(lasting, c.kind) && c.mode != "expel" || slices.Contains(lastingNouns, c.Base(c.word))
}

// nounClause returns the status that a clause behind a noun tells, or "": "the trip, which
// was cancelled", "talks scheduled for Friday".
func (c *clause) nounClause() parley.EventStatus {
	for _, v := range c.Children(c.word, "acl") {
		passive := c.Words[v].XPOS == "VBN"
		switch base := c.Base(v); {
		case passive && slices.Contains(cancelling, base):
			return parley.CancelledEvent
		case passive && slices.Contains([]string{"plan", "schedule", "slate", "set", "expect"}, base):
			return parley.Planned
		case passive && slices.Contains([]string{"propose", "seek", "suggest", "demand"}, base) && !c.agreedTo():
			return parley.Proposed
		}
	}
	return ""
}

// agreedTo reports whether a noun is what somebody has agreed to: "agreed to a deal proposed by".
func (c *clause) agreedTo() bool {
	g := c.Words[c.word].Head
	return g >= 0 && slices.Contains([]string{"agree", "accept", "sign", "reach", "strike", "back", "welcome"}, c.Base(g))
}

// climbing are the prepositions over which a noun stands as the word that governs it does:
// "calls for talks", "the prospect of talks". "Under the agreement" there is one.
var climbing = strings.Fields("of for to on towards toward into in between with about against")

// aside are the prepositions behind which a noun only tells when or in spite of what
// something else is done, so that it stands by itself.
var aside = strings.Fields("at during since by amid over until despite throughout under after following")

// climbMost is how many governors above a noun are asked for its status: "seeks agreement
// among Oru and other powers for a meeting".
const climbMost = 4

// nounGoverned returns the status that the governor of a noun tells, or "".
func (c *clause) nounGoverned() parley.EventStatus {
	w := c.word
	for range climbMost {
		g := c.Words[w].Head
		if g < 0 {
			return ""
		}
		if s, done := c.behindPreposition(w, g); done {
			return s
		}
		if s := c.underWord(w, g); s != "" {
			return s
		}
		if s, done := c.underVerb(w, g); done {
			return s
		}
		if !c.Words[w].Is("nmod", "conj", "compound", "obj") || c.Words[g].UPOS == "VERB" || slices.Contains(records, c.Base(g)) {
			return ""
		}
		w = g
	}
	return ""
}

// records are the nouns of what is told of an event that has been or goes on: "could watch
// footage of the crackdown".
var records = strings.Fields("footage video report news memory history victim anniversary leader member scene account witness evidence participant organiser organizer coverage pictures image photo")

// behindPreposition returns the status that the preposition of word w tells under its
// governor g. It is done where the preposition parts the noun from what governs it.
func (c *clause) behindPreposition(w, g int) (s parley.EventStatus, done bool) {
	switch p := c.Preposition(w); {
	case (p == "after" || p == "following") && w == c.word && c.Words[g].XPOS == "VBD":
		return parley.Happened, true
	case (p == "before" || p == "ahead of") && c.Words[g].UPOS != "NOUN" || c.Base(g) == "forward":
		return parley.Planned, true
	case p == "towards" || p == "toward":
		return parley.Proposed, true
	case (p == "for" || p == "to" || p == "with" || p == "about" || p == "against") && (w != c.word || !slices.Contains(mutual, c.kind)) && c.Words[w].Is("nmod") && c.Words[g].UPOS == "NOUN" && !c.leadsOn(g):
		return "", true // "sanctions on Kestria for its crackdown"
	case p == "without":
		return parley.Denied, true
	case w == c.word && c.within() && c.Words[w].Is("nmod") && c.Words[g].UPOS == "NOUN" && !c.leadsOn(g):
		return "", true // "the decision to punish them for the crackdown on protests"
	case p == "at" && w == c.word && c.kind == "PROTEST" && c.over(g):
		return parley.Happened, true
	case c.Words[w].Is("nmod") && p != "" && !slices.Contains(climbing, p), c.Words[w].Is("obl") && slices.Contains(aside, p):
		return "", true
	}
	return "", false
}

// leadsOn reports whether a noun tells what is to become of what stands behind its "for".
func (c *clause) leadsOn(g int) bool {
	base := c.Base(g)
	return slices.Contains(proposing, base) || slices.Contains(planning, base) || slices.Contains(denying, base) || slices.Contains(cancelling, base) || slices.Contains(abilities, base)
}

// over reports whether a verb is in the past tense.
func (c *clause) over(g int) bool {
	return c.Words[g].XPOS == "VBD" && !c.Negated(g)
}

// underWord returns the status of what stands at word w that its governor g tells as a word
// of status.txt, or "".
func (c *clause) underWord(w, g int) parley.EventStatus {
	base, word := c.Base(g), &c.Words[w]
	object := word.Is("obj", "iobj", "nsubj:pass", "nsubj", "obl", "nmod", "xcomp", "acl")
	undergoes := object && !word.Is("nsubj")
	switch {
	case slices.Contains(cancelling, base) && object:
		return parley.CancelledEvent
	case (c.kind == "PROTEST" || c.kind == "ASSAULT" && w == c.word) && slices.Contains(facing, base) && undergoes:
		return parley.Ongoing
	case slices.Contains(denying, base) && undergoes && c.Preposition(w) != "about":
		return parley.Denied
	case slices.Contains(lasting, c.kind) && strings.HasPrefix(base, "commit"):
		return parley.Ongoing
	case base == "include" && c.proposed(c.Child(g, "nsubj")):
		return parley.Proposed
	case base == "announce" && object && slices.Contains(suffered, c.Base(c.word)):
		return parley.Happened // "announced the arrest of two men"
	case c.plans(g) && object && !(word.Is("nsubj") && c.Words[g].UPOS == "VERB"):
		return parley.Planned
	case base == "discuss" && c.lasts() && c.Child(c.word, "det") >= 0 && c.lower(c.Child(c.word, "det")) == "the":
		return parley.Ongoing // "discussed the partnership", and not "discussed cooperation".
	case c.proposes(g) && undergoes && !(base == "support" && c.itsOwner() >= 0) && (base != "call" || slices.Contains([]string{"for", "on"}, c.Preposition(w)) || word.Is("xcomp", "acl") && word.UPOS == "VERB"):
		return parley.Proposed
	}
	return ""
}

// proposes reports whether a word is one under which an event is sought; of "open" only the
// adjective is, "open to talks".
func (c *clause) proposes(g int) bool {
	return slices.Contains(proposing, c.Base(g)) && (c.Base(g) != "open" || c.Words[g].UPOS != "VERB")
}

// plans reports whether a word is one of plans; of "go" only "going to" is.
func (c *clause) plans(g int) bool {
	base := c.Base(g)
	if base == "commit" && c.Words[g].UPOS == "VERB" && c.Child(g, "obj", "nsubj:pass") >= 0 && c.Child(g, "xcomp") < 0 {
		return false // "committed massacres"
	}
	return slices.Contains(planning, base) && (base != "go" || c.lower(g) == "going")
}

// underVerb returns the status of what stands at word w by the form of the verb g that
// governs it. It is done where g is a verb that tells one.
func (c *clause) underVerb(w, g int) (s parley.EventStatus, done bool) {
	base, word := c.Base(g), &c.Words[w]
	p := c.Preposition(w)
	switch {
	case slices.Contains(going, base) && word.Is("nsubj", "obj"):
		if s := modal(c.Auxiliaries(g)); s != "" && word.Is("obj") {
			return s, true
		}
		return parley.Ongoing, true
	case c.Words[g].UPOS != "VERB":
		return "", false
	case slices.Contains(happening, base) && word.Is("obj", "nsubj", "nsubj:pass", "obl"), base == "commit" && word.Is("obj", "nsubj:pass"):
		return c.verbStatus(g, reach), true
	case base == "negotiate" && word.Is("obj") && c.Words[g].XPOS != "VBD":
		return parley.Proposed, true // "was negotiating a deal"
	case word.Is("nsubj") && slices.Contains(coming, c.Base(w)) && slices.Contains(c.Auxiliaries(g), "will"):
		return parley.Planned, true
	case (c.kind == "COOPERATE" || c.kind == "SUPPORT") && word.Is("obl") && p == "in" && c.Negated(g):
		return parley.Denied, true // "is not acting in support of them"
	case c.kind == "COOPERATE" && word.Is("obl") && p == "in" && modal(c.Auxiliaries(g)) != "":
		return modal(c.Auxiliaries(g)), true
	case word.Is("obj") && c.within() && !slices.Contains(light, base):
		return "", true // "to finance the uprising": it goes on.
	case word.Is("obj", "nsubj:pass") || c.kind == "CONSULT" && word.Is("obl") && (p == "for" || p == "to"):
		return c.wished(g), true
	}
	return "", false
}

// coming are the nouns of what has its day, so that what it will do is to come as well:
// "their meeting will focus on trade".
var coming = strings.Fields("meeting visit trip summit conference session gathering protest march rally vote")

// facing are the verbs of what is done against something that goes on: "to crush the protests".
var facing = strings.Fields("crush quell suppress end stop halt fight curb contain disperse quash confront counter combat put smash defuse face")

// wishing are the verbs with which "would" tells a wish: "would welcome talks".
var wishing = strings.Fields("welcome like love prefer appreciate support favour favor back")

// judging are the verbs whose object is there whatever they do: "would condemn the crackdown".
var judging = strings.Fields("see consider regard view take condemn denounce criticise criticize deplore")

// wished returns planned or proposed for what hangs on a verb that has not happened itself,
// by its modal or as an infinitive: "would welcome talks", "efforts to secure the release";
// else "".
func (c *clause) wished(g int) parley.EventStatus {
	aux := c.Auxiliaries(g)
	if c.wishes(g) {
		return parley.Proposed
	}
	if s := modal(aux); s != "" && !slices.Contains(judging, c.Base(g)) {
		if c.Negated(g) {
			return parley.Proposed // "will not accept the intervention"
		}
		return s
	}
	if c.Words[g].XPOS == "VBG" && c.Words[g].Head >= 0 && c.forward(c.Words[g].Head) {
		return parley.Planned
	}
	if c.Words[g].XPOS != "VB" || c.Child(g, "mark") < 0 && !c.Words[g].Is("conj") {
		return ""
	}
	if s := c.verbStatus(g, reach); s == parley.Planned || s == parley.Proposed {
		return s
	}
	return ""
}

// proposed reports whether a noun names what is sought: "demands include".
func (c *clause) proposed(w int) bool { return w >= 0 && slices.Contains(proposing, c.Base(w)) }

// dayStatus returns planned for an event whose day is after the document's, or "".
func (r *reader) dayStatus(c *clause) parley.EventStatus {
	var e parley.Event
	r.place(c, &e)
	day := r.reading.Document.Published
	if len(day) < 10 || len(e.When) < 4 || e.When[0] < '0' || e.When[0] > '9' || strings.Contains(e.When, "W") {
		return ""
	}
	n := min(len(e.When), 10)
	switch {
	case e.When[:n] > day[:n]:
		return parley.Planned
	case e.When[:n] < day[:n] && !c.since():
		return parley.Happened
	}
	return ""
}

// since reports whether a trigger, or what governs it, is told from a day on: it may go on.
func (c *clause) since() bool {
	return slices.ContainsFunc(c.around(), func(w int) bool {
		return slices.ContainsFunc(c.Children(w, "obl", "nmod"), func(o int) bool { p := c.Preposition(o); return p != "in" && p != "on" && p != "" })
	})
}
