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
	if (s == parley.Happened || s == parley.Ongoing || s == parley.Proposed || s == parley.Planned) && (r.disowned(c) || c.unproven()) {
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

// unproven reports whether a verb stands in a clause of which there is no sign: "gave no
// indication that he was ready to quit", "there is no way they will talk".
func (c *clause) unproven() bool {
	w := c.word
	for range 4 {
		g := c.Words[w].Head
		if g < 0 {
			return false
		}
		if c.Words[w].Is("acl", "ccomp") && c.Words[g].UPOS == "NOUN" && c.Negated(g) && (slices.Contains(proofs, c.Base(g)) || c.Base(g) == "way") && !c.noun {
			return true
		}
		w = g
	}
	return false
}

// conditional reports whether a trigger stands in a condition, or in what depends on one.
func (r *reader) conditional(c *clause) bool {
	at := c.Words[c.word].Span
	if w := &c.Words[c.word]; w.Is("acl") && w.XPOS == "VBN" && !c.noun && c.Child(c.word, "nsubj:pass", "nsubj") < 0 {
		return false // "if rebels, now backed by Kestria, win"
	} else if w.Relation == "acl:relcl" && (w.XPOS == "VBD" || w.XPOS == "VBN" && c.had()) {
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
		if s := c.Child(w, "nsubj"); s >= 0 && !slices.Contains(aims, c.Base(s)) {
			return parley.Planned // "the ministers are to meet"
		}
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
	case word.Is("acl") && word.XPOS == "NN" && strings.HasSuffix(c.lower(w), "ing"):
		return parley.Ongoing // "a rebel fighting in the hills"
	case word.XPOS == "VB" && len(aux) == 0 && c.Preposition(w) != "to" && (word.Is("nmod", "obl", "appos") || c.Child(w, "nsubj") >= 0 && (word.Head < 0 || word.Is("parataxis"))):
		return c.present(w) // A slip of the tagger: "strikes in the valley kill five".
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

// aims are the nouns that tell what one would like to reach.
var aims = strings.Fields("aim goal objective purpose idea task job mission challenge priority option way solution hope key point step plan proposal intention answer need this that it")

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

// present returns the status of a present tense: in a simple present only what lasts is under
// way, and other verbs tell a story ("Kestria captures Tolm").
func (c *clause) present(w int) parley.EventStatus {
	lasts := w == c.word && (c.Words[w].XPOS == "VBG" || slices.Contains(presentTypes, c.kind) || slices.Contains(lastingVerbs, c.Base(w)))
	if lasts || slices.Contains(happening, c.Base(w)) && w != c.word || slices.Contains(going, c.Base(w)) {
		return parley.Ongoing
	}
	return parley.Happened
}

// past returns the status of a past tense or perfect.
func (c *clause) past(w int, aux []string) parley.EventStatus {
	if slices.Contains(aux, "is") || slices.Contains(aux, "are") {
		if w == c.word && slices.Contains(momentary, c.Base(w)) {
			return parley.Happened // "five are killed"
		}
		return parley.Ongoing
	}
	if (slices.Contains(aux, "has") || slices.Contains(aux, "have")) && c.sinceThen(w) {
		return parley.Ongoing
	}
	return parley.Happened
}

// momentary are the verbs whose passive tells a story in the present tense.
var momentary = strings.Fields("kill wound injure shoot hit arrest capture release free abduct kidnap assassinate execute bomb")

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
