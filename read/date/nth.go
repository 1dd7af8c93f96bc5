package date

import (
	"strings"
	"time"
)

// nthForms are the ways to tell a day by its place in its month.
var nthForms = []form{
	{"the? ORDINAL WEEKDAY of|in MONTH ,? YEAR", nthWeekday},                   // the first Friday of July 2015
	{"the? ORDINAL WEEKDAY of|in MONTH", nthWeekday},                           // the first Friday of July
	{"the? ORDINAL|last|final WEEKDAY of|in the? DEICTIC month", nthOfDeictic}, // the second Monday of last month
	{"the? ORDINAL|last|final WEEKDAY of|in the month", nthOfDeictic},          // the second Monday of the month
	{"on the ORDINAL", nthOfMonth},                                             // on the 15th
	{"the? ORDINAL month of YEAR", nthMonth},                                   // the ninth month of 2021
	{"the? ORDINAL month of DEICTIC UNIT", nthMonth},                           // the ninth month of next year
	{"the? last WEEKDAY of|in MONTH ,? YEAR", nthWeekday},                      // the last Friday in July 2015
	{"the? last WEEKDAY of|in MONTH", nthWeekday},                              // the last Friday in July
	{"the? ORDINAL of MONTH ,? YEAR", ordinalDay},                              // the twenty-fourth of May 2015
	{"the? ORDINAL of MONTH", ordinalDay},                                      // the twenty-fourth of May
	{"MONTH ORDINAL ,? YEAR", ordinalDay},                                      // May twenty-fourth, 2015
	{"the? NUMBER -? ORDINAL of MONTH ,? YEAR", ordinalDay},                    // the twenty-fourth of May 2015
	{"the? NUMBER -? ORDINAL of MONTH", ordinalDay},                            // the twenty-fourth of May
	{"MONTH the? NUMBER -? ORDINAL ,? YEAR", ordinalDay},                       // May twenty-fourth, 2015
	{"MONTH the? NUMBER -? ORDINAL", ordinalDay},                               // May twenty-fourth
	{"the? NUMBER -? ORDINAL day of MONTH ,? YEAR", ordinalDay},
	{"the? NUMBER -? ORDINAL day of MONTH", ordinalDay},      // the twenty-third day of May
	{"the? ORDINAL day of MONTH ,? YEAR", ordinalDay},        // the third day of May 2015
	{"the? ORDINAL day of MONTH", ordinalDay},                // the third day of May
	{"the? ORDINAL -? last day of MONTH ,? YEAR", lastDayOf}, // the third last day of May 2015
	{"the? ORDINAL -? last day of MONTH", lastDayOf},         // the third last day of May
	{"MONTH ORDINAL", ordinalAlone},                          // March first
	{"WEEKDAY the? ORDINAL", weekdayNumbered},
	{"sat|sun ORDINAL", weekdayNumbered},                        // Sat 14th
	{"WEEKDAY the? NUMBER -? ORDINAL", weekdayNumbered},         // Friday the 13th
	{"YEAR MONTH DAY", fullDay},                                 // 2015 May 24
	{"the? last|final day of|in MONTH ,? YEAR", lastDayOf},      // the last day of May 2015
	{"the? last|final day of|in MONTH", lastDayOf},              // the last day of May
	{"WEEKDAY ,? the? ORDINAL of MONTH ,? YEAR", ordinalDay},    // Sunday, the first of March 2015
	{"DAY MONTH -|–|to|until DAY MONTH ,|in? YEAR", sharedYear}, // 30 April to 2 May 2015
	{"MONTH DAY -|–|to|until MONTH DAY ,? YEAR", sharedYear},    // April 30 to May 2, 2015
	{"DAY of? MONTH and DAY of? MONTH ,? YEAR", sharedYear},     // 30 April and 2 May 2015
}

// nthWeekday resolves the first or last weekday of a month.
func nthWeekday(s *scanner, m match) (timex, bool) {
	n, w := m.n(ordinalSym), time.Weekday(m.n(weekdaySym))
	return s.placed(m, func(year int) (int, bool) { return nthIn(civil(year, time.Month(m.n(monthSym)), 1), w, n) })
}

// nthIn returns the day of the n-th such weekday of the month that begins on a day; the
// last where n is 0.
func nthIn(first time.Time, w time.Weekday, n int) (int, bool) {
	last := first.AddDate(0, 1, -1)
	if n == 0 {
		return last.Day() - (int(last.Weekday())-int(w)+7)%7, true
	}
	day := 1 + (int(w)-int(first.Weekday())+7)%7 + 7*(n-1)
	return day, n <= 5 && day <= last.Day()
}

// nthOfDeictic resolves "the second Monday of last month".
func nthOfDeictic(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	month := monthOf(s.anchor.day).plus(m.n(deicticSym)).first
	n, ok := nthIn(month, time.Weekday(m.n(weekdaySym)), m.n(ordinalSym))
	if !ok {
		return timex{}, false
	}
	return dayIn(month.Year(), int(month.Month()), n, deicticRule, "place in a month counted from the document's day")
}

// nthOfMonth resolves "on the 15th": the nearest such day, or the one on the side of the
// verb. Only figures count, since "on the first" orders many things, and only where no
// noun follows.
func nthOfMonth(s *scanner, m match) (timex, bool) {
	it, _ := m.find(ordinalSym)
	next := s.word(m.to())
	if !s.anchor.known || s.story || s.term(it.from).digits == 0 || it.n > 31 || isLetters(next) && !clauseWords[next] {
		return timex{}, false
	}
	d, _ := s.direction(m.from(), m.to())
	here := monthOf(s.anchor.day)
	for _, step := range outward(d) {
		first := here.plus(step).first
		t := first.AddDate(0, 0, it.n-1)
		if t.Month() == first.Month() && (d != ahead || !t.Before(s.anchor.day)) && (d != past || !t.After(s.anchor.day)) {
			x, ok := on(dayOf(t), d.rule(bareDayRule, pastDayRule, futureDayRule), "day "+d.words("of the month at hand"))
			x.from, x.to = m.from()+1, m.to()
			return x, ok
		}
	}
	return timex{}, false
}

// nthMonth resolves "the ninth month of 2021".
func nthMonth(s *scanner, m match) (timex, bool) {
	y := m.n(yearSym)
	if !m.has(yearSym) {
		if !s.anchor.known || s.term(m.to()-1).unit != year {
			return timex{}, false
		}
		y = s.anchor.day.Year() + m.n(deicticSym)
	}
	if n := m.n(ordinalSym); n >= 1 && n <= 12 {
		return on(monthOf(civil(y, time.Month(n), 1)), fullMonthRule, "place in the year")
	}
	return timex{}, false
}

// ordinalDay resolves a day whose number is a word.
func ordinalDay(s *scanner, m match) (timex, bool) {
	n := m.n(ordinalSym)
	at, _ := m.find(ordinalSym)
	lead := m.n(numberSym)
	switch dashed := s.word(at.from-1) == "-" || s.word(at.from-1) == "‑"; {
	case lead == 0 && (dashed || tens[s.word(at.from-1)] > 0):
		return timex{}, false // The tail of another number: "the thirty-first".
	case lead != 0 && (lead != 20 && lead != 30 || n > 9):
		return timex{}, false // "two third of May"
	}
	n += lead
	return s.placed(m, func(int) (int, bool) { return n, n <= 31 })
}

// ordinalAlone resolves "March first" where no noun follows that is counted.
func ordinalAlone(s *scanner, m match) (timex, bool) {
	if isLetters(s.word(m.to())) {
		return timex{}, false
	}
	return ordinalDay(s, m)
}

// weekdayNumbered resolves "Friday the 13th": the day nearest to the document's, or on the
// side of the verb, that is such a weekday with such a number.
func weekdayNumbered(s *scanner, m match) (timex, bool) {
	if !s.anchor.known || s.story || isLetters(s.word(m.to())) {
		return timex{}, false // or "Friday the third attempt"
	}
	n, w := m.n(ordinalSym)+m.n(numberSym), time.Weekday(m.n(weekdaySym))
	if !m.has(weekdaySym) {
		if !s.term(m.from()).capital {
			return timex{}, false // "sat first"
		}
		w = map[string]time.Weekday{"sat": time.Saturday}[strings.TrimSuffix(s.word(m.from()), ".")]
	}
	d, _ := s.direction(m.from(), m.to())
	here := monthOf(s.anchor.day)
	for _, step := range outward(d) {
		first := here.plus(step).first
		t := first.AddDate(0, 0, n-1)
		if t.Month() == first.Month() && t.Weekday() == w && (d != ahead || !t.Before(s.anchor.day)) && (d != past || !t.After(s.anchor.day)) {
			return on(dayOf(t), d.rule(bareDayRule, pastDayRule, futureDayRule), "weekday and number "+d.words("nearest to the document's day"))
		}
	}
	return timex{}, false
}

// monthsAround is how many months away a day of a weekday and a number is looked for: every
// such pair but those of the 29th to 31st comes again within it.
const monthsAround = 11

// outward lists the months to look at, in the order in which they are likely.
func outward(d direction) []int {
	out := []int{0}
	for n := 1; n <= monthsAround; n++ {
		switch d {
		case ahead:
			out = append(out, n)
		case past:
			out = append(out, -n)
		default:
			out = append(out, -n, n)
		}
	}
	return out
}

// lastDayOf resolves the last day of a month.
func lastDayOf(s *scanner, m match) (timex, bool) {
	return s.placed(m, func(year int) (int, bool) {
		return civil(year, time.Month(m.n(monthSym))+1, 1).AddDate(0, 0, -max(1, m.n(ordinalSym))).Day(), true
	})
}

// placed finds the year of a day of a month that depends on it: the one told, else the one
// in which it is nearest, by the verb.
func (s *scanner) placed(m match, day func(year int) (int, bool)) (timex, bool) {
	month := time.Month(m.n(monthSym))
	if m.has(yearSym) {
		d, ok := day(m.n(yearSym))
		if !ok {
			return timex{}, false
		}
		return dayIn(m.n(yearSym), int(month), d, fullDayRule, "place in the month, and year")
	}
	if !s.anchor.known || s.story {
		return timex{}, false
	}
	d, _ := s.direction(m.from(), m.to())
	var best time.Time
	for y := s.anchor.day.Year() - 1; y <= s.anchor.day.Year()+1; y++ {
		n, ok := day(y)
		if !ok || !valid(y, month, n) {
			continue
		}
		if t := civil(y, month, n); best.IsZero() || s.better(t, best, d) {
			best = t
		}
	}
	if best.IsZero() {
		return timex{}, false
	}
	return on(dayOf(best), d.rule(bareDayRule, pastDayRule, futureDayRule), "place in the month "+d.words("nearest to the document's day"))
}

// sharedYear resolves two days, each with its month, of which only the last has a year.
func sharedYear(_ *scanner, m match) (timex, bool) {
	months, days := m.all(monthSym), m.all(daySym)
	first, ok := dayIn(m.n(yearSym), months[0].n, days[0].n, fullDayRule, "day and month, of the year told behind")
	second, ok2 := dayIn(m.n(yearSym), months[1].n, days[1].n, fullDayRule, "day, month and year")
	if !ok || !ok2 || !first.moment.first.Before(second.moment.first) {
		return timex{}, false
	}
	first.from, first.to = m.from(), max(months[0].to, days[0].to)
	second.from, second.to = min(months[1].from, days[1].from), m.to()
	first.more = []timex{second}
	return first, true
}
