package syntax

import (
	"slices"
	"strings"
)

// agree makes the names of a text agree with each other: a name that the text has
// elsewhere is one here too, and of the type that most of its mentions have. A
// family name stands for the person whose whole name the text gives.
func agree(trees []Tree) {
	r := roll{votes: map[string]map[string]int{}}
	for _, tree := range trees {
		trim(tree.Words)
		r.count(tree.Words)
	}
	for _, tree := range trees {
		r.label(tree.Words)
	}
}

// trim ends a name before a finite verb in small letters, which is in none.
func trim(words []Word) {
	for i := range words {
		if !strings.HasPrefix(words[i].Name, "I-") || !finite(words[i]) {
			continue
		}
		for k := i; k < len(words) && strings.HasPrefix(words[k].Name, "I-"); k++ {
			words[k].Name = ""
		}
	}
}

func finite(w Word) bool {
	switch w.XPOS {
	case "VBD", "VBP", "VBZ", "MD":
		return strings.ToLower(w.Form) == w.Form
	}
	return false
}

// roll is what the names of a text are called and of what types their mentions are.
type roll struct {
	votes   map[string]map[string]int
	longest int // words
}

// nameAt returns the end of the name that begins at a word, and its type; it
// returns the word itself where none begins.
func nameAt(words []Word, i int) (end int, kind string) {
	kind, begins := strings.CutPrefix(words[i].Name, "B-")
	if !begins {
		return i, ""
	}
	for end = i + 1; end < len(words) && words[end].Name == "I-"+kind; {
		end++
	}
	return end, kind
}

// call is how a name is looked up.
func call(words []Word) string {
	forms := make([]string, len(words))
	for i, w := range words {
		forms[i] = w.Form
	}
	return strings.Join(forms, " ")
}

// count enters the names of a sentence.
func (r *roll) count(words []Word) {
	for i := 0; i < len(words); {
		end, kind := nameAt(words, i)
		if end == i {
			i++
			continue
		}
		r.vote(call(words[i:end]), kind)
		r.longest = max(r.longest, end-i)
		if kind == person && end-i > 1 {
			r.vote(words[end-1].Form, kind)
		}
		i = end
	}
}

// person is the type of persons' names.
const person = "PER"

func (r *roll) vote(name, kind string) {
	if r.votes[name] == nil {
		r.votes[name] = map[string]int{}
	}
	r.votes[name][kind]++
}

// winner returns the type that more than half of a name's mentions have, or "".
func (r *roll) winner(name string) string {
	votes, all := r.votes[name], 0
	for _, n := range votes {
		all += n
	}
	for kind, n := range votes {
		if 2*n > all {
			return kind
		}
	}
	return ""
}

// label writes the names of a sentence anew.
func (r *roll) label(words []Word) {
	for i := 0; i < len(words); {
		end, kind := nameAt(words, i)
		if end == i {
			end, kind = r.missed(words, i)
		} else if best := r.winner(call(words[i:end])); best != "" {
			kind = best
		}
		if end == i {
			i++
			continue
		}
		words[i].Name = "B-" + kind
		for k := i + 1; k < end; k++ {
			words[k].Name = "I-" + kind
		}
		i = end
	}
}

// missed finds a name of the text in words that are in none: whole proper nouns
// with no other beside them.
func (r *roll) missed(words []Word, first int) (end int, kind string) {
	if !proper(words, first) || proper(words, first-1) {
		return first, ""
	}
	for end = min(first+r.longest, len(words)); end > first; end-- {
		if !proper(words, end-1) || proper(words, end) {
			continue
		}
		if kind := r.winner(call(words[first:end])); kind != "" && !named(words[first:end]) {
			return end, kind
		}
	}
	return first, ""
}

// proper reports whether a word, if there is one, is tagged as a proper noun.
func proper(words []Word, i int) bool {
	return i >= 0 && i < len(words) && strings.HasPrefix(words[i].XPOS, "NNP")
}

// named reports whether one of the words is in a name.
func named(words []Word) bool {
	return slices.ContainsFunc(words, func(w Word) bool { return w.Name != "" })
}
