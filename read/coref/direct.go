package coref

import (
	"slices"

	"parley"
	"parley/lang/syntax"
	"parley/read/statement"
)

// signed are the acts that are for or against somebody, or want something of somebody, so
// that who acts in what is said is whom the statement is directed at.
var signed = map[parley.Act]bool{parley.Criticise: true, parley.Praise: true, parley.Accuse: true, parley.Demand: true, parley.Threaten: true}

// direct gives the statements that name nobody to whom they are directed those who act in
// what is said: the owner of a thing that is praised or condemned ("Kestria's efforts"), the
// subject of a clause ("the council should meet"), whom an offer is made to ("talks with Oru").
func (k *Cast) direct(found []statement.Found) {
	for i := range found {
		f := &found[i]
		if len(f.Toward) > 0 || len(f.Content) == 0 || !signed[f.Act] && f.Act != parley.Offer {
			continue
		}
		s := k.c.text.SentenceAt(f.Content[0].Start)
		if s < 0 || s >= len(k.c.trees) {
			continue
		}
		t := k.c.trees[s]
		head := headWithin(t, f.Content[0])
		if head < 0 {
			continue
		}
		ids := k.actsIn(s, head)
		if f.Act == parley.Offer {
			ids = k.offered(s, head)
		}
		for _, id := range ids {
			if !slices.Contains(f.SourceActors, id) && !slices.Contains(f.Toward, id) && !k.ownParty(f.SourceActors, id) {
				f.Toward = append(f.Toward, id)
			}
		}
	}
}

// ownParty reports whether an actor is what one of the sources belongs to: who speaks for
// Kestria does not demand of it.
func (k *Cast) ownParty(sources parley.IDs, id string) bool {
	return slices.ContainsFunc(sources, func(s string) bool { return k.Party(s) == id })
}

// headWithin returns the first word of a span that hangs on none inside it, or -1.
func headWithin(t syntax.Tree, span parley.Span) int {
	for w := range t.Words {
		word := &t.Words[w]
		if !span.Contains(word.Span) || word.UPOS == "PUNCT" || word.UPOS == "SCONJ" || word.UPOS == "PART" || word.UPOS == "ADP" {
			continue
		}
		if word.Head < 0 || !span.Contains(t.Words[word.Head].Span) {
			return w
		}
	}
	return -1
}

// actsIn returns who acts in a clause or thing: the subject, or who owns the noun or is
// behind it by "by", "from" or "of".
func (k *Cast) actsIn(s, head int) parley.IDs {
	t := k.c.trees[s]
	if subject := t.Child(head, "nsubj"); subject >= 0 {
		if ids := k.All(s, subject); len(ids) > 0 {
			return ids
		}
		head = subject // "NATO's bombing has gone too far"
	}
	if t.Words[head].UPOS != "NOUN" && t.Words[head].UPOS != "PROPN" {
		return nil
	}
	for _, m := range t.Children(head, "nmod:poss", "amod", "compound", "nmod") {
		if p := t.Preposition(m); t.Words[m].Relation == "nmod" && p != "by" && p != "from" {
			continue
		}
		if ids := k.All(s, m); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// offered returns whom an offer names behind "with" or "to".
func (k *Cast) offered(s, head int) parley.IDs {
	t := k.c.trees[s]
	for range 3 {
		for _, o := range t.Children(head, "obl", "nmod") {
			if p := t.Preposition(o); p == "with" || p == "to" {
				if ids := k.All(s, o); len(ids) > 0 {
					return ids
				}
			}
		}
		next := t.Child(head, "obj", "xcomp", "nmod")
		if next < 0 {
			return nil
		}
		head = next
	}
	return nil
}
