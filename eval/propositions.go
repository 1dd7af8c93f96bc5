package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"parley"
)

// PropositionSentence is a sentence of a report on negotiations with what the actors say in
// it: the gold of PASRL (Ruiz Fabo, Plancq and Poibeau, LREC 2016).
type PropositionSentence struct {
	ID           string        `json:"id"`
	Text         string        `json:"text"`
	Propositions []Proposition `json:"propositions"`
}

// Proposition is an actor, what the actor does with words, and the point. Who is against what
// another says has the other's predicate with "not" before it.
type Proposition struct {
	Actor     string `json:"actor"`
	Predicate string `json:"predicate"`
	Point     string `json:"point"`
}

// Document makes a document of a sentence.
func (s *PropositionSentence) Document() parley.Document {
	return parley.Document{ID: s.ID, Text: s.Text, Language: "en"}
}

// LoadPropositions reads sentences, one JSON object a line. It fails on a line that is none.
func LoadPropositions(path string) ([]PropositionSentence, error) {
	return loadFile[PropositionSentence](path)
}

// Propositions gives what a reading tells as propositions: of each statement its sources, its
// cue and its content; and of each position that rests on a statement and is another's, the
// same, with "not" where it is on the other side than the source's.
func Propositions(r *parley.Reading) []Proposition {
	names := map[string]string{}
	for _, a := range r.Actors {
		names[a.ID] = a.Name
	}
	var out []Proposition
	for i := range r.Statements {
		s := &r.Statements[i]
		p := Proposition{Predicate: s.Cue.In(r.Document.Text), Point: s.Content.In(r.Document.Text)}
		for _, id := range s.SourceActors {
			p.Actor = names[id]
			out = append(out, p)
		}
		for _, other := range beside(r, s) {
			p := p
			if p.Actor = names[other.Actor]; other.against {
				p.Predicate = "not " + p.Predicate
			}
			out = append(out, p)
		}
	}
	return out
}

// companion is who is with or against what a source says.
type companion struct {
	Actor   string
	against bool
}

// beside returns the others who have a position on a statement.
func beside(r *parley.Reading, s *parley.Statement) []companion {
	own := parley.Stance("")
	for i := range r.Positions {
		if p := &r.Positions[i]; p.Statement == s.ID && slices.Contains(s.SourceActors, p.Actor) {
			own = p.Stance
		}
	}
	var out []companion
	for i := range r.Positions {
		if p := &r.Positions[i]; p.Statement == s.ID && !slices.Contains(s.SourceActors, p.Actor) {
			out = append(out, companion{p.Actor, own != "" && p.Stance != own})
		}
	}
	return out
}

// PropositionScore says how many propositions agree.
type PropositionScore struct {
	Sentences int `json:"sentences"`
	Exact     PRF `json:"exact"`     // actor, predicate and point
	Predicate PRF `json:"predicate"` // actor and predicate
}

// String prints the scores one a line.
func (s PropositionScore) String() string {
	line := func(name string, p PRF) string {
		return fmt.Sprintf("%-24s  P %.3f  R %.3f  F1 %.3f\n", name, p.P, p.R, p.F1)
	}
	return line("actor, predicate, point", s.Exact) + line("actor, predicate", s.Predicate) + fmt.Sprintf("%d sentences\n", s.Sentences)
}

// ScorePropositions compares what was read of sentences, in their order, with the gold. Words
// are compared without marks and capitals.
func ScorePropositions(gold []PropositionSentence, read [][]Proposition) (PropositionScore, []Fault) {
	var exact, predicate overlap
	var faults []Fault
	for i := range gold {
		g, r := map[string]bool{}, map[string]bool{}
		ga, ra := map[string]bool{}, map[string]bool{}
		for _, p := range gold[i].Propositions {
			g[p.plain()], ga[p.who()] = true, true
		}
		for _, p := range read[i] {
			r[p.plain()], ra[p.who()] = true, true
		}
		exact.add(g, r)
		predicate.add(ga, ra)
		for p := range g {
			if !r[p] {
				faults = append(faults, Fault{Document: gold[i].ID, Kind: parley.KindStatement, Sort: Missed, Text: gold[i].Text, Gold: p})
			}
		}
		for p := range r {
			if !g[p] {
				faults = append(faults, Fault{Document: gold[i].ID, Kind: parley.KindStatement, Sort: Spurious, Text: gold[i].Text, Read: p})
			}
		}
	}
	return PropositionScore{len(gold), exact.prf(), predicate.prf()}, faults
}

// plain is a proposition without marks and capitals.
func (p Proposition) plain() string { return p.who() + " | " + plainWords(p.Point) }

// who is its actor and predicate.
func (p Proposition) who() string {
	predicate := plainWords(p.Predicate)
	for _, aux := range []string{"did ", "does ", "do ", "could ", "can ", "would "} {
		predicate = strings.TrimPrefix(predicate, aux)
	}
	return strings.TrimSuffix(plainWords(p.Actor), "s") + " | " + predicate
}

// plainWords is a text in lower case with single spaces for all that is no letter or digit.
func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
