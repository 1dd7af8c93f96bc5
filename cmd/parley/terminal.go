package main

import (
	"context"
	"io"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
)

// harmless returns a writer for what people read. It shows characters that
// steer a terminal, or turn the direction of writing around, as U+FFFD: the
// texts come from anyone, and must not be able to write over what stands there.
func harmless(w io.Writer) io.Writer {
	return transform.NewWriter(w, runes.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}))
}

// input is the standard input. It ends with the context, even while a read
// waits for a terminal or a pipe, so that an interrupt ends the command.
type input struct {
	ctx  context.Context
	file io.Reader
	pipe *io.PipeReader // nil until the first read: most commands leave the input alone
}

// Read reads what was typed or piped, or fails with the context's error.
func (in *input) Read(p []byte) (int, error) {
	if in.pipe == nil {
		in.start()
	}
	return in.pipe.Read(p)
}

// start begins to copy the file. The copy ends with the process at the latest,
// since nothing ends a read that waits.
func (in *input) start() {
	pipe, out := io.Pipe()
	in.pipe = pipe
	context.AfterFunc(in.ctx, func() { _ = out.CloseWithError(in.ctx.Err()) })
	go func() {
		_, err := io.Copy(out, in.file)
		_ = out.CloseWithError(err) // Without an error, the end of the file.
	}()
}
