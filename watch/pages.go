package watch

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"parley"
	"parley/ledger"
)

// maxTries is how often a page is asked for that can not be had.
const maxTries = 3

// tries counts how often the pages of a feed's present items were asked for, by
// address; maxTries for those that need no more.
type tries map[string]int

// complete deals with an item after the feed's own text is stored: it gets the
// page where that text is thin or missing, and records what gives no document.
// A page that can not be had leaves the feed's text in its place.
func (w *Watcher) complete(ctx context.Context, it Item, isNew bool, tried tries, e *Event) error {
	if isNew {
		delete(tried, it.Document.URL) // the page may have changed with the item
	}
	if w.owed(it, isNew, tried[it.Document.URL]) {
		return w.page(ctx, it, tried, e)
	}
	if it.Err == nil || tried[it.Document.URL] > 0 {
		return nil
	}
	e.Failed++
	return w.fail(ctx, cmp.Or(it.Document.URL, it.From), stageExtract, it.Err)
}

// owed reports whether an item's page is to be fetched. That an item with text
// is new, the ledger knows; an item without is not in the ledger, so that only
// the tries tell.
func (w *Watcher) owed(it Item, isNew bool, tried int) bool {
	switch {
	case w.opts.Page == nil, it.Document.URL == "", tried >= maxTries:
		return false
	case it.Err != nil:
		return errors.Is(it.Err, parley.ErrEmpty)
	}
	return (isNew || tried > 0) && len(strings.Fields(it.Document.Text)) < w.opts.Thin
}

// page fetches an item's page and stores it as the item's next version.
func (w *Watcher) page(ctx context.Context, it Item, tried tries, e *Event) error {
	page, err := w.opts.Page(ctx, it.Document.URL)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if tried[it.Document.URL]++; !passing(err) {
		tried[it.Document.URL] = maxTries
	}
	if err != nil {
		e.Failed++
		return w.fail(ctx, it.Document.URL, stageFetch, err)
	}
	if len(page.Document.Text) <= len(it.Document.Text) {
		return nil // a notice in place of the article, or what the feed had anyway
	}
	page.Document = merged(it.Document, page.Document)
	var got Event
	if _, err := w.put(ctx, []ledger.Incoming{page}, &got); err != nil {
		return err
	}
	e.Added += got.Added
	e.Pages++
	return nil
}

// passing reports whether an error may be gone on the next visit.
func passing(err error) bool {
	return errors.Is(err, parley.ErrUnavailable) || errors.Is(err, parley.ErrRetryLater)
}

// merged returns a page's document under the address and with the data that
// the feed gave: those are the outlet's own, and the page's are found by guess.
func merged(item, page parley.Document) parley.Document {
	page.ID, page.URL = item.ID, item.URL
	page.Title = cmp.Or(item.Title, page.Title)
	page.Outlet = cmp.Or(item.Outlet, page.Outlet)
	page.Author = cmp.Or(item.Author, page.Author)
	page.Published = cmp.Or(item.Published, page.Published)
	page.Language = cmp.Or(page.Language, item.Language)
	return page
}

// triesOf returns the tries of a feed's pages, without those of items that the
// feed no longer holds.
func (w *Watcher) triesOf(feed string, items []Item) tries {
	w.mu.Lock()
	defer w.mu.Unlock()
	kept := tries{}
	for _, it := range items {
		if n := w.pages[feed][it.Document.URL]; n > 0 {
			kept[it.Document.URL] = n
		}
	}
	w.pages[feed] = kept
	return kept
}
