package web

import (
	"fmt"
	"strconv"
	"strings"

	"parley"
	plaintext "parley/export/plain"
)

// note is an entry as it stands in the reader's margin.
type note struct {
	Ref     string
	Kind    parley.Kind
	Mark    string // sign of the kind
	Noun    string // kind in words
	Act     string // what the line says first
	Who     string // the names of those it is of, or the text's own words for them
	By      []ref  // the same with the screens of the actors
	Role    ref    // title of the one who speaks, as this text gives it, with the note of the role
	To      []ref  // those at whom it is directed
	Unknown bool   // a speaker should be told and is not resolved
	Chain   []fact // by what way a statement came
	Facts   []fact
	Parts   []part
	Quote   string
	Chosen  bool
	Address string // this entry marked
	Copy    string // quote with citation
	parley.Provenance
}

// fact is a field of an entry that the margin shows. A brief one stands in the
// line, the others in the opened note.
type fact struct {
	Name   string
	Values []ref
	Brief  bool
}

// part is one of the entry's pieces of text, with the style that marks it.
type part struct {
	Name  string
	Style string
}

// signs gives each kind of entry its sign in lists.
var signs = map[parley.Kind]string{
	parley.KindActor: "○", parley.KindRole: "®", parley.KindStatement: "“", parley.KindDate: "◷", parley.KindEvent: "◆",
	parley.KindCondition: "?", parley.KindDue: "▸", parley.KindPosition: "±", parley.KindLabel: "!", parley.KindFigure: "#",
}

// signOf returns the sign of an entry; a position's shows its stance.
func signOf(kind parley.Kind, act string) string {
	if kind == parley.KindPosition {
		switch parley.Stance(act) {
		case parley.Support:
			return "+"
		case parley.Oppose:
			return "−"
		case parley.ConditionalStance:
			return "?"
		}
	}
	return signs[kind]
}

// nounOf returns a kind in the singular.
func nounOf(kind parley.Kind) string { return strings.TrimSuffix(string(kind), "s") }

// notes makes the notes of one reading.
type notes struct {
	reading *parley.Reading
	version int
	names   map[string]string // of actors, by id
	roles   map[string]ref    // the first title of each actor, by the actor's id
	said    map[string]*parley.Statement
	chosen  string
}

// newNotes prepares to make the notes of a reading.
func newNotes(r *parley.Reading, version int) *notes {
	n := &notes{reading: r, version: version, names: map[string]string{}, roles: map[string]ref{}, said: map[string]*parley.Statement{}}
	for _, a := range r.Actors {
		n.names[a.ID] = a.Name
	}
	for _, role := range r.Roles {
		if _, has := n.roles[role.Actor]; !has && role.Actor != "" {
			n.roles[role.Actor] = ref{safely(role.Title, r.Document.Text), n.entry(parley.KindRole, role.ID)}
		}
	}
	for i := range r.Statements {
		n.said[r.Statements[i].ID] = &r.Statements[i]
	}
	return n
}

// entry is the address of an entry of this reading by its id; none without one.
func (n *notes) entry(kind parley.Kind, id string) string {
	if id == "" {
		return ""
	}
	return entryAddress(n.reading.Document.ID, n.version, entryRef(kind, id))
}

// refs returns the names of actors with the addresses of their screens; an id
// without a name stands for itself.
func (n *notes) refs(ids ...string) []ref {
	var out []ref
	for _, id := range ids {
		if name := n.names[id]; name != "" {
			out = append(out, ref{name, actorAddress(name, nil, nil)})
		} else if id != "" {
			out = append(out, ref{Text: id})
		}
	}
	return out
}

// by says of a note whose entry it is.
func (n *notes) by(x *note, ids ...string) {
	x.By = n.refs(ids...)
	var names []string
	for _, r := range x.By {
		names = append(names, r.Text)
	}
	x.Who = strings.Join(names, ", ")
}

// titled adds the title of the one whose entry a note is. Beside several names
// it could not be seen whose it is.
func (n *notes) titled(x *note, ids ...string) {
	if len(ids) == 1 {
		x.Role = n.roles[ids[0]]
	}
}

// note makes the note of one entry.
func (n *notes) note(e parley.Entry, ref string) note {
	doc := &n.reading.Document
	out := note{Ref: ref, Kind: e.List(), Noun: nounOf(e.List()), Provenance: *e.Made(), Chosen: ref == n.chosen}
	out.Quote = safely(parley.Evidence(e), doc.Text)
	for i, p := range e.Parts() {
		if len(*p.Spans) > 0 {
			out.Parts = append(out.Parts, part{p.Name, partStyle(i)})
		}
	}
	n.fill(&out, e)
	out.Mark = signOf(out.Kind, out.Act)
	out.Address = entryAddress(doc.ID, n.version, ref)
	day, _ := dayAndTime(doc.Published)
	out.Copy = citation{Quote: out.Quote, Who: out.Who, Outlet: doc.Outlet, Published: day, Title: doc.Title,
		URL: outside(doc.URL), Document: doc.ID, Version: n.version, Entry: e.Key()}.String()
	return out
}

// brief adds a fact that stands in the note's line.
func (x *note) brief(name string, values ...ref) { x.Facts = added(x.Facts, name, true, values) }

// more adds a fact that the opened note shows.
func (x *note) more(name, value string) { x.Facts = added(x.Facts, name, false, plain(value)) }

// link adds a link of a statement's chain.
func (x *note) link(name string, values ...ref) { x.Chain = added(x.Chain, name, true, values) }

// plain is a text that leads nowhere.
func plain(text string) []ref { return []ref{{Text: text}} }

// added adds a fact to others, where it has a value.
func added(facts []fact, name string, brief bool, values []ref) []fact {
	if len(values) == 0 || len(values) == 1 && values[0].Text == "" {
		return facts
	}
	return append(facts, fact{name, values, brief})
}

// fill gives a note the fields of its kind of entry.
func (n *notes) fill(x *note, e parley.Entry) {
	text := n.reading.Document.Text
	switch e := e.(type) {
	case *parley.Actor:
		n.actor(x, e)
	case *parley.Role:
		n.role(x, e, text)
	case *parley.Statement:
		n.statement(x, e, text)
	case *parley.Date:
		x.Act = e.Value
		x.more("type", strings.ToLower(string(e.Type)))
		x.brief("mod", plain(e.Mod)...)
		x.more("how", e.How)
		x.more("note", e.Note)
	case *parley.Event:
		n.event(x, e)
	case *parley.Condition:
		x.Act = safely(e.Connective, text)
		n.by(x, e.By...)
		n.under(x, e.Statement, e.Note)
	case *parley.Due:
		n.due(x, e)
	case *parley.Position:
		n.position(x, e)
	case *parley.Label:
		x.Act = quoted(safely(e.Label, text))
		n.by(x, e.By...)
		x.brief("of", plain(safely(e.Target, text))...)
		n.under(x, e.Statement, e.Note)
	case *parley.Figure:
		n.figure(x, e)
	}
}

// under adds the statement that an entry rests on, and its note.
func (n *notes) under(x *note, statement, remark string) {
	if statement != "" {
		x.Facts = added(x.Facts, "statement", false, []ref{{statement, n.entry(parley.KindStatement, statement)}})
	}
	x.more("note", remark)
}

// actor fills in an actor's note.
func (n *notes) actor(x *note, e *parley.Actor) {
	x.Act = string(e.Kind)
	n.by(x, e.ID)
	n.titled(x, e.ID)
	x.brief("of", n.refs(e.Of)...)
	x.more("also", strings.Join(e.Aliases, ", "))
	x.more("note", e.Note)
}

// role fills in a role's note.
func (n *notes) role(x *note, e *parley.Role, text string) {
	if n.by(x, e.Actor); x.Who == "" {
		x.Who = safely(e.Person, text)
		x.By = plain(x.Who)
	}
	x.Act = safely(e.Title, text)
	x.check(e.Check)
	x.more("note", e.Note)
}

// check says how a role stands to the dated list of office holders, and where it
// is at odds with it, what the list has.
func (x *note) check(c *parley.Check) {
	if c == nil || c.Standing == parley.StandingUnknown {
		return
	}
	x.brief("list of office holders", plain(string(c.Standing))...)
	x.more("why", c.Why)
	for _, o := range c.Held {
		x.more("held on the day", plaintext.Term(o))
	}
	for _, o := range c.Holders {
		x.more("holder on the day", o.Person+", "+plaintext.Term(o))
	}
}

// statement fills in a statement's note. An unresolved speaker is shown by the
// text's own words, and said to be unresolved.
func (n *notes) statement(x *note, e *parley.Statement, text string) {
	x.Act = string(e.Act)
	if n.by(x, e.SourceActors...); x.Who == "" {
		x.Who, x.Unknown = safely(e.Source, text), true
	}
	n.titled(x, e.SourceActors...)
	x.To = n.refs(e.Toward...)
	x.link("through", plain(e.Channel)...)
	x.link("to", n.refs(e.Addressee)...)
	x.link("relayed by", n.refs(e.Relay)...)
	n.inside(x, e, text)
	x.more("said", e.Said)
	x.more("words", string(e.Type))
	x.more("note", e.Note)
}

// maxDepth is how many statements around one are shown. Nobody quotes deeper,
// and a reading whose statements stand inside each other in a ring ends there.
const maxDepth = 4

// inside adds the statements that a statement stands in, the nearest first.
func (n *notes) inside(x *note, e *parley.Statement, text string) {
	for range maxDepth {
		parent := n.said[e.Parent]
		if e.Parent == "" || parent == nil || parent == e {
			return
		}
		whose := n.refs(parent.SourceActors...)
		if len(whose) == 0 {
			whose = plain(safely(parent.Source, text))
		}
		x.link("inside", append([]ref{{parent.ID, n.entry(parley.KindStatement, parent.ID)}}, whose...)...)
		e = parent
	}
}

// event fills in an event's note.
func (n *notes) event(x *note, e *parley.Event) {
	x.Act = e.Type
	n.by(x, e.Actors...)
	x.To = n.refs(e.Recipients...)
	x.brief("status", plain(string(e.Status))...)
	x.brief("when", plain(e.When)...)
	x.more("where", e.Where)
	x.more("mode", e.Mode)
	x.more("context", e.Context)
	n.under(x, e.Statement, e.Note)
}

// due fills in a due's note.
func (n *notes) due(x *note, e *parley.Due) {
	x.Act = string(e.Kind)
	n.by(x, e.Parties...)
	x.brief("on", plain(e.On)...)
	x.brief("status", plain(string(e.Status))...)
	x.brief("moved to", plain(e.MovedTo)...)
	x.more("note", e.Note)
}

// position fills in a position's note.
func (n *notes) position(x *note, e *parley.Position) {
	x.Act = string(e.Stance)
	n.by(x, e.Actor)
	x.brief("issue", plain(e.Issue)...)
	x.brief("shift", plain(string(e.Shift))...)
	n.under(x, e.Statement, e.Note)
}

// figure fills in a figure's note.
func (n *notes) figure(x *note, e *parley.Figure) {
	x.Act = amount(e)
	n.by(x, e.By...)
	if e.Measure != e.Unit {
		x.brief("", plain(e.Measure)...)
	}
	x.brief("about", n.refs(e.Actor)...)
	x.more("as of", e.AsOf)
	x.more("note", e.Note)
}

// amount writes a figure's value, or its range, with its unit.
func amount(e *parley.Figure) string {
	value := "a number"
	switch {
	case e.Value != nil:
		value = number(*e.Value)
	case e.Min != nil && e.Max != nil:
		value = number(*e.Min) + "–" + number(*e.Max)
	case e.Min != nil:
		value = "≥ " + number(*e.Min)
	case e.Max != nil:
		value = "≤ " + number(*e.Max)
	}
	if e.Approx {
		value = "≈ " + value
	}
	return strings.Join(strings.Fields(e.Mod+" "+value+" "+e.Unit), " ")
}

// number writes a figure's value in groups of three digits.
func number(x float64) string {
	if x == float64(int64(x)) {
		return thousands(int64(x))
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// safely cuts spans out of a text, leaving out any that do not lie inside it.
func safely(spans parley.Spans, text string) string {
	var good parley.Spans
	for _, s := range spans {
		if 0 <= s.Start && s.Start <= s.End && s.End <= len(text) {
			good = append(good, s)
		}
	}
	return good.In(text)
}

// citation is what "copy with citation" puts on the clipboard.
type citation struct {
	Quote, Who, Outlet, Published, Title, URL string
	Document                                  string
	Version                                   int
	Entry                                     string
}

// String writes the quote and where it stands, with nothing hidden in it.
func (c citation) String() string {
	var from []string
	for _, x := range []string{c.Who, c.Outlet, c.Published, c.Title, c.URL} {
		if x != "" {
			from = append(from, x)
		}
	}
	place := strings.TrimSpace(fmt.Sprintf("%s v%d %s", c.Document, c.Version, c.Entry))
	return visible(fmt.Sprintf("%s — %s [%s]", quoted(c.Quote), strings.Join(from, ", "), place))
}
