package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/actors"
)

// table writes the compiled table: sources, people, then each office with its tenures.
func (c *compilation) table() []byte {
	var b bytes.Buffer
	fmt.Fprintln(&b, "# Who held which office when. Made by actors/compile; edit the tables there, not this one.")
	for _, s := range sources {
		fmt.Fprintf(&b, "S\t%s\t%s\t%s\t%s\n", s.Key, s.AsOf, s.Licence, s.Name)
	}
	c.number()
	for _, p := range c.people {
		fmt.Fprintf(&b, "P\t%s\t%s\t%s\n", p.id, clean(p.name), clean(strings.Join(p.aliases, ";")))
	}
	c.offices(&b)
	return b.Bytes()
}

// clean keeps tabs and line ends out of a column.
func clean(text string) string { return strings.Join(strings.Fields(text), " ") }

// number drops people without a tenure, gives the others ids, and orders them.
func (c *compilation) number() {
	holds := map[*person]bool{}
	for _, r := range c.records {
		holds[r.person] = true
	}
	c.people = slices.DeleteFunc(c.people, func(p *person) bool { return !holds[p] })
	taken := map[string]int{}
	for _, p := range c.people {
		if p.id != "" {
			continue
		}
		id := strings.ToLower(p.home) + "-" + strings.ReplaceAll(actors.Soft(p.name), " ", "-")
		if taken[id]++; taken[id] > 1 {
			id = fmt.Sprintf("%s-%d", id, taken[id])
		}
		p.id = id
	}
	slices.SortStableFunc(c.people, func(a, b *person) int { return strings.Compare(a.id, b.id) })
	for i, p := range c.people {
		p.order = i
	}
}

// offices writes the offices, each with its tenures in the order of time.
func (c *compilation) offices(b *bytes.Buffer) {
	type key struct{ of, office string }
	byOffice := map[key][]*record{}
	for _, r := range c.records {
		k := key{r.of, clean(r.office)}
		byOffice[k] = append(byOffice[k], r)
	}
	keys := make([]key, 0, len(byOffice))
	for k := range byOffice {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Or(strings.Compare(a.of, b.of), strings.Compare(a.office, b.office)) })
	for _, k := range keys {
		t := byOffice[k][0].title
		deputy := ""
		if t.Deputy {
			deputy = "d"
		}
		fmt.Fprintf(b, "O\t%s\t%s\t%s\t%s\t%s\t%s\n", k.of, t.Rank, deputy, t.Field, t.To, k.office)
		slices.SortStableFunc(byOffice[k], func(a, b *record) int {
			return cmp.Or(strings.Compare(a.from+a.seen, b.from+b.seen), strings.Compare(a.to, b.to), cmp.Compare(a.person.order, b.person.order))
		})
		for _, r := range byOffice[k] {
			fmt.Fprintf(b, "T\t%d\t%s\t%s\t%s\t%s\n", r.person.order, r.from, r.to, r.seen, r.source)
		}
	}
}
