package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"parley"
	"parley/join/issues"
	"parley/ledger"
)

// How large the matrix is at most, and from how many positions it is made: the newest.
const (
	matrixParties   = 16
	matrixIssues    = 8
	matrixPositions = 3000
	matrixPage      = 500
)

// matrixView is the data of the matrix: parties by issues.
type matrixView struct {
	head
	Issues   []matrixIssue
	Rows     []matrixRow
	Total    int // issues
	Cut      bool
	From, To string
	Chosen   *matrixCell
	Problem  string
}

// matrixIssue is a column.
type matrixIssue struct {
	ID, Name string
	Named    bool
}

// matrixRow is a party with where it stands.
type matrixRow struct {
	Party ref
	Cells []matrixCell
}

// matrixCell is where a party stands on an issue; the zero cell is no word.
type matrixCell struct {
	Sign, Words string
	Moved       bool
	Last        string // day of the newest telling
	Outlets     int
	Address     string // this cell with its evidence
	Party       string
	Issue       string
	Evidence    []positionEvidence
}

// positionEvidence is a telling with its addresses.
type positionEvidence struct {
	ledger.Item
	Day, Open string
}

// matrix gathers the positions of a stretch of days.
func (s *Server) matrix(r *http.Request) (view, error) {
	v := &matrixView{head: head{Title: "Matrix", Screen: "matrix", Script: "calendar.js"}, From: r.FormValue("from"), To: r.FormValue("to")}
	if v.Problem = dayProblem(v.From, v.To); v.Problem != "" {
		return v, nil
	}
	told, cut, err := s.newest(r, parley.KindPosition, v.From, v.To)
	if err != nil {
		return nil, err
	}
	var decisions []issues.Decision
	if s.decisions != nil {
		if decisions, err = s.decisions(); err != nil {
			return nil, err
		}
	}
	v.Cut = cut
	v.fill(issues.Join(told, decisions), r.FormValue("issue"), r.FormValue("party"))
	return v, nil
}

// status is 400 where the address cannot be understood.
func (v *matrixView) status() int {
	if v.Problem != "" {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// dayProblem says what is wrong with the days of an address, or "".
func dayProblem(from, to string) string {
	for name, day := range map[string]string{"from": from, "to": to} {
		if day == "" {
			continue
		}
		if _, err := ledger.ParseQuery(name + ":" + day); err != nil || strings.ContainsAny(day, " :\"") {
			return fmt.Sprintf("%q is no day for %s: it is written 2031-05-20", visible(day), name)
		}
	}
	return ""
}

// newest returns the newest entries of a kind on some days, and whether there are more.
func (s *Server) newest(r *http.Request, kind parley.Kind, from, to string) ([]ledger.Item, bool, error) {
	q := ledger.Query{Kind: kind, From: from, To: to, Limit: matrixPage}
	var out []ledger.Item
	for {
		page, err := s.ledger.Find(r.Context(), q)
		if err != nil {
			return nil, false, err
		}
		out = append(out, page.Items...)
		if q.After = page.Next; q.After == "" || len(out) >= matrixPositions {
			return out, q.After != "", nil
		}
	}
}

// fill makes the table of the issues on which most parties stand, and of the parties that
// stand on most of them.
func (v *matrixView) fill(all []issues.Issue, issue, party string) {
	v.Total = len(all)
	list := all[:min(len(all), matrixIssues)]
	if issue != "" && !slices.ContainsFunc(list, func(x issues.Issue) bool { return x.ID == issue }) {
		if i := slices.IndexFunc(all, func(x issues.Issue) bool { return x.ID == issue }); i >= 0 {
			list = append(slices.Clone(list), all[i])
		}
	}
	counts := map[string]int{}
	for _, x := range list {
		v.Issues = append(v.Issues, matrixIssue{x.ID, x.Name, x.Named})
		for _, k := range x.Stands {
			counts[k.Party] += len(k.Tellings)
		}
	}
	var parties []string
	for p := range counts {
		parties = append(parties, p)
	}
	slices.SortFunc(parties, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	for _, p := range parties[:min(len(parties), matrixParties)] {
		row := matrixRow{Party: ref{Text: p, Address: actorAddress(p, nil, nil)}}
		for _, x := range list {
			row.Cells = append(row.Cells, v.cell(&x, p, issue == x.ID && party == p))
		}
		v.Rows = append(v.Rows, row)
	}
}

// cell makes the cell of a party on an issue, with its evidence where it is the chosen one.
func (v *matrixView) cell(x *issues.Issue, party string, chosen bool) matrixCell {
	i := slices.IndexFunc(x.Stands, func(k issues.Stand) bool { return k.Party == party })
	if i < 0 {
		return matrixCell{}
	}
	k := &x.Stands[i]
	values := url.Values{"issue": {x.ID}, "party": {party}}
	for name, day := range map[string]string{"from": v.From, "to": v.To} {
		if day != "" {
			values.Set(name, day)
		}
	}
	c := matrixCell{Sign: signOf(parley.KindPosition, string(k.Stance)), Words: string(k.Stance), Moved: k.Moved(), Last: k.Last(), Outlets: k.Outlets,
		Address: "/matrix?" + values.Encode() + "#evidence", Party: party, Issue: x.Name}
	if k.Moved() {
		c.Words = string(k.Before) + ", then " + c.Words
	}
	if chosen {
		for _, t := range k.Tellings {
			c.Evidence = append(c.Evidence, evidenceOf(t, parley.KindPosition))
		}
		v.Chosen = &c
	}
	return c
}
