package syntax

import (
	"strings"

	"parley/lang"
	"parley/lang/conllu"
)

// Sentence writes a tree as a sentence of CoNLL-U, with the text that it stands
// in. Clitics ("'s", "n't") and the word before them are a multiword token, as
// in the English treebanks.
func (t Tree) Sentence(text *lang.Text) *conllu.Sentence {
	out := &conllu.Sentence{Words: make([]conllu.Word, len(t.Words))}
	if len(t.Words) > 0 {
		span := t.Words[0].Span
		span.End = t.Words[len(t.Words)-1].End
		out.Comments = append(out.Comments, "text = "+strings.Join(strings.Fields(span.In(text.Source)), " "))
	}
	for i, w := range t.Words {
		out.Words[i] = w.row()
		if i+1 < len(t.Words) && t.Words[i+1].Start == w.End {
			out.Words[i].Misc = "SpaceAfter=No"
		}
		if i > 0 && clitic(text, t.Words[i-1], w) {
			out.Ranges = joinRange(out, i, text.Source[t.Words[i-1].Start:w.End])
		}
	}
	return out
}

// row returns a word as a row of CoNLL-U.
func (w Word) row() conllu.Word {
	return conllu.Word{Form: w.Form, Lemma: w.Lemma, UPOS: w.UPOS, XPOS: w.XPOS, Features: w.Features, Head: w.Head + 1, Relation: w.Relation}
}

// clitic reports whether a word is the tail of the one before it.
func clitic(text *lang.Text, before, w Word) bool {
	t := text.Tokens[w.Token]
	return t.Kind == lang.Word && before.Token == w.Token-1 && before.End == w.Start && !t.Space &&
		(strings.HasPrefix(t.Lower, "'") || t.Lower == "n't")
}

// joinRange returns the ranges with words i-1 and i joined. What stands between
// the words of a range and behind it belongs to the range.
func joinRange(s *conllu.Sentence, i int, form string) []conllu.Range {
	s.Words[i-1].Misc = ""
	r := conllu.Range{First: i - 1, Last: i + 1, Form: form, Misc: s.Words[i].Misc}
	if n := len(s.Ranges); n > 0 && s.Ranges[n-1].Last == i {
		s.Ranges[n-1].Last, s.Ranges[n-1].Form, s.Ranges[n-1].Misc = i+1, s.Ranges[n-1].Form+s.Words[i].Form, r.Misc
		s.Words[i].Misc = ""
		return s.Ranges
	}
	s.Words[i].Misc = ""
	return append(s.Ranges, r)
}

// Parsed parses a sentence of CoNLL-U anew from its forms, for comparison with gold.
func (p *Parser) Parsed(gold *conllu.Sentence) *conllu.Sentence {
	out := *gold
	out.Words = make([]conllu.Word, len(gold.Words))
	for i, w := range p.Words(gold.Forms()) {
		out.Words[i] = w.row()
		out.Words[i].Misc = gold.Words[i].Misc
	}
	return &out
}
