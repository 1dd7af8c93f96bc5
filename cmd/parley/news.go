package main

import (
	"fmt"
	"text/tabwriter"
	"time"

	"parley"
	"parley/join/disputes"
	"parley/join/dues"
	"parley/join/issues"
	"parley/join/news"
	"parley/ledger"
)

// newsCmd is `parley news`.
type newsCmd struct {
	From  dayFlag `help:"The first day of publication." placeholder:"DAY"`
	To    dayFlag `help:"The last day of publication." placeholder:"DAY"`
	Kind  string  `help:"Only news of this kind: position moved, date slipped, figure differs." placeholder:"KIND"`
	Limit int     `help:"How many changes at most." default:"60"`
}

// Run prints what has changed, the newest first.
func (c *newsCmd) Run(s *session) error {
	l, err := s.existing()
	if err != nil {
		return err
	}
	defer l.Close()
	from, to := isoDay(string(c.From)), isoDay(string(c.To))
	positions, err := allPositions(s, l, ledger.Query{Kind: parley.KindPosition, From: from, To: to, Limit: exportPage})
	if err != nil {
		return err
	}
	figures, err := allPositions(s, l, ledger.Query{Kind: parley.KindFigure, From: from, To: to, Limit: exportPage})
	if err != nil {
		return err
	}
	told, err := l.Dues(s.ctx, ledger.DueQuery{From: from, To: to})
	if err != nil {
		return err
	}
	decisions, err := issues.Load(s.decisionsFile())
	if err != nil {
		return err
	}
	if s.asJSON() {
		if err := s.countPoints(l, positions); err != nil {
			return err
		}
		if err := s.countPoints(l, figures); err != nil {
			return err
		}
	}
	return s.printNews(c.chosen(news.Join(issues.Join(positions, decisions), dues.Join(told, time.Now()), disputes.Figures(figures))))
}

// chosen returns the changes of the kind that is asked for, as many as are asked for.
func (c *newsCmd) chosen(all []news.Change) []news.Change {
	out := []news.Change{}
	for _, x := range all {
		if (c.Kind == "" || string(x.Kind) == c.Kind) && len(out) < c.Limit {
			out = append(out, x)
		}
	}
	return out
}

// printNews prints changes as a table, or as JSON.
func (s *session) printNews(list []news.Change) error {
	if s.asJSON() {
		return s.emit(list)
	}
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, x := range list {
		fmt.Fprintf(w, "%s\t%s\t%s\t“%s”: %s → %s\t%s\n", x.Day, x.Kind, oneLine(x.Who), oneLine(x.Of), oneLine(x.From), oneLine(x.To), oneLine(x.Telling.Outlet))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%d changes\n", len(list))
	return nil
}
