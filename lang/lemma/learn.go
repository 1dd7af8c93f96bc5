package lemma

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/lang/conllu"
)

// minWords is how many different words must bear a rule out.
const minWords = 2

// Learn learns lemmas from treebanks with tags and lemmas. Where the treebanks
// differ in the lemma of a frequent word, the first of them decides; otherwise
// what is found most often. The same treebanks give the same model.
func Learn(treebanks ...[]*conllu.Sentence) *Model {
	seen := map[word]tally[string]{}
	for _, sentences := range treebanks {
		for w, lemmas := range observe(sentences) {
			if !frequent(seen[w]) {
				seen[w] = merged(seen[w], lemmas)
			}
		}
	}
	m := &Model{words: map[word]string{}, rules: learnRules(seen)}
	seen = completed(seen)
	for _, w := range slices.SortedFunc(maps.Keys(seen), compareWords) {
		lemma := mostFrequent(seen[w])
		if m.Lemma(w.form, w.tag) != lemma {
			m.words[w] = lemma
		}
	}
	return m
}

// frequent reports whether the word was seen often enough to settle its lemma.
func frequent(lemmas tally[string]) bool {
	const enough = 50
	return len(lemmas) > 0 && lemmas[mostFrequent(lemmas)] >= enough
}

func merged(a, b tally[string]) tally[string] {
	if a == nil {
		return b
	}
	for lemma, n := range b {
		a[lemma] += n
	}
	return a
}

// compareWords orders words, those in lower case before those that may be found
// through them.
func compareWords(a, b word) int {
	isLower := func(w word) int {
		if lowered(w.form) == w.form {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(isLower(a), isLower(b)), cmp.Compare(a.tag, b.tag), cmp.Compare(a.form, b.form))
}

// tally counts what a thing was seen with.
type tally[K comparable] map[K]int

// mostFrequent returns the lemma seen most often, of several the first.
func mostFrequent(lemmas tally[string]) string {
	return slices.MinFunc(slices.Collect(maps.Keys(lemmas)), func(a, b string) int {
		return cmp.Or(cmp.Compare(lemmas[b], lemmas[a]), cmp.Compare(a, b))
	})
}

// observe counts the lemmas of each form with its tag. A common word counts in
// lower case too, however it is written.
func observe(sentences []*conllu.Sentence) map[word]tally[string] {
	seen := map[word]tally[string]{}
	for _, s := range sentences {
		for _, w := range s.Words {
			if w.Lemma == "" || len(w.Form) > maxForm {
				continue
			}
			forms := []string{w.Form}
			if plain := lowered(w.Form); plain != w.Form && !isName(w.XPOS) && lowered(w.Lemma) == w.Lemma {
				forms = append(forms, plain)
			}
			for _, form := range forms {
				key := word{w.XPOS, form}
				if seen[key] == nil {
					seen[key] = tally[string]{}
				}
				seen[key][w.Lemma]++
			}
		}
	}
	return seen
}

// learnRules counts for every ending which rules make the lemmas of the words
// that have it, each word once, and keeps the best where a shorter ending does
// not give it already.
func learnRules(seen map[word]tally[string]) map[word]rule {
	counts := map[word]tally[rule]{}
	for w, lemmas := range seen {
		marked := ending(w.tag, w.form)
		for _, r := range rulesOf(w.form, mostFrequent(lemmas)) {
			for n := range min(maxEnding, len(marked)) + 1 {
				key := word{w.tag, marked[len(marked)-n:]}
				if counts[key] == nil {
					counts[key] = tally[rule]{}
				}
				counts[key][r]++
			}
		}
	}
	rules := map[word]rule{}
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b word) int {
		return cmp.Or(cmp.Compare(len(a.form), len(b.form)), cmp.Compare(a.tag, b.tag), cmp.Compare(a.form, b.form))
	})
	for _, key := range keys {
		shorter, ok := shorterRule(rules, key)
		if !ok {
			shorter = rule{letter: lower}
		}
		best := bestRule(counts[key], shorter)
		if !ok || counts[key][best] >= minWords && counts[key][best] > counts[key][shorter] {
			rules[key] = best
		}
	}
	return rules
}

// bestRule returns the rule that makes the most lemmas; of several that which
// treats the case as the rule of the shorter ending does, then the first.
func bestRule(counts tally[rule], shorter rule) rule {
	return slices.MinFunc(slices.Collect(maps.Keys(counts)), func(a, b rule) int {
		other := func(r rule) int {
			return min(1, max(int(r.letter)-int(shorter.letter), int(shorter.letter)-int(r.letter)))
		}
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(other(a), other(b)), cmp.Compare(a.code(), b.code()))
	})
}

// shorterRule returns the rule that holds for an ending without its own.
func shorterRule(rules map[word]rule, key word) (rule, bool) {
	for n := len(key.form) - 1; n >= 0; n-- {
		if r, ok := rules[word{key.tag, key.form[len(key.form)-n:]}]; ok {
			return r, true
		}
	}
	return rule{}, false
}

// rulesOf returns the rules that make the lemma of the form, one for each
// treatment of its case, and none where form and lemma have little in common.
func rulesOf(form, lemma string) []rule {
	const most = 4 // bytes to take off and to append
	var out []rule
	for _, letter := range []letterCase{lower, kept, title} {
		base := rule{letter: letter}.apply(form)
		common := commonPrefix(base, lemma)
		r := rule{strip: len(base) - common, ending: lemma[common:], letter: letter}
		if r.strip <= most && len(r.ending) <= most && r.apply(form) == lemma {
			out = append(out, r)
		}
	}
	return out
}

// commonPrefix returns the length of the longest common prefix that ends between
// two characters.
func commonPrefix(a, b string) int {
	n := 0
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			break
		}
		n = i + len(string(r))
	}
	return min(n, len(a))
}
