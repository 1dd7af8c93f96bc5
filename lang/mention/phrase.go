package mention

import "strings"

// phrase returns the first and the last word of the phrase that a word heads:
// what stands before it, and behind it what is part of a name or follows an "of".
func (f *finder) phrase(head int) (first, last int) {
	first, last = head, head
	if n := f.names[head]; n.kind != "" {
		first, last = n.first, n.last
	}
	for _, k := range f.left[head] {
		if f.before(k) {
			start, _ := f.hull(k)
			first = min(first, start)
		}
	}
	for first < head && f.skipped(first) {
		first++
	}
	for _, k := range f.right[head] {
		if k > last+farBehind {
			break
		}
		if f.behind(head, k) {
			_, end := f.hull(k)
			last = max(last, f.cut(k, end))
		}
	}
	return first, last
}

// farBehind is how many words may stand between the end of a phrase so far and
// the head of what belongs to it too.
const farBehind = 12

// before reports whether a dependent before its head belongs to the phrase.
func (f *finder) before(k int) bool {
	switch f.base(k) {
	case "det", "amod", "nummod", "compound", "nmod", "flat", "advmod":
		return true
	case "punct":
		return f.words[k].Form == "-"
	}
	return false
}

// skipped reports whether a phrase cannot begin with a word.
func (f *finder) skipped(k int) bool {
	switch f.base(k) {
	case "case", "cc", "mark", "punct":
		return true
	}
	return f.base(k) == "advmod" && !strings.HasPrefix(f.words[k].XPOS, "JJ") && !numeric[strings.ToLower(f.words[k].Form)]
}

// behind reports whether a dependent behind its head belongs to the phrase.
func (f *finder) behind(head, k int) bool {
	switch f.base(k) {
	case "flat", "fixed", "compound", "goeswith":
		return true
	case "nmod":
		c := f.child(f.left[k], "case")
		return c >= 0 && strings.EqualFold(f.words[c].Form, "of")
	case "appos":
		// "Dreil, Kestria"
		return f.names[head].kind == "LOC" && f.names[k].kind == "LOC" && k <= f.names[head].last+2+f.names[k].last-f.names[k].first
	}
	return false
}

// cut ends what an "of" adds before a clause or another "of" than its own would.
func (f *finder) cut(head, end int) int {
	for _, k := range f.right[head] {
		switch f.base(k) {
		case "acl", "advcl", "parataxis", "appos", "conj", "cc", "punct":
			if first, _ := f.hull(k); f.base(k) != "conj" {
				end = min(end, first-1)
			}
		case "nmod":
			if !f.behind(head, k) {
				first, _ := f.hull(k)
				end = min(end, first-1)
			}
		}
	}
	for end > head && f.base(end) == "punct" {
		end--
	}
	return end
}

// hull returns the first and the last word of what hangs on a word.
func (f *finder) hull(i int) (first, last int) {
	first, last = i, i
	for l := f.left[first]; len(l) > 0; l = f.left[first] {
		first = l[0]
	}
	for r := f.right[last]; len(r) > 0; r = f.right[last] {
		last = r[len(r)-1]
	}
	return first, last
}

// numeric are the adverbs that a number may take before it.
var numeric = setOf("about around nearly almost over more some least approximately roughly")
