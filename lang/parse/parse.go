// Package parse tags and parses English sentences with a small neural network:
// part-of-speech tags of the Penn Treebank (XPOS) and of Universal Dependencies
// (UPOS), and a dependency tree with the relations of Universal Dependencies.
//
// In flow the word forms of a sentence, out flows one Word for each. A Model is
// read from a weights file, which lang/train writes, and is shared by goroutines;
// each of them takes its own Analyser. The work is linear in the number of words
// and the memory is bounded.
package parse

import (
	"io"

	"parley/lang/parse/net"
)

// Word is the analysis of one word. Its strings are shared with the model.
type Word struct {
	XPOS, UPOS string
	Head       int // index of the head within the sentence, -1 for the root
	Relation   string
	// Confidence estimates the probability that head and relation are right. On
	// development data it is true to within some five points: of the words about
	// 0.6, 0.8, 0.93 and 0.99, there were 64, 76, 86 and 96 percent right.
	Confidence float32
	Name       string // "B-PER" where a person's name begins, "I-PER" where it goes on, "" outside
}

// Model is a trained network. It never changes.
type Model struct {
	*net.Network
	labels []string // of names, by their numbers in the network
	mixer  *net.Mixer
}

// New makes a model of a network.
func New(n *net.Network) *Model {
	m := &Model{Network: n, labels: []string{""}}
	if n.Names != nil {
		m.mixer = net.NewMixer(n.Names, &n.Params.Shape)
		for _, kind := range n.Names.Types {
			m.labels = append(m.labels, "B-"+kind, "I-"+kind)
		}
	}
	return m
}

// Load reads a weights file.
func Load(r io.Reader) (*Model, error) {
	n, err := net.Read(r)
	if err != nil {
		return nil, err
	}
	return New(n), nil
}

// window is the number of words that are parsed at once. Longer sentences are as
// good as always lists or garbage, and are cut, which bounds the memory.
const window = 256

// parataxis is the relation between the parts of a sentence that was cut.
const parataxis = "parataxis"

// Sentence analyses one sentence. It writes the analysis of forms[i] to out[i];
// out must be as long as forms. For more than one sentence, an Analyser is faster.
func (m *Model) Sentence(forms []string, out []Word) { m.Analyser().Sentence(forms, out) }

// Sentence analyses one sentence. It writes the analysis of forms[i] to out[i];
// out must be as long as forms.
func (a *Analyser) Sentence(forms []string, out []Word) {
	root := 0
	for start := 0; start < len(forms); start += window {
		end := min(start+window, len(forms))
		top := start + a.window(forms[start:end], out[start:end])
		if start == 0 {
			root = top
			continue
		}
		for i := start; i < end; i++ {
			out[i].Head += start
		}
		out[top].Head, out[top].Relation = root, parataxis
	}
}
