package date

import (
	"fmt"
	"time"

	"parley"
)

// monthForms are the ways to write a month.
var monthForms = []form{
	{"MONTH ,? of? YEAR", fullMonth},         // December 2015
	{"MONTH ,? WORDYEAR", fullMonth},         // December nineteen ninety-seven
	{"MONTH of? DEICTIC UNIT", monthOfYear},  // April last year
	{"DEICTIC MONTH", deicticMonth},          // next January
	{"this past|coming MONTH", deicticMonth}, // this past October
	{"MONTH", bareMonth},                     // October
	{"MONTH - YEAR", fullMonth},              // December-2015
	{"MONTH of that|the year", monthOfSame},  // April of that year
	{"MONTH of the same year", monthOfSame},  // April of the same year
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
	d, why := s.direction(m.from(), m.to())
	day := s.anchor.day
	y := day.Year()
	switch {
	case d == ahead && month < day.Month() && int(day.Month()-month) < 12-monthsFar:
	case d == ahead && month < day.Month():
		y++
	case d == past && month > day.Month():
		y--
	case d == unclear && monthsApart(month, day.Month()) > monthsAheadUnclear:
		y--
	}
	return on(monthOf(civil(y, month, 1)), d.rule(bareMonthRule, pastMonthRule, futureMonthRule), "month "+why)
}

// monthsFar is how many months off a month may lie that a verb points to. One
// further off is more often the other way: a board that in October "declared a
// dividend for January" means the coming one.
const monthsFar = 8

// monthsAheadUnclear is how many months ahead a month without a telling verb
// may lie and still be the coming one.
const monthsAheadUnclear = 2

// monthsApart returns how many months m lies behind d in the same year, or 0.
func monthsApart(m, d time.Month) int { return max(0, int(m)-int(d)) }

// notAMonth reports whether a month's name at term i is a person's or a verb:
// "May" and "March" must stand behind a word that a date follows; the others
// only must not be part of a longer name.
func (s *scanner) notAMonth(i int) bool {
	t, next := s.term(i), s.term(i+1)
	before := s.word(i - 1)
	if monthLeads[before] {
		return false
	}
	if w := t.In(s.text.Source); s.word(i) == "may" || s.word(i) == "march" || len(w) > 1 && w[1] >= 'A' && w[1] <= 'Z' {
		return next.classes&(1<<yearSym|1<<daySym) == 0 && s.word(i+1) != "'s"
	}
	named := s.term(i-1).capital && i > 1 && s.term(i-1).classes == 0
	return named || next.capital && next.classes == 0
}

// monthLeads are the words that stand before a month more than before a name.
var monthLeads = wordSet(`in of since by until till from to through during between before after last this next early late
	mid - and or for a an the his her its their our as earlier later around on`)
