package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"parley"
	"parley/join/issues"
	"parley/ledger"
)

// DefaultAddr is where the screens are served unless the user says otherwise.
const DefaultAddr = "127.0.0.1:7411"

// Options are the settings of a server. The zero value is good.
type Options struct {
	Log  *slog.Logger  // where failures are written; nil: nowhere
	Poll time.Duration // how often the ledger is asked for news; 0: two seconds

	// Now tells the day by which a due is past; nil: the machine's clock.
	Now func() time.Time

	// Decisions returns what people decided on issues; nil: nothing.
	Decisions func() ([]issues.Decision, error)
}

// Server serves the screens of one ledger. It is an http.Handler.
type Server struct {
	ledger ledger.Ledger
	log    *slog.Logger
	poll   time.Duration
	now    func() time.Time

	decisions func() ([]issues.Decision, error)

	pages   pages
	files   map[string]file
	handler http.Handler

	streams chan struct{} // one token for each open stream of events
	closing chan struct{} // closed when the server begins to shut down
	close   func()
}

// maxStreams is how many streams of events may be open at once.
const maxStreams = 64

// New returns a server of the ledger's screens. The ledger stays the caller's
// to close.
func New(l ledger.Ledger, opts Options) *Server {
	s := &Server{
		ledger:  l,
		log:     opts.Log,
		poll:    opts.Poll,
		pages:   newPages(),
		files:   newFiles(),
		streams: make(chan struct{}, maxStreams),
		closing: make(chan struct{}),
	}
	s.decisions = opts.Decisions
	if s.now = opts.Now; s.now == nil {
		s.now = time.Now
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.poll <= 0 {
		s.poll = 2 * time.Second
	}
	s.close = sync.OnceFunc(func() { close(s.closing) })
	s.handler = guard(s.routes())
	return s
}

// routes maps every address to its page. Each pattern names GET, so that the
// mux answers any other method with 405.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", s.page(s.wire))
	mux.Handle("GET /wire", s.page(s.wire))
	mux.Handle("GET /doc/{id}", s.page(s.reader))
	mux.Handle("GET /doc/{id}/diff", s.page(s.diff))
	mux.Handle("GET /actor", s.page(s.actor))
	mux.Handle("GET /actor/{name}", s.page(s.actor))
	mux.Handle("GET /calendar", s.page(s.calendar))
	mux.Handle("GET /calendar.ics", http.HandlerFunc(s.calendarFile))
	mux.Handle("GET /matrix", s.page(s.matrix))
	mux.Handle("GET /disputes", s.page(s.disputes))
	mux.Handle("GET /news", s.page(s.news))
	mux.Handle("GET /status", s.page(s.status))
	mux.Handle("GET /help", s.page(s.help))
	mux.Handle("GET /events", http.HandlerFunc(s.events))
	mux.Handle("GET /static/{name}", http.HandlerFunc(s.static))
	mux.Handle("GET /", s.page(s.nowhere))
	return mux
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Listen opens the address for Serve. It refuses any address that other
// machines can reach, because there is no way to sign in yet.
func Listen(addr string) (net.Listener, error) {
	tcp, err := net.ResolveTCPAddr("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("listen on %q: %w", addr, err)
	}
	if !tcp.IP.IsLoopback() {
		return nil, fmt.Errorf("listen on %q: %w: other machines could read the ledger without signing in; "+
			"use an address of this machine alone, such as %s", addr, parley.ErrRefused, DefaultAddr)
	}
	l, err := net.ListenTCP("tcp", tcp)
	if err != nil {
		return nil, fmt.Errorf("listen on %q: %w", addr, err)
	}
	return l, nil
}

// shutdownTime is how long answers that have begun may take once the server is
// told to stop.
const shutdownTime = 5 * time.Second

// Serve answers requests until the context ends, lets answers that have begun
// finish, and returns nil. It closes the listener. A Server serves once.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	server.RegisterOnShutdown(s.close)
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
		defer cancel()
		stopped <- server.Shutdown(limit)
	})
	err := server.Serve(l)
	if stop() || !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve %s: %w", l.Addr(), err)
	}
	if err := <-stopped; err != nil {
		return fmt.Errorf("serve %s: shut down: %w", l.Addr(), err)
	}
	return nil
}
