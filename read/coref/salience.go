package coref

import (
	"cmp"
	"slices"

	"parley"
)

// A person weighs, in each sentence back from a pronoun, as much as the most
// salient mention there, and half as much for each sentence further back (after
// Lappin and Leass 1994). The weights are rounded; they were chosen on the training
// and development documents of OntoGUM and on the development half of the ledger
// gold, and the results change little around them.
var roleWeight = [roles]float64{subject: 100, object: 75, possessor: 70, oblique: 45, elsewhere: 40}

const (
	fading         = 0.5
	parallelWeight = 1.15 // of a subject for a pronoun that is one
	quotedWeight   = 0.6  // of a mention in a quotation for a pronoun that is not
	innerWeight    = 0.9  // of a mention in a clause that is part of another
	toldWeight     = 0.5  // of a mention in what the pronoun's person says, unquoted
	strangerWeight = 0.75 // of "a man", whom no name calls
	unsexedWeight  = 0.7  // of a person whose gender nothing tells
	spokeWeight    = 100  // is added for who spoke last, where the pronoun speaks
	aheadWeight    = 110  // of the subject behind "In his speech, ..."

	// clear is by how much the best must surpass the next: below it the pronoun
	// stays unresolved.
	clear = 1.02
	// telling is by how much the best must surpass the next for the pronoun to tell
	// the gender of the person.
	telling = 1.5
)

const (
	// personReach is how many sentences back a person is looked for. Those in which
	// a quotation goes on do not count.
	personReach = 5
	// refsMost bounds the mentions that are looked at for one pronoun, marksMost
	// those behind it in its sentence.
	refsMost, marksMost = 200, 40
)

// standing is a person for whom a pronoun may stand.
type standing struct {
	member int
	weight float64
}

// antecedent is the person for whom a pronoun stands, and how sure that is.
type antecedent struct {
	member int
	sure   float64
}

// pronounAt settles whom "he" or "she" stands for.
func (c *cast) pronounAt(m mark) {
	all := c.standings(m)
	if len(all) == 0 {
		return
	}
	best, margin := all[0], telling
	if len(all) > 1 {
		margin = best.weight / all[1].weight
	}
	if margin < clear {
		c.unclear(m.span, SievePronoun, all)
		return
	}
	p := c.members[best.member]
	if margin >= telling && p.gender == 0 {
		p.gender = m.gender
	}
	if p.ID != "" {
		c.wanted[p.ID] = true
	}
	p.Mentions = append(p.Mentions, m.span)
	c.refer(m, best.member)
	sure := surenessOf(margin)
	c.pronounOf[m.head] = antecedent{best.member, sure}
	c.linked(m.span, SievePronoun, sure, best.member)
}

// surenessOf returns how sure a pronoun's link is, by how much its person surpasses
// the next: the shares of right links on OntoGUM's training and development documents.
func surenessOf(margin float64) float64 {
	switch {
	case margin < 1.2:
		return sureClose
	case margin < telling:
		return sureNear
	}
	return surePronoun
}

// standings returns for whom a pronoun may stand, the likeliest first.
func (c *cast) standings(m mark) []standing {
	barred := c.barred(m)
	source := c.sourceAt(m.head)
	weights := c.remembered(m, source, barred)
	for _, i := range c.ahead(m) {
		if !barred[i] && c.suits(i, m.gender) {
			weights[i] = max(weights[i], aheadWeight)
		}
	}
	out := make([]standing, 0, len(weights))
	for i, w := range weights {
		out = append(out, standing{i, w*c.familiar(i) + c.spokeBefore(i, source, m)})
	}
	slices.SortFunc(out, func(a, b standing) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.member, b.member))
	})
	return out
}

// remembered weighs the persons of whom the text spoke before a pronoun.
func (c *cast) remembered(m mark, source int, barred map[int]bool) map[int]float64 {
	weights := map[int]float64{}
	now := c.clock[m.sentence]
	last := max(0, len(c.refs)-refsMost)
	for k := len(c.refs) - 1; k >= last && c.clock[c.refs[k].sentence] >= now-personReach; {
		s := c.refs[k].sentence
		here := map[int]float64{}
		for ; k >= last && c.refs[k].sentence == s; k-- {
			if r := c.refs[k]; !barred[r.member] && c.suits(r.member, m.gender) {
				here[r.member] = max(here[r.member], c.weight(m, r, source))
			}
		}
		for i, w := range here {
			if w > 0 {
				weights[i] += w * fade(now-c.clock[s])
			}
		}
	}
	return weights
}

// fade returns the factor of what the text said that many sentences back.
func fade(sentences int) float64 {
	f := 1.0
	for range sentences {
		f *= fading
	}
	return f
}

// weight returns how much one mention counts for a pronoun, which is the source of
// a statement where source is not -1.
func (c *cast) weight(m mark, r ref, source int) float64 {
	w := roleWeight[r.role]
	if r.role == subject && c.roleOf(m.sentence, m.word) == subject {
		w *= parallelWeight
	}
	if r.inner {
		w *= innerWeight
	}
	if r.quote >= 0 && r.quote != c.text.QuoteAt(m.head) {
		w *= quotedWeight
	}
	if source >= 0 && c.found[source].Content.Overlaps(r.span) {
		if r.quote >= 0 {
			return 0 // Who is spoken of in a quotation is not who speaks.
		}
		w *= toldWeight
	}
	return w
}

// familiar returns the factor of a person by what the text has told of the person.
func (c *cast) familiar(i int) float64 {
	p, f := c.members[i], 1.0
	if p.indefinite {
		f *= strangerWeight
	}
	if p.gender == 0 {
		f *= unsexedWeight
	}
	return f
}

// suits reports whether a member is a person of the gender, or of an unknown one.
func (c *cast) suits(i int, gender byte) bool {
	m := c.members[i]
	return m.Kind == parley.Person && !m.plural && (m.gender == 0 || m.gender == gender)
}

// sourceAt returns the place of the statement whose source begins at a byte
// offset, or -1.
func (c *cast) sourceAt(offset int) int {
	if i, ok := c.sources[offset]; ok {
		return i
	}
	return -1
}

// spokeBefore returns the weight that a person has for having spoken before, where
// the pronoun speaks again: the full one for the last speaker of its gender.
func (c *cast) spokeBefore(i, source int, m mark) float64 {
	if source < 0 {
		return 0
	}
	last, rank := -1, 0
	for _, s := range slices.Backward(c.speakers[max(0, len(c.speakers)-lookBack):]) {
		back := c.clock[m.sentence] - c.clock[max(0, c.text.SentenceAt(s.at))]
		if back > personReach {
			break
		}
		if s.at >= m.head || len(s.members) != 1 || s.members[0] == last || !c.suits(s.members[0], m.gender) {
			continue
		}
		if last = s.members[0]; last == i {
			return spokeWeight * fade(max(0, back)+rank)
		}
		rank++
	}
	return 0
}
