package date

import (
	"strconv"
	"strings"
)

// quantity is a number of units.
type quantity struct {
	n       float64
	vague   bool // "several", "a few", "dozens of"
	article bool // "a" or "an", which often is no number at all
	mod     string
}

// quantityWords and boundWords are the words that the functions of this file
// look for; the lexicon has to know them, so that a scan begins at them.
const (
	quantityStarts = "a an several few couple many some half dozens hundreds thousands various multiple"
	quantityWords  = quantityStarts + " number and of - 's"
	boundStarts    = "nearly almost about around roughly approximately some more over less fewer under at up as no just well not"
	boundWords     = boundStarts + " than least most to many long"
)

// vagueWords are the quantities without a number.
var vagueWords = wordSet("several few many some dozens hundreds thousands various multiple")

// quantityTerms is the most terms that a number takes: "two hundred and twenty - four".
const quantityTerms = 8

// quantity reads a number of things at term i: "five", "2 1/2", "a few",
// "a couple of", "two and a half".
func (s *scanner) quantity(i int) (quantity, int) {
	switch w := s.word(i); {
	case w == "half" && s.isArticle(i+1):
		return quantity{n: 0.5}, i + 2
	case w == "half" && s.word(i+1) == hyphen:
		return quantity{n: 0.5}, i + 2
	case w == "couple" && s.word(i+1) == "of":
		return quantity{n: 2, mod: "APPROX"}, i + 2
	case vagueWords[w] && s.word(i+1) == "of":
		return quantity{vague: true}, i + 2
	case vagueWords[w]:
		return quantity{vague: true}, i + 1
	case s.isArticle(i):
		return s.afterArticle(i)
	}
	n, to := s.numeral(i)
	if to == 0 {
		return quantity{}, 0
	}
	if part, end := s.andPart(to); end > 0 {
		return quantity{n: n + part}, end
	}
	return quantity{n: n}, to
}

func (s *scanner) isArticle(i int) bool { return s.word(i) == "a" || s.word(i) == "an" }

// afterArticle reads what begins with "a": "a few", "a couple of", "a half", "a hundred", or one.
func (s *scanner) afterArticle(i int) (quantity, int) {
	switch w := s.word(i + 1); {
	case w == "few" || w == "number" && s.word(i+2) == "of":
		return quantity{vague: true}, i + 2 + min(1, strings.Count(w, "number"))
	case w == "couple":
		to := i + 2
		if s.word(to) == "of" {
			to++
		}
		return quantity{n: 2, mod: "APPROX"}, to
	case w == "half" && s.word(i+2) != "hour":
		return quantity{n: 0.5}, i + 2
	case multipliers[w] > 0:
		n, to := s.numeral(i + 1)
		return quantity{n: n}, to
	}
	return quantity{n: 1, article: true}, i + 1
}

// andParts are the ways to write a part behind a whole number.
var andParts = []struct {
	words string
	part  float64
}{{"and a half", 0.5}, {"and half", 0.5}, {"and a quarter", 0.25}}

// andPart reads a part behind a whole number at term i, "and a half", "-and-a-half" or
// "1/2", and returns the term behind it.
func (s *scanner) andPart(i int) (part float64, to int) {
	if t := s.term(i); t.is(slashSym) && t.In(s.text.Source) == "1/2" {
		return 0.5, i + 1
	}
	for _, p := range andParts {
		if to := s.hyphened(i, p.words); to > i {
			return p.part, to
		}
	}
	return 0, 0
}

// hyphened returns the term behind words that stand at term i, with or without hyphens
// between them, or 0.
func (s *scanner) hyphened(i int, words string) int {
	for w := range strings.SplitSeq(words, " ") {
		if s.word(i) == hyphen {
			i++
		}
		if s.word(i) != w {
			return 0
		}
		i++
	}
	return i
}

// numeral reads a number in figures or words at term i.
func (s *scanner) numeral(i int) (n float64, to int) {
	t := s.term(i)
	if t.is(numberSym) && t.digits == 0 && t.In(s.text.Source)[0] <= '9' {
		n, err := strconv.ParseFloat(strings.ReplaceAll(t.In(s.text.Source), ",", ""), 64)
		if err != nil || n > 1e6 {
			return 0, 0
		}
		return n, i + 1
	}
	if t.digits > 0 {
		if !t.is(numberSym) || t.number > 1e6 {
			return 0, 0
		}
		return float64(t.number), i + 1
	}
	return s.worded(i)
}

// worded reads a number in words: "two hundred and twenty-four".
func (s *scanner) worded(i int) (float64, int) {
	total, current, to := 0, 0, 0
	for k := i; k < i+quantityTerms; k++ {
		t := s.term(k)
		switch {
		case t.is(numberSym) && t.digits == 0 && (current == 0 || current%100 >= 20 && current%10 == 0 && t.n < 10):
			current += t.n
		case t.is(numeralSym):
			current = max(1, current) * t.n
			if t.n == 1000 {
				total, current = total+current, 0
			}
		case to > 0 && (s.word(k) == hyphen || s.word(k) == "and") && s.term(k+1).is(numberSym) && s.term(k+1).digits == 0 && s.numberGoesOn(k, current):
			continue
		default:
			return float64(total + current), to
		}
		to = k + 1
	}
	return float64(total + current), to
}

// numberGoesOn reports whether the joint at term k is inside a number: a hyphen
// behind tens, an "and" behind hundreds.
func (s *scanner) numberGoesOn(k, current int) bool {
	if s.word(k) == hyphen {
		return current%100 >= 20 && current%10 == 0 && s.term(k+1).n < 10
	}
	return current > 0 && current%100 == 0
}

// boundPhrases are the words before a quantity that bound it, the longer first,
// and the TIMEX3 mod that each gives.
var boundPhrases = []struct{ words, mod string }{
	{"no more than", "EQUAL_OR_LESS"}, {"not more than", "EQUAL_OR_LESS"}, {"as many as", "EQUAL_OR_LESS"}, {"as long as", "EQUAL_OR_LESS"},
	{"no less than", "EQUAL_OR_MORE"}, {"well over", "MORE_THAN"}, {"just over", "MORE_THAN"}, {"just under", "LESS_THAN"},
	{"more than", "MORE_THAN"}, {"less than", "LESS_THAN"}, {"fewer than", "LESS_THAN"}, {"at least", "EQUAL_OR_MORE"},
	{"at most", "EQUAL_OR_LESS"}, {"up to", "EQUAL_OR_LESS"}, {"just about", "APPROX"},
	{"nearly", "LESS_THAN"}, {"almost", "LESS_THAN"}, {"about", "APPROX"}, {"around", "APPROX"}, {"roughly", "APPROX"},
	{"approximately", "APPROX"}, {"some", "APPROX"}, {"over", "MORE_THAN"}, {"under", "LESS_THAN"},
}

// bound reads a phrase at term i that bounds a quantity.
func (s *scanner) bound(i int) (mod string, to int) {
	for _, b := range boundPhrases {
		k := i
		for w := range strings.SplitSeq(b.words, " ") {
			if s.word(k) != w {
				k = -1
				break
			}
			k++
		}
		if k > i {
			return b.mod, k
		}
	}
	return "", 0
}
