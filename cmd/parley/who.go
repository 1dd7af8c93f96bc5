package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"parley"
	"parley/actors"
)

// whoCmd is `parley who`.
type whoCmd struct {
	Mention []string `arg:"" help:"A name, a role or a body, such as \"Russian foreign minister\"."`
	On      dayFlag  `help:"The day for which to answer; without it, whenever." placeholder:"DAY"`
	In      []string `help:"States that the text is about, by name or code." placeholder:"STATE"`
	Facts   string   `help:"A file of your own facts, as for parley actors import." type:"existingfile" placeholder:"FILE"`
}

// whoAnswer is an answer with what else is known of a person.
type whoAnswer struct {
	actors.Candidate
	Offices []actors.Tenure `json:"offices,omitempty"`
}

// Run prints whom the mention can mean, the likeliest first, and why.
func (c *whoCmd) Run(s *session) error {
	known, err := s.knownWith(c.Facts)
	if err != nil {
		return err
	}
	context := actors.Context{}
	for _, name := range c.In {
		id, err := stateNamed(known, name)
		if err != nil {
			return err
		}
		context.States = append(context.States, id)
	}
	day := isoDay(string(c.On))
	answers := []whoAnswer{}
	for _, found := range known.Resolve(strings.Join(c.Mention, " "), context, day) {
		answers = append(answers, whoAnswer{found, known.Offices(found.ID, day)})
	}
	if s.asJSON() {
		return s.emit(answers)
	}
	return s.answers(known, answers)
}

// knownWith loads who is who, with the facts that are kept and those of a file.
func (s *session) knownWith(facts string) (*actors.Known, error) {
	known, err := s.known()
	if err != nil || facts == "" {
		return known, err
	}
	own, err := actors.ReadFile(facts)
	if err != nil {
		return nil, err
	}
	return known.With(own)
}

// stateNamed finds a state by name or code.
func stateNamed(known *actors.Known, name string) (string, error) {
	if e, ok := known.ByID(strings.ToUpper(name)); ok && e.Kind == parley.State {
		return e.ID, nil
	}
	if state, ok := known.State(name); ok {
		return state.ID, nil
	}
	return "", fmt.Errorf("no state is called %q: %w", name, parley.ErrNotFound)
}

// isoDay cuts the day out of a date that has passed validation as one.
func isoDay(text string) string { return text[:min(10, len(text))] }

// answers prints candidates as a table, the reasons and offices of each below it.
func (s *session) answers(known *actors.Known, answers []whoAnswer) error {
	if len(answers) == 0 {
		fmt.Fprintln(s.out, "nobody and nothing that is known")
		return nil
	}
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, a := range answers {
		fmt.Fprintf(w, "%s\t%s\t%s\t%.2f\t%s\n", a.Name, a.Kind, nameOf(known, a.Of), a.Confidence, why(a.Reasons))
		for _, t := range a.Offices {
			fmt.Fprintf(w, "\t\t\t\t%s\n", tenureLine(known, t))
		}
	}
	return w.Flush()
}

// nameOf returns the name of an entry, or the id where it has none.
func nameOf(known *actors.Known, id string) string {
	if e, ok := known.ByID(id); ok {
		return e.Name
	}
	return id
}

// why gives reasons in a line.
func why(reasons []actors.Reason) string {
	parts := make([]string, 0, len(reasons))
	for _, r := range reasons {
		parts = append(parts, strings.TrimSuffix(fmt.Sprintf("%s: %s", r.Kind, r.Detail), ": "))
	}
	return strings.Join(parts, "; ")
}

// tenureLine says which office was held when, and who says so.
func tenureLine(known *actors.Known, t actors.Tenure) string {
	when := t.From + " to " + t.To
	switch {
	case t.Seen != "":
		when = "in " + t.Seen
	case t.To == "" && t.From == "":
		when = "at some time"
	case t.To == "":
		when = "since " + t.From
	case t.From == "":
		when = "until " + t.To
	}
	return fmt.Sprintf("%s, %s, %s [%s]", t.Office.Name, nameOf(known, t.Office.Of), when, t.Source)
}
