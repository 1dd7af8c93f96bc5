package main

import "parley/eval"

// evalCondsCmd is `parley eval conditionals`.
type evalCondsCmd struct {
	Gold   string `arg:"" type:"existingfile" help:"The treebank, whose constructions are marked as UCxn has it."`
	Errors bool   `help:"List the constructions that were not read."`
}

// Run reads the sentences of the treebank and prints how many of its conditions are read.
func (c *evalCondsCmd) Run(s *session) error {
	treebank, err := readTreebank(c.Gold)
	if err != nil {
		return err
	}
	gold := eval.Conditionals(treebank)
	readings, err := readEach(s, gold, (*eval.ConditionalSentence).Document)
	if err != nil {
		return err
	}
	score, faults := eval.ScoreConditionals(gold, readings)
	return s.score(score, faults, c.Errors)
}
