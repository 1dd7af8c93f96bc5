// Package read goes from a document to its reading: it analyses and parses the
// text once and hands it to a reader for each kind of entry.
//
// In flows a parley.Document, out flows a parley.Reading whose every entry is
// quoted from the document's text and says which reader made it, in which
// version, and how sure it is. The readers are packages of their own: date,
// figure, role, statement; coref then settles who is behind the words.
//
// Reading is pure: the same document gives the same reading on every machine,
// and a Reader may be used by any number of goroutines.
package read

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"parley"
	"parley/actors"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/condition"
	"parley/read/coref"
	"parley/read/date"
	"parley/read/due"
	"parley/read/event"
	"parley/read/figure"
	"parley/read/label"
	"parley/read/position"
	"parley/read/role"
	"parley/read/statement"
)

// English is the one language that is read so far, as ISO 639-1.
const English = "en"

// Reader reads documents.
type Reader struct {
	known   *actors.Known
	parser  *syntax.Parser
	profile part // of the parser
	dates   date.Mode
	facts   string // which facts of a user were added; empty: none
}

// The profiles of the parser. New weights raise their version.
var (
	full = part{"syntax", 1}
	fast = part{"syntax fast", 1}
)

// New returns a reader with the embedded tables and weights. It fails only where
// the binary's own are damaged.
func New() (*Reader, error) { return with(syntax.New, full) }

// NewFast returns a reader that parses several times faster, with more mistakes.
func NewFast() (*Reader, error) { return with(syntax.NewFast, fast) }

// with returns a reader with a parser.
func with(parser func() (*syntax.Parser, error), profile part) (*Reader, error) {
	known, err := actors.Load()
	if err != nil {
		return nil, fmt.Errorf("load actors: %w", err)
	}
	p, err := parser()
	if err != nil {
		return nil, fmt.Errorf("load parser: %w", err)
	}
	return &Reader{known: known, parser: p, profile: profile}, nil
}

// WithFacts returns a reader that knows a user's own facts on who holds which
// office as well. It fails where a fact names a state or organisation that
// nobody knows.
func (r *Reader) WithFacts(facts []actors.Fact) (*Reader, error) {
	known, err := r.known.With(facts)
	if err != nil {
		return nil, fmt.Errorf("add facts: %w", err)
	}
	with := *r
	with.known, with.facts = known, fingerprint(facts)
	return &with, nil
}

// WithDates returns a reader that resolves relative times in a mode; the zero mode
// is date.Auto.
func (r *Reader) WithDates(mode date.Mode) *Reader {
	with := *r
	with.dates = mode
	return &with
}

// fingerprint returns a short name for a list of facts, by their content.
func fingerprint(facts []actors.Fact) string {
	sum := fnv.New32a()
	for _, f := range facts {
		fmt.Fprintf(sum, "%q", []string{f.Of, f.Office, f.Person, f.ID, strings.Join(f.Aliases, "|"), f.From, f.To})
	}
	return fmt.Sprintf("%08x", sum.Sum32())
}

// Version names the readers with their versions: "coref 1, date 1, …, syntax 1".
func Version() string { return listed(full) }

// Version names the reader's parts with their versions. Where it differs from the
// one that a ledger was read with, the ledger is read again.
func (r *Reader) Version() string {
	version := listed(r.profile)
	if r.dates != date.Auto {
		version += ", dates " + r.dates.String()
	}
	if r.facts != "" {
		version += ", facts " + r.facts
	}
	return version
}

// listed lists the readers and the parser that they use.
func listed(profile part) string {
	var parts []string
	for _, r := range append(versions(), profile) {
		parts = append(parts, r.name+" "+strconv.Itoa(r.version))
	}
	return strings.Join(parts, ", ")
}

// part is a reader by name and version.
type part struct {
	name    string
	version int
}

func versions() []part {
	return []part{{condition.Name, condition.Version}, {coref.Name, coref.Version}, {date.Name, date.Version}, {due.Name, due.Version}, {event.Name, event.Version}, {figure.Name, figure.Version}, {label.Name, label.Version}, {position.Name, position.Version}, {role.Name, role.Version}, {statement.Name, statement.Version}}
}

// Document reads a document. The error is parley.ErrLanguage for a document that
// is marked as other than English and parley.ErrEmpty for one without words; the
// reading then holds the document and no entries.
func (r *Reader) Document(doc parley.Document) (parley.Reading, error) {
	reading, _, err := r.Candidates(doc)
	return reading, err
}

// Candidates returns the reading of a document with all that may be its events, judged or
// not, whose spans are in bytes and whose parties are ids of the reading or of actors that
// it leaves out. Errors are those of Document.
func (r *Reader) Candidates(doc parley.Document) (parley.Reading, []event.Candidate, error) {
	reading := parley.Reading{Document: doc}
	if doc.Language != "" && doc.Language != English {
		return reading, nil, fmt.Errorf("read %q: language %q: %w", doc.ID, doc.Language, parley.ErrLanguage)
	}
	text := lang.Analyse(doc.Text)
	if len(text.Tokens) == 0 {
		return reading, nil, fmt.Errorf("read %q: %w", doc.ID, parley.ErrEmpty)
	}
	candidates := r.entries(&reading, text)
	return reading, candidates, nil
}

// Attributions returns all attributions of a document: its statements, and behind
// these what statement.Attributions finds beside them, which is no statement of the
// ledger. Errors are those of Document.
func (r *Reader) Attributions(doc parley.Document) ([]statement.Attribution, error) {
	reading, err := r.Document(doc)
	if err != nil {
		return nil, err
	}
	var out []statement.Attribution
	for _, s := range reading.Statements {
		out = append(out, statement.Attribution{Source: s.Source, Cue: s.Cue, Content: s.Content})
	}
	stated := len(out)
	text := lang.Analyse(doc.Text)
	for _, a := range statement.Attributions(text, r.parser.ParseUpTo(text, longest)) {
		same := func(s statement.Attribution) bool {
			return len(a.Cue) > 0 && s.Cue.Overlaps(a.Cue[0]) && s.Source.Overlaps(a.Source[0])
		}
		if !slices.ContainsFunc(out[:stated], same) {
			out = append(out, a)
		}
	}
	return out, nil
}

// longest is the most tokens of a sentence that is parsed. The longest of 119,000
// sentences of wire stories has 331; what has so many more is a table or garbage,
// is read by the words alone, and costs no memory for a tree.
const longest = 5000

// entries runs the readers in the order in which one needs another's result. They count from
// the day of publication as it was where the outlet is; the document keeps the time that it came with.
// It returns what was judged for the reader of events.
func (r *Reader) entries(reading *parley.Reading, text *lang.Text) []event.Candidate {
	doc := &reading.Document
	published := doc.Published
	doc.Published = r.known.InZone(doc.Outlet, published)
	defer func() { doc.Published = published }()
	trees := r.parser.ParseUpTo(text, longest)
	reading.Dates = date.Read(doc, text, trees, r.dates)
	reading.Figures = figure.Read(doc, text, trees, reading.Dates)
	reading.Roles = role.Read(doc, text, trees)
	found := statement.Read(text, trees, reading.Dates)
	who := coref.Resolve(doc, text, trees, r.known, lang.Names(text), reading.Roles, found)
	found = coref.WithoutEchoes(found)
	reading.Statements = stated(found)
	reading.Conditions = condition.Read(text, trees, reading.Statements)
	candidates := event.Candidates(reading, text, trees, who)
	reading.Events = event.Unjudged(candidates) // Of an event that is doubtful the side may be sure.
	reading.Positions = position.Read(reading, text, trees, who)
	reading.Events = event.Judge(candidates)
	reading.Labels = label.Read(reading.Statements, text, trees, who)
	result := who.Result()
	result.Attach(found)
	reading.Actors, reading.Statements = result.Actors, stated(found)
	role.Checked(reading.Roles, doc.Text, r.known, persons(reading.Actors), doc.Published)
	role.Listed(reading.Actors, r.known, states(reading.Actors), doc.Published)
	reading.Dues = due.Read(reading, text, trees)
	sign(reading)
	return candidates
}

// stated returns the statements of what was found.
func stated(found []statement.Found) []parley.Statement {
	var out []parley.Statement
	for i := range found {
		out = append(out, found[i].Statement)
	}
	return out
}

// persons returns the names of the persons among actors, by their ids.
func persons(list []parley.Actor) map[string]string {
	out := map[string]string{}
	for i := range list {
		if list[i].Kind == parley.Person {
			out[list[i].ID] = list[i].Name
		}
	}
	return out
}

// statesMost is how many of the states that a text speaks of tell who is meant.
const statesMost = 4

// states returns the ids of the states among actors, the most spoken of first.
func states(list []parley.Actor) []string {
	var found []*parley.Actor
	for i := range list {
		if list[i].Kind == parley.State {
			found = append(found, &list[i])
		}
	}
	slices.SortStableFunc(found, func(a, b *parley.Actor) int { return len(b.Mentions) - len(a.Mentions) })
	var ids []string
	for _, a := range found[:min(len(found), statesMost)] {
		ids = append(ids, a.ID)
	}
	return ids
}

// sign gives every entry its id, its quotation and its reader.
func sign(reading *parley.Reading) {
	for i := range reading.Dates {
		reading.Dates[i].ID = "t" + strconv.Itoa(i+1)
	}
	for i := range reading.Figures {
		reading.Figures[i].ID = "f" + strconv.Itoa(i+1)
	}
	for i := range reading.Roles {
		reading.Roles[i].ID = "r" + strconv.Itoa(i+1)
	}
	for i := range reading.Dues {
		reading.Dues[i].ID = "d" + strconv.Itoa(i+1)
	}
	for i := range reading.Events {
		reading.Events[i].ID = "e" + strconv.Itoa(i+1)
	}
	for i := range reading.Labels {
		reading.Labels[i].ID = "l" + strconv.Itoa(i+1)
	}
	for i := range reading.Positions {
		reading.Positions[i].ID = "p" + strconv.Itoa(i+1)
	}
	for i := range reading.Conditions {
		reading.Conditions[i].ID = "c" + strconv.Itoa(i+1)
	}
	makers := map[parley.Kind]part{
		parley.KindCondition: {condition.Name, condition.Version},
		parley.KindActor:     {coref.Name, coref.Version},
		parley.KindRole:      {role.Name, role.Version},
		parley.KindStatement: {statement.Name, statement.Version},
		parley.KindDate:      {date.Name, date.Version},
		parley.KindDue:       {due.Name, due.Version},
		parley.KindEvent:     {event.Name, event.Version},
		parley.KindLabel:     {label.Name, label.Version},
		parley.KindPosition:  {position.Name, position.Version},
		parley.KindFigure:    {figure.Name, figure.Version},
	}
	for e := range reading.Entries() {
		made, by := e.Made(), makers[e.List()]
		made.Reader, made.Version = by.name, by.version
		if e.List() != parley.KindActor {
			made.Quote = parley.Evidence(e).In(reading.Document.Text)
		}
	}
}
