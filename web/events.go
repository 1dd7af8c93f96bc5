package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"parley/ledger"
)

// settle is how many polls after the last new document the rows are still
// counted, because documents are stored first and read a little later.
const settle = 15

// arrival is what a stream of events tells: the ledger's last number, and how many
// rows answer the query of the page.
type arrival struct {
	Seq  int64 `json:"seq"`
	Rows int   `json:"rows"`
}

// events streams news of one query as server-sent events until the page goes
// away or the server stops. It is a stream for this server's own pages: another
// site's page could not read it, but could use up the places.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		http.Error(w, "Events are for the pages of this server.", http.StatusForbidden)
		return
	}
	query, err := ledger.ParseQuery(r.FormValue("q"))
	if err != nil {
		http.Error(w, "The query cannot be understood: "+visible(err.Error()), http.StatusBadRequest)
		return
	}
	select {
	case s.streams <- struct{}{}:
		defer func() { <-s.streams }()
	default:
		w.Header().Set("Retry-After", "60")
		http.Error(w, "Too many pages are listening.", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	stream := stream{s: s, w: http.NewResponseController(w), out: w, r: r, query: query}
	if err := stream.run(); err != nil && r.Context().Err() == nil {
		s.log.Warn("events ended", "error", err)
	}
}

// stream is one page that listens.
type stream struct {
	s     *Server
	w     *http.ResponseController
	out   http.ResponseWriter
	r     *http.Request
	query ledger.Query
	last  arrival
	quiet int // polls since the last new document
}

// run tells the news as it stands, and again at each change.
func (t *stream) run() error {
	tick := time.NewTicker(t.s.poll)
	defer tick.Stop()
	for first := true; ; first = false {
		if err := t.tell(first); err != nil {
			return err
		}
		select {
		case <-tick.C:
		case <-t.r.Context().Done():
			return nil
		case <-t.s.closing:
			return nil
		}
	}
}

// tell asks the ledger and sends what has changed. A comment goes out when
// nothing has, so that a page that has gone away is noticed.
func (t *stream) tell(first bool) error {
	now, err := t.ask(first)
	if err != nil {
		return err
	}
	line := ": nothing new\n\n"
	if first || now != t.last {
		body, err := json.Marshal(now)
		if err != nil {
			return err
		}
		line = fmt.Sprintf("event: news\ndata: %s\n\n", body)
	}
	t.last = now
	// A page that does not read must not hold its place for ever.
	if err := t.w.SetWriteDeadline(time.Now().Add(10*time.Second + t.s.poll)); err != nil {
		return err
	}
	if _, err := t.out.Write([]byte(line)); err != nil {
		return err
	}
	return t.w.Flush()
}

// ask returns the news. Rows are counted only while they can have changed.
func (t *stream) ask(first bool) (arrival, error) {
	seq, err := t.s.ledger.Latest(t.r.Context())
	if err != nil {
		return arrival{}, err
	}
	if t.quiet++; first || seq != t.last.Seq {
		t.quiet = 0
	}
	now := arrival{seq, t.last.Rows}
	if t.quiet <= settle {
		q := t.query
		q.Limit, q.After = 1, ""
		page, err := t.s.ledger.Find(t.r.Context(), q)
		if err != nil {
			return arrival{}, err
		}
		now.Rows = page.Total
	}
	return now, nil
}
