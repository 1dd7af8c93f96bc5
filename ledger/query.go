package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"parley"
)

// maxQuery is the longest query line in bytes. A person's line is far shorter;
// the bound keeps the cost of a search that someone else composed small.
const maxQuery = 1000

// dayLayout is the form of a day in queries.
const dayLayout = "2006-01-02"

// ParseQuery reads the query line that the command line and the screens share:
//
//	who:NAME outlet:NAME kind:statements from:2031-05-01 to:2031-05-31 doc:ID in:text words "a phrase"
//	by:"EXACT NAME" toward:"EXACT NAME"
//
// All parts are optional and stand in any order, each field at most once. A name
// of several words stands in double quotes: who:"Foreign Ministry". Words and
// phrases are gathered into Query.Words with single spaces, phrases in plain
// double quotes. An error says in plain words which part is wrong and what it wants.
func ParseQuery(s string) (Query, error) {
	var q Query
	if len(s) > maxQuery {
		return q, fmt.Errorf("query of %d bytes: %w: at most %d", len(s), parley.ErrTooLarge, maxQuery)
	}
	if !utf8.ValidString(s) {
		return q, fmt.Errorf("query: %w: not valid UTF-8", parley.ErrNotText)
	}
	line := queryLine{rest: straight(s), seen: map[string]bool{}}
	var words []string
	for line.next() {
		word, err := line.item(&q)
		if err != nil {
			return Query{}, err
		}
		if word != "" {
			words = append(words, word)
		}
	}
	q.Words = strings.Join(words, " ")
	if q.From != "" && q.To != "" && q.From > q.To {
		return Query{}, fmt.Errorf("from:%s is after to:%s", q.From, q.To)
	}
	return q, nil
}

// straight turns typographic double quotes, which pasted text has, into plain
// ones, and control characters into spaces.
func straight(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("“”„‟", r):
			return '"'
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
}

// queryLine is what is left to read of a query.
type queryLine struct {
	rest string
	seen map[string]bool // fields that were given
}

// next skips white space and reports whether anything follows.
func (l *queryLine) next() bool {
	l.rest = strings.TrimLeftFunc(l.rest, unicode.IsSpace)
	return l.rest != ""
}

// item reads one field into q, or returns one word or phrase.
func (l *queryLine) item(q *Query) (string, error) {
	name := fieldName(l.rest)
	if name == "" {
		text, quoted, err := l.value()
		if quoted && text != "" {
			text = `"` + text + `"`
		}
		return text, err
	}
	l.rest = l.rest[len(name)+1:]
	name = strings.ToLower(name)
	text, _, err := l.value()
	if err != nil {
		return "", err
	}
	if l.seen[name] {
		return "", fmt.Errorf("%s: stands twice", name)
	}
	l.seen[name] = true
	return "", q.set(name, text)
}

// fieldName returns the name in front of a colon where the text begins with
// one. Only letters make a name, so that a time such as 10:30 stays a word.
func fieldName(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !isASCIILetter(r) })
	if i <= 0 || s[i] != ':' {
		return ""
	}
	return s[:i]
}

// isASCIILetter reports whether r is one of A to Z, in either case.
func isASCIILetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// value reads a quoted text or the characters up to a space or quote.
func (l *queryLine) value() (text string, quoted bool, err error) {
	if body, ok := strings.CutPrefix(l.rest, `"`); ok {
		text, rest, closed := strings.Cut(body, `"`)
		if !closed {
			return "", true, fmt.Errorf("the quotation mark before %q is not closed", text)
		}
		l.rest = rest
		return strings.Join(strings.Fields(text), " "), true, nil
	}
	end := strings.IndexFunc(l.rest, func(r rune) bool { return r == '"' || unicode.IsSpace(r) })
	if end < 0 {
		end = len(l.rest)
	}
	text, l.rest = l.rest[:end], l.rest[end:]
	return text, false, nil
}

// set gives a field its value.
func (q *Query) set(name, text string) (err error) {
	switch name {
	case "who":
		q.Who, err = text, wants(name, text, "a name")
	case "by":
		q.By, err = text, wants(name, text, "the exact name of an actor")
	case "toward":
		q.Toward, err = text, wants(name, text, "the exact name of an actor")
	case "outlet":
		q.Outlet, err = text, wants(name, text, "a name")
	case "doc":
		q.Document, err = text, wants(name, text, "a document's id")
	case "kind":
		q.Kind, err = parseKind(text)
	case "from":
		q.From, err = parseDay(name, text)
	case "to":
		q.To, err = parseDay(name, text)
	case "in":
		q.InText = text == "text"
		if !q.InText {
			err = fmt.Errorf("in: wants text, not %q", text)
		}
	default:
		err = fmt.Errorf("%s: is no field (there are who: by: toward: kind: outlet: from: to: doc: in:); "+
			"to search for the words, put them in quotation marks", name)
	}
	return err
}

// wants is the error of a field without a value.
func wants(name, text, what string) error {
	if text == "" {
		return errors.New(name + ": wants " + what)
	}
	return nil
}

// parseKind reads a kind of entry, in the singular or the plural.
func parseKind(text string) (parley.Kind, error) {
	low := strings.ToLower(text)
	for _, kind := range parley.Kinds() {
		if low == string(kind) || low+"s" == string(kind) {
			return kind, nil
		}
	}
	var names []string
	for _, kind := range parley.Kinds() {
		names = append(names, string(kind))
	}
	return "", fmt.Errorf("kind: wants one of %s, not %q", strings.Join(names, ", "), text)
}

// parseDay reads a day of the calendar.
func parseDay(name, text string) (string, error) {
	if _, err := time.Parse(dayLayout, text); err != nil {
		return "", fmt.Errorf("%s: wants YYYY-MM-DD, not %q", name, text)
	}
	return text, nil
}

// String returns the line that ParseQuery reads back as q. Limit and After are
// no part of it.
func (q Query) String() string {
	var parts []string
	add := func(name, text string) {
		if text != "" {
			if strings.ContainsFunc(text, unicode.IsSpace) {
				text = `"` + text + `"`
			}
			parts = append(parts, name+":"+text)
		}
	}
	add("who", q.Who)
	add("by", q.By)
	add("toward", q.Toward)
	add("kind", string(q.Kind))
	add("outlet", q.Outlet)
	add("from", q.From)
	add("to", q.To)
	add("doc", q.Document)
	if q.InText {
		add("in", "text")
	}
	return strings.Join(slices.DeleteFunc(append(parts, q.Words), func(s string) bool { return s == "" }), " ")
}
