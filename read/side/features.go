package side

import (
	"slices"
	"strconv"
	"strings"

	"parley"
	"parley/lang/syntax"
	"parley/linear"
)

// Features returns the features of a pair in a text with these trees: the words between,
// before and behind the names; the words and relations on the way through the tree from the
// one to the other; and what hangs on both.
func Features(trees []syntax.Tree, pair Pair) linear.Features {
	f := newFinder(trees, pair)
	f.add("told", strconv.Itoa(pair.Told))
	if pair.P.Start > pair.Q.Start {
		f.add("swapped")
	}
	if f.p.head < 0 || f.q.head < 0 {
		f.add("no word")
		return f.set.Features()
	}
	f.around()
	f.name("p", &f.p)
	f.name("q", &f.q)
	f.path()
	return f.set.Features()
}

// finder gathers the features of one pair. Its words are those of all trees in one row,
// with their heads counted through.
type finder struct {
	set   *linear.Set
	words []syntax.Word
	tree  []int // by word: its sentence
	kids  [][]int
	p, q  mention
}

// mention is one of the two names.
type mention struct {
	words []int
	head  int   // of these, or -1
	up    []int // the heads above it, from itself to the root
}

// newFinder prepares the words.
func newFinder(trees []syntax.Tree, pair Pair) *finder {
	f := &finder{set: linear.NewSet()}
	for k, t := range trees {
		first := len(f.words)
		for _, w := range t.Words {
			if w.Head != syntax.Root {
				w.Head += first
			}
			f.words = append(f.words, w)
			f.tree = append(f.tree, k)
		}
	}
	f.kids = make([][]int, len(f.words))
	for i, w := range f.words {
		if w.Head != syntax.Root {
			f.kids[w.Head] = append(f.kids[w.Head], i)
		}
	}
	f.p, f.q = f.mention(pair.P), f.mention(pair.Q)
	return f
}

// mention finds the words of a name and the one that heads them.
func (f *finder) mention(s parley.Span) mention {
	m := mention{head: -1}
	for i := range f.words {
		if f.words[i].Span.Overlaps(s) {
			m.words = append(m.words, i)
		}
	}
	for _, i := range m.words {
		if m.head < 0 || slices.Contains(m.words, m.head) && !slices.Contains(m.words, f.words[i].Head) && slices.Contains(m.words, f.words[m.head].Head) {
			m.head = i
		}
	}
	for i := m.head; i >= 0 && len(m.up) < syntax.Reach; i = f.words[i].Head {
		m.up = append(m.up, i)
	}
	return m
}

func (f *finder) add(parts ...string) { f.set.Add(parts...) }

// lemma returns the lemma of word i, with the two names, other names and numbers blurred,
// so that what is learnt is of words and not of persons.
func (f *finder) lemma(i int) string {
	switch w := &f.words[i]; {
	case slices.Contains(f.p.words, i):
		return "P!"
	case slices.Contains(f.q.words, i):
		return "Q!"
	case w.Name != "":
		return "NAME"
	case w.UPOS == "NUM":
		return "NUM"
	default:
		return strings.ToLower(w.Lemma)
	}
}

// lemmas returns the lemmas of the words [first, last) that there are.
func (f *finder) lemmas(first, last int) []string {
	var out []string
	for i := max(0, first); i < min(last, len(f.words)); i++ {
		out = append(out, f.lemma(i))
	}
	return out
}

// How many words count before and behind the pair, and up to how many between the names
// count as one phrase.
const (
	nearby      = 6
	shortPhrase = 6
)

// around adds the words between, before and behind the names.
func (f *finder) around() {
	first, second := &f.p, &f.q
	if f.p.head > f.q.head {
		first, second = second, first
	}
	between := f.lemmas(slices.Max(first.words)+1, slices.Min(second.words))
	f.row("between", between, "^", "$")
	if len(between) <= shortPhrase {
		f.add("phrase", strings.Join(between, " "))
	}
	f.add("gap", strconv.Itoa(min(len(between)/3, 8)))
	lo, hi := min(slices.Min(f.p.words), slices.Min(f.q.words)), max(slices.Max(f.p.words), slices.Max(f.q.words))
	f.row("before", f.lemmas(lo-nearby, lo), "", "P!")
	f.row("behind", f.lemmas(hi+1, hi+1+nearby), "Q!", "")
	for i := range f.words {
		if upos := f.words[i].UPOS; upos == "VERB" || upos == "ADJ" || upos == "NOUN" {
			if l := f.lemma(i); l != "P!" && l != "Q!" {
				f.add("any", l)
			}
		}
	}
}

// row adds the words of a row one by one and two by two, with what stands at its ends.
func (f *finder) row(where string, lemmas []string, start, end string) {
	for _, l := range lemmas {
		f.add(where, l)
	}
	if start != "" {
		lemmas = append([]string{start}, lemmas...)
	}
	if end != "" {
		lemmas = append(slices.Clone(lemmas), end)
	}
	for i := 1; i < len(lemmas); i++ {
		f.add(where+" two", lemmas[i-1], lemmas[i])
	}
}

// heightMost is how many heads above a name count.
const heightMost = 4

// name adds what stands around one name in the tree: its relation, its preposition, what
// hangs on it, and the heads above it with the way to them.
func (f *finder) name(which string, m *mention) {
	w := &f.words[m.head]
	f.add(which+" relation", w.Relation)
	f.add(which+" kind", w.Name)
	var form []string
	for _, i := range m.words {
		form = append(form, strings.ToLower(f.words[i].Form))
	}
	f.add(which+" is", strings.Join(form, " "))
	way := ""
	for k := 1; k < min(len(m.up), heightMost+1); k++ {
		below, head := m.up[k-1], m.up[k]
		way += "/" + f.words[below].Relation
		f.add(which+" above", way, f.lemma(head))
		f.add(which+" head", f.words[below].Relation, f.lemma(head))
		if f.denied(head) {
			f.add(which+" denied", strconv.Itoa(k))
		}
	}
	for _, k := range f.kids[m.head] {
		if slices.Contains(m.words, k) {
			continue
		}
		f.add(which+" has", f.words[k].Relation, f.lemma(k))
		if f.words[k].Relation == "case" && len(m.up) > 1 {
			f.add(which+" case", f.lemma(k), f.lemma(m.up[1]))
		}
	}
}

// denied reports whether a negation hangs on word i.
func (f *finder) denied(i int) bool {
	return slices.ContainsFunc(f.kids[i], func(k int) bool {
		l := f.words[k].Lemma
		return l == "not" || l == "never" || l == "n't" || l == "no"
	})
}

// path adds the way through the tree from the one name to the other.
func (f *finder) path() {
	top := -1
	for _, i := range f.p.up {
		if slices.Contains(f.q.up, i) {
			top = i
			break
		}
	}
	if top < 0 || f.tree[f.p.head] != f.tree[f.q.head] {
		f.add("no path")
		return
	}
	up, down := below(f.p.up, top), below(f.q.up, top)
	rise, fall := f.relations(up), f.relations(down)
	lemma := f.lemma(top)
	f.add("path", rise, fall)
	f.add("top", lemma)
	f.add("top kind", f.words[top].UPOS)
	f.add("path top", rise, lemma, fall)
	f.add("ends", f.last(up), lemma, f.last(down))
	f.add("q at top", lemma, fall, f.preposition(f.q.head))
	f.add("length", strconv.Itoa(len(up)+len(down)))
	f.steps(up, top, down)
	for _, k := range f.kids[top] {
		if !slices.Contains(up, k) && !slices.Contains(down, k) {
			f.add("beside", f.words[k].Relation, f.lemma(k))
		}
	}
}

// steps adds the words on the way, without the two names.
func (f *finder) steps(up []int, top int, down []int) {
	var lemmas []string
	step := func(i int, where string) {
		l := f.lemma(i)
		lemmas = append(lemmas, l)
		f.add("on", l)
		f.add("on "+where, l)
		if f.denied(i) {
			f.add("on denied")
			f.add("on denied", l)
		}
	}
	for _, i := range up[min(1, len(up)):] {
		step(i, "rise")
	}
	step(top, "top")
	for _, i := range slices.Backward(down[min(1, len(down)):]) {
		step(i, "fall")
	}
	f.add("way", strings.Join(lemmas, " "))
}

// below returns the words of a way up that stand below the top.
func below(up []int, top int) []int { return up[:slices.Index(up, top)] }

// relations names the relations of the words of a way.
func (f *finder) relations(way []int) string {
	var out []string
	for _, i := range way {
		out = append(out, f.words[i].Relation)
	}
	return strings.Join(out, "/")
}

// last returns the relation by which a way reaches the top.
func (f *finder) last(way []int) string {
	if len(way) == 0 {
		return "="
	}
	return f.words[way[len(way)-1]].Relation
}

// preposition returns the preposition of word i, or "".
func (f *finder) preposition(i int) string {
	for _, k := range f.kids[i] {
		if f.words[k].Relation == "case" {
			return f.lemma(k)
		}
	}
	return ""
}
