package eval

import (
	"fmt"
	"slices"
	"strings"

	"parley"
)

// ActorAnswer is what is asked about a phrase.
type ActorAnswer struct {
	State  string   `json:"state"`
	Sector string   `json:"sector,omitempty"`
	Office []string `json:"office,omitempty"` // names of the offices held on the day
}

// ActorScore says how well phrases are resolved to actors.
type ActorScore struct {
	States  FieldScore `json:"states"`  // phrases with the right state, or rightly with none
	Roles   FieldScore `json:"roles"`   // dated phrases with the right role on their day
	Both    FieldScore `json:"both"`    // dated phrases with the right role of the right state
	Offices FieldScore `json:"offices"` // questions who held an office on a day
	Faults  []Fault    `json:"-"`
}

// ScoreActors asks for the actor of each phrase and for the holder of each office
// and counts what is right.
func ScoreActors(phrases []ActorPhrase, offices []OfficeDay, actor func(ActorPhrase) ActorAnswer, holder func(OfficeDay) string) ActorScore {
	s := ActorScore{States: FieldScore{Name: "state"}, Roles: FieldScore{Name: "role"}, Both: FieldScore{Name: "role of state"}, Offices: FieldScore{Name: "office"}}
	for _, p := range phrases {
		s.phrase(p, actor(p))
	}
	for _, q := range offices {
		got := holder(q)
		right := slices.Contains(q.Right, got)
		s.Offices.count(right)
		if !right {
			s.fault("office", q.State+": "+q.Office+", "+q.Day, strings.Join(q.Right, " "), got)
		}
	}
	return s
}

// count counts one answer.
func (f *FieldScore) count(right bool) {
	f.Of++
	if right {
		f.Right++
	}
}

// phrase counts one phrase.
func (s *ActorScore) phrase(p ActorPhrase, got ActorAnswer) {
	stateRight := p.Undone || p.State == got.State
	if !p.Undone {
		s.States.count(stateRight)
		if !stateRight {
			s.fault("state", p.ID+": "+p.Phrase, p.State, got.State)
		}
	}
	if p.Day == "" || p.Sector == "" {
		return
	}
	role := p.Sector == got.Sector && (p.Office == "" || slices.ContainsFunc(got.Office, func(o string) bool { return sameOffice(o, p.Office) }))
	s.Roles.count(role)
	s.Both.count(role && stateRight)
	if !role {
		s.fault("role", p.ID+": "+p.Phrase+", "+p.Day, p.Sector+" "+p.Office, got.Sector+" "+strings.Join(got.Office, "; "))
	}
}

// sameOffice reports whether all words of an office are in the longer name that
// the gold has for it: "President" and "8th President of Sri Lanka".
func sameOffice(office, gold string) bool {
	words := nameWords(gold)
	for _, w := range nameWords(office) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

// fault notes what was answered wrongly.
func (s *ActorScore) fault(what, question, want, got string) {
	s.Faults = append(s.Faults, Fault{Document: what, Kind: parley.KindActor, Sort: Differs, Text: question, Gold: want, Read: got})
}

// String gives the scores one a line.
func (s ActorScore) String() string {
	var b strings.Builder
	for _, f := range []FieldScore{s.States, s.Roles, s.Both, s.Offices} {
		fmt.Fprintf(&b, "%-15s%7.3f  of %d\n", f.Name, f.Share(), f.Of)
	}
	return b.String()
}
