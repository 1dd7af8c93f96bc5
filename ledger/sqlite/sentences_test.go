package sqlite

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"parley"
)

func TestSentences(t *testing.T) {
	long := strings.Repeat("word ", 400)
	for _, c := range []struct{ text, at, want string }{
		{"One. Two. Three.", "Two", "Two."},
		{"One. Two. Three.", "One", "One."},
		{"One. Two. Three.", "Three.", "Three."},
		{"One.\nTwo\nThree", "Two", "Two"},
		{"He said: “Stop!” She left.", "Stop", "He said: “Stop!”"},
		{"Was it so? “It was.” He left.", "It was", "“It was.”"},
		{"One. Two. Three.", "ne. T", "One. Two."},
		{"At 3.5 per cent it held. Then no more.", "per", "At 3.5 per cent it held."},
		{long + "here " + long, "here", "words"},
		{long, strings.TrimSpace(long), "cut"},
	} {
		start := strings.Index(c.text, c.at)
		got := sentences(c.text, parley.Span{Start: start, End: start + len(c.at)})
		words := got.In(c.text)
		switch {
		case c.want == "words" || c.want == "cut":
			if got.Len() > maxContext || got.Len() < maxContext-50 {
				t.Errorf("context of %d bytes", got.Len())
			}
			if c.want == "words" && (strings.HasPrefix(words, "ord") || strings.HasSuffix(words, "wor")) {
				t.Errorf("context cuts words: %q", words)
			}
		case words != c.want:
			t.Errorf("%q in %q: got %q, want %q", c.at, c.text, words, c.want)
		}
	}
}

func TestSentencesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab. \n!?”é𝒯")), 0, 2000, -1).Draw(t, "text")
		var at parley.Span
		at.Start = runeStart(text, rapid.IntRange(0, len(text)).Draw(t, "start"))
		at.End = runeStart(text, rapid.IntRange(at.Start, len(text)).Draw(t, "end"))
		got := sentences(text, at)
		if got.Len() > maxContext {
			t.Fatalf("context of %d bytes", got.Len())
		}
		if at.Len() <= maxContext && !got.Contains(at) {
			t.Fatalf("%v does not contain %v", got, at)
		}
		if !utf8.ValidString(got.In(text)) {
			t.Fatalf("%v cuts a character", got)
		}
	})
}
