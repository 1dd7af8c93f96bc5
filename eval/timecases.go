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
		read := tag(c.Text, day)
		if c.right(read) {
			score.Right++
			continue
		}
		faults = append(faults, c.fault(read))
	}
	return score, faults
}

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
		return slices.ContainsFunc(read, func(d parley.Date) bool { return d.Value == c.Value })
	}
	if slices.ContainsFunc(read, func(d parley.Date) bool { return c.reached(d.Value) }) {
		return true
	}
	first, end, ok1 := timex.Interval(read[0].Value)
	from, last, ok2 := timex.Interval(read[len(read)-1].Value)
	if !ok1 || !ok2 {
		return false
	}
	starts := func(d string) bool {
		return d == "" || first.Format(time.DateOnly) == d || counted.MatchString(c.words()) && inDays(first, d, end)
	}
	// The end of a range is in one scheme its last day, in the other the day before.
	ends := func(d string) bool { return d == "" || inDays(from.AddDate(0, 0, -1), d, last) }
	return slices.ContainsFunc(c.Days, func(d DayRange) bool { return starts(d.First) && ends(d.Last) })
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
		if slices.ContainsFunc(c.Days, func(d DayRange) bool {
			return adjoins(d.First, end) && adjoins(d.Last, end) || adjoins(d.First, from) && adjoins(d.Last, to)
		}) {
			return true
		}
	}
	return false
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
)

var (
	// numeric is a date in figures other than by ISO 8601.
	numeric = regexp.MustCompile(`\b\d{1,2}\s?[/.-]\s?(\d{1,2}|[A-Za-z]{3,9})\b|\b\d{4}[/.]|\b[A-Za-z]{3,9}[/]\d|\b\d{1,4}[-/]\d+[-/]\d|\d{4}-\d{1,2}$`)
	// ranged is a stretch of days of a month that is named.
	ranged = regexp.MustCompile(`(?i)\d{1,2}\s?-\s?\d{1,2}\s+(of\s+)?[a-z]{3,}|[a-z]{3,}\s+\d{1,2}\s?-\s?\d{1,2}`)
	// shorthand is what is typed and not printed: "5d ago", "+2 months", "tmr", "@ the w/e", "dd1st".
	shorthand = regexp.MustCompile(`(?i)[@+#]|\b\d+(d|w|m|y|h|mo|yrs?|wks?|days|weeks|months|years)\b|\b(tmr|tmrw|tomoro?w?w|w/e|eod|eom|eoy|ytd|mins?|hrs?|sec|q[1-4]|cy|fy)\b|^-|\b(?:wk|yr)\b`)
)

// unprinted says why the words of an expression are not those of the press, or "".
func unprinted(words string) string {
	switch {
	case shorthand.MatchString(words):
		return omitShorthand
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
var named = regexp.MustCompile(`\b((jan|febr?)(uary)?|mar(ch)?|apr(il)?|ma(?:y)|june?|july?|aug(ust)?|sept?(ember)?|(octo?|nov|dec)(o?(em)?ber)?|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|(thanksgiving|christmas|easter|halloween|ramadan|hanukkah|chanukah|diwali|valentine)\S*)\b`)

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
