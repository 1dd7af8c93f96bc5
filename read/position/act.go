package position

import (
	"slices"

	"parley"
	"parley/lang/syntax"
)

// sureVerb is how sure a position is that a verb tells of its subject.
const sureVerb = 0.45

// clauses adds the positions that verbs of a sentence tell of their subjects.
func (r *reader) clauses(s int) {
	t := r.trees[s]
	for w := range t.Words {
		v, ok := words.verbs[t.Base(w)]
		if !ok || t.Words[w].UPOS != "VERB" {
			continue
		}
		who, passive := t.Child(w, "nsubj"), t.Passive(w)
		if passive {
			who = t.Agent(w)
		}
		if who < 0 || !passive && t.Child(w, "obj", "xcomp", "ccomp", "obl") < 0 {
			continue
		}
		if t.Negated(w) {
			v = opposite(v)
		}
		evidence, ok := r.phraseOf(t, w)
		if !ok {
			continue
		}
		for _, id := range r.who.All(s, who) {
			r.add(parley.Position{Actor: r.party(id), Stance: stances[v], Evidence: parley.Spans{evidence}, Statement: r.said.ID(t.Words[w].Span)}, sureVerb)
		}
	}
}

// sides are the sides that acts of a type take, and how sure that is.
var sides = map[string]view{
	"SUPPORT": {stance: parley.Support, sure: 0.45}, "AGREE": {stance: parley.Support, sure: 0.35}, "PROTEST": {stance: parley.Oppose, sure: 0.42},
	"REJECT": {stance: parley.Oppose, sure: 0.42}, "SANCTION": {stance: parley.Support, sure: 0.35},
}

// event adds the position that an act takes: one who protests is against what the protest
// is against.
func (r *reader) event(e *parley.Event) {
	v, ok := sides[e.Type]
	if !ok || len(e.Actors) == 0 || e.Type == "SANCTION" && e.Status != parley.Happened {
		return
	}
	if e.Status == parley.Denied && (v.stance == parley.Support || v.stance == parley.Oppose) {
		v.stance = map[parley.Stance]parley.Stance{parley.Support: parley.Oppose, parley.Oppose: parley.Support}[v.stance]
	}
	evidence, ok := r.clauseOf(e)
	if !ok {
		return
	}
	for _, id := range e.Actors {
		r.add(parley.Position{Actor: r.party(id), Stance: v.stance, Evidence: parley.Spans{evidence}, Statement: e.Statement}, v.sure)
	}
}

// clauseOf returns the words of the clause or phrase of a trigger, from the trigger on.
func (r *reader) clauseOf(e *parley.Event) (parley.Span, bool) {
	trigger := e.Trigger[0]
	s := r.text.SentenceAt(trigger.Start)
	if s < 0 || s >= len(r.trees) {
		return parley.Span{}, false
	}
	t := r.trees[s]
	w := slices.IndexFunc(t.Words, func(w syntax.Word) bool { return w.Overlaps(trigger) })
	if w < 0 || e.Type == "AGREE" && t.Words[w].UPOS == "NOUN" {
		return parley.Span{}, false // "the deal" takes nobody's side.
	}
	if v := t.Words[w].Head; t.Words[w].UPOS == "NOUN" && t.Words[w].Is("obj", "nsubj") && v >= 0 {
		w = v
	}
	return r.phraseOf(t, w)
}

// phraseOf returns the words of the clause or phrase with head w around it, without the
// clauses that only hang on it.
func (r *reader) phraseOf(t syntax.Tree, w int) (parley.Span, bool) {
	spans := t.Phrase(w, func(i int) bool { return t.Words[i].Is("acl:relcl", "advcl", "parataxis", "conj") && i != w })
	for _, x := range spans {
		if x.Overlaps(t.Words[w].Span) {
			return x, x.Len() > t.Words[w].Len()
		}
	}
	return parley.Span{}, false
}
