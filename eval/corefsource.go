package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley"
)

// SourceScore is how often the actor behind a statement is right where the
// statement itself was found: by what its source is. A wrong link is worse than
// none, so that the two are told apart.
type SourceScore struct {
	Forms [3]SourceForm `json:"forms"`
}

// SourceForm is the score of the sources of one form.
type SourceForm struct {
	ShareScore
	Unresolved int `json:"unresolved"` // no actor was read
}

// The forms of a source, in the order of SourceScore.
const (
	namedSource = iota // the actor's name stands in it
	pronounSource
	phraseSource // any other words
)

// ScoreSources scores the source actors of the statements that were found. It
// also returns the wrong ones.
func ScoreSources(pairs []Pair) (SourceScore, []Fault) {
	var s SourceScore
	for i, name := range [...]string{"named", "pronoun", "noun phrase"} {
		s.Forms[i].Name = name
	}
	var faults []Fault
	for _, p := range pairs {
		if p.Read == nil {
			continue
		}
		a := statementAlignment(p)
		for _, m := range a.matches {
			gold, read := a.gold[m.gold].entry.(*parley.Statement), a.read[m.read].entry.(*parley.Statement)
			f := &s.Forms[formOf(p.Gold, gold)]
			f.count(m.key)
			if len(read.SourceActors) == 0 {
				f.Unresolved++
			}
			if !m.key {
				faults = append(faults, Fault{
					Document: p.ID, Kind: parley.KindStatement, Sort: Differs, Gold: list(gold.SourceActors), Read: list(read.SourceActors),
					Text: f.Name + ": " + gold.Source.In(p.Gold.Document.Text) + " / " + gold.Cue.In(p.Gold.Document.Text),
				})
			}
		}
	}
	return s, faults
}

// statementAlignment returns the statements of a pair, matched.
func statementAlignment(p Pair) alignment {
	all := p.align()
	return all[slices.IndexFunc(all, func(a alignment) bool { return a.kind == parley.KindStatement })]
}

// sourcePronouns are the sources that are pronouns.
var sourcePronouns = wordSet("he she it they i we you him her them us me who his its their")

// formOf returns the form of the source of a statement of the gold: a pronoun, the
// name of one of its actors, or other words. The name of an actor that is only
// described ("a senior official") is no name, and neither is a state's adjective.
func formOf(gold *parley.Reading, s *parley.Statement) int {
	words := s.Source.In(gold.Document.Text)
	if sourcePronouns[strings.ToLower(words)] {
		return pronounSource
	}
	in := nameWords(words)
	for _, a := range gold.Actors {
		if !slices.Contains(s.SourceActors, a.ID) {
			continue
		}
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			own := nameWords(name)
			if len(own) > 0 && capitalEnd(name) && slices.Contains(in, own[len(own)-1]) {
				return namedSource
			}
		}
	}
	return phraseSource
}

// capitalEnd reports whether the last word of a name has a capital.
func capitalEnd(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsUpper(r)
}

// String gives the scores as a table.
func (s SourceScore) String() string {
	var b strings.Builder
	b.WriteString("source actors of the statements found\n")
	var all ShareScore
	for _, f := range s.Forms {
		fmt.Fprintf(&b, "  %s, %d unresolved\n", f.ShareScore, f.Unresolved)
		all.Right, all.Of = all.Right+f.Right, all.Of+f.Of
	}
	all.Name = "all"
	fmt.Fprintf(&b, "  %s\n", all)
	return b.String()
}
