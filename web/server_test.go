package web

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"parley"
	"parley/ledger"

	"go.uber.org/goleak"
)

func TestListenRefusesOtherMachines(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.1:0", "10.0.0.1:0"} {
		l, err := Listen(addr)
		if err == nil {
			l.Close()
		}
		if !errors.Is(err, parley.ErrRefused) || !strings.Contains(err.Error(), addr) {
			t.Errorf("Listen(%q): %v, want a refusal that names it", addr, err)
		}
	}
	for _, addr := range []string{"127.0.0.1:0", "localhost:0"} {
		l, err := Listen(addr)
		if err != nil {
			t.Errorf("Listen(%q): %v", addr, err)
			continue
		}
		l.Close()
	}
	if _, err := Listen("127.0.0.1"); err == nil {
		t.Error("an address without a port is taken")
	}
}

// Serve ends with its context, even while pages listen to events, and leaves
// nothing running.
func TestServeShutsDown(t *testing.T) {
	store := newLedger(t, oruReading(t))
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	served := make(chan error, 1)
	go func() { served <- New(store, Options{Poll: time.Hour}).Serve(ctx, l) }()

	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	answer, err := client.Get("http://" + l.Addr().String() + "/events")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if _, err := nextNews(bufio.NewScanner(answer.Body)); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := <-served; err != nil {
		t.Errorf("Serve: %v", err)
	}
}

func TestServeTellsWhyItStopped(t *testing.T) {
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := New(newLedger(t), Options{}).Serve(t.Context(), l); err == nil {
		t.Error("Serve of a closed listener gives no error")
	}
}

// nextNews reads a stream up to its next news.
func nextNews(lines *bufio.Scanner) (n arrival, err error) {
	for lines.Scan() {
		if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			return n, json.Unmarshal([]byte(data), &n)
		}
	}
	return n, errors.Join(lines.Err(), errors.New("the stream ended"))
}

func TestEventsTellNewRows(t *testing.T) {
	l := newLedger(t, oruReading(t))
	server := httptest.NewServer(New(l, Options{Poll: time.Millisecond}))
	defer server.Close()
	answer, err := http.Get(server.URL + "/events?q=who:Kestria")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if kind := answer.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Errorf("the stream is %q", kind)
	}
	lines := bufio.NewScanner(answer.Body)
	first, err := nextNews(lines)
	if err != nil || first.Rows != 1 {
		t.Fatalf("first news %+v, %v, want one row", first, err)
	}
	again := oruReading(t)
	again.Document.ID, again.Document.URL, again.Document.Text = "oru-2", "", oruText+" "
	store(t, l, again)
	for now := first; now.Rows != 2; {
		if now, err = nextNews(lines); err != nil {
			t.Fatalf("two rows were not told: %v", err)
		}
		if now.Seq <= first.Seq {
			t.Errorf("news %+v after %+v", now, first)
		}
	}
}

// A08, A11: the places for streams are bounded, are given back, and are not for other sites.
func TestEventsAreBounded(t *testing.T) {
	s := New(newLedger(t), Options{Poll: time.Millisecond})
	for range maxStreams {
		s.streams <- struct{}{}
	}
	if w := get(t, s, "/events"); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("one stream too many: %d", w.Code)
	}
	<-s.streams
	server := httptest.NewServer(s)
	for range 3 { // Each takes the one place that is left.
		answer, err := http.Get(server.URL + "/events")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := nextNews(bufio.NewScanner(answer.Body)); err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		s.streams <- struct{}{} // Blocks until the stream has gone.
		<-s.streams
	}
	server.Close()
	r := httptest.NewRequest(http.MethodGet, "/events", nil)
	r.Host = "localhost"
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusForbidden {
		t.Errorf("another site's page: %d, want 403", w.Code)
	}
}

func TestStatusPage(t *testing.T) {
	l := newLedger(t, oruReading(t))
	fail := ledger.Failure{Input: "https://herald.example/feed", Stage: "fetch", Reason: "unavailable", Message: "fetch: 503", Count: 1}
	if err := l.Fail(t.Context(), fail); err != nil {
		t.Fatal(err)
	}
	root := page(t, New(l, Options{}), "/status")
	got := text(one(t, root, "main"))
	for _, want := range []string{"documents1", "versions1", "statements3", "dates1", "unavailable1", "https://herald.example/feed", "fetch: 503"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page %q does not hold %q", got, want)
		}
	}
}

func TestNumbersForPeople(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{thousands(0), "0"}, {thousands(999), "999"}, {thousands(1000), "1,000"}, {thousands(-1234567), "-1,234,567"},
		{count(1, "row", "rows"), "1 row"}, {count(1204, "row", "rows"), "1,204 rows"},
		{percent(0), ""}, {percent(0.934), ".93"}, {percent(1), "1.0"}, {percent(0.004), ".00"}, {percent(0.9951), "1.0"},
		{size(2048), "2 kB"}, {size(50 << 20), "50 MB"}, {size(20 << 30), "20 GB"},
		{number(0.25), "0.25"}, {number(300000), "300,000"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func BenchmarkWire(b *testing.B) {
	l := newLedger(b)
	for range wireRows / 3 {
		r := oruReading(b)
		r.Document.ID, r.Document.URL = b.Name()+time.Now().String(), ""
		store(b, l, r)
	}
	s := New(l, Options{})
	for b.Loop() {
		get(b, s, "/")
	}
}

func BenchmarkReader(b *testing.B) {
	s := New(newLedger(b, oruReading(b)), Options{})
	for b.Loop() {
		get(b, s, "/doc/oru-1?e=s1")
	}
}
