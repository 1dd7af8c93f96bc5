package eval

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"parley"
)

// PloverRecord is a record of PLOVER's gold standard: a sentence or two with the types of
// the events in it.
type PloverRecord struct {
	ID    string
	Text  string
	Date  string
	Types []string // of PLOVER 2.0
}

// Document makes a document of a record.
func (r *PloverRecord) Document() parley.Document {
	return parley.Document{ID: r.ID, Text: r.Text, Published: r.Date, Language: "en"}
}

// LoadPlover reads records, one JSON object a line. It fails on a line that is none.
func LoadPlover(path string) ([]PloverRecord, error) {
	type line struct {
		ID     string `json:"id"`
		Text   string `json:"text"`
		Date   string `json:"date"`
		Events []struct {
			Type string `json:"event_type_v2"`
		} `json:"events"`
	}
	lines, err := loadFile[line](path)
	if err != nil {
		return nil, err
	}
	out := make([]PloverRecord, 0, len(lines))
	for _, l := range lines {
		r := PloverRecord{ID: l.ID, Text: l.Text, Date: l.Date}
		for _, e := range l.Events {
			r.Types = append(r.Types, e.Type)
		}
		if len(r.Types) > 0 {
			out = append(out, r)
		}
	}
	return out, nil
}

// PloverScore counts the records of which a gold type was read, and the events read that
// the gold does not have.
type PloverScore struct {
	Right  int            `json:"right"`
	Of     int            `json:"of"`
	Gold   int            `json:"gold"`  // events
	Extra  int            `json:"extra"` // events of types that the record does not have
	ByType map[string]int `json:"by_type"`
	InType map[string]int `json:"in_type"`
}

// Share is the share of records that are right.
func (s PloverScore) Share() float64 { return ratio(float64(s.Right), float64(s.Of)) }

// ExtraRate is how many events are read, for each of the gold, that it does not have.
func (s PloverScore) ExtraRate() float64 { return ratio(float64(s.Extra), float64(s.Gold)) }

// String prints the score.
func (s PloverScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "type right in %d of %d records: %.3f; %.2f extra events for each of the gold\n", s.Right, s.Of, s.Share(), s.ExtraRate())
	for _, t := range slices.Sorted(maps.Keys(s.InType)) {
		fmt.Fprintf(&b, "  %-10s %d of %d\n", t, s.ByType[t], s.InType[t])
	}
	return b.String()
}

// ScorePlover compares the types that were read of each record with the gold's.
func ScorePlover(records []PloverRecord, read [][]string) (PloverScore, []Fault) {
	s := PloverScore{Of: len(records), ByType: map[string]int{}, InType: map[string]int{}}
	var faults []Fault
	for i, r := range records {
		s.Gold += len(r.Types)
		hit := false
		for _, t := range slices.Compact(slices.Sorted(slices.Values(r.Types))) {
			s.InType[t]++
			if slices.Contains(read[i], t) {
				s.ByType[t]++
				hit = true
			}
		}
		for _, t := range read[i] {
			if !slices.Contains(r.Types, t) {
				s.Extra++
			}
		}
		if hit {
			s.Right++
			continue
		}
		faults = append(faults, Fault{Document: r.ID, Kind: parley.KindEvent, Sort: Differs, Text: r.Text, Gold: strings.Join(r.Types, " "), Read: strings.Join(read[i], " ")})
	}
	return s, faults
}
