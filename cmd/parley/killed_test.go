package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"parley/demo"
	"parley/ledger/sqlite"
)

// TestKilledAddsEqualOneRun kills `parley add` with SIGKILL at ten moments, adds
// again to the end each time, and compares the ledger with that of one clean run.
func TestKilledAddsEqualOneRun(t *testing.T) {
	onUnix(t)
	t.Setenv("PARLEY_FAST", "1") // What is read is not the question here.
	copies, articles, moments := 30, 150, 10
	if testing.Short() {
		copies, articles, moments = 12, 0, 3
	}
	sources := slice(t, copies, articles)
	clean := filepath.Join(t.TempDir(), "clean.db")
	if code, errs := add(t, sources, clean).wait(); code != 0 {
		t.Fatalf("the clean run ends with %d: %s", code, errs)
	}

	random := rand.New(rand.NewPCG(2026, 3))
	path := filepath.Join(t.TempDir(), "killed.db")
	kills := 0
	for range moments {
		p := add(t, sources, path)
		if !p.written(path, 1+random.IntN(2), time.Duration(random.IntN(15_000))*time.Microsecond) {
			break // It came to its end before the moment did.
		}
		if err := p.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if code, errs := p.wait(); code != -1 {
			t.Fatalf("a killed run ends with %d: %s", code, errs)
		}
		kills++
	}
	if kills < (moments+1)/2 {
		t.Fatalf("the run came to its end after %d kills; it needs more documents", kills)
	}
	if code, errs := add(t, sources, path).wait(); code != 0 {
		t.Fatalf("after %d kills the run ends with %d: %s", kills, code, errs)
	}
	t.Logf("%d kills", kills)
	sameLedger(t, clean, path)
}

// TestInterruptedAddGoesOn interrupts `parley add` as Ctrl-C does. It ends with
// 130 and says that the same command goes on, which it then does.
func TestInterruptedAddGoesOn(t *testing.T) {
	onUnix(t)
	t.Setenv("PARLEY_FAST", "1") // What is read is not the question here.
	sources := slice(t, 12, 0)
	clean, path := filepath.Join(t.TempDir(), "clean.db"), filepath.Join(t.TempDir(), "interrupted.db")
	for range 3 {
		interruptOnce(t, sources, path)
	}
	for _, ledger := range []string{clean, path} {
		if code, errs := add(t, sources, ledger).wait(); code != 0 {
			t.Fatalf("the run ends with %d: %s", code, errs)
		}
	}
	sameLedger(t, clean, path)
}

// interruptOnce adds the sources and, by a pipe, an input without an end, so
// that the run is never over when the interrupt comes.
func interruptOnce(t *testing.T, sources, path string) {
	t.Helper()
	endless, hold, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer endless.Close()
	defer hold.Close()
	p := addFrom(t, endless, sources, path, ".", "-")
	if !p.written(path, 1, 0) {
		t.Fatal("the run ends before its input does")
	}
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	code, errs := p.wait()
	if want := "interrupted; what was stored is kept, and the same command goes on from there"; code != exitInterrupted || !strings.Contains(errs, want) {
		t.Errorf("an interrupted run ends with %d: %q, want %d and %q", code, errs, exitInterrupted, want)
	}
}

func onUnix(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("there is no interrupt to send to another process, and no time of a write to wait for")
	}
}

// slice makes a folder of JSONL: the demo's stories so many times, each copy
// with ids and addresses of its own, and where the news corpora stand beside
// the project so many articles of one.
func slice(t testing.TB, copies, articles int) string {
	t.Helper()
	dir := t.TempDir()
	stories, err := demo.Stories()
	if err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	for n := range copies {
		for _, story := range stories {
			story.ID = fmt.Sprintf("%s-%d", story.ID, n)
			story.URL = fmt.Sprintf("%s/%d", story.URL, n)
			if err := json.NewEncoder(&lines).Encode(story); err != nil {
				t.Fatal(err)
			}
		}
	}
	write(t, filepath.Join(dir, "stories.jsonl"), lines.Bytes())
	if lines := timelines(t, articles); len(lines) > 0 {
		write(t, filepath.Join(dir, "timelines.jsonl"), lines)
	}
	return dir
}

// timelines returns the first articles of a corpus beside the project, or none.
func timelines(t testing.TB, articles int) []byte {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "news", "t17-articles.jsonl.gz"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for decoder := json.NewDecoder(z); articles > 0; articles-- {
		var line json.RawMessage
		if err := decoder.Decode(&line); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		out.Write(append(line, '\n'))
	}
	return out.Bytes()
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// process is a parley that runs as its own process.
type process struct {
	cmd  *exec.Cmd
	errs bytes.Buffer
	done chan struct{} // closed when it has ended
}

// add starts `parley add` over a folder.
func add(t testing.TB, sources, ledger string) *process {
	t.Helper()
	return addFrom(t, nil, sources, ledger, ".")
}

// addFrom starts `parley add` with a standard input. Sources are named from
// within their folder, so that ledgers of two runs name them alike.
func addFrom(t testing.TB, in *os.File, dir, ledger string, sources ...string) *process {
	t.Helper()
	r := &process{cmd: exec.Command("parley", append([]string{"--ledger", ledger, "add"}, sources...)...), done: make(chan struct{})}
	r.cmd.Dir, r.cmd.Stderr = dir, &r.errs
	if in != nil {
		r.cmd.Stdin = in
	}
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(r.done)
		_ = r.cmd.Wait() // The state tells how it ended.
	}()
	t.Cleanup(func() { _ = r.cmd.Process.Kill(); <-r.done })
	return r
}

// wait waits for the end and returns the exit code, which is -1 after a kill,
// and what was printed on the standard error.
func (r *process) wait() (int, string) {
	<-r.done
	return r.cmd.ProcessState.ExitCode(), r.errs.String()
}

// written waits until the ledger's log was written to so many times, and then
// a moment more, which puts a kill inside a transaction as often as between
// two. It reports false where the run ends before.
func (r *process) written(ledger string, times int, more time.Duration) bool {
	last := changed(ledger + "-wal")
	for times > 0 {
		select {
		case <-r.done:
			return false
		case <-time.After(time.Millisecond):
		}
		if now := changed(ledger + "-wal"); !now.Equal(last) {
			last = now
			times--
		}
	}
	select {
	case <-r.done:
		return false
	case <-time.After(more):
		return true
	}
}

// changed returns when a file was last written to.
func changed(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// sameLedger fails the test unless two ledgers hold the same.
func sameLedger(t testing.TB, want, got string) {
	t.Helper()
	a, b := dump(t, want), dump(t, got)
	if len(a) < 100 {
		t.Fatalf("the ledger has %d rows, too few to compare", len(a))
	}
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("row %d differs:\n%.400s\nwant\n%.400s", i, b[i], a[i])
		}
	}
	if len(a) != len(b) {
		t.Fatalf("%d rows, want %d", len(b), len(a))
	}
}

// dump returns the rows of a ledger.
func dump(t testing.TB, path string) []string {
	t.Helper()
	l, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var out strings.Builder
	if err := l.Dump(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	return strings.Split(out.String(), "\n")
}
