package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"parley"
	"parley/source/jsonl"
)

// lines reads an object a line. A bad line costs itself alone.
func (s *stream) lines(in input, r *bufio.Reader) bool {
	from := in.from
	empty := true
	for n := 1; ; n++ {
		line, err := s.line(r)
		ended := errors.Is(err, io.EOF)
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		in.from = fmt.Sprintf("%s:%d", from, n)
		switch {
		case errors.Is(err, errLine):
			if !s.fail(in.from, fmt.Errorf("a line of more than %d bytes: %w", s.opts.MaxDocument, parley.ErrTooLarge)) {
				return false
			}
			empty = false
			continue
		case err != nil && !ended:
			return s.fail(in.from, damaged(err))
		case len(bytes.TrimSpace(line)) > 0:
			if !s.object(in, Lines, line) {
				return false
			}
			empty = false
		}
		if ended {
			return !empty || s.fail(from, fmt.Errorf("no objects: %w", parley.ErrEmpty))
		}
	}
}

// errLine says that a line is too long. The rest of it was passed over.
var errLine = errors.New("line too long")

// line returns the next line, in memory of its own.
func (s *stream) line(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(part) > s.opts.MaxDocument; !long {
			line = append(line, part...)
		} else {
			line = nil
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			if s.ctx.Err() != nil {
				return nil, s.ctx.Err()
			}
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, errLine
		default:
			return line, err
		}
	}
}

// values reads objects that stand alone, in a row or in one list. After an
// error of syntax nothing tells where the next object begins, so it ends the input.
func (s *stream) values(in input, r *bufio.Reader) bool {
	first, _ := r.Peek(head)
	listed := bytes.HasPrefix(bytes.TrimLeft(first, " \t\r\n"), []byte("["))
	bounded := &bound{reader: r, left: s.opts.MaxDocument}
	decoder := json.NewDecoder(bounded)
	if listed {
		_, _ = decoder.Token() // the bracket that was looked at
	}
	from := in.from
	for n := 1; ; n++ {
		bounded.left = s.opts.MaxDocument
		if listed && !decoder.More() {
			return s.endOfList(from, decoder, n == 1)
		}
		if in.from = from; listed || n > 1 {
			in.from = fmt.Sprintf("%s#%d", from, n)
		}
		var object json.RawMessage
		err := decoder.Decode(&object)
		switch {
		case errors.Is(err, io.EOF) && n > 1:
			return true
		case errors.Is(err, io.EOF):
			return s.fail(from, fmt.Errorf("no objects: %w", parley.ErrEmpty))
		case err != nil:
			return s.fail(in.from, damaged(err))
		}
		if !s.object(in, JSON, object) {
			return false
		}
	}
}

// endOfList checks that a list ends and nothing follows it.
func (s *stream) endOfList(from string, decoder *json.Decoder, empty bool) bool {
	if _, err := decoder.Token(); err != nil {
		return s.fail(from, damaged(err))
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return s.fail(from, fmt.Errorf("more after the end of the list: %w", parley.ErrDamaged))
	}
	return !empty || s.fail(from, fmt.Errorf("no objects: %w", parley.ErrEmpty))
}

// bound is a reader that ends in an error when more is read than is left.
type bound struct {
	reader io.Reader
	left   int
}

// Read reads and checks.
func (b *bound) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("an object that is too long: %w", parley.ErrTooLarge)
	}
	n, err := b.reader.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// object reads one object.
func (s *stream) object(in input, format Format, object []byte) bool {
	record, err := jsonl.Parse(object)
	item := Item{Document: record.Document, Raw: record.Raw, From: in.from, Format: format}
	if err != nil {
		item.Raw = object
		return s.emit(item, fmt.Errorf("%s: %w", in.from, err))
	}
	return s.document(in, item)
}
