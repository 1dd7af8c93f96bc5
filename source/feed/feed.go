// Package feed reads RSS, Atom and JSON feeds. What flows in is the bytes of a
// feed and its address; what flows out is one document for each item, its text
// turned from HTML into blocks. An item's date is its own or none: a feed without
// dates never gets today's.
package feed

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"parley"
	"parley/source/date"
	"parley/source/html"
	"parley/source/language"
	"parley/source/text"
)

// Entry is one item of a feed. Err says why an item gives no document; its
// other fields then tell which item it is, as far as that is known.
type Entry struct {
	Document parley.Document
	Raw      []byte // the item as JSON, since one feed holds many
	Number   int    // of the item in the feed, from 1
	Err      error
}

// Parse returns the items of a feed that was got from the given address, which
// may be empty or the path of a file; relative links are resolved with an address
// of the web, and ids that are the feed's own alone are named by it. The error is
// about the feed as a whole.
func Parse(body []byte, address string) ([]Entry, error) {
	clean, err := prepare(body)
	if err != nil {
		return nil, fmt.Errorf("feed: %w", err)
	}
	parsed, err := decode(clean)
	if err != nil {
		return nil, fmt.Errorf("feed: %w", err)
	}
	f := feed{Feed: parsed, base: base(address, parsed.FeedLink, parsed.Link), seen: map[string]bool{}}
	if f.address = address; f.address == "" {
		f.address = parsed.Link
	}
	entries := make([]Entry, len(parsed.Items))
	for i, item := range parsed.Items {
		entries[i] = f.entry(item)
		entries[i].Number = i + 1
	}
	return entries, nil
}

// decode parses a feed. A fault in the parser ends this feed and no more.
func decode(body []byte) (parsed *gofeed.Feed, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("parsing: %v: %w", fault, parley.ErrDamaged)
		}
	}()
	parsed, err = gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", err, parley.ErrDamaged)
	}
	return parsed, nil
}

// base returns the first of the addresses that relative links can be resolved with.
func base(addresses ...string) *url.URL {
	for _, a := range addresses {
		if u, err := url.Parse(a); err == nil && u.Host != "" && strings.HasPrefix(u.Scheme, "http") {
			return u
		}
	}
	return nil
}

// feed is a parsed feed on its way to documents.
type feed struct {
	*gofeed.Feed
	address string
	base    *url.URL
	seen    map[string]bool // ids that were given out
}

// entry returns the document of one item.
func (f *feed) entry(item *gofeed.Item) Entry {
	if item == nil {
		return Entry{Err: fmt.Errorf("an item that is nothing: %w", parley.ErrEmpty)}
	}
	raw, err := json.Marshal(item)
	if err != nil {
		return Entry{Err: fmt.Errorf("item %q: %w", item.GUID, err)}
	}
	doc := parley.Document{
		Title:  f.title(item.Title),
		Outlet: text.Clean(f.Title),
		Author: authors(item.Authors),
		URL:    f.link(item),
	}
	doc.ID = f.id(item, doc.URL)
	if doc.Text, err = body(item); err != nil {
		return Entry{Document: doc, Raw: raw, Err: fmt.Errorf("item %q: %w", doc.ID, err)}
	}
	if doc.Text == "" {
		doc.Text = doc.Title
		doc.Warnings = append(doc.Warnings, "thin: the feed gives only a title")
	}
	if doc.Text == "" {
		return Entry{Document: doc, Raw: raw, Err: fmt.Errorf("item %q has no text and no title: %w", doc.ID, parley.ErrEmpty)}
	}
	doc.Published = f.date(&doc, "published", item.Published, item.PublishedParsed)
	doc.Modified = f.date(&doc, "updated", item.Updated, item.UpdatedParsed)
	doc.Language = language.Code(f.Language)
	return Entry{Document: doc, Raw: raw}
}

// title returns a title without markup.
func (f *feed) title(s string) string {
	if plain, err := html.Text(s); err == nil {
		s = plain
	}
	return text.Clean(s)
}

// body returns the longer of an item's content and description, as text: some
// feeds put the story in the one and a summary in the other, and not always the
// way round that the format means.
func body(item *gofeed.Item) (string, error) {
	content, err := html.Text(item.Content)
	if err != nil {
		return "", err
	}
	description, err := html.Text(item.Description)
	if err != nil {
		return "", err
	}
	if len(description) > len(content) {
		content = description
	}
	return strings.ReplaceAll(content, "\x00", ""), nil
}

// authors returns the names of the authors, comma-separated.
func authors(list []*gofeed.Person) string {
	var names []string
	for _, p := range list {
		if p == nil {
			continue
		}
		if n := text.Clean(p.Name); n != "" {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}

// link returns the item's address, absolute, of the web, and "" where it has none.
func (f *feed) link(item *gofeed.Item) string {
	for _, s := range append([]string{item.Link}, item.Links...) {
		u, err := url.Parse(strings.TrimSpace(s))
		if err != nil || s == "" {
			continue
		}
		if f.base != nil {
			u = f.base.ResolveReference(u)
		}
		if (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil {
			return u.String()
		}
	}
	return ""
}

// id returns an id that is the item's own: its guid where that names it in the
// world (an address, a tag, a UUID), else its link, else the guid within this
// feed. A guid that stood before in the same feed is no name.
func (f *feed) id(item *gofeed.Item, link string) string {
	guid := text.Clean(item.GUID)
	candidates := []string{link, f.address + "#" + guid}
	if strings.Contains(guid, ":") {
		candidates = []string{guid, link, f.address + "#" + guid}
	} else if guid == "" {
		candidates = []string{link}
	}
	for _, c := range candidates {
		if c != "" && !f.seen[c] {
			f.seen[c] = true
			return c
		}
	}
	return candidates[0] // a repeat, or nothing that names it
}

// date returns a date of an item. One that cannot be leaves a warning and no date.
func (f *feed) date(doc *parley.Document, what, written string, parsed *time.Time) string {
	if strings.TrimSpace(written) == "" {
		return ""
	}
	got, err := date.Parse(written)
	if err != nil && parsed != nil && parsed.Year() >= 1000 && strings.Contains(written, parsed.Format("2006")) {
		got, err = parsed.Format(time.RFC3339), nil // a form that only the feed's parser knows, with its whole year
	}
	if err != nil {
		doc.Warnings = append(doc.Warnings, fmt.Sprintf("%s date not understood: %.60q", what, written))
		return ""
	}
	return got
}
