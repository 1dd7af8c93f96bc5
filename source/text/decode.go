package text

import (
	"bytes"
	"fmt"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"parley"
)

// Decode returns bytes as valid UTF-8 without U+0000, which becomes U+FFFD. The
// encoding is that of a byte order mark; else UTF-8 where the bytes are valid
// UTF-8, whatever is declared; else the declared one (a content type such as
// "text/html; charset=koi8-r"; may be empty); else Windows-1252. The error wraps
// ErrNotText for bytes that are no text, and says what they look like.
func Decode(body []byte, contentType string) (string, error) {
	if kind := Binary(body); kind != "" {
		return "", fmt.Errorf("%s: %w", kind, parley.ErrNotText)
	}
	enc := choose(body, contentType)
	if enc == encoding.Nop {
		return clean(string(bytes.TrimPrefix(body, bom8))), nil
	}
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return "", fmt.Errorf("decoding: %w: %w", parley.ErrNotText, err)
	}
	text := clean(string(out))
	if control(text)*20 > utf8.RuneCountInString(text) {
		return "", fmt.Errorf("control characters: %w", parley.ErrNotText)
	}
	return text, nil
}

// Declared returns the content type that declares the charset, for a charset
// that stands inside a document.
func Declared(charset string) string { return "text/plain; charset=" + charset }

// clean makes the string valid UTF-8 without U+0000.
func clean(s string) string {
	s = strings.TrimPrefix(strings.ToValidUTF8(s, "\uFFFD"), "\uFEFF")
	return strings.ReplaceAll(s, "\x00", "\uFFFD")
}

var (
	bom8    = []byte("\xEF\xBB\xBF")
	bom16LE = []byte("\xFF\xFE")
	bom16BE = []byte("\xFE\xFF")
	bom32LE = []byte("\xFF\xFE\x00\x00")
	bom32BE = []byte("\x00\x00\xFE\xFF")
)

// choose returns the encoding of the bytes, Nop for UTF-8.
func choose(body []byte, contentType string) encoding.Encoding {
	if wide := wide(body); wide != nil {
		return wide
	}
	declared := declared(contentType)
	switch {
	case bytes.HasPrefix(body, bom8):
		return encoding.Nop
	case sevenBit(declared) && bytes.IndexByte(body, 0x1B) >= 0:
		return declared // ISO-2022 looks like ASCII
	case utf8.Valid(body):
		return encoding.Nop
	case mostlyUTF8(body):
		return encoding.Nop
	case declared != nil:
		return declared
	}
	return charmap.Windows1252
}

// Wide reports whether bytes are UTF-16 or UTF-32.
func Wide(body []byte) bool { return wide(body) != nil }

// wide returns the encoding of UTF-16 and UTF-32, told by its mark or by where
// its zero bytes stand, and nil for all others.
func wide(body []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(body, bom32LE):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(body, bom32BE):
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case bytes.HasPrefix(body, bom16LE), bytes.HasPrefix(body, bom16BE):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	even, odd := zeros(body)
	half := min(len(body), probe) / 2
	switch {
	case half < 2:
		return nil
	case odd*10 >= half*7 && even == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even*10 >= half*7 && odd == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// probe is how many bytes decide what kind of bytes they are.
const probe = 4 << 10

// zeros counts the zero bytes at even and at odd places of the first bytes.
func zeros(body []byte) (even, odd int) {
	for i, b := range body[:min(len(body), probe)] {
		switch {
		case b == 0 && i%2 == 0:
			even++
		case b == 0:
			odd++
		}
	}
	return even, odd
}

// declared returns the encoding that a content type names, or nil. UTF-8 counts
// as none, since it is recognised without being declared.
func declared(contentType string) encoding.Encoding {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil || params["charset"] == "" {
		return nil
	}
	enc, name := charset.Lookup(params["charset"])
	if name == "utf-8" {
		return nil
	}
	return enc
}

// sevenBit reports whether the encoding shifts with escapes and so looks like ASCII.
func sevenBit(enc encoding.Encoding) bool {
	jp, _ := charset.Lookup("iso-2022-jp")
	return enc != nil && enc == jp
}

// mostlyUTF8 reports whether bytes that are not valid UTF-8 are UTF-8 with some
// damage: at least ten whole multi-byte characters for each bad byte.
func mostlyUTF8(body []byte) bool {
	good, bad := 0, 0
	for len(body) > 0 {
		r, size := utf8.DecodeRune(body)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		body = body[size:]
	}
	return good >= 10*bad
}

// magic are the first bytes of formats that are often met among texts.
var magic = []struct{ head, name string }{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a zip archive or office file"},
	{"\x1F\x8B", "gzip inside gzip"},
	{"BZh", "a bzip2 file"},
	{"\xFD7zXZ\x00", "an xz file"},
	{"\x28\xB5\x2F\xFD", "a zstd file"},
	{"7z\xBC\xAF\x27\x1C", "a 7z archive"},
	{"\x89PNG", "a PNG image"},
	{"\xFF\xD8\xFF", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"\x7FELF", "a program"},
	{"SQLite format 3\x00", "a SQLite database"},
	{"\xD0\xCF\x11\xE0", "an old office file"},
	{"ID3", "a sound file"},
	{"WARC/", "a web archive (WARC)"},
}

// Binary says what bytes look like that are no text, and "" for text.
func Binary(body []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(body, []byte(m.head)) {
			return m.name
		}
	}
	if wide(body) != nil {
		return ""
	}
	head := body[:min(len(body), probe)]
	even, odd := zeros(head)
	if (even+odd)*100 > len(head) || control(string(head))*20 > len(head) {
		return "binary"
	}
	return ""
}

// control counts the control characters that texts do not use.
func control(s string) int {
	n := 0
	for _, r := range s {
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1B", r) || r == 0x7F {
			n++
		}
	}
	return n
}
