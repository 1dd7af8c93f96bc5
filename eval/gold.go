package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"parley"
)

// LoadLedger reads the gold of a folder, one ID.json a document, and from
// another folder what was read from the same documents. With readings empty no
// document has a reading.
func LoadLedger(gold, readings string) ([]Pair, error) {
	files, err := os.ReadDir(gold)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	var pairs []Pair
	for _, f := range files {
		id, isJSON := strings.CutSuffix(f.Name(), ".json")
		if !isJSON {
			continue
		}
		p := Pair{ID: id}
		if p.Gold, err = loadReading(filepath.Join(gold, f.Name()), nil); err != nil {
			return nil, fmt.Errorf("gold: %w", err)
		}
		if readings != "" {
			p.Read, err = loadReading(filepath.Join(readings, f.Name()), p.Gold)
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				return nil, fmt.Errorf("readings: %w", err)
			}
		}
		pairs = append(pairs, p)
	}
	if len(pairs) == 0 {
		return nil, fmt.Errorf("gold %s: no .json file: %w", gold, parley.ErrNotFound)
	}
	return pairs, nil
}

// loadReading reads one reading. Given the gold of the document, a reading that
// has no text of its own is taken to be of the gold's text, and one of another
// text is refused, as its spans would point to other words.
func loadReading(path string, gold *parley.Reading) (*parley.Reading, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if gold != nil {
		if data, err = withText(data, gold.Document); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	r := new(parley.Reading)
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

// withText puts the gold's document into a reading that has no text.
func withText(reading []byte, gold parley.Document) ([]byte, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(reading, &fields); err != nil {
		return nil, err
	}
	var own parley.Document
	if doc := fields["document"]; doc != nil {
		if err := json.Unmarshal(doc, &own); err != nil {
			return nil, err
		}
	}
	switch own.Text {
	case gold.Text:
		return reading, nil
	case "":
		doc, err := json.Marshal(gold)
		if err != nil {
			return nil, err
		}
		fields["document"] = doc
		return json.Marshal(fields)
	}
	return nil, errors.New("the reading's text is not the gold's")
}

// LoadQuotes reads a file of annotated attributions, one JSON document a line.
func LoadQuotes(path string) ([]QuoteDocument, error) { return loadFile[QuoteDocument](path) }

// LoadTimes reads a file of annotated time expressions, one JSON document a line.
func LoadTimes(path string) ([]TimeDocument, error) { return loadFile[TimeDocument](path) }

func loadFile[T any](path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := decodeLines[T](f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return docs, nil
}

// decodeLines reads JSON values until the end.
func decodeLines[T any](r io.Reader) ([]T, error) {
	in := json.NewDecoder(bufio.NewReader(r))
	var docs []T
	for {
		var d T
		switch err := in.Decode(&d); {
		case errors.Is(err, io.EOF):
			return docs, nil
		case err != nil:
			return nil, fmt.Errorf("document %d: %w", len(docs)+1, err)
		}
		docs = append(docs, d)
	}
}

// ReadAll reads documents on all processors and returns the readings in order.
func ReadAll(docs []parley.Document, read func(parley.Document) (parley.Reading, error)) ([]parley.Reading, error) {
	out := make([]parley.Reading, len(docs))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, d := range docs {
		group.Go(func() (err error) {
			out[i], err = read(d)
			return err
		})
	}
	return out, group.Wait()
}
