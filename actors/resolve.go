package actors

import (
	"cmp"
	"slices"
	"strings"

	"parley"
)

// Context is what a text tells about the surroundings of a mention.
type Context struct {
	States  []string // ids of the states that are in play, the most spoken of first
	Speaker string   // id of the speaker's state, or empty
}

// Candidate is an actor that a mention may stand for.
type Candidate struct {
	ID         string           `json:"id,omitempty"`      // of a person or an entry of the tables; empty for an actor whom they do not have
	Name       string           `json:"name"`              // the usual name
	Kind       parley.ActorKind `json:"kind"`              // what it is
	Of         string           `json:"of,omitempty"`      // id of the state or organisation that it is of, or empty
	Office     *Tenure          `json:"office,omitempty"`  // the office by which it was found, or which it held on the day, or nil
	Confidence float64          `json:"confidence"`        // in (0, 1]
	Reasons    []Reason         `json:"reasons,omitempty"` // why, the first the strongest
}

// Reason says why an actor is a candidate.
type Reason struct {
	Kind   ReasonKind `json:"kind"`
	Detail string     `json:"detail,omitempty"` // what the kind speaks of: the name, the office, the state
}

// ReasonKind is the sort of a reason.
type ReasonKind string

// The sorts of reason.
const (
	ByName      ReasonKind = "name"       // a name of it; the detail is the sort of name
	BySurname   ReasonKind = "surname"    // the last part of a person's name
	ByPart      ReasonKind = "part"       // another part of a person's name
	BySpelling  ReasonKind = "spelling"   // its name in another spelling
	ByOffice    ReasonKind = "office"     // it holds the office on the day; the detail is the office
	NoHolder    ReasonKind = "no holder"  // the office is known, who holds it on the day is not
	InOffice    ReasonKind = "in office"  // it holds an office on the day
	LeftOffice  ReasonKind = "out"        // it holds no office on the day
	OfState     ReasonKind = "state"      // it is of the state that the mention names
	InPlay      ReasonKind = "in play"    // it is of a state in play
	ByBody      ReasonKind = "body"       // a body or group of the state
	ByPlace     ReasonKind = "place"      // a place in the state
	ByMentioned ReasonKind = "mentioned"  // the mention has its name among other words
	Unsure      ReasonKind = "unsure day" // the dates of the office are not sure
)

// mostCandidates bounds what Resolve returns.
const mostCandidates = 8

// Resolve returns the actors that a mention may stand for on a day, the likeliest
// first: names, roles ("the Russian foreign minister"), bodies, adjectives and
// metonyms. The day is ISO 8601, or empty where it is not known. No candidate is
// an answer: nothing is known that the mention could mean.
func (k *Known) Resolve(mention string, context Context, day string) []Candidate {
	r := resolver{known: k, context: context, day: day}
	if pronouns[strings.ToLower(mention)] || len(mention) > 2*longestName {
		return nil
	}
	r.whole(mention)
	if r.best() < 0.8 {
		r.parts(mention)
	}
	if r.best() < 0.35 {
		r.place(mention)
	}
	if len(r.found) == 0 {
		r.inside(mention)
	}
	if len(r.found) == 0 && isName(mention) {
		r.people(mention, Title{}, "") // A name such as "Angus King", with a title for a part.
	}
	slices.SortStableFunc(r.found, func(a, b Candidate) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return r.found[:min(len(r.found), mostCandidates)]
}

// resolver gathers the candidates of one mention.
type resolver struct {
	known   *Known
	context Context
	day     string
	found   []Candidate
}

// best returns the highest confidence so far.
func (r *resolver) best() float64 {
	best := 0.0
	for i := range r.found {
		best = max(best, r.found[i].Confidence)
	}
	return best
}

// add adds a candidate, or makes one that is there surer.
func (r *resolver) add(c Candidate) {
	c.Confidence = min(c.Confidence, 0.99)
	for i := range r.found {
		if have := &r.found[i]; have.ID == c.ID && have.Name == c.Name {
			if c.Confidence > have.Confidence {
				have.Confidence = c.Confidence
			}
			have.Reasons = append(have.Reasons, c.Reasons...)
			return
		}
	}
	r.found = append(r.found, c)
}

// sureness is how often a name of each sort means the actor itself.
var sureness = [...]float64{Common: 0.95, Official: 0.97, Alias: 0.93, Adjective: 0.9, Demonym: 0.85, Capital: 0.8, Metonym: 0.9}

// whole looks the mention up as one name.
func (r *resolver) whole(mention string) {
	k := r.known
	key := lookupKey(mention)
	states := findKey(k.states, key)
	for i, s := range states {
		confidence := sureness[s.Match]
		if i > 0 || len(states) > 1 && !r.inPlay(s.ID) {
			confidence *= 0.7
		}
		r.add(r.entry(s.Entry, confidence, s.Match.String()))
	}
	if e := findKey(k.organisations, key); e.ID != "" {
		r.add(r.entry(e, 0.93, ""))
	}
	if e := findKey(k.outlets, key); e.ID != "" {
		r.add(r.entry(e, 0.9, ""))
	}
	if len(r.found) == 0 && !slices.ContainsFunc(strings.Fields(mention), ranked) {
		r.people(mention, Title{}, "")
	}
}

// pronouns stand for whom the text names elsewhere, and are no names.
var pronouns = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq("he she it they we i you who him her them us his its their this that these those here there") {
		set[w] = true
	}
	return set
}()

// entry makes a candidate of an entry of the tables.
func (r *resolver) entry(e Entry, confidence float64, match string) Candidate {
	of := e.Of
	if of == "" && e.Kind != parley.State {
		of = r.known.Home(e.ID)
	}
	return Candidate{ID: e.ID, Name: e.Name, Kind: e.Kind, Of: of, Confidence: confidence, Reasons: []Reason{{ByName, cmp.Or(match, e.Name)}}}
}

// inPlay reports whether a state is in play.
func (r *resolver) inPlay(state string) bool {
	return state != "" && (state == r.context.Speaker || slices.Contains(r.context.States, state))
}

// parts takes the mention for a title, a name with a title, or a noun with a state.
func (r *resolver) parts(mention string) {
	if before, behind, ok := strings.Cut(mention, ", "); ok && len(before) > 2 {
		r.people(before, Title{}, "")
		mention = behind
	}
	p := r.known.parsePhrase(mention)
	switch {
	case p.titled && p.name != "":
		r.people(p.name, p.title, p.of)
		if len(r.found) == 0 && p.of != "" {
			r.unknownPerson(p, mention)
		}
	case p.titled:
		r.office(p, mention)
	case p.of != "":
		r.body(p, mention)
	case isBody(p.rest):
		r.bodiesInPlay(p.rest, mention)
	}
}

// bodiesInPlay adds a body of each state in play for one that is named without
// its state: "the army", "the National Guard".
func (r *resolver) bodiesInPlay(words, mention string) {
	states := r.context.States
	if r.context.Speaker != "" && !slices.Contains(states, r.context.Speaker) {
		states = append([]string{r.context.Speaker}, states...)
	}
	for i, of := range states[:min(len(states), 3)] {
		r.add(Candidate{ID: of + " " + strings.ToLower(words), Name: strings.TrimSpace(mention), Kind: parley.Government, Of: of,
			Confidence: 0.6 - 0.15*float64(i), Reasons: []Reason{{ByBody, words}, {InPlay, of}}})
	}
}

// unknownPerson adds a person whom the tables do not have.
func (r *resolver) unknownPerson(p phrase, mention string) {
	r.add(Candidate{Name: cmp.Or(p.name, mention), Kind: parley.Person, Of: r.known.partyOf(p.of), Confidence: 0.6, Reasons: []Reason{{OfState, p.of}}})
}

// partyOf returns a state for a body of it, and other ids unchanged.
func (k *Known) partyOf(id string) string {
	if e := k.entries[id]; e.Kind == parley.Government && e.Of != "" {
		return e.Of
	}
	return id
}

// body adds what a noun with a state means: its ministry, army, officials, people.
func (r *resolver) body(p phrase, mention string) {
	e, _ := r.known.ByID(p.of)
	if e.Kind != parley.State {
		if isName(p.rest) {
			r.people(p.rest, Title{}, p.of)
		}
		r.add(r.entry(e, 0.6, ""))
		return
	}
	c := Candidate{Name: strings.TrimSpace(mention), Kind: parley.Group, Of: r.known.partyOf(p.of), Confidence: 0.6, Reasons: []Reason{{ByBody, p.rest}, {OfState, e.Name}}}
	switch {
	case isBody(p.rest):
		c.ID, c.Kind, c.Confidence = p.of+" "+strings.ToLower(p.rest), parley.Government, 0.8
	case isName(p.rest):
		if r.people(p.rest, Title{}, p.of); len(r.found) > 0 {
			return
		}
		c.Kind, c.Confidence = parley.Organisation, 0.5
	}
	r.add(c)
}

// bodies are nouns that name a body of a state.
var bodies = map[string]bool{"ministry": true, "department": true, "government": true, "administration": true, "cabinet": true, "parliament": true,
	"army": true, "military": true, "navy": true, "embassy": true, "regime": true, "junta": true, "authorities": true, "officials": true,
	"presidency": true, "leadership": true, "forces": true, "troops": true, "police": true, "consulate": true, "mission": true, "side": true,
	"delegation": true, "office": true, "force": true, "intelligence": true, "court": true, "bank": true, "foreign": true, "coastguard": true, "guard": true, "guards": true, "fleet": true, "soldiers": true}

// isBody reports whether words name a body of a state.
func isBody(words string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		if bodies[strings.Trim(w, ",'s")] || bodies[w] {
			return true
		}
	}
	return false
}

// place adds the state of a place.
func (r *resolver) place(mention string) {
	name := strings.TrimSuffix(strings.TrimSuffix(straightened(strings.TrimSpace(mention)), "'s"), ",")
	places := r.known.Places(name)
	for i, p := range places {
		confidence := 0.7
		if p.People < 100 && p.People > 0 {
			confidence = 0.5
		}
		switch {
		case r.inPlay(p.State):
			confidence += 0.15
		case i > 0:
			confidence *= 0.5
		}
		r.add(Candidate{ID: p.State, Name: p.Name, Kind: parley.State, Of: p.State, Confidence: confidence, Reasons: []Reason{{ByPlace, p.Name}}})
		if i == 3 {
			return
		}
	}
}

// inside looks for a name among the words of a mention that is none: "members of
// the SANDF", "Minsk police station".
func (r *resolver) inside(mention string) {
	words := strings.Fields(straightened(mention))
	for at := range words {
		if e, match, n := r.known.nameAt(words, at); n > 0 && at+n <= len(words) && (match != Capital || n < len(words)) {
			c := r.entry(e, 0.55, "")
			c.Reasons = []Reason{{ByMentioned, e.Name}}
			r.add(c)
			return
		}
	}
	whole := isName(mention)
	for at := range words {
		if at > 0 && whole {
			return // The last word of a name is a family's, as a rule, and no city.
		}
		if _, upper := cleaned(words[at]); !upper {
			continue
		}
		for n := min(3, len(words)-at); n > 0; n-- {
			if places := r.known.Places(strings.Trim(strings.Join(words[at:at+n], " "), ",.")); len(places) > 0 && (places[0].People >= 100 || places[0].People == 0) {
				c := Candidate{ID: places[0].State, Name: places[0].Name, Kind: parley.State, Of: places[0].State, Confidence: 0.45}
				c.Reasons = []Reason{{ByPlace, places[0].Name}, {ByMentioned, places[0].Name}}
				r.add(c)
				return
			}
		}
	}
}
