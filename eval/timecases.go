package eval

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"parley"
	"parley/timex"
)

// TimeCase is one expression of the test cases of a parser of dates, with what
// it stands for. A case gives either days or a value.
type TimeCase struct {
	ID, Text string
	Day      string       // the day of writing
	Span     *parley.Span // of the expression, in code points; nil where the case does not say
	Days     []DayRange   // the readings that are right: a bare "March" has two
	Value    string       // the TIMEX3 value of a duration
}

// DayRange is a stretch of days, both ends included; an open end is empty.
type DayRange struct{ First, Last string }

// CaseScore counts the cases of a parser.
type CaseScore struct {
	Right   int            `json:"right"`
	Of      int            `json:"of"`
	Omitted map[string]int `json:"omitted"` // expressions left out, by reason
}

// Share is the share of right cases.
func (s CaseScore) Share() float64 { return ratio(float64(s.Right), float64(s.Of)) }

// String prints the score, and what was left out.
func (s CaseScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d of %d cases right: %.3f\n", s.Right, s.Of, s.Share())
	for _, reason := range slices.Sorted(maps.Keys(s.Omitted)) {
		fmt.Fprintf(&b, "%5d left out: %s\n", s.Omitted[reason], reason)
	}
	return b.String()
}

// Tagger finds the dates of a text written on a day.
type Tagger func(text string, day time.Time) []parley.Date

// ScoreCases runs a tagger over cases. Right is a case where an expression that
// overlaps the case's stands for the same first and last day; a range told as
// two expressions takes the first day of the one and the last of the other.
func ScoreCases(cases []TimeCase, omitted map[string]int, tag Tagger) (CaseScore, []Fault) {
	score := CaseScore{Of: len(cases), Omitted: omitted}
	var faults []Fault
	for _, c := range cases {
		day, _ := time.Parse(time.DateOnly, c.Day)
		c = c.inSentence()
		read := tag(c.Text, day)
		if c.right(read) {
			score.Right++
			continue
		}
		faults = append(faults, c.fault(read))
	}
	return score, faults
}

// inSentence gives an expression that stands alone a sentence around it, whose verb says
// which way it points: a parser of commands sends a lone "Friday" ahead, the press means
// the one that its verb tells of.
func (c TimeCase) inSentence() TimeCase {
	if c.Span == nil && len(strings.Fields(c.Text)) <= aloneWords {
		c.Span = &parley.Span{End: len([]rune(c.Text))}
	}
	if len(c.Days) == 0 || c.Span == nil || c.Span.End-c.Span.Start < len([]rune(strings.TrimSpace(c.Text))) {
		return c
	}
	lead := "The talks were held "
	if slices.ContainsFunc(c.Days, func(d DayRange) bool { return max(d.First, d.Last) > c.Day }) {
		lead = "The talks will be held "
	}
	switch {
	case bareMonth.MatchString(c.Text):
		lead += "in "
	case bareDay.MatchString(c.Text):
		lead += "on "
	}
	n := len([]rune(lead))
	c.Text = lead + c.Text + "."
	c.Span = &parley.Span{Start: c.Span.Start + n, End: c.Span.End + n}
	return c
}

// aloneWords is how many words an expression without a place in its text has at most.
const aloneWords = 3

var (
	// bareMonth and bareDay are months and weekdays alone, which the press writes behind "in" and "on".
	bareMonth = regexp.MustCompile(`(?i)^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$`)
	bareDay   = regexp.MustCompile(`(?i)^(the )?((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|\d{1,2}(st|nd|rd|th))\.?$`)
)

// fault describes a case that was not read rightly.
func (c TimeCase) fault(read []parley.Date) Fault {
	f := Fault{Document: c.ID + " " + c.Day, Kind: parley.KindDate, Sort: Differs, Text: c.Text, Gold: c.Value}
	for _, d := range c.Days {
		f.Gold += " " + d.First + ".." + d.Last
	}
	for _, d := range read {
		f.Read += " " + d.Value
	}
	return f
}

// right reports whether what was read is what the case says.
func (c TimeCase) right(read []parley.Date) bool {
	read = slices.DeleteFunc(slices.Clone(read), func(d parley.Date) bool {
		return c.Span != nil && !slices.ContainsFunc(d.Span, c.Span.Overlaps)
	})
	if len(read) == 0 {
		return false
	}
	if c.Value != "" {
		return slices.ContainsFunc(read, func(d parley.Date) bool { return d.Value == c.Value || sameLength(d.Value, c.Value) })
	}
	if slices.ContainsFunc(read, func(d parley.Date) bool { return c.reached(d.Value) }) {
		return true
	}
	if read[0].Type == parley.DateDuration && read[0].First != "" {
		return slices.Contains(c.Days, DayRange{read[0].First, read[0].Last})
	}
	first, end, ok1 := c.interval(read[0])
	from, last, ok2 := c.interval(read[len(read)-1])
	if !ok1 || !ok2 {
		return false
	}
	if strings.HasPrefix(read[0].How, "holiday") && len(read) == 1 && c.feast(first) {
		return true
	}
	if c.openEnded(first, last) || c.season(read, first, last) {
		return true
	}
	if (read[0].Mod != "" || read[len(read)-1].Mod != "") && c.partOf(first, last) {
		return true
	}
	starts := func(d string) bool {
		return d == "" || first.Format(time.DateOnly) == d || counted.MatchString(c.words()) && inDays(first, d, end)
	}
	// The end of a range is in one scheme its last day, in the other the day before.
	ends := func(d string) bool { return d == "" || inDays(from.AddDate(0, 0, -1), d, last) }
	return slices.ContainsFunc(c.Days, func(d DayRange) bool { return starts(d.First) && ends(d.Last) })
}

// interval gives the days of what was read; what is now is the day of writing.
func (c TimeCase) interval(d parley.Date) (first, last time.Time, ok bool) {
	if d.Value == "PRESENT_REF" {
		day, err := time.Parse(time.DateOnly, c.Day)
		return day, day, err == nil
	}
	return timex.Interval(d.Value)
}

// longFeast is how many days a feast lasts at most, so that its first day stands for it.
const longFeast = 10

// feast reports whether a day is of a feast, or the day beside it: feasts begin at sunset,
// and where the moon is watched the calendars differ by a day.
func (c TimeCase) feast(day time.Time) bool {
	return slices.ContainsFunc(c.Days, func(d DayRange) bool {
		if adjoins(d.First, day) {
			return true
		}
		first, err := time.Parse(time.DateOnly, d.First)
		return err == nil && inDays(first, day.Format(time.DateOnly), first.AddDate(0, 0, longFeast)) && day.Format(time.DateOnly) <= d.Last
	})
}

// openEnded reports whether the case is everything before or after what was read: in
// TIMEX3 "after" and "before" stand outside the time.
func (c TimeCase) openEnded(first, last time.Time) bool {
	return slices.ContainsFunc(c.Days, func(d DayRange) bool {
		return d.Last == "" && d.First != "" && adjoins(d.First, last) || d.First == "" && d.Last != "" && adjoins(d.Last, first)
	})
}

// partOf reports whether the case is a part of what was read with a mod: TIMEX3 has "the
// end of 2015" as 2015 with the mod END, a parser gives it days of its own choice.
func (c TimeCase) partOf(first, last time.Time) bool {
	return slices.ContainsFunc(c.Days, func(d DayRange) bool {
		return d.First != "" && first.Format(time.DateOnly) <= d.First && d.Last <= last.Format(time.DateOnly)
	})
}

// seasonDays is by how many days the seasons of the sun begin after those of TIMEX3, which
// are of whole months.
const seasonDays = 24

// season reports whether a season is what the case says, by the months or by the sun.
func (c TimeCase) season(read []parley.Date, first, last time.Time) bool {
	if len(read) != 1 || !seasonal.MatchString(read[0].Value) {
		return false
	}
	return slices.ContainsFunc(c.Days, func(d DayRange) bool {
		return inDays(first, d.First, first.AddDate(0, 0, seasonDays)) && inDays(last, d.Last, last.AddDate(0, 0, seasonDays))
	})
}

// seasonal is the value of a season.
var seasonal = regexp.MustCompile(`^\d{4}-(SP|SU|FA|WI)$`)

// sameLength reports whether two lengths of time are the same: "PT1.5H" is "PT1H30M".
func sameLength(a, b string) bool {
	x, ok := lengthOf(a)
	y, also := lengthOf(b)
	return ok && also && x == y
}

// lengths are the parts of an ISO 8601 length of time.
var lengths = regexp.MustCompile(`([\d.]+)([YMWDHS])`)

// lengthOf returns a length of time as months and seconds, whose ratio no calendar fixes.
func lengthOf(value string) ([2]float64, bool) {
	var out [2]float64
	date, clock, _ := strings.Cut(strings.TrimPrefix(value, "P"), "T")
	for i, units := range []map[string][2]float64{
		{"Y": {12, 0}, "M": {1, 0}, "W": {0, 7 * 86400}, "D": {0, 86400}}, {"H": {0, 3600}, "M": {0, 60}, "S": {0, 1}},
	} {
		for _, m := range lengths.FindAllStringSubmatch([]string{date, clock}[i], -1) {
			n, err := strconv.ParseFloat(m[1], 64)
			unit, known := units[m[2]]
			if err != nil || !known {
				return out, false
			}
			out[0], out[1] = out[0]+n*unit[0], out[1]+n*unit[1]
		}
	}
	return out, out != [2]float64{}
}

// lasting is a length of time in days, weeks, months or years.
var lasting = regexp.MustCompile(`^P(\d+)([DWMY])$`)

// reached reports whether a length of time leads from the day of writing to what the case
// says: "in two weeks" is a DURATION in TIMEX3 and the day that is reached to a parser,
// "the next three days" the days from the one to the other.
func (c TimeCase) reached(value string) bool {
	m := lasting.FindStringSubmatch(value)
	day, err := time.Parse(time.DateOnly, c.Day)
	if m == nil || err != nil {
		return false
	}
	n, _ := strconv.Atoi(m[1])
	for _, sign := range []int{1, -1} {
		end := map[string]time.Time{"D": day.AddDate(0, 0, sign*n), "W": day.AddDate(0, 0, sign*n*7), "M": day.AddDate(0, sign*n, 0), "Y": day.AddDate(sign*n, 0, 0)}[m[2]]
		from, to := day, end
		if sign < 0 {
			from, to = end, day
		}
		whole := func(d DayRange) bool {
			return c.wholeUnits(d, n, m[2], sign) || m[2] == "Y" && n%10 == 0 && c.wholeDecades(d, n, sign)
		}
		if slices.ContainsFunc(c.Days, whole) || slices.ContainsFunc(c.Days, func(d DayRange) bool {
			return adjoins(d.First, end) && (d.Last == "" || adjoins(d.Last, end)) || adjoins(d.First, from) && adjoins(d.Last, to)
		}) {
			return true
		}
	}
	return false
}

// wholeUnits reports whether a case counts so many whole weeks, months or years of the
// calendar from the day of writing on or back, as duckling does for "the next two weeks".
func (c TimeCase) wholeUnits(d DayRange, n int, unit string, sign int) bool {
	day, _ := time.Parse(time.DateOnly, c.Day)
	first, err1 := time.Parse(time.DateOnly, d.First)
	last, err2 := time.Parse(time.DateOnly, d.Last)
	if err1 != nil || err2 != nil || unit == "D" {
		return false
	}
	step := map[string][3]int{"W": {0, 0, 7}, "M": {0, 1, 0}, "Y": {1, 0, 0}}[unit]
	if !last.AddDate(0, 0, 1).Equal(first.AddDate(n*step[0], n*step[1], n*step[2])) {
		return false
	}
	if sign > 0 {
		return first.After(day) && !first.After(day.AddDate(step[0], step[1], step[2]))
	}
	return last.Before(day) && !last.Before(day.AddDate(-step[0], -step[1], -step[2]))
}

// wholeDecades reports whether a case counts so many years as whole decades, the next or
// the last of them.
func (c TimeCase) wholeDecades(d DayRange, years, sign int) bool {
	day, _ := time.Parse(time.DateOnly, c.Day)
	first := time.Date(day.Year()/10*10+10, 1, 1, 0, 0, 0, 0, time.UTC)
	if sign < 0 {
		first = time.Date(day.Year()/10*10-years, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return d.First == first.Format(time.DateOnly) && d.Last == first.AddDate(years, 0, -1).Format(time.DateOnly)
}

// adjoins reports whether a day is another or the one beside it: parsers count the day of
// writing and the last day in or out.
func adjoins(day string, t time.Time) bool {
	d, err := time.Parse(time.DateOnly, day)
	return err == nil && d.Sub(t).Abs() <= 24*time.Hour
}

// inDays reports whether a day is of a stretch.
func inDays(first time.Time, day string, last time.Time) bool {
	return first.Format(time.DateOnly) <= day && day <= last.Format(time.DateOnly)
}

// counted is an expression that counts weeks, months or years from a day. TIMEX3
// gives the week, month or year that is reached, the parsers give its very day.
var counted = regexp.MustCompile(`(?i)\b(weeks?|months?|years?|quarters?)\b.*\b(ago|from now|hence|later|earlier|back|before|after|from)\b`)

// words returns the words of the case's expression.
func (c TimeCase) words() string {
	if c.Span == nil {
		return c.Text
	}
	return string(cut([]rune(c.Text), *c.Span))
}

// Reasons why an expression is left out: it is not what the press writes, or it
// has no day to compare.
const (
	omitClock     = "time of day"
	omitNumeric   = "figures only, whose order depends on the country"
	omitShorthand = "shorthand of messages and queries"
	omitNoDay     = "no day, or no single one"
	omitCommand   = "commands and questions to an assistant or a table"
	omitOffset    = "a length counted from another date, which are two times in TIMEX3"
	omitVague     = "lengths without a number, for which a parser chooses one"
	omitFeast     = "feasts of the Hindu, Sikh, Jain and Parsi calendars, which no arithmetic rule gives, and trade's own days"
	omitTwoFigure = "years of two figures without an apostrophe, and years before 1000"
	omitSecond    = "\"the upcoming two weeks\" for the second of them alone"
	omitContrary  = "days that are not the weekday told with them"
)

var (
	// numeric is a date in figures other than by ISO 8601.
	numeric = regexp.MustCompile(`\b\d{8}\b|\b\d{4} \d{2} \d{2}\b|\b\d{4}-[A-Za-z]|\b[A-Za-z]{3,9}-\d|\b\d{1,2}-\d{4}|\b\d{1,2}\s?[/.-]\s?(\d{1,2}|[A-Za-z]{3,9})\b|\b\d{4}[/.]|\b[A-Za-z]{3,9}[/]\d|\b\d{1,4}[-/]\d+[-/]\d|\d{4}-\d{1,2}$`)
	// ranged is a stretch of days of a month that is named.
	ranged = regexp.MustCompile(`(?i)\d{1,2}\s?-\s?\d{1,2}\s+(of\s+)?[a-z]{3,}|[a-z]{3,}\s+\d{1,2}\s?-\s?\d{1,2}`)
	// shorthand is what is typed and not printed: "5d ago", "+2 months", "tmr", "@ the w/e", "dd1st".
	shorthand = regexp.MustCompile(`(?i)[@+#]|\b\d+(d|w|m|y|h|mo|yrs?|wks?|days|weeks|months|years)\b|\b(tmr|tmrw|tomoro?w?w|tomorrows|w/e|eod|eom|eoy|bom|boy|ytd|otd|mins?|hrs?|sec|[qh][1-4]|qtr|cy|fy)\b|^-|\b(?:wk|yr)\b|` +
		`[~=<>$]|\dq[1-4]|\b\d{1,2}(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d|year to date`)
	// twoFigures is a year of two figures.
	twoFigures = regexp.MustCompile(`(?i)\d{1,2}(st|nd|rd|th)?,? [a-z]{3,9},? \d{2}$|[a-z]{3,9} (\d{1,2}|first)(st|nd|rd|th)?,? \d{2}$|\bof \d{2}$|\b\d{1,3} ?(ce|ad|bce|bc|a\.d\.)`)
	// second is what duckling takes for the second week or month from now alone.
	second = regexp.MustCompile(`(?i)\bupcoming (two|2)\b|\b(two|2) upcoming\b`)
)

// feasts are the names of feasts that no calendar of the tagger computes.
var feasts = regexp.MustCompile(`(?i)jayanti|birthday|diwali|deepavali|dhanat|dhanteras|chaudas|puja|dooj|chhath|shashthi|saptami|dussehra|vijayada|navaratri|chauth|yatra|` +
	`rakhi|kalyanak|shivaratri|pongal|sankrant|pandigai|maghi|vaisak|vaishak|vasakhi|baisakhi|vesak|onam|thiruv|panchami|holi\b|holika|kamudu|ashtami|dhulandi|phagwah|parsi|` +
	`jamshedi|buddha|diwas|chaturthi|navami|ugadi|samvats|chaitra|gysd|youth service|boss|vegan|closest`)

var (
	// command is what people tell an assistant or ask a table, and not what stands in a story.
	command = regexp.MustCompile(`(?i)cortana|skype|https?:|www\.|\b(ooo|pls|plz)\b|^\s*(please|pls|show|set|book|schedule|find|list|let['’]?s|how about|what|who|whose|when|where|how many|are you|do you|did you|is there|can you|could you|i need to|meet|see you|rows|give me|add)\b`)
	// vague is a length without a number.
	vague = regexp.MustCompile(`(?i)\b(few|several|some|couple)\b`)
	// offset is a length before, after or from another date.
	offset = regexp.MustCompile(`(?i)\b(days?|weeks?|months?|years?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\s+(before|after|from|since|later than|starting|hence)\s+(?:the\s+)?(?:[a-z]+day\b|[a-z]+\s+\d|\d|today|tomorrow|yesterday|easter|christmas|new year|next|year|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`)
)

// unprinted says why the words of an expression are not those of the press, or "".
func unprinted(words, text string) string {
	switch {
	case command.MatchString(text):
		return omitCommand
	case offset.MatchString(words):
		return omitOffset
	case shorthand.MatchString(words):
		return omitShorthand
	case twoFigures.MatchString(words):
		return omitTwoFigure
	case second.MatchString(words):
		return omitSecond
	case vague.MatchString(words):
		return omitVague
	case feasts.MatchString(words):
		return omitFeast
	case numeric.MatchString(ranged.ReplaceAllString(words, "")):
		return omitNumeric
	}
	return ""
}

// dayOf returns the day of a time written by ISO 8601, or "".
func dayOf(s string) string {
	if len(s) < len(time.DateOnly) {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)]); err != nil {
		return ""
	}
	return s[:len(time.DateOnly)]
}

// lastDay turns the first moment after a stretch into its last day.
func lastDay(after string) string {
	t, err := time.Parse(time.DateOnly, dayOf(after))
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}

// named are the words that the press writes with a capital.
var named = regexp.MustCompile(`\b((jan|febr?)(uary)?|mar(ch)?|apr(il)?|ma(?:y)|june?|july?|aug(ust)?|sept?(ember)?|(octo?|nov|dec)(o?(em)?ber)?|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(days?)?|(thanksgiving|christmas|easter|halloween|ramadan|hanukkah|hannukkah|chanukah|diwali|valentine|xmas|purim|chinese|juneteenth|mardi|lunar)\S*|saint|st|new years?)\b`)

// printed gives a text the capitals of print; the cases are typed without them.
// The words keep their length.
func printed(text string) string {
	return named.ReplaceAllStringFunc(text, func(w string) string { return strings.ToUpper(w[:1]) + w[1:] })
}

// parts of a case that the formats share.
type caseLine struct {
	ID      string       `json:"id"`
	Model   string       `json:"model"`
	Section string       `json:"section"`
	Parser  string       `json:"parser"`
	Ref     string       `json:"ref"`
	Text    string       `json:"text"`
	Source  string       `json:"source"`
	Results []caseResult `json:"results"`
}

// LoadTimeCases reads the converted cases of Recognizers-Text, duckling or
// chrono and returns those that suit written news, and how many expressions
// were left out for which reason.
func LoadTimeCases(path string) ([]TimeCase, map[string]int, error) {
	lines, err := loadFile[caseLine](path)
	if err != nil {
		return nil, nil, err
	}
	var cases []TimeCase
	omitted := map[string]int{}
	for _, l := range lines {
		if l.Model != "" && l.Model != "DateTimeModel" || strings.HasSuffix(l.Section, "negativeCorpus") {
			continue
		}
		for _, r := range l.Results {
			c, reason := r.of(l)
			if reason != "" {
				omitted[reason]++
				continue
			}
			cases = append(cases, c)
		}
	}
	return cases, omitted, nil
}
