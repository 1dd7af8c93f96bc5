package web

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a stretch of foreign text for the page: either plain text or, with
// Code set, characters that a reader could not see, by their name.
type piece struct {
	Text string
	Code string
}

// maxMarks is how many combining marks one letter may carry before they are
// shown as a count. No writing system stacks as many; floods of them cover the
// lines above and below.
const maxMarks = 6

// pieces splits foreign text so that what is invisible in it (direction
// overrides, zero-width characters, control characters) can be shown. Bytes that
// are no UTF-8 become U+FFFD, so that no two stretches can join to a character.
func pieces(s string) []piece {
	s = strings.ToValidUTF8(s, string(utf8.RuneError))
	var out []piece
	plain := 0 // start of the plain text that is not yet in out
	for i := 0; i < len(s); {
		code, size := hidden(s, i)
		if code == "" {
			i += size
			continue
		}
		if plain < i {
			out = append(out, piece{Text: s[plain:i]})
		}
		out = append(out, piece{Code: code})
		i += size
		plain = i
	}
	if plain < len(s) {
		out = append(out, piece{Text: s[plain:]})
	}
	return out
}

// visible is the text of pieces in one string, for places that hold no markup:
// attributes, the page's title, a copied quote.
func visible(s string) string {
	var b strings.Builder
	for _, p := range pieces(s) {
		b.WriteString(p.Text)
		if p.Code != "" {
			b.WriteString("⟦" + p.Code + "⟧")
		}
	}
	return b.String()
}

// hidden returns the name of the invisible character, or flood of marks, at
// byte i of s, and its size in bytes; an empty name if the character is plain.
func hidden(s string, i int) (code string, size int) {
	r, size := utf8.DecodeRuneInString(s[i:])
	switch {
	case r < utf8.RuneSelf:
		if r >= ' ' && r != 0x7f || r == '\n' || r == '\t' || r == '\r' {
			return "", size
		}
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
		return marks(s, i)
	case r == '\u200c' || r == '\u200d':
		if joins(s[:i], s[i+size:]) {
			return "", size
		}
	case !invisible(r):
		return "", size
	}
	return fmt.Sprintf("U+%04X", r), size
}

// invisible reports whether r takes no room of its own or changes the direction
// of what follows. The soft hyphen is left alone: it shows where it works.
func invisible(r rune) bool {
	switch {
	case unicode.Is(unicode.Cf, r):
		return r != '\u00ad' && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	case unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return true
	}
	return strings.ContainsRune("\u115f\u1160\u3164\uffa0", r) // the Hangul fillers
}

// joins reports whether a joiner between two texts has work to do there: between
// emoji or in scripts whose letters join. Between Latin letters it only hides.
func joins(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	return joinable(a) && joinable(b)
}

// joinable reports whether a joiner beside r can change how r is drawn.
func joinable(r rune) bool {
	return r >= utf8.RuneSelf && r != utf8.RuneError && !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek) &&
		!unicode.IsSpace(r) && !unicode.IsPunct(r) && (!invisible(r) || r == '\u200d')
}

// marks measures the run of combining marks at byte i and names it if it is a flood.
func marks(s string, i int) (code string, size int) {
	n := 0
	for j := i; j < len(s); n++ {
		r, w := utf8.DecodeRuneInString(s[j:])
		if !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Me, r) {
			break
		}
		j += w
		size = j - i
	}
	if n <= maxMarks {
		return "", size
	}
	return fmt.Sprintf("%d marks", n), size
}

// outside returns a web address as a link may carry it, or "" for anything that
// is not plainly http or https with a host.
func outside(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}

// quoted puts foreign words between quotation marks, unless they begin and end
// with some of their own.
func quoted(s string) string {
	for _, pair := range []string{"“”", `""`} {
		first, size := utf8.DecodeRuneInString(pair)
		if len(s) >= len(pair) && strings.HasPrefix(s, string(first)) && strings.HasSuffix(s, pair[size:]) {
			return s
		}
	}
	return "“" + s + "”"
}
