package issues

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"parley"
)

// Act is what a decision does.
type Act string

// The acts.
const (
	Name  Act = "name"  // give an issue a name
	Merge Act = "merge" // make one issue part of another
	Split Act = "split" // let the telling that would begin an issue begin one
)

// Decision is what a person decided on an issue. Decisions are only ever added, so that
// the file of them is the record of who decided what when; a later one wins.
type Decision struct {
	When  time.Time `json:"when"`
	Who   string    `json:"who,omitempty"`
	Act   Act       `json:"act"`
	Issue string    `json:"issue"` // id
	Into  string    `json:"into,omitempty"`
	Name  string    `json:"name,omitempty"`
}

// check says what a decision lacks.
func (d *Decision) check() error {
	switch {
	case d.Issue == "":
		return fmt.Errorf("%w: a decision names its issue", parley.ErrRefused)
	case d.Act == Name && strings.TrimSpace(d.Name) == "":
		return fmt.Errorf("%w: a name of an issue has words", parley.ErrRefused)
	case d.Act == Merge && (d.Into == "" || d.Into == d.Issue):
		return fmt.Errorf("%w: an issue is merged into another", parley.ErrRefused)
	case d.Act != Name && d.Act != Merge && d.Act != Split:
		return fmt.Errorf("%w: %q is no decision on an issue: name, merge or split", parley.ErrRefused, d.Act)
	}
	return nil
}

// Load reads the decisions of a file, one JSON object a line, in the order in which they
// were made. A file that is not there has none.
func Load(path string) ([]Decision, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	defer f.Close()
	var out []Decision
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if len(strings.TrimSpace(lines.Text())) == 0 {
			continue
		}
		var d Decision
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if err := d.check(); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out = append(out, d)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	return out, nil
}

// Keep appends a decision to a file, which it makes where there is none.
func Keep(path string, d Decision) error {
	if err := d.check(); err != nil {
		return err
	}
	line, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("keep decision: %w", err)
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("keep decision: %w", err)
	}
	if _, err := f.Write(append(line, '\n')); err != nil {
		_ = f.Close()
		return fmt.Errorf("keep decision: %w", err)
	}
	if err := f.Sync(); err != nil {
		_ = f.Close()
		return fmt.Errorf("keep decision: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("keep decision: %w", err)
	}
	return nil
}

// rules are what decisions come to.
type rules struct {
	names map[string]string
	into  map[string]string
	split map[string]bool
}

// rulesOf applies decisions in order: a later one undoes what it contradicts.
func rulesOf(list []Decision) rules {
	r := rules{map[string]string{}, map[string]string{}, map[string]bool{}}
	for _, d := range list {
		switch d.Act {
		case Name:
			r.names[d.Issue] = strings.Join(strings.Fields(d.Name), " ")
		case Merge:
			if r.target(d.Into) != d.Issue { // A ring of merges would lead nowhere.
				r.into[d.Issue] = d.Into
				delete(r.split, d.Issue)
			}
		case Split:
			r.split[d.Issue] = true
			delete(r.into, d.Issue)
		}
	}
	return r
}

// target follows merges from an issue to the one that it is part of.
func (r rules) target(id string) string {
	for range len(r.into) + 1 {
		into, ok := r.into[id]
		if !ok {
			break
		}
		id = into
	}
	return id
}
