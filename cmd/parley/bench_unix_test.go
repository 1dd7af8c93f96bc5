//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"parley"
	"parley/demo"
	"parley/read"
)

// BenchmarkAdd runs `parley add` into a fresh ledger as its own process: from
// files to rows that are safe on the disk. Beside the time it tells documents
// and words a second, words a second of processor time, which other work on the
// machine does not change, and the peak of the process's memory.
func BenchmarkAdd(b *testing.B) {
	const copies = 30
	stories, words := demoStories(b)
	for _, cores := range []int{1, runtime.NumCPU()} {
		b.Run(fmt.Sprintf("cores=%d", cores), func(b *testing.B) {
			b.Setenv("GOMAXPROCS", fmt.Sprint(cores))
			sources := slice(b, copies, 0)
			var spent, peak float64
			for b.Loop() {
				p := add(b, sources, filepath.Join(b.TempDir(), "ledger.db"))
				if code, errs := p.wait(); code != 0 {
					b.Fatalf("exit code %d: %s", code, errs)
				}
				spent += (p.cmd.ProcessState.UserTime() + p.cmd.ProcessState.SystemTime()).Seconds()
				peak = max(peak, peakMemory(p.cmd.ProcessState))
			}
			runs := float64(b.N * copies)
			b.ReportMetric(runs*float64(len(stories))/b.Elapsed().Seconds(), "docs/s")
			b.ReportMetric(runs*float64(words)/b.Elapsed().Seconds(), "words/s")
			b.ReportMetric(runs*float64(words)/spent, "words/cpu-s")
			b.ReportMetric(peak, "MB-peak")
		})
	}
}

// BenchmarkRead reads the demo's stories in one goroutine: no ledger, no files.
func BenchmarkRead(b *testing.B) {
	stories, words := demoStories(b)
	reader, err := read.New()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, story := range stories {
			if _, err := reader.Document(story); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// demoStories returns the demo's stories and how many words their texts have.
func demoStories(b *testing.B) (stories []parley.Document, words int) {
	b.Helper()
	stories, err := demo.Stories()
	if err != nil {
		b.Fatal(err)
	}
	for _, story := range stories {
		words += len(strings.Fields(story.Text))
	}
	return stories, words
}

// peakMemory returns the most memory that an ended process held, in MB.
func peakMemory(state *os.ProcessState) float64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	unit := 1024.0 // Linux counts in kilobytes,
	if runtime.GOOS == "darwin" {
		unit = 1 // and this system in bytes.
	}
	return float64(usage.Maxrss) * unit / 1e6
}
