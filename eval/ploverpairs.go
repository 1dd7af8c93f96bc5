package eval

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"parley"
)

// PairRecord is a sentence with a marked source and target and the type of the event between
// them, in the format of the records of Zero-Shot-PLOVER (ACL 2024).
type PairRecord struct {
	ID, Text, Type string
	From, To       int // code points between which the words of the pair leave room for the event
}

// CodedTrigger is an event that was read: its code of CAMEO, and where its trigger begins, in
// code points.
type CodedTrigger struct {
	Code string
	At   int
}

// roots are the classes of the records by the first two digits of CAMEO's codes, from which
// the records were made.
var roots = map[string]string{
	"02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE",
	"12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}

// class returns the class of a code, or "". By the crosswalk of 2021 the embargo of code 163
// is a coercion.
func class(code string) string {
	switch {
	case code == "163":
		return "COERCE"
	case len(code) < 2:
		return ""
	}
	return roots[code[:2]]
}

// Document makes a document of a record.
func (r *PairRecord) Document() parley.Document {
	return parley.Document{ID: r.ID, Text: r.Text, Language: "en"}
}

// LoadPairs reads records with marks, one JSON object a line. It fails on a line that is none.
func LoadPairs(path string) ([]PairRecord, error) {
	type line struct {
		ID     string `json:"id"`
		Text   string `json:"text"`
		Marked string `json:"marked"`
		Events []struct {
			Type string `json:"event_type"`
		} `json:"events"`
	}
	lines, err := loadFile[line](path)
	if err != nil {
		return nil, err
	}
	var out []PairRecord
	for _, l := range lines {
		if len(l.Events) == 0 {
			continue
		}
		r := PairRecord{ID: l.ID, Text: l.Text, Type: l.Events[0].Type}
		r.From, r.To = room(l.Marked)
		out = append(out, r)
	}
	return out, nil
}

// room returns the code points, without the marks, at which the first marked phrase ends
// and the second begins; of one phrase its end, twice.
func room(marked string) (from, to int) {
	at, opened := 0, 0
	for rest := marked; rest != ""; {
		switch {
		case strings.HasPrefix(rest, "<s>"), strings.HasPrefix(rest, "<t>"):
			if opened++; opened == 2 {
				return from, at
			}
			rest = rest[3:]
		case strings.HasPrefix(rest, "</s>"), strings.HasPrefix(rest, "</t>"):
			from, rest = at, rest[4:]
		default:
			r := []rune(rest)[:1]
			rest = rest[len(string(r)):]
			at++
		}
	}
	return from, from
}

// PairScore counts the records of which the event between the pair has the gold's type.
type PairScore struct {
	Right  int            `json:"right"`
	Of     int            `json:"of"`
	None   int            `json:"none"` // records of which no event was read
	ByType map[string]int `json:"by_type"`
	InType map[string]int `json:"in_type"`
}

// Share is the share of records that are right.
func (s PairScore) Share() float64 { return ratio(float64(s.Right), float64(s.Of)) }

// String prints the score.
func (s PairScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "type right in %d of %d records: %.3f; no event in %d\n", s.Right, s.Of, s.Share(), s.None)
	for _, t := range slices.Sorted(maps.Keys(s.InType)) {
		fmt.Fprintf(&b, "  %-10s %d of %d\n", t, s.ByType[t], s.InType[t])
	}
	return b.String()
}

// ScorePairs takes of each record the event that stands between the pair, or nearest to it,
// and compares its class by CAMEO with the gold's.
func ScorePairs(records []PairRecord, read [][]CodedTrigger) (PairScore, []Fault) {
	s := PairScore{Of: len(records), ByType: map[string]int{}, InType: map[string]int{}}
	var faults []Fault
	for i, r := range records {
		s.InType[r.Type]++
		got := r.nearest(read[i])
		switch {
		case got == r.Type:
			s.Right++
			s.ByType[r.Type]++
			continue
		case got == "":
			s.None++
		}
		faults = append(faults, Fault{Document: r.ID, Kind: parley.KindEvent, Sort: Differs, Text: r.Text, Gold: r.Type, Read: got})
	}
	return s, faults
}

// nearest returns the class of the event nearest to the room between the pair, or "".
func (r *PairRecord) nearest(events []CodedTrigger) string {
	best, kind := -1, ""
	for _, e := range events {
		distance := max(r.From-e.At, e.At-r.To, 0)
		if best < 0 || distance < best {
			best, kind = distance, class(e.Code)
		}
	}
	return kind
}
