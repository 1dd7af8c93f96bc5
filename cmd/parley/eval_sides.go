package main

import (
	"runtime"

	"golang.org/x/sync/errgroup"

	"parley/eval"
	"parley/linear"
	"parley/read/side"
)

// evalSidesCmd is `parley eval sides`.
type evalSidesCmd struct {
	Gold   string `arg:"" type:"existingfile" help:"The JSONL file of sentences with two marked entities."`
	Train  string `type:"existingfile" help:"Learn the words of sides from a file like it, beside what the entries tell."`
	Errors bool   `help:"List the records of which the side is not right."`
}

// Run reads the records and prints in how many it is right who is for or against whom.
func (c *evalSidesCmd) Run(s *session) error {
	records, err := eval.LoadSides(c.Gold)
	if err != nil {
		return err
	}
	read, err := s.sides(records)
	if err != nil {
		return err
	}
	if c.Train != "" {
		if read, err = s.learntSides(c.Train, records, read); err != nil {
			return err
		}
	}
	score, faults := eval.ScoreSides(records, read)
	return s.score(score, faults, c.Errors)
}

// sides returns the sides that the entries of the records' readings tell.
func (s *session) sides(records []eval.SideRecord) ([]eval.Side, error) {
	readings, err := readEach(s, records, (*eval.SideRecord).Document)
	if err != nil {
		return nil, err
	}
	read := make([]eval.Side, len(records))
	for i := range readings {
		read[i] = eval.SideOf(&records[i], &readings[i])
	}
	return read, nil
}

// learntSides learns from the records of a file and returns the sides of others, of which
// the entries tell those given.
func (s *session) learntSides(train string, records []eval.SideRecord, told []eval.Side) ([]eval.Side, error) {
	marked, err := eval.LoadSides(train)
	if err != nil {
		return nil, err
	}
	toldOfMarked, err := s.sides(marked)
	if err != nil {
		return nil, err
	}
	features, err := s.sideFeatures(marked, toldOfMarked)
	if err != nil {
		return nil, err
	}
	examples := make([]side.Example, len(marked))
	for i := range marked {
		examples[i] = side.Example{Features: features[i], Side: int(marked[i].Label)}
	}
	model := side.Train(examples)
	if features, err = s.sideFeatures(records, told); err != nil {
		return nil, err
	}
	read := make([]eval.Side, len(records))
	for i := range records {
		learnt, _ := model.Side(features[i])
		read[i] = eval.Side(learnt)
	}
	return read, nil
}

// sideFeatures returns the features of records, of which the entries tell those sides.
func (s *session) sideFeatures(records []eval.SideRecord, told []eval.Side) ([]linear.Features, error) {
	coder, err := side.NewCoder()
	if err != nil {
		return nil, err
	}
	out := make([]linear.Features, len(records))
	group, ctx := errgroup.WithContext(s.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range records {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			p, q := records[i].Bytes()
			out[i] = coder.Features(records[i].Text, side.Pair{P: p, Q: q, Told: int(told[i])})
			return nil
		})
	}
	return out, group.Wait()
}
