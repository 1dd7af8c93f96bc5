package due

import (
	"slices"
	"strings"

	"parley"
	"parley/lang/syntax"
)

// The confidence of a due by what shows it; calibrated on the ledger's development gold.
const (
	sureNoun     = 0.75 // a noun of the list governs the date
	sureSubject  = 0.8  // such a noun is the subject of what governs it
	sureVerb     = 0.7  // a verb of the list does
	sureDeadline = 0.7  // "by", "until"
	sureTarget   = 0.5  // another verb with its future
)

// due makes the due of a governor, where it shows one.
func (r *reader) due(g governor, when position) (found, bool) {
	if g.noun(g.word) {
		if v := g.Words[g.word].Head; g.marker == "from" && v != syntax.Root && g.listedObject(v) >= 0 && g.signOf(v) == parley.DueMoved {
			g.word = v // "move the deadline for an accord from April 15": the parser hangs it on the accord.
		} else {
			return r.ofNoun(g, g.word, when)
		}
	}
	if noun := g.subjectNoun(); noun >= 0 && g.tellsOf(g.word) && (when != before || g.granted()) {
		x, ok := r.ofNoun(governor{g.Tree, g.sentence, noun, g.date, g.marker, g.grainOfDay, g.term}, noun, when)
		if ok {
			x.Confidence, x.Status = sureSubject, g.status(g.word, when)
			x.Parties = r.parties(g, g.word, noun)
		}
		return x, ok
	}
	if noun := g.changed(); noun >= 0 {
		return r.ofNoun(governor{g.Tree, g.sentence, noun, g.date, g.marker, g.grainOfDay, g.term}, noun, when)
	}
	return r.ofVerb(g, when)
}

// listedObject returns the noun of the list that is the object of a verb, or -1.
func (g *governor) listedObject(w int) int {
	o := g.Child(w, "obj")
	if o < 0 || !g.noun(o) {
		return -1
	}
	if _, ok := words.nouns[g.Base(o)]; !ok {
		return -1
	}
	return o
}

// changed returns the noun of the list of which the date's verb says that its day was moved
// from this one or missed on it: "moved the deadline from April 15", "missed the deadline on
// Friday"; else -1.
func (g *governor) changed() int {
	verb := g.word
	if g.Words[verb].UPOS != "VERB" {
		return -1
	}
	o := g.listedObject(verb)
	if o < 0 {
		return -1
	}
	switch g.signOf(verb) {
	case parley.DueMoved:
		if g.marker == "from" {
			return o
		}
	case parley.DueMissed:
		if g.marker == "on" || g.marker == "" {
			return o
		}
	}
	return -1
}

// noun reports whether a word is a noun or a name.
func (g *governor) noun(w int) bool { return g.Words[w].UPOS == "NOUN" || g.Words[w].UPOS == "PROPN" }

// ofNoun makes the due of a noun such as "talks" or "deadline".
func (r *reader) ofNoun(g governor, noun int, when position) (found, bool) {
	kind, ok := words.nouns[g.Base(noun)]
	if !ok || g.Words[noun].Confidence < sure {
		return found{}, false
	}
	above := g.above(noun)
	status := g.status(above, when)
	limit := kind == parley.DueDeadline || kind == parley.DueTarget
	open := status != parley.DueAnnounced && status != parley.DueInDoubt && status != parley.DueConditional && status != parley.DueConfirmed
	switch {
	case g.Base(noun) == "date" && !g.dated(noun):
		return found{}, false
	case when == before && !open, when == today && !limit && !open && !g.planned(above) && !g.planned(noun):
		return found{}, false
	case kind == parley.DueEnd && !g.planned(above) && when != after:
		return found{}, false
	case !limit && g.past(above) && !open && !g.plans(above):
		return found{}, false // "left the talks" on a day to come is a slip of the parser.
	}
	x := found{sentence: g.sentence, noun: g.Base(noun)}
	x.Kind, x.Status, x.Confidence = kind, status, sureNoun
	if status == parley.DueMoved {
		x.MovedTo = r.movedTo(g)
	}
	x.What = r.phrase(g, noun)
	x.Parties = r.parties(g, above, noun)
	return x, len(x.What) > 0
}

// dated reports whether "date" is a set one: "a target date", "a date for talks".
func (g *governor) dated(noun int) bool {
	return g.Child(noun, "amod", "compound", "nmod", "acl") >= 0 && !slices.Contains([]string{"to", "up"}, g.marker)
}

// subjectNoun returns the noun of the list that is the subject of the governor, or -1.
func (g *governor) subjectNoun() int {
	s := g.Child(g.word, "nsubj", "nsubj:pass")
	if s < 0 || !g.noun(s) {
		return -1
	}
	if _, ok := words.nouns[g.Base(s)]; !ok {
		return -1
	}
	return s
}

// telling are the verbs that say of a meeting or limit when it is.
var telling = strings.Fields(`be stand fall come remain take happen occur begin start open resume set schedule plan hold expect slate fix due loom pass expire
	postpone delay reschedule push put move defer extend adjourn cancel scrap call run last close end conclude arrive approach go`)

// tellsOf reports whether a word only says when its subject is.
func (g *governor) tellsOf(w int) bool {
	return slices.Contains(telling, g.Base(w)) || g.Words[w].UPOS == "ADJ"
}

// ofVerb makes the due of an act with its day.
func (r *reader) ofVerb(g governor, when position) (found, bool) {
	act := g.act()
	w := &g.Words[act]
	if w.UPOS != "VERB" && w.UPOS != "NOUN" || w.Confidence < sure {
		return found{}, false
	}
	kind, listed := words.verbs[g.Base(act)]
	confidence := sureVerb
	switch g.marker {
	case "by", "until", "till", "before":
		if g.Negated(act) && listed {
			break // "will not vote until Monday" votes on Monday.
		}
		kind, listed, confidence = parley.DueDeadline, true, sureDeadline
		if g.marker == "until" && !g.granted() {
			kind = parley.DueEnd
		}
	case "since", "after", "between", "during", "for":
		if !g.plans(g.word) {
			return found{}, false
		}
	}
	if k, ok := g.kindAround(act, listed); ok {
		kind, listed = k, true
	}
	if !listed {
		kind, confidence = parley.DueTarget, sureTarget
	}
	switch {
	case g.granted():
	case when == before, !g.future(act, when), g.supposed(act):
		return found{}, false
	case g.Negated(act) && g.marker != "until" && g.marker != "till":
		return found{}, false // "vowed not to stand in May"
	case when == today && g.dayOnly() && (!g.timed(act) || g.Words[g.word].XPOS == "VBD"):
		return found{}, false // "said on Monday it would": the day of the story is that of saying.
	case !listed && !g.certain(act, when), g.term && !g.certain(act, when):
		return found{}, false
	}
	x := found{sentence: g.sentence}
	x.Kind, x.Status, x.Confidence = kind, g.status(act, when), confidence
	if x.What = r.act(g, act); w.Is("acl") && g.plans(act) && g.noun(w.Head) {
		x.What = r.phrase(g, w.Head) // "a hearing scheduled for Monday"
	}
	x.Parties = r.parties(g, act, -1)
	return x, len(x.What) > 0
}

// supposed reports whether an act is only supposed: "if the movement comes back on
// Monday", "whether they meet".
func (g *governor) supposed(act int) bool {
	k := g.Child(act, "mark")
	return k >= 0 && slices.Contains([]string{"if", "whether", "unless"}, lower(g.Words[k].Form))
}

// states are verbs of being and of mind, which no day awaits.
var states = strings.Fields(`be have see hear look believe think know say like want need cost seem appear feel love hate mean hope fight claim face
	watch wonder worry remember forget ask tell talk live happen`)

// certain reports whether an act whose verb tells no kind is one to be done on a day:
// it will or must be done, or is planned, and is no state.
func (g *governor) certain(act int, when position) bool {
	if slices.Contains(states, g.Base(act)) || g.Words[act].UPOS != "VERB" || when == before {
		return false
	}
	will := slices.ContainsFunc(g.Auxiliaries(act), func(a string) bool {
		return slices.Contains([]string{"will", "would", "'ll", "wo", "shall", "must"}, a)
	})
	done := slices.ContainsFunc(g.Auxiliaries(act), func(a string) bool { return a == "have" || a == "has" || a == "had" })
	return !done && (will || g.scheduled(act) || g.modal(act) && len(g.marker) > 0)
}

// kindAround returns the kind that the words around an act tell: of holding talks, of
// a meeting that opens, of what starts or stops being done, of leaving office, of a
// hearing that is scheduled.
func (g *governor) kindAround(act int, listed bool) (parley.DueKind, bool) {
	if noun := g.objectNoun(act, listed); noun >= 0 {
		return words.nouns[g.Base(noun)], true
	}
	if s := g.subject(act); s >= 0 && g.noun(s) && g.tellsOf(act) {
		if kind, ok := words.nouns[g.Base(s)]; ok {
			return kind, true
		}
	}
	word := &g.Words[act]
	if word.Head != syntax.Root && word.Is("xcomp") {
		if kind, ok := words.verbs[g.Base(word.Head)]; ok && (kind == parley.DueStart || kind == parley.DueEnd) {
			return kind, true
		}
	}
	if obj := g.Child(act, "obj"); g.Base(act) == "leave" && obj >= 0 && slices.Contains([]string{"office", "post", "power"}, g.Base(obj)) {
		return parley.DueEnd, true
	}
	if word.Head != syntax.Root && word.Is("acl", "amod") && g.plans(act) {
		for _, n := range []int{word.Head, g.Child(word.Head, "compound")} {
			if n >= 0 {
				if kind, ok := words.nouns[g.Base(n)]; ok {
					return kind, true
				}
			}
		}
	}
	return "", false
}

// dayOnly reports whether the date is a day and not a week, month or year around it.
func (g *governor) dayOnly() bool { return g.grainOfDay }

// scheduled reports whether an act hangs on a word of planning.
func (g *governor) scheduled(act int) bool {
	for w := act; ; w = g.Words[w].Head {
		if g.plans(w) {
			return true
		}
		if g.Words[w].Head == syntax.Root || !g.Words[w].Is("xcomp", "conj", "acl", "amod") {
			return false
		}
	}
}

// timed reports whether an act hangs on a word that sets a time, and not only on one
// of wish or will.
func (g *governor) timed(act int) bool {
	for w := act; ; w = g.Words[w].Head {
		if slices.Contains([]string{"plan", "schedule", "expect", "set", "slate", "due", "prepare", "supposed"}, g.Base(w)) {
			return true
		}
		if g.Words[w].Head == syntax.Root || !g.Words[w].Is("xcomp", "conj", "acl", "amod") {
			return false
		}
	}
}

// objectNoun returns the noun of a meeting that a verb of holding has: "hold talks",
// "take part in a summit"; or -1.
func (g *governor) objectNoun(act int, listed bool) int {
	if listed && !slices.Contains([]string{"hold", "have", "resume", "begin", "start", "attend", "join", "host", "convene", "open", "schedule", "plan", "take"}, g.Base(act)) {
		return -1
	}
	k := g.listedObject(act)
	if k < 0 || words.nouns[g.Base(k)] != parley.DueMeeting {
		return -1
	}
	return k
}

// planning are the words whose infinitive is an act to come.
var planning = strings.Fields(`plan schedule expect set slate due prepare agree want intend hope decide promise pledge vow threaten order ask urge
	require need likely certain sure ready willing aim propose offer seek begin invite call supposed commit look wait`)

// plans reports whether a word is of planning.
func (g *governor) plans(w int) bool { return w >= 0 && slices.Contains(planning, g.Base(w)) }

// act returns the verb that is to be done on the day: the infinitive of a word of
// planning that the parser hung the date on, else the governor.
func (g *governor) act() int {
	if g.plans(g.word) {
		if k := g.Child(g.word, "xcomp"); k >= 0 && g.Words[k].UPOS == "VERB" {
			return k
		}
	}
	return g.word
}

// above returns the verb that a noun is subject, object or part of, or the noun itself.
func (g *governor) above(noun int) int {
	w := noun
	for range 4 {
		head := g.Words[w].Head
		if head == syntax.Root {
			return w
		}
		w = head
		if g.Words[w].UPOS == "VERB" || g.Words[w].UPOS == "ADJ" {
			return w
		}
	}
	return w
}

// granted reports whether time is given or a term runs: "given until Thursday".
func (g *governor) granted() bool {
	return slices.Contains([]string{"give", "grant", "set", "allow", "have"}, g.Base(g.word)) && slices.Contains([]string{"until", "till", "by"}, g.marker)
}

// modals are the auxiliaries of what is to come.
var modals = []string{"will", "would", "'ll", "wo", "shall", "may", "might", "could", "can", "should", "must", "ca"}

// modal reports whether a verb has an auxiliary of what is to come.
func (g *governor) modal(w int) bool {
	return slices.ContainsFunc(g.Auxiliaries(w), func(a string) bool { return slices.Contains(modals, a) })
}

// future reports whether a verb speaks of what is to come: by a modal, as an
// infinitive, as a present tense or progressive with a later day.
func (g *governor) future(w int, when position) bool {
	for range 4 {
		word := &g.Words[w]
		present := word.XPOS == "VBZ" || word.XPOS == "VBP" || word.XPOS == "VBG" && slices.ContainsFunc(g.Auxiliaries(w), func(a string) bool { return a == "is" || a == "are" || a == "'s" || a == "'re" || a == "am" })
		switch {
		case g.modal(w), g.infinitive(w):
			return true
		case g.plans(w) && (word.XPOS == "VBN" || word.XPOS == "JJ" || when == after), present && when == after:
			return true
		case word.Head == syntax.Root || !word.Is("xcomp", "conj", "acl") && !(word.Is("advcl", "obl") && g.plans(word.Head)):
			return false
		}
		w = word.Head
	}
	return false
}

// infinitive reports whether a verb is one with "to".
func (g *governor) infinitive(w int) bool {
	k := g.Child(w, "mark")
	return g.Words[w].XPOS == "VB" && k >= 0 && lower(g.Words[k].Form) == "to"
}

// planned reports whether a word or what it hangs on speaks of a plan.
func (g *governor) planned(w int) bool {
	for range 4 {
		if g.plans(w) || g.modal(w) || g.infinitive(w) {
			return true
		}
		if g.Words[w].Head == syntax.Root {
			return false
		}
		w = g.Words[w].Head
	}
	return false
}

// past reports whether a verb is in the past tense without "would".
func (g *governor) past(w int) bool {
	return w >= 0 && g.Words[w].XPOS == "VBD" && !g.modal(w) && !slices.Contains(telling, g.Base(w)) && slices.Contains([]string{"attend", "leave", "end", "open", "join", "host", "win", "lose"}, g.Base(w))
}
