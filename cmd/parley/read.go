package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"parley"
	"parley/export/plain"
	"parley/read"
	"parley/source"
)

// readCmd is `parley read`.
type readCmd struct {
	Files  []string `arg:"" help:"Files, folders, globs, addresses, or - for standard input."`
	Out    string   `help:"Write each reading to ID.json in this folder." type:"path" placeholder:"DIR"`
	Date   string   `help:"The day of a text that tells none, YYYY-MM-DD."`
	Title  string   `help:"The title of a text that tells none."`
	Outlet string   `help:"The outlet of a text that tells none."`
}

// Run reads each document and prints or writes its reading. An input that
// cannot be read is named, and the others are read all the same.
func (c *readCmd) Run(s *session) error {
	reader, err := read.New()
	if err != nil {
		return err
	}
	if c.Out != "" {
		if err := os.MkdirAll(c.Out, 0o755); err != nil {
			return fmt.Errorf("read: %w", err)
		}
	}
	var failed bool
	for item, err := range source.Open(s.ctx, c.Files, s.sources(c.Date, c.Title, c.Outlet)) {
		if err == nil {
			err = c.one(s, reader, item)
		}
		if s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		if err != nil {
			fmt.Fprintln(s.errs, "parley:", err)
			failed = true
		}
	}
	if failed {
		return errReported
	}
	return nil
}

// one reads one document and gives its reading out.
func (c *readCmd) one(s *session, reader *read.Reader, item source.Item) error {
	reading, err := reader.Document(item.Document)
	if err != nil && !errors.Is(err, parley.ErrLanguage) {
		return fmt.Errorf("%s: %w", item.From, err)
	}
	if err != nil {
		fmt.Fprintf(s.errs, "parley: %s: not read: %v\n", item.From, err)
	}
	switch {
	case c.Out != "":
		return writeReading(c.Out, &reading)
	case s.asJSON():
		return json.NewEncoder(s.out).Encode(reading)
	}
	return plain.Write(s.out, &reading)
}

// writeReading writes ID.json into a folder, whole or not at all.
func writeReading(dir string, r *parley.Reading) error {
	data, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return fmt.Errorf("write reading %q: %w", r.Document.ID, err)
	}
	path := filepath.Join(dir, fileName(r.Document.ID)+".json")
	if err := os.WriteFile(path+".part", append(data, '\n'), 0o644); err != nil {
		return fmt.Errorf("write reading %q: %w", r.Document.ID, err)
	}
	if err := os.Rename(path+".part", path); err != nil {
		return fmt.Errorf("write reading %q: %w", r.Document.ID, err)
	}
	return nil
}

// fileName makes a file's name of an id, which may come from outside: no
// separators, no leading point, no endless length.
func fileName(id string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, id)
	clean = strings.TrimLeft(clean, ".")
	if clean == "" {
		return "reading"
	}
	return clean[:min(len(clean), 120)]
}
