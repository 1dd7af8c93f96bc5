package actors

import (
	"cmp"
	"slices"
	"strings"
)

// names is the index of the words of people's names. Words are numbers: of their
// soft form, and of their folded form, which several soft ones share.
type names struct {
	soft, folded     map[string]int32
	text             []string // the soft words
	fold             []int32  // the folded form of each soft word
	foldText         []string
	bySoft, byFolded [][]int32          // people, in order, by word
	words            []int32            // the soft words of all names, one after the other
	ends             []int32            // where each name ends in words
	first            []int32            // the first name of each person; one more at the end
	weight           []uint8            // how much news speaks of each person
	offices          map[string][]int32 // by titleKey
	familyFirst      []bool             // whether the family name of each person comes first
}

// named is a person as a name found him.
type named struct {
	person int32
	score  float64 // in (0, 1]
	match  NameMatch
	whole  bool // no word of the person's name is missing
}

// NameMatch says how a name was found to be a person's.
type NameMatch string

// The ways, the surest first.
const (
	FullName  NameMatch = "name"     // the whole name, or another of his names
	Surname   NameMatch = "surname"  // the last part of it
	PartName  NameMatch = "part"     // another part of it
	Respelled NameMatch = "spelling" // in another spelling
)

// readNames indexes the names of all people.
func (h *held) readNames() *names {
	n := &names{soft: make(map[string]int32, len(h.people)), folded: make(map[string]int32, len(h.people)), weight: make([]uint8, len(h.people))}
	n.words = make([]int32, 0, 4*len(h.people))
	var soft []byte
	for i := range h.people {
		n.first = append(n.first, int32(len(n.ends)))
		soft = n.name(soft, h.people[i].Name)
		for _, alias := range h.people[i].Aliases {
			soft = n.name(soft, alias)
		}
	}
	n.first = append(n.first, int32(len(n.ends)))
	n.post()
	n.offices = make(map[string][]int32, len(h.offices))
	for i := range h.offices {
		at := titleKey(h.offices[i].Of, h.offices[i].Name)
		n.offices[at] = append(n.offices[at], int32(i))
	}
	n.familyFirst = make([]bool, len(h.people))
	for _, s := range h.spans {
		n.familyFirst[s.person] = n.familyFirst[s.person] || familyFirst(h.people[s.person].Name, h.offices[s.office].Of)
		n.weight[s.person] = max(n.weight[s.person], uint8(h.offices[s.office].weight()))
	}
	return n
}

// familyFirst reports whether a name of someone in an office of a state begins
// with the family's: in East Asia, and wherever two given syllables are joined by a
// hyphen behind one word ("Ban Ki-moon").
func familyFirst(name, of string) bool {
	switch of {
	case "CHN", "KOR", "PRK", "TWN", "VNM":
		return true
	}
	_, given, ok := strings.Cut(name, " ")
	_, second, hyphen := strings.Cut(given, "-")
	return ok && hyphen && !strings.Contains(given, " ") && second != "" && second[0] >= 'a' && second[0] <= 'z'
}

// name adds the words of one name. It returns the buffer for the next.
func (n *names) name(soft []byte, name string) []byte {
	soft = appendSoft(soft[:0], name)
	for rest := soft; len(rest) > 0; {
		end := slices.Index(rest, ' ')
		if end < 0 {
			end = len(rest)
		}
		n.words = append(n.words, n.word(rest[:end]))
		rest = rest[min(end+1, len(rest)):]
	}
	n.ends = append(n.ends, int32(len(n.words)))
	return soft
}

// word returns the number of a soft word, a new one if it has none.
func (n *names) word(w []byte) int32 {
	if id, ok := n.soft[string(w)]; ok {
		return id
	}
	word, id := string(w), int32(len(n.text))
	n.soft[word] = id
	n.text = append(n.text, word)
	folded := foldWord(word)
	f, ok := n.folded[folded]
	if !ok {
		f = int32(len(n.foldText))
		n.folded[folded] = f
		n.foldText = append(n.foldText, folded)
	}
	n.fold = append(n.fold, f)
	return id
}

// post lists the people of each word.
func (n *names) post() {
	n.bySoft = n.lists(len(n.text), func(w int32) int32 { return w })
	n.byFolded = n.lists(len(n.foldText), func(w int32) int32 { return n.fold[w] })
}

// lists makes the list of people of each form of a word: counted first, so that
// all lists share one array.
func (n *names) lists(forms int, form func(int32) int32) [][]int32 {
	sizes, last := make([]int32, forms), make([]int32, forms)
	total := 0
	n.each(func(p, w int32) {
		if f := form(w); last[f] != p+1 {
			last[f] = p + 1
			sizes[f]++
			total++
		}
	})
	lists, all := make([][]int32, forms), make([]int32, 0, total)
	for f, size := range sizes {
		lists[f] = all[len(all) : len(all) : len(all)+int(size)]
		all = all[:len(all)+int(size)]
	}
	n.each(func(p, w int32) {
		f := form(w)
		if list := lists[f]; len(list) == 0 || list[len(list)-1] != p {
			lists[f] = append(list, p)
		}
	})
	return lists
}

// each calls do with each word of each person's names, person by person.
func (n *names) each(do func(person, word int32)) {
	for p := range int32(len(n.first) - 1) {
		for _, w := range n.words[n.start(n.first[p]):n.start(n.first[p+1])] {
			do(p, w)
		}
	}
}

// start returns where a name starts in words.
func (n *names) start(name int32) int32 {
	if name == 0 {
		return 0
	}
	return n.ends[name-1]
}

// People finds the people that a name can be of, the likeliest first: those who
// bear the whole name, then those of whose name it is the last part or another.
// A name that nobody bears as it is written is looked for in other spellings.
func (k *Known) People(name string) []Person {
	var out []Person
	for _, n := range k.held.byName(name) {
		out = append(out, k.held.people[n.person])
	}
	return out
}

// byName finds people by name, the best first.
func (h *held) byName(name string) []named {
	words := softWords(name)
	if len(words) == 0 || len(words) > 8 {
		return nil
	}
	found := h.byWords(words)
	if len(found) == 0 && len(words) > 2 {
		return h.shorter(words)
	}
	return found
}

// byWords finds people by the soft words of a name.
func (h *held) byWords(words []string) []named {
	index := h.names()
	found := index.scored(query{words: words, index: index.soft, posts: index.bySoft, text: index.text})
	if len(found) > 0 && (found[0].whole || found[0].match == Surname) {
		return found
	}
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = foldWord(w)
	}
	for _, f := range index.scored(query{words: folded, index: index.folded, posts: index.byFolded, text: index.foldText, fold: index.fold}) {
		if !slices.ContainsFunc(found, func(n named) bool { return n.person == f.person }) {
			f.score *= 0.9
			f.match = Respelled
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b named) int { return cmp.Compare(b.score, a.score) })
	return found
}

// shorter finds people by a name of three words or more that has one more than
// theirs at its end or beginning.
func (h *held) shorter(words []string) []named {
	for _, part := range [][]string{words[:len(words)-1], words[1:]} {
		found := h.byWords(part)
		found = slices.DeleteFunc(found, func(n named) bool { return !n.whole })
		for i := range found {
			found[i].score *= 0.75
			found[i].match = PartName
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// query is a name to find, in one of the forms of the index.
type query struct {
	words []string
	ids   []int32 // of the words; -1 for an initial that is no word of the index
	index map[string]int32
	posts [][]int32
	text  []string
	fold  []int32 // nil for the soft form
}

// scored finds those whose names have all the words, and scores each.
func (n *names) scored(q query) []named {
	found := make([]named, 0, mostNamed)
	for _, p := range q.having() {
		best := named{person: p}
		for name := n.first[p]; name < n.first[p+1]; name++ {
			if score, match := q.likeness(n.words[n.start(name):n.ends[name]], n.familyFirst[p]); score > best.score {
				best.score, best.match, best.whole = score, match, score == 1
			}
		}
		if best.score > 0 {
			best.score *= prominence(best.match, n.weight[p])
			found = kept(found, best)
		}
	}
	return found
}

// kept puts a person into the list of the best, which has the best first and
// those of the same score in the order in which they came, and holds it to
// mostNamed: some names have hundreds of bearers.
func kept(best []named, n named) []named {
	at := len(best)
	for at > 0 && best[at-1].score < n.score {
		at--
	}
	if at == mostNamed {
		return best
	}
	if len(best) == mostNamed {
		best = best[:mostNamed-1]
	}
	return slices.Insert(best, at, n)
}

// prominence lowers the score of those of whom news speaks less, the more so the
// less of the name was given.
func prominence(match NameMatch, weight uint8) float64 {
	w := float64(weight) / 10
	switch match {
	case Surname:
		return 0.7 + 0.3*w
	case PartName:
		return 0.6 + 0.4*w
	}
	return 0.9 + 0.1*w
}

// mostShared bounds the people of a name of one word: "Muhammad" or "Khan" alone
// names nobody.
const mostShared = 200

// having returns the people under all the words. An initial is no word to look up.
func (q *query) having() []int32 {
	var lists [][]int32
	for _, w := range q.words {
		id, ok := q.index[w]
		if !ok {
			id = -1
		}
		q.ids = append(q.ids, id)
		if len(w) == 1 && len(q.words) > 1 {
			continue
		}
		if !ok {
			return nil
		}
		lists = append(lists, q.posts[id])
	}
	if len(lists) == 0 || len(q.words) == 1 && len(lists[0]) > mostShared {
		return nil
	}
	slices.SortFunc(lists, func(a, b []int32) int { return cmp.Compare(len(a), len(b)) })
	out := make([]int32, 0, 8)
	for _, p := range lists[0] {
		if inAll(lists[1:], p) {
			out = append(out, p)
		}
	}
	return out[:min(len(out), mostShared)]
}

// inAll reports whether a person is in all the ordered lists. It drops from them
// the people before, so that the next person must come later in the order.
func inAll(lists [][]int32, person int32) bool {
	all := true
	for i, list := range lists {
		for len(list) > 0 && list[0] < person {
			list = list[1:]
		}
		lists[i] = list
		all = all && len(list) > 0 && list[0] == person
	}
	return all
}

// id returns the number of a bearer's word in the form of the query.
func (q *query) id(word int32) int32 {
	if q.fold != nil {
		return q.fold[word]
	}
	return word
}

// likeness scores how the name that a text uses fits a person's whole name.
func (q *query) likeness(bearer []int32, familyFirst bool) (float64, NameMatch) {
	last := len(bearer) - 1
	switch {
	case last < 0:
		return 0, ""
	case len(q.ids) > 1:
		return q.likenessOfSeveral(bearer)
	case q.ids[0] == q.id(bearer[last]) && last == 0:
		return 1, FullName
	case q.ids[0] == q.id(bearer[last]) && !familyFirst, q.ids[0] == q.id(bearer[0]) && familyFirst:
		return 0.85, Surname
	case q.ids[0] == q.id(bearer[0]):
		return 0.55, PartName
	}
	for _, w := range bearer {
		if q.id(w) == q.ids[0] {
			return 0.6, PartName
		}
	}
	return 0, ""
}

// likenessOfSeveral scores a name of several words.
func (q *query) likenessOfSeveral(bearer []int32) (float64, NameMatch) {
	at, initials := 0, false
	for i := range q.ids {
		next := at
		for next < len(bearer) && !q.same(i, bearer[next]) {
			next++
		}
		if next == len(bearer) && len(q.words[i]) == 1 && i > 0 {
			initials = true // The initial of a name that the tables leave out.
			continue
		}
		if next == len(bearer) {
			return q.reordered(bearer)
		}
		at = next
		initials = initials || q.ids[i] != q.id(bearer[at])
		at++
	}
	switch {
	case len(q.ids) == len(bearer) && !initials:
		return 1, FullName
	case at == len(bearer) && !q.same(0, bearer[0]):
		return 0.9, Surname
	}
	return 0.95, FullName
}

// same reports whether a word of the query is a bearer's, or an initial of it.
func (q *query) same(i int, word int32) bool {
	id := q.id(word)
	if q.ids[i] == id {
		return true
	}
	w, b := q.words[i], q.text[id]
	return len(w) == 1 && strings.HasPrefix(b, w) || len(b) == 1 && strings.HasPrefix(w, b)
}

// reordered scores a name whose words a person's whole name has in another order.
func (q *query) reordered(bearer []int32) (float64, NameMatch) {
	for i := range q.ids {
		if !slices.ContainsFunc(bearer, func(w int32) bool { return q.same(i, w) }) {
			return 0, ""
		}
	}
	if len(q.ids) == len(bearer) {
		return 0.9, FullName
	}
	return 0.55, PartName
}
