package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"

	"golang.org/x/sync/errgroup"

	"parley/ledger"
	"parley/source"
	"parley/source/fetch"
	"parley/watch"
)

// watchCmd is `parley watch`.
type watchCmd struct {
	Feeds []string `arg:"" optional:"" help:"Addresses of feeds to follow from now on, beside those that the ledger follows already."`
	Once  bool     `help:"Visit each feed whose time has come, then end."`
	Pages bool     `help:"Fetch the pages of items that the feed gives with little text." default:"true" negatable:""`
}

// Validate refuses what can be no feed's address before it is followed for good.
func (c *watchCmd) Validate() error {
	for _, feed := range c.Feeds {
		u, err := url.Parse(feed)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return fmt.Errorf("%q is no address of a feed, such as https://example.org/feed.xml", feed)
		}
	}
	return nil
}

// Run follows feeds and reads what they bring, until it is interrupted.
func (c *watchCmd) Run(s *session) error {
	l, err := s.open()
	if err != nil {
		return err
	}
	defer l.Close()
	for _, url := range c.Feeds {
		f, err := l.Feed(s.ctx, url)
		if err != nil {
			return err
		}
		if err := l.SaveFeed(s.ctx, f); err != nil {
			return err
		}
	}
	feeds, err := l.Feeds(s.ctx)
	if err != nil {
		return err
	}
	if len(feeds) == 0 {
		return errors.New("watch: no feed to follow; give the addresses of some")
	}
	return c.follow(s, l)
}

// follow runs the watcher, and the reading behind it.
func (c *watchCmd) follow(s *session, l ledger.Ledger) error {
	gate := fetch.New(fetch.Options{})
	fresh := make(chan struct{}, 1)
	opts := watch.Options{OnEvent: func(e watch.Event) {
		s.visited(e)
		select {
		case fresh <- struct{}{}:
		default:
		}
	}}
	if c.Pages {
		opts.Page = page(gate)
	}
	w := watch.New(l, get(gate), parseFeed(s.ctx), opts)
	if c.Once {
		if err := w.Once(s.ctx); err != nil {
			return err
		}
		_, err := s.catchUp(s.ctx, l, nil)
		return err
	}
	group, ctx := errgroup.WithContext(s.ctx)
	group.Go(func() error { return ended(s.ctx, w.Run(ctx)) })
	group.Go(func() error { return ended(s.ctx, s.readOn(ctx, l, fresh)) })
	return group.Wait()
}

// readOn reads what comes, each time that it is told of something fresh.
func (s *session) readOn(ctx context.Context, l ledger.Ledger, fresh <-chan struct{}) error {
	for {
		if _, err := s.catchUp(ctx, l, nil); err != nil {
			return err
		}
		select {
		case <-fresh:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// visited prints what became of a visit.
func (s *session) visited(e watch.Event) {
	switch {
	case e.Err != nil:
		fmt.Fprintf(s.errs, "parley: %s: %v; next try %s\n", e.Feed.URL, e.Err, e.Feed.Next.Local().Format("15:04"))
	case e.NotModified:
		fmt.Fprintf(s.out, "%s: nothing new\n", e.Feed.URL)
	default:
		fmt.Fprintf(s.out, "%s: %d added, %d revised, %d unchanged, %d pages, %d failed\n",
			e.Feed.URL, e.Added, e.Revised, e.Unchanged, e.Pages, e.Failed)
	}
	if e.Moved != "" {
		fmt.Fprintf(s.out, "%s: says that it has moved to %s\n", e.Feed.URL, e.Moved)
	}
}

// get fetches for the watcher through the gate.
func get(gate *fetch.Gate) watch.Fetch {
	return func(ctx context.Context, url string, known watch.Validators) (watch.Answer, error) {
		r, err := gate.Get(ctx, url, fetch.Validators(known))
		if err != nil {
			var retry *fetch.RetryError
			if errors.As(err, &retry) {
				return watch.Answer{RetryAt: retry.Until}, err
			}
			return watch.Answer{}, err
		}
		return watch.Answer{URL: r.URL, Moved: r.Moved, Body: r.Body, NotModified: r.NotModified,
			Validators: watch.Validators{ETag: r.ETag, LastModified: r.LastModified}}, nil
	}
}

// parseFeed reads a feed's items with the sources' reader of feeds.
func parseFeed(ctx context.Context) watch.Parse {
	return func(body []byte, url string) ([]watch.Item, string, error) {
		var items []watch.Item
		title := ""
		for item, err := range source.Read(ctx, source.Page{URL: url, Body: body}, source.Options{}) {
			if err != nil && item.Document.URL == "" && len(items) == 0 {
				return nil, "", err
			}
			title = item.Document.Outlet
			items = append(items, watch.Item{Incoming: incoming(item), Err: err})
		}
		return items, title, nil
	}
}

// page fetches the page of an item as a document.
func page(gate *fetch.Gate) watch.Page {
	return func(ctx context.Context, url string) (ledger.Incoming, error) {
		r, err := gate.Get(ctx, url, fetch.Validators{})
		if err != nil {
			return ledger.Incoming{}, err
		}
		p := source.Page{URL: r.URL, ContentType: r.ContentType, Body: r.Body, FetchedAt: r.FetchedAt}
		for item, err := range source.Read(ctx, p, source.Options{}) {
			return incoming(item), err
		}
		return ledger.Incoming{}, fmt.Errorf("page %s: no document", url)
	}
}

// incoming makes of a source's item what a ledger takes.
func incoming(item source.Item) ledger.Incoming {
	return ledger.Incoming{Document: item.Document, Raw: item.Raw, From: item.From}
}
