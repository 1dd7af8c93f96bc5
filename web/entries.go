package web

import (
	"fmt"
	"strconv"
	"strings"

	"parley"
)

// note is an entry as it stands in the reader's margin.
type note struct {
	Ref     string
	Kind    parley.Kind
	Mark    string // sign of the kind
	Noun    string // kind in words
	Act     string // what the line says first
	Who     string
	Unknown bool // a speaker should be told and is not resolved
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
	Name  string
	Value string
	Brief bool
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
	chosen  string
}

// newNotes prepares to make the notes of a reading.
func newNotes(r *parley.Reading, version int) *notes {
	n := &notes{reading: r, version: version, names: map[string]string{}}
	for _, a := range r.Actors {
		n.names[a.ID] = a.Name
	}
	return n
}

// of returns the names of actors; an id without a name stands for itself.
func (n *notes) of(ids ...string) string {
	var out []string
	for _, id := range ids {
		name := n.names[id]
		if name == "" {
			name = id
		}
		if name != "" {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
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
func (x *note) brief(name, value string) { x.add(name, value, true) }

// more adds a fact that the opened note shows.
func (x *note) more(name, value string) { x.add(name, value, false) }

// add adds a fact, where there is one.
func (x *note) add(name, value string, brief bool) {
	if value != "" {
		x.Facts = append(x.Facts, fact{name, value, brief})
	}
}

// fill gives a note the fields of its kind of entry.
func (n *notes) fill(x *note, e parley.Entry) {
	text := n.reading.Document.Text
	switch e := e.(type) {
	case *parley.Actor:
		n.actor(x, e)
	case *parley.Role:
		x.Act, x.Who = safely(e.Title, text), n.of(e.Actor)
		if x.Who == "" {
			x.Who = safely(e.Person, text)
		}
	case *parley.Statement:
		n.statement(x, e, text)
	case *parley.Date:
		x.Act = e.Value
		x.more("type", strings.ToLower(string(e.Type)))
		x.brief("mod", e.Mod)
		x.more("how", e.How)
		x.more("note", e.Note)
	case *parley.Event:
		n.event(x, e)
	case *parley.Condition:
		x.Act, x.Who = safely(e.Connective, text), n.of(e.By...)
		x.more("statement", e.Statement)
		x.more("note", e.Note)
	case *parley.Due:
		n.due(x, e)
	case *parley.Position:
		n.position(x, e)
	case *parley.Label:
		x.Act, x.Who = quoted(safely(e.Label, text)), n.of(e.By...)
		x.brief("of", safely(e.Target, text))
		x.more("statement", e.Statement)
		x.more("note", e.Note)
	case *parley.Figure:
		n.figure(x, e)
	}
}

// actor fills in an actor's note.
func (n *notes) actor(x *note, e *parley.Actor) {
	x.Act, x.Who = string(e.Kind), e.Name
	x.brief("of", n.of(e.Of))
	x.more("also", strings.Join(e.Aliases, ", "))
	x.more("note", e.Note)
}

// statement fills in a statement's note. An unresolved speaker is shown by the
// text's own words, and said to be unresolved.
func (n *notes) statement(x *note, e *parley.Statement, text string) {
	x.Act, x.Who = string(e.Act), n.of(e.SourceActors...)
	if x.Who == "" {
		x.Who, x.Unknown = safely(e.Source, text), true
	}
	x.brief("toward", n.of(e.Toward...))
	x.brief("channel", e.Channel)
	x.brief("relay", n.of(e.Relay))
	x.more("to", n.of(e.Addressee))
	x.more("said", e.Said)
	x.more("words", string(e.Type))
	x.more("inside", e.Parent)
	x.more("note", e.Note)
}

// event fills in an event's note.
func (n *notes) event(x *note, e *parley.Event) {
	x.Act, x.Who = e.Type, n.of(e.Actors...)
	x.brief("toward", n.of(e.Recipients...))
	x.brief("status", string(e.Status))
	x.brief("when", e.When)
	x.more("where", e.Where)
	x.more("mode", e.Mode)
	x.more("context", e.Context)
	x.more("statement", e.Statement)
	x.more("note", e.Note)
}

// due fills in a due's note.
func (n *notes) due(x *note, e *parley.Due) {
	x.Act, x.Who = string(e.Kind), n.of(e.Parties...)
	x.brief("on", e.On)
	x.brief("status", string(e.Status))
	x.brief("moved to", e.MovedTo)
	x.more("note", e.Note)
}

// position fills in a position's note.
func (n *notes) position(x *note, e *parley.Position) {
	x.Act, x.Who = string(e.Stance), n.of(e.Actor)
	x.brief("issue", e.Issue)
	x.brief("shift", string(e.Shift))
	x.more("statement", e.Statement)
	x.more("note", e.Note)
}

// figure fills in a figure's note.
func (n *notes) figure(x *note, e *parley.Figure) {
	x.Act, x.Who = amount(e), n.of(e.By...)
	if e.Measure != e.Unit {
		x.brief("", e.Measure)
	}
	x.brief("about", n.of(e.Actor))
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
