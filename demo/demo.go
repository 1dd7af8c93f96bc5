// Package demo holds a sample of the project's own: forty short news stories
// over three months of 2026 about a negotiation, one of them a second time as
// its outlet corrected it, and the complete gold readings of ten. It is what
// `parley demo` reads, and what tests that span packages may read.
//
// Everything in it is invented: the states Varenia, Kestria and Lumenia, the
// Oru valley, the persons, the bodies and the outlets, whose addresses all lie
// under the reserved name .example. README.md tells the plot and in which story
// each part of it stands.
package demo

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"parley"
)

//go:embed stories.jsonl gold/*.json
var files embed.FS

// Stories returns the stories in the order in which they were published. The
// corrected version of a story follows the version that it corrects, under the
// same address.
func Stories() ([]parley.Document, error) {
	data, err := files.ReadFile("stories.jsonl")
	if err != nil {
		return nil, fmt.Errorf("demo stories: %w", err)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var docs []parley.Document
	for {
		var doc parley.Document
		err := dec.Decode(&doc)
		if errors.Is(err, io.EOF) {
			return docs, nil
		}
		if err != nil {
			return nil, fmt.Errorf("demo story %d: %w", len(docs)+1, err)
		}
		docs = append(docs, doc)
	}
}

// Gold returns the gold readings, in the order of their stories. Their spans
// are byte offsets, as everywhere inside the program.
func Gold() ([]parley.Reading, error) {
	names, err := fs.Glob(files, "gold/*.json") // Glob sorts, and the ids sort as the stories do.
	if err != nil {
		return nil, fmt.Errorf("demo gold: %w", err)
	}
	readings := make([]parley.Reading, len(names))
	for i, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("demo gold: %w", err)
		}
		if err := json.Unmarshal(data, &readings[i]); err != nil {
			return nil, fmt.Errorf("demo gold %s: %w", name, err)
		}
	}
	return readings, nil
}
