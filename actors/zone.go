package actors

import (
	_ "embed"
	"fmt"
	"time"
	_ "time/tzdata" // The zones are embedded: a machine need not have them.
)

//go:embed zones.tsv
var zonesTable string

// addZone adds a row of the table of zones.
func (k *Known) addZone(row []string) error {
	if k.entries[row[0]].ID == "" {
		return fmt.Errorf("zone %q of %q, which is no state", row[1], row[0])
	}
	k.zones[row[0]] = row[1]
	return nil
}

// Zone returns the name of the zone in which a state's outlets count their days, or "".
func (k *Known) Zone(state string) string { return k.zones[state] }

// InZone returns a time as the clocks stood where the outlet is, RFC 3339: a story of 23:30
// in Greenwich is of the next day in Seoul, and its "Tuesday" is that day's. What is no
// instant, an outlet that is not known, and a zone of which nothing is known leave the time
// as it is.
func (k *Known) InZone(outlet, at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	e, ok := k.Outlet(outlet)
	if !ok {
		return at
	}
	name := k.Zone(k.owners[e.ID].Country)
	zone, err := time.LoadLocation(name)
	if err != nil || name == "" {
		return at // The name "" would be Greenwich.
	}
	return t.In(zone).Format(time.RFC3339)
}
