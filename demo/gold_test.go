package demo

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"parley"

	"github.com/google/go-cmp/cmp"
)

func TestGoldIsValid(t *testing.T) {
	readings := gold(t)
	if len(readings) != 10 {
		t.Fatalf("%d gold readings, want 10", len(readings))
	}
	kinds := map[parley.Kind]int{}
	for id, r := range readings {
		if err := r.Validate(); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		if diff := cmp.Diff(story(t, id), r.Document); diff != "" {
			t.Errorf("%s: the document is not the story (-story +gold):\n%s", id, diff)
		}
		for e := range r.Entries() {
			kinds[e.List()]++
		}
	}
	for _, kind := range []parley.Kind{parley.KindActor, parley.KindRole, parley.KindStatement, parley.KindDate, parley.KindEvent,
		parley.KindCondition, parley.KindDue, parley.KindPosition, parley.KindLabel, parley.KindFigure} {
		if kinds[kind] < 10 {
			t.Errorf("%s: %d entries, want 10 or more", kind, kinds[kind])
		}
	}
}

// TestGoldSpansAreWords checks that each span begins and ends on a word, a
// figure or its quote marks: a shifted offset would show here.
func TestGoldSpansAreWords(t *testing.T) {
	for id, r := range gold(t) {
		text := r.Document.Text
		for e := range r.Entries() {
			for _, part := range e.Parts() {
				for _, s := range *part.Spans {
					if got := s.In(text); got != strings.TrimSpace(got) || splitsWord(text, s.Start) || splitsWord(text, s.End) {
						t.Errorf("%s: %s %q, %s %q is cut from inside a word", id, e.List(), e.Key(), part.Name, got)
					}
				}
			}
		}
	}
}

// splitsWord reports whether letters or figures stand on both sides of an offset.
func splitsWord(text string, at int) bool {
	alnum := func(b byte) bool {
		return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
	}
	return at > 0 && at < len(text) && alnum(text[at-1]) && alnum(text[at])
}

// TestGoldQuotes spot-checks that offsets in code points find the right words
// in texts with curly quotes, whose marks are longer in bytes.
func TestGoldQuotes(t *testing.T) {
	readings := gold(t)
	for _, c := range []struct{ id, statement, source, cue, content string }{
		{"oru-03", "s7", "Foreign Ministry spokesman Davit Orlen", "dismissed", "the word as “an insult to 90,000 people who lost their homes”"},
		{"oru-13", "s10", "she", "told", "“I do not know who is right,” … “Neither does the colonel.”"},
		{"oru-22", "s5", "she", "warned", "Kestria would not move the date a second time"},
		{"oru-27", "s8", "he", "said", "“A date on paper is worth more than a demand on a banner,”"},
		{"oru-36", "s4", "Petra Lindqvar, President Matej Rosval’s spokeswoman", "described", "the remark as “helpful”"},
	} {
		r := readings[c.id]
		for _, s := range r.Statements {
			if s.ID != c.statement {
				continue
			}
			got := []string{s.Source.In(r.Document.Text), s.Cue.In(r.Document.Text), s.Content.In(r.Document.Text)}
			if diff := cmp.Diff([]string{c.source, c.cue, c.content}, got); diff != "" {
				t.Errorf("%s %s (-want +got):\n%s", c.id, c.statement, diff)
			}
		}
	}
}

// TestGoldStatementTypes checks each statement's type against its quote marks.
func TestGoldStatementTypes(t *testing.T) {
	for id, r := range gold(t) {
		for _, s := range r.Statements {
			direct, quoted := true, false
			for _, span := range s.Content {
				words := span.In(r.Document.Text)
				direct = direct && (strings.HasPrefix(words, `"`) || strings.HasPrefix(words, "“"))
				quoted = quoted || strings.ContainsAny(words, `"“`)
			}
			want := parley.Indirect
			if direct && quoted {
				want = parley.Direct
			} else if quoted {
				want = parley.Mixed
			}
			if s.Type != want {
				t.Errorf("%s %s is %s, its quote marks say %s", id, s.ID, s.Type, want)
			}
		}
	}
}

func TestGoldWeekdays(t *testing.T) {
	n := 0
	for id, r := range gold(t) {
		for _, d := range r.Dates {
			words := d.Span.In(r.Document.Text)
			if !strings.HasSuffix(words, "day") || d.Type == parley.DateDuration || words == "Today" {
				continue
			}
			n++
			on, err := time.Parse(time.DateOnly, d.Value)
			if err != nil || !strings.HasSuffix(words, on.Weekday().String()) {
				t.Errorf("%s: %q is dated %s (%v)", id, words, d.Value, err)
			}
		}
	}
	if n < 15 {
		t.Errorf("only %d weekdays were checked", n)
	}
}

func TestGoldRoundTrip(t *testing.T) {
	for id, r := range gold(t) {
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var again parley.Reading
		if err := json.Unmarshal(data, &again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, again); diff != "" {
			t.Errorf("%s (-before +after):\n%s", id, diff)
		}
	}
}
