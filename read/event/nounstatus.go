package event

import (
	"cmp"
	"slices"
	"strings"

	"parley"
)

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
	if at := c.quantity(); at != c.word && (c.Preposition(at) == "after" || c.Preposition(at) == "following") {
		return parley.Happened // "after hours of talks"
	}
	if c.kind == "CONSULT" && c.Preposition(c.word) == "through" {
		return parley.Proposed // "the way out is through dialogue"
	}
	if c.Negated(c.word) && c.Preposition(c.word) == "" || c.shortOf() {
		return parley.Denied // And not "was not at the summit".
	}
	if s := c.nounClause(); s != "" {
		return s
	}
	if modal(c.Auxiliaries(c.word)) != "" {
		return parley.Proposed // "the only way would be a massacre"
	}
	if aux := c.Auxiliaries(c.word); c.Preposition(c.word) == "under" && len(aux) > 0 && c.lasting(aux[len(aux)-1]) {
		return parley.Ongoing // "they are under attack"
	}
	s, day := c.nounGoverned(), r.dayStatus(c)
	if day == parley.Happened && (s == parley.Planned || s == parley.Ongoing && (c.kind == "PROTEST" || c.kind == "ASSAULT")) {
		return day // "ahead of yesterday's meeting", "crushed a revolt in 1982"
	}
	if anyOf := slices.ContainsFunc(c.Children(c.word, "det"), func(k int) bool { return c.lower(k) == "any" }); anyOf && s != parley.Denied && s != parley.CancelledEvent {
		return parley.Proposed // "any talks would be on aid"
	}
	if s = cmp.Or(s, day); s != "" {
		return s
	}
	if slices.Contains(lasting, c.kind) && c.fresher() {
		return parley.Proposed // "discussions about further sanctions"
	}
	if c.kind == "PROTEST" && (slices.Contains(coming, c.Base(c.word)) || c.Base(c.word) == "demonstration") && r.pastClause(c) {
		return parley.Happened // "fired on a protest two weeks ago"
	}
	if c.lasts() && !c.backThen() {
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
	return slices.Contains(lasting, c.kind) && c.mode != "expel" && c.mode != "convict" && !slices.Contains(single, c.Base(c.word)) || slices.Contains(lastingNouns, c.Base(c.word))
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
var climbing = strings.Fields("including of for to on towards toward into in between with about against")

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
	case (p == "after" || p == "following") && w == c.word && (c.Words[g].XPOS == "VBD" || c.Words[g].XPOS == "VBN" && len(c.Auxiliaries(g)) > 0 && modal(c.Auxiliaries(g)) == ""):
		return parley.Happened, true
	case (p == "before" || p == "ahead of" || p == "prior to") && (c.Words[g].UPOS != "NOUN" || p == "ahead of") || c.Base(g) == "forward":
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
	case c.Words[w].Is("obl") && (p == "during" || p == "at" || p == "in") && w == c.word && c.Words[g].UPOS == "VERB" && c.toCome(g):
		return parley.Planned, true // "is expected to meet him during two days of talks"
	case c.Words[w].Is("nmod") && p != "" && !slices.Contains(climbing, p), c.Words[w].Is("obl") && slices.Contains(aside, p):
		return "", true
	}
	return "", false
}

// toCome reports whether a verb tells of what is to come.
func (c *clause) toCome(g int) bool {
	s := c.verbStatus(g, reach)
	return s == parley.Planned && c.kind == "CONSULT"
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
	case slices.Contains(cancelling, base) && object, c.kind == "SANCTION" && slices.Contains([]string{"lift", "waive", "remove"}, base) && object:
		return parley.CancelledEvent
	case slices.Contains(lasting, c.kind) && c.Words[g].UPOS == "NOUN" && slices.Contains([]string{"end", "halt"}, base) && undergoes:
		return parley.Ongoing // "demand an end to their support"
	case (c.kind == "PROTEST" || c.kind == "ASSAULT" && (w == c.word || c.Base(w) == "use")) && slices.Contains(facing, base) && undergoes && !(base == "fight" && slices.Contains([]string{"war", "battle"}, c.Base(c.word))):
		return parley.Ongoing
	case slices.Contains(denying, base) && undergoes && c.Preposition(w) != "about":
		return parley.Denied
	case slices.Contains(lasting, c.kind) && strings.HasPrefix(base, "commit"):
		return parley.Ongoing
	case base == "offer" && c.kind == "SUPPORT" && object && c.Words[g].UPOS == "VERB" && c.Words[g].XPOS != "VB":
		return parley.Happened // Who offers support has given it.
	case base == "vote" && c.Words[g].UPOS == "VERB" && c.Preposition(w) == "for" && c.kind != "AGREE":
		return parley.Planned // "voted for sanctions"
	case base == "involve" && c.Words[g].XPOS == "VBN" && slices.Contains(c.Auxiliaries(g), "was"):
		return parley.Happened // "was involved in the talks on the bombing"
	case base == "include" && c.proposed(c.Child(g, "nsubj")):
		return parley.Proposed
	case c.kind == "AGREE" && (base == "announce" || base == "agree") && object && c.Words[g].XPOS != "VB":
		return parley.Happened // "announced a deal", "agreed to a deal"
	case base == "announce" && object && slices.Contains(suffered, c.Base(c.word)):
		return parley.Happened // "announced the arrest of two men"
	case c.plans(g) && object && !(word.Is("nsubj") && c.Words[g].UPOS == "VERB") && !(word.Is("obl") && base == "announce" && c.asideOf(w)):
		return cmp.Or(c.unsettled(g, reach), parley.Planned)
	case slices.Contains(chances, base) && c.Words[g].UPOS == "NOUN" && word.Is("nmod") && c.Preposition(w) == "of":
		return parley.Proposed // "the risk of attacks", "talk of military action"
	case slices.Contains(abilities, base) && word.Is("nmod"):
		return parley.Proposed // "the right to peaceful protest"
	case word.Is("nsubj") && slices.Contains(choices, base) && len(c.Auxiliaries(g)) > 0:
		return parley.Proposed // "dialogue is the only solution"
	case slices.Contains([]string{"see", "regard", "view", "consider"}, base) && word.Is("nsubj:pass", "obj") && c.held(g):
		return parley.Proposed // "sanctions are seen as unlikely"
	case base == "discuss" && c.lasts() && c.Child(c.word, "det") >= 0 && c.lower(c.Child(c.word, "det")) == "the":
		return parley.Ongoing // "discussed the partnership", and not "discussed cooperation".
	case c.proposes(g) && undergoes && !(word.Is("obl") && c.asideOf(w)) && !c.sidesWith(base) && (base != "call" || slices.Contains([]string{"for", "on"}, c.Preposition(w)) || word.Is("xcomp", "acl") && word.UPOS == "VERB"):
		return parley.Proposed
	}
	return ""
}

// chances are the nouns of what may come.
var chances = strings.Fields("risk likelihood danger chance talk fear threat probability")

// choices are the nouns of what might be done.
var choices = strings.Fields("option solution possibility alternative goal aim priority prerequisite necessity")

// held reports whether a verb of judging is told with a word of what might be: "seen as unlikely".
func (c *clause) held(g int) bool {
	return slices.ContainsFunc(c.Children(g, "obl", "xcomp", "advcl"), func(k int) bool {
		return slices.Contains([]string{"likely", "unlikely", "possible", "impossible", "necessary", "option", "possibility"}, c.Base(k))
	})
}

// sidesWith reports whether a verb only takes a side for or against what goes on: "supports its
// campaign", "opposes the invasion".
func (c *clause) sidesWith(base string) bool {
	if base == "support" && c.itsOwner() >= 0 {
		return true
	}
	d := c.Child(c.word, "det", "nmod:poss")
	definite := d >= 0 && slices.Contains([]string{"the", "this", "these", "our", "your"}, c.lower(d))
	return definite && (base == "support" || base == "oppose") && slices.Contains([]string{"ASSAULT", "COERCE", "PROTEST"}, c.kind)
}

// proposes reports whether a word is one under which an event is sought; of "open" only the
// adjective is, "open to talks".
func (c *clause) proposes(g int) bool {
	return slices.Contains(proposing, c.Base(g)) && (c.Base(g) != "open" || c.Words[g].UPOS != "VERB")
}

// asideOf reports whether a phrase only tells where or when something is done: "discussed it on
// a visit".
func (c *clause) asideOf(w int) bool {
	p := c.Preposition(w)
	return slices.Contains([]string{"in", "at", "during", "after", "by"}, p) || p == "on" && c.mode == "visit"
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
	case c.lower(g) == "given" && len(c.Auxiliaries(g)) == 0 && c.Words[g].Is("advcl", "acl", "case"):
		return "", true // "given Kestrian support": since there is some.
	case base == "be" && word.Is("nsubj") && modal(c.Auxiliaries(g)) != "":
		return modal(c.Auxiliaries(g)), true // "there could be a war"
	case slices.Contains(going, base) && word.Is("nsubj", "obj"):
		if s := modal(c.Auxiliaries(g)); s != "" && word.Is("obj") {
			return s, true
		}
		if s := c.unsettled(g, reach); s != "" && word.Is("obj") {
			return s, true // "asked him to pursue a ceasefire"
		}
		return parley.Ongoing, true
	case word.Is("nsubj:pass") && w == c.word && slices.Contains(making, base) && slices.Contains(c.Auxiliaries(g), "being"):
		return parley.Proposed, true // "the treaty is being drafted"
	case word.Is("nsubj") && c.Words[g].UPOS == "ADJ":
		return c.saidToBe(g)
	case word.Is("obl") && p == "for" && slices.Contains([]string{"call", "appeal", "plan"}, c.subjectBase(g)):
		return parley.Proposed, true // "calls go out for protests"
	case word.Is("obl") && p == "for" && c.Child(g, "obj") >= 0 && slices.Contains(planning, c.Base(c.Child(g, "obj"))):
		return parley.Planned, true // "made arrangements for talks"
	case c.Words[g].UPOS != "VERB":
		return "", false
	case c.kind == "CONSULT" && word.Is("obl") && c.Words[g].Head >= 0 && c.whenTold(g):
		return parley.Planned, true // "is expected to raise it when he arrives for a summit"
	case word.Is("obl") && p == "in" && c.takesPart(g):
		return c.verbStatus(g, reach), true
	case c.kind == "CONSULT" && word.Is("obj") && slices.Contains([]string{"organise", "organize", "arrange", "prepare"}, base) && c.verbStatus(g, reach) != parley.Happened:
		return parley.Planned, true // "which is organising the visit"
	case slices.Contains(happening, base) && (word.Is("obj", "nsubj:pass") || word.Is("nsubj") && !(base == "go" && modal(c.Auxiliaries(g)) != "") && c.intransitive(g) || word.Is("obl") && p != "for"), base == "commit" && word.Is("obj", "nsubj:pass"):
		return c.verbStatus(g, reach), true
	case base == "negotiate" && word.Is("obj") && c.Words[g].XPOS != "VBD":
		return parley.Proposed, true // "was negotiating a deal"
	case word.Is("nsubj") && w == c.word && slices.Contains(unmade, c.kind) && supposing(c.Auxiliaries(g)):
		return parley.Proposed, true // "the deployment of troops could help"
	case word.Is("nsubj") && slices.Contains(coming, c.Base(w)) && slices.Contains(c.Auxiliaries(g), "will") && !(c.kind == "PROTEST" && c.Words[w].XPOS == "NNS"):
		return parley.Planned, true
	case (c.kind == "COOPERATE" || c.kind == "SUPPORT") && word.Is("obl") && p == "in" && c.Negated(g):
		return parley.Denied, true // "is not acting in support of them"
	case c.kind == "COOPERATE" && word.Is("obl") && p == "in" && modal(c.Auxiliaries(g)) != "":
		return modal(c.Auxiliaries(g)), true
	case word.Is("obj") && c.within() && !slices.Contains(light, base):
		return "", true // "to finance the uprising": it goes on.
	case word.Is("obj", "nsubj:pass") || (c.kind == "CONSULT" || c.kind == "RETREAT" && p == "to") && word.Is("obl") && (p == "for" || p == "to"):
		return c.wished(g), true
	}
	return "", false
}

// intransitive reports whether a verb has no object but one that is part of it: "takes place".
func (c *clause) intransitive(g int) bool {
	o := c.Child(g, "obj")
	return o < 0 || slices.Contains([]string{"place", "effect", "part", "hold", "shape"}, c.Base(o))
}

// unmade are the types of acts that a noun under "could" only supposes.
var unmade = strings.Fields("MOBILIZE AID CONCEDE RETREAT AGREE")

// supposing reports whether auxiliaries tell what might be.
func supposing(aux []string) bool {
	return slices.ContainsFunc(aux, func(a string) bool { return a == "could" || a == "would" || a == "might" || a == "may" })
}

// takesPart reports whether a verb tells that somebody takes part.
func (c *clause) takesPart(g int) bool {
	o := c.Child(g, "obj")
	return c.Base(g) == "participate" || c.Base(g) == "take" && o >= 0 && c.Base(o) == "part"
}

// making are the verbs under which an agreement is not made yet.
var making = strings.Fields("draft prepare negotiate discuss finalise finalize plan consider debate")

// subjectBase returns the base form of a verb's subject, or "".
func (c *clause) subjectBase(g int) string {
	if s := c.Child(g, "nsubj"); s >= 0 {
		return c.Base(s)
	}
	return ""
}

// saidToBe returns the status that an adjective tells of its subject: "talks are possible",
// "cooperation is non-existent".
func (c *clause) saidToBe(g int) (parley.EventStatus, bool) {
	switch base := c.lower(g); {
	case slices.Contains([]string{"non-existent", "nonexistent", "absent", "impossible", "unthinkable"}, base):
		return parley.Denied, true
	case base == "likely" && c.Child(g, "xcomp") >= 0 && !slices.Contains(happening, c.Base(c.Child(g, "xcomp"))):
		return "", false // "the attacks are likely to slow"
	case slices.Contains([]string{"possible", "likely", "needed", "necessary", "essential", "urgent"}, base):
		return parley.Proposed, true
	}
	return "", false
}

// facing are the verbs of what is done against something that goes on: "to crush the protests".
var facing = strings.Fields("crush quell suppress end stop halt fight curb contain disperse quash confront counter combat put smash defuse face")

// wishing are the verbs with which "would" tells a wish: "would welcome talks".
var wishing = strings.Fields("welcome like love prefer appreciate support favour favor back")

// judging are the verbs whose object is there whatever they do: "would condemn the crackdown".
var judging = strings.Fields("term call describe label brand reconcile justify defend explain understand remember recall watch survive escape flee investigate see consider regard view take condemn denounce criticise criticize deplore violate breach flout ignore")

// wished returns planned or proposed for what hangs on a verb that has not happened itself,
// by its modal or as an infinitive: "would welcome talks", "efforts to secure the release";
// else "".
func (c *clause) wished(g int) parley.EventStatus {
	aux := c.Auxiliaries(g)
	if c.wishes(g) {
		return parley.Proposed
	}
	if h := c.Words[g].Head; h >= 0 && c.Words[g].XPOS == "VB" && c.Words[g].Is("xcomp") && slices.Contains([]string{"try", "attempt"}, c.Base(h)) {
		return parley.Proposed // "was trying to get an agreement"
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
	if slices.Contains(judging, c.Base(g)) {
		return ""
	}
	if h := c.Words[g].Head; c.Words[g].XPOS == "VBG" && h >= 0 && c.Preposition(g) == "of" && slices.Contains([]string{"task", "challenge", "aim", "goal", "hope", "chance", "prospect"}, c.Base(h)) {
		return parley.Proposed // "the task of winning their support"
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
