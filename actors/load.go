package actors

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"parley"
)

//go:embed states.tsv
var statesTable string

//go:embed organisations.tsv
var organisationsTable string

//go:embed outlets.tsv
var outletsTable string

// usual is the state that a name with several meanings stands for where nothing
// else is known. Every name with several meanings is listed here.
var usual = map[string]string{
	"congolese": "COD",
	"dominican": "DOM",
}

// Load reads the embedded tables. It takes some milliseconds and is called once
// by whoever needs them.
func Load() (*Known, error) {
	k, err := LoadNames()
	if err != nil {
		return nil, err
	}
	if k.held, err = readHolders(holdersTable); err != nil {
		return nil, fmt.Errorf("load table of office holders: %w", err)
	}
	return k, nil
}

// LoadNames reads the tables of states, organisations and outlets only, without
// who holds which office.
func LoadNames() (*Known, error) {
	k := &Known{
		entries: map[string]Entry{}, states: map[string][]State{}, adjectives: map[string]string{},
		organisations: map[string]Entry{}, outlets: map[string]Entry{}, ledBy: map[string]Rank{}, codes: map[string]Codes{},
		homes: map[string]string{}, sorts: map[string]string{}, owners: map[string]Ownership{}, zones: map[string]string{}, held: &held{},
	}
	k.held.index()
	k.places = sync.OnceValue(readPlaces)
	for _, step := range []struct {
		name, table string
		columns     int
		add         func([]string) error
	}{
		{"states", statesTable, 11, k.addState},
		{"organisations", organisationsTable, 7, k.addOrganisation},
		{"outlets", outletsTable, 7, k.addOutlet},
		{"zones", zonesTable, 2, k.addZone},
	} {
		if err := eachRow(step.table, step.columns, step.add); err != nil {
			return nil, fmt.Errorf("load table of %s: %w", step.name, err)
		}
	}
	k.firsts = map[string]int{}
	for name := range k.states {
		k.first(name)
	}
	for name := range k.organisations {
		k.first(name)
	}
	for name := range k.outlets {
		k.first(name)
	}
	return k, nil
}

// first lists the first word of a name with the number of words.
func (k *Known) first(name string) {
	word, _, _ := strings.Cut(name, " ")
	word = firstWord(word)
	k.firsts[word] = max(k.firsts[word], 1+strings.Count(name, " "))
}

// eachRow calls add with the columns of each line that is no comment.
func eachRow(table string, columns int, add func([]string) error) error {
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			return fmt.Errorf("line %d has %d columns, not %d: %w", n, len(row), columns, parley.ErrDamaged)
		}
		if err := add(row); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return nil
}

// addState adds a row of the table of states.
func (k *Known) addState(row []string) error {
	e := Entry{ID: row[0], Name: row[1], Kind: parley.State}
	if err := k.enter(e); err != nil {
		return err
	}
	k.adjectives[e.ID], _, _ = strings.Cut(row[4], ";")
	if !IsRank(Rank(row[10])) {
		return fmt.Errorf("%s is led by a %q: %w", e.ID, row[10], parley.ErrDamaged)
	}
	k.ledBy[e.ID] = Rank(row[10])
	k.codes[e.ID] = Codes{ISO3: e.ID, ISO2: row[8], CAMEO: row[9]}
	for i, match := range []Match{Common, Official, Alias, Adjective, Demonym, Capital, Metonym} {
		for _, name := range values(row[i+1]) {
			if err := k.nameState(name, State{e, match}); err != nil {
				return err
			}
		}
	}
	return nil
}

// nameState lets a name stand for a state. The first sort of name stays where
// one state has a name twice ("Philippine", adjective and not demonym).
func (k *Known) nameState(name string, s State) error {
	at := key(name)
	for _, other := range k.states[at] {
		if other.ID == s.ID {
			return nil
		}
	}
	id, listed := usual[at]
	switch all := k.states[at]; {
	case len(all) > 0 && !listed:
		return fmt.Errorf("%q is %s and %s, and not listed as ambiguous: %w", name, all[0].ID, s.ID, parley.ErrDamaged)
	case id == s.ID:
		k.states[at] = append([]State{s}, all...)
	default:
		k.states[at] = append(all, s)
	}
	return nil
}

// addOrganisation adds a row of the table of organisations.
func (k *Known) addOrganisation(row []string) error {
	e := Entry{ID: row[0], Name: row[1], Kind: parley.ActorKind(row[2]), Of: row[3]}
	if err := k.enter(e); err != nil {
		return err
	}
	if row[5] != "" {
		k.homes[e.ID] = row[5]
	}
	if row[6] != "" {
		k.sorts[e.ID] = row[6]
	}
	return name(k.organisations, e, row[4])
}

// addOutlet adds a row of the table of outlets.
func (k *Known) addOutlet(row []string) error {
	e := Entry{ID: row[0], Name: row[1], Kind: parley.Outlet, Of: row[2]}
	if err := k.enter(e); err != nil {
		return err
	}
	k.owners[e.ID] = Ownership{Country: row[4], Owner: row[5], Control: Control(row[6])}
	return name(k.outlets, e, row[3])
}

// enter adds an entry under its id, which no other may have.
func (k *Known) enter(e Entry) error {
	if other, taken := k.entries[e.ID]; taken {
		return fmt.Errorf("id %s is both %q and %q: %w", e.ID, other.Name, e.Name, parley.ErrDamaged)
	}
	k.entries[e.ID] = e
	return nil
}

// name lets an entry's own name and the others listed stand for it.
func name(table map[string]Entry, e Entry, others string) error {
	for _, n := range append(values(others), e.Name) {
		at := key(n)
		if other, taken := table[at]; taken && other.ID != e.ID {
			return fmt.Errorf("%q is %s and %s: %w", n, other.ID, e.ID, parley.ErrDamaged)
		}
		table[at] = e
	}
	return nil
}

// values cuts a column at its semicolons.
func values(column string) []string {
	if column == "" {
		return nil
	}
	return strings.Split(column, ";")
}
