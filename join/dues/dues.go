// Package dues joins what many documents tell of one due: the same meeting, deadline
// or aim, with the history of its days and statuses. In flow the tellings that the
// ledger has for a stretch of days, out flow the dues, each with its evidence.
//
// The join is a pure function over the tellings of a window of days, so that a new
// document costs only its own rows, and a re-read leaves nothing stale behind. The
// same tellings give the same dues in whatever order they come. How many documents
// and outlets tell of a due is said apart: copies of a wire story are many documents
// and one voice, and which are copies is not known here.
package dues

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"parley"
	"parley/ledger"
	"parley/timex"
)

// PastUnknown is the status of a due whose day has gone by without word.
const PastUnknown parley.DueStatus = "past, unknown"

// Due is one due of many tellings.
type Due struct {
	ID        string           `json:"id"` // stable as long as its first telling is
	What      string           `json:"what"`
	Kind      parley.DueKind   `json:"kind"`
	On        string           `json:"on"`              // TIMEX3 value, the last that was told
	Words     string           `json:"words"`           // the words of that date
	First     string           `json:"first"`           // first day that On stands for, YYYY-MM-DD
	Last      string           `json:"last"`            // last day
	Status    parley.DueStatus `json:"status"`          // the last that was told, or PastUnknown
	Told      parley.DueStatus `json:"told"`            // the last that was told
	Parties   []string         `json:"parties"`         // names, as they were first told
	Moves     []Move           `json:"moves,omitempty"` // in the order in which they were told
	Tellings  []ledger.DueItem `json:"tellings"`        // the oldest first
	Documents int              `json:"documents"`
	Outlets   int              `json:"outlets"`
	words     map[string]bool  // of what is due
	days      []stretch        // all days that were told
	parties   map[string]bool
}

// Move is a change of the day of a due.
type Move struct {
	From    string         `json:"from"` // TIMEX3 value
	To      string         `json:"to"`
	Telling ledger.DueItem `json:"telling"`
}

// stretch is the first and last day of a value.
type stretch struct{ first, last time.Time }

// overlaps reports whether two stretches share a day.
func (s stretch) overlaps(o stretch) bool { return !s.first.After(o.last) && !o.first.After(s.last) }

// Join joins tellings. Today is the day by which a due is past; the zero time tells
// none to be.
func Join(tellings []ledger.DueItem, today time.Time) []Due {
	tellings = slices.Clone(tellings)
	slices.SortStableFunc(tellings, func(a, b ledger.DueItem) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Document, b.Document), cmp.Compare(a.Version, b.Version),
			cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Entry, b.Entry))
	})
	j := joiner{byMonth: map[string][]int{}}
	for _, t := range tellings {
		j.take(t)
	}
	out := make([]Due, 0, len(j.all))
	for _, d := range j.all {
		d.close(today)
		out = append(out, *d)
	}
	slices.SortStableFunc(out, func(a, b Due) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// joiner holds the dues so far. They are looked up by the months that their days
// touch, so that a telling is compared with few.
type joiner struct {
	all     []*Due
	byMonth map[string][]int
}

// take adds a telling to the due that it tells of, or makes a new one.
func (j *joiner) take(t ledger.DueItem) {
	first, last, ok := timex.Interval(t.Due.On)
	if !ok {
		return
	}
	here := stretch{first, last}
	best, likeness := -1, 0
	for _, i := range j.near(here) {
		if n := j.all[i].likeness(&t, here); n > likeness {
			best, likeness = i, n
		}
	}
	if best < 0 {
		j.all = append(j.all, &Due{words: map[string]bool{}, parties: map[string]bool{}})
		best = len(j.all) - 1
	}
	j.all[best].tell(t, here)
	j.note(best, here)
	if first, last, ok := timex.Interval(t.Due.MovedTo); ok {
		moved := stretch{first, last}
		j.all[best].days = append(j.all[best].days, moved)
		j.note(best, moved)
	}
}

// monthsMost is how many months of a long stretch a due is looked up by.
const monthsMost = 24

// months calls do for the months that a stretch touches.
func months(s stretch, do func(string)) {
	m := time.Date(s.first.Year(), s.first.Month(), 1, 0, 0, 0, 0, time.UTC)
	for n := 0; !m.After(s.last) && n < monthsMost; n++ {
		do(m.Format("2006-01"))
		m = m.AddDate(0, 1, 0)
	}
}

// near returns the dues that have a day in the months of a stretch, each once.
func (j *joiner) near(s stretch) []int {
	var out []int
	months(s, func(m string) { out = append(out, j.byMonth[m]...) })
	slices.Sort(out)
	return slices.Compact(out)
}

// note makes a due known under the months of a stretch.
func (j *joiner) note(i int, s stretch) {
	months(s, func(m string) {
		if list := j.byMonth[m]; !slices.Contains(list, i) {
			j.byMonth[m] = append(list, i)
		}
	})
}

// The least that two tellings of one due have in common, in points: a telling word
// of what is due counts two, a party two, the same value of the day one.
const (
	leastAlike = 4
	wordPoints = 2
)

// likeness says how much a telling has in common with a due; 0 where it cannot be of it.
func (d *Due) likeness(t *ledger.DueItem, here stretch) int {
	if d.Kind != t.Due.Kind || !slices.ContainsFunc(d.days, here.overlaps) {
		return 0
	}
	points := 0
	for w := range telling(t.What) {
		if d.words[w] {
			points += wordPoints
		}
	}
	shared, both := 0, len(d.parties) > 0 && len(t.Parties) > 0
	for _, p := range t.Parties {
		if d.parties[p] {
			shared++
		}
	}
	if both && shared == 0 {
		return 0 // Others do the like on the day.
	}
	if points += wordPoints * shared; d.On == t.Due.On {
		points++
	}
	if points < leastAlike {
		return 0
	}
	return points
}

// dull are words of what is due that tell nothing of what it is.
var dull = wordSet(`the and for with will would may might could that this next last their his her its into from over after before about plans
	plan expected expects scheduled due set hold held meet meeting meetings meets take takes place visit visits begin start end leave make week
	month year monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
	november december talks today tomorrow`)

// wordSet returns the set of the words of s.
func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		out[w] = true
	}
	return out
}

// telling returns the words of a phrase that tell what is due, in lower case, without
// the ending of a plural.
func telling(what string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(what), func(r rune) bool { return !('a' <= r && r <= 'z' || r > 127) }) {
		if len(w) > 2 && !dull[w] {
			out[strings.TrimSuffix(w, "s")] = true
		}
	}
	return out
}

// tell adds a telling.
func (d *Due) tell(t ledger.DueItem, here stretch) {
	if len(d.Tellings) == 0 {
		d.Kind, d.What = t.Due.Kind, t.What
	}
	d.Tellings = append(d.Tellings, t)
	d.days = append(d.days, here)
	for w := range telling(t.What) {
		d.words[w] = true
	}
	for _, p := range t.Parties {
		if !d.parties[p] {
			d.parties[p] = true
			d.Parties = append(d.Parties, p)
		}
	}
	switch was := d.On; {
	case t.Due.MovedTo != "":
		d.Moves = append(d.Moves, Move{t.Due.On, t.Due.MovedTo, t})
		d.On, d.Words = t.Due.MovedTo, ""
	case was == "" || within(t.Due.On, was):
		d.On, d.Words = t.Due.On, t.Words // The first, or a day that is known more exactly.
	case !within(was, t.Due.On) && !d.over(t.Due.On):
		d.Moves = append(d.Moves, Move{was, t.Due.On, t})
		d.On, d.Words = t.Due.On, t.Words
	}
	d.Told = t.Due.Status
}

// over reports whether a value is a day from which the due was moved away.
func (d *Due) over(value string) bool {
	return slices.ContainsFunc(d.Moves, func(m Move) bool { return m.From == value })
}

// within reports whether all days of a value are days of another.
func within(a, b string) bool {
	x, y, ok := timex.Interval(a)
	u, v, also := timex.Interval(b)
	return ok && also && !x.Before(u) && !y.After(v)
}

// close fills in what follows from the tellings.
func (d *Due) close(today time.Time) {
	documents, outlets := map[string]bool{}, map[string]bool{}
	for _, t := range d.Tellings {
		documents[t.Document], outlets[t.Outlet] = true, true
	}
	d.Documents, d.Outlets = len(documents), len(outlets)
	d.Status = d.Told
	if first, last, ok := timex.Interval(d.On); ok {
		d.First, d.Last = first.Format(time.DateOnly), last.Format(time.DateOnly)
		if !today.IsZero() && last.Before(today.Truncate(24*time.Hour)) && open(d.Told) {
			d.Status = PastUnknown
		}
	}
	first := d.Tellings[0]
	sum := sha256.Sum256([]byte(first.Document + "\x00" + string(first.Due.Kind) + "\x00" + first.Due.On + "\x00" + first.What))
	d.ID = hex.EncodeToString(sum[:8])
}

// open reports whether a status tells of what is still to come.
func open(s parley.DueStatus) bool {
	return slices.Contains([]parley.DueStatus{parley.DueAnnounced, parley.DueConfirmed, parley.DueConditional, parley.DueInDoubt, parley.DueMoved}, s)
}

// Confirmed reports whether a due was told with certainty: as confirmed or held.
func (d *Due) Confirmed() bool { return d.Told == parley.DueConfirmed || d.Told == parley.DueHeld }
