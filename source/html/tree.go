package html

import (
	"fmt"
	"mime"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"parley"
	"parley/source/text"
)

const (
	// MaxSize is the longest page in bytes that is read. Pages of news are
	// below 4 MB; what is longer is no story.
	MaxSize = 8 << 20

	maxNodes = 400_000 // elements and texts of one page
	maxAttrs = 64      // attributes of one element that are kept
)

// decode returns the tree of a page's bytes.
func decode(body []byte, contentType string) (*html.Node, error) {
	if len(body) > MaxSize {
		return nil, fmt.Errorf("%d bytes, at most %d are read: %w", len(body), MaxSize, parley.ErrTooLarge)
	}
	decoded, err := text.Decode(body, declaration(body, contentType))
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(decoded) == "" {
		return nil, parley.ErrEmpty
	}
	return parse(decoded)
}

// declaration returns the content type with the charset that the server
// declares, or else the page's own meta element.
func declaration(body []byte, contentType string) string {
	if _, params, err := mime.ParseMediaType(contentType); err == nil && params["charset"] != "" {
		return contentType
	}
	_, name, _ := charset.DetermineEncoding(body[:min(len(body), 1024)], "")
	return text.Declared(name)
}

// parse returns the tree of decoded HTML, within bounds.
func parse(decoded string) (*html.Node, error) {
	tree, err := html.Parse(strings.NewReader(strings.ToValidUTF8(decoded, "\uFFFD")))
	if err != nil {
		return nil, fmt.Errorf("nested too deeply: %w: %w", err, parley.ErrTooLarge)
	}
	nodes := 0
	for n := range tree.Descendants() {
		if nodes++; nodes > maxNodes {
			return nil, fmt.Errorf("more than %d elements: %w", maxNodes, parley.ErrTooLarge)
		}
		n.Attr = n.Attr[:min(len(n.Attr), maxAttrs)]
	}
	return tree, nil
}

// unseen are the elements whose content a browser does not show as text.
var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Object: true, atom.Embed: true, atom.Svg: true, atom.Math: true, atom.Canvas: true,
	atom.Select: true, atom.Textarea: true, atom.Button: true, atom.Audio: true, atom.Video: true,
	atom.Noembed: true, atom.Noframes: true, atom.Dialog: true, atom.Title: true,
}

// concealed matches inline style that keeps an element from being seen.
var concealed = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|` +
	`(?:font-size|opacity|max-height|max-width)\s*:\s*0(?:\.0+)?(?:px|em|rem|pt|%)?\s*(?:;|!|$)|` +
	`(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}`)

// prune removes from the tree all that is not shown: hidden elements, scripts,
// styles, comments.
func prune(tree *html.Node) {
	var gone []*html.Node
	for n := range tree.Descendants() {
		if n.Type == html.CommentNode || n.Type == html.ElementNode && hidden(n) {
			gone = append(gone, n)
		}
	}
	for _, n := range gone {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// hidden reports whether an element is not shown. Of the page's own frame that
// is not believed: pages that fade in start out transparent.
func hidden(n *html.Node) bool {
	if n.DataAtom == atom.Html || n.DataAtom == atom.Body {
		return false
	}
	if unseen[n.DataAtom] || n.Namespace != "" {
		return true
	}
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		switch a.Key {
		case "hidden":
			return !strings.EqualFold(a.Val, "until-found")
		case "aria-hidden":
			return strings.EqualFold(strings.TrimSpace(a.Val), "true")
		case "style":
			return concealed.MatchString(a.Val)
		}
		return false
	})
}

// attribute returns the value of an element's attribute, or "".
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// content returns the text inside a node, space collapsed.
func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
