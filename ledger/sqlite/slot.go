package sqlite

import (
	"fmt"
	"slices"
	"time"

	"parley"
)

// A slot is the number by which lists are ordered: the larger, the earlier in a
// list. It holds, from the high bits to the low ones,
//
//	bit  63     always 0
//	bits 59-62  kind of entry; 0 for versions
//	bits 31-58  minute of publication
//	bits 15-30  number of the version within that minute, in order of arrival
//	bits  0-14  number of the entry within its version and kind, counted down
//
// so that each kind is one range, each day of it one range within, and the
// entries of one version stand together in the order of the reading. Bits 15-58
// are the version's block.
//
// The minute is that of the outlet's own clock, its offset from UTC left out,
// so that a day is the day that the outlet gives. A minute that is full flows
// over into the next: then the order is a little off, and nothing is lost.
const (
	entryBits  = 15
	numberBits = 16
	minuteBits = 28
	kindShift  = entryBits + numberBits + minuteBits

	perVersion = 1 << entryBits // entries of one kind
	perMinute  = 1 << numberBits

	// The first minutes are for versions without a day of publication.
	firstDated = 1 << 12
	lastMinute = 1<<minuteBits - 1
)

// slotKinds numbers the kinds in slots, from 1. Its order must never change,
// since it is in every file; a new kind goes to the end.
var slotKinds = []parley.Kind{
	parley.KindActor, parley.KindRole, parley.KindStatement, parley.KindDate, parley.KindEvent,
	parley.KindCondition, parley.KindDue, parley.KindPosition, parley.KindLabel, parley.KindFigure,
}

// firstDay is the day at which dated minutes begin. Earlier ones count as it.
var firstDay = time.Date(1800, 1, 1, 0, 0, 0, 0, time.UTC)

// kindBits returns the part of a slot that tells the kind; none for versions.
func kindBits(kind parley.Kind) (int64, error) {
	if kind == "" {
		return 0, nil
	}
	i := slices.Index(slotKinds, kind)
	if i < 0 {
		return 0, fmt.Errorf("%w: %q is no kind of entry", parley.ErrRefused, kind)
	}
	return int64(i+1) << kindShift, nil
}

// kindOf returns the kind of entry that a slot belongs to; none for versions.
func kindOf(slot int64) parley.Kind {
	if i := int(slot>>kindShift) - 1; i >= 0 && i < len(slotKinds) {
		return slotKinds[i]
	}
	return ""
}

// minuteOf returns the minute of a time of publication, which is a day or
// RFC 3339; 0 for anything else.
func minuteOf(published string) int64 {
	const day, clock = "2006-01-02", "2006-01-02T15:04"
	for _, layout := range []string{clock, day} {
		if len(published) < len(layout) {
			continue
		}
		if t, err := time.Parse(layout, published[:len(layout)]); err == nil {
			minute := firstDated + (t.Unix()-firstDay.Unix())/60
			return min(max(minute, firstDated), lastMinute)
		}
	}
	return 0
}

// minuteSlots returns the first and the last slot of a minute.
func minuteSlots(minute int64) (first, last int64) {
	first = minute << (numberBits + entryBits)
	return first, first + perMinute*perVersion - 1
}

// daySlots returns the slots of versions published from one day to another,
// both included; an empty day is no bound. With a bound, versions without a day
// are left out.
func daySlots(from, to string) (first, last int64, err error) {
	last = 1<<kindShift - 1
	if from == "" && to == "" {
		return 0, last, nil
	}
	first, _ = minuteSlots(firstDated)
	if from != "" {
		if _, err := time.Parse(time.DateOnly, from); err != nil {
			return 0, 0, fmt.Errorf("%w: day %q is not YYYY-MM-DD", parley.ErrRefused, from)
		}
		first, _ = minuteSlots(minuteOf(from))
	}
	if to != "" {
		if _, err := time.Parse(time.DateOnly, to); err != nil {
			return 0, 0, fmt.Errorf("%w: day %q is not YYYY-MM-DD", parley.ErrRefused, to)
		}
		_, last = minuteSlots(minuteOf(to + "T23:59"))
	}
	return first, last, nil
}
