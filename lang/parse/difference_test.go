package parse

import (
	"math/rand/v2"
	"strings"
	"testing"

	"parley/lang/kernel"
)

// TestKernelsDifferInFewWords counts the words about which two kernels disagree
// over a long text. They are meant to agree bit by bit; what the project promises
// is one word in 100,000.
func TestKernelsDifferInFewWords(t *testing.T) {
	const words, most = 100_000, 1
	if len(kernel.Names()) == 1 {
		t.Skip("this machine has one kernel")
	}
	m := randomModel()
	sentences := inventedText(words)
	plain := analysed(t, m, sentences, kernel.Names()[0])
	for _, name := range kernel.Names()[1:] {
		differing := 0
		for i, w := range analysed(t, m, sentences, name) {
			w.Confidence, plain[i].Confidence = 0, 0 // Not part of the analysis proper.
			if w != plain[i] {
				differing++
			}
		}
		if differing > most {
			t.Errorf("kernels %s and %s differ in %d of %d words", kernel.Names()[0], name, differing, len(plain))
		}
	}
}

// analysed analyses sentences with a kernel.
func analysed(t *testing.T, m *Model, sentences [][]string, name string) []Word {
	t.Helper()
	defer kernel.Force(name)()
	var all []Word
	a := m.Analyser()
	for _, forms := range sentences {
		out := make([]Word, len(forms))
		a.Sentence(forms, out)
		all = append(all, out...)
	}
	return all
}

// inventedText makes sentences of so many words in all. The words are drawn from
// a vocabulary that grows as a real one does, and some are never seen again.
func inventedText(words int) [][]string {
	random := rand.New(rand.NewPCG(6, 7))
	known := strings.Fields(`The the a of Kestria Varenia Lumenia envoy talks said that rebels would not leave Tolm , . " 's
		in on Monday after 1,250 troops army had agreed to withdraw from Selmark - led minister Orlen`)
	var out [][]string
	for words > 0 {
		forms := make([]string, min(words, 3+random.IntN(40)))
		for i := range forms {
			if random.IntN(20) == 0 {
				known = append(known, inventedWord(random))
			}
			at := int(float64(len(known)) * random.Float64() * random.Float64())
			forms[i] = known[at]
		}
		words -= len(forms)
		out = append(out, forms)
	}
	return out
}

// inventedWord makes a word of a few syllables.
func inventedWord(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(4) {
		b.WriteByte("bdfgklmnprstvz"[random.IntN(14)])
		b.WriteByte("aeiou"[random.IntN(5)])
	}
	if word := b.String(); random.IntN(3) > 0 {
		return word
	}
	return strings.ToTitle(b.String()[:1]) + b.String()[1:]
}
