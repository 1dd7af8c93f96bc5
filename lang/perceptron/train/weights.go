package train

import (
	"cmp"
	"math"
	"slices"

	"parley/lang/perceptron"
)

// weights is an averaged perceptron in training. Weights and sums are integers,
// so that training gives the same model on every machine.
//
// A feature counts only once it has been updated a few times, as in Goldberg and
// Elhadad (2011), "Learning Sparser Perceptron Models": what is seen in one or two
// mistakes says little and would make most of the model.
type weights struct {
	minUpdates int32
	step       int64
	slots      []slot // an open hash table
	homes      []slot // the home slots of the keys that are looked up
	rows       []row
}

// slot tells where the row of a key is: its place plus 1, below zero while the
// row does not count yet, 0 where the slot is empty.
type slot struct {
	key uint32
	row int32
}

// row is the weights of one feature.
type row struct {
	key     uint32
	updates int32
	cells   []cell
}

// cell is the weight for one class. The lag is the sum over all updates of the
// step times the change; the mean over all steps follows from it.
type cell struct {
	lag    int64
	weight int32
	class  uint8
}

func newWeights(minUpdates int) *weights {
	return &weights{minUpdates: int32(minUpdates), slots: make([]slot, 1<<16)}
}

// find returns the slot of a key, or the empty one where it belongs.
func (w *weights) find(key uint32) int {
	mask := len(w.slots) - 1
	at := int(key) & mask
	for w.slots[at].row != 0 && w.slots[at].key != key {
		at = (at + 1) & mask
	}
	return at
}

// score sets the scores of all classes for the features that hold. It reads all
// home slots first, which the processor can do at the same time.
func (w *weights) score(keys []uint32, scores []int32) {
	clear(scores)
	mask := len(w.slots) - 1
	w.homes = w.homes[:0]
	for _, key := range keys {
		w.homes = append(w.homes, w.slots[int(key)&mask])
	}
	for i, key := range keys {
		s := w.homes[i]
		if s.row != 0 && s.key != key {
			s = w.slots[w.find(key)]
		}
		if s.row <= 0 {
			continue
		}
		for _, c := range w.rows[s.row-1].cells {
			scores[c.class] += c.weight
		}
	}
}

// learn moves the weights of the features towards the right class and away from
// the one that was chosen, where they differ.
func (w *weights) learn(keys []uint32, right, chosen int) {
	w.step++
	if right == chosen {
		return
	}
	for _, key := range keys {
		if key == 0 {
			continue // marks empty slots in the finished model
		}
		r := w.update(key)
		r.add(uint8(right), 1, w.step)
		r.add(uint8(chosen), -1, w.step)
	}
}

// update returns the row of a key that is about to change, a new one if need be.
func (w *weights) update(key uint32) *row {
	at := w.find(key)
	if w.slots[at].row == 0 {
		if 2*len(w.rows) > len(w.slots) {
			w.grow()
			at = w.find(key)
		}
		w.rows = append(w.rows, row{key: key})
		w.slots[at] = slot{key, -int32(len(w.rows))}
	}
	place := max(w.slots[at].row, -w.slots[at].row)
	r := &w.rows[place-1]
	if r.updates++; r.updates == w.minUpdates {
		w.slots[at].row = place
	}
	return r
}

func (w *weights) grow() {
	old := w.slots
	w.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.row != 0 {
			w.slots[w.find(s.key)] = s
		}
	}
}

func (r *row) add(class uint8, delta int32, step int64) {
	i := slices.IndexFunc(r.cells, func(c cell) bool { return c.class == class })
	if i < 0 {
		r.cells = append(r.cells, cell{class: class})
		i = len(r.cells) - 1
	}
	r.cells[i].lag += int64(delta) * step
	r.cells[i].weight += delta
}

// average returns the mean weights over all steps, times scale, rounded. Rows
// whose greatest weight is under the threshold are left out. Where relative is
// set, the weights of class 0 are taken off all classes, so that it needs none;
// classes is how many there are then.
func (w *weights) average(scale, threshold float64, relative bool, classes int) []perceptron.Row {
	var out []perceptron.Row
	means := make([]float64, classes)
	for i := range w.rows {
		r := &w.rows[i]
		if r.updates < w.minUpdates {
			continue
		}
		clear(means)
		for _, c := range r.cells {
			means[c.class] = float64(c.weight) - float64(c.lag)/float64(max(w.step, 1))
		}
		if relative {
			base := means[0]
			for k := range means {
				means[k] -= base
			}
		}
		if cells := rounded(means, scale, threshold); len(cells) > 0 {
			out = append(out, perceptron.Row{Key: r.key, Cells: cells})
		}
	}
	slices.SortFunc(out, func(a, b perceptron.Row) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

// rounded returns the weights that are not zero, or none if all are small.
func rounded(means []float64, scale, threshold float64) []perceptron.Cell {
	var cells []perceptron.Cell
	greatest := 0.0
	for class, mean := range means {
		weight := math.Round(min(max(mean*scale, math.MinInt16), math.MaxInt16))
		greatest = max(greatest, math.Abs(weight)/scale)
		if weight != 0 {
			cells = append(cells, perceptron.Cell{Class: uint8(class), Weight: int16(weight)})
		}
	}
	if greatest < threshold {
		return nil
	}
	return cells
}
