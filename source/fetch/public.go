package fetch

import (
	"fmt"
	"net/netip"
	"slices"

	"parley"
)

// ports are those that web servers listen on. Others are refused, because what
// listens there (mail, a database, a remote shell) may take a request for a
// command. 8080 and 8443 are the usual second choices of web servers.
var ports = []uint16{80, 443, 8080, 8443}

// block is a range of IP addresses that are no public hosts.
type block struct {
	prefix netip.Prefix
	name   string
}

// blocks4 are the IPv4 ranges of IANA's special-purpose registry and what
// else is no public host.
var blocks4 = []block{
	{netip.MustParsePrefix("0.0.0.0/8"), "unspecified"},
	{netip.MustParsePrefix("10.0.0.0/8"), "private"},
	{netip.MustParsePrefix("100.64.0.0/10"), "carrier-grade NAT"},
	{netip.MustParsePrefix("127.0.0.0/8"), "loopback"},
	{netip.MustParsePrefix("168.63.129.16/32"), "cloud platform"},
	{netip.MustParsePrefix("169.254.0.0/16"), "link-local"},
	{netip.MustParsePrefix("172.16.0.0/12"), "private"},
	{netip.MustParsePrefix("192.0.0.0/24"), "protocol assignments"},
	{netip.MustParsePrefix("192.0.2.0/24"), "documentation"},
	{netip.MustParsePrefix("192.31.196.0/24"), "AS112"},
	{netip.MustParsePrefix("192.52.193.0/24"), "AMT"},
	{netip.MustParsePrefix("192.88.99.0/24"), "6to4 relay"},
	{netip.MustParsePrefix("192.168.0.0/16"), "private"},
	{netip.MustParsePrefix("192.175.48.0/24"), "AS112"},
	{netip.MustParsePrefix("198.18.0.0/15"), "benchmarking"},
	{netip.MustParsePrefix("198.51.100.0/24"), "documentation"},
	{netip.MustParsePrefix("203.0.113.0/24"), "documentation"},
	{netip.MustParsePrefix("224.0.0.0/4"), "multicast"},
	{netip.MustParsePrefix("240.0.0.0/4"), "reserved"},
}

// blocks6 are the ranges within 2000::/3 that are no public hosts. Everything
// outside 2000::/3 (loopback, unique local, link-local, multicast and the cloud
// platforms' metadata service) is none to begin with.
var blocks6 = []block{
	{netip.MustParsePrefix("2001::/32"), "Teredo"},
	{netip.MustParsePrefix("2001::/23"), "protocol assignments"},
	{netip.MustParsePrefix("2001:db8::/32"), "documentation"},
	{netip.MustParsePrefix("2002::/16"), "6to4"},
	{netip.MustParsePrefix("2620:4f:8000::/48"), "AS112"},
	{netip.MustParsePrefix("3fff::/20"), "documentation"},
}

var (
	global6 = netip.MustParsePrefix("2000::/3")
	nat64   = netip.MustParsePrefix("64:ff9b::/96")
)

// admit returns an error unless a connection to the address may be opened.
func (g *Gate) admit(to netip.AddrPort) error {
	if g.allow != nil && g.allow(to) {
		return nil
	}
	if !slices.Contains(ports, to.Port()) {
		return fmt.Errorf("port %d is none of %v: %w", to.Port(), ports, parley.ErrRefused)
	}
	if why := special(to.Addr()); why != "" {
		return fmt.Errorf("%s is not a public address (%s): %w", to.Addr(), why, parley.ErrRefused)
	}
	return nil
}

// special says why an address is not that of a public host, and is empty for
// one that is.
func special(ip netip.Addr) string {
	switch {
	case ip.Is4():
		return blockOf(ip, blocks4)
	case ip.Is4In6():
		return "IPv4 in IPv6"
	case ip.Zone() != "":
		return "zone"
	case nat64.Contains(ip):
		return embedded(ip)
	case !global6.Contains(ip):
		return "outside the global range"
	}
	return blockOf(ip, blocks6)
}

// embedded judges an address of NAT64 by the IPv4 address that it leads to:
// on networks without IPv4 that is how all hosts without IPv6 are reached.
func embedded(ip netip.Addr) string {
	b := ip.As16()
	if why := blockOf(netip.AddrFrom4([4]byte(b[12:])), blocks4); why != "" {
		return "NAT64 of " + why
	}
	return ""
}

// blockOf returns the name of the first block that holds an address, or nothing.
func blockOf(ip netip.Addr, blocks []block) string {
	for _, b := range blocks {
		if b.prefix.Contains(ip) {
			return b.name
		}
	}
	return ""
}
