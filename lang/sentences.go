package lang

import (
	"strings"

	"parley"
)

// splitter finds sentence ends.
type splitter struct {
	closers map[int]bool // byte offsets at which a quotation's closing mark ends
	heading bool         // the block is a heading: title case says nothing of sentence starts
}

// closers returns where the closing marks of quotations end. Straight marks look
// alike on both sides, so only the pairing tells an opening one from a closing one.
func closers(all []Quote) map[int]bool {
	out := make(map[int]bool, len(all))
	for _, q := range all {
		if q.Closed {
			out[q.Hull().End] = true
		}
	}
	return out
}

// append appends the sentences of the tokens from first on, all of one block.
func (s splitter) append(out []Sentence, tokens []Token, first, block int) []Sentence {
	begin := first
	for i := first; i < len(tokens); i++ {
		end := s.end(tokens, i)
		if end == 0 && i+1 < len(tokens) {
			continue
		}
		if end == 0 || onlyMarks(tokens[end:]) {
			end = len(tokens)
		}
		out = append(out, Sentence{
			Span:  parley.Span{Start: tokens[begin].Start, End: tokens[end-1].End},
			Block: block, First: begin, Last: end,
		})
		begin, i = end, end-1
	}
	return out
}

// onlyMarks reports whether no word is left, so that no sentence can begin.
func onlyMarks(tokens []Token) bool {
	for _, t := range tokens[:min(4, len(tokens))] {
		if t.Kind == Word || t.Kind == Number {
			return false
		}
	}
	return len(tokens) <= 4
}

// end returns the index behind the last token of a sentence that token i
// ends, closing quotation marks and brackets included, or 0 where it ends none.
func (s splitter) end(tokens []Token, i int) int {
	t := tokens[i]
	stop := t.Kind == Punct && (t.Is("!", "?", "…") || strings.HasPrefix(t.Text, "."))
	abbreviated := t.Kind == Word && strings.HasSuffix(t.Text, ".")
	if !stop && !abbreviated {
		return 0
	}
	end := i + 1
	for end < len(tokens) && s.closes(tokens[end]) {
		end++
	}
	if end == len(tokens) {
		return end
	}
	next := tokens[end]
	quoted := end > i+1
	switch {
	case !next.Space && !opens(next) && !spaceLost(tokens, i, end), !beginsSentence(tokens, end):
		return 0
	case abbreviated && !quoted && s.heading:
		return 0
	case abbreviated && !quoted:
		return ifEnd(abbreviationEnds(tokens, i, end), end)
	case quoted && !t.Is(".") && tagFollows(tokens, end):
		return 0
	}
	return end
}

// spaceLost reports whether only the space before the next sentence is missing:
// "The talks ended.The envoys left."
func spaceLost(tokens []Token, i, next int) bool {
	if i == 0 || next != i+1 || !starters[tokens[next].Lower] || !tokens[next].Capital() {
		return false
	}
	before := tokens[i-1]
	return before.Kind == Word && len(before.Text) > 1 && !before.Capital()
}

func ifEnd(ends bool, end int) int {
	if ends {
		return end
	}
	return 0
}

// closes reports whether a token may close a sentence behind its full stop.
func (s splitter) closes(t Token) bool {
	if s.closers[t.End] {
		return t.Kind == Mark
	}
	return !t.Space && (t.Is(")", "]", "'", "''", "”") || t.Lower == "’")
}

// opens reports whether a token may open a sentence.
func opens(t Token) bool { return t.Kind == Mark || t.Is("(", "[", "—", "–", "-", "•") }

// leadMarks is the most marks that are passed over to find a sentence's first word.
const leadMarks = 8

// beginsSentence reports whether a sentence can begin at token i: with a capital,
// a number, or an opening mark before one.
func beginsSentence(tokens []Token, i int) bool {
	for _, t := range tokens[i:min(i+leadMarks, len(tokens))] {
		if t.Kind == Word || t.Kind == Number {
			return t.Kind == Number || t.Capital() || !hasCase(t.Text)
		}
		if !opens(t) && !t.Is("...", "…") {
			return false
		}
	}
	return true
}

// hasCase reports whether a word is of a script that has upper and lower case.
func hasCase(s string) bool { return strings.ToLower(s) != strings.ToUpper(s) }

// abbreviationEnds reports whether the abbreviation at i ends a sentence that
// would go on at next.
func abbreviationEnds(tokens []Token, i, next int) bool {
	word := strings.TrimSuffix(tokens[i].Lower, ".")
	last := word[strings.LastIndexByte(word, '-')+1:]
	kind := abbreviations[last]
	n := tokens[next]
	switch {
	case kind == title:
		return false
	case kind == month && n.Kind == Number:
		return false
	case len(last) == 1 && i > 0 && tokens[i-1].Capital():
		return starters[n.Lower] && n.Kind == Word && !isName(tokens, i-1)
	case n.Kind == Mark || n.Is("("):
		return true
	case n.Kind == Number:
		return false
	}
	return starters[n.Lower]
}

// isName reports whether the word at i looks like a given name or title before an initial.
func isName(tokens []Token, i int) bool {
	return tokens[i].Capital() && !starters[tokens[i].Lower]
}

// tagVerbs are the verbs whose clause follows a quotation that ends in ? or !.
var tagVerbs = setOf("said says asked asks told added adds wrote writes replied shouted cried demanded wondered explained tweeted " +
	"remarked answered responded retorted declared commented joked yelled screamed exclaimed quipped continued repeated mused snapped observed noted insisted")

// tagFollows reports whether a speech tag follows a quoted question or
// exclamation: up to four capitalised words and a verb of saying, or the verb first.
func tagFollows(tokens []Token, i int) bool {
	if tagVerbs[tokens[i].Lower] {
		return true
	}
	for k := 0; k < 4 && i+k+1 < len(tokens); k++ {
		t := tokens[i+k]
		if t.Kind != Word || !(t.Capital() || k > 0 && t.Is("of", "the", "al")) {
			return false
		}
		if tagVerbs[tokens[i+k+1].Lower] {
			return true
		}
	}
	return false
}
