package ledgertest

import (
	"context"
	"fmt"
	"testing"

	"golang.org/x/sync/errgroup"

	"parley"
	"parley/ledger"
)

// How much testConcurrent writes.
const (
	writers    = 3
	rounds     = 5
	statements = 4
)

// testConcurrent writes and asks at once. Every answer must be of one moment:
// the entries of a document are all there or none.
func testConcurrent(t *testing.T, f *fixture) {
	g, ctx := errgroup.WithContext(t.Context())
	for w := range writers {
		pass := ledger.Pass{Name: fmt.Sprint("pass ", w), Version: "1"}
		g.Go(func() error {
			for i := range rounds {
				if err := f.write(ctx, pass, w*rounds+i); err != nil {
					return err
				}
			}
			return nil
		})
		g.Go(func() error {
			for range 4 * rounds {
				page, err := f.Find(ctx, ledger.Query{Words: "the"})
				if err != nil {
					return err
				}
				if page.Total%statements != 0 || page.Total != len(page.Items) && page.Next == "" {
					return fmt.Errorf("%d entries found, %d shown", page.Total, len(page.Items))
				}
			}
			return nil
		})
	}
	f.ok(g.Wait())
	f.same("entries", f.find(ledger.Query{Limit: 1000}).Total, writers*rounds*statements)
	f.same("documents", f.find(ledger.Query{InText: true}).Total, writers*rounds)
}

// write puts the n-th story and commits its reading, and empty ones of all
// other documents.
func (f *fixture) write(ctx context.Context, pass ledger.Pass, n int) error {
	in, r := Story(n, statements)
	out, err := f.Put(ctx, []ledger.Incoming{in})
	if err != nil {
		return err
	}
	logged, err := f.Pending(ctx, pass, 1000)
	if err != nil {
		return err
	}
	for _, x := range logged {
		result := ledger.Result{Logged: x, Reading: parley.Reading{Document: x.Document}}
		if x.ID == out[0].ID {
			result.Reading = r
		}
		if err := f.Commit(ctx, pass, []ledger.Result{result}); err != nil {
			return err
		}
	}
	return nil
}
