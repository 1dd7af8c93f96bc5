package date

import (
	"slices"
	"time"

	"parley/lang"
)

// Mode says against what a text's relative times count.
type Mode uint8

// The modes.
const (
	Auto      Mode = iota // as the text looks: News, unless it tells of years long past
	News                  // against the document's day: "in October" is the last or next one
	Narrative             // against the time named before: after "in 1941", "in October" is of that year
)

// modeNames are the names of the modes.
var modeNames = [...]string{Auto: "auto", News: "news", Narrative: "narrative"}

// String returns the mode's name.
func (m Mode) String() string { return modeNames[min(int(m), len(modeNames)-1)] }

// ParseMode reads the name of a mode; ok is false for none.
func ParseMode(name string) (m Mode, ok bool) {
	i := slices.Index(modeNames[:], name)
	return Mode(max(i, 0)), i >= 0
}

// What makes a text a narrative: at least so many years told, of which so many in a
// hundred lie so far back, and for each word that counts from the day of writing so
// many of them.
const (
	storyYears   = 6
	storyShare   = 90
	storyBack    = 5
	storyDeictic = 6
)

// tellsStory reports whether a text tells of years long past, as a history or a life
// does: it names years, most of them well before its own, and hardly ever says
// "yesterday" or "on Friday".
func tellsStory(text *lang.Text, a anchor, g *grammar) bool {
	all, old, deictic := 0, 0, 0
	for i := range text.Tokens {
		t := &text.Tokens[i]
		switch {
		case t.Kind == lang.Number && len(t.Text) == 4:
			if y := digits(t.Text); y >= 1400 && y < 2100 {
				all++
				if !a.known || y <= a.day.Year()-storyBack {
					old++
				}
			}
		case t.Is("bc", "b.c", "b.c.", "bce"):
			all, old = all+1, old+1
		case t.Kind == lang.Word:
			if l, _ := g.lookup(t.Lower); l.is(weekdaySym) || l.is(relativeSym) {
				deictic++
			}
		}
	}
	return all >= storyYears && old*100 >= all*storyShare && old >= storyDeictic*deictic
}

// digits returns the number that ASCII digits make, or 0.
func digits(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}

// moveOn makes the time just told that from which the next ones count.
func (s *scanner) moveOn(m moment) {
	if !s.story || m.first.IsZero() {
		return
	}
	s.anchor = anchor{day: m.first, known: true}
	s.toldGrain = m.grain
}

// storyYear returns the year of a month that a narrative names without one: that of
// the time told before, and the next where the month came more than half a year
// earlier in it, since stories go forward.
func (s *scanner) storyYear(month time.Month) int {
	year := s.anchor.day.Year()
	if s.toldGrain < yearGrain && int(month) < int(s.anchor.day.Month())-monthsBackInStory {
		year++
	}
	return year
}

// monthsBackInStory is how many months a story steps back without naming the year.
const monthsBackInStory = 6
