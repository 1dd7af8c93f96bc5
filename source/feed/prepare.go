package feed

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"parley"
	"parley/source/text"
)

const (
	// MaxSize is the longest feed in bytes that is read.
	MaxSize = 16 << 20

	maxDepth = 200      // elements inside each other; the deepest feeds have about 15
	maxCount = 300_000  // elements in all, or objects of JSON; an item has about ten
	maxTag   = 64 << 10 // bytes of one tag
)

// declaration is the encoding of an XML declaration, which the text no longer
// has once it is decoded.
var declaration = regexp.MustCompile(`^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*("[^"]*"|'[^']*')`)

// prepare returns a feed's bytes as UTF-8, within bounds: the parsers descend
// as deep as a feed goes.
func prepare(body []byte) ([]byte, error) {
	if len(body) > MaxSize {
		return nil, fmt.Errorf("%d bytes, at most %d are read: %w", len(body), MaxSize, parley.ErrTooLarge)
	}
	contentType := ""
	if m := declaration.FindSubmatch(body[:min(len(body), 512)]); m != nil {
		contentType = text.Declared(strings.Trim(string(m[2]), `"'`))
	}
	decoded, err := text.Decode(body, contentType)
	if err != nil {
		return nil, err
	}
	decoded = strings.TrimSpace(declaration.ReplaceAllString(decoded, "$1"))
	if decoded == "" {
		return nil, parley.ErrEmpty
	}
	if err := bound([]byte(decoded)); err != nil {
		return nil, err
	}
	return []byte(decoded), nil
}

// bound checks how many elements XML has, how deep they stand and how long their
// tags are. The depth of JSON needs no check: its decoder has a bound of its own.
func bound(body []byte) error {
	if body[0] == '{' && bytes.Count(body, []byte("{")) > maxCount {
		return fmt.Errorf("more than %d objects: %w", maxCount, parley.ErrTooLarge)
	}
	var open [][]byte // names of the elements that are open
	for count := 0; ; {
		start := bytes.IndexByte(body, '<')
		if start < 0 {
			return nil
		}
		body = body[start:]
		length, kind := markup(body)
		if length < 0 {
			return nil // cut off: the parser says so
		}
		if kind != other && length > maxTag {
			return fmt.Errorf("a tag of %d bytes: %w", length, parley.ErrTooLarge)
		}
		switch kind {
		case emptyTag:
			count++
		case startTag:
			count++
			open = append(open, name(body))
		case endTag:
			open = closed(open, name(body))
		}
		if len(open) > maxDepth || count > maxCount {
			return fmt.Errorf("more than %d elements, or nested deeper than %d: %w", maxCount, maxDepth, parley.ErrTooLarge)
		}
		body = body[length:]
	}
}

// closed returns the elements that are still open after an end tag, which also
// ends those inside its element. One without a start ends nothing.
func closed(open [][]byte, name []byte) [][]byte {
	for i := len(open) - 1; i >= 0; i-- {
		if bytes.Equal(open[i], name) {
			return open[:i]
		}
	}
	return open
}

// name returns the name in a tag.
func name(tag []byte) []byte {
	tag = bytes.TrimLeft(tag[:min(len(tag), 256)], "</")
	if i := bytes.IndexAny(tag, " \t\r\n/>"); i >= 0 {
		return tag[:i]
	}
	return tag
}

// The kinds of markup.
const (
	other = iota // a comment, CDATA, an instruction, a declaration
	emptyTag
	startTag
	endTag
)

// markup returns the length of the markup that body begins with, and its kind.
// The length is -1 where it does not end.
func markup(body []byte) (length, kind int) {
	for _, k := range []struct{ open, close string }{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
		if bytes.HasPrefix(body, []byte(k.open)) {
			if i := bytes.Index(body[len(k.open):], []byte(k.close)); i >= 0 {
				return len(k.open) + i + len(k.close), other
			}
			return -1, other
		}
	}
	end := closing(body)
	switch {
	case end < 0:
		return -1, other
	case body[1] == '!':
		return end + 1, other
	case body[end-1] == '/':
		return end + 1, emptyTag
	case body[1] == '/':
		return end + 1, endTag
	}
	return end + 1, startTag
}

// closing returns the place of the ">" that ends a tag, outside quotes. A quote
// that does not end within the tag's bound is not one.
func closing(body []byte) int {
	quote := byte(0)
	for i, b := range body {
		switch {
		case quote != 0 && b == quote:
			quote = 0
		case quote != 0:
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return i
		}
		if i > maxTag {
			break
		}
	}
	return bytes.IndexByte(body, '>')
}
