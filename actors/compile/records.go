package main

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"parley/actors"
)

// record is a tenure on its way into the table.
type record struct {
	of, office string
	title      actors.Title
	person     *person
	from, to   string
	seen       string
	source     string
}

// person is one holder of offices.
type person struct {
	id, name string
	home     string // state or organisation that the person was first found with
	aliases  []string
	order    int // of first mention; after writing, the number in the table
}

// compilation gathers the records.
type compilation struct {
	known   *actors.Known
	records []*record
	people  []*person
	byID    map[string]*person
	byName  map[string][]*person // by the soft form of each name
	byFold  map[string][]*person // by state and the sorted folded words of each name
	seats   map[seat][]*record
	ordered bool                // whether the source writes given and family names in their usual order
	members map[*person]*record // the last time of a person in a government, from the dictionary
	sourced map[*person]bool    // people of whose offices more is known than that they were in a government
}

// seat is an office regardless of the words in which a source names it.
type seat struct {
	of    string
	title actors.Title
}

func newCompilation(known *actors.Known) *compilation {
	return &compilation{known: known, byID: map[string]*person{}, byName: map[string][]*person{}, byFold: map[string][]*person{}, seats: map[seat][]*record{}, sourced: map[*person]bool{}, members: map[*person]*record{}}
}

// seat returns the seat of a record. An acting holder has the same seat as another.
func (r *record) seat() seat {
	t := r.title
	t.Acting, t.Former = false, false
	if t.Rank == actors.Other || t.Field == "" && t.Rank == actors.Minister {
		t.Field = actors.Soft(r.office)
	}
	return seat{r.of, t}
}

// who finds or makes the person with a name. An id decides; else the name does,
// where the state is the same or only one person bears it.
func (c *compilation) who(id, name, home string) *person {
	if p := c.byID[id]; p != nil && id != "" {
		c.name(p, name)
		return p
	}
	if p := c.same(id, name, home); p != nil {
		if id != "" {
			p.id = id
			c.byID[id] = p
		}
		c.name(p, name)
		return p
	}
	p := &person{id: id, name: name, home: home, order: len(c.people)}
	c.people = append(c.people, p)
	if id != "" {
		c.byID[id] = p
	}
	c.index(p, name)
	return p
}

// same finds a person already known under a name. Two Wikidata items are two people.
func (c *compilation) same(id, name, home string) *person {
	free := func(list []*person) []*person {
		return slices.DeleteFunc(slices.Clone(list), func(p *person) bool { return id != "" && strings.HasPrefix(p.id, "Q") })
	}
	at := free(c.byFold[home+" "+sortedFold(name)])
	if i := slices.IndexFunc(at, func(p *person) bool { return inOrder(name, p) || !c.ordered }); i >= 0 {
		return at[i]
	}
	if soft := actors.Soft(name); strings.Contains(soft, " ") && !regnal(soft) {
		if all := free(c.byName[soft]); len(all) == 1 {
			return all[0]
		}
	}
	return nil
}

// inOrder reports whether a person has the name with its words in the same order.
func inOrder(name string, p *person) bool {
	return slices.ContainsFunc(append([]string{p.name}, p.aliases...), func(n string) bool { return actors.Fold(n) == actors.Fold(name) })
}

// regnal reports whether a name is that of a monarch, which several states have.
func regnal(soft string) bool {
	last := soft[strings.LastIndexByte(soft, ' ')+1:]
	return strings.Trim(last, "ivx") == ""
}

// name adds a name to a person.
func (c *compilation) name(p *person, name string) {
	if name == p.name || slices.Contains(p.aliases, name) {
		return
	}
	if actors.Soft(name) != actors.Soft(p.name) {
		p.aliases = append(p.aliases, name)
	}
	c.index(p, name)
}

// index lets a name lead to a person.
func (c *compilation) index(p *person, name string) {
	add := func(m map[string][]*person, key string) {
		if !slices.Contains(m[key], p) {
			m[key] = append(m[key], p)
		}
	}
	add(c.byName, actors.Soft(name))
	add(c.byFold, p.home+" "+sortedFold(name))
}

// sortedFold returns the folded words of a name in alphabetical order, since
// sources order family and given names differently.
func sortedFold(name string) string {
	words := strings.Fields(actors.Fold(name))
	slices.Sort(words)
	return strings.Join(words, " ")
}

// add adds a tenure from a source of less authority than those before it, unless
// it says what is known already: that one person holds one seat at one time.
func (c *compilation) add(r *record, id, name string) {
	if !overlaps(r, "2000") {
		return
	}
	for _, other := range c.seats[r.seat()] {
		if together(r, other) && !otherItem(id, other.person) && (alike(name, other.person) || sameStart(r, other) && akin(name, other.person)) {
			c.adopt(other.person, id, name)
			return
		}
	}
	if c.contradicted(r) {
		return
	}
	r.person = c.who(id, name, r.of)
	for _, other := range c.seats[r.seat()] {
		if other.person == r.person && together(r, other) {
			return
		}
	}
	c.keep(r)
}

// keep puts a record into the table.
func (c *compilation) keep(r *record) {
	c.records = append(c.records, r)
	c.seats[r.seat()] = append(c.seats[r.seat()], r)
	c.sourced[r.person] = c.sourced[r.person] || r.title.Rank != actors.MemberRank
}

// contradicted reports whether the hand-kept tables have someone else in the seat
// in the middle of a tenure of more than two months, where one alone can sit in
// it: lists take deputies and officials of the same ministry for its ministers.
func (c *compilation) contradicted(r *record) bool {
	from, to := approximate(r.from), approximate(r.to)
	if from.IsZero() || to.Sub(from) < 60*24*time.Hour || !r.title.Single() || r.title.Rank == actors.Head {
		return false
	}
	middle := from.Add(to.Sub(from) / 2).Format(time.DateOnly)
	return slices.ContainsFunc(c.seats[r.seat()], func(other *record) bool {
		return other.source == "editor" && other.from <= middle && (other.to == "" || middle < other.to)
	})
}

// approximate returns a day in the year or month of a day of which no more is
// known, and the zero time for none.
func approximate(day string) time.Time {
	switch len(day) {
	case len("2006"):
		day += "-07-01"
	case len("2006-01"):
		day += "-15"
	}
	t, _ := time.Parse(time.DateOnly, day) // What is no day counts as none.
	return t
}

// otherItem reports whether the person is another Wikidata item than the id.
func otherItem(id string, p *person) bool {
	return id != "" && strings.HasPrefix(p.id, "Q") && p.id != id
}

// adopt gives a person the id and name of another source.
func (c *compilation) adopt(p *person, id, name string) {
	if p.id == "" && id != "" && c.byID[id] == nil {
		p.id = id
		c.byID[id] = p
	}
	if p.id == id && id != "" || sortedFold(name) != sortedFold(p.name) {
		c.name(p, name)
	}
}

// overlaps reports whether a record reaches into a year or a later one.
func overlaps(r *record, year string) bool {
	return r.to == "" || r.to[:4] >= year
}

// together reports whether two records share a day, as far as is known.
func together(a, b *record) bool {
	aFrom, aTo := a.bounds()
	bFrom, bTo := b.bounds()
	return !before(aTo, bFrom) && !before(bTo, aFrom)
}

// bounds returns the first and last day of a record, far days for unknown ones.
func (r *record) bounds() (from, to string) {
	if r.seen != "" {
		return r.seen, r.seen
	}
	return cmp.Or(r.from, "0000"), cmp.Or(r.to, "9999")
}

// before reports whether a day is before another in what both tell.
func before(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}

// alike reports whether a name can be that of someone who holds the same seat at
// the same time: all words of one of the names are in the other, or their last.
func alike(name string, p *person) bool {
	words := strings.Fields(actors.Fold(name))
	for _, n := range append([]string{p.name}, p.aliases...) {
		others := strings.Fields(actors.Fold(n))
		if contains(words, others) || contains(others, words) || len(words) > 0 && len(others) > 0 && words[len(words)-1] == others[len(others)-1] && words[0][0] == others[0][0] {
			return true
		}
	}
	return false
}

// sameStart reports whether two tenures began on one day, or on days that may be
// one as far as is known.
func sameStart(a, b *record) bool {
	n := min(len(a.from), len(b.from), len("2006-01"))
	return n > 0 && a.from[:n] == b.from[:n]
}

// akin reports whether a name can be another spelling of someone's who came into
// the same seat at the same time: they begin alike or have two words in common.
func akin(name string, p *person) bool {
	words := strings.Fields(actors.Fold(name))
	for _, n := range append([]string{p.name}, p.aliases...) {
		others := strings.Fields(actors.Fold(n))
		common := 0
		for i, w := range words {
			if slices.Contains(others, w) && slices.Index(words, w) == i {
				common++
			}
		}
		if common > 1 || len(words) > 0 && len(others) > 0 && words[0] == others[0] {
			return true
		}
	}
	return false
}

// contains reports whether all words are among those of a list.
func contains(list, words []string) bool {
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(list, w) })
}

// close ends tenures without an end where someone else has the seat later, if
// one alone can sit in it.
func (c *compilation) close() {
	for _, list := range c.seats {
		if !list[0].title.Single() {
			continue
		}
		for _, r := range list {
			if r.to != "" || r.seen != "" {
				continue
			}
			for _, next := range list {
				if next.person != r.person && next.from > r.from && next.seen == "" && (r.to == "" || next.from < r.to) {
					r.to = next.from
				}
			}
		}
	}
}
