package syntax

import (
	"slices"
	"strings"
)

// mend corrects what the parser is known to hang wrongly: phrases before "that", names behind a
// comma, titles of several, and participles taken for adjectives.
func mend(words []Word) {
	ahead(words)
	opened(words)
	titled(words)
	participles(words)
}

// participles turns participles that the parser has taken for adjectives back into verbs, where
// the clause would have none without them: "tanks shelled positions", "forces have tortured
// refugees".
func participles(words []Word) {
	for v := range words {
		if words[v].XPOS != "VBN" && words[v].XPOS != "VBD" || words[v].Relation != "amod" || v == 0 {
			continue
		}
		h := words[v].Head
		if h != v+1 {
			continue // Something else stands before the noun too.
		}
		switch {
		case words[v-1].Lemma == "have" && words[h].Head == v-1 && words[h].Relation == "obj":
			perfect(words, v, h)
		case words[h].Head == Root && nominal(words[v-1]) && under(words, v-1, h) && alone(words, h):
			simple(words, v, h)
		}
	}
}

// ahead hangs what stands before the "that" of a clause, and was taken for a part of it, on the
// verb above: "he said after the talks that it would take time".
func ahead(words []Word) {
	for m := range words {
		h := words[m].Head
		if words[m].Relation != "mark" || words[m].Lemma != "that" || h <= m || words[h].Head == Root || words[h].Head >= m {
			continue
		}
		for i := max(words[h].Head+1, m-Reach); i < m; i++ {
			if words[i].Head == h && (words[i].Relation == "obl" || words[i].Relation == "advmod") {
				words[i].Head = words[h].Head
			}
		}
	}
}

// titled hangs a title in the plural on the first of the names behind it, where the parser has
// taken both for subjects: "Presidents Ana Lopez and Jo Doe met".
func titled(words []Word) {
	for i := 0; i+1 < len(words); i++ {
		if words[i].Relation == "nsubj" && words[i+1].Relation == "nsubj" && words[i].Head == words[i+1].Head && words[i+1].UPOS == "PROPN" &&
			(words[i].XPOS == "NNPS" || words[i].XPOS == "NNS") {
			words[i].Head, words[i].Relation = i+1, "nmod:desc"
		}
	}
}

// opened makes the name between a comma and a verb the verb's subject, where the parser has
// taken it for another name of what stands before the comma: "After a summit with the king,
// Ana Lopez said". The verb would have no subject without it.
func opened(words []Word) {
	for v := range words {
		if words[v].XPOS != "VBD" && words[v].XPOS != "VBZ" || words[v].UPOS != "VERB" {
			continue
		}
		first := v
		for first > max(0, v-Reach) && words[first-1].UPOS == "PROPN" {
			first--
		}
		if first == v || first == 0 || words[first-1].Form != "," || words[first].Relation != "appos" || !under(words, first, v) || subject(words, v) {
			continue
		}
		other := words[first].Head
		for i := first + 1; i < v; i++ {
			if words[i].Head == other {
				words[i].Head = first // The rest of the name.
			}
		}
		words[first].Head, words[first].Relation = v, "nsubj"
	}
}

// subject reports whether a verb has a subject before it, or needs none behind a mark.
func subject(words []Word, v int) bool {
	return slices.ContainsFunc(words[max(0, v-Reach):v], func(w Word) bool {
		return w.Head == v && (w.Is("nsubj", "expl", "csubj") || w.Relation == "mark")
	})
}

// perfect makes the "have" before participle v its auxiliary and noun h its object.
func perfect(words []Word, v, h int) {
	have := v - 1
	for i := range words {
		if words[i].Head == have && i != h {
			words[i].Head = v
		}
	}
	words[v].Head, words[v].Relation, words[v].XPOS, words[v].UPOS = words[have].Head, words[have].Relation, "VBN", "VERB"
	words[have].Head, words[have].Relation, words[have].UPOS = v, "aux", "AUX"
	words[h].Head = v
}

// simple makes participle v the verb of the sentence that noun h headed, with what stands
// before it as its subject.
func simple(words []Word, v, h int) {
	subject := -1
	for i := range words[:v] {
		if words[i].Head == h && (words[i].Relation == "compound" || words[i].Relation == "nmod:poss" || words[i].Relation == "nmod") {
			subject = i
		}
	}
	if subject < 0 {
		return
	}
	for i := range words {
		switch {
		case words[i].Head != h || i == subject || i == v:
		case i < v && words[i].UPOS != "PUNCT":
			words[i].Head = subject
		case words[i].UPOS == "PUNCT":
			words[i].Head = v
		}
	}
	words[subject].Head, words[subject].Relation = v, "nsubj"
	words[v].Head, words[v].Relation, words[v].XPOS, words[v].UPOS, words[v].Features = Root, "root", "VBD", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin"
	words[h].Head, words[h].Relation = v, "obj"
}

// nominal reports whether a word is a noun or a name.
func nominal(w Word) bool { return w.UPOS == "NOUN" || w.UPOS == "PROPN" }

// under reports whether word w hangs on head, directly or not.
func under(words []Word, w, head int) bool {
	for steps := 0; w != Root && steps < Reach; steps++ {
		if w == head {
			return true
		}
		w = words[w].Head
	}
	return false
}

// alone reports whether a noun heads a sentence without a verb: it has no subject and no
// copula, and no other verb is finite.
func alone(words []Word, h int) bool {
	for i := range words {
		if words[i].Head == h && (strings.HasPrefix(words[i].Relation, "nsubj") || words[i].Relation == "cop") {
			return false
		}
		if words[i].Head == Root && i != h {
			return false
		}
	}
	return true
}
