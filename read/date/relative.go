package date

import (
	"time"

	"parley"
)

// deicticForms are times that count from the day of writing in units, and that
// "early" or "the end of" may stand before.
var deicticForms = []form{
	{"DEICTIC UNIT", deicticUnit},          // last week
	{"this past|coming UNIT", deicticUnit}, // this past weekend
	{"the past|current|coming|upcoming UNIT", deicticUnit},
	{"upcoming UNIT", deicticUnit},                            // upcoming week
	{"the previous|following|next|preceding UNIT", neighbour}, // the following day
	{"the? UNIT after next", afterNext},                       // the week after next
	{"the same UNIT", sameUnit},                               // the same day
	{"that same? UNIT", sameUnit},                             // that year
	{"the same date", sameDate}, {"that date", sameDate},      // that date
	{"the UNIT before|earlier|previous", unitBefore},
	{"the weekend", theWeekend},
	{"the day", theDay}, // ended the day
}

// relativeForms are times that count from the day of writing.
var relativeForms = []form{
	{"RELATIVE", relativeDay},      // yesterday
	{"RELATIVE PART", relativeDay}, // tomorrow night
	{"the day before yesterday", dayBeyond},
	{"the day after tomorrow", dayBeyond},
	{"tonight", tonight},
	{"overnight", overnight},
	{"since|until|till|by then", then},                                   // since then
	{"DEICTIC PART", deicticPart},                                        // last night, this morning
	{"the next|following|previous PART", neighbourPart},                  // the next morning
	{"the same PART", neighbourPart}, {"that same? PART", neighbourPart}, // that night
}

// agoForms are times a number of units before or after another.
var agoForms = []form{
	{"BOUND? QUANTITY UNIT|UNITS or? so? ago", ago},                 // two weeks ago
	{"BOUND? QUANTITY UNIT|UNITS hence", fromNow},                   // two weeks hence
	{"BOUND? QUANTITY UNIT|UNITS from now", fromNow},                // two weeks from now
	{"BOUND? QUANTITY UNIT|UNITS earlier|later", later},             // a year earlier
	{"the same UNIT|period a? year earlier|ago|before", samePeriod}, // the same month a year ago
	{"the same UNIT|period of? the? DEICTIC year", samePeriod},      // the same period last year
	{"year - earlier|ago", yearBefore},                              // the year-earlier quarter
	{"the? year - earlier|ago UNIT|period", yearBefore},
	{"the? comparable|same|corresponding year - earlier|ago UNIT|period", yearBefore},
}

// deicticUnit resolves "last week", "this month", "next year".
func deicticUnit(s *scanner, m match) (timex, bool) {
	u := m.unit()
	if !s.anchor.known || u == noUnit || unitFacts[u].grain == noGrain || u == night {
		return timex{}, false
	}
	step := 0
	for k := range m {
		if w := s.word(m[k].from); w == "upcoming" {
			step++
		} else if w != "the" {
			step += deictics[w]
		}
	}
	first := m.from()
	switch {
	case u == fortnight:
		return duration(period(1, u), durationRule, "number and unit") // it begins on any day
	case u == day, s.term(first).capital && s.term(first+1).capital:
		return timex{}, false // "the last day" is an end, "This Week" the name of a broadcast
	case u == decade && step < 0, u == century && step < 0:
		return timex{}, false // a length of time
	case u == decade:
		return on(decadeOf(s.anchor.day.Year()).plus(step), deicticRule, "counted from the document's day")
	}
	here := at(unitFacts[u].grain, s.anchor.day)
	return on(here.plus(step*unitFacts[u].steps), deicticRule, "counted from the document's day")
}

// afterNext resolves "the week after next".
func afterNext(s *scanner, m match) (timex, bool) {
	g := unitFacts[m.unit()].grain
	if !s.anchor.known || g == noGrain {
		return timex{}, false
	}
	return on(at(g, s.anchor.day).plus(2*unitFacts[m.unit()].steps), deicticRule, "counted from the document's day")
}

// neighbour resolves "the following day" from the time named last, and "the
// next week" where nothing was named from the document's day.
func neighbour(s *scanner, m match) (timex, bool) {
	return s.nextTo(m.unit(), neighbours[s.word(m.from()+1)])
}

// sameDate resolves "that date" from the day named last.
func sameDate(s *scanner, _ match) (timex, bool) { return s.nextTo(day, 0) }

// then resolves "since then" from the time named last; the preposition stays outside.
func then(s *scanner, m match) (timex, bool) {
	if s.memory.last.grain == noGrain {
		return timex{}, false
	}
	t, ok := on(s.memory.last, sameRule, "the time named before")
	t.from, t.to = m.from()+1, m.to()
	return t, ok
}

// sameUnit resolves "the same day" and "that year" from the time named last.
func sameUnit(s *scanner, m match) (timex, bool) { return s.nextTo(m.unit(), 0) }

// unitBefore resolves "the year before" from the time named last.
func unitBefore(s *scanner, m match) (timex, bool) {
	if isLetters(s.word(m.to())) {
		return timex{}, false // an event follows, which dates nothing here
	}
	return s.nextTo(m.unit(), -1)
}

// nextTo returns the unit that holds the time named last, or its neighbour.
func (s *scanner) nextTo(u unit, step int) (timex, bool) {
	base := s.memory.last
	if u == day {
		base = s.memory.day
	}
	g := unitFacts[u].grain
	if u == fortnight {
		return timex{}, false // it begins on any day
	}
	if base.grain == noGrain && s.anchor.known && (g == weekGrain || g == weekendGrain || g == monthGrain) {
		return on(at(g, s.anchor.day).plus(step), sameRule, "counted from the document's day, since no time was named before")
	}
	if base.grain == noGrain || g == noGrain || base.grain > g {
		return timex{}, false
	}
	return on(at(g, base.first).plus(step*unitFacts[u].steps), sameRule, "counted from the time named before")
}

// dayLeads are the verbs of which "the day" is the object in a report on it.
var dayLeads = wordSet("end ended ends ending finish finished finishing close closed closing start started starting begin began opened opening")

// theDay resolves "ended the day": the day named before, else the document's.
func theDay(s *scanner, m match) (timex, bool) {
	if !dayLeads[s.word(m.from()-1)] || s.word(m.to()) == "of" || !s.anchor.known {
		return timex{}, false
	}
	if s.memory.day.grain != noGrain && s.sentence-s.memory.dayAt <= recentSentences {
		return on(s.memory.day, sameRule, "the day named before")
	}
	return on(dayOf(s.anchor.day), deicticRule, "the document's day")
}

// theWeekend resolves "the weekend": the one at hand on its days and where the
// clause looks ahead, else the last.
func theWeekend(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	w := weekendOf(s.anchor.day)
	d, why := s.direction(m.from(), m.to())
	if d != ahead && s.anchor.day.Before(w.first) {
		w = w.plus(-1)
	}
	return on(w, deicticRule, "weekend "+why)
}

// weekOfPoint resolves "the week of March 6".
func weekOfPoint(_ *scanner, m match) (timex, bool) {
	p, _ := m.find(pointSym)
	if p.timex.moment.grain != dayGrain {
		return timex{}, false
	}
	return on(weekOf(p.timex.moment.first), deicticRule, "week of a day that is told")
}

// weekendOfPoint resolves "the weekend of March 6".
func weekendOfPoint(_ *scanner, m match) (timex, bool) {
	p, _ := m.find(pointSym)
	if p.timex.moment.grain != dayGrain {
		return timex{}, false
	}
	return on(nearestWeekend(p.timex.moment.first), deicticRule, "weekend of a day that is told")
}

// nearestWeekend returns the weekend that a day belongs to: a Monday to Wednesday is nearer
// to the one before.
func nearestWeekend(t time.Time) moment {
	return weekendOf(t.AddDate(0, 0, -3))
}

// relativeDay resolves yesterday, today, tomorrow and their parts.
func relativeDay(s *scanner, m match) (timex, bool) {
	first := s.term(m.from())
	if !s.anchor.known || first.capital && s.term(m.from()-1).capital && s.term(m.from()-1).classes == 0 {
		return timex{}, false // part of a name
	}
	t, _ := on(dayOf(s.anchor.day.AddDate(0, 0, m.n(relativeSym))), relativeRule, "counted from the document's day")
	if part, ok := m.find(partSym); ok {
		return withPart(t, part.word)
	}
	return t, true
}

// dayBeyond resolves "the day before yesterday" and "the day after tomorrow".
func dayBeyond(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	step := 2
	if s.word(m.to()-1) == "yesterday" {
		step = -2
	}
	return on(dayOf(s.anchor.day.AddDate(0, 0, step)), relativeRule, "counted from the document's day")
}

// tonight is the night of the document's day.
func tonight(s *scanner, _ match) (timex, bool) { return s.partOf(0, "NI") }

// overnight is the night before the document's day, as news has it.
func overnight(s *scanner, _ match) (timex, bool) { return s.partOf(-1, "NI") }

// deicticPart resolves "last night" and "this morning".
func deicticPart(s *scanner, m match) (timex, bool) {
	part, _ := m.find(partSym)
	if s.word(m.from()) == "current" || s.word(m.from()) == "past" {
		return timex{}, false
	}
	return s.partOf(m.n(deicticSym), part.word)
}

// partOf returns a part of a day counted from the document's day.
func (s *scanner) partOf(step int, part string) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	t, _ := on(dayOf(s.anchor.day.AddDate(0, 0, step)), partRule, "counted from the document's day")
	return withPart(t, part)
}

// neighbourPart resolves "the next morning" and "that night" from the day named last.
func neighbourPart(s *scanner, m match) (timex, bool) {
	part, _ := m.find(partSym)
	t, ok := s.nextTo(day, map[string]int{"previous": -1, "following": 1, "next": 1}[s.word(m.from()+1)])
	if !ok {
		return timex{}, false
	}
	return withPart(t, part.word)
}

// ago resolves "two weeks ago" at the grain of its unit.
func ago(s *scanner, m match) (timex, bool) {
	if t, ok := s.quarterBefore(m.unit(), m, recentSentences); ok {
		return t, true
	}
	if !s.anchor.known && unitFacts[m.unit()].grain != noGrain {
		return dateValue(pastRef, agoRule, "before the document's day, which is unknown")
	}
	return s.counted(m, moment{dayGrain, s.anchor.day}, -1, "counted back from the document's day")
}

// fromNow resolves "two weeks from now".
func fromNow(s *scanner, m match) (timex, bool) {
	return s.counted(m, moment{dayGrain, s.anchor.day}, 1, "counted on from the document's day")
}

// later resolves "a year earlier" and "two weeks later" from the time named last.
func later(s *scanner, m match) (timex, bool) {
	step := 1
	if s.word(m.to()-1) == "earlier" {
		step = -1
		if t, ok := s.quarterBefore(m.unit(), m, recentSentences); ok {
			return t, true
		}
	}
	if s.word(m.to()) == "than" {
		return timex{}, false
	}
	base := s.memory.last
	if m.unit() == day {
		base = s.memory.day
	}
	if base.grain == noGrain {
		base = moment{yearGrain, s.anchor.day}
	}
	if base.grain > unitFacts[m.unit()].grain {
		return timex{}, false
	}
	return s.counted(m, base, step, "counted from the time named before")
}

// counted returns the time that lies a number of units from a base.
func (s *scanner) counted(m match, base moment, sign int, how string) (timex, bool) {
	q, _ := m.find(quantitySym)
	bound, _ := m.find(boundSym)
	f := unitFacts[m.unit()]
	switch {
	case f.grain == noGrain:
		return timex{}, false
	case q.quantity.vague:
		return dateValue(map[int]string{-1: pastRef, 1: futureRef}[sign], agoRule, "an unknown number of units away")
	case !s.anchor.known && base.first.IsZero():
		return timex{}, false
	}
	n, half := split(q.quantity.n)
	if half && f.grain == yearGrain && f.steps == 1 {
		base, n, f.grain, f.steps = moment{monthGrain, base.first}, 12*n+6, monthGrain, 1
	}
	t, ok := on(at(f.grain, base.first).plus(sign*n*f.steps), agoRule, how)
	t.mod = bound.word
	return t, ok
}

// recentSentences is how far back a quarter stays the subject of a report.
const recentSentences = 6

// quarterBefore resolves "a year earlier" in a report on a quarter: the same
// quarter of the year before.
func (s *scanner) quarterBefore(u unit, m match, within int) (timex, bool) {
	q, ok := m.find(quantitySym)
	if ok && (q.quantity.n != 1 || q.quantity.vague) || u != year {
		return timex{}, false
	}
	if s.memory.quarter.grain == noGrain || s.sentence-s.memory.at > within {
		return timex{}, false
	}
	last := s.memory.quarter
	t, ok := on(last.plus(-4), quarterBeforeRule, "the quarter named before, a year earlier")
	t.moment = moment{} // the report goes on about the later one
	return t, ok
}

// samePeriod resolves "the same month a year ago": what was named before, a year
// earlier, at its grain; the year before where nothing was.
func samePeriod(s *scanner, m match) (timex, bool) {
	u, base := m.unit(), s.memory.last
	if q := s.memory.quarter; q.grain != noGrain && s.sentence-s.memory.at <= recentSentences && u != month {
		base = q
	}
	if g := unitFacts[u].grain; g != noGrain && base.grain != noGrain && base.grain <= g {
		base = at(g, base.first)
	}
	if base.grain == noGrain || base.grain >= yearGrain || base.grain < weekGrain {
		return yearBefore(s, m)
	}
	t, ok := on(at(base.grain, base.first.AddDate(-1, 0, 0)), quarterBeforeRule, "the time named before, a year earlier")
	t.moment = moment{}
	return t, ok
}

// yearBefore resolves "year-earlier" and "the year-ago quarter".
func yearBefore(s *scanner, m match) (timex, bool) {
	if t, ok := s.quarterBefore(year, m, 3*recentSentences); ok {
		return t, true
	}
	if !s.anchor.known {
		return timex{}, false
	}
	t, ok := on(yearOf(s.anchor.day.Year()-1), agoRule, "a year before the document's")
	t.moment = moment{}
	return t, ok
}

// timeOf returns a time of day.
func timeOf(value string, r rule, how string) (timex, bool) {
	return timex{kind: parley.DateTime, value: value, rule: r, how: how}, true
}
