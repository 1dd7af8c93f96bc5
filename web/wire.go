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

// wireRows is how many rows a page of the wire has.
const wireRows = 60

// maxTrail is how many pages back the "newer" link can go before it leads to
// the first page.
const maxTrail = 40

// wireView is the data of the wire.
type wireView struct {
	head
	Problem string // what is wrong with the query, or ""
	Rows    []wireRow
	Kinds   []link // the lists that one can look at
	Filters []link // what the query selects by; each link takes its filter away
	Total   int
	Older   string // addresses, or ""
	Newer   string
	Newest  string
	Clock   bool // some row knows its time of day
	Text    bool // a search in the text of documents
}

// link is a link with its words.
type link struct {
	Name    string
	Address string
	Current bool
}

// wireRow is an item of the ledger as a row.
type wireRow struct {
	ledger.Item
	ID        string // of the row in the page
	Mark      string // sign of the kind
	Noun      string // kind in words
	New       string // the act, or what stands for it
	Day       string
	Time      string // of the day, or ""
	Value     string // what the words were resolved to
	Around    string // sentence of evidence that says little alone, or ""
	Via       string
	Open      string // address of the entry in the reader
	Snapshot  string // address of its sentence there
	Whose     string // address of the rows of who
	OutletsOf string // address of the outlet's rows
	Copy      string // quote with citation
}

// wire gathers the rows that answer the query line. A query that cannot be
// understood is shown with what is wrong with it, and no rows.
func (s *Server) wire(r *http.Request) (view, error) {
	line := r.FormValue("q")
	v := &wireView{head: head{Title: "Wire", Screen: "wire", Script: "wire.js", Query: line}}
	q, err := ledger.ParseQuery(line)
	if err != nil {
		v.Problem = err.Error()
		v.choices(ledger.Query{})
		return v, nil
	}
	if line = q.String(); line != "" {
		v.Title = "Wire " + line
	}
	v.choices(q)
	return v, v.find(r.Context(), s.ledger, q, trailOf(r))
}

// status is 400 where the query cannot be understood.
func (v *wireView) status() int {
	if v.Problem != "" {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// trailOf returns the cursors of the pages that led to this one, this page's last.
func trailOf(r *http.Request) []string {
	trail := slices.DeleteFunc(slices.Clone(r.Form["after"]), func(s string) bool { return s == "" })
	return trail[max(0, len(trail)-maxTrail):]
}

// find fills in the rows and the links to the pages around.
func (v *wireView) find(ctx context.Context, l ledger.Ledger, q ledger.Query, trail []string) error {
	ask := q
	ask.Limit = wireRows
	if n := len(trail); n > 0 {
		ask.After = trail[n-1]
		v.Newest = wireAddress(q)
		v.Newer = wireAddress(q, trail[:n-1]...)
	}
	page, err := l.Find(ctx, ask)
	if err != nil {
		return err
	}
	v.Total, v.Text = page.Total, q.InText
	if page.Next != "" {
		v.Older = wireAddress(q, append(slices.Clone(trail), page.Next)...)
	}
	for _, item := range page.Items {
		row := rowOf(item, q)
		v.Clock = v.Clock || row.Time != ""
		v.Rows = append(v.Rows, row)
	}
	return nil
}

// choices fills in the links that change the query: its kind, and its filters.
func (v *wireView) choices(q ledger.Query) {
	for _, kind := range kindOrder() {
		to := q
		to.Kind, to.InText = kind, false
		if kind == parley.KindStatement {
			to.Kind = ""
		}
		v.Kinds = append(v.Kinds, link{string(kind), wireAddress(to), !q.InText && kindOf(q) == kind})
	}
	to := q
	to.Kind, to.InText = "", true
	v.Kinds = append(v.Kinds, link{"text", wireAddress(to), q.InText})
	without := func(name, value string, clear func(*ledger.Query)) {
		if value != "" {
			to := q
			clear(&to)
			v.Filters = append(v.Filters, link{Name: name + value, Address: wireAddress(to)})
		}
	}
	without("who:", q.Who, func(q *ledger.Query) { q.Who = "" })
	without("outlet:", q.Outlet, func(q *ledger.Query) { q.Outlet = "" })
	without("from:", q.From, func(q *ledger.Query) { q.From = "" })
	without("to:", q.To, func(q *ledger.Query) { q.To = "" })
	without("doc:", q.Document, func(q *ledger.Query) { q.Document = "" })
	without("", q.Words, func(q *ledger.Query) { q.Words = "" })
}

// kindOf is the kind of entry that a query asks for.
func kindOf(q ledger.Query) parley.Kind {
	if q.Kind == "" {
		return parley.KindStatement
	}
	return q.Kind
}

// kindOrder is the order in which the kinds are offered: what was said and done first.
func kindOrder() []parley.Kind {
	return []parley.Kind{parley.KindStatement, parley.KindEvent, parley.KindDue, parley.KindCondition, parley.KindPosition,
		parley.KindLabel, parley.KindFigure, parley.KindDate, parley.KindRole, parley.KindActor}
}

// rowOf makes a row of an item that answers q.
func rowOf(item ledger.Item, q ledger.Query) wireRow {
	row := wireRow{Item: item, Noun: "passage", Mark: "¶"}
	row.Day, row.Time = dayAndTime(item.Published)
	row.Via = via(item.Channel, item.Relay)
	if item.URL = outside(item.URL); item.Entry == "" {
		row.ID = "r-" + item.Document
		row.Open = spanAddress(item.Document, item.Version, item.Span)
		row.Snapshot = row.Open
	} else {
		ref := entryRef(item.Kind, item.Entry)
		row.ID = "r-" + item.Document + "." + ref
		row.Mark, row.Noun = signOf(item.Kind, item.Act), nounOf(item.Kind)
		row.Open = entryAddress(item.Document, item.Version, ref)
		row.Snapshot = markedAddress(item.Document, item.Version, ref) + "#at"
	}
	if item.Kind != parley.KindStatement {
		row.Value, row.Around = item.Said, item.Context
	}
	row.New = cmp.Or(strings.ToLower(item.Act), row.Noun)
	row.Context = cmp.Or(item.Context, item.What)
	row.Whose, row.OutletsOf = narrowed(q, item)
	row.Copy = citation{Quote: row.What, Who: item.Who, Outlet: item.Outlet, Published: row.Day, Title: item.Title,
		URL: item.URL, Document: item.Document, Version: item.Version, Entry: item.Entry}.String()
	return row
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

// via says by what way a statement came: its channel, and the outlet that relayed it.
func via(channel, relay string) string {
	if channel != "" && relay != "" {
		return channel + " · " + relay
	}
	return channel + relay
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
