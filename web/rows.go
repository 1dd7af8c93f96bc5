package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"parley"
	"parley/ledger"
)

// This file makes the rows that the wire and the screen of an actor share.

// maxTrail is how many pages back the "newer" link can go before it leads to
// the first page.
const maxTrail = 40

// table is a page of the rows that answer a query.
type table struct {
	Rows    []row
	Total   int    // of all pages
	AtLeast bool   // there are more than Total
	Clock   bool   // some row knows its time of day
	Text    bool   // a search in the text of documents
	Older   string // addresses of the pages around, or ""
	Newer   string
	Newest  string
}

// row is an item of the ledger as a row.
type row struct {
	ledger.Item
	ID        string // of the row in the page
	Mark      string // sign of the kind
	Noun      string // kind in words
	New       string // the act, or what stands for it
	Day       string
	Time      string // of the day, or ""
	By        []ref  // who, with the screens of the actors
	To        []ref  // whom, likewise
	RelayedBy ref
	Value     string // what the words were resolved to
	Around    string // sentence of evidence that says little alone, or ""
	Open      string // address of the entry in the reader
	Snapshot  string // address of its sentence there
	Whose     string // address of the rows of who
	OutletsOf string // address of the outlet's rows
	Copy      string // quote with citation
}

// ref is words that lead somewhere, or nowhere where they have no address.
type ref struct {
	Text    string
	Address string
}

// trailOf returns the cursors of the pages that led to this one, this page's
// last, from the parameter of a parsed form.
func trailOf(r *http.Request, name string) []string {
	trail := slices.DeleteFunc(slices.Clone(r.Form[name]), func(s string) bool { return s == "" })
	return trail[max(0, len(trail)-maxTrail):]
}

// find fills in the rows, and the links to the pages around by the addresses
// that their trails have.
func (t *table) find(ctx context.Context, l ledger.Ledger, q ledger.Query, trail []string, address func([]string) string) error {
	if n := len(trail); n > 0 {
		q.After = trail[n-1]
		t.Newest, t.Newer = address(nil), address(trail[:n-1])
	}
	page, err := l.Find(ctx, q)
	if err != nil {
		return err
	}
	t.Total, t.AtLeast, t.Text = page.Total, page.AtLeast, q.InText
	if page.Next != "" {
		t.Older = address(append(slices.Clone(trail), page.Next))
	}
	q.Limit, q.After = 0, ""
	for _, item := range page.Items {
		row := rowOf(item, q)
		t.Clock = t.Clock || row.Time != ""
		t.Rows = append(t.Rows, row)
	}
	return nil
}

// Size says how many rows there are on all pages.
func (t table) Size() string {
	if t.AtLeast {
		return "more than " + count(t.Total, "row", "rows")
	}
	return count(t.Total, "row", "rows")
}

// rowOf makes a row of an item that answers q.
func rowOf(item ledger.Item, q ledger.Query) row {
	out := row{Item: item, Noun: "passage", Mark: "¶"}
	out.Day, out.Time = dayAndTime(item.Published)
	out.By, out.To = actorRefs(item.Who, item.Speakers), actorRefs(item.Whom, item.Toward)
	if item.Kind == parley.KindActor {
		out.To = nil // Whom it belongs to is nobody to whom it does anything.
	}
	out.RelayedBy = ref{item.Relay, actorAddress(item.Relay, nil, nil)}
	if item.URL = outside(item.URL); item.Entry == "" {
		out.ID = "r-" + item.Document
		out.Open = spanAddress(item.Document, item.Version, item.Span)
		out.Snapshot = out.Open
	} else {
		ref := entryRef(item.Kind, item.Entry)
		out.ID = "r-" + item.Document + "." + ref
		out.Mark, out.Noun = signOf(item.Kind, item.Act), nounOf(item.Kind)
		out.Open = entryAddress(item.Document, item.Version, ref)
		out.Snapshot = markedAddress(item.Document, item.Version, ref) + "#at"
	}
	if item.Kind != parley.KindStatement {
		out.Value, out.Around = item.Said, item.Context
	}
	out.New = cmp.Or(strings.ToLower(item.Act), out.Noun)
	out.Context = cmp.Or(item.Context, item.What)
	out.Whose, out.OutletsOf = narrowed(q, item)
	out.Copy = citation{Quote: out.What, Who: item.Who, Outlet: item.Outlet, Published: out.Day, Title: item.Title,
		URL: item.URL, Document: item.Document, Version: item.Version, Entry: item.Entry}.String()
	return out
}

// actorRefs are the names of actors with the addresses of their screens. Words
// that stand for one actor lead to it; words that stand for none lead nowhere.
func actorRefs(words string, names []string) []ref {
	switch {
	case words == "":
		return nil
	case len(names) == 0:
		return []ref{{Text: words}}
	case len(names) == 1:
		return []ref{{words, actorAddress(names[0], nil, nil)}}
	}
	var out []ref
	for _, name := range names {
		out = append(out, ref{name, actorAddress(name, nil, nil)})
	}
	return out
}

// narrowed returns the addresses of the rows of the item's speaker and of its
// outlet. A name that the query line cannot carry gives none.
func narrowed(q ledger.Query, item ledger.Item) (whose, outlet string) {
	whoQuery, outletQuery := q, q
	whoQuery.Who, outletQuery.Outlet = item.Who, item.Outlet
	if readsBack(whoQuery) && item.Who != "" {
		whose = wireAddress(whoQuery)
	}
	if readsBack(outletQuery) && item.Outlet != "" {
		outlet = wireAddress(outletQuery)
	}
	return whose, outlet
}

// readsBack reports whether the query's line says the same as the query.
func readsBack(q ledger.Query) bool {
	again, err := ledger.ParseQuery(q.String())
	return err == nil && again == q
}

// dayAndTime splits a day or time as the ledger has it. A time is given in UTC;
// what is neither is shown as it stands.
func dayAndTime(s string) (day, clock string) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		t = t.UTC()
		return t.Format(time.DateOnly), t.Format("15:04")
	}
	if s == "" {
		return "undated", ""
	}
	return s, ""
}
