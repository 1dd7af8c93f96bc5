package statement

import (
	"sort"
	"strings"

	"parley"
	"parley/lang"
)

// order is where the content stands.
type order uint8

const (
	contentLast  order = iota // source cue content
	contentFirst              // content source cue, content cue source
)

// details is what a sentence tells of a statement besides its three spans.
type details struct {
	channel   string
	addressee parley.Span
	relay     parley.Span
	tag       bool // nothing that could be content follows the cue
	order     order
}

// details looks for a channel before the cue: "In an interview with Lumen Post, he
// said", "the minister, speaking at a rally, said".
func (c *clause) details(o *occurrence) details {
	var d details
	for i := c.start; i < o.first && i < c.start+detailReach; i++ {
		switch {
		case c.quoted(i):
		case c.at(i).Is("speaking", "addressing") && !c.at(i-1).Is("by", "of", "in", "for", "was", "were", "is", "are"):
			c.speaking(i, &d)
		case i < o.from && c.at(i).Is("in", "on", "at", "during") && (i == c.start || !isWord(c.at(i-1)) || is(c.at(i-1), timeWord)):
			c.channelAt(i, &d)
		}
	}
	if d.channel == "" && o.form == ing && c.phoned(o.first-1) {
		d.channel = "phone call"
	}
	return d
}

// detailReach is within how many tokens of its beginning a sentence tells the channel.
const detailReach = 20

// adverbials steps over what may stand between a cue and its content: times,
// channels and "to reporters". It returns the index behind them.
func (c *clause) adverbials(i int, d *details) int {
	for i < c.finish && !c.quoted(i) {
		next := c.oneAdverbial(i, d)
		if next == i && c.at(i).Is(",") {
			if next = c.oneAdverbial(i+1, d); next == i+1 {
				return i
			}
		}
		if next == i {
			break
		}
		i = next
	}
	return i
}

// oneAdverbial steps over one adverbial.
func (c *clause) oneAdverbial(i int, d *details) int {
	t := c.at(i)
	if end := c.timeAt(i); end > i {
		return end
	}
	if is(t, adverb) && !is(t, determiner|pronoun|subordinator) && t.Kind == lang.Word && !c.at(i+1).Is(",") {
		return i + 1
	}
	if end := c.channelAt(i, d); end > i {
		return end
	}
	if t.Is("on") && c.at(i+1).Is("condition") && c.at(i+2).Is("of") {
		return c.chunkAfter(i + 3) // "on condition of anonymity"
	}
	if t.Is("through") {
		if end := c.chunkAfter(i + 1); c.at(end-1).Is("spokesman", "spokeswoman", "spokesperson", "lawyer", "aide", "interpreter", "translator", "representative") {
			return end
		}
	}
	if t.Is("in") && c.at(i+1).Kind == lang.Number && len(c.at(i+1).Text) == 4 && c.at(i+2).Is("that") {
		return i + 2
	}
	if t.Is("to") && c.hearer(i+1) {
		end := c.chunkAfter(i + 1)
		d.addressee = c.span(i+1, end)
		return end
	}
	if t.Is("in", "at", "from") && c.at(i+1).Capital() && !c.at(i+2).Is("'s") {
		if end := c.chunkAfter(i + 1); end < c.finish && end-i <= 4 && (c.timeAt(end) > end || c.at(end).Is("that", ":", ",", "in", "at", "after", "during")) {
			return end
		}
	}
	return i
}

// timeAt returns the end of the time adverbial that begins at i, or i.
func (c *clause) timeAt(i int) int {
	j := i
	if c.at(j).Is("on", "late", "early", "in", "by", "last", "this", "earlier", "later", "at") {
		j++
	}
	if c.at(j).Is("late", "early", "last", "this", "the") && is(c.at(j+1), timeWord) {
		j++
	}
	t := c.at(j)
	if !(is(t, timeWord) && !t.Is("may", "march", "late", "early", "last", "this", "next")) && !(t.Is("may", "march") && t.Capital()) {
		return i
	}
	for is(c.at(j), timeWord) || c.at(j).Kind == lang.Number && c.at(j-1).Capital() || c.at(j).Is(",") && c.at(j+1).Kind == lang.Number && c.at(j-1).Kind == lang.Number {
		j++
	}
	return j
}

// hearer reports whether the words at i name people who are spoken to.
func (c *clause) hearer(i int) bool {
	end := c.chunkAfter(i)
	if end == i {
		return false
	}
	return c.at(end-1).Is("reporters", "journalists", "lawmakers", "parliament", "supporters", "delegates", "media", "press", "nation",
		"diplomats", "troops", "congress", "senators", "mps", "crowd", "audience", "soldiers", "correspondents", "newsmen")
}

// addressee takes the person told: "told reporters", "told the BBC's Newshour".
func (c *clause) addressee(i int, d *details) int {
	t := c.at(i)
	if is(t, subordinator) || t.Is(":", ",") || c.quoted(i) || !isWord(t) {
		return i
	}
	end := i + 1
	if !(is(t, pronoun) && !is(t, determiner) || t.Is("him", "her", "them", "me", "us", "you")) {
		end = c.chunkAfter(i)
		if t.Capital() && end == i+1 && !c.at(end).Is("that", ",", "on", "in", "at", "'s", ":") {
			end = c.nameEnd(i)
		}
		for c.at(end).Is("of", "from", "for", "and") {
			end = c.chunkAfter(end + 1)
		}
	}
	if end > i {
		d.addressee = c.span(i, end)
		switch name := c.channelOf(i, end); {
		case name == "news conference":
			d.channel = name
		case c.at(end-1).Is("rally", "ceremony", "crowd", "gathering", "congregation"):
			d.channel = "speech"
		}
	}
	return end
}

// nameEnd returns the end of the run of capitalised words at i.
func (c *clause) nameEnd(i int) int {
	for i < c.finish && isWord(c.at(i)) && c.at(i).Capital() {
		i++
	}
	return i
}

// leadReach is within how many tokens of the start of a sentence a date belongs
// to the whole of it: "On Friday, the minister said".
const leadReach = 5

// said returns the day of the statement: the day nearest to the cue that the
// cue's own part of the sentence names, or that leads the sentence.
func (d *details) said(c *clause, o *occurrence, content parley.Spans, dates []parley.Date) (day string, at parley.Span) {
	if !o.has(frameQuote) {
		return "", at
	}
	cue, own := c.span(o.head, o.head+1), c.words[o.from].Start
	lead := c.words[min(c.start+leadReach, len(c.words)-1)].Start
	best := -1
	for _, date := range datesWithin(dates, c.sent.Span) {
		s := date.Span[0]
		if content.Overlaps(s) || !dayValue(date.Value) || s.Start < own && s.Start > lead && s.End < own-len(" on ") {
			continue
		}
		if gap := max(s.Start-cue.End, cue.Start-s.End); best < 0 || gap < best {
			best, day, at = gap, date.Value[:len("2006-01-02")], s
		}
	}
	return day, at
}

// dayValue reports whether a TIMEX3 value names a day, with or without a time.
func dayValue(v string) bool {
	return len(v) >= 10 && v[4] == '-' && v[7] == '-' && v[5] != 'W' && !strings.Contains(v, "/")
}

// datesWithin returns the dates inside a span; dates are in the order of the text.
func datesWithin(dates []parley.Date, s parley.Span) []parley.Date {
	lo := sort.Search(len(dates), func(i int) bool { return dates[i].Span.Hull().Start >= s.Start })
	hi := lo
	for hi < len(dates) && dates[hi].Span.Hull().End <= s.End {
		hi++
	}
	return dates[lo:hi]
}

// plural reports whether a noun looks plural.
func plural(t lang.Token) bool {
	return strings.HasSuffix(t.Lower, "s") && !strings.HasSuffix(t.Lower, "ss") && !strings.HasSuffix(t.Lower, "'s") ||
		t.Is("people", "police", "men", "women", "media", "both", "two", "many", "some", "officials")
}
