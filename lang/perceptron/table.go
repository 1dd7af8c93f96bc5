package perceptron

import "parley/lang/perceptron/internal/feature"

// maxClasses is how many tags or relations there can be.
const maxClasses = 255

// Row is the weights of one feature.
type Row struct {
	Key   uint32 // not 0
	Cells []Cell
}

// Cell is the weight that a feature has for one class, counted from 0.
type Cell struct {
	Class  uint8
	Weight int16
}

// slots lays sorted keys out in a hash table: each key in its home slot or behind
// it, in the order of the keys. Whoever fills the table fills slot after slot.
//
// Looking up a few hundred keys for each word means waiting for memory. So the
// tables here keep what is needed in neighbouring places, and a lookup first
// reads the home slots of all keys, which the processor can do at the same time.
type slots struct {
	homes uint64 // the number of home slots; a third are empty
	used  int    // slots filled so far
}

func newSlots(rows int) slots { return slots{homes: uint64(rows)*3/2 + 1} }

// home returns the first slot that a key may lie in.
func (s slots) home(key uint32) int { return int(uint64(key) * s.homes >> 32) }

// place returns the slot of the next key, which must be greater than the last.
func (s *slots) place(key uint32) int {
	at := max(s.used, s.home(key))
	s.used = at + 1
	return at
}

// table maps features to weights for many classes.
type table struct {
	slots
	index []tableSlot // ends with an empty slot
	cells []Cell
}

// tableSlot says where the cells of a key begin; they end where those of the
// next slot begin. An empty slot has the key 0 and no cells.
type tableSlot struct{ key, first uint32 }

// lookup is memory for looking up keys.
type lookup struct {
	homes [feature.MaxKeys]tableSlot
	runs  [feature.MaxKeys]run
	pairs [feature.MaxKeys]pairSlot
}

// run is the cells of a key, the first of them at hand.
type run struct {
	from, to uint32
	first    Cell
}

// score sets the scores of all classes for the features that hold.
func (t *table) score(keys []uint32, scores []int32, l *lookup) {
	clear(scores)
	homes := l.homes[:len(keys)]
	for i, key := range keys {
		homes[i] = t.index[t.home(key)]
	}
	n := 0
	for i, key := range keys {
		if homes[i].key == 0 {
			continue
		}
		at := t.home(key)
		for t.index[at].key != key && t.index[at].key != 0 {
			at++
		}
		from, to := t.index[at].first, t.index[at+1].first
		if from < to {
			l.runs[n] = run{from, to, t.cells[from]}
			n++
		}
	}
	for _, r := range l.runs[:n] {
		scores[r.first.Class] += int32(r.first.Weight)
		for _, c := range t.cells[r.from+1 : r.to] {
			scores[c.Class] += int32(c.Weight)
		}
	}
}

// pairTable maps features to the weights of the moves Left and Right; Shift's are
// zero.
type pairTable struct {
	slots
	index []pairSlot // ends with an empty slot
}

type pairSlot struct {
	key         uint32
	left, right int16
}

// score returns the scores of the two moves for the features that hold.
func (t *pairTable) score(keys []uint32, l *lookup) (left, right int32) {
	homes := l.pairs[:len(keys)]
	for i, key := range keys {
		homes[i] = t.index[t.home(key)]
	}
	for i, key := range keys {
		s := homes[i]
		if s.key != key && s.key != 0 {
			at := t.home(key) + 1
			for t.index[at].key != key && t.index[at].key != 0 {
				at++
			}
			s = t.index[at]
		}
		left += int32(s.left)
		right += int32(s.right)
	}
	return left, right
}
