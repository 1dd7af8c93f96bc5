package date

import "strings"

// form is one way to write a time: a pattern, and the function that makes sense
// of what the pattern matched.
//
// A pattern is a list of words. A word in small letters or a mark stands for
// itself; a word in capitals is a symbol (see symbolNames); "a|b" is either, and
// "?" at the end makes an element optional.
type form struct {
	pattern string
	build   builder
}

// builder turns what a pattern matched into a time, or refuses it.
type builder func(s *scanner, m match) (timex, bool)

// grammar is the lexicon and the compiled patterns.
type grammar struct {
	words map[string]lexeme
	named uint16 // how many words have a number
	whole *node  // every form
	point *node  // the forms that "early" or "the end of" may stand before
	clock *node  // clock times without their day
}

// node is a state of the automaton that all patterns share.
type node struct {
	literals map[uint16]*node
	symbols  []edge
	classes  uint32 // the bits of the symbols of the edges that are classes
	phrases  bool   // some edge is a phrase
	build    builder
}

// edge leads on by a class or a phrase.
type edge struct {
	symbol symbol
	to     *node
}

// newGrammar compiles the forms.
func newGrammar() *grammar {
	g := &grammar{words: lexicon(), whole: &node{}, point: &node{}, clock: &node{}}
	for word := range strings.FieldsSeq(quantityWords + " " + boundWords) {
		g.intern(word)
	}
	for _, f := range clockForms {
		g.add(g.clock, f)
	}
	for _, forms := range pointForms {
		for _, f := range forms {
			g.add(g.point, f)
			g.add(g.whole, f)
		}
	}
	for _, forms := range wholeForms {
		for _, f := range forms {
			g.add(g.whole, f)
		}
	}
	for word, l := range g.words {
		l.begins = g.begun(l)
		g.words[word] = l
	}
	return g
}

// begins says what may begin with a word: one bit for each phrase, in the order
// of their symbols, and aForm. Most words of a text begin nothing and cost
// nothing more.
type begins uint8

// aForm is the bit of words that a form of the whole grammar may begin with.
const aForm begins = 1 << (symbolsCount - quantitySym)

// begun returns what may begin with a word of the given classes and number.
func (g *grammar) begun(l lexeme) begins {
	var b begins
	set := func(ok bool, s symbol) {
		if ok {
			b |= 1 << (s - quantitySym)
		}
	}
	numeric := l.classes&(1<<numberSym|1<<numeralSym) != 0
	set(numeric || g.isOneOf(l, quantityStarts), quantitySym)
	set(g.isOneOf(l, boundStarts), boundSym)
	set(g.point.opens(l), pointSym)
	set(g.clock.opens(l), clockSym)
	set(numeric, wordYearSym)
	set(l.is(numberSym), wordDaySym)
	for _, e := range g.whole.symbols {
		set(e.symbol >= quantitySym && b>>(e.symbol-quantitySym)&1 == 1, symbolsCount)
	}
	set(g.whole.opens(l), symbolsCount)
	return b
}

// isOneOf reports whether a word is one of those of a list.
func (g *grammar) isOneOf(l lexeme, words string) bool {
	for w := range strings.FieldsSeq(words) {
		if l.literal != 0 && g.words[w].literal == l.literal {
			return true
		}
	}
	return false
}

// opens reports whether an edge of the state leads on by the word itself.
func (n *node) opens(l lexeme) bool { return n.classes&l.classes != 0 || n.literals[l.literal] != nil }

// intern gives a word of a pattern its number.
func (g *grammar) intern(word string) uint16 {
	l := g.words[word]
	if l.literal == 0 {
		g.named++
		l.literal = g.named
		g.words[word] = l
	}
	return l.literal
}

// add adds a form to the automaton. Of two forms with one pattern the first stands.
func (g *grammar) add(root *node, f form) {
	states := []*node{root}
	for element := range strings.FieldsSeq(f.pattern) {
		word, optional := strings.CutSuffix(element, "?")
		var next []*node
		for alternative := range strings.SplitSeq(word, "|") {
			for _, n := range states {
				next = append(next, g.step(n, alternative))
			}
		}
		if optional {
			next = append(next, states...)
		}
		states = next
	}
	for _, n := range states {
		if n.build == nil && n != root {
			n.build = f.build
		}
	}
}

// step returns the state behind one element, made where it is missing.
func (g *grammar) step(n *node, element string) *node {
	s, known := symbolNames[element]
	if !known {
		return n.literal(g.intern(element))
	}
	for _, e := range n.symbols {
		if e.symbol == s {
			return e.to
		}
	}
	to := &node{}
	n.symbols = append(n.symbols, edge{s, to})
	if s < quantitySym {
		n.classes |= 1 << s
	} else {
		n.phrases = true
	}
	return to
}

func (n *node) literal(id uint16) *node {
	if n.literals == nil {
		n.literals = map[uint16]*node{}
	}
	if n.literals[id] == nil {
		n.literals[id] = &node{}
	}
	return n.literals[id]
}

// item is one matched element of a pattern.
type item struct {
	symbol   symbol
	from, to int // terms
	n        int // the number of a class
	unit     unit
	word     string
	quantity *quantity // of a phrase that is one
	timex    *timex    // of a phrase that is one
}

// match is what a pattern matched, element by element.
type match []item

// find returns the first element of a symbol.
func (m match) find(s symbol) (item, bool) {
	for _, it := range m {
		if it.symbol == s {
			return it, true
		}
	}
	return item{}, false
}

// all returns the elements of a symbol, in order.
func (m match) all(s symbol) []item {
	var out []item
	for _, it := range m {
		if it.symbol == s {
			out = append(out, it)
		}
	}
	return out
}

// has reports whether an element of the symbol was matched.
func (m match) has(s symbol) bool {
	_, ok := m.find(s)
	return ok
}

// n returns the number of the first element of a symbol, or 0.
func (m match) n(s symbol) int {
	it, _ := m.find(s)
	return it.n
}

// unit returns the unit of the first element that has one.
func (m match) unit() unit {
	for _, it := range m {
		if it.symbol != noSymbol && it.unit != noUnit {
			return it.unit
		}
	}
	return noUnit
}

// from and to are the ends of the match, in terms.
func (m match) from() int { return m[0].from }
func (m match) to() int   { return m[len(m)-1].to }

// longest returns the longest time that the automaton accepts at term i.
func (s *scanner) longest(root *node, i int) (timex, bool) {
	var best timex
	base := len(s.path)
	s.walk(root, i, base, &best)
	s.path = s.path[:base]
	return best, best.value != ""
}

// walk follows the edges of a state over the terms from i on.
func (s *scanner) walk(n *node, i, base int, best *timex) {
	if n.build != nil && i > best.to {
		if t, ok := n.build(s, match(s.path[base:])); ok && t.value != "" {
			if t.to == 0 {
				t.from, t.to = s.path[base].from, i
			}
			*best = t
		}
	}
	if i >= len(s.terms) {
		return
	}
	t := &s.terms[i]
	if t.literal != 0 {
		if next := n.literals[t.literal]; next != nil {
			s.path = append(s.path, item{from: i, to: i + 1})
			s.walk(next, i+1, base, best)
			s.path = s.path[:len(s.path)-1]
		}
	}
	if n.classes&t.classes == 0 && !n.phrases {
		return
	}
	for _, e := range n.symbols {
		it, ok := s.element(e.symbol, t, i)
		if !ok {
			continue
		}
		s.path = append(s.path, it)
		s.walk(e.to, it.to, base, best)
		s.path = s.path[:len(s.path)-1]
	}
}

// element matches one symbol at term i.
func (s *scanner) element(sym symbol, t *term, i int) (item, bool) {
	if sym < quantitySym {
		return item{symbol: sym, from: i, to: i + 1, n: t.n, unit: t.unit, word: t.word}, t.is(sym)
	}
	it := item{symbol: sym, from: i}
	if t.begins>>(sym-quantitySym)&1 == 0 {
		return it, false
	}
	switch sym {
	case quantitySym:
		if q, to := s.quantity(i); to > i {
			it.quantity, it.to = &q, to
		}
	case boundSym:
		it.word, it.to = s.bound(i)
	case wordYearSym:
		it.n, it.to = s.wordYear(i)
	case wordDaySym:
		it.n, it.to = s.wordDay(i)
	case pointSym, clockSym:
		root := s.g.point
		if sym == clockSym {
			root = s.g.clock
		}
		if t, ok := s.longest(root, i); ok {
			it.timex, it.to = &t, t.to
		}
	}
	return it, it.to > i
}
