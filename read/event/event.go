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
	Version = 8
)

// Who answers who stands behind a noun phrase or pronoun: coref.Cast.
type Who interface {
	// Who returns the actors behind the phrase whose head is word w of sentence s.
	Who(s, w int) parley.IDs
	// Asked returns what Who returned for a word that somebody has asked for.
	Asked(s, w int) parley.IDs
	// All returns them with those of the phrases that "and" joins to it.
	All(s, w int) parley.IDs
	// NameAt returns the span of the name that word w of sentence s is part of.
	NameAt(s, w int) parley.Span
	// Kind returns the kind of an actor.
	Kind(id string) parley.ActorKind
	// Party returns the state or body that an actor belongs to, or "".
	Party(id string) string
	// Plausible reports whether an actor is one that can act: no text, and not "nobody".
	Plausible(id string) bool
	// Known reports whether an actor is one of the dated list, and not only named by the text.
	Known(id string) bool
}

// Candidates returns what may be the events of a text, in the order of their triggers, with
// the evidence for each; Judge tells which of them are. A sentence without a tree gives none.
func Candidates(reading *parley.Reading, text *lang.Text, trees []syntax.Tree, who Who) []Candidate {
	r := reader{reading: reading, text: text, trees: trees, who: who, told: map[string][]int{}, said: statement.NewIndex(text, reading.Statements), cues: map[int]bool{}, conditions: map[int][]int{}, dates: map[int][]int{}, topics: topicsOfStory(trees)}
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

// Candidate is what may be an event, with the evidence for it.
type Candidate struct {
	parley.Event
	Evidence []string // items of surety.tsv, each once
}

// reader gathers the events of one text.
type reader struct {
	reading *parley.Reading
	text    *lang.Text
	trees   []syntax.Tree
	who     Who
	found   []Candidate
	told    map[string][]int // events by type and base form
	said    *statement.Index
	topics  []string // of the story

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
			r.found = append(r.found, Candidate{e, r.evidence(&c, &e)})
			if c.object >= 0 {
				taken[c.object] = true
			}
		}
	}
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
	if r.unfit(c, &e) {
		return e, false
	}
	if c.mode == "arrest" && len(e.Recipients) == 0 && c.Base(c.word) == "capture" {
		e.Mode = "seize" // A town is not arrested.
	}
	e.Status = r.status(c)
	r.place(c, &e)
	e.Context = c.contexts()
	return e, true
}

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
var bare = []string{"SANCTION", "PROTEST", "RETREAT"}

// verbal are the types of acts that are done in words.
var verbal = strings.Fields("SUPPORT REJECT REQUEST ACCUSE THREATEN CONCEDE")

// lower is the form of a word in lower case.
func (c *clause) lower(w int) string { return strings.ToLower(c.Words[w].Form) }
