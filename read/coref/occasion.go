package coref

import (
	"strings"

	"parley"
	"parley/lang"
	"parley/read/statement"
)

// occasion is what the title of an official text tells of everything in it: a
// statement is somebody's, a readout is of a meeting or a call.
type occasion struct {
	channel string
	author  int    // member who says "I" and "we" in it; -1: nobody is named
	day     string // of publication, where the text says that it was that day
}

// occasionOf reads the title: "Statement by President A. Name on …", "Readout of
// the President's Call with …". It returns nil for any other text.
func (c *cast) occasionOf(doc *parley.Document) *occasion {
	title := strings.ToLower(doc.Title)
	o := &occasion{author: -1, day: c.today(doc)}
	switch {
	case strings.HasPrefix(title, "statement by ") || strings.HasPrefix(title, "statement from "):
		o.channel, o.author, o.day = "statement", c.titleName(doc.Title), dayOf(doc)
	case strings.HasPrefix(title, "remarks by ") || strings.HasPrefix(title, "remarks of "):
		o.channel, o.author, o.day = "speech", c.titleName(doc.Title), dayOf(doc)
	case strings.HasPrefix(title, "readout ") && (strings.Contains(title, " call ") || strings.Contains(title, "phone")):
		o.channel = "phone call"
	case strings.HasPrefix(title, "readout "):
		o.channel = "meeting"
	case strings.HasPrefix(title, "joint statement"):
	default:
		return nil
	}
	return o
}

// titleName returns the person whom a title names first, or -1.
func (c *cast) titleName(title string) int {
	text := lang.Analyse(title)
	for _, n := range lang.Names(text) {
		if n.Type != lang.PersonName {
			continue
		}
		name := n.In(title)
		if i, ok := c.surname(name); ok {
			return i
		}
		return c.add(&member{Actor: parley.Actor{ID: c.freeID(lastWord(name)), Name: name, Kind: parley.Person}}, name)
	}
	return -1
}

// openingWords is within how many tokens of its start a text says that it tells
// of the day on which it was published.
const openingWords = 60

// today returns the day of publication where the text's opening says "today".
func (c *cast) today(doc *parley.Document) string {
	for _, t := range c.text.Tokens[:min(openingWords, len(c.text.Tokens))] {
		if t.Is("today") {
			return dayOf(doc)
		}
	}
	return ""
}

// dayOf returns the day of publication, or "".
func dayOf(doc *parley.Document) string {
	if len(doc.Published) < len("2006-01-02") {
		return ""
	}
	return doc.Published[:len("2006-01-02")]
}

// apply gives the statements that tell no channel or day those of the occasion.
// What others said elsewhere, quoted inside another statement, keeps its own.
func (o *occasion) apply(found []statement.Found) {
	if o == nil {
		return
	}
	for i := range found {
		if f := &found[i]; f.Parent == "" {
			take(&f.Channel, o.channel)
			take(&f.Said, o.day)
		}
	}
}
