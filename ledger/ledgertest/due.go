package ledgertest

import (
	"testing"

	"parley"
	"parley/ledger"
)

// dueText is what the dues of dueReading are found in.
const dueText = "Varenia and Kestria will meet on Monday. The May deadline has been pushed back into June."

// dueReading has a meeting of two parties, and a deadline that is moved.
func dueReading() parley.Reading {
	at := func(start, end int) parley.Spans { return parley.Spans{{Start: start, End: end}} }
	return parley.Reading{
		Document: parley.Document{ID: "dues", Title: "dues", Outlet: "Tolm Herald", Published: "2031-03-01", Language: "en", Text: dueText},
		Actors: []parley.Actor{
			{ID: "V", Name: "Varenia", Kind: parley.State, Mentions: at(0, 7)}, {ID: "K", Name: "Kestria", Kind: parley.State, Mentions: at(12, 19)},
		},
		Dues: []parley.Due{
			{ID: "d1", What: at(25, 29), Date: at(33, 39), Kind: parley.DueMeeting, On: "2031-03-03", Status: parley.DueAnnounced, Parties: []string{"V", "K"}},
			{ID: "d2", What: at(45, 57), Date: at(45, 48), Kind: parley.DueDeadline, On: "2031-05", Status: parley.DueMoved, MovedTo: "2031-06"},
		},
	}
}

// testDues finds dues by their days, and by the days that they were moved to.
func testDues(t *testing.T, f *fixture) {
	f.put(dueReading().Document)
	f.commit(reader, func(parley.Document) parley.Reading { return dueReading() })
	for _, c := range []struct {
		name string
		q    ledger.DueQuery
		want []string
	}{
		{"all", ledger.DueQuery{}, []string{"d1", "d2"}},
		{"the day", ledger.DueQuery{From: "2031-03-03", To: "2031-03-03"}, []string{"d1"}},
		{"a day within its month", ledger.DueQuery{From: "2031-05-10", To: "2031-05-12"}, []string{"d2"}},
		{"a day of the month that it was moved to", ledger.DueQuery{From: "2031-06-30"}, []string{"d2"}},
		{"before all", ledger.DueQuery{To: "2031-03-02"}, nil},
		{"after all", ledger.DueQuery{From: "2031-07-01"}, nil},
		{"one at most", ledger.DueQuery{Limit: 1}, []string{"d1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := &fixture{t, f.Ledger}
			f.same("dues", entriesOfDues(f.dues(c.q)), c.want)
		})
	}
	x := f.dues(ledger.DueQuery{To: "2031-03-31"})[0]
	f.same("what is told", []any{x.Document, x.Published, x.Kind, x.What, x.Words, x.Parties, x.Due.Status, x.Due.On},
		[]any{"dues", "2031-03-01", parley.KindDue, "meet", "Monday", []string{"Varenia", "Kestria"}, parley.DueAnnounced, "2031-03-03"})
	f.commit(ledger.Pass{Name: reader.Name, Version: "2"}, func(parley.Document) parley.Reading {
		r := dueReading()
		r.Dues = r.Dues[1:]
		return r
	})
	f.same("read again", entriesOfDues(f.dues(ledger.DueQuery{})), []string{"d2"})
	revised := dueReading().Document
	revised.Text += " It rained."
	f.put(revised)
	f.same("not read yet", len(f.dues(ledger.DueQuery{})), 0)
}

// dues finds dues, which must not fail.
func (f *fixture) dues(q ledger.DueQuery) []ledger.DueItem {
	f.Helper()
	found, err := f.Ledger.Dues(f.Context(), q)
	if err != nil {
		f.Fatal(err)
	}
	return found
}

// entriesOfDues returns the ids of dues.
func entriesOfDues(list []ledger.DueItem) []string {
	var out []string
	for _, x := range list {
		out = append(out, x.Entry)
	}
	return out
}
