package sqlite

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"parley"
)

// contentHash returns the SHA-256 of a document's title, outlet, time of
// publication and text, each after its length, so that no two contents run
// together to the same bytes.
func contentHash(doc *parley.Document) string {
	h := sha256.New()
	for _, field := range []string{doc.Title, doc.Outlet, doc.Published, doc.Text} {
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(field)))
		h.Write(size[:])
		_, _ = io.WriteString(h, field) // A hash never fails to write.
	}
	return hex.EncodeToString(h.Sum(nil))
}

// documentKey returns what makes two documents the same.
func documentKey(doc *parley.Document, hash string) string {
	switch {
	case doc.URL != "":
		return "url:" + doc.URL
	case doc.ID != "":
		return "id:" + doc.ID
	}
	return "hash:" + hash
}

// documentNames yields ids for a new document, the best first.
func documentNames(own, key string) iter.Seq[string] {
	return func(yield func(string) bool) {
		prefix := "d:"
		if own != "" {
			if !yield(own) {
				return
			}
			prefix = own + "~"
		}
		sum := sha256.Sum256([]byte(key))
		digits := hex.EncodeToString(sum[:])
		for n := 8; n <= len(digits); n += 8 {
			if !yield(prefix + digits[:n]) {
				return
			}
		}
	}
}

// sound returns the document with its bytes that are not UTF-8 replaced, as
// neither SQL nor JSON can carry them, and with a warning where there were any.
func sound(doc parley.Document) parley.Document {
	bad := false
	for _, field := range []*string{&doc.ID, &doc.Title, &doc.Outlet, &doc.Author, &doc.Agency, &doc.Place, &doc.Dateline,
		&doc.Published, &doc.Modified, &doc.Fetched, &doc.Language, &doc.URL, &doc.Text, &doc.Licence} {
		bad = bad || !utf8.ValidString(*field)
		*field = cleaned(*field)
	}
	if bad {
		const warning = "bytes that are not UTF-8 were replaced"
		doc.Warnings = append(slices.Clip(doc.Warnings), warning)
	}
	return doc
}

// cleaned returns s with bytes that are not UTF-8 replaced.
func cleaned(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// A packer compresses raw inputs one after another, with one set of tables.
type packer struct {
	out bytes.Buffer
	zip *gzip.Writer
}

// pack returns the input compressed, and nil for none. The result is good until
// the next call.
func (p *packer) pack(raw []byte) ([]byte, error) {
	if raw == nil {
		return nil, nil
	}
	p.out.Reset()
	if p.zip == nil {
		zip, err := gzip.NewWriterLevel(&p.out, gzip.BestSpeed)
		if err != nil {
			return nil, err
		}
		p.zip = zip
	} else {
		p.zip.Reset(&p.out)
	}
	if _, err := p.zip.Write(raw); err != nil {
		return nil, err
	}
	if err := p.zip.Close(); err != nil {
		return nil, err
	}
	return p.out.Bytes(), nil
}

// unpack returns the input that was packed. Its checksum tells damage.
func unpack(packed []byte) ([]byte, error) {
	if packed == nil {
		return nil, nil
	}
	zip, err := gzip.NewReader(bytes.NewReader(packed))
	if err == nil {
		var raw []byte
		if raw, err = io.ReadAll(zip); err == nil {
			return raw, nil
		}
	}
	return nil, fmt.Errorf("%w: raw input: %w", parley.ErrDamaged, err)
}
