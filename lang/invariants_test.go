package lang

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// failer is what check needs of testing.T, testing.F and rapid.T.
type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// check fails where the structure of a text breaks what holds of every text.
func check(t failer, text string) {
	t.Helper()
	a := Analyse(text)
	if !reflect.DeepEqual(a, Analyse(text)) {
		t.Fatalf("%q: two analyses differ", clip(text))
	}
	checkBlocks(t, a)
	checkSentences(t, a)
	checkTokens(t, a)
	checkQuotes(t, a)
}

// checkBlocks: blocks stand in order, trimmed, and hold their sentences.
func checkBlocks(t failer, a *Text) {
	t.Helper()
	end, sentence := 0, 0
	for _, b := range a.Blocks {
		if b.Start < end || b.Start >= b.End || b.End > len(a.Source) || strings.TrimSpace(b.In(a.Source)) != b.In(a.Source) {
			t.Fatalf("%q: block %v after %d", clip(a.Source), b.Span, end)
		}
		if b.First != sentence || b.Last <= b.First {
			t.Fatalf("%q: block %v has sentences [%d, %d) after %d", clip(a.Source), b.Span, b.First, b.Last, sentence)
		}
		end, sentence = b.End, b.Last
	}
	if sentence != len(a.Sentences) {
		t.Fatalf("%q: blocks hold %d of %d sentences", clip(a.Source), sentence, len(a.Sentences))
	}
}

// checkSentences: each token belongs to one sentence, and each sentence runs from
// its first token to its last inside its block.
func checkSentences(t failer, a *Text) {
	t.Helper()
	token := 0
	for i, s := range a.Sentences {
		if s.First != token || s.Last <= s.First || s.Start != a.Tokens[s.First].Start || s.End != a.Tokens[s.Last-1].End {
			t.Fatalf("%q: sentence %d is %+v after token %d", clip(a.Source), i, s, token)
		}
		if b := a.Blocks[s.Block]; i < b.First || i >= b.Last || !b.Contains(s.Span) {
			t.Fatalf("%q: sentence %d is not inside block %d", clip(a.Source), i, s.Block)
		}
		token = s.Last
	}
	if token != len(a.Tokens) {
		t.Fatalf("%q: sentences hold %d of %d tokens", clip(a.Source), token, len(a.Tokens))
	}
}

// checkTokens: tokens stand in order, say what the text says, and cover all of a
// block but its white space.
func checkTokens(t failer, a *Text) {
	t.Helper()
	for _, b := range a.Blocks {
		at := b.Start
		for _, s := range a.Sentences[b.First:b.Last] {
			for _, w := range a.Words(s) {
				gap := a.Source[at:max(at, w.Start)]
				if w.Start < at || w.Start >= w.End || strings.TrimSpace(gap) != "" {
					t.Fatalf("%q: token %+v after %d", clip(a.Source), w, at)
				}
				if w.Text != w.In(a.Source) || w.Space != (at == b.Start || gap != "") {
					t.Fatalf("%q: token %+v stands for %q behind %q", clip(a.Source), w, w.In(a.Source), gap)
				}
				at = w.End
			}
		}
		if strings.TrimSpace(a.Source[at:b.End]) != "" {
			t.Fatalf("%q: no token for %q", clip(a.Source), clip(a.Source[at:b.End]))
		}
	}
}

// checkQuotes: quotations stand in order, their parts on whole characters.
func checkQuotes(t failer, a *Text) {
	t.Helper()
	end := 0
	for _, q := range a.Quotes {
		if len(q.Parts) == 0 {
			t.Fatalf("%q: a quotation without parts", clip(a.Source))
		}
		for _, p := range q.Parts {
			if p.Start < end || p.Start >= p.End || p.End > len(a.Source) || !whole(a.Source, p.Start) || !whole(a.Source, p.End) {
				t.Fatalf("%q: quotation %v after %d", clip(a.Source), q.Parts, end)
			}
			end = p.End
		}
	}
}

// whole reports whether offset i cuts no character of valid text.
func whole(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

// clip shortens a text for a message.
func clip(s string) string { return s[:min(len(s), 200)] }

// pieces are what the property test makes texts of.
var pieces = []string{"The", "envoy", "U.S.", "Sept.", "Lt.", "Gen.", "A.", "said", ".", "?", "!", "...", "…", ",", ":", "\n", "\n\n", " ",
	"\"", "“", "”", "‘", "’", "'", "''", "``", "«", "»", "â€œ", "â€\u009d", "â€™", "â", "€", "(", ")", "-", "–", "•", "1.", "10:30", "2.5", "300,000",
	"don't", "'s", "http://tolm.example/a?b=C.D", "e\u0301\u0301", "👩‍👩‍👧", "שלום", "\u202e", "\xff", "\u2028", "\r\n", "\t", "\u00a0", "한국", "x"}

func TestInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces")
		check(t, strings.Join(parts, rapid.SampledFrom([]string{"", " "}).Draw(t, "between")))
	})
}

func TestInvariantsOfAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.String().Draw(t, "text")) })
}

// TestThreats holds the texts of THREATS.md that attack the analysis. Each
// quantity is bounded by the length of the text, so that no structure explodes.
func TestThreats(t *testing.T) {
	long := 10 << 20
	if testing.Short() {
		long = 1 << 18
	}
	marks := 100_000
	for _, c := range []struct{ id, text string }{
		{"L01 one 10 MB sentence", strings.Repeat("word ", long/5)},
		{"L01 one 10 MB word", strings.Repeat("x", long)},
		{"L01 one line of points", strings.Repeat(". ", long/20)},
		{"L01 one abbreviation without end", strings.Repeat("a.", long/20)},
		{"L02 opening marks", strings.Repeat("“a ", marks)},
		{"L02 closing marks", strings.Repeat("a” ", marks)},
		{"L02 straight marks", strings.Repeat("\"", marks)},
		{"L02 spaced straight marks", strings.Repeat(" \" a", marks)},
		{"L02 single marks", strings.Repeat(" 'a", marks)},
		{"L02 nested mixed marks", strings.Repeat("“‘«\"", marks/4) + strings.Repeat("'»’”", marks/4)},
		{"L01 one question without end", strings.Repeat("? ", long/20)},
		{"L01 ellipses", strings.Repeat("... ", long/40)},
		{"L02 marks over paragraphs", strings.Repeat("“a\n\n", marks)},
		{"L02 garbled marks", strings.Repeat("â€œa ", marks)},
		{"L11 hyphens", strings.Repeat("a-", marks)},
		{"L11 apostrophes", strings.Repeat("a'", marks)},
		{"L11 digits and separators", strings.Repeat("1,", marks)},
		{"L11 clitics", strings.Repeat("'s", marks)},
		{"L12 combining marks", "Z" + strings.Repeat("\u0301\u0336\u0489", marks)},
		{"L12 emoji joined", strings.Repeat("👩\u200d", marks)},
		{"L12 right to left", strings.Repeat("\u202eשלום עולם. ", marks/10)},
		{"L12 decomposed and composed", strings.Repeat("e\u0301é ", marks/10)},
		{"L12 invalid UTF-8", strings.Repeat("\xff\xc3", marks)},
	} {
		t.Run(c.id, func(t *testing.T) {
			a := Analyse(c.text)
			checkBlocks(t, a)
			checkSentences(t, a)
			checkTokens(t, a)
			checkQuotes(t, a)
			n := 0
			for _, q := range a.Quotes {
				n += len(q.Parts)
			}
			if n > len(c.text) {
				t.Errorf("%d parts of quotations in %d bytes", n, len(c.text))
			}
		})
	}
}

func FuzzAnalyse(f *testing.F) {
	for i := range pieces {
		f.Add(strings.Join(pieces[i:], " "))
		f.Add(strings.Join(pieces[i:], ""))
	}
	f.Add("“We will come,” said Lt. Gen. A. Petrov of the U.S. \"If 'they' do.\"\n\n“And then.”")
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

// news is a made text of many paragraphs, with the marks of a real one.
func news(paragraphs int) string {
	return strings.Repeat("Lumenian envoy Oru Tal said on Friday that the talks, which began Sept. 30, had “come a long way,” but that "+
		"the U.S. Secretary of State wouldn't attend. \"It's not the end,\" he told the Tolm Herald. Some 300,000 people live "+
		"in the Oru valley.\n\n", paragraphs)
}

// BenchmarkAnalyse shows, by its sizes, that the work is linear in the length.
func BenchmarkAnalyse(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"1 story", news(10)},
		{"100 stories", news(1000)},
		{"1 sentence of 1 MB", strings.Repeat("word ", 1<<20/5)},
		{"1e4 marks", strings.Repeat(" 'a “b", 5000)},
		{"1e5 marks", strings.Repeat(" 'a “b", 50000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				Analyse(c.text)
			}
		})
	}
}

// TestNoToken checks that a text without words has no structure.
func TestNoToken(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n\u2028\t"} {
		if a := Analyse(text); len(a.Blocks)+len(a.Sentences)+len(a.Tokens)+len(a.Quotes) > 0 {
			t.Errorf("%q: got %+v", text, a)
		}
	}
}
