package actors

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
)

//go:embed places.tsv
var placesTable string

//go:embed placenames.tsv
var placeNamesTable string

// Place is a city or a region of a state.
type Place struct {
	Name   string // as GeoNames has it
	State  string // id of its state
	People int    // thousands of inhabitants; 0 for a region
}

// placeIndex finds places by the soft form of their names. The places of one
// name are a chain.
type placeIndex struct {
	places []Place
	first  map[string]int32
	next   []int32 // the next place of the name, or -1
}

// readPlaces indexes the places. Both tables are checked by a test, so that no
// error can be met here.
func readPlaces() *placeIndex {
	n := strings.Count(placesTable, "\n")
	x := &placeIndex{first: make(map[string]int32, n), places: make([]Place, 0, n), next: make([]int32, 0, n)}
	var soft []byte
	for _, table := range []string{placesTable, placeNamesTable} {
		for line := range strings.Lines(table) {
			var c [3]string
			if line[0] == '#' || columns(strings.TrimSuffix(line, "\n"), c[:]) != 3 {
				continue
			}
			people, _ := strconv.Atoi(c[2]) // A region has "r", which is no number.
			p := Place{Name: c[0], State: c[1], People: people}
			if table == placeNamesTable {
				p = Place{Name: c[1], State: c[2], People: famous}
			}
			soft = appendSoft(soft[:0], c[0])
			x.add(soft, p)
		}
	}
	return x
}

// add adds a place under a name.
func (x *placeIndex) add(name []byte, p Place) {
	at := int32(len(x.places))
	before, ok := x.first[string(name)]
	if !ok {
		before = -1
	}
	x.places, x.next = append(x.places, p), append(x.next, before)
	x.first[string(name)] = at
}

// named returns the places of a name, the largest first.
func (x *placeIndex) named(name string) []Place {
	var out []Place
	at, ok := x.first[name]
	for ok && at >= 0 {
		out = append(out, x.places[at])
		at = x.next[at]
	}
	slices.SortStableFunc(out, func(a, b Place) int { return b.People - a.People })
	return out
}

// famous ranks the places of the hand-kept table before all others of the name.
const famous = 100_000

// Places finds the places with a name, the largest first. A name wholly in
// lower case is that of no place.
func (k *Known) Places(name string) []Place {
	if _, upper := cleaned(name); !upper {
		return nil
	}
	soft := Soft(name)
	found := k.places().named(soft)
	for _, suffix := range []string{" province", " governorate", " region", " district", " oblast", " state", " city"} {
		if bare, ok := strings.CutSuffix(soft, suffix); ok && len(found) == 0 {
			found = k.places().named(bare)
		}
	}
	return found
}
