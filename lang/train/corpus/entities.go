package corpus

import (
	"iter"
	"slices"
	"strings"

	"parley/lang/conllu"
)

// entityTypes are the types of GUM's entities that a name finder looks for.
var entityTypes = map[string]string{"person": "PER", "place": "LOC", "organization": "ORG"}

// Names reads the names off the entities that GUM notes in the last column. An
// entity is a whole noun phrase ("the new president of Kestria, whom ..."); a name
// is the run of proper nouns about its head. A name within a longer name is left
// to the longer one. By our scheme, a person's name is without titles, a title
// alone ("the President") is no name, and neither is what members of a people or a
// party are called ("Kestrians"); titles are the words of the set.
func Names(sentences []*conllu.Sentence, titles map[string]bool) []Named {
	var out []Named
	for _, s := range sentences {
		n := Named{Forms: s.Forms(), Labels: make([]string, len(s.Words))}
		for i := range n.Labels {
			n.Labels[i] = "O"
		}
		for _, e := range entities(s) {
			first, last := properNouns(s, e)
			if e.kind == "PER" && last > first {
				first, last = personal(s, first, last, headOf(s, e), titles)
			}
			if last > first {
				n.mark(first, last, e.kind)
			}
		}
		out = append(out, n)
	}
	return out
}

// Titles returns the titles of a treebank: the forms that stand before a person's
// name as its description ("nmod:desc").
func Titles(sentences []*conllu.Sentence) map[string]bool {
	set := map[string]bool{}
	for _, s := range sentences {
		for _, w := range s.Words {
			if w.Relation == "nmod:desc" && proper(w) {
				set[w.Form] = true
			}
		}
	}
	return set
}

// personal cuts a run of proper nouns down to a person's name: from the head on,
// with what stands before it unless that is a title or belongs to one ("Kestrian
// Foreign Minister"). It returns an empty run where the head is none.
func personal(s *conllu.Sentence, first, last, head int, titles map[string]bool) (int, int) {
	if s.Words[head].XPOS == "NNPS" || titles[s.Words[head].Form] {
		return 0, 0
	}
	for i := first; i < head; i++ {
		if w := s.Words[i]; w.Relation == "nmod:desc" || titles[w.Form] || w.Relation == "compound" {
			first = i + 1
		}
	}
	return first, last
}

// mark labels a name, unless one of its words is in another.
func (n *Named) mark(first, last int, kind string) {
	for _, label := range n.Labels[first:last] {
		if label != "O" {
			return
		}
	}
	n.Labels[first] = "B-" + kind
	for i := first + 1; i < last; i++ {
		n.Labels[i] = "I-" + kind
	}
}

// entity is a noun phrase: words [first, last) of a sentence.
type entity struct {
	first, last int
	kind        string
}

// entities reads the entities that begin and end within a sentence, outer ones
// before those within them.
func entities(s *conllu.Sentence) []entity {
	var open []entity
	ids := map[string][]int{} // indices into open, by the entities' ids
	for word := range s.Words {
		for mark := range marks(misc(s.Words[word].Misc, "Entity")) {
			if mark.opens {
				id, rest, _ := strings.Cut(mark.text, "-")
				kind, _, _ := strings.Cut(rest, "-")
				ids[id] = append(ids[id], len(open))
				open = append(open, entity{first: word, kind: entityTypes[kind]})
			}
			if !mark.closes {
				continue
			}
			id, _, _ := strings.Cut(mark.text, "-")
			if n := len(ids[id]); n > 0 {
				open[ids[id][n-1]].last = word + 1
				ids[id] = ids[id][:n-1]
			}
		}
	}
	return slices.DeleteFunc(open, func(e entity) bool { return e.last == 0 || e.kind == "" })
}

// mark is the beginning of an entity, its end, or both.
type mark struct {
	text          string
	opens, closes bool
}

// marks splits a note such as "(4-person-new(5-place-new)" or "5)4)".
func marks(note string) iter.Seq[mark] {
	return func(yield func(mark) bool) {
		for note != "" {
			var m mark
			note, m.opens = strings.CutPrefix(note, "(")
			end := strings.IndexAny(note, "()")
			if end < 0 {
				end = len(note)
			}
			m.text = note[:end]
			note, m.closes = strings.CutPrefix(note[end:], ")")
			if !yield(m) {
				return
			}
		}
	}
}

// misc returns the value of an attribute of the last column, or "".
func misc(list, name string) string {
	for item := range strings.SplitSeq(list, "|") {
		if value, ok := strings.CutPrefix(item, name+"="); ok {
			return value
		}
	}
	return ""
}

// properNouns returns the run of proper nouns about the head of an entity. Small
// words between proper nouns belong to the name ("University of Tolm").
func properNouns(s *conllu.Sentence, e entity) (first, last int) {
	head := headOf(s, e)
	if !proper(s.Words[head]) {
		return 0, 0
	}
	first, last = head, head+1
	for first > e.first && proper(s.Words[first-1]) {
		first--
	}
	for at := last; at < e.last; at++ {
		switch w := s.Words[at]; {
		case proper(w):
			last = at + 1
		case w.Form != "of" && w.Form != "the" && w.Form != "-":
			return first, last
		}
	}
	return first, last
}

func proper(w conllu.Word) bool { return w.XPOS == "NNP" || w.XPOS == "NNPS" }

// headOf returns the word of an entity whose head is outside it.
func headOf(s *conllu.Sentence, e entity) int {
	for i := e.first; i < e.last; i++ {
		if h := s.Words[i].Head - 1; h < e.first || h >= e.last {
			return i
		}
	}
	return e.first
}
