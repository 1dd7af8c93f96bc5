// Package source brings texts from outside in. What flows in are names: files,
// folders, globs, "-" for the standard input, addresses of the web. What flows
// out is a stream of documents, each with the bytes that it was made from.
//
// Each format is a package of its own that decodes bytes and adapts what it
// finds to a parley.Document: text, html, jsonl, feed. This package opens what
// the names stand for, tells the format from the content, and completes each
// document with what every format needs: an id, the wire dateline, the language,
// and doubts about its dates.
//
// Nothing is lost silently. An input that gives no document gives an error that
// names it, wraps a kind of parley's errors, and leaves the stream running.
// Memory is bounded by the largest document, whatever the size of the input.
package source

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"time"

	"parley"
	"parley/source/date"
)

// Options say how to read. The zero value reads files and the standard input.
type Options struct {
	// Fetch gets an address of the web. Without it addresses are refused.
	Fetch func(ctx context.Context, url string) (Page, error)

	Stdin io.Reader        // what "-" reads; nil means os.Stdin
	Now   func() time.Time // the clock that dates in the future are told by; nil means time.Now

	// MaxDocument is the longest document in bytes, after decompression; zero
	// means 32 MiB. Formats may have lower bounds of their own.
	MaxDocument int

	// Title, Outlet and Date (as date.Parse reads it) fill in what a document
	// does not give itself. A bare text's title is Title even where its first
	// line looks like one.
	Title, Outlet, Date string
}

// Item is one document on its way in. Beside an error only From, Read and, where
// there were any, Raw and what is known of the Document are set.
type Item struct {
	Document parley.Document
	Raw      []byte // the input as it came: the page, the line, the file
	From     string // path or address; with the line ("a.jsonl:12") or the number ("a.json#3") where it holds several
	Format   Format
	Read     int64 // bytes of files that were read so far, as Size counts them
}

// Page is what an address of the web gave.
type Page struct {
	URL         string // the address after redirects
	ContentType string
	Body        []byte
	FetchedAt   time.Time
}

// Open streams the documents of the named inputs, in the order of the names;
// folders in the order of their files' names. An error is about one input, and
// the stream goes on after it, but for the context's own, which is the last.
func Open(ctx context.Context, names []string, opts Options) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		s, err := newStream(ctx, opts, yield)
		if err != nil {
			yield(Item{}, err)
			return
		}
		for _, name := range names {
			if !s.name(name) {
				return
			}
		}
	}
}

// Read streams the documents of one page or feed that was fetched.
func Read(ctx context.Context, page Page, opts Options) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		s, err := newStream(ctx, opts, yield)
		if err != nil {
			yield(Item{}, err)
			return
		}
		s.page(page)
	}
}

// stream is one run over inputs. Its methods report whether to go on.
type stream struct {
	ctx   context.Context
	opts  Options
	now   time.Time
	yield func(Item, error) bool
	read  int64
}

// newStream returns a stream with the options' defaults filled in.
func newStream(ctx context.Context, opts Options, yield func(Item, error) bool) (*stream, error) {
	if opts.MaxDocument <= 0 {
		opts.MaxDocument = 32 << 20
	}
	if opts.Stdin == nil {
		opts.Stdin = os.Stdin
	}
	now := time.Now()
	if opts.Now != nil {
		now = opts.Now()
	}
	if opts.Date != "" {
		day, err := date.Parse(opts.Date)
		if err != nil {
			return nil, fmt.Errorf("the given date: %w", err)
		}
		opts.Date = day
	}
	return &stream{ctx: ctx, opts: opts, now: now, yield: yield}, nil
}

// name reads what one name stands for.
func (s *stream) name(name string) bool {
	switch scheme, _, ok := strings.Cut(name, "://"); {
	case name == "-":
		return s.input("standard input", s.opts.Stdin)
	case ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")):
		return s.address(name)
	case ok && !exists(name):
		return s.fail(name, fmt.Errorf("scheme %q: %w", scheme, parley.ErrRefused))
	}
	for path, err := range expand(name) {
		if err != nil {
			if !s.fail(path, err) {
				return false
			}
			continue
		}
		if !s.file(path) {
			return false
		}
	}
	return true
}

// address fetches and reads an address of the web.
func (s *stream) address(url string) bool {
	if s.opts.Fetch == nil {
		return s.fail(url, fmt.Errorf("no access to the network: %w", parley.ErrRefused))
	}
	page, err := s.opts.Fetch(s.ctx, url)
	if err != nil {
		return s.fail(url, err)
	}
	if page.URL == "" {
		page.URL = url
	}
	return s.page(page)
}

// page reads a page that was fetched.
func (s *stream) page(page Page) bool {
	in := input{from: page.URL, address: page.URL, contentType: page.ContentType}
	if !page.FetchedAt.IsZero() {
		in.fetched = page.FetchedAt.UTC().Format(time.RFC3339)
		in.got = page.FetchedAt
	}
	if len(page.Body) > s.opts.MaxDocument {
		return s.fail(page.URL, fmt.Errorf("%d bytes, at most %d are read: %w", len(page.Body), s.opts.MaxDocument, parley.ErrTooLarge))
	}
	return s.content(in, newContent(strings.NewReader(string(page.Body))))
}

// fail gives out an error about one input.
func (s *stream) fail(from string, err error) bool {
	return s.emit(Item{From: from}, fmt.Errorf("%s: %w", from, err))
}

// emit gives out an item, unless the run was cancelled.
func (s *stream) emit(item Item, err error) bool {
	if s.ctx.Err() != nil {
		s.yield(Item{From: item.From, Read: s.read}, fmt.Errorf("%s: %w", item.From, s.ctx.Err()))
		return false
	}
	item.Read = s.read
	return s.yield(item, err)
}
