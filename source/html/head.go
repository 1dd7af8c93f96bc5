package html

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/publicsuffix"
)

// head is what the page says of itself outside its text.
type head struct {
	meta      map[string]string // meta elements by name or property in lower case; the first of each
	data      []string          // JSON-LD scripts
	title, h1 string
	language  string
	canonical []string // candidates for the page's own address, best first
	authors   []string
	published []string // candidates as written, best first
	modified  []string
}

// publishedNames and modifiedNames are the meta elements that give the dates,
// most trusted first.
var (
	publishedNames = []string{"article:published_time", "article:published", "og:published_time", "datepublished",
		"parsely-pub-date", "sailthru.date", "article.published", "publish-date", "publication_date", "pubdate",
		"dcterms.created", "dcterms.date", "dc.date.issued", "dc.date", "dcterms.issued", "date", "cxenseparse:recs:publishtime"}
	modifiedNames = []string{"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
		"article:modified", "last-modified", "lastmod"}
	authorNames = []string{"author", "parsely-author", "sailthru.author", "article:author", "dc.creator", "byl", "cxenseparse:author"}
)

// gather walks the page once and notes what it says of itself.
func gather(tree *html.Node) head {
	h := head{meta: map[string]string{}}
	var shown []string // dates that time elements give
	for n := range tree.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.language = attribute(n, "lang")
		case atom.Meta:
			h.metaElement(n)
		case atom.Link:
			if strings.EqualFold(attribute(n, "rel"), "canonical") {
				h.canonical = append(h.canonical, attribute(n, "href"))
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(attribute(n, "type")), "ld+json") && n.FirstChild != nil {
				h.data = append(h.data, n.FirstChild.Data)
			}
		case atom.Title:
			setOnce(&h.title, content(n))
		case atom.H1:
			setOnce(&h.h1, content(n))
		case atom.Time:
			shown = append(shown, h.timeElement(n)...)
		}
	}
	h.fromMeta()
	h.published = append(h.published, shown...)
	return h
}

// setOnce fills in a field that is empty.
func setOnce(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// metaElement notes one meta element.
func (h *head) metaElement(n *html.Node) {
	value := strings.TrimSpace(attribute(n, "content"))
	if value == "" || len(value) > 2000 {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		name := strings.ToLower(strings.TrimSpace(attribute(n, key)))
		if _, known := h.meta[name]; name != "" && !known {
			h.meta[name] = value
		}
	}
}

// timeElement notes a time element that says which date it is, and returns the
// date of one that does not but stands in the story's own element.
func (h *head) timeElement(n *html.Node) []string {
	value := attribute(n, "datetime")
	if value == "" {
		return nil
	}
	kind := strings.ToLower(attribute(n, "itemprop") + " " + attribute(n, "class"))
	switch {
	case strings.Contains(kind, "modified") || strings.Contains(kind, "updated"):
		h.modified = append(h.modified, value)
	case strings.Contains(kind, "published") || hasAttribute(n, "pubdate"):
		h.published = append(h.published, value)
	case inside(n, atom.Article) || inside(n, atom.Header):
		return []string{value}
	}
	return nil
}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// inside reports whether a node stands in an element, the only one of its kind
// around it, and not in a list of links to other stories.
func inside(n *html.Node, kind atom.Atom) bool {
	found := 0
	for p := range n.Ancestors() {
		switch p.DataAtom {
		case kind:
			found++
		case atom.A, atom.Li, atom.Aside, atom.Nav, atom.Footer:
			return false
		}
	}
	return found == 1
}

// fromMeta sorts what the meta elements say.
func (h *head) fromMeta() {
	h.published = append(h.named(publishedNames), h.published...)
	h.modified = append(h.named(modifiedNames), h.modified...)
	h.authors = h.named(authorNames)
	if len(h.authors) > 1 {
		h.authors = h.authors[:1] // the others repeat the first in other forms
	}
	h.canonical = append(h.canonical, h.named([]string{"og:url"})...)
	if h.language == "" {
		h.language = strings.Join(h.named([]string{"og:locale", "language", "content-language"}), ",")
	}
}

// named returns the values of the named meta elements, in the order of the names.
func (h *head) named(names []string) []string {
	var out []string
	for _, n := range names {
		if v := h.meta[n]; v != "" {
			out = append(out, v)
		}
	}
	return out
}

// sameSite reports whether two addresses are of one site: one registered domain.
func sameSite(a, b *url.URL) bool {
	return domain(a.Hostname()) == domain(b.Hostname())
}

// domain returns the registered domain of a host, or the host where it has none.
func domain(host string) string {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if d, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return d
	}
	return host
}
