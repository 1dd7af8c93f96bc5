package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/net/http/httpguts"

	"parley"
)

// maxRedirects bounds how many redirects are followed for one address.
const maxRedirects = 5

// ask is what one Get wants, the same on each hop.
type ask struct {
	validators Validators
	robots     bool // for robots.txt itself: asks nobody's leave and may be cut short
}

// hop is what one request led to: an answer, or the place to ask next.
type hop struct {
	response  *Response
	location  string
	permanent bool // the server says that the address has moved for good
}

// The reasons for which the gate itself gives up on a request.
var (
	errSlow    = fmt.Errorf("the answer took too long: %w", parley.ErrUnavailable)
	errStalled = fmt.Errorf("the body stalled: %w", parley.ErrUnavailable)
)

// follow asks for an address and for those that redirects lead to.
func (g *Gate) follow(ctx context.Context, u *url.URL, a ask) (*Response, error) {
	permanent := true
	for hops := 0; ; hops++ {
		h, err := g.visit(ctx, u, a)
		if err != nil {
			return nil, err
		}
		if h.response != nil {
			h.response.URL = u.String()
			if hops > 0 && permanent {
				h.response.Moved = u.String()
			}
			return h.response, nil
		}
		if hops == maxRedirects {
			return nil, fmt.Errorf("more than %d redirects: %w", maxRedirects, parley.ErrRefused)
		}
		permanent = permanent && h.permanent
		if u, err = g.redirect(u, h.location); err != nil {
			return nil, fmt.Errorf("redirect: %w", err)
		}
	}
}

// redirect checks where a redirect leads, as strictly as an address that a
// person gave, and never from an encrypted connection to an open one.
func (g *Gate) redirect(from *url.URL, location string) (*url.URL, error) {
	if why := garbled(location); why != "" {
		return nil, refused(location, why)
	}
	to, err := from.Parse(location)
	if err != nil {
		return nil, refused(location, "not a URL")
	}
	if to, err = g.Check(to.String()); err != nil {
		return nil, err
	}
	if from.Scheme == "https" && to.Scheme == "http" {
		return nil, refused(to.String(), "leads from https to http")
	}
	return to, nil
}

// visit makes one request once the site grants it.
func (g *Gate) visit(ctx context.Context, u *url.URL, a ask) (hop, error) {
	s := g.site(u)
	if !a.robots {
		if err := g.leave(ctx, s, u); err != nil {
			return hop{}, err
		}
	}
	h, err := g.exchange(ctx, u, a)
	if later, ok := errors.AsType[*RetryError](err); ok {
		g.rest(s, later)
	}
	return h, err
}

// exchange makes one request and reads its answer, within the gate's limits of
// time. A time-out cancels the request with the reason as its cause.
func (g *Gate) exchange(parent context.Context, u *url.URL, a ask) (hop, error) {
	ctx, cancel := context.WithCancelCause(parent)
	defer cancel(nil)
	slow := time.AfterFunc(g.timeout, func() { cancel(errSlow) })
	defer slow.Stop()

	req, err := g.request(ctx, u, a.validators)
	if err != nil {
		return hop{}, err
	}
	res, err := g.transport.RoundTrip(req)
	if err != nil {
		return hop{}, failed(ctx, err)
	}
	defer res.Body.Close()
	h, err := g.answer(res, a, func() *time.Timer {
		return time.AfterFunc(g.idle, func() { cancel(errStalled) })
	})
	if err != nil {
		return hop{}, failed(ctx, err)
	}
	return h, nil
}

// request builds the request for an address. Validators that are no header
// values are left out: the answer is then whole instead of conditional.
func (g *Gate) request(ctx context.Context, u *url.URL, v Validators) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("request: %w: %w", err, parley.ErrRefused)
	}
	req.Header.Set("User-Agent", g.agent)
	req.Header.Set("Accept-Encoding", "gzip")
	if v.ETag != "" && httpguts.ValidHeaderFieldValue(v.ETag) {
		req.Header.Set("If-None-Match", v.ETag)
	}
	if v.LastModified != "" && httpguts.ValidHeaderFieldValue(v.LastModified) {
		req.Header.Set("If-Modified-Since", v.LastModified)
	}
	return req, nil
}

// answer reads what a server answered. Stall starts the timer that cancels the
// request unless a byte of the body comes.
func (g *Gate) answer(res *http.Response, a ask, stall func() *time.Timer) (hop, error) {
	switch res.StatusCode {
	case http.StatusMovedPermanently, http.StatusPermanentRedirect:
		return hop{location: res.Header.Get("Location"), permanent: true}, nil
	case http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect:
		return hop{location: res.Header.Get("Location")}, nil
	}
	r := &Response{
		Status:       res.StatusCode,
		ContentType:  res.Header.Get("Content-Type"),
		ETag:         validator(res.Header.Get("ETag")),
		LastModified: validator(res.Header.Get("Last-Modified")),
		FetchedAt:    g.now(),
	}
	switch {
	case res.StatusCode == http.StatusNotModified && a.validators != Validators{}:
		r.NotModified = true
	case res.StatusCode == http.StatusOK, res.StatusCode == http.StatusNonAuthoritativeInfo:
		body, err := g.body(res, a, stall)
		if err != nil {
			return hop{}, err
		}
		r.Body = body
	default:
		return hop{}, statusOf(res, r.FetchedAt)
	}
	return hop{response: r}, nil
}

// validator returns a validator of a sane length, and nothing for a longer one:
// it is kept, and sent back with each request.
func validator(v string) string {
	if len(v) > 512 {
		return ""
	}
	return v
}
