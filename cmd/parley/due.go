package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"parley"
	"parley/export/ics"
	"parley/join/dues"
	"parley/ledger"
	"parley/source/date"
)

// dueCmd is `parley due`.
type dueCmd struct {
	From   dayFlag `help:"The first day; without it, a month ago." placeholder:"DAY"`
	To     dayFlag `help:"The last day." placeholder:"DAY"`
	Party  string  `help:"Only dues of this party, by its exact name." placeholder:"NAME"`
	Status string  `help:"Only dues of this status: announced, confirmed, conditional, in doubt, moved, held, missed, cancelled, or past, unknown." placeholder:"STATUS"`
	On     dayFlag `help:"The day that counts as today." placeholder:"DAY"`
	Ics    bool    `help:"Write an iCalendar instead of a table."`
}

// dueBack is how many days back dues are shown unless a day is given.
const dueBack = 30

// Run prints what is due, by its days.
func (c *dueCmd) Run(s *session) error {
	today := time.Now()
	if c.On != "" {
		t, err := date.Parse(string(c.On))
		if err != nil {
			return err
		}
		if today, err = time.Parse(time.DateOnly, t[:len(time.DateOnly)]); err != nil {
			return err
		}
	}
	q := ledger.DueQuery{From: isoDay(string(c.From)), To: isoDay(string(c.To))}
	if q.From == "" && q.To == "" {
		q.From = today.AddDate(0, 0, -dueBack).Format(time.DateOnly)
	}
	l, err := s.existing()
	if err != nil {
		return err
	}
	defer l.Close()
	told, err := l.Dues(s.ctx, q)
	if err != nil {
		return err
	}
	list := slices.DeleteFunc(dues.Join(told, today), func(d dues.Due) bool {
		return c.Party != "" && !slices.Contains(d.Parties, c.Party) || c.Status != "" && string(d.Status) != c.Status
	})
	switch {
	case c.Ics:
		return ics.Write(s.data, list, ics.Options{Name: "parley: dues"})
	case s.asJSON():
		if err := s.duePoints(l, list); err != nil {
			return err
		}
		return s.emit(list)
	}
	return s.dueTable(list)
}

// duePoints turns the spans of dues from bytes into code points, in which all that
// leaves the program counts.
func (s *session) duePoints(l ledger.Ledger, list []dues.Due) error {
	for _, d := range list {
		for i := range d.Tellings {
			t := &d.Tellings[i]
			doc, err := l.Document(s.ctx, t.Document, t.Version)
			if err != nil {
				return err
			}
			points := parley.CodePoints(doc.Text)
			t.Span = parley.Span{Start: points[t.Span.Start], End: points[t.Span.End]}
			for _, spans := range []*parley.Spans{&t.Due.What, &t.Due.Date} {
				*spans = slices.Clone(*spans)
				for k, x := range *spans {
					(*spans)[k] = parley.Span{Start: points[x.Start], End: points[x.End]}
				}
			}
		}
	}
	return nil
}

// dueTable prints dues as a table, each with its newest evidence.
func (s *session) dueTable(list []dues.Due) error {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, d := range list {
		days := d.First
		if d.Last != d.First {
			days += "…" + d.Last
		}
		status := string(d.Status)
		for _, m := range d.Moves {
			status += fmt.Sprintf(" %s→%s", m.From, m.To)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t“%s”\t%s\n", days, d.Kind, status, oneLine(d.What), strings.Join(d.Parties, ", "))
		newest := d.Tellings[len(d.Tellings)-1]
		fmt.Fprintf(w, "\t\t\t%s, %s: “%s”\t\n", newest.Outlet, day(newest.Published), oneLine(newest.Context))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%d due\n", len(list))
	return nil
}
