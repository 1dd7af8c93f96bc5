package eval

import (
	"fmt"
	"slices"
	"strings"

	"parley"
)

// SideRecord is a sentence with two marked entities and who is for or against whom: DSE
// (Who Blames or Endorses Whom, ACL 2021).
type SideRecord struct {
	ID    string      `json:"id"`
	Text  string      `json:"text"`
	P     parley.Span `json:"p_span"` // code points
	Q     parley.Span `json:"q_span"`
	Label Side        `json:"label"`
}

// Side is who is for or against whom of two entities P and Q.
type Side int

// The sides of DSE.
const (
	NoSide Side = iota
	PForQ
	QForP
	PAgainstQ
	QAgainstP
	sides
)

var sideNames = [sides]string{"none", "p for q", "q for p", "p against q", "q against p"}

// String names a side.
func (s Side) String() string {
	if s < 0 || s >= sides {
		return fmt.Sprintf("side %d", int(s))
	}
	return sideNames[s]
}

// Document makes a document of a record.
func (r *SideRecord) Document() parley.Document {
	return parley.Document{ID: r.ID, Text: r.Text, Language: "en"}
}

// Bytes returns the spans of P and Q as byte offsets of the text. Spans that reach beyond
// the text end with it.
func (r *SideRecord) Bytes() (p, q parley.Span) {
	offsets := parley.ByteOffsets(r.Text)
	at := func(point int) int { return offsets[max(0, min(point, len(offsets)-1))] }
	return parley.Span{Start: at(r.P.Start), End: at(r.P.End)}, parley.Span{Start: at(r.Q.Start), End: at(r.Q.End)}
}

// LoadSides reads records, one JSON object a line. It fails on a line that is none, and on a
// label that there is not.
func LoadSides(path string) ([]SideRecord, error) {
	records, err := loadFile[SideRecord](path)
	if err != nil {
		return nil, err
	}
	for _, r := range records {
		if r.Label < 0 || r.Label >= sides {
			return nil, fmt.Errorf("%s: record %s: label %d: %w", path, r.ID, r.Label, parley.ErrDamaged)
		}
	}
	return records, nil
}

// How acts and events are for or against those at whom they are directed.
var (
	actSigns   = map[parley.Act]int{parley.Praise: 1, parley.Offer: 1, parley.Accuse: -1, parley.Criticise: -1, parley.Threaten: -1}
	eventSigns = map[string]int{"SUPPORT": 1, "AGREE": 1, "COOPERATE": 1, "AID": 1, "REJECT": -1, "ACCUSE": -1, "THREATEN": -1, "PROTEST": -1, "SANCTION": -1, "COERCE": -1, "ASSAULT": -1}
)

// stanceSigns are the signs of stances toward those whom the words of a position name.
var stanceSigns = map[parley.Stance]int{parley.Support: 1, parley.Oppose: -1}

// SideOf tells from a reading's positions, statements and events who of the two entities of a record is
// for or against the other. An entity stands for those who belong to it as well. Nothing is
// fitted to any data. It returns NoSide where the reading does not tell.
func SideOf(rec *SideRecord, r *parley.Reading) Side {
	p, q := entity(r, rec.P), entity(r, rec.Q)
	out := NoSide
	tell := func(from, to parley.IDs, sign int) {
		for _, x := range []struct {
			a, b map[string]bool
			side map[int]Side
		}{{p, q, map[int]Side{1: PForQ, -1: PAgainstQ}}, {q, p, map[int]Side{1: QForP, -1: QAgainstP}}} {
			if sign != 0 && anyOf(x.a, from) && anyOf(x.b, to) {
				out = x.side[sign]
			}
		}
	}
	sources := map[string]parley.IDs{}
	for i := range r.Statements {
		sources[r.Statements[i].ID] = r.Statements[i].SourceActors
	}
	for i := range r.Positions {
		at := &r.Positions[i]
		tell(append(parley.IDs{at.Actor}, sources[at.Statement]...), mentioned(r, at.Evidence), stanceSigns[at.Stance])
	}
	for i := range r.Statements {
		tell(r.Statements[i].SourceActors, r.Statements[i].Toward, actSigns[r.Statements[i].Act])
	}
	for i := range r.Events {
		tell(r.Events[i].Actors, r.Events[i].Recipients, eventSigns[r.Events[i].Type])
	}
	return out
}

// mentioned returns the actors whose mentions stand in spans.
func mentioned(r *parley.Reading, in parley.Spans) parley.IDs {
	var ids parley.IDs
	for _, a := range r.Actors {
		if slices.ContainsFunc(a.Mentions, in.Overlaps) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// anyOf reports whether one of the ids is of a set.
func anyOf(set map[string]bool, ids parley.IDs) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return set[id] })
}

// entity returns the actors that are mentioned at a span of code points, and those who belong
// to them.
func entity(r *parley.Reading, span parley.Span) map[string]bool {
	points := parley.CodePoints(r.Document.Text)
	out := map[string]bool{}
	for _, a := range r.Actors {
		for _, m := range a.Mentions {
			if points[m.Start] < span.End && span.Start < points[m.End] {
				out[a.ID] = true
			}
		}
	}
	for _, a := range r.Actors {
		if a.Of != "" && out[a.Of] {
			out[a.ID] = true
		}
	}
	return out
}

// SideScore says how often the side is right.
type SideScore struct {
	Right int        `json:"right"`
	Of    int        `json:"of"`
	Sides [sides]PRF `json:"sides"`
	Macro float64    `json:"macro_f1"` // mean of the F1 of the five sides
}

// Share is the share of right records.
func (s SideScore) Share() float64 { return ratio(float64(s.Right), float64(s.Of)) }

// String prints the score.
func (s SideScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "side right in %d of %d records: %.3f; macro-F1 %.3f\n", s.Right, s.Of, s.Share(), s.Macro)
	for side, p := range s.Sides {
		fmt.Fprintf(&b, "  %-12s P %.3f  R %.3f  F1 %.3f\n", Side(side), p.P, p.R, p.F1)
	}
	return b.String()
}

// ScoreSides compares the sides that were read of records, in their order, with the gold.
func ScoreSides(records []SideRecord, read []Side) (SideScore, []Fault) {
	s := SideScore{Of: len(records)}
	var right, gold, got [sides]int
	var faults []Fault
	for i, r := range records {
		gold[r.Label]++
		got[read[i]]++
		if r.Label == read[i] {
			right[r.Label]++
			s.Right++
			continue
		}
		faults = append(faults, Fault{Document: r.ID, Kind: parley.KindStatement, Sort: Differs, Text: r.Text, Gold: r.Label.String(), Read: read[i].String()})
	}
	for side := range s.Sides {
		s.Sides[side] = newPRF(float64(right[side]), gold[side], got[side])
		s.Macro += s.Sides[side].F1 / float64(sides)
	}
	return s, faults
}
