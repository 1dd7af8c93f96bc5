package date

import "time"

// nthForms are the ways to tell a day by its place in its month.
var nthForms = []form{
	{"the? ORDINAL WEEKDAY of|in MONTH ,? YEAR", nthWeekday}, // the first Friday of July 2015
	{"the? ORDINAL WEEKDAY of|in MONTH", nthWeekday},         // the first Friday of July
	{"the? last WEEKDAY of|in MONTH ,? YEAR", nthWeekday},    // the last Friday in July 2015
	{"the? last WEEKDAY of|in MONTH", nthWeekday},            // the last Friday in July
	{"the? ORDINAL of MONTH ,? YEAR", ordinalDay},            // the twenty-fourth of May 2015
	{"the? ORDINAL of MONTH", ordinalDay},                    // the twenty-fourth of May
	{"MONTH ORDINAL ,? YEAR", ordinalDay},                    // May twenty-fourth, 2015
	{"the? last|final day of MONTH ,? YEAR", lastDayOf},      // the last day of May 2015
	{"the? last|final day of MONTH", lastDayOf},              // the last day of May
	{"WEEKDAY ,? the? ORDINAL of MONTH ,? YEAR", ordinalDay}, // Sunday, the first of March 2015
	{"DAY MONTH -|–|to|until DAY MONTH ,? YEAR", sharedYear}, // 30 April to 2 May 2015
	{"MONTH DAY -|–|to|until MONTH DAY ,? YEAR", sharedYear}, // April 30 to May 2, 2015
	{"DAY of? MONTH and DAY of? MONTH ,? YEAR", sharedYear},  // 30 April and 2 May 2015
}

// nthWeekday resolves the first or last weekday of a month.
func nthWeekday(s *scanner, m match) (timex, bool) {
	n, w := m.n(ordinalSym), time.Weekday(m.n(weekdaySym))
	return s.placed(m, func(year int) (int, bool) {
		first := civil(year, time.Month(m.n(monthSym)), 1)
		day := 1 + (int(w)-int(first.Weekday())+7)%7
		if n == 0 { // "last"
			last := first.AddDate(0, 1, -1)
			return last.Day() - (int(last.Weekday())-int(w)+7)%7, true
		}
		day += 7 * (n - 1)
		return day, n <= 5 && day <= first.AddDate(0, 1, -1).Day()
	})
}

// ordinalDay resolves a day whose number is a word.
func ordinalDay(s *scanner, m match) (timex, bool) {
	n := m.n(ordinalSym)
	at, _ := m.find(ordinalSym)
	if s.word(at.from-1) == "-" || s.word(at.from-1) == "‑" {
		return timex{}, false // The tail of another number: "the thirty-first".
	}
	return s.placed(m, func(int) (int, bool) { return n, n <= 31 })
}

// lastDayOf resolves the last day of a month.
func lastDayOf(s *scanner, m match) (timex, bool) {
	return s.placed(m, func(year int) (int, bool) {
		return civil(year, time.Month(m.n(monthSym))+1, 1).AddDate(0, 0, -1).Day(), true
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

// sharedYear resolves two days of two months, of which only the last has a year.
func sharedYear(_ *scanner, m match) (timex, bool) {
	var months, days []item
	for _, it := range m {
		switch it.symbol {
		case monthSym:
			months = append(months, it)
		case daySym:
			days = append(days, it)
		}
	}
	first, ok := dayIn(m.n(yearSym), months[0].n, days[0].n, fullDayRule, "day and month, of the year told behind")
	second, ok2 := dayIn(m.n(yearSym), months[1].n, days[1].n, fullDayRule, "day, month and year")
	if !ok || !ok2 || months[0].n >= months[1].n {
		return timex{}, false
	}
	first.from, first.to = m.from(), max(months[0].to, days[0].to)
	second.from, second.to = min(months[1].from, days[1].from), m.to()
	first.more = []timex{second}
	return first, true
}
