package parley

import "strings"

// Document is one version of one text as it was stored. Text is the exact text
// that every span of its reading points into.
type Document struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Outlet   string `json:"outlet"`
	Author   string `json:"author,omitempty"`
	Agency   string `json:"agency,omitempty"`   // the news agency of a wire dateline ("Reuters")
	Place    string `json:"place,omitempty"`    // the place of a dateline ("GENEVA")
	Dateline string `json:"dateline,omitempty"` // the day of a dateline, YYYY-MM-DD

	// Published, Modified and Fetched are kept apart: the day or time (RFC 3339)
	// that the outlet gives for the story, for its last change, and when parley
	// got it. Empty means unknown; nothing is ever filled in with today.
	Published string `json:"published"`
	Modified  string `json:"modified,omitempty"`
	Fetched   string `json:"fetched,omitempty"`

	Language string   `json:"language"` // ISO 639-1; empty: not told and not detected
	URL      string   `json:"url,omitempty"`
	Text     string   `json:"text"`
	Licence  string   `json:"licence,omitempty"`
	Open     *bool    `json:"open,omitempty"`
	Warnings []string `json:"warnings,omitempty"` // what extraction or dating doubts, in words
}

// Reading is what one document says, as entries. It is what the readers give
// and what the gold is written in.
type Reading struct {
	Document   Document    `json:"document"`
	Actors     []Actor     `json:"actors"`
	Roles      []Role      `json:"roles"`
	Statements []Statement `json:"statements"`
	Dates      []Date      `json:"dates"`
	Events     []Event     `json:"events"`
	Conditions []Condition `json:"conditions"`
	Dues       []Due       `json:"dues"`
	Positions  []Position  `json:"positions"`
	Labels     []Label     `json:"labels"`
	Figures    []Figure    `json:"figures"`
}

// Provenance says which reader made an entry, and how sure it is of it. The
// gold has none of this; what a reader adds stands beside the gold's keys.
type Provenance struct {
	Confidence float64 `json:"confidence,omitempty"` // estimated probability that the entry is right, in (0, 1]
	Reader     string  `json:"reader,omitempty"`     // name of the reader, such as "statement"
	Version    int     `json:"version,omitempty"`    // version of the reader; a document is read again by a higher one
	Quote      string  `json:"quote,omitempty"`      // the exact words of the entry's evidence
}

// ActorKind is what sort of actor speaks, acts or holds a position.
type ActorKind string

// The kinds of actor of the ledger.
const (
	Person       ActorKind = "person"
	State        ActorKind = "state"
	Government   ActorKind = "government"   // a body of a state
	Organisation ActorKind = "organisation" // international or other body
	ArmedGroup   ActorKind = "armed group"
	Group        ActorKind = "group" // opposition, allies, officials, unnamed sources
	Outlet       ActorKind = "outlet"
)

// Actor is who can speak, act or hold a position in one document.
type Actor struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Aliases  []string  `json:"aliases,omitempty"`
	Kind     ActorKind `json:"kind"`
	Of       string    `json:"of,omitempty"` // id of the actor that this one belongs to
	Mentions Spans     `json:"mentions"`
	Links    []Link    `json:"links,omitempty"`
	Office   *Office   `json:"office,omitempty"` // what the person held on the document's day by the dated list, where it surely is that person
	Note     string    `json:"note,omitempty"`
	Provenance
}

// Link says why a mention that is no name was tied to its actor: "the minister",
// "he", "the two sides".
type Link struct {
	Mention    int     `json:"mention"`    // index of the mention in the actor's list
	Sieve      string  `json:"sieve"`      // the rule that tied it, such as "title" or "pronoun"
	Confidence float64 `json:"confidence"` // estimated probability that the link is right, in (0, 1]
}

// Role is a person's title as the text gives it.
type Role struct {
	ID     string `json:"id,omitempty"`
	Person Spans  `json:"person"`
	Title  Spans  `json:"title"`
	Actor  string `json:"actor,omitempty"`
	Check  *Check `json:"check,omitempty"`
	Note   string `json:"note,omitempty"`
	Provenance
}

// Standing says how a role stands to the dated list of office holders.
type Standing string

// The standings of a role.
const (
	Confirmed       Standing = "confirmed" // the person held the office on the document's day
	StandingUnknown Standing = "unknown"   // the list does not tell
	AtOdds          Standing = "at odds"   // the list says otherwise
	Listed          Standing = "listed"    // the text gives no role, and the list knows one
)

// Check is what the dated list of office holders says about a role. The text's
// own words stay as they are: the reader is shown both.
type Check struct {
	Standing Standing `json:"standing"`
	Why      string   `json:"why"`
	Held     []Office `json:"held,omitempty"`    // what the person held on the day
	Holders  []Office `json:"holders,omitempty"` // who held the office on the day
}

// Office is an office that a person held for a time, by the dated list.
type Office struct {
	Person string `json:"person"`
	Title  string `json:"title"`
	Of     string `json:"of,omitempty"`   // name of the state or organisation
	From   string `json:"from,omitempty"` // day, month or year; empty: not known
	To     string `json:"to,omitempty"`   // the same; empty: not known, or not over
	Source string `json:"source"`         // key of the source of the fact
}

// StatementType says how much of a statement's content is the source's own words.
type StatementType string

// The types of statement.
const (
	Direct   StatementType = "direct"   // wholly quoted
	Indirect StatementType = "indirect" // not quoted
	Mixed    StatementType = "mixed"    // partly quoted
)

// Act is what a statement does.
type Act string

// The acts of the ledger.
const (
	Assert    Act = "assert"
	Deny      Act = "deny"
	Confirm   Act = "confirm"
	Demand    Act = "demand"
	Offer     Act = "offer"
	Threaten  Act = "threaten"
	Accuse    Act = "accuse"
	Criticise Act = "criticise"
	Praise    Act = "praise"
	Ask       Act = "ask"
	Predict   Act = "predict"
)

// Statement is one attribution: who said (thought, demanded, denied) what, to whom, how.
// SourceActors is empty where the speaker is unresolved.
type Statement struct {
	ID           string        `json:"id"`
	Source       Spans         `json:"source"`
	SourceActors IDs           `json:"source_actor,omitempty"`
	Cue          Spans         `json:"cue"`
	Content      Spans         `json:"content"`
	Type         StatementType `json:"type"`
	Act          Act           `json:"act"`
	Said         string        `json:"said,omitempty"` // day it was said: a TIMEX3 value
	Channel      string        `json:"channel,omitempty"`
	Addressee    string        `json:"addressee,omitempty"`
	Relay        string        `json:"relay,omitempty"` // id of the outlet that relayed it
	Toward       []string      `json:"toward,omitempty"`
	Parent       string        `json:"parent,omitempty"`     // id of the statement in whose content it stands
	Candidates   IDs           `json:"candidates,omitempty"` // where the source is unresolved: for whom it may stand, the likeliest first
	Note         string        `json:"note,omitempty"`
	Provenance
}

// EventStatus says whether an event took place.
type EventStatus string

// The statuses of events.
const (
	Happened         EventStatus = "happened"
	Ongoing          EventStatus = "ongoing"
	Planned          EventStatus = "planned"
	Proposed         EventStatus = "proposed" // sought, called for
	ConditionalEvent EventStatus = "conditional"
	Denied           EventStatus = "denied"
	CancelledEvent   EventStatus = "cancelled"
)

// Event is who did, does or will do what to whom, in the terms of PLOVER 2.0.
type Event struct {
	ID         string      `json:"id"`
	Trigger    Spans       `json:"trigger"`
	Type       string      `json:"type"` // one of PLOVER's sixteen, such as CONSULT
	Mode       string      `json:"mode,omitempty"`
	Context    string      `json:"context,omitempty"` // of PLOVER's, with "; " between
	Actors     []string    `json:"actors"`
	Recipients []string    `json:"recipients"`
	When       string      `json:"when,omitempty"`  // TIMEX3 value or interval
	Where      string      `json:"where,omitempty"` // as the text names it
	Status     EventStatus `json:"status"`
	Statement  string      `json:"statement,omitempty"`
	Note       string      `json:"note,omitempty"`
	Provenance
}

// Condition is what would happen if something else happened first.
type Condition struct {
	ID         string `json:"id"`
	Consequent Spans  `json:"consequent"`
	Connective Spans  `json:"connective"`
	Antecedent Spans  `json:"antecedent"`
	By         IDs    `json:"by,omitempty"`
	Statement  string `json:"statement,omitempty"`
	Note       string `json:"note,omitempty"`
	Provenance
}

// DateType is the TIMEX3 type of a date.
type DateType string

// The TIMEX3 types (TimeML 1.2.1).
const (
	DateDate     DateType = "DATE"
	DateTime     DateType = "TIME"
	DateDuration DateType = "DURATION"
	DateSet      DateType = "SET"
)

// Date is a TIMEX3 expression, resolved against the document's date. A range ("June 23-25")
// is one date: its spans are its ends and its value is both with a slash between.
type Date struct {
	ID    string   `json:"id,omitempty"`
	Span  Spans    `json:"span"`
	Type  DateType `json:"type"`
	Value string   `json:"value"`
	First string   `json:"first,omitempty"` // the interval of the value: its first and last day, YYYY-MM-DD; empty where it is none
	Last  string   `json:"last,omitempty"`
	Mod   string   `json:"mod,omitempty"` // START, MID, END, APPROX, LESS_THAN and so on
	How   string   `json:"how,omitempty"` // the rule that resolved it, in words
	Note  string   `json:"note,omitempty"`
	Provenance
}

// Ends returns the two dates of a range, which TIMEX3 has apart, or the date itself.
func (d Date) Ends() []Date {
	values := strings.Split(d.Value, "/")
	if len(values) != 2 || len(d.Span) != 2 {
		return []Date{d}
	}
	first, last := d, d
	first.Span, first.Value = d.Span[:1], values[0]
	last.Span, last.Value = d.Span[1:], values[1]
	return []Date{first, last}
}

// DueKind is what is to be done by the day.
type DueKind string

// The kinds of due.
const (
	DueMeeting  DueKind = "meeting"
	DueDeadline DueKind = "deadline"
	DueTarget   DueKind = "target"
	DueStart    DueKind = "start"
	DueEnd      DueKind = "end"
)

// DueStatus is where a due stands.
type DueStatus string

// The statuses of dues.
const (
	DueAnnounced   DueStatus = "announced"
	DueConfirmed   DueStatus = "confirmed"
	DueConditional DueStatus = "conditional"
	DueInDoubt     DueStatus = "in doubt"
	DueMoved       DueStatus = "moved"
	DueHeld        DueStatus = "held"
	DueMissed      DueStatus = "missed"
	DueCancelled   DueStatus = "cancelled"
	DuePast        DueStatus = "past, unknown"
)

// Due is a day on which something is to be held, reached or ended.
type Due struct {
	ID      string    `json:"id"`
	What    Spans     `json:"what"`
	Date    Spans     `json:"date"`
	Kind    DueKind   `json:"kind"`
	On      string    `json:"on"`
	Status  DueStatus `json:"status"`
	MovedTo string    `json:"moved_to,omitempty"`
	Parties []string  `json:"parties,omitempty"`
	Note    string    `json:"note,omitempty"`
	Provenance
}

// Stance is where an actor stands on an issue.
type Stance string

// The stances.
const (
	Support           Stance = "support"
	Oppose            Stance = "oppose"
	ConditionalStance Stance = "conditional"
)

// Shift is a change of stance that the text reports.
type Shift string

// The shifts.
const (
	Softened Shift = "softened"
	Hardened Shift = "hardened"
	Reversed Shift = "reversed"
)

// Position is an actor's stand on an issue: a proposition that one can be for or against.
type Position struct {
	ID        string `json:"id"`
	Actor     string `json:"actor"`
	Issue     string `json:"issue"`
	Stance    Stance `json:"stance"`
	Shift     Shift  `json:"shift,omitempty"`
	Evidence  Spans  `json:"evidence"`
	Statement string `json:"statement,omitempty"`
	Note      string `json:"note,omitempty"`
	Provenance
}

// Label is a contested naming or judgement.
type Label struct {
	ID        string `json:"id"`
	Target    Spans  `json:"target"`
	Label     Spans  `json:"label"`
	By        IDs    `json:"by,omitempty"`
	Statement string `json:"statement,omitempty"`
	Note      string `json:"note,omitempty"`
	Provenance
}

// Figure is a number that the story rests on. Value is nil where the text gives
// a range (Min, Max) or no number ("millions").
type Figure struct {
	ID      string   `json:"id"`
	Span    Spans    `json:"span"`
	Value   *float64 `json:"value"`
	Min     *float64 `json:"min,omitempty"`
	Max     *float64 `json:"max,omitempty"`
	Unit    string   `json:"unit,omitempty"`
	Measure string   `json:"measure,omitempty"`
	Approx  bool     `json:"approx,omitempty"`
	Mod     string   `json:"mod,omitempty"` // the words that bound it: "at least", "more than"
	AsOf    string   `json:"as_of,omitempty"`
	By      IDs      `json:"by,omitempty"`
	Actor   string   `json:"actor,omitempty"`
	Note    string   `json:"note,omitempty"`
	Provenance
}
