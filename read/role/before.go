package role

import (
	"slices"
	"strings"

	"parley"
	"parley/lang"
)

// window bounds how many tokens a title reaches.
const window = 16

// titleBefore reads the title that stands right before name i, whose courtesies
// begin at token front.
func (r *reader) titleBefore(i, front int) bool {
	head, ok := r.headBefore(front)
	if !ok || r.claimed[head] {
		return false
	}
	person := r.names[i].Type == lang.PersonName
	if !person && front != head+1 {
		return false // "editor of The Meridian" names no person.
	}
	first := r.opened(r.expand(head), head)
	if r.adjective(i, head) {
		return false
	}
	if wide := r.widened(first, head); wide < first {
		first = r.opened(wide, head)
	}
	t := title{first, front, head}
	w := r.token(head)
	bareHead := first == head && front == head+1 && !w.Capital()
	switch {
	case plurals[plain(w)] != "":
		return person && !bareHead && r.share(i, t)
	case bareHead && alone[plain(w)]:
		return false
	case bareHead:
		r.add(i, t, bare, r.of(i)...)
	default:
		r.add(i, t, before, r.of(i)...)
	}
	return true
}

// opened moves the beginning of a title before a name behind the article and
// other words that are not part of it. A possessor keeps its article.
func (r *reader) opened(first, head int) int {
	for k := first; k < head; k++ {
		if r.token(k).Is("'s", "'", "’") {
			return first
		}
	}
	for first < head {
		w, next := r.token(first), r.token(first+1)
		stray := !w.Capital() && w.Kind == lang.Word && next.Capital() && !standing[w.Lower] && !heads[w.Lower]
		if !stray && !articles[w.Lower] && (!lightModifiers[w.Lower] || w.Capital()) {
			break
		}
		first++
	}
	return first
}

// headBefore finds the head of the title that ends before token end: the word
// itself, or one before "of", "for" or "to" and a name.
func (r *reader) headBefore(end int) (int, bool) {
	k := r.beforeBracket(end - 1)
	if w := r.token(k); isHead(w) && !r.isPerson(k) {
		return r.outward(k), true
	}
	if !r.token(k).Capital() {
		return 0, false
	}
	for low := max(r.inside.First, end-window); k >= low; k-- {
		w, next := r.token(k), r.token(k+1)
		switch {
		case isHead(w) && next.Is("of", "for", "to") && !r.isPerson(k):
			return r.outward(k), true
		case w.Is("of", "for", "to", "the", "and") || w.Capital() && !r.isPerson(k):
		default:
			return 0, false
		}
	}
	return 0, false
}

// beforeBracket returns the token before a short bracket that ends at token k
// ("National Security Advisor (NSA)"), or k.
func (r *reader) beforeBracket(k int) int {
	if !r.token(k).Is(")") {
		return k
	}
	for j := k - 1; j > k-6; j-- {
		if r.token(j).Is("(") {
			return j - 1
		}
	}
	return k
}

// outward returns the head that the one at token k only completes: "Adviser" in
// "Adviser to the President". Without the article another person is meant.
func (r *reader) outward(k int) int {
	first := k
	for first > k-4 && modifiers[r.token(first-1).Lower] {
		first--
	}
	if r.token(k).Capital() && r.token(first-1).Is("the") && r.token(first-2).Is("to", "of", "for") &&
		isHead(r.token(first-3)) && r.token(first-3).Capital() {
		return first - 3
	}
	return k
}

// expand returns where the title whose head is at token k begins.
func (r *reader) expand(k int) int {
	first := k
	for low := max(r.inside.First, k-window); first > low; {
		prev := r.token(first - 1)
		switch {
		case prev.Is("'s", "s'") || prev.Is("'", "’") && !prev.Space:
			return r.possessor(first - 1)
		case articles[prev.Lower]:
			return first - 1
		case prev.Is("and") && r.doubled(first-1) < first-1:
			first = r.doubled(first - 1)
		case prev.Capital() && r.token(first-2).Is("of") && isHead(r.token(first-3)) && !r.isPerson(first-1):
			first -= 3 // "Chief of Staff Major General"
		case r.token(first-2).Is("'s") && prev.Kind == lang.Word && !prev.Capital() && !r.token(first).Capital() && !breakers[prev.Lower] && !linking[prev.Lower]:
			first-- // "the ministry's procurement chief"
		case r.modifies(first-1) || prev.Is("-") && !prev.Space:
			first--
		default:
			return r.trimmed(first, k)
		}
	}
	return first
}

// modifies reports whether token k can belong to a title behind it.
func (r *reader) modifies(k int) bool {
	w := r.token(k)
	p := plain(w)
	if w.Kind != lang.Word {
		return false
	}
	if n, ok := r.nameAt[k]; ok {
		return r.names[n].Type != lang.PersonName || r.names[n].Last-r.names[n].First == 1 && !r.token(k+1).Capital()
	}
	return isModifier(w) || heads[p] || abbreviated[p] && w.Capital() || plurals[p] != "" && w.Capital()
}

// isModifier reports whether a word can go before a head.
func isModifier(w lang.Token) bool {
	return modifiers[plain(w)] || slices.ContainsFunc(modifierEnds, func(end string) bool { return strings.HasSuffix(w.Lower, end) })
}

// trimmed gives back lower-case heads at the front of a title that belong to
// what stands before ("said the leader President ...").
func (r *reader) trimmed(first, head int) int {
	for first < head && r.token(first).Is("to", "of", "and", "-", "co") {
		first++
	}
	return first
}

// possessor returns where the possessor that ends before token k (its "'s") begins.
func (r *reader) possessor(k int) int {
	first := k
	if n, ok := r.nameAt[k-1]; ok {
		first = r.names[n].First
	} else if first > r.inside.First {
		first--
		for first > r.inside.First && (modifiers[r.token(first-1).Lower] || heads[r.token(first-1).Lower]) {
			first--
		}
	}
	if articles[r.token(first-1).Lower] {
		first--
	}
	return first
}

// doubled returns where a title goes on before "and" at token k, or k: another
// title of the person, or the first of two bodies or matters.
func (r *reader) doubled(k int) int {
	w := r.token(k - 1)
	if !w.Capital() || !r.token(k+1).Capital() || r.isPerson(k-1) {
		return k
	}
	if isHead(w) {
		return r.expand(r.outward(k - 1))
	}
	first := k - 1
	if n, ok := r.nameAt[first]; ok {
		first = r.names[n].First
	}
	if before := r.token(first - 1); !isHead(r.token(k+1)) && (before.Is("'s") || articles[before.Lower]) {
		return first
	}
	return k
}

// isPerson reports whether token k is part of a person's name.
func (r *reader) isPerson(k int) bool {
	n, ok := r.nameAt[k]
	return ok && r.names[n].Type == lang.PersonName
}

// of returns the place behind name i that its title is of: "President Ela Vint of Varenia".
func (r *reader) of(i int) []parley.Span {
	k := r.names[i].Last
	if !r.token(k).Is("of") {
		return nil
	}
	n, ok := r.nameAt[k+1]
	if !ok || r.names[n].First != k+1 || r.names[n].Type != lang.PlaceName && r.names[n].Type != lang.OtherName {
		return nil
	}
	return []parley.Span{{Start: r.token(k).Start, End: r.names[n].End}}
}

// share gives a plural title to name i and the names that follow it in a list,
// and reports whether there is such a list.
func (r *reader) share(i int, t title) bool {
	list := []int{i}
	for next := r.listed(i); next >= 0; next = r.listed(next) {
		list = append(list, next)
	}
	if len(list) < 2 {
		return false
	}
	for _, n := range list {
		r.add(n, t, shared, r.of(n)...)
	}
	return true
}

// shareBehind gives a plural title to name i and the names before it in a list:
// "NAME and NAME, the presidents of Varenia and Kestria".
func (r *reader) shareBehind(i int, t title) {
	list := []int{i}
	for k := i - 1; k >= 0 && r.names[k].First >= r.inside.First; k-- {
		if r.listed(k) != list[len(list)-1] {
			break
		}
		list = append(list, k)
	}
	if len(list) < 2 || r.token(t.last).Kind == lang.Word {
		return
	}
	for _, n := range slices.Backward(list) {
		r.add(n, t, shared)
	}
}

// listed returns the person that follows name i in a list, or -1.
func (r *reader) listed(i int) int {
	k := r.names[i].Last
	if len(r.of(i)) > 0 {
		k = r.names[r.nameAt[k+1]].Last
	}
	first := k
	for r.token(k).Is(",", "and") {
		k++
	}
	n, ok := r.nameAt[k]
	if k == first || k >= r.inside.Last || !ok || r.names[n].First != k || r.names[n].Type != lang.PersonName {
		return -1
	}
	return n
}
