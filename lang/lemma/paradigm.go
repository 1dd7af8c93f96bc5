package lemma

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
)

//go:embed verbs.txt
var verbList string

// verb is a verb with its past tense and past participle.
type verb struct{ base, past, participle string }

// completed adds to what was seen the other forms of its verbs, so that a verb seen in one
// form settles the lemmas of all: who has seen "hope" knows "hoped", whose ending could as
// well be one of "hop". What the treebanks show of a form stands. The verbs of verbs.txt,
// which treebanks of all genres lack, count as seen.
func completed(seen map[word]tally[string]) map[word]tally[string] {
	full := maps.Clone(seen)
	for _, v := range append(listed(), regular(seen)...) {
		for _, w := range v.forms() {
			if full[w] == nil && w.form != "" {
				full[w] = tally[string]{v.base: 1}
			}
		}
	}
	return full
}

// listed returns the verbs of verbs.txt.
func listed() []verb {
	var out []verb
	for line := range strings.Lines(verbList) {
		f := strings.Fields(strings.Split(line, "#")[0])
		switch len(f) {
		case 1:
			out = append(out, verb{f[0], withEd(f[0]), withEd(f[0])})
		case 3:
			out = append(out, verb{f[0], f[1], f[2]})
		}
	}
	return out
}

// regular returns the verbs that were seen in their base form and with a regular past or none,
// in the order of the alphabet. Of an irregular one, or one that doubles its last letter against
// the rule, the past stays empty.
func regular(seen map[word]tally[string]) []verb {
	bases, odd := map[string]bool{}, map[string]bool{}
	for w, lemmas := range seen {
		base := mostFrequent(lemmas)
		switch {
		case !plainWord(base):
		case (w.tag == "VB" || w.tag == "VBP") && w.form == base:
			bases[base] = true
		case (w.tag == "VBD" || w.tag == "VBN") && w.form != withEd(base):
			odd[base] = true
		}
	}
	var out []verb
	for _, base := range slices.Sorted(maps.Keys(bases)) {
		v := verb{base: base}
		if !odd[base] {
			v.past, v.participle = withEd(base), withEd(base)
		}
		out = append(out, v)
	}
	return out
}

// plainWord reports whether a lemma is of at least three small letters and no others.
func plainWord(base string) bool { return len(base) >= 3 && strings.Trim(base, letters) == "" }

const letters = "abcdefghijklmnopqrstuvwxyz"

// forms returns the forms of a verb with their tags; one that is not known is empty.
func (v verb) forms() []word {
	return []word{{"VBD", v.past}, {"VBN", v.participle}, {"VBG", withIng(v.base)}, {"VBZ", withS(v.base)}, {"VB", v.base}, {"VBP", v.base}}
}

// withEd returns the regular past of a verb.
func withEd(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case behindConsonant(base, "y"):
		return base[:len(base)-1] + "ied"
	case doubles(base):
		return base + base[len(base)-1:] + "ed"
	}
	return base + "ed"
}

// withIng returns the gerund of a verb.
func withIng(base string) string {
	switch {
	case strings.HasSuffix(base, "ie"):
		return base[:len(base)-2] + "ying"
	case strings.HasSuffix(base, "e") && !strings.HasSuffix(base, "ee") && !strings.HasSuffix(base, "oe") && !strings.HasSuffix(base, "ye"):
		return base[:len(base)-1] + "ing"
	case doubles(base):
		return base + base[len(base)-1:] + "ing"
	}
	return base + "ing"
}

// withS returns the third person of a verb.
func withS(base string) string {
	if behindConsonant(base, "y") {
		return base[:len(base)-1] + "ies"
	}
	for _, hiss := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(base, hiss) {
			return base + "es"
		}
	}
	return base + "s"
}

// behindConsonant reports whether a verb ends in a letter that stands behind a consonant.
func behindConsonant(base, last string) bool {
	return strings.HasSuffix(base, last) && len(base) > 1 && !vowel(base[len(base)-2])
}

// doubles reports whether a verb of one syllable ends in a consonant behind one vowel, which is
// then written twice: "stop", and not "hope", "look" or "visit".
func doubles(base string) bool {
	n := len(base)
	if n < 3 || vowel(base[n-1]) || strings.ContainsRune("wxy", rune(base[n-1])) || !vowel(base[n-2]) || vowel(base[n-3]) && base[n-3:n-1] != "ui" {
		return false
	}
	start := strings.TrimPrefix(base[:n-2], "qu")
	return !strings.ContainsAny(start, "aeiouy")
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
