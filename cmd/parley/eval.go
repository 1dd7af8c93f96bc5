package main

import (
	"fmt"
	"time"

	"parley"
	"parley/eval"
	"parley/read/date"
)

// evalCmd is `parley eval`.
type evalCmd struct {
	Ledger evalLedgerCmd `cmd:"" default:"withargs" help:"Score against a folder of ledger gold, ID.json each."`
	Names  evalNamesCmd  `cmd:"" help:"Score names against marked words, or mentions against a folder in the format of re3d."`
	Quotes evalQuotesCmd `cmd:"" help:"Score attributions against a JSONL file of quotation gold."`
	Syntax evalSyntaxCmd `cmd:"" help:"Score tags, lemmas and trees against a treebank in CoNLL-U."`
	Actors evalActorsCmd `cmd:"" help:"Score who is who: phrases with their states and roles, and offices on days."`
	Coref  evalCorefCmd  `cmd:"" help:"Score coreference and attributions against GUM, or source actors against ledger gold."`
	Plover evalPloverCmd `cmd:"" help:"Score events against PLOVER's gold records: the types that an export has."`
	Cases  evalCasesCmd  `cmd:"" help:"Score the date tagger against the test cases of other parsers of dates."`
	Lines  evalLinesCmd  `cmd:"" name:"timelines" help:"Score the dates of entities' events against the timelines of SemEval-2015's task 4."`
	Pairs  evalPairsCmd  `cmd:"" help:"Score the type of the event between a marked source and target."`
	Conds  evalCondsCmd  `cmd:"" name:"conditionals" help:"Score conditions against the conditional constructions of a treebank in CoNLL-U."`
	Sides  evalSidesCmd  `cmd:"" help:"Score who is for or against whom of two marked entities."`
	Marks  evalMarksCmd  `cmd:"" help:"Say what became of events that were marked by eye, and learn from the marks what to trust."`
	Points evalPointsCmd `cmd:"" name:"propositions" help:"Score who says what in reports on negotiations: actor, predicate, point."`
	Times  evalTimesCmd  `cmd:"" help:"Score time expressions against a JSONL file, as TempEval-3 does."`
}

// evalLedgerCmd is `parley eval ledger`.
type evalLedgerCmd struct {
	Gold        string `arg:"" type:"existingdir" help:"The folder of gold."`
	Readings    string `arg:"" optional:"" type:"existingdir" help:"A folder of readings to score; without it, parley reads the gold's documents now."`
	Errors      bool   `help:"List what was missed, read wrongly or too much."`
	Calibration bool   `help:"Show how often entries of each confidence are right."`
}

// Run prints the ledger's scores.
func (c *evalLedgerCmd) Run(s *session) error {
	pairs, err := eval.LoadLedger(c.Gold, c.Readings)
	if err != nil {
		return err
	}
	if c.Readings == "" {
		if pairs, err = s.readGold(pairs); err != nil {
			return err
		}
	}
	score := eval.ScoreLedger(pairs)
	if s.asJSON() {
		return s.emit(score)
	}
	fmt.Fprint(s.out, score)
	if c.Calibration {
		for _, cal := range eval.Calibrate(pairs) {
			fmt.Fprintln(s.out, cal)
		}
	}
	if c.Errors {
		printAll(s, eval.Faults(pairs))
	}
	return nil
}

// readGold reads the documents of the gold with the readers of this binary.
func (s *session) readGold(pairs []eval.Pair) ([]eval.Pair, error) {
	docs := make([]parley.Document, len(pairs))
	for i := range pairs {
		docs[i] = pairs[i].Gold.Document
	}
	readings, err := s.readAll(docs)
	if err != nil {
		return nil, err
	}
	for i := range pairs {
		pairs[i].Read = &readings[i]
	}
	return pairs, nil
}

// readAll reads documents with all cores.
func (s *session) readAll(docs []parley.Document) ([]parley.Reading, error) {
	reader, err := s.plainReader()
	if err != nil {
		return nil, err
	}
	return eval.ReadAll(docs, reader)
}

// readEach reads the documents of gold records, in their order.
func readEach[T any](s *session, records []T, document func(*T) parley.Document) ([]parley.Reading, error) {
	docs := make([]parley.Document, len(records))
	for i := range records {
		docs[i] = document(&records[i])
	}
	return s.readAll(docs)
}

// evalQuotesCmd is `parley eval quotes`.
type evalQuotesCmd struct {
	Gold   string `arg:"" type:"existingfile" help:"The JSONL file of gold."`
	Errors bool   `help:"List what was missed and what is too much."`
}

// Run prints the scores of attributions.
func (c *evalQuotesCmd) Run(s *session) error {
	gold, err := eval.LoadQuotes(c.Gold)
	if err != nil {
		return err
	}
	readings, err := readEach(s, gold, (*eval.QuoteDocument).Document)
	if err != nil {
		return err
	}
	read := make([]eval.QuoteDocument, len(gold))
	for i := range readings {
		read[i] = eval.Attributions(readings[i])
	}
	return s.score(eval.ScoreQuotes(gold, read), eval.QuoteFaults(gold, read), c.Errors)
}

// evalTimesCmd is `parley eval times`.
type evalTimesCmd struct {
	Gold   string `arg:"" type:"existingfile" help:"The JSONL file of gold."`
	Split  string `help:"Score only documents of this split."`
	Errors bool   `help:"List what was missed and what is too much."`
}

// Run prints the scores of time expressions.
func (c *evalTimesCmd) Run(s *session) error {
	gold, err := eval.LoadTimes(c.Gold)
	if err != nil {
		return err
	}
	if c.Split != "" {
		gold = eval.OfSplit(gold, c.Split)
	}
	readings, err := readEach(s, gold, (*eval.TimeDocument).Document)
	if err != nil {
		return err
	}
	read := make([]eval.TimeDocument, len(gold))
	for i := range readings {
		read[i] = eval.Timexes(readings[i])
	}
	score, faults := eval.ScoreTimes(gold, read)
	return s.score(score, faults, c.Errors)
}

// score prints a score, and its faults where they are wanted.
func (s *session) score(score fmt.Stringer, faults []eval.Fault, errors bool) error {
	if s.asJSON() {
		return s.emit(score)
	}
	fmt.Fprint(s.out, score)
	if errors {
		printAll(s, faults)
	}
	return nil
}

// printAll prints values one a line.
func printAll[T any](s *session, list []T) {
	for _, x := range list {
		fmt.Fprintln(s.out, x)
	}
}

// evalCasesCmd is `parley eval cases`.
type evalCasesCmd struct {
	Gold   string `arg:"" type:"existingfile" help:"The JSONL file of cases."`
	Errors bool   `help:"List the cases that are not right."`
}

// Run prints how many cases are right.
func (c *evalCasesCmd) Run(s *session) error {
	cases, omitted, err := eval.LoadTimeCases(c.Gold)
	if err != nil {
		return err
	}
	score, faults := eval.ScoreCases(cases, omitted, func(text string, day time.Time) []parley.Date {
		return date.Tag(text, day, date.News)
	})
	return s.score(score, faults, c.Errors)
}

// evalLinesCmd is `parley eval timelines`.
type evalLinesCmd struct {
	Gold   string `arg:"" type:"existingfile" help:"The JSONL file of timelines."`
	Texts  string `arg:"" type:"existingfile" help:"The JSONL file of the documents, whose ids begin with their numbers."`
	Errors bool   `help:"List the dates that were missed."`
}

// Run reads the documents and prints how many dates of the timelines are found.
func (c *evalLinesCmd) Run(s *session) error {
	gold, err := eval.LoadTimelines(c.Gold)
	if err != nil {
		return err
	}
	texts, err := eval.LoadTimes(c.Texts)
	if err != nil {
		return err
	}
	readings, err := readEach(s, texts, (*eval.TimeDocument).Document)
	if err != nil {
		return err
	}
	score, faults := eval.ScoreTimelines(gold, eval.ByNumber(readings))
	return s.score(score, faults, c.Errors)
}

// evalPointsCmd is `parley eval propositions`.
type evalPointsCmd struct {
	Gold   string `arg:"" type:"existingfile" help:"The JSONL file of sentences with their propositions."`
	Errors bool   `help:"List what was missed and what is too much."`
}

// Run reads the sentences and prints how many propositions agree.
func (c *evalPointsCmd) Run(s *session) error {
	gold, err := eval.LoadPropositions(c.Gold)
	if err != nil {
		return err
	}
	readings, err := readEach(s, gold, (*eval.PropositionSentence).Document)
	if err != nil {
		return err
	}
	read := make([][]eval.Proposition, len(gold))
	for i := range readings {
		read[i] = eval.Propositions(&readings[i])
	}
	score, faults := eval.ScorePropositions(gold, read)
	return s.score(score, faults, c.Errors)
}
