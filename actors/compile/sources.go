package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"parley/actors"
)

// sources are where the facts are from: key, last day of which the source knows,
// licence, name.
var sources = []actors.Source{
	{Key: "editor", AsOf: "2025-12-31", Licence: "Apache-2.0", Name: "hand-kept tables of this project (actors/compile/*.tsv)"},
	{Key: "us", AsOf: "2026-06-30", Licence: "CC0-1.0", Name: "the United States' executive, unitedstates/congress-legislators"},
	{Key: "wd22", AsOf: "2022-06-30", Licence: "CC0-1.0", Name: "Wikidata, office holders of 26 states and the United Nations, 2001 to mid-2022"},
	{Key: "wd21", AsOf: "2022-10-31", Licence: "CC0-1.0", Name: "Wikidata, heads of states and governments, 2021 and 2022"},
	{Key: "wd23", AsOf: "2023-01-31", Licence: "CC0-1.0", Name: "Wikidata, foreign ministers, January 2023"},
	{Key: "cia", AsOf: "2019-06-30", Licence: "public domain", Name: "CIA World Leaders, June 2019"},
	{Key: "phoenix", AsOf: "2011-02-28", Licence: "MIT", Name: "PETRARCH actor dictionaries, Open Event Data Alliance"},
}

// lines calls read with each line of a table that is no comment, cut at its tabs.
func lines(raw []byte, columns int, read func([]string) error) error {
	n := 0
	for line := range strings.Lines(string(raw)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			return fmt.Errorf("line %d has %d columns, not %d", n, len(row), columns)
		}
		if err := read(row); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return nil
}

// objects calls read with each JSON object of a file of one a line.
func objects[T any](raw []byte, read func(T)) error {
	n := 0
	for line := range bytes.Lines(raw) {
		n++
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		read(v)
	}
	return nil
}

// editor reads a hand-kept table of tenures.
func (c *compilation) editor(raw []byte) error {
	return lines(raw, 6, func(row []string) error {
		if _, ok := c.known.ByID(row[0]); !ok {
			return fmt.Errorf("%q is neither a state nor an organisation of the tables", row[0])
		}
		r := &record{of: row[0], office: row[1], title: c.title(row[1], row[0]), from: row[3], to: row[4], source: row[5]}
		r.person = c.who("", row[2], row[0])
		c.keep(r)
		return nil
	})
}

// aliases reads the hand-kept table of other names.
func (c *compilation) aliases(raw []byte) error {
	return lines(raw, 4, func(row []string) error {
		all := c.byFold[row[1]+" "+sortedFold(row[0])]
		if len(all) == 0 {
			all = c.byName[actors.Soft(row[0])]
		}
		if len(all) == 0 {
			return fmt.Errorf("nobody is called %q", row[0])
		}
		for alias := range strings.SplitSeq(row[2], ";") {
			c.name(all[0], alias)
		}
		return nil
	})
}

// holding is a row of the lists from Wikidata.
type holding struct {
	Set      string `json:"set"`
	Country  string `json:"country"`
	Office   string `json:"office"`
	Name     string `json:"name"`
	Wikidata string `json:"wikidata"`
	From     string `json:"from"`
	To       string `json:"to"`
}

// sets gives the state of each set whose name is not the state's.
var sets = map[string]string{"us": "USA", "uae": "ARE", "south-korea": "KOR", "world": ""}

// officeholders reads the office holders of 26 states.
func (c *compilation) officeholders(raw []byte) error {
	return objects(raw, func(h holding) {
		name := strings.TrimSuffix(strings.TrimSuffix(h.Set, "-ministers"), "-cabinet")
		of, listed := sets[name]
		if !listed {
			of = c.state(strings.ReplaceAll(name, "-", " "))
		}
		if of == "" {
			of, h.Office = c.world(h.Office)
		}
		if of == "IND" && h.Office == "Minister of Foreign Affairs" {
			h.Office = "Foreign Secretary" // The list has the officials under this name, the ministers as those of external affairs.
		}
		if of != "" && sensible(h) {
			c.holding(h, of, "wd22")
		}
	})
}

// sensible leaves out what names no person or has no usable day.
func sensible(h holding) bool {
	return h.Name != "" && !item.MatchString(h.Name) && (day.MatchString(h.From) || h.From == "") && (day.MatchString(h.To) || h.To == "")
}

var (
	item = regexp.MustCompile(`^Q\d+$`)
	day  = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
)

// world returns the organisation of an office of the world set, and the office without it.
func (c *compilation) world(office string) (of, rest string) {
	for name, id := range map[string]string{" of the United Nations": "UN", " of the World Trade Organization": "WTO", " of the International Court of Justice": "ICJ",
		" of the United Nations General Assembly": "UNGA"} {
		if rest, ok := strings.CutSuffix(office, name); ok {
			return id, rest
		}
	}
	return "", office
}

// worldLeaders reads the heads of states and governments.
func (c *compilation) worldLeaders(raw []byte) error {
	return objects(raw, func(h holding) {
		if of := c.state(h.Country); of != "" && sensible(h) {
			h.Office = c.withoutState(h.Office, of)
			c.holding(h, of, "wd21")
		}
	})
}

// foreignMinisters reads the foreign ministers of January 2023.
func (c *compilation) foreignMinisters(raw []byte) error {
	return objects(raw, func(h holding) {
		if of := c.state(h.Country); of != "" && sensible(h) {
			h.Office = c.withoutState(h.Office, of)
			if c.known.ParseTitle(h.Office).Field != "foreign" {
				h.Office = "Minister of Foreign Affairs"
			}
			c.holding(h, of, "wd23")
		}
	})
}

// withoutState drops the state at the end of an office: "President of Albania".
func (c *compilation) withoutState(office, of string) string {
	for _, part := range []string{" of the ", " of "} {
		if i := strings.LastIndex(office, part); i >= 0 && c.state(office[i+len(part):]) == of {
			return office[:i]
		}
	}
	return office
}

// state finds the id of a state by its name in whatever case.
func (c *compilation) state(name string) string {
	if before, behind, ok := strings.Cut(name, ", "); ok {
		name = behind + " " + before // "Korea, North"
	}
	name = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "), ")")
	if s, ok := c.known.State(strings.ToUpper(name[:min(1, len(name))]) + name[min(1, len(name)):]); ok {
		return s.ID
	}
	return ""
}

// title reads the title of an office. In the United Kingdom a minister for a
// portfolio stands under the secretary of state for it.
func (c *compilation) title(office, of string) actors.Title {
	t := c.known.ParseTitleIn(office, of)
	if of == "GBR" && strings.HasPrefix(office, "Minister ") {
		t.Deputy = true
	}
	return t
}

// holding adds a row from Wikidata.
func (c *compilation) holding(h holding, of, source string) {
	r := &record{of: of, office: h.Office, title: c.title(h.Office, of), from: h.From, to: h.To, source: source}
	if r.to != "" && r.from > r.to {
		return
	}
	c.add(r, h.Wikidata, strings.TrimSpace(strings.Split(h.Name, ", Baron")[0]))
}
