package coref

import (
	"strings"

	"parley/lang/syntax"
)

// barred returns the persons for whom a pronoun cannot stand where it is: who has
// a part in the same clause as it, whom it describes, and who speaks the words
// that it stands in.
func (c *cast) barred(m mark) map[int]bool {
	out := map[int]bool{}
	for k := len(c.refs) - 1; k >= max(0, len(c.refs)-refsMost) && c.refs[k].sentence == m.sentence; k-- {
		if r := c.refs[k]; r.word >= 0 && c.apart(m.sentence, m.word, r.word) {
			out[r.member] = true
		}
	}
	for _, n := range c.behind(m) {
		if c.apart(m.sentence, m.word, n.word) {
			out[n.member] = true
		}
	}
	if i, ok := c.speakerOf(m); ok {
		out[i] = true
	}
	return out
}

// behind returns the names of persons that follow a mark in its sentence.
func (c *cast) behind(m mark) []mark {
	var out []mark
	for k := c.next; k < min(len(c.marks), c.next+marksMost) && c.marks[k].sentence == m.sentence; k++ {
		if n := c.marks[k]; n.member >= 0 && n.word >= 0 {
			out = append(out, n)
		}
	}
	return out
}

// apart reports whether a pronoun and a mention of the same sentence must be two
// persons by the grammar (the principles of binding).
func (c *cast) apart(s, pronoun, mention int) bool {
	words := c.trees[s].Words
	p := words[pronoun]
	if strings.HasSuffix(p.Form, "self") || mention == pronoun {
		return false
	}
	if p.Relation == "nmod:poss" {
		// "his deputy" is not he, and neither is who is named beside the deputy.
		return p.Head == mention || c.governor(s, mention) == p.Head
	}
	g, h := c.governor(s, pronoun), c.governor(s, mention)
	if g == h {
		return true // "he and Orlen"
	}
	return words[g].Head >= 0 && words[g].Head == words[h].Head && argument(words[g].Relation) && argument(words[h].Relation)
}

// argument reports whether a relation is one of the parts that a verb has.
func argument(relation string) bool {
	base, _, _ := strings.Cut(relation, ":")
	return base == "nsubj" || base == "obj" || base == "iobj" || base == "obl"
}

// quotedMost bounds the statements that are looked at for one quotation.
const quotedMost = 20

// speakerOf returns who speaks the quotation that a pronoun stands in, where the
// source names the person.
func (c *cast) speakerOf(m mark) (int, bool) {
	q := c.text.QuoteAt(m.head)
	if q < 0 {
		return 0, false
	}
	in := c.quoted[q]
	for _, i := range in[:min(len(in), quotedMost)] {
		f := &c.found[i]
		if !f.Content.Overlaps(m.span) {
			continue
		}
		if len(f.SourceActors) == 1 {
			k, ok := c.byID[f.SourceActors[0]]
			return k, ok
		}
		span := f.Source.Hull()
		for _, n := range c.namesIn(span) {
			if k, ok := c.memberAt(n.Span); ok && !c.possessor(n, span) && !c.served(n, span) {
				return k, true
			}
		}
	}
	return 0, false
}

// ahead returns the persons named behind a pronoun that stands in front of the
// clause whose subject they are: "In his speech, Orlen ...".
func (c *cast) ahead(m mark) []int {
	words := c.trees[m.sentence].Words
	var out []int
	for _, n := range c.behind(m) {
		subject := c.governor(m.sentence, n.word)
		verb := words[subject].Head
		if words[subject].Relation == "nsubj" && verb >= 0 && !c.trees[m.sentence].Under(m.word, subject) && c.before(m, verb, subject) {
			out = append(out, n.member)
		}
	}
	return out
}

// before reports whether a pronoun hangs on the verb through a phrase or clause
// that stands in front of the verb's subject.
func (c *cast) before(m mark, verb, subject int) bool {
	words := c.trees[m.sentence].Words
	w := m.word
	for steps := 0; words[w].Head != verb; steps++ {
		if w = words[w].Head; w < 0 || steps > syntax.Reach {
			return false
		}
	}
	relation := words[w].Base()
	return w < subject && w != m.word && (relation == "obl" || relation == "advcl")
}
