package sqlite_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"parley"
	"parley/ledger"
	"parley/ledger/ledgertest"
	"parley/ledger/sqlite"
)

// batch is how many stories a benchmark puts and commits at once.
const batch = 64

// stories makes stories of about 600 words, with about 80 entries each.
func stories(from, n int) (in []ledger.Incoming, readings map[string]parley.Reading) {
	readings = map[string]parley.Reading{}
	for i := from; i < from+n; i++ {
		story, reading := ledgertest.Story(i, 25)
		in, readings[story.Document.URL] = append(in, story), reading
	}
	return in, readings
}

func BenchmarkPut(b *testing.B) {
	l := open(b, filepath.Join(b.TempDir(), "ledger"))
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		in, _ := stories(n*batch, batch)
		b.StartTimer()
		if _, err := l.Put(b.Context(), in); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*batch)/b.Elapsed().Seconds(), "docs/s")
}

func BenchmarkCommit(b *testing.B) {
	l := open(b, filepath.Join(b.TempDir(), "ledger"))
	pass := ledger.Pass{Name: "read", Version: "1"}
	entries := 0
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		in, readings := stories(n*batch, batch)
		if _, err := l.Put(b.Context(), in); err != nil {
			b.Fatal(err)
		}
		logged, err := l.Pending(b.Context(), pass, batch)
		if err != nil {
			b.Fatal(err)
		}
		done := results(logged, readings)
		entries += count(done)
		b.StartTimer()
		if err := l.Commit(b.Context(), pass, done); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*batch)/b.Elapsed().Seconds(), "docs/s")
	b.ReportMetric(float64(entries)/b.Elapsed().Seconds(), "entries/s")
}

// results pairs logged versions with their readings.
func results(logged []ledger.Logged, readings map[string]parley.Reading) []ledger.Result {
	var done []ledger.Result
	for _, x := range logged {
		done = append(done, ledger.Result{Logged: x, Reading: readings[x.URL]})
	}
	return done
}

// count counts the entries of results.
func count(done []ledger.Result) (n int) {
	for _, r := range done {
		for range r.Reading.Entries() {
			n++
		}
	}
	return n
}

// archiveEnv can name a ledger to keep the archive of BenchmarkFind in, and
// archiveSizeEnv how many documents it has; both save time in repeated runs.
const (
	archiveEnv     = "PARLEY_BENCH_LEDGER"
	archiveSizeEnv = "PARLEY_BENCH_DOCUMENTS"
)

// archive opens a ledger of many short stories.
func archive(b *testing.B) *sqlite.Ledger {
	path, size := os.Getenv(archiveEnv), 2000
	if path == "" {
		path = filepath.Join(b.TempDir(), "ledger")
	}
	if n, err := strconv.Atoi(os.Getenv(archiveSizeEnv)); err == nil {
		size = n
	}
	l := open(b, path)
	last, err := l.Latest(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for n := int(last); n < size; n += batch {
		if err := addShort(b.Context(), l, n); err != nil {
			b.Fatal(err)
		}
	}
	return l
}

// addShort adds a batch of stories, one in fifty with a rare word.
func addShort(ctx context.Context, l *sqlite.Ledger, from int) error {
	var in []ledger.Incoming
	readings := map[string]parley.Reading{}
	for i := from; i < from+batch; i++ {
		story, reading := ledgertest.Story(i, 8)
		if i%50 == 0 {
			story.Document.Text += "The armistice is near.\n"
			reading.Document.Text = story.Document.Text
		}
		in, readings[story.Document.URL] = append(in, story), reading
	}
	if _, err := l.Put(ctx, in); err != nil {
		return err
	}
	pass := ledger.Pass{Name: "read", Version: "1"}
	logged, err := l.Pending(ctx, pass, batch)
	if err != nil {
		return err
	}
	return l.Commit(ctx, pass, results(logged, readings))
}

func BenchmarkFind(b *testing.B) {
	l := archive(b)
	for _, c := range []struct {
		name string
		q    ledger.Query
	}{
		{"all", ledger.Query{}},
		{"who", ledger.Query{Who: "Tolvan"}},
		{"who/begun", ledger.Query{Who: "to"}},
		{"actor/by", ledger.Query{By: "Mira Tolvan"}},
		{"actor/toward", ledger.Query{Toward: "Varenia"}},
		{"actor/by and toward", ledger.Query{By: "Mira Tolvan", Toward: "Varenia"}},
		{"actor/by, another's", ledger.Query{By: "Mira Tolvan", Toward: "Kestria"}},
		{"actor/roles", ledger.Query{Kind: parley.KindRole, By: "Mira Tolvan", Limit: 300}},
		{"actor/itself", ledger.Query{Kind: parley.KindActor, By: "Varenia", Limit: 300}},
		{"outlet", ledger.Query{Outlet: "Meridian"}},
		{"days", ledger.Query{From: "2031-05-01", To: "2031-06-01"}},
		{"words/common", ledger.Query{Words: "the ceasefire"}},
		{"words/phrase", ledger.Query{Words: `"through the winter"`}},
		{"words/none", ledger.Query{Words: `"winter through"`}},
		{"everything", ledger.Query{Words: "ceasefire", Who: "dreil", Outlet: "tolm", From: "2031-05-01", To: "2031-12-01"}},
		{"text/common", ledger.Query{InText: true, Words: "talks officials"}},
		{"text/rare", ledger.Query{InText: true, Words: "armistice"}},
		{"text/phrase", ledger.Query{InText: true, Words: `"hours of talks" ceasefire`}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var times []time.Duration
			found := 0
			for b.Loop() {
				start := time.Now()
				page, err := l.Find(b.Context(), c.q)
				if err != nil {
					b.Fatal(err)
				}
				times, found = append(times, time.Since(start)), page.Total
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(float64(found), "found")
		})
	}
}

func BenchmarkStatus(b *testing.B) {
	l := archive(b)
	for b.Loop() {
		if _, err := l.Status(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReading(b *testing.B) {
	l := archive(b)
	page, err := l.Find(b.Context(), ledger.Query{Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := l.Reading(b.Context(), page.Items[0].Document, 0); err != nil {
			b.Fatal(fmt.Errorf("reading: %w", err))
		}
	}
}
