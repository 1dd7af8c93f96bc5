package date

import "strings"

// referenceForms are the words for now, before and after.
var referenceForms = []form{
	{"REFERENCE", reference},                      // now, recently
	{"very|more|most|quite REFERENCE", reference}, // very soon
	{"just|only recently", fixedReference(pastRef)},
	{"right|just|even now", fixedReference(presentRef)},
	{"these days", fixedReference(presentRef)},
	{"at present", fixedReference(presentRef)},
	{"at the moment", fixedReference(presentRef)},
	{"the time being", fixedReference(presentRef)},
	{"the? near|foreseeable|immediate|distant future", fixedReference(futureRef)},
	{"the future", theFuture},
	{"the past", thePast},
	{"the? recent past", fixedReference(pastRef)},
	{"the near|short|long term", fixedReference(futureRef)},
	{"just? the other day", fixedReference(pastRef)},
	{"as soon as possible", fixedReference(futureRef)},
	{"a later date|time", fixedReference(futureRef)},
	{"the coming UNITS", coming}, // the coming weeks
	{"coming UNITS", coming},
	{"earlier", bareEarlier},
	{"as soon as", nothing}, // something else dates it
	{"current|recent|future UNITS", vagueUnits},
}

// fixedReference makes a builder of a reference that the words alone give.
func fixedReference(value string) builder {
	return func(*scanner, match) (timex, bool) { return dateValue(value, referenceRule, "a word for it") }
}

// reference resolves "now", "recent" and their kind.
func reference(s *scanner, m match) (timex, bool) {
	it, _ := m.find(referenceSym)
	w := s.word(it.from)
	next := s.word(it.to)
	switch {
	case s.term(it.from).capital && it.from > 0 && !s.opensQuote(it.from):
		return timex{}, false // part of a name
	case w == "future" && (!isLetters(next) || clauseWords[next]) && s.word(it.from-1) != "in":
		return timex{}, false // a noun: what is to become of something
	case w == "future" && next == "of":
		return timex{}, false
	case w == "now" && (next == "-" || next == "that"):
		return timex{}, false // "now that" gives a reason
	case (w == "shortly" || w == "soon") && (next == "after" || next == "before" || next == "as"):
		return timex{}, false // of something else
	case w == "soon" && s.word(it.from-1) == "as":
		return timex{}, false
	case w == "current" && (strings.HasPrefix(next, "account") || next == "affairs"):
		return timex{}, false
	}
	return dateValue(it.word, referenceRule, "a word for it")
}

// opensQuote reports whether a quotation mark stands before term i.
func (s *scanner) opensQuote(i int) bool {
	w := s.word(i - 1)
	return w != "" && strings.ContainsAny(w, "\"“”'‘«:—–-")
}

// theFuture resolves "the future", but not "the future of Varenia".
func theFuture(s *scanner, m match) (timex, bool) {
	if s.word(m.to()) == "of" || s.word(m.from()-1) != "in" && s.word(m.to()) != "" && s.term(m.to()).classes == 0 && isLetters(s.word(m.to())) && !clauseWords[s.word(m.to())] {
		return timex{}, false
	}
	return dateValue(futureRef, referenceRule, "a word for it")
}

// thePast resolves "the past" where no unit or noun follows.
func thePast(s *scanner, m match) (timex, bool) {
	next := s.word(m.to())
	if isLetters(next) && !clauseWords[next] {
		return timex{}, false
	}
	return dateValue(pastRef, referenceRule, "a word for it")
}

// isLetters reports whether a word begins with a letter.
func isLetters(w string) bool { return w != "" && (w[0] >= 'a' && w[0] <= 'z') }

// clauseWords are the words that begin the rest of a clause, so that no noun follows.
var clauseWords = wordSet(`and or but to in on at by for from with as if when where while is was are were has have had will would
	that which who it he she they we i you`)

// coming resolves "the coming weeks": a length of unknown size.
func coming(_ *scanner, m match) (timex, bool) {
	return duration(vaguePeriod(m.unit()), vagueDurationRule, "an unknown number of units")
}

// bareEarlier resolves "Earlier," at the head of a sentence.
func bareEarlier(s *scanner, m match) (timex, bool) {
	if m.from() > 0 || s.word(m.to()) != "," {
		return timex{}, false
	}
	return dateValue(pastRef, referenceRule, "a word for it")
}
