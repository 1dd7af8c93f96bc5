// Package actors knows who is who: the states of the world with the names,
// adjectives, capitals and metonyms by which news calls them, and the
// organisations, bodies, armed groups and news outlets that it names without
// explaining them.
//
// In flow the names that a text uses; out flow entries, so that "Tehran",
// "the Iranian side" and "the Islamic Republic of Iran" can meet in one actor.
// The tables are facts, embedded as tab-separated files that a person can read.
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

// find looks a name up: as it is written first, which only acronyms match, then
// without regard to case, so that "IRAN" in a headline is Iran but "us" is not
// the United States. A word wholly in lower case ("turkey") is no name.
func find[T any](table map[string]T, name string) T {
	clean, upper := cleaned(name)
	if e, ok := table[clean]; ok && acronym(clean) {
		return e
	}
	if !upper {
		var none T
		return none
	}
	return table[strings.ToLower(clean)]
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
	words := strings.Fields(straight.Replace(name))
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
