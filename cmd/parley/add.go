package main

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"parley"
	"parley/ledger"
	"parley/source"
)

// addCmd is `parley add`.
type addCmd struct {
	Sources []string `arg:"" help:"Files, folders, globs, addresses, or - for standard input."`
	Date    dayFlag  `help:"The day of a text that tells none, YYYY-MM-DD."`
	Outlet  string   `help:"The outlet of a text that tells none."`
	Quiet   bool     `help:"No progress bar."`
}

// Run stores the documents of the sources and reads them meanwhile. It may be
// interrupted at any moment: what is stored stays, and the same command goes on.
func (c *addCmd) Run(s *session) error {
	l, err := s.open()
	if err != nil {
		return err
	}
	defer l.Close()
	opts := s.sources(string(c.Date), "", c.Outlet)
	a := adder{session: s, ledger: l, bar: s.progress(c.Sources, c.Quiet)}
	err = a.run(c.Sources, opts)
	a.bar.end()
	if err != nil {
		return err
	}
	return a.report()
}

// The size of a batch of documents that are stored together: so many, or so many
// bytes of text, whichever comes first. It bounds memory and what a kill undoes.
const (
	batchDocuments = 128
	batchBytes     = 4 << 20
)

// adder takes documents from sources into a ledger.
type adder struct {
	*session
	ledger ledger.Ledger
	bar    *progress
	counts map[ledger.Change]int
	read   atomic.Int64 // document versions read
	failed int
}

// run stores and reads side by side: the store tells the reader of each batch.
func (a *adder) run(names []string, opts source.Options) error {
	a.counts = map[ledger.Change]int{}
	group, ctx := errgroup.WithContext(a.ctx)
	stored := make(chan struct{}, 1)
	group.Go(func() error {
		defer close(stored)
		return a.store(ctx, names, opts, stored)
	})
	group.Go(func() error {
		for range stored {
			if err := a.catchUp(ctx); err != nil {
				return err
			}
		}
		return a.catchUp(ctx)
	})
	return group.Wait()
}

// catchUp reads what is stored.
func (a *adder) catchUp(ctx context.Context) error {
	_, err := a.session.catchUp(ctx, a.ledger, func(n int) {
		a.read.Add(int64(n))
		a.bar.documents(n)
	})
	return err
}

// store puts the documents of the sources into the ledger, batch by batch.
func (a *adder) store(ctx context.Context, names []string, opts source.Options, stored chan<- struct{}) error {
	var batch []ledger.Incoming
	bytes := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		if err := a.put(ctx, batch); err != nil {
			return err
		}
		batch, bytes = nil, 0
		select {
		case stored <- struct{}{}:
		default: // The reader is told already.
		}
		return nil
	}
	for item, err := range source.Open(ctx, names, opts) {
		if err != nil {
			if err := a.fail(ctx, item, err); err != nil {
				return err
			}
			continue
		}
		a.bar.take(item.Read)
		batch = append(batch, ledger.Incoming{Document: item.Document, Raw: item.Raw, From: item.From})
		bytes += len(item.Document.Text)
		if len(batch) >= batchDocuments || bytes >= batchBytes {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// put stores one batch and counts what became of it.
func (a *adder) put(ctx context.Context, batch []ledger.Incoming) error {
	outcomes, err := a.ledger.Put(ctx, batch)
	if err != nil {
		return err
	}
	for _, o := range outcomes {
		a.counts[o.Change]++
		if o.Change == ledger.Unchanged {
			a.bar.skip(1)
		}
	}
	return nil
}

// fail records an input that could not be taken, and names it. An error of the
// context ends the run.
func (a *adder) fail(ctx context.Context, item source.Item, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	a.failed++
	a.bar.say(fmt.Sprintf("parley: %v", err))
	stage := "extract"
	if errors.Is(err, parley.ErrUnavailable) || errors.Is(err, parley.ErrRefused) || errors.Is(err, parley.ErrDisallowed) || errors.Is(err, parley.ErrRetryLater) {
		stage = "fetch"
	}
	return a.ledger.Fail(ctx, ledger.Failure{Input: item.From, Stage: stage, Reason: parley.Reason(err), Message: err.Error()})
}

// report says what was done.
func (a *adder) report() error {
	if a.asJSON() {
		if err := a.emit(map[string]int{
			"added": a.counts[ledger.Added], "revised": a.counts[ledger.Revised], "unchanged": a.counts[ledger.Unchanged],
			"failed": a.failed, "read": int(a.read.Load())}); err != nil {
			return err
		}
	} else {
		fmt.Fprintf(a.out, "%d added, %d revised, %d unchanged, %d failed; %d read\n",
			a.counts[ledger.Added], a.counts[ledger.Revised], a.counts[ledger.Unchanged], a.failed, a.read.Load())
	}
	if a.failed > 0 {
		return errReported
	}
	return nil
}
