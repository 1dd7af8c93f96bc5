package eval

import (
	"fmt"
	"strings"

	"parley"
)

// Timeline is the gold timeline of an entity in SemEval-2015's task 4: the dates of the
// events that it takes part in, over several documents.
type Timeline struct {
	ID     string
	Entity string
	Dates  map[string]bool // days, months and years as TIMEX3 has them
	Docs   map[string]bool // the numbers of the documents
}

// LoadTimelines reads timelines, one JSON object a line. Events of which the gold has no
// date count for the documents only. It fails on a line that is none.
func LoadTimelines(path string) ([]Timeline, error) {
	type line struct {
		ID       string `json:"id"`
		Entity   string `json:"entity"`
		Timeline []struct {
			Date string `json:"date"`
			Doc  string `json:"doc"`
		} `json:"timeline"`
	}
	lines, err := loadFile[line](path)
	if err != nil {
		return nil, err
	}
	out := make([]Timeline, 0, len(lines))
	for _, l := range lines {
		t := Timeline{ID: l.ID, Entity: l.Entity, Dates: map[string]bool{}, Docs: map[string]bool{}}
		for _, e := range l.Timeline {
			t.Docs[e.Doc] = true
			if d := strings.TrimRight(strings.ReplaceAll(e.Date, "XX", ""), "-"); d != "" {
				t.Dates[d] = true
			}
		}
		out = append(out, t)
	}
	return out, nil
}

// TimelineScore says which gold dates of the entities were read.
type TimelineScore struct {
	Entities int `json:"entities"`
	Entries  PRF `json:"entries"` // by the days of events, statements and dues in sentences that name the entity
	Named    PRF `json:"named"`   // by these and by all dates in such sentences
}

// String prints the scores one a line.
func (s TimelineScore) String() string {
	line := func(name string, p PRF) string {
		return fmt.Sprintf("%-28s  P %.3f  R %.3f  F1 %.3f\n", name, p.P, p.R, p.F1)
	}
	return line("days of entries", s.Entries) + line("and dates of the sentences", s.Named) + fmt.Sprintf("%d entities\n", s.Entities)
}

// ByNumber gives readings by the number with which the id of their document begins.
func ByNumber(readings []parley.Reading) map[string]parley.Reading {
	out := make(map[string]parley.Reading, len(readings))
	for _, r := range readings {
		number, _, _ := strings.Cut(r.Document.ID, "_")
		out[number] = r
	}
	return out
}

// ScoreTimelines compares, for each entity, the gold dates with those of the entries that
// stand in sentences that name it. The readings go by the number of their document; a
// document that was not read has no dates.
func ScoreTimelines(gold []Timeline, read map[string]parley.Reading) (TimelineScore, []Fault) {
	var entries, named overlap
	var faults []Fault
	for _, t := range gold {
		ofEntries, all := map[string]bool{}, map[string]bool{}
		for doc := range t.Docs {
			r, ok := read[doc]
			if !ok {
				continue
			}
			collectDates(&r, t.Entity, ofEntries, all)
		}
		entries.add(t.Dates, ofEntries)
		named.add(t.Dates, all)
		for d := range t.Dates {
			if !all[d] {
				faults = append(faults, Fault{Document: t.ID, Kind: parley.KindDate, Sort: Missed, Text: t.Entity, Gold: d})
			}
		}
	}
	return TimelineScore{len(gold), entries.prf(), named.prf()}, faults
}

// overlap counts the dates of entities.
type overlap struct{ right, gold, read int }

// add compares the two sets of an entity.
func (o *overlap) add(gold, read map[string]bool) {
	o.gold, o.read = o.gold+len(gold), o.read+len(read)
	for d := range read {
		if gold[d] {
			o.right++
		}
	}
}

// prf gives the scores.
func (o *overlap) prf() PRF { return newPRF(float64(o.right), o.gold, o.read) }

// collectDates adds the days of the entries that stand in lines of the text that name the
// entity, and to all those of the dates there as well. A line of these texts is a sentence.
func collectDates(r *parley.Reading, entity string, entries, all map[string]bool) {
	naming := func(at parley.Spans) bool {
		return len(at) > 0 && strings.Contains(strings.ToLower(lineAt(r.Document.Text, at[0].Start)), strings.ToLower(entity))
	}
	add := func(at parley.Spans, value string, sets ...map[string]bool) {
		if len(value) > len("2006-01-02") {
			value = value[:len("2006-01-02")]
		}
		if value == "" || strings.Trim(value, "0123456789-") != "" || !naming(at) {
			return
		}
		for _, s := range sets {
			s[value] = true
		}
	}
	for i := range r.Events {
		add(r.Events[i].Trigger, r.Events[i].When, entries, all)
	}
	for i := range r.Statements {
		add(r.Statements[i].Content, r.Statements[i].Said, entries, all)
	}
	for i := range r.Dues {
		add(r.Dues[i].What, r.Dues[i].On, entries, all)
	}
	for i := range r.Dates {
		for _, d := range r.Dates[i].Ends() {
			if d.Type == parley.DateDate {
				add(d.Span, d.Value, all)
			}
		}
	}
}

// lineAt returns the line of a text that holds a byte.
func lineAt(text string, at int) string {
	at = min(at, len(text))
	from, to := strings.LastIndexByte(text[:at], '\n')+1, len(text)
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		to = at + n
	}
	return text[from:to]
}
