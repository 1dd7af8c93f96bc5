package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"parley/demo"
	"parley/ledger"
	"parley/ledger/sqlite"
)

// demoCmd is `parley demo`.
type demoCmd struct {
	Addr    string `help:"Where to listen; only addresses of this machine." default:"127.0.0.1:7411"`
	NoServe bool   `help:"Read the stories, say what was found, and end."`
}

// Run reads the invented stories into a temporary ledger and serves it.
func (c *demoCmd) Run(s *session) error {
	dir, err := os.MkdirTemp("", "parley-demo-")
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	defer os.RemoveAll(dir)
	l, err := sqlite.Open(s.ctx, filepath.Join(dir, "ledger.db"))
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	defer l.Close()
	began := time.Now()
	n, err := s.fill(l)
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	st, err := l.Status(s.ctx)
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	fmt.Fprintf(s.out, "The demo: %d documents about invented states by invented outlets, read in %d ms: %d statements, %d events, %d positions, %d dates, %d dues, %d figures.\n",
		n, time.Since(began).Milliseconds(), st.Entries["statements"], st.Entries["events"], st.Entries["positions"], st.Entries["dates"], st.Entries["dues"], st.Entries["figures"])
	if c.NoServe {
		return nil
	}
	return s.serve(l, c.Addr, "Open ")
}

// fill puts the stories into a ledger and reads them.
func (s *session) fill(l ledger.Ledger) (int, error) {
	stories, err := demo.Stories()
	if err != nil {
		return 0, err
	}
	in := make([]ledger.Incoming, len(stories))
	for i, d := range stories {
		raw, err := json.Marshal(d)
		if err != nil {
			return 0, err
		}
		in[i] = ledger.Incoming{Document: d, Raw: raw, From: "demo"}
	}
	if _, err := l.Put(s.ctx, in); err != nil {
		return 0, err
	}
	return s.catchUp(s.ctx, l, nil)
}
