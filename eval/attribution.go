package eval

import (
	"fmt"
	"strings"

	"parley"
)

// AttributionScore is how many of the attribution relations of discourse trees
// are read: an attribution whose source shares a word with the relation's and whose
// cue does too, where the relation marks a cue.
type AttributionScore struct {
	Documents int            `json:"documents"`
	All       ShareScore     `json:"all"`
	Genres    []ShareScore   `json:"genres"`
	Sources   []ShareScore   `json:"sources"` // by what the source is, of relations with a cue
	SourceAny ShareScore     `json:"source"`  // the source alone is right
	Read      int            `json:"read"`    // attributions
	Precision float64        `json:"precision"`
	faults    []Fault        // what was missed
	places    map[string]int // of genres and sources in their lists
}

// ShareScore is how many of a named group are right.
type ShareScore struct {
	Name  string `json:"name"`
	Right int    `json:"right"`
	Of    int    `json:"of"`
}

// Share is the share of the right ones, 0 where there are none.
func (s ShareScore) Share() float64 { return ratio(float64(s.Right), float64(s.Of)) }

// String gives the share with its counts.
func (s ShareScore) String() string {
	return fmt.Sprintf("%-28s%7.3f   %d of %d", s.Name, s.Share(), s.Right, s.Of)
}

// count adds one.
func (s *ShareScore) count(right bool) {
	s.Of++
	if right {
		s.Right++
	}
}

// ScoreAttributions scores what was read, in the order of the documents. It also
// returns what was missed.
func ScoreAttributions(gold []CorefDocument, read [][]CorefAttribution) (AttributionScore, []Fault) {
	s := AttributionScore{Documents: len(gold), All: ShareScore{Name: "source and cue"}, SourceAny: ShareScore{Name: "source"}, places: map[string]int{}}
	supported := 0
	for i, d := range gold {
		for _, a := range d.Attributions {
			s.count(&d, a, read[i])
		}
		s.Read += len(read[i])
		for _, st := range read[i] {
			if d.attributes(st) {
				supported++
			}
		}
	}
	s.Precision = ratio(float64(supported), float64(s.Read))
	return s, s.faults
}

// count counts one relation of the gold.
func (s *AttributionScore) count(d *CorefDocument, a CorefAttribution, found []CorefAttribution) {
	both, source := false, false
	for _, f := range found {
		if overlapping(a.Source, f.Source) {
			right := len(a.Cue) == 0 || overlapping(a.Cue, f.Cue)
			both, source = both || right, source || right || len(f.Source) > 0 && near(a, f)
		}
	}
	s.All.count(both)
	s.SourceAny.count(source)
	s.group(&s.Genres, d.Genre).count(both)
	s.group(&s.Sources, sourceForm(d.Text, a)).count(both)
	if !both {
		s.faults = append(s.faults, Fault{
			Document: d.ID, Kind: parley.KindStatement, Sort: Missed,
			Text: d.around(a), Gold: a.Source.In(d.Text) + " / " + a.Cue.In(d.Text),
		})
	}
}

// nearBytes is within how many bytes of the gold's source a statement of that
// source that has another cue may have its own.
const nearBytes = 60

// near reports whether an attribution is about the place of a relation.
func near(a, f CorefAttribution) bool {
	return max(a.Source.Hull().Start, f.Cue.Hull().Start)-min(a.Source.Hull().End, f.Cue.Hull().End) < nearBytes
}

// group returns the score of a name in a list, added where it is new.
func (s *AttributionScore) group(list *[]ShareScore, name string) *ShareScore {
	i, ok := s.places[name]
	if !ok {
		i = len(*list)
		s.places[name] = i
		*list = append(*list, ShareScore{Name: name})
	}
	return &(*list)[i]
}

// sourceForm says of what sort a source of the gold is. Where the gold marks no cue
// the source mostly is a credit ("Image: ...") or the label of a turn.
func sourceForm(text string, a CorefAttribution) string {
	source := a.Source
	switch words := strings.ToLower(source.In(text)); {
	case len(a.Cue) == 0:
		return "no cue (credits, turns)"
	case len(source) == 1 && strings.Contains(" i we us me ", " "+words+" "):
		return "source: I, we"
	case len(source) == 1 && strings.Contains(" he she they it you them him her who one ", " "+words+" "):
		return "source: another pronoun"
	}
	return "source: other words"
}

// attributes reports whether some relation of the gold has the statement's source.
func (d *CorefDocument) attributes(s CorefAttribution) bool {
	for _, a := range d.Attributions {
		if overlapping(a.Source, s.Source) && (len(a.Cue) == 0 || overlapping(a.Cue, s.Cue)) {
			return true
		}
	}
	return false
}

// overlapping reports whether two pieces of text share a byte.
func overlapping(a, b parley.Spans) bool {
	for _, x := range a {
		if b.Overlaps(x) {
			return true
		}
	}
	return false
}

// aroundBytes is how much text is shown on both sides of a missed relation.
const aroundBytes = 80

// around returns the text around an attribution.
func (d *CorefDocument) around(a CorefAttribution) string {
	hull := append(append(parley.Spans{}, a.Source...), a.Cue...)
	start, end := hull[0].Start, hull[0].End
	for _, s := range hull {
		start, end = min(start, s.Start), max(end, s.End)
	}
	return strings.ToValidUTF8(d.Text[max(0, start-aroundBytes):min(len(d.Text), end+aroundBytes)], "")
}

// String gives the scores as a table, the headline first.
func (s AttributionScore) String() string {
	var b strings.Builder
	b.WriteString("attribution relations of discourse trees\n")
	for _, line := range append(append([]ShareScore{s.All, s.SourceAny}, s.Genres...), s.Sources...) {
		fmt.Fprintf(&b, "  %s\n", line)
	}
	fmt.Fprintf(&b, "  %d attributions read, of which the gold has %.3f; %d documents\n", s.Read, s.Precision, s.Documents)
	return b.String()
}
