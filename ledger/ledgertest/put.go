package ledgertest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"parley"
	"parley/ledger"
)

func testPut(_ *testing.T, f *fixture) {
	a, b := doc("a", "One."), doc("b", "Two.")
	f.same("first", f.put(a, b), []ledger.Outcome{{ID: "a", Version: 1, Change: ledger.Added}, {ID: "b", Version: 1, Change: ledger.Added}})
	f.same("again", f.put(b), []ledger.Outcome{{ID: "b", Version: 1, Change: ledger.Unchanged}})
	changed := a
	changed.Text = "One and a half."
	f.same("changed", f.put(changed), []ledger.Outcome{{ID: "a", Version: 2, Change: ledger.Revised}})
	f.same("changed back", f.put(a), []ledger.Outcome{{ID: "a", Version: 1, Change: ledger.Unchanged}})
	retitled := changed
	retitled.Title = "Another title"
	f.same("twice in one call", f.put(retitled, retitled), []ledger.Outcome{
		{ID: "a", Version: 3, Change: ledger.Revised}, {ID: "a", Version: 3, Change: ledger.Unchanged}})
	later := retitled
	later.Fetched = "2031-04-01"
	f.same("fetched later", f.put(later), []ledger.Outcome{{ID: "a", Version: 3, Change: ledger.Unchanged}})

	newest, err := f.Document(f.Context(), "a", 0)
	f.ok(err)
	f.same("newest", newest.Document, retitled)
	f.same("number", newest.Version, 3)
	all, err := f.Versions(f.Context(), "a")
	f.ok(err)
	for i, want := range []parley.Document{a, changed, retitled} {
		f.same("version", all[i].Document, want)
		f.same("number", all[i].Version, i+1)
		one, err := f.Document(f.Context(), "a", i+1)
		f.ok(err)
		f.same("by number", one, all[i])
	}
	f.same("versions", len(all), 3)
	last, err := f.Latest(f.Context())
	f.ok(err)
	f.same("latest", last, int64(4))
}

func testIDs(_ *testing.T, f *fixture) {
	named, other, bare := doc("x", "Named."), doc("x", "Other."), doc("", "Bare.")
	named.URL, other.URL, bare.URL = "https://a.example/1", "https://a.example/2", "https://a.example/3"
	nameless := doc("", "Neither id nor address.")
	out := f.put(named, other, doc("x", "The id alone."), bare, nameless, doc("", "And another."))
	f.same("own id", out[0].ID, "x")
	seen := map[string]bool{}
	for i, o := range out {
		f.same("change", o.Change, ledger.Added)
		if o.ID == "" || seen[o.ID] {
			f.Fatalf("document %d has the id %q, which is empty or taken", i, o.ID)
		}
		seen[o.ID] = true
		if i < 3 && !strings.HasPrefix(o.ID, "x") {
			f.Errorf("id %q does not begin with the document's own", o.ID)
		}
		if i >= 3 && !strings.HasPrefix(o.ID, "d:") {
			f.Errorf("id %q does not begin with d:", o.ID)
		}
	}
	again := f.put(other, bare, nameless)
	for i, want := range []ledger.Outcome{out[1], out[3], out[4]} {
		want.Change = ledger.Unchanged
		f.same("again", again[i], want)
	}
	renamed := other
	renamed.ID, renamed.Text = "y", "The address counts, not the id."
	f.same("renamed", f.put(renamed), []ledger.Outcome{{ID: out[1].ID, Version: 2, Change: ledger.Revised}})
}

func testForeignBytes(_ *testing.T, f *fixture) {
	for _, text := range []string{"broken \xff\xfe byte", "nul \x00 inside", "", "\n\n", "a\u0301 combining", "𝒯 astral", "\u202eright"} {
		d := doc("", text)
		d.Author = "Q\"uote'; DROP TABLE documents; --"
		d.Warnings = []string{"w"}
		open := false
		d.Open = &open
		out := f.put(d)
		got, err := f.Document(f.Context(), out[0].ID, 0)
		f.ok(err)
		if !utf8.ValidString(got.Text) {
			f.Errorf("%q is stored as %q, which is not UTF-8", text, got.Text)
		}
		if utf8.ValidString(text) {
			want := d
			want.ID = out[0].ID
			f.same("stored", got.Document, want)
		} else if len(got.Warnings) != 2 {
			f.Errorf("%q is stored without a warning: %q", text, got.Warnings)
		}
		f.same("again", f.put(d)[0].Change, ledger.Unchanged)
	}
}

func testNothing(_ *testing.T, f *fixture) {
	f.same("outcomes", len(f.put()), 0)
	f.ok(f.Commit(f.Context(), reader, nil))
	f.same("pending", len(f.pending(reader)), 0)
	last, err := f.Latest(f.Context())
	f.ok(err)
	f.same("latest", last, int64(0))
	f.same("found", f.find(ledger.Query{}).Total, 0)
	f.same("found", f.find(ledger.Query{InText: true, Words: "peace"}).Total, 0)
}

func testRaw(_ *testing.T, f *fixture) {
	inputs := [][]byte{nil, {}, []byte("<html>\x00\xff"), []byte(strings.Repeat("long ", 100_000))}
	for i, raw := range inputs {
		d := doc("raw", strings.Repeat("x", i+1))
		_, err := f.Put(f.Context(), []ledger.Incoming{{Document: d, Raw: raw, From: "a path"}})
		f.ok(err)
	}
	for i, want := range inputs {
		got, err := f.Raw(f.Context(), "raw", i+1)
		f.ok(err)
		f.same("raw", string(got), string(want))
		v, err := f.Document(f.Context(), "raw", i+1)
		f.ok(err)
		f.same("from", v.From, "a path")
		f.same("stored", v.Stored.IsZero(), false)
	}
	newest, err := f.Raw(f.Context(), "raw", 0)
	f.ok(err)
	f.same("newest", string(newest), string(inputs[len(inputs)-1]))
}

func testNotFound(_ *testing.T, f *fixture) {
	f.put(doc("a", "One."))
	for _, at := range []struct {
		id      string
		version int
	}{{"b", 0}, {"a", 2}, {"a", -1}, {"", 0}} {
		_, err := f.Document(f.Context(), at.id, at.version)
		f.is(err, parley.ErrNotFound)
		_, err = f.Raw(f.Context(), at.id, at.version)
		f.is(err, parley.ErrNotFound)
		_, err = f.Reading(f.Context(), at.id, at.version)
		f.is(err, parley.ErrNotFound)
	}
	_, err := f.Versions(f.Context(), "b")
	f.is(err, parley.ErrNotFound)
}

func testCancelled(t *testing.T, f *fixture) {
	f.put(doc("a", "One."))
	logged := f.pending(reader)
	ctx := cancelled(t)
	_, err := f.Put(ctx, []ledger.Incoming{{Document: doc("b", "Two.")}})
	f.is(err, ctx.Err())
	f.is(f.Commit(ctx, reader, []ledger.Result{{Logged: logged[0]}}), ctx.Err())
	f.is(f.Fail(ctx, ledger.Failure{Input: "x"}), ctx.Err())
	_, err = f.Pending(ctx, reader, 1)
	f.is(err, ctx.Err())
	_, err = f.Find(ctx, ledger.Query{Words: "one"})
	f.is(err, ctx.Err())
	f.same("nothing came", len(f.pending(reader)), 1)
}
