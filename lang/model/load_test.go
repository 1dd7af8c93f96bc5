package model

import (
	"bytes"
	"testing"

	"parley/lang/parse"
)

// BenchmarkLoad measures what the first use of the model costs.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := parse.Load(bytes.NewReader(english)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(1000*b.Elapsed().Seconds()/float64(b.N), "ms/start")
}
