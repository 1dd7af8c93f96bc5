package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"parley/eval"
	"parley/lang"
	"parley/lang/conllu"
	"parley/lang/syntax"
	"parley/source"
)

// parseCmd is `parley parse`.
type parseCmd struct {
	Files []string `arg:"" help:"Files, folders, globs, addresses, or - for standard input."`
}

// Run prints the grammar of each document as CoNLL-U.
func (c *parseCmd) Run(s *session) error {
	parser, err := s.parser()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.out)
	var failed bool
	for item, err := range source.Open(s.ctx, c.Files, s.sources("", "", "")) {
		if s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		if err != nil {
			fmt.Fprintln(s.errs, "parley:", err)
			failed = true
			continue
		}
		if err := printTrees(out, parser, item.Document.ID, item.Document.Text); err != nil {
			return fmt.Errorf("parse: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("parse: %w", err)
	}
	if failed {
		return errReported
	}
	return nil
}

// printTrees writes the trees of one document.
func printTrees(w io.Writer, parser *syntax.Parser, id, source string) error {
	text := lang.Analyse(source)
	for i, tree := range parser.Parse(text) {
		sentence := tree.Sentence(text)
		head := []string{fmt.Sprintf("sent_id = %s-%d", oneLine(id), i+1)}
		if i == 0 {
			head = append([]string{"newdoc id = " + oneLine(id)}, head...)
		}
		sentence.Comments = append(head, sentence.Comments...)
		if err := conllu.Write(w, sentence); err != nil {
			return err
		}
	}
	return nil
}

// evalSyntaxCmd is `parley eval syntax`.
type evalSyntaxCmd struct {
	Gold string `arg:"" type:"existingfile" help:"A treebank in CoNLL-U, packed with gzip or not."`
	Raw  bool   `help:"Read the treebank's raw text instead of its words; each sentence is a block of its own."`
}

// Run prints the scores of tags, lemmas and trees by the CoNLL 2018 definitions.
func (c *evalSyntaxCmd) Run(s *session) error {
	gold, err := readTreebank(c.Gold)
	if err != nil {
		return err
	}
	parser, err := s.parser()
	if err != nil {
		return err
	}
	gold, read, err := c.parsed(s, parser, gold)
	if err != nil {
		return err
	}
	score, err := eval.ScoreSyntax(gold, read)
	if err != nil {
		return err
	}
	return s.score(score, nil, false)
}

// parsed parses the sentences of a treebank. From raw text it leaves out those
// that begin with a list mark, which is no word to parley, and says how many.
func (c *evalSyntaxCmd) parsed(s *session, parser *syntax.Parser, gold []*conllu.Sentence) (kept, read []*conllu.Sentence, err error) {
	for _, g := range gold {
		if s.ctx.Err() != nil {
			return nil, nil, s.ctx.Err()
		}
		if !c.Raw {
			read = append(read, parser.Parsed(g))
			kept = append(kept, g)
			continue
		}
		text := lang.Analyse(g.Text())
		if len(text.Blocks) == 0 || text.Blocks[0].Start > 0 {
			continue
		}
		kept = append(kept, g)
		for _, tree := range parser.Parse(text) {
			read = append(read, tree.Sentence(text))
		}
	}
	if left := len(gold) - len(kept); left > 0 {
		fmt.Fprintf(s.errs, "parley: left out %d of %d sentences, which begin with a list mark\n", left, len(gold))
	}
	return kept, read, nil
}

// readTreebank reads all sentences of a file of CoNLL-U.
func readTreebank(path string) ([]*conllu.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("read treebank %s: %w", path, err)
		}
	}
	all, err := conllu.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("read treebank %s: %w", path, err)
	}
	return all, nil
}
