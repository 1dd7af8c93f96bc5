package main

import (
	"fmt"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"parley"
	"parley/join/issues"
	"parley/ledger"
)

// issuesCmd is `parley issues`.
type issuesCmd struct {
	List  issuesListCmd  `cmd:"" default:"withargs" help:"List the issues with where each party stands on them."`
	Name  issuesNameCmd  `cmd:"" help:"Give an issue a name."`
	Merge issuesMergeCmd `cmd:"" help:"Make one issue part of another."`
	Split issuesSplitCmd `cmd:"" help:"Undo a merge, or let a position begin an issue of its own."`
	Log   issuesLogCmd   `cmd:"" help:"Say who decided what on issues, and when."`
}

// decisionsFile is where decisions on issues are kept: beside the ledger.
func (s *session) decisionsFile() string {
	return filepath.Join(filepath.Dir(s.cli.Ledger), "issues.jsonl")
}

// decide keeps a decision with its time and who made it.
func (s *session) decide(d issues.Decision) error {
	d.When = time.Now().UTC().Truncate(time.Second)
	if u, err := user.Current(); err == nil {
		d.Who = u.Username
	}
	if err := issues.Keep(s.decisionsFile(), d); err != nil {
		return err
	}
	if s.asJSON() {
		return s.emit(d)
	}
	fmt.Fprintf(s.out, "kept in %s\n", s.decisionsFile())
	return nil
}

// issuesListCmd is `parley issues list`.
type issuesListCmd struct {
	From  dayFlag `help:"The first day of publication." placeholder:"DAY"`
	To    dayFlag `help:"The last day of publication." placeholder:"DAY"`
	Party string  `help:"Only issues on which this party stands, by its exact name." placeholder:"NAME"`
	Limit int     `help:"How many issues at most." default:"30"`
}

// Run lists issues, those on which most parties stand first.
func (c *issuesListCmd) Run(s *session) error {
	l, err := s.existing()
	if err != nil {
		return err
	}
	defer l.Close()
	decisions, err := issues.Load(s.decisionsFile())
	if err != nil {
		return err
	}
	told, err := allEntries(s, l, ledger.Query{Kind: parley.KindPosition, From: isoDay(string(c.From)), To: isoDay(string(c.To)), Limit: exportPage})
	if err != nil {
		return err
	}
	if s.asJSON() {
		if err := s.countPoints(l, told); err != nil {
			return err
		}
	}
	list := slices.DeleteFunc(issues.Join(told, decisions), func(x issues.Issue) bool {
		return c.Party != "" && !slices.ContainsFunc(x.Stands, func(k issues.Stand) bool { return k.Party == c.Party })
	})
	total := len(list)
	list = list[:min(total, max(c.Limit, 0))]
	if s.asJSON() {
		return s.emit(list)
	}
	return s.issueTable(list, total)
}

// joinedMost is how many entries of a kind are joined at most, the newest ones.
const joinedMost = 20000

// allEntries returns the entries that answer a query, page by page.
func allEntries(s *session, l ledger.Ledger, q ledger.Query) ([]ledger.Item, error) {
	var out []ledger.Item
	for {
		page, err := l.Find(s.ctx, q)
		if err != nil {
			return nil, err
		}
		out = append(out, page.Items...)
		if q.After = page.Next; q.After == "" || len(out) >= joinedMost {
			return out, nil
		}
	}
}

// issueTable prints issues with the stands of the parties on each.
func (s *session) issueTable(list []issues.Issue, total int) error {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, x := range list {
		fmt.Fprintf(w, "%s\t“%s”\t\t\n", x.ID, oneLine(x.Name))
		for _, k := range x.Stands {
			stance := string(k.Stance)
			if k.Moved() {
				stance = string(k.Before) + "→" + stance
			}
			fmt.Fprintf(w, "\t%s\t%s\t%s, told %d times\n", oneLine(k.Party), stance, k.Last(), len(k.Tellings))
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%d of %d issues\n", len(list), total)
	return nil
}

// issuesNameCmd is `parley issues name`.
type issuesNameCmd struct {
	Issue string   `arg:"" help:"The id of the issue, as parley issues shows it."`
	Name  []string `arg:"" help:"The name, best a proposition that one can be for or against."`
}

// Run keeps a name.
func (c *issuesNameCmd) Run(s *session) error {
	return s.decide(issues.Decision{Act: issues.Name, Issue: c.Issue, Name: strings.Join(c.Name, " ")})
}

// issuesMergeCmd is `parley issues merge`.
type issuesMergeCmd struct {
	Issue string `arg:"" help:"The id of the issue that becomes part of another."`
	Into  string `arg:"" help:"The id of the other."`
}

// Run keeps a merge.
func (c *issuesMergeCmd) Run(s *session) error {
	return s.decide(issues.Decision{Act: issues.Merge, Issue: c.Issue, Into: c.Into})
}

// issuesSplitCmd is `parley issues split`.
type issuesSplitCmd struct {
	Issue string `arg:"" help:"The id of the issue or of what would begin one."`
}

// Run keeps a split.
func (c *issuesSplitCmd) Run(s *session) error {
	return s.decide(issues.Decision{Act: issues.Split, Issue: c.Issue})
}

// issuesLogCmd is `parley issues log`.
type issuesLogCmd struct{}

// Run lists the decisions in the order in which they were made.
func (c *issuesLogCmd) Run(s *session) error {
	list, err := issues.Load(s.decisionsFile())
	if err != nil {
		return err
	}
	if s.asJSON() {
		return s.emit(list)
	}
	for _, d := range list {
		fmt.Fprintf(s.out, "%s  %s  %s %s %s%s\n", d.When.Format(time.RFC3339), d.Who, d.Act, d.Issue, d.Into, d.Name)
	}
	return nil
}
