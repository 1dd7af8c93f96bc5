package main

import (
	"context"
	"fmt"

	"parley/source"
	"parley/source/date"
	"parley/source/fetch"
)

// dayFlag is a day on the command line, in a form that dates of documents may have.
type dayFlag string

// Validate refuses what is no day before anything is read.
func (d dayFlag) Validate() error {
	if _, err := date.Parse(string(d)); d != "" && err != nil {
		return fmt.Errorf("wants a day such as 2026-03-01, not %q", string(d))
	}
	return nil
}

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
