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

// longestName bounds the name of a file in bytes, below the 255 of most systems.
const longestName = 120

// readCmd is `parley read`.
type readCmd struct {
	Files  []string `arg:"" help:"Files, folders, globs, addresses, or - for standard input."`
	Out    string   `help:"Write each reading to ID.json in this folder." type:"path" placeholder:"DIR"`
	Date   dayFlag  `help:"The day of a text that tells none, YYYY-MM-DD."`
	Title  string   `help:"The title of a text that tells none."`
	Outlet string   `help:"The outlet of a text that tells none."`

	written map[string]int // how many readings had each name of a file
}

// Run reads each document and prints or writes its reading. An input that
// cannot be read is named, and the others are read all the same.
func (c *readCmd) Run(s *session) error {
	reader, err := s.reader()
	if err != nil {
		return err
	}
	if c.Out != "" {
		if err := os.MkdirAll(c.Out, 0o755); err != nil {
			return fmt.Errorf("read: %w", err)
		}
	}
	var failed bool
	for item, err := range source.Open(s.ctx, c.Files, s.sources(string(c.Date), c.Title, c.Outlet)) {
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
		return c.write(&reading)
	case s.asJSON():
		return json.NewEncoder(s.data).Encode(reading)
	}
	return plain.Write(s.out, &reading)
}

// write writes ID.json into the folder, whole or not at all. Where two readings
// would have one name, as a story and its correction do, the second is ID~2.json.
func (c *readCmd) write(r *parley.Reading) error {
	data, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return fmt.Errorf("write reading %q: %w", r.Document.ID, err)
	}
	path := filepath.Join(c.Out, c.unused(fileName(r.Document.ID))+".json")
	if err := os.WriteFile(path+".part", append(data, '\n'), 0o644); err != nil {
		return fmt.Errorf("write reading %q: %w", r.Document.ID, err)
	}
	if err := os.Rename(path+".part", path); err != nil {
		return fmt.Errorf("write reading %q: %w", r.Document.ID, err)
	}
	return nil
}

// unused makes a name of a file one that this run has not used.
func (c *readCmd) unused(name string) string {
	if c.written == nil {
		c.written = map[string]int{}
	}
	key := strings.ToLower(name) // Some systems take both for one name.
	c.written[key]++
	if n := c.written[key]; n > 1 {
		return c.unused(fmt.Sprintf("%s~%d", name, n)) // A document may have just this id.
	}
	return name
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
	return strings.ToValidUTF8(clean[:min(len(clean), longestName)], "")
}
