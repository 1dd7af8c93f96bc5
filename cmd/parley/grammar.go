package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"parley/lang/conllu"
	"parley/lang/syntax"
)

// trees writes the sentences of a treebank as the parser sees their words.
func (s *session) trees(in io.Reader, name string) (err error) {
	parser, err := s.parser()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.data)
	defer func() { err = cmp.Or(err, out.Flush()) }()
	for gold, err := range conllu.Read(in) {
		if err != nil {
			return fmt.Errorf("annotate %s: %w", name, err)
		}
		if err := s.ctx.Err(); err != nil {
			return err
		}
		if err := conllu.Write(out, parser.Parsed(gold)); err != nil {
			return fmt.Errorf("annotate: %w", err)
		}
	}
	return nil
}

// names writes the sentences of a file in the BIO format of the corpora of names,
// a word and its label a line, with the labels that the parser gives.
func (s *session) names(in io.Reader, name string) (err error) {
	parser, err := s.parser()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.data)
	defer func() { err = cmp.Or(err, out.Flush()) }()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	var forms []string
	for lines.Scan() {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		if line := strings.TrimSpace(lines.Text()); line != "" {
			forms = append(forms, strings.Fields(line)[0])
			continue
		}
		writeNames(out, parser.Words(forms))
		forms = forms[:0]
	}
	writeNames(out, parser.Words(forms))
	if err := lines.Err(); err != nil {
		return fmt.Errorf("annotate %s: %w", name, err)
	}
	return nil
}

// writeNames writes the words of one sentence and the empty line behind them.
// Errors of the buffer are kept until it is flushed.
func writeNames(out *bufio.Writer, words []syntax.Word) {
	if len(words) == 0 {
		return
	}
	for _, w := range words {
		fmt.Fprintf(out, "%s %s\n", w.Form, cmp.Or(w.Name, "O"))
	}
	fmt.Fprintln(out)
}
