package date

import "time"

// The calendars behind the movable feasts, by their arithmetic rules. Where a
// community sees the moon before it begins a month, the true day may be one off.

// orthodoxEaster returns the Easter Sunday of the churches that keep the Julian
// calendar, by Meeus (Astronomical Algorithms, chapter 8).
func orthodoxEaster(year int) time.Time {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	julian := d + e + 114
	return civil(year, time.Month(julian/31), julian%31+1).AddDate(0, 0, julianLag(year))
}

// julianLag is by how many days the Julian calendar is behind in a year's spring.
func julianLag(year int) int { return year/100 - year/400 - 2 }

// nowruz returns the day of the spring equinox in Tehran. The rule of four
// years holds from 1996 to 2099.
func nowruz(year int) time.Time {
	if year%4 == 0 || year >= 2029 && year%4 == 1 {
		return civil(year, time.March, 20)
	}
	return civil(year, time.March, 21)
}

// hebrewAutumn added to a year gives the Hebrew year that begins in its autumn.
const hebrewAutumn = 3761

// hebrewEpoch is the day of which the arithmetic counts: the day before
// 1 Tishri of the year 1, as a count of days since 1970.
const hebrewEpoch = -2092590

// hebrewNewYear returns 1 Tishri of a Hebrew year, by the molad and its four
// postponements (Dershowitz and Reingold, Calendrical Calculations).
func hebrewNewYear(year int) time.Time {
	day := hebrewElapsed(year)
	switch {
	case hebrewElapsed(year+1)-day == 356:
		day += 2
	case day-hebrewElapsed(year-1) == 382:
		day++
	}
	return time.Unix(0, 0).UTC().AddDate(0, 0, hebrewEpoch+day)
}

// hebrewElapsed counts the days to the molad of a Hebrew year, moved on where it
// falls on a Sunday, Wednesday or Friday.
func hebrewElapsed(year int) int {
	months := (235*year - 234) / 19
	parts := 12084 + 13753*months
	day := 29*months + parts/25920
	if 3*(day+1)%7 < 3 {
		day++
	}
	return day
}

// passover returns 15 Nisan of the spring of a year: 163 days before the new year.
func passover(year int) time.Time { return hebrewNewYear(year+hebrewAutumn).AddDate(0, 0, -163) }

// tishaBav returns 9 Av, or the day after where that is a Sabbath.
func tishaBav(year int) time.Time {
	day := passover(year).AddDate(0, 0, 112)
	if day.Weekday() == time.Saturday {
		return day.AddDate(0, 0, 1)
	}
	return day
}

// yomHashoah returns 27 Nisan, moved away from the Sabbath.
func yomHashoah(year int) time.Time {
	day := passover(year).AddDate(0, 0, 12)
	switch day.Weekday() {
	case time.Friday:
		return day.AddDate(0, 0, -1)
	case time.Sunday:
		return day.AddDate(0, 0, 1)
	}
	return day
}

// yomHaatzmaut returns Israel's day of independence: 5 Iyar, moved so that neither it nor
// the day of remembrance before it touches a Sabbath.
func yomHaatzmaut(year int) time.Time {
	day := passover(year).AddDate(0, 0, 20)
	switch day.Weekday() {
	case time.Friday:
		return day.AddDate(0, 0, -1)
	case time.Saturday:
		return day.AddDate(0, 0, -2)
	case time.Monday:
		return day.AddDate(0, 0, 1)
	}
	return day
}

// tuBishvat returns 15 Shvat: 60 days before 15 Nisan less one, or 30 more in a leap year
// of the Hebrew calendar (seven of nineteen), which has a second Adar before Nisan.
func tuBishvat(year int) time.Time {
	const monthsToNisan = 59
	days := monthsToNisan
	if (7*(year+hebrewAutumn-1)+1)%19 < 7 {
		days += 30
	}
	return passover(year).AddDate(0, 0, -days)
}

// lunarNewYears are the months and days of the Chinese new year from 1990 on. It follows
// the true moon at Beijing, which no short rule gives.
var lunarNewYears = []int{
	127, 215, 204, 123, 210, 131, 219, 207, 128, 216, 205, 124, 212, 201, 122, 209, 129, 218, 207, 126,
	214, 203, 123, 210, 131, 219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203,
}

// lunarNewYear returns the Chinese new year, or the zero time outside the table.
func lunarNewYear(year int) time.Time {
	i := year - 1990
	if i < 0 || i >= len(lunarNewYears) {
		return time.Time{}
	}
	return civil(year, time.Month(lunarNewYears[i]/100), lunarNewYears[i]%100)
}

// hanukkah returns 25 Kislev of a year; the month before it has 30 days in long years.
func hanukkah(year int) time.Time {
	start, next := hebrewNewYear(year+hebrewAutumn), hebrewNewYear(year+hebrewAutumn+1)
	day := 83
	if length := int(next.Sub(start).Hours() / 24); length%10 == 5 {
		day++
	}
	return start.AddDate(0, 0, day)
}

// islamicEpoch is 1 Muharram of the year 1 as a count of days since 1970.
const islamicEpoch = -492148

// islamic computes a day of the tabular Islamic calendar (thirty-year cycle with
// eleven leap years). The year of ours that has two of them takes the first.
func islamic(month, day int) func(int) time.Time {
	return func(year int) time.Time {
		for h := (year - 623) * 33 / 32; ; h++ {
			days := islamicEpoch + day - 1 + 29*(month-1) + month/2 + (h-1)*354 + (3+11*h)/30
			if t := time.Unix(0, 0).UTC().AddDate(0, 0, days); t.Year() >= year {
				return t
			}
		}
	}
}
