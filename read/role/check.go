package role

import (
	"strings"

	"parley"
	"parley/actors"
)

// officesMost is how many offices of each sort a check shows.
const officesMost = 3

// Checked holds the roles of a text against the dated list of office holders, for
// the day of the document. The name under which a person is looked up is the
// longest that the text has, which persons gives by their actors' ids.
func Checked(roles []parley.Role, text string, known *actors.Known, persons map[string]string, day string) {
	if len(day) > len("2006-01-02") {
		day = day[:len("2006-01-02")]
	}
	for i := range roles {
		r := &roles[i]
		name := persons[r.Actor]
		if name == "" {
			name = r.Person.In(text)
		}
		v := known.Check(name, r.Title.In(text), "", day)
		r.Check = &parley.Check{Standing: v.Standing, Why: string(v.Why)}
		if v.Standing == parley.AtOdds {
			r.Check.Held, r.Check.Holders = offices(known, v.Held), offices(known, v.Holders)
		} else if v.Standing == parley.Confirmed {
			r.Check.Held = offices(known, v.Claimed)
		}
	}
}

// sureHolder is the confidence above which a name surely is of one person of the
// list, and otherHolder what the next likeliest may have at most.
const (
	sureHolder  = 0.8
	otherHolder = 0.4
)

// Listed gives the persons of a text what they held on its day by the dated list,
// where their whole name surely is that of one office holder. States are the ids of
// the states that the text speaks of, the most spoken of first.
func Listed(list []parley.Actor, known *actors.Known, states []string, day string) {
	if len(day) < len("2006-01-02") {
		return
	}
	day = day[:len("2006-01-02")]
	for i := range list {
		a := &list[i]
		if a.Kind != parley.Person || !strings.Contains(a.Name, " ") {
			continue
		}
		found := known.Resolve(a.Name, actors.Context{States: states}, day)
		if len(found) == 0 || found[0].Confidence < sureHolder || len(found) > 1 && found[1].Confidence > otherHolder {
			continue
		}
		if t := found[0].Office; found[0].Kind == parley.Person && t != nil && t.Covers(day) == 1 {
			a.Office = &offices(known, []actors.Tenure{*t})[0]
		}
	}
}

// offices returns tenures as a reading shows them.
func offices(known *actors.Known, list []actors.Tenure) []parley.Office {
	var out []parley.Office
	for _, t := range list[:min(len(list), officesMost)] {
		o := parley.Office{Person: t.Person.Name, Title: t.Office.Name, From: t.From, To: t.To, Source: t.Source}
		if e, ok := known.ByID(t.Office.Of); ok {
			o.Of = e.Name
		}
		out = append(out, o)
	}
	return out
}
