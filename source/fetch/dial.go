package fetch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strconv"
	"time"

	"parley"
)

// maxAddresses bounds how many addresses of one host are tried.
const maxAddresses = 4

// dial opens a connection for the transport. It resolves the name itself and
// connects to the very address that it checked, so that a second answer of the
// name service can not slip in another. One bad address among several refuses
// them all, for whoever mixes them has a reason.
func (g *Gate) dial(ctx context.Context, _, hostport string) (net.Conn, error) {
	addrs, err := g.addresses(ctx, hostport)
	if err != nil {
		return nil, err
	}
	for _, a := range addrs {
		if err := g.admit(a); err != nil {
			return nil, fmt.Errorf("connect to %s: %w", hostport, err)
		}
	}
	var failed []error
	for _, a := range addrs[:min(len(addrs), maxAddresses)] {
		conn, err := g.connect(ctx, a)
		if err == nil {
			return conn, nil
		}
		failed = append(failed, err)
	}
	return nil, errors.Join(failed...)
}

// addresses resolves a host to all its addresses, IPv4 first, since a machine
// with a broken IPv6 is commoner than one without IPv4.
func (g *Gate) addresses(ctx context.Context, hostport string) ([]netip.AddrPort, error) {
	host, service, err := net.SplitHostPort(hostport)
	if err != nil {
		return nil, fmt.Errorf("connect to %q: %w: %w", hostport, err, parley.ErrRefused)
	}
	port, err := strconv.ParseUint(service, 10, 16)
	if err != nil {
		return nil, fmt.Errorf("connect to %q: %w: %w", hostport, err, parley.ErrRefused)
	}
	var ips []netip.Addr
	if ip, err := netip.ParseAddr(host); err == nil {
		ips = []netip.Addr{ip}
	} else if ips, err = g.resolve(ctx, host); err != nil {
		return nil, fmt.Errorf("resolve %s: %w", host, err)
	}
	if len(ips) == 0 {
		return nil, fmt.Errorf("resolve %s: no address: %w", host, parley.ErrUnavailable)
	}
	slices.SortStableFunc(ips, func(a, b netip.Addr) int { return cmp.Compare(a.BitLen(), b.BitLen()) })
	addrs := make([]netip.AddrPort, len(ips))
	for i, ip := range ips {
		addrs[i] = netip.AddrPortFrom(ip, uint16(port))
	}
	return addrs, nil
}

// lookUp asks the system's name service. The service gives IPv4 addresses in
// the form of IPv6 at times; undoing that here keeps the check strict.
func lookUp(ctx context.Context, host string) ([]netip.Addr, error) {
	ips, err := net.DefaultResolver.LookupNetIP(ctx, "ip", host)
	for i := range ips {
		ips[i] = ips[i].Unmap()
	}
	return ips, err
}

// connect opens a TCP connection.
func connect(ctx context.Context, to netip.AddrPort) (net.Conn, error) {
	d := net.Dialer{Timeout: 10 * time.Second}
	return d.DialContext(ctx, "tcp", to.String())
}
