package statement

// correct sets right, by the tree, the source of an occurrence that the words
// around it gave: what stands behind a verb whose subject stands before it is
// not its source, and a verb shares the subject of the verb that it is joined to.
func (p *parsed) correct(o *occurrence) {
	if !o.inverted && !o.shared && !p.holdsRelative(o.source) {
		return
	}
	w := p.word(o.head)
	if w < 0 || !p.upos(w, "VERB") || p.Words[w].Confidence < sure {
		return
	}
	if o.shared {
		if t := p.subjectOf(w); !t.empty() && t.last <= o.group {
			o.source = t
		}
		return
	}
	s := p.child(w, "nsubj")
	if s < 0 || p.Words[s].Confidence < sure {
		return
	}
	if t := p.sourceAt(s); !t.empty() && t.last <= o.group {
		o.source, o.inverted, o.shared = t, false, false
		o.from = min(o.group, t.first)
	}
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
