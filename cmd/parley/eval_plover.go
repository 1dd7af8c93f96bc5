package main

import (
	"parley"
	"parley/eval"
	"parley/export/plover"
)

// evalPloverCmd is `parley eval plover`.
type evalPloverCmd struct {
	Gold   string `arg:"" type:"existingfile" help:"The JSONL file of PLOVER gold records."`
	Errors bool   `help:"List the records of which no type is right."`
}

// Run codes the records as `parley export` does and prints how many types are right.
func (c *evalPloverCmd) Run(s *session) error {
	records, err := eval.LoadPlover(c.Gold)
	if err != nil {
		return err
	}
	docs := make([]parley.Document, len(records))
	for i := range records {
		docs[i] = records[i].Document()
	}
	readings, err := s.readAll(docs)
	if err != nil {
		return err
	}
	read := make([][]string, len(records))
	for i := range readings {
		none := func(*parley.Actor) plover.Codes { return plover.Codes{} }
		for _, e := range plover.Of(&readings[i], none, func(int) int { return 1 }) {
			read[i] = append(read[i], e.Type)
		}
	}
	score, faults := eval.ScorePlover(records, read)
	return s.score(score, faults, c.Errors)
}
