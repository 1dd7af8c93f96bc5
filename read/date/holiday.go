package date

import "time"

// holidayForms are the names of days that a calendar computes.
var holidayForms = []form{
	{"christmas day?", holiday("Christmas")},
	{"christmas eve", holiday("Christmas Eve")},
	{"new year 's day", holiday("New Year")},
	{"new year 's eve", holiday("New Year's Eve")},
	{"independence day", holiday("Independence Day")},
	{"july fourth", holiday("Independence Day")},
	{"the fourth of july", holiday("Independence Day")},
	{"thanksgiving day?", holiday("Thanksgiving")},
	{"memorial day", holiday("Memorial Day")},
	{"labor day", holiday("Labor Day")},
	{"election day", holiday("Election Day")},
	{"may day", holiday("May Day")},
	{"easter sunday?", holiday("Easter")},
	{"easter monday", holiday("Easter Monday")},
	{"good friday", holiday("Good Friday")},
	{"palm sunday", holiday("Palm Sunday")},
	{"DEICTIC christmas day?", holiday("Christmas")},
	{"DEICTIC thanksgiving day?", holiday("Thanksgiving")},
	{"DEICTIC easter", holiday("Easter")},
	{"christmas day? ,? YEAR", holiday("Christmas")},
	{"easter ,? YEAR", holiday("Easter")},
}

// holidays computes the day of a holiday in a year.
var holidays = map[string]func(year int) time.Time{
	"Christmas":        fixed(time.December, 25),
	"Christmas Eve":    fixed(time.December, 24),
	"New Year":         fixed(time.January, 1),
	"New Year's Eve":   fixed(time.December, 31),
	"Independence Day": fixed(time.July, 4),
	"May Day":          fixed(time.May, 1),
	"Thanksgiving":     nth(time.November, time.Thursday, 4),
	"Labor Day":        nth(time.September, time.Monday, 1),
	"Memorial Day":     func(y int) time.Time { return weekdayBefore(civil(y, time.June, 1), time.Monday) },
	"Election Day":     func(y int) time.Time { return nth(time.November, time.Monday, 1)(y).AddDate(0, 0, 1) },
	"Easter":           easter,
	"Easter Monday":    func(y int) time.Time { return easter(y).AddDate(0, 0, 1) },
	"Good Friday":      func(y int) time.Time { return easter(y).AddDate(0, 0, -2) },
	"Palm Sunday":      func(y int) time.Time { return easter(y).AddDate(0, 0, -7) },
}

// fixed computes a holiday that has its day of the month.
func fixed(month time.Month, day int) func(int) time.Time {
	return func(year int) time.Time { return civil(year, month, day) }
}

// nth computes the n-th weekday of a month.
func nth(month time.Month, w time.Weekday, n int) func(int) time.Time {
	return func(year int) time.Time {
		return weekdayAfter(civil(year, month, 1).AddDate(0, 0, -1), w).AddDate(0, 0, 7*(n-1))
	}
}

// holiday resolves a holiday: of the year that is told, else by "last" or
// "next", else by the verb, else the nearest.
func holiday(name string) builder {
	return func(s *scanner, m match) (timex, bool) {
		if !s.terms[m.to()-1].capital && !m.has(yearSym) {
			return timex{}, false
		}
		if m.has(yearSym) {
			return on(dayOf(holidays[name](m.n(yearSym))), holidayRule, "holiday and year")
		}
		if !s.anchor.known {
			return timex{}, false
		}
		d, why := s.direction(m.from(), m.to())
		if m.has(deicticSym) {
			d, why = map[int]direction{-1: past, 0: unclear, 1: ahead}[m.n(deicticSym)], "counted from the document's day"
		}
		y := s.anchor.day.Year()
		best := holidays[name](y)
		for _, t := range []time.Time{holidays[name](y - 1), holidays[name](y + 1)} {
			if s.better(t, best, d) {
				best = t
			}
		}
		return on(dayOf(best), holidayRule, "holiday "+why)
	}
}
