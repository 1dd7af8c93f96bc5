package eval

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"parley"
)

// discourseTree is a document in the format rs4 of enhanced rhetorical structure
// theory, as far as attributions need it.
type discourseTree struct {
	Segments []discourseNode `xml:"body>segment"`
	Groups   []discourseNode `xml:"body>group"`
	Signals  []struct {
		Source  string `xml:"source,attr"`
		Subtype string `xml:"subtype,attr"`
		Tokens  string `xml:"tokens,attr"` // numbers of words, from 1, parted by commas
	} `xml:"body>signals>signal"`
}

// discourseNode is a unit of discourse with its relation to its parent.
type discourseNode struct {
	ID       string `xml:"id,attr"`
	Relation string `xml:"relname,attr"`
}

// attributionsOf returns the attributions of a discourse tree that mark a source,
// in the order of the nodes.
func attributionsOf(tree []byte, words []CorefWord) ([]CorefAttribution, error) {
	var t discourseTree
	if err := xml.Unmarshal(tree, &t); err != nil {
		return nil, fmt.Errorf("discourse tree: %w", err)
	}
	var out []CorefAttribution
	for _, n := range append(t.Segments, t.Groups...) {
		if !strings.HasPrefix(n.Relation, "attribution") {
			continue
		}
		var a CorefAttribution
		for _, s := range t.Signals {
			if s.Source != n.ID {
				continue
			}
			spans, err := wordSpans(s.Tokens, words)
			if err != nil {
				return nil, fmt.Errorf("discourse tree: node %s: %w", n.ID, err)
			}
			switch s.Subtype {
			case "attribution_source":
				a.Source = append(a.Source, spans...)
			case "indicative_word", "indicative_phrase":
				a.Cue = append(a.Cue, spans...)
			}
		}
		if len(a.Source) > 0 {
			out = append(out, a)
		}
	}
	return out, nil
}

// wordSpans returns the spans of words by their numbers.
func wordSpans(numbers string, words []CorefWord) (parley.Spans, error) {
	var out parley.Spans
	for field := range strings.SplitSeq(numbers, ",") {
		if field == "" {
			continue
		}
		n, err := strconv.Atoi(field)
		if err != nil || n < 1 || n > len(words) {
			return nil, fmt.Errorf("no word %q of %d: %w", field, len(words), parley.ErrNotFound)
		}
		out = append(out, words[n-1].Span)
	}
	return out, nil
}
