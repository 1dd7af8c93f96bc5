// Package date reads the times that a text names: days, weeks, months, years,
// clock times, durations and things that come back ("every Monday"). In flows a
// document and its analysed text; out flow the entries of kind Date, as TIMEX3
// (TimeML 1.2.1), each resolved against the day of the document.
//
// The reader is a scanner. Words become terms (term.go) by a lexicon
// (lexicon.go); the forms of writing a time stand in tables, one file a kind of
// form (day.go, weekday.go, relative.go, period.go, duration.go, set.go,
// clock.go, holiday.go, reference.go), as patterns that a person can read and
// extend. grammar.go runs all of them at once and takes the longest match. Which
// way a bare "Friday" or "October" points is decided by the verb that governs it
// (tense.go).
//
// Nothing is ever filled in from the clock of the machine: without a day of the
// document, "Friday" is XXXX-WXX-5, and "last week" is left out.
package date

import (
	"strings"
	"time"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// Name and Version say which reader made an entry.
const (
	Name    = "date"
	Version = 6
)

// english is the compiled grammar. It is never written after it is made.
var english = newGrammar()

// pointForms and wholeForms list the tables of all kinds of form. A point may
// stand behind "early" or "the end of"; the rest stands by itself.
var (
	pointForms = [][]form{dayForms, nthForms, monthForms, yearForms, weekdayForms, deicticForms, periodForms, holidayForms, workingForms}
	wholeForms = [][]form{rangeForms, stretchForms, relativeForms, modifiedForms, agoForms, durationForms, setForms, clockDayForms, referenceForms}
)

// Read finds the dates of a document. Relative ones are resolved by the mode, in
// News against doc.Published or, where that is missing, doc.Dateline. A range is one date.
func Read(doc *parley.Document, text *lang.Text, trees []syntax.Tree, mode Mode) []parley.Date {
	return withIntervals(ranges(text, read(text, trees, anchorOf(doc), mode)))
}

// Tag finds the dates of a text that was written on the given day. A zero day
// means that it is not known. It needs no model; without a parser's trees, bare
// weekdays and months rest on the words around them. The ends of a range are two dates,
// as in TIMEX3.
func Tag(text string, day time.Time, mode Mode) []parley.Date {
	a := anchor{}
	if !day.IsZero() {
		a = anchor{day: civil(day.Year(), day.Month(), day.Day()), known: true}
	}
	return withIntervals(read(lang.Analyse(text), nil, a, mode))
}

// anchor is what relative times count from: the day of the document.
type anchor struct {
	day   time.Time
	known bool
}

// anchorOf returns the day of a document.
func anchorOf(doc *parley.Document) anchor {
	for _, s := range []string{doc.Published, doc.Dateline} {
		if len(s) < len(time.DateOnly) {
			continue
		}
		if t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)]); err == nil {
			return anchor{day: t, known: true}
		}
	}
	return anchor{}
}

// timex is a time under construction.
type timex struct {
	from, to int // terms
	kind     parley.DateType
	value    string
	mod      string
	how      string
	rule     rule
	moment   moment  // what the value means on the calendar, where it is one moment
	stretch  stretch // the days of a length of time that is told with its place
	more     []timex
}

// scanner reads one text.
type scanner struct {
	trees     []syntax.Tree // of the sentences; none where the text is not parsed
	g         *grammar
	text      *lang.Text
	anchor    anchor // what relative times count from; in a story it moves on
	written   anchor // the day of the document
	sentence  int
	first     int    // first token of the sentence
	last      int    // token behind its last
	terms     []term // of the sentence
	path      []item // what the patterns on trial have matched
	memory    memory
	story     bool  // a narrative: times count from the one told before
	toldGrain grain // of that time
	out       []parley.Date
}

// memory is what was named before, for "the same day" and "a year earlier".
type memory struct {
	last    moment // the last moment of a year's grain or finer
	day     moment // the last day
	dayAt   int    // the sentence of that day
	quarter moment // the last quarter of a year
	at      int    // the sentence of that quarter
}

// read finds the times of a text.
func read(text *lang.Text, trees []syntax.Tree, a anchor, mode Mode) []parley.Date {
	s := &scanner{g: english, text: text, trees: trees, anchor: a, written: a}
	s.story = mode == Narrative || mode == Auto && tellsStory(text, a, s.g)
	s.toldGrain = yearGrain
	if !a.known {
		s.dateByLine()
	}
	for i, sentence := range text.Sentences {
		s.sentence, s.first, s.last = i, sentence.First, sentence.Last
		s.terms = s.g.termsOf(s.terms[:0], text, sentence.First, sentence.Last)
		s.scan()
	}
	return s.out
}

// scan finds the times of the sentence at hand, left to right, the longest first.
func (s *scanner) scan() {
	for i := 0; i < len(s.terms); {
		if s.terms[i].begins&aForm == 0 {
			i++
			continue
		}
		t, ok := s.longest(s.g.whole, i)
		if !ok {
			i++
			continue
		}
		i = t.to
		if t.kind != "" && !s.ownDate(t) {
			i = s.emit(t)
		}
	}
}

// ownLines is in how many sentences at its head a text gives its own date.
const ownLines = 4

// ownDate reports whether a time is the line by which a page dates itself: the day
// of the document, alone in a line at the head. It is the document's and no part of
// what the text tells.
func (s *scanner) ownDate(t timex) bool {
	if s.sentence >= ownLines || !s.written.known || t.moment.grain != dayGrain || t.rule != fullDayRule || s.anchor != s.written {
		return false
	}
	if gap := t.moment.first.Sub(s.written.day).Hours() / 24; gap < -1 || gap > 1 {
		return false
	}
	for i := range s.terms {
		if (i < t.from || i >= t.to) && s.term(i).classes != 0 || s.word(i) != "" && isLetters(s.word(i)) && (i < t.from || i >= t.to) {
			return false
		}
	}
	return s.line()
}

// dateByLine takes the day of a document that tells none from the line by which its
// text dates itself.
func (s *scanner) dateByLine() {
	for i := range s.text.Sentences[:min(ownLines, len(s.text.Sentences))] {
		sentence := s.text.Sentences[i]
		s.sentence, s.first, s.last = i, sentence.First, sentence.Last
		s.terms = s.g.termsOf(s.terms[:0], s.text, sentence.First, sentence.Last)
		if len(s.terms) == 0 || !s.line() {
			continue
		}
		t, ok := s.longest(s.g.whole, 0)
		if ok && t.from == 0 && t.to == len(s.terms) && t.moment.grain == dayGrain && t.rule == fullDayRule {
			s.anchor = anchor{day: t.moment.first, known: true}
			s.written = s.anchor
			return
		}
	}
}

// line reports whether the sentence is a line of its own.
func (s *scanner) line() bool {
	span, source := s.text.Sentences[s.sentence].Span, s.text.Source
	before := strings.TrimRight(source[:span.Start], " \t\r")
	after := strings.TrimLeft(source[span.End:], " \t\r")
	return (before == "" || strings.HasSuffix(before, "\n")) && (after == "" || strings.HasPrefix(after, "\n"))
}

// nothing is the builder of what only looks like a time. It takes the words, so
// that no shorter form reads a part of them.
func nothing(*scanner, match) (timex, bool) { return timex{value: "-"}, true }

// emit writes a time, and those that came with it, to the output and to memory.
// It returns the term behind the last.
func (s *scanner) emit(t timex) int {
	s.note(t)
	span := parley.Span{Start: s.terms[t.from].Start, End: s.terms[t.to-1].End}
	d := parley.Date{
		Span: parley.Spans{span}, Type: t.kind, Value: t.value, Mod: t.mod, How: t.how,
		Provenance: parley.Provenance{Confidence: confidence[t.rule]},
	}
	if !t.stretch.last.IsZero() {
		d.First, d.Last = t.stretch.first.Format(time.DateOnly), t.stretch.last.Format(time.DateOnly)
	}
	s.out = append(s.out, d)
	end := t.to
	for _, x := range t.more {
		end = s.emit(x)
	}
	return end
}

// note remembers a time for those that refer back to it.
func (s *scanner) note(t timex) {
	switch t.moment.grain {
	case noGrain, decadeGrain, centuryGrain:
		return
	case dayGrain:
		s.memory.day, s.memory.dayAt = t.moment, s.sentence
	case quarterGrain:
		s.memory.quarter, s.memory.at = t.moment, s.sentence
	}
	s.memory.last = t.moment
	s.moveOn(t.moment)
}

// outside is the term that stands outside every sentence; it is never written.
var outside = term{token: -1}

// term returns term i, or one that is nothing outside the sentence.
func (s *scanner) term(i int) *term {
	if i < 0 || i >= len(s.terms) {
		return &outside
	}
	return &s.terms[i]
}

// word returns the words of term i in lower case, or "".
func (s *scanner) word(i int) string {
	t := s.term(i)
	if t.token < 0 {
		return ""
	}
	if token := &s.text.Tokens[t.token]; token.Span == t.Span {
		return token.Lower
	}
	return strings.ToLower(t.In(s.text.Source))
}

// on returns a date that stands for a moment.
func on(m moment, r rule, how string) (timex, bool) {
	v := m.value()
	return timex{kind: parley.DateDate, value: v, moment: m, rule: r, how: how}, v != ""
}
