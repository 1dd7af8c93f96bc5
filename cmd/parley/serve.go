package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"golang.org/x/sync/errgroup"

	"parley/join/issues"
	"parley/ledger"
	"parley/web"
)

// serveCmd is `parley serve`.
type serveCmd struct {
	Addr string `help:"Where to listen; only addresses of this machine." default:"127.0.0.1:7411"`
}

// Run serves the screens until it is interrupted, and reads meanwhile what the
// ledger has still to be read.
func (c *serveCmd) Run(s *session) error {
	l, err := s.open()
	if err != nil {
		return err
	}
	defer l.Close()
	return s.serve(l, c.Addr, "")
}

// serve serves a ledger's screens at an address and catches up on its reading.
func (s *session) serve(l ledger.Ledger, addr, greeting string) error {
	listener, err := web.Listen(addr)
	if err != nil {
		return err
	}
	server := web.New(l, web.Options{Log: slog.New(slog.NewTextHandler(s.errs, nil)), Decisions: func() ([]issues.Decision, error) { return issues.Load(s.decisionsFile()) }})
	fmt.Fprintf(s.out, "%shttp://%s/ (Ctrl-C ends it)\n", greeting, listener.Addr())
	group, ctx := errgroup.WithContext(s.ctx)
	group.Go(func() error { return server.Serve(ctx, listener) })
	group.Go(func() error {
		_, err := s.catchUp(ctx, l, nil)
		return ended(ctx, err)
	})
	return ended(s.ctx, group.Wait())
}

// ended drops the error that only says that the context ended: an interrupt is
// how a server is told to stop.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil && (errors.Is(err, context.Canceled) || err == nil) {
		return nil
	}
	return err
}
