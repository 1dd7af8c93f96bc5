package fetch

import (
	"net/netip"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

func mustParse(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := parseURL(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestParseURL(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"http://News.Example", "http://news.example"},
		{"HTTPS://news.example:443/a?b=c#d", "https://news.example:443/a?b=c"},
		{"https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"},
		{"http://[2a00:1450:0:0::1]:8080/", "http://[2a00:1450::1]:8080/"},
		{"http://5.5.5.5/", "http://5.5.5.5/"},
		{"http://1.example.7news/", "http://1.example.7news/"},
	} {
		if got := mustParse(t, c.in).String(); got != c.want {
			t.Errorf("parseURL(%q) is %q, want %q", c.in, got, c.want)
		}
	}
}

// TestRobots reads the cases under testdata/robots: a file robots.txt, and a
// file "want" with a verdict and a path on each line.
func TestRobots(t *testing.T) {
	files, err := filepath.Glob("testdata/robots/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var rules *robots
			for _, f := range archive.Files {
				switch f.Name {
				case "robots.txt":
					rules = parseRobots(f.Data, "parley")
				case "want":
					checkVerdicts(t, rules, string(f.Data))
				}
			}
		})
	}
}

func checkVerdicts(t *testing.T, rules *robots, want string) {
	for line := range strings.Lines(want) {
		verdict, path, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			t.Fatalf("line %q is no verdict", line)
		}
		got := "allow"
		if rules.forbids(mustParse(t, "http://news.example"+path)) != "" {
			got = "disallow"
		}
		if got != verdict {
			t.Errorf("%s: %s, want %s", path, got, verdict)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		value string
		after time.Duration
		told  bool
	}{
		{"", defaultRest, false},
		{"soon", defaultRest, false},
		{"-1", defaultRest, false},
		{"1.5", defaultRest, false},
		{"0", minRest, true},
		{" 300 ", 5 * time.Minute, true},
		{"86399", 86399 * time.Second, true},
		{"86400", maxRest, true},
		{"1000000000", maxRest, true},
		{"99999999999999999999999999", maxRest, true},
		{"Wed, 04 Mar 2026 14:00:00 GMT", 2 * time.Hour, true},
		{"Wednesday, 04-Mar-26 14:00:00 GMT", 2 * time.Hour, true},
		{"Tue, 03 Mar 2026 14:00:00 GMT", minRest, true},
		{"Wed, 04 Mar 3026 14:00:00 GMT", maxRest, true},
	} {
		until, told := retryAfter(c.value, now)
		if got := until.Sub(now); got != c.after || told != c.told {
			t.Errorf("retryAfter(%q) is %v, told %v; want %v, %v", c.value, got, told, c.after, c.told)
		}
	}
}

// FuzzCheck holds that an address which passes names a host in one plain form:
// parsed again it stays as it is, and no literal address is special.
func FuzzCheck(f *testing.F) {
	for _, th := range threats {
		f.Add(th.address)
	}
	g := New(Options{})
	f.Fuzz(func(t *testing.T, address string) {
		u, err := g.Check(address)
		if err != nil {
			return
		}
		again, err := g.Check(u.String())
		if err != nil || again.String() != u.String() {
			t.Fatalf("%q becomes %q, and that %v, %v", address, u, again, err)
		}
		if u.User != nil || strings.Trim(u.Hostname(), "abcdefghijklmnopqrstuvwxyz0123456789-_.:") != "" {
			t.Errorf("%q passes with host %q", address, u.Host)
		}
		if ip, err := netip.ParseAddr(u.Hostname()); err == nil && special(ip) != "" {
			t.Errorf("%q passes with address %v", address, ip)
		}
	})
}

// FuzzRetryAfter holds that no header makes a rest that is too short or long.
func FuzzRetryAfter(f *testing.F) {
	for _, v := range []string{"", "-1", "120", "1e9", "Wed, 04 Mar 2026 14:00:00 GMT", "Sat, 01 Jan 0000 00:00:00 GMT"} {
		f.Add(v)
	}
	now := time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, value string) {
		until, _ := retryAfter(value, now)
		if rest := until.Sub(now); rest < minRest || rest > maxRest {
			t.Errorf("%q makes a rest of %v", value, rest)
		}
	})
}

// FuzzRobots holds that any file gives rules that any path can be put to, with
// a pause within its bounds, and that an empty path and "/" are the same.
func FuzzRobots(f *testing.F) {
	f.Add("User-agent: parley\nDisallow: /a*b*c$\nAllow: /%61", "/a%62c?d")
	f.Add("user-agent:*\ncrawl-delay: 1e300\rdisallow:*\xff%", "")
	f.Fuzz(func(t *testing.T, text, path string) {
		rules := parseRobots([]byte(text), "parley")
		if rules.delay < 0 || rules.delay > maxCrawlDelay {
			t.Errorf("pause of %v", rules.delay)
		}
		rules.forbids(&url.URL{Path: path})
		if rules.forbids(&url.URL{}) != rules.forbids(&url.URL{Path: "/"}) {
			t.Error("the empty path differs from /")
		}
	})
}

// FuzzMatches compares the matcher with one that tries every place for a star.
func FuzzMatches(f *testing.F) {
	f.Add("/a*b$", "/aab")
	f.Add("/*a*", "/ba")
	f.Add("*$", "")
	f.Fuzz(func(t *testing.T, pattern, path string) {
		if len(pattern) > 12 || len(path) > 24 {
			return
		}
		if got, want := matches(pattern, path), matchesSlowly(pattern, path); got != want {
			t.Errorf("matches(%q, %q) is %v", pattern, path, got)
		}
	})
}

func matchesSlowly(pattern, path string) bool {
	switch {
	case pattern == "":
		return true
	case pattern == "$":
		return path == ""
	case pattern[0] == '*':
		return matchesSlowly(pattern[1:], path) || path != "" && matchesSlowly(pattern, path[1:])
	}
	return path != "" && path[0] == pattern[0] && matchesSlowly(pattern[1:], path[1:])
}

func BenchmarkCheck(b *testing.B) {
	g := New(Options{})
	for b.Loop() {
		if _, err := g.Check("https://news.example/world/2026/03/04/the-talks-go-on?ref=feed"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkForbids(b *testing.B) {
	rules := parseRobots([]byte("User-agent: *\n"+strings.Repeat("Disallow: /*/private/*.php$\n", 200)), "parley")
	u, err := parseURL("https://news.example/world/2026/03/04/the-talks-go-on?ref=feed")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if rules.forbids(u) != "" {
			b.Fatal("forbidden")
		}
	}
}
