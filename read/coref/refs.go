package coref

import (
	"cmp"
	"slices"
	"strings"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// ref is one place where the text speaks of a person, with what its grammar says
// of how much the person is in the reader's mind there.
type ref struct {
	span     parley.Span
	member   int
	sentence int
	word     int // in the sentence's tree, or -1
	role     role
	inner    bool // its clause is part of another
	quote    int  // the quotation that it stands in, or -1
}

// role is what a mention is in its clause, as far as salience goes.
type role uint8

// The roles, the most salient first.
const (
	subject role = iota
	object
	possessor
	oblique
	elsewhere
	roles
)

// mark is a place where a person may be spoken of, before it is known who it is.
type mark struct {
	span     parley.Span // of the name, the noun phrase or the pronoun
	head     int         // byte offset of its head word
	sentence int
	word     int
	member   int    // of a name; -1 else
	noun     string // the lemma of a noun phrase's head
	gender   byte   // of a pronoun
}

// genderPronouns are the pronouns that stand for one person.
var genderPronouns = map[string]byte{
	"he": 'm', "him": 'm', "his": 'm', "himself": 'm', "she": 'f', "her": 'f', "hers": 'f', "herself": 'f',
}

// survey collects the places where persons are spoken of, in the order of the text.
func (c *cast) survey() {
	for _, m := range c.mentions {
		s, w := c.wordOf(m.span)
		c.marks = append(c.marks, mark{span: m.span, head: m.span.Start, sentence: s, word: w, member: m.member})
	}
	for s := range c.trees {
		for w := range c.trees[s].Words {
			if m, ok := c.markAt(s, w); ok {
				c.marks = append(c.marks, m)
			}
		}
	}
	slices.SortStableFunc(c.marks, func(a, b mark) int { return cmp.Compare(a.head, b.head) })
}

// markAt returns the mark of a word that is a pronoun or heads a noun phrase that
// stands for one person.
func (c *cast) markAt(s, w int) (mark, bool) {
	word := &c.trees[s].Words[w]
	m := mark{span: word.Span, head: word.Start, sentence: s, word: w, member: -1}
	if m.gender = genderPronouns[strings.ToLower(word.Form)]; m.gender != 0 {
		return m, true
	}
	if word.UPOS != "NOUN" && word.UPOS != "PROPN" && word.UPOS != "PRON" || strings.HasSuffix(word.XPOS, "S") {
		return m, false
	}
	m.noun = strings.ToLower(word.Lemma)
	if !personal(m.noun) || word.Relation == "compound" || word.Relation == "amod" || strings.HasPrefix(word.Relation, "flat") || c.inName(word.Token) {
		return m, false
	}
	if word.UPOS == "PROPN" && c.trees[s].Child(w, "det") < 0 {
		return m, false // "President" without an article belongs to a name.
	}
	m.span.Start = c.phraseStart(s, w)
	return m, true
}

// personal reports whether a noun stands for a person.
func personal(noun string) bool {
	return !seldomPersons[noun] && (personNouns[noun] != 0 || titles[noun] != nil || kinds[noun] == parley.Person || strings.HasSuffix(noun, "woman") || strings.HasSuffix(noun, "ologist"))
}

// seldomPersons are nouns of offices that mean something else more often where
// they stand without a name.
var seldomPersons = set("head chief general major source justice")

// nounGender returns the gender that a noun tells, or 0.
func nounGender(noun string) byte {
	switch g := personNouns[noun]; {
	case g == 'm' || g == 'f':
		return g
	case strings.HasSuffix(noun, "woman"):
		return 'f'
	}
	return genderWords[noun]
}

// phraseStart returns where the noun phrase of a head begins: with the first of
// the words before it that depend on it.
func (c *cast) phraseStart(s, w int) int {
	words := c.trees[s].Words
	first := w
	for i := w - 1; i >= max(0, w-syntax.Reach) && c.trees[s].Under(i, w); i-- {
		first = i
	}
	for first < w && (words[first].UPOS == "PUNCT" || words[first].UPOS == "ADP") {
		first++
	}
	return words[first].Start
}

// wordOf returns the sentence of a span and the word that heads it in the tree,
// -1 without one.
func (c *cast) wordOf(s parley.Span) (sentence, word int) {
	sentence = max(0, c.text.SentenceAt(s.Start))
	if sentence >= len(c.trees) {
		return sentence, -1
	}
	tree := c.trees[sentence]
	for k := c.text.TokenAt(s.Start); k < len(c.text.Tokens) && c.text.Tokens[k].Start < s.End; k++ {
		w := tree.At(k)
		if w < 0 {
			continue
		}
		if h := tree.Words[w].Head; h < 0 || !tree.Words[h].Overlaps(s) {
			return sentence, w
		}
	}
	return sentence, -1
}

// governor returns the word through which a word takes part in its clause: out of
// names, appositions and enumerations up to their first part.
func (c *cast) governor(s, w int) int {
	words := c.trees[s].Words
	for steps := 0; w >= 0 && words[w].Head >= 0 && steps < syntax.Reach; steps++ {
		switch words[w].Base() {
		case "flat", "appos", "conj", "compound":
			w = words[w].Head
		default:
			return w
		}
	}
	return w
}

// roleOf returns what a word is in its clause.
func (c *cast) roleOf(s, w int) role {
	if w < 0 {
		return elsewhere
	}
	switch relation := c.trees[s].Words[c.governor(s, w)].Relation; {
	case strings.HasPrefix(relation, "nsubj"), strings.HasPrefix(relation, "csubj"), relation == "obl:agent":
		return subject
	case relation == "obj", relation == "iobj":
		return object
	case relation == "nmod:poss":
		return possessor
	case strings.HasPrefix(relation, "obl"):
		return oblique
	}
	return elsewhere
}

// refer notes that a mark speaks of a member.
func (c *cast) refer(m mark, member int) {
	c.refs = append(c.refs, ref{
		span: m.span, member: member, sentence: m.sentence, word: m.word,
		role: c.roleOf(m.sentence, m.word), inner: c.inner(m.sentence, m.word), quote: c.text.QuoteAt(m.head),
	})
}

// inner reports whether the clause of a word is part of another one.
func (c *cast) inner(s, w int) bool {
	if w < 0 {
		return false
	}
	words := c.trees[s].Words
	for steps := 0; w >= 0 && steps < syntax.Reach; steps++ {
		switch words[w].Base() {
		case "ccomp", "advcl", "acl", "csubj":
			return true
		}
		w = words[w].Head
	}
	return false
}

// clocks returns, for each sentence, how many sentences the writer has begun up to
// it: those that go on with a quotation leave the reader's mind where it was.
func clocks(text *lang.Text) []int {
	out := make([]int, len(text.Sentences))
	n := 0
	for i, s := range text.Sentences {
		q := text.QuoteAt(s.Start)
		if q < 0 || slices.ContainsFunc(text.Quotes[q].Parts, func(p parley.Span) bool { return p.Start == s.Start }) {
			n++
		}
		out[i] = n
	}
	return out
}

// advance settles who is spoken of at the marks before a byte offset.
func (c *cast) advance(offset int) {
	for c.next < len(c.marks) && c.marks[c.next].head < offset {
		m := c.marks[c.next]
		c.next++
		switch {
		case m.member >= 0:
			c.refer(m, m.member)
		case m.gender != 0:
			c.pronounAt(m)
		default:
			c.nounAt(m)
		}
	}
}

// settle says who stands behind the head noun of a source, so that the mark there
// makes no other of it.
func (c *cast) settle(head parley.Span, member int) {
	if _, w := c.wordOf(head); w >= 0 {
		s := c.text.SentenceAt(head.Start)
		c.settled[c.trees[s].Words[w].Start] = member
	}
}

// reveal gives a person whom only a noun phrase names an id, as soon as something
// refers back to the person.
func (c *cast) reveal(i int) {
	m := c.members[i]
	if m.ID == "" {
		m.ID = c.freeID(m.Name)
		c.byID[m.ID] = i
	}
}

// tokenAt returns the token that begins at a byte offset.
func (c *cast) tokenAt(offset int) lang.Token { return c.text.Tokens[c.text.TokenAt(offset)] }
