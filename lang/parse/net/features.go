package net

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The hashed features of a word.
const (
	featureLower = iota
	featurePrefix
	featureSuffix
	featureShape
	Features
)

// seeds is how many rows of its table a feature adds up, so that two features
// that meet in one row are still told apart by the others.
const seeds = 4

// affix is how many letters make a prefix or a suffix.
const affix = 3

// maxForm and maxShape bound the work that one word can ask for, in bytes.
const (
	maxForm  = 64
	maxShape = 12
)

// Lexeme is a form as the network sees it: rows of the tables.
type Lexeme [Features][seeds]uint32

// Lexeme looks a form up. It also returns the key of its static vector.
func (s *Shape) Lexeme(form string) (Lexeme, string) {
	form = clip(form)
	lower := Normal(form)
	var lex Lexeme
	texts := [Features]string{zeroDigits(lower), prefix(lower, affix), suffix(lower, affix), shape(form)}
	for f, text := range texts {
		h := hash(text) + uint64(f)
		for k := range seeds {
			h = scramble(h)
			lex[f][k] = uint32(h % uint64(s.Rows[f]))
		}
	}
	return lex, lower
}

// clip cuts an over-long form to its two ends.
func clip(form string) string {
	if len(form) <= maxForm {
		return form
	}
	return form[:maxForm/2] + form[len(form)-maxForm/2:]
}

// plain spells the marks of good typesetting as typewriters do.
var plain = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", "``", "\"", "''", "\"", "–", "-", "—", "--", "…", "...")

// Normal is the form under which a word has its static vector.
func Normal(form string) string { return plain.Replace(strings.ToLower(form)) }

// zeroDigits makes all numbers of the same length alike.
func zeroDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, s)
}

func prefix(s string, letters int) string {
	for i := range s {
		if letters == 0 {
			return s[:i]
		}
		letters--
	}
	return s
}

func suffix(s string, letters int) string {
	end := len(s)
	for ; letters > 0 && end > 0; letters-- {
		_, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
	}
	return s[end:]
}

// longestRun is how many letters of a kind a shape shows before it leaves the
// others out: "Parliament" is "Xxxxx", as is "Senate".
const longestRun = 4

// shape replaces letters and digits by their kind.
func shape(form string) string {
	var b strings.Builder
	var last rune
	run := 0
	for _, r := range form {
		kind := kindOf(r)
		if kind != last {
			last, run = kind, 0
		}
		if run++; run <= longestRun {
			b.WriteRune(kind)
		}
		if b.Len() >= maxShape {
			break
		}
	}
	return b.String()
}

func kindOf(r rune) rune {
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	default:
		return r
	}
}

// hash is FNV-1a with 64 bits; the weights depend on it.
func hash(s string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

// scramble is the step of SplitMix64 (Steele, Lea and Flood 2014).
func scramble(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
