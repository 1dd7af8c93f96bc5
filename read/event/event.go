// Package event finds the events of a text: who did, does or will do what to whom, in
// the terms of PLOVER 2.0. In flow a reading that has its statements, dates and
// conditions, the analysed text, its trees and who is who in it; out flow the entries
// of kind Event.
//
// What a word tells stands in events.txt: verbs, nouns, and verbs with their objects.
// Who acts and who receives follows from the grammar (party.go), and so does how the
// event stands (status.go): tense, modality, negation, and the words that govern it. What
// is nothing but the act of a statement (urged, accused, welcomed) stands once, as the
// statement.
package event

import (
	"math"
	"slices"
	"strings"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/statement"
)

// Name and Version identify the reader in the ledger.
const (
	Name    = "event"
	Version = 1
)

// Who answers who stands behind a noun phrase or pronoun: coref.Cast.
type Who interface {
	// Who returns the actors behind the phrase whose head is word w of sentence s.
	Who(s, w int) parley.IDs
	// All returns them with those of the phrases that "and" joins to it.
	All(s, w int) parley.IDs
	// NameAt returns the span of the name that word w of sentence s is part of.
	NameAt(s, w int) parley.Span
	// Kind returns the kind of an actor.
	Kind(id string) parley.ActorKind
	// Party returns the state or body that an actor belongs to, or "".
	Party(id string) string
}

// Read returns the events of a text in the order of their triggers. A sentence without
// a tree gives none.
func Read(reading *parley.Reading, text *lang.Text, trees []syntax.Tree, who Who) []parley.Event {
	r := reader{reading: reading, text: text, trees: trees, who: who, told: map[string][]int{}, said: statement.NewIndex(text, reading.Statements), cues: map[int]bool{}, conditions: map[int][]int{}, dates: map[int][]int{}}
	for i := range reading.Conditions {
		s := text.SentenceAt(reading.Conditions[i].Antecedent[0].Start)
		r.conditions[s] = append(r.conditions[s], i)
	}
	for i := range reading.Dates {
		s := text.SentenceAt(reading.Dates[i].Span[0].Start)
		r.dates[s] = append(r.dates[s], i)
	}
	for i := range reading.Statements {
		for _, c := range reading.Statements[i].Cue {
			for k := text.TokenAt(c.Start); k < len(text.Tokens) && text.Tokens[k].Start < c.End; k++ {
				r.cues[text.Tokens[k].Start] = true
			}
		}
	}
	for s := range trees {
		r.sentence(s)
	}
	return r.found
}

// reader gathers the events of one text.
type reader struct {
	reading *parley.Reading
	text    *lang.Text
	trees   []syntax.Tree
	who     Who
	found   []parley.Event
	told    map[string][]int // events by type and base form
	said    *statement.Index

	conditions map[int][]int // by the sentences of their antecedents
	dates      map[int][]int // by their sentences
	cues       map[int]bool  // bytes at which the words of cues begin
}

// clause is a trigger in its tree.
type clause struct {
	syntax.Tree
	sense
	sentence int
	word     int // the trigger's head
	object   int // of a pair: the object; else -1
	noun     bool
}

// sentence adds the events of a sentence.
func (r *reader) sentence(s int) {
	t := r.trees[s]
	taken := objects(t)
	for w := range t.Words {
		c := clause{Tree: t, sentence: s, word: w, object: -1}
		if taken[w] || !c.find() {
			continue
		}
		if e, ok := r.event(&c); ok && !r.again(&c, &e) {
			key := c.kind + " " + family(c.Base(w))
			r.told[key] = append(r.told[key], len(r.found))
			r.found = append(r.found, e)
			if c.object >= 0 {
				taken[c.object] = true
			}
		}
	}
}

// objects returns the words of a sentence that are the object of a pair of words and stand
// before its verb: "sanctions were imposed" is one event, told by its verb.
func objects(t syntax.Tree) map[int]bool {
	out := map[int]bool{}
	for w := range t.Words {
		c := clause{Tree: t, word: w, object: -1}
		if t.Words[w].UPOS == "VERB" && c.pair() && c.object < w {
			out[c.object] = true
		}
	}
	return out
}

// find looks up what a word tells.
func (c *clause) find() bool {
	word := &c.Words[c.word]
	switch word.UPOS {
	case "VERB":
		return c.pair() || c.verb() || c.led()
	case "NOUN":
		return c.nominal()
	}
	return false
}

// pair reads a verb with its object, or of a passive its subject.
func (c *clause) pair() bool {
	objects := bases(c, words.pairs)
	if objects == nil {
		return false
	}
	for _, o := range c.Children(c.word, "obj", "nsubj:pass", "obl", "xcomp") {
		s, ok := objects[c.Base(o)]
		if !ok {
			s, ok = objects[strings.TrimSuffix(c.Base(o), "s")] // "troops" is its own base form.
		}
		if !ok {
			s, ok = c.measured(o, objects)
		}
		if !ok || c.Words[o].Is("obl") && s.words == nil || !c.particles(s.words) {
			continue
		}
		c.sense, c.object = s, o
		return true
	}
	return false
}

// measured looks up what an object is a quantity of: "handed over 700 kg of medicine".
func (c *clause) measured(o int, objects map[string]sense) (sense, bool) {
	for _, m := range c.Children(o, "nmod") {
		if c.Preposition(m) != "of" {
			continue
		}
		s, ok := objects[c.Base(m)]
		if !ok {
			s, ok = objects[strings.TrimSuffix(c.Base(m), "s")]
		}
		return s, ok
	}
	return sense{}, false
}

// led reads a verb by its subject: "the troops left".
func (c *clause) led() bool {
	subjects := bases(c, words.subjects)
	if subjects == nil {
		return false
	}
	s := c.Subject(c.word)
	if s < 0 {
		return false
	}
	found, ok := subjects[c.Base(s)]
	if ok && c.particles(found.words) {
		c.sense, c.nothing = found, true
	}
	return ok
}

// bases looks a verb up by its base form, else by those that its form can have: the base
// forms of rare verbs are often guessed wrongly ("riote").
func bases[T any](c *clause, in map[string]T) T {
	if x, ok := in[c.Base(c.word)]; ok {
		return x
	}
	var none T
	form := c.lower(c.word)
	if tag := c.Words[c.word].XPOS; tag == "VB" || tag == "VBP" {
		return none // The form is its own base form.
	}
	for _, end := range []string{"ed", "d", "ing", "es", "s"} {
		stem, cut := strings.CutSuffix(form, end)
		if !cut || len(stem) < 3 {
			continue
		}
		for _, base := range []string{stem, stem + "e", strings.TrimSuffix(stem, stem[len(stem)-1:])} {
			if x, ok := in[base]; ok {
				return x
			}
		}
	}
	return none
}

// verb reads a verb by itself.
func (c *clause) verb() bool {
	for _, s := range bases(c, words.verbs) {
		if c.particles(s.words) && !(s.alone && c.Child(c.word, "obj", "ccomp") >= 0) {
			c.sense = s
			return true
		}
	}
	return false
}

// particles reports whether the further words of a verb stand with it.
func (c *clause) particles(particles []string) bool {
	for _, p := range particles {
		if !slices.ContainsFunc(c.Children(c.word), func(i int) bool { return i > c.word && i <= c.word+4 && c.Base(i) == p }) &&
			(c.word+1 >= len(c.Words) || c.Base(c.word+1) != p) {
			return false
		}
	}
	return true
}

// nominal reads a noun, unless it only qualifies another noun ("peace process").
func (c *clause) nominal() bool {
	for _, s := range words.nouns[c.Base(c.word)] {
		if c.before(s.words) && !(s.plural && c.Words[c.word].XPOS == "NN") {
			c.sense, c.noun = s, true
			return !c.Words[c.word].Is("compound", "flat") && !(c.word > 0 && slices.Contains(media, c.Base(c.word-1)))
		}
	}
	return false
}

// media are the words before a noun by which it is a matter of the press: "news conference".
var media = []string{"press", "news"}

// before reports whether words stand right before the trigger.
func (c *clause) before(words []string) bool {
	for k, w := range words {
		i := c.word - len(words) + k
		if i < 0 || c.Base(i) != w {
			return false
		}
	}
	return true
}

// event makes the entry of a trigger, if it is an event of parties.
func (r *reader) event(c *clause) (parley.Event, bool) {
	e := parley.Event{Type: c.kind, Mode: c.mode, Trigger: c.trigger()}
	if !c.noun && slices.Contains(verbal, c.kind) && r.cues[e.Trigger[0].Start] {
		return e, false // The statement tells it.
	}
	actors, recipients := r.parties(c)
	e.Actors, e.Recipients = actors, recipients
	e.Statement = r.said.ID(e.Trigger[0])
	r.infer(c, &e)
	if c.needs && len(recipients) == 0 || len(e.Actors)+len(e.Recipients) == 0 && !slices.Contains(bare, c.kind) {
		return e, false
	}
	if c.kind == "CONSULT" && len(e.Actors) > 0 && !slices.ContainsFunc(e.Actors, func(id string) bool { return r.who.Kind(id) != parley.Outlet }) {
		return e, false // So does the press.
	}
	if c.kind == "CONSULT" && !c.noun && c.toPress() || c.kind == "ASSAULT" && len(e.Actors) == 0 && c.byAccident() {
		return e, false
	}
	if c.kind == "CONSULT" && c.noun && len(e.Actors)+len(e.Recipients) == 0 && c.pointed() {
		return e, false // "This discussion is now closed."
	}
	if c.kind == "CONSULT" && len(e.Recipients) > 0 && !slices.ContainsFunc(e.Recipients, func(id string) bool { return r.who.Kind(id) != parley.Outlet }) {
		return e, false // One speaks to the press.
	}
	if c.idle(&e) {
		return e, false
	}
	if c.noun && (c.ofOffice() || c.ofThing()) {
		return e, false // "the envoy for the talks" only says who it is.
	}
	if strings.Contains(c.Words[c.word].Features, "Mood=Imp") {
		return e, false // An order to the reader; what a party is told to do is a statement.
	}
	if !c.noun && c.kind == "CONSULT" && c.object < 0 && len(e.Recipients) == 0 && !c.nothing && c.Child(c.word, "obj") >= 0 {
		return e, false // "met the demands"
	}
	if c.mode == "arrest" && len(e.Recipients) == 0 && c.Base(c.word) == "capture" {
		e.Mode = "seize" // A town is not arrested.
	}
	e.Status = r.status(c)
	r.place(c, &e)
	e.Confidence = r.confidence(c, &e)
	return e, true
}

// pressNouns are those to whom one speaks without meeting them as a party.
var pressNouns = strings.Fields("reporter journalist media press correspondent newspaper audience crowd viewer listener interviewer")

// toPress reports whether a verb tells that somebody speaks to reporters.
func (c *clause) toPress() bool {
	return slices.ContainsFunc(c.Children(c.word, "obl", "obj"), func(o int) bool {
		return slices.Contains(pressNouns, c.Base(o))
	})
}

// accidents are the words of a sentence in which people are killed by nobody.
var accidents = strings.Fields("crash earthquake quake tsunami hurricane typhoon cyclone flood landslide avalanche derail capsize epidemic outbreak heatwave stampede")

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
		return false
	case c.kind == "PROTEST":
		return c.Base(c.word) == "rally" && len(e.Actors) == 0 // "the dollar rallied"
	case c.kind == "COOPERATE":
		return w.XPOS == "VBN" && w.Is("amod")
	case c.kind == "CONSULT":
		return c.passive() && len(e.Actors) == 0
	case c.kind == "CONCEDE":
		return c.Base(c.word) == "free" && c.Child(c.word, "xcomp", "advcl") >= 0
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
	return w.Head >= 0 && (w.Is("compound") || w.Relation == "nmod" && c.Preposition(c.word) == "for") && slices.Contains(offices, c.Base(w.Head))
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

// again reports whether a noun only calls an event again that the text told before: "the
// talks" of which it has said who holds them. It tells nothing new unless it names a
// party that no such event had.
func (r *reader) again(c *clause, e *parley.Event) bool {
	before := r.earlier(c)
	if len(before) == 0 || !c.noun && (c.kind == "ASSAULT" || len(e.Recipients) == 0) {
		return false
	}
	known := map[string]bool{}
	for _, i := range before {
		for _, id := range slices.Concat(r.found[i].Actors, r.found[i].Recipients) {
			known[id] = true
		}
	}
	return !slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(id string) bool { return !known[id] })
}

// families are nouns by which a text calls one event by turns, with the one that stands for
// them.
var families = map[string]string{
	"negotiation": "talk", "dialogue": "talk", "dialog": "talk", "discussion": "talk", "accord": "deal", "agreement": "deal", "pact": "deal",
	"truce": "ceasefire", "cease-fire": "ceasefire", "armistice": "ceasefire",
}

// family returns the noun that stands for a noun and the others like it.
func family(base string) string {
	if f, ok := families[base]; ok {
		return f
	}
	return base
}

// earlierMost is how many earlier tellings of the same are looked at.
const earlierMost = 64

// earlier returns the last events of the same type and word, the oldest first.
func (r *reader) earlier(c *clause) []int {
	all := r.told[c.kind+" "+family(c.Base(c.word))]
	return all[max(0, len(all)-earlierMost):]
}

// bare are the types that are told without a party too.
var bare = []string{"SANCTION", "PROTEST", "RETREAT", "CONSULT"}

// trigger returns the words that name the event: of a verb the verb with its particle,
// of a pair the verb, of a noun the noun with the words that are part of its name.
func (c *clause) trigger() parley.Spans {
	span := c.Words[c.word].Span
	if c.noun {
		if n := len(c.sense.words); n > 0 {
			span.Start = c.Words[c.word-n].Start
		}
		return parley.Spans{span}
	}
	for _, p := range c.sense.words {
		for i := c.word + 1; i < min(len(c.Words), c.word+3); i++ {
			if c.Base(i) == p && c.Words[i].Start <= span.End+1 {
				span.End = c.Words[i].End
			}
		}
	}
	return parley.Spans{span}
}

// verbal are the types of acts that are done in words.
var verbal = strings.Fields("SUPPORT REJECT REQUEST ACCUSE THREATEN CONCEDE")

// confidence estimates how sure an event is: by the parser, by its words, by its parties.
func (r *reader) confidence(c *clause, e *parley.Event) float64 {
	sure := 0.65
	switch {
	case len(e.Actors) == 0:
		sure = 0.5
	case len(e.Recipients) == 0 && c.kind != "PROTEST" && c.kind != "RETREAT" && c.kind != "CONCEDE":
		sure = 0.58
	}
	return math.Round(100*sure*math.Sqrt(float64(c.Words[c.word].Confidence))) / 100
}

// lower is the form of a word in lower case.
func (c *clause) lower(w int) string { return strings.ToLower(c.Words[w].Form) }
