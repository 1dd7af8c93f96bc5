package event

import "parley"

// place notes when and where: the date and the place that hang on the trigger or on the
// verb that governs it.
func (r *reader) place(c *clause, e *parley.Event) {
	for _, w := range c.around() {
		for _, o := range c.Children(w, "obl", "nmod", "obl:tmod", "advmod", "obl:unmarked", "nmod:unmarked", "compound", "nmod:poss", "amod") {
			if d := r.dateAt(c.Words[o].Span); d != nil && e.When == "" && d.Type != parley.DateDuration && d.Type != parley.DateSet {
				e.When = d.Value
			} else if e.Where == "" && d == nil && (c.Preposition(o) == "in" || c.Preposition(o) == "at") && c.Words[o].UPOS == "PROPN" {
				first, last := c.nameAround(o)
				e.Where = parley.Span{Start: c.Words[first].Start, End: c.Words[last].End}.In(r.text.Source)
			}
		}
	}
}

// around returns the trigger and the verb that governs it as its subject or object.
func (c *clause) around() []int {
	out := []int{c.word}
	if v := c.Words[c.word].Head; c.noun && v >= 0 && c.Words[v].UPOS == "VERB" && c.Words[c.word].Is("nsubj", "obj") {
		out = append(out, v)
	}
	return out
}

// nameAround returns the first and last word of the proper name that a word heads.
func (c *clause) nameAround(w int) (first, last int) {
	first, last = w, w
	for first > 0 && c.Words[first-1].UPOS == "PROPN" && c.Under(first-1, w) {
		first--
	}
	for last+1 < len(c.Words) && c.Words[last+1].UPOS == "PROPN" && c.Under(last+1, w) {
		last++
	}
	return first, last
}

// dateAt returns the date that covers a word, or nil.
func (r *reader) dateAt(word parley.Span) *parley.Date {
	for _, i := range r.dates[r.text.SentenceAt(word.Start)] {
		if d := &r.reading.Dates[i]; d.Span.Overlaps(word) {
			return d
		}
	}
	return nil
}
