package date

import (
	"fmt"
	"strings"
	"time"

	"parley"
)

// weekdayForms are the ways to write a weekday.
var weekdayForms = []form{
	{"WEEKDAY", bareWeekday},                     // Friday
	{"DEICTIC WEEKDAY", deicticWeekday},          // next Friday
	{"this past|coming WEEKDAY", deicticWeekday}, // this coming Friday
	{"the previous|following|next WEEKDAY", followingWeekday},
	{"WEEKDAY ,? of? DEICTIC UNIT", weekdayOfWeek},                             // Friday last week
	{"WEEKDAY of the following|next|coming|previous|same UNIT", weekdayOfWeek}, // Friday of the following week
	{"BOUND? QUANTITY WEEKDAYS ago|back|hence", weekdaysAway},                  // two Fridays ago
	{"QUANTITY WEEKDAYS from now", weekdaysAway},                               // two Fridays from now
	{"WEEKDAY ,? QUANTITY UNITS ago|hence", weekdayOfCounted},                  // Monday two weeks ago
	{"WEEKDAY ,? QUANTITY UNITS from now", weekdayOfCounted},                   // Monday two weeks from now
	{"DEICTIC? WEEKDAY PART", partOfWeekday},                                   // Friday night
}

// bareWeekday resolves a weekday alone: the document's own day where it
// matches, else the one before, or behind where the clause looks ahead.
func bareWeekday(s *scanner, m match) (timex, bool) {
	if s.partOfName(m.from(), m.to()) {
		return timex{}, false
	}
	w := time.Weekday(m.n(weekdaySym))
	if !s.anchor.known {
		return dateValue(fmt.Sprintf("XXXX-WXX-%d", isoWeekday(w)), weekdayRule, "weekday, the week unknown")
	}
	if w == s.anchor.day.Weekday() {
		return on(dayOf(s.anchor.day), sameWeekdayRule, "weekday of the document's own day")
	}
	d, why := s.direction(m.from(), m.to())
	if d == ahead {
		return on(dayOf(weekdayAfter(s.anchor.day, w)), futureWeekdayRule, "weekday "+why)
	}
	return on(dayOf(weekdayBefore(s.anchor.day, w)), d.rule(weekdayRule, pastWeekdayRule, weekdayRule), "weekday "+why)
}

// isoWeekday numbers Monday 1 to Sunday 7.
func isoWeekday(w time.Weekday) int { return (int(w)+6)%7 + 1 }

// weekdayBefore returns the last such weekday before a day.
func weekdayBefore(t time.Time, w time.Weekday) time.Time {
	back := (int(t.Weekday()) - int(w) + 7) % 7
	if back == 0 {
		back = 7
	}
	return t.AddDate(0, 0, -back)
}

// weekdayAfter returns the first such weekday after a day.
func weekdayAfter(t time.Time, w time.Weekday) time.Time {
	ahead := (int(w) - int(t.Weekday()) + 7) % 7
	if ahead == 0 {
		ahead = 7
	}
	return t.AddDate(0, 0, ahead)
}

// deicticWeekday resolves "last Friday", "next Monday", "this coming Friday". "Next
// Friday" is the one of next week, since that of this week would be "Friday"; "this
// Friday" is the one of the week at hand, unless the verb looks to another side.
func deicticWeekday(s *scanner, m match) (timex, bool) {
	if !s.anchor.known {
		return timex{}, false
	}
	w := time.Weekday(m.n(weekdaySym))
	step := m.n(deicticSym)
	switch s.word(m.from() + 1) {
	case "past":
		step = -1
	case "coming":
		step = 1
	}
	monday := weekOf(s.anchor.day).first
	t := monday.AddDate(0, 0, isoWeekday(w)-1)
	d, _ := s.direction(m.from(), m.to())
	switch {
	case step < 0 || step == 0 && d == past && t.After(s.anchor.day):
		t = weekdayBefore(s.anchor.day, w)
	case step > 0 && s.word(m.from()) == "next":
		t = monday.AddDate(0, 0, 7+isoWeekday(w)-1)
	case step > 0 || step == 0 && d == ahead && t.Before(s.anchor.day):
		t = weekdayAfter(s.anchor.day, w)
	}
	return on(dayOf(t), deicticRule, "weekday counted from the document's day")
}

// followingWeekday resolves "the following Monday" from the day named last.
func followingWeekday(s *scanner, m match) (timex, bool) {
	if s.memory.day.grain == noGrain {
		return timex{}, false
	}
	w := time.Weekday(m.n(weekdaySym))
	if s.word(m.from()+1) == "previous" {
		return on(dayOf(weekdayBefore(s.memory.day.first, w)), sameRule, "weekday before the day named before")
	}
	return on(dayOf(weekdayAfter(s.memory.day.first, w)), sameRule, "weekday after the day named before")
}

// weekdayOfCounted resolves "Monday two weeks ago" as the Monday of the week so far away.
func weekdayOfCounted(s *scanner, m match) (timex, bool) {
	q, _ := m.find(quantitySym)
	n, part := split(q.quantity.n)
	if !s.anchor.known || m.unit() != week || q.quantity.vague || part {
		return timex{}, false
	}
	if s.word(m.to()-1) == "ago" {
		n = -n
	}
	here := weekOf(s.anchor.day).plus(n).first
	return on(dayOf(here.AddDate(0, 0, isoWeekday(time.Weekday(m.n(weekdaySym)))-1)), deicticRule, "weekday of a week counted from the document's day")
}

// weekdayOfWeek resolves "Friday last week".
func weekdayOfWeek(s *scanner, m match) (timex, bool) {
	if !s.anchor.known || m.unit() != week {
		return timex{}, false
	}
	w := time.Weekday(m.n(weekdaySym))
	here := weekOf(s.anchor.day).plus(m.n(deicticSym))
	if step, ok := neighbours[s.word(m.to()-2)]; ok && !m.has(deicticSym) {
		if s.memory.last.grain != noGrain {
			here = weekOf(s.memory.last.first)
		}
		here = here.plus(step)
	}
	return on(dayOf(here.first.AddDate(0, 0, isoWeekday(w)-1)), deicticRule, "weekday of a week that is told")
}

// neighbours are the words for the unit beside the one named last.
var neighbours = map[string]int{"previous": -1, "preceding": -1, "same": 0, "following": 1, "next": 1, "coming": 1}

// weekdaysAway resolves "two Fridays ago" and "three Fridays from now".
func weekdaysAway(s *scanner, m match) (timex, bool) {
	q, _ := m.find(quantitySym)
	if !s.anchor.known || q.quantity.vague || q.quantity.n < 1 || q.quantity.n > 52 {
		return timex{}, false
	}
	w, weeks := time.Weekday(m.n(weekdaysSym)), 7*(int(q.quantity.n)-1)
	t := weekdayBefore(s.anchor.day, w).AddDate(0, 0, -weeks)
	if last := s.word(m.to() - 1); last == "now" || last == "hence" {
		t = weekdayAfter(s.anchor.day, w).AddDate(0, 0, weeks)
	}
	return on(dayOf(t), agoRule, "so many weekdays from the document's day")
}

// partOfName reports whether the weekday at terms [i, j) belongs to the name of
// a paper, a day of remembrance or a place: "the Sunday Times", "Bloody Sunday".
func (s *scanner) partOfName(i, j int) bool {
	if namedDays[s.word(i-1)] && s.term(i-1).capital {
		return true
	}
	if s.word(i-1) == "on" && sundays[s.word(i-2)] && s.term(i-2).capital {
		return true // a paper: "the Mail on Sunday"
	}
	next := s.term(j)
	return papers[s.word(j)] && next.capital || s.word(i-1) == "the" && next.capital && next.classes == 0 && s.word(j+1) != "'s"
}

// namedDays are the words that make a weekday one day of history or of the church year.
var namedDays = wordSet("black bloody good super easter palm ash holy maundy shrove cyber red")

// sundays are the papers that come out on a Sunday under another name.
var sundays = wordSet("mail independent scotland wales record post")

// papers are the words that newspapers and broadcasts end in.
var papers = wordSet("times telegraph herald mirror express mail post star sun news independent tribune night morning football club group")

// partOfWeekday resolves "Friday night", which lasts until the next morning.
func partOfWeekday(s *scanner, m match) (timex, bool) {
	if plural := strings.HasSuffix(s.word(m.to()-1), "s"); plural {
		return everyWeekday(s, m) // "Tuesday nights"
	}
	t, ok := bareWeekday(s, m)
	if m.has(deicticSym) {
		t, ok = deicticWeekday(s, m)
	}
	part, _ := m.find(partSym)
	if !ok {
		return timex{}, false
	}
	return withPart(t, part.word)
}

// withPart narrows a day to a part of it.
func withPart(t timex, part string) (timex, bool) {
	t.kind, t.value, t.how = parley.DateTime, t.value+"T"+part, t.how+", a part of it"
	return t, true
}
