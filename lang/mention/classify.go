package mention

import (
	"strings"

	"parley/lang"
	"parley/lang/syntax"
)

// named is the name that a word is the head of: words [first, last], both in it.
type named struct {
	first, last int
	kind        string // "PER", "LOC" or "ORG"; empty for a word that is no name's head
}

// finder finds the mentions of one sentence.
type finder struct {
	text    *lang.Text
	words   []syntax.Word
	left    [][]int // dependents before each word
	right   [][]int // and behind it
	names   []named // by the words that are their heads
	inName  []bool
	peoples map[int]bool // tokens that name a people
	known   map[int]bool // tokens that are the name of a place whatever stands around
}

func newFinder(t *lang.Text, tree syntax.Tree, peoples, known map[int]bool) *finder {
	n := len(tree.Words)
	f := &finder{
		text: t, words: tree.Words, peoples: peoples, known: known,
		left: make([][]int, n), right: make([][]int, n), names: make([]named, n), inName: make([]bool, n),
	}
	for i, w := range tree.Words {
		switch {
		case w.Head == syntax.Root:
		case i < w.Head:
			f.left[w.Head] = append(f.left[w.Head], i)
		default:
			f.right[w.Head] = append(f.right[w.Head], i)
		}
	}
	f.readNames()
	return f
}

// readNames notes each name at the word that governs it.
func (f *finder) readNames() {
	for i := 0; i < len(f.words); {
		kind, begins := strings.CutPrefix(f.words[i].Name, "B-")
		if !begins {
			i++
			continue
		}
		n := named{first: i, last: i, kind: kind}
		for n.last+1 < len(f.words) && f.words[n.last+1].Name == "I-"+kind {
			n.last++
		}
		n.first = f.article(n.first)
		head := n.last
		for k := n.first; k <= n.last; k++ {
			f.inName[k] = true
			if h := f.words[k].Head; h < n.first || h > n.last {
				head = k
				break
			}
		}
		for k := n.first; k <= n.last; k++ {
			f.inName[k] = true
		}
		f.names[head] = n
		i = n.last + 1
	}
}

// article takes the Arabic article into a name ("al-Tolm").
func (f *finder) article(first int) int {
	if first < 2 || f.words[first-1].Form != "-" {
		return first
	}
	switch strings.ToLower(f.words[first-2].Form) {
	case "al", "el", "as", "ar", "az", "an", "at":
		return first - 2
	}
	return first
}

// modifies reports whether a word stands inside a phrase that another noun heads.
func (f *finder) modifies(i int) bool {
	switch f.base(i) {
	case "compound", "flat", "fixed", "amod", "goeswith", "nummod", "det":
		return true
	}
	switch f.words[i].Relation {
	case "nmod:desc", "nmod:unmarked", "nmod:poss":
		return true
	}
	return false
}

// base is a word's relation without its subtype.
func (f *finder) base(i int) string { return f.words[i].Base() }

// classify fills in what a word's phrase stands for; it reports whether that is
// anything that is looked for.
func (f *finder) classify(i int, m *Mention) bool {
	w := f.words[i]
	lower := strings.ToLower(w.Form)
	switch n := f.names[i]; {
	case w.XPOS == "RB" && (lower == "here" || lower == "there"):
		m.Type, m.Form, m.Confidence = Place, Pronoun, 0.5
		return true
	case strings.HasPrefix(w.XPOS, "PRP"):
		m.Form, m.Confidence = Pronoun, 0.9
		m.Type, m.Subtype = pronounType(lower)
		return m.Type != ""
	case f.peoples[w.Token] && n.kind != "PER" && n.first == n.last && (n.kind != "" || !f.inName[i]):
		return f.people(i, m)
	case n.kind != "":
		return f.name(i, n, m)
	case !f.inName[i] && strings.HasPrefix(w.XPOS, "NNP") && f.acronym(i):
		m.Type, m.Form, m.Confidence = Organisation, Named, 0.6
		return true
	case f.inName[i] || f.modifies(i) && w.Relation != "nmod:poss" || !strings.HasPrefix(w.XPOS, "NN"):
		return false
	}
	return f.nominal(i, m)
}

// acronym reports whether a noun is written in capitals and so stands for a body,
// not for one of its kind: it has no number and no article that says so.
func (f *finder) acronym(i int) bool {
	w := f.words[i]
	if len(w.Form) < 2 || len(w.Form) > 7 {
		return false
	}
	for _, r := range w.Form {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	d := f.child(f.left[i], "det")
	return (d < 0 || strings.EqualFold(f.words[d].Form, "the")) && !timeWords[w.Form] && f.child(f.left[i], "nummod") < 0
}

// people classifies an adjective or a noun that names a people.
func (f *finder) people(i int, m *Mention) bool {
	m.Form, m.Confidence = Named, 0.9
	if w := f.words[i]; strings.HasPrefix(w.XPOS, "NNP") && !f.modifies(i) && (w.XPOS == "NNPS" || f.child(f.left[i], "det") >= 0) {
		m.Type, m.Subtype = Organisation, Group
		return true
	}
	m.Type = People
	return true
}

// name classifies a name.
func (f *finder) name(i int, n named, m *Mention) bool {
	m.Form, m.Confidence = Named, 0.8
	last := strings.ToLower(f.words[n.last].Form)
	switch {
	case n.first == n.last && f.known[f.words[i].Token]:
		m.Type = Place
	case n.kind == "ORG", n.first == n.last && f.acronym(i), n.last > n.first && (bodies[last] && !places[last] || subtypes[last] != ""):
		m.Type = Organisation
		for k := n.first; k <= n.last && m.Subtype == ""; k++ {
			m.Subtype = subtypes[strings.ToLower(f.words[k].Form)]
		}
	case n.kind == "PER":
		m.Type = Person
	default:
		m.Type = Place
	}
	if t, ok := occasions[last]; ok && n.last > n.first {
		m.Type, m.Subtype = t, ""
	}
	return true
}

// nominal classifies a phrase without a name at its head, by the head.
func (f *finder) nominal(i int, m *Mention) bool {
	w := f.words[i]
	m.Form, m.Confidence = Nominal, 0.6
	plural := w.XPOS == "NNS" || w.XPOS == "NNPS"
	lemma := strings.ToLower(w.Lemma)
	lower := strings.ToLower(w.Form)
	if t, ok := occasions[lemma]; ok && (f.namedBefore(i) || f.properBefore(i)) {
		m.Type, m.Form = t, Named
		return true
	}
	switch {
	case bodies[lemma] || bodies[lower]:
		m.Type, m.Subtype = Organisation, subtypes[lemma]
	case crowds[lemma] || crowds[lower]:
		m.Type, m.Subtype = Organisation, Group
	case roles[lemma] && plural:
		m.Type, m.Subtype = Organisation, Group
	case roles[lemma]:
		m.Type = Person
	case places[lemma]:
		m.Type = Place
	default:
		return false
	}
	if f.namedBefore(i) {
		m.Confidence = 0.8
	}
	return true
}

// namedBefore reports whether a name or a people stands before a head in its
// phrase ("Kestrian officials", "Tolm accord").
func (f *finder) namedBefore(i int) bool {
	for _, k := range f.left[i] {
		if w := f.words[k]; f.names[k].kind != "" || f.peoples[w.Token] {
			return true
		}
	}
	return false
}

// properBefore reports whether a proper noun stands right before a head.
func (f *finder) properBefore(i int) bool {
	return i > 0 && strings.HasPrefix(f.words[i-1].XPOS, "NNP") && f.words[i-1].Head == i
}

// child returns the first of the words with a relation, subtypes aside, or -1.
func (f *finder) child(words []int, relation string) int {
	for _, k := range words {
		if f.base(k) == relation {
			return k
		}
	}
	return -1
}

// pronounType is whom a pronoun stands for; "it" and the like are left out, since
// mostly they stand for no actor.
func pronounType(lower string) (Type, Subtype) {
	switch lower {
	case "i", "me", "my", "mine", "myself", "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return Person, ""
	case "we", "us", "our", "ours", "ourselves", "they", "them", "their", "theirs", "themselves":
		return Organisation, Group
	}
	return "", ""
}
