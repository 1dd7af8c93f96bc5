package net

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class is a set of classes of a gazetteer, a bit each.
type Class uint16

// The classes that the part that finds names is taught with.
const (
	State  Class = 1 << iota // "Kestria", "Republic of Kestria"
	People                   // "Kestrian", "Kestrians"
	City                     // or region
	Town
	Given
	Family
	Office // the whole name of one who holds or held an office
	Body   // a body of a state, an organisation, an armed group, a company
	Outlet // a news organisation
	taught = iota
)

// Taught is the number of classes that are taught.
const Taught = taught

// maxClasses is how many classes a set can tell apart.
const maxClasses = 16

// phraseWords is how many words of a phrase are compared.
const phraseWords = 8

// Gazetteer tells which phrases are known to name something, and what: one bit a
// class. It knows phrases by their hashes, so that a phrase in some billions may
// be taken for another. The zero value knows nothing; a nil one too.
type Gazetteer struct {
	hashes  []uint64 // in order; of phrases and of what they begin with
	classes []Class  // none of what only begins a phrase
}

// NewGazetteer makes a gazetteer of phrases with their classes. Phrases are cut
// into words as the treebanks do: between white space, at hyphens, before "'s".
func NewGazetteer(phrases map[string]Class) *Gazetteer {
	known := map[uint64]Class{}
	for phrase, class := range phrases {
		h := uint64(0)
		words := phraseOf(phrase)
		if len(words) == 0 || len(words) > phraseWords {
			continue
		}
		for _, w := range words {
			h = further(h, Key(w))
			known[h] |= 0
		}
		known[h] |= class
	}
	g := &Gazetteer{}
	for h := range known {
		g.hashes = append(g.hashes, h)
	}
	slices.Sort(g.hashes)
	for _, h := range g.hashes {
		g.classes = append(g.classes, known[h])
	}
	return g
}

// phraseOf cuts a phrase into words.
func phraseOf(phrase string) []string {
	return strings.Fields(hyphens.Replace(phrase))
}

// hyphens sets hyphens and possessive endings apart.
var hyphens = strings.NewReplacer("-", " - ", "’s", " 's", "'s", " 's")

// Key is what a gazetteer knows a form by, however it is written.
func Key(form string) uint64 { return hash(Normal(clip(form))) }

// further is the hash of a phrase with one more word.
func further(h, key uint64) uint64 { return scramble(h ^ key) }

// makeGazetteer makes room for so many hashes.
func makeGazetteer(n int) *Gazetteer {
	return &Gazetteer{hashes: make([]uint64, n), classes: make([]Class, n)}
}

func (g *Gazetteer) size() int {
	if g == nil {
		return 0
	}
	return len(g.hashes)
}

// look returns the classes of a hash, and whether it is known at all.
func (g *Gazetteer) look(h uint64) (Class, bool) {
	i, ok := slices.BinarySearch(g.hashes, h)
	if !ok {
		return 0, false
	}
	return g.classes[i], true
}

// Marked are the classes of a word: of phrases that begin with it, and of those
// that go on with it.
type Marked struct {
	Begins, Inside Class
}

// Mark adds to each word, of which the form and its key are given, the classes of
// the known phrases that it is in, the longest of each class. A phrase begins with
// a capital, a digit, or a word that a hyphen joins to the next.
func (g *Gazetteer) Mark(forms []string, keys []uint64, out []Marked) {
	if g == nil {
		return
	}
	var covered [maxClasses]int // the end of each class's last phrase
	for i, form := range forms {
		article := i+1 < len(forms) && forms[i+1] == "-" // "al - Tolm"
		if r, _ := utf8.DecodeRuneInString(form); !unicode.IsUpper(r) && !unicode.IsDigit(r) && !article {
			continue
		}
		lengths := g.longestAt(keys[i:])
		for c, n := range lengths {
			if n == 0 || i < covered[c] {
				continue
			}
			covered[c] = i + n
			out[i].Begins |= 1 << c
			for k := i + 1; k < i+n; k++ {
				out[k].Inside |= 1 << c
			}
		}
	}
}

// longestAt returns for each class the words of the longest phrase that begins
// the words of the keys.
func (g *Gazetteer) longestAt(keys []uint64) (lengths [maxClasses]int) {
	h := uint64(0)
	for n, key := range keys[:min(len(keys), phraseWords)] {
		h = further(h, key)
		class, ok := g.look(h)
		if !ok {
			break
		}
		for c := range lengths {
			if class&(1<<c) != 0 {
				lengths[c] = n + 1
			}
		}
	}
	return lengths
}

// join makes a gazetteer that knows the phrases of all.
func join(list ...*Gazetteer) *Gazetteer {
	type entry struct {
		hash  uint64
		class Class
	}
	var all []entry
	for _, g := range list {
		for i := range g.size() {
			all = append(all, entry{g.hashes[i], g.classes[i]})
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(a.hash, b.hash) })
	out := &Gazetteer{}
	for _, e := range all {
		if n := len(out.hashes); n > 0 && out.hashes[n-1] == e.hash {
			out.classes[n-1] |= e.class
			continue
		}
		out.hashes, out.classes = append(out.hashes, e.hash), append(out.classes, e.class)
	}
	return out
}

// With returns a gazetteer that knows the phrases of both.
func (g *Gazetteer) With(other *Gazetteer) *Gazetteer { return join(g, other) }
