package statement

import (
	"parley"
	"parley/lang/syntax"
)

// contentOf returns what the verb w carries: a clause, an infinitive, an object,
// or the sentence that it is put into.
func (r *reader) contentOf(p *parsed, o *occurrence, w int) parley.Spans {
	switch k := p.child(w, "ccomp"); {
	case k >= 0 && o.has(frameThat|frameQuote) && !(o.has(frameStrict) && p.marker(k) == "" && k > w):
		return r.clauseOf(p, o, w, k)
	case len(o.particles) > 0:
		return r.behindParticle(p, o, w)
	}
	if k := p.child(w, "xcomp"); k >= 0 && o.has(frameTo) && p.marker(k) == "to" && k > w {
		return r.words(p, p.hull(k, nil))
	}
	if k := p.child(w, "obj"); k > w && o.has(frameThing|frameObject) {
		return r.object(p, o, w, k)
	}
	if p.rel(w, "parataxis") && o.has(frameQuote) && len(o.particles) == 0 {
		return r.around(p, w)
	}
	return nil
}

// clauseOf returns a complement clause; where the cue stands in a relative
// clause, with the pronoun that belongs to it: "which Kestria insists is hers".
func (r *reader) clauseOf(p *parsed, o *occurrence, w, k int) parley.Spans {
	t := p.hull(k, nil)
	if p.Words[k].Confidence < sure || t.first < o.head && t.last > o.head {
		return nil // The tree is wrong, or the clause is torn apart.
	}
	content := r.words(p, t)
	if p.rel(w, "acl:relcl") && len(content) > 0 {
		if i := o.source.first - 1; p.at(i).Is("which", "that", "who", "whom") {
			content = append(parley.Spans{p.span(i, i+1)}, content...)
		}
	}
	return content
}

// behindParticle returns the object of the preposition of a cue such as "call for".
func (r *reader) behindParticle(p *parsed, o *occurrence, w int) parley.Spans {
	if !o.has(frameThing | frameObject | frameTo) {
		return nil
	}
	particle := o.particles[len(o.particles)-1]
	k := p.with(w, []string{particle}, "obl", "advcl", "xcomp")
	if k < 0 {
		k = p.child(w, "obj") // "rule out talks"
	}
	if k < w {
		return nil
	}
	t := p.hull(k, nil)
	t.first = max(t.first, o.last)
	if o.has(frameObject) {
		if x := p.child(w, "xcomp", "advcl"); x > k {
			t.last = max(t.last, p.hull(x, nil).last)
		}
	}
	return r.words(p, t)
}

// object returns the object k of verb w with what the verb says of it: "Kestria
// to withdraw", "the plan as unworkable", "the army for its restraint".
func (r *reader) object(p *parsed, o *occurrence, w, k int) parley.Spans {
	t := p.hull(k, nil)
	for _, x := range p.kids[w] {
		if x <= k {
			continue
		}
		if p.rel(x, "xcomp") || p.rel(x, "obl", "advcl") && (p.marker(x) == "as" || p.marker(x) == "for" || p.marker(x) == "over" || p.marker(x) == "of") {
			t.last = max(t.last, p.hull(x, nil).last)
		}
	}
	if is(p.at(t.first), relative) && t.last == t.first+1 || t.first <= o.head {
		return nil
	}
	return r.words(p, t)
}

// around returns the sentence that verb w, a tag or an insertion, is put into.
func (r *reader) around(p *parsed, w int) parley.Spans {
	host := p.Words[w].Head
	if host == syntax.Root {
		return nil
	}
	own, all := p.hull(w, nil), p.hull(host, nil)
	if own.first <= all.first {
		return nil // What follows stands by itself.
	}
	content := r.words(p, p.trimmed(tokens{all.first, own.first}))
	if own.last < all.last && len(content) > 0 {
		content = append(content, r.words(p, p.trimmed(tokens{own.last, all.last}))...)
	}
	return content
}

// passive returns what a passive verb carries, and sets the agent as its source:
// "the plan was rejected by Kestria", "a plan proposed by Kestria".
func (r *reader) passive(p *parsed, o *occurrence, w int) parley.Spans {
	agent := p.with(w, []string{"by"}, "obl")
	if agent < w || !o.has(frameThing|frameObject) || !p.agentive(agent) {
		return nil
	}
	o.source = p.phrase(agent)
	if s := p.child(w, "nsubj:pass"); s >= 0 {
		if t := p.sourceAt(s); !is(p.at(t.last-1), relative) {
			return r.words(p, t)
		}
		return nil
	}
	noun := p.Words[w].Head
	if noun == syntax.Root || noun > w || p.rel(noun, "nsubj") && p.companion(o.first) && p.at(o.first-1).Is(",", "and") {
		return nil // "Kestria, supported by Oru, said": nothing but who is with it.
	}
	return r.words(p, p.hull(noun, func(k int) bool { return k >= w || p.rel(k, "case", "punct", "nsubj", "cop", "mark", "cc", "aux") }))
}

// words returns tokens as content.
func (r *reader) words(p *parsed, t tokens) parley.Spans {
	if t.empty() {
		return nil
	}
	return r.run(p.clause, nil, 0, t.first, t.last)
}
