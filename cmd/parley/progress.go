package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"parley/source"
)

// progress is a bar over the bytes of the sources, with the documents read, the
// rate and the time that remains. On anything but a terminal it shows nothing.
type progress struct {
	all  *mpb.Progress // nil: no bar
	bar  *mpb.Bar
	docs atomic.Int64
	errs io.Writer
}

// progress returns a bar for the sources, or a silent one.
func (s *session) progress(names []string, quiet bool) *progress {
	p := &progress{errs: s.errs}
	f, ok := s.errs.(*os.File)
	if quiet || s.asJSON() || !ok || !terminal(f) {
		return p
	}
	_, total, err := source.Size(s.ctx, names)
	if err != nil {
		return p // The sources say themselves what is wrong with a name.
	}
	p.all = mpb.NewWithContext(s.ctx, mpb.WithOutput(f))
	p.bar = p.all.AddBar(total,
		mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return fmt.Sprintf("%d documents read ", p.docs.Load()) })),
		mpb.AppendDecorators(decor.Percentage(), decor.Name("  "),
			decor.AverageSpeed(decor.SizeB1024(0), "% .1f"), decor.Name("  "), decor.AverageETA(decor.ET_STYLE_GO)))
	return p
}

// terminal reports whether a file is a terminal.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// bytes sets how many bytes of the sources were taken.
func (p *progress) bytes(n int64) {
	if p.bar != nil {
		p.bar.SetCurrent(n)
	}
}

// documents counts document versions that were read.
func (p *progress) documents(n int) { p.docs.Add(int64(n)) }

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
