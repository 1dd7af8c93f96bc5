package main

import (
	"fmt"

	"parley"
	"parley/eval"
)

// evalCorefCmd is `parley eval coref`.
type evalCorefCmd struct {
	Gold    string `arg:"" type:"existingdir" help:"GUM's folder, or a folder of ledger gold with --sources."`
	Split   string `default:"dev" help:"The documents to score: train, dev or test."`
	Sources bool   `help:"Score the source actors of the statements of ledger gold."`
	Errors  bool   `help:"List what went wrong."`
}

// The genres of GUM that are like news: of chains, and of attributions.
var (
	chainGenres       = []string{"news", "interview", "speech", "bio"}
	attributionGenres = []string{"news", "interview", "speech"}
)

// corefScores are the scores against GUM.
type corefScores struct {
	Coreference  eval.CorefScore       `json:"coreference"`
	Attributions eval.AttributionScore `json:"attributions"`
}

// String gives both tables.
func (s corefScores) String() string { return s.Coreference.String() + s.Attributions.String() }

// Run prints the scores of coreference.
func (c *evalCorefCmd) Run(s *session) error {
	if c.Sources {
		return c.sources(s)
	}
	chains, read, err := c.read(s, chainGenres)
	if err != nil {
		return err
	}
	var scores corefScores
	var faults, more []eval.Fault
	scores.Coreference, faults = eval.ScoreCoref(chains, read)
	if scores.Attributions, more, err = c.attributions(s); err != nil {
		return err
	}
	return s.score(scores, append(faults, more...), c.Errors)
}

// read loads and reads GUM's documents of some genres.
func (c *evalCorefCmd) read(s *session, genres []string) ([]eval.CorefDocument, []parley.Reading, error) {
	gold, err := eval.LoadCoref(c.Gold, c.Split, genres...)
	if err != nil {
		return nil, nil, err
	}
	docs := make([]parley.Document, len(gold))
	for i := range gold {
		docs[i] = gold[i].Document()
	}
	readings, err := s.readAll(docs)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", c.Gold, err)
	}
	return gold, readings, nil
}

// attributions scores all attributions, with those that are no statements.
func (c *evalCorefCmd) attributions(s *session) (score eval.AttributionScore, faults []eval.Fault, err error) {
	gold, err := eval.LoadCoref(c.Gold, c.Split, attributionGenres...)
	if err != nil {
		return score, nil, err
	}
	reader, err := s.reader()
	if err != nil {
		return score, nil, err
	}
	found := make([][]eval.CorefAttribution, len(gold))
	for i := range gold {
		all, err := reader.Attributions(gold[i].Document())
		if err != nil {
			return score, nil, fmt.Errorf("read %s: %w", c.Gold, err)
		}
		for _, a := range all {
			found[i] = append(found[i], eval.CorefAttribution{Source: a.Source, Cue: a.Cue})
		}
	}
	score, faults = eval.ScoreAttributions(gold, found)
	return score, faults, nil
}

// sources prints the scores of the source actors of ledger gold.
func (c *evalCorefCmd) sources(s *session) error {
	pairs, err := eval.LoadLedger(c.Gold, "")
	if err != nil {
		return err
	}
	if pairs, err = s.readGold(pairs); err != nil {
		return err
	}
	score, faults := eval.ScoreSources(pairs)
	return s.score(score, faults, c.Errors)
}
