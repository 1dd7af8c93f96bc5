package date

import (
	"fmt"
	"time"

	"parley"
)

// setForms are the ways to write times that come back.
var setForms = []form{
	{"every|each UNIT", everyUnit},             // every day
	{"every other UNIT", everyOther},           // every other day
	{"every QUANTITY UNITS", everySome},        // every two weeks
	{"every|each WEEKDAY PART?", everyWeekday}, // every Monday
	{"every|each MONTH", everyMonth},           // each July
	{"every|each SEASON", everySeason},         // every winter
	{"every|each PART", everyUnitOfDay},        // every night
	{"WEEKDAYS", everyWeekday},                 // Mondays
	{"FREQUENCY", frequency},                   // annually
	{"a|per UNIT", perUnit},                    // twice a week
}

// set returns a time that comes back.
func set(value, how string) (timex, bool) {
	return timex{kind: parley.DateSet, value: value, rule: setRule, how: how}, true
}

// everyUnit resolves "every day".
func everyUnit(_ *scanner, m match) (timex, bool) {
	return set(period(1, m.unit()), "every unit")
}

// everyOther resolves "every other day".
func everyOther(_ *scanner, m match) (timex, bool) {
	return set(period(2, m.unit()), "every other unit")
}

// everySome resolves "every two weeks".
func everySome(_ *scanner, m match) (timex, bool) {
	q, _ := m.find(quantitySym)
	if q.quantity.vague {
		return set(vaguePeriod(m.unit()), "every few units")
	}
	return set(period(q.quantity.n, m.unit()), "every so many units")
}

// everyWeekday resolves "every Monday", "Mondays" and "every Monday night".
func everyWeekday(s *scanner, m match) (timex, bool) {
	w := m.n(weekdaySym) + m.n(weekdaysSym)
	part, ok := m.find(partSym)
	value := fmt.Sprintf("XXXX-WXX-%d", isoWeekday(time.Weekday(w)))
	if ok {
		value += "T" + part.word
	}
	return set(value, "weekday of every week")
}

// everyMonth resolves "each July".
func everyMonth(_ *scanner, m match) (timex, bool) {
	return set(fmt.Sprintf("XXXX-%02d", m.n(monthSym)), "month of every year")
}

// everySeason resolves "every winter".
func everySeason(_ *scanner, m match) (timex, bool) {
	return set("XXXX-"+seasonCodes[m.n(seasonSym)], "season of every year")
}

// everyUnitOfDay resolves "every night".
func everyUnitOfDay(_ *scanner, m match) (timex, bool) {
	part, _ := m.find(partSym)
	return set("XXXX-XX-XXT"+part.word, "part of every day")
}

// frequency resolves "daily". Capitalised it belongs to a name, the Daily
// Courier, unless it begins its sentence.
func frequency(s *scanner, m match) (timex, bool) {
	i := m.from()
	f, _ := m.find(frequencySym)
	if s.term(i).capital && (i > 0 || s.term(i+1).capital) {
		return timex{}, false
	}
	return set(f.word, "how often")
}

// perUnit resolves "twice a week". Prices and rates ("$5 a year") are measures, not times.
func perUnit(s *scanner, m match) (timex, bool) {
	i := m.from()
	if !perLeads[s.word(i-1)] && s.word(i) != "per" {
		return timex{}, false
	}
	return set(period(1, m.unit()), "so many a unit")
}

// perLeads are the words before "a week" that count what happens in it.
var perLeads = wordSet("once twice thrice times")
