package web

import (
	"fmt"
	"net/http"
	"slices"

	"parley"
	"parley/join/disputes"
	"parley/join/dues"
	"parley/join/issues"
	"parley/join/news"
	"parley/ledger"
)

// newsRows is how many pieces of news are shown at most.
const newsRows = 200

// newsView is the data of the wire's news: what has changed.
type newsView struct {
	head
	Rows     []newsRow
	Kinds    []link // of the wire
	Sorts    []link // of news
	Total    int
	Cut      bool
	From, To string
	Problem  string
}

// newsRow is a piece of news with its addresses.
type newsRow struct {
	news.Change
	Mark     string
	By       ref
	Evidence positionEvidence
}

// newsMarks are the signs of the kinds of news, each shown with its word.
var newsMarks = map[news.Kind]string{news.PositionMoved: "~", news.DateSlipped: "◷", news.FigureDiffers: "!"}

// newsKinds are the kinds of entry that evidence of news is of.
var newsKinds = map[news.Kind]parley.Kind{news.PositionMoved: parley.KindPosition, news.DateSlipped: parley.KindDue, news.FigureDiffers: parley.KindFigure}

// news gathers what has changed on some days.
func (s *Server) news(r *http.Request) (view, error) {
	v := &newsView{head: head{Title: "News", Screen: "news", Script: "calendar.js"}, From: r.FormValue("from"), To: r.FormValue("to")}
	v.Kinds = wireKinds(ledger.Query{})
	for i := range v.Kinds {
		v.Kinds[i].Current = v.Kinds[i].Name == "news"
	}
	kind := news.Kind(r.FormValue("kind"))
	if v.Problem = dayProblem(v.From, v.To); v.Problem == "" && kind != "" && !slices.Contains(news.Kinds(), kind) {
		v.Problem = fmt.Sprintf("There is no kind of news called %q.", kind)
	}
	if v.Problem != "" {
		return v, nil
	}
	all, cut, err := s.changes(r, v.To)
	if err != nil {
		return nil, err
	}
	v.Cut = cut
	v.fill(all, kind)
	return v, nil
}

// status is 400 where the address cannot be understood.
func (v *newsView) status() int {
	if v.Problem != "" {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// changes joins the newest entries up to a day, and says whether there are more. What was before
// a change may be older than the days that are asked for.
func (s *Server) changes(r *http.Request, to string) ([]news.Change, bool, error) {
	positions, cut, err := s.newest(r, parley.KindPosition, "", to)
	if err != nil {
		return nil, false, err
	}
	figures, more, err := s.newest(r, parley.KindFigure, "", to)
	if err != nil {
		return nil, false, err
	}
	told, err := s.ledger.Dues(r.Context(), ledger.DueQuery{})
	if err != nil {
		return nil, false, err
	}
	var decisions []issues.Decision
	if s.decisions != nil {
		if decisions, err = s.decisions(); err != nil {
			return nil, false, err
		}
	}
	return news.Join(issues.Join(positions, decisions), dues.Join(told, s.now()), disputes.Figures(figures)), cut || more, nil
}

// fill makes the rows of one kind, or of all.
func (v *newsView) fill(all []news.Change, kind news.Kind) {
	for _, k := range append([]news.Kind{""}, news.Kinds()...) {
		name := string(k)
		if k == "" {
			name = "all news"
		}
		v.Sorts = append(v.Sorts, link{name, newsAddress(k, v.From, v.To), k == kind})
	}
	for _, c := range news.Between(all, kind, v.From, v.To) {
		v.Total++
		if len(v.Rows) < newsRows {
			v.Rows = append(v.Rows, newsRow{c, newsMarks[c.Kind], ref{Text: c.Who, Address: actorAddress(c.Who, nil, nil)}, evidenceOf(c.Telling, newsKinds[c.Kind])})
		}
	}
}
