// Package plover writes the events of readings in the formats of event data: PLOVER 2.0
// as JSON lines, and the tab-separated files of POLECAT and ICEWS. In flow readings, out
// flow rows; programs that read those data sets read these.
//
// The ledger keeps how an event stands (planned, denied, on a condition); event data have
// no place for it. What PLOVER codes by tense is coded so here and only here: a planned
// meeting is AGREE, an announced retreat CONCEDE, violence on a condition THREATEN, and
// what is only sought or is denied gives no row. What statements do in words (accuse,
// demand, praise, threaten, offer) gives the events that the ledger keeps as statements.
//
// Quad classes and scores are those of PLOVER's manual; CAMEO codes come by the crosswalk
// in crosswalk.go from version 1.1b3, with Goldstein values as ICEWS has them. Convention
// names all this, and stands in every JSON line and in POLECAT's column Version.
package plover

import (
	"strconv"
	"strings"

	"parley"
)

// Convention names what the codes mean.
const Convention = "parley; PLOVER 2.0 types, modes, quad classes and base scores; CAMEO 1.1b3 by crosswalk; Goldstein as ICEWS"

// Codes are what the tables know of an actor beside its name.
type Codes struct {
	Country string // code of the state in the CAMEO scheme, three letters: "RUS"
	State   string // name of the state that the actor is, belongs to or lives in
	Sector  string // of PLOVER: "GOV"; empty: not known
}

// Lookup returns the codes of an actor of a reading.
type Lookup func(a *parley.Actor) Codes

// Event is one coded event.
type Event struct {
	ID         string
	Date       string // YYYY-MM-DD
	Type, Mode string
	Contexts   []string
	Actors     []Party
	Recipients []Party
	Where      string
	Text       string // of the trigger
	Sentence   int    // number in the text, from 1
	Start, End int    // of the trigger, in code points of the story
	Confidence float64
	document   *parley.Document
	promised   bool // a concession or retreat that is yet to come
}

// Party is an actor with its codes.
type Party struct {
	Name string
	Codes
}

// Quad returns the quad class, 1 to 4.
func (e *Event) Quad() int { return scores[e.Type].quad }

// CAMEO returns the code of CAMEO 1.1b3 that is nearest.
func (e *Event) CAMEO() string { return e.cameoOf().code }

// Of returns the coded events of a reading, whose spans are in bytes: those of its events
// and those that its statements are. Sentence tells the number of the sentence at a byte
// of the text, from 1.
func Of(reading *parley.Reading, lookup Lookup, sentence func(at int) int) []Event {
	c := coder{reading: reading, lookup: lookup, sentence: sentence, actors: map[string]*parley.Actor{}, points: parley.CodePoints(reading.Document.Text)}
	for i := range reading.Actors {
		c.actors[reading.Actors[i].ID] = &reading.Actors[i]
	}
	for i := range reading.Events {
		c.event(&reading.Events[i])
	}
	for i := range reading.Statements {
		c.statement(&reading.Statements[i])
	}
	return c.out
}

// coder codes one reading.
type coder struct {
	reading  *parley.Reading
	lookup   Lookup
	sentence func(int) int
	actors   map[string]*parley.Actor
	points   []int
	out      []Event
}

// event codes an event of the ledger.
func (c *coder) event(e *parley.Event) {
	kind := tense(e.Type, e.Status)
	if kind == "" || len(e.Actors)+len(e.Recipients) == 0 {
		return
	}
	mode := e.Mode
	if kind != e.Type {
		mode = ""
	}
	if kind == "CONCEDE" && e.Type == "CONCEDE" {
		if m := retreat(e.Trigger.Hull().In(c.reading.Document.Text)); m != "" {
			kind, mode = "RETREAT", m
		}
	}
	var contexts []string
	if e.Context != "" {
		contexts = strings.Split(e.Context, "; ")
	}
	promised := e.Status == parley.Planned && (kind == "CONCEDE" || kind == "RETREAT") && mode != "resign"
	c.add(Event{ID: e.ID, Date: e.When, Type: kind, Mode: mode, Contexts: contexts, Where: e.Where, Confidence: e.Confidence, promised: promised}, e.Actors, e.Recipients, e.Trigger.Hull())
}

// retreats are the beginnings of words by which PLOVER codes what the ledger calls yielding as
// retreat, by mode.
var retreats = map[string]string{"resign": "resign", "step": "resign", "quit": "resign", "abdicat": "resign", "releas": "release", "free": "release", "lift": "access", "reopen": "access", "open": "access"}

// retreat returns the mode of retreat that the words of a trigger tell, or "".
func retreat(trigger string) string {
	words := strings.ToLower(trigger)
	for begin, mode := range retreats {
		if strings.HasPrefix(words, begin) {
			return mode
		}
	}
	return ""
}

// statement codes what a statement does, toward somebody or not: PLOVER wants a recipient
// only of what is done with material means.
func (c *coder) statement(s *parley.Statement) {
	kind, ok := verbal[s.Act]
	if !ok || len(s.SourceActors) == 0 || len(s.Cue) == 0 {
		return
	}
	c.add(Event{ID: s.ID, Date: s.Said, Type: kind[0], Mode: kind[1], Confidence: s.Confidence}, s.SourceActors, s.Toward, s.Cue.Hull())
}

// add completes an event and keeps it.
func (c *coder) add(e Event, actors, recipients []string, trigger parley.Span) {
	doc := &c.reading.Document
	e.document = doc
	e.ID = doc.ID + "#" + e.ID
	e.Date = dayOf(e.Date, doc.Published)
	e.Text = oneLine(trigger.In(doc.Text))
	e.Sentence = c.sentence(trigger.Start)
	e.Start, e.End = c.points[trigger.Start], c.points[trigger.End]
	e.Actors, e.Recipients = c.parties(actors), c.parties(recipients)
	c.out = append(c.out, e)
}

// parties returns the actors behind ids, with their codes.
func (c *coder) parties(ids []string) []Party {
	out := []Party{}
	for _, id := range ids {
		if a := c.actors[id]; a != nil {
			out = append(out, Party{oneLine(a.Name), c.lookup(a)})
		}
	}
	return out
}

// dayOf returns a day: the value if it is one or begins with one, else the day of publication.
func dayOf(value, published string) string {
	for _, v := range []string{value, published} {
		if len(v) >= len("2006-01-02") && v[4] == '-' && v[7] == '-' {
			if _, err := strconv.Atoi(v[:4]); err == nil && v[5] != 'W' {
				return v[:len("2006-01-02")]
			}
		}
	}
	return ""
}

// oneLine puts words on one line, without the tabs that part columns.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
