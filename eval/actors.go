package eval

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parley"
)

// stopWords are left out when names are compared.
var stopWords = wordSet("the a an of for and in to its his her their s")

// stateNames gives, by ISO 3166 code, the names under which texts call a state.
var stateNames = map[string]string{
	"USA": "united states|u.s|us|usa|america|washington", "RUS": "russia|moscow|russian federation",
	"GBR": "united kingdom|uk|britain|great britain|london|england", "SYR": "syria|damascus|syrian government",
	"IRN": "iran|tehran", "CHN": "china|beijing", "FRA": "france|paris", "DEU": "germany|berlin",
	"TUR": "turkey|ankara", "ISR": "israel|jerusalem", "SAU": "saudi arabia|riyadh", "UKR": "ukraine|kyiv|kiev",
	"EGY": "egypt|cairo", "LBY": "libya|tripoli", "IRQ": "iraq|baghdad", "AFG": "afghanistan|kabul",
	"PAK": "pakistan|islamabad", "KOR": "south korea|seoul", "PRK": "north korea|dprk|pyongyang", "JPN": "japan|tokyo",
	"IND": "india|new delhi", "QAT": "qatar|doha", "GEO": "georgia|tbilisi", "ZWE": "zimbabwe|harare", "HKG": "hong kong",
}

// stateOf gives the code of each name of a state.
var stateOf = codesByName(stateNames)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

func codesByName(names map[string]string) map[string]string {
	codes := map[string]string{}
	for code, list := range names {
		for name := range strings.SplitSeq(list, "|") {
			codes[name] = code
		}
	}
	return codes
}

// nameWords returns the words of a name that matter when names are compared:
// without accents, in lower case, without articles and the like.
func nameWords(name string) []string {
	plain := strings.Map(asciiLower, norm.NFKD.String(name))
	plain = strings.ReplaceAll(plain, "'s", "")
	words := strings.FieldsFunc(plain, func(r rune) bool {
		return r != '.' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
	})
	return slices.DeleteFunc(words, func(w string) bool { return stopWords[w] })
}

// asciiLower drops what is not ASCII and lowers the rest.
func asciiLower(r rune) rune {
	if r > unicode.MaxASCII {
		return -1
	}
	return unicode.ToLower(r)
}

// identity is what one actor can be recognised by in another reading.
type identity struct {
	keys  map[string]bool // ids, whole names and surnames, each with its sort before it
	names [][]string      // the word sets of the names of what is no person, sorted
}

// cast is the actors of one reading.
type cast struct {
	byID map[string]parley.Actor
	seen map[string]identity // identities that were asked for before
}

func newCast(actors []parley.Actor) *cast {
	c := &cast{byID: map[string]parley.Actor{}, seen: map[string]identity{}}
	for _, a := range actors {
		c.byID[a.ID] = a
	}
	return c
}

// party returns the actor for whom the given one stands: the last that it belongs to.
func (c *cast) party(id string) string {
	seen := map[string]bool{}
	for c.byID[id].Of != "" && !seen[id] {
		seen[id] = true
		id = c.byID[id].Of
	}
	return id
}

// identity returns what the actor can be recognised by. An id that no actor has
// is taken for a person's name.
func (c *cast) identity(id string) identity {
	if known, ok := c.seen[id]; ok {
		return known
	}
	a, ok := c.byID[id]
	if !ok {
		a = parley.Actor{Name: id, Kind: parley.Person}
	}
	who := identity{keys: map[string]bool{"id " + id: true}}
	who.addName(a.Name, a.Kind)
	for _, alias := range a.Aliases {
		who.addName(alias, a.Kind)
	}
	c.seen[id] = who
	return who
}

// addName adds what a name tells: the state, the whole name, and a person's
// surname or another actor's set of words.
func (who *identity) addName(name string, kind parley.ActorKind) {
	words := nameWords(name)
	if len(words) == 0 {
		return
	}
	whole := strings.Join(words, " ")
	if code, ok := stateOf[strings.Trim(whole, ".")]; ok {
		who.keys["id "+code] = true
	}
	who.keys["name "+whole] = true
	if kind == parley.Person {
		who.keys["surname "+words[len(words)-1]] = true
		return
	}
	slices.Sort(words)
	who.names = append(who.names, slices.Compact(words))
}

// same reports whether two identities can be those of one actor: a key in
// common, or names of which half of all words are common.
func (who identity) same(other identity) bool {
	for k := range who.keys {
		if other.keys[k] {
			return true
		}
	}
	for _, a := range who.names {
		for _, b := range other.names {
			common := common(a, b)
			if float64(common)/float64(len(a)+len(b)-common) >= 0.5 {
				return true
			}
		}
	}
	return false
}

// common counts the elements that two sorted sets share.
func common[T string | int](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
