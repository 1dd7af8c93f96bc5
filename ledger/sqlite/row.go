package sqlite

import (
	"encoding/json"
	"fmt"
	"strings"

	"parley"
	"parley/ledger"
)

// A row is an entry as it is stored.
type row struct {
	slot   int64
	seq    int64
	live   bool
	kind   parley.Kind
	outlet string // of the document, for the index

	id      string
	hull    parley.Span
	made    parley.Provenance
	who     string
	unknown bool // who is the words of an unresolved source
	whom    string
	role    string
	act     string
	channel string
	relay   string
	said    string
	what    string
	context string
	body    []byte
}

// args returns the arguments of insertEntry.
func (r *row) args(pass ledger.Pass) []any {
	return []any{r.slot, r.seq, r.live, pass.Name, pass.Version, r.id, r.hull.Start, r.hull.End,
		r.made.Reader, r.made.Version, r.made.Confidence, r.who, r.unknown, r.whom, r.role, r.act, r.channel, r.relay, r.said,
		r.what, r.context, string(r.body)}
}

// rows returns a reading's entries as they are stored with the version. It
// fails where the reading is not valid for the version's text. The numbers of
// entries begin after those in used, and move them.
func (v *stored) rows(r *parley.Reading, used map[parley.Kind]int) ([]row, error) {
	if r.Document.Text != "" && r.Document.Text != v.doc.Text {
		return nil, fmt.Errorf("%w: the reading is of another text", parley.ErrRefused)
	}
	own := *r
	own.Document.Text = v.doc.Text
	if err := own.Validate(); err != nil {
		return nil, fmt.Errorf("the reading is not valid: %w", err)
	}
	names := namesOf(&own)
	var out []row
	for e := range own.Entries() {
		x, err := v.row(e, names, used)
		if err != nil {
			return nil, fmt.Errorf("%s %q: %w", e.List(), e.Key(), err)
		}
		out = append(out, x)
	}
	return out, nil
}

// row returns one entry as it is stored.
func (v *stored) row(e parley.Entry, names names, used map[parley.Kind]int) (row, error) {
	kind := e.List()
	bits, err := kindBits(kind)
	if err != nil {
		return row{}, err
	}
	number := used[kind]
	if number >= perVersion {
		return row{}, fmt.Errorf("%w: more than %d entries of a kind", parley.ErrTooLarge, perVersion)
	}
	used[kind]++
	body, err := json.Marshal(e)
	if err != nil {
		return row{}, err
	}
	shown := parley.Evidence(e)
	if kind == parley.KindActor && len(shown) > 1 {
		shown = shown[:1] // The mentions of an actor are all over the text; the first shows it best.
	}
	r := row{
		slot: bits | v.slot | int64(perVersion-1-number), seq: v.seq, live: v.live, kind: kind, outlet: v.doc.Outlet,
		id: e.Key(), hull: parley.Hull(e), made: *e.Made(), what: shown.In(v.doc.Text), body: body,
	}
	around := r.hull
	if kind == parley.KindActor {
		around = shown.Hull()
	}
	r.context = sentences(v.doc.Text, around).In(v.doc.Text)
	names.describe(&r, e, v.doc.Text)
	return r, nil
}

// names resolves the ids of one reading's actors.
type names struct {
	actors map[string]string // name by id
	titles map[string]string // title, as the text gives it, by the actor's id
}

// namesOf gathers the names and titles of a reading.
func namesOf(r *parley.Reading) names {
	n := names{actors: map[string]string{}, titles: map[string]string{}}
	for _, a := range r.Actors {
		n.actors[a.ID] = a.Name
	}
	for _, role := range r.Roles {
		if title := role.Title.In(r.Document.Text); role.Actor != "" && n.titles[role.Actor] == "" {
			n.titles[role.Actor] = title
		}
	}
	return n
}

// of returns the names of actors, with commas between; those that have none are left out.
func (n names) of(ids ...string) string {
	var out []string
	for _, id := range ids {
		if name := n.actors[id]; name != "" {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

// title returns the title of the first of the actors that has one.
func (n names) title(ids ...string) string {
	for _, id := range ids {
		if title := n.titles[id]; title != "" {
			return title
		}
	}
	return ""
}

// describe fills in what lists show of an entry: who, and to whom; the act or
// what stands for it (an event's type, a due's kind, a stance); the day.
func (n names) describe(r *row, e parley.Entry, text string) {
	switch e := e.(type) {
	case *parley.Actor:
		r.who, r.role, r.act = e.Name, n.title(e.ID), string(e.Kind)
	case *parley.Role:
		r.who, r.role = e.Person.In(text), e.Title.In(text)
	case *parley.Statement:
		n.statement(r, e, text)
	case *parley.Date:
		r.act, r.said = string(e.Type), e.Value
	case *parley.Event:
		r.who, r.whom, r.role = n.of(e.Actors...), n.of(e.Recipients...), n.title(e.Actors...)
		r.act, r.said = e.Type, e.When
	case *parley.Condition:
		r.who, r.role = n.of(e.By...), n.title(e.By...)
	case *parley.Due:
		r.who, r.act, r.said = n.of(e.Parties...), string(e.Kind), e.On
	case *parley.Position:
		r.who, r.role, r.act = n.of(e.Actor), n.title(e.Actor), string(e.Stance)
	case *parley.Label:
		r.who, r.whom, r.role = n.of(e.By...), e.Target.In(text), n.title(e.By...)
	case *parley.Figure:
		r.who, r.act, r.said = n.of(e.By...), e.Measure, e.AsOf
		if r.who == "" {
			r.who = n.of(e.Actor)
		}
	}
}

// statement fills in what lists show of a statement. Where its speaker is
// unresolved, who is what the text itself calls the source.
func (n names) statement(r *row, s *parley.Statement, text string) {
	r.who, r.role = n.of(s.SourceActors...), n.title(s.SourceActors...)
	if r.unknown = r.who == ""; r.unknown {
		r.who = s.Source.In(text)
	}
	if r.whom = n.of(s.Toward...); r.whom == "" {
		if r.whom = n.of(s.Addressee); r.whom == "" && !n.known(s.Addressee) {
			r.whom = s.Addressee // It may be words and not an id.
		}
	}
	r.act, r.channel, r.relay, r.said = string(s.Act), s.Channel, n.of(s.Relay), s.Said
}

// known reports whether an id is one of the reading's actors.
func (n names) known(id string) bool {
	_, ok := n.actors[id]
	return ok
}
