// Package watch follows feeds. What flows in are the feeds that the ledger
// names and what their addresses answer; what flows out are new documents in
// the ledger and, for each feed, when to ask again. It asks seldom where little
// happens, asks only for what changed, and leaves a failing server alone for
// longer each time. All it knows is kept in the ledger, so that it may be
// stopped and started at any moment.
//
// How an address is fetched and a feed is read are functions that the caller
// gives, since both belong to the sources.
package watch

import (
	"cmp"
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"parley/ledger"
)

// Fetch gets an address, whole or, with validators, only if it changed since.
// It may return an Answer with RetryAt set beside an error.
type Fetch func(ctx context.Context, address string, known Validators) (Answer, error)

// Validators are what a server gave with an earlier answer.
type Validators struct {
	ETag         string
	LastModified string
}

// Answer is what came of a fetch.
type Answer struct {
	URL         string // where the body came from, after redirects
	Moved       string // where the address has gone for good; empty: nowhere
	Body        []byte
	Validators       // for the next time
	NotModified bool // there is no body, since nothing changed
	RetryAt     time.Time
}

// Parse reads a feed that was got from an address, and returns its items and
// its title. Its error is about the feed as a whole.
type Parse func(body []byte, address string) ([]Item, string, error)

// Item is one item of a feed. Err says why it gives no document; the address of
// its page may be known all the same.
type Item struct {
	ledger.Incoming
	Err error
}

// Page gets the page that an item links to, as a document.
type Page func(ctx context.Context, address string) (ledger.Incoming, error)

// Event tells what became of one visit to a feed.
type Event struct {
	Feed        ledger.Feed // as it is now stored
	NotModified bool
	Added       int    // documents that the ledger did not have
	Revised     int    // documents that the feed gives with changed text
	Unchanged   int    // documents that the ledger had
	Pages       int    // pages that were got for items with little text
	Failed      int    // items or pages that gave no document
	Moved       string // where the feed says that it has gone for good
	Err         error  // why the visit failed
}

// Options are what a watcher may be told. The zero value of each field but the
// functions stands for the default that it names.
type Options struct {
	Page     Page          // gets the pages of items with little text; nil: items stay as the feed gives them
	Thin     int           // how many words are little; 0: 120
	Min, Max time.Duration // bounds of the time between two visits; 0: 5 minutes, an hour
	Parallel int           // how many feeds are visited at once; 0: 4
	OnEvent  func(Event)   // is told of each visit, one at a time; nil: nobody
	Now      func() time.Time
}

// Watcher follows the feeds of one ledger.
type Watcher struct {
	ledger ledger.Ledger
	fetch  Fetch
	parse  Parse
	opts   Options

	mu    sync.Mutex       // held while an event is told, and for pages
	pages map[string]tries // by feed
}

// New returns a watcher of the feeds that a ledger names.
func New(l ledger.Ledger, fetch Fetch, parse Parse, opts Options) *Watcher {
	opts.Thin = cmp.Or(opts.Thin, 120)
	opts.Min = cmp.Or(opts.Min, 5*time.Minute)
	opts.Max = max(cmp.Or(opts.Max, time.Hour), opts.Min)
	opts.Parallel = cmp.Or(opts.Parallel, 4)
	if opts.OnEvent == nil {
		opts.OnEvent = func(Event) {}
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	return &Watcher{ledger: l, fetch: fetch, parse: parse, opts: opts, pages: map[string]tries{}}
}

// glance is how often the list of feeds is read again, for feeds that another
// process has added.
const glance = time.Minute

// Run visits each feed whenever its time has come, until the context ends. It
// returns the context's error, or that of the ledger: what a feed does wrong is
// stored with the feed and stops nothing.
func (w *Watcher) Run(ctx context.Context) error {
	for {
		if err := w.Once(ctx); err != nil {
			return err
		}
		wait, err := w.wait(ctx)
		if err != nil {
			return err
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// wait returns how long nothing is to be done.
func (w *Watcher) wait(ctx context.Context) (time.Duration, error) {
	feeds, err := w.ledger.Feeds(ctx)
	if err != nil {
		return 0, fmt.Errorf("watch: %w", err)
	}
	wait, now := glance, w.opts.Now()
	for _, f := range feeds {
		wait = min(wait, f.Next.Sub(now))
	}
	return max(wait, time.Second), nil
}

// Once visits each feed whose time has come. It is not for use by two
// goroutines at once, which would visit the same feeds.
func (w *Watcher) Once(ctx context.Context) error {
	feeds, err := w.ledger.Feeds(ctx)
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	round, ctx := errgroup.WithContext(ctx)
	round.SetLimit(w.opts.Parallel)
	now := w.opts.Now()
	for _, f := range feeds {
		if f.Next.After(now) {
			continue
		}
		round.Go(func() error { return w.visit(ctx, f) })
	}
	if err := round.Wait(); err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	return nil
}

// tell passes on an event.
func (w *Watcher) tell(e Event) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.opts.OnEvent(e)
}
