package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file knows the commonest fault of stored news: UTF-8 that was read as
// Windows-1252 or Latin-1 and encoded again, so that “ stands as "â€œ". The text
// stays as it is stored, but its marks, apostrophes and dashes count as what they
// were.

// garbles are the characters that "â€" and "â" with U+0080 begin, by their last rune.
var garbles = map[rune]rune{
	'œ': '“', 0x9c: '“', 0x9d: '”', '˜': '‘', 0x98: '‘', '™': '’', 0x99: '’', '“': '–', 0x93: '–', '”': '—', 0x94: '—',
	'¦': '…', // 0xa6 in both
}

// decode returns the first character of s and its length in bytes; a garbled mark
// is one character, the one that it was.
func decode(s string) (rune, int) {
	if len(s) > 0 && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return decodeLong(s)
}

// decodeLong is decode for what is not ASCII.
func decodeLong(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r != 'â' {
		return r, size
	}
	if mark, n := garbled(s[size:]); n > 0 {
		return mark, size + n
	}
	return r, size
}

// garbled returns the mark that "â" before s is the beginning of and how many bytes
// of s belong to it, or 0. A closing mark often has lost its last byte, which
// Windows-1252 has no sign for.
func garbled(s string) (rune, int) {
	second, n := utf8.DecodeRuneInString(s)
	if second != '€' && second != 0x80 {
		return 0, 0
	}
	third, size := utf8.DecodeRuneInString(s[n:])
	if mark, ok := garbles[third]; ok {
		return mark, n + size
	}
	if second == '€' && (size == 0 || unicode.IsSpace(third) || strings.ContainsRune(`.,;:!?)]`, third)) {
		return '”', n
	}
	return 0, 0
}

// repaired returns s with its garbled marks as what they were.
func repaired(s string) string {
	if !strings.Contains(s, "â") {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); {
		r, size := decode(s[i:])
		if r == utf8.RuneError {
			out.WriteString(s[i : i+size])
		} else {
			out.WriteRune(r)
		}
		i += size
	}
	return out.String()
}
