package date_test

import (
	"strings"
	"testing"
	"time"

	"parley"
	"parley/lang"
	"parley/read/date"
)

// story is a page of news, with about one time in twenty words.
var story = strings.Repeat(`The foreign minister of Varenia prepares to meet her Kestrian colleague in Selmark on Tuesday, a spokesman said, while both
armies went on with the shelling of villages in the Oru valley that began Sept. 30 and has killed dozens of people since then. "We see
no reason to wait," the envoy told reporters after almost five years of war, in which a third of the houses of the valley were burnt
and the bridge at Tolm was mined twice. Talks in Lumenia in November set a target date of Jan. 1 for a truce, which neither side has
kept; aid groups, which have had no access to the upper valley, asked for a corridor. The government of Kestria denies it.
`, 20)

// BenchmarkRead is the reader alone, on a text that is analysed already.
func BenchmarkRead(b *testing.B) {
	doc := &parley.Document{Published: "2015-12-14"}
	text := lang.Analyse(story)
	b.SetBytes(int64(len(story)))
	b.ReportAllocs()
	for b.Loop() {
		date.Read(doc, text, nil, date.Auto)
	}
}

// BenchmarkLongSentence shows that time grows with the text alone: one sentence of a megabyte.
func BenchmarkLongSentence(b *testing.B) {
	words := strings.Repeat("two hundred and the last week of a year - to Friday ", 20_000)
	doc := &parley.Document{Published: "2015-12-14"}
	text := lang.Analyse(words)
	b.SetBytes(int64(len(words)))
	for b.Loop() {
		date.Read(doc, text, nil, date.Auto)
	}
}

// BenchmarkTag is the tagger alone from the bare text, as a library call.
func BenchmarkTag(b *testing.B) {
	day := time.Date(2015, 12, 14, 0, 0, 0, 0, time.UTC)
	b.SetBytes(int64(len(story)))
	b.ReportAllocs()
	for b.Loop() {
		date.Tag(story, day, date.Auto)
	}
}
