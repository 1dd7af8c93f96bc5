package ledgertest

import (
	"fmt"
	"testing"
	"time"

	"parley"
	"parley/ledger"
)

func testPending(_ *testing.T, f *fixture) {
	f.put(doc("a", "One."), doc("b", "Two."), doc("c", "Three."))
	first, err := f.Pending(f.Context(), reader, 2)
	f.ok(err)
	f.same("limit", len(first), 2)
	f.same("order", []string{first[0].ID, first[1].ID}, []string{"a", "b"})
	f.same("text", first[1].Text, "Two.")
	f.same("not moved by looking", len(f.pending(reader)), 3)
	none, err := f.Pending(f.Context(), reader, 0)
	f.ok(err)
	f.same("none", len(none), 0)

	f.ok(f.Commit(f.Context(), reader, []ledger.Result{{Logged: first[0]}, {Logged: first[1]}}))
	rest := f.pending(reader)
	f.same("rest", []string{rest[0].ID}, []string{"c"})
	f.put(doc("a", "One, revised."))
	rest = f.pending(reader)
	f.same("revised", rest[1].ID, "a")
	f.same("revised", rest[1].Version.Version, 2)
	f.same("another pass", len(f.pending(ledger.Pass{Name: "other", Version: "1"})), 4)
	f.same("another version", len(f.pending(ledger.Pass{Name: "read", Version: "2"})), 4)
	f.commit(reader, nothing)
	f.same("done", len(f.pending(reader)), 0)
	f.ok(f.Commit(f.Context(), reader, []ledger.Result{{Logged: first[0]}}))
	f.same("never back", len(f.pending(reader)), 0)
}

func testCommit(_ *testing.T, f *fixture) {
	for _, want := range f.stories(3, 4) {
		got, err := f.Reading(f.Context(), want.Document.ID, 0)
		f.ok(err)
		f.same("reading", got, want)
	}
	f.same("entries", f.find(ledger.Query{}).Total, 12)
}

func testCommitAgain(_ *testing.T, f *fixture) {
	f.stories(2, 4)
	before := f.find(ledger.Query{Kind: parley.KindRole}).Total
	second := ledger.Pass{Name: reader.Name, Version: "2"}
	f.same("all again", len(f.pending(second)), 2)
	f.commit(second, whole)
	page := f.find(ledger.Query{})
	f.same("replaced", page.Total, 2)
	f.same("roles", []int{before, f.find(ledger.Query{Kind: parley.KindRole}).Total}, []int{8, 0})
	f.same("words of the first", f.find(ledger.Query{Who: "Tolvan"}).Total, 0)
	s, err := f.Status(f.Context())
	f.ok(err)
	f.same("counted", s.Entries, map[parley.Kind]int{parley.KindStatement: 2})
	f.same("the old version begins again", len(f.pending(reader)), 2)
}

func testCommitInvalid(_ *testing.T, f *fixture) {
	f.put(doc("a", "One."), doc("b", "Two."), doc("c", "Three."), doc("d", "Four."))
	logged := f.pending(reader)
	outside, other, misquoted := whole(logged[0].Document), whole(logged[1].Document), whole(logged[2].Document)
	outside.Statements[0].Content[0].End = 99
	other.Document.Text = "Ten."
	misquoted.Statements[0].Quote = "Thirteen."
	f.ok(f.Commit(f.Context(), reader, []ledger.Result{
		{Logged: logged[0], Reading: outside}, {Logged: logged[1], Reading: other},
		{Logged: logged[2], Reading: misquoted}, {Logged: logged[3], Reading: whole(logged[3].Document)},
	}))
	f.same("cursor", len(f.pending(reader)), 0)
	f.same("entries", f.find(ledger.Query{}).Total, 1)
	s, err := f.Status(f.Context())
	f.ok(err)
	f.same("failures", len(s.Failures), 3)
	for _, x := range s.Failures {
		f.same("stage", x.Stage, "read")
	}
}

func testCommitOld(_ *testing.T, f *fixture) {
	f.put(doc("a", "An old text."))
	old := f.pending(reader)
	f.put(doc("a", "A new text."))
	f.ok(f.Commit(f.Context(), reader, []ledger.Result{{Logged: old[0], Reading: whole(old[0].Document)}}))
	f.same("not found", f.find(ledger.Query{}).Total, 0)
	f.same("not found by words", f.find(ledger.Query{Words: "old"}).Total, 0)
	r, err := f.Reading(f.Context(), "a", 1)
	f.ok(err)
	f.same("but there", len(r.Statements), 1)
}

func testCommitUnknown(_ *testing.T, f *fixture) {
	f.put(doc("a", "One."))
	logged := f.pending(reader)
	ghost := logged[0]
	ghost.Seq = 99
	err := f.Commit(f.Context(), reader, []ledger.Result{{Logged: logged[0], Reading: whole(logged[0].Document)}, {Logged: ghost}})
	f.is(err, parley.ErrNotFound)
	f.same("all or nothing", len(f.pending(reader)), 1)
	f.same("all or nothing", f.find(ledger.Query{}).Total, 0)
}

func testTwoPasses(_ *testing.T, f *fixture) {
	f.put(doc("a", "One two."))
	other := ledger.Pass{Name: "other", Version: "1"}
	named := func(id string) func(parley.Document) parley.Reading {
		return func(d parley.Document) parley.Reading {
			r := whole(d)
			r.Statements[0].ID = id
			return r
		}
	}
	f.commit(reader, named("first"))
	f.commit(other, named("second"))
	f.same("both", entriesOf(f.find(ledger.Query{})), []string{"a/first", "a/second"})
	f.commit(ledger.Pass{Name: reader.Name, Version: "2"}, named("third"))
	f.same("one replaced", f.find(ledger.Query{}).Total, 2)
	f.commit(ledger.Pass{Name: "other", Version: "2"}, nothing)
	f.same("the other gone", entriesOf(f.find(ledger.Query{})), []string{"a/third"})
}

func testLanguage(_ *testing.T, f *fixture) {
	foreign, unknown := doc("f", "Tolmo kalba."), doc("u", "One.")
	foreign.Language, unknown.Language = "xx", ""
	f.put(foreign, unknown)
	logged := f.pending(reader)
	f.same("pending", len(logged), 2)
	failed := fmt.Errorf("language %q: %w", "xx", parley.ErrLanguage)
	f.ok(f.Commit(f.Context(), reader, []ledger.Result{{Logged: logged[0], Err: failed}, {Logged: logged[1]}}))
	s, err := f.Status(f.Context())
	f.ok(err)
	f.same("unread", s.Unread, 1)
	f.same("reasons", s.Reasons, map[string]int{"other language": 1})
	f.same("input", s.Failures[0].Input, "f")
	f.same("message", s.Failures[0].Message, failed.Error())
}

func testKinds(_ *testing.T, f *fixture) {
	d := doc("k", "Varenia demands 40 buses by Friday.")
	out := f.put(d)
	r := everyKind(d)
	r.Document.ID = out[0].ID
	f.commit(reader, func(parley.Document) parley.Reading { return r })
	got, err := f.Reading(f.Context(), out[0].ID, 0)
	f.ok(err)
	f.same("reading", got, r)
	for _, kind := range parley.Kinds() {
		page := f.find(ledger.Query{Kind: kind})
		f.same(string(kind), page.Total, 1)
		f.same(string(kind), page.Items[0].Kind, kind)
		f.same("value of "+string(kind), page.Items[0].Value != nil && *page.Items[0].Value == 40, kind == parley.KindFigure)
		f.same("issue of "+string(kind), page.Items[0].Issue == "buses are sent", kind == parley.KindPosition)
	}
	due := f.find(ledger.Query{Kind: parley.KindDue, Who: "varen"}).Items[0]
	f.same("due", []string{due.Act, due.Said, due.Who}, []string{"deadline", "2031-03-07", "Varenia"})
}

// everyKind returns a reading of the document with one entry of each kind.
func everyKind(d parley.Document) parley.Reading {
	at := func(start, end int) parley.Spans { return parley.Spans{{Start: start, End: end}} }
	forty := 40.0
	return parley.Reading{
		Document:   d,
		Actors:     []parley.Actor{{ID: "a", Name: "Varenia", Kind: parley.State, Mentions: at(0, 7)}},
		Roles:      []parley.Role{{ID: "r", Person: at(0, 7), Title: at(0, 7), Actor: "a"}},
		Statements: []parley.Statement{{ID: "s", Source: at(0, 7), SourceActors: parley.IDs{"a"}, Cue: at(8, 15), Content: at(16, 34), Type: parley.Indirect, Act: parley.Demand}},
		Dates:      []parley.Date{{ID: "d", Span: at(28, 34), Type: parley.DateDate, Value: "2031-03-07"}},
		Events:     []parley.Event{{ID: "e", Trigger: at(8, 15), Type: "REQUEST", Actors: []string{"a"}, Status: parley.Happened}},
		Conditions: []parley.Condition{{ID: "c", Antecedent: at(28, 34), Connective: at(25, 27), Consequent: at(16, 24), By: parley.IDs{"a"}}},
		Dues:       []parley.Due{{ID: "u", What: at(16, 24), Date: at(28, 34), Kind: parley.DueDeadline, On: "2031-03-07", Status: parley.DueAnnounced, Parties: []string{"a"}}},
		Positions:  []parley.Position{{ID: "p", Actor: "a", Issue: "buses are sent", Stance: parley.Support, Evidence: at(8, 24)}},
		Labels:     []parley.Label{{ID: "l", Target: at(19, 24), Label: at(16, 18), By: parley.IDs{"a"}}},
		Figures:    []parley.Figure{{ID: "f", Span: at(16, 24), Value: &forty, Unit: "buses", Actor: "a"}},
	}
}

func testFailures(_ *testing.T, f *fixture) {
	day := time.Date(2021, 3, 1, 12, 0, 0, 0, time.UTC) // Long before the failures that the ledger itself notes.
	fail := func(input, stage, reason string, hours int) {
		f.ok(f.Fail(f.Context(), ledger.Failure{Input: input, Stage: stage, Reason: reason,
			Message: fmt.Sprintf("%s: %s", stage, reason), Last: day.Add(time.Duration(hours) * time.Hour)}))
	}
	fail("https://a.example", "fetch", "unavailable", 0)
	fail("page.html", "extract", "empty", 1)
	fail("https://a.example", "fetch", "not found", 2)
	s, err := f.Status(f.Context())
	f.ok(err)
	f.same("failures", s.Failures, []ledger.Failure{
		{Input: "https://a.example", Stage: "fetch", Reason: "not found", Message: "fetch: not found", First: day, Last: day.Add(2 * time.Hour), Count: 2},
		{Input: "page.html", Stage: "extract", Reason: "empty", Message: "extract: empty", First: day.Add(time.Hour), Last: day.Add(time.Hour), Count: 1},
	})
	f.same("reasons", s.Reasons, map[string]int{"not found": 1, "empty": 1})

	d := doc("a", "One.")
	_, err = f.Put(f.Context(), []ledger.Incoming{{Document: d, From: "https://a.example"}})
	f.ok(err)
	logged := f.pending(reader)
	for _, want := range []struct {
		err   error
		count int
	}{{parley.ErrDamaged, 1}, {parley.ErrDamaged, 2}} {
		f.ok(f.Commit(f.Context(), reader, []ledger.Result{{Logged: logged[0], Err: want.err}}))
		s, err = f.Status(f.Context())
		f.ok(err)
		f.same("newest first", s.Failures[0].Input, "a")
		f.same("counted", s.Failures[0].Count, want.count)
		f.same("solved by the put", len(s.Failures), 2)
	}
	f.ok(f.Commit(f.Context(), reader, []ledger.Result{{Logged: logged[0], Reading: whole(d)}}))
	s, err = f.Status(f.Context())
	f.ok(err)
	f.same("solved by the reading", s.Reasons, map[string]int{"empty": 1})
	fail("https://a.example", "fetch", "unavailable", 3)
	s, err = f.Status(f.Context())
	f.ok(err)
	f.same("back again", s.Reasons, map[string]int{"empty": 1, "unavailable": 1})
}

func testStatus(_ *testing.T, f *fixture) {
	f.stories(3, 2)
	in, _ := Story(0, 5)
	f.put(in.Document)
	s, err := f.Status(f.Context())
	f.ok(err)
	f.same("documents", []int{s.Documents, s.Versions, s.Unread}, []int{3, 4, 0})
	f.same("entries of the newest", s.Entries[parley.KindStatement], 4)
	f.same("passes", s.Passes, []ledger.PassStatus{{Pass: reader, Done: 3, Lag: 1}})
	if s.Bytes <= 0 {
		f.Errorf("size %d", s.Bytes)
	}
}

func testFeeds(_ *testing.T, f *fixture) {
	unknown, err := f.Feed(f.Context(), "https://a.example/feed")
	f.ok(err)
	f.same("unknown", unknown, ledger.Feed{URL: "https://a.example/feed"})
	now := time.Date(2031, 3, 1, 12, 0, 0, 5, time.UTC)
	b := ledger.Feed{URL: "https://b.example/feed", Title: "B", ETag: `"x"`, LastModified: "yesterday", LastTry: now,
		LastOK: now.Add(-time.Hour), Next: now.Add(time.Hour), Failures: 2, Silent: 3, Error: "timeout"}
	f.ok(f.SaveFeed(f.Context(), b))
	f.ok(f.SaveFeed(f.Context(), unknown))
	got, err := f.Feed(f.Context(), b.URL)
	f.ok(err)
	f.same("saved", got, b)
	b.Failures = 0
	f.ok(f.SaveFeed(f.Context(), b))
	all, err := f.Feeds(f.Context())
	f.ok(err)
	f.same("all", all, []ledger.Feed{unknown, b})
}
