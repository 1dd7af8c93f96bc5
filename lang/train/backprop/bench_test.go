package backprop

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parley/lang/parse/archybrid"
	"parley/lang/parse/net"
)

// BenchmarkGradients measures learning at the size of the released network.
func BenchmarkGradients(b *testing.B) {
	shape := net.Shape{
		Embed: 64, Rows: [net.Features]int{8192, 2048, 4096, 512}, Vector: 100,
		Width: 96, Pieces: 3, Reach: []int{1, 1, 1, 1}, Hidden: 64,
		XPOS: strings.Fields(strings.Repeat("X ", 50)), UPOS: strings.Fields(strings.Repeat("U ", 17)),
		Relations: strings.Fields(strings.Repeat("r ", 50)),
	}
	random := rand.New(rand.NewPCG(1, 2))
	p, grad := net.NewParams(shape), net.NewParams(shape)
	for i := range p.Flat {
		p.Flat[i] = random.Float32() - 0.5
	}
	vectors := net.NewVectors(100, nil)
	w := Worker{Vectors: vectors, Options: Options{Dropout: 0.2, Explore: 0.9, LabelWeight: 1, TaggerWeight: 1}}
	var examples []*Example
	for range 25 {
		examples = append(examples, chain(&shape, 20))
	}
	for b.Loop() {
		w.Gradients(p, grad, examples, 1e-6, random)
	}
	b.ReportMetric(500*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// chain is a sentence in which each word is the head of the one before it.
func chain(shape *net.Shape, words int) *Example {
	head, relation := make([]int, words), make([]int, words)
	e := &Example{XPOS: relation, UPOS: relation}
	for i := range words {
		lex, _ := shape.Lexeme(fmt.Sprint("word", i))
		e.Lexemes = append(e.Lexemes, lex)
		e.Vectors = append(e.Vectors, -1)
		head[i] = i + 1
	}
	e.Gold = archybrid.NewGold(head, relation)
	return e
}
