package feature

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is what the templates read of a word: hashes of its form and of parts of
// it, its clusters and its tag.
type Word struct {
	Form   uint32 // in lower case, each digit as 0
	Exact  uint32 // as written
	Prefix [3]uint32
	Suffix [4]uint32
	Shape  uint32 // its letters by their kind, and whether it begins the sentence
	Fine   uint32 // its cluster, from 1; 0 for an unknown word
	Coarse uint32
	Tag    uint32 // the tag's number, from 1; 0 before tagging
}

// Clusters groups words that are used alike. It maps the hash of a word's plain
// form to its fine cluster, from 1, and each fine cluster to a coarse one.
type Clusters struct {
	Fine   map[uint32]uint16
	Coarse []uint8 // by the number of the fine cluster; the first is not used
}

// maxForm bounds the bytes of a form that are looked at, so that a text without
// white space costs no more than another.
const maxForm = 64

// AppendWords appends the words of a sentence and two that stand for the root and
// for no word at all.
func (c *Clusters) AppendWords(words []Word, forms []string) []Word {
	for i, form := range forms {
		words = append(words, c.word(form, i == 0))
	}
	const root, none = 1, 2
	return append(words,
		Word{Form: root, Exact: root, Shape: root, Fine: 1 << 16, Coarse: 1 << 8, Tag: 1 << 8},
		Word{Form: none, Exact: none, Shape: none, Fine: 2 << 16, Coarse: 2 << 8, Tag: 2 << 8})
}

func (c *Clusters) word(form string, first bool) Word {
	form = form[:min(len(form), maxForm)]
	plain := Plain(form)
	w := Word{Form: Hash(plain), Exact: Hash(form), Shape: shape(form, first)}
	for i := range w.Prefix {
		w.Prefix[i] = Hash(plain[:min(i+1, len(plain))])
	}
	for i := range w.Suffix {
		w.Suffix[i] = Hash(plain[max(0, len(plain)-i-1):])
	}
	w.Fine = uint32(c.Fine[w.Form])
	if int(w.Fine) < len(c.Coarse) {
		w.Coarse = uint32(c.Coarse[w.Fine])
	}
	return w
}

// Plain returns a form in lower case with straight apostrophes and every digit
// as 0.
func Plain(form string) string {
	plain := true
	for i := range len(form) {
		if b := form[i]; b >= utf8.RuneSelf || b >= 'A' && b <= 'Z' || b >= '1' && b <= '9' {
			plain = false
			break
		}
	}
	if plain {
		return form
	}
	return strings.Map(plainRune, form)
}

func plainRune(r rune) rune {
	switch {
	case r >= '1' && r <= '9':
		return '0'
	case r == '’' || r == '‘' || r == 'ʼ':
		return '\''
	}
	return unicode.ToLower(r)
}

// shape hashes the kinds of a form's characters, runs of one kind shortened to
// two: "Tolm" and "Selmark" have one shape, "EU" another.
func shape(form string, first bool) uint32 {
	h := uint32(fnvStart)
	last, length := byte(0), 0
	for _, r := range form {
		k := kind(r)
		if k != last {
			last, length = k, 0
		}
		if length++; length <= 2 {
			h = (h ^ uint32(k)) * fnvPrime
		}
	}
	if first {
		h = (h ^ '^') * fnvPrime
	}
	return h
}

// kind is the kind of a character; marks are kinds of their own.
func kind(r rune) byte {
	switch {
	case r >= 'a' && r <= 'z':
		return 'x'
	case r >= 'A' && r <= 'Z':
		return 'X'
	case r >= '0' && r <= '9':
		return '0'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	return '?'
}
