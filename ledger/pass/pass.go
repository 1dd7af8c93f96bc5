// Package pass runs a pass over a ledger's log: it takes document versions that
// the pass has not done, works on several at once, and commits what became of
// them in the order of the log.
//
// A run that is killed loses only the batch that it had not committed, and the
// next run does that batch again with the same result.
package pass

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"parley"
	"parley/ledger"
)

// Batch is how many document versions a run commits together, unless Options
// says otherwise. A commit waits for the disk once, so larger batches cost less
// each; smaller ones lose less work and less memory.
const Batch = 64

// Work makes a reading of a document. It is called by several goroutines at once.
type Work func(parley.Document) (parley.Reading, error)

// Options are the settings of a run. The zero value is good.
type Options struct {
	Workers int       // goroutines that work; 0: one a core
	Batch   int       // versions a commit; 0: Batch
	Done    func(int) // called after each commit with the number of versions in it
}

// Run works through what the pass has still to do and returns when nothing is
// left or the context ends. It returns how many versions it did.
func Run(ctx context.Context, l ledger.Ledger, p ledger.Pass, work Work, opts Options) (int, error) {
	if opts.Workers <= 0 {
		opts.Workers = runtime.GOMAXPROCS(0)
	}
	if opts.Batch <= 0 {
		opts.Batch = Batch
	}
	total := 0
	for {
		if err := ctx.Err(); err != nil {
			return total, fmt.Errorf("pass %s: %w", p.Name, err)
		}
		todo, err := l.Pending(ctx, p, opts.Batch)
		if err != nil {
			return total, fmt.Errorf("pass %s: %w", p.Name, err)
		}
		if len(todo) == 0 {
			return total, nil
		}
		if err := l.Commit(ctx, p, each(todo, work, opts.Workers)); err != nil {
			return total, fmt.Errorf("pass %s: %w", p.Name, err)
		}
		total += len(todo)
		if opts.Done != nil {
			opts.Done(len(todo))
		}
	}
}

// each works on the versions with several goroutines and returns the results in
// the order of the versions.
func each(todo []ledger.Logged, work Work, workers int) []ledger.Result {
	out := make([]ledger.Result, len(todo))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(workers, len(todo)) {
		wg.Go(func() {
			for i := range next {
				reading, err := work(todo[i].Document)
				out[i] = ledger.Result{Logged: todo[i], Reading: reading, Err: err}
			}
		})
	}
	for i := range todo {
		next <- i
	}
	close(next)
	wg.Wait()
	return out
}
