package syntax_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"parley/lang"
	"parley/lang/model"
	"parley/lang/syntax"
)

// BenchmarkMemory measures what parsing takes beyond the weights: the memory of
// the heap, garbage included, after a text with many words that were never seen
// before, which fill the cache of lexemes.
func BenchmarkMemory(b *testing.B) {
	if _, err := model.English(); err != nil {
		b.Fatal(err)
	}
	source := strangeText(40_000)
	for b.Loop() {
		b.StopTimer()
		text := lang.Analyse(source)
		before := inUse()
		b.StartTimer()
		p, err := syntax.New()
		if err != nil {
			b.Fatal(err)
		}
		p.Parse(text)
		var after runtime.MemStats
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapInuse-before)/1e6, "MB-beyond-weights")
	}
}

// inUse is the memory of the heap without garbage.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse
}

// strangeText is a text of so many words, half of them invented.
func strangeText(words int) string {
	random := rand.New(rand.NewPCG(1, 1))
	var b strings.Builder
	for i := range words / 2 {
		fmt.Fprintf(&b, "the %x", random.Uint32())
		if i%12 == 11 {
			b.WriteString(".\n")
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// BenchmarkHostile measures text that nobody would write, from text to trees; the
// speed should not fall with the size.
func BenchmarkHostile(b *testing.B) {
	p := parser(b)
	for name, piece := range map[string]string{
		"no space":      "x",
		"one sentence":  "talks ",
		"marks":         "e\u0301\u0301\u0301\u0301",
		"mixed scripts": "Тольмسلام和平Dreil ",
	} {
		for _, size := range []int{100_000, 1_000_000} {
			source := strings.Repeat(piece, size/len(piece))
			b.Run(fmt.Sprint(name, "/", size), func(b *testing.B) {
				b.SetBytes(int64(len(source)))
				for b.Loop() {
					p.Parse(lang.Analyse(source))
				}
			})
		}
	}
}
