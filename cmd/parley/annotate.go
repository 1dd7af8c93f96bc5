package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"parley"
	"parley/eval"
)

// annotateCmd is `parley annotate`.
type annotateCmd struct {
	Task string `help:"What to annotate." enum:"statements,attributions,dates,syntax,names" required:""`
	File string `arg:"" help:"A file in the format of the corpora: JSONL for statements, attributions and dates, CoNLL-U for syntax, BIO for names; - for standard input."`
}

// Run writes the annotations in the format of the file.
func (c *annotateCmd) Run(s *session) error {
	in := s.in
	if c.File != "-" {
		f, err := os.Open(c.File)
		if err != nil {
			return fmt.Errorf("annotate: %w", err)
		}
		defer f.Close()
		in = f
	}
	switch c.Task {
	case "syntax":
		return s.trees(in, c.File)
	case "names":
		return s.names(in, c.File)
	}
	return s.annotate(in, c.File, c.Task)
}

// longestLine bounds a line of the corpora in bytes.
const longestLine = 64 << 20

// annotate reads documents a line each and writes their annotations a line each,
// so that any size of file passes through. A bad line ends it, since a scorer
// would take a file with fewer lines for a bad reading; what was written before
// stays.
func (s *session) annotate(in io.Reader, name, task string) (err error) {
	reader, err := s.plainReader()
	if task == "attributions" {
		reader, err = s.wideReader()
	}
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	out := bufio.NewWriter(s.data)
	defer func() { err = cmp.Or(err, out.Flush()) }()
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if err := s.ctx.Err(); err != nil {
			return err
		}
		value, err := annotated(lines.Bytes(), task, reader)
		if err != nil {
			return fmt.Errorf("annotate %s:%d: %w", name, n, err)
		}
		if err := json.NewEncoder(out).Encode(value); err != nil {
			return fmt.Errorf("annotate: %w", err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("annotate %s: %w", name, err)
	}
	return nil
}

// annotated reads one line's document and returns its annotations.
func annotated(line []byte, task string, reader func(parley.Document) (parley.Reading, error)) (any, error) {
	var doc parley.Document
	if task == "dates" {
		var d eval.TimeDocument
		if err := json.Unmarshal(line, &d); err != nil {
			return nil, err
		}
		doc = d.Document()
	} else {
		var d eval.QuoteDocument
		if err := json.Unmarshal(line, &d); err != nil {
			return nil, err
		}
		doc = d.Document()
	}
	reading, err := reader(doc)
	if err != nil {
		return nil, err
	}
	if task == "dates" {
		return eval.Timexes(reading), nil
	}
	return eval.Attributions(reading), nil
}

// wideReader returns a function that reads all attributions of a document, in
// place of its statements.
func (s *session) wideReader() (func(parley.Document) (parley.Reading, error), error) {
	reader, err := s.reader()
	if err != nil {
		return nil, err
	}
	return func(doc parley.Document) (parley.Reading, error) {
		all, err := reader.Attributions(doc)
		if errors.Is(err, parley.ErrLanguage) || errors.Is(err, parley.ErrEmpty) {
			err = nil
		}
		reading := parley.Reading{Document: doc}
		for i, a := range all {
			reading.Statements = append(reading.Statements, parley.Statement{
				ID: fmt.Sprintf("a%d", i+1), Source: a.Source, Cue: a.Cue, Content: a.Content,
			})
		}
		return reading, err
	}, nil
}
