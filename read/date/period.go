package date

import (
	"time"

	"parley"
)

// periodForms are quarters, halves, seasons and fiscal years.
var periodForms = []form{
	{"the? fiscal? ORDINAL quarter", numberedPart},                                      // the third quarter
	{"fiscal? ORDINAL - quarter", numberedPart},                                         // third-quarter
	{"the? fiscal - ORDINAL quarter", numberedPart},                                     // the fiscal-first quarter
	{"the? ORDINAL fiscal quarter", numberedPart},                                       // the first fiscal quarter
	{"the? ORDINAL -? quarter of? the? YEAR", numberedPart},                             // the third quarter of 1990
	{"the? YEAR ORDINAL -? quarter", numberedPart},                                      // the 1988 third quarter
	{"the? ORDINAL -? quarter of? DEICTIC year", numberedPart},                          // the first quarter of last year
	{"DEICTIC year 's ORDINAL -? quarter", numberedPart},                                // this year's third quarter
	{"the? ORDINAL -? half of YEAR", numberedPart},                                      // the first half of 2015
	{"the? ORDINAL -? half of DEICTIC|the year", numberedPart},                          // the second half of the year
	{"the? final|last quarter of YEAR", lastQuarter},                                    // the final quarter of 2009
	{"the? last|final half of YEAR", lastQuarter},                                       // the last half of 1989
	{"the latest|current|recent quarter", theQuarter}, {"the latest period", thePeriod}, // the latest quarter
	{"the quarter", theQuarter}, // the quarter
	{"that quarter", theQuarter},
	{"SEASON ,? of? YEAR", seasonOfYear},             // summer 2014
	{"the SEASON of? YEAR|WORDYEAR", seasonOfYear},   // the summer of 2014
	{"the SEASON", bareSeason},                       // in the fall
	{"SEASON", bareSeason},                           // this is only read behind "in", "by", "until"
	{"DEICTIC SEASON", deicticSeason},                // last fall
	{"this past|coming SEASON", deicticSeason},       // this past spring
	{"fiscal year? YEAR", fiscalYear},                // fiscal 1990
	{"the? YEAR fiscal year", fiscalYear},            // the 2015 fiscal year
	{"DEICTIC fiscal|financial year", deicticFiscal}, // this fiscal year
	{"the current|past|next|latest fiscal|financial year", deicticFiscal},
	{"DEICTIC calendar year", calendarYear}, // this calendar year
	{"the full year", theYear}, {"the entire year", theYear},
}

// numberedPart resolves a quarter or half that is told by its number.
func numberedPart(s *scanner, m match) (timex, bool) {
	n := m.n(ordinalSym)
	quarters := s.has(m, "quarter")
	if n < 1 || n > 4 || !quarters && n > 2 {
		return timex{}, false
	}
	y, how := m.n(yearSym), "number and year"
	if y == 0 {
		if !s.anchor.known {
			return timex{}, false
		}
		y, how = s.yearOfPart(n, quarters, m)
	}
	if quarters {
		return on(quarterOf(y, n), quarterRule, "quarter: "+how)
	}
	return on(halfOf(y, n), quarterRule, "half: "+how)
}

// has reports whether a word is among those matched.
func (s *scanner) has(m match, word string) bool {
	for _, it := range m {
		if s.word(it.from) == word {
			return true
		}
		if t := s.term(it.from); t.unit == quarter && word == "quarter" {
			return true
		}
	}
	return false
}

// yearOfPart finds the year of a quarter or half: as told by "last" and its
// kind, else this year, and last year for a quarter that has not begun unless
// the clause looks ahead.
func (s *scanner) yearOfPart(n int, quarters bool, m match) (int, string) {
	y := s.anchor.day.Year()
	if m.has(deicticSym) {
		return y + m.n(deicticSym), "of a year that is told"
	}
	if s.story {
		return y, "of the year told before"
	}
	begun := !quarters || n <= quarterNumber(s.anchor.day)
	d, why := s.direction(m.from(), m.to())
	if !begun && d != ahead {
		y--
	}
	return y, why
}

// lastQuarter resolves "the final quarter of 2009".
func lastQuarter(s *scanner, m match) (timex, bool) {
	if s.has(m, "quarter") {
		return on(quarterOf(m.n(yearSym), 4), quarterRule, "the last quarter of a year")
	}
	return on(halfOf(m.n(yearSym), 2), quarterRule, "the last half of a year")
}

// theQuarter resolves "the quarter" as the one named before, else the last that
// has ended. "A quarter" is a fraction, and so is "the quarter of".
func theQuarter(s *scanner, m match) (timex, bool) {
	if s.word(m.to()) == "of" {
		return timex{}, false
	}
	current := s.word(m.from()+1) == "current"
	if end, ok := s.endOf(m.to()); ok {
		return on(at(quarterGrain, end), quarterRule, "the quarter that ends on a day that is told")
	}
	if s.memory.quarter.grain != noGrain && !current {
		return on(s.memory.quarter, sameRule, "the quarter named before")
	}
	if !s.anchor.known || s.word(m.from()+1) == "quarter" {
		return timex{}, false
	}
	step := -1
	if current {
		step = 0
	}
	return on(at(quarterGrain, s.anchor.day).plus(step), quarterRule, "the last quarter that has ended")
}

// thePeriod resolves "the latest period" of a report as its quarter.
func thePeriod(s *scanner, _ match) (timex, bool) {
	if s.memory.quarter.grain == noGrain {
		return timex{}, false
	}
	return on(s.memory.quarter, sameRule, "the quarter named before")
}

// endOf reads the day behind "ended" or "ending" at term i.
func (s *scanner) endOf(i int) (time.Time, bool) {
	if w := s.word(i); w != "ended" && w != "ending" {
		return time.Time{}, false
	}
	t, ok := s.longest(s.g.point, i+1)
	return t.moment.first, ok && t.moment.grain == dayGrain
}

// seasonOfYear resolves "the summer of 2014".
func seasonOfYear(_ *scanner, m match) (timex, bool) {
	return on(seasonOf(m.n(yearSym)+m.n(wordYearSym), m.n(seasonSym)), seasonRule, "season and year")
}

// bareSeason resolves "in the fall". Behind other words "fall" and "spring" are
// verbs or other nouns.
func bareSeason(s *scanner, m match) (timex, bool) {
	lead := s.word(m.from() - 1)
	ok := seasonLeads[lead] && s.word(m.to()) != "of" && s.word(m.to()) != "from"
	if !ok || !s.anchor.known {
		return timex{}, false
	}
	n := m.n(seasonSym)
	if s.story {
		return on(seasonOf(s.anchor.day.Year(), n), seasonRule, "season of the year told before")
	}
	d, why := s.direction(m.from(), m.to())
	y, now := seasonNumber(s.anchor.day)
	switch {
	case d == ahead && n < now:
		y++
	case d != ahead && n > now:
		y--
	}
	return on(seasonOf(y, n), seasonRule, "season "+why)
}

// seasonLeads are the words before a season without a year.
var seasonLeads = wordSet("in by until since during through throughout early late mid this over")

// deicticSeason resolves "last fall", "this summer", "next spring".
func deicticSeason(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	n, step := m.n(seasonSym), m.n(deicticSym)
	switch s.word(m.from() + 1) {
	case "past":
		step = -1
	case "coming":
		step = 1
	}
	y, now := seasonNumber(s.anchor.day)
	switch {
	case step < 0 && n >= now:
		y--
	case step > 0 && n <= now:
		y++
	case step == 0 && n != winter:
		y = s.anchor.day.Year() // "this summer", told in January
	}
	return on(seasonOf(y, n), seasonRule, "season counted from the document's day")
}

// calendarYear resolves "this calendar year".
func calendarYear(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	return on(yearOf(s.anchor.day.Year()+m.n(deicticSym)), deicticRule, "counted from the document's day")
}

// fiscalYear resolves "fiscal 1990". Whose calendar it is stays open, so the
// value is the year alone.
func fiscalYear(_ *scanner, m match) (timex, bool) {
	t, ok := on(yearOf(m.n(yearSym)), fiscalRule, "fiscal year")
	t.mod = "APPROX"
	return t, ok
}

// deicticFiscal resolves "this fiscal year".
func deicticFiscal(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	step := m.n(deicticSym)
	if w := s.word(m.from() + 1); m[0].symbol == noSymbol {
		step = deictics[w]
	}
	t, ok := on(yearOf(s.anchor.day.Year()+step), fiscalRule, "fiscal year counted from the document's day")
	t.mod = "APPROX"
	return t, ok
}

// theYear resolves "the full year": the document's own.
func theYear(s *scanner, _ match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	return on(yearOf(s.anchor.day.Year()), deicticRule, "the document's own year")
}

// easter returns the Sunday of Easter in the churches of the west (the
// anonymous Gregorian algorithm of Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (b - (b+8)/25 + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	n := (a + 11*h + 22*l) / 451
	p := h + l - 7*n + 114
	return civil(year, time.Month(p/31), p%31+1)
}

// duration returns a length of time.
func duration(value string, r rule, how string) (timex, bool) {
	return timex{kind: parley.DateDuration, value: value, rule: r, how: how}, true
}
