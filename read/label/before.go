package label

import (
	"strings"

	"parley"
	"parley/lang"
)

// What a label is said of can stand in the sentence before, and "it" or "the operation" in
// its own.

// nameNouns are the nouns of what something is called.
var nameNouns = set("word words name names term terms label description")

// namedBefore returns what the sentence before speaks of names for, where a predicate is said
// of "it" alone: "did not change her words for what happened in May. It was 'a coup'".
func (r *reader) namedBefore(c clause, target int) (parley.Span, bool) {
	form := strings.ToLower(c.Words[target].Form)
	if c.sentence == 0 || form != "it" && form != "this" && form != "that" {
		return parley.Span{}, false
	}
	before := r.text.Sentences[c.sentence-1]
	for i := before.First; i+2 < before.Last; i++ {
		if nameNouns[r.text.Tokens[i].Lower] && r.text.Tokens[i+1].Is("for") {
			span := parley.Span{Start: r.text.Tokens[i+2].Start, End: before.End}
			return span.Trim(r.text.Source, ".!? "), true
		}
	}
	return parley.Span{}, false
}

// deeds are the nouns that speak of what the sentence before has told.
var deeds = set("operation move step action attack campaign offensive incident raid")

// dayBefore returns the month and year that the sentence before tells of a deed that is
// named again without them: "took the valley in September 2024. It calls the operation a
// liberation". They tell which deed is meant.
func (r *reader) dayBefore(c clause, target int) (parley.Span, bool) {
	if c.sentence == 0 || !deeds[c.Base(target)] || c.Child(target, "det") < 0 || !strings.EqualFold(c.Words[c.Child(target, "det")].Form, "the") || c.Child(target, "nmod") >= 0 {
		return parley.Span{}, false
	}
	before := r.text.Sentences[c.sentence-1]
	for i := before.First; i+1 < before.Last; i++ {
		year := &r.text.Tokens[i+1]
		if months[r.text.Tokens[i].Lower] && r.text.Tokens[i].Capital() && year.Kind == lang.Number && len(year.Text) == 4 {
			return parley.Span{Start: r.text.Tokens[i].Start, End: year.End}, true
		}
	}
	return parley.Span{}, false
}

// months are the names of the months.
var months = set("january february march april may june july august september october november december")
