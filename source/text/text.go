// Package text reads plain text. What flows in is the bytes of a file in any
// usual encoding; what flows out is a document whose text is the decoded file:
// line ends become "\n" and U+0000 becomes U+FFFD, and nothing else is changed.
// The other formats use its decoder for their bytes.
package text

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley"
)

// Parse returns the document of a text file. The title is the first line where
// that looks like a heading, and stays in the text. The content type may name
// the encoding; it may be empty.
func Parse(body []byte, contentType string) (parley.Document, error) {
	decoded, err := Decode(body, contentType)
	if err != nil {
		return parley.Document{}, fmt.Errorf("text: %w", err)
	}
	decoded = lineEnds.Replace(decoded)
	if strings.TrimSpace(decoded) == "" {
		return parley.Document{}, fmt.Errorf("text: %w", parley.ErrEmpty)
	}
	return parley.Document{Title: title(decoded), Text: decoded}, nil
}

// lineEnds makes the line ends of Windows and of old Macs those of Unix.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// heading is the longest title in characters.
const heading = 140

// title returns the first line where it is a heading: short, without an end
// mark, with a blank line and more text after it.
func title(text string) string {
	text = strings.TrimLeft(text, "\n \t")
	first, rest, _ := strings.Cut(text, "\n")
	next, _, _ := strings.Cut(rest, "\n")
	first = strings.TrimSpace(first)
	if strings.TrimSpace(next) != "" || strings.TrimSpace(rest) == "" {
		return ""
	}
	if utf8.RuneCountInString(first) > heading || !strings.ContainsFunc(first, unicode.IsLetter) {
		return ""
	}
	if last, _ := utf8.DecodeLastRuneInString(first); strings.ContainsRune(".!:;,…\"”", last) {
		return ""
	}
	return first
}

// Clean returns a short piece of metadata (a title, a name) in one line, without
// control characters, invisible characters and marks that turn the direction of
// the text around. Nothing cites metadata, so cleaning it breaks no span.
func Clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r < ' ':
			return ' '
		case Invisible(r) || Turns(r) || unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// Invisible reports whether a character shows nothing and joins nothing: a soft
// hyphen, a zero-width space, a byte order mark.
func Invisible(r rune) bool { return r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF' }

// Turns reports whether a character overrides or embeds a direction of writing,
// so that what is shown differs from what is stored.
func Turns(r rune) bool { return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' }
