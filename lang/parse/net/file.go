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

// magic opens a weights file and names its version. All versions have the same
// opening up to the number.
const magic = "parley weights 2\n"

// The largest counts that a header may claim, so that a broken file cannot ask
// for more memory than a good one.
const (
	maxHeader = 1 << 16
	maxParams = 1 << 24
	maxWords  = 1 << 20
	maxWidth  = 1 << 10
	maxValues = 1 << 26 // numbers of all static vectors
	maxNames  = 1 << 8  // of each size of the part that finds names
)

// ErrFile says that a weights file is not one, or broken.
var ErrFile = errors.New("not a sound weights file")

// ErrVersion says that a weights file is of another version than this program
// reads. Training it again gives one that it does.
var ErrVersion = errors.New("a weights file of another version")

// Network is all that a weights file holds.
type Network struct {
	Params  *Params
	Vectors *Vectors
	Names   *Names // nil when the network finds no names
	// Known is what the part that finds names was taught to know; it may be nil.
	Known *Gazetteer
}

// header is the JSON part of the file. The parameters follow as half floats, then
// the vectors' hashes, scales and values, then the parameters that find names, if
// any, then the gazetteer's hashes and classes, then a CRC-32 of all before it.
// All numbers are little-endian.
type header struct {
	Shape   Shape
	Vectors int
	Names   *NameShape `json:",omitempty"`
	Known   int        // phrases, and beginnings of phrases, of the gazetteer
}

// Write writes a network.
func Write(w io.Writer, n *Network) error {
	sum := crc32.NewIEEE()
	out := bufio.NewWriter(io.MultiWriter(w, sum))
	head := header{Shape: n.Params.Shape, Vectors: n.Vectors.Len(), Known: n.Known.size()}
	if n.Names != nil {
		head.Names = &n.Names.NameShape
	}
	text, err := json.Marshal(head)
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	opening := []any{[]byte(magic), uint32(len(text)), text}
	for _, part := range append(opening, n.numbers()...) {
		if flat, ok := part.(parameters); ok {
			part = halves(flat)
		}
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

// parameters are trained numbers, which the file has as half floats.
type parameters []float32

// numbers lists the slices of the file behind its header, in order.
func (n *Network) numbers() []any {
	v := n.Vectors
	parts := []any{parameters(n.Params.Flat), v.hashes, v.scales, v.values}
	if n.Names != nil {
		parts = append(parts, parameters(n.Names.Flat))
	}
	if n.Known != nil {
		parts = append(parts, n.Known.hashes, n.Known.classes)
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
		n.Names = NewNames(*head.Names, &head.Shape)
	}
	if head.Known > 0 {
		n.Known = makeGazetteer(head.Known)
	}
	for _, part := range n.numbers() {
		if err := readNumbers(r, part); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// readNumbers fills one slice of the file.
func readNumbers(r io.Reader, part any) error {
	flat, ok := part.(parameters)
	if !ok {
		return binary.Read(r, binary.LittleEndian, part)
	}
	var block [1 << 12]uint16 // Small beside the weights.
	for len(flat) > 0 {
		n := min(len(flat), len(block))
		if err := binary.Read(r, binary.LittleEndian, block[:n]); err != nil {
			return err
		}
		for i, h := range block[:n] {
			flat[i] = fromHalf(h)
		}
		flat = flat[n:]
	}
	return nil
}

func readHeader(r io.Reader) (*header, error) {
	opening := make([]byte, len(magic)+4)
	if _, err := io.ReadFull(r, opening); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(opening[len(magic):])
	if err := checkMagic(opening[:len(magic)]); err != nil {
		return nil, err
	}
	if size > maxHeader {
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
	sound := head.Shape.sound() && (head.Names == nil || head.Names.sound()) && head.Known >= 0 && head.Known <= maxWords
	if !sound || head.Vectors < 0 || head.Vectors > maxWords || head.Vectors*head.Shape.Vector > maxValues {
		return nil, fmt.Errorf("header: %w", ErrFile)
	}
	return head, nil
}

// checkMagic tells a weights file of another version from what is none.
func checkMagic(opening []byte) error {
	if string(opening) == magic {
		return nil
	}
	at := len(magic) - 2 // of the version
	if string(opening[:at]) == magic[:at] && opening[at+1] == '\n' {
		return fmt.Errorf("%w: it is of version %c, this program reads version %c", ErrVersion, opening[at], magic[at])
	}
	return ErrFile
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
	for _, n := range []int{s.Embed, s.Width, s.Pieces, s.Layers, len(s.Types), s.Classes + 1, s.Schemes + 1} {
		if n < 1 || n > maxNames {
			return false
		}
	}
	return s.Classes <= maxClasses
}
