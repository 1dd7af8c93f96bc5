package date

import (
	"fmt"
	"time"
)

// rangeForms are stretches of months or weekdays whose ends tell of each other. The words
// "from" and "between" make sure that "May" and "March" are months; they stay outside.
var rangeForms = []form{
	{"from MONTH to|until|till|through MONTH ,|in? YEAR", monthRange},     // from March to May 2015
	{"from MONTH to|until|till|through MONTH", monthRange},                // from March to May
	{"between MONTH and MONTH ,? YEAR", monthRange},                       // between March and May 2015
	{"between MONTH and MONTH", monthRange},                               // between March and May
	{"MONTH -|–|to MONTH ,? YEAR", monthRange},                            // March-May 2015
	{"from DEICTIC? WEEKDAY to|until|till|through WEEKDAY", weekdayRange}, // from Monday to Friday
	{"DEICTIC? WEEKDAY to|-|–|through WEEKDAY", weekdayRange},             // Monday to Friday
	{"between DEICTIC? WEEKDAY and WEEKDAY", weekdayRange},                // between Monday and Friday
}

// monthRange resolves two months: the second comes after the first within a year. The
// year stands behind the second, else the first is resolved as if it stood alone.
func monthRange(s *scanner, m match) (timex, bool) {
	ends := m.all(monthSym)
	from, to := time.Month(ends[0].n), time.Month(ends[1].n)
	between := (int(to) - int(from) + 12) % 12
	if between == 0 {
		return timex{}, false
	}
	var first moment
	switch {
	case m.has(yearSym):
		first = monthOf(civil(m.n(yearSym), to, 1)).plus(-between)
	case !s.anchor.known:
		first, second := unknownYear(ends[0]), unknownYear(ends[1])
		first.more = []timex{second}
		return first, true
	case s.story:
		first = monthOf(civil(s.storyYear(to), to, 1)).plus(-between)
	default:
		d, _ := s.direction(m.from(), m.to())
		here := monthOf(s.anchor.day)
		ahead := (int(from) - int(here.first.Month()) + 12) % 12
		if !forward(d, ahead) {
			ahead -= 12
		}
		first = here.plus(ahead)
	}
	return twoEnds(first, first.plus(between), ends, m.to(), bareMonthRule, "month of a range")
}

// unknownYear is a month in a text whose day is not known.
func unknownYear(it item) timex {
	t, _ := dateValue(fmt.Sprintf("XXXX-%02d", it.n), bareMonthRule, "month of a range, the year unknown")
	t.from, t.to = it.from, it.to
	return t
}

// weekdayRange resolves two weekdays: the second is the first such day after the first.
func weekdayRange(s *scanner, m match) (timex, bool) {
	ends := m.all(weekdaySym)
	var t timex
	var ok bool
	if deictic, has := m.find(deicticSym); has {
		t, ok = deicticWeekday(s, match{deictic, ends[0]})
		ends[0].from = deictic.from
	} else {
		t, ok = bareWeekday(s, match{ends[0]})
	}
	if !ok || t.moment.grain != dayGrain {
		return timex{}, false
	}
	last := dayOf(weekdayAfter(t.moment.first, time.Weekday(ends[1].n)))
	return twoEnds(t.moment, last, ends, m.to(), t.rule, "weekday of a range")
}

// twoEnds returns the two times of a range, the second in the first's more.
func twoEnds(first, last moment, ends []item, to int, r rule, how string) (timex, bool) {
	t, _ := on(first, r, how)
	t.from, t.to = ends[0].from, ends[0].to
	u, _ := on(last, r, how)
	u.from, u.to = ends[1].from, to
	t.more = []timex{u}
	return t, true
}
