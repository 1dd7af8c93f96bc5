package perceptron

import (
	"encoding/binary"
	"math"

	"parley/lang/perceptron/internal/feature"
)

// decoder reads the body of a weights file. After the first fault it gives
// zeros, so that only the end needs a check.
type decoder struct {
	rest []byte
	bad  bool
}

// number reads a number that is at most limit.
func (d *decoder) number(limit uint64) uint64 {
	v, n := binary.Uvarint(d.rest)
	if n <= 0 || v > limit {
		d.fail()
		return 0
	}
	d.rest = d.rest[n:]
	return v
}

// signed reads a weight.
func (d *decoder) weight() int16 {
	v, n := binary.Varint(d.rest)
	if n <= 0 || v < math.MinInt16 || v > math.MaxInt16 {
		d.fail()
		return 0
	}
	d.rest = d.rest[n:]
	return int16(v)
}

// count reads how many things follow, of at least one byte each; so no count can
// ask for more memory than the file has.
func (d *decoder) count() int { return int(d.number(uint64(len(d.rest)))) }

// bytes reads n bytes.
func (d *decoder) bytes(n int) []byte {
	if n > len(d.rest) {
		d.fail()
		return nil
	}
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out
}

func (d *decoder) fail() { d.rest, d.bad = nil, true }

func (d *decoder) strings() []string {
	out := make([]string, d.count())
	for i := range out {
		out[i] = string(d.bytes(d.count()))
	}
	return out
}

func (d *decoder) clusters() feature.Clusters {
	c := feature.Clusters{Coarse: d.bytes(d.count())}
	n := d.count()
	c.Fine = make(map[uint32]uint16, n)
	key := uint32(0)
	for range n {
		key += uint32(d.number(math.MaxUint32))
		c.Fine[key] = uint16(d.number(math.MaxUint16))
	}
	return c
}

func (d *decoder) universal() map[universalKey]string {
	n := d.count()
	out := make(map[universalKey]string, n)
	for range n {
		form := uint32(d.number(math.MaxUint32))
		if f := d.strings(); len(f) == 3 {
			out[universalKey{form, f[0], f[1]}] = f[2]
		} else {
			d.fail()
		}
	}
	return out
}

// table reads a table with the given number of classes.
func (d *decoder) table(classes int) *table {
	rows, cells := d.count(), d.count()
	t := &table{slots: newSlots(rows), cells: make([]Cell, 0, cells)}
	t.index = make([]tableSlot, 0, int(t.homes)+rows/8)
	key := uint32(0)
	for range rows {
		key = d.key(key)
		at := t.place(key)
		for len(t.index) < at {
			t.index = append(t.index, tableSlot{first: uint32(len(t.cells))})
		}
		t.index = append(t.index, tableSlot{key, uint32(len(t.cells))})
		for range d.count() {
			t.cells = append(t.cells, Cell{uint8(d.number(uint64(classes - 1))), d.weight()})
		}
	}
	for len(t.index) <= max(int(t.homes), t.used)+1 {
		t.index = append(t.index, tableSlot{first: uint32(len(t.cells))})
	}
	return t
}

// pairs reads the table of the moves.
func (d *decoder) pairs() *pairTable {
	rows := d.count()
	t := &pairTable{slots: newSlots(rows)}
	t.index = make([]pairSlot, int(t.homes)+1, int(t.homes)+1+rows/8)
	key := uint32(0)
	for range rows {
		key = d.key(key)
		at := t.place(key)
		for len(t.index) <= at+1 {
			t.index = append(t.index, pairSlot{})
		}
		t.index[at] = pairSlot{key, d.weight(), d.weight()}
	}
	return t
}

// key reads the key behind last.
func (d *decoder) key(last uint32) uint32 {
	step := d.number(uint64(math.MaxUint32 - last))
	if step == 0 {
		d.fail()
	}
	return last + uint32(step)
}
