package eval

import (
	"cmp"

	"parley"
)

// comparison is one document's gold and what was read from it. It answers the
// questions that the rules ask of two entries.
type comparison struct {
	text       string
	gold, read *cast
}

func newComparison(gold, read *parley.Reading) *comparison {
	return &comparison{text: gold.Document.Text, gold: newCast(gold.Actors), read: newCast(read.Actors)}
}

// f1 is how well two pieces of the text overlap, by words.
func (c *comparison) f1(gold, read parley.Spans) float64 { return wordF1(c.text, gold, read) }

// sameActor reports whether an actor of the gold can be one of the reading.
func (c *comparison) sameActor(gold, read string) bool {
	return c.gold.identity(gold).same(c.read.identity(read))
}

// sameParty reports whether the two actors stand for the same party.
func (c *comparison) sameParty(gold, read string) bool {
	return c.sameActor(c.gold.party(gold), c.read.party(read))
}

// anyPair reports whether same holds for some pair of the two lists.
func anyPair(gold, read []string, same func(gold, read string) bool) bool {
	for _, g := range gold {
		for _, r := range read {
			if same(g, r) {
				return true
			}
		}
	}
	return false
}

// sameActors reports whether the lists name the same actors, in any order.
func (c *comparison) sameActors(gold, read []string) bool {
	if len(gold) != len(read) {
		return false
	}
	used := make([]bool, len(read))
	for _, g := range gold {
		found := false
		for i, r := range read {
			if !used[i] && c.sameActor(g, r) {
				used[i], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// rule says how the entries of one kind are compared.
type rule[T any] struct {
	kind    parley.Kind
	entries func(*parley.Reading) []T
	// overlap is 0 where the entry that was read cannot be the one of the gold,
	// and otherwise how well their texts overlap, up to 1.
	overlap func(c *comparison, gold, read *T) float64
	// agree compares the key fields.
	agree func(c *comparison, gold, read *T) bool
	// key shows the key fields, for a listing of faults.
	key func(*T) string
	// fields are compared only where the key agrees.
	fields []field[T]
}

// field is a further field of an entry: a word, or a list of actors.
type field[T any] struct {
	name   string
	word   func(*T) string
	actors func(*T) []string // nil where the field is a word
}

// agree compares the field of two entries.
func (f field[T]) agree(c *comparison, gold, read *T) bool {
	if f.actors != nil {
		return c.sameActors(f.actors(gold), f.actors(read))
	}
	return f.word(gold) == f.word(read)
}

// show gives the field's value in words.
func (f field[T]) show(e *T) string {
	if f.actors != nil {
		return list(f.actors(e))
	}
	return cmp.Or(f.word(e), "none")
}

// atLeastHalf drops an overlap below one half.
func atLeastHalf(f1 float64) float64 {
	if f1 < 0.5 {
		return 0
	}
	return f1
}

// always is the rule's agree of kinds without a key field.
func always[T any](*comparison, *T, *T) bool { return true }

// noKey shows the key of kinds without a key field.
func noKey[T any](*T) string { return "" }
