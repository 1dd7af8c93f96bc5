package eval

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"parley"
)

// Mark is what a reader by eye made of an event that was read from a story: which of its
// fields were right. It holds no text of the story, only where the event stands in it.
type Mark struct {
	File       string // the file that holds the story
	Story      string // the story's id there
	Trigger    parley.Span
	Event      parley.Event // as it was read when it was marked: type, status; actors and recipients by name
	Told       bool         // the word tells of an event of this type
	Status     bool         // and the others: the field is right
	Actors     bool
	Recipients bool
	Doubt      bool // another reader could well decide otherwise
}

// Right reports whether the whole event was right.
func (m *Mark) Right() bool { return m.Told && m.Status && m.Actors && m.Recipients }

// markFields is how many fields a line of marks has.
const markFields = 10

// LoadMarks reads marks, a line each: file, story, start and end of the trigger in code
// points, type, status, actors and recipients by name with "|" between them, four marks of
// "+" and "-" for type, status, actors and recipients, and "?" for a doubtful one. Lines that
// begin with "#" are left out. It fails on a line of another form.
func LoadMarks(path string) ([]Mark, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("marks: %w", err)
	}
	defer f.Close()
	var out []Mark
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if line := lines.Text(); line != "" && line[0] != '#' {
			m, ok := parseMark(line)
			if !ok {
				return nil, fmt.Errorf("marks: %s:%d: %q: %w", path, n, line, parley.ErrDamaged)
			}
			out = append(out, m)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("marks: %s: %w", path, err)
	}
	return out, nil
}

// parseMark reads a line of marks.
func parseMark(line string) (Mark, bool) {
	f := strings.Split(line, "\t")
	if len(f) != markFields || len(f[8]) != 4 || strings.Trim(f[8], "+-") != "" {
		return Mark{}, false
	}
	start, err1 := strconv.Atoi(f[2])
	end, err2 := strconv.Atoi(f[3])
	if err1 != nil || err2 != nil || start < 0 || end <= start {
		return Mark{}, false
	}
	m := Mark{File: f[0], Story: f[1], Trigger: parley.Span{Start: start, End: end}, Doubt: f[9] == "?"}
	m.Event = parley.Event{Type: f[4], Status: parley.EventStatus(f[5]), Actors: names(f[6]), Recipients: names(f[7])}
	for i, to := range []*bool{&m.Told, &m.Status, &m.Actors, &m.Recipients} {
		*to = f[8][i] == '+'
	}
	return m, true
}

// names splits names at "|"; an empty field holds none.
func names(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}
