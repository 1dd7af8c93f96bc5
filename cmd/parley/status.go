package main

import (
	"fmt"
	"slices"
	"strings"

	"parley"
	"parley/ledger"
)

// statusCmd is `parley status`.
type statusCmd struct {
	Failures int `help:"How many failures to list." default:"20"`
}

// Run prints what the ledger holds.
func (c *statusCmd) Run(s *session) error {
	l, err := s.existing()
	if err != nil {
		return err
	}
	defer l.Close()
	st, err := l.Status(s.ctx)
	if err != nil {
		return err
	}
	if s.asJSON() {
		return s.emit(st)
	}
	fmt.Fprintf(s.out, "ledger     %s, %s\n", s.cli.Ledger, size(st.Bytes))
	fmt.Fprintf(s.out, "documents  %d in %d versions, %d in a language that is not read\n", st.Documents, st.Versions, st.Unread)
	s.entries(st)
	for _, p := range st.Passes {
		fmt.Fprintf(s.out, "pass       %s: done to %d, %d to do\n", p.Name, p.Done, p.Lag)
	}
	s.failures(st, c.Failures)
	return nil
}

// entries prints how many entries of each kind there are.
func (s *session) entries(st ledger.Status) {
	for _, k := range parley.Kinds() {
		if n := st.Entries[k]; n > 0 {
			fmt.Fprintf(s.out, "entries    %6d %s\n", n, k)
		}
	}
}

// failures prints what failed, by reason and then one by one, newest first.
func (s *session) failures(st ledger.Status, limit int) {
	reasons := make([]string, 0, len(st.Reasons))
	for r := range st.Reasons {
		reasons = append(reasons, r)
	}
	slices.Sort(reasons)
	for _, r := range reasons {
		fmt.Fprintf(s.out, "failures   %6d %s\n", st.Reasons[r], r)
	}
	for _, f := range st.Failures[:min(max(limit, 0), len(st.Failures))] {
		message := strings.TrimPrefix(f.Message, f.Input+": ") // Most messages begin with their input.
		fmt.Fprintf(s.out, "  %s  %s  %d×  %s: %s\n", f.Last.Format("2006-01-02 15:04"), f.Stage, f.Count, f.Input, message)
	}
}

// size writes a number of bytes for people.
func size(bytes int64) string {
	const mega = 1 << 20
	if bytes < mega {
		return fmt.Sprintf("%d KB", (bytes+1023)/1024)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/mega)
}
