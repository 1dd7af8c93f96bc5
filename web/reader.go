package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"parley"
	"parley/lang"
	"parley/ledger"
)

// readerView is the data of the reader.
type readerView struct {
	head
	Doc       ledger.Version
	Published string
	Modified  string
	Fetched   string
	Hash      string // short
	Versions  []link
	Changes   []link // comparisons of neighbouring versions
	Notice    string // what could not be shown as asked, or ""
	Counts    []link // entries by kind, in words
	Lines     []line
	Actors    []note
	Loose     []note // entries that stand in none of the lines
}

// line is one sentence with its entries.
type line struct {
	No       int
	Form     string // "heading", "item" or ""
	First    bool   // a paragraph begins here
	Segments []segment
	Notes    []note
	Small    []note // entries of a word or two: dates, roles, figures
}

// reader gathers one version of a document with its entries.
func (s *Server) reader(r *http.Request) (view, error) {
	version, err := versionParam(r, "v")
	if err != nil {
		return nil, err
	}
	id := r.PathValue("id")
	doc, err := s.ledger.Document(r.Context(), id, version)
	if err != nil {
		return nil, err
	}
	reading, err := s.ledger.Reading(r.Context(), id, doc.Version)
	if err != nil {
		return nil, err
	}
	reading.Document = doc.Document // The text shown is the stored one, whatever the reading carries.
	v := &readerView{head: head{Title: titleOf(&doc.Document), Screen: "reader", Script: "reader.js"}, Doc: doc}
	v.times()
	if err := v.versions(r.Context(), s.ledger); err != nil {
		return nil, err
	}
	return v, v.read(&reading, r.FormValue("e"), r.FormValue("at"))
}

// versionParam reads a version from the address; 0 if there is none.
func versionParam(r *http.Request, name string) (int, error) {
	text := r.FormValue(name)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0, badRequest("%s= wants the number of a version, 1 or higher, not %q.", name, text)
	}
	return n, nil
}

// titleOf names a document in the window's title.
func titleOf(doc *parley.Document) string {
	return cmp.Or(doc.Title, doc.ID)
}

// times fills in the document's days and times and its short hash.
func (v *readerView) times() {
	full := func(s string) string {
		if s == "" {
			return ""
		}
		day, clock := dayAndTime(s)
		if clock != "" {
			return day + " " + clock + "Z"
		}
		return day
	}
	v.Published, v.Modified, v.Fetched = full(v.Doc.Published), full(v.Doc.Modified), full(v.Doc.Fetched)
	v.Hash = v.Doc.Hash[:min(12, len(v.Doc.Hash))]
}

// versions fills in the links to the document's other versions.
func (v *readerView) versions(ctx context.Context, l ledger.Ledger) error {
	all, err := l.Versions(ctx, v.Doc.ID)
	if err != nil {
		return err
	}
	for i, x := range all {
		name := "v" + strconv.Itoa(x.Version)
		v.Versions = append(v.Versions, link{name, docAddress(v.Doc.ID, x.Version), x.Version == v.Doc.Version})
		if i > 0 {
			before := all[i-1].Version
			v.Changes = append(v.Changes, link{"v" + strconv.Itoa(before) + " → " + name, diffAddress(v.Doc.ID, before, x.Version), false})
		}
	}
	return nil
}

// read fills in the text with its entries. The chosen entry is marked, or else
// the passage of bytes [from, to) that at names as "from-to".
func (v *readerView) read(reading *parley.Reading, chosen, at string) error {
	notes := newNotes(reading, v.Doc.Version)
	entries := placed(reading)
	var marks []mark
	if chosen != "" {
		if notes.chosen = resolve(entries, chosen); notes.chosen == "" {
			v.Notice = "This version has no entry " + strconv.Quote(chosen) + "; it may have been read again since."
		}
	} else if at != "" {
		passage, err := passageParam(at, len(reading.Document.Text))
		if err != nil {
			return err
		}
		notes.chosen = "at"
		marks = append(marks, mark{passage, "at", 0})
	}
	for _, e := range entries {
		marks = append(marks, marksOf(e.Entry, e.ref, len(reading.Document.Text))...)
	}
	text := lang.Analyse(reading.Document.Text)
	v.lines(text, newMarker(text.Source, marks, notes.chosen))
	v.margin(text, notes, entries)
	v.counts(entries)
	return nil
}

// placedEntry is an entry with its name in the page.
type placedEntry struct {
	parley.Entry
	ref string
}

// placed names every entry of a reading. One without an id is named by its
// place in its list.
func placed(r *parley.Reading) []placedEntry {
	var out []placedEntry
	place := map[parley.Kind]int{}
	for e := range r.Entries() {
		place[e.List()]++
		out = append(out, placedEntry{e, entryRef(e.List(), cmp.Or(e.Key(), strconv.Itoa(place[e.List()])))})
	}
	return out
}

// resolve returns the name of the entry that an address asks for: by that name,
// or by the bare id of an entry of any kind; "" if there is none.
func resolve(entries []placedEntry, asked string) string {
	for _, e := range entries {
		if e.ref == asked {
			return e.ref
		}
	}
	for _, e := range entries {
		if e.Key() == asked {
			return e.ref
		}
	}
	return ""
}

// passageParam reads a passage of a text of the given size, in bytes, from "from-to".
func passageParam(at string, size int) (parley.Span, error) {
	from, to, _ := strings.Cut(at, "-")
	a, errA := strconv.Atoi(from)
	b, errB := strconv.Atoi(to)
	if errA != nil || errB != nil || a < 0 || a >= b || b > size {
		return parley.Span{}, badRequest("at= wants two places in the text, such as 120-180, not %q.", at)
	}
	return parley.Span{Start: a, End: b}, nil
}

// lines fills in the sentences. What stands between two sentences, such as a
// list's bullet, is shown with the one that follows, so that no character of
// the text but white space is left out.
func (v *readerView) lines(text *lang.Text, m *marker) {
	end := 0
	for i, s := range text.Sentences {
		stretch := parley.Span{Start: skipSpace(text.Source, end, s.Start), End: s.End}
		if i == len(text.Sentences)-1 {
			stretch.End = len(strings.TrimRight(text.Source, " \t\r\n"))
		}
		end = stretch.End
		block := text.Blocks[s.Block]
		v.Lines = append(v.Lines, line{No: i + 1, Form: form(block.Kind), First: block.First == i, Segments: m.cut(stretch)})
	}
	if len(text.Sentences) == 0 && strings.TrimSpace(text.Source) != "" {
		v.Lines = []line{{No: 1, Segments: m.cut(parley.Span{End: len(text.Source)})}}
	}
}

// skipSpace returns the first place in text[from:to] that is no white space, or to.
func skipSpace(text string, from, to int) int {
	return to - len(strings.TrimLeft(text[from:to], " \t\r\n"))
}

// form names a block's kind for the style sheet.
func form(kind lang.BlockKind) string {
	switch kind {
	case lang.Heading:
		return "heading"
	case lang.ListItem:
		return "item"
	}
	return ""
}

// margin puts the entries beside their sentences, in the order of the text.
func (v *readerView) margin(text *lang.Text, notes *notes, entries []placedEntry) {
	slices.SortStableFunc(entries, func(a, b placedEntry) int {
		return cmp.Or(evidenceStart(a)-evidenceStart(b), rank(a.List())-rank(b.List()))
	})
	for _, e := range entries {
		n := notes.note(e.Entry, e.ref)
		at := max(0, text.SentenceAt(evidenceStart(e)))
		switch {
		case e.List() == parley.KindActor:
			v.Actors = append(v.Actors, n)
		case at >= len(v.Lines):
			v.Loose = append(v.Loose, n)
		case e.List() == parley.KindDate, e.List() == parley.KindRole, e.List() == parley.KindFigure:
			v.Lines[at].Small = append(v.Lines[at].Small, n)
		default:
			v.Lines[at].Notes = append(v.Lines[at].Notes, n)
		}
	}
}

// evidenceStart is where an entry's evidence begins.
func evidenceStart(e placedEntry) int {
	if spans := parley.Evidence(e.Entry); len(spans) > 0 {
		return spans[0].Start
	}
	return parley.Hull(e.Entry).Start
}

// rank orders entries that begin at the same place.
func rank(kind parley.Kind) int { return slices.Index(kindOrder(), kind) }

// counts fills in how many entries of each kind there are, with links to the
// wire's rows of them.
func (v *readerView) counts(entries []placedEntry) {
	n := map[parley.Kind]int{}
	for _, e := range entries {
		n[e.List()]++
	}
	for _, kind := range kindOrder() {
		if n[kind] > 0 {
			q := ledger.Query{Kind: kind, Document: v.Doc.ID}
			v.Counts = append(v.Counts, link{count(n[kind], nounOf(kind), string(kind)), wireAddress(q), false})
		}
	}
}
