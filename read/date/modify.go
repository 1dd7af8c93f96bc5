package date

// modifiedForms are dates with a word that narrows them to their beginning,
// middle or end.
var modifiedForms = []form{
	{"the? LEAN -? POINT", leaning},                                  // early December, the mid-1990s
	{"LEAN on|in POINT", leaning},                                    // earlier on Wednesday, late in 2015
	{"LEAN in the UNIT", leaningUnit},                                // earlier in the year
	{"the? very? EDGE of POINT", leaning},                            // the end of 2016
	{"the? EDGE of the UNIT", leaningUnit},                           // by the end of the year
	{"at|by|until|till|before|since the? EDGE of UNIT", leaningBare}, // at the end of year
	{"EDGE of UNIT", leaningAlone},                                   // end of month
	{"the weekend of POINT", weekendOfPoint},                         // the weekend of March 6
	{"the? EDGE - POINT", leaning},                                   // end-March
	{"the week of POINT", weekOfPoint},                               // the week of March 6
	{"UNIT - end", unitEnd},                                          // year-end
	{"UNIT 's? end", unitEnd},                                        // year's end
	{"the UNIT 's end", unitEnd},                                     // the month's end
	{"around POINT", around},                                         // around Nov. 1
}

// leaning resolves "early December" as December with the mod START.
func leaning(s *scanner, m match) (timex, bool) {
	p, _ := m.find(pointSym)
	t := *p.timex
	bare := m.has(leanSym) && s.term(p.from-1).is(leanSym)
	if t.more != nil || bare && s.word(p.from) == "the" && t.rule != sameRule {
		return timex{}, false // "early the third quarter" is no English, "later the same day" is
	}
	t.mod = modOf(m)
	t.from, t.to = 0, 0
	return t, true
}

// modOf returns the mod of the narrowing word of a match.
func modOf(m match) string {
	if e, ok := m.find(edgeSym); ok {
		return e.word
	}
	l, _ := m.find(leanSym)
	return l.word
}

// leaningUnit resolves "the end of the year": the year at hand.
func leaningUnit(s *scanner, m match) (timex, bool) {
	u := m.unit()
	if !s.anchor.known || unitFacts[u].grain < weekGrain {
		return timex{}, false
	}
	t, ok := on(at(unitFacts[u].grain, s.anchor.day), edgeRule, "of the document's own")
	t.mod = modOf(m)
	return t, ok
}

// leaningBare resolves "at the end of year", where the preposition stays outside.
func leaningBare(s *scanner, m match) (timex, bool) {
	t, ok := leaningUnit(s, m)
	t.from, t.to = m.from()+1, m.to()
	return t, ok
}

// leaningAlone resolves "end of month" where no noun follows, as in "end of year bonus".
func leaningAlone(s *scanner, m match) (timex, bool) {
	if next := s.word(m.to()); next == hyphen || isLetters(next) && !clauseWords[next] {
		return timex{}, false
	}
	return leaningUnit(s, m)
}

// unitEnd resolves "year-end" and "month's end".
func unitEnd(s *scanner, m match) (timex, bool) {
	u := m.unit()
	if !s.anchor.known || u == week || u == day || unitFacts[u].grain < weekGrain {
		return timex{}, false
	}
	t, ok := on(at(unitFacts[u].grain, s.anchor.day), edgeRule, "of the document's own")
	t.mod = "END"
	return t, ok
}

// around resolves "around Nov. 1". Only a date with a number is meant: "around
// Friday" may be about the place of the day in a week.
func around(_ *scanner, m match) (timex, bool) {
	p, _ := m.find(pointSym)
	switch p.timex.rule {
	case bareDayRule, pastDayRule, futureDayRule, fullDayRule, yearRule, fullMonthRule:
	default:
		return timex{}, false
	}
	if p.timex.more != nil {
		return timex{}, false
	}
	t := *p.timex
	t.mod, t.from, t.to = "APPROX", 0, 0
	return t, true
}
