package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"parley/source"
)

// progress is a bar over the bytes of the sources, with the documents read, the
// rate and the time that remains. On anything but a terminal it shows nothing.
//
// Documents are stored faster than they are read, so the bar stands where the
// reading is: at the bytes that were taken, less the share of the documents
// taken that wait to be read.
type progress struct {
	all   *mpb.Progress // nil: no bar
	bar   *mpb.Bar
	errs  io.Writer
	began time.Time

	bytes    atomic.Int64 // of the sources, taken
	taken    atomic.Int64 // documents taken
	expected atomic.Int64 // of them, those to be read
	read     atomic.Int64 // documents read
}

// progress returns a bar for the sources, or a silent one.
func (s *session) progress(names []string, quiet bool) *progress {
	p := &progress{errs: s.errs, began: time.Now()}
	f, ok := s.errs.(*os.File)
	if quiet || s.asJSON() || !ok || !terminal(f) {
		return p
	}
	_, total, err := source.Size(s.ctx, names)
	if err != nil {
		return p // The sources say themselves what is wrong with a name.
	}
	p.all = mpb.NewWithContext(s.ctx, mpb.WithOutput(f))
	p.bar = p.all.AddBar(0,
		mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return p.count() })),
		mpb.AppendDecorators(decor.Percentage(), decor.Name("  "), decor.AverageETA(decor.ET_STYLE_GO), decor.Name(" left")))
	p.bar.SetTotal(total, false) // The bar ends when the command does, not when the last byte is taken.
	return p
}

// terminal reports whether a file is a terminal.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// count says how many documents were read, and at which rate.
func (p *progress) count() string {
	n := p.read.Load()
	return fmt.Sprintf("%d documents read, %.0f/s ", n, float64(n)/time.Since(p.began).Seconds())
}

// take counts a document and sets how many bytes of the sources were taken.
func (p *progress) take(bytes int64) {
	p.bytes.Store(bytes)
	p.taken.Add(1)
	p.expected.Add(1)
	p.move()
}

// skip counts documents that were taken and need not be read.
func (p *progress) skip(n int) {
	p.expected.Add(int64(-n))
	p.move()
}

// documents counts document versions that were read.
func (p *progress) documents(n int) {
	p.read.Add(int64(n))
	p.move()
}

// move sets the bar.
func (p *progress) move() {
	taken := p.taken.Load()
	if p.bar == nil || taken == 0 {
		return
	}
	waiting := min(max(p.expected.Load()-p.read.Load(), 0), taken) // What an earlier run left is read, too.
	p.bar.SetCurrent(int64(float64(p.bytes.Load()) * float64(taken-waiting) / float64(taken)))
}

// say prints a line above the bar.
func (p *progress) say(line string) {
	if p.all == nil {
		fmt.Fprintln(p.errs, line)
		return
	}
	fmt.Fprintln(p.all, line)
}

// end leaves the bar as it is and waits until it is drawn.
func (p *progress) end() {
	if p.bar == nil {
		return
	}
	p.bar.EnableTriggerComplete()
	p.bar.Abort(false)
	p.all.Wait()
}
