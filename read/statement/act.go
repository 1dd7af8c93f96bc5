package statement

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"parley"
	"parley/lang"
)

// act returns what the statement does: the cue's act, turned by a negation and,
// for verbs of mere saying, by the modal words of the content.
func act(c *clause, o *occurrence, content parley.Spans) parley.Act {
	if o.negated {
		switch o.act {
		case parley.Assert, parley.Confirm, parley.Predict, parley.Demand, parley.Offer:
			return parley.Deny
		case parley.Praise:
			return parley.Criticise
		case parley.Deny, parley.Criticise:
			return parley.Assert
		}
	}
	if o.act != parley.Assert || !o.has(frameQuote|frameThing|frameLabel) {
		return o.act
	}
	words := content.In(c.source)
	return saidAct(" " + strings.ToLower(words[:min(len(words), actReach)]) + " ")
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

// saidAct reads the act of a plain saying from its own words.
func saidAct(words string) parley.Act {
	for _, s := range saidActs {
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
