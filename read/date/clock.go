package date

import (
	"fmt"
	"strconv"
	"strings"
)

// clockForms are the ways to write a time of day.
var clockForms = []form{
	{"HOUR MERIDIEM ZONE?", clockTime},      // 10 a.m. EST
	{"HOUR MERIDIEM ( ZONE )", clockTime},   // 10 a.m. (EST)
	{"TIME MERIDIEM ZONE?", clockTime},      // 10:30 a.m.
	{"TIME MERIDIEM local time", clockTime}, // 10:30 a.m. local time
	{"HOUR MERIDIEM local time", clockTime}, // 3 p.m. local time
	{"TIME local time", clockTime},          // 15:30 local time
	{"TIME ZONE?", clockTime},               // 10:30 GMT
	{"HOUR ZONE?", clockTime},               // 5pm
	{"HOUR o'clock", clockTime},             // 8 o'clock
	{"MILITARY ZONE", clockTime},            // 0930 UTC
	{"HOUR in the PART", clockTime},         // 4 in the morning
	{"noon", noon}, {"midday", noon}, {"midnight", midnight},
	{"LEAN -? PART", leaningPart}, // mid-afternoon
}

// clockDayForms join a time of day to its day.
var clockDayForms = []form{
	{"BOUND? CLOCK ,? on? POINT", clockOnDay},         // 10 a.m. on Tuesday
	{"POINT ,? at? BOUND? CLOCK", clockOnDay},         // Tuesday at 10 a.m.
	{"BOUND? CLOCK RELATIVE", clockOnRelative},        // 10 a.m. yesterday
	{"RELATIVE ,? at? BOUND? CLOCK", clockOnRelative}, // today at 10:30
	{"BOUND? CLOCK", bareClock},                       // 10 a.m.
}

// clockTime resolves hours and minutes to the THH:MM of TIMEX3.
func clockTime(s *scanner, m match) (timex, bool) {
	h, minutes, ok := s.hourAndMinute(m)
	if !ok {
		return timex{}, false
	}
	half := s.halfOfDay(m)
	switch {
	case half == "pm" && h < 12:
		h += 12
	case half == "am" && h == 12:
		h = 0
	}
	if h > 24 || minutes > 59 {
		return timex{}, false
	}
	value := fmt.Sprintf("T%02d:%02d", h, minutes)
	if zone, ok := m.find(zoneSym); ok && worldTime[s.word(zone.from)] {
		value += "Z"
	}
	return timeOf(value, clockRule, "clock time")
}

// worldTime are the zones that ISO 8601 writes as Z. Other zones are kept in the
// words only: the day that readers know is the local one.
var worldTime = wordSet("utc gmt z")

// hourAndMinute reads the figures of a clock time.
func (s *scanner) hourAndMinute(m match) (h, minutes int, ok bool) {
	first := m[0]
	if first.symbol == militarySym {
		return first.n / 100, first.n % 100, true
	}
	if first.symbol == hourSym {
		plain := len(m) == 1 || m.has(zoneSym) && !m.has(meridiemSym)
		return first.n, 0, !plain || first.word != ""
	}
	text := s.term(first.from).In(s.text.Source)
	i := strings.IndexAny(text, ":.")
	h, err := strconv.Atoi(text[:i])
	minutes, also := strconv.Atoi(strings.TrimRight(text[i+1:], "apmAPM"))
	// "09.30" is a clock time only with more behind it, "9:30" is one by itself.
	return h, minutes, err == nil && also == nil && (text[i] == ':' || len(m) > 1)
}

// halfOfDay returns am or pm where the match tells it, else "".
func (s *scanner) halfOfDay(m match) string {
	if part, ok := m.find(partSym); ok {
		return map[string]string{"MO": "am"}[part.word] + map[bool]string{true: "pm"}[part.word != "MO"]
	}
	if it, ok := m.find(meridiemSym); ok {
		return [...]string{"am", "pm"}[it.n&1]
	}
	return m[0].word
}

// noon and midnight are the times of day with a name. Midnight is the end of the
// day that it is told with.
func noon(*scanner, match) (timex, bool)     { return timeOf("T12:00", clockRule, "noon") }
func midnight(*scanner, match) (timex, bool) { return timeOf("T24:00", clockRule, "midnight") }

// leaningPart resolves "mid-afternoon".
func leaningPart(_ *scanner, m match) (timex, bool) {
	part, _ := m.find(partSym)
	t, ok := timeOf("T"+part.word, clockRule, "part of a day")
	t.mod = modOf(m)
	return t, ok
}

// clockOnDay joins a clock time and a day that is told.
func clockOnDay(_ *scanner, m match) (timex, bool) {
	p, _ := m.find(pointSym)
	c, _ := m.find(clockSym)
	if p.timex.moment.grain != dayGrain || p.timex.more != nil || len(p.timex.value) != len("2006-01-02") {
		return timex{}, false
	}
	t := *p.timex
	return joined(t, *c.timex, m)
}

// clockOnRelative joins a clock time and today, yesterday or tomorrow.
func clockOnRelative(s *scanner, m match) (timex, bool) {
	t, ok := relativeDay(s, m)
	c, _ := m.find(clockSym)
	if !ok {
		return timex{}, false
	}
	return joined(t, *c.timex, m)
}

// joined puts a clock time behind a day.
func joined(t, c timex, m match) (timex, bool) {
	bound, _ := m.find(boundSym)
	t.kind, t.value, t.rule, t.how = c.kind, t.value+c.value, clockRule, "clock time of a day that is told"
	t.mod, t.from, t.to = c.mod, 0, 0
	if bound.word != "" {
		t.mod = bound.word
	}
	return t, true
}

// dayWithin is how many terms behind a clock time its day may follow.
const dayWithin = 8

// bareClock gives a clock time the day that follows in its sentence, else the
// one named before in it, else the document's own.
func bareClock(s *scanner, m match) (timex, bool) {
	c, _ := m.find(clockSym)
	if !s.tellsTime(m, *c.timex) {
		return timex{}, false
	}
	for k := m.to(); k < min(m.to()+dayWithin, len(s.terms)); k++ {
		if t, ok := s.longest(s.g.point, k); ok && t.moment.grain == dayGrain {
			t.moment = moment{}
			return joined(t, *c.timex, m)
		}
	}
	t := timex{value: "XXXX-XX-XX"}
	switch {
	case s.memory.dayAt == s.sentence && s.memory.day.grain != noGrain:
		t, _ = on(s.memory.day, clockRule, "")
	case s.anchor.known:
		t, _ = on(dayOf(s.anchor.day), clockRule, "")
	}
	t.moment = moment{}
	return joined(t, *c.timex, m)
}

// tellsTime reports whether a bare clock time is one: "10:30" may be a score or
// a verse, so it needs a word before it or more behind the figures.
func (s *scanner) tellsTime(m match, c timex) bool {
	i := c.from
	if s.term(i).capital && i > 0 {
		return false // "High Noon"
	}
	if s.term(i).is(timeSym) && c.to == i+1 && s.term(i).word == "" {
		return clockLeads[s.word(m.from()-1)] || m.has(boundSym)
	}
	return true
}

// clockLeads are the words that a clock time follows.
var clockLeads = wordSet("at by from until till to since before after around about between and")
