package web

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"parley"
	"parley/export/ics"
	"parley/join/dues"
	"parley/ledger"
)

// How far the calendar looks unless it is told otherwise, and how soon a due without
// confirmation is marked.
const (
	calendarBack = 30 // days before today
	calendarSoon = 7  // days
	calendarRows = 400
)

// calendarView is the data of the calendar.
type calendarView struct {
	head
	Rows      []dueRow
	Total     int
	Hidden    int    // dues behind the last row
	Today     string // YYYY-MM-DD
	From, To  string
	Party     string
	Statuses  []link // by which the dues can be narrowed
	Subscribe string // address of the same dues as iCalendar
	Problem   string // what is wrong with the address, or ""
	All       string // address without narrowing, or "" where there is none
}

// dueRow is a due as a row.
type dueRow struct {
	dues.Due
	RowID    string
	Days     string // the day, or first and last
	Wait     string // how long it is to it: "today", "in 3 d", "4 d ago"
	Soon     bool   // it comes within days and nobody has confirmed it
	Mark     string // sign of the status
	By       []ref
	Open     string // address of the newest evidence in the reader
	Snapshot string
	Evidence []evidence
	Copy     string
}

// evidence is a telling with its addresses.
type evidence struct {
	ledger.DueItem
	Day  string
	Open string
}

// calendar gathers the dues of a stretch of days.
func (s *Server) calendar(r *http.Request) (view, error) {
	v := &calendarView{head: head{Title: "Calendar", Screen: "calendar", Script: "calendar.js"}}
	q, problem := s.calendarQuery(r)
	v.Today, v.From, v.To, v.Party, v.Problem = s.now().Format(time.DateOnly), q.from, q.to, q.party, problem
	if problem != "" {
		return v, nil
	}
	list, err := s.dues(r, q)
	if err != nil {
		return nil, err
	}
	v.narrow(q, list)
	for _, d := range list {
		if q.status == "" || string(d.Status) == q.status {
			v.Rows = append(v.Rows, dueRowOf(d, s.now()))
		}
	}
	v.Total = len(v.Rows)
	v.Rows = v.Rows[:min(v.Total, calendarRows)]
	v.Hidden = v.Total - len(v.Rows)
	v.Subscribe = "/calendar.ics" + q.encoded()
	return v, nil
}

// status is 400 where the address cannot be understood.
func (v *calendarView) status() int {
	if v.Problem != "" {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// narrow fills in the links that narrow the dues by their status.
func (v *calendarView) narrow(q calendarQuery, list []dues.Due) {
	counts := map[string]int{}
	for _, d := range list {
		counts[string(d.Status)]++
	}
	to := q
	to.status = ""
	v.Statuses = append(v.Statuses, link{fmt.Sprintf("all %d", len(list)), "/calendar" + to.encoded(), q.status == ""})
	for _, status := range []parley.DueStatus{parley.DueAnnounced, parley.DueConfirmed, parley.DueConditional, parley.DueInDoubt, parley.DueMoved,
		parley.DueHeld, parley.DueMissed, parley.DueCancelled, dues.PastUnknown} {
		if n := counts[string(status)]; n > 0 || q.status == string(status) {
			to.status = string(status)
			v.Statuses = append(v.Statuses, link{fmt.Sprintf("%s %d", status, n), "/calendar" + to.encoded(), q.status == string(status)})
		}
	}
	if q.party != "" || q.status != "" || q.asked {
		v.All = "/calendar?from=" + url.QueryEscape("0001-01-01")
	}
}

// calendarQuery is what an address of the calendar asks for.
type calendarQuery struct {
	from, to, party, status string
	asked                   bool // the address gives days
}

// calendarQuery reads an address, and says what is wrong with it, or "".
func (s *Server) calendarQuery(r *http.Request) (calendarQuery, string) {
	q := calendarQuery{from: r.FormValue("from"), to: r.FormValue("to"), party: strings.TrimSpace(r.FormValue("party")), status: r.FormValue("status")}
	q.asked = q.from != "" || q.to != ""
	for name, day := range map[string]string{"from": q.from, "to": q.to} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return calendarQuery{}, fmt.Sprintf("%q is no day for %s: it is written 2031-05-20", visible(day), name)
		}
	}
	if !q.asked {
		q.from = s.now().AddDate(0, 0, -calendarBack).Format(time.DateOnly)
	}
	return q, ""
}

// encoded returns the query as the end of an address.
func (q calendarQuery) encoded() string {
	values := url.Values{}
	for name, value := range map[string]string{"party": q.party, "status": q.status} {
		if value != "" {
			values.Set(name, value)
		}
	}
	if q.asked {
		for name, value := range map[string]string{"from": q.from, "to": q.to} {
			if value != "" {
				values.Set(name, value)
			}
		}
	}
	if len(values) == 0 {
		return ""
	}
	return "?" + values.Encode()
}

// dues finds and joins the dues of a query, all statuses of them.
func (s *Server) dues(r *http.Request, q calendarQuery) ([]dues.Due, error) {
	told, err := s.ledger.Dues(r.Context(), ledger.DueQuery{From: q.from, To: q.to})
	if err != nil {
		return nil, err
	}
	list := dues.Join(told, s.now())
	return slices.DeleteFunc(list, func(d dues.Due) bool { return q.party != "" && !slices.Contains(d.Parties, q.party) }), nil
}

// signs of the statuses, each shown with its word.
var dueSigns = map[parley.DueStatus]string{
	parley.DueAnnounced: "·", parley.DueConfirmed: "✓", parley.DueConditional: "?", parley.DueInDoubt: "!", parley.DueMoved: "~",
	parley.DueHeld: "●", parley.DueMissed: "✗", parley.DueCancelled: "×", dues.PastUnknown: "…",
}

// dueRowOf makes a row of a due.
func dueRowOf(d dues.Due, now time.Time) dueRow {
	newest := d.Tellings[len(d.Tellings)-1]
	x := dueRow{Due: d, RowID: "due-" + d.ID, Days: d.First, Mark: dueSigns[d.Status], By: actorRefs(strings.Join(d.Parties, ", "), d.Parties)}
	if d.Last != d.First {
		x.Days = d.First + "…" + d.Last
	}
	x.Wait, x.Soon = wait(&d, now)
	ref := entryRef(parley.KindDue, newest.Entry)
	x.Open, x.Snapshot = entryAddress(newest.Document, newest.Version, ref), markedAddress(newest.Document, newest.Version, ref)+"#at"
	for _, t := range slices.Backward(d.Tellings) {
		t.URL = outside(t.URL)
		day, _ := dayAndTime(t.Published)
		x.Evidence = append(x.Evidence, evidence{t, day, markedAddress(t.Document, t.Version, entryRef(parley.KindDue, t.Entry)) + "#at"})
	}
	x.Copy = citation{Quote: newest.Context, Outlet: newest.Outlet, Published: x.Evidence[0].Day, Title: newest.Title, URL: outside(newest.URL),
		Document: newest.Document, Version: newest.Version, Entry: newest.Entry}.String()
	return x
}

// wait says how long it is to a due, and whether it comes soon without confirmation.
func wait(d *dues.Due, now time.Time) (words string, soon bool) {
	first, err := time.Parse(time.DateOnly, d.First)
	last, err2 := time.Parse(time.DateOnly, d.Last)
	if err != nil || err2 != nil {
		return "", false
	}
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	days := func(t time.Time) int { return int(t.Sub(today).Hours() / 24) }
	open := d.Told == parley.DueAnnounced || d.Told == parley.DueConditional || d.Told == parley.DueInDoubt
	switch {
	case last.Before(today):
		return fmt.Sprintf("%d d ago", -days(last)), false
	case !first.After(today):
		if d.First == d.Last {
			return "today", open
		}
		return fmt.Sprintf("%d d left", days(last)), open && days(last) <= calendarSoon
	}
	return fmt.Sprintf("in %d d", days(first)), open && days(first) <= calendarSoon
}

// calendarFile answers with the dues of the calendar as iCalendar, to import or to
// subscribe to.
func (s *Server) calendarFile(w http.ResponseWriter, r *http.Request) {
	q, problem := s.calendarQuery(r)
	if problem != "" {
		http.Error(w, problem, http.StatusBadRequest)
		return
	}
	list, err := s.dues(r, q)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	list = slices.DeleteFunc(list, func(d dues.Due) bool { return q.status != "" && string(d.Status) != q.status })
	var out bytes.Buffer
	here := "http://" + r.Host
	err = ics.Write(&out, list, ics.Options{Name: "parley: dues", Host: "parley", Address: func(t ledger.DueItem) string {
		return here + entryAddress(t.Document, t.Version, entryRef(parley.KindDue, t.Entry))
	}})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	w.Header().Set("Content-Disposition", `inline; filename="parley.ics"`)
	_, _ = w.Write(out.Bytes())
}
