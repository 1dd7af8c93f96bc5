package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"text/tabwriter"

	"parley/actors"
	"parley/eval"
)

// actorsCmd is `parley actors`.
type actorsCmd struct {
	Import actorsImportCmd `cmd:"" help:"Take over a file of your own facts on who holds which office, and say what it changes."`
}

// actorsImportCmd is `parley actors import`.
type actorsImportCmd struct {
	File   string `arg:"" type:"existingfile" help:"CSV with the columns of, office, person, id, aliases, from, to; JSON with the same keys; or the JSON of a Wikidata query."`
	DryRun bool   `help:"Only say what the facts change."`
}

// change is what a fact changes.
type change struct {
	actors.Fact
	Before []actors.Tenure `json:"before"` // who held the office on the first day, as far as was known
	After  []actors.Tenure `json:"after"`
}

// Run checks the file, prints what it changes, and keeps its facts beside the
// ledger, whose next reading uses them. A fact that is there already is not
// kept twice.
func (c *actorsImportCmd) Run(s *session) error {
	facts, err := actors.ReadFile(c.File)
	if err != nil {
		return err
	}
	before, err := s.known()
	if err != nil {
		return err
	}
	after, err := before.With(facts)
	if err != nil {
		return fmt.Errorf("import actors from %s: %w", c.File, err)
	}
	changes := make([]change, 0, len(facts))
	for _, f := range facts {
		of := f.Of
		if e, ok := before.Find(of); ok {
			of = e.ID
		}
		changes = append(changes, change{f, before.Holder(f.Office, of, f.From), after.Holder(f.Office, of, f.From)})
	}
	if !c.DryRun {
		if err := s.keep(facts); err != nil {
			return err
		}
	}
	if s.asJSON() {
		return s.emit(changes)
	}
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, ch := range changes {
		was := make([]string, 0, len(ch.Before))
		for _, t := range ch.Before {
			was = append(was, t.Person.Name)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s–%s\tbefore: %s\n", ch.Of, ch.Office, ch.Person, ch.From, ch.To, strings.Join(was, ", "))
	}
	return errors.Join(w.Flush(), s.count(len(facts)))
}

// factsFile is where the user's own facts are kept: beside the ledger.
func (s *session) factsFile() string { return filepath.Join(filepath.Dir(s.cli.Ledger), "actors.json") }

// facts returns the user's own facts; none where none were imported.
func (s *session) facts() ([]actors.Fact, error) {
	if _, err := os.Stat(s.factsFile()); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return actors.ReadFile(s.factsFile())
}

// known loads who is who, with the user's own facts.
func (s *session) known() (*actors.Known, error) {
	known, err := actors.Load()
	if err != nil {
		return nil, err
	}
	facts, err := s.facts()
	if err != nil || len(facts) == 0 {
		return known, err
	}
	return known.With(facts)
}

// keep adds facts to those that are kept. The file is replaced as a whole, so that
// it is never half written.
func (s *session) keep(facts []actors.Fact) error {
	all, err := s.facts()
	if err != nil {
		return err
	}
	for _, f := range facts {
		f.Line = 0
		if !slices.ContainsFunc(all, func(g actors.Fact) bool { g.Line = 0; return reflect.DeepEqual(f, g) }) {
			all = append(all, f)
		}
	}
	data, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		return fmt.Errorf("keep facts: %w", err)
	}
	name := s.factsFile()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("keep facts: %w", err)
	}
	if err := os.WriteFile(name+".new", data, 0o644); err != nil {
		return fmt.Errorf("keep facts: %w", err)
	}
	if err := os.Rename(name+".new", name); err != nil {
		return fmt.Errorf("keep facts: %w", err)
	}
	return nil
}

// count says how many facts a file has.
func (s *session) count(n int) error {
	_, err := fmt.Fprintf(s.out, "%d facts, all well formed\n", n)
	return err
}

// evalActorsCmd is `parley eval actors`.
type evalActorsCmd struct {
	Phrases string `arg:"" type:"existingfile" help:"The JSONL file of phrases with their actors."`
	Offices string `arg:"" optional:"" type:"existingfile" help:"The JSONL file of dated office holders, from which questions are drawn."`
	N       int    `help:"How many questions to draw." default:"300"`
	Errors  bool   `help:"List what was answered wrongly."`
}

// Run prints the scores of who is who.
func (c *evalActorsCmd) Run(s *session) error {
	phrases, err := eval.LoadActorPhrases(c.Phrases)
	if err != nil {
		return err
	}
	var offices []eval.OfficeDay
	if c.Offices != "" {
		if offices, err = eval.LoadOfficeDays(c.Offices, c.N); err != nil {
			return err
		}
	}
	known, err := s.known()
	if err != nil {
		return err
	}
	score := eval.ScoreActors(phrases, offices, eval.AnswerPhrase(known), eval.AnswerOffice(known))
	return s.score(score, score.Faults, c.Errors)
}
