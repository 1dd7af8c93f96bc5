package main

import (
	"fmt"
	"os"

	"parley"
	"parley/eval"
	"parley/lang"
	"parley/lang/mention"
	"parley/lang/syntax"
)

// evalNamesCmd is `parley eval names`.
type evalNamesCmd struct {
	Gold   string `arg:"" help:"A file of marked words (BIO), or a folder in the format of re3d, whose texts are then read from scratch."`
	Errors bool   `help:"List what was missed and what is too much."`
}

// Run prints the scores of names, or of all mentions against a folder.
func (c *evalNamesCmd) Run(s *session) error {
	info, err := os.Stat(c.Gold)
	if err != nil {
		return fmt.Errorf("eval names: %w", err)
	}
	parser, err := syntax.New()
	if err != nil {
		return err
	}
	if info.IsDir() {
		return c.mentions(s, parser)
	}
	gold, err := eval.LoadNameTokens(c.Gold)
	if err != nil {
		return err
	}
	var want, got []eval.NameDocument
	for i, g := range gold {
		id := fmt.Sprint(i + 1)
		want = append(want, g.NameDocument(id))
		read := eval.TokenSentence{Forms: g.Forms, Labels: make([]string, len(g.Forms))}
		for k, w := range parser.Words(g.Forms) {
			read.Labels[k] = w.Name
		}
		got = append(got, read.NameDocument(id))
	}
	score, faults := eval.ScoreNames(want, got)
	return s.score(score, faults, c.Errors)
}

// entityTypes gives the types of mentions the names that re3d has for them.
var entityTypes = map[mention.Type]string{
	mention.Person: "Person", mention.Organisation: "Organisation", mention.Place: "Location", mention.People: "Nationality",
}

// mentions scores the outermost mentions of whole texts.
func (c *evalNamesCmd) mentions(s *session, parser *syntax.Parser) error {
	types := map[string]bool{}
	for _, t := range entityTypes {
		types[t] = true
	}
	gold, err := eval.LoadEntities(c.Gold, types)
	if err != nil {
		return err
	}
	read := make([]eval.NameDocument, len(gold))
	for i, g := range gold {
		read[i] = eval.NameDocument{ID: g.ID, Text: g.Text}
		points := parley.CodePoints(g.Text)
		text := lang.Analyse(g.Text)
		trees := parser.Parse(text)
		for _, m := range mention.Find(text, trees) {
			possessive := m.Form == mention.Pronoun && trees[m.Tree].Words[m.Word].XPOS == "PRP$" // of whose entity, it says elsewhere
			if kind := entityTypes[m.Type]; kind != "" && !m.Inside && !possessive {
				span := parley.Span{Start: points[m.Start], End: points[m.End]}
				read[i].Names = append(read[i].Names, eval.NameSpan{Span: span, Type: kind})
			}
		}
	}
	score, faults := eval.ScoreNames(gold, read)
	return s.score(score, faults, c.Errors)
}
