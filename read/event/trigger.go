package event

import (
	"slices"
	"strings"

	"parley"
	"parley/lang/syntax"
)

// objects returns the words of a sentence that are the object of a pair of words and stand
// before its verb: "sanctions were imposed" is one event, told by its verb.
func objects(t syntax.Tree) map[int]bool {
	out := map[int]bool{}
	for w := range t.Words {
		c := clause{Tree: t, word: w, object: -1}
		if t.Words[w].UPOS == "VERB" && c.pair() && c.object < w {
			out[c.object] = true
		}
	}
	return out
}

// find looks up what a word tells.
func (c *clause) find() bool {
	word := &c.Words[c.word]
	switch word.UPOS {
	case "VERB":
		if c.likeNoun() && c.nominal() {
			return true
		}
		return c.pair() || c.verb() || c.led()
	case "NOUN":
		return c.nominal()
	}
	return false
}

// likeNoun reports whether a word that the tagger takes for a verb has what only a noun has:
// a preposition or an article before it, "wounded in Monday clashes".
func (c *clause) likeNoun() bool {
	w := &c.Words[c.word]
	return (w.XPOS == "VBZ" || w.XPOS == "VBP" || w.XPOS == "VB") && (w.Is("obl", "nmod") && c.Child(c.word, "case") >= 0 || c.Child(c.word, "det") >= 0)
}

// pair reads a verb with its object, or of a passive its subject.
func (c *clause) pair() bool {
	objects := bases(c, words.pairs)
	if objects == nil {
		return false
	}
	for _, o := range c.Children(c.word, "obj", "nsubj:pass", "obl", "xcomp") {
		s, ok := objects[c.Base(o)]
		if !ok {
			s, ok = objects[strings.TrimSuffix(c.Base(o), "s")] // "troops" is its own base form.
		}
		if !ok {
			s, ok = c.measured(o, objects)
		}
		if !ok || c.Words[o].Is("obl") && s.words == nil || !c.particles(s.words) {
			continue
		}
		c.sense, c.object = s, o
		return true
	}
	return false
}

// measured looks up what an object is a quantity of: "handed over 700 kg of medicine".
func (c *clause) measured(o int, objects map[string]sense) (sense, bool) {
	for _, m := range c.Children(o, "nmod") {
		if c.Preposition(m) != "of" {
			continue
		}
		s, ok := objects[c.Base(m)]
		if !ok {
			s, ok = objects[strings.TrimSuffix(c.Base(m), "s")]
		}
		return s, ok
	}
	return sense{}, false
}

// led reads a verb by its subject: "the troops left".
func (c *clause) led() bool {
	subjects := bases(c, words.subjects)
	if subjects == nil {
		return false
	}
	s := c.Subject(c.word)
	if s < 0 {
		return false
	}
	found, ok := subjects[c.Base(s)]
	if ok && c.Words[c.word].XPOS == "VBN" && c.Words[c.word].Is("acl") {
		return false // "there is no force left"
	}
	if ok && c.particles(found.words) {
		c.sense, c.nothing = found, true
	}
	return ok
}

// bases looks a verb up by its base form, else by those that its form can have: the base
// forms of rare verbs are often guessed wrongly ("riote").
func bases[T any](c *clause, in map[string]T) T {
	if x, ok := in[c.Base(c.word)]; ok {
		return x
	}
	var none T
	form := c.lower(c.word)
	if tag := c.Words[c.word].XPOS; tag == "VB" || tag == "VBP" {
		return none // The form is its own base form.
	}
	for _, end := range []string{"ed", "d", "ing", "es", "s"} {
		stem, cut := strings.CutSuffix(form, end)
		if !cut || len(stem) < 3 {
			continue
		}
		candidates := []string{stem, stem + "e"}
		if n := len(stem); stem[n-1] == stem[n-2] {
			candidates = append(candidates, stem[:n-1]) // "barred"
		}
		for _, base := range candidates {
			if x, ok := in[base]; ok {
				return x
			}
		}
	}
	return none
}

// verb reads a verb by itself.
func (c *clause) verb() bool {
	for _, s := range bases(c, words.verbs) {
		if c.particles(s.words) && !(s.alone && c.Child(c.word, "obj", "ccomp") >= 0) {
			c.sense = s
			return true
		}
	}
	return false
}

// particles reports whether the further words of a verb stand with it.
func (c *clause) particles(particles []string) bool {
	for _, p := range particles {
		if !slices.ContainsFunc(c.Children(c.word), func(i int) bool { return i > c.word && i <= c.word+4 && c.Base(i) == p }) &&
			(c.word+1 >= len(c.Words) || c.Base(c.word+1) != p) {
			return false
		}
	}
	return true
}

// nominal reads a noun, unless it only qualifies another noun ("peace process").
func (c *clause) nominal() bool {
	for _, s := range words.nouns[c.Base(c.word)] {
		if c.before(s.words) && !(s.plural && c.Words[c.word].XPOS == "NN") && !(c.Base(c.word) == "force" && c.Words[c.word].XPOS == "NNS") {
			c.sense, c.noun = s, true
			return !c.Words[c.word].Is("compound", "flat") && !(c.word > 0 && slices.Contains(media, c.Base(c.word-1)))
		}
	}
	return false
}

// media are the words before a noun by which it is a matter of the press: "news conference", "a public relations war".
var media = []string{"press", "news", "relation", "information", "propaganda"}

// before reports whether words stand right before the trigger.
func (c *clause) before(words []string) bool {
	for k, w := range words {
		i := c.word - len(words) + k
		if i < 0 || c.Base(i) != w {
			return false
		}
	}
	return true
}

// trigger returns the words that name the event: of a verb the verb with its particle,
// of a pair the verb, of a noun the noun with the words that are part of its name.
func (c *clause) trigger() parley.Spans {
	span := c.Words[c.word].Span
	if c.noun {
		if n := len(c.sense.words); n > 0 {
			span.Start = c.Words[c.word-n].Start
		}
		return parley.Spans{span}
	}
	for _, p := range c.sense.words {
		for i := c.word + 1; i < min(len(c.Words), c.word+3); i++ {
			if c.Base(i) == p && c.Words[i].Start <= span.End+1 {
				span.End = c.Words[i].End
			}
		}
	}
	return parley.Spans{span}
}
