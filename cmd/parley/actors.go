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

	"parley"
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
	score := eval.ScoreActors(phrases, offices,
		func(p eval.ActorPhrase) eval.ActorAnswer { return answer(known, p) },
		func(q eval.OfficeDay) string { return holder(known, q) })
	return s.score(score, score.Faults, c.Errors)
}

// setStates are the states of the list's sets whose names are not theirs.
var setStates = map[string]string{"us": "USA", "uae": "ARE", "": ""}

// holder answers who held an office on a day.
func holder(known *actors.Known, q eval.OfficeDay) string {
	state, ok := setStates[q.State]
	if !ok {
		if found, known := known.State(strings.ToUpper(q.State)); known {
			state = found.ID
		}
	}
	if held := known.Holder(q.Office, state, q.Day); len(held) > 0 {
		return held[0].Person.ID
	}
	return ""
}

// answer resolves a phrase and says of which state the actor is, and its sector.
func answer(known *actors.Known, p eval.ActorPhrase) eval.ActorAnswer {
	context := actors.Context{}
	for w := range strings.FieldsSeq(p.In) {
		if state, ok := known.State(w); ok {
			context.States = append(context.States, state.ID)
		}
	}
	found := known.Resolve(p.Phrase, context, p.Day)
	if len(found) == 0 {
		return eval.ActorAnswer{}
	}
	best := found[0]
	a := eval.ActorAnswer{State: party(known, best), Sector: sector(known, best, p.Day)}
	for _, t := range known.Offices(best.ID, p.Day) {
		a.Office = append(a.Office, t.Office.Name)
	}
	return a
}

// party gives the state of a candidate as the gold does: organisations of several
// states have codes of their own.
func party(known *actors.Known, c actors.Candidate) string {
	id := c.ID
	if c.Kind == parley.Person || c.Kind == parley.Group || known.Home(id) == "" {
		id = c.Of
	}
	if c.Kind == parley.Organisation && c.Of != "" && known.Home(c.ID) == "" {
		id = c.Of
	}
	if home := known.Home(id); home != "" {
		return home
	}
	e, ok := known.ByID(id)
	if !ok {
		e, ok = known.ByID(c.ID)
	}
	switch {
	case !ok:
		return ""
	case e.ID == "UN" || e.Of == "UN":
		return "UNO"
	case e.ID == "EU" || e.Of == "EU":
		return "EUR"
	case e.Kind == parley.Organisation:
		return "IGO"
	}
	return ""
}

// sectors are the sectors of PLOVER by the rank of an office.
var sectors = map[actors.Rank]string{actors.StaffChief: "MIL", actors.Commander: "MIL", actors.Legislator: "LEG", actors.Speaker: "LEG", actors.Judge: "JUD"}

// sector gives the sector of a candidate on a day, as PLOVER has them.
func sector(known *actors.Known, c actors.Candidate, day string) string {
	switch c.Kind {
	case parley.Person:
		return sectorOfPerson(known, c.Office, day)
	case parley.ArmedGroup:
		return sectorOfGroup(known, c.ID, day)
	case parley.Group:
		return "PTY"
	case parley.Outlet:
		return "JRN"
	}
	for _, noun := range []string{"army", "military", "guard", "forces", "troops", "navy", "fleet"} {
		if strings.Contains(strings.ToLower(c.Name), noun) {
			return "MIL"
		}
	}
	return "GOV"
}

// sectorOfGroup gives the sector of an armed group.
func sectorOfGroup(known *actors.Known, id, day string) string {
	switch of := known.Home(id); {
	case of != "" && governs(known, id, of, day):
		return "GOV"
	case known.Criminal(id):
		return "CRM"
	case known.Militia(id):
		return "PRM"
	}
	return "REB"
}

// sectorOfPerson gives the sector of who holds an office; ELI is who held one.
func sectorOfPerson(known *actors.Known, t *actors.Tenure, day string) string {
	if t == nil {
		return ""
	}
	o := t.Office
	switch e, _ := known.ByID(o.Of); {
	case day != "" && t.Covers(day) == 0:
		return "ELI"
	case sectors[o.Rank] != "":
		return sectors[o.Rank]
	case o.Name == "Leader of the Opposition":
		return "PTY"
	case e.Kind == parley.ArmedGroup || e.Kind == parley.Group:
		return "REB"
	case e.Kind == parley.Government && (o.Rank == actors.President || o.Rank == actors.Head):
		return "LEG" // The bodies with a president or chair of their own in the tables are parliaments.
	case o.Rank == actors.Head && (strings.Contains(o.Name, "CIA") || strings.Contains(o.Name, "Intelligence") || strings.Contains(o.Name, "Security Service")):
		return "SPY"
	}
	return "GOV"
}

// governs reports whether the leader of a group held an office of its state on a day.
func governs(known *actors.Known, group, state, day string) bool {
	for _, t := range known.Holder("leader", group, day) {
		for _, held := range known.Offices(t.Person.ID, day) {
			if held.Office.Of == state {
				return true
			}
		}
	}
	return false
}
