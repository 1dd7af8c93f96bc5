package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
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

	id       string
	hull     parley.Span
	made     parley.Provenance
	who      string
	unknown  bool     // who is the words of an unresolved source
	speakers []string // names of the actors behind who
	whom     string
	toward   []string // names of the actors behind whom
	role     string
	standing string
	act      string
	channel  string
	relay    string
	said     string
	what     string
	context  string
	body     []byte
	days     []stretch // of a due
}

// args returns the arguments of insertEntry.
func (r *row) args(pass ledger.Pass) ([]any, error) {
	speakers, err := list(r.speakers)
	toward, err2 := list(r.toward)
	return []any{r.slot, r.seq, r.live, pass.Name, pass.Version, r.id, r.hull.Start, r.hull.End,
		r.made.Reader, r.made.Version, r.made.Confidence, r.who, r.unknown, speakers, r.whom, toward, r.role, r.standing, r.act, r.channel,
		r.relay, r.said, r.what, r.context, string(r.body)}, errors.Join(err, err2)
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
	titles map[string]titled // by the actor's id
}

// titled is a title with how it stands to the dated list of office holders.
type titled struct{ words, standing string }

// namesOf gathers the names and titles of a reading.
func namesOf(r *parley.Reading) names {
	n := names{actors: map[string]string{}, titles: map[string]titled{}}
	for _, a := range r.Actors {
		n.actors[a.ID] = a.Name
	}
	for _, role := range r.Roles {
		if title := role.Title.In(r.Document.Text); role.Actor != "" && n.titles[role.Actor].words == "" {
			n.titles[role.Actor] = titled{title, standing(role.Check)}
		}
	}
	for _, a := range r.Actors {
		if a.Office != nil && n.titles[a.ID].words == "" {
			n.titles[a.ID] = titled{listed(a.Office), string(parley.Listed)}
		}
	}
	return n
}

// standing is what a check says, empty where it says nothing.
func standing(c *parley.Check) string {
	if c == nil || c.Standing == parley.StandingUnknown {
		return ""
	}
	return string(c.Standing)
}

// listed names an office of the dated list with the state or body that it is of.
func listed(o *parley.Office) string {
	if o.Of == "" || strings.Contains(o.Title, o.Of) {
		return o.Title
	}
	return o.Title + ", " + o.Of
}

// list returns the names of actors, each once; those that have none are left out.
func (n names) list(ids ...string) []string {
	var out []string
	for _, id := range ids {
		if name := n.actors[id]; name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// title returns the title of an actor. Of several who speak together it
// returns none, since a list could not show whose it is.
func (n names) title(ids ...string) titled {
	if len(ids) != 1 {
		return titled{}
	}
	return n.titles[ids[0]]
}

// speak says who speaks, acts or is concerned: the names of actors, with commas
// between, and the title of one who is alone.
func (n names) speak(r *row, ids ...string) {
	r.speakers = n.list(ids...)
	title := n.title(ids...)
	r.who, r.role, r.standing = strings.Join(r.speakers, ", "), title.words, title.standing
}

// aim says at whom the entry is directed.
func (n names) aim(r *row, ids ...string) {
	r.toward = n.list(ids...)
	r.whom = strings.Join(r.toward, ", ")
}

// describe fills in what lists show of an entry: who, and to whom; the act or
// what stands for it (an event's type, a due's kind, a stance); the day.
func (n names) describe(r *row, e parley.Entry, text string) {
	switch e := e.(type) {
	case *parley.Actor:
		n.speak(r, e.ID)
		r.who, r.act, r.whom = e.Name, string(e.Kind), n.actors[e.Of]
	case *parley.Role:
		n.speak(r, e.Actor)
		r.who, r.role, r.standing = e.Person.In(text), e.Title.In(text), standing(e.Check)
	case *parley.Statement:
		n.statement(r, e, text)
	case *parley.Date:
		r.act, r.said = string(e.Type), e.Value
	case *parley.Event:
		n.speak(r, e.Actors...)
		n.aim(r, e.Recipients...)
		r.act, r.said = e.Type, e.When
	case *parley.Condition:
		n.speak(r, e.By...)
	case *parley.Due:
		n.speak(r, e.Parties...)
		r.act, r.said, r.days = string(e.Kind), e.On, stretches(e.On, e.MovedTo)
	case *parley.Position:
		n.speak(r, e.Actor)
		r.act = string(e.Stance)
	case *parley.Label:
		n.speak(r, e.By...)
		r.whom = e.Target.In(text)
	case *parley.Figure:
		n.figure(r, e)
	}
}

// figure fills in what lists show of a figure: who gives it or, where the
// writer does, whom it is about.
func (n names) figure(r *row, f *parley.Figure) {
	if n.speak(r, f.By...); r.who == "" {
		n.speak(r, f.Actor)
	}
	r.role, r.standing, r.act, r.said = "", "", f.Measure, f.AsOf
}

// statement fills in what lists show of a statement. Where its speaker is
// unresolved, who is what the text itself calls the source.
func (n names) statement(r *row, s *parley.Statement, text string) {
	n.speak(r, s.SourceActors...)
	if r.unknown = r.who == ""; r.unknown {
		r.who = s.Source.In(text)
	}
	if n.aim(r, s.Toward...); r.whom == "" {
		if r.whom = strings.Join(n.list(s.Addressee), ""); r.whom == "" && !n.known(s.Addressee) {
			r.whom = s.Addressee // It may be words and not an id.
		}
	}
	r.act, r.channel, r.relay, r.said = string(s.Act), s.Channel, strings.Join(n.list(s.Relay), ""), s.Said
}

// known reports whether an id is one of the reading's actors.
func (n names) known(id string) bool {
	_, ok := n.actors[id]
	return ok
}
