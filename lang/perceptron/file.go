package perceptron

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"slices"

	"parley"
	"parley/lang/perceptron/internal/feature"
)

// The weights file: the magic, the version and the length of the body, each four
// bytes; the checksum of the body, four bytes; the body. Numbers in the body are
// varints. Keys are sorted and written as differences.
const (
	magic      = "PLFP"
	version    = 1
	headerSize = 16
	maxBody    = 16 << 20
)

// castagnoli is the polynomial that processors compute in hardware.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Parts is all that a model is made of; training fills it.
type Parts struct {
	Tags      []string
	Relations []string // without the root's
	Clusters  feature.Clusters
	Universal []Universal
	Tagger    []Row
	Moves     []Row // the weights of Left and Right; those of Shift are zero
	Labels    []Row
}

// Universal says which universal part of speech a tag stands for, with a form's
// hash and a relation or, where these are zero, whatever they are.
type Universal struct {
	Form                 uint32
	XPOS, Relation, UPOS string
}

// Write writes a model's parts as a weights file. Rows need not be sorted.
func (p *Parts) Write(w io.Writer) error {
	return seal(w, p.body())
}

// seal writes the header and the body.
func seal(w io.Writer, body []byte) error {
	header := binary.LittleEndian.AppendUint32([]byte(magic), version)
	header = binary.LittleEndian.AppendUint32(header, uint32(len(body)))
	header = binary.LittleEndian.AppendUint32(header, crc32.Checksum(body, castagnoli))
	for _, b := range [][]byte{header, body} {
		if _, err := w.Write(b); err != nil {
			return fmt.Errorf("write weights: %w", err)
		}
	}
	return nil
}

func (p *Parts) body() []byte {
	b := appendStrings(nil, p.Tags)
	b = appendStrings(b, p.Relations)
	b = binary.AppendUvarint(b, uint64(len(p.Clusters.Coarse)))
	b = append(b, p.Clusters.Coarse...)
	b = appendClusters(b, p.Clusters.Fine)
	b = binary.AppendUvarint(b, uint64(len(p.Universal)))
	for _, u := range p.Universal {
		b = binary.AppendUvarint(b, uint64(u.Form))
		b = appendStrings(b, []string{u.XPOS, u.Relation, u.UPOS})
	}
	b = appendTable(b, p.Tagger)
	b = appendPairs(b, p.Moves)
	return appendTable(b, p.Labels)
}

func appendStrings(b []byte, list []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

func appendClusters(b []byte, fine map[uint32]uint16) []byte {
	keys := make([]uint32, 0, len(fine))
	for k := range fine {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-last))
		b = binary.AppendUvarint(b, uint64(fine[k]))
		last = k
	}
	return b
}

// sortedRows returns the rows in the order of their keys.
func sortedRows(rows []Row) []Row {
	return slices.SortedFunc(slices.Values(rows), func(a, b Row) int { return cmp.Compare(a.Key, b.Key) })
}

func appendTable(b []byte, rows []Row) []byte {
	cells := 0
	for _, r := range rows {
		cells += len(r.Cells)
	}
	b = binary.AppendUvarint(b, uint64(len(rows)))
	b = binary.AppendUvarint(b, uint64(cells))
	last := uint32(0)
	for _, r := range sortedRows(rows) {
		b = binary.AppendUvarint(b, uint64(r.Key-last))
		b = binary.AppendUvarint(b, uint64(len(r.Cells)))
		for _, c := range r.Cells {
			b = binary.AppendUvarint(b, uint64(c.Class))
			b = binary.AppendVarint(b, int64(c.Weight))
		}
		last = r.Key
	}
	return b
}

// appendPairs appends the table of the moves.
func appendPairs(b []byte, rows []Row) []byte {
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := uint32(0)
	for _, r := range sortedRows(rows) {
		var weights [feature.Moves]int16
		for _, c := range r.Cells {
			weights[c.Class] = c.Weight
		}
		b = binary.AppendUvarint(b, uint64(r.Key-last))
		b = binary.AppendVarint(b, int64(weights[feature.Left]))
		b = binary.AppendVarint(b, int64(weights[feature.Right]))
		last = r.Key
	}
	return b
}

// Load reads a weights file.
func Load(r io.Reader) (*Model, error) {
	body, err := readBody(r)
	if err != nil {
		return nil, fmt.Errorf("load weights: %w", err)
	}
	d := decoder{rest: body}
	m := &Model{tags: d.strings(), relations: d.strings()}
	m.clusters = d.clusters()
	m.universal = d.universal()
	if n := min(len(m.tags), len(m.relations)); n == 0 || max(len(m.tags), len(m.relations)) > maxClasses {
		return nil, fmt.Errorf("load weights: %d tags and %d relations: %w", len(m.tags), len(m.relations), parley.ErrDamaged)
	}
	m.tagger = d.table(len(m.tags))
	m.moves = d.pairs()
	m.labels = d.table(len(m.relations))
	if d.bad || len(d.rest) > 0 {
		return nil, fmt.Errorf("load weights: the body is malformed: %w", parley.ErrDamaged)
	}
	return m, nil
}

// readBody reads the header and the body and checks both.
func readBody(r io.Reader) ([]byte, error) {
	var header [headerSize]byte
	if _, err := io.ReadFull(r, header[:]); err != nil {
		return nil, fmt.Errorf("header: %w: %w", err, parley.ErrDamaged)
	}
	if string(header[:4]) != magic {
		return nil, fmt.Errorf("no weights of this package: %w", parley.ErrNotText)
	}
	number := func(at int) uint32 { return binary.LittleEndian.Uint32(header[at:]) }
	if v := number(4); v != version {
		return nil, fmt.Errorf("version %d in place of %d: %w", v, version, parley.ErrDamaged)
	}
	if number(8) > maxBody {
		return nil, fmt.Errorf("%d bytes: %w", number(8), parley.ErrTooLarge)
	}
	body := make([]byte, number(8))
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, fmt.Errorf("body: %w: %w", err, parley.ErrDamaged)
	}
	if crc32.Checksum(body, castagnoli) != number(12) {
		return nil, fmt.Errorf("the checksum differs: %w", parley.ErrDamaged)
	}
	return body, nil
}
