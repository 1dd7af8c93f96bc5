package parley

import (
	"strings"
	"testing"
)

// goodText is the text of goodReading; each entry cites words of it.
const goodText = `Varenia will meet Kestria on May 4 if Kestria agrees, minister Rell said. "Terrorists," he called nine men.`

// at returns the words' place in goodText.
func at(words string) Spans {
	start := strings.Index(goodText, words)
	return Spans{{start, start + len(words)}}
}

// goodReading returns a valid reading with one entry of each kind.
func goodReading() *Reading {
	nine := 9.0
	return &Reading{
		Document: Document{ID: "d1", Text: goodText},
		Actors: []Actor{
			{ID: "VAR", Name: "Varenia", Kind: State, Mentions: at("Varenia")},
			{ID: "RELL", Name: "Rell", Kind: Person, Of: "VAR", Mentions: at("Rell")},
			{ID: "MW", Name: "Meridian Wire", Kind: Outlet},
		},
		Roles: []Role{{ID: "r1", Person: at("Rell"), Title: at("minister"), Actor: "RELL"}},
		Statements: []Statement{
			{ID: "s1", Source: at("minister Rell"), SourceActors: IDs{"RELL"}, Cue: at("said"), Content: at("Varenia will meet Kestria on May 4"),
				Type: Indirect, Act: Assert, Relay: "MW", Toward: []string{"VAR"},
				Provenance: Provenance{Confidence: 0.9, Reader: "statement", Version: 1, Quote: "Varenia will meet Kestria on May 4"}},
			{ID: "s2", Source: at("he"), Cue: at("called"), Content: at(`"Terrorists,"`), Type: Direct, Act: Accuse, Parent: "s1"},
		},
		Dates:      []Date{{ID: "t1", Span: at("May 4"), Type: DateDate, Value: "2026-05-04"}},
		Events:     []Event{{ID: "e1", Trigger: at("meet"), Type: "CONSULT", Actors: []string{"VAR"}, Recipients: []string{"VAR"}, Status: Planned, Statement: "s1"}},
		Conditions: []Condition{{ID: "c1", Consequent: at("Varenia will meet"), Connective: at("if"), Antecedent: at("Kestria agrees"), By: IDs{"RELL"}, Statement: "s1"}},
		Dues:       []Due{{ID: "u1", What: at("meet"), Date: at("May 4"), Kind: DueMeeting, On: "2026-05-04", Status: DueConditional, Parties: []string{"VAR"}}},
		Positions:  []Position{{ID: "p1", Actor: "VAR", Issue: "talks are held", Stance: Support, Shift: Softened, Evidence: at("will meet"), Statement: "s1"}},
		Labels:     []Label{{ID: "l1", Target: at("nine men"), Label: at("Terrorists"), By: IDs{"RELL"}, Statement: "s2"}},
		Figures:    []Figure{{ID: "f1", Span: at("nine"), Value: &nine, Actor: "RELL"}},
	}
}

func TestValidateGood(t *testing.T) {
	if err := goodReading().Validate(); err != nil {
		t.Error(err)
	}
}

// TestValidateFaults breaks the good reading in one place a row; the error must
// name the entry and the fault.
func TestValidateFaults(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(*Reading)
		err    string
	}{
		{"span outside the text", func(r *Reading) { r.Dates[0].Span = Spans{{0, 999}} }, `dates "t1": span: span [0, 999) is not inside`},
		{"span that cuts a character", func(r *Reading) { r.Document.Text = "é" + goodText[2:]; r.Labels[0].Target = Spans{{1, 5}} }, `labels "l1": target: span [1, 5) cuts`},
		{"spans out of order", func(r *Reading) { r.Events[0].Trigger = Spans{{8, 12}, {0, 4}} }, `events "e1": trigger: span [0, 4) does not follow`},
		{"no evidence", func(r *Reading) { r.Figures[0].Span = nil }, `figures "f1": no evidence`},
		{"quote that is not the text", func(r *Reading) { r.Statements[0].Quote = "Varenia will meet" }, `statements "s1": quote`},
		{"confidence above one", func(r *Reading) { r.Roles[0].Confidence = 1.1 }, `roles "r1": confidence 1.1`},
		{"confidence below nought", func(r *Reading) { r.Roles[0].Confidence = -0.1 }, `roles "r1": confidence -0.1`},
		{"id twice", func(r *Reading) { r.Statements[1].ID = "s1" }, `statements "s1": the id stands twice`},
		{"actor kind", func(r *Reading) { r.Actors[1].Kind = "wizard" }, `actors "RELL": kind "wizard" is unknown`},
		{"actor of nobody", func(r *Reading) { r.Actors[1].Of = "X" }, `of "X" is not among the actors`},
		{"role of nobody", func(r *Reading) { r.Roles[0].Actor = "X" }, `roles "r1": actor "X"`},
		{"statement type", func(r *Reading) { r.Statements[0].Type = "loud" }, `type "loud" is unknown`},
		{"statement without type", func(r *Reading) { r.Statements[0].Type = "" }, `type "" is unknown`},
		{"statement act", func(r *Reading) { r.Statements[0].Act = "sing" }, `act "sing" is unknown`},
		{"statement by nobody", func(r *Reading) { r.Statements[0].SourceActors = IDs{"RELL", "X"} }, `source_actor "X"`},
		{"statement toward nobody", func(r *Reading) { r.Statements[0].Toward = []string{"X"} }, `toward "X"`},
		{"statement relayed by nobody", func(r *Reading) { r.Statements[0].Relay = "X" }, `relay "X"`},
		{"statement inside none", func(r *Reading) { r.Statements[1].Parent = "s9" }, `parent "s9" is not among the statements`},
		{"parent that is an actor", func(r *Reading) { r.Statements[1].Parent = "RELL" }, `parent "RELL"`},
		{"date type", func(r *Reading) { r.Dates[0].Type = "DAY" }, `dates "t1": type "DAY"`},
		{"event type", func(r *Reading) { r.Events[0].Type = "meet" }, `events "e1": type "meet"`},
		{"event status", func(r *Reading) { r.Events[0].Status = "maybe" }, `status "maybe"`},
		{"event of nobody", func(r *Reading) { r.Events[0].Actors = []string{"X"} }, `actors "X"`},
		{"event to nobody", func(r *Reading) { r.Events[0].Recipients = []string{"X"} }, `recipients "X"`},
		{"event in no statement", func(r *Reading) { r.Events[0].Statement = "s9" }, `events "e1": statement "s9"`},
		{"condition by nobody", func(r *Reading) { r.Conditions[0].By = IDs{"X"} }, `conditions "c1": by "X"`},
		{"condition in no statement", func(r *Reading) { r.Conditions[0].Statement = "s9" }, `conditions "c1": statement "s9"`},
		{"due kind", func(r *Reading) { r.Dues[0].Kind = "party" }, `dues "u1": kind "party"`},
		{"due status", func(r *Reading) { r.Dues[0].Status = "late" }, `status "late"`},
		{"due of nobody", func(r *Reading) { r.Dues[0].Parties = []string{"X"} }, `parties "X"`},
		{"position stance", func(r *Reading) { r.Positions[0].Stance = "neutral" }, `positions "p1": stance "neutral"`},
		{"position shift", func(r *Reading) { r.Positions[0].Shift = "melted" }, `shift "melted"`},
		{"position of nobody", func(r *Reading) { r.Positions[0].Actor = "X" }, `positions "p1": actor "X"`},
		{"position in no statement", func(r *Reading) { r.Positions[0].Statement = "s9" }, `positions "p1": statement "s9"`},
		{"label by nobody", func(r *Reading) { r.Labels[0].By = IDs{"X"} }, `labels "l1": by "X"`},
		{"label in no statement", func(r *Reading) { r.Labels[0].Statement = "s9" }, `labels "l1": statement "s9"`},
		{"figure of nobody", func(r *Reading) { r.Figures[0].Actor = "X" }, `figures "f1": actor "X"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := goodReading()
			c.damage(r)
			err := r.Validate()
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("error %v, want one with %q", err, c.err)
			}
		})
	}
}

// TestValidateSaysAll checks that a second fault is reported beside the first.
func TestValidateSaysAll(t *testing.T) {
	r := goodReading()
	r.Dates[0].Type, r.Dues[0].Kind = "DAY", "party"
	err := r.Validate()
	for _, want := range []string{`"DAY"`, `"party"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %s", err, want)
		}
	}
}

// TestValidateAllowsGold checks what the gold leaves out: ids, shifts, mentions.
func TestValidateAllowsGold(t *testing.T) {
	r := goodReading()
	r.Roles = append(r.Roles, r.Roles[0])
	r.Roles[0].ID, r.Roles[1].ID = "", ""
	r.Dates[0].ID, r.Positions[0].Shift, r.Actors[1].Mentions = "", "", nil
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
}
