package statement_test

import (
	"testing"

	"parley"
	"parley/demo"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/date"
	"parley/read/readtest"
	"parley/read/statement"
)

// BenchmarkStatement is the reader alone, on the demo's stories, which are
// analysed and dated already.
func BenchmarkStatement(b *testing.B) {
	docs, err := demo.Stories()
	if err != nil {
		b.Fatal(err)
	}
	texts := make([]*lang.Text, len(docs))
	trees := make([][]syntax.Tree, len(docs))
	dates := make([][]parley.Date, len(docs))
	bytes := 0
	for i := range docs {
		texts[i] = lang.Analyse(docs[i].Text)
		trees[i] = readtest.Trees(texts[i])
		dates[i] = date.Read(&docs[i], texts[i], trees[i], date.Auto)
		bytes += len(docs[i].Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	found := 0
	for b.Loop() {
		found = 0
		for i := range texts {
			found += len(statement.Read(texts[i], trees[i], dates[i]))
		}
	}
	b.ReportMetric(float64(found)*float64(b.N)/b.Elapsed().Seconds(), "statements/s")
}
