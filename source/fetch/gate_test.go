package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"parley"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// TestLoopback goes through the real resolver and dialler: a server of the
// machine itself is refused, until Allow admits its address.
func TestLoopback(t *testing.T) {
	server := httptest.NewServer(withoutRobots(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("ETag", `"7"`)
		w.Header().Set("Last-Modified", "Sat, 01 Jan 2000 00:00:00 GMT")
		if r.Header.Get("If-None-Match") == `"7"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, "the talks go on")
	}))
	defer server.Close()
	now := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	opts := Options{Every: time.Nanosecond, Now: func() time.Time { return now }}
	closed := New(opts)
	if _, err := closed.Get(t.Context(), server.URL, Validators{}); !errors.Is(err, parley.ErrRefused) {
		t.Errorf("without Allow: error %v, want refused", err)
	}

	at := netip.MustParseAddrPort(server.Listener.Addr().String())
	opts.Allow = func(a netip.AddrPort) bool { return a == at }
	g := New(opts)
	defer g.Close()
	got, err := g.Get(t.Context(), server.URL, Validators{})
	if err != nil {
		t.Fatal(err)
	}
	want := &Response{
		URL: server.URL, Status: 200, ContentType: "text/plain; charset=utf-8", Body: []byte("the talks go on"),
		ETag: `"7"`, LastModified: "Sat, 01 Jan 2000 00:00:00 GMT", FetchedAt: now,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("response (-want +got):\n%s", diff)
	}
	again, err := g.Get(t.Context(), server.URL, Validators{ETag: got.ETag, LastModified: got.LastModified})
	if err != nil || !again.NotModified || again.Body != nil {
		t.Errorf("with validators: %+v, error %v; want not modified", again, err)
	}
}

// TestRedirects says when a redirect counts as a move.
func TestRedirects(t *testing.T) {
	hops := map[string]struct {
		status int
		to     string
	}{
		"/good":     {301, "/end"},
		"/goodtoo":  {308, "http://moved.example/end"},
		"/passing":  {302, "/end"},
		"/goodthen": {301, "/passing"},
		"/long":     {307, "/goodthen"},
		"/mixed":    {302, "/good"},
	}
	handler := withoutRobots(func(w http.ResponseWriter, r *http.Request) {
		if h, ok := hops[r.URL.Path]; ok {
			w.Header().Set("Location", h.to)
			w.WriteHeader(h.status)
		}
	})
	for _, c := range []struct{ path, url, moved string }{
		{"/end", "http://news.example/end", ""},
		{"/good", "http://news.example/end", "http://news.example/end"},
		{"/goodtoo", "http://moved.example/end", "http://moved.example/end"},
		{"/passing", "http://news.example/end", ""},
		{"/goodthen", "http://news.example/end", ""},
		{"/long", "http://news.example/end", ""},
		{"/mixed", "http://news.example/end", ""},
	} {
		t.Run(c.path, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				n := &network{t: t, names: map[string]string{"news.example": public, "moved.example": public}}
				n.serve(handler)
				res, err := n.gate(n.options()).Get(t.Context(), "http://news.example"+c.path, Validators{})
				if err != nil {
					t.Fatal(err)
				}
				if res.URL != c.url || res.Moved != c.moved {
					t.Errorf("from %q, moved to %q; want %q, %q", res.URL, res.Moved, c.url, c.moved)
				}
			})
		})
	}
}

// visited is a request that a server saw, with the time since the start.
type visited struct {
	After time.Duration
	Path  string
}

// visitors runs a test against a server that notes who came when.
func visitors(t *testing.T, h http.HandlerFunc, test func(g *Gate)) []visited {
	var seen []visited
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		n := &network{t: t, names: map[string]string{"news.example": public}}
		n.serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			n.mu.Lock()
			seen = append(seen, visited{time.Since(start), r.URL.Path})
			n.mu.Unlock()
			h(w, r)
		}))
		test(n.gate(n.options()))
	})
	return seen
}

func TestPace(t *testing.T) {
	for _, c := range []struct {
		name, robots string
		want         []visited
	}{
		{"a second", "", []visited{{0, "/robots.txt"}, {0, "/a"}, {time.Second, "/b"}, {2 * time.Second, "/a"}}},
		{"as the site asks", "User-agent: *\nCrawl-delay: 7", []visited{{0, "/robots.txt"}, {0, "/a"}, {7 * time.Second, "/b"}, {14 * time.Second, "/a"}}},
		{"no longer than half a minute", "User-agent: *\nCrawl-delay: 86400", []visited{{0, "/robots.txt"}, {0, "/a"}, {30 * time.Second, "/b"}, {60 * time.Second, "/a"}}},
		{"no shorter than a second", "User-agent: *\nCrawl-delay: 0.01", []visited{{0, "/robots.txt"}, {0, "/a"}, {time.Second, "/b"}, {2 * time.Second, "/a"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := visitors(t, func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/robots.txt" {
					io.WriteString(w, c.robots)
				}
			}, func(g *Gate) {
				for _, path := range []string{"/a", "/b", "/a"} {
					if _, err := g.Get(context.Background(), "http://news.example"+path, Validators{}); err != nil {
						t.Error(err)
					}
				}
			})
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("requests (-want +got):\n%s", diff)
			}
		})
	}
}

// TestRest says that a site which asked for rest is not asked again before its
// time, whatever the page.
func TestRest(t *testing.T) {
	got := visitors(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/a" {
			w.Header().Set("Retry-After", "600")
			w.WriteHeader(http.StatusTooManyRequests)
		}
	}, func(g *Gate) {
		until := time.Now().Add(10 * time.Minute)
		for range 3 {
			for _, path := range []string{"/a", "/b"} {
				_, err := g.Get(context.Background(), "http://news.example"+path, Validators{})
				later, ok := errors.AsType[*RetryError](err)
				if !ok || !later.Until.Equal(until) || later.Status != 429 {
					t.Errorf("%s: error %v, want rest until %v", path, err, until)
				}
			}
		}
		time.Sleep(10 * time.Minute)
		if _, err := g.Get(context.Background(), "http://news.example/b", Validators{}); err != nil {
			t.Errorf("after the rest: %v", err)
		}
	})
	want := []visited{{0, "/robots.txt"}, {0, "/a"}, {10 * time.Minute, "/b"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}
}

// TestRobotsAnswers says what each answer for robots.txt means, and how long it
// is believed.
func TestRobotsAnswers(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer http.HandlerFunc
		want   error
		kept   time.Duration
	}{
		{"rules", encoded("", []byte("User-agent: *\nDisallow: /")), parley.ErrDisallowed, 24 * time.Hour},
		{"compressed", encoded("gzip", zipped([]byte("User-agent: *\nDisallow: /"))), parley.ErrDisallowed, 24 * time.Hour},
		{"none", status(404, ""), nil, 24 * time.Hour},
		{"forbidden", status(403, ""), nil, 24 * time.Hour},
		{"a page", encoded("", []byte("<!doctype html><p>Disallow: nothing")), nil, 24 * time.Hour},
		{"failing", status(500, ""), parley.ErrDisallowed, 10 * time.Minute},
		{"too many", status(429, "3600"), parley.ErrRetryLater, time.Hour},
		{"to a private address", redirect("http://10.0.0.1/robots.txt"), parley.ErrRefused, 0},
		{"too long", encoded("", append(slices.Repeat([]byte("#\n"), maxRobots/2), "User-agent: *\nDisallow: /"...)), nil, 24 * time.Hour},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := 0
			visitors(t, func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/robots.txt" {
					asked++
					c.answer(w, r)
				}
			}, func(g *Gate) {
				get := func() {
					if _, err := g.Get(context.Background(), "http://news.example/a", Validators{}); !errors.Is(err, c.want) {
						t.Errorf("error %v, want %v", err, c.want)
					}
				}
				get()
				time.Sleep(max(c.kept-time.Minute, 0))
				if get(); c.kept > 0 && asked != 1 {
					t.Errorf("asked %d times while the answer held", asked)
				}
				time.Sleep(2 * time.Minute)
				if get(); asked < 2 {
					t.Errorf("asked %d times after the answer's time", asked)
				}
			})
		})
	}
}

// TestCancel says that the caller's own end of a request is no failure of the
// site.
func TestCancel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := &network{t: t, names: map[string]string{"news.example": public}}
		n.serve(withoutRobots(silent))
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := n.gate(n.options()).Get(ctx, "http://news.example/", Validators{})
		if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, parley.ErrUnavailable) {
			t.Errorf("error %v, want the caller's deadline alone", err)
		}
	})
}

// TestManySites says that a gate forgets sites rather than grow without end,
// the one first that was not used for longest.
func TestManySites(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := New(Options{})
		first := mustParse(t, "http://first.example/")
		kept := g.site(first)
		for i := range maxSites + 10 {
			time.Sleep(time.Second)
			g.site(mustParse(t, "http://s"+strings.Repeat("x", i%50)+"."+strings.Repeat("y", 1+i/50)+".example/"))
			if i < maxSites-5 && g.site(first) != kept {
				t.Fatal("a site in use was forgotten")
			}
		}
		if len(g.sites) > maxSites {
			t.Errorf("%d sites are kept, more than %d", len(g.sites), maxSites)
		}
		time.Sleep(time.Second)
	})
}

// TestLongValidator says that a validator is not kept, and so never sent back,
// where it is longer than any that means something.
func TestLongValidator(t *testing.T) {
	for _, c := range []struct{ sent, want string }{
		{strings.Repeat("x", 512), strings.Repeat("x", 512)},
		{strings.Repeat("x", 513), ""},
	} {
		visitors(t, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("ETag", c.sent) }, func(g *Gate) {
			res, err := g.Get(context.Background(), "http://news.example/", Validators{})
			if err != nil || res.ETag != c.want {
				t.Errorf("%d bytes: kept %q, error %v", len(c.sent), res.ETag, err)
			}
		})
	}
}

func TestUnknownHost(t *testing.T) {
	n := &network{t: t}
	_, err := n.gate(n.options()).Get(t.Context(), "http://nowhere.example/a", Validators{})
	if !errors.Is(err, parley.ErrUnavailable) || !strings.Contains(err.Error(), "http://nowhere.example/a") {
		t.Errorf("error %v, want unavailable with the address", err)
	}
}
