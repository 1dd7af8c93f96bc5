package date

import "strings"

// symbol is a class of words, or a phrase, that the patterns of the grammar
// name in capitals.
type symbol uint8

// The symbols. Those from quantitySym on are phrases: more than one word long,
// read by a function of their own.
const (
	noSymbol     symbol = iota
	monthSym            // a month's name or abbreviation, capitalised
	weekdaySym          // a weekday's name or abbreviation, capitalised
	weekdaysSym         // a weekday's plural
	daySym              // a number from 1 to 31, as a figure or an ordinal
	yearSym             // a figure of four digits that may be a year
	yearTailSym         // a figure of two digits that may end a year
	numberSym           // a number, in figures or words
	ordinalSym          // an ordinal, in figures or words
	unitSym             // a unit of time in the singular
	unitsSym            // a unit of time in the plural
	seasonSym           // a season
	partSym             // a part of the day
	decadeSym           // "1990s", "90s", "nineties"
	deicticSym          // last, this, next and their kind
	relativeSym         // today, yesterday, tomorrow
	isoSym              // 2015-12-18
	slashSym            // 12/18/2015
	timeSym             // 10:30
	meridiemSym         // a.m., p.m.
	hourSym             // a number from 0 to 24
	militarySym         // 0930
	zoneSym             // GMT, EST
	referenceSym        // now, recently, soon
	frequencySym        // daily, annual
	longSym             // weeklong
	edgeSym             // beginning, end, middle
	leanSym             // early, mid, late
	numeralSym          // a word for a number: only with others ("twenty")

	quantitySym  // "five", "a few", "two and a half"
	boundSym     // "nearly", "more than"
	pointSym     // a date that "early" or "the end of" may stand before
	clockSym     // "10:30 a.m. EST"
	wordYearSym  // "nineteen ninety-six"
	wordDaySym   // "twenty five", of a month
	symbolsCount // not a symbol
)

// symbolNames are the names that patterns use.
var symbolNames = map[string]symbol{
	"MONTH": monthSym, "WEEKDAY": weekdaySym, "WEEKDAYS": weekdaysSym, "DAY": daySym, "YEAR": yearSym, "YY": yearTailSym,
	"NUMBER": numberSym, "ORDINAL": ordinalSym, "UNIT": unitSym, "UNITS": unitsSym, "SEASON": seasonSym, "PART": partSym,
	"DECADE": decadeSym, "DEICTIC": deicticSym, "RELATIVE": relativeSym, "ISO": isoSym, "SLASH": slashSym, "TIME": timeSym,
	"MERIDIEM": meridiemSym, "HOUR": hourSym, "MILITARY": militarySym, "ZONE": zoneSym, "REFERENCE": referenceSym,
	"FREQUENCY": frequencySym, "LONG": longSym, "EDGE": edgeSym, "LEAN": leanSym,
	"QUANTITY": quantitySym, "BOUND": boundSym, "POINT": pointSym, "CLOCK": clockSym, "WORDYEAR": wordYearSym, "WORDDAY": wordDaySym,
}

// lexeme is what the lexicon knows of a word.
type lexeme struct {
	classes uint32 // one bit a symbol
	literal uint16 // number of the word among those that patterns name; 0: none
	begins  begins // what may begin with it
	n       int    // its number: of a month, a weekday, a numeral, a step
	unit    unit
	word    string // for references and parts of the day: the value
}

func (l lexeme) is(s symbol) bool { return l.classes>>s&1 == 1 }

// numbered are the words whose number is their place in the list; words that
// are written together with "/" are the same.
var numbered = map[symbol]struct {
	first int
	words string
}{
	monthSym: {1, `january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep
		october/oct november/nov december/dec`},
	weekdaySym:  {0, `sunday monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday`},
	weekdaysSym: {0, `sundays mondays tuesdays wednesdays thursdays fridays saturdays`},
	numberSym: {0, `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty`},
	ordinalSym: {1, `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
		fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`},
	seasonSym:   {0, `spring summer autumn/fall winter`},
	meridiemSym: {0, `a.m./am p.m./pm`},
	relativeSym: {-1, `yesterday today tomorrow`},
}

// tens are the numerals that may stand before another.
var tens = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
	"ninety": 90}

// multipliers are the numerals that multiply the one before.
var multipliers = map[string]int{"hundred": 100, "thousand": 1000, "dozen": 12}

// unitWords are the units of time, in the singular; the plural adds an s.
var unitWords = map[string]unit{"minute": minute, "hour": hour, "day": day, "night": night, "week": week,
	"weekend": weekend, "fortnight": fortnight, "month": month, "quarter": quarter, "year": year, "decade": decade,
	"century": century}

// parts are the parts of the day and their TIMEX3 codes.
var parts = map[string]string{"morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF",
	"evening": "EV", "evenings": "EV", "night": "NI", "nights": "NI"}

// deictics point from the day of writing: back, here, or ahead.
var deictics = map[string]int{"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}

// references are the words that point to now, before or after without a date.
// "Previously" and "former" are left out: they order things without dating them.
var references = map[string]string{
	"now": presentRef, "currently": presentRef, "nowadays": presentRef, "presently": presentRef, "current": presentRef,
	"recently": pastRef, "recent": pastRef, "soon": futureRef, "shortly": futureRef, "future": futureRef,
}

// The values of the references.
const (
	presentRef = "PRESENT_REF"
	pastRef    = "PAST_REF"
	futureRef  = "FUTURE_REF"
)

// frequencies are adjectives and adverbs that say how often.
var frequencies = map[string]string{"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
	"monthly": "P1M", "quarterly": "P1Q", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y"}

// decadeWords are the decades of the last century by name.
var decadeWords = map[string]int{"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
	"seventies": 1970, "eighties": 1980, "nineties": 1990}

// zones are the names of time zones that news writes behind a clock time.
var zones = strings.Fields("gmt utc z bst cet cest eet eest msk est edt et cst cdt ct mst mdt mt pst pdt pt ist jst hkt aest")

// edges are the nouns for the ends and the middle of a stretch of time, and the
// TIMEX3 mod that each gives.
var edges = map[string]string{"beginning": "START", "start": "START", "outset": "START", "middle": "MID", "end": "END",
	"close": "END", "rest": "END", "remainder": "END"}

// leans are the words before a date that narrow it.
var leans = map[string]string{"early": "START", "mid": "MID", "late": "END", "earlier": "START", "later": "END"}

// lexicon builds the words of all classes.
func lexicon() map[string]lexeme {
	words := map[string]lexeme{}
	add := func(word string, s symbol, l lexeme) {
		old := words[word]
		old.classes |= 1 << s
		if l.n != 0 {
			old.n = l.n
		}
		if l.unit != noUnit {
			old.unit = l.unit
		}
		if l.word != "" {
			old.word = l.word
		}
		words[word] = old
	}
	addNumbers(add)
	for word, u := range unitWords {
		plural := strings.TrimSuffix(word, "y") + map[bool]string{true: "ies", false: "s"}[u == century]
		if u == day {
			plural = "days"
		}
		add(word, unitSym, lexeme{unit: u})
		add(plural, unitsSym, lexeme{unit: u})
		add(word+"long", longSym, lexeme{unit: u})
	}
	// "Second" is an ordinal far more often than a unit; only its plural counts time.
	add("seconds", unitsSym, lexeme{unit: second})
	for _, z := range zones {
		add(z, zoneSym, lexeme{})
	}
	for s, table := range map[symbol]map[string]string{partSym: parts, referenceSym: references, frequencySym: frequencies,
		edgeSym: edges, leanSym: leans} {
		for word, value := range table {
			add(word, s, lexeme{word: value})
		}
	}
	return words
}

// addNumbers adds the words that stand for numbers.
func addNumbers(add func(string, symbol, lexeme)) {
	for s, list := range numbered {
		for i, same := range strings.Fields(list.words) {
			for word := range strings.SplitSeq(same, "/") {
				add(word, s, lexeme{n: list.first + i})
				if s == ordinalSym && i >= 2 {
					add(word, daySym, lexeme{}) // "March eighth"; "first" and "second" order other things
				}
			}
		}
	}
	for s, table := range map[symbol]map[string]int{deicticSym: deictics, decadeSym: decadeWords, numeralSym: multipliers} {
		for word, n := range table {
			add(word, s, lexeme{n: n})
		}
	}
	for word, n := range tens {
		add(word, numberSym, lexeme{n: n})
	}
}
