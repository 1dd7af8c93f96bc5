package watch

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"parley"
	"parley/ledger"
	"parley/ledger/sqlite"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const herald = "https://herald.example/feed"

// site is what a test's feed answers: one answer for each visit, the last one
// for all that follow.
type site struct {
	answers []answer
	asked   []asked
	start   time.Time
}

// answer is a body of lines "address | title | text", or an error.
type answer struct {
	body string
	etag string
	err  error
	at   time.Duration // when to come back, counted from the visit
	to   string        // where the feed has moved
}

// asked is a visit that the site saw.
type asked struct {
	After time.Duration
	ETag  string
}

func (s *site) fetch(_ context.Context, address string, known Validators) (Answer, error) {
	a := s.answers[min(len(s.asked), len(s.answers)-1)]
	s.asked = append(s.asked, asked{time.Since(s.start), known.ETag})
	out := Answer{URL: address, Body: []byte(a.body), Validators: Validators{ETag: a.etag}, Moved: a.to}
	if a.at != 0 {
		out.RetryAt = time.Now().Add(a.at)
	}
	if a.err == nil && a.etag != "" && a.etag == known.ETag {
		return Answer{URL: address, NotModified: true}, nil
	}
	return out, a.err
}

// parse reads the lines of an answer. A text of "-" stands for an item without
// text, one of "!" for a damaged item.
func parse(body []byte, _ string) ([]Item, string, error) {
	if string(body) == "garbage" {
		return nil, "", fmt.Errorf("feed: %w", parley.ErrDamaged)
	}
	var items []Item
	for line := range strings.Lines(string(body)) {
		f := strings.SplitN(strings.TrimSpace(line), " | ", 3)
		it := Item{Incoming: document(f[0], f[1], f[2])}
		switch f[2] {
		case "-":
			it.Document.Text, it.Err = "", fmt.Errorf("item: %w", parley.ErrEmpty)
		case "!":
			it.Err = fmt.Errorf("item: %w", parley.ErrDamaged)
		}
		items = append(items, it)
	}
	return items, "Tolm Herald", nil
}

func document(address, title, text string) ledger.Incoming {
	return ledger.Incoming{
		Document: parley.Document{URL: address, Title: title, Outlet: "Tolm Herald", Language: "en", Text: text},
		Raw:      []byte(text),
		From:     address,
	}
}

// inBubble gives a test a ledger with one feed, and a site behind the feed.
func inBubble(t *testing.T, answers []answer, test func(t *testing.T, l ledger.Ledger, s *site)) {
	synctest.Test(t, func(t *testing.T) {
		l, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		if err := l.SaveFeed(t.Context(), ledger.Feed{URL: herald}); err != nil {
			t.Fatal(err)
		}
		test(t, l, &site{answers: answers, start: time.Now()})
	})
}

// runFor lets a watcher run for a time.
func runFor(t *testing.T, w *Watcher, d time.Duration) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	if err := w.Run(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Run ended with %v", err)
	}
}

// minutes returns the pauses between visits in whole minutes, without the part
// that spreads feeds.
func minutes(visits []asked) []int {
	var out []int
	for i := 1; i < len(visits); i++ {
		out = append(out, int((visits[i].After-visits[i-1].After)/time.Minute))
	}
	return out
}

func TestPauses(t *testing.T) {
	down := fmt.Errorf("get: %w", parley.ErrUnavailable)
	later := fmt.Errorf("get: %w", parley.ErrRetryLater)
	for _, c := range []struct {
		name    string
		answers []answer
		least   []int // the pauses, before up to a tenth is added
	}{
		{"nothing new", []answer{{body: "https://herald.example/1 | Talks | Talks went on in Tolm."}}, []int{5, 10, 20, 40, 54, 54}},
		{"not modified", []answer{{body: "", etag: "a"}}, []int{10, 20, 40, 54, 54}},
		{"news each time", []answer{
			{body: "https://herald.example/1 | A | Talks went on."}, {body: "https://herald.example/2 | B | Talks stopped."},
			{body: "https://herald.example/3 | C | Talks began."}, {body: "https://herald.example/3 | C | Talks began again."},
			{err: down, at: 100 * time.Hour}}, []int{5, 5, 5, 5}},
		{"failing", []answer{{err: down}}, []int{5, 10, 20, 40, 80, 160, 320, 640, 1309}},
		{"told to come back", []answer{{err: later, at: 3 * time.Hour}, {err: later, at: time.Second}, {err: down, at: 100 * time.Hour}}, []int{180, 5}},
		{"well again", []answer{{err: down}, {err: down}, {body: "https://herald.example/1 | A | Talks went on."}, {err: down, at: 100 * time.Hour}}, []int{5, 10, 5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, c.answers, func(t *testing.T, l ledger.Ledger, s *site) {
				enough := time.Hour
				for _, least := range c.least {
					enough += time.Duration(least) * time.Minute * 11 / 10
				}
				runFor(t, New(l, s.fetch, parse, Options{}), enough)
				got := minutes(s.asked)
				if len(got) < len(c.least) {
					t.Fatalf("pauses of %v minutes, want %v", got, c.least)
				}
				for i, least := range c.least {
					if got[i] < least || got[i] > least+least/10+1 {
						t.Errorf("pause %d is %d minutes, want %d and up to a tenth more", i, got[i], least)
					}
				}
			})
		})
	}
}

// TestState says what a visit leaves in the ledger.
func TestState(t *testing.T) {
	body := "https://herald.example/1 | A | Talks went on."
	for _, c := range []struct {
		name    string
		answers []answer
		want    ledger.Feed // without its times
		event   Event       // of the last visit, without the feed
		failed  string      // stage and reason in the table of failures
	}{
		{"news", []answer{{body: body, etag: "a"}},
			ledger.Feed{Title: "Tolm Herald", ETag: "a"}, Event{Added: 1}, ""},
		{"the same again", []answer{{body: body, etag: "a"}, {body: body, etag: "b"}},
			ledger.Feed{Title: "Tolm Herald", ETag: "b", Silent: 1}, Event{Unchanged: 1}, ""},
		{"not modified", []answer{{body: body, etag: "a"}, {body: body, etag: "a"}},
			ledger.Feed{Title: "Tolm Herald", ETag: "a", Silent: 1}, Event{NotModified: true}, ""},
		{"no feed", []answer{{body: body, etag: "a"}, {body: "garbage", etag: "b"}},
			ledger.Feed{Title: "Tolm Herald", ETag: "a", Failures: 1, Error: "feed: damaged"}, Event{Err: parley.ErrDamaged}, "extract damaged"},
		{"no answer", []answer{{body: body, etag: "a"}, {err: parley.ErrUnavailable}},
			ledger.Feed{Title: "Tolm Herald", ETag: "a", Failures: 1, Error: "unavailable"}, Event{Err: parley.ErrUnavailable}, "fetch unavailable"},
		{"moved", []answer{{body: body, etag: "a", to: "https://elsewhere.example/feed"}},
			ledger.Feed{Title: "Tolm Herald", ETag: "a"}, Event{Added: 1, Moved: "https://elsewhere.example/feed"}, ""},
		{"damaged item", []answer{{body: body + "\nhttps://herald.example/2 | B | !", etag: "a"}},
			ledger.Feed{Title: "Tolm Herald", ETag: "a"}, Event{Added: 1, Failed: 1}, "extract damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, c.answers, func(t *testing.T, l ledger.Ledger, s *site) {
				var last Event
				w := New(l, s.fetch, parse, Options{OnEvent: func(e Event) { last = e }})
				for range c.answers {
					if err := w.Once(t.Context()); err != nil {
						t.Fatal(err)
					}
					time.Sleep(time.Hour)
				}
				c.want.URL = herald
				got, err := l.Feeds(t.Context())
				if err != nil || len(got) != 1 {
					t.Fatalf("feeds %v, error %v", got, err)
				}
				got[0].LastTry, got[0].LastOK, got[0].Next = time.Time{}, time.Time{}, time.Time{}
				if diff := cmp.Diff(c.want, got[0]); diff != "" {
					t.Errorf("feed (-want +got):\n%s", diff)
				}
				if !errors.Is(last.Err, c.event.Err) {
					t.Errorf("event with error %v, want %v", last.Err, c.event.Err)
				}
				last.Feed, last.Err, c.event.Err = ledger.Feed{}, nil, nil
				if diff := cmp.Diff(c.event, last); diff != "" {
					t.Errorf("event (-want +got):\n%s", diff)
				}
				if got := failures(t, l); got != c.failed {
					t.Errorf("failures %q, want %q", got, c.failed)
				}
			})
		})
	}
}

// failures lists the stages and reasons in a ledger's table of failures.
func failures(t *testing.T, l ledger.Ledger) string {
	t.Helper()
	st, err := l.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range st.Failures {
		out = append(out, f.Stage+" "+f.Reason)
	}
	return strings.Join(out, ", ")
}

// TestPages says which pages are fetched, and what text an item then has.
func TestPages(t *testing.T) {
	const one = "https://herald.example/1"
	long := strings.Repeat("The talks in Tolm went on for another day. ", 20)
	for _, c := range []struct {
		name   string
		bodies []string // of the feed, a visit each
		page   []any    // what each fetch of the page gives: a text or an error
		want   string   // the text in the ledger; empty: there is none
		pages  int      // how often the page was asked for
	}{
		{"thin", []string{one + " | A | Talks went on.", one + " | A | Talks went on."}, []any{long}, long, 1},
		{"long enough", []string{one + " | A | " + long}, []any{"A page."}, strings.TrimSpace(long), 0},
		{"without text", []string{one + " | A | -", one + " | A | -"}, []any{long}, long, 1},
		{"revised", []string{one + " | A | Talks went on.", one + " | A | Talks ended."}, []any{long, long + "End."}, long + "End.", 2},
		{"page refused", []string{one + " | A | Talks went on.", one + " | A | Talks went on."}, []any{parley.ErrDisallowed}, "Talks went on.", 1},
		{"page is a notice", []string{one + " | A | Talks went on in Tolm."}, []any{"Please log in."}, "Talks went on in Tolm.", 1},
		{"page comes later", []string{one + " | A | Talks went on.", one + " | A | Talks went on."}, []any{parley.ErrUnavailable, long}, long, 2},
		{"page never comes", []string{one + " | A | -", one + " | A | -", one + " | A | -", one + " | A | -", one + " | A | -"}, []any{parley.ErrUnavailable}, "", 3},
		{"damaged item", []string{one + " | A | !"}, []any{long}, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var answers []answer
			for _, b := range c.bodies {
				answers = append(answers, answer{body: b})
			}
			inBubble(t, answers, func(t *testing.T, l ledger.Ledger, s *site) {
				asked := 0
				w := New(l, s.fetch, parse, Options{Page: func(_ context.Context, address string) (ledger.Incoming, error) {
					given := c.page[min(asked, len(c.page)-1)]
					asked++
					if err, ok := given.(error); ok {
						return ledger.Incoming{}, err
					}
					return document(address+"?from=page", "The page's title", given.(string)), nil
				}})
				for range c.bodies {
					if err := w.Once(t.Context()); err != nil {
						t.Fatal(err)
					}
					time.Sleep(time.Hour)
				}
				if asked != c.pages {
					t.Errorf("the page was asked for %d times, want %d", asked, c.pages)
				}
				checkOnly(t, l, one, c.want)
			})
		})
	}
}

// checkOnly checks the one document that a ledger holds, if any.
func checkOnly(t *testing.T, l ledger.Ledger, address, text string) {
	t.Helper()
	logged, err := l.Pending(t.Context(), ledger.Pass{Name: "test"}, 100)
	if err != nil {
		t.Fatal(err)
	}
	if len(logged) == 0 {
		if text != "" {
			t.Errorf("no document, want %q", text)
		}
		return
	}
	got := logged[len(logged)-1].Document
	if got.URL != address || got.Title != "A" || got.Text != text {
		t.Errorf("document %q at %s with text %q, want text %q", got.Title, got.URL, got.Text, text)
	}
}

// broken is a ledger that fails to save feeds, as if the process were killed
// before.
type broken struct{ ledger.Ledger }

var errKilled = errors.New("killed")

func (broken) SaveFeed(context.Context, ledger.Feed) error { return errKilled }

// TestKilled says that a process killed after documents were stored and before
// the feed's state was asks again for the whole feed, and stores nothing twice.
func TestKilled(t *testing.T) {
	inBubble(t, []answer{{body: "https://herald.example/1 | A | Talks went on.", etag: "a"}}, func(t *testing.T, l ledger.Ledger, s *site) {
		if err := New(broken{l}, s.fetch, parse, Options{}).Once(t.Context()); !errors.Is(err, errKilled) {
			t.Fatalf("error %v, want that of the ledger", err)
		}
		var got Event
		if err := New(l, s.fetch, parse, Options{OnEvent: func(e Event) { got = e }}).Once(t.Context()); err != nil {
			t.Fatal(err)
		}
		if s.asked[1].ETag != "" || got.Unchanged != 1 || got.Added != 0 {
			t.Errorf("asked with ETag %q, %d added, %d unchanged", s.asked[1].ETag, got.Added, got.Unchanged)
		}
	})
}

// TestCancelled says that a visit which the caller ends is no failure of the feed.
func TestCancelled(t *testing.T) {
	inBubble(t, nil, func(t *testing.T, l ledger.Ledger, _ *site) {
		before, err := l.Feed(t.Context(), herald)
		if err != nil {
			t.Fatal(err)
		}
		hang := func(ctx context.Context, _ string, _ Validators) (Answer, error) {
			<-ctx.Done()
			return Answer{}, fmt.Errorf("get: %w", ctx.Err())
		}
		runFor(t, New(l, hang, parse, Options{}), time.Minute)
		after, err := l.Feed(t.Context(), herald)
		if diff := cmp.Diff(before, after); diff != "" || err != nil {
			t.Errorf("feed changed, error %v (-before +after):\n%s", err, diff)
		}
		if got := failures(t, l); got != "" {
			t.Errorf("failures %q", got)
		}
	})
}

// TestAddedLater says that a feed which another process adds is soon visited.
func TestAddedLater(t *testing.T) {
	const courier = "https://courier.example/feed"
	inBubble(t, []answer{{body: ""}}, func(t *testing.T, l ledger.Ledger, s *site) {
		seen := map[string]time.Duration{}
		w := New(l, s.fetch, parse, Options{OnEvent: func(e Event) { seen[e.Feed.URL] = time.Since(s.start) }})
		time.AfterFunc(150*time.Second, func() {
			if err := l.SaveFeed(context.Background(), ledger.Feed{URL: courier}); err != nil {
				t.Error(err)
			}
		})
		runFor(t, w, 4*time.Minute)
		if at, ok := seen[courier]; !ok || at > 150*time.Second+glance {
			t.Errorf("visited %v after %v", ok, at)
		}
	})
}

// TestSpread holds that a pause stays within its bounds, never shrinks with the
// number of doublings, and is the same each time it is asked for.
func TestSpread(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		address := rapid.String().Draw(t, "address")
		n := rapid.IntRange(-1, 1000).Draw(t, "doublings")
		least := time.Duration(rapid.Int64Range(int64(time.Second), int64(time.Hour)).Draw(t, "least"))
		most := least + time.Duration(rapid.Int64Range(0, int64(100*time.Hour)).Draw(t, "more"))
		got := spread(address, n, least, most)
		if got < least || got > most {
			t.Fatalf("%v is not within %v and %v", got, least, most)
		}
		if next := spread(address, n+1, least, most); next < got {
			t.Fatalf("%v after %d doublings, %v after one more", got, n, next)
		}
		if again := spread(address, n, least, most); again != got {
			t.Fatalf("%v, then %v", got, again)
		}
	})
}
