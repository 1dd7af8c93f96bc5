package date

import (
	"slices"
	"time"
)

// stretchForms are stretches of the calendar told by units: so many at one end of a longer
// time, all of one, or the one at hand.
var stretchForms = []form{
	{"the? first|last|final QUANTITY UNITS of|in POINT", countedPart}, // the first two weeks of 2021
	{"the? first|last|final QUANTITY UNITS of the UNIT", countedPart}, // the last ten days of the month
	{"all UNIT", allUnit},     // all week
	{"for the UNIT", forUnit}, // for the week
}

// workingForms are the days of the week without its weekend.
var workingForms = []form{
	{"DEICTIC work|working week", workingWeek}, {"DEICTIC workweek", workingWeek}, // next workweek
}

// stretch is the first and last day of a part of the calendar that is no whole moment.
type stretch struct{ first, last time.Time }

// countedPart resolves "the first two weeks of 2021": TIMEX3 has it as a length of time,
// P2W, beside the year; the days are known too.
func countedPart(s *scanner, m match) (timex, bool) {
	units, _ := m.find(unitsSym)
	q, _ := m.find(quantitySym)
	whole, more, ok := s.wholeOf(m)
	if !ok {
		return timex{}, false
	}
	t, ok := plainDuration(s, m[:1+slices.IndexFunc(m, func(it item) bool { return it.symbol == unitsSym })])
	n, broken := split(q.quantity.n)
	f := unitFacts[units.unit]
	if !ok || broken || q.quantity.vague || f.grain == noGrain || f.grain >= whole.grain {
		return timex{}, false
	}
	t.stretch = partOfWhole(whole, moment{grain: f.grain}, n*f.steps, s.has(m, "first"))
	if last := whole.plus(1).first; t.stretch.first.Before(whole.first.AddDate(0, 0, -4)) || t.stretch.last.After(last.AddDate(0, 0, 3)) {
		return timex{}, false // more of them than there are
	}
	t.from, t.to, t.more = m.from(), units.to, more
	return t, true
}

// wholeOf returns the longer time that units are counted in, and the time to be read beside
// them where it is told as one.
func (s *scanner) wholeOf(m match) (moment, []timex, bool) {
	if p, ok := m.find(pointSym); ok {
		return p.timex.moment, []timex{*p.timex}, p.timex.moment.grain > dayGrain && p.timex.more == nil
	}
	last := m[len(m)-1]
	return at(unitFacts[last.unit].grain, s.anchor.day), nil, s.anchor.known && unitFacts[last.unit].grain > dayGrain
}

// partOfWhole returns the days of the first or last n units of a longer time. A week
// belongs to the month or year that has most of its days, as ISO 8601 counts the year's.
func partOfWhole(whole, unit moment, n int, first bool) stretch {
	const midWeek = 3
	begin, end := whole.first, whole.plus(1).first.AddDate(0, 0, -1)
	if unit.grain == weekGrain {
		begin, end = begin.AddDate(0, 0, midWeek), end.AddDate(0, 0, -midWeek)
	}
	if first {
		u := at(unit.grain, begin)
		return stretch{u.first, u.plus(n).first.AddDate(0, 0, -1)}
	}
	u := at(unit.grain, end).plus(1)
	return stretch{u.plus(-n).first, u.first.AddDate(0, 0, -1)}
}

// allUnit resolves "all week": a length of time, of the week at hand.
func allUnit(s *scanner, m match) (timex, bool) {
	u := m.unit()
	g := unitFacts[u].grain
	if g == noGrain || u == night || u == weekend || u == quarter || g > yearGrain {
		return timex{}, false
	}
	t, ok := duration(period(1, u), durationRule, "all of a unit")
	if g > dayGrain && s.anchor.known {
		here := at(g, s.anchor.day)
		t.stretch = stretch{here.first, here.plus(1).first.AddDate(0, 0, -1)}
	}
	return t, ok
}

// forUnit resolves "for the week" as the one at hand; the preposition stays outside. What
// goes on behind it tells of another: "for the day of the vote", "for the year ended".
func forUnit(s *scanner, m match) (timex, bool) {
	u := m.unit()
	g := unitFacts[u].grain
	next := s.word(m.to())
	if !s.anchor.known || g == noGrain || u == night || u == weekend || u == quarter || g > yearGrain || isLetters(next) && next != "and" && next != "but" || next == hyphen {
		return timex{}, false
	}
	t, ok := on(at(g, s.anchor.day), deicticRule, "the document's own")
	t.from, t.to = m.from()+1, m.to()
	return t, ok
}

// workingWeek resolves "next workweek" as its week.
func workingWeek(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	return on(weekOf(s.anchor.day).plus(m.n(deicticSym)), deicticRule, "week counted from the document's day")
}
