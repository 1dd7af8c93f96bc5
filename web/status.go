package web

import (
	"cmp"
	"maps"
	"net/http"
	"slices"

	"parley/ledger"
)

// statusFailures is how many failures the page lists.
const statusFailures = 100

// statusView is the data of the ledger's health.
type statusView struct {
	head
	ledger.Status
	Kinds   []tally // entries by kind
	Reasons []tally // unsolved failures by reason, the most frequent first
	Hidden  int     // failures that are not listed
	Size    string
	Feeds   []ledger.Feed
}

// tally is a number with its name.
type tally struct {
	Name    string
	N       int
	Address string // of its rows in the wire, or ""
}

// status gathers the ledger's health.
func (s *Server) status(r *http.Request) (view, error) {
	now, err := s.ledger.Status(r.Context())
	if err != nil {
		return nil, err
	}
	feeds, err := s.ledger.Feeds(r.Context())
	if err != nil {
		return nil, err
	}
	v := &statusView{head: head{Title: "Health", Screen: "status", Script: "status.js"}, Status: now, Size: size(now.Bytes), Feeds: feeds}
	for _, kind := range kindOrder() {
		v.Kinds = append(v.Kinds, tally{string(kind), now.Entries[kind], wireAddress(ledger.Query{Kind: kind})})
	}
	for _, reason := range slices.Sorted(maps.Keys(now.Reasons)) {
		v.Reasons = append(v.Reasons, tally{Name: reason, N: now.Reasons[reason]})
	}
	slices.SortStableFunc(v.Reasons, func(a, b tally) int { return cmp.Compare(b.N, a.N) })
	shown := min(len(v.Failures), statusFailures)
	v.Failures, v.Hidden = v.Failures[:shown], len(v.Failures)-shown
	return v, nil
}

// size writes a number of bytes for people.
func size(bytes int64) string {
	switch {
	case bytes >= 10<<30:
		return thousands(bytes>>30) + " GB"
	case bytes >= 10<<20:
		return thousands(bytes>>20) + " MB"
	}
	return thousands(bytes>>10) + " kB"
}
