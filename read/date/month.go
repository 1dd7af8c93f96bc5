package date

import (
	"fmt"
	"strings"
	"time"

	"parley"
	"parley/lang/syntax"
)

// monthForms are the ways to write a month.
var monthForms = []form{
	{"MONTH ,? of? YEAR", fullMonth},         // December 2015
	{"MONTH in YEAR", fullMonth},             // December in 2015
	{"YEAR MONTH", fullMonth},                // 2015 December
	{"MONTH ,? WORDYEAR", fullMonth},         // December nineteen ninety-seven
	{"MONTH of? DEICTIC UNIT", monthOfYear},  // April last year
	{"DEICTIC MONTH", deicticMonth},          // next January
	{"this past|coming MONTH", deicticMonth}, // this past October
	{"MONTH", bareMonth},                     // October
	{"MONTH - YEAR", fullMonth},              // December-2015
	{"MONTH of that|the year", monthOfSame},  // April of that year
	{"MONTH of the same year", monthOfSame},  // April of the same year

	{"the? ORDINAL week of|in MONTH ,? YEAR?", weekOfMonth},    // the first week of March
	{"the? last|final week of|in MONTH ,? YEAR?", weekOfMonth}, // the last week of March
	{"the? ORDINAL|last|final week of YEAR", weekOfYear},       // the third week of 2018

	{"the? ORDINAL -? last week of|in MONTH ,? YEAR?", weekOfMonth}, // the second last week of March
	{"the? ORDINAL -? last week of YEAR", weekOfYear},               // the third last week of 2018
}

// fullMonth resolves a month with its year.
func fullMonth(_ *scanner, m match) (timex, bool) {
	year := m.n(yearSym) + m.n(wordYearSym)
	return on(monthOf(civil(year, time.Month(m.n(monthSym)), 1)), fullMonthRule, "month and year")
}

// monthOfYear resolves "April last year".
func monthOfYear(s *scanner, m match) (timex, bool) {
	if !s.anchor.known || m.unit() != year {
		return timex{}, false
	}
	y := s.anchor.day.Year() + m.n(deicticSym)
	return on(monthOf(civil(y, time.Month(m.n(monthSym)), 1)), fullMonthRule, "month of a year that is told")
}

// monthOfSame resolves "April of that year" from the year named last.
func monthOfSame(s *scanner, m match) (timex, bool) {
	if s.memory.last.grain == noGrain {
		return timex{}, false
	}
	return on(monthOf(civil(s.memory.last.first.Year(), time.Month(m.n(monthSym)), 1)), sameRule, "month of the year named before")
}

// weekOfMonth resolves "the last week of March" by the week of the calendar that has
// most of its days in that part of the month.
func weekOfMonth(s *scanner, m match) (timex, bool) {
	var t timex
	var ok bool
	if month, _ := m.find(monthSym); m.has(yearSym) {
		t, ok = on(monthOf(civil(m.n(yearSym), time.Month(month.n), 1)), fullMonthRule, "")
	} else {
		t, ok = bareMonth(s, match{month})
	}
	if !ok || t.moment.grain != monthGrain {
		return timex{}, false
	}
	const midWeek = 3
	day := t.moment.first.AddDate(0, 0, 7*m.n(ordinalSym)-7+midWeek)
	if n, last := fromLast(s, m); last {
		day = t.moment.first.AddDate(0, 1, -1-midWeek-7*(n-1))
	}
	if day.Month() != t.moment.first.Month() {
		return timex{}, false
	}
	return on(weekOf(day), t.rule, "week of a month")
}

// fromLast reports whether a week is counted from the last of its month or year, and its number from there.
func fromLast(s *scanner, m match) (n int, ok bool) {
	return max(1, m.n(ordinalSym)), !m.has(ordinalSym) || s.has(m, "last")
}

// weekOfYear resolves "the third week of 2018" by the numbers of ISO 8601.
func weekOfYear(s *scanner, m match) (timex, bool) {
	first := weekOf(civil(m.n(yearSym), time.January, 4))
	last := weekOf(civil(m.n(yearSym), time.December, 28))
	week := first.plus(m.n(ordinalSym) - 1)
	if n, counted := fromLast(s, m); counted {
		week = last.plus(1 - n)
	}
	if week.first.After(last.first) {
		return timex{}, false
	}
	return on(week, fullMonthRule, "week of a year")
}

// deicticMonth resolves "last June", "this September", "next January".
func deicticMonth(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	month := time.Month(m.n(monthSym))
	step := m.n(deicticSym)
	switch s.word(m.from() + 1) {
	case "past":
		step = -1
	case "coming":
		step = 1
	}
	day := s.anchor.day
	y := day.Year()
	switch {
	case step < 0 && month >= day.Month():
		y--
	case step > 0 && month <= day.Month():
		y++
	}
	return on(monthOf(civil(y, month, 1)), deicticRule, "month counted from the document's day")
}

// bareMonth resolves a month alone: by the verb, else the most recent one.
func bareMonth(s *scanner, m match) (timex, bool) {
	last := m[len(m)-1]
	if s.notAMonth(last.from) {
		return timex{}, false
	}
	month := time.Month(m.n(monthSym))
	if !s.anchor.known {
		return timex{kind: parley.DateDate, value: fmt.Sprintf("XXXX-%02d", int(month)), rule: bareMonthRule,
			how: "month, the year unknown"}, true
	}
	if s.story {
		return on(monthOf(civil(s.storyYear(month), month, 1)), bareMonthRule, "month after the time told before")
	}
	d, why := s.direction(m.from(), m.to())
	here := monthOf(s.anchor.day)
	ahead := (int(month) - int(here.first.Month()) + 12) % 12
	if !forward(d, ahead) {
		ahead -= 12
	}
	return on(here.plus(ahead), d.rule(bareMonthRule, pastMonthRule, futureMonthRule), "month "+why)
}

// How many months ahead a month may lie that the verb puts ahead, and one that
// no verb places. The other way round there is no bound: a past verb is sure.
const (
	monthsAhead = 9
	monthsNear  = 2
)

// forward reports whether a month that comes in so many months is meant, and
// not the one of the year before.
func forward(d direction, months int) bool {
	switch d {
	case ahead:
		return months <= monthsAhead
	case past:
		return months == 0
	}
	return months <= monthsNear
}

// notAMonth reports whether a month's name at term i is a person's or a verb:
// "May" and "March" must stand behind a word that a month follows; the others
// only must not be part of a longer name.
func (s *scanner) notAMonth(i int) bool {
	t, next := s.term(i), s.term(i+1)
	lead, w := s.word(i-1), t.In(s.text.Source)
	named := next.capital && next.classes == 0 // "June Smith"
	switch {
	case len(w) == 3 && s.word(i) != "may":
		besides := (lead == "after" || lead == "before") && w != "Jan"
		return s.person(t.token) || named || !shortMonthLeads[lead] && !besides // "Jan" alone is mostly a name or half a word
	case s.person(t.token):
		return true
	case i > 0 && s.monthOfNoun(t.token):
		return false
	case monthLeads[lead]:
		return false
	case s.word(i) == "may" || s.word(i) == "march" || w == strings.ToUpper(w):
		return true
	case weakMonthLeads[lead]:
		return named
	}
	return named || s.term(i-1).capital && i > 1 && s.term(i-1).classes == 0
}

// person reports whether the parser takes a token for part of a person's name.
func (s *scanner) person(token int) bool {
	w := s.parsed(token)
	return strings.HasSuffix(w.Name, "-PER") && w.Confidence >= sure
}

// monthOfNoun reports whether the parser takes a token for a name before a
// common noun: "the May elections", "a March deadline".
func (s *scanner) monthOfNoun(token int) bool {
	w := s.parsed(token)
	if w.XPOS != "NNP" || w.Name != "" || w.Confidence < sure || w.Head == syntax.Root {
		return false
	}
	switch w.Relation {
	case "compound", "nmod:unmarked", "nmod:desc", "nmod":
		head := s.trees[s.sentence].Words[w.Head]
		return head.Token > token && head.UPOS == "NOUN" && !s.text.Tokens[head.Token].Capital()
	}
	return false
}

// parsed returns the parser's word for a token of the sentence in hand, or none.
func (s *scanner) parsed(token int) syntax.Word {
	if s.sentence < len(s.trees) {
		if i := s.trees[s.sentence].At(token); i >= 0 {
			return s.trees[s.sentence].Words[i]
		}
	}
	return syntax.Word{}
}

// monthLeads are the words that stand before a month and hardly before a name;
// weakMonthLeads stand before both. Behind shortMonthLeads "Jan" is a month without its
// point.
var (
	monthLeads      = wordSet("in of since by until till through during between last this next early late mid - earlier later around")
	shortMonthLeads = wordSet("in since by until till through during this last next early late mid -")
	weakMonthLeads  = wordSet("from to before after and or for a an the his her its their our as on")
)
