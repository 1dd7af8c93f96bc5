package eval

import (
	"fmt"
	"strings"

	"parley"
	"parley/lang/conllu"
)

// SyntaxScore is how well a syntactic analysis agrees with gold, by the
// definitions of the CoNLL 2018 shared task: words are aligned by their
// characters, and precision and recall count all words of the reading and of the
// gold. From gold tokens both are the share of right words.
type SyntaxScore struct {
	Tokens, Sentences, Words PRF
	UPOS, XPOS, Lemma        PRF
	UAS, LAS                 PRF             // LAS leaves the subtypes of relations out
	Subtyped                 PRF             // LAS with the subtypes
	Relations                []RelationScore // around reporting and action verbs
	GoldWords, ReadWords     int
}

// RelationScore is how well one relation is found.
type RelationScore struct {
	Relation   string
	Gold, Read int
	PRF
}

// ScoreSyntax compares an analysis with gold of the same text.
func ScoreSyntax(gold, read []*conllu.Sentence) (SyntaxScore, error) {
	g, err := newSyntaxText(gold)
	if err != nil {
		return SyntaxScore{}, fmt.Errorf("score syntax, gold: %w", err)
	}
	r, err := newSyntaxText(read)
	if err != nil {
		return SyntaxScore{}, fmt.Errorf("score syntax, reading: %w", err)
	}
	if err := checkSameText(g, r); err != nil {
		return SyntaxScore{}, fmt.Errorf("score syntax: %w", err)
	}
	a := alignWords(g, r)
	return SyntaxScore{
		Tokens:    spansScore(g.tokens, r.tokens),
		Sentences: spansScore(g.sentences, r.sentences),
		Words:     a.score(func(_, _ *syntaxWord) bool { return true }),
		UPOS:      a.score(func(g, r *syntaxWord) bool { return g.UPOS == r.UPOS }),
		XPOS:      a.score(func(g, r *syntaxWord) bool { return g.XPOS == r.XPOS }),
		Lemma:     a.score(func(g, r *syntaxWord) bool { return g.Lemma == r.Lemma || g.Lemma == "" }),
		UAS:       a.score(a.sameHead),
		LAS:       a.score(func(g, r *syntaxWord) bool { return a.sameHead(g, r) && g.relation() == r.relation() }),
		Subtyped:  a.score(func(g, r *syntaxWord) bool { return a.sameHead(g, r) && g.Relation == r.Relation }),
		Relations: a.relations(),
		GoldWords: len(g.words),
		ReadWords: len(r.words),
	}, nil
}

// score counts the aligned words that agree.
func (a *wordAlignment) score(agree func(gold, read *syntaxWord) bool) PRF {
	right := 0
	for _, p := range a.pairs {
		if agree(&a.gold.words[p[0]], &a.read.words[p[1]]) {
			right++
		}
	}
	return newPRF(float64(right), len(a.gold.words), len(a.read.words))
}

// sameHead reports whether the heads of two aligned words are aligned, or both
// words are roots.
func (a *wordAlignment) sameHead(gold, read *syntaxWord) bool {
	if read.parent < 0 {
		return gold.parent < 0
	}
	return gold.parent >= 0 && a.ofRead[read.parent] == gold.parent
}

// spansScore counts the spans that both lists have. Both are in order and
// without overlap.
func spansScore(gold, read []parley.Span) PRF {
	right, g, r := 0, 0, 0
	for g < len(gold) && r < len(read) {
		switch {
		case gold[g] == read[r]:
			right++
			g, r = g+1, r+1
		case gold[g].Start <= read[r].Start:
			g++
		default:
			r++
		}
	}
	return newPRF(float64(right), len(gold), len(read))
}

// String gives the scores as a table in per cent.
func (s SyntaxScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-22s%9s%9s%9s\n", "syntax", "P", "R", "F1")
	line := func(name string, f PRF, note string) {
		row := fmt.Sprintf("%-22s%9.2f%9.2f%9.2f   %s", name, 100*f.P, 100*f.R, 100*f.F1, note)
		fmt.Fprintln(&b, strings.TrimRight(row, " "))
	}
	line("tokens", s.Tokens, "")
	line("sentences", s.Sentences, "")
	line("words", s.Words, fmt.Sprintf("gold %d, read %d", s.GoldWords, s.ReadWords))
	line("UPOS", s.UPOS, "")
	line("XPOS", s.XPOS, "")
	line("lemma", s.Lemma, "")
	line("UAS", s.UAS, "")
	line("LAS", s.LAS, "")
	line("LAS with subtypes", s.Subtyped, "")
	b.WriteString("around reporting and action verbs\n")
	for _, r := range s.Relations {
		line("  "+r.Relation, r.PRF, fmt.Sprintf("gold %d, read %d", r.Gold, r.Read))
	}
	return b.String()
}
