package eval

import "strings"

// keyVerbs are lemmas of verbs that statements and events hang on: verbs of
// reporting, and verbs of what states and their forces do to one another.
var keyVerbs = wordSet(`
	accuse acknowledge add admit agree allege announce answer argue ask assert believe blame call claim comment
	complain concede conclude confirm consider criticize declare demand deny describe disclose doubt emphasize
	expect explain fear hope indicate insist invite know mention note order pledge praise predict propose promise
	reaffirm recall refuse reiterate reject remark repeat reply report request reveal say state stress suggest
	tell think threaten urge vow warn write
	abandon accept act adopt agree aid allow approve arm arrest assist attack ban block bomb breach break bring
	cancel capture carry cease close condemn continue cooperate cross cut defend deliver deploy destroy detain
	discuss end evacuate expel fight fire fly free give halt help hit hold host impose intercept invade
	join kill launch leave lift make meet move negotiate occupy offer open oppose pass pay prepare prevent
	protect provide publish push raise reach receive release remove resign resume return sanction seize sell send
	sever shell shoot sign start stop strike submit supply support suspend take target test train transfer travel
	visit violate vote withdraw wound`)

// keyRelations are the relations that an attribution or an event is read from.
var keyRelations = []string{"nsubj", "obj", "obl", "ccomp", "xcomp", "advcl", "mark", "appos", "conj", negation}

// negation is the name here of an adverbial "not"; the treebanks have no relation for it.
const negation = "negation"

// keyRelation returns which of the key relations the word stands in, or "".
func (w *syntaxWord) keyRelation() string {
	relation := w.relation()
	if relation == "advmod" {
		relation = ""
		if w.Feature("Polarity") == "Neg" || w.Lemma == "not" {
			relation = negation
		}
	}
	for _, r := range keyRelations {
		if r == relation {
			return r
		}
	}
	return ""
}

// isKeyVerb reports whether the word is one of the verbs.
func (w *syntaxWord) isKeyVerb() bool { return w.UPOS == "VERB" && keyVerbs[strings.ToLower(w.Lemma)] }

// relations scores the key relations. Which words are verbs of the list is asked
// of the gold where a word is aligned, so that the parser's tags and lemmas do
// not count a second time.
func (a *wordAlignment) relations() []RelationScore {
	goldVerb := func(i int) bool { return a.gold.words[i].isKeyVerb() }
	readVerb := func(i int) bool {
		if g := a.ofRead[i]; g >= 0 {
			return goldVerb(g)
		}
		return a.read.words[i].isKeyVerb()
	}
	gold, read := a.gold.countRelations(goldVerb), a.read.countRelations(readVerb)
	right := map[string]int{}
	for _, p := range a.pairs {
		g, r := &a.gold.words[p[0]], &a.read.words[p[1]]
		name := g.keyRelation()
		if name == r.keyRelation() && a.sameHead(g, r) && a.gold.near(p[0], goldVerb) && a.read.near(p[1], readVerb) {
			right[name]++
		}
	}
	out := make([]RelationScore, len(keyRelations))
	for i, name := range keyRelations {
		out[i] = RelationScore{name, gold[name], read[name], newPRF(float64(right[name]), gold[name], read[name])}
	}
	return out
}

// countRelations counts the words in each key relation near a verb.
func (t *syntaxText) countRelations(verb func(int) bool) map[string]int {
	counts := map[string]int{}
	for i := range t.words {
		if name := t.words[i].keyRelation(); name != "" && t.near(i, verb) {
			counts[name]++
		}
	}
	return counts
}

// near reports whether the word depends on a verb of the list. The marker of a
// clause and the apposition to a noun may also depend on what the verb governs:
// "said that they left", "told Varo, the minister".
func (t *syntaxText) near(i int, verb func(int) bool) bool {
	head := t.words[i].parent
	if head < 0 {
		return false
	}
	if verb(head) {
		return true
	}
	relation := t.words[i].relation()
	above := t.words[head].parent
	return (relation == "mark" || relation == "appos") && above >= 0 && verb(above)
}
