package eval

import (
	"strconv"
	"strings"

	"parley"
)

// ledgerKinds are the kinds that are scored, in the order of a report. Actors
// are scored through the entries that name them.
var ledgerKinds = []ledgerKind{
	ruled(statementRule), ruled(dateRule), ruled(eventRule), ruled(conditionRule), ruled(dueRule),
	ruled(positionRule), ruled(labelRule), ruled(figureRule), ruled(roleRule),
}

var statementRule = rule[parley.Statement]{
	kind:    parley.KindStatement,
	entries: func(r *parley.Reading) []parley.Statement { return r.Statements },
	overlap: func(c *comparison, gold, read *parley.Statement) float64 {
		if c.f1(gold.Source, read.Source) == 0 {
			return 0
		}
		return atLeastHalf(c.f1(gold.Content, read.Content))
	},
	agree: func(c *comparison, gold, read *parley.Statement) bool {
		return anyPair(gold.SourceActors, read.SourceActors, c.sameActor)
	},
	key: func(s *parley.Statement) string { return "by " + list(s.SourceActors) },
	fields: []field[parley.Statement]{
		{name: "type", word: func(s *parley.Statement) string { return string(s.Type) }},
		{name: "act", word: func(s *parley.Statement) string { return string(s.Act) }},
		{name: "said", word: func(s *parley.Statement) string { return s.Said }},
		{name: "channel", word: func(s *parley.Statement) string { return s.Channel }},
		{name: "relay", actors: func(s *parley.Statement) []string { return oneOrNone(s.Relay) }},
		{name: "toward", actors: func(s *parley.Statement) []string { return s.Toward }},
	},
}

var dateRule = rule[parley.Date]{
	kind:    parley.KindDate,
	entries: func(r *parley.Reading) []parley.Date { return r.Dates },
	overlap: func(c *comparison, gold, read *parley.Date) float64 { return c.f1(gold.Span, read.Span) },
	agree:   func(_ *comparison, gold, read *parley.Date) bool { return gold.Value == read.Value },
	key:     func(d *parley.Date) string { return d.Value },
	fields: []field[parley.Date]{
		{name: "type", word: func(d *parley.Date) string { return string(d.Type) }},
	},
}

var eventRule = rule[parley.Event]{
	kind:    parley.KindEvent,
	entries: func(r *parley.Reading) []parley.Event { return r.Events },
	overlap: func(c *comparison, gold, read *parley.Event) float64 {
		// A trigger is a word or two, so that any common word makes it the same.
		if c.f1(gold.Trigger, read.Trigger) > 0 {
			return 1
		}
		return 0
	},
	agree: func(_ *comparison, gold, read *parley.Event) bool { return gold.Type == read.Type },
	key:   func(e *parley.Event) string { return e.Type },
	fields: []field[parley.Event]{
		{name: "actors", actors: func(e *parley.Event) []string { return e.Actors }},
		{name: "recipients", actors: func(e *parley.Event) []string { return e.Recipients }},
		{name: "when", word: func(e *parley.Event) string { return e.When }},
		{name: "where", word: func(e *parley.Event) string { return e.Where }},
		{name: "status", word: func(e *parley.Event) string { return string(e.Status) }},
	},
}

var conditionRule = rule[parley.Condition]{
	kind:    parley.KindCondition,
	entries: func(r *parley.Reading) []parley.Condition { return r.Conditions },
	overlap: func(c *comparison, gold, read *parley.Condition) float64 {
		return atLeastHalf(c.f1(gold.Antecedent, read.Antecedent))
	},
	agree: always[parley.Condition],
	key:   noKey[parley.Condition],
}

var dueRule = rule[parley.Due]{
	kind:    parley.KindDue,
	entries: func(r *parley.Reading) []parley.Due { return r.Dues },
	overlap: func(c *comparison, gold, read *parley.Due) float64 {
		return max(c.f1(gold.What, read.What), c.f1(gold.Date, read.Date))
	},
	agree: func(_ *comparison, gold, read *parley.Due) bool { return gold.On == read.On && gold.Kind == read.Kind },
	key:   func(d *parley.Due) string { return string(d.Kind) + " on " + d.On },
	fields: []field[parley.Due]{
		{name: "status", word: func(d *parley.Due) string { return string(d.Status) }},
	},
}

var positionRule = rule[parley.Position]{
	kind:    parley.KindPosition,
	entries: func(r *parley.Reading) []parley.Position { return r.Positions },
	overlap: func(c *comparison, gold, read *parley.Position) float64 { return c.f1(gold.Evidence, read.Evidence) },
	agree: func(c *comparison, gold, read *parley.Position) bool {
		return gold.Stance == read.Stance &&
			(c.sameParty(gold.Actor, read.Actor) || c.sameActor(gold.Actor, read.Actor))
	},
	key: func(p *parley.Position) string { return p.Actor + " " + string(p.Stance) },
	fields: []field[parley.Position]{
		{name: "shift", word: func(p *parley.Position) string { return string(p.Shift) }},
	},
}

var labelRule = rule[parley.Label]{
	kind:    parley.KindLabel,
	entries: func(r *parley.Reading) []parley.Label { return r.Labels },
	overlap: func(c *comparison, gold, read *parley.Label) float64 { return c.f1(gold.Label, read.Label) },
	agree:   func(c *comparison, gold, read *parley.Label) bool { return anyPair(gold.By, read.By, c.sameParty) },
	key:     func(l *parley.Label) string { return "by " + list(l.By) },
}

var figureRule = rule[parley.Figure]{
	kind:    parley.KindFigure,
	entries: func(r *parley.Reading) []parley.Figure { return r.Figures },
	overlap: func(c *comparison, gold, read *parley.Figure) float64 { return c.f1(gold.Span, read.Span) },
	agree:   func(_ *comparison, gold, read *parley.Figure) bool { return number(gold.Value) == number(read.Value) },
	key:     func(f *parley.Figure) string { return number(f.Value) },
	fields: []field[parley.Figure]{
		{name: "unit", word: func(f *parley.Figure) string { return f.Unit }},
		{name: "measure", word: func(f *parley.Figure) string { return f.Measure }},
	},
}

var roleRule = rule[parley.Role]{
	kind:    parley.KindRole,
	entries: func(r *parley.Reading) []parley.Role { return r.Roles },
	overlap: func(c *comparison, gold, read *parley.Role) float64 {
		return min(c.f1(gold.Person, read.Person), c.f1(gold.Title, read.Title))
	},
	agree: always[parley.Role],
	key:   noKey[parley.Role],
}

// oneOrNone makes a list of an id that may be missing.
func oneOrNone(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// list shows ids, and "nobody" for none.
func list(ids []string) string {
	if len(ids) == 0 {
		return "nobody"
	}
	return strings.Join(ids, ", ")
}

// number shows a number that may be missing.
func number(v *float64) string {
	if v == nil {
		return "no number"
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
