package eval

import (
	"math"
	"slices"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"parley"
)

// TestTwister checks the generator against numbers that Python 3.11 gives.
func TestTwister(t *testing.T) {
	one := newTwister(1)
	var indices []int
	for range 10 {
		indices = append(indices, one.below(37))
	}
	// [random.Random(1).choice(range(37)) for _ in range(10)], of one generator.
	if want := []int{8, 36, 4, 16, 7, 31, 28, 30, 24, 13}; !slices.Equal(indices, want) {
		t.Errorf("choices of seed 1: got %v, want %v", indices, want)
	}
	seven := newTwister(7)
	for _, want := range []float64{0.32383276483316237, 0.15084917392450192, 0.6509344730398537} {
		if got := seven.float64(); got != want {
			t.Errorf("random of seed 7: got %v, want %v", got, want)
		}
	}
}

// TestTwisterRefill checks numbers from after the state was used up more than once.
func TestTwisterRefill(t *testing.T) {
	random := newTwister(1)
	for range 2000 {
		random.uint32()
	}
	// random.Random(1) after 2000 times getrandbits(32).
	if got, want := random.uint32(), uint32(1767993442); got != want {
		t.Errorf("got %d, want %d", got, want)
	}
}

// TestAssign checks that no other assignment has a greater sum of weights.
func TestAssign(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 5).Draw(t, "rows"), rapid.IntRange(1, 5).Draw(t, "columns")
		weights := make([][]float64, rows)
		for i := range weights {
			weights[i] = rapid.SliceOfN(rapid.Float64Range(0, 1), columns, columns).Draw(t, "row")
		}
		pairs := assign(weights)
		usedRows, usedColumns := map[int]bool{}, map[int]bool{}
		total := 0.0
		for _, p := range pairs {
			usedRows[p[0]], usedColumns[p[1]] = true, true
			total += weights[p[0]][p[1]]
		}
		if len(pairs) != min(rows, columns) || len(usedRows) != len(pairs) || len(usedColumns) != len(pairs) {
			t.Fatalf("%v is not one to one", pairs)
		}
		if best := bestSum(weights, 0, make([]bool, columns)); math.Abs(total-best) > 1e-9 {
			t.Fatalf("sum %v, the best is %v", total, best)
		}
	})
}

// bestSum tries all assignments of the rows from i on.
func bestSum(weights [][]float64, i int, used []bool) float64 {
	if i == len(weights) {
		return 0
	}
	best := bestSum(weights, i+1, used)
	for j, w := range weights[i] {
		if !used[j] {
			used[j] = true
			best = max(best, w+bestSum(weights, i+1, used))
			used[j] = false
		}
	}
	return best
}

// TestTokenise checks what is one token in the texts of the quotation corpora.
func TestTokenise(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Tolm's no. 2", []string{"Tolm's", "no", ".", "2"}},
		{"a well-known U.N. rule", []string{"a", "well-known", "U.N", ".", "rule"}},
		{"“Né,” he said…", []string{"“", "Né", ",", "”", "he", "said", "…"}},
		{"so--then", []string{"so", "-", "-", "then"}},
		{"a_b\x1cc\u00a0½", []string{"a_b", "c", "½"}},
	} {
		chars := []rune(test.text)
		var got []string
		for _, tok := range tokenise(test.text) {
			got = append(got, string(chars[tok.Start:tok.End]))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

// TestTokensOf checks that a span takes the tokens that it touches, and no others.
func TestTokensOf(t *testing.T) {
	tokens := tokenise("“Yes,” said Dorn.") // “ Yes , ” said Dorn .
	for _, test := range []struct {
		name    string
		spans   parley.Spans
		want    tokenSet
		trimmed tokenSet
	}{
		{"whole quotation", parley.Spans{{Start: 0, End: 6}}, tokenSet{0, 1, 2, 3}, tokenSet{1}},
		{"part of a word", parley.Spans{{Start: 2, End: 3}}, tokenSet{1}, tokenSet{1}},
		{"the space between", parley.Spans{{Start: 6, End: 7}}, nil, nil},
		{"twice the same", parley.Spans{{Start: 7, End: 11}, {Start: 7, End: 16}}, tokenSet{4, 5}, tokenSet{4, 5}},
		{"nothing but marks", parley.Spans{{Start: 4, End: 6}}, tokenSet{2, 3}, tokenSet{2, 3}},
	} {
		got := tokensOf(tokens, test.spans)
		if !slices.Equal(got, test.want) || !slices.Equal(got.trimmed(tokens), test.trimmed) {
			t.Errorf("%s: got %v trimmed %v, want %v trimmed %v", test.name, got, got.trimmed(tokens), test.want, test.trimmed)
		}
	}
}

// TestWordF1 checks the overlap of two pieces of text for what must hold of any.
func TestWordF1(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(1, 60, -1).Draw(t, "text")
		a, b := drawSpan(t, text), drawSpan(t, text)
		f1 := wordF1(text, a, b)
		if f1 < 0 || f1 > 1 || f1 != wordF1(text, b, a) {
			t.Fatalf("%v and %v overlap by %v", a, b, f1)
		}
		if want := min(1, float64(len(wordStarts(text, a)))); wordF1(text, a, a) != want {
			t.Fatalf("%v overlaps itself by %v, want %v", a, wordF1(text, a, a), want)
		}
	})
}

// drawSpan draws a span that cuts no character.
func drawSpan(t *rapid.T, text string) parley.Spans {
	cuts := []int{}
	for i := range text {
		cuts = append(cuts, i)
	}
	start := rapid.IntRange(0, len(cuts)-1).Draw(t, "start")
	end := rapid.IntRange(start, len(cuts)-1).Draw(t, "end")
	_, size := utf8.DecodeRuneInString(text[cuts[end]:])
	return parley.Spans{{Start: cuts[start], End: cuts[end] + size}}
}

// TestSameActor checks by which names an actor is known again.
func TestSameActor(t *testing.T) {
	gold := newCast([]parley.Actor{
		{ID: "dorn", Name: "Ilse Dorn", Kind: parley.Person},
		{ID: "council", Name: "Supreme Council of Varenia", Kind: parley.Government},
		{ID: "FRA", Name: "the French side", Kind: parley.State},
	})
	read := newCast([]parley.Actor{
		{ID: "1", Name: "Minister Dörn", Kind: parley.Person},
		{ID: "2", Name: "the Supreme Council", Kind: parley.Government},
		{ID: "3", Name: "Paris", Kind: parley.State},
		{ID: "4", Name: "Council of Elders in Ardo", Kind: parley.Group},
		{ID: "5", Name: "Dorn", Kind: parley.Group},
	})
	for _, test := range []struct {
		gold, read string
		want       bool
	}{
		{"dorn", "1", true},     // the surname, accents aside
		{"dorn", "5", false},    // no person has a surname
		{"council", "2", true},  // two words of three
		{"council", "4", false}, // one word of five
		{"FRA", "3", true},      // a capital stands for its state
		{"dorn", "dorn", true},  // the id, known or not
	} {
		if got := gold.identity(test.gold).same(read.identity(test.read)); got != test.want {
			t.Errorf("%s and %s: got %v, want %v", test.gold, test.read, got, test.want)
		}
	}
}
