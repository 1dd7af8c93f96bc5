package net

import (
	"cmp"
	"math"
	"slices"
)

// Vectors are static word vectors in eight bits a number, found by the hash of
// the word. They are never trained.
type Vectors struct {
	width  int
	hashes []uint64 // in order
	scales []float32
	values []int8
}

// NewVectors packs vectors of one width. Of two words with the same hash, the
// first in alphabetical order stays.
func NewVectors(width int, words map[string][]float32) *Vectors {
	type entry struct {
		hash uint64
		word string
	}
	list := make([]entry, 0, len(words))
	for word := range words {
		list = append(list, entry{hash(word), word})
	}
	slices.SortFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.word, b.word))
	})
	list = slices.CompactFunc(list, func(a, b entry) bool { return a.hash == b.hash })
	v := &Vectors{width: width}
	for _, e := range list {
		v.add(e.hash, words[e.word])
	}
	return v
}

// makeVectors makes room for so many vectors.
func makeVectors(width, words int) *Vectors {
	return &Vectors{
		width:  width,
		hashes: make([]uint64, words),
		scales: make([]float32, words),
		values: make([]int8, words*width),
	}
}

// add packs a vector so that its largest number becomes 127.
func (v *Vectors) add(hash uint64, values []float32) {
	var top float32
	for _, x := range values {
		top = max(top, x, -x)
	}
	scale := top / math.MaxInt8
	v.hashes = append(v.hashes, hash)
	v.scales = append(v.scales, scale)
	for _, x := range values {
		if scale > 0 {
			x /= scale
		}
		v.values = append(v.values, int8(math.RoundToEven(float64(x))))
	}
}

// Len is the number of words.
func (v *Vectors) Len() int { return len(v.hashes) }

// Row returns the row of a word, or -1.
func (v *Vectors) Row(word string) int {
	if i, ok := slices.BinarySearch(v.hashes, hash(word)); ok {
		return i
	}
	return -1
}

// Unpack writes a row into out; row -1 is all zero.
func (v *Vectors) Unpack(row int, out []float32) {
	if row < 0 {
		clear(out)
		return
	}
	scale := v.scales[row]
	for i, x := range v.values[row*v.width : (row+1)*v.width] {
		out[i] = float32(x) * scale
	}
}
