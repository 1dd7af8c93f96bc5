package actors

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"parley"
)

// holdersTable is who held which office when, compiled by actors/compile from
// the sources that its first lines name.
//
//	S	source	as of	licence	what it is
//	P	person's id	name	other names
//	O	of	rank	d (deputy)	field	to	name of the office
//	T	number of the person, from 0	from	to	seen	source     (a tenure of the office above)
//
//go:embed holders.txt
var holdersTable string

// Source is where a fact of the tables is from.
type Source struct {
	Key, AsOf, Licence, Name string
}

// span is a tenure as the tables keep it.
type span struct {
	person, office int32
	from, to, seen string
	source         uint8
}

// held is who held which office when, ready for look-up.
type held struct {
	sources    []Source
	people     []Person
	offices    []Office
	spans      []span
	byOffice   [][]int32 // numbers of spans
	byPerson   [][]int32
	officesOf  map[string][]int32
	allOffices []int32
	ids        map[string]int32
	names      func() *names // made when the first name is looked up
}

// Sources returns where the facts on office holders are from.
func (k *Known) Sources() []Source { return k.held.sources }

// tenure returns a tenure with its person and office.
func (k *Known) tenure(i int32) Tenure {
	s := &k.held.spans[i]
	from := k.held.sources[s.source]
	return Tenure{Person: k.held.people[s.person], Office: k.held.offices[s.office], From: s.from, To: s.to, Seen: s.seen, Source: from.Key, AsOf: from.AsOf}
}

// covers tells how surely a tenure covers a day.
func (h *held) covers(i int32, day string) Certainty {
	s := &h.spans[i]
	return covers(s.from, s.to, s.seen, h.sources[s.source].AsOf, day)
}

// readHolders reads the compiled table.
func readHolders(table string) (*held, error) {
	h := &held{}
	h.people = make([]Person, 0, strings.Count(table, "\nP\t"))
	h.spans = make([]span, 0, strings.Count(table, "\nT\t"))
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := h.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	h.index()
	return h, nil
}

// line reads one line of the compiled table.
func (h *held) line(line string) error {
	var c [7]string
	n := columns(line, c[:])
	switch {
	case c[0] == "S" && n == 5:
		h.sources = append(h.sources, Source{c[1], c[2], c[3], c[4]})
	case c[0] == "P" && n == 4:
		h.people = append(h.people, Person{ID: c[1], Name: c[2], Aliases: values(c[3])})
	case c[0] == "O" && n == 7:
		o := Office{Of: c[1], Name: c[6], Title: Title{Rank: Rank(c[2]), Deputy: c[3] == "d", Field: c[4], To: c[5]}}
		h.offices = append(h.offices, o)
	case c[0] == "T" && n == 6:
		return h.span(c[:])
	default:
		return fmt.Errorf("%q is no line of the table: %w", line, parley.ErrDamaged)
	}
	return nil
}

// columns cuts a line at its tabs into c and returns how many columns it has.
func columns(line string, c []string) int {
	for n := range c {
		var more bool
		if c[n], line, more = strings.Cut(line, "\t"); !more {
			return n + 1
		}
	}
	return len(c) + 1
}

// span adds a tenure of the last office.
func (h *held) span(c []string) error {
	who, err := strconv.Atoi(c[1])
	if err != nil || who < 0 || who >= len(h.people) || len(h.offices) == 0 {
		return fmt.Errorf("tenure of person %q: %w", c[1], parley.ErrDamaged)
	}
	for i, s := range h.sources {
		if s.Key == c[5] {
			h.spans = append(h.spans, span{int32(who), int32(len(h.offices) - 1), c[2], c[3], c[4], uint8(i)})
			return nil
		}
	}
	return fmt.Errorf("source %q is not listed: %w", c[5], parley.ErrDamaged)
}

// index makes what look-up needs out of the lists.
func (h *held) index() {
	h.byOffice, h.byPerson = make([][]int32, len(h.offices)), make([][]int32, len(h.people))
	h.ids = make(map[string]int32, len(h.people))
	h.officesOf, h.allOffices = map[string][]int32{}, make([]int32, 0, len(h.offices))
	for i := range h.people {
		h.ids[h.people[i].ID] = int32(i)
	}
	for i := range h.offices {
		of := h.offices[i].Of
		h.officesOf[of] = append(h.officesOf[of], int32(i))
		h.allOffices = append(h.allOffices, int32(i))
	}
	for i, s := range h.spans {
		h.byOffice[s.office] = append(h.byOffice[s.office], int32(i))
		h.byPerson[s.person] = append(h.byPerson[s.person], int32(i))
	}
	h.names = sync.OnceValue(h.readNames)
}
