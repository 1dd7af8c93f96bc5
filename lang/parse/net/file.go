package net

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
)

// magic opens a weights file and names its version.
const magic = "parley weights 1\n"

// The largest counts that a header may claim, so that a broken file cannot ask
// for more memory than a good one.
const (
	maxHeader = 1 << 16
	maxParams = 1 << 24
	maxWords  = 1 << 20
	maxWidth  = 1 << 10
	maxValues = 1 << 26 // numbers of all static vectors
	maxNames  = 1 << 7  // of each size of the part that finds names
)

// ErrFile says that a weights file is not one, is of another version, or broken.
var ErrFile = errors.New("not a sound weights file")

// Network is all that a weights file holds.
type Network struct {
	Params  *Params
	Vectors *Vectors
	Names   *Names // nil when the network finds no names
}

// header is the JSON part of the file. The parameters follow as float32, then
// the vectors' hashes, scales and values, then the parameters that find names, if
// any, then a CRC-32 of all before it. All numbers are little-endian.
type header struct {
	Shape   Shape
	Vectors int
	Names   *NameShape `json:",omitempty"`
}

// Write writes a network.
func Write(w io.Writer, n *Network) error {
	sum := crc32.NewIEEE()
	out := bufio.NewWriter(io.MultiWriter(w, sum))
	head := header{Shape: n.Params.Shape, Vectors: n.Vectors.Len()}
	if n.Names != nil {
		head.Names = &n.Names.NameShape
	}
	text, err := json.Marshal(head)
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	opening := []any{[]byte(magic), uint32(len(text)), text}
	for _, part := range append(opening, n.numbers()...) {
		if err := binary.Write(out, binary.LittleEndian, part); err != nil {
			return fmt.Errorf("write weights: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := binary.Write(w, binary.LittleEndian, sum.Sum32()); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	return nil
}

// numbers lists the slices of the file behind its header, in order.
func (n *Network) numbers() []any {
	v := n.Vectors
	parts := []any{n.Params.Flat, v.hashes, v.scales, v.values}
	if n.Names != nil {
		parts = append(parts, n.Names.Flat)
	}
	return parts
}

// Read reads what Write wrote.
func Read(r io.Reader) (*Network, error) {
	sum := crc32.NewIEEE()
	source := bufio.NewReader(r)
	n, err := read(io.TeeReader(source, sum))
	if err != nil {
		return nil, fmt.Errorf("read weights: %w", err)
	}
	var want uint32
	if err := binary.Read(source, binary.LittleEndian, &want); err != nil {
		return nil, fmt.Errorf("read weights: checksum: %w", err)
	}
	if sum.Sum32() != want {
		return nil, fmt.Errorf("read weights: checksum: %w", ErrFile)
	}
	return n, nil
}

func read(r io.Reader) (*Network, error) {
	head, err := readHeader(r)
	if err != nil {
		return nil, err
	}
	n := &Network{Params: NewParams(head.Shape), Vectors: makeVectors(head.Shape.Vector, head.Vectors)}
	if head.Names != nil {
		n.Names = NewNames(*head.Names, head.Shape.NameInput())
	}
	for _, part := range n.numbers() {
		if err := binary.Read(r, binary.LittleEndian, part); err != nil {
			return nil, err
		}
	}
	return n, nil
}

func readHeader(r io.Reader) (*header, error) {
	opening := make([]byte, len(magic)+4)
	if _, err := io.ReadFull(r, opening); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(opening[len(magic):])
	if string(opening[:len(magic)]) != magic || size > maxHeader {
		return nil, ErrFile
	}
	text := make([]byte, size)
	if _, err := io.ReadFull(r, text); err != nil {
		return nil, err
	}
	head := &header{}
	if err := json.Unmarshal(text, head); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	sound := head.Shape.sound() && (head.Names == nil || head.Names.sound())
	if !sound || head.Vectors < 0 || head.Vectors > maxWords || head.Vectors*head.Shape.Vector > maxValues {
		return nil, fmt.Errorf("header: %w", ErrFile)
	}
	return head, nil
}

// sound says whether a network of this shape can be built within bounds.
func (s *Shape) sound() bool {
	sizes := []int{s.Embed, s.Vector, s.Width, s.Pieces, s.Hidden, len(s.XPOS), len(s.UPOS), len(s.Relations), len(s.Reach) + 1}
	sizes = append(sizes, s.Reach...)
	for _, n := range sizes {
		if n < 1 || n > maxWidth {
			return false
		}
	}
	for _, n := range s.Rows {
		if n < 1 || n > math.MaxInt32 {
			return false
		}
	}
	return s.size() <= maxParams
}

// sound says whether a part that finds names can be built within bounds.
func (s *NameShape) sound() bool {
	for _, n := range []int{s.Width, s.Pieces, s.Layers, len(s.Types)} {
		if n < 1 || n > maxNames {
			return false
		}
	}
	return true
}
