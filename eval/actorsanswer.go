package eval

import (
	"strings"

	"parley"
	"parley/actors"
)

// setStates are the states of the list's sets whose names are not theirs.
var setStates = map[string]string{"us": "USA", "uae": "ARE", "": ""}

// AnswerOffice gives the function that answers from the tables who held an office on a
// day: the person's identifier, or nothing.
func AnswerOffice(known *actors.Known) func(OfficeDay) string {
	return func(q OfficeDay) string { return holder(known, q) }
}

// AnswerPhrase gives the function that resolves a phrase of the gold with the tables.
func AnswerPhrase(known *actors.Known) func(ActorPhrase) ActorAnswer {
	return func(p ActorPhrase) ActorAnswer { return answer(known, p) }
}

// holder answers who held an office on a day.
func holder(known *actors.Known, q OfficeDay) string {
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
func answer(known *actors.Known, p ActorPhrase) ActorAnswer {
	context := actors.Context{}
	for w := range strings.FieldsSeq(p.In) {
		if state, ok := known.State(w); ok {
			context.States = append(context.States, state.ID)
		}
	}
	found := known.Resolve(p.Phrase, context, p.Day)
	if len(found) == 0 {
		return ActorAnswer{}
	}
	best := found[0]
	a := ActorAnswer{State: party(known, best), Sector: sector(known, best, p.Day)}
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
