// Package model holds the weights of the English tagger, parser and name finder.
// The weights have their own licence: see README.md beside them.
package model

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"

	"parley/lang/lemma"
	"parley/lang/parse"
	"parley/lang/perceptron"
)

//go:embed english.bin
var english []byte

// English returns the English model. It is unpacked at the first call and shared.
var English = sync.OnceValues(func() (*parse.Model, error) {
	m, err := parse.Load(bytes.NewReader(english))
	if err != nil {
		return nil, fmt.Errorf("load English model: %w", err)
	}
	return m, nil
})

//go:embed fast.bin
var fast []byte

// Fast returns the English model of the fast profile, which knows no names. It is
// unpacked at the first call and shared.
var Fast = sync.OnceValues(func() (*perceptron.Model, error) {
	m, err := perceptron.Load(bytes.NewReader(fast))
	if err != nil {
		return nil, fmt.Errorf("load fast English model: %w", err)
	}
	return m, nil
})

//go:embed lemma.tsv
var lemmas []byte

// Lemmas returns the English lemmas. They are read at the first call and shared.
var Lemmas = sync.OnceValues(func() (*lemma.Model, error) {
	m, err := lemma.Load(bytes.NewReader(lemmas))
	if err != nil {
		return nil, fmt.Errorf("load English lemmas: %w", err)
	}
	return m, nil
})
