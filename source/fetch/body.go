package fetch

import (
	"compress/flate"
	"compress/gzip"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"parley"
)

// maxRobots is how much of a robots.txt counts, as RFC 9309 advises.
const maxRobots = 500 << 10

// body reads and decompresses the body of an answer. The size is bounded as
// sent and as decompressed, because a compressed stream may give very much, or
// go on for ever and give nothing.
func (g *Gate) body(res *http.Response, a ask, stall func() *time.Timer) ([]byte, error) {
	if res.ContentLength > g.maxBytes && !a.robots {
		return nil, fmt.Errorf("body of %d bytes: %w", res.ContentLength, parley.ErrTooLarge)
	}
	timer := stall()
	defer timer.Stop()
	sent := http.MaxBytesReader(nil, &pulse{ReadCloser: res.Body, beat: func() { timer.Reset(g.idle) }}, g.maxBytes)
	plain, err := decoded(sent, res.Header.Values("Content-Encoding"))
	if err != nil {
		return nil, err
	}
	if a.robots {
		plain = io.LimitReader(plain, maxRobots)
	}
	body, err := io.ReadAll(http.MaxBytesReader(nil, io.NopCloser(plain), g.maxBytes))
	if err != nil {
		return nil, fmt.Errorf("body: %w: %w", err, bodyKind(err))
	}
	return body, nil
}

// pulse tells of each read that gave bytes.
type pulse struct {
	io.ReadCloser
	beat func()
}

// Read reads from the body below.
func (p *pulse) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	if n > 0 {
		p.beat()
	}
	return n, err
}

// decoded undoes the encoding of a body. Gzip is all that the gate asks for,
// and once; whatever else a server sends could not be bounded or read.
func decoded(body io.Reader, encodings []string) (io.Reader, error) {
	switch name := strings.ToLower(strings.Join(encodings, ", ")); name {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip":
		r, err := gzip.NewReader(body)
		if err != nil {
			return nil, fmt.Errorf("body: %w: %w", err, bodyKind(err))
		}
		return r, nil
	default:
		return nil, fmt.Errorf("content encoding %q was not asked for: %w", name, parley.ErrRefused)
	}
}

// bodyKind returns the kind of an error met while a body was read.
func bodyKind(err error) error {
	var (
		large   *http.MaxBytesError
		corrupt flate.CorruptInputError
	)
	switch {
	case errors.As(err, &large):
		return parley.ErrTooLarge
	case errors.As(err, &corrupt), errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum),
		errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return parley.ErrDamaged
	}
	return parley.ErrUnavailable
}

// failed gives an error of a request its kind. Where the request was cancelled,
// the reason for that is the error.
func failed(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if parley.Reason(err) != "other" {
		return err
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return fmt.Errorf("%w: %w", err, parley.ErrRefused)
	}
	return fmt.Errorf("%w: %w", err, parley.ErrUnavailable)
}
