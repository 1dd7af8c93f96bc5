// Package fetch is the one gate to the network. An address goes in, the bytes
// that it names come out, and nothing else of parley opens a connection.
//
// The gate exists because addresses come from strangers: feeds, pages and
// redirects may name the machine's own services or a neighbour's. So every
// address is checked as it is written, again when its name is resolved, and
// again on each redirect; and a connection goes only to an IP address that was
// checked. What comes back is bounded in size and in time. The gate keeps the
// manners of a guest as well: robots.txt, one request a second to a site,
// conditional requests, and the server's word on when to come back.
package fetch

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"time"
)

// Options are what a gate may be told. The zero value is a gate to the public
// network with the defaults that each field names.
type Options struct {
	UserAgent string        // the User-Agent header, whose first word robots.txt may name; empty: DefaultUserAgent
	MaxBytes  int64         // of a body, both as sent and as decompressed; 0: 16 MiB
	Timeout   time.Duration // for one request with its answer; 0: a minute
	Idle      time.Duration // for the next byte of a body; 0: 15 seconds
	Every     time.Duration // between requests to one site; 0: a second

	// Allow admits addresses and ports that the gate would refuse. It is there
	// for tests and for the servers of one's own network.
	Allow func(netip.AddrPort) bool
	// Roots are the certificate authorities to trust; nil: those of the system.
	Roots *x509.CertPool

	// Now, Resolve and Connect stand in for the clock, the name service and the
	// network, in tests. Connect is given only addresses that were checked.
	Now     func() time.Time
	Resolve func(ctx context.Context, host string) ([]netip.Addr, error)
	Connect func(ctx context.Context, to netip.AddrPort) (net.Conn, error)
}

// DefaultUserAgent is how parley names itself to servers.
const DefaultUserAgent = "parley/1 (reads news feeds and the pages they link to)"

// Gate fetches addresses. It is safe for use by several goroutines at once. A
// program needs just one, since each gate counts its own requests to a site.
type Gate struct {
	agent     string // the User-Agent header
	token     string // the agent's name in robots.txt
	maxBytes  int64
	timeout   time.Duration
	idle      time.Duration
	every     time.Duration
	allow     func(netip.AddrPort) bool
	now       func() time.Time
	resolve   func(ctx context.Context, host string) ([]netip.Addr, error)
	connect   func(ctx context.Context, to netip.AddrPort) (net.Conn, error)
	transport *http.Transport

	mu    sync.Mutex
	sites map[string]*site // by origin; guarded by mu
}

// Validators are what a server gave with an answer, so that it can be asked
// later whether anything changed.
type Validators struct {
	ETag         string
	LastModified string
}

// Response is what a server answered.
type Response struct {
	URL          string // where the answer came from, after redirects
	Moved        string // where the address has gone for good, if every redirect said so; else empty
	Status       int
	ContentType  string // as the server gave it
	Body         []byte // decompressed; nil if NotModified
	ETag         string
	LastModified string
	NotModified  bool // nothing changed since the validators were given
	FetchedAt    time.Time
}

// New returns a gate.
func New(opts Options) *Gate {
	g := &Gate{
		agent:    cmp.Or(opts.UserAgent, DefaultUserAgent),
		maxBytes: cmp.Or(opts.MaxBytes, 16<<20),
		timeout:  cmp.Or(opts.Timeout, time.Minute),
		idle:     cmp.Or(opts.Idle, 15*time.Second),
		every:    cmp.Or(opts.Every, time.Second),
		allow:    opts.Allow,
		now:      opts.Now,
		resolve:  opts.Resolve,
		connect:  opts.Connect,
		sites:    map[string]*site{},
	}
	g.token = product(g.agent)
	if g.now == nil {
		g.now = time.Now
	}
	if g.resolve == nil {
		g.resolve = lookUp
	}
	if g.connect == nil {
		g.connect = connect
	}
	g.transport = g.newTransport(opts.Roots)
	return g
}

// newTransport returns the transport of the gate. It has no proxy, for one
// named in the environment would make the connection that the gate must check.
// It speaks HTTP/1.1 alone, which leaves out the floods that HTTP/2 allows a
// server, and does not decompress, since the body's size is counted here.
func (g *Gate) newTransport(roots *x509.CertPool) *http.Transport {
	return &http.Transport{
		Proxy:                  nil,
		DialContext:            g.dial,
		TLSClientConfig:        &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  30 * time.Second,
		MaxResponseHeaderBytes: 128 << 10,
		MaxIdleConns:           16,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        30 * time.Second,
		DisableCompression:     true,
	}
}

// Get fetches an address. With validators it asks only for what changed since.
// An error names the address and the reason, and wraps a kind of package
// parley: ErrRefused for what the gate forbids, ErrDisallowed for what
// robots.txt forbids, a *RetryError where the server said when to come back.
func (g *Gate) Get(ctx context.Context, address string, v Validators) (*Response, error) {
	u, err := g.Check(address)
	if err != nil {
		return nil, fmt.Errorf("get: %w", err)
	}
	res, err := g.follow(ctx, u, ask{validators: v})
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", u, err)
	}
	return res, nil
}

// Check says whether an address may be asked for, as far as that can be seen
// without resolving its name, and returns it in its normal form. Get checks
// every address itself; Check is for refusing one at the time it is entered.
func (g *Gate) Check(address string) (*url.URL, error) {
	u, err := parseURL(address)
	if err != nil {
		return nil, err
	}
	ip, err := netip.ParseAddr(u.Hostname())
	if err != nil {
		return u, nil // a name, whose addresses are checked when it is resolved
	}
	if err := g.admit(netip.AddrPortFrom(ip, port(u))); err != nil {
		return nil, fmt.Errorf("address %s: %w", u, err)
	}
	return u, nil
}

// Close drops the connections that the gate keeps open for the next request.
func (g *Gate) Close() {
	g.transport.CloseIdleConnections()
}

// product returns the name at the beginning of a User-Agent header, which is
// what robots.txt calls the agent.
func product(agent string) string {
	end := strings.IndexFunc(agent, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '-' || r == '_')
	})
	if end < 0 {
		return agent
	}
	return agent[:end]
}
