// Package lemma gives the dictionary form of English words, and the grammatical
// features that the tag tells. In flow a form and its tag of the Penn Treebank;
// out flows the lemma by the conventions of the Universal Dependencies.
//
// A short list holds the words that no rule gets right; all others are formed by
// the rule for the longest known ending. Both are learnt from treebanks by Learn
// and kept in a text file that a person can read.
package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Model is a list of words and rules. It is never changed and may be shared by
// goroutines.
type Model struct {
	words map[word]string // lemmas of words that the rules get wrong
	rules map[word]rule   // by ending; the tag's own rule has the ending ""
}

// word is a form, or the ending of one, with its tag.
type word struct{ tag, form string }

// rule makes a lemma of a form: it takes strip bytes off the end, appends an
// ending and sees to the case.
type rule struct {
	strip  int
	ending string
	letter letterCase
}

// letterCase is what becomes of a form's capitals.
type letterCase byte

// The cases. The letters stand in the file.
const (
	lower letterCase = 'l' // all letters small: common words
	kept  letterCase = 'k' // as written: names
	title letterCase = 't' // a capital, then small letters: names written in capitals
)

// maxEnding is how many bytes of a form choose its rule.
const maxEnding = 6

// maxForm is the length in bytes from which a form is its own lemma; no such word
// has an ending.
const maxForm = 64

// Lemma returns the lemma of a form with the given tag.
func (m *Model) Lemma(form, xpos string) string {
	if len(form) > maxForm {
		return form
	}
	if lemma, ok := m.words[word{xpos, form}]; ok {
		return lemma
	}
	if plain := lowered(form); plain != form && !isName(xpos) {
		if lemma, ok := m.words[word{xpos, plain}]; ok {
			return lemma
		}
	}
	if xpos == "CD" && isFigure(form) {
		return strings.ReplaceAll(form, ",", "")
	}
	return m.rule(xpos, form).apply(form)
}

// isName reports whether the tag is one of names, whose capitals matter.
func isName(xpos string) bool { return strings.HasPrefix(xpos, "NNP") }

// isFigure reports whether a number is written in digits.
func isFigure(form string) bool { return strings.Trim(form, "0123456789,.") == "" }

// rule returns the rule for the longest ending that has one.
func (m *Model) rule(xpos, form string) rule {
	marked := ending(xpos, form)
	for n := min(maxEnding, len(marked)); n >= 0; n-- {
		if r, ok := m.rules[word{xpos, marked[len(marked)-n:]}]; ok {
			return r
		}
	}
	return rule{letter: lower}
}

// ending returns a form as its rule is looked up: in lower case, with a sign
// behind it that tells how a noun, a name or an adjective is written. Capitals
// may make an acronym of a noun, a name of an adjective, or nothing at all.
func ending(xpos, form string) string {
	plain := lowered(form)
	noun, adjective := strings.HasPrefix(xpos, "NN"), strings.HasPrefix(xpos, "JJ")
	switch {
	case (noun || adjective) && capitals(form):
		return plain + "^"
	case isName(xpos) && plain == form:
		return plain + "_"
	case adjective && plain != form:
		return plain + "+"
	}
	return plain
}

// apply makes the lemma of a form. A rule that would leave nothing does nothing.
func (r rule) apply(form string) string {
	if r.letter != kept {
		form = lowered(form)
	}
	if r.strip < len(form) {
		form = form[:len(form)-r.strip] + r.ending
	}
	if r.letter == title {
		first, size := utf8.DecodeRuneInString(form)
		form = string(unicode.ToTitle(first)) + form[size:]
	}
	return form
}

// lowered returns a form in lower case with straight apostrophes.
func lowered(form string) string {
	return strings.ReplaceAll(strings.ToLower(form), "’", "'")
}

// capitals reports whether a form of at least two letters has capitals only.
func capitals(form string) bool {
	return len(form) > 1 && strings.ToUpper(form) == form && strings.ToLower(form) != form
}
