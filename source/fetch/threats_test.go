package fetch

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"parley"
)

// The public address at which the invented hosts stand.
const public = "5.5.5.5"

// threat is one attempt on the gate. Each row is named by the class of threat
// that it belongs to: N for the network, T for the transport. Three classes
// have no row: N14 (other features that fetch) because Get is the only way out,
// T10 (a page of consent or captcha in place of the article) and T11 (a refused
// page of a feed's item), which are for whoever reads the body.
type threat struct {
	id      string
	address string
	names   map[string]string // beside news.example, which stands at a public address
	handler http.HandlerFunc  // of every host; nil: a short page
	raw     string            // in place of a handler: what is sent, whatever was asked
	given   Validators
	want    error  // nil: the page is got
	says    string // part of the error, so that the row fails for its own reason
}

var threats = []threat{
	{id: "N01 loopback", address: "http://127.0.0.1/", want: parley.ErrRefused, says: "loopback"},
	{id: "N01 loopback, other", address: "http://127.8.9.1:8080/", want: parley.ErrRefused, says: "loopback"},
	{id: "N01 localhost", address: "http://localhost/", names: map[string]string{"localhost": "127.0.0.1 ::1"}, want: parley.ErrRefused, says: "loopback"},
	{id: "N02 private 10", address: "http://10.1.2.3/", want: parley.ErrRefused, says: "private"},
	{id: "N02 private 172", address: "http://172.31.0.1/", want: parley.ErrRefused, says: "private"},
	{id: "N02 private 192", address: "http://192.168.1.1/", want: parley.ErrRefused, says: "private"},
	{id: "N02 private by name", address: "http://inside.example/", names: map[string]string{"inside.example": "10.0.0.7"}, want: parley.ErrRefused, says: "private"},
	{id: "N03 metadata", address: "http://169.254.169.254/latest/", want: parley.ErrRefused, says: "link-local"},
	{id: "N03 metadata 6", address: "http://[fd00:ec2::254]/", want: parley.ErrRefused, says: "outside the global range"},
	{id: "N03 metadata by name", address: "http://metadata.example/", names: map[string]string{"metadata.example": "169.254.169.254"}, want: parley.ErrRefused, says: "link-local"},
	{id: "N03 cloud platform", address: "http://168.63.129.16/", want: parley.ErrRefused, says: "cloud platform"},
	{id: "N04 loopback 6", address: "http://[::1]/", want: parley.ErrRefused, says: "outside the global range"},
	{id: "N04 unique local", address: "http://[fc00::1]/", want: parley.ErrRefused, says: "outside the global range"},
	{id: "N04 link-local", address: "http://[fe80::1]/", want: parley.ErrRefused, says: "outside the global range"},
	{id: "N04 zone", address: "http://[fe80::1%25eth0]/", want: parley.ErrRefused, says: "zone"},
	{id: "N05 unspecified", address: "http://0.0.0.0/", want: parley.ErrRefused, says: "unspecified"},
	{id: "N05 unspecified 6", address: "http://[::]/", want: parley.ErrRefused, says: "outside the global range"},
	{id: "N05 multicast", address: "http://224.0.0.1/", want: parley.ErrRefused, says: "multicast"},
	{id: "N05 broadcast", address: "http://255.255.255.255/", want: parley.ErrRefused, says: "reserved"},
	{id: "N05 documentation", address: "http://203.0.113.9/", want: parley.ErrRefused, says: "documentation"},
	{id: "N05 documentation 6", address: "http://[2001:db8::1]/", want: parley.ErrRefused, says: "documentation"},
	{id: "N05 benchmarking", address: "http://198.19.0.1/", want: parley.ErrRefused, says: "benchmarking"},
	{id: "N06 carrier NAT", address: "http://100.64.0.1/", want: parley.ErrRefused, says: "carrier-grade NAT"},
	{id: "N07 octal", address: "http://0177.0.0.1/", want: parley.ErrRefused, says: "disguise"},
	{id: "N07 hexadecimal", address: "http://0x7f.1/", want: parley.ErrRefused, says: "disguise"},
	{id: "N07 hexadecimal, whole", address: "http://0x7f000001/", want: parley.ErrRefused, says: "disguise"},
	{id: "N07 decimal", address: "http://2130706433/", want: parley.ErrRefused, says: "disguise"},
	{id: "N07 short", address: "http://127.1/", want: parley.ErrRefused, says: "disguise"},
	{id: "N07 final dot", address: "http://127.0.0.1./", want: parley.ErrRefused, says: "plain DNS name"},
	{id: "N08 mapped", address: "http://[::ffff:10.0.0.1]/", want: parley.ErrRefused, says: "IPv4 in IPv6"},
	{id: "N08 mapped by name", address: "http://mapped.example/", names: map[string]string{"mapped.example": "::ffff:127.0.0.1"}, want: parley.ErrRefused, says: "IPv4 in IPv6"},
	{id: "N08 6to4", address: "http://[2002:7f00:1::]/", want: parley.ErrRefused, says: "6to4"},
	{id: "N08 Teredo", address: "http://[2001:0:5ef5:79fd::1]/", want: parley.ErrRefused, says: "Teredo"},
	{id: "N08 NAT64 of private", address: "http://[64:ff9b::a00:1]/", want: parley.ErrRefused, says: "NAT64 of private"},
	{id: "N08 NAT64 of public", address: "http://[64:ff9b::505:505]/"},
	{id: "N09 backslash", address: `http://169.254.169.254:80\@news.example/`, want: parley.ErrRefused, says: "backslash"},
	{id: "N10 user name", address: "http://news.example@10.0.0.1/", want: parley.ErrRefused, says: "user name"},
	{id: "N10 fragment", address: "http://10.0.0.1#@news.example/", want: parley.ErrRefused, says: "private"},
	{id: "N10 ideographic dots", address: "http://127。0。0。1/", want: parley.ErrRefused, says: "stand for others"},
	{id: "N10 full-width", address: "http://news。example/", want: parley.ErrRefused, says: "stand for others"},
	{id: "N10 circled digits", address: "http://①②⑦.0.0.1/", want: parley.ErrRefused, says: "stand for others"},
	{id: "N10 zero width", address: "http://news\u200b.example/", want: parley.ErrRefused, says: "invisible"},
	{id: "N10 line break", address: "http://news.example/\r\nHost: x", want: parley.ErrRefused, says: "invisible"},
	{id: "N10 empty port", address: "http://news.example:/", want: parley.ErrRefused, says: "port"},
	{id: "N10 international", address: "http://bücher.example/", names: map[string]string{"xn--bcher-kva.example": public}},
	{id: "N10 long label", address: "http://" + strings.Repeat("a", 64) + ".example/", want: parley.ErrRefused, says: "plain DNS name"},
	{id: "N10 long name", address: "http://" + strings.Repeat("a.", 130) + "example/", want: parley.ErrRefused, says: "too long"},
	{id: "N10 long address", address: "http://news.example/" + strings.Repeat("a", maxURL), want: parley.ErrRefused, says: "8 KiB"},
	{id: "N11 to private", address: "http://news.example/", handler: redirect("http://10.0.0.1/"), want: parley.ErrRefused, says: "private"},
	{id: "N11 to private by name", address: "http://news.example/", names: map[string]string{"b.example": "10.0.0.1"}, handler: redirect("http://b.example/"), want: parley.ErrRefused, says: "private"},
	{id: "N11 to file", address: "http://news.example/", handler: redirect("file:///etc/passwd"), want: parley.ErrRefused, says: "scheme"},
	{id: "N11 loop", address: "http://news.example/", handler: redirect("/"), want: parley.ErrRefused, says: "more than 5 redirects"},
	{id: "N11 nowhere", address: "http://news.example/", handler: redirect(`\\10.0.0.1\`), want: parley.ErrRefused, says: "backslash"},
	{id: "N12 mixed", address: "http://mixed.example/", names: map[string]string{"mixed.example": "5.5.5.5 10.0.0.1"}, want: parley.ErrRefused, says: "private"},
	{id: "N12 rebinding", address: "http://rebind.example/", names: map[string]string{"rebind.example": "5.5.5.5;10.0.0.1"}, handler: closing, want: parley.ErrRefused, says: "private"},
	{id: "N13 file", address: "file:///etc/passwd", want: parley.ErrRefused, says: "scheme"},
	{id: "N13 file, short", address: "file:/etc/passwd", want: parley.ErrRefused, says: "scheme"},
	{id: "N13 file, capitals", address: "FILE:///etc/passwd", want: parley.ErrRefused, says: "scheme"},
	{id: "N13 source", address: "source:file:///etc/passwd", want: parley.ErrRefused, says: "scheme"},
	{id: "N13 gopher", address: "gopher://news.example/", want: parley.ErrRefused, says: "scheme"},
	{id: "N13 ftp", address: "ftp://news.example/", want: parley.ErrRefused, says: "scheme"},
	{id: "N13 data", address: "data:text/plain,x", want: parley.ErrRefused, says: "scheme"},
	{id: "N13 jar", address: "jar:http://news.example/!/", want: parley.ErrRefused, says: "scheme"},
	{id: "N13 no scheme", address: "//news.example/", want: parley.ErrRefused, says: "scheme"},
	{id: "N13 no host", address: "http:///x", want: parley.ErrRefused, says: "no host"},
	{id: "N13 opaque", address: "http:news.example", want: parley.ErrRefused, says: "no host"},
	{id: "N16 ssh", address: "http://news.example:22/", want: parley.ErrRefused, says: "port 22"},
	{id: "N16 mail", address: "http://5.5.5.5:25/", want: parley.ErrRefused, says: "port 25"},
	{id: "N16 redis", address: "http://news.example:6379/", want: parley.ErrRefused, says: "port 6379"},
	{id: "N16 second choice", address: "http://news.example:8080/"},

	{id: "T01 bomb", address: "http://news.example/", handler: encoded("gzip", zipped(zeros(1<<20))), want: parley.ErrTooLarge},
	{id: "T01 bomb without end", address: "http://news.example/", handler: encoded("gzip", bytes.Repeat(zipped(nil), 8<<10)), want: parley.ErrTooLarge},
	{id: "T01 nested", address: "http://news.example/", handler: encoded("gzip, gzip", zipped(zipped([]byte("x")))), want: parley.ErrRefused, says: `"gzip, gzip" was not asked for`},
	{id: "T01 brotli", address: "http://news.example/", handler: encoded("br", []byte("x")), want: parley.ErrRefused, says: `"br" was not asked for`},
	{id: "T01 zstd", address: "http://news.example/", handler: encoded("zstd", []byte("x")), want: parley.ErrRefused, says: `"zstd" was not asked for`},
	{id: "T02 long body", address: "http://news.example/", handler: encoded("", zeros(1<<20)), want: parley.ErrTooLarge},
	{id: "T02 body without end", address: "http://news.example/", handler: endless(0), want: parley.ErrTooLarge},
	{id: "T03 a byte a second", address: "http://news.example/", handler: endless(time.Second), want: parley.ErrUnavailable, says: "took too long"},
	{id: "T03 stalled", address: "http://news.example/", handler: endless(50 * time.Second), want: parley.ErrUnavailable, says: "stalled"},
	{id: "T03 no header", address: "http://news.example/", handler: silent, want: parley.ErrUnavailable, says: "timeout"},
	{id: "T04 cut gzip", address: "http://news.example/", handler: encoded("gzip", zipped([]byte("the talks go on"))[:20]), want: parley.ErrDamaged},
	{id: "T04 bad checksum", address: "http://news.example/", handler: encoded("gzip", flipped(zipped([]byte("the talks go on")))), want: parley.ErrDamaged},
	{id: "T05 not gzip", address: "http://news.example/", handler: encoded("gzip", []byte("the talks go on")), want: parley.ErrDamaged},
	{id: "T05 short body", address: "http://news.example/", raw: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", want: parley.ErrDamaged},
	{id: "T05 claims too much", address: "http://news.example/", raw: "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", want: parley.ErrTooLarge, says: "99999999999"},
	{id: "T05 two lengths", address: "http://news.example/", raw: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 5\r\n\r\nshort", want: parley.ErrUnavailable},
	{id: "T06 huge header", address: "http://news.example/", raw: "HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 1<<20) + "\r\n\r\n", want: parley.ErrUnavailable},
	{id: "T06 many headers", address: "http://news.example/", raw: "HTTP/1.1 200 OK\r\n" + strings.Repeat("X-Filler: 123456\r\n", 10_000) + "\r\n", want: parley.ErrUnavailable},
	{id: "T06 header without colon", address: "http://news.example/", raw: "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", want: parley.ErrUnavailable},
	{id: "T06 injected validator", address: "http://news.example/", given: Validators{ETag: "\"x\"\r\nHost: 10.0.0.1"}},
	{id: "T07 interim answers", address: "http://news.example/", raw: strings.Repeat("HTTP/1.1 103 Early Hints\r\n\r\n", 10_000), want: parley.ErrUnavailable},
	{id: "T07 HTTP/2", address: "http://news.example/", raw: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", want: parley.ErrUnavailable},
	{id: "T08 not modified, not asked", address: "http://news.example/", handler: status(304, ""), want: parley.ErrUnavailable, says: "304"},
	{id: "T08 not modified", address: "http://news.example/", handler: status(304, ""), given: Validators{ETag: `"7"`}},
	{id: "T08 too many", address: "http://news.example/", handler: status(429, "120"), want: parley.ErrRetryLater, says: "2000-01-01T00:02:00Z"},
	{id: "T08 overloaded", address: "http://news.example/", handler: status(503, "Sat, 01 Jan 2000 03:00:00 GMT"), want: parley.ErrRetryLater, says: "2000-01-01T03:00:00Z"},
	{id: "T08 overloaded, no word", address: "http://news.example/", handler: status(503, ""), want: parley.ErrUnavailable, says: "503"},
	{id: "T08 negative", address: "http://news.example/", handler: status(429, "-5"), want: parley.ErrRetryLater, says: "2000-01-01T00:15:00Z"},
	{id: "T08 for ever", address: "http://news.example/", handler: status(429, "1000000000"), want: parley.ErrRetryLater, says: "2000-01-02T00:00:00Z"},
	{id: "T08 forbidden", address: "http://news.example/", handler: status(403, ""), want: parley.ErrUnavailable, says: "403 Forbidden"},
	{id: "T08 not found", address: "http://news.example/", handler: status(404, ""), want: parley.ErrNotFound, says: "404 Not Found"},
	{id: "T08 gone", address: "http://news.example/", handler: status(410, ""), want: parley.ErrNotFound, says: "410 Gone"},
	{id: "T08 nothing", address: "http://news.example/", handler: status(204, ""), want: parley.ErrEmpty, says: "204"},
	{id: "T08 a part", address: "http://news.example/", handler: status(206, ""), want: parley.ErrUnavailable, says: "206"},
}

// TestThreats puts each attempt to a gate in an invented network, in which
// nothing but public addresses may ever be connected to.
func TestThreats(t *testing.T) {
	for _, th := range threats {
		t.Run(th.id, func(t *testing.T) { synctest.Test(t, th.run) })
	}
}

func (th threat) run(t *testing.T) {
	n := &network{t: t, names: map[string]string{"news.example": public}}
	for name, addresses := range th.names {
		n.names[name] = addresses
	}
	if th.handler == nil {
		th.handler = func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "the talks go on") }
	}
	if n.serve(withoutRobots(th.handler)); th.raw != "" {
		n.accept = func(c net.Conn) { sendRaw(c, th.raw) }
	}
	opts := n.options()
	opts.MaxBytes = 64 << 10
	g := n.gate(opts)
	res, err := g.Get(t.Context(), th.address, th.given)
	if !errors.Is(err, th.want) {
		t.Fatalf("Get gave error %v, want %v", err, th.want)
	}
	if err != nil && !strings.Contains(err.Error(), th.says) {
		t.Errorf("error %q does not say %q", err, th.says)
	}
	if err == nil && !res.NotModified && string(res.Body) != "the talks go on" {
		t.Errorf("body %q", res.Body)
	}
	for _, to := range n.reached() {
		if why := special(to.Addr()); why != "" {
			t.Errorf("connected to %s (%s)", to, why)
		}
	}
}

// TestProxyOfEnvironment is N15: a proxy named in the environment is not used,
// since it would open connections that the gate did not check.
func TestProxyOfEnvironment(t *testing.T) {
	for _, name := range []string{"HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY"} {
		t.Setenv(name, "http://10.0.0.1:3128")
	}
	synctest.Test(t, func(t *testing.T) {
		n := &network{t: t, names: map[string]string{"news.example": public}}
		n.serve(http.NotFoundHandler())
		g := n.gate(n.options())
		if g.transport.Proxy != nil { // net/http reads the environment once, so that the request alone may not tell
			t.Error("the transport asks for a proxy")
		}
		if _, err := g.Get(t.Context(), "http://news.example/", Validators{}); !errors.Is(err, parley.ErrNotFound) {
			t.Fatalf("error %v, want not found", err)
		}
		if got, want := n.reached(), netip.MustParseAddrPort(public+":80"); len(got) == 0 || got[0] != want {
			t.Errorf("connected to %v, want %v", got, want)
		}
	})
}

// withoutRobots answers for a site without a robots.txt.
func withoutRobots(h http.HandlerFunc) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/robots.txt", http.NotFoundHandler())
	mux.Handle("/", h)
	return mux
}

// sendRaw answers the request for robots.txt properly, and the next one with
// the bytes given.
func sendRaw(c net.Conn, answer string) {
	defer c.Close()
	buf := make([]byte, 4096)
	n, _ := c.Read(buf)
	if bytes.HasPrefix(buf[:n], []byte("GET /robots.txt ")) {
		answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
	}
	io.WriteString(c, answer)
}

// redirect sends every request elsewhere.
func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusFound)
	}
}

// closing answers with a redirect to itself and ends the connection, so that
// the next request needs a new one.
func closing(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Connection", "close")
	http.Redirect(w, r, "/next", http.StatusFound)
}

// encoded sends bytes under the name of an encoding.
func encoded(name string, body []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Encoding"] = []string{name}
		w.Write(body)
	}
}

// status answers with a status alone.
func status(code int, retryAfter string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", retryAfter)
		w.WriteHeader(code)
	}
}

// endless sends a body that has no end, a byte at a time, or many where no
// pause is wanted.
func endless(pause time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		chunk := []byte("x")
		if pause == 0 {
			chunk = zeros(4096)
		}
		for r.Context().Err() == nil {
			if _, err := w.Write(chunk); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			select {
			case <-time.After(pause):
			case <-r.Context().Done():
			}
		}
	}
}

// silent answers nothing until the client gives up.
func silent(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

func zeros(n int) []byte { return make([]byte, n) }

func zipped(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

// flipped spoils the checksum at the end of a gzip stream.
func flipped(b []byte) []byte {
	b[len(b)-8] ^= 0xff
	return b
}

// TestSpecial goes through the edges of the blocks: the address itself is
// special, its neighbour on the outside is public.
func TestSpecial(t *testing.T) {
	for _, c := range []struct{ inside, outside string }{
		{"10.255.255.255", "11.0.0.0"},
		{"100.127.255.255", "100.128.0.0"},
		{"127.0.0.0", "126.255.255.255"},
		{"169.254.0.0", "169.253.255.255"},
		{"172.16.0.0", "172.15.255.255"},
		{"172.31.255.255", "172.32.0.0"},
		{"192.168.0.0", "192.167.255.255"},
		{"198.19.255.255", "198.20.0.0"},
		{"224.0.0.0", "223.255.255.255"},
		{"2001:1ff:ffff::", "2001:200::"},
		{"2002::1", "2003::1"},
		{"3fff:fff:ffff::", "3fff:1000::"},
		{"4000::", "2a00:1450::1"},
	} {
		if special(netip.MustParseAddr(c.inside)) == "" {
			t.Errorf("%s counts as public", c.inside)
		}
		if why := special(netip.MustParseAddr(c.outside)); why != "" {
			t.Errorf("%s counts as %s", c.outside, why)
		}
	}
	for _, b := range append(blocks4, blocks6...) {
		if b.prefix != b.prefix.Masked() {
			t.Errorf("block %s has bits beyond its length", fmt.Sprint(b.prefix))
		}
	}
}
