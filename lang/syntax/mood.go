package syntax

import "strings"

// order is what a bare verb's features are where it gives an order.
const order = "Mood=Imp|VerbForm=Fin"

// moods tells the orders among the bare verbs of a sentence, which the tag alone
// does not: what has no subject, auxiliary or "to" and heads a clause of its own
// is one ("Leave the valley").
func moods(words []Word) {
	bound := make([]bool, len(words)) // heads that something makes a statement, a question or an infinitive
	for _, w := range words {
		if w.Head == Root {
			continue
		}
		switch base, _, _ := strings.Cut(w.Relation, ":"); base {
		case "nsubj", "csubj", "aux", "mark", "expl":
			bound[w.Head] = true
		}
	}
	for i := range words {
		w, clause := &words[i], i
		if w.Relation == "cop" {
			clause = w.Head // "Be careful"
		}
		if w.XPOS == "VB" && !bound[clause] && orders(words, bound, clause) {
			w.Features = order
		}
	}
}

// orders reports whether a clause without a subject can be an order by what it
// hangs on: nothing, what is said, or another order.
func orders(words []Word, bound []bool, clause int) bool {
	for range words {
		switch w := words[clause]; w.Relation {
		case "root", "parataxis":
			return true
		case "conj":
			clause = w.Head
			if bound[clause] || words[clause].XPOS != "VB" {
				return false
			}
		default:
			return false
		}
	}
	return false
}
