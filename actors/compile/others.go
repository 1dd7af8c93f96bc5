package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/actors"
)

// executive reads the presidents and vice presidents of the United States. The
// file is YAML of a fixed shape, of which a few keys are needed.
func (c *compilation) executive(raw []byte) error {
	var first, middle, last, nickname, id, kind, start string
	for line := range strings.Lines(string(raw)) {
		key, value, _ := strings.Cut(strings.TrimLeft(strings.TrimSpace(line), "- "), ":")
		value = strings.Trim(strings.TrimSpace(value), "'\"")
		switch {
		case strings.HasPrefix(line, "- id:"):
			first, middle, last, nickname, id = "", "", "", "", ""
		case key == "first":
			first = value
		case key == "middle":
			middle = value
		case key == "nickname":
			nickname = value
		case key == "last":
			last = value
		case key == "wikidata":
			id = value
		case key == "type":
			kind = value
		case key == "start":
			start = value
		case key == "end":
			if nickname != "" {
				first, middle = nickname, ""
			}
			c.term(id, strings.Join(strings.Fields(first+" "+middle+" "+last), " "), kind, start, value)
		}
	}
	return nil
}

// term adds a term of a president or vice president. What it says of its days
// stands over what the hand-kept tables say.
func (c *compilation) term(id, name, kind, start, end string) {
	office := map[string]string{"prez": "President", "viceprez": "Vice President"}[kind]
	if office == "" || end < "2000" {
		return
	}
	r := &record{of: "USA", office: office, title: c.title(office, "USA"), from: start, to: end, source: "us"}
	for _, other := range c.seats[r.seat()] {
		if alike(name, other.person) && together(r, other) {
			other.source = "us"
			if other.to == "" {
				other.to = end
			}
			c.adopt(other.person, id, name)
			return
		}
	}
	c.add(r, id, name)
}

// snapshot reads the CIA's list of June 2019: an office held in that month.
func (c *compilation) snapshot(raw []byte) error {
	type row struct{ Country, Office, Name, As_of string }
	return objects(raw, func(x row) {
		of := c.state(x.Country)
		if x.Country == "Burma" {
			of = "MMR"
		}
		if of == "" || x.Name == "" {
			return
		}
		office := strings.NewReplacer("Govt.", "Government", "Intl.", "International", "Dep.", "Deputy", ", New York", "", " & ", " and ").Replace(x.Office)
		c.add(&record{of: of, office: office, title: c.title(office, of), seen: x.As_of, source: "cia"}, "", capitalised(x.Name))
	})
}

// capitalised writes the names that a list has in capitals with a capital each.
func capitalised(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if utf8.RuneCountInString(w) < 2 || strings.ToUpper(w) != w || strings.Contains(w, ".") {
			continue
		}
		start := true
		words[i] = strings.Map(func(r rune) rune {
			if start {
				start = !unicode.IsLetter(r)
				return r
			}
			start = r == '-' || r == '\''
			return unicode.ToLower(r)
		}, w)
	}
	return strings.Join(words, " ")
}

// dictionary reads the PETRARCH dictionaries: other spellings of people that are
// known, and people of whom it knows only that they were in a government.
func (c *compilation) dictionary(raw []byte) error {
	type role struct{ Code, From, To string }
	type row struct {
		Name    string
		Aliases []string
		Roles   []role
		Dict    string
	}
	return objects(raw, func(x row) {
		slices.SortFunc(x.Roles, func(a, b role) int { return strings.Compare(a.From, b.From) })
		if x.Dict != "Phoenix.Countries.actors.txt" {
			return
		}
		for _, r := range x.Roles {
			if len(r.Code) < 6 || r.Code[3:6] != "GOV" || r.To != "" && r.To < "2000" || r.From == "" {
				continue
			}
			of := c.ofCode(r.Code[:3])
			if of == "" || !strings.Contains(x.Name, " ") {
				continue
			}
			c.member(&record{of: of, office: "Member of the Government", title: actors.Title{Rank: actors.MemberRank}, from: r.From, to: r.To, source: "phoenix"}, capitalised(x.Name), x.Aliases)
		}
	})
}

// member adds a member of a government, unless a better source knows the person.
func (c *compilation) member(r *record, name string, aliases []string) {
	p := c.same("", name, r.of)
	for _, a := range aliases {
		if p == nil {
			p = c.same("", a, r.of)
		}
	}
	if p == nil {
		p = c.who("", name, r.of)
	}
	if !c.sourced[p] {
		if r.to == "" {
			r.to = "2011" // The dictionary ends there, and so does what it knows.
		}
		r.person = p
		if last := c.members[p]; last != nil && last.of == r.of && r.from >= last.from && follows(last.to, r.from) {
			last.to = max(last.to, r.to)
		} else {
			c.members[p] = r
			c.keep(r)
		}
	}
	for _, a := range aliases {
		if c.known.ParseTitle(a).Rank == actors.Other && strings.Contains(a, " ") && len(p.aliases) < 6 && actors.Fold(a) != actors.Fold(p.name) {
			c.name(p, capitalised(a))
		}
	}
}

// ofCode finds the state of a CAMEO code.
func (c *compilation) ofCode(code string) string {
	if e, ok := c.known.ByID(code); ok && e.Kind == "state" {
		return code
	}
	return map[string]string{"TMP": "TLS", "KSV": "XKX"}[code]
}

// follows reports whether a day is in the year in which a tenure ended or the
// next one; the dictionary breaks times in a government where the code of the
// office changed.
func follows(to, from string) bool { return from[:4] <= to[:4] || from[:4] == nextYear(to[:4]) }

// nextYear returns the year after a year of four digits.
func nextYear(year string) string {
	n := 0
	for _, d := range year {
		n = 10*n + int(d-'0')
	}
	return fmt.Sprintf("%04d", n+1)
}
