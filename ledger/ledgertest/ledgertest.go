// Package ledgertest is the suite that every store of package ledger passes. A
// store's own tests call Test with a way to open an empty ledger. The stories
// that the suite stores are also here for other tests that need some.
package ledgertest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"parley"
	"parley/ledger"
)

// reader is the pass that the suite commits as.
var reader = ledger.Pass{Name: "read", Version: "1"}

// Test runs the suite. Each call of open returns an empty ledger, which open
// closes when its test ends.
func Test(t *testing.T, open func(t *testing.T) ledger.Ledger) {
	for _, c := range []struct {
		name string
		run  func(*testing.T, *fixture)
	}{
		{"put", testPut}, {"put ids", testIDs}, {"put foreign bytes", testForeignBytes}, {"put nothing", testNothing},
		{"pending", testPending}, {"raw", testRaw}, {"not found", testNotFound}, {"cancelled", testCancelled}, {"concurrent", testConcurrent},
		{"commit", testCommit}, {"commit again", testCommitAgain}, {"commit invalid", testCommitInvalid},
		{"commit of an old version", testCommitOld}, {"commit unknown", testCommitUnknown},
		{"commit of two passes", testTwoPasses}, {"language", testLanguage}, {"all kinds", testKinds},
		{"failures", testFailures}, {"status", testStatus}, {"feeds", testFeeds},
		{"find", testFind}, {"find by words", testFindWords}, {"find in text", testFindInText}, {"find order", testFindOrder},
		{"find by actor", testFindActor}, {"find by actor, newest", testFindActorNewest}, {"find standing", testFindStanding}, {"dues", testDues}, {"find pages", testFindPages}, {"find newest", testFindNewest}, {"find refuses", testFindRefuses},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.run(t, &fixture{T: t, Ledger: open(t)})
		})
	}
	t.Run("invariants", func(t *testing.T) { testInvariants(t, open) })
}

// fixture is a ledger whose failures end the test.
type fixture struct {
	*testing.T
	ledger.Ledger
}

// ok ends the test on an error.
func (f *fixture) ok(err error) {
	f.Helper()
	if err != nil {
		f.Fatal(err)
	}
}

// same ends the test where got is not want. Empty and missing lists are the same.
func (f *fixture) same(what string, got, want any) {
	f.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(0)); diff != "" {
		f.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

// is ends the test where err is not of the kind.
func (f *fixture) is(err, kind error) {
	f.Helper()
	if !errors.Is(err, kind) {
		f.Fatalf("got error %v, want one that is %q", err, kind)
	}
}

// put stores documents.
func (f *fixture) put(docs ...parley.Document) []ledger.Outcome {
	f.Helper()
	in := make([]ledger.Incoming, len(docs))
	for i, d := range docs {
		in[i] = ledger.Incoming{Document: d, Raw: []byte("raw " + d.Text), From: "test"}
	}
	out, err := f.Put(f.Context(), in)
	f.ok(err)
	return out
}

// pending returns all that a pass has still to do.
func (f *fixture) pending(pass ledger.Pass) []ledger.Logged {
	f.Helper()
	out, err := f.Pending(f.Context(), pass, 1000)
	f.ok(err)
	return out
}

// commit commits what read makes of everything that is pending.
func (f *fixture) commit(pass ledger.Pass, read func(parley.Document) parley.Reading) {
	f.Helper()
	var done []ledger.Result
	for _, logged := range f.pending(pass) {
		done = append(done, ledger.Result{Logged: logged, Reading: read(logged.Document)})
	}
	f.ok(f.Commit(f.Context(), pass, done))
}

// stories puts and reads the first n stories, and returns their readings with
// the ids that the ledger gave.
func (f *fixture) stories(n, statements int) []parley.Reading {
	f.Helper()
	var docs []parley.Document
	readings := map[string]parley.Reading{}
	for i := range n {
		in, r := Story(i, statements)
		docs = append(docs, in.Document)
		readings[in.Document.URL] = r
	}
	out := f.put(docs...)
	f.commit(reader, func(d parley.Document) parley.Reading { return readings[d.URL] })
	var list []parley.Reading
	for i, d := range docs {
		r := readings[d.URL]
		r.Document.ID = out[i].ID
		list = append(list, r)
	}
	return list
}

// find returns the answer to a query.
func (f *fixture) find(q ledger.Query) ledger.Page {
	f.Helper()
	page, err := f.Find(f.Context(), q)
	f.ok(err)
	f.consistent(q, page)
	return page
}

// consistent checks what holds for every page: the spans cut what they claim.
func (f *fixture) consistent(q ledger.Query, page ledger.Page) {
	f.Helper()
	if len(page.Items) > page.Total {
		f.Fatalf("%+v: %d items of %d", q, len(page.Items), page.Total)
	}
	for _, x := range page.Items {
		v, err := f.Document(f.Context(), x.Document, x.Version)
		f.ok(err)
		if x.Span.Start < 0 || x.Span.End > len(v.Text) || x.Span.Start > x.Span.End {
			f.Fatalf("%+v: span %v of a text of %d bytes", q, x.Span, len(v.Text))
		}
		if q.InText {
			f.same("passage", x.What, x.Span.In(v.Text))
		}
	}
}

// titles returns the titles of a page's items.
func titles(page ledger.Page) []string {
	var out []string
	for _, x := range page.Items {
		out = append(out, x.Title)
	}
	return out
}

// entriesOf returns the items as "document title/entry id".
func entriesOf(page ledger.Page) []string {
	var out []string
	for _, x := range page.Items {
		out = append(out, fmt.Sprintf("%s/%s", x.Title, x.Entry))
	}
	return out
}

// doc returns a small document with an id and no address.
func doc(id, text string) parley.Document {
	return parley.Document{ID: id, Title: id, Outlet: "Tolm Herald", Published: "2031-03-01", Language: "en", Text: text}
}

// whole returns a reading of a document with one statement: all of its text.
func whole(d parley.Document) parley.Reading {
	all := parley.Spans{{Start: 0, End: len(d.Text)}}
	return parley.Reading{Document: d, Statements: []parley.Statement{
		{ID: "s1", Content: all, Type: parley.Direct, Act: parley.Assert},
	}}
}

// nothing returns an empty reading.
func nothing(d parley.Document) parley.Reading { return parley.Reading{Document: d} }

// cancelled returns a context that has ended.
func cancelled(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}
