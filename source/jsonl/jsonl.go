// Package jsonl reads documents that stand as JSON objects: one a line (JSONL),
// in a list, or alone. What flows in is the bytes of one object; what flows out
// is its document. The keys are those of the reading format:
//
//	id, url, outlet or source, author, title, published, modified, language,
//	licence or license, text
//
// Unknown keys are passed over. Of an object with the key "document", such as a
// reading, only that document is read, never its entries. The text is kept as it
// is, byte for byte, but that U+0000 becomes U+FFFD; spans that count characters
// stay right.
package jsonl

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"parley"
	"parley/source/date"
	"parley/source/text"
)

// Record is the document of one object.
type Record struct {
	Document parley.Document
	Raw      []byte // the object, or the document inside it
}

// Parse returns the record of one JSON object.
func Parse(object []byte) (Record, error) {
	object = bytes.TrimSpace(object)
	fields, err := decode(object)
	if err != nil {
		return Record{}, fmt.Errorf("json: %w", err)
	}
	if inner, ok := fields["document"]; ok {
		if fields, err = decode(inner); err != nil {
			return Record{}, fmt.Errorf("json: document: %w", err)
		}
		object = inner
	}
	doc, err := adapt(fields)
	if err != nil {
		return Record{}, fmt.Errorf("json: %w", err)
	}
	if !utf8.Valid(object) {
		doc.Warnings = append(doc.Warnings, "bytes that are not UTF-8 were replaced")
	}
	return Record{Document: doc, Raw: object}, nil
}

// decode returns the fields of an object.
func decode(object []byte) (map[string]json.RawMessage, error) {
	if len(object) == 0 {
		return nil, parley.ErrEmpty
	}
	if object[0] != '{' {
		return nil, fmt.Errorf("%.20q is no object: %w", object, parley.ErrNotText)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(object, &fields); err != nil {
		return nil, fmt.Errorf("%w: %w", err, parley.ErrDamaged)
	}
	return fields, nil
}

// adapt returns the document of an object's fields.
func adapt(fields map[string]json.RawMessage) (parley.Document, error) {
	r := reader{fields: fields}
	doc := parley.Document{
		ID:       r.line("id"),
		Title:    r.line("title"),
		Outlet:   r.line("outlet", "source"),
		Author:   r.line("author"),
		Language: r.line("language"),
		URL:      r.line("url"),
		Licence:  r.line("licence", "license"),
		Text:     r.exact("text"),
	}
	doc.Published = r.date("published")
	doc.Modified = r.date("modified")
	if open, ok := fields["open"]; ok {
		_ = json.Unmarshal(open, &doc.Open) // whatever else it is, it is not known
	}
	doc.Warnings = r.warnings
	switch {
	case r.err != nil:
		return doc, r.err
	case strings.TrimSpace(doc.Text) == "":
		return doc, fmt.Errorf("no text: %w", parley.ErrEmpty)
	}
	return doc, nil
}

// reader reads fields and gathers what is wrong with them.
type reader struct {
	fields   map[string]json.RawMessage
	warnings []string
	err      error // about the text, without which there is no document
}

// exact returns a string as it is.
func (r *reader) exact(key string) string {
	raw, ok := r.fields[key]
	if !ok || string(raw) == "null" {
		return ""
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		r.err = fmt.Errorf("%q is no string: %w", key, parley.ErrNotText)
		return ""
	}
	return strings.ReplaceAll(s, "\x00", "\uFFFD")
}

// line returns the first non-empty of the fields in one line. A number is taken
// as it is written, since ids often are numbers, and of a list its strings.
func (r *reader) line(keys ...string) string {
	for _, key := range keys {
		var v any
		decoder := json.NewDecoder(bytes.NewReader(r.fields[key]))
		decoder.UseNumber()
		if decoder.Decode(&v) != nil {
			continue
		}
		if s := words(v); s != "" {
			return s
		}
		if v != nil && v != "" {
			r.warnings = append(r.warnings, fmt.Sprintf("%s is no string", key))
		}
	}
	return ""
}

// words returns a value of JSON in one line, "" for what is no words.
func words(v any) string {
	switch v := v.(type) {
	case string:
		return text.Clean(v)
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, x := range v {
			if s, ok := x.(string); ok && text.Clean(s) != "" {
				parts = append(parts, text.Clean(s))
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

// date returns a date in its normal form. One that is not understood is kept as
// it is written, with a warning.
func (r *reader) date(key string) string {
	written := r.line(key)
	if written == "" {
		return ""
	}
	got, err := date.Parse(written)
	if err != nil {
		r.warnings = append(r.warnings, fmt.Sprintf("%s date not understood: %.60q", key, written))
		return written
	}
	return got
}
