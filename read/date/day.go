package date

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"parley"
)

// dayForms are the ways to write a day of a month.
var dayForms = []form{
	{"MONTH DAY ,? YEAR", fullDay},                                         // December 18, 2015
	{"MONTH the DAY ,? YEAR", fullDay},                                     // December the 18th, 2015
	{"DAY of? MONTH ,? YEAR", fullDay},                                     // 18 December 2015
	{"the DAY of? MONTH ,? YEAR", fullDay},                                 // the 18th of December 2015
	{"WEEKDAY ,? MONTH DAY ,? YEAR", fullDay},                              // Friday, Dec. 18, 2015
	{"WEEKDAY ,? the? DAY of? MONTH ,? YEAR", fullDay},                     // Friday 18 December 2015
	{"MONTH the? DAY of|in YEAR", fullDay},                                 // December 18 of 2015
	{"the? DAY of? MONTH of|in YEAR", fullDay},                             // 18 December in 2015
	{"MONTH DAY ,? WORDYEAR", fullDay}, {"DAY MONTH ,? WORDYEAR", fullDay}, // December 18, nineteen eighty-six
	{"ISO", isoDay},                               // 2015-12-18
	{"SLASH", slashDay},                           // 12/18/2015
	{"MONTH DAY", bareDay},                        // Dec. 18
	{"MONTH the DAY", bareDay},                    // December the 18th
	{"DAY of? MONTH", bareDay},                    // 18 December
	{"the DAY of MONTH", bareDay},                 // the 18th of December
	{"WEEKDAY ,? MONTH DAY", bareDay},             // Friday, Dec. 18
	{"WEEKDAY ,? the? DAY of? MONTH", bareDay},    // Friday 18 December
	{"MONTH DAY ,? of? DEICTIC UNIT", deicticDay}, // December 22, last year
	{"DAY MONTH DEICTIC UNIT", deicticDay},        // 22 December last year
	{"DEICTIC MONTH DAY", bareDay},                // last Oct. 23
	{"DEICTIC DAY of MONTH", bareDay},             // next 6th of April
	{"MONTH WORDDAY ,? YEAR|WORDYEAR", fullDay},   // January twenty five nineteen eighty six
	{"WORDDAY MONTH ,? YEAR|WORDYEAR", fullDay},   // twenty five January 1986
	{"MONTH WORDDAY", wordedDay},                  // May twenty nine
	{"WORDDAY MONTH", wordedDay},                  // twenty nine May

	{"MONTH DAY -|– DAY", dayRange},         // Dec. 18-20
	{"MONTH DAY -|– DAY ,? YEAR", dayRange}, // Dec. 18-20, 2015
	{"MONTH DAY through|thru|until DAY", dayRange},
	{"MONTH the DAY to|until|till|through the? DAY", dayRange},                     // December the 18th to the 20th
	{"MONTH DAY to|and|or DAY", dayRange},                                          // Dec. 18 and 20
	{"MONTH DAY to|and|or DAY ,? YEAR", dayRange},                                  // Dec. 18 to 20, 2015
	{"DAY -|– DAY MONTH", dayRange},                                                // 18-20 December
	{"DAY -|– DAY MONTH ,? YEAR", dayRange},                                        // 18-20 December 2015
	{"DAY to|and|or DAY MONTH", dayRange},                                          // 18 and 20 December
	{"DAY to|and|or DAY MONTH ,? YEAR", dayRange},                                  // 18 to 20 December 2015
	{"the? DAY to|and|or|until|till|through the? DAY of? MONTH ,? YEAR", dayRange}, // the 18th to the 20th of December 2015
	{"the? DAY to|and|or|until|till|through the? DAY of? MONTH", dayRange},         // the 18th to the 20th of December
	{"the? DAY of the? DEICTIC month", dayOfDeictic},                               // the 20th of next month
	{"the? DAY day of the? DEICTIC month", dayOfDeictic},
	{"the? NUMBER -? ORDINAL day of the? DEICTIC month", dayOfDeictic},
	{"the? DAY day of the month", dayOfDeictic},               // the ninth day of the month
	{"the? NUMBER -? ORDINAL day of the month", dayOfDeictic}, // the twenty-sixth day of the month
}

// fullDay resolves a day with its year.
func fullDay(_ *scanner, m match) (timex, bool) {
	return dayIn(m.n(yearSym)+m.n(wordYearSym), m.n(monthSym), m.n(daySym)+m.n(wordDaySym), fullDayRule, "day, month and year")
}

// wordedDay resolves a day in words without its year. "In May five soldiers" has none.
func wordedDay(s *scanner, m match) (timex, bool) {
	if isLetters(s.word(m.to())) {
		return timex{}, false
	}
	return s.dayOfSomeYear(time.Month(m.n(monthSym)), m.n(wordDaySym), m)
}

// wordDay reads the number of a day in words at term i: "fifteen", "twenty five".
func (s *scanner) wordDay(i int) (n, to int) {
	if t := s.term(i); !t.is(numberSym) || t.digits > 0 {
		return 0, 0
	}
	v, to := s.worded(i)
	return ifPositive(int(v), to, v >= 1 && v <= 31)
}

// dayIn returns a day of the calendar, if there is such a day.
func dayIn(year, month, day int, r rule, how string) (timex, bool) {
	if !valid(year, time.Month(month), day) {
		return timex{}, false
	}
	return on(dayOf(civil(year, time.Month(month), day)), r, how)
}

// isoDay resolves 2015-12-18.
func isoDay(s *scanner, m match) (timex, bool) {
	t, err := time.Parse(time.DateOnly, s.terms[m.from()].In(s.text.Source))
	if err != nil {
		return timex{}, false
	}
	return on(dayOf(t), fullDayRule, "day, month and year")
}

// slashDay resolves 12/18/2015: the month first, as in America, unless only the
// other order is a date.
func slashDay(s *scanner, m match) (timex, bool) {
	var n [3]int
	fields := strings.Split(s.terms[m.from()].In(s.text.Source), "/")
	if len(fields) == 2 {
		return monthInFigures(fields[0], fields[1])
	}
	if len(fields) != len(n) {
		return timex{}, false
	}
	for i, f := range fields {
		v, err := strconv.Atoi(f)
		if err != nil {
			return timex{}, false
		}
		n[i] = v
	}
	switch len(fields[2]) {
	case 4:
	case 2:
		n[2] = fullYear(n[2])
	default:
		return timex{}, false
	}
	if n[0] > 12 {
		n[0], n[1] = n[1], n[0]
	}
	if n[0] > 12 {
		return timex{}, false
	}
	return dayIn(n[2], n[0], n[1], fullDayRule, "month, day and year in figures")
}

// monthInFigures resolves 4/2016.
func monthInFigures(month, year string) (timex, bool) {
	n, err := strconv.Atoi(month)
	y, also := strconv.Atoi(year)
	if err != nil || also != nil || n < 1 || n > 12 || y < 1900 || y > 2199 {
		return timex{}, false
	}
	return on(monthOf(civil(y, time.Month(n), 1)), fullMonthRule, "month and year in figures")
}

// fullYear completes a year of two digits.
func fullYear(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// bareDay resolves a day without its year: by the verb, else the nearest.
func bareDay(s *scanner, m match) (timex, bool) {
	if s.notADay(m) {
		return timex{}, false
	}
	month, day := time.Month(m.n(monthSym)), m.n(daySym)
	return s.dayOfSomeYear(month, day, m)
}

// notADay reports whether a month and a number only look like a day: "12 May"
// in "the 12 May voters" is one, "18 March" of a size is not; what tells is a
// unit or percent sign behind the number.
func (s *scanner) notADay(m match) bool {
	last := m[len(m)-1]
	next := s.word(last.to)
	if m[0].symbol == daySym && strings.ContainsAny(s.word(m.from()-1), "$€£") {
		return true // "cost $12 December 27"
	}
	return last.symbol == daySym && (next == "%" || next == "percent" || next == "million" || next == "billion")
}

// dayOfSomeYear finds the year of a day and a month.
func (s *scanner) dayOfSomeYear(month time.Month, day int, m match) (timex, bool) {
	if !s.anchor.known {
		if !valid(2000, month, day) {
			return timex{}, false
		}
		return timex{kind: parley.DateDate, value: fmt.Sprintf("XXXX-%02d-%02d", int(month), day), rule: bareDayRule,
			how: "day and month, the year unknown"}, true
	}
	if s.story {
		return dayIn(s.storyYear(month), int(month), day, bareDayRule, "day and month after the time told before")
	}
	d, _ := s.direction(m.from(), m.to())
	if step, ok := m.find(deicticSym); ok && step.n != 0 {
		return s.dayBeside(month, day, step.n)
	}
	if weekday, ok := m.find(weekdaySym); ok {
		return s.dayWithWeekday(month, day, time.Weekday(weekday.n), d)
	}
	return s.nearestDay(month, day, d)
}

// dayBeside resolves "next 6th of April": the first such day on that side of the document's.
func (s *scanner) dayBeside(month time.Month, day, step int) (timex, bool) {
	t := civil(s.anchor.day.Year(), month, day)
	if t.Compare(s.anchor.day) != step {
		t = civil(s.anchor.day.Year()+step, month, day)
	}
	return dayIn(t.Year(), int(month), day, deicticRule, "day and month counted from the document's day")
}

// dayWithWeekday takes the year whose day falls on the weekday that is named.
func (s *scanner) dayWithWeekday(month time.Month, day int, w time.Weekday, d direction) (timex, bool) {
	year := s.anchor.day.Year()
	for _, y := range []int{year, year - 1, year + 1} {
		if valid(y, month, day) && civil(y, month, day).Weekday() == w {
			return dayIn(y, int(month), day, weekdayDateRule, "day and month of the year in which it is that weekday")
		}
	}
	return s.nearestDay(month, day, d)
}

// nearestDay picks the year of a day by the direction of its clause.
func (s *scanner) nearestDay(month time.Month, day int, d direction) (timex, bool) {
	year := s.anchor.day.Year()
	var best time.Time
	for y := year - 1; y <= year+1; y++ {
		if !valid(y, month, day) {
			continue
		}
		t := civil(y, month, day)
		if best.IsZero() || s.better(t, best, d) {
			best = t
		}
	}
	if best.IsZero() {
		return timex{}, false
	}
	return on(dayOf(best), d.rule(bareDayRule, pastDayRule, futureDayRule), "day and month "+d.words("nearest to the document's day"))
}

// better reports whether day t fits the direction better than u: on the right
// side of the document's day first, then the nearer.
func (s *scanner) better(t, u time.Time, d direction) bool {
	right := func(x time.Time) bool {
		days := x.Sub(s.anchor.day).Hours() / 24 * float64(d)
		return d == unclear || days >= 0 && days <= daysFar
	}
	if right(t) != right(u) {
		return right(t)
	}
	return t.Sub(s.anchor.day).Abs() < u.Sub(s.anchor.day).Abs()
}

// daysFar is how many days off a day may lie that a verb points to. Beyond ten
// months news gives the year, so the day is more likely on the other side.
const daysFar = 300

// deicticDay resolves "December 22, last year".
func deicticDay(s *scanner, m match) (timex, bool) {
	if !s.anchor.known || m.unit() != year {
		return timex{}, false
	}
	return dayIn(s.anchor.day.Year()+m.n(deicticSym), m.n(monthSym), m.n(daySym), fullDayRule, "day and month of a year that is told")
}

// dayRange resolves "Dec. 18-20" as two days, the first with the month's name.
func dayRange(s *scanner, m match) (timex, bool) {
	days := m.all(daySym)
	first, second := days[0], days[1]
	month := time.Month(m.n(monthSym))
	var t timex
	var ok bool
	if m.has(yearSym) {
		t, ok = dayIn(m.n(yearSym), int(month), first.n, fullDayRule, "day, month and year")
	} else {
		t, ok = s.dayOfSomeYear(month, first.n, m)
	}
	if !ok || second.n <= first.n || !valid(2000, month, second.n) || !m.has(yearSym) && s.notADay(m) {
		return timex{}, false
	}
	u := t
	u.value = t.value[:len(t.value)-2] + fmt.Sprintf("%02d", second.n)
	u.moment.first = t.moment.first.AddDate(0, 0, second.n-first.n)
	u.how = "the last day of a range"
	t.from, t.to, u.from, u.to = m.from(), first.to, second.from, m.to()
	if s.word(second.from-1) == "the" {
		u.from--
	}
	t.more = []timex{u}
	return t, true
}

// dayOfDeictic resolves "the 20th of next month".
func dayOfDeictic(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	month := monthOf(s.anchor.day).plus(m.n(deicticSym)).first
	day := m.n(daySym)
	if lead := m.n(numberSym); day == 0 {
		if lead != 20 && lead != 30 || m.n(ordinalSym) > 9 {
			return timex{}, false
		}
		day = lead + m.n(ordinalSym)
	}
	return dayIn(month.Year(), int(month.Month()), day, deicticRule, "day of a month counted from the document's day")
}
