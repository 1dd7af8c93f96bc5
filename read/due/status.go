package due

import (
	"slices"
	"strings"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// signs are the words that tell how a due stands, by their base forms, the most
// telling first.
var signs = []struct {
	status parley.DueStatus
	words  []string
}{
	{parley.DueMoved, strings.Fields("postpone delay reschedule push defer adjourn extend")},
	{parley.DueCancelled, strings.Fields("cancel scrap abandon abort shelve")},
	{parley.DueMissed, strings.Fields("miss")},
	{parley.DueInDoubt, strings.Fields("doubt uncertain unclear unlikely jeopardy jeopardise jeopardize doubtful slip")},
	{parley.DueConditional, strings.Fields("seek propose if unless provided")},
	{parley.DueConfirmed, strings.Fields("confirm reaffirm prepare firm")},
}

// status tells how a due stands by the words that govern it: the verb, what hangs
// on it, and what it hangs on.
func (g *governor) status(w int, when position) parley.DueStatus {
	at := w
	for range 3 {
		if s := g.signOf(at); s != "" {
			return s
		}
		word := &g.Words[at]
		if word.Head == syntax.Root || !word.Is("xcomp", "ccomp", "acl", "nmod", "obl", "obj", "nsubj:pass", "nsubj") {
			break
		}
		at = word.Head
	}
	if slices.ContainsFunc(g.Auxiliaries(w), func(a string) bool { return a == "may" || a == "might" || a == "could" }) && when != before {
		return parley.DueInDoubt
	}
	return parley.DueAnnounced
}

// signOf returns the status that a word tells, with its particle or negation and its
// conditional clause.
func (g *governor) signOf(w int) parley.DueStatus {
	base := g.Base(w)
	switch {
	case (base == "put" || base == "call") && g.particle(w, "off"):
		return map[string]parley.DueStatus{"put": parley.DueMoved, "call": parley.DueCancelled}[base]
	case base == "meet" && g.Words[w].XPOS == "VBN" && g.Negated(w), base == "pass" && g.without(w):
		return parley.DueMissed
	case base == "move" && (g.Words[w].XPOS == "VBN" || g.listedObject(w) >= 0):
		return parley.DueMoved
	}
	for _, s := range signs {
		if slices.Contains(s.words, base) && g.Words[w].UPOS != "PROPN" {
			return s.status
		}
	}
	if k := g.Child(w, "advcl"); k >= 0 {
		if m := g.Child(k, "mark"); m >= 0 && slices.Contains([]string{"if", "unless", "provided"}, lower(g.Words[m].Form)) {
			return parley.DueConditional
		}
	}
	return ""
}

// particle reports whether a verb has a particle.
func (g *governor) particle(w int, particle string) bool {
	k := g.Child(w, "compound:prt", "advmod")
	return k >= 0 && lower(g.Words[k].Form) == particle
}

// without reports whether "without" follows a verb: "passed without a deal".
func (g *governor) without(w int) bool {
	k := g.Child(w, "obl", "advcl")
	if k < 0 {
		return false
	}
	m := g.Child(k, "case", "mark")
	return m >= 0 && lower(g.Words[m].Form) == "without"
}

// movedTo returns the value of the date to which the sentence says a due was moved:
// one behind "to", "into" or "until".
func (r *reader) movedTo(g governor) string {
	sentence := r.text.Sentences[g.sentence]
	for _, d := range r.reading.Dates {
		if !sentence.Contains(d.Span[0]) {
			continue
		}
		i := r.text.TokenAt(d.Span[0].Start) - 1
		for i > sentence.First && r.text.Tokens[i].Is("the", "a", "next", "early", "late", "mid") {
			i--
		}
		if i >= sentence.First && r.text.Tokens[i].Is("to", "into", "until", "till") {
			return d.Value
		}
	}
	return ""
}

// comeBackReach is within how many sentences a text comes back to a due by "that
// goal" or "the meeting".
const comeBackReach = 2

// backNouns are the nouns by which a text comes back to a due, by its kind.
var backNouns = map[parley.DueKind][]string{
	parley.DueMeeting:  {"meeting", "talks", "visit", "summit", "vote", "election", "session", "conference", "trip", "date", "event"},
	parley.DueDeadline: {"deadline", "date", "ultimatum", "target", "limit"},
	parley.DueTarget:   {"goal", "target", "date", "timetable", "plan", "deadline", "aim"},
	parley.DueStart:    {"start", "launch", "date", "plan"},
	parley.DueEnd:      {"end", "withdrawal", "date", "plan"},
}

// comeBack lets later sentences tell how the dues before them stand.
func (r *reader) comeBack() {
	for i := range r.found {
		f := &r.found[i]
		last := min(f.sentence+comeBackReach, len(r.text.Sentences)-1, len(r.trees)-1)
		for s := f.sentence; s <= last; s++ {
			if status := r.backIn(f, s); status != "" {
				f.Status = status
				break
			}
		}
	}
}

// backIn returns the status that a sentence tells of a due that it names again, or "".
func (r *reader) backIn(f *found, s int) parley.DueStatus {
	g := governor{Tree: r.trees[s], sentence: s}
	words := r.text.Words(r.text.Sentences[s])
	for i := 0; i+1 < len(words); i++ {
		if words[i].Start < f.Date.Hull().End || !words[i].Is("that", "this", "the") || !slices.Contains(append(backNouns[f.Kind], f.noun), words[i+1].Lower) {
			continue
		}
		w := g.At(r.text.Sentences[s].First + i + 1)
		if w < 0 || !g.Words[w].Is("nsubj", "obj") {
			continue
		}
		if status := g.status(g.Words[w].Head, today); status != parley.DueAnnounced && g.Words[w].Head != syntax.Root {
			return status
		}
		if status := doubted(words[i+1:]); status != "" {
			return status
		}
	}
	return ""
}

// doubted reads "in doubt", "in jeopardy" and "at risk" behind a noun.
func doubted(words []lang.Token) parley.DueStatus {
	for i := 0; i+1 < min(len(words), 10); i++ {
		if words[i].Is("in", "at") && words[i+1].Is("doubt", "jeopardy", "risk", "question") {
			return parley.DueInDoubt
		}
	}
	return ""
}
