// Package due finds the dues of a text: the days on which something is to be held,
// reached, begun or ended, with what, for whom, and how it stands. In flow a reading
// that has its dates, actors and statements, the analysed text and its trees; out
// flow the entries of kind Due.
//
// A due is found by what governs its date in the grammar, and not by "will": of the
// events after the day of a news text one in six has a future tense, most are
// infinitives, nouns and bare verbs under "would" and "may". What governs it tells
// its kind too (dues.txt); a preposition such as "by" makes any act a deadline. The
// words around the governor tell the status, and so do later sentences of the text
// that come back to it ("That goal now looks in doubt").
package due

import (
	"slices"
	"strings"
	"time"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// Name and Version identify the reader in the ledger.
const (
	Name    = "due"
	Version = 2
)

// Read returns the dues of a text in the order of their dates in it. Dates, actors
// and statements are those of the same text. Without the document's day nothing can
// be told to lie ahead, and no due is read; a sentence without a tree gives none.
func Read(reading *parley.Reading, text *lang.Text, trees []syntax.Tree) []parley.Due {
	day, err := time.Parse(time.DateOnly, firstOf(reading.Document.Published, len(time.DateOnly)))
	if err != nil {
		return nil
	}
	r := reader{reading: reading, text: text, trees: trees, day: day}
	for i := range reading.Dates {
		r.date(&reading.Dates[i])
	}
	r.comeBack()
	out := make([]parley.Due, 0, len(r.found))
	for _, f := range r.found {
		out = append(out, f.Due)
	}
	return out
}

// firstOf returns at most n bytes of s.
func firstOf(s string, n int) string { return s[:min(len(s), n)] }

// reader gathers the dues of one text.
type reader struct {
	reading *parley.Reading
	text    *lang.Text
	trees   []syntax.Tree
	day     time.Time // of the document
	found   []found
}

// found is a due with where it was found.
type found struct {
	parley.Due
	sentence int
	noun     string // base form of the noun that it is, or ""
}

// governor is the word that a date hangs on.
type governor struct {
	syntax.Tree
	sentence int
	word     int    // of the governor
	date     int    // of the date
	marker   string // the preposition before the date, in lower case, or ""

	grainOfDay bool // the date is a day
	term       bool // the date is a length of time: "in two days"
}

// date adds the due of a date, if it is one.
func (r *reader) date(d *parley.Date) {
	if slices.ContainsFunc(r.found, func(f found) bool { return f.MovedTo == d.Value && f.sentence == r.text.SentenceAt(d.Span[0].Start) }) {
		return // It is where an earlier due was moved.
	}
	g, ok := r.governorOf(d)
	if !ok {
		return
	}
	on, when, ok := r.on(d, g)
	if !ok {
		return
	}
	g.grainOfDay, g.term = len(on) == len(time.DateOnly), d.Type == parley.DateDuration
	if g.grainOfDay && r.stamp(d, on) {
		return
	}
	x, ok := r.due(g, when)
	if !ok {
		return
	}
	x.Date, x.On = d.Span, on
	again := func(f found) bool {
		return f.On == x.On && (f.What.Overlaps(x.What[0]) || f.Kind == x.Kind && x.Kind == parley.DueDeadline)
	}
	if slices.ContainsFunc(r.found, again) {
		return
	}
	r.found = append(r.found, x)
}

// stampDays is how near to the document's day a date with its year is a stamp.
const stampDays = 2

// stamp reports whether a date is the stamp of a page or a comment: it gives the year
// of a day about that of the document, which no writer does for a day to come.
func (r *reader) stamp(d *parley.Date, on string) bool {
	t, err := time.Parse(time.DateOnly, on)
	if err != nil || t.Sub(r.day).Abs() > stampDays*24*time.Hour {
		return false
	}
	return strings.Contains(d.Span.In(r.text.Source), on[:len("2006")])
}

// governorOf finds what a date hangs on.
func (r *reader) governorOf(d *parley.Date) (governor, bool) {
	s := r.text.SentenceAt(d.Span[0].Start)
	if s < 0 || s >= len(r.trees) || len(r.trees[s].Words) == 0 {
		return governor{}, false
	}
	g := governor{Tree: r.trees[s], sentence: s, word: -1}
	hull := d.Span.Hull()
	for i := range g.Words {
		w := &g.Words[i]
		if !hull.Contains(w.Span) || w.Head != syntax.Root && hull.Contains(g.Words[w.Head].Span) {
			continue
		}
		g.date, g.word = i, w.Head
		break
	}
	if g.word < 0 || g.Words[g.date].Confidence < sure {
		return governor{}, false
	}
	g.marker = g.preposition(hull)
	return g, g.word >= 0
}

// sure is the confidence of a word's place in the tree below which it is left alone.
const sure = 0.5

// preposition returns the word before a date that joins it to the rest.
func (g *governor) preposition(date parley.Span) string {
	for i := range g.Words {
		w := &g.Words[i]
		if w.Start >= date.Start {
			break
		}
		if w.Head == g.date && w.Is("case", "mark") {
			return lower(w.Form)
		}
	}
	return ""
}
