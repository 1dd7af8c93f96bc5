package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"parley"
	"parley/ledger"
)

// findCmd is `parley find`.
type findCmd struct {
	Query []string `arg:"" optional:"" help:"The query; all parts must hold."`
	Limit int      `help:"Rows to print." default:"50"`
	After string   `help:"Go on behind a page: the token that the page before it ended with." placeholder:"TOKEN"`
}

// Run prints the entries that answer the query, newest first.
func (c *findCmd) Run(s *session) error {
	q, err := ledger.ParseQuery(strings.Join(c.Query, " "))
	if err != nil {
		return err
	}
	q.Limit, q.After = c.Limit, c.After
	l, err := s.existing()
	if err != nil {
		return err
	}
	defer l.Close()
	page, err := l.Find(s.ctx, q)
	if err != nil {
		return err
	}
	if err := s.countPoints(l, page.Items); err != nil {
		return err
	}
	if s.asJSON() {
		return s.emit(page)
	}
	return s.items(page)
}

// countPoints turns the spans of items from bytes into code points, in which all
// that leaves the program counts.
func (s *session) countPoints(l ledger.Ledger, items []ledger.Item) error {
	tables := map[string][]int{}
	for i := range items {
		it := &items[i]
		key := fmt.Sprintf("%s v%d", it.Document, it.Version)
		if tables[key] == nil {
			doc, err := l.Document(s.ctx, it.Document, it.Version)
			if err != nil {
				return err
			}
			tables[key] = parley.CodePoints(doc.Text)
		}
		it.Span = parley.Span{Start: tables[key][it.Span.Start], End: tables[key][it.Span.End]}
	}
	return nil
}

// items prints a page of entries as a table with the place of each.
func (s *session) items(page ledger.Page) error {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, it := range page.Items {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", day(it.Published), it.Outlet, who(it), it.Act, oneLine(it.What))
		fmt.Fprintf(w, "\t\t\t\t%s\n", cite(it))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%d of %d\n", len(page.Items), page.Total)
	if page.Next != "" {
		fmt.Fprintf(s.out, "more: --after %s\n", page.Next)
	}
	return nil
}

// who names the speaker and the one spoken to, or shows that the text tells none.
func who(it ledger.Item) string {
	name := it.Who
	if it.Unresolved {
		name = "(unresolved: " + name + ")"
	}
	if it.Whom != "" {
		name += " → " + it.Whom
	}
	return name
}

// cite says where an entry stands: document, version, entry and code points.
func cite(it ledger.Item) string {
	return fmt.Sprintf("%s v%d %s [%d, %d)  %s", it.Document, it.Version, it.Entry, it.Span.Start, it.Span.End, it.Title)
}

// day returns the day of a date or time.
func day(published string) string {
	if published == "" {
		return "no date"
	}
	return published[:min(10, len(published))]
}

// oneLine makes white space single.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
