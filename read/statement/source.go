package statement

import "parley/lang"

// phraseWords is the most tokens a source may have without its relative clause
// or apposition, and asideWords the most of these.
const (
	phraseWords = 30
	asideWords  = 40
)

// tokens is a range [first, last) of a clause's tokens; empty: none.
type tokens struct{ first, last int }

func (t tokens) empty() bool { return t.first >= t.last }

// subject returns the noun phrase before the verb group that begins at group:
// "the ministry's spokesman, Davit Orlen," of "the ministry's spokesman, Davit Orlen, said".
func (c *clause) subject(group int) tokens {
	end := c.withoutTime(group)
	if end <= c.start {
		return tokens{}
	}
	last := c.at(end - 1)
	switch {
	case is(last, relative) && !last.Is("that"):
		return c.relativeSubject(end)
	case is(last, pronoun):
		return tokens{end - 1, end}
	case c.comma(end-1) || last.Is(")"):
		return c.subjectBeforeAside(end)
	}
	return c.phraseBefore(end)
}

// withoutTime steps back over the adverbials that end at end: "on Friday", "in contrast".
func (c *clause) withoutTime(end int) int {
	if end-2 > c.start && c.at(end-2).Is("in", "for") && c.at(end-1).Is("contrast", "turn", "response", "reply", "particular", "general", "example", "instance", "return", "addition") {
		end -= 2
	}
	i := end
	for i > c.start && (is(c.at(i-1), timeWord) || c.at(i-1).Kind == lang.Number) {
		i--
	}
	if i < end && i-1 > c.start && c.at(i-1).Is("the") {
		i--
	}
	if i < end && i > c.start && c.at(i-1).Is("on", "in", "early", "late") {
		return i - 1
	}
	if i < end && !c.at(i).Is("may", "this", "next", "last", "night") && is(c.at(i), timeWord) {
		return i
	}
	return end
}

// relativeSubject takes the noun before "who" with the pronoun.
func (c *clause) relativeSubject(end int) tokens {
	head := end - 1
	if c.comma(head - 1) {
		head--
	}
	if p := c.phraseBefore(head); !p.empty() {
		return tokens{p.first, end}
	}
	return tokens{}
}

// subjectBeforeAside takes a noun phrase with what stands between commas or in
// brackets behind it: an apposition, a relative clause, an age, a place.
func (c *clause) subjectBeforeAside(end int) tokens {
	closer := end - 1
	opener := c.asideStart(closer)
	if first := c.companionsStart(closer); first >= 0 && c.at(closer).Is(",") {
		opener = first
	}
	if opener <= c.start {
		return tokens{}
	}
	head := c.phraseBefore(opener)
	if head.empty() && c.at(opener-1).Kind == lang.Number && c.comma(opener-2) {
		head = c.phraseBefore(opener - 2) // "Ana Bretz, 61, a miller, said"
	}
	if head.empty() {
		return tokens{}
	}
	// An apposition may itself follow one: "Vaskeri, 52, the foreign minister, said".
	if head.first > c.start && c.comma(head.first-1) && !c.clauseOpens(head.first) {
		if before := c.phraseBefore(head.first - 1); !before.empty() && c.phraseStart(before.first) {
			head.first = before.first
		}
	}
	if c.at(closer).Is(")") {
		return tokens{head.first, end}
	}
	return tokens{head.first, closer}
}

// asideStart returns the comma, dash or bracket that opens the aside that closer
// ends, or -1.
func (c *clause) asideStart(closer int) int {
	want := c.at(closer)
	for i := closer - 1; i > c.start && i > closer-asideWords; i-- {
		switch {
		case c.quoted(i) && !c.quoted(closer):
			continue
		case want.Is(")") && c.at(i).Is("("):
			return i
		case want.Is(","):
			if !c.at(i).Is(",") {
				continue
			}
			if !c.aside(i+1, closer) {
				return -1
			}
			return i
		case !want.Is(")") && c.at(i).Lower == want.Lower:
			return i
		}
	}
	return -1
}

// aside reports whether tokens [a, b) can be an aside: they begin as a noun
// phrase, a relative clause, a number or a prepositional phrase would.
func (c *clause) aside(a, b int) bool {
	t := c.at(a)
	if b-a < 1 || is(t, connective) && b-a < 3 {
		return false
	}
	return t.Kind == lang.Number || is(t, determiner|preposition|relative|adverb) || t.Capital() || isWord(t) && !is(t, pronoun|auxiliary|subordinator)
}

// phraseBefore returns the noun phrase that ends before token end: a chunk of
// words up to a determiner, extended over the prepositions and the co-ordination
// that join it to the chunks before.
func (c *clause) phraseBefore(end int) tokens {
	first := c.chunkBefore(end)
	if first == end {
		return tokens{}
	}
	for end-first < phraseWords {
		p := c.at(first - 1)
		if is(p, preposition) && !p.Is("after", "before", "since", "until", "during", "despite", "following", "amid", "than", "ahead") {
			if left := c.chunkBefore(first - 1); left < first-1 {
				first = left
				continue
			}
			break
		}
		if p.Is("and", "or") {
			if c.at(first-2).Is("he", "she", "they") {
				first -= 2
				if c.at(first - 1).Is("both") {
					first--
				}
				break
			}
			if left := c.chunkBefore(first - 1); left < first-1 && c.phraseStart(left) {
				first = left
				continue
			}
		}
		break
	}
	first = c.listBefore(first, end)
	if rel := c.relativeWithin(first); rel >= 0 {
		first = rel
	}
	if !c.nominal(first, end) {
		return tokens{}
	}
	return tokens{first, end}
}

// listBefore extends a phrase that ends in "B and C" over the names of a list before it:
// "A, B and C said". A name behind a preposition is a place ("In Tolm, B and C said").
func (c *clause) listBefore(first, end int) int {
	joined := false
	for i := first; i < end; i++ {
		joined = joined || c.at(i).Is("and")
	}
	for joined && c.at(first-1).Is(",") && end-first < phraseWords {
		left := c.chunkBefore(first - 1)
		if left >= first-1 || !c.phraseStart(left) && !c.at(left-1).Is(",") || !c.allNames(left, first-1) {
			break
		}
		first = left
	}
	return first
}

// allNames reports whether tokens [a, b) are a name, with or without an article.
func (c *clause) allNames(a, b int) bool {
	if c.at(a).Is("the") {
		a++
	}
	for i := a; i < b; i++ {
		if t := c.at(i); !t.Capital() && !t.Is("of", "'s") || is(t, timeWord) {
			return false
		}
	}
	return a < b
}

// companion reports whether an aside at token i tells who is with the subject or against it:
// "supported by", "and opposed by", "on behalf of".
func (c *clause) companion(i int) bool {
	if c.at(i).Is("and") {
		i++
	}
	return CompanionAt(c.words, i) != Alone
}

// companionsStart returns the comma before the first aside of companions between the start
// of the clause and closer, where the asides go on up to closer; else -1.
func (c *clause) companionsStart(closer int) int {
	for i := max(c.start+1, closer-asideWords); i < closer; i++ {
		if c.at(i).Is(",") && !c.quoted(i) && c.companion(i+1) {
			return i
		}
	}
	return -1
}

// chunkBefore returns where the run of nouns, adjectives and names that ends
// before end begins, its determiner included; end itself where there is none.
func (c *clause) chunkBefore(end int) int {
	i := end
	for i > max(c.start, end-phraseWords) {
		t := c.at(i - 1)
		if !isWord(t) || c.quoted(i-1) != c.quoted(end-1) {
			break
		}
		if is(t, determiner) && !is(t, subordinator) {
			i--
			if i > c.start && c.at(i-1).Is("all", "both", "half") {
				i--
			}
			break
		}
		if is(t, pronoun|auxiliary|connective|subordinator|relative|preposition|negation) {
			break
		}
		if is(t, adverb) && !t.Capital() && i == end || verbOnly[t.Lower] && !t.Capital() {
			break
		}
		i--
	}
	return i
}

// phraseStart reports whether a noun phrase that begins at token i begins where
// a subject can: at the start of a clause.
func (c *clause) phraseStart(i int) bool {
	p := c.at(i - 1)
	return i <= c.start || !isWord(p) || is(p, subordinator|connective)
}

// clauseOpens reports whether a clause, not only a phrase, begins at token i.
func (c *clause) clauseOpens(i int) bool {
	return is(c.at(i), pronoun) || c.at(i-1).Is(";", "--", "—")
}

// relativeWithin returns where the noun before "who" begins when the words before
// first are a relative clause without commas: "an official who asked not to be
// named said". It returns -1 where there is none.
func (c *clause) relativeWithin(first int) int {
	for i := first - 1; i > c.start && i > first-12; i-- {
		if !isWord(c.at(i)) {
			return -1
		}
		if c.at(i).Is("who", "which") {
			if start := c.chunkBefore(i); start < i {
				return start
			}
			return -1
		}
	}
	return -1
}

// nominal reports whether the tokens can name a source: one of them is a noun or
// a name, and they are not only a time.
func (c *clause) nominal(a, b int) bool {
	for i := a; i < b; i++ {
		t := c.at(i)
		if t.Kind == lang.Word && !is(t, determiner|timeWord|preposition|adverb|auxiliary|negation) && !t.Is("'s", "'") {
			return true
		}
	}
	return false
}

// phraseAfter returns the noun phrase that begins at token i, with its
// prepositional phrases and appositions: the source behind an inverted verb.
func (c *clause) phraseAfter(i int) tokens {
	end := c.phraseEnd(i)
	if is(c.at(i), pronoun) && !is(c.at(i), determiner) || end == i {
		return tokens{i, end}
	}
	return tokens{i, c.withApposition(end)}
}

// phraseEnd returns the end of the noun phrase that begins at token i, without an
// apposition; i itself where none begins.
func (c *clause) phraseEnd(i int) int {
	if is(c.at(i), pronoun) && !is(c.at(i), determiner) {
		return i + 1
	}
	end := c.chunkAfter(i)
	if end == i || !c.nominal(i, end) {
		return i
	}
	for end-i < phraseWords && c.joins(end) {
		next := c.chunkAfter(end + 1)
		if next == end+1 {
			break
		}
		end = next
	}
	return end
}

// joins reports whether token i joins a noun phrase to the one before it, and is
// not the start of an adverbial such as "in a statement" or "on Monday".
func (c *clause) joins(i int) bool {
	t := c.at(i)
	switch {
	case c.quoted(i):
		return false
	case t.Is("of", "for", "to"):
		return true
	case t.Is("and"):
		return c.at(i + 1).Capital()
	case t.Is("in", "at", "from", "with", "on"):
		return !c.adverbial(i)
	}
	return false
}

// adverbial reports whether a phrase of time, manner or channel begins with the
// preposition at i.
func (c *clause) adverbial(i int) bool {
	if c.at(i).Is("in", "at", "from") && c.at(i+1).Capital() && !is(c.at(i+1), timeWord) {
		return false // A place: it belongs to the office before it.
	}
	return true
}

// chunkAfter returns the end of the run of nouns, adjectives and names, with its
// determiner, that begins at i.
func (c *clause) chunkAfter(i int) int {
	begin := i
	for i < c.finish {
		t := c.at(i)
		if !isWord(t) || c.quoted(i) || finite(t) && i > begin && !(is(c.at(i-1), determiner) && c.at(i-1).Is("a", "an", "the", "its", "their")) {
			break
		}
		if is(t, determiner) && i > begin && !c.at(i-1).Is("all", "both", "half") {
			break
		}
		if is(t, preposition|connective|auxiliary|negation|relative) && !is(t, determiner) {
			break
		}
		if i > begin && (is(t, pronoun|adverb|subordinator) || is(t, timeWord) && !is(t, determiner)) {
			break
		}
		i++
	}
	return i
}

// withApposition extends a phrase that ends at end over ", the minister" and
// ", who ..." up to the comma, cue or sentence end that closes it.
func (c *clause) withApposition(end int) int {
	if !c.at(end).Is(",") {
		return end
	}
	t := c.at(end + 1)
	if !(is(t, determiner) || t.Is("who", "whose", "which", "of") || t.Capital() || t.Kind == lang.Number || roleWord(t)) {
		return end
	}
	i := end + 1
	for i < c.finish && i-end < asideWords {
		if c.quoted(i) || c.comma(i) && !c.listComma(i) || c.at(i).Is(":", ";") {
			break
		}
		i++
	}
	for k := end + 1; k < i; k++ {
		if k > end+1 && c.at(k-1).Is("and", "but") && finite(c.at(k)) {
			return end
		}
	}
	return i
}

// listComma reports whether the comma at i stands inside a place or a name:
// "in Minsk, Belarus" or "Joseph Biden, Jr.".
func (c *clause) listComma(i int) bool {
	return c.at(i+1).Is("jr.", "sr.") ||
		c.at(i-1).Capital() && c.at(i+1).Capital() && (c.at(i+2).Is(",") || i+2 >= c.finish) && is(c.at(i-2), preposition)
}

// roleWord reports whether an apposition can begin with this word without a
// determiner: "said Ana Tolm, spokeswoman for the ministry".
func roleWord(t lang.Token) bool {
	return t.Is("spokesman", "spokeswoman", "spokesperson", "president", "director", "head", "chief", "chairman", "chairwoman", "chair",
		"leader", "minister", "secretary", "professor", "analyst", "deputy", "senior", "former", "executive", "founder", "editor",
		"co-founder", "author", "commander", "member", "ambassador", "envoy")
}

// sentenceSubject returns the noun phrase that the clause begins with, up to its
// first verb: the source of a cue that shares its subject.
func (c *clause) sentenceSubject(before int) tokens {
	i := c.start
	for i < before && (is(c.at(i), connective) || c.at(i).Kind == lang.Mark || c.at(i).Is("meanwhile", ",", "however")) {
		i++
	}
	if is(c.at(i), preposition|subordinator) {
		for i < before && !c.comma(i) {
			i++
		}
		i++
	}
	if i >= before {
		return tokens{}
	}
	if is(c.at(i), pronoun) && !is(c.at(i), determiner) {
		return tokens{i, i + 1}
	}
	end := i
	for end < before && isWord(c.at(end)) && !c.quoted(end) && !(finite(c.at(end)) && end > i) && !cueForm(c.at(end)) {
		end++
	}
	for end > i && is(c.at(end-1), adverb) {
		end--
	}
	if !c.nominal(i, end) || end-i > phraseWords || end == before {
		return tokens{}
	}
	return tokens{i, end}
}

// cueForm reports whether a lower-case word can be a finite form of a cue.
func cueForm(t lang.Token) bool {
	if t.Capital() {
		return false
	}
	for _, s := range cueWords[t.Lower] {
		if s.form == past || s.form == pastOnly || s.form == present && !s.has(frameNoun) {
			return true
		}
	}
	return false
}
