package statement

// correct sets right, by the tree, the source of an occurrence that the words
// around it gave: what stands behind a verb whose subject stands before it is
// not its source, and a verb shares the subject of the verb that it is joined to.
func (p *parsed) correct(o *occurrence) {
	if p.narrow(o) || !o.inverted && !o.shared && !p.holdsRelative(o.source) {
		return
	}
	w := p.word(o.head)
	if w < 0 || !p.upos(w, "VERB") || p.Words[w].Confidence < sure {
		return
	}
	if o.shared {
		if t := p.subjectOf(w); !t.empty() && t.last <= o.group && !p.resumes(o, t) {
			o.source = t
		}
		return
	}
	s := p.child(w, "nsubj")
	if s < 0 || p.Words[s].Confidence < sure {
		return
	}
	if t := p.sourceAt(s); !t.empty() && t.last <= o.group && !p.quoted(t.first) {
		o.source, o.inverted, o.shared = t, false, false
		o.from = min(o.group, t.first)
	}
}

// resumes reports whether a cue that the tree joins to a clause of which the subject
// is only a pronoun goes on with what the source before it says: "Orlen said he
// liked the plan but argued that it came late".
func (p *parsed) resumes(o *occurrence, subject tokens) bool {
	alone := subject.last-subject.first == 1 && p.at(subject.first).Is("he", "she", "they", "it")
	return alone && o.source.last <= subject.first && o.has(frameThat) && (p.at(o.last).Is("that", ":") || p.opensQuote(o.last))
}

// narrow cuts a source down to its subject where the tree shows that it is a clause
// with a verb of its own: "[Orlen used his speech to focus on the deal], saying ...".
func (p *parsed) narrow(o *occurrence) bool {
	if o.source.last-o.source.first < 3 || o.form != ing {
		return false
	}
	for i := o.source.first + 1; i < o.source.last; i++ {
		w := p.word(i)
		if w < 0 || !p.upos(w, "VERB") || p.Words[w].Confidence < sure {
			continue
		}
		s := p.child(w, "nsubj")
		if s < 0 || p.token(s) < o.source.first || p.token(s) >= i || p.rel(w, "acl", "ccomp") {
			continue
		}
		if t := p.sourceAt(s); !t.empty() && t.last <= i {
			o.source = t
			return true
		}
	}
	return false
}

// holdsRelative reports whether a relative pronoun stands inside a source, which
// may then be two phrases: "a boy who activists say ...".
func (c *clause) holdsRelative(t tokens) bool {
	for i := t.first + 1; i < t.last-1; i++ {
		if c.at(i).Is("who", "which", "whom") && !c.comma(i-1) {
			return true
		}
	}
	return false
}
