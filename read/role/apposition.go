package role

import (
	"strings"

	"parley/lang"
)

// apposedBefore reads "the president of Varenia, NAME": a noun phrase and a
// comma before name i, whose courtesies begin at token front.
func (r *reader) apposedBefore(i, front int) bool {
	comma := front - 1
	if !r.token(comma).Is(",") || !r.follows(r.names[i].Last) {
		return false
	}
	head, ok := r.headOf(comma)
	if !ok || r.claimed[head] {
		return false
	}
	first := r.expand(head)
	if !r.definite(first) && first != r.inside.First {
		return false
	}
	if plurals[plain(r.token(head))] != "" {
		return r.share(i, title{first, comma, head}) // "the ministers of Varenia and Kestria, NAME and NAME"
	}
	r.add(i, title{first, comma, head}, commaFront)
	return true
}

// follows reports whether token k can stand behind a name in apposition.
func (r *reader) follows(k int) bool {
	w := r.token(k)
	return w.Text == "" || w.Kind == lang.Punct || w.Kind == lang.Mark || saying[w.Lower]
}

// headOf finds the head of the noun phrase that ends before token end, the
// nearest one: a role noun at its end or before "of", "for", "to", "in", "at".
func (r *reader) headOf(end int) (int, bool) {
	for k, low := end-1, max(r.inside.First, end-window); k >= low; k-- {
		w, next := r.token(k), r.token(k+1)
		switch {
		case isHead(w) && (k == end-1 || next.Is("of", "for", "to", "in", "at")) && !r.isPerson(k):
			return k, true
		case w.Kind != lang.Word && !w.Is("-") || breakers[w.Lower]:
			return 0, false
		}
	}
	return 0, false
}

// definite reports whether a title that begins at token k begins as one in
// apposition does: with an article, a possessor or a name.
func (r *reader) definite(k int) bool {
	w := r.token(k)
	_, named := r.nameAt[k]
	return articles[w.Lower] || named || w.Capital() || lightModifiers[w.Lower]
}

// apposedBehind reads "NAME, the president of Varenia," and "NAME, who is the
// president of Varenia".
func (r *reader) apposedBehind(i int) {
	k := r.names[i].Last
	if r.token(k).Is("mp", "mep", "jr.", "jr") {
		k++
	}
	k, p := r.opening(k)
	if k == 0 {
		return
	}
	t, ok := r.phrase(k)
	if !ok || r.claimed[t.head] || r.another(t) {
		return
	}
	if plurals[plain(r.token(t.head))] != "" && !r.token(k).Is("one") {
		r.shareBehind(i, t)
		return
	}
	w := r.token(t.last)
	if p == commaBack && w.Text != "" && w.Kind == lang.Word && !w.Is("who", "and", "which") {
		return // "NAME, the president said" is no apposition.
	}
	if p == commaBack && w.Is("and") && !r.token(k).Is("a", "an") {
		return // A list: "NAME, the president and ...".
	}
	r.add(i, t, p)
}

// another reports whether a title runs into the name of its own bearer: in
// "NAME, Minister of Trade NAME" the second name has it.
func (r *reader) another(t title) bool {
	for k := t.head + 1; k < t.last && !articles[r.token(t.first).Lower]; k++ {
		if n, ok := r.nameAt[k]; ok && r.names[n].Type == lang.PersonName && r.names[n].First == k && !r.token(r.names[n].Last).Is("'s", "'", "’") {
			return true
		}
	}
	if !r.token(t.last).Is("(") {
		return false
	}
	for k := t.last + 1; k < t.last+8; k++ {
		if r.token(k).Is(")") {
			return r.isPerson(k + 1)
		}
	}
	return false
}

// opening returns where the title behind a name that ends before token k would
// begin, and by which pattern, or 0.
func (r *reader) opening(k int) (int, pattern) {
	comma := r.token(k).Is(",")
	if comma {
		k++
		if r.token(k).Kind == lang.Number && r.token(k+1).Is(",") {
			k += 2 // An age.
		}
	}
	who := comma && r.token(k).Is("who")
	if who {
		k++
	}
	switch {
	case who && r.token(k).Is("is", "was") && r.token(k+1).Text != "":
		return k + 1, clause
	case (who || !comma) && r.serves(k) > 0:
		return r.serves(k), clause
	case comma && !who && r.token(k).Text != "":
		return k, commaBack
	}
	return 0, commaBack
}

// serves returns the token behind "serves as" and its forms at token k, or 0.
func (r *reader) serves(k int) int {
	if r.token(k).Is("is", "was", "has", "had") {
		k++
	}
	if r.token(k).Is("serves", "served", "serving") && r.token(k+1).Is("as") {
		return k + 2
	}
	return 0
}

// phrase reads a title from token k on: what stands before the head, the head,
// and what it is tied to.
func (r *reader) phrase(k int) (title, bool) {
	head, ok := r.headFrom(k)
	if !ok {
		return title{}, false
	}
	for j := k; j < head; j++ {
		if isAge(r.token(j)) {
			k = j + 1 // "the 57-year-old head of" gives no article back.
		}
	}
	last := head + 1
	for isHead(r.token(last)) || r.token(last).Is("elect", "designate", "emeritus") {
		head, last = last, last+1
	}
	return title{k, r.tied(last), head}, true
}

// headFrom finds the head of the noun phrase that begins at token k. Words that
// are neither modifiers nor names are borne with only behind an article.
func (r *reader) headFrom(k int) (int, bool) {
	open := r.definite(k) && !(r.token(k).Capital() && !r.token(k).Is("the"))
	strange := 0
	for j := k; j < k+window; j++ {
		w := r.token(j)
		_, named := r.nameAt[j]
		switch {
		case isAge(w) && j < k+2:
		case w.Kind != lang.Word && !w.Is("-", "’", "'") || breakers[w.Lower] || w.Text == "":
			return 0, false
		case w.Is("of", "for", "to", "at", "in", "on", "with") && !(j == k+1 && r.token(k).Is("one")):
			return 0, false
		case isHead(w) && !r.isPerson(j) && !r.isPerson(j+1) && !r.isHeadNext(j):
			return j, !alone[plain(w)] || j > k
		case named || articles[w.Lower] || isModifier(w) || heads[plain(w)] || w.Is("'s", "'", "’", "-"), w.Is("and") && j > k:
		case open && strange < 3:
			strange++
		default:
			return 0, false
		}
	}
	return 0, false
}

// isAge reports whether a token is an age before a noun ("57-year-old").
func isAge(w lang.Token) bool { return strings.HasSuffix(w.Lower, "-year-old") }

// isHeadNext reports whether the head at token j only modifies another one
// ("the president's spokesman", "the prime minister of").
func (r *reader) isHeadNext(j int) bool {
	next := r.token(j + 1)
	return next.Is("'s") || next.Is("'", "’") && !next.Space || isHead(next)
}

// tied returns the end of what a title is tied to: prepositional phrases behind
// its head at the tokens from k on.
func (r *reader) tied(k int) int {
	if !r.token(k).Is("of", "for", "to", "at", "in", "on", "with") {
		return k
	}
	end := k
	for j := k; j < k+2*window; j++ {
		w := r.token(j)
		if w.Text == "" || breakers[w.Lower] {
			break
		}
		if w.Is("and") && !r.joins(j) {
			break
		}
		if w.Kind == lang.Punct && !w.Is("-") || w.Kind == lang.Mark && w.Space {
			break
		}
		end = j + 1
	}
	for end > k && linking[r.token(end-1).Lower] {
		end--
	}
	return end
}

// joins reports whether "and" at token k goes on inside the title.
func (r *reader) joins(k int) bool {
	next := r.token(k + 1)
	return next.Kind == lang.Word && !articles[next.Lower] && !breakers[next.Lower] && !r.isPerson(k+1)
}
