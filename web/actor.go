package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"parley"
	"parley/join/persons"
	"parley/ledger"
)

// How much of an actor one page shows.
const (
	actorSaid     = 30  // statements a page
	actorToward   = 15  // statements toward it a page
	actorMentions = 200 // newest roles, and documents that name it, from which titles and names are gathered
	actorNear     = 40  // names that hold the words asked for
)

// actorView is the data of the screen of an actor.
type actorView struct {
	head
	Name      string
	Known     bool   // some entry has an actor of the name
	Documents string // how many name it, in words
	Kinds     []named
	Calls     []named // by what words documents call it
	Of        []ref   // the actor that it belongs to, as the newest document has it
	Aliases   string  // likewise
	Partly    string  // of how many documents names and roles were gathered, where not of all
	Wire      []link  // its rows on the wire
	Roles     []roleRow
	Said      table
	Toward    table
	Near      []named  // actors with names like the one asked for
	Persons   []bearer // where the name is told of several people: these
	InTexts   string   // address of a search in the texts, or ""
}

// named is a name or word with the documents that have it.
type named struct {
	Name      string
	Kind      string
	Address   string
	Documents int
}

// roleRow is a title that documents give the actor: the newest of them as the
// row, and the first.
type roleRow struct {
	row
	First     row
	Documents int
}

// bearer is one of several persons of a name.
type bearer struct {
	persons.Person
	Documents int
	Address   string // of the name in the newest text
}

// actor gathers what the ledger has of an actor by its exact name. Two persons of
// one name stand on one screen, which says that they are two.
func (s *Server) actor(r *http.Request) (view, error) {
	name := cmp.Or(r.PathValue("name"), r.FormValue("name"))
	v := &actorView{head: head{Title: cmp.Or(name, "Actors"), Screen: "actor", Script: "actor.js"}, Name: name}
	if name == "" {
		return v, v.near(r.Context(), s.ledger)
	}
	if err := r.ParseForm(); err != nil {
		return nil, badRequest("%v", err)
	}
	for _, part := range []func(*http.Request, ledger.Ledger) error{v.statements, v.roles, v.itself} {
		if err := part(r, s.ledger); err != nil {
			return nil, err
		}
	}
	if v.Known = v.Known || v.Said.Total+v.Toward.Total > 0; !v.Known {
		return v, v.near(r.Context(), s.ledger)
	}
	v.onWire()
	return v, nil
}

// status is 404 where no entry has an actor of the name.
func (v *actorView) status() int {
	if v.Name != "" && !v.Known {
		return http.StatusNotFound
	}
	return http.StatusOK
}

// statements fills in what the actor said, and what others said toward it. Each
// list turns its own pages and leaves the other's where it is.
func (v *actorView) statements(r *http.Request, l ledger.Ledger) error {
	said, toward := trailOf(r, "after"), trailOf(r, "toward")
	err := v.Said.find(r.Context(), l, ledger.Query{By: v.Name, Limit: actorSaid}, said, func(trail []string) string {
		return actorAddress(v.Name, trail, toward) + "#said"
	})
	if err != nil {
		return err
	}
	err = v.Toward.find(r.Context(), l, ledger.Query{Toward: v.Name, Limit: actorToward}, toward, func(trail []string) string {
		return actorAddress(v.Name, said, trail) + "#toward"
	})
	for i := range v.Toward.Rows {
		v.Toward.Rows[i].ID = "toward-" + v.Toward.Rows[i].ID // A statement can stand in both lists.
	}
	return err
}

// roles fills in the titles that documents give the actor, the newest first.
func (v *actorView) roles(r *http.Request, l ledger.Ledger) error {
	q := ledger.Query{Kind: parley.KindRole, By: v.Name, Limit: actorMentions}
	page, err := l.Find(r.Context(), q)
	if err != nil {
		return err
	}
	for _, items := range grouped(page.Items, func(x ledger.Item) string { return titleKey(x.Role) }) {
		first := items[len(items)-1]
		for _, x := range slices.Backward(items) {
			if x.Published != "" {
				first = x
				break
			}
		}
		x := roleRow{rowOf(items[0], q), rowOf(first, q), documents(items)}
		x.ID = "role-" + strings.TrimPrefix(x.ID, "r-")
		v.Roles = append(v.Roles, x)
	}
	v.Known = v.Known || page.Total > 0
	v.partly(page, "roles")
	return nil
}

// titleKey is what a title is compared by: its words, whatever their case and
// whether an article stands before them.
func titleKey(title string) string {
	key := strings.ToLower(strings.Join(strings.Fields(title), " "))
	return cmp.Or(strings.TrimPrefix(key, "the "), key)
}

// itself fills in what documents make of the actor: its kind, the words that
// they call it by, and whom it belongs to.
func (v *actorView) itself(r *http.Request, l ledger.Ledger) error {
	q := ledger.Query{Kind: parley.KindActor, By: v.Name, Limit: actorMentions}
	page, err := l.Find(r.Context(), q)
	if err != nil || len(page.Items) == 0 {
		return err
	}
	v.Known = true
	v.Documents = count(page.Total, "document", "documents")
	if page.AtLeast {
		v.Documents = "more than " + v.Documents
	}
	v.partly(page, "names")
	for _, items := range grouped(page.Items, func(x ledger.Item) string { return x.Act }) {
		v.Kinds = append(v.Kinds, named{Name: items[0].Act, Documents: documents(items)})
	}
	for _, items := range grouped(page.Items, func(x ledger.Item) string { return x.What }) {
		if x := items[0]; x.What != "" {
			v.Calls = append(v.Calls, named{Name: x.What, Documents: documents(items), Address: rowOf(x, q).Snapshot})
		}
	}
	v.bearers(page.Items, q)
	newest := page.Items[0]
	reading, err := l.Reading(r.Context(), newest.Document, newest.Version)
	if err != nil {
		return err
	}
	v.belongs(&reading, newest.Entry)
	return nil
}

// bearers tells several persons of the name apart, by what documents make of them.
func (v *actorView) bearers(items []ledger.Item, q ledger.Query) {
	var seen []persons.Seen
	addresses := map[string]string{}
	for _, x := range items {
		if x.Act != string(parley.Person) {
			continue
		}
		s := persons.Seen{Document: x.Document, Day: x.Published, Of: x.Whom, Title: x.Role}
		if x.Standing == string(parley.Listed) {
			s.Title = "" // The list knows the name, and not which of its bearers the text means.
		}
		seen = append(seen, s)
		addresses[x.Document] = rowOf(x, q).Snapshot
	}
	found := persons.Group(v.Name, seen)
	if len(found) < 2 || v.Name == strings.ToLower(v.Name) { // "gunman" names nobody.
		return
	}
	for _, p := range found {
		v.Persons = append(v.Persons, bearer{p, len(p.Seen), addresses[p.Seen[len(p.Seen)-1].Document]})
	}
}

// belongs fills in what one reading has of its actor of the given id.
func (v *actorView) belongs(reading *parley.Reading, id string) {
	notes := newNotes(reading, 0)
	for _, a := range reading.Actors {
		if a.ID == id {
			v.Of, v.Aliases = notes.refs(a.Of), strings.Join(a.Aliases, ", ")
		}
	}
}

// partly says that a page does not hold all there is.
func (v *actorView) partly(page ledger.Page, what string) {
	if page.Next != "" {
		v.Partly += "The " + what + " are those of the newest " + count(len(page.Items), "mention", "mentions") + ". "
	}
}

// onWire fills in the links to the actor's rows on the wire. A name that the
// query line cannot carry gives none.
func (v *actorView) onWire() {
	for _, x := range []struct {
		name string
		q    ledger.Query
	}{
		{"statements on the wire", ledger.Query{By: v.Name}}, {"toward it", ledger.Query{Toward: v.Name}},
		{"events", ledger.Query{By: v.Name, Kind: parley.KindEvent}}, {"positions", ledger.Query{By: v.Name, Kind: parley.KindPosition}},
	} {
		if readsBack(x.q) {
			v.Wire = append(v.Wire, link{Name: x.name, Address: wireAddress(x.q)})
		}
	}
}

// near fills in actors to choose from: those with names that hold the words
// asked for, or those of the newest documents.
func (v *actorView) near(ctx context.Context, l ledger.Ledger) error {
	if text := (ledger.Query{InText: true, Words: quoted(v.Name)}); v.Name != "" {
		if text, err := ledger.ParseQuery(text.String()); err == nil && text.InText {
			v.InTexts = wireAddress(text)
		}
	}
	page, err := l.Find(ctx, ledger.Query{Kind: parley.KindActor, Who: v.Name, Limit: actorMentions})
	if err != nil {
		return err
	}
	for _, items := range grouped(page.Items, func(x ledger.Item) string { return strings.Join(x.Speakers, "") }) {
		if x := items[0]; len(x.Speakers) == 1 && len(v.Near) < actorNear {
			v.Near = append(v.Near, named{x.Speakers[0], x.Act, actorAddress(x.Speakers[0], nil, nil), documents(items)})
		}
	}
	return nil
}

// grouped gathers items that have the same key, in the order of the first of each.
func grouped(items []ledger.Item, key func(ledger.Item) string) [][]ledger.Item {
	var out [][]ledger.Item
	at := map[string]int{}
	for _, x := range items {
		k := key(x)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k], out = i, append(out, nil)
		}
		out[i] = append(out[i], x)
	}
	return out
}

// documents counts the documents of items.
func documents(items []ledger.Item) int {
	seen := map[string]bool{}
	for _, x := range items {
		seen[x.Document] = true
	}
	return len(seen)
}
