package figure

import (
	"strings"

	"parley/lang/syntax"
)

// sure is the confidence of the parser above which a word's place in the tree is
// believed.
const sure = 0.5

// treeSteps bounds how far the verb is above what is counted.
const treeSteps = 4

// parsed returns the index in the sentence's tree of the word for token k, or -1.
func (r *reader) parsed(k int) int {
	w := r.tree.At(k)
	if w < 0 || r.tree.Words[w].Confidence < sure {
		return -1
	}
	return w
}

// suffered finds by the tree what became of the people that a figure counts: by
// the verb of which they are the subject or the object, however far it stands
// ("Some 90 people, including seven children, were killed").
func (r *reader) suffered(f *found, out *measure) bool {
	w := r.counted(f)
	if w < 0 {
		return false
	}
	if m := r.clauseOf(w); m.name != "" {
		*out = m
		return true
	}
	for range treeSteps {
		x := r.tree.Words[w]
		if x.Head == syntax.Root || x.Confidence < sure {
			return false
		}
		m := measure{}
		switch x.Relation {
		case "conj", "appos":
			w = x.Head
			continue
		case "nmod":
			if !r.cased(w, "including", "among") && !r.ofNumber(f, x.Head) {
				return false
			}
			w = x.Head
			continue
		case "nsubj:pass":
			m = r.passive(x.Head)
		case "nsubj":
			m = r.active(x.Head)
		case "obj":
			m = r.object(x.Head)
		}
		*out = m
		return m.name != ""
	}
	return false
}

// counted returns the word of what the figure counts, or of the bare number.
func (r *reader) counted(f *found) int {
	if f.head >= 0 {
		return r.parsed(f.head)
	}
	return r.parsed(f.to - 1)
}

// ofNumber reports whether word h is the figure's own number: "hundreds" of "people".
func (r *reader) ofNumber(f *found, h int) bool {
	k := r.tree.Words[h].Token
	return k >= f.from && k < f.to
}

// ofWhom returns the token of the people of whom the number counts some, as the
// tree has it where other words stand between, or -1: "hundreds of hungry and
// desperate residents".
func (r *reader) ofWhom(f *found) int {
	n := r.parsed(f.to - 1)
	if n < 0 || r.word(f.to) != "of" {
		return -1
	}
	c := r.tree.Child(n, "nmod")
	if c < 0 || !r.cased(c, "of") || r.tree.Words[c].Confidence < sure || !isPeople(strings.ToLower(r.tree.Words[c].Form)) || c > n+syntax.Reach {
		return -1
	}
	for k := f.to; k < r.tree.Words[c].Token; k++ {
		if r.number(k).to > 0 {
			return -1 // "one of 270 recruits" counts the 270
		}
	}
	return r.tree.Words[c].Token
}

// cased reports whether one of the prepositions stands before word w.
func (r *reader) cased(w int, prepositions ...string) bool {
	c := r.tree.Child(w, "case")
	if c < 0 {
		return false
	}
	for _, p := range prepositions {
		if strings.EqualFold(r.tree.Words[c].Form, p) {
			return true
		}
	}
	return false
}

// clauseOf reads the clause that hangs on the people themselves: "12 guards killed
// on Friday", "30 soldiers who died".
func (r *reader) clauseOf(w int) measure {
	for v := w + 1; v < min(len(r.tree.Words), w+syntax.Reach); v++ {
		x := r.tree.Words[v]
		if x.Head != w || x.Confidence < sure {
			continue
		}
		switch x.Relation {
		case "acl":
			if x.XPOS == "VBN" {
				return r.fate(v)
			}
		case "acl:relcl":
			switch s := r.tree.Child(v, "nsubj"); {
			case s < 0 || r.tree.Words[s].XPOS != "WP" && r.tree.Words[s].XPOS != "WDT":
			case r.tree.Words[s].Relation == "nsubj:pass":
				return r.passive(v)
			default:
				return r.active(v)
			}
		}
	}
	return measure{}
}

// fate returns the measure of a verb or adjective of harm.
func (r *reader) fate(v int) measure {
	x := r.tree.Words[v]
	if x.UPOS != "VERB" && x.UPOS != "ADJ" {
		return measure{}
	}
	return harm[strings.ToLower(x.Form)]
}

// passive tells what became of the subject of the passive verb v: "were killed",
// "are feared dead", "were put to death".
func (r *reader) passive(v int) measure {
	if m := r.fate(v); m.name != "" {
		return m
	}
	x := r.tree.Words[v]
	if o := r.tree.Child(v, "obl"); x.Lemma == "put" && o >= 0 && r.tree.Words[o].Lemma == "death" {
		return measure{"killed", true}
	}
	if c := r.tree.Child(v, "xcomp"); c >= 0 && told[x.Lemma] {
		if r.tree.Child(c, "aux:pass") >= 0 || r.tree.Words[c].XPOS == "VBN" && r.tree.Child(c, "aux") < 0 {
			return r.fate(c)
		}
		return r.active(c)
	}
	return measure{}
}

// active tells what became of the subject of verb v: "died", "are missing",
// "went missing". A verb of harm done to others says nothing of its subject.
func (r *reader) active(v int) measure {
	x := r.tree.Words[v]
	form := strings.ToLower(x.Form)
	switch {
	case befalling[form], x.UPOS == "ADJ", r.tree.Child(v, "cop") >= 0:
		return r.fate(v)
	case x.XPOS == "VBN" && r.tree.Child(v, "obj") < 0 && r.tree.Child(v, "aux") < 0:
		return r.fate(v)
	case linkingVerbs[x.Lemma]:
		if c := r.tree.Child(v, "xcomp"); c >= 0 && r.tree.Words[c].UPOS == "ADJ" {
			return r.fate(c)
		}
	}
	return measure{}
}

// object tells what the verb v did to its object: "killed", "has detained".
func (r *reader) object(v int) measure {
	form := strings.ToLower(r.tree.Words[v].Form)
	if befalling[form] {
		return measure{}
	}
	return r.fate(v)
}

var (
	// befalling are the verbs whose subject the people harmed are.
	befalling = wordSet(`died die dies dying perished perish drowned drown starved fled flee flees fleeing disappeared vanished defected
		defecting surrendered`)
	// told are the verbs of saying whose passive tells what became of its subject.
	told = wordSet("report fear believe confirm know think say presume leave declare find")
	// linkingVerbs tie an adjective to their subject.
	linkingVerbs = wordSet("go remain lie be become stay fall")
)
