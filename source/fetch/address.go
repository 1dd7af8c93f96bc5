package fetch

import (
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"parley"
)

// maxURL bounds the length of an address in bytes. Longer ones are not served
// by common servers.
const maxURL = 8 << 10

// parseURL reads an address and refuses what different programs read in
// different ways, because such an address passes one check and names another
// host to the next. It returns the address with its host in ASCII and without
// its fragment.
func parseURL(address string) (*url.URL, error) {
	if why := garbled(address); why != "" {
		return nil, refused(address, why)
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, refused(address, "not a URL")
	}
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, refused(address, "scheme is not http or https")
	case u.User != nil:
		return nil, refused(u.Redacted(), "carries a user name")
	case u.Opaque != "" || u.Host == "":
		return nil, refused(address, "names no host")
	}
	host, why := plainHost(u.Hostname())
	if why != "" {
		return nil, refused(address, why)
	}
	if u.Port() != "" || strings.HasSuffix(u.Host, ":") {
		if n, err := strconv.ParseUint(u.Port(), 10, 16); err != nil || n == 0 {
			return nil, refused(address, "port is not a number from 1 to 65535")
		}
	}
	u.Host = joinHost(host, u.Port())
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// refused returns the error for an address that is not asked for. The address
// is shown quoted and cut, since it may hold anything.
func refused(address, why string) error {
	const shown = 200
	if len(address) > shown {
		address = address[:shown] + "…"
	}
	return fmt.Errorf("address %q: %s: %w", address, why, parley.ErrRefused)
}

// garbled says what makes an address unreadable before its parts are looked at.
func garbled(address string) string {
	switch {
	case len(address) > maxURL:
		return "longer than 8 KiB"
	case !utf8.ValidString(address):
		return "not UTF-8"
	case strings.Contains(address, `\`):
		return "has a backslash, which some programs read as a slash"
	case strings.ContainsFunc(address, invisible):
		return "has a space, control or invisible character"
	}
	return ""
}

// invisible reports whether a reader would not see a character: white space,
// controls, and formatting characters such as the zero-width space.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// plainHost returns a host name or IP address in its one plain form, or says
// why it has none.
func plainHost(host string) (plain, why string) {
	if strings.Contains(host, "%") {
		return "", "host has a zone or an escape"
	}
	if strings.Contains(host, ":") {
		ip, err := netip.ParseAddr(host)
		if err != nil {
			return "", "host is not an IP address"
		}
		return ip.String(), ""
	}
	host, why = asciiHost(strings.ToLower(host))
	if why != "" {
		return "", why
	}
	labels := strings.Split(host, ".")
	if numeric(labels[len(labels)-1]) {
		if _, err := netip.ParseAddr(host); err != nil {
			return "", "host is an IP address in disguise"
		}
		return host, ""
	}
	for _, l := range labels {
		if !plainLabel(l) {
			return "", "host is not a plain DNS name"
		}
	}
	if len(host) > 253 {
		return "", "host name is too long"
	}
	return host, ""
}

// asciiHost returns the ASCII form of an international name. It refuses one
// with characters that are mapped to others on the way (a full-width letter, an
// ideographic full stop), since such a name is not what it looks like.
func asciiHost(host string) (ascii, why string) {
	if strings.IndexFunc(host, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return host, ""
	}
	ascii, err := idna.Lookup.ToASCII(host)
	if err != nil {
		return "", "host is not an international name"
	}
	if back, err := idna.Lookup.ToUnicode(ascii); err != nil || back != host {
		return "", "host has characters that stand for others"
	}
	return ascii, ""
}

// numeric reports whether the last label of a host makes some programs read
// the whole as an IPv4 address: decimal, octal or hexadecimal.
func numeric(label string) bool {
	hex, prefixed := strings.CutPrefix(label, "0x")
	if prefixed {
		return strings.Trim(hex, "0123456789abcdef") == ""
	}
	return label != "" && strings.Trim(label, "0123456789") == ""
}

// plainLabel reports whether one part of a name holds only lower-case letters,
// digits, hyphens and underscores, with no hyphen at either end.
func plainLabel(l string) bool {
	return l != "" && len(l) <= 63 && l[0] != '-' && l[len(l)-1] != '-' &&
		strings.Trim(l, "abcdefghijklmnopqrstuvwxyz0123456789-_") == ""
}

// joinHost puts host and port together as a URL writes them.
func joinHost(host, port string) string {
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port == "" {
		return host
	}
	return host + ":" + port
}

// port returns the port of a checked address, the scheme's own if it names none.
func port(u *url.URL) uint16 {
	if n, err := strconv.ParseUint(u.Port(), 10, 16); err == nil {
		return uint16(n)
	}
	if u.Scheme == "https" {
		return 443
	}
	return 80
}
