package figure

import "strings"

// bound is what the words around a number make of it.
type bound struct {
	first  int    // the token that it begins at
	mod    string // "at least", "more than", "up to", "less than"
	approx bool
}

// bounds are the words before a number that bound it, by their number of words.
// The words that mean the same have one mod.
var bounds = func() map[string]bound {
	out := map[string]bound{}
	for mod, phrases := range map[string]string{
		"at least":  "at least|no fewer than|no less than|not less than|a minimum of|minimum of",
		"more than": "more than|over|above|upwards of|upward of|in excess of|well over|far more than|just over|greater than|well above|exceeding",
		"up to":     "up to|as many as|as much as|at most|no more than|not more than|a maximum of|maximum of|as high as",
		"less than": "less than|fewer than|under|below|nearly|almost|close to|just under|not quite|just short of",
		"":          "about|around|some|roughly|approximately|an estimated|estimated|circa|more or less|somewhere around|in the region of|or so",
	} {
		for p := range strings.SplitSeq(phrases, "|") {
			out[p] = bound{mod: mod, approx: mod == ""}
		}
	}
	return out
}()

// particled are the verbs that "over" belongs to, and not to the number behind
// it: "took over 20 villages".
var particled = wordSet("take takes took taken taking hand handed handing roll rolled turn turned turning fought ruled")

// boundWords is the most words that a bound has.
const boundWords = 4

// bound reads the words that bound the number before token i. The longest wins,
// and one bound may stand before another ("an estimated more than").
func (r *reader) bound(i int) bound {
	b := bound{first: i}
	for range 2 {
		next := r.boundAt(b.first)
		if next.first == b.first {
			break
		}
		b.first, b.approx = next.first, b.approx || next.approx
		if b.mod == "" {
			b.mod = next.mod
		}
	}
	switch {
	case r.token(b.first-1).Is("another", "all") && b.first > r.inside.First:
		b.first--
	case r.word(b.first-1) == "the" && r.word(b.first-2) == "in" && plurals[r.word(i)]:
		b.first -= 2 // "numbering in the millions"
	case r.word(b.first-1) == "between":
		b.first--
	}
	return b
}

// boundAt reads one bound that ends before token i.
func (r *reader) boundAt(i int) bound {
	phrase := ""
	best := bound{first: i}
	for n := 1; n <= boundWords; n++ {
		w := r.word(i - n)
		if w == "" {
			break
		}
		phrase = strings.TrimSuffix(w+" "+phrase, " ")
		if b, ok := bounds[phrase]; ok && !(phrase == "over" && particled[r.word(i-2)]) {
			b.first = i - n
			best = b
		}
	}
	return best
}

// after reads what bounds a number from behind: "20 or more", "a hundred or so".
// It returns the index behind it.
func (r *reader) after(b *bound, i int) int {
	if r.word(i) != "or" {
		return i
	}
	switch r.word(i + 1) {
	case "more":
		b.mod = "at least"
	case "so":
		b.approx = true
	case "fewer", "less":
		b.mod = "up to"
	default:
		return i
	}
	return i + 2
}
