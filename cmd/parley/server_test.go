package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"parley/demo"
)

// server is a parley that serves screens as its own process.
type server struct {
	cmd     *exec.Cmd
	said    string // what it printed before it served, and the line of its address
	address string // http://127.0.0.1:PORT
	errs    bytes.Buffer
	drained chan struct{} // closed when its output ends
}

// address is how a server says where it serves.
var address = regexp.MustCompile(`http://[^/\s]+`)

// start runs parley in a folder with more environment and waits until it says
// its address.
func (s *server) start(dir string, env []string, args ...string) error {
	*s = server{cmd: exec.Command("parley", args...)}
	s.cmd.Dir, s.cmd.Env = dir, append(os.Environ(), env...)
	s.cmd.Stderr = &s.errs
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := s.cmd.Start(); err != nil {
		return err
	}
	s.drained = make(chan struct{})
	lines := bufio.NewReader(out)
	for s.address == "" {
		line, err := lines.ReadString('\n')
		s.said += line
		s.address = address.FindString(line)
		if err != nil {
			close(s.drained)
			return fmt.Errorf("parley %v ended before it served: %w\n%s%s", args, errors.Join(err, s.cmd.Wait()), s.said, &s.errs)
		}
	}
	go func() {
		defer close(s.drained)
		_, _ = io.Copy(io.Discard, lines)
	}()
	return nil
}

// get returns the page at a path.
func (s *server) get(path string) (string, error) {
	answer, err := http.Get(s.address + path)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = errors.New(answer.Status)
	}
	return string(body), err
}

// interrupt does what Ctrl-C does, and returns an error unless the server then
// ends with exit code 0.
func (s *server) interrupt() error {
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	<-s.drained
	if err := s.cmd.Wait(); err != nil {
		return fmt.Errorf("interrupted server: %w\n%s", err, &s.errs)
	}
	return nil
}

// kill ends a server that still runs.
func (s *server) kill() {
	if s.cmd == nil || s.cmd.ProcessState != nil || s.cmd.Process == nil {
		return
	}
	_ = s.cmd.Process.Kill() // It may have ended by itself.
	<-s.drained
	_ = s.cmd.Wait()
}

var (
	rows     = regexp.MustCompile(`<tr class="row"`)
	total    = regexp.MustCompile(`id="state" data-rows="(\d+)"`)
	document = regexp.MustCompile(`href="(/doc/[^"?#]+)[?#]?[^"]*"`)
)

// TestDemoServesAFilledWire starts the demo as a person does and looks at what a
// browser would get.
func TestDemoServesAFilledWire(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no interrupt to send to another process")
	}
	var s server
	t.Cleanup(s.kill)
	temp := t.TempDir()
	if err := s.start(temp, []string{"TMPDIR=" + temp}, "demo", "--addr", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	stories, err := demo.Stories()
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%d documents", len(stories)); !strings.Contains(s.said, want) {
		t.Errorf("the demo says %q, want %q in it", s.said, want)
	}
	wire, err := s.get("/")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(rows.FindAllString(wire, -1)); n < 20 {
		t.Errorf("WIRE shows %d rows, want a page full", n)
	}
	if m := total.FindStringSubmatch(wire); m == nil || m[1] == "0" {
		t.Errorf("WIRE tells no total: %q", m)
	}
	link := document.FindStringSubmatch(wire)
	if link == nil {
		t.Fatal("WIRE links to no document")
	}
	page, err := s.get(link[1])
	if err != nil {
		t.Fatal(err)
	}
	if newest := stories[len(stories)-1]; !strings.Contains(html.UnescapeString(page), newest.Title) {
		t.Errorf("the page of %s, first of WIRE, is not that of %s", link[1], newest.ID)
	}
	if err := s.interrupt(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("the demo leaves %v behind, %v", left, err)
	}
}
