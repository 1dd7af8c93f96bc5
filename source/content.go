package source

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"parley"
	"parley/source/text"
)

// input is what is known of an input beside its content.
type input struct {
	from        string
	address     string // of the web; empty for files
	contentType string
	fetched     string
	got         time.Time
	damage      error // what ended the content before its time
}

// head is how many bytes tell the format.
const head = 64 << 10

// newContent returns a reader whose first bytes can be looked at.
func newContent(r io.Reader) *bufio.Reader { return bufio.NewReaderSize(r, head) }

// file reads one file.
func (s *stream) file(path string) bool {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s.fail(path, fmt.Errorf("no such file: %w", parley.ErrNotFound))
	}
	if err != nil {
		return s.fail(path, errors.Unwrap(err))
	}
	defer f.Close()
	return s.input(path, f)
}

// input reads a stream of bytes, decompressed if it is gzip.
func (s *stream) input(from string, r io.Reader) bool {
	in := input{from: from}
	counted := &counter{reader: r, count: &s.read}
	raw := newContent(counted)
	magic, _ := raw.Peek(2)
	if string(magic) != "\x1F\x8B" {
		return s.content(in, raw)
	}
	z, err := gzip.NewReader(raw)
	if err != nil {
		return s.fail(from, damaged(err))
	}
	return s.content(in, newContent(&expansion{reader: z, in: &s.read, before: s.read}))
}

// content reads what is in an input by its format.
func (s *stream) content(in input, r *bufio.Reader) bool {
	first, err := r.Peek(head)
	if err != nil && !errors.Is(err, io.EOF) && len(first) == 0 {
		return s.fail(in.from, damaged(err))
	}
	format := sniff(first, in.from, in.contentType)
	if (format == Lines || format == JSON) && !text.Wide(first) {
		if strings.HasPrefix(string(first), "\uFEFF") {
			_, _ = r.Discard(len("\uFEFF")) // it was looked at, so it is there
		}
		if format == Lines {
			return s.lines(in, r)
		}
		return s.values(in, r)
	}
	body, err := io.ReadAll(io.LimitReader(r, int64(s.opts.MaxDocument)+1))
	if len(body) > s.opts.MaxDocument {
		return s.fail(in.from, fmt.Errorf("more than %d bytes: %w", s.opts.MaxDocument, parley.ErrTooLarge))
	}
	if err != nil {
		in.damage = damaged(err)
		if errors.Is(err, parley.ErrTooLarge) || len(body) == 0 {
			return s.fail(in.from, in.damage)
		}
	}
	return s.whole(in, format, body)
}

// damaged says what kind of error ended a stream of bytes.
func damaged(err error) error {
	if errors.Is(err, parley.ErrTooLarge) {
		return err
	}
	return fmt.Errorf("%w: %w", err, parley.ErrDamaged)
}

// counter counts the bytes that are read.
type counter struct {
	reader io.Reader
	count  *int64
}

// Read reads and counts.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	*c.count += int64(n)
	return n, err
}

// The bounds of decompression. Texts shrink to a tenth at best; what grows to
// two hundred times its size is made to fill the memory or the time.
const (
	freely = 64 << 20 // bytes that may come out in any case
	growth = 200      // times what went in
)

// expansion reads decompressed bytes and ends a stream that grows beyond bounds.
type expansion struct {
	reader io.Reader
	in     *int64 // compressed bytes read
	before int64  // of them, those of other inputs
	out    int64
}

// Read reads and checks.
func (e *expansion) Read(p []byte) (int, error) {
	n, err := e.reader.Read(p)
	e.out += int64(n)
	if e.out > freely && e.out > growth*(*e.in-e.before) {
		return n, fmt.Errorf("grows more than %d times in decompression: %w", growth, parley.ErrTooLarge)
	}
	return n, err
}
