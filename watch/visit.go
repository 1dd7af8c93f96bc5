package watch

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"parley"
	"parley/ledger"
)

// The stages of a visit, as the ledger's table of failures names them.
const (
	stageFetch   = "fetch"
	stageExtract = "extract"
	stagePut     = "put"
)

// visit asks one feed for what is new. The documents are stored before the
// feed's validators are, so that a process killed in between asks again and
// loses nothing. The error is that of the ledger or of the context.
func (w *Watcher) visit(ctx context.Context, f ledger.Feed) error {
	e := Event{}
	answer, stage, err := w.take(ctx, &f, &e)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	f.LastTry = w.opts.Now()
	if err != nil {
		e.Err = err
		if err := w.fail(ctx, f.URL, stage, err); err != nil {
			return err
		}
		w.failed(&f, err, answer.RetryAt)
	} else {
		w.succeeded(&f, e.Added+e.Revised > 0)
		f.ETag, f.LastModified = answer.ETag, answer.LastModified
	}
	if err := w.ledger.SaveFeed(ctx, f); err != nil {
		return err
	}
	e.Feed, e.Moved = f, answer.Moved
	w.tell(e)
	return nil
}

// take fetches a feed and stores its items, and says at which stage it failed.
func (w *Watcher) take(ctx context.Context, f *ledger.Feed, e *Event) (answer Answer, stage string, err error) {
	known := Validators{ETag: f.ETag, LastModified: f.LastModified}
	answer, err = w.fetch(ctx, f.URL, known)
	if err != nil {
		return answer, stageFetch, err
	}
	if answer.NotModified {
		e.NotModified = true
		// A server may leave the validators out when nothing changed.
		answer.ETag = cmp.Or(answer.ETag, known.ETag)
		answer.LastModified = cmp.Or(answer.LastModified, known.LastModified)
		return answer, "", nil
	}
	items, title, err := w.parse(answer.Body, cmp.Or(answer.URL, f.URL))
	if err != nil {
		return answer, stageExtract, err
	}
	f.Title = cmp.Or(title, f.Title)
	return answer, stagePut, w.store(ctx, f.URL, items, e)
}

// store puts the items of a feed into the ledger, and the pages of those that
// are new and thin.
func (w *Watcher) store(ctx context.Context, feed string, items []Item, e *Event) error {
	var in []ledger.Incoming
	for _, it := range items {
		if it.Err == nil {
			in = append(in, it.Incoming)
		}
	}
	changes, err := w.put(ctx, in, e)
	if err != nil {
		return err
	}
	tried := w.triesOf(feed, items)
	for _, it := range items {
		isNew := false
		if it.Err == nil {
			isNew, changes = changes[0] != ledger.Unchanged, changes[1:]
		}
		if err := w.complete(ctx, it, isNew, tried, e); err != nil {
			return err
		}
	}
	return nil
}

// put stores documents and counts what became of them.
func (w *Watcher) put(ctx context.Context, in []ledger.Incoming, e *Event) ([]ledger.Change, error) {
	if len(in) == 0 {
		return nil, nil
	}
	outcomes, err := w.ledger.Put(ctx, in)
	if err != nil {
		return nil, err
	}
	if len(outcomes) != len(in) {
		return nil, fmt.Errorf("%d outcomes for %d documents", len(outcomes), len(in))
	}
	changes := make([]ledger.Change, len(outcomes))
	for i, o := range outcomes {
		changes[i] = o.Change
		switch o.Change {
		case ledger.Added:
			e.Added++
		case ledger.Revised:
			e.Revised++
		default:
			e.Unchanged++
		}
	}
	return changes, nil
}

// fail records a failure in the ledger.
func (w *Watcher) fail(ctx context.Context, input, stage string, err error) error {
	now := w.opts.Now()
	return w.ledger.Fail(ctx, ledger.Failure{
		Input: input, Stage: stage, Reason: parley.Reason(err), Message: err.Error(),
		First: now, Last: now, Count: 1,
	})
}

// succeeded notes that a visit went well, and whether it brought news.
func (w *Watcher) succeeded(f *ledger.Feed, news bool) {
	f.LastOK, f.Failures, f.Error = f.LastTry, 0, ""
	f.Silent++
	if news {
		f.Silent = 0
	}
	f.Next = f.LastTry.Add(w.interval(f.URL, f.Silent))
}

// failed notes that a visit failed. The server's own word on when to come back
// goes before the watcher's guess.
func (w *Watcher) failed(f *ledger.Feed, err error, retryAt time.Time) {
	f.Failures++
	f.Error = err.Error()
	if retryAt.IsZero() {
		f.Next = f.LastTry.Add(w.backOff(f.URL, f.Failures))
		return
	}
	f.Next = retryAt
	if soonest := f.LastTry.Add(w.opts.Min); f.Next.Before(soonest) {
		f.Next = soonest
	}
}
