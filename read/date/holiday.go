package date

import "time"

// holidayForms are the names of days that a calendar computes, alone, with
// their year ("Easter 2016") and with "last" or "next".
var holidayForms = holidayPatterns()

// holidayNames are the ways to write each holiday.
var holidayNames = []struct{ name, pattern string }{
	{"Christmas", "christmas day?"}, {"Christmas Eve", "christmas eve"}, {"Boxing Day", "boxing day"},
	{"Christmas", "xmas"}, {"New Year", "new year|years 's|'? day"}, {"New Year", "new years day"},
	{"New Year's Eve", "new year|years 's|'? eve"}, {"New Year's Eve", "new years eve"},
	{"Independence Day", "independence day"}, {"Independence Day", "july fourth"}, {"Independence Day", "the fourth of july"},
	{"Thanksgiving", "thanksgiving day?"}, {"Memorial Day", "memorial day"}, {"Labor Day", "labor day"},
	{"Election Day", "election day"}, {"Veterans Day", "veterans day"}, {"Columbus Day", "columbus day"},
	{"Martin Luther King Day", "martin luther king|kings jr.? 's? day"}, {"Martin Luther King Day", "mlk jr.? day"}, {"Presidents' Day", "presidents '|day day?"},
	{"May Day", "may day"}, {"Bastille Day", "bastille day"}, {"Armistice Day", "armistice day"}, {"Victory Day", "victory day"},
	{"Women's Day", "international women 's day"}, {"Human Rights Day", "human rights day"},
	{"Valentine's Day", "valentine|valentines 's|'? day"}, {"St. Patrick's Day", "st.|saint|st patrick|patricks|paddy 's|'? day"}, {"Halloween", "halloween"},
	{"All Saints' Day", "all saints ' day"}, {"Anzac Day", "anzac day"}, {"Australia Day", "australia day"}, {"Canada Day", "canada day"},
	{"Easter", "easter sunday?"}, {"Easter Monday", "easter monday"}, {"Good Friday", "good friday"}, {"Palm Sunday", "palm sunday"},
	{"Ash Wednesday", "ash wednesday"}, {"Maundy Thursday", "maundy thursday"}, {"Ascension", "ascension day"},
	{"Pentecost", "pentecost|whitsun"}, {"Pentecost", "whit sunday"}, {"Orthodox Easter", "orthodox easter"},
	{"Orthodox Christmas", "orthodox christmas"}, {"Epiphany", "epiphany"},
	{"Rosh Hashanah", "rosh hashanah|hashana|hashanna"}, {"Yom Kippur", "yom kippur"}, {"Passover", "passover|pesach"},
	{"Hanukkah", "hanukkah|chanukah|hanukah|hannukkah"}, {"Purim", "purim"}, {"Shavuot", "shavuot"}, {"Sukkot", "sukkot|sukkoth|succos"},
	{"Eid al-Fitr", "eid|id al-fitr|ul-fitr|al-fithr"}, {"Eid al-Adha", "eid|id al-adha|ul-adha|al-azha"}, {"Eid al-Adha", "feast of the? sacrifice"},
	{"Eid al-Adha", "bakr id|eid"}, {"Ashura", "ashura|ashoura"},
	{"Islamic New Year", "islamic new year"}, {"Mawlid", "mawlid al-nabawi|al-nabi?"}, {"Isra and Mi'raj", "isra and|wal mi'raj|miraj"},
	{"Laylat al-Qadr", "night of power"}, {"Jumu'atul-Wida", "jumu'atul-wida|jamat-ul-vida"},
	{"Lunar New Year", "chinese? lunar new year 's? day?"}, {"Lunar New Year", "chinese lunar? new year 's? day?"},
	{"Shemini Atzeret", "shemini atzeret"}, {"Israel's Independence Day", "yom haatzmaut|ha'atzmaut"}, {"Lag BaOmer", "lag baomer|b'omer"}, {"Tu BiShvat", "tu bishvat"},
	{"Holocaust Remembrance Day", "holocaust remembrance day"}, {"Juneteenth", "juneteenth"}, {"Earth Day", "earth day"}, {"Koningsdag", "king 's day"},
	{"Trinity Sunday", "trinity sunday"}, {"Shrove Tuesday", "shrove tuesday"}, {"Shrove Tuesday", "mardi gras"}, {"Shrove Tuesday", "pancake day"}, {"Whit Monday", "whit monday"},
	{"Clean Monday", "clean monday"}, {"Orthodox Good Friday", "orthodox good friday"}, {"Lent", "lent"},
	{"Tisha B'Av", "tisha b'av"}, {"Simchat Torah", "simchat torah"}, {"Holocaust Remembrance Day", "yom hashoah"},
	{"Laylat al-Qadr", "laylat al-qadr"}, {"Black Friday", "black friday"}, {"Koningsdag", "koningsdag"},
	{"Nowruz", "nowruz|navroz|noruz|newroz"}, {ramadan, "ramadan|ramazan"}, {ramadan, "the? holy month of ramadan"},
}

// holidayPatterns makes the forms of the names. "Easter" and "Eid" must be
// written as names, see holiday; behind a year or "last" they need not.
func holidayPatterns() []form {
	var forms []form
	for _, h := range holidayNames {
		b := holiday(h.name)
		forms = append(forms, form{h.pattern, b}, form{h.pattern + " ,? of|in? YEAR", b}, form{"DEICTIC " + h.pattern, b},
			form{h.pattern + " of? DEICTIC UNIT", b}, form{h.pattern + " weekend", weekendOfFeast(b)},
			form{h.pattern + " weekend ,? of? YEAR", weekendOfFeast(b)})
	}
	return forms
}

// holidays computes the day of a holiday in a year. Where a feast lasts, it is
// its first day; a feast that begins at sunset counts from the day after.
var holidays = map[string]func(year int) time.Time{
	"Christmas":                 fixed(time.December, 25),
	"Christmas Eve":             fixed(time.December, 24),
	"Boxing Day":                fixed(time.December, 26),
	"New Year":                  fixed(time.January, 1),
	"New Year's Eve":            fixed(time.December, 31),
	"Independence Day":          fixed(time.July, 4),
	"May Day":                   fixed(time.May, 1),
	"Bastille Day":              fixed(time.July, 14),
	"Armistice Day":             fixed(time.November, 11),
	"Veterans Day":              fixed(time.November, 11),
	"Victory Day":               fixed(time.May, 9),
	"Women's Day":               fixed(time.March, 8),
	"Human Rights Day":          fixed(time.December, 10),
	"Valentine's Day":           fixed(time.February, 14),
	"St. Patrick's Day":         fixed(time.March, 17),
	"Halloween":                 fixed(time.October, 31),
	"All Saints' Day":           fixed(time.November, 1),
	"Anzac Day":                 fixed(time.April, 25),
	"Australia Day":             fixed(time.January, 26),
	"Canada Day":                fixed(time.July, 1),
	"Epiphany":                  fixed(time.January, 6),
	"Orthodox Christmas":        fixed(time.January, 7),
	"Martin Luther King Day":    nth(time.January, time.Monday, 3),
	"Presidents' Day":           nth(time.February, time.Monday, 3),
	"Columbus Day":              nth(time.October, time.Monday, 2),
	"Thanksgiving":              nth(time.November, time.Thursday, 4),
	"Labor Day":                 nth(time.September, time.Monday, 1),
	"Memorial Day":              func(y int) time.Time { return weekdayBefore(civil(y, time.June, 1), time.Monday) },
	"Election Day":              func(y int) time.Time { return nth(time.November, time.Monday, 1)(y).AddDate(0, 0, 1) },
	"Easter":                    easter,
	"Easter Monday":             fromEaster(1),
	"Good Friday":               fromEaster(-2),
	"Maundy Thursday":           fromEaster(-3),
	"Palm Sunday":               fromEaster(-7),
	"Ash Wednesday":             fromEaster(-46),
	"Ascension":                 fromEaster(39),
	"Pentecost":                 fromEaster(49),
	"Orthodox Easter":           orthodoxEaster,
	"Shrove Tuesday":            fromEaster(-47),
	"Lent":                      fromEaster(-46),
	"Whit Monday":               fromEaster(50),
	"Trinity Sunday":            fromEaster(56),
	"Orthodox Good Friday":      func(y int) time.Time { return orthodoxEaster(y).AddDate(0, 0, -2) },
	"Clean Monday":              func(y int) time.Time { return orthodoxEaster(y).AddDate(0, 0, -48) },
	"Black Friday":              func(y int) time.Time { return nth(time.November, time.Thursday, 4)(y).AddDate(0, 0, 1) },
	"Koningsdag":                fixed(time.April, 27),
	"Tisha B'Av":                tishaBav,
	"Holocaust Remembrance Day": yomHashoah,
	"Simchat Torah":             func(y int) time.Time { return hebrewNewYear(y+hebrewAutumn).AddDate(0, 0, 22) },
	"Laylat al-Qadr":            islamic(9, 27),
	"Nowruz":                    nowruz,
	"Rosh Hashanah":             func(y int) time.Time { return hebrewNewYear(y + hebrewAutumn) },
	"Yom Kippur":                func(y int) time.Time { return hebrewNewYear(y+hebrewAutumn).AddDate(0, 0, 9) },
	"Sukkot":                    func(y int) time.Time { return hebrewNewYear(y+hebrewAutumn).AddDate(0, 0, 14) },
	"Hanukkah":                  hanukkah,
	"Passover":                  passover,
	"Purim":                     func(y int) time.Time { return passover(y).AddDate(0, 0, -30) },
	"Shavuot":                   func(y int) time.Time { return passover(y).AddDate(0, 0, 50) },
	"Eid al-Fitr":               islamic(10, 1),
	"Eid al-Adha":               islamic(12, 10),
	"Islamic New Year":          islamic(1, 1),
	"Ashura":                    islamic(1, 10),
	"Mawlid":                    islamic(3, 12),
	"Isra and Mi'raj":           islamic(7, 27),
	"Jumu'atul-Wida":            func(y int) time.Time { return weekdayBefore(islamic(10, 1)(y), time.Friday) },
	"Lunar New Year":            lunarNewYear,
	"Shemini Atzeret":           func(y int) time.Time { return hebrewNewYear(y+hebrewAutumn).AddDate(0, 0, 21) },
	"Israel's Independence Day": yomHaatzmaut,
	"Lag BaOmer":                func(y int) time.Time { return passover(y).AddDate(0, 0, 33) },
	"Tu BiShvat":                tuBishvat,
	ramadan:                     islamic(9, 1),
	"Juneteenth":                fixed(time.June, 19),
	"Earth Day":                 fixed(time.April, 22),
}

// fixed computes a holiday that has its day of the month.
func fixed(month time.Month, day int) func(int) time.Time {
	return func(year int) time.Time { return civil(year, month, day) }
}

// fromEaster computes a day that lies a number of days from Easter.
func fromEaster(days int) func(int) time.Time {
	return func(year int) time.Time { return easter(year).AddDate(0, 0, days) }
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
		if !s.anyCapital(m) && !m.has(yearSym) || name == ramadan && s.bearsName(m) {
			return timex{}, false
		}
		if m.has(yearSym) {
			return feast(name, holidays[name](m.n(yearSym)), "holiday and year")
		}
		if !s.anchor.known {
			return timex{}, false
		}
		if u := m.unit(); u != noUnit && u != year {
			return timex{}, false
		} else if u == year {
			return feast(name, holidays[name](s.anchor.day.Year()+m.n(deicticSym)), "holiday of a year that is told")
		}
		if step, ok := m.find(deicticSym); ok && step.n != 0 {
			return feast(name, s.holidayBeside(name, step.n), "holiday counted from the document's day")
		}
		d, why := s.direction(m.from(), m.to())
		y := s.anchor.day.Year()
		best := holidays[name](y)
		for _, t := range []time.Time{holidays[name](y - 1), holidays[name](y + 1)} {
			if s.better(t, best, d) {
				best = t
			}
		}
		if d == ahead && s.anchor.day.Sub(best) > lasting(name) {
			best = s.holidayBeside(name, 1)
		}
		return feast(name, best, "holiday "+why)
	}
}

// weekendOfFeast resolves "Easter weekend" by the builder of the feast's day.
func weekendOfFeast(feast builder) builder {
	return func(s *scanner, m match) (timex, bool) {
		if d, _ := m.find(unitSym); d.symbol != noSymbol {
			return timex{}, false
		}
		t, ok := feast(s, m)
		if !ok || t.moment.grain != dayGrain {
			return timex{}, false
		}
		return on(nearestWeekend(t.moment.first), holidayRule, t.how+", its weekend")
	}
}

// ramadan is the one holiday that is a month; its value is the range of its days.
const ramadan = "Ramadan"

// ramadanDays is how many days the tabular calendar gives it.
const ramadanDays = 30

// feast returns the day of a holiday, or refuses one of a year for which it is not known.
func feast(name string, day time.Time, how string) (timex, bool) {
	if day.IsZero() {
		return timex{}, false
	}
	t, ok := on(dayOf(day), holidayRule, how)
	if name == ramadan {
		t.value += "/" + day.AddDate(0, 0, ramadanDays-1).Format(time.DateOnly)
		t.moment = moment{}
	}
	return t, ok
}

// bearsName reports whether what is matched is part of somebody's name: "Ramadan Abdullah".
func (s *scanner) bearsName(m match) bool {
	before, next := s.term(m.from()-1), s.term(m.to())
	return next.capital && next.classes == 0 || before.capital && before.classes == 0 && m.from() > 1
}

// feastDays is how many days the longer feasts last.
var feastDays = map[string]int{
	ramadan: ramadanDays, "Lent": 46, "Sukkot": 7, "Hanukkah": 8, "Passover": 8, "Nowruz": 13, "Lunar New Year": 15, "Eid al-Fitr": 3, "Eid al-Adha": 4,
}

// lasting is how long after its first day a feast is not over, so that "are" and "will" may
// still speak of it. Calendars that watch the moon may be a day later.
func lasting(name string) time.Duration {
	return time.Duration(1+feastDays[name]) * 24 * time.Hour
}

// holidayBeside returns the last holiday before the document's day, or the next after it.
func (s *scanner) holidayBeside(name string, step int) time.Time {
	y := s.anchor.day.Year()
	t := holidays[name](y)
	if step > 0 && t.Equal(s.anchor.day) {
		return t
	}
	if t.Compare(s.anchor.day) != step {
		t = holidays[name](y + step)
	}
	return t
}

// anyCapital reports whether a word of the match is written with a capital.
func (s *scanner) anyCapital(m match) bool {
	for i := m.from(); i < m.to(); i++ {
		if s.terms[i].capital {
			return true
		}
	}
	return false
}
