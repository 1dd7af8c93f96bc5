package statement

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"parley"
	"parley/lang"
)

// cueAct is the act of a cue, turned by a negation.
func (o *occurrence) cueAct() parley.Act {
	if !o.negated {
		return o.act
	}
	switch o.act {
	case parley.Assert, parley.Confirm, parley.Predict, parley.Demand, parley.Offer:
		return parley.Deny
	case parley.Praise:
		return parley.Criticise
	case parley.Deny, parley.Criticise:
		return parley.Assert
	}
	return o.act
}

// plain reports whether what a statement does is told by its content and not by
// its cue: a verb of mere saying, or one that insists.
func (o *occurrence) plain() bool {
	if o.negated {
		return false
	}
	says := o.act == parley.Assert && (o.cue == accordingTo || o.has(frameQuote|frameThing|frameLabel))
	return says || o.insists()
}

// insists reports whether the cue is "insist that": a demand where its content
// asks for something, and else a firm assertion.
func (o *occurrence) insists() bool { return o.verb == "insist" && len(o.particles) == 0 }

// told sets the act of a statement by its content, where the cue leaves it to that.
func (r *reader) told(f *Found) {
	if !f.plain {
		return
	}
	f.Act = r.force(f)
	if f.Act != parley.Assert {
		return
	}
	words := f.Content.In(r.text.Source)
	f.Act = saidAct(" "+strings.ToLower(words[:min(len(words), actReach)])+" ", r.treeAt(f.Content.Hull().Start))
}

// treeAt reports whether the sentence at a byte offset has a tree.
func (r *reader) treeAt(offset int) bool {
	s := r.text.SentenceAt(offset)
	return s >= 0 && s < len(r.trees) && len(r.trees[s].Words) > 0
}

// actReach is how many bytes of a content can tell its act. Longer contents are
// speeches, and what the act of a whole speech is no single phrase tells.
const actReach = 2000

// saidActs are the phrases that turn a plain saying into another act, the most
// telling first. They are judgements and modal words of English, not topics.
var saidActs = []struct {
	act     parley.Act
	phrases []string
}{
	{parley.Accuse, []string{"violat", "illegal", "unlawful", "in breach of", "war crime", "aggression"}},
	{parley.Threaten, []string{"will not tolerate", "will retaliate", "will respond", "face consequences", "pay a price"}},
	{parley.Criticise, []string{" should have ", "unacceptable", "disappoint", "ridiculous", "irresponsible", "regrettable",
		"nonsense", "propaganda", "outrage", "shameful", "deplorable", "bad idea", "a mistake", "catastroph", "disaster", "reckless", "farce", "disgrace", "hypocri", "cowardly", "unjust"}},
	{parley.Praise, []string{"appreciation", "grateful", "a step in the right direction", "praiseworthy", "admiration"}},
	{parley.Deny, []string{"not true", "untrue", "absurd", "baseless", "no such", "nothing to do with"}},
	{parley.Demand, []string{" must ", " should ", " need to ", " needs to ", " has to ", " have to ", "it is time to ", "let's "}},
	{parley.Offer, []string{" ready to ", " willing to ", " prepared to ", " stand ready", "open to talks", "door is open", "ready for talks", "remains open to"}},
	{parley.Deny, []string{"we will not ", " would not ", " never "}},
	{parley.Predict, []string{"doomed", "is likely to", "are likely to", "was likely to", "were likely to", " risk of ", "optimistic"}},
}

// saidAct reads the act of a plain saying from its own words. Where the grammar is
// known, whose "must" and "never" it is has been looked at already.
func saidAct(words string, parsed bool) parley.Act {
	for _, s := range saidActs {
		if parsed && (s.act == parley.Demand || s.act == parley.Deny || s.act == parley.Offer) {
			continue
		}
		if slices.ContainsFunc(s.phrases, func(p string) bool { return strings.Contains(words, p) }) {
			return s.act
		}
	}
	return parley.Assert
}

// typeOf says how much of the content is quoted, by its letters, as the
// published conversion of PolNeAR derives it: all, none, or some.
func typeOf(text *lang.Text, content parley.Spans) parley.StatementType {
	quoted, plain := false, false
	for _, s := range content {
		for i, r := range s.In(text.Source) {
			if !unicode.IsLetter(r) {
				continue
			}
			inside := text.QuoteAt(s.Start+i) >= 0
			quoted, plain = quoted || inside, plain || !inside
			if quoted && plain {
				return parley.Mixed
			}
		}
	}
	if quoted {
		return parley.Direct
	}
	return parley.Indirect
}

// The share of right statements (content and source) by shape, counted over the
// ledger's development gold and drawn in a little, since other texts are harder:
//
//	quoted words with a tag             33 of 36
//	a clause behind a verb of saying   126 of 152
//	a verb with its object              49 of 54
//	a form that is as often a noun      24 of 41
//	a source shared with another verb   47 of 66
const (
	sureQuote  = 0.91
	sureClause = 0.84
	sureObject = 0.88
	nounFactor = 0.70
	sharedLess = 0.84
)

// confidence estimates the probability that a statement is right from its shape.
func confidence(o *occurrence, d details, t parley.StatementType) float64 {
	p := sureClause
	switch {
	case t == parley.Direct:
		p = sureQuote
	case o.has(frameThing|frameTo|frameObject) && d.order == contentLast:
		p = sureObject
	}
	if o.shared {
		p *= sharedLess
	}
	if o.has(frameNoun) && o.form <= present {
		p *= nounFactor
	}
	return math.Round(p*100) / 100
}
