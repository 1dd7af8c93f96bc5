package sqlite_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parley"
	"parley/ledger"
	"parley/ledger/ledgertest"
	"parley/ledger/sqlite"
)

// childEnv names the ledger that a copy of the test program, started by a test,
// should work on instead of running tests.
const childEnv = "PARLEY_TEST_LEDGER"

func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		if err := child(path); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// How many stories a child adds, and how many at once.
const (
	streamLength = 120
	streamBatch  = 4
)

// child adds a stream of stories to a ledger. It tells of each step on a line.
// At the end it holds the ledger open until its input ends.
func child(path string) error {
	ctx := context.Background()
	l, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	fmt.Println("open")
	for i := 0; i < streamLength; i += streamBatch {
		if err := add(ctx, l, i, streamBatch); err != nil {
			return err
		}
		fmt.Println("added", i)
	}
	fmt.Println("done")
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		return err
	}
	return l.Close()
}

// A process is a running child.
type process struct {
	*exec.Cmd
	lines *bufio.Scanner
	input io.Closer
}

// start starts a child on a ledger.
func start(t *testing.T, path string) *process {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+path)
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }) // It may be gone already.
	return &process{cmd, bufio.NewScanner(output), input}
}

// until reads n lines of a child, or up to the given line, and returns the last.
func (p *process) until(n int, line string) string {
	for range n {
		if !p.lines.Scan() || p.lines.Text() == line {
			break
		}
	}
	return p.lines.Text()
}

func TestSecondProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger")
	holder := start(t, path)
	if line := holder.until(1000, "done"); line != "done" {
		t.Fatalf("the first process says %q", line)
	}
	_, err := sqlite.Open(t.Context(), path)
	if want := fmt.Sprintf("pid %d", holder.Process.Pid); !errors.Is(err, parley.ErrLocked) || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %v with %s", err, parley.ErrLocked, want)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(path, link); err == nil { // Some systems have none.
		if _, err := sqlite.Open(t.Context(), link); !errors.Is(err, parley.ErrLocked) {
			t.Errorf("by another name: got %v, want %v", err, parley.ErrLocked)
		}
	}
	second := start(t, path)
	if line := second.until(1, ""); !strings.Contains(line, "another parley process") {
		t.Errorf("the second process says %q", line)
	}
	if err := holder.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = holder.Wait() // It was killed.
	open(t, path)
}

func TestOpenTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger")
	l := open(t, path)
	for range 2 { // The attempt itself must not take the lock away.
		_, err := sqlite.Open(t.Context(), path)
		if !errors.Is(err, parley.ErrLocked) || !strings.Contains(err.Error(), "this parley process") {
			t.Errorf("got %v, want %v by this process", err, parley.ErrLocked)
		}
	}
	second := start(t, path)
	if line := second.until(1, ""); !strings.Contains(line, "in use") {
		t.Errorf("another process says %q", line)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	open(t, path)
}

// TestKilled kills a process that adds a stream at ten places of it, each time
// starting it again, and compares what is there in the end with a clean run.
func TestKilled(t *testing.T) {
	clean := filepath.Join(t.TempDir(), "clean")
	finish(t, clean)
	want := dumped(t, clean)

	path := filepath.Join(t.TempDir(), "killed")
	random := rand.New(rand.NewPCG(1, 2))
	for range 10 {
		p := start(t, path)
		p.until(1+random.IntN(streamLength/streamBatch), "done")
		if err := p.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = p.Wait() // It was killed.
	}
	finish(t, path)
	compare(t, path, want)
}

// TestKilledBetween leaves a ledger as a process does that is killed after it
// has put documents and before it has committed their readings.
func TestKilledBetween(t *testing.T) {
	clean := filepath.Join(t.TempDir(), "clean")
	finish(t, clean)

	path := filepath.Join(t.TempDir(), "between")
	l := open(t, path)
	for i := range streamLength / 2 {
		story, _ := ledgertest.Story(i, statementsEach)
		if _, err := l.Put(t.Context(), []ledger.Incoming{story}); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	finish(t, path)
	compare(t, path, dumped(t, clean))
}

// compare holds the ledger at path against the dump of a clean run.
func compare(t *testing.T, path string, want []byte) {
	t.Helper()
	if got := dumped(t, path); !bytes.Equal(got, want) {
		t.Errorf("the killed runs left %d bytes of dump, a clean run %d:\n%s", len(got), len(want), firstDifference(got, want))
	}
}

// finish runs a child to its end.
func finish(t *testing.T, path string) {
	t.Helper()
	p := start(t, path)
	if line := p.until(1000, "done"); line != "done" {
		t.Fatalf("the process says %q", line)
	}
	if err := p.input.Close(); err != nil {
		t.Fatal(err)
	}
	if err := p.Wait(); err != nil {
		t.Fatal(err)
	}
}

// firstDifference returns the first lines in which two dumps differ.
func firstDifference(a, b []byte) string {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return "one is longer"
}
