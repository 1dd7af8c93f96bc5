package date

import (
	"fmt"
	"strings"

	"parley"
)

// yearForms are the ways to write years, decades and centuries.
var yearForms = []form{
	{"YEAR", bareYear},                                // 2015
	{"the year YEAR", toldYear},                       // the year 2000
	{"NUMBER bc|b.c", beforeChrist},                   // 260 BC
	{"MONTH NUMBER bc|b.c", beforeChrist},             // September 479 BC
	{"the? ORDINAL -? century bc|b.c", centuryBefore}, // the 9th century BC
	{"the year WORDYEAR", toldYear},                   // the year two thousand
	{"WORDYEAR", wordedYear},                          // nineteen ninety-six
	{"YEAR -|– YEAR", yearRange},                      // 1999-2000
	{"YEAR -|– YY", yearRange},                        // 1957-58
	{"DECADE", bareDecade},                            // 1990s
	{"the DECADE", bareDecade},                        // the 1990s
	{"'|‘|’ DECADE", bareDecade},                      // '90s
	{"the '|‘|’ DECADE", bareDecade},                  // the '90s
	{"the? ORDINAL -? century", bareCentury},          // the 21st century
}

// bareYear accepts a figure of four digits as a year where nothing tells that it counts things.
func bareYear(s *scanner, m match) (timex, bool) {
	i := m.from()
	y := m.n(yearSym)
	if y < 1500 && !earlyYearLeads[s.word(i-1)] || s.countsThings(i) {
		return timex{}, false
	}
	return on(yearOf(y), yearRule, "year")
}

// countsThings reports whether the figure at term i is a number of things:
// behind a money sign or "about", or before the thing counted.
func (s *scanner) countsThings(i int) bool {
	before, next := s.word(i-1), s.word(i+1)
	compared := before == "than" && (s.word(i-2) == "later" || s.word(i-2) == "earlier")
	if strings.ContainsAny(before, "$£€#%") || numberLeads[before] && !compared {
		return true
	}
	if i > 0 && before != hyphen && s.term(i-1).End == s.term(i).Start && !strings.ContainsAny(before, "(['‘’\"“–—/,") {
		return true
	}
	if countedNouns[next] || next == "%" {
		return true
	}
	if s.term(i-1).is(numberSym) && !s.term(i-1).capital && s.term(i-1).digits == 0 {
		return true
	}
	plural := strings.HasSuffix(next, "s") && !strings.HasSuffix(next, "ss") && len(next) > 3 && !s.term(i+1).capital
	joined := (before == "and" || before == "or") && !s.term(i-2).is(yearSym)
	return plural && (joined || !yearLeads[before]) && !yearDeterminers[before]
}

// yearLeads are the words that a year follows.
var yearLeads = wordSet(`in since by until till from during before after between year early late mid through throughout
	to end of and circa fiscal around summer spring fall autumn winter or for -`)

// earlyYearLeads are those of years that are more often numbers of things.
var earlyYearLeads = wordSet("in since by until from year circa")

// yearDeterminers are the words that a year follows as an adjective.
var yearDeterminers = wordSet("the a an its his her their our this that 's upcoming ahead")

// numberLeads are the words that a number follows which is no year.
var numberLeads = wordSet(`no. nos. number flight population about nearly almost some than approximately roughly only
	least most route highway resolution article section room page model unit boeing channel class`)

// countedNouns are things that news counts by the thousand.
var countedNouns = wordSet(`people persons troops soldiers men women children refugees civilians dead miles kilometers
	kilometres km meters metres feet tons tonnes pounds dollars euros rubles roubles barrels percent points homes houses
	jobs workers employees students votes acres hectares megawatts copies others degrees members prisoners
	million billion hours minutes days shares seats times`)

// toldYear resolves "the year 2000".
func toldYear(_ *scanner, m match) (timex, bool) {
	return on(yearOf(m.n(yearSym)+m.n(wordYearSym)), yearRule, "year")
}

// beforeChrist resolves "260 BC", which TIMEX3 writes BC0260.
func beforeChrist(_ *scanner, m match) (timex, bool) {
	n := m.n(numberSym)
	if n < 1 || n > 9999 {
		return timex{}, false
	}
	value := fmt.Sprintf("BC%04d", n)
	if m.has(monthSym) {
		value += fmt.Sprintf("-%02d", m.n(monthSym))
	}
	return dateValue(value, yearRule, "year before Christ")
}

// centuryBefore resolves "the 9th century BC" by its first two digits.
func centuryBefore(_ *scanner, m match) (timex, bool) {
	return dateValue(fmt.Sprintf("BC%02d", m.n(ordinalSym)-1), decadeRule, "century before Christ")
}

// wordedYear resolves "nineteen ninety-six". "Two thousand" alone is a number.
func wordedYear(s *scanner, m match) (timex, bool) {
	y := m.n(wordYearSym)
	if y == 2000 {
		return timex{}, false
	}
	return on(yearOf(y), yearRule, "year in words")
}

// wordYear reads a year in words at term i.
func (s *scanner) wordYear(i int) (y, to int) {
	switch s.word(i) {
	case "seventeen", "eighteen", "nineteen":
		base, next := 100*s.terms[i].n, i+1
		if s.word(next) == "hundred" {
			if next++; s.word(next) == "and" {
				next++
			}
		}
		return s.yearTail(next, base)
	case "twenty":
		if s.word(i+1) == "ten" || s.term(i+1).n > 10 && s.term(i+1).is(numberSym) && s.term(i+1).digits == 0 {
			return s.yearTail(i+1, 2000)
		}
	case "two":
		if s.word(i+1) != "thousand" {
			return 0, 0
		}
		if y, to = s.yearTail(i+2, 2000); to > 0 {
			return y, to
		}
		if s.word(i+2) == "and" {
			if y, to = s.yearTail(i+3, 2000); to > 0 {
				return y, to
			}
		}
		return 2000, i + 2
	}
	return 0, 0
}

// yearTail reads the tens and ones of a year in words.
func (s *scanner) yearTail(i, base int) (y, to int) {
	t := s.term(i)
	if !t.is(numberSym) || t.digits > 0 || t.n == 0 {
		return 0, 0
	}
	if t.n < 20 {
		return ifPositive(base+t.n, i+1, t.n >= 10 || base == 2000)
	}
	one := i + 1
	if s.word(one) == hyphen {
		one++
	}
	if o := s.term(one); o.is(numberSym) && o.digits == 0 && o.n > 0 && o.n < 10 {
		return base + t.n + o.n, one + 1
	}
	return base + t.n, i + 1
}

// ifPositive returns y and to if ok, else zeros.
func ifPositive(y, to int, ok bool) (int, int) {
	if !ok {
		return 0, 0
	}
	return y, to
}

// yearRange resolves "1999-2000" and "1957-58" as two years.
func yearRange(s *scanner, m match) (timex, bool) {
	first, second := m[0], m[len(m)-1]
	y := second.n
	if second.symbol == yearTailSym {
		y += first.n / 100 * 100
	}
	if y <= first.n || y > first.n+200 || s.countsThings(first.from) {
		return timex{}, false
	}
	t, ok := on(yearOf(first.n), yearRule, "the first year of a range")
	u, also := on(yearOf(y), yearRule, "the last year of a range")
	t.from, t.to, u.from, u.to = m.from(), first.to, second.from, m.to()
	t.more = []timex{u}
	return t, ok && also
}

// bareDecade resolves "the 1990s" and "the '90s".
func bareDecade(s *scanner, m match) (timex, bool) {
	n := m.n(decadeSym)
	short := s.term(m.to()-1).digits == 2
	worded := s.term(m.to()-1).digits == 0
	if (short || worded) && len(m) == 1 && s.word(m.from()-1) != "mid" || n == 0 {
		return timex{}, false
	}
	if before := s.word(m.from() - 1); before == "his" || before == "her" || before == "their" {
		return timex{}, false // an age
	}
	t, ok := on(decadeOf(n), decadeRule, "decade")
	return t, ok
}

// bareCentury resolves "the 21st century" by its first two digits, as TIMEX3 does.
func bareCentury(_ *scanner, m match) (timex, bool) {
	return on(centuryOf(100*(m.n(ordinalSym)-1)), decadeRule, "century")
}

// dateValue returns a date whose value is no moment of the calendar.
func dateValue(value string, r rule, how string) (timex, bool) {
	return timex{kind: parley.DateDate, value: value, rule: r, how: how}, true
}
