package sqlite

import (
	"slices"
	"testing"

	"parley"
)

func TestMinuteOf(t *testing.T) {
	// In order of publication; each day and time is later than the one before.
	rising := []string{"", "1650-01-01", "1999-12-31", "2031-03-01", "2031-03-01T00:01:00Z", "2031-03-01T23:59:59+02:00",
		"2031-03-02T00:00:00-11:00", "2031-03-02 00:00", "2250-01-01", "9999-01-01"}
	var minutes []int64
	for _, published := range rising {
		minutes = append(minutes, minuteOf(published))
	}
	if !slices.IsSorted(minutes) {
		t.Errorf("minutes %v are not in order", minutes)
	}
	if last := minutes[len(minutes)-1]; last > lastMinute {
		t.Errorf("minute %d does not fit", last)
	}
	for _, none := range []string{"", "soon", "2031", "2031-02-30", "March 1, 2031", "2031-03"} {
		if got := minuteOf(none); got != 0 {
			t.Errorf("%q has minute %d", none, got)
		}
	}
	if got, want := minuteOf("2031-03-01T25:00"), minuteOf("2031-03-01"); got != want {
		t.Errorf("a broken time gives minute %d, its day %d", got, want)
	}
}

func TestSlotKinds(t *testing.T) {
	seen := map[int64]bool{}
	for _, kind := range parley.Kinds() {
		bits, err := kindBits(kind)
		if err != nil || bits <= 0 || seen[bits] {
			t.Errorf("kind %s has bits %x: %v", kind, bits, err)
		}
		seen[bits] = true
		if got := kindOf(bits | (1<<kindShift - 1)); got != kind {
			t.Errorf("the last slot of %s is one of %s", kind, got)
		}
	}
}

func TestDaySlots(t *testing.T) {
	first, last, err := daySlots("2031-03-01", "2031-03-01")
	if err != nil {
		t.Fatal(err)
	}
	for published, want := range map[string]bool{"2031-02-28T23:59:00Z": false, "2031-03-01": true, "2031-03-01T23:59:00Z": true,
		"2031-03-02": false, "": false} {
		low, high := minuteSlots(minuteOf(published))
		if got := first <= low && high <= last; got != want {
			t.Errorf("%q is in the day: %v, want %v", published, got, want)
		}
	}
}
