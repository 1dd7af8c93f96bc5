package ledgertest

import (
	"fmt"
	"strings"
	"time"

	"parley"
	"parley/ledger"
)

// The invented people, places and words that stories are made of.
var (
	speakers = []struct{ name, title, state string }{
		{"Mira Tolvan", "Foreign Minister", "Varenia"}, {"Oskar Dreil", "President", "Kestria"},
		{"Jana Pell", "envoy", "Lumenia"}, {"Émile Corvo", "spokesman", "Varenia"},
		{"Petra Lund", "negotiator", "Kestria"}, {"Ivo Marsh", "Defence Minister", "Varenia"},
	}
	outlets  = []string{"Tolm Herald", "Ardo Courier", "Meridian Wire", "Lumen Post"}
	acts     = []parley.Act{parley.Assert, parley.Demand, parley.Offer, parley.Deny}
	subjects = []string{"the ceasefire", "the border crossing", "the grain convoy", "the prisoner exchange",
		"the Oru valley", "the observers", "the pipeline", "the talks in Selmark"}
	claims = []string{"would hold through the winter", "must be opened before the next round",
		"had never been agreed in writing", "could begin once the guns are silent",
		"was a matter for both parties", "would be put to a vote in Tolm"}
)

// Story returns the n-th of an endless series of invented news stories, about
// 20 words a statement, with its reading. The same numbers give the same story.
func Story(n, statements int) (ledger.Incoming, parley.Reading) {
	b := builder{day: time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n%365)}
	for i := range statements {
		b.statement(n*7 + i*3)
	}
	doc := parley.Document{
		Title:     fmt.Sprintf("Day %d of the talks: %s", n, subjects[n%len(subjects)]),
		Outlet:    outlets[n%len(outlets)],
		Published: b.day.Add(time.Duration(n%1440) * time.Minute).Format(time.RFC3339),
		Language:  "en",
		URL:       fmt.Sprintf("https://news.example/%d", n),
		Text:      b.text.String(),
	}
	in := ledger.Incoming{Document: doc, Raw: []byte("<p>" + doc.Text + "</p>"), From: doc.URL}
	b.reading.Document = doc
	return in, b.reading
}

// A builder writes a text and its reading side by side.
type builder struct {
	text    strings.Builder
	reading parley.Reading
	day     time.Time
}

// add writes words and returns where they stand.
func (b *builder) add(words string) parley.Spans {
	start := b.text.Len()
	b.text.WriteString(words)
	return parley.Spans{{Start: start, End: b.text.Len()}}
}

// statement writes a sentence in which someone says something.
func (b *builder) statement(k int) {
	who := speakers[k%len(speakers)]
	title := b.add(who.title)
	b.add(" ")
	person := b.add(who.name)
	b.add(" ")
	cue := b.add("said")
	b.add(" on ")
	date := b.add(b.day.Format("January 2"))
	b.add(" in Selmark that ")
	content := b.add(subjects[k%len(subjects)] + " " + claims[k%len(claims)])
	b.add(fmt.Sprintf(", after %d hours of talks with officials of ", 2+k%9))
	state := b.add(who.state)
	b.add(".\n")

	r := &b.reading
	speaker := b.actor(who.name, parley.Person, person)
	target := b.actor(who.state, parley.State, state)
	made := parley.Provenance{Confidence: 0.5 + float64(k%5)/10, Reader: "story", Version: 1}
	number := fmt.Sprint(len(r.Statements) + 1)
	r.Roles = append(r.Roles, parley.Role{ID: "r" + number, Person: person, Title: title, Actor: speaker, Provenance: made})
	r.Dates = append(r.Dates, parley.Date{ID: "t" + number, Span: date, Type: parley.DateDate,
		Value: b.day.Format(time.DateOnly), Provenance: made})
	r.Statements = append(r.Statements, parley.Statement{
		ID: "s" + number, Source: parley.Spans{{Start: title[0].Start, End: person[0].End}},
		SourceActors: parley.IDs{speaker}, Cue: cue, Content: content, Type: parley.Indirect, Act: acts[k%len(acts)],
		Said: b.day.Format(time.DateOnly), Channel: "news conference", Toward: []string{target}, Provenance: made,
	})
}

// actor notes a mention of an actor and returns the actor's id.
func (b *builder) actor(name string, kind parley.ActorKind, at parley.Spans) string {
	r := &b.reading
	for i := range r.Actors {
		if r.Actors[i].Name == name {
			r.Actors[i].Mentions = append(r.Actors[i].Mentions, at...)
			return r.Actors[i].ID
		}
	}
	id := fmt.Sprintf("a%d", len(r.Actors)+1)
	r.Actors = append(r.Actors, parley.Actor{ID: id, Name: name, Kind: kind, Mentions: at})
	return id
}
