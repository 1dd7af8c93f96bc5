package parley

import (
	"errors"
	"fmt"
	"slices"
)

// Validate says everything that is wrong with a reading: a span outside the
// text, a quote that differs from the text, an unknown kind, act or status, an
// id that is missing its entry or stands twice. It returns nil for a good one.
func (r *Reading) Validate() error {
	v := validation{text: r.Document.Text, seen: map[Kind]map[string]bool{}}
	for e := range r.Entries() {
		v.entry(e)
	}
	for e := range r.Entries() {
		v.fields(e)
	}
	return errors.Join(v.problems...)
}

// validation gathers what is wrong with one reading.
type validation struct {
	text     string
	seen     map[Kind]map[string]bool // ids by kind
	problems []error
}

// fail records a problem of an entry.
func (v *validation) fail(e Entry, format string, args ...any) {
	v.problems = append(v.problems, fmt.Errorf("%s %q: %w", e.List(), e.Key(), fmt.Errorf(format, args...)))
}

// entry checks what holds for entries of every kind, and notes the id.
func (v *validation) entry(e Entry) {
	ok := true
	for _, p := range e.Parts() {
		if err := p.Spans.check(v.text); err != nil {
			v.fail(e, "%s: %w", p.Name, err)
			ok = false
		}
	}
	made := e.Made()
	if e.List() != KindActor && len(Evidence(e)) == 0 {
		v.fail(e, "no evidence")
	}
	if ok && made.Quote != "" && made.Quote != Evidence(e).In(v.text) {
		v.fail(e, "quote %q is not the text %q", made.Quote, Evidence(e).In(v.text))
	}
	if made.Confidence < 0 || made.Confidence > 1 {
		v.fail(e, "confidence %v is not in [0, 1]", made.Confidence)
	}
	v.id(e)
}

// id checks that the entry's id is its own.
func (v *validation) id(e Entry) {
	ids := v.seen[e.List()]
	if ids == nil {
		ids = map[string]bool{}
		v.seen[e.List()] = ids
	}
	if e.Key() == "" {
		return
	}
	if ids[e.Key()] {
		v.fail(e, "the id stands twice")
	}
	ids[e.Key()] = true
}

// refers checks that each id names an entry of the given kind.
func (v *validation) refers(e Entry, kind Kind, field string, ids ...string) {
	for _, id := range ids {
		if id != "" && !v.seen[kind][id] {
			v.fail(e, "%s %q is not among the %s", field, id, kind)
		}
	}
}

// oneOf checks that a field holds one of the ledger's words.
func oneOf[T ~string](v *validation, e Entry, field string, got T, known ...T) {
	if !slices.Contains(known, got) {
		v.fail(e, "%s %q is unknown", field, got)
	}
}

// fields checks the words and references of one entry.
func (v *validation) fields(e Entry) {
	switch e := e.(type) {
	case *Actor:
		oneOf(v, e, "kind", e.Kind, Person, State, Government, Organisation, ArmedGroup, Group, Outlet)
		v.refers(e, KindActor, "of", e.Of)
	case *Role:
		v.refers(e, KindActor, "actor", e.Actor)
	case *Statement:
		v.statement(e)
	case *Date:
		oneOf(v, e, "type", e.Type, DateDate, DateTime, DateDuration, DateSet)
	case *Event:
		v.event(e)
	case *Condition:
		v.refers(e, KindActor, "by", e.By...)
		v.refers(e, KindStatement, "statement", e.Statement)
	case *Due:
		v.due(e)
	case *Position:
		v.position(e)
	case *Label:
		v.refers(e, KindActor, "by", e.By...)
		v.refers(e, KindStatement, "statement", e.Statement)
	case *Figure:
		v.refers(e, KindActor, "actor", e.Actor)
	}
}

// statement checks a statement's words and references.
func (v *validation) statement(s *Statement) {
	oneOf(v, s, "type", s.Type, Direct, Indirect, Mixed)
	oneOf(v, s, "act", s.Act, Assert, Deny, Confirm, Demand, Offer, Threaten, Accuse, Criticise, Praise, Ask, Predict)
	v.refers(s, KindActor, "source_actor", s.SourceActors...)
	v.refers(s, KindActor, "candidates", s.Candidates...)
	v.refers(s, KindActor, "toward", s.Toward...)
	v.refers(s, KindActor, "relay", s.Relay)
	v.refers(s, KindStatement, "parent", s.Parent)
}

// event checks an event's words and references.
func (v *validation) event(e *Event) {
	oneOf(v, e, "type", e.Type, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
		"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
	oneOf(v, e, "status", e.Status, Happened, Ongoing, Planned, Proposed, ConditionalEvent, Denied, CancelledEvent)
	v.refers(e, KindActor, "actors", e.Actors...)
	v.refers(e, KindActor, "recipients", e.Recipients...)
	v.refers(e, KindStatement, "statement", e.Statement)
}

// due checks a due's words and references.
func (v *validation) due(d *Due) {
	oneOf(v, d, "kind", d.Kind, DueMeeting, DueDeadline, DueTarget, DueStart, DueEnd)
	oneOf(v, d, "status", d.Status, DueAnnounced, DueConfirmed, DueConditional, DueInDoubt, DueMoved,
		DueHeld, DueMissed, DueCancelled, DuePast)
	v.refers(d, KindActor, "parties", d.Parties...)
}

// position checks a position's words and references.
func (v *validation) position(p *Position) {
	oneOf(v, p, "stance", p.Stance, Support, Oppose, ConditionalStance)
	if p.Shift != "" {
		oneOf(v, p, "shift", p.Shift, Softened, Hardened, Reversed)
	}
	v.refers(p, KindActor, "actor", p.Actor)
	v.refers(p, KindStatement, "statement", p.Statement)
}
