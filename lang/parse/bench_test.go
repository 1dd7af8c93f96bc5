package parse

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parley/lang/kernel"
	"parley/lang/parse/net"
)

// fullModel has the size of the released model but for the given widths, and
// random weights.
func fullModel(width, hidden int) *Model {
	random := rand.New(rand.NewPCG(1, 2))
	p := net.NewParams(net.Shape{
		Embed: 64, Rows: [net.Features]int{8192, 2048, 4096, 512}, Vector: 100,
		Width: width, Pieces: 3, Reach: []int{1, 1, 1, 1}, Hidden: hidden,
		XPOS: labels(49), UPOS: labels(17), Relations: labels(51),
	})
	names := net.NewNames(net.NameShape{
		Embed: 24, Width: 96, Pieces: 2, Layers: 2, Types: labels(3), Classes: 9, Schemes: 3,
	}, &p.Shape)
	for _, flat := range [][]float32{p.Flat, names.Flat} {
		for i := range flat {
			flat[i] = random.Float32() - 0.5
		}
	}
	return New(&net.Network{Params: p, Names: names, Vectors: net.NewVectors(100, nil)})
}

func labels(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprint("label", i)
	}
	return list
}

// BenchmarkSentence analyses sentences of 24 words, of the length of a sentence
// of news, with each kernel.
func BenchmarkSentence(b *testing.B) {
	forms := strings.Fields(strings.Repeat("The envoy of Kestria left Tolm after the talks . ", 3))[:24]
	out := make([]Word, len(forms))
	for _, size := range [][2]int{{96, 64}, {128, 128}} {
		benchmark(b, fullModel(size[0], size[1]), forms, out, fmt.Sprint("width=", size[0], "/"))
	}
}

func benchmark(b *testing.B, m *Model, forms []string, out []Word, prefix string) {
	for _, name := range kernel.Names() {
		b.Run(prefix+name, func(b *testing.B) {
			defer kernel.Force(name)()
			a := m.Analyser()
			for b.Loop() {
				a.Sentence(forms, out)
			}
			b.ReportMetric(float64(len(forms)*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
