package event

import (
	"slices"
	"strconv"
	"strings"

	"parley"
	"parley/lang/syntax"
)

// evidence gathers what speaks for or against an entry: how its trigger stands in the
// sentence, how its parties were found, and what kind of text it is. Each item is a
// name that surety.tsv may give a weight. Of words only those of grammar are named (an
// auxiliary, a preposition, a pronoun), so that what is learnt from some stories holds no
// words of them and is no lexicon of their wars.
type evidence struct {
	*clause
	items []string
}

// add adds an item of so many parts.
func (v *evidence) add(parts ...string) {
	v.items = append(v.items, strings.Join(parts, ":"))
}

// both adds an item by itself and together with the event's type.
func (v *evidence) both(parts ...string) {
	v.add(parts...)
	v.add(append(parts, v.kind)...)
}

// evidence returns the items of an entry.
func (r *reader) evidence(c *clause, e *parley.Event) []string {
	v := &evidence{clause: c}
	v.word()
	v.standing(e)
	r.sides(v, e)
	r.around(v, e)
	slices.Sort(v.items)
	return slices.Compact(v.items)
}

// word adds what the trigger is.
func (v *evidence) word() {
	w := &v.Words[v.clause.word]
	part := "verb"
	switch {
	case v.noun:
		part = "noun"
	case v.object >= 0:
		part = "pair"
	}
	v.add("type", v.kind)
	v.both("part", part)
	v.add("mode", v.kind, v.mode)
	v.both("tag", w.XPOS)
	v.both("relation", strings.SplitN(w.Relation, ":", 2)[0], part)
	v.add("parser", strconv.Itoa(int(10*w.Confidence)))
	if o := v.Child(v.clause.word, "obj"); v.object < 0 && o >= 0 {
		v.add("object", v.Words[o].UPOS, v.kind)
	}
}

// standing adds how the event stands and what makes it stand so.
func (v *evidence) standing(e *parley.Event) {
	at := v.clause.word
	s, tag := string(e.Status), v.Words[at].XPOS
	v.both("status", s)
	v.add("status", s, "tag", tag)
	aux := strings.Join(v.Auxiliaries(at), " ")
	v.add("status", s, "aux", aux)
	if p := v.Preposition(at); p != "" {
		v.add("prep", p)
		v.add("status", s, "prep", p)
	}
	for _, m := range v.Children(at, "det", "amod", "nmod:poss", "nummod") {
		before := v.Words[m].UPOS
		if v.Words[m].Is("det") {
			before = v.lower(m)
		}
		v.add("before", before)
		v.add("status", s, "before", before)
	}
	h := v.Words[at].Head
	if h < 0 {
		v.add("status", s, "root")
		return
	}
	v.add("governor", v.Words[h].XPOS)
	v.add("status", s, "governor", v.Words[h].XPOS, v.Words[at].Relation)
	if v.Negated(h) || v.Negated(at) {
		v.add("status", s, "negated")
	}
	if aux := v.Auxiliaries(h); len(aux) > 0 {
		v.add("status", s, "governed under", aux[0])
	}
}

// sides adds who acts and receives and where the sentence names them.
func (r *reader) sides(v *evidence, e *parley.Event) {
	r.side(v, "actor", e.Actors)
	r.side(v, "recipient", e.Recipients)
	v.add("sides", strconv.Itoa(min(2, len(e.Actors))), strconv.Itoa(min(2, len(e.Recipients))))
	v.add("sides", strconv.Itoa(min(2, len(e.Actors))), strconv.Itoa(min(2, len(e.Recipients))), v.kind)
}

// side adds the parties of one side.
func (r *reader) side(v *evidence, side string, ids []string) {
	v.add(side, strconv.Itoa(min(3, len(ids))))
	for _, id := range ids {
		kind := string(r.who.Kind(id))
		v.both(side, kind)
		w, way := r.wayTo(v.clause, id)
		v.add(side, "way", way)
		v.add(side, "way", way, kind)
		v.both(side, "way", way)
		if w < 0 {
			continue
		}
		v.add(side, "form", v.Words[w].UPOS)
		v.add(side, "form", v.Words[w].UPOS, kind)
		if v.Words[w].UPOS == "PRON" || v.Words[w].UPOS == "DET" {
			v.add(side, "pronoun", v.lower(w))
		}
		v.add(side, "far", strconv.Itoa(min(6, abs(w-v.clause.word)/5)))
	}
}

// wayMost is how many steps the way from a trigger to a party has at most.
const wayMost = 5

// wayTo returns the word of the trigger's sentence nearest to it behind which an actor
// stands, and the way to it through the tree: "+nsubj", "-conj+nsubj"; or -1 and "away".
func (r *reader) wayTo(c *clause, id string) (word int, way string) {
	word, way = -1, "away"
	steps := wayMost + 1
	for w := range c.Words {
		if !slices.Contains(r.who.Asked(c.sentence, w), id) {
			continue
		}
		if path := c.path(c.word, w); len(path) < steps {
			word, way, steps = w, strings.Join(path, ""), len(path)
		} else if word < 0 {
			word, way = w, "far"
		}
	}
	return word, way
}

// path returns the relations on the way from word a up and down to word b.
func (c *clause) path(a, b int) []string {
	var up []string
	for at, n := a, 0; n < syntax.Reach; n++ {
		if down, ok := c.down(at, b); ok {
			return append(up, down...)
		}
		h := c.Words[at].Head
		if h < 0 {
			break
		}
		up = append(up, "-"+strings.SplitN(c.Words[at].Relation, ":", 2)[0])
		at = h
	}
	return append(up, "far", "far", "far", "far", "far", "far")
}

// down returns the relations from word a down to word b, if b hangs on it.
func (c *clause) down(a, b int) ([]string, bool) {
	var out []string
	for at, n := b, 0; n < syntax.Reach; n++ {
		if at == a {
			slices.Reverse(out)
			return out, true
		}
		h := c.Words[at].Head
		if h < 0 {
			break
		}
		step := "+" + c.Words[at].Relation
		if p := c.Preposition(at); p != "" && c.Words[at].Is("obl", "nmod") {
			step += "." + p
		}
		out = append(out, step)
		at = h
	}
	return nil, false
}

// around adds what kind of text the entry stands in.
func (r *reader) around(v *evidence, e *parley.Event) {
	s := r.said.At(e.Trigger[0])
	if s != nil {
		v.add("said", string(s.Act), string(e.Status))
		v.both("said", string(s.Type))
	} else {
		v.add("told")
	}
	for topic := range topicsOf(v.Tree) {
		v.add("topic", topic)
	}
	for _, topic := range r.topics {
		v.add("story", topic)
	}
	v.add("long", strconv.Itoa(min(7, len(v.Words)/8)))
	marks := map[string]bool{}
	for w := range v.Words {
		switch f := v.lower(w); f {
		case "i", "we", "you", "my", "our", "your", "?", "!", ":", ";", "|", "...":
			marks[f] = true
		}
	}
	for m := range marks {
		v.add("mark", m)
	}
	last := v.Words[len(v.Words)-1].Form
	v.add("end", strconv.FormatBool(strings.ContainsAny(last, ".?!\"”")))
	v.add("place", strconv.FormatBool(len(e.Where) > 0))
	v.add("when", strconv.FormatBool(e.When != ""))
}

// abs returns a number without its sign.
func abs(n int) int { return max(n, -n) }
