package eval

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strconv"
	"strings"

	"parley"
)

// Mark is what an annotator made of an event that was read from a story: which of its
// fields are right. It holds no word of the story, only where the event stands in it.
type Mark struct {
	File    string      // the file that holds the story
	Story   string      // the story's id there
	Trigger parley.Span // in code points
	Marked              // how the event was read when it was marked
	Right   [markFields]bool
	Doubt   bool   // another annotator could well decide otherwise
	By      string // the annotator
	Should  string // the right type or status where the annotator gave one: "none", "proposed"
}

// Marked is how an event was read: what a mark is about. The parties stand as fingerprints of
// their names.
type Marked struct{ Type, Status, Actors, Recipients string }

// The fields of an event that are marked.
const (
	MarkType = iota
	MarkStatus
	MarkActors
	MarkRecipients
	markFields
)

// fields returns the fields in the order of the marks.
func (m Marked) fields() [markFields]string {
	return [markFields]string{m.Type, m.Status, m.Actors, m.Recipients}
}

// Whole reports whether the whole event was right.
func (m *Mark) Whole() bool { return !slices.Contains(m.Right[:], false) }

// At returns which of some events of the mark's story stands where it does, or -1.
func (m *Mark) At(events []parley.Event) int {
	return slices.IndexFunc(events, func(e parley.Event) bool { return len(e.Trigger) > 0 && e.Trigger[0].Overlaps(m.Trigger) })
}

// MarkedAs returns how an event is read, by the actors of its reading.
func MarkedAs(e *parley.Event, actors []parley.Actor) Marked {
	names := func(ids []string) string {
		var out []string
		for _, id := range ids {
			if i := slices.IndexFunc(actors, func(a parley.Actor) bool { return a.ID == id }); i >= 0 {
				out = append(out, actors[i].Name)
			} else {
				out = append(out, "")
			}
		}
		return Fingerprint(out)
	}
	return Marked{Type: e.Type, Status: string(e.Status), Actors: names(e.Actors), Recipients: names(e.Recipients)}
}

// Fingerprint returns a short name for a list of names, by their content.
func Fingerprint(names []string) string {
	if len(names) == 0 {
		return "-"
	}
	sum := fnv.New32a()
	for _, n := range names {
		fmt.Fprintf(sum, "%q", n)
	}
	return fmt.Sprintf("%08x", sum.Sum32())
}

// LoadMarks reads marks, a line each: file, story, start and end of the trigger in code
// points, type, status, fingerprints of the actors and of the recipients, four marks of "+"
// and "-" for type, status, actors and recipients, "?" for a doubtful one, the annotator, and
// what is right instead. Nothing is "-". Lines that begin with "#" are left out. It fails on
// a line of another form.
func LoadMarks(path string) ([]Mark, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("marks: %w", err)
	}
	defer f.Close()
	var out []Mark
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		m, ok := parseMark(line)
		if !ok {
			return nil, fmt.Errorf("marks: %s:%d: %q: %w", path, n, line, parley.ErrDamaged)
		}
		out = append(out, m)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("marks: %s: %w", path, err)
	}
	return out, nil
}

// markColumns is how many columns a line of marks has.
const markColumns = 12

// parseMark reads a line of marks.
func parseMark(line string) (Mark, bool) {
	f := strings.Split(line, "\t")
	if len(f) != markColumns || len(f[8]) != markFields || strings.Trim(f[8], "+-") != "" {
		return Mark{}, false
	}
	start, err1 := strconv.Atoi(f[2])
	end, err2 := strconv.Atoi(f[3])
	if err1 != nil || err2 != nil || start < 0 || end <= start {
		return Mark{}, false
	}
	m := Mark{
		File: f[0], Story: f[1], Trigger: parley.Span{Start: start, End: end},
		Marked: Marked{Type: f[4], Status: f[5], Actors: f[6], Recipients: f[7]},
		Doubt:  f[9] == "?", By: f[10], Should: strings.Trim(f[11], "-"),
	}
	for i := range m.Right {
		m.Right[i] = f[8][i] == '+'
	}
	return m, true
}

// Now is how an event that was marked is read today.
type Now struct {
	Mark *Mark
	Read bool   // whether anything is read there
	As   Marked // how
}

// ReadNow returns how a marked event is read in the reading of its story.
func ReadNow(m *Mark, r *parley.Reading) Now {
	i := m.At(r.Events)
	if i < 0 {
		return Now{Mark: m}
	}
	return Now{Mark: m, Read: true, As: MarkedAs(&r.Events[i], r.Actors)}
}

// Same reports whether a field still is as it was marked.
func (n *Now) Same(field int) bool { return n.Mark.fields()[field] == n.As.fields()[field] }

// told reports whether a field is right as far as the mark tells: as it was and right, or a
// party that is left unknown now. It is not known of what has changed otherwise.
func (n *Now) told(field int) (right, known bool) {
	switch {
	case n.Same(field):
		return n.Mark.Right[field], true
	case field == MarkStatus && n.Mark.Should != "":
		return n.As.Status == n.Mark.Should, true
	case (field == MarkActors || field == MarkRecipients) && n.As.fields()[field] == "-":
		return true, true
	}
	return false, false
}

// MarkScore is what became of marked events.
type MarkScore struct {
	Marks   int `json:"marks"`   // marked events
	Right   int `json:"right"`   // of these right when they were marked
	Lost    int `json:"lost"`    // right ones that are not read any more, or not so
	Gone    int `json:"gone"`    // wrong ones that are not read any more
	Mended  int `json:"mended"`  // wrong ones that are read rightly now
	Unknown int `json:"unknown"` // those read otherwise now, of which no mark tells
	Stand   int `json:"stand"`   // those read now of which the marks tell
	Good    int `json:"good"`    // of these the right ones
}

// ScoreMarks says what became of marked events.
func ScoreMarks(all []Now) MarkScore {
	var s MarkScore
	for i := range all {
		s.add(&all[i])
	}
	return s
}

// add counts one marked event.
func (s *MarkScore) add(n *Now) {
	whole := n.Mark.Whole()
	s.Marks++
	if whole {
		s.Right++
	}
	if !n.Read {
		if whole {
			s.Lost++
		} else {
			s.Gone++
		}
		return
	}
	good := true
	for field := range markFields {
		right, known := n.told(field)
		if !known {
			s.Unknown++
			return
		}
		good = good && right
	}
	s.Stand++
	switch {
	case good:
		s.Good++
		if !whole {
			s.Mended++
		}
	case whole:
		s.Lost++
	}
}

// String says it in a line.
func (s MarkScore) String() string {
	return fmt.Sprintf("%d marked events, %d right (%.3f); today %d of %d right (%.3f): %d wrong ones gone, %d mended, %d right ones lost, %d read otherwise and not marked so\n",
		s.Marks, s.Right, ratio(float64(s.Right), float64(s.Marks)), s.Good, s.Stand, ratio(float64(s.Good), float64(s.Stand)), s.Gone, s.Mended, s.Lost, s.Unknown)
}
