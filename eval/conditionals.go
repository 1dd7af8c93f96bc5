package eval

import (
	"fmt"
	"slices"
	"strings"

	"parley"
	"parley/lang/conllu"
)

// Conditional is a conditional construction of a treebank: the words that head what must
// happen first (the protasis) and what would follow (the apodosis), as byte spans of the
// sentence.
type Conditional struct{ Protasis, Apodosis parley.Span }

// ConditionalSentence is a sentence with its conditional constructions.
type ConditionalSentence struct {
	ID, Text     string
	Conditionals []Conditional
	LeftOut      int // constructions that are no conditions of the ledger
}

// Document makes a document of a sentence.
func (s *ConditionalSentence) Document() parley.Document {
	return parley.Document{ID: s.ID, Text: s.Text, Language: "en"}
}

// Conditionals returns the sentences of a treebank whose constructions are marked as UCxn has
// it (Weissweiler et al., "UCxn", LREC-COLING 2024): by Cxn= and CxnElt= among the
// miscellaneous. Left out are constructions reduced to a phrase ("if any") and questions for
// conditions ("Tired? Sleep."), which the ledger does not have.
func Conditionals(treebank []*conllu.Sentence) []ConditionalSentence {
	out := make([]ConditionalSentence, 0, len(treebank))
	for _, s := range treebank {
		c := ConditionalSentence{ID: s.ID()}
		spans := wordSpansOf(s, &c.Text)
		parts := map[string]*Conditional{}
		var order []string
		for i := range s.Words {
			for element := range strings.SplitSeq(misc(s.Words[i].Misc, "CxnElt"), ",") {
				name, part, ok := strings.Cut(element, ".")
				if !ok || !strings.Contains(name, "Conditional-") {
					continue
				}
				if strings.Contains(name, "Reduced") || strings.Contains(name, "Interrogative") {
					c.LeftOut++
					continue
				}
				if parts[name] == nil {
					parts[name] = &Conditional{}
					order = append(order, name)
				}
				if part == "Protasis" {
					parts[name].Protasis = spans[i]
				} else if part == "Apodosis" {
					parts[name].Apodosis = spans[i]
				}
			}
		}
		for _, name := range order {
			if p := parts[name]; p.Protasis.Len() > 0 && p.Apodosis.Len() > 0 {
				c.Conditionals = append(c.Conditionals, *p)
			}
		}
		out = append(out, c)
	}
	return out
}

// wordSpansOf writes the text of a sentence as its tokens make it and returns the spans of its
// words in it; the words of a multiword token share its span.
func wordSpansOf(s *conllu.Sentence, text *string) []parley.Span {
	var b strings.Builder
	spans := make([]parley.Span, len(s.Words))
	for i := 0; i < len(s.Words); {
		form, last, space := s.Words[i].Form, i+1, s.Words[i].SpaceAfter()
		if k := slices.IndexFunc(s.Ranges, func(r conllu.Range) bool { return r.First == i }); k >= 0 {
			r := s.Ranges[k]
			form, last, space = r.Form, r.Last, misc(r.Misc, "SpaceAfter") != "No"
		}
		span := parley.Span{Start: b.Len(), End: b.Len() + len(form)}
		for ; i < last; i++ {
			spans[i] = span
		}
		b.WriteString(form)
		if space {
			b.WriteByte(' ')
		}
	}
	*text = strings.TrimRight(b.String(), " ")
	return spans
}

// misc returns the value of a key among a word's miscellaneous, or "".
func misc(list, key string) string {
	for field := range strings.SplitSeq(list, "|") {
		if name, value, ok := strings.Cut(field, "="); ok && name == key {
			return value
		}
	}
	return ""
}

// ConditionalScore says how many conditional constructions are read.
type ConditionalScore struct {
	Both     PRF `json:"both"`     // both parts hold the words that head the gold's
	Protasis PRF `json:"protasis"` // what must happen first does
	Of       int `json:"of"`
	Read     int `json:"read"`
	LeftOut  int `json:"left_out"`
}

// String prints the score.
func (s ConditionalScore) String() string {
	return fmt.Sprintf("conditional constructions   P      R     F1\n  both parts            %.3f  %.3f  %.3f\n  what must come first  %.3f  %.3f  %.3f\n  gold %d, read %d; %d parts of constructions left out that are no conditions of the ledger\n",
		s.Both.P, s.Both.R, s.Both.F1, s.Protasis.P, s.Protasis.R, s.Protasis.F1, s.Of, s.Read, s.LeftOut)
}

// unmarked are the first words of connectives that the treebanks do not mark as conditional.
var unmarked = strings.Fields("until till before without in on depend depends depended depending hinge hinges hinged rest rests contingent conditional dependent subject lest after")

// marked reports whether a condition is of a sort that the treebanks mark.
func marked(c *parley.Condition, text string) bool {
	if len(c.Connective) == 0 {
		return true // an inversion
	}
	first, _, _ := strings.Cut(strings.ToLower(c.Connective.In(text)), " ")
	return !slices.Contains(unmarked, first)
}

// ScoreConditionals compares the conditions that were read of sentences, in their order, with
// the gold. Conditions of sorts that the treebanks do not mark count for nothing.
func ScoreConditionals(gold []ConditionalSentence, read []parley.Reading) (ConditionalScore, []Fault) {
	var s ConditionalScore
	both, first := 0, 0
	var faults []Fault
	for i := range gold {
		g := &gold[i]
		s.Of += len(g.Conditionals)
		s.LeftOut += g.LeftOut
		var found []parley.Condition
		for _, c := range read[i].Conditions {
			if marked(&c, g.Text) {
				found = append(found, c)
			}
		}
		s.Read += len(found)
		for _, want := range g.Conditionals {
			k := slices.IndexFunc(found, func(c parley.Condition) bool {
				return c.Antecedent.Overlaps(want.Protasis) && !c.Antecedent.Overlaps(want.Apodosis)
			})
			if k >= 0 {
				first++
			}
			if k >= 0 && found[k].Consequent.Overlaps(want.Apodosis) {
				both++
				continue
			}
			faults = append(faults, Fault{Document: g.ID, Kind: parley.KindCondition, Sort: Missed, Text: g.Text, Gold: want.Protasis.In(g.Text) + " > " + want.Apodosis.In(g.Text)})
		}
	}
	s.Both, s.Protasis = newPRF(float64(both), s.Of, s.Read), newPRF(float64(first), s.Of, s.Read)
	return s, faults
}
