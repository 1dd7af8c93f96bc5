package parley

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

// TestEntriesOrder checks that every list of a reading is walked, in the order of Kinds.
func TestEntriesOrder(t *testing.T) {
	r := goodReading()
	var kinds []Kind
	var keys []string
	for e := range r.Entries() {
		if len(kinds) == 0 || kinds[len(kinds)-1] != e.List() {
			kinds = append(kinds, e.List())
		}
		keys = append(keys, e.Key())
	}
	if !slices.Equal(kinds, Kinds()) {
		t.Errorf("kinds in the order %v, want %v", kinds, Kinds())
	}
	want := []string{"VAR", "RELL", "MW", "r1", "s1", "s2", "t1", "e1", "c1", "u1", "p1", "l1", "f1"}
	if !slices.Equal(keys, want) {
		t.Errorf("entries %v, want %v", keys, want)
	}
}

// TestEntriesStops checks that the walk ends where its user breaks off, in any list.
func TestEntriesStops(t *testing.T) {
	r := goodReading()
	for _, kind := range Kinds() {
		var last Kind
		for e := range r.Entries() {
			if last = e.List(); last == kind {
				break
			}
		}
		if last != kind {
			t.Errorf("broke off at %s and saw %s", kind, last)
		}
	}
}

// TestEntriesPointIn checks that a change of an entry or of a part of it changes
// the reading.
func TestEntriesPointIn(t *testing.T) {
	r := goodReading()
	for e := range r.Entries() {
		e.Made().Reader = "test"
		for _, p := range e.Parts() {
			*p.Spans = Spans{{1, 2}}
		}
	}
	for e := range r.Entries() {
		if e.Made().Reader != "test" || Hull(e) != (Span{1, 2}) {
			t.Errorf("%s %q did not change: %v", e.List(), e.Key(), Hull(e))
		}
	}
}

func TestEvidence(t *testing.T) {
	want := map[string]string{
		"VAR": "Varenia", "RELL": "Rell", "MW": "", "r1": "minister", "s1": "Varenia will meet Kestria on May 4", "s2": `"Terrorists,"`,
		"t1": "May 4", "e1": "meet", "c1": "Kestria agrees", "u1": "meet", "p1": "will meet", "l1": "Terrorists", "f1": "nine",
	}
	for e := range goodReading().Entries() {
		if got := Evidence(e).In(goodText); got != want[e.Key()] {
			t.Errorf("%s: evidence %q, want %q", e.Key(), got, want[e.Key()])
		}
	}
}

func TestHull(t *testing.T) {
	r := goodReading()
	if got := Hull(&r.Statements[0]).In(goodText); got != "Varenia will meet Kestria on May 4 if Kestria agrees, minister Rell said" {
		t.Errorf("hull of a statement: %q", got)
	}
	if got := Hull(&r.Actors[2]); got != (Span{}) {
		t.Errorf("hull of an actor without mentions: %v", got)
	}
}

func TestReason(t *testing.T) {
	for err, want := range map[error]string{
		fmt.Errorf("read %q: %w", "d1", ErrEmpty):                        "empty",
		fmt.Errorf("fetch: %w", fmt.Errorf("robots: %w", ErrDisallowed)): "disallowed",
		errors.Join(errors.New("late"), ErrRetryLater):                   "retry later",
		errors.New("a fuse blew"):                                        "other",
	} {
		if got := Reason(err); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}
