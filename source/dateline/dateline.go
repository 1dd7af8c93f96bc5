// Package dateline reads the dateline of a wire story: "TOLM, March 3 (Meridian
// Wire) - The ministers met". What flows in is the text of a story and the day
// it was published; what flows out is the place, the day and the agency that
// the dateline names, and where it stands. The text is never changed.
//
// A dateline is trusted over a page's own date by the reader of dates, so
// precision comes first: without an agency the place must be written as wire
// stories write it, and headlines, labels and sentences in capitals are refused.
package dateline

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"parley"
)

// Dateline is what the head of a wire story says of its origin. Any part may be
// empty.
type Dateline struct {
	Place  string      // as written: "TOLM, Varenia"
	Day    string      // YYYY-MM-DD; empty where there is none or its year is not known
	Agency string      // as written: "Meridian Wire"
	Span   parley.Span // bytes of the text, from the place to the dash
}

// The pieces of a dateline. A place is in capitals or a title-case name, a
// region is what follows it after a comma.
const (
	capitals = `\p{Lu}[\p{Lu}'’.\-]*(?:[ /]\p{Lu}[\p{Lu}'’.\-]*){0,4}`
	named    = `\p{Lu}[\p{L}'’.\-]*(?:[ /](?:[a-z]{2,3} )?\p{Lu}[\p{L}'’.\-]*){0,3}`
	region   = `(?:, \p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*){0,2}){0,2}?`
	place    = `(?P<place>(?:` + capitals + `|` + named + `)` + region + `)`
	months   = `(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?`
	weekdays = `(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?`
	day      = `(?:(?:,? |^)` + weekdays + `(?:(?P<month>` + months + `) (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>` + months + `))(?:,? (?P<year>\d{4}))?)`
	agency   = `(?:\.? ?\((?P<agency>[^()]{2,40})\)|\.? ?/(?P<agency2>[^/()]{2,40})/\.?)`
	dash     = `(?: ?(?:--+|[—–―]) ?| [-_] ?)`
)

// forms are the shapes of a dateline, the strongest first: with an agency, with
// a day before a dash, with a place alone before a dash.
var forms = []*regexp.Regexp{
	regexp.MustCompile(`^` + place + `?` + day + `?` + agency + dash + `?`),
	regexp.MustCompile(`^` + place + day + dash),
	regexp.MustCompile(`^` + place + dash),
}

var (
	// header is what some archives print before a story, with or without the
	// place: "TOLM | Tue Mar 5, 2019 1:48 pm GMT ".
	header = regexp.MustCompile(`(?:` + capitals + region + `(?:,? ` + months + ` \d{1,2})? \| )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (` + months + `) (\d{1,2}), (\d{4}) \d{1,2}:\d\d [ap]m [A-Z]{2,5} `)

	// byline may stand before the place in the same line, in title case.
	byline = regexp.MustCompile(`^By \p{Lu}[\p{L}'’.\-]+(?: (?:and )?\p{Lu}[\p{L}'’.\-]*[\p{Ll}.][\p{L}'’.\-]*){1,5} `)

	// glued is a dateline in the middle of a line, where an archive ran the
	// picture's caption or the summary into the story. Only a known agency and a
	// dash make it one.
	glued = regexp.MustCompile(` (?P<place>` + capitals + region + `)?` + day + `?` + agency + dash)
)

const (
	lines = 6   // lines at the head of a text among which a dateline may stand
	reach = 600 // bytes of a line that are looked at
)

// Find returns the dateline of a story that was published on the given day
// (YYYY-MM-DD or RFC 3339; may be empty), which tells the year where the
// dateline does not. It reports false where the text has none.
func Find(text, published string) (Dateline, bool) {
	start := 0
	for range lines {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		if d, ok := read(text[start:end], published); ok {
			d.Span.Start += start
			d.Span.End += start
			return d, true
		}
		if start = end + 1; start >= len(text) {
			break
		}
	}
	return Dateline{}, false
}

// read reads the dateline at the start of one line or, after a caption or a
// summary, in it.
func read(s, published string) (Dateline, bool) {
	s = cut(s)
	skip := len(s) - len(strings.TrimLeft(s, " \t"))
	given := ""
	if m := header.FindStringSubmatchIndex(s[skip:]); m != nil && m[0] == 0 {
		given = resolve(s[skip+m[2]:skip+m[3]], s[skip+m[4]:skip+m[5]], s[skip+m[6]:skip+m[7]], "")
		skip += m[1]
	}
	skip += len(byline.FindString(s[skip:]))
	c, ok := match(s[skip:])
	if !ok || !c.trusted() {
		at := 0
		if at, c, ok = inside(s[skip:]); !ok {
			return Dateline{}, false
		}
		skip += at
	}
	d := Dateline{
		Place:  c.place,
		Agency: c.agency,
		Day:    resolve(c.month, c.day, c.year, published),
		Span:   parley.Span{Start: skip, End: skip + len(strings.TrimRight(s[skip:skip+c.end], " "))},
	}
	if d.Day == "" {
		d.Day = given
	}
	return d, true
}

// inside returns a dateline in the middle of a line, and where it begins.
func inside(s string) (int, candidate, bool) {
	m := glued.FindStringIndex(s)
	if m == nil {
		return 0, candidate{}, false
	}
	start := m[0] + 1
	c, ok := match(s[start:])
	return start, c, ok && agencies[c.agency] && (c.place == "" || upper(c.place)) && c.dashed() && c.trusted()
}

// cut returns the first bytes of a line, ending between characters.
func cut(s string) string {
	if len(s) <= reach {
		return s
	}
	end := reach
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// resolve returns the day that a month's name, a day and a year tell. Without
// a year it is the one that brings the day nearest to the day of publication.
func resolve(month, day, year, published string) string {
	n, err := strconv.Atoi(day)
	if month == "" || err != nil {
		return ""
	}
	at, err := time.Parse("Jan", month[:3])
	if err != nil {
		return ""
	}
	if y, err := strconv.Atoi(year); err == nil {
		t, ok := calendar(y, at.Month(), n)
		return format(t, ok)
	}
	base, err := time.Parse(time.DateOnly, published[:min(len(published), len(time.DateOnly))])
	if err != nil {
		return ""
	}
	var best time.Time
	found := false
	for y := base.Year() - 1; y <= base.Year()+1; y++ {
		t, ok := calendar(y, at.Month(), n)
		if ok && (!found || t.Sub(base).Abs() < best.Sub(base).Abs()) {
			best, found = t, true
		}
	}
	return format(best, found && best.Sub(base).Abs() <= halfYear)
}

// halfYear is as far as the nearest of a day's years can be, leap days aside.
const halfYear = 184 * 24 * time.Hour

// calendar returns the day, and whether the month has it.
func calendar(year int, month time.Month, day int) (time.Time, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return t, t.Month() == month && t.Day() == day && year > 0
}

func format(t time.Time, ok bool) string {
	if !ok {
		return ""
	}
	return t.Format(time.DateOnly)
}

// candidate is a match of one of the forms at the head of a line.
type candidate struct {
	text                            string
	place, agency, month, day, year string
	end                             int // of the match
}

// match returns the strongest form that the line begins with.
func match(text string) (candidate, bool) {
	for _, form := range forms {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		part := func(name string) string {
			if i := form.SubexpIndex(name); i >= 0 {
				return m[i]
			}
			return ""
		}
		return candidate{
			text:   text,
			place:  part("place"),
			agency: strings.TrimSpace(part("agency") + part("agency2")),
			month:  part("month") + part("month2"),
			day:    part("day") + part("day2"),
			year:   part("year"),
			end:    len(m[0]),
		}, true
	}
	return candidate{}, false
}

// trusted reports whether the match is a dateline and not a sentence, a
// headline or a label that begins like one.
func (c candidate) trusted() bool {
	if !c.followed() || label(c.place) {
		return false
	}
	dashed, dated := c.dashed(), c.day != ""
	switch {
	case agencies[c.agency] && c.place == "":
		return dashed || c.agency == "CNN"
	case agencies[c.agency]:
		return dashed || dated || upper(c.place)
	case c.agency != "":
		return c.place != "" && dashed && name(c.agency) && (upper(c.place) || dated) && !acronym(c.agency, c.place)
	case dated:
		return upper(c.place)
	}
	return upper(c.place) && c.bare()
}

// bare reports whether a place in capitals before a dash, with neither day nor
// agency, is a dateline: "TOLM, Varenia — The", or "TOLM — The".
func (c candidate) bare() bool {
	first, _, region := strings.Cut(c.place, ",")
	if cities[first] || region {
		return true
	}
	hyphen := strings.TrimSpace(c.text[len(c.place):c.end]) == "-"
	return !hyphen && len(first) >= 4 && strings.Count(first, " ") < 3
}

// dashed reports whether the match ends in a dash.
func (c candidate) dashed() bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(c.text[:c.end], " "))
	return strings.ContainsRune("-—–―_", last)
}

// followed reports whether a sentence follows: it begins with a capital letter,
// a figure or a quote, and is not in capitals itself.
func (c candidate) followed() bool {
	rest := strings.TrimLeft(c.text[c.end:], " ")
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"“‘'« "))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	lower := 0
	for _, r := range rest[:min(len(rest), reach)] {
		if unicode.IsLower(r) {
			lower++
		}
	}
	return lower >= 12
}

// upper reports whether the place is in capitals, regions after a comma aside.
func upper(place string) bool {
	first, _, _ := strings.Cut(place, ",")
	return len(first) > 1 && strings.ToUpper(first) == first
}

// label reports whether a word before a dash names a kind of text or a speaker
// rather than a place.
func label(place string) bool {
	first, _, _ := strings.Cut(place, ",")
	for w := range strings.FieldsSeq(strings.ToUpper(first)) {
		if labels[strings.Trim(w, ".")] {
			return true
		}
	}
	return false
}

// name reports whether an unknown agency looks like a name: capitalised words.
func name(agency string) bool {
	for w := range strings.FieldsSeq(agency) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// acronym reports whether the brackets only abbreviate the words before them,
// as in "VARENIAN NATIONAL CONGRESS (VNC) -".
func acronym(agency, place string) bool {
	var initials strings.Builder
	for w := range strings.FieldsSeq(place) {
		r, _ := utf8.DecodeRuneInString(w)
		initials.WriteRune(r)
	}
	return strings.EqualFold(initials.String(), strings.ReplaceAll(agency, ".", ""))
}
