// Package actors knows who is who: the states of the world with the names,
// adjectives, capitals and metonyms by which news calls them; the organisations,
// bodies, armed groups and news outlets that it names without explaining them;
// the places with their states; and who held which office from when to when.
//
// In flow the names, titles and phrases that a text uses, with its day; out flow
// entries, people and candidates with reasons, so that "Tehran", "the Iranian side"
// and "the Islamic Republic of Iran" can meet in one actor, and "the Russian foreign
// minister" is whoever held that office on the day. Resolve answers a phrase,
// Holder and Offices an office or a person, Check a role that a text gives; With
// adds a user's own facts.
//
// The tables are facts, embedded as tab-separated files that a person can read.
// holders.txt is made by actors/compile from public lists and the hand-kept tables
// beside it; each tenure names its source. What the tables do not say is unknown,
// and the answer to that is none.
package actors

import (
	"iter"
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley"
)

// Entry is an actor of the tables.
type Entry struct {
	ID   string // ISO 3166-1 alpha-3 for states, else a short key such as "UN"
	Name string
	Kind parley.ActorKind
	Of   string // id of the state or organisation that it belongs to, or empty
}

// Match says by which sort of name an entry was found.
type Match uint8

// The sorts of name, the surest first.
const (
	Common    Match = iota // the usual name: "Iran"
	Official               // "Islamic Republic of Iran"
	Alias                  // another name, or an acronym
	Adjective              // "Iranian"
	Demonym                // a name of its people: "Iranians"
	Capital                // "Tehran", which may be the city or the government
	Metonym                // a seat of government: "the Kremlin"
)

// String names the sort in one lower-case word.
func (m Match) String() string {
	return [...]string{"common", "official", "alias", "adjective", "demonym", "capital", "metonym"}[min(m, Metonym)]
}

// State is a state as a name found it.
type State struct {
	Entry
	Match Match
}

// Known is the tables, ready for look-up. It is never changed after Load and
// may be shared by goroutines.
type Known struct {
	entries       map[string]Entry
	states        map[string][]State // by key; several where a name has several meanings
	organisations map[string]Entry
	outlets       map[string]Entry
	adjectives    map[string]string // the usual adjective of each state, by id
	ledBy         map[string]Rank   // the rank of him who leads a state, by its id
	codes         map[string]Codes  // of states, by id
	homes         map[string]string // the state that an organisation is of or in, by its id
	sorts         map[string]string // militia or crime, of armed groups that are no rebels
	owners        map[string]Ownership
	zones         map[string]string // of the clocks of a state's press, by its id
	firsts        map[string]int    // the most words of a name, by its first word in lower case
	held          *held
	places        func() *placeIndex // made when the first place is looked up
}

// State finds the state that a name, adjective, demonym, capital or metonym
// stands for, with the sort of the name. Where a name has several meanings it
// returns the usual one; States returns all.
func (k *Known) State(name string) (State, bool) {
	all := k.States(name)
	if len(all) == 0 {
		return State{}, false
	}
	return all[0], true
}

// States returns every state that a name can stand for, the usual one first.
func (k *Known) States(name string) []State { return find(k.states, name) }

// Organisation finds an organisation, body of a state, armed group or other
// group by any of its names.
func (k *Known) Organisation(name string) (Entry, bool) {
	e := find(k.organisations, name)
	return e, e.ID != ""
}

// Outlet finds a news outlet by any of its names.
func (k *Known) Outlet(name string) (Entry, bool) {
	e := find(k.outlets, name)
	return e, e.ID != ""
}

// Find finds a name in all the tables: states first, then organisations, then outlets.
func (k *Known) Find(name string) (Entry, bool) {
	if s, ok := k.State(name); ok {
		return s.Entry, true
	}
	if e, ok := k.Organisation(name); ok {
		return e, true
	}
	return k.Outlet(name)
}

// ByID returns the entry with an id.
func (k *Known) ByID(id string) (Entry, bool) {
	e, ok := k.entries[id]
	return e, ok
}

// Entries yields all entries of the tables, in no order.
func (k *Known) Entries() iter.Seq[Entry] { return maps.Values(k.entries) }

// Adjective returns the usual adjective of the state with an id ("Iranian"), or "".
func (k *Known) Adjective(id string) string { return k.adjectives[id] }

// Codes are the codes of a state.
type Codes struct {
	ISO3, ISO2 string // ISO 3166-1
	CAMEO      string // of the Conflict and Mediation Event Observations
}

// Codes returns the codes of the state with an id.
func (k *Known) Codes(id string) (Codes, bool) {
	c, ok := k.codes[id]
	return c, ok
}

// Control says who decides what a news outlet says.
type Control string

// The controls.
const (
	StateControl Control = "state"   // the government
	PublicMedia  Control = "public"  // an editor whom the public pays, free as a rule
	PrivateMedia Control = "private" // a private owner, or its staff
)

// Ownership is where a news outlet is and whose it is.
type Ownership struct {
	Country string // id of the state where it is, or empty
	Owner   string // where known and no state
	Control Control
}

// Ownership returns whose the outlet with an id is.
func (k *Known) Ownership(id string) (Ownership, bool) {
	o, ok := k.owners[id]
	return o, ok
}

// Militia reports whether an armed group fights on the side of a government or of
// a people in its place, and not against one.
func (k *Known) Militia(id string) bool { return k.sorts[id] == "militia" }

// Criminal reports whether an armed group lives by crime.
func (k *Known) Criminal(id string) bool { return k.sorts[id] == "crime" }

// Home returns the id of the state that an actor is, belongs to, lives in or
// fights in, or "" where there is none or there are several.
func (k *Known) Home(id string) string {
	for range 4 { // Nothing belongs through more than a few.
		e := k.entries[id]
		switch home := k.homes[id]; {
		case e.Kind == parley.State:
			return id
		case home != "":
			return home
		case e.Of != "":
			id = e.Of
		default:
			return k.owners[id].Country
		}
	}
	return ""
}

// find looks a name up: as it is written first, which only acronyms match, then
// without regard to case, so that "IRAN" in a headline is Iran but "us" is not
// the United States. A word wholly in lower case ("turkey") is no name.
func find[T any](table map[string]T, name string) T { return findKey(table, lookupKey(name)) }

// nameKey is a name made ready for look-up.
type nameKey struct {
	acronym, lower string // empty where the name can be none
}

// lookupKey makes a name ready for look-up.
func lookupKey(name string) nameKey {
	clean, upper := cleaned(name)
	var k nameKey
	if acronym(clean) {
		k.acronym = clean
	}
	if upper {
		k.lower = strings.ToLower(clean)
	}
	return k
}

// findKey looks a name up that was made ready.
func findKey[T any](table map[string]T, k nameKey) T {
	if k.acronym != "" {
		if e, ok := table[k.acronym]; ok {
			return e
		}
	}
	if k.lower == "" {
		var none T
		return none
	}
	return table[k.lower]
}

// key returns the form under which a name stands in a table: acronyms in upper
// case, other names in lower case.
func key(name string) string {
	clean, _ := cleaned(name)
	if acronym(clean) {
		return clean
	}
	return strings.ToLower(clean)
}

// longestName bounds what is looked up; no name of the tables is longer in bytes.
const longestName = 120

// cleaned drops a leading article, a possessive ending and the points of
// acronyms, makes apostrophes straight and white space single. It also reports
// whether the name has an upper-case letter.
func cleaned(name string) (string, bool) {
	if len(name) > longestName {
		return "", false
	}
	words := strings.Fields(straightened(name))
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	for i, w := range words {
		words[i] = withoutPoints(strings.TrimSuffix(w, "'s"))
	}
	clean := strings.Join(words, " ")
	return clean, strings.IndexFunc(clean, unicode.IsUpper) >= 0
}

// straight makes typographic apostrophes and hyphens plain.
var straight = strings.NewReplacer("’", "'", "ʼ", "'", "‐", "-", "‑", "-")

// straightened is straight on a text that mostly needs none of it.
func straightened(text string) string {
	if ascii(text) {
		return text
	}
	return straight.Replace(text)
}

// withoutPoints drops the points of an acronym: "U.S." is "US". Other words keep theirs.
func withoutPoints(w string) string {
	for i, r := range w {
		if i%2 == 1 && r != '.' || i%2 == 0 && !unicode.IsUpper(r) || r >= utf8.RuneSelf {
			return w
		}
	}
	return strings.ReplaceAll(w, ".", "")
}

// acronym reports whether a clean name is one word of up to six capitals and digits.
func acronym(clean string) bool {
	if len(clean) < 2 || len(clean) > 6 {
		return false
	}
	for i := range len(clean) {
		if c := clean[i]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != '+' {
			return false
		}
	}
	return true
}
