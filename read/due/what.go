package due

import (
	"slices"

	"parley"
	"parley/lang/syntax"
)

// phrase returns the noun phrase of a due without its date and what only follows.
func (r *reader) phrase(g governor, noun int) parley.Spans {
	first, last := noun, noun
	for k := max(0, noun-syntax.Reach); k < min(len(g.Words), noun+syntax.Reach); k++ {
		if !g.Under(k, noun) || g.Under(k, g.date) || k == g.date {
			continue
		}
		first, last = min(first, k), max(last, k)
		if k > noun && (g.Words[k].Form == "," || g.Words[k].Form == ";") {
			break
		}
	}
	return r.between(g, first, last)
}

// act returns the words of an act: from its verb, with the word of planning before
// it, to the date or the end of what the verb governs.
func (r *reader) act(g governor, act int) parley.Spans {
	first, last := act, act
	if head := g.Words[act].Head; head != syntax.Root && g.Words[act].Is("xcomp") && g.plans(head) && act-head <= 4 {
		first = head
	}
	for k := act + 1; k < min(len(g.Words), act+syntax.Reach); k++ {
		w := &g.Words[k]
		if !g.Under(k, act) || w.Form == "," || w.Form == ";" || g.Under(k, g.date) && k != act {
			break
		}
		last = k
	}
	return r.between(g, first, last)
}

// between returns the span of words, without the marks and prepositions at its ends.
func (r *reader) between(g governor, first, last int) parley.Spans {
	for last > first && (g.Words[last].UPOS == "PUNCT" || g.Words[last].UPOS == "ADP" || g.Words[last].UPOS == "CCONJ" || g.Words[last].UPOS == "SCONJ") {
		last--
	}
	for first < last && (g.Words[first].UPOS == "PUNCT" || g.Words[first].UPOS == "ADP") {
		first++
	}
	span := parley.Span{Start: g.Words[first].Start, End: g.Words[last].End}
	if date := g.Words[g.date].Span; span.Contains(date) && (first == g.date || last == g.date) {
		return nil
	}
	return parley.Spans{span}
}

// partiesMost is how many parties a due has at most.
const partiesMost = 6

// parties returns the actors of a due: of the subject and objects of its verb, and of
// what hangs on its noun.
func (r *reader) parties(g governor, verb, noun int) []string {
	var ids []string
	add := func(w int) {
		if w < 0 || w == noun {
			return
		}
		for _, id := range r.actorsIn(g.hull(w)) {
			if !slices.Contains(ids, id) && len(ids) < partiesMost {
				ids = append(ids, id)
			}
		}
	}
	if noun >= 0 {
		for k := max(0, noun-syntax.Reach); k < min(len(g.Words), noun+syntax.Reach); k++ {
			if w := &g.Words[k]; w.Head == noun && w.Is("nmod", "nmod:poss", "compound", "amod") && k != g.date {
				add(k)
			}
		}
	}
	if verb >= 0 && verb != noun {
		add(g.subject(verb))
		add(g.Child(verb, "obj"))
		for k := verb + 1; k < min(len(g.Words), verb+syntax.Reach); k++ {
			if w := &g.Words[k]; w.Head == verb && w.Is("obl") {
				if m := g.Child(k, "case"); m >= 0 && slices.Contains([]string{"with", "between"}, lower(g.Words[m].Form)) {
					add(k)
				}
			}
		}
	}
	return ids
}

// subject returns the subject of a verb or of the verbs above it that share it, or -1.
func (g *governor) subject(w int) int {
	for range 4 {
		if s := g.Child(w, "nsubj", "nsubj:pass"); s >= 0 {
			return s
		}
		if g.Words[w].Head == syntax.Root || !g.Words[w].Is("xcomp", "conj", "acl", "advcl") {
			return -1
		}
		if g.Words[w].Is("acl") {
			return g.Words[w].Head
		}
		w = g.Words[w].Head
	}
	return -1
}

// hull returns the span of a word with what hangs on it.
func (g *governor) hull(w int) parley.Span {
	out := g.Words[w].Span
	for k := max(0, w-syntax.Reach); k < min(len(g.Words), w+syntax.Reach); k++ {
		if g.Under(k, w) && !g.Words[k].Is("acl:relcl") {
			out.Start, out.End = min(out.Start, g.Words[k].Start), max(out.End, g.Words[k].End)
		}
	}
	return out
}

// actorsIn returns the actors that a span mentions, in the order of their mentions.
func (r *reader) actorsIn(s parley.Span) []string {
	type place struct {
		at int
		id string
	}
	var found []place
	for i := range r.reading.Actors {
		a := &r.reading.Actors[i]
		for _, m := range a.Mentions {
			if s.Contains(m) {
				found = append(found, place{m.Start, a.ID})
				break
			}
		}
	}
	slices.SortFunc(found, func(a, b place) int { return a.at - b.at })
	var ids []string
	for _, f := range found {
		ids = append(ids, f.id)
	}
	return ids
}
