package ledgertest

import (
	"fmt"
	"testing"

	"parley"
	"parley/ledger"
)

// told returns a document and its reading: one statement of the given speaker.
func told(id, published, outlet, who, what string) (parley.Document, parley.Reading) {
	b := builder{}
	source := b.add(who)
	b.add(" ")
	cue := b.add("said")
	b.add(" that ")
	content := b.add(what)
	b.add(". It rained in Tolm.")
	actor := b.actor(who, parley.Person, source)
	d := parley.Document{ID: id, Title: id, Outlet: outlet, Published: published, Language: "en", Text: b.text.String()}
	b.reading.Document = d
	b.reading.Statements = []parley.Statement{{ID: "s", Source: source, SourceActors: parley.IDs{actor}, Cue: cue,
		Content: content, Type: parley.Indirect, Act: parley.Assert, Channel: "interview", Said: published}}
	return d, b.reading
}

// archive puts and reads a handful of documents that queries can tell apart.
func archive(f *fixture) {
	f.Helper()
	readings := map[string]parley.Reading{}
	var docs []parley.Document
	for _, x := range [][5]string{
		{"first", "2031-03-01", "Tolm Herald", "Mira Tolvan", "the ceasefire holds"},
		{"second", "2031-03-02T09:00:00Z", "Ardo Courier", "Oskar Dreil", "no ceasefire was agreed"},
		{"third", "2031-03-02T23:30:00-05:00", "Tolm Herald", "Émile Corvo", "the U.S. observers left at 5 o’clock"},
		{"fourth", "", "Meridian Wire", "Mira Tolvan Corvo", "grain moves again"},
	} {
		d, r := told(x[0], x[1], x[2], x[3], x[4])
		docs, readings[d.ID] = append(docs, d), r
	}
	f.put(docs...)
	f.commit(reader, func(d parley.Document) parley.Reading { return readings[d.ID] })
}

func testFind(t *testing.T, f *fixture) {
	archive(f)
	for _, c := range []struct {
		name string
		q    ledger.Query
		want []string
	}{
		{"all, newest first, undated last", ledger.Query{}, []string{"third", "second", "first", "fourth"}},
		{"who", ledger.Query{Who: "dreil"}, []string{"second"}},
		{"who, begun", ledger.Query{Who: "Tolv"}, []string{"first", "fourth"}},
		{"who, without accent", ledger.Query{Who: "emile"}, []string{"third"}},
		{"who, several words", ledger.Query{Who: "tolvan cor"}, []string{"fourth"}},
		{"who, not at the beginning of a word", ledger.Query{Who: "reil"}, nil},
		{"outlet", ledger.Query{Outlet: "herald"}, []string{"third", "first"}},
		{"from", ledger.Query{From: "2031-03-02"}, []string{"third", "second"}},
		{"to", ledger.Query{To: "2031-03-01"}, []string{"first"}},
		{"from and to", ledger.Query{From: "2031-03-01", To: "2031-03-02"}, []string{"third", "second", "first"}},
		{"from after to", ledger.Query{From: "2031-03-02", To: "2031-03-01"}, nil},
		{"document", ledger.Query{Document: "second"}, []string{"second"}},
		{"unknown document", ledger.Query{Document: "fifth"}, nil},
		{"document and words", ledger.Query{Document: "second", Words: "holds"}, nil},
		{"kind", ledger.Query{Kind: parley.KindActor, Who: "Dreil"}, []string{"second"}},
		{"kind without entries", ledger.Query{Kind: parley.KindDue}, nil},
		{"all at once", ledger.Query{Words: "ceasefire", Who: "oskar", Outlet: "ardo", From: "2031-03-02", To: "2031-03-02", Document: "second"}, []string{"second"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := &fixture{t, f.Ledger}
			page := f.find(c.q)
			f.same("titles", titles(page), c.want)
			f.same("total", page.Total, len(c.want))
		})
	}
	f.same("item", f.find(ledger.Query{Document: "second"}).Items[0], ledger.Item{
		Document: "second", Version: 1, Seq: 2, Title: "second", Outlet: "Ardo Courier", Published: "2031-03-02T09:00:00Z",
		Language: "en", Kind: parley.KindStatement, Entry: "s", Span: parley.Span{Start: 0, End: 45}, Who: "Oskar Dreil",
		Speakers: []string{"Oskar Dreil"},
		Act:      "assert", Channel: "interview", Said: "2031-03-02T09:00:00Z", What: "no ceasefire was agreed",
		Context: "Oskar Dreil said that no ceasefire was agreed.",
	})
}

func testFindWords(t *testing.T, f *fixture) {
	archive(f)
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"ceasefire", []string{"second", "first"}},
		{"CEASEFIRE  agreed", []string{"second"}},
		{"agreed ceasefire", []string{"second"}},
		{`"ceasefire holds"`, []string{"first"}},
		{`"holds ceasefire"`, nil},
		{`“ceasefire holds”`, []string{"first"}},
		{`"ceasefire hol`, nil},
		{`"ceasefire holds`, []string{"first"}},
		{"cease", nil},
		{"cease*", []string{"second", "first"}},
		{"U.S. observers", []string{"third"}},
		{"o’clock", []string{"third"}},
		{"tolvan", []string{"first", "fourth"}},
		{"grain OR ceasefire", nil},
		{"NOT ceasefire", nil},
		{"what:ceasefire", nil},
		{"(ceasefire) -holds ^", []string{"first"}},
		{"* \" ' ) (", []string{"third", "second", "first", "fourth"}},
		{"rained", nil},
	} {
		t.Run(c.words, func(t *testing.T) {
			f := &fixture{t, f.Ledger}
			f.same("titles", titles(f.find(ledger.Query{Words: c.words})), c.want)
		})
	}
}

func testFindInText(t *testing.T, f *fixture) {
	archive(f)
	for _, c := range []struct {
		name string
		q    ledger.Query
		want map[string]string // passage by title
	}{
		{"a word", ledger.Query{Words: "holds"}, map[string]string{"first": "Mira Tolvan said that the ceasefire holds."}},
		{"the second sentence", ledger.Query{Words: "rained", To: "2031-03-01"}, map[string]string{"first": "It rained in Tolm."}},
		{"the title", ledger.Query{Words: "fourth"}, map[string]string{"fourth": "Mira Tolvan Corvo said that grain moves again."}},
		{"no words", ledger.Query{Document: "second"}, map[string]string{"second": "Oskar Dreil said that no ceasefire was agreed."}},
		{"outlet", ledger.Query{Words: "rained", Outlet: "merid"}, map[string]string{"fourth": "It rained in Tolm."}},
		{"two sentences", ledger.Query{Words: "grain rained"}, map[string]string{"fourth": "Mira Tolvan Corvo said that grain moves again. It rained in Tolm."}},
		{"outlet is no text", ledger.Query{Words: "wire"}, nil},
		{"nothing", ledger.Query{Words: "snowed"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := &fixture{t, f.Ledger}
			c.q.InText = true
			page := f.find(c.q)
			got := map[string]string{}
			for _, x := range page.Items {
				f.same("kind", x.Kind, parley.Kind(""))
				got[x.Title] = x.What
			}
			f.same("passages", got, c.want)
			f.same("total", page.Total, len(c.want))
		})
	}
	all := f.find(ledger.Query{InText: true, Words: "rained"})
	f.same("order", titles(all), []string{"third", "second", "first", "fourth"})
}

func testFindOrder(_ *testing.T, f *fixture) {
	f.stories(4, 3)
	page := f.find(ledger.Query{})
	for i, x := range page.Items[1:] {
		before := page.Items[i]
		if x.Published > before.Published {
			f.Errorf("%s stands after %s", x.Published, before.Published)
		}
		if x.Document == before.Document && x.Entry <= before.Entry {
			f.Errorf("within a document %s stands after %s", x.Entry, before.Entry)
		}
	}
	for _, id := range []string{"earlier", "later"} {
		d := doc(id, "Of one day.")
		d.Published = "2035-01-01"
		f.put(d)
	}
	f.same("of one minute the last to come first", titles(f.find(ledger.Query{InText: true, From: "2035-01-01"})), []string{"later", "earlier"})
}

func testFindPages(t *testing.T, f *fixture) {
	f.stories(7, 5)
	for _, q := range []ledger.Query{{}, {Words: "the"}, {Who: "mira"}, {By: "Mira Tolvan"}, {Toward: "Varenia"}, {Outlet: "tolm"}, {InText: true}, {InText: true, Words: "talks"},
		{From: "2031-03-02", To: "2031-03-05"}, {Kind: parley.KindDate}} {
		t.Run(fmt.Sprintf("%+v", q), func(t *testing.T) {
			f := &fixture{t, f.Ledger}
			want := f.find(q)
			f.same("all on one page", []any{len(want.Items), want.Next}, []any{want.Total, ""})
			for _, limit := range []int{1, 3, want.Total, want.Total + 1} {
				f.same("items", f.pages(q, limit), want.Items)
			}
		})
	}
	in, _ := Story(6, 5)
	first := f.find(ledger.Query{InText: true, Limit: 3})
	late := in.Document
	late.URL, late.Published = "https://news.example/late", "2040-01-01"
	f.put(late)
	rest := f.find(ledger.Query{InText: true, Limit: 10, After: first.Next})
	f.same("a page is not moved by what comes later", len(first.Items)+len(rest.Items), 7)
}

// pages follows a query through all its pages.
func (f *fixture) pages(q ledger.Query, limit int) []ledger.Item {
	f.Helper()
	var all []ledger.Item
	q.Limit = limit
	for {
		page := f.find(q)
		all = append(all, page.Items...)
		if len(page.Items) > limit || len(all) > page.Total {
			f.Fatalf("%d items on a page of %d, %d of %d in all", len(page.Items), limit, len(all), page.Total)
		}
		if page.Next == "" {
			return all
		}
		q.After = page.Next
	}
}

func testFindNewest(_ *testing.T, f *fixture) {
	archive(f)
	d, r := told("first", "2031-03-01", "Tolm Herald", "Jana Pell", "the armistice is signed")
	f.put(d)
	f.same("no entry yet", f.find(ledger.Query{Document: "first"}).Total, 0)
	f.same("old words", titles(f.find(ledger.Query{Words: "ceasefire"})), []string{"second"})
	f.same("old words in text", titles(f.find(ledger.Query{Words: "ceasefire", InText: true})), []string{"second"})
	f.same("new words in text", titles(f.find(ledger.Query{Words: "armistice", InText: true})), []string{"first"})
	f.commit(reader, func(parley.Document) parley.Reading { return r })
	page := f.find(ledger.Query{Document: "first"})
	f.same("new entry", []any{page.Total, page.Items[0].Version, page.Items[0].Who}, []any{1, 2, "Jana Pell"})
	old, err := f.Reading(f.Context(), "first", 1)
	f.ok(err)
	f.same("old reading", old.Actors[0].Name, "Mira Tolvan")
}

func testFindRefuses(_ *testing.T, f *fixture) {
	for _, q := range []ledger.Query{{Kind: "rumours"}, {From: "yesterday"}, {To: "2031-02-30"}, {After: "-!"}, {After: "-1"}} {
		_, err := f.Find(f.Context(), q)
		f.is(err, parley.ErrRefused)
	}
	f.same("limits", []int{f.find(ledger.Query{Limit: -5}).Total, f.find(ledger.Query{Limit: 1 << 40}).Total}, []int{0, 0})
}
