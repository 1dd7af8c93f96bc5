package date

import "strings"

// durationForms are the ways to write a length of time.
var durationForms = []form{
	{"BOUND? QUANTITY UNIT|UNITS", plainDuration}, // nearly five years
	{"BOUND? QUANTITY more|additional|full|consecutive|straight|long|trading|whole|further UNIT|UNITS", plainDuration},
	{"another QUANTITY? UNIT|UNITS", plainDuration},                   // another two weeks
	{"QUANTITY or|to|and|-|– QUANTITY UNITS", plainDuration},          // two to three weeks
	{"QUANTITY - UNIT|UNITS", plainDuration},                          // five-year
	{"BOUND? QUANTITY - UNIT|UNITS - long", plainDuration},            // ten-year-long
	{"QUANTITY -? UNIT|UNITS -? old", nothing},                        // an age is no time of the story
	{"UNITS - long|old", vagueUnits},                                  // months-long
	{"a single UNIT", oneUnit},                                        // in a single day
	{"UNIT - long", oneUnit},                                          // week-long
	{"LONG", oneUnit},                                                 // weeklong
	{"BOUND? QUANTITY UNIT|UNITS and? QUANTITY UNIT|UNITS", compound}, // two years and six months
	{"BOUND? a|an|one UNIT and a? half", unitAndPart},                 // a year and a half
	{"BOUND? a|an|one UNIT and a quarter", unitAndPart},               // a year and a quarter
	{"one second", oneSecond},                                         // by one second
	{"half an hour", halfUnit}, {"half a UNIT", halfUnit}, {"half - hour", halfUnit},
	{"the? DEICTIC|first|final|latest QUANTITY UNITS", plainDuration}, // the past two years
	{"the? last|past|next|coming couple of UNITS", coupleOf},
	{"the QUANTITY UNITS", plainDuration},                                                    // the nine months
	{"the? QUANTITY past|last|upcoming|coming|next|previous|following UNITS", plainDuration}, // the five past years
	{"the? upcoming|coming|previous QUANTITY UNITS", plainDuration},                          // the upcoming two weeks
	{"these|those|their|its|his|her QUANTITY UNITS", plainDuration},
	{"the? past|last|next UNIT", pastUnit},                          // the past decade
	{"the? coming|recent|past|last|previous UNITS", vagueUnits},     // recent months
	{"the UNITS ahead", vagueUnits},                                 // the weeks ahead
	{"UNITS or UNITS", vagueUnits}, {"UNITS and UNITS", vagueUnits}, // weeks or months
	{"UNITS", bareUnits}, // weeks
}

// plainDuration resolves a quantity and a unit.
func plainDuration(s *scanner, m match) (timex, bool) {
	u := m.unit()
	q, _ := m.find(quantitySym)
	if q.quantity == nil {
		q.quantity = &quantity{n: 1}
	}
	if u == weekend && q.quantity.n <= 1 || !s.measures(m, *q.quantity) {
		return timex{}, false
	}
	value := vaguePeriod(u)
	r, how := vagueDurationRule, "an unknown number of units"
	if !q.quantity.vague {
		value, r, how = period(q.quantity.n, u), durationRule, "number and unit"
	}
	t, ok := duration(value, r, how)
	bound, _ := m.find(boundSym)
	t.mod = bound.word
	if t.mod == "" {
		t.mod = q.quantity.mod
	}
	return t, ok
}

// measures reports whether a quantity before a unit measures time: "a" does so
// only behind a word that a length of time follows, for "a day of mourning" and
// "$5 a year" do not.
func (s *scanner) measures(m match, q quantity) bool {
	if s.term(m.from() - 1).is(monthSym) {
		return false
	}
	counted := s.term(m.to() - 1)
	singular := counted.is(unitSym)
	if q.article && !m.has(boundSym) && len(m) == 2 {
		return articleLeads[s.word(m.from()-1)] || articleTails[s.word(m.to())] && s.word(m.to()+1) != "the"
	}
	switch {
	case m.unit() == quarter:
		return (q.n > 1 || q.vague) && !singular && s.word(m.to()) != "of" && !s.has(m, hyphen)
	case q.n == 1 && !q.vague && m.unit() == day && singular && len(m) == 2:
		return articleLeads[s.word(m.from()-1)] || s.word(m.to()) == "after" // not "one day we will"
	case counted.capital && s.term(m.from()).digits > 0:
		return false // the name of a broadcast
	}
	return true
}

// articleLeads and articleTails are the words around "a week" where it measures time.
var (
	articleLeads = wordSet("for in within over after than lasted last lasting took take takes least every just only of another")
	articleTails = wordSet("after before long")
)

// vagueUnits resolves "recent months" and "months-long".
func vagueUnits(s *scanner, m match) (timex, bool) {
	if next := s.term(m.to()); next.is(unitsSym) {
		return timex{}, false
	}
	return duration(vaguePeriod(m.unit()), vagueDurationRule, "an unknown number of units")
}

// bareUnits resolves "weeks" where the words around make it a length of time.
func bareUnits(s *scanner, m match) (timex, bool) {
	u := m.unit()
	if u == quarter || u == weekend || u == night {
		return timex{}, false
	}
	lead, next := s.word(m.from()-1), s.word(m.to())
	if s.opensQuote(m.from()) {
		lead = s.word(m.from() - 2)
	}
	if lead == "early" || lead == "late" {
		return timex{}, false // "the early hours of Friday"
	}
	if !unitsLeads[lead] && !unitsTails[next] {
		return timex{}, false
	}
	return duration(vaguePeriod(u), vagueDurationRule, "an unknown number of units")
}

// unitsLeads and unitsTails are the words around "weeks" where it measures time.
var (
	unitsLeads = wordSet("for after over in within lasted last take took takes spent mere of")
	unitsTails = wordSet("after before of later earlier long ago")
)

// oneUnit resolves "weeklong".
func oneUnit(_ *scanner, m match) (timex, bool) {
	return duration(period(1, m.unit()), durationRule, "number and unit")
}

// compound resolves "two years and six months": the second unit is the smaller, and both
// are counted.
func compound(_ *scanner, m match) (timex, bool) {
	var counted []item
	for _, it := range m {
		if it.symbol == quantitySym || it.symbol == unitSym || it.symbol == unitsSym {
			counted = append(counted, it)
		}
	}
	if len(counted) != 4 || counted[0].quantity.vague || counted[2].quantity.vague || counted[1].unit <= counted[3].unit || counted[3].unit == quarter {
		return timex{}, false
	}
	larger, smaller := period(counted[0].quantity.n, counted[1].unit), period(counted[2].quantity.n, counted[3].unit)
	if unitFacts[counted[3].unit].code == "WE" || strings.ContainsAny(larger, "TE.") && !strings.HasPrefix(larger, "PT") {
		return timex{}, false
	}
	value := larger + strings.TrimPrefix(smaller, "P")
	if strings.HasPrefix(larger, "PT") {
		value = larger + strings.TrimPrefix(smaller, "PT")
	}
	t, ok := duration(value, durationRule, "numbers and units")
	bound, _ := m.find(boundSym)
	t.mod = bound.word
	return t, ok
}

// unitAndPart resolves "a year and a half" and "an hour and a quarter", but not "a day and
// half the town".
func unitAndPart(s *scanner, m match) (timex, bool) {
	next, n := s.word(m.to()), 1.5
	if s.word(m.to()-1) == "quarter" {
		n = 1.25
	}
	if next == "of" || s.word(m.to()-2) == "and" && isLetters(next) && !clauseWords[next] {
		return timex{}, false
	}
	t, ok := duration(period(n, m.unit()), durationRule, "number and unit")
	bound, _ := m.find(boundSym)
	t.mod = bound.word
	return t, ok
}

// oneSecond resolves "one second", which elsewhere is an ordinal.
func oneSecond(s *scanner, m match) (timex, bool) {
	if s.word(m.to()) == hyphen {
		return timex{}, false
	}
	return duration(period(1, second), durationRule, "number and unit")
}

// halfUnit resolves "half an hour".
func halfUnit(s *scanner, m match) (timex, bool) {
	u := s.term(m.to() - 1).unit
	if unitFacts[u].code == "" {
		return timex{}, false
	}
	value := map[unit]string{year: "P6M", hour: "PT30M", day: "PT12H", decade: "P5Y", century: "P50Y", minute: "PT30S"}[u]
	return duration(value, durationRule, "half a unit")
}

// coupleOf resolves "the next couple of years".
func coupleOf(_ *scanner, m match) (timex, bool) {
	t, ok := duration(period(2, m.unit()), durationRule, "number and unit")
	t.mod = "APPROX"
	return t, ok
}

// pastUnit resolves "the past decade" as the length that ends or begins now.
// Calendar units that name a time ("last year") have a form of their own.
func pastUnit(s *scanner, m match) (timex, bool) {
	u := m.unit()
	if u == day || u == minute {
		return timex{}, false // "the last day", "the last minute" are ends
	}
	if s.word(m.from()) != "the" && u != decade && u != century || unitFacts[u].code == "" || u == weekend || u == quarter {
		return timex{}, false
	}
	return duration(period(1, u), durationRule, "number and unit")
}
