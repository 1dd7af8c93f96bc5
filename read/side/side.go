// Package side tells who of two names in a sentence is for or against the other, as a
// classifier that is learnt from marked sentences. In flow a text with its trees and the
// spans of the two names, and what the entries of the reading tell of the pair; out flow
// features, and from many marked examples a Model.
//
// The entries alone tell little of names that are no parties (eval.SideOf): most of what
// DSE marks is in words such as "praised", "slammed", "an ally of". No weights are
// embedded: a user who has sentences marked trains in seconds, and codes the rest.
package side

import (
	"parley"
	"parley/lang"
	"parley/lang/syntax"
	"parley/linear"
)

// Pair is two names in a text, and the side that its entries tell of them.
type Pair struct {
	P, Q parley.Span // byte offsets
	Told int         // 0 none, 1 P for Q, 2 Q for P, 3 P against Q, 4 Q against P
}

// Sides is how many sides there are.
const Sides = 5

// Example is a pair with the side that a person marked.
type Example struct {
	Features linear.Features
	Side     int
}

// Model tells sides.
type Model struct{ linear *linear.Model }

// Train learns from marked pairs.
func Train(marked []Example) *Model {
	examples := make([]linear.Example, len(marked))
	for i, m := range marked {
		examples[i] = linear.Example{Features: m.Features, Class: m.Side}
	}
	return &Model{linear.Train(examples, Sides)}
}

// Side returns the likeliest side of the pair that has these features, and its probability.
func (m *Model) Side(f linear.Features) (side int, probability float64) { return m.linear.Class(f) }

// Coder makes features of pairs. It may be used by any number of goroutines.
type Coder struct{ parser *syntax.Parser }

// NewCoder returns a coder with the embedded parser. It fails only where the binary's own
// weights are damaged.
func NewCoder() (*Coder, error) {
	p, err := syntax.New()
	if err != nil {
		return nil, err
	}
	return &Coder{p}, nil
}

// longest is the most tokens of a sentence that is parsed, as in package read.
const longest = 5000

// Features returns the features of a pair in a text.
func (c *Coder) Features(source string, pair Pair) linear.Features {
	text := lang.Analyse(source)
	return Features(c.parser.ParseUpTo(text, longest), pair)
}
