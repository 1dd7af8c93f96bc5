package fetch

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
)

// network is an invented internet in memory. It lets the tests run in a bubble
// of synctest, where the clock moves on only when everything waits.
type network struct {
	t *testing.T
	// names gives each host its addresses, with a space between them, and after
	// a semicolon those of the next look-up.
	names map[string]string
	// accept answers a connection; it is called in its own goroutine.
	accept func(net.Conn)

	mu     sync.Mutex
	dialed []netip.AddrPort
	lines  []net.Conn
	open   sync.WaitGroup
}

// serve answers connections with a handler until the test ends.
func (n *network) serve(h http.Handler) {
	l := &listener{conns: make(chan net.Conn), done: make(chan struct{})}
	server := &http.Server{Handler: h}
	n.accept = func(c net.Conn) { l.conns <- c }
	n.open.Go(func() { _ = server.Serve(l) })
	n.t.Cleanup(func() {
		n.cut()
		server.Close()
		n.open.Wait()
		synctest.Wait() // for the handlers, which end with their connections
	})
}

// options are those of a gate that stands in this network.
func (n *network) options() Options {
	return Options{Resolve: n.resolve, Connect: n.connect}
}

// gate returns a gate that stands in this network.
func (n *network) gate(opts Options) *Gate {
	g := New(opts)
	n.t.Cleanup(g.Close)
	return g
}

func (n *network) resolve(_ context.Context, host string) ([]netip.Addr, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.names[host] == "" {
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	now, later, more := strings.Cut(n.names[host], ";")
	if more {
		n.names[host] = later
	}
	var ips []netip.Addr
	for ip := range strings.FieldsSeq(now) {
		ips = append(ips, netip.MustParseAddr(ip))
	}
	return ips, nil
}

func (n *network) connect(_ context.Context, to netip.AddrPort) (net.Conn, error) {
	n.mu.Lock()
	n.dialed = append(n.dialed, to)
	n.mu.Unlock()
	if n.accept == nil {
		return nil, errors.New("connection refused")
	}
	client, server := net.Pipe()
	n.mu.Lock()
	n.lines = append(n.lines, client)
	n.mu.Unlock()
	n.open.Go(func() { n.accept(server) })
	return client, nil
}

// cut closes all connections below TLS. A server that ends one in good form
// would wait for the other side with its mutex held, which stops the clock.
func (n *network) cut() {
	n.mu.Lock()
	for _, line := range n.lines {
		line.Close()
	}
	n.mu.Unlock()
	synctest.Wait()
}

// reached returns the addresses that were connected to, each once.
func (n *network) reached() []netip.AddrPort {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Compact(slices.Clone(n.dialed))
}

// listener hands out connections that were put into it.
type listener struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func (l *listener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *listener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *listener) Addr() net.Addr { return &net.TCPAddr{} }
