package sqlite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file turns what people type into FTS5 expressions. Every word reaches
// FTS5 as a quoted string, so that nothing in it can act as an operator, and
// only text that holds a letter or digit gets there, since FTS5's tokenizer
// finds nothing in the rest.

// maxTerms is how many words and phrases of a query count; the rest is left
// out, as no one types so many and each costs a walk through the index.
const maxTerms = 32

// matchWords returns the expression for texts that hold all words and "quoted
// phrases" of a query, in any order. A word that ends with * stands for
// all words that begin with it. It is empty where the query holds no words.
func matchWords(query string) string {
	var terms []string
	for rest := query; rest != "" && len(terms) < maxTerms; {
		var term string
		var phrase bool
		term, phrase, rest = nextTerm(rest)
		if hasWord(term) {
			terms = append(terms, quoted(term)+star(term, phrase))
		}
	}
	return strings.Join(terms, " AND ")
}

// nextTerm cuts the first word or phrase off a query. A quote that is never
// closed goes to the end.
func nextTerm(query string) (term string, phrase bool, rest string) {
	query = strings.TrimLeftFunc(query, unicode.IsSpace)
	if open, size := utf8.DecodeRuneInString(query); isQuote(open) {
		query = query[size:]
		end := strings.IndexFunc(query, isQuote)
		if end < 0 {
			return query, true, ""
		}
		_, size = utf8.DecodeRuneInString(query[end:])
		return query[:end], true, query[end+size:]
	}
	end := strings.IndexFunc(query, func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) })
	if end < 0 {
		return query, false, ""
	}
	return query[:end], false, query[end:]
}

// isQuote reports whether a character opens or closes a phrase.
func isQuote(r rune) bool { return strings.ContainsRune(`"“”„«»`, r) }

// star returns the sign for a word's beginning, where the word ends with it. A
// single letter would stand for a large part of the index, and gets none.
func star(term string, phrase bool) string {
	stem := strings.TrimSuffix(term, "*")
	if phrase || stem == term || utf8.RuneCountInString(stem) < 2 || !isWord(lastRune(stem)) {
		return ""
	}
	return " *"
}

// matchName returns the expression for a name in a column that holds the given
// words in this order, the last of them perhaps only begun; empty for no words.
func matchName(column, name string) string {
	if !hasWord(name) {
		return ""
	}
	out := column + " : " + quoted(name)
	if utf8.RuneCountInString(name) >= 2 && isWord(lastRune(name)) {
		out += " *"
	}
	return out
}

// both joins the expressions that are not empty.
func both(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, "("+p+")")
		}
	}
	return strings.Join(out, " AND ")
}

// in confines an expression to columns.
func in(columns, match string) string {
	if match == "" {
		return ""
	}
	return "{" + columns + "} : (" + match + ")"
}

// quoted returns s as an FTS5 string. A NUL byte would end the expression, and
// bytes that are not UTF-8 are in no text of the ledger.
func quoted(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", " "), " ")
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// hasWord reports whether s holds anything that the tokenizer makes a word of.
func hasWord(s string) bool { return strings.IndexFunc(s, isWord) >= 0 }

// isWord reports whether a character belongs to words for the tokenizer
// unicode61. It knows an older Unicode, in which some characters of today were
// not assigned; for those an expression may match nothing.
func isWord(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.Co) }

// lastRune returns the last character of s.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
