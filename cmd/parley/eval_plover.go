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
	readings, err := readEach(s, records, (*eval.PloverRecord).Document)
	if err != nil {
		return err
	}
	read := make([][]string, len(records))
	for i := range readings {
		for _, e := range coded(&readings[i]) {
			read[i] = append(read[i], e.Type)
		}
	}
	score, faults := eval.ScorePlover(records, read)
	return s.score(score, faults, c.Errors)
}

// coded codes the events of a reading as `parley export` does, without the codes of actors.
func coded(r *parley.Reading) []plover.Event {
	none := func(*parley.Actor) plover.Codes { return plover.Codes{} }
	return plover.Of(r, none, func(int) int { return 1 })
}

// evalPairsCmd is `parley eval pairs`.
type evalPairsCmd struct {
	Gold   string `arg:"" type:"existingfile" help:"The JSONL file of records with a marked source and target."`
	Errors bool   `help:"List the records of which the type is not right."`
}

// Run codes the records as `parley export` does and prints in how many the event between the
// marked pair has the right type.
func (c *evalPairsCmd) Run(s *session) error {
	records, err := eval.LoadPairs(c.Gold)
	if err != nil {
		return err
	}
	readings, err := readEach(s, records, (*eval.PairRecord).Document)
	if err != nil {
		return err
	}
	read := make([][]eval.CodedTrigger, len(records))
	for i := range readings {
		for _, e := range coded(&readings[i]) {
			read[i] = append(read[i], eval.CodedTrigger{Code: e.CAMEO(), At: e.Start})
		}
	}
	score, faults := eval.ScorePairs(records, read)
	return s.score(score, faults, c.Errors)
}
