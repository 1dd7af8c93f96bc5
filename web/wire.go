package web

import (
	"net/http"

	"parley"
	"parley/ledger"
)

// wireRows is how many rows a page of the wire has.
const wireRows = 60

// wireView is the data of the wire.
type wireView struct {
	head
	table
	Problem string // what is wrong with the query, or ""
	Kinds   []link // the lists that one can look at
	Filters []link // what the query selects by; each link takes its filter away
}

// link is a link with its words.
type link struct {
	Name    string
	Address string
	Current bool
}

// wire gathers the rows that answer the query line. A query that cannot be
// understood is shown with what is wrong with it, and no rows.
func (s *Server) wire(r *http.Request) (view, error) {
	line := r.FormValue("q")
	v := &wireView{head: head{Title: "Wire", Screen: "wire", Script: "wire.js", Query: line}}
	q, err := ledger.ParseQuery(line)
	if err != nil {
		v.Problem = err.Error()
		v.choices(ledger.Query{})
		return v, nil
	}
	if line = q.String(); line != "" {
		v.Title = "Wire " + line
	}
	v.choices(q)
	q.Limit = wireRows
	return v, v.find(r.Context(), s.ledger, q, trailOf(r, "after"), func(trail []string) string { return wireAddress(q, trail...) })
}

// status is 400 where the query cannot be understood.
func (v *wireView) status() int {
	if v.Problem != "" {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// choices fills in the links that change the query: its kind, and its filters.
func (v *wireView) choices(q ledger.Query) {
	v.Kinds = wireKinds(q)
	without := func(name, value string, clear func(*ledger.Query)) {
		if value != "" {
			to := q
			clear(&to)
			v.Filters = append(v.Filters, link{Name: name + value, Address: wireAddress(to)})
		}
	}
	without("who:", q.Who, func(q *ledger.Query) { q.Who = "" })
	without("by:", q.By, func(q *ledger.Query) { q.By = "" })
	without("toward:", q.Toward, func(q *ledger.Query) { q.Toward = "" })
	without("outlet:", q.Outlet, func(q *ledger.Query) { q.Outlet = "" })
	without("from:", q.From, func(q *ledger.Query) { q.From = "" })
	without("to:", q.To, func(q *ledger.Query) { q.To = "" })
	without("doc:", q.Document, func(q *ledger.Query) { q.Document = "" })
	without("", q.Words, func(q *ledger.Query) { q.Words = "" })
}

// wireKinds are the links to the lists that one can look at with a query: the entries of each
// kind, the text, and what has changed.
func wireKinds(q ledger.Query) []link {
	var out []link
	for _, kind := range kindOrder() {
		to := q
		to.Kind, to.InText = kind, false
		if kind == parley.KindStatement {
			to.Kind = ""
		}
		out = append(out, link{string(kind), wireAddress(to), !q.InText && kindOf(q) == kind})
	}
	to := q
	to.Kind, to.InText = "", true
	return append(out, link{"text", wireAddress(to), q.InText}, link{"news", newsAddress("", q.From, q.To), false})
}

// kindOf is the kind of entry that a query asks for.
func kindOf(q ledger.Query) parley.Kind {
	if q.Kind == "" {
		return parley.KindStatement
	}
	return q.Kind
}

// kindOrder is the order in which the kinds are offered: what was said and done first.
func kindOrder() []parley.Kind {
	return []parley.Kind{parley.KindStatement, parley.KindEvent, parley.KindDue, parley.KindCondition, parley.KindPosition,
		parley.KindLabel, parley.KindFigure, parley.KindDate, parley.KindRole, parley.KindActor}
}
