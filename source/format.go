package source

import (
	"bytes"
	"encoding/json"
	"mime"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"parley/source/text"
)

// Format is how an input is written.
type Format string

// The formats.
const (
	Text  Format = "text"
	HTML  Format = "html"
	JSON  Format = "json"  // objects, alone, in a row or in a list
	Lines Format = "jsonl" // an object a line
	Feed  Format = "feed"
)

var (
	// prolog is what may stand before the root of XML and HTML.
	prolog = regexp.MustCompile(`^(?:\s+|<\?[^>]*>|<!--(?s:.*?)-->|<!(?i:doctype)[^>\[]*(?:\[[^\]]*\])?[^>]*>)+`)
	// feedRoot is the root of a feed, htmlRoot that of a page.
	feedRoot = regexp.MustCompile(`^<(?:rss|feed|(?:\w+:)?RDF)[\s>/]`)
	htmlRoot = regexp.MustCompile(`^(?i:<html|<head|<body|<title|<meta)[\s>/]`)
	doctype  = regexp.MustCompile(`^\s*(?i:<!doctype\s+html)`)
	element  = regexp.MustCompile(`^<(?i:article|section|div|main|p|h[1-6]|ul|ol|table|span|a|b|i|em|strong|br|img|blockquote|header)[\s>/]`)
	listed   = regexp.MustCompile(`^\[\s*[{\]]`)
)

// pageNames are the endings of the names of pages.
var pageNames = []string{".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"}

// sniff tells the format from the first bytes, and where they leave it open
// from the declared type and the ending of the name.
func sniff(head []byte, name, contentType string) Format {
	decoded, err := text.Decode(head, "")
	if err != nil {
		return Text // whose decoder says what is wrong
	}
	decoded = strings.TrimLeft(decoded, " \t\r\n\uFFFD")
	ending := ending(name)
	media, _, _ := mime.ParseMediaType(contentType)
	page := media == "text/html" || media == "application/xhtml+xml" || slices.Contains(pageNames, ending)
	switch {
	case strings.HasPrefix(decoded, "{") && !page:
		return sniffObject(decoded, ending)
	case listed.MatchString(decoded) && !page:
		return JSON
	case ending == ".jsonl" || ending == ".ndjson":
		return Lines
	case ending == ".json" || media == "application/json":
		return JSON
	case strings.HasPrefix(decoded, "<"):
		return sniffMarkup(decoded, ending, page)
	case page:
		return HTML
	}
	return Text
}

// sniffObject tells the formats that begin with an object apart.
func sniffObject(head, ending string) Format {
	if strings.Contains(head, "jsonfeed.org/version") {
		return Feed
	}
	first, rest, _ := strings.Cut(head, "\n")
	alone := strings.TrimSpace(rest) == ""
	if ending == ".jsonl" || ending == ".ndjson" || json.Valid([]byte(first)) && !alone {
		return Lines
	}
	if quoted := bytes.HasPrefix(bytes.TrimLeft([]byte(head[1:]), " \t\r\n"), []byte(`"`)); quoted || ending == ".json" {
		return JSON
	}
	return Text // prose that begins with a brace
}

// sniffMarkup tells the formats that begin with a tag apart.
func sniffMarkup(head, ending string, page bool) Format {
	root := head[len(prolog.FindString(head)):]
	switch {
	case feedRoot.MatchString(root):
		return Feed
	case page || doctype.MatchString(head) || htmlRoot.MatchString(root):
		return HTML
	case strings.HasPrefix(head, "<?xml") || ending == ".xml" || ending == ".rss" || ending == ".atom":
		return Feed // whose parser says that it is none
	case ending != ".txt" && element.MatchString(root):
		return HTML
	}
	return Text
}

// ending returns the ending of a name in lower case, without that of gzip.
func ending(name string) string {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	if i := strings.IndexAny(name, "?#"); i >= 0 && strings.Contains(name, "://") {
		name = name[:i]
	}
	return filepath.Ext(name)
}
