package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
)

// scriptExits runs a command and fails unless it ends with the exit code:
//
//	exits 2 parley read --wrong
func scriptExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT…]")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var e *exec.ExitError
		if !errors.As(err, &e) {
			ts.Fatalf("%s: %v", args[1], err)
		}
		code = e.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// scriptPack compresses FILE to FILE.gz, of which only the first BYTES are kept:
//
//	pack FILE [BYTES]
func scriptPack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: pack FILE [BYTES]")
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err := io.WriteString(z, ts.ReadFile(args[0]))
	ts.Check(errors.Join(err, z.Close()))
	if len(args) == 2 {
		keep, err := strconv.Atoi(args[1])
		ts.Check(err)
		packed.Truncate(keep)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".gz"), packed.Bytes(), 0o644))
}

// scriptBytes writes a file that no script can hold, given as the inside of a Go
// string, COUNT times:
//
//	bytes FILE '\x00\xff' [COUNT]
func scriptBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: bytes FILE TEXT [COUNT]")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	count := 1
	if len(args) == 3 {
		count, err = strconv.Atoi(args[2])
		ts.Check(err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte(text), count), 0o644))
}

// scriptServe starts parley in the background and waits until it serves:
//
//	serve serve --addr 127.0.0.1:0
//
// One server runs at a time. The script's end kills it where the script does not.
func scriptServe(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: serve COMMAND [ARGUMENT…]")
	}
	ts.Check(served(ts).start(ts.MkAbs("."), []string{"PARLEY_LEDGER=" + ts.Getenv("PARLEY_LEDGER")}, args...))
}

// served returns the server of a script.
func served(ts *testscript.TestScript) *server { return ts.Value(serverKey{}).(*server) }

// serverKey is under what a script keeps its server.
type serverKey struct{}

// scriptGet fetches a page of the server and prints it:
//
//	get /doc/oru-01
func scriptGet(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: [!] get PATH")
	}
	body, err := served(ts).get(args[0])
	if neg == (err == nil) {
		ts.Fatalf("get %s: error %v", args[0], err)
	}
	fmt.Fprint(ts.Stdout(), body)
}

// scriptInterrupt sends the server the interrupt of Ctrl-C and fails unless it ends
// with exit code 0.
func scriptInterrupt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: interrupt")
	}
	ts.Check(served(ts).interrupt())
}
