package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"parley/source/text"
)

// The breaks that an element makes before and after itself, in line ends.
const (
	lineBreak  = 1
	blockBreak = 2
)

// breaks tells which elements begin and end a line or a block. All others run
// on. They go by name, because the extractor makes elements without an atom.
var breaks = map[string]int{
	"p": blockBreak, "div": blockBreak, "section": blockBreak, "article": blockBreak, "main": blockBreak,
	"header": blockBreak, "footer": blockBreak, "aside": blockBreak, "nav": blockBreak, "body": blockBreak,
	"h1": blockBreak, "h2": blockBreak, "h3": blockBreak, "h4": blockBreak, "h5": blockBreak, "h6": blockBreak,
	"ul": blockBreak, "ol": blockBreak, "dl": blockBreak, "blockquote": blockBreak, "pre": blockBreak,
	"table": blockBreak, "figure": blockBreak, "figcaption": blockBreak, "hr": blockBreak, "address": blockBreak,
	"details": blockBreak, "form": blockBreak, "fieldset": blockBreak,
	"li": lineBreak, "tr": lineBreak, "dt": lineBreak, "dd": lineBreak, "summary": lineBreak, "caption": lineBreak,
}

// blocks returns the text of a tree as it would be read: blocks with a blank
// line between them, list items and table rows on lines of their own. Depth is
// bounded by the parser.
func blocks(n *html.Node) string {
	var w writer
	w.node(n)
	return w.String()
}

// writer writes text with breaks and single spaces.
type writer struct {
	strings.Builder
	pending int  // line ends that are due before the next word
	space   bool // a space is due before the next word
}

// node writes a node and what is in it.
func (w *writer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.text(n.Data)
		return
	case n.Data == "head":
		return // the title is no part of the text
	case n.Data == "br":
		w.pending = min(w.pending+1, blockBreak)
		return
	case n.Data == "td" || n.Data == "th":
		w.space = true
	}
	due := breaks[n.Data]
	w.pending = max(w.pending, due)
	for c := range n.ChildNodes() {
		w.node(c)
	}
	w.pending = max(w.pending, due)
}

// text writes characters, their white space collapsed.
func (w *writer) text(s string) {
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			w.space = true
		case text.Invisible(r) || unicode.IsControl(r):
		default:
			w.due()
			w.WriteRune(r)
		}
	}
}

// due writes the line ends or the space that stand before the next character.
func (w *writer) due() {
	switch {
	case w.Len() == 0:
	case w.pending > 0:
		w.WriteString("\n\n"[:w.pending])
	case w.space:
		w.WriteByte(' ')
	}
	w.pending, w.space = 0, false
}
