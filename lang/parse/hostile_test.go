package parse

import (
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
)

// hostile are texts that nobody would write, cut into words as a careless caller
// would: a word of so many bytes, or a 64th as many words.
func hostile(size int) map[string][]string {
	random := rand.New(rand.NewPCG(8, 9))
	mixed := []string{"Тольм", "سلام", "和平", "Τολμ", "प्रेस", "Dreil", "\xff\xfe", "🙂", "a\u200eb"}
	scripts := make([]string, size/64)
	for i := range scripts {
		scripts[i] = mixed[random.IntN(len(mixed))] + mixed[random.IntN(len(mixed))]
	}
	return map[string][]string{
		"one word without a space": {strings.Repeat("x", size)},
		"a flood of marks":         {"e" + strings.Repeat("\u0301", size/2)},
		"one sentence of words":    strings.Fields(strings.Repeat("talks ", size/64)),
		"empty words":              make([]string, size/64),
		"mixed scripts":            scripts,
	}
}

// TestHostileTextIsATree holds the parser to one tree of whatever words.
func TestHostileTextIsATree(t *testing.T) {
	a := randomModel().Analyser()
	for name, forms := range hostile(1 << 14) {
		t.Run(name, func(t *testing.T) {
			out := make([]Word, len(forms))
			a.Sentence(forms, out)
			checkTree(t, out)
		})
	}
}

// TestHostileTextTakesBoundedMemory analyses sentences of 160,000 words, and
// words of ten megabytes, and counts the bytes that the analyser asks for:
// they must not depend on the length, beyond one window and the cache of lexemes.
func TestHostileTextTakesBoundedMemory(t *testing.T) {
	const most = 8 << 20 // bytes; the cache of the small model's lexemes takes three
	for name, forms := range hostile(10 << 20) {
		t.Run(name, func(t *testing.T) {
			a := randomModel().Analyser()
			out := make([]Word, len(forms))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			a.Sentence(forms, out)
			runtime.ReadMemStats(&after)
			if asked := after.TotalAlloc - before.TotalAlloc; asked > most {
				t.Errorf("%d bytes for %d words", asked, len(forms))
			}
		})
	}
}

// TestWorkGrowsWithTheWords counts the parser's moves: each word is shifted once
// and attached once, and no window takes more.
func TestWorkGrowsWithTheWords(t *testing.T) {
	for _, words := range []int{1, window, window + 1, 100 * window} {
		a := randomModel().Analyser()
		a.Sentence(strings.Fields(strings.Repeat("talks ", words)), make([]Word, words))
		if a.moves != 2*words {
			t.Errorf("%d moves for %d words", a.moves, words)
		}
	}
}
