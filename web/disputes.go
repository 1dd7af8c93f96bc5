package web

import (
	"net/http"
	"slices"

	"parley"
	"parley/join/disputes"
	"parley/ledger"
)

// disputesRows is how many disputes of each sort are shown at most, and how many tellings
// of each use.
const (
	disputesRows     = 100
	disputesTellings = 4
)

// disputesView is the data of the disputes: contested names and figures.
type disputesView struct {
	head
	Labels, Figures []dispute
	Hidden          int // disputes behind the last ones
	Cut             bool
	From, To        string
	Problem         string
}

// dispute is a thing with what it is called.
type dispute struct {
	Referent string
	Uses     []use
}

// use is a label or value with who uses it and the evidence.
type use struct {
	Words    string
	By       []ref
	First    string // day
	More     int    // tellings that are not shown
	Evidence []positionEvidence
}

// disputes gathers the labels and figures of a stretch of days.
func (s *Server) disputes(r *http.Request) (view, error) {
	v := &disputesView{head: head{Title: "Disputes", Screen: "disputes", Script: "calendar.js"}, From: r.FormValue("from"), To: r.FormValue("to")}
	if v.Problem = dayProblem(v.From, v.To); v.Problem != "" {
		return v, nil
	}
	labels, cut, err := s.newest(r, parley.KindLabel, v.From, v.To)
	if err != nil {
		return nil, err
	}
	figures, more, err := s.newest(r, parley.KindFigure, v.From, v.To)
	if err != nil {
		return nil, err
	}
	v.Cut = cut || more
	v.Labels = v.list(disputes.Labels(labels), parley.KindLabel)
	v.Figures = v.list(disputes.Figures(figures), parley.KindFigure)
	return v, nil
}

// status is 400 where the address cannot be understood.
func (v *disputesView) status() int {
	if v.Problem != "" {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// list makes disputes as they are shown.
func (v *disputesView) list(all []disputes.Dispute, kind parley.Kind) []dispute {
	v.Hidden += max(0, len(all)-disputesRows)
	var out []dispute
	for _, d := range all[:min(len(all), disputesRows)] {
		x := dispute{Referent: d.Referent}
		for _, u := range d.Uses {
			x.Uses = append(x.Uses, useOf(&u, kind))
		}
		out = append(out, x)
	}
	return out
}

// useOf makes a use as it is shown: its newest tellings.
func useOf(u *disputes.Use, kind parley.Kind) use {
	x := use{Words: u.Words, First: u.First(), More: max(0, len(u.Tellings)-disputesTellings)}
	for _, name := range u.By {
		x.By = append(x.By, ref{Text: name, Address: actorAddress(name, nil, nil)})
	}
	newest := slices.Clone(u.Tellings)
	slices.Reverse(newest)
	for _, t := range newest[:min(len(newest), disputesTellings)] {
		x.Evidence = append(x.Evidence, evidenceOf(t, kind))
	}
	return x
}

// evidenceOf gives a telling its addresses.
func evidenceOf(t ledger.Item, kind parley.Kind) positionEvidence {
	t.URL = outside(t.URL)
	day, _ := dayAndTime(t.Published)
	return positionEvidence{t, day, markedAddress(t.Document, t.Version, entryRef(kind, t.Entry)) + "#at"}
}
