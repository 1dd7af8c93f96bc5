package main

import (
	"context"

	"parley/source"
	"parley/source/fetch"
)

// sources returns the options by which the commands open sources: standard input
// and the network through the one gate.
func (s *session) sources(date, title, outlet string) source.Options {
	gate := fetch.New(fetch.Options{})
	return source.Options{
		Stdin: s.in, Date: date, Title: title, Outlet: outlet,
		Fetch: func(ctx context.Context, url string) (source.Page, error) {
			r, err := gate.Get(ctx, url, fetch.Validators{})
			if err != nil {
				return source.Page{}, err
			}
			return source.Page{URL: r.URL, ContentType: r.ContentType, Body: r.Body, FetchedAt: r.FetchedAt}, nil
		},
	}
}
