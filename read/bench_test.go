package read_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"parley"
	"parley/lang"
)

// BenchmarkDocument reads the demo's stories, from text to reading.
func BenchmarkDocument(b *testing.B) {
	r, docs := newReader(b), stories(b)
	words, bytes := 0, 0
	for _, doc := range docs {
		bytes += len(doc.Text)
		for _, t := range lang.Analyse(doc.Text).Tokens {
			if t.Kind == lang.Word || t.Kind == lang.Number {
				words++
			}
		}
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			if _, err := r.Document(doc); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkHostile shows that the time grows with the length of the text alone,
// whatever the text: MB/s must not fall from the short to the long.
func BenchmarkHostile(b *testing.B) {
	r := newReader(b)
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		for _, size := range []int{100_000, 800_000} {
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				doc := parley.Document{Text: repeated(hostile[name], size), Published: day}
				b.SetBytes(int64(len(doc.Text)))
				for b.Loop() {
					if _, err := r.Document(doc); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
