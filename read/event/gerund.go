package event

import (
	"slices"
	"strings"

	"parley"
)

// gerund reports whether a word is a gerund behind a preposition: "a role in attacking".
func (c *clause) gerund(w int) bool {
	return c.Words[w].XPOS == "VBG" && c.Child(w, "mark") >= 0 && slices.Contains([]string{"in", "for", "of", "at", "by"}, c.lower(c.Child(w, "mark")))
}

// reporting are the verbs whose subject only tells of what their object names.
var reporting = strings.Fields("object oppose reject condemn criticise criticize denounce report describe recall hear see witness fear document record film watch observe detail allege flee escape avoid")

// reported reports whether a gerund is what its governor tells of: "activists reported shelling".
func (c *clause) reported() bool {
	w := &c.Words[c.word]
	return w.XPOS == "VBG" && w.Is("xcomp") && w.Head >= 0 && slices.Contains(reporting, c.Base(w.Head))
}

// caught reports whether a gerund tells in what somebody is caught, who does not do it:
// "civilians caught up in fighting".
func (c *clause) caught() bool {
	w := &c.Words[c.word]
	return w.XPOS == "VBG" && c.Preposition(c.word) == "in" && w.Head >= 0 && slices.Contains([]string{"catch", "trap", "die", "kill", "wound", "injure", "perish", "lose"}, c.Base(w.Head))
}

// material are the types of acts that are not done in words.
var material = strings.Fields("ASSAULT COERCE MOBILIZE RETREAT")

// aside reports whether a gerund that tells of a deed hangs on a verb of saying: "they have done
// well, he says, seizing the bridge".
func (c *clause) aside() bool {
	w := &c.Words[c.word]
	if w.Is("conj") && w.Head >= 0 && w.XPOS == "VBG" {
		w = &c.Words[w.Head] // "killing 19 people and wounding 150, he told them"
	}
	return w.XPOS == "VBG" && w.Is("advcl") && c.Preposition(c.word) == "" && w.Head >= 0 && slices.Contains(material, c.kind) &&
		slices.Contains([]string{"say", "tell", "add", "report", "claim", "explain", "note"}, c.Base(w.Head))
}

// means reports whether a gerund tells by what something is done to the subject of a passive,
// who does not do it: "civilians trapped by fighting".
func (c *clause) means() bool {
	w := &c.Words[c.word]
	purpose := w.XPOS == "VB" && (w.Is("advcl") || w.Is("xcomp") && w.Head >= 0 && c.Base(w.Head) == "use") && c.Preposition(c.word) == "to" // "the town was bombed to gain control"
	return (purpose || w.XPOS == "VBG" && c.Preposition(c.word) == "by") && w.Head >= 0 && c.Passive(w.Head)
}

// gerundBefore reports whether a verb is a gerund with its object behind it that the parser
// takes for an adjective: "from attacking civilians".
func (c *clause) gerundBefore() bool {
	w := &c.Words[c.word]
	if w.XPOS != "VBG" || !w.Is("amod") || c.word == 0 || w.Head <= c.word {
		return false
	}
	return (c.Words[c.word-1].UPOS == "ADP" || c.beginsWith(w.Head) && c.Words[c.word-1].Is("root", "advcl", "ccomp", "conj", "acl", "xcomp")) && (!c.nothing || c.mode == "visit")
}

// gerundParties returns who does what a gerund with its object behind it tells that the parser
// takes for an adjective of the object, and to whom: "from attacking civilians", "has begun
// attacking civilians", and "visiting President Khan".
func (r *reader) gerundParties(c *clause) (actors, recipients parley.IDs) {
	of := c.Words[c.word].Head
	if c.mode == "visit" {
		return r.all(c.sentence, of), nil
	}
	if v := c.Words[of].Head; v >= 0 && c.beginsWith(of) {
		actors = r.all(c.sentence, c.Subject(v))
	}
	return actors, r.all(c.sentence, of)
}

// beginsWith reports whether a noun is the object of a verb that only tells that something
// begins, goes on or ends.
func (c *clause) beginsWith(o int) bool {
	v := c.Words[o].Head
	return v >= 0 && c.Words[o].Is("obj") && slices.Contains([]string{"begin", "start", "continue", "stop", "resume", "keep", "cease"}, c.Base(v))
}

// nounLike returns who stands behind "by" or "between" right after a gerund without an
// object, which is then a noun, or -1.
func (c *clause) nounLike() int {
	p := c.word + 1
	if c.Words[c.word].XPOS != "VBG" || p >= len(c.Words) || len(c.Auxiliaries(c.word)) > 0 || c.Child(c.word, "obj", "nsubj") >= 0 || c.Words[p].Head < 0 || !c.Words[p].Is("case") {
		return -1
	}
	if f := c.lower(p); f != "between" && (f != "by" || c.Words[c.word].UPOS != "VERB") {
		return -1
	}
	return c.Words[p].Head
}
