package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"golang.org/x/time/rate"

	"parley"
)

const (
	maxSites      = 1024             // how many sites a gate remembers
	robotsKept    = 24 * time.Hour   // how long a robots.txt is believed, as RFC 9309 advises
	robotsRetried = 10 * time.Minute // how long a failing one forbids everything
	maxCrawlDelay = 30 * time.Second // the longest pause that a robots.txt is granted
)

// site is what a gate remembers of one origin: scheme, host and port.
type site struct {
	pace *rate.Limiter
	turn chan struct{} // holds a token while rules are fetched, so that only one caller does

	// Guarded by the turn.
	rules   *robots
	expires time.Time

	// Guarded by the gate's mutex.
	used   time.Time
	resume time.Time // the server wants to be left alone before
	status int       // with which it said so
}

// site returns what is remembered of the origin of an address. When there are
// too many, the one that was not used for longest is forgotten.
func (g *Gate) site(u *url.URL) *site {
	g.mu.Lock()
	defer g.mu.Unlock()
	origin := u.Scheme + "://" + u.Host
	s := g.sites[origin]
	if s == nil {
		if len(g.sites) >= maxSites {
			g.forget()
		}
		s = &site{pace: rate.NewLimiter(rate.Every(g.every), 1), turn: make(chan struct{}, 1)}
		g.sites[origin] = s
	}
	s.used = g.now()
	return s
}

// forget drops the site that was not used for longest.
func (g *Gate) forget() {
	var oldest string
	for origin, s := range g.sites {
		if oldest == "" || s.used.Before(g.sites[oldest].used) {
			oldest = origin
		}
	}
	delete(g.sites, oldest)
}

// rest notes that a site wants to be left alone.
func (g *Gate) rest(s *site, e *RetryError) {
	g.mu.Lock()
	defer g.mu.Unlock()
	s.resume, s.status = e.Until, e.Status
}

// resting returns the error for a site that wants to be left alone, or nil.
func (g *Gate) resting(s *site) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.now().Before(s.resume) {
		return &RetryError{Status: s.status, Until: s.resume}
	}
	return nil
}

// leave waits until a page may be asked for, or says why it may not be.
func (g *Gate) leave(ctx context.Context, s *site, u *url.URL) error {
	if err := g.resting(s); err != nil {
		return err
	}
	rules, err := g.robots(ctx, s, u)
	if err != nil {
		return err
	}
	if why := rules.forbids(u); why != "" {
		return fmt.Errorf("%s: %s: %w", u.Host, why, parley.ErrDisallowed)
	}
	if err := s.pace.Wait(ctx); err != nil {
		return fmt.Errorf("wait for %s: %w: %w", u.Host, err, parley.ErrUnavailable)
	}
	return nil
}

// robots returns the rules of a site, fetched anew once they are old.
func (g *Gate) robots(ctx context.Context, s *site, u *url.URL) (*robots, error) {
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if s.rules != nil && g.now().Before(s.expires) {
		return s.rules, nil
	}
	rules, kept, err := g.fetchRobots(ctx, u)
	if err != nil {
		return nil, fmt.Errorf("robots.txt: %w", err)
	}
	s.rules, s.expires = rules, g.now().Add(kept)
	s.pace.SetLimit(rate.Every(max(g.every, min(rules.delay, maxCrawlDelay))))
	return rules, nil
}

// fetchRobots asks for the rules of a site, and says how long to believe them.
// A site without rules allows everything, one whose rules fail allows nothing
// for now. A site that can not be reached at all is an error.
func (g *Gate) fetchRobots(ctx context.Context, u *url.URL) (*robots, time.Duration, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	res, err := g.follow(ctx, at, ask{robots: true})
	if err == nil {
		return parseRobots(res.Body, g.token), robotsKept, nil
	}
	answer, ok := errors.AsType[*statusError](err)
	switch {
	case !ok:
		return nil, 0, err
	case answer.status >= 500:
		return &robots{failing: answer.status}, robotsRetried, nil
	}
	return &robots{}, robotsKept, nil
}
