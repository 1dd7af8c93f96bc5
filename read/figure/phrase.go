package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/lang"
)

// nounReach is the most words between a number and the noun that it counts.
const nounReach = 5

// phrase reads what stands around a number: its bound before, its unit or noun behind.
func (r *reader) phrase(n number) found {
	f := found{number: n, head: -1, bound: r.bound(n.from)}
	f.first = f.bound.first
	f.end = r.after(&f.bound, n.to)
	before := r.token(f.first - 1)
	f.definite = before.Is("the", "these", "those", "both")
	switch {
	case n.currency != "":
		f.kind, f.unit, f.sum = money, n.currency, true
	case n.share:
		f.kind, f.unit = share, "percent"
		f.end = r.whole(f.end)
	case n.tail == "percent" || r.percentAt(f.end) > 0:
		f.kind, f.unit = percent, "percent"
		f.end += r.percentAt(f.end)
		f.end = r.whole(f.end)
	default:
		r.noun(&f)
	}
	if r.word(f.end) == "or" {
		f.end = r.after(&f.bound, f.end) // "20 people or more"
	}
	return f
}

// percentAt returns how many tokens say "percent" from token i on.
func (r *reader) percentAt(i int) int {
	switch {
	case r.token(i).Is("percent", "%", "pct"):
		return 1
	case r.word(i) == "per" && r.word(i+1) == "cent":
		return 2
	case r.token(i).Is("percentage") && r.token(i+1).Is("point", "points"):
		return 2
	}
	return 0
}

// whole returns the end of "of its population" at token i, or of "more
// wildfires"; i itself where neither stands there.
func (r *reader) whole(i int) int {
	switch {
	case r.token(i).Is("of"):
		return r.nounPhrase(i, i+1)
	case r.token(i).Is("more", "fewer", "less"):
		return r.nounPhrase(i+1, i+1)
	case r.token(i).Is("the", "its", "their", "all"):
		return r.nounPhrase(i, i)
	}
	return i
}

// nounPhrase returns the end of the noun phrase that begins at token i: its first
// known noun, or the word before whatever cannot be part of it. It returns
// otherwise where no word stands there.
func (r *reader) nounPhrase(otherwise, i int) int {
	to := i
	for r.token(to).Is("the", "its", "their", "his", "her", "our", "all", "a", "this", "that", "those", "these", "my", "your") {
		to++
	}
	first := to
	for range nounReach {
		t := r.token(to)
		if ends(t) || harm[t.Lower].name != "" && to > first {
			break
		}
		to++
		if (wholes[t.Lower] || nounAt(t)) && !nounAt(r.token(to)) && !wholes[r.word(to)] {
			return to
		}
	}
	if to == first || r.token(to-1).Lower == "'s" {
		return otherwise
	}
	return to
}

// nounAt reports whether the token is a noun that figures count.
func nounAt(t lang.Token) bool {
	return t.Kind == lang.Word && (isPeople(t.Lower) || counted[t.Lower])
}

// ends reports whether no noun phrase goes on at the token. The "US" of "US
// soldiers" is no pronoun.
func ends(t lang.Token) bool {
	return t.Kind != lang.Word || closed[t.Lower] && t.Text != "US"
}

// noun finds the noun that the number counts and sets the figure's end, head,
// unit and kind by it.
func (r *reader) noun(f *found) {
	i := f.end
	if r.word(i) == "of" {
		i++
		for r.token(i).Is("the", "its", "their", "those", "these", "his", "our") {
			i++
		}
	}
	if r.word(i) == "more" || r.word(i) == "other" || r.word(i) == "additional" {
		i++
	}
	for k := i; k < i+nounReach; k++ {
		t := r.token(k)
		if currencies[t.Lower] && t.Kind == lang.Word && r.word(k+1) != "of" {
			f.kind, f.unit, f.sum, f.head, f.end = money, r.currency(k), true, k, k+1
			return
		}
		if nounAt(t) {
			r.count(f, r.lastNoun(k))
			return
		}
		if ends(t) || harm[t.Lower].name != "" || strings.HasPrefix(t.Lower, "year-old") {
			break
		}
	}
	if k := r.ofWhom(f); k >= 0 {
		r.count(f, k)
		return
	}
	f.kind = people
	if f.vague {
		f.kind = vague
	}
}

// lastNoun returns the last of the nouns that stand together from token k on:
// "police" "officers".
func (r *reader) lastNoun(k int) int {
	for nounAt(r.token(k+1)) && harm[r.word(k+1)].name == "" {
		k++
	}
	return k
}

// count sets what a figure counts: the noun at token k.
func (r *reader) count(f *found, k int) {
	w := r.word(k)
	f.head, f.noun, f.end = k, w, k+1
	switch {
	case isPeople(w):
		f.kind, f.unit = people, "people"
		if forces[w] {
			f.unit = "troops"
		}
	case countedPeople[w] != "":
		f.kind, f.unit = people, countedPeople[w]
	default:
		f.kind, f.unit = things, w
	}
	if f.vague {
		f.kind = vague
	}
}

// currency returns the unit of the money whose word is token k, with the state's
// adjective where the text gives it: "Varenian crowns". Dollars alone are those
// of the United States.
func (r *reader) currency(k int) string {
	unit, before := r.word(k), r.token(k-1)
	switch {
	case unit == "dollars" && (!before.Capital() || scaleOf(before.Lower) > 0 || prefixed[before.Lower] == prefixed["us"]):
		return prefixed["us"]
	case before.Kind == lang.Word && before.Capital() && scaleOf(before.Lower) == 0:
		return before.Text + " " + unit
	}
	return unit
}

// isPeople reports whether a word is a plural noun for people: one that the
// lexicon has, or one whose ending says so ("petitioners", "activists").
func isPeople(w string) bool {
	if peopleNouns[w] || forces[w] {
		return true
	}
	if _, tail, ok := strings.Cut(w, "-"); ok && tail != "" {
		return isPeople(tail) && !strings.ContainsFunc(w, unicode.IsDigit) // "co-petitioners"
	}
	if notPeople[w] || utf8.RuneCountInString(w) < 6 {
		return false
	}
	for _, end := range peopleEndings {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// peopleEndings are the endings of plural nouns for people.
var peopleEndings = []string{"ists", "ers", "ees", "men", "women", "people", "crats"}

func isLetter(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
