// Package html reads web pages. What flows in is the bytes of a page and the
// address they came from; what flows out is a document: the main text in blocks,
// the title, the outlet, the author, the dates, the language and the page's own
// address. Scripts' data for machines (JSON-LD) is believed first, then the meta
// elements, then what the page shows.
//
// A page is hostile until read: nothing that a browser would not show becomes
// text, no address but one of the same site is taken from it, and its size and
// nesting are bounded.
package html

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"parley"
	"parley/source/date"
	"parley/source/language"
	"parley/source/text"
)

// thin is the number of letters below which a page is doubted to be a story.
const thin = 250

// Origin is what is known of a page beside its bytes. All of it may be empty.
type Origin struct {
	Address     string    // that the page was got from, after redirects
	ContentType string    // as the server declares it
	Got         time.Time // when it was got: the page cannot be younger; zero means now
}

// Parse returns the document of a page.
func Parse(body []byte, from Origin) (parley.Document, error) {
	tree, err := decode(body, from.ContentType)
	if err != nil {
		return parley.Document{}, fmt.Errorf("html: %w", err)
	}
	p := page{head: gather(tree), base: from.Address, got: from.Got}
	if p.got.IsZero() {
		p.got = time.Now()
	}
	p.story = bestStory(p.head.data)
	prune(tree)
	p.main, err = mainText(tree)
	if err != nil && p.story.body == "" {
		return parley.Document{}, fmt.Errorf("html: %w", err)
	}
	doc := p.document(tree)
	if letters(doc.Text) == 0 {
		return parley.Document{}, fmt.Errorf("html: no main text: %w", parley.ErrEmpty)
	}
	return doc, nil
}

// Text returns the text of a fragment of HTML, such as a feed's description, in
// blocks. Hidden parts are left out as in Parse. A fragment without tags keeps
// its blank lines.
func Text(fragment string) (string, error) {
	if !strings.Contains(fragment, "<") {
		return plain(html.UnescapeString(strings.ToValidUTF8(fragment, "\uFFFD"))), nil
	}
	tree, err := parse(fragment)
	if err != nil {
		return "", fmt.Errorf("html: %w", err)
	}
	prune(tree)
	return blocks(tree), nil
}

// plain returns text without tags in blocks.
func plain(s string) string {
	var w writer
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) == "" {
			w.pending = blockBreak
		}
		w.text(line)
	}
	return w.String()
}

// page is what is known of one page on its way to a document.
type page struct {
	head  head
	story story // the JSON-LD article, zero where there is none
	main  string
	base  string    // address that the page was got from
	got   time.Time // when
}

// document puts the page's parts together.
func (p *page) document(tree *html.Node) parley.Document {
	doc := parley.Document{URL: p.address(), Text: p.body()}
	doc.Outlet = p.outlet(doc.URL)
	doc.Title = p.title(doc.Outlet)
	doc.Author = p.author(doc.Outlet)
	doc.Warnings = p.dates(&doc, tree)
	declared := p.story.language
	if declared == "" {
		declared = p.head.language
	}
	doc.Language = language.Code(declared)
	if letters(doc.Text) < thin {
		doc.Warnings = append(doc.Warnings, "thin: the page has very little text")
	}
	if p.story.paid {
		doc.Warnings = append(doc.Warnings, "paywall: the text may be cut")
	}
	return doc
}

// letters counts the letters of s.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// address returns the page's own address: its canonical one where that is of
// the same site, else the one it was got from. A page in a file has none to
// compare with, so that its canonical address is believed.
func (p *page) address() string {
	base, err := url.Parse(p.base)
	if err != nil || base.Host == "" {
		base = nil
	}
	for _, s := range p.head.canonical {
		u, err := url.Parse(strings.TrimSpace(s))
		if err != nil {
			continue
		}
		if base != nil {
			u = base.ResolveReference(u)
		}
		if web(u) && (base == nil || sameSite(u, base) && !front(u, base)) {
			u.Fragment = ""
			return u.String()
		}
	}
	return p.base
}

// front reports whether a page below the front page calls the front page its own address.
func front(u, base *url.URL) bool {
	return strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && strings.Trim(base.Path, "/") != ""
}

// web reports whether an address is one of the web, with a host and no password.
func web(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil
}

// outlet returns the name of the site, at least its host.
func (p *page) outlet(address string) string {
	for _, name := range []string{p.head.meta["og:site_name"], p.story.publisher, p.head.meta["application-name"]} {
		if name = strings.TrimPrefix(text.Clean(name), "@"); name != "" && len(name) <= 100 {
			return name
		}
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// title returns the headline.
func (p *page) title(outlet string) string {
	first := p.story.headline
	for _, t := range []string{first, p.head.meta["og:title"], p.head.meta["twitter:title"], p.head.h1, p.head.title} {
		if t = text.Clean(html.UnescapeString(t)); t != "" {
			return withoutOutlet(t, outlet)
		}
	}
	return ""
}

// withoutOutlet takes the outlet's name off the end of a title: "Ministers meet | Tolm Herald".
func withoutOutlet(title, outlet string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		i := strings.LastIndex(title, sep)
		if i > 0 && strings.EqualFold(strings.TrimSpace(title[i+len(sep):]), outlet) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// author returns the names of the authors, comma-separated.
func (p *page) author(outlet string) string {
	names := p.story.authors
	if len(names) == 0 {
		names = p.head.authors
	}
	var out []string
	for _, n := range names {
		n = text.Clean(html.UnescapeString(n))
		if len(n) > 3 && strings.EqualFold(n[:3], "by ") {
			n = n[3:]
		}
		bad := n == "" || len(n) > 100 || strings.Contains(n, "://") || strings.EqualFold(n, outlet)
		if !bad && !containsFold(out, n) && len(out) < 8 {
			out = append(out, n)
		}
	}
	return strings.Join(out, ", ")
}

func containsFold(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}

// dates fills in the dates of publication and change, and says what is to be
// doubted about them.
func (p *page) dates(doc *parley.Document, tree *html.Node) (warnings []string) {
	published, doubts := p.believable(append([]string{p.story.published}, p.head.published...))
	modified, _ := p.believable(append([]string{p.story.modified}, p.head.modified...))
	if len(modified) > 0 {
		doc.Modified = modified[0]
	}
	if len(published) == 0 {
		doc.Published = searchDate(tree, doc.URL, p.got)
		if doc.Published != "" {
			return append(doubts, "date found by search in the page")
		}
		return doubts
	}
	doc.Published = published[0]
	for _, other := range published {
		if date.Apart(other, doc.Published) > 1 {
			warnings = append(warnings, "date differs: the page also says "+date.DayOf(other))
			break
		}
	}
	if doc.Modified != "" && date.DayOf(doc.Modified) < date.DayOf(doc.Published) && date.Apart(doc.Modified, doc.Published) > 1 {
		warnings = append(warnings, "date differs: changed before it was published")
	}
	return warnings
}

// believable returns those of the strings that are dates a page can have, and
// what is wrong with the others that are dates at all.
func (p *page) believable(list []string) (dates, doubts []string) {
	for _, s := range list {
		d, err := date.Parse(s)
		if err != nil {
			continue
		}
		if doubt := date.Doubt(d, p.got); doubt != "" {
			doubts = append(doubts, doubt+": "+date.DayOf(d))
			continue
		}
		dates = append(dates, d)
	}
	return dates, doubts
}
