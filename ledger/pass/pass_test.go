package pass_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"go.uber.org/goleak"

	"parley"
	"parley/ledger"
	"parley/ledger/pass"
	"parley/ledger/sqlite"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m)
}

// reader is the pass that the tests run.
var reader = ledger.Pass{Name: "read", Version: "1"}

// open returns a ledger that holds n documents: doc-00, doc-01 and so on.
func open(t *testing.T, n int) ledger.Ledger {
	t.Helper()
	l, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	var in []ledger.Incoming
	for i := range n {
		id := fmt.Sprintf("doc-%02d", i)
		in = append(in, ledger.Incoming{Document: parley.Document{ID: id, Title: id, Published: "2026-03-05", Text: id + " said no."}})
	}
	if _, err := l.Put(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	return l
}

// label is work that finds one entry in each document: its first word.
func label(doc parley.Document) (parley.Reading, error) {
	first, _, _ := strings.Cut(doc.Text, " ")
	span := parley.Spans{{Start: 0, End: len(first)}}
	return parley.Reading{Document: doc, Labels: []parley.Label{{ID: "l1", Label: span, Target: span}}}, nil
}

// spy is a ledger that notes what is committed and can fail to.
type spy struct {
	ledger.Ledger
	batches [][]string             // the documents of each commit, as given
	before  func(commit int) error // called before commit number 1, 2, ...
}

func (s *spy) Commit(ctx context.Context, p ledger.Pass, done []ledger.Result) error {
	var ids []string
	for _, r := range done {
		ids = append(ids, r.Logged.ID)
	}
	s.batches = append(s.batches, ids)
	if s.before != nil {
		if err := s.before(len(s.batches)); err != nil {
			return err
		}
	}
	return s.Ledger.Commit(ctx, p, done)
}

// left returns how many versions the pass has still to do.
func left(t *testing.T, l ledger.Ledger) int {
	t.Helper()
	todo, err := l.Pending(t.Context(), reader, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return len(todo)
}

// labelled returns the documents that have the entry that label finds.
func labelled(t *testing.T, l ledger.Ledger) []string {
	t.Helper()
	page, err := l.Find(t.Context(), ledger.Query{Kind: parley.KindLabel, Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, item := range page.Items {
		out = append(out, item.Document)
	}
	slices.Sort(out)
	return out
}

// numbered returns doc-FROM up to doc-TO, the last left out.
func numbered(from, to int) []string {
	var out []string
	for i := from; i < to; i++ {
		out = append(out, fmt.Sprintf("doc-%02d", i))
	}
	return out
}

// TestOrder checks that documents are committed in the order of the log and in
// batches of the size asked for, however the workers finish.
func TestOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 3, 50} {
		s := &spy{Ledger: open(t, 10)}
		var done []int
		n, err := pass.Run(t.Context(), s, reader, label, pass.Options{Workers: workers, Batch: 4, Done: func(n int) { done = append(done, n) }})
		if n != 10 || err != nil {
			t.Fatalf("%d workers: did %d, %v", workers, n, err)
		}
		want := [][]string{numbered(0, 4), numbered(4, 8), numbered(8, 10)}
		if !slices.EqualFunc(s.batches, want, slices.Equal) {
			t.Errorf("%d workers: committed %v, want %v", workers, s.batches, want)
		}
		if !slices.Equal(done, []int{4, 4, 2}) {
			t.Errorf("%d workers: told of %v", workers, done)
		}
		if got := labelled(t, s); !slices.Equal(got, numbered(0, 10)) {
			t.Errorf("%d workers: entries of %v", workers, got)
		}
	}
}

// queue is a ledger in memory, for the tests that must see when goroutines wait.
type queue struct {
	ledger.Ledger
	todo []ledger.Logged
}

// queued returns a queue of n documents.
func queued(n int) *queue {
	q := &queue{}
	for i, id := range numbered(0, n) {
		doc := parley.Document{ID: id, Text: id + " said no."}
		q.todo = append(q.todo, ledger.Logged{Seq: int64(i + 1), Version: ledger.Version{Document: doc, Version: 1}})
	}
	return q
}

func (q *queue) Pending(_ context.Context, _ ledger.Pass, limit int) ([]ledger.Logged, error) {
	return q.todo[:min(limit, len(q.todo))], nil
}

func (q *queue) Commit(_ context.Context, _ ledger.Pass, done []ledger.Result) error {
	q.todo = q.todo[len(done):]
	return nil
}

// TestFinishedOutOfOrder makes the first document wait for the others, and checks
// that it is committed first all the same.
func TestFinishedOutOfOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &spy{Ledger: queued(4)}
		var others sync.WaitGroup
		others.Add(3)
		work := func(doc parley.Document) (parley.Reading, error) {
			if doc.ID == "doc-00" {
				others.Wait()
			} else {
				defer others.Done()
			}
			return label(doc)
		}
		if _, err := pass.Run(t.Context(), s, reader, work, pass.Options{Workers: 2}); err != nil {
			t.Fatal(err)
		}
		if len(s.batches) != 1 || !slices.Equal(s.batches[0], numbered(0, 4)) {
			t.Errorf("committed %v", s.batches)
		}
	})
}

// TestWorkersAtOnce checks that as many documents are in work as there are workers.
func TestWorkersAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var begun atomic.Int32
		gate := make(chan struct{})
		work := func(doc parley.Document) (parley.Reading, error) {
			begun.Add(1)
			<-gate
			return label(doc)
		}
		done := make(chan error)
		go func() {
			_, err := pass.Run(t.Context(), queued(5), reader, work, pass.Options{Workers: 3})
			done <- err
		}()
		synctest.Wait() // All workers now wait at the gate.
		if got := begun.Load(); got != 3 {
			t.Errorf("%d documents in work at once, want 3", got)
		}
		close(gate)
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}

func TestNothingToDo(t *testing.T) {
	s := &spy{Ledger: open(t, 0)}
	n, err := pass.Run(t.Context(), s, reader, label, pass.Options{Done: func(int) { t.Error("told of nothing") }})
	if n != 0 || err != nil || len(s.batches) != 0 {
		t.Errorf("did %d, %v; committed %v", n, err, s.batches)
	}
}

// TestOneFails checks that a document that cannot be read stops no other, is
// recorded, and is not tried again by the next run of the same version.
func TestOneFails(t *testing.T) {
	l := open(t, 5)
	work := func(doc parley.Document) (parley.Reading, error) {
		if doc.ID == "doc-02" {
			return parley.Reading{}, fmt.Errorf("read %q: %w", doc.ID, parley.ErrLanguage)
		}
		return label(doc)
	}
	for want := 5; want >= 0; want -= 5 {
		if n, err := pass.Run(t.Context(), l, reader, work, pass.Options{Batch: 2}); n != want || err != nil {
			t.Fatalf("did %d, %v; want %d", n, err, want)
		}
	}
	if got, want := labelled(t, l), []string{"doc-00", "doc-01", "doc-03", "doc-04"}; !slices.Equal(got, want) {
		t.Errorf("entries of %v, want %v", got, want)
	}
	status, err := l.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if f := status.Failures; len(f) != 1 || f[0].Input != "doc-02" || f[0].Stage != "read" || f[0].Reason != "other language" {
		t.Errorf("failures %+v", f)
	}
}

// TestCommitFails checks that a run ends with the error of a commit, and that the
// next one does that batch again and everything once.
func TestCommitFails(t *testing.T) {
	errDisk := errors.New("disk full")
	s := &spy{Ledger: open(t, 6), before: func(n int) error {
		if n == 2 {
			return errDisk
		}
		return nil
	}}
	n, err := pass.Run(t.Context(), s, reader, label, pass.Options{Batch: 2})
	if n != 2 || !errors.Is(err, errDisk) || !strings.Contains(err.Error(), "pass read") {
		t.Fatalf("did %d, %v", n, err)
	}
	if got := left(t, s); got != 4 {
		t.Errorf("%d left, want 4", got)
	}
	if n, err = pass.Run(t.Context(), s, reader, label, pass.Options{Batch: 2}); n != 4 || err != nil {
		t.Fatalf("second run: did %d, %v", n, err)
	}
	want := [][]string{numbered(0, 2), numbered(2, 4), numbered(2, 4), numbered(4, 6)}
	if !slices.EqualFunc(s.batches, want, slices.Equal) {
		t.Errorf("committed %v, want %v", s.batches, want)
	}
	if got := labelled(t, s); !slices.Equal(got, numbered(0, 6)) {
		t.Errorf("entries of %v", got)
	}
}

func TestCancelledBefore(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := &spy{Ledger: open(t, 3)}
	n, err := pass.Run(ctx, s, reader, label, pass.Options{})
	if n != 0 || !errors.Is(err, context.Canceled) || len(s.batches) != 0 {
		t.Errorf("did %d, %v; committed %v", n, err, s.batches)
	}
}

// TestCancelledBetween cancels after the first commit: what is committed stays, and
// a later run goes on behind it.
func TestCancelledBetween(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	l := open(t, 6)
	n, err := pass.Run(ctx, l, reader, label, pass.Options{Batch: 2, Done: func(int) { cancel() }})
	if n != 2 || !errors.Is(err, context.Canceled) {
		t.Fatalf("did %d, %v", n, err)
	}
	if n, err = pass.Run(t.Context(), l, reader, label, pass.Options{}); n != 4 || err != nil {
		t.Fatalf("second run: did %d, %v", n, err)
	}
}

// TestCancelledAtWork cancels while a batch is in work: nothing of it is committed.
func TestCancelledAtWork(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	l := open(t, 3)
	work := func(doc parley.Document) (parley.Reading, error) {
		cancel()
		return label(doc)
	}
	n, err := pass.Run(ctx, l, reader, work, pass.Options{})
	if n != 0 || !errors.Is(err, context.Canceled) {
		t.Fatalf("did %d, %v", n, err)
	}
	if got := left(t, l); got != 3 {
		t.Errorf("%d left, want 3", got)
	}
}

// TestNewVersion checks that a new version of the pass reads everything again.
func TestNewVersion(t *testing.T) {
	l := open(t, 3)
	for _, version := range []string{"1", "2"} {
		if n, err := pass.Run(t.Context(), l, ledger.Pass{Name: "read", Version: version}, label, pass.Options{}); n != 3 || err != nil {
			t.Fatalf("version %s: did %d, %v", version, n, err)
		}
	}
	if got := labelled(t, l); !slices.Equal(got, numbered(0, 3)) {
		t.Errorf("entries of %v", got)
	}
}
