package source

import (
	"fmt"
	"strings"
	"time"

	"parley"
	"parley/source/date"
	"parley/source/text"
)

// apart is how many days the dateline and the date of publication may differ
// before the reader is told: stories are often published the day after.
const apart = 2

// doubts says in words what every reader of a document should know before
// believing its dates and its letters.
func doubts(doc *parley.Document, now time.Time) []string {
	var out []string
	switch day := date.DayOf(doc.Published); {
	case doc.Published == "" && doc.Dateline == "":
		out = append(out, "no date")
	case doc.Published == "":
		out = append(out, "no date of publication, only the dateline's")
	case day != "" && date.Doubt(day, now) != "":
		out = append(out, date.Doubt(day, now)+": "+day)
	case date.Apart(day, doc.Dateline) > apart:
		out = append(out, fmt.Sprintf("date differs: dateline %s, published %s", doc.Dateline, day))
	}
	if off := date.YearsOff(doc.Text, doc.Published); off != "" {
		out = append(out, off)
	}
	if strings.ContainsFunc(doc.Text, text.Turns) {
		out = append(out, "the text turns its direction of writing: it may not be what it shows")
	}
	return out
}
