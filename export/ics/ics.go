// Package ics writes dues as an iCalendar (RFC 5545) that calendar programs import
// and subscribe to. In flow the joined dues, out flows one file with an event for each.
//
// What an event says is quoted: its summary is the words of what is due, its
// description the words of the date and the sentences that tell of it, each with its
// outlet, day and address. The status is TENTATIVE until a text confirms the due, and
// CANCELLED when one calls it off; the sequence rises with every move of the day, so
// that a subscriber's program moves the event.
package ics

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	ical "github.com/arran4/golang-ical"

	"parley"
	"parley/join/dues"
	"parley/ledger"
)

// Options say what the calendar is called and where its evidence stands.
type Options struct {
	Name string // of the calendar, as programs show it
	// Address returns the address of a telling in the reader's screens, or "" where
	// it has none; nil: the outlet's own addresses stand for the evidence.
	Address func(ledger.DueItem) string
	Host    string // what makes the ids of events unlike those of other calendars
}

// Write writes dues as one calendar. It fails where w does.
func Write(w io.Writer, list []dues.Due, o Options) error {
	cal := ical.NewCalendarFor("parley")
	cal.SetMethod(ical.MethodPublish)
	cal.SetName(o.Name)
	cal.SetXWRCalName(o.Name)
	for i := range list {
		event(cal, &list[i], o)
	}
	if err := cal.SerializeTo(w); err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	return nil
}

// event adds a due. One whose day is no day of the calendar gives no event.
func event(cal *ical.Calendar, d *dues.Due, o Options) {
	first, err := time.Parse(time.DateOnly, d.First)
	last, err2 := time.Parse(time.DateOnly, d.Last)
	if err != nil || err2 != nil {
		return
	}
	newest := d.Tellings[len(d.Tellings)-1]
	e := cal.AddEvent(d.ID + "@" + cmp.Or(o.Host, "parley"))
	e.SetDtStampTime(stamp(newest.Published))
	e.SetModifiedAt(stamp(newest.Published))
	e.SetSequence(sequence(d))
	e.SetSummary(clean(d.What))
	e.SetStatus(status(d.Told))
	e.SetAllDayStartAt(first)
	e.SetAllDayEndAt(last.AddDate(0, 0, 1))
	e.SetDescription(description(d))
	e.SetTimeTransparency(ical.TransparencyTransparent)
	e.SetProperty(ical.ComponentPropertyCategories, string(d.Kind))
	if a := address(newest, o); a != "" {
		e.SetURL(a)
	}
}

// address returns where the newest evidence stands.
func address(t ledger.DueItem, o Options) string {
	if o.Address != nil {
		if a := o.Address(t); a != "" {
			return a
		}
	}
	if strings.HasPrefix(t.URL, "https://") || strings.HasPrefix(t.URL, "http://") {
		return t.URL
	}
	return ""
}

// sequence counts the changes that a subscriber must see: the moves, and the
// cancelling.
func sequence(d *dues.Due) int {
	n := len(d.Moves)
	if d.Told == parley.DueCancelled {
		n++
	}
	return n
}

// status maps how a due stands to the three statuses of iCalendar's events.
func status(s parley.DueStatus) ical.ObjectStatus {
	switch s {
	case parley.DueConfirmed, parley.DueHeld:
		return ical.ObjectStatusConfirmed
	case parley.DueCancelled:
		return ical.ObjectStatusCancelled
	}
	return ical.ObjectStatusTentative
}

// stamp reads a day or time of publication; one that is neither counts as the first
// day of the calendar's epoch, since the clock must not show in the file.
func stamp(published string) time.Time {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, published); err == nil {
			return t.UTC()
		}
	}
	return time.Unix(0, 0).UTC()
}

// evidenceMost is how many tellings a description quotes: the newest ones.
const evidenceMost = 5

// description gives the fields of a due and its newest evidence, a line each.
func description(d *dues.Due) string {
	lines := []string{"kind: " + string(d.Kind), "status: " + string(d.Status)}
	if d.Words != "" {
		lines = append(lines, "day as told: “"+d.Words+"”")
	}
	if len(d.Parties) > 0 {
		lines = append(lines, "parties: "+strings.Join(d.Parties, ", "))
	}
	for _, m := range d.Moves {
		lines = append(lines, fmt.Sprintf("moved: %s → %s (%s, %s)", m.From, m.To, m.Telling.Outlet, day(m.Telling.Published)))
	}
	for _, t := range d.Tellings[max(0, len(d.Tellings)-evidenceMost):] {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("“%s” — %s, %s %s", t.Context, t.Outlet, day(t.Published), t.URL)))
	}
	for i := range lines {
		lines[i] = clean(lines[i])
	}
	return strings.Join(lines, "\n")
}

// day cuts a time off a day of publication.
func day(published string) string { return published[:min(len(published), len(time.DateOnly))] }

// clean makes one line of valid text without control characters, which iCalendar
// has no way to write.
func clean(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, string(utf8.RuneError)), func(r rune) bool {
		return r < ' ' || r == 0x7f || r == ' ' || r >= 0x80 && r < 0xa0
	}), " ")
}
