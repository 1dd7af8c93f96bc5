package statement

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"parley"
)

//go:embed force.txt
var forceFile string

// telling is one word of force.txt.
type telling struct {
	act     parley.Act
	objects []string // lemmas one of which the verb needs as its object; none: any or none
	behind  []string // words one of which stands behind the verb, instead of an object
}

// forceWords are the words of force.txt by where they stand.
type forceWords struct {
	is, does, wants, needs, lacks map[string]telling
}

// forces is the list of force.txt; a test checks that the file is well formed.
var forces, errForces = parseForces(forceFile)

// parseForces reads the format that force.txt describes.
func parseForces(file string) (forceWords, error) {
	out := forceWords{map[string]telling{}, map[string]telling{}, map[string]telling{}, map[string]telling{}, map[string]telling{}}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if err := out.add(line); err != nil {
			return out, fmt.Errorf("force.txt:%d: %w", n+1, err)
		}
	}
	return out, nil
}

// add adds one line of force.txt.
func (f *forceWords) add(line string) error {
	parts := strings.Split(line, " : ")
	if len(parts) != 3 {
		return fmt.Errorf("%q: want act : where : words", line)
	}
	place := map[string]map[string]telling{"is": f.is, "does": f.does, "wants": f.wants, "needs": f.needs, "lacks": f.lacks}[parts[1]]
	if place == nil {
		return fmt.Errorf("%q: no place %q", line, parts[1])
	}
	for rest := parts[2]; strings.TrimSpace(rest) != ""; {
		var word string
		word, rest, _ = strings.Cut(strings.TrimSpace(rest), " ")
		t := telling{act: parley.Act(parts[0])}
		if after, ok := strings.CutPrefix(strings.TrimSpace(rest), "["); ok {
			inside, tail, closed := strings.Cut(after, "]")
			if !closed {
				return fmt.Errorf("%q: a bracket is not closed", line)
			}
			for _, w := range strings.Fields(inside) {
				if behind, ok := strings.CutPrefix(w, "~"); ok {
					t.behind = append(t.behind, behind)
				} else {
					t.objects = append(t.objects, w)
				}
			}
			rest = tail
		}
		if _, twice := place[word]; twice {
			return fmt.Errorf("%q: %s stands twice", line, word)
		}
		place[word] = t
	}
	return nil
}

// needs reports whether a telling verb needs an object or words behind it.
func (t *telling) needs() bool { return len(t.objects)+len(t.behind) > 0 }

// takes reports whether a lemma is one of the objects that a verb needs.
func (t *telling) takes(lemma string) bool { return slices.Contains(t.objects, lemma) }
