package source

import (
	"bufio"
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"parley"
	"parley/source/date"
	"parley/source/dateline"
	"parley/source/feed"
	"parley/source/html"
	"parley/source/language"
	"parley/source/text"
)

// whole reads an input that is in memory. Of one that is damaged what was read
// is given out, and then the damage.
func (s *stream) whole(in input, format Format, body []byte) bool {
	goOn := true
	switch format {
	case HTML:
		doc, err := html.Parse(body, html.Origin{Address: in.address, ContentType: in.contentType, Got: cmp.Or(in.got, s.now)})
		goOn = s.one(in, Item{Document: doc, Raw: body, Format: format}, err)
	case Feed:
		goOn = s.feed(in, body)
	case JSON, Lines:
		goOn = s.wideObjects(in, format, body)
	default:
		doc, err := text.Parse(body, in.contentType)
		doc.Title = cmp.Or(s.opts.Title, doc.Title)
		doc.URL = in.address
		goOn = s.one(in, Item{Document: doc, Raw: body, Format: Text}, err)
	}
	if goOn && in.damage != nil {
		return s.fail(in.from, in.damage)
	}
	return goOn
}

// one gives out an input that is one document.
func (s *stream) one(in input, item Item, err error) bool {
	item.From = in.from
	if err != nil {
		return s.emit(item, fmt.Errorf("%s: %w", in.from, err))
	}
	if in.damage != nil {
		item.Document.Warnings = append(item.Document.Warnings, "damaged: the end of the input is missing")
	}
	return s.document(in, item)
}

// feed gives out the items of a feed.
func (s *stream) feed(in input, body []byte) bool {
	entries, err := feed.Parse(body, cmp.Or(in.address, filepath.ToSlash(in.from)))
	if err != nil {
		return s.emit(Item{Raw: body, From: in.from, Format: Feed}, fmt.Errorf("%s: %w", in.from, err))
	}
	if len(entries) == 0 {
		return s.emit(Item{Raw: body, From: in.from, Format: Feed}, fmt.Errorf("%s: no items: %w", in.from, parley.ErrEmpty))
	}
	from := in.from
	for _, e := range entries {
		in.from = fmt.Sprintf("%s#%d", from, e.Number)
		item := Item{Document: e.Document, Raw: e.Raw, From: in.from, Format: Feed}
		if e.Err != nil {
			if !s.emit(item, fmt.Errorf("%s: %w", in.from, e.Err)) {
				return false
			}
			continue
		}
		s.believe(&item.Document.Published, &item.Document)
		s.believe(&item.Document.Modified, &item.Document)
		if !s.document(in, item) {
			return false
		}
	}
	return true
}

// believe empties a date of a feed that cannot be, and says so. A feed is made
// by a program whose clock or template may be wrong.
func (s *stream) believe(d *string, doc *parley.Document) {
	if *d == "" {
		return
	}
	if doubt := date.Doubt(*d, s.now); doubt != "" {
		doc.Warnings = append(doc.Warnings, doubt+": "+*d)
		*d = ""
	}
}

// wideObjects reads objects in UTF-16 or UTF-32, which no decoder streams.
func (s *stream) wideObjects(in input, format Format, body []byte) bool {
	decoded, err := text.Decode(body, in.contentType)
	if err != nil {
		return s.fail(in.from, err)
	}
	r := bufio.NewReaderSize(strings.NewReader(decoded), head)
	if format == Lines {
		return s.lines(in, r)
	}
	return s.values(in, r)
}

// document completes a document and gives it out.
func (s *stream) document(in input, item Item) bool {
	doc := &item.Document
	doc.Outlet = cmp.Or(doc.Outlet, s.opts.Outlet)
	doc.Title = cmp.Or(doc.Title, s.opts.Title)
	doc.Published = cmp.Or(doc.Published, s.opts.Date)
	doc.Fetched = cmp.Or(doc.Fetched, in.fetched)
	doc.ID = cmp.Or(doc.ID, doc.URL, filepath.ToSlash(in.from))
	readDateline(doc)
	readLanguage(doc)
	doc.Warnings = append(doc.Warnings, doubts(doc, s.now)...)
	return s.emit(item, nil)
}

// readDateline fills in what the wire dateline says.
func readDateline(doc *parley.Document) {
	line, ok := dateline.Find(doc.Text, doc.Published)
	if !ok {
		return
	}
	doc.Place = cmp.Or(doc.Place, line.Place)
	doc.Agency = cmp.Or(doc.Agency, line.Agency)
	doc.Dateline = cmp.Or(doc.Dateline, line.Day)
}

// readLanguage fills in the language. What a page declares often is its
// template's, so a sure detection comes before it.
func readLanguage(doc *parley.Document) {
	declared := doc.Language
	doc.Language, _ = language.Detect(doc.Text, declared)
	if declared != "" && language.Code(declared) != doc.Language {
		doc.Warnings = append(doc.Warnings, "language differs: declared "+declared)
	}
}
