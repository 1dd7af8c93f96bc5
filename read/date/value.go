package date

import (
	"fmt"
	"strconv"
	"time"
)

// grain is how exactly a moment is known. A value never says more than the
// words do: "last month" is a month, not a day of it.
type grain uint8

// The grains, from nothing to a century.
const (
	noGrain grain = iota
	dayGrain
	weekGrain
	weekendGrain
	monthGrain
	quarterGrain
	halfGrain
	seasonGrain
	yearGrain
	decadeGrain
	centuryGrain
)

// The seasons of TIMEX3, in the order of their months of the north: spring is
// March to May. Winter belongs to the year in which it begins.
const (
	spring = iota
	summer
	autumn
	winter
)

var seasonCodes = [...]string{spring: "SP", summer: "SU", autumn: "FA", winter: "WI"}

// moment is a stretch of the calendar: the grain and the first day of it.
type moment struct {
	grain grain
	first time.Time
}

// civil returns the day of a date, at midnight UTC.
func civil(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// valid reports whether a day of that number exists in that month.
func valid(year int, month time.Month, day int) bool {
	return day >= 1 && civil(year, month, day).Month() == month
}

func dayOf(t time.Time) moment     { return moment{dayGrain, t} }
func monthOf(t time.Time) moment   { return moment{monthGrain, civil(t.Year(), t.Month(), 1)} }
func yearOf(year int) moment       { return moment{yearGrain, civil(year, 1, 1)} }
func decadeOf(year int) moment     { return moment{decadeGrain, civil(year/10*10, 1, 1)} }
func centuryOf(year int) moment    { return moment{centuryGrain, civil(year/100*100, 1, 1)} }
func quarterOf(year, q int) moment { return moment{quarterGrain, civil(year, time.Month(3*q-2), 1)} }
func halfOf(year, half int) moment { return moment{halfGrain, civil(year, time.Month(6*half-5), 1)} }

// weekOf returns the ISO week (Monday to Sunday) that holds a day.
func weekOf(t time.Time) moment { return moment{weekGrain, t.AddDate(0, 0, -daysAfterMonday(t))} }

// weekendOf returns the weekend of the ISO week that holds a day.
func weekendOf(t time.Time) moment {
	return moment{weekendGrain, t.AddDate(0, 0, 5-daysAfterMonday(t))}
}

// seasonOf returns a season of a year.
func seasonOf(year, season int) moment {
	return moment{seasonGrain, civil(year, time.Month(3*season+3), 1)}
}

func daysAfterMonday(t time.Time) int { return (int(t.Weekday()) + 6) % 7 }

// quarterNumber returns the quarter of the year, 1 to 4, that holds a day.
func quarterNumber(t time.Time) int { return (int(t.Month()) + 2) / 3 }

// seasonNumber returns the season that holds a day, and the year it began in.
func seasonNumber(t time.Time) (year, season int) {
	if t.Month() < time.March {
		return t.Year() - 1, winter
	}
	return t.Year(), (int(t.Month()) - 3) / 3
}

// at returns the moment of the given grain that holds a day.
func at(g grain, t time.Time) moment {
	switch g {
	case weekGrain:
		return weekOf(t)
	case weekendGrain:
		return weekendOf(t)
	case monthGrain:
		return monthOf(t)
	case quarterGrain:
		return quarterOf(t.Year(), quarterNumber(t))
	case halfGrain:
		return halfOf(t.Year(), (int(t.Month())+5)/6)
	case seasonGrain:
		return seasonOf(seasonNumber(t))
	case yearGrain:
		return yearOf(t.Year())
	case decadeGrain:
		return decadeOf(t.Year())
	case centuryGrain:
		return centuryOf(t.Year())
	}
	return dayOf(t)
}

// plus returns the moment of the same grain n steps later.
func (m moment) plus(n int) moment {
	// A century of steps of years is as far as any text counts; it also keeps
	// absurd numbers from leaving the calendar.
	n = max(-5000, min(n, 5000))
	switch m.grain {
	case weekGrain, weekendGrain:
		return moment{m.grain, m.first.AddDate(0, 0, 7*n)}
	case monthGrain:
		return moment{m.grain, m.first.AddDate(0, n, 0)}
	case quarterGrain, seasonGrain:
		return moment{m.grain, m.first.AddDate(0, 3*n, 0)}
	case halfGrain:
		return moment{m.grain, m.first.AddDate(0, 6*n, 0)}
	case yearGrain:
		return moment{m.grain, m.first.AddDate(n, 0, 0)}
	case decadeGrain:
		return moment{m.grain, m.first.AddDate(10*n, 0, 0)}
	case centuryGrain:
		return moment{m.grain, m.first.AddDate(100*n, 0, 0)}
	}
	return moment{m.grain, m.first.AddDate(0, 0, n)}
}

// value returns the TIMEX3 value, or "" for a moment outside the years 1 to 9999.
func (m moment) value() string {
	y := m.first.Year()
	if y < 1 || y > 9999 {
		return ""
	}
	switch m.grain {
	case dayGrain:
		return m.first.Format(time.DateOnly)
	case weekGrain, weekendGrain:
		year, week := m.first.ISOWeek()
		return fmt.Sprintf("%04d-W%02d%s", year, week, map[bool]string{true: "-WE"}[m.grain == weekendGrain])
	case monthGrain:
		return m.first.Format("2006-01")
	case quarterGrain:
		return fmt.Sprintf("%04d-Q%d", y, quarterNumber(m.first))
	case halfGrain:
		return fmt.Sprintf("%04d-H%d", y, (int(m.first.Month())+5)/6)
	case seasonGrain:
		year, season := seasonNumber(m.first)
		return fmt.Sprintf("%04d-%s", year, seasonCodes[season])
	case yearGrain:
		return fmt.Sprintf("%04d", y)
	case decadeGrain:
		return fmt.Sprintf("%03d", y/10)
	case centuryGrain:
		return fmt.Sprintf("%02d", y/100)
	}
	return ""
}

// unit is a unit of time that durations count in.
type unit uint8

// The units.
const (
	noUnit unit = iota
	second
	minute
	hour
	day
	night
	week
	weekend
	fortnight
	month
	quarter
	season
	year
	decade
	century
)

// unitFacts says how a unit is written in a duration and what it is on the calendar.
var unitFacts = [...]struct {
	time  bool   // counted behind the T
	code  string // the letter of ISO 8601
	times int    // how many of that letter
	grain grain  // "two units ago" has this grain
	steps int    // one unit is so many steps of the grain
}{
	second:    {true, "S", 1, noGrain, 0},
	minute:    {true, "M", 1, noGrain, 0},
	hour:      {true, "H", 1, noGrain, 0},
	day:       {false, "D", 1, dayGrain, 1},
	night:     {false, "D", 1, dayGrain, 1},
	week:      {false, "W", 1, weekGrain, 1},
	weekend:   {false, "WE", 1, weekendGrain, 1},
	fortnight: {false, "W", 2, weekGrain, 2},
	month:     {false, "M", 1, monthGrain, 1},
	quarter:   {false, "Q", 1, quarterGrain, 1},
	season:    {false, "Y", 1, seasonGrain, 4},
	year:      {false, "Y", 1, yearGrain, 1},
	decade:    {false, "Y", 10, yearGrain, 10},
	century:   {false, "Y", 100, centuryGrain, 1},
}

// partUnits are the halves and quarters of units, as a value writes them.
var partUnits = map[unit]map[float64]string{
	minute: {0.25: "15S", 0.5: "30S"}, hour: {0.25: "15M", 0.5: "30M"}, day: {0.5: "T12H"}, year: {0.25: "3M", 0.5: "6M"},
}

// period returns the TIMEX3 value of n units: P3D, PT8H, P2Y6M for half years.
func period(n float64, u unit) string {
	f := unitFacts[u]
	whole := int(n * float64(f.times))
	part := n*float64(f.times) - float64(whole)
	head := "P"
	if f.time {
		head = "PT"
	}
	out := head + strconv.Itoa(whole) + f.code
	rest := partUnits[u][part]
	switch {
	case part == 0:
		return out
	case rest == "":
		return head + strconv.FormatFloat(n*float64(f.times), 'f', -1, 64) + f.code
	case whole == 0 && u == day:
		return "P" + rest
	case whole == 0:
		return head + rest
	}
	return out + rest
}

// split cuts a number into its whole part and whether a half is left.
func split(n float64) (whole int, half bool) {
	whole = int(n)
	return whole, n-float64(whole) > 0.25
}

// vaguePeriod returns the value of an unknown number of units: PXM, PTXH.
func vaguePeriod(u unit) string {
	f := unitFacts[u]
	switch {
	case f.time:
		return "PTX" + f.code
	case u == decade:
		return "PXDE"
	case u == century:
		return "PXCE"
	}
	return "PX" + f.code
}
