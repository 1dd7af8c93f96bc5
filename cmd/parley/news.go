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
	Kind  string  `help:"Only news of this kind: ${enum}." enum:",position moved,date slipped,figure differs" default:"" placeholder:"KIND"`
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
	positions, err := allEntries(s, l, ledger.Query{Kind: parley.KindPosition, To: to, Limit: exportPage})
	if err != nil {
		return err
	}
	figures, err := allEntries(s, l, ledger.Query{Kind: parley.KindFigure, To: to, Limit: exportPage})
	if err != nil {
		return err
	}
	told, err := l.Dues(s.ctx, ledger.DueQuery{})
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
	all := news.Join(issues.Join(positions, decisions), dues.Join(told, time.Now()), disputes.Figures(figures))
	chosen := news.Between(all, news.Kind(c.Kind), from, to)
	return s.printNews(chosen[:min(len(chosen), max(c.Limit, 0))])
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
