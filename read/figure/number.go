package figure

import (
	"math"
	"strconv"
	"strings"

	"parley/lang"
)

// number is a number in words or digits: tokens [from, to) of the text.
type number struct {
	from, to  int
	low, high float64 // equal but for ranges
	vague     bool    // "hundreds", "several thousand": no value
	share     bool    // a fraction, already in percent
	currency  string  // unit of money that a sign before the number gives
	tail      string  // what is written onto the number behind a hyphen: "percent"
}

// number reads the number, range or fraction that begins at token i; its to is 0
// where none does.
func (r *reader) number(i int) number {
	if !begins(r.token(i)) {
		return number{}
	}
	if n := r.fraction(i); n.to > 0 {
		return n
	}
	n := r.signed(i)
	if n.to == 0 || n.vague || n.low != n.high {
		return n
	}
	return r.ranged(n)
}

// begins reports whether a number can begin with the token.
func begins(t lang.Token) bool {
	if t.Kind == lang.Number || first[t.Lower] {
		return true
	}
	top, _, joined := strings.Cut(t.Lower, "-")
	return joined && values[top] > 0
}

// ranged reads what makes the number before it a range: "20 to 30", "0 – 1",
// "between 20 and 30".
func (r *reader) ranged(n number) number {
	link := r.word(n.to)
	before := r.word(n.from - 1)
	switch {
	case link == "and" && before == "between":
	case link == "to" && before != "from", link == "-", link == "–", link == "—":
	default:
		return n
	}
	if other := r.signed(n.to + 1); other.to > 0 && !other.vague && other.low == other.high {
		if n.low < 100 && other.low >= 1000 && r.multiplied(n.to+1, other.to) {
			n.low = times(n.low, scaleOf(r.word(other.to-1))) // "two to three million"
		}
		if n.low < other.low {
			n.high, n.to, n.tail = other.high, other.to, other.tail
		}
	}
	return n
}

// multiplied reports whether the number at tokens [from, to) ends in a word that
// multiplies ("million").
func (r *reader) multiplied(from, to int) bool { return to-from > 1 && scaleOf(r.word(to-1)) > 1 }

// signed reads a number with the sign of a currency before it.
func (r *reader) signed(i int) number {
	from, currency := i, ""
	if t := r.token(i); t.Kind == lang.Word && signs[r.word(i+1)] != "" && !r.token(i+1).Space {
		currency = prefixed[t.Lower] // "US$400"
		if currency == "" {
			return number{}
		}
		i += 2
	} else if currency = signs[t.Lower]; currency != "" {
		i++
	}
	n := r.numeral(i)
	if n.to > 0 {
		n.from, n.currency = from, currency
	}
	return n
}

// numeral reads a number without a sign: digits or words, with the words that multiply it.
func (r *reader) numeral(i int) number {
	t := r.token(i)
	if t.Kind == lang.Number {
		return r.scaled(digits(i, t.Lower))
	}
	switch w := t.Lower; {
	case plurals[w]:
		return r.plural(i)
	case w == "several" || w == "few" || w == "many":
		if scaleOf(r.word(i+1)) > 1 || plurals[r.word(i+1)] {
			return number{from: i, to: i + 2, vague: true}
		}
	case w == "a" || w == "half":
		return r.article(i)
	case values[w] > 0 || strings.Contains(w, "-") && compound(w) > 0:
		return r.spelled(i)
	}
	return number{}
}

// article reads "a hundred", "a dozen" and "half a million".
func (r *reader) article(i int) number {
	n := number{from: i, low: 1}
	if r.word(i) == "half" {
		n.low = 0.5
		i++
		if !r.token(i).Is("a", "an") {
			return number{}
		}
	}
	scale := scaleOf(r.word(i + 1))
	if scale <= 1 {
		return number{}
	}
	n.low *= scale
	n.high, n.to = n.low, i+2
	return n
}

// plural reads "millions", "tens of thousands", "hundreds of thousands".
func (r *reader) plural(i int) number {
	to := i + 1
	for r.word(to) == "of" && plurals[r.word(to+1)] {
		to += 2
	}
	if r.token(i).Is("tens", "scores") && to == i+1 && r.word(to) != "of" {
		return number{}
	}
	return number{from: i, to: to, vague: true}
}

// spelledTerms is the most words that one spelled number is read over.
const spelledTerms = 12

// spelled reads a number in words: "two hundred and twenty-four", "two and a half million".
func (r *reader) spelled(i int) number {
	total, group := 0.0, 0.0
	to := i
	for to < i+spelledTerms {
		w := r.word(to)
		scale, value := scaleOf(w), valueOf(w)
		switch {
		case w == "and" && r.word(to+1) == "a" && r.word(to+2) == "half":
			group += 0.5
			to += 2
		case w == "and" && scaleOf(r.word(to-1)) > 1 && valueOf(r.word(to+1)) > 0:
		case scale > 1 && group > 0 && scale < 1000:
			group *= scale
		case scale > 1 && group > 0:
			total, group = total+times(group, scale), 0
		case value > 0 && fits(group, value):
			group += value
		default:
			return number{from: i, to: to, low: total + group, high: total + group}
		}
		to++
	}
	return number{}
}

// fits reports whether a numeral can follow what has been read of its group:
// "two hundred" "twenty", "twenty" "four", but not "five" "six".
func fits(group, n float64) bool {
	return group == 0 || math.Mod(group, 100) == 0 || n < 10 && math.Mod(group, 10) == 0
}

// valueOf returns the value of a word such as "seven" or "twenty-four", or 0.
func valueOf(w string) float64 {
	if v := values[w]; v > 0 {
		return v
	}
	return compound(w)
}

// compound returns the value of "twenty-four", or 0.
func compound(w string) float64 {
	ten, unit, ok := strings.Cut(w, "-")
	if a, b := values[ten], values[unit]; ok && a >= 20 && b > 0 && b < 10 {
		return a + b
	}
	return 0
}

// digits reads a token of digits: "300,000", "3.3bn", "15-20", "10-million".
func digits(i int, s string) number {
	n := number{from: i, to: i + 1}
	body, tail, hyphen := s, "", false
	if at := strings.IndexFunc(s, isLetter); at > 0 {
		body, tail = s[:at], s[at:]
		body, hyphen = strings.CutSuffix(body, "-")
	}
	low, high, isRange := cutRange(body)
	a, okA := decimal(low)
	b, okB := decimal(high)
	if !okA || !okB || isRange && b <= a {
		return number{}
	}
	scale, known := 1.0, tail == ""
	switch {
	case scaleOf(tail) > 1 && hyphen, letters[tail] > 0 && !hyphen:
		scale, known = max(scaleOf(tail), letters[tail]), true
	case hyphen && tail == "percent":
		n.tail, known = tail, true
	}
	if !known {
		return number{}
	}
	n.low, n.high = times(a, scale), times(b, scale)
	return n
}

// cutRange cuts "15-20" in two; without a dash both ends are the whole.
func cutRange(s string) (low, high string, isRange bool) {
	at := strings.IndexAny(s, "-–")
	if at < 0 {
		return s, s, false
	}
	return s[:at], strings.TrimLeft(s[at:], "-–"), true
}

// decimal reads digits with commas between groups of three and a decimal point.
func decimal(s string) (float64, bool) {
	whole, _, _ := strings.Cut(s, ".")
	if len(s) > 24 || len(whole) > 1 && whole[0] == '0' {
		return 0, false // "007", and no number that news would write
	}
	groups := strings.Split(whole, ",")
	for k, g := range groups {
		if len(groups) > 1 && (k > 0 && len(g) != 3 || len(g) > 3) {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// scaled multiplies a number in digits by the words behind it: "16 million".
func (r *reader) scaled(n number) number {
	for n.to > 0 && n.tail == "" {
		scale := scaleOf(r.word(n.to))
		if letter := r.word(n.to); scale <= 1 && (letter == "bn" || letter == "mn" || letter == "m" && r.token(n.from-1).Kind == lang.Punct) {
			scale = letters[letter] // "$3.3 bn"
		}
		if scale <= 1 {
			break
		}
		n.low, n.high, n.to = times(n.low, scale), times(n.high, scale), n.to+1
	}
	return n
}

// times multiplies without the trailing digits of binary fractions, so that
// "8.2 billion" is 8,200,000,000.
func times(n, scale float64) float64 {
	if scale < 1000 {
		return n * scale
	}
	return math.Round(n*scale*1000) / 1000
}

// fraction reads a share: "a quarter of", "two-thirds of", "half of", "one in five".
func (r *reader) fraction(i int) number {
	w := r.word(i)
	part, to := 0.0, i+1
	switch top, below, joined := strings.Cut(w, "-"); {
	case joined && values[top] > 0 && parts[below] > 0:
		part = values[top] / parts[below]
	case w == "half" && r.token(i+1).Is("of", "the", "its", "their", "all"):
		part = 0.5
	case (w == "a" || w == "an" || values[w] > 0) && parts[r.word(i+1)] > 0:
		part, to = max(values[w], 1)/parts[r.word(i+1)], i+2
	case values[w] > 0 && r.word(i+1) == "in" && values[r.word(i+2)] > values[w]:
		part, to = values[w]/values[r.word(i+2)], i+3
	default:
		return number{}
	}
	if part >= 1 || spans[r.word(to+1)] || spans[r.word(to+2)] || w != "half" && to != i+3 && r.word(to) != "of" {
		return number{}
	}
	whole := math.Round(part * 100)
	return number{from: i, to: to, low: whole, high: whole, share: true}
}
