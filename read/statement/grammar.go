package statement

import (
	"slices"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// treeFactor is how much less sure a statement is that only the tree gives. Of 287
// such, on PolNeAR's development part, 250 texts of its training part and the
// ledger's development gold, 194 (0.68) had the right content and source.
const treeFactor = 0.8

// byTree adds the statements of a sentence that its tree shows and the words
// around the cue do not: subjects far from their verbs, passives with an agent,
// participles, relative clauses, and cues that are nouns or adjectives. First is
// the first statement that the sentence has already.
func (r *reader) byTree(p *parsed, first int) {
	n := 0
	for i := p.start; i < len(p.words) && n < cuesMost && len(p.Words) > 0; i++ {
		w := p.word(i)
		if w < 0 || p.quoted(i) || p.words[i].Kind != lang.Word || r.cued(p.clause, first, i) {
			continue
		}
		if r.grow(p, first, i, w) {
			n++
		}
	}
}

// cued reports whether a token is part of the cue of a statement from first on.
func (r *reader) cued(c *clause, first, i int) bool {
	at := c.span(i, i+1)
	for k := first; k < len(r.found); k++ {
		if r.found[k].Cue.Overlaps(at) {
			return true
		}
	}
	return false
}

// grow makes the statement whose cue is word w, token i, and reports whether there is one.
func (r *reader) grow(p *parsed, first, i, w int) bool {
	var o occurrence
	var content parley.Spans
	var ok bool
	switch {
	case p.upos(w, "NOUN", "ADJ"):
		o, content, ok = r.nominalCue(p, i, w)
	case p.upos(w, "VERB"):
		if o, content, ok = r.verbCue(p, i, w); !ok {
			o, content, ok = r.nominalCue(p, i, w)
		}
		if !ok {
			o, content, ok = r.anyVerb(p, i, w)
		}
	}
	if !ok || o.source.empty() || len(content) == 0 {
		return false
	}
	source := p.span(o.source.first, o.source.last)
	if content.Overlaps(source) || p.overlapping(&o, content) || r.known(first, content) {
		return false
	}
	d := p.details(&o)
	p.adverbials(o.last, &d)
	f := r.add(p.clause, &o, d, content)
	f.Confidence = round(f.Confidence * treeFactor)
	return true
}

// known reports whether a statement of the sentence has the content already.
func (r *reader) known(first int, content parley.Spans) bool {
	hull := content.Hull()
	for _, f := range r.found[first:] {
		other := f.Content.Hull()
		both := min(hull.End, other.End) - max(hull.Start, other.Start)
		if both > 0 && both*4 >= 3*max(hull.Len(), other.Len()) {
			return true
		}
	}
	return false
}

// verbCue reads the verb w as a cue.
func (r *reader) verbCue(p *parsed, i, w int) (o occurrence, content parley.Spans, ok bool) {
	t := p.at(i)
	if t.Capital() && i > p.start && !p.titled || p.Words[w].Confidence < sure {
		return o, nil, false
	}
	for _, s := range cueWords[t.Lower] {
		end, matched := p.particles(s, i+1)
		if !matched {
			continue
		}
		o = occurrence{sense: s, head: i, first: i, last: end, group: i, from: i}
		p.groupOf(&o, w)
		if passive := p.child(w, "nsubj:pass") >= 0 || p.rel(w, "acl") && p.Words[w].XPOS == "VBN"; passive {
			content = r.passive(p, &o, w)
		} else if o.source = p.subjectOf(w); !o.source.empty() {
			content = r.contentOf(p, &o, w)
		}
		if len(content) > 0 {
			o.from = min(o.group, o.source.first)
			return o, content, true
		}
	}
	return o, nil, false
}

// groupOf finds where the verb group begins, and whether it is negated.
func (p *parsed) groupOf(o *occurrence, w int) {
	for _, k := range p.kids[w] {
		if k < w && p.rel(k, "aux", "advmod") {
			if is(p.at(p.token(k)), negation) {
				o.negated = true
			}
			if p.token(k) == o.group-1 || p.rel(k, "aux") {
				o.group = min(o.group, p.token(k))
			}
		}
	}
	if o.negated {
		o.first = o.group
	}
}

// subjectOf returns who does what the verb w says, along the conjunctions,
// participles and infinitives that share a subject.
func (p *parsed) subjectOf(w int) tokens {
	borrowed := false
	for range treeDepth {
		if s := p.child(w, "nsubj"); s >= 0 {
			if p.Words[s].Confidence < sure || (borrowed || p.upos(s, "NOUN")) && !p.agentive(s) {
				return tokens{}
			}
			return p.sourceAt(s)
		}
		head := p.Words[w].Head
		if head == syntax.Root || p.child(w, "nsubj:pass") >= 0 {
			return tokens{}
		}
		switch {
		case p.rel(w, "conj") && p.upos(head, "VERB"):
		case p.rel(w, "xcomp") && p.subjectControl(head):
		case p.rel(w, "advcl") && p.Words[w].XPOS == "VBG" && (p.marker(w) == "" || slices.Contains([]string{"while", "by", "in", "after", "before", "without"}, p.marker(w))):
		case p.rel(w, "acl:relcl"):
			return tokens{}
		case p.rel(w, "acl") && p.Words[w].XPOS == "VBG" && (p.writing(head) || p.upos(head, "NOUN", "PROPN") && p.agentive(head)):
			return p.hull(head, func(k int) bool { return k >= w || p.rel(k, "case", "punct") })
		default:
			return tokens{}
		}
		w, borrowed = head, true
	}
	return tokens{}
}

// sure is the confidence of a word's place in the tree below which it is left alone.
const sure = 0.6

// agentive reports whether a noun phrase can be someone who speaks: a name, a
// person's pronoun, or a noun of a person or body.
func (p *parsed) agentive(w int) bool {
	t := p.at(p.token(w))
	switch p.Words[w].UPOS {
	case "PROPN":
		return true
	case "PRON":
		return t.Is("he", "she", "they", "we", "i", "who")
	case "NOUN":
		return speaking(p.Words[w].Lemma) || p.writing(w)
	}
	return false
}

// subjectControl reports whether the infinitive of a verb has that verb's own
// subject and is no mere wish: "appeared to deny", "went on to say".
func (p *parsed) subjectControl(verb int) bool {
	return p.child(verb, "obj", "iobj") < 0 && slices.Contains([]string{"appear", "seem", "continue", "go", "begin", "start", "proceed", "join", "be"}, p.Words[verb].Lemma)
}

// writing reports whether a noun names a paper or its like, which can say something.
func (p *parsed) writing(noun int) bool {
	return slices.Contains([]string{"statement", "letter", "note", "message", "report", "resolution", "post", "tweet", "banner", "placard", "sign",
		"document", "email", "article", "call", "comment", "leaflet", "petition", "editorial", "order", "warning", "paper", "communique"}, p.Words[noun].Lemma)
}

// sourceAt returns the noun phrase of a subject; a relative pronoun stands with
// its noun.
func (p *parsed) sourceAt(s int) tokens {
	t := p.at(p.token(s))
	if t.Is("there", "what", "this", "whatever", "nobody", "none", "few") || !p.upos(s, "NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET") {
		return tokens{}
	}
	if !t.Is("who", "which", "that") {
		phrase := p.phrase(s)
		if p.at(phrase.first-1).Is("not") || p.at(phrase.first).Is("not") {
			return tokens{} // "Not all Kestrians want ...": nobody is said to.
		}
		return phrase
	}
	if p.at(p.token(s)-1).Is("those", "anyone", "everyone", "everybody", "people", "voters", "someone", "one") {
		return tokens{} // A class of people, none of whom is told to have said it.
	}
	verb := p.Words[s].Head
	if verb == syntax.Root || !p.rel(verb, "acl:relcl") || p.Words[verb].Head > s {
		return tokens{}
	}
	noun := p.hull(p.Words[verb].Head, func(k int) bool {
		return k == verb || p.rel(k, "case", "punct", "cc", "conj", "mark", "cop", "nsubj", "aux")
	})
	noun.last = p.token(s) + 1
	return noun
}

// round rounds a confidence to two decimals.
func round(p float64) float64 { return float64(int(p*100+0.5)) / 100 }

// onlyVerbs leaves out the cues that the tree takes for nouns, where their form
// is as often one ("Kestrian claims that ..."), and for attributes of a noun
// ("the proposed law", "shelling reported in the suburbs").
func (p *parsed) onlyVerbs(all []occurrence) []occurrence {
	return slices.DeleteFunc(all, func(o occurrence) bool {
		w := p.word(o.head)
		if w < 0 || o.cue == accordingTo || p.Words[w].Confidence < sure {
			return false
		}
		return p.attribute(w) && o.group == o.head || o.has(frameNoun) && p.upos(w, "NOUN")
	})
}

// attribute reports whether a verb is an attribute of a noun. Where the noun is the
// root, the tree has more likely missed that the sentence has no other verb.
func (p *parsed) attribute(w int) bool {
	if p.rel(w, "amod", "compound") {
		return true
	}
	return p.rel(w, "acl") && !p.rel(w, "acl:relcl") && p.Words[w].XPOS == "VBN" && p.Words[p.Words[w].Head].Head != syntax.Root
}
