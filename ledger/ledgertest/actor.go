package ledgertest

import (
	"testing"

	"parley"
	"parley/ledger"
)

// riverText is what the actors of riverReading are found in.
const riverText = "Varenia and Kestria urged Lumenia to open the river. The envoy, Jana Pell, told Kestria that the locks of Varenia hold. " +
	"Varenia said it is gone. Patrols of Kestria met those of Varenia."

// riverReading has statements and other entries of several actors in several
// fields, one of them with a comma in its name. The third statement's speaker is
// unresolved, though its words are an actor's name.
func riverReading() parley.Reading {
	at := func(start, end int) parley.Spans { return parley.Spans{{Start: start, End: end}} }
	return parley.Reading{
		Document: parley.Document{ID: "river", Title: "river", Outlet: "Tolm Herald", Published: "2031-03-01", Language: "en", Text: riverText},
		Actors: []parley.Actor{
			{ID: "V", Name: "Varenia", Kind: parley.State, Mentions: at(0, 7)}, {ID: "K", Name: "Kestria", Kind: parley.State, Mentions: at(12, 19)},
			{ID: "L", Name: "Lumenia, United", Kind: parley.State, Mentions: at(26, 33)},
			{ID: "P", Name: "Jana Pell", Kind: parley.Person, Mentions: at(64, 73), Office: &parley.Office{Person: "Jana Pell", Title: "Consul"}},
		},
		Roles: []parley.Role{{ID: "r1", Person: at(64, 73), Title: at(53, 62), Actor: "P", Check: &parley.Check{Standing: parley.AtOdds, Why: "so the test says"}}},
		Statements: []parley.Statement{
			{ID: "s1", Source: at(0, 19), SourceActors: parley.IDs{"V", "K"}, Cue: at(20, 25), Content: at(34, 51), Type: parley.Indirect, Act: parley.Demand, Toward: []string{"L"}},
			{ID: "s2", Source: at(53, 73), SourceActors: parley.IDs{"P"}, Cue: at(75, 79), Content: at(88, 118), Type: parley.Indirect, Act: parley.Assert, Addressee: "K"},
			{ID: "s3", Source: at(120, 127), Cue: at(128, 132), Content: at(133, 143), Type: parley.Indirect, Act: parley.Assert},
		},
		Events: []parley.Event{{ID: "e1", Trigger: at(164, 167), Type: "CONSULT", Actors: []string{"P", "K"}, Recipients: []string{"V", "V"}, Status: parley.Happened}},
	}
}

// testFindActor finds entries by the exact name of an actor in a field.
func testFindActor(t *testing.T, f *fixture) {
	f.put(riverReading().Document)
	f.commit(reader, func(parley.Document) parley.Reading { return riverReading() })
	for _, c := range []struct {
		name string
		q    ledger.Query
		want []string
	}{
		{"one of two speakers", ledger.Query{By: "Varenia"}, []string{"river/s1"}},
		{"the other", ledger.Query{By: "Kestria"}, []string{"river/s1"}},
		{"the words of both are no actor", ledger.Query{By: "Varenia, Kestria"}, nil},
		{"alone, with a role", ledger.Query{By: "Jana Pell"}, []string{"river/s2"}},
		{"only begun", ledger.Query{By: "Jana"}, nil},
		{"written otherwise", ledger.Query{By: "jana pell"}, nil},
		{"unknown", ledger.Query{By: `nobody" OR "a1`}, nil},
		{"toward", ledger.Query{Toward: "Lumenia, United"}, []string{"river/s1"}},
		{"an addressee is not one at whom the act is directed", ledger.Query{Toward: "Kestria"}, nil},
		{"by and toward", ledger.Query{By: "Kestria", Toward: "Lumenia, United"}, []string{"river/s1"}},
		{"by and toward of different entries", ledger.Query{By: "Jana Pell", Toward: "Lumenia, United"}, nil},
		{"by and words", ledger.Query{By: "Kestria", Words: "river"}, []string{"river/s1"}},
		{"role", ledger.Query{Kind: parley.KindRole, By: "Jana Pell"}, []string{"river/r1"}},
		{"actor", ledger.Query{Kind: parley.KindActor, By: "Lumenia, United"}, []string{"river/L"}},
		{"event", ledger.Query{Kind: parley.KindEvent, By: "Kestria"}, []string{"river/e1"}},
		{"event toward", ledger.Query{Kind: parley.KindEvent, Toward: "Varenia"}, []string{"river/e1"}},
		{"in the text they select nothing away", ledger.Query{InText: true, By: "nobody", Toward: "nobody"}, []string{"river/"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := &fixture{t, f.Ledger}
			page := f.find(c.q)
			f.same("entries", entriesOf(page), c.want)
			f.same("total", page.Total, len(c.want))
		})
	}
	for _, c := range []struct {
		entry string
		want  ledger.Item
	}{
		{"s1", ledger.Item{Who: "Varenia, Kestria", Speakers: []string{"Varenia", "Kestria"}, Whom: "Lumenia, United", Toward: []string{"Lumenia, United"}}},
		{"s2", ledger.Item{Who: "Jana Pell", Speakers: []string{"Jana Pell"}, Whom: "Kestria", Role: "The envoy", Standing: "at odds"}},
		{"s3", ledger.Item{Who: "Varenia", Unresolved: true}},
		{"r1", ledger.Item{Who: "Jana Pell", Speakers: []string{"Jana Pell"}, Role: "The envoy", Standing: "at odds"}},
		{"e1", ledger.Item{Who: "Jana Pell, Kestria", Speakers: []string{"Jana Pell", "Kestria"}, Whom: "Varenia", Toward: []string{"Varenia"}}},
	} {
		t.Run(c.entry, func(t *testing.T) {
			x := f.entry(c.entry)
			(&fixture{t, f.Ledger}).same("names", ledger.Item{Who: x.Who, Unresolved: x.Unresolved, Speakers: x.Speakers,
				Whom: x.Whom, Toward: x.Toward, Role: x.Role, Standing: x.Standing}, c.want)
		})
	}
}

// entry returns the statement, role or event of an id.
func (f *fixture) entry(id string) ledger.Item {
	f.Helper()
	for _, kind := range []parley.Kind{parley.KindStatement, parley.KindRole, parley.KindEvent} {
		for _, x := range f.find(ledger.Query{Kind: kind}).Items {
			if x.Entry == id {
				return x
			}
		}
	}
	f.Fatalf("no entry %s", id)
	return ledger.Item{}
}

// testFindStanding shows what the dated list knows of a speaker whose role the text
// does not tell, and nothing of a role of which the list tells nothing.
func testFindStanding(t *testing.T, f *fixture) {
	r := riverReading()
	r.Roles = nil
	f.put(r.Document)
	f.commit(reader, func(parley.Document) parley.Reading { return r })
	x := f.entry("s2")
	f.same("listed", []string{x.Role, x.Standing}, []string{"Consul", "listed"})
	r = riverReading()
	r.Roles[0].Check.Standing = parley.StandingUnknown
	f.commit(ledger.Pass{Name: reader.Name, Version: "2"}, func(parley.Document) parley.Reading { return r })
	x = f.entry("s2")
	f.same("unknown", []string{x.Role, x.Standing}, []string{"The envoy", ""})
}

// testFindActorNewest leaves out what only an older version of a document says,
// and what an earlier version of the pass made of it.
func testFindActorNewest(_ *testing.T, f *fixture) {
	f.put(riverReading().Document)
	f.commit(reader, func(parley.Document) parley.Reading { return riverReading() })
	f.commit(ledger.Pass{Name: reader.Name, Version: "2"}, func(parley.Document) parley.Reading {
		r := riverReading()
		r.Statements[0].SourceActors = parley.IDs{"K"}
		r.Statements[0].Toward = []string{"V"}
		return r
	})
	f.same("read again", []int{f.found(ledger.Query{By: "Varenia"}), f.found(ledger.Query{By: "Kestria"}),
		f.found(ledger.Query{Toward: "Varenia"}), f.found(ledger.Query{Toward: "Lumenia, United"})}, []int{0, 1, 1, 0})
	revised := riverReading().Document
	revised.Text += " It rained."
	f.put(revised)
	f.same("not read yet", f.found(ledger.Query{By: "Kestria"}), 0)
}

// found returns how many rows answer a query.
func (f *fixture) found(q ledger.Query) int {
	f.Helper()
	return f.find(q).Total
}
