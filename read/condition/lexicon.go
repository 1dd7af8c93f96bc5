package condition

import (
	_ "embed"
	"fmt"
	"strings"

	"parley/lang/syntax"
)

//go:embed connectives.txt
var connectivesFile string

// sorts of connective, as connectives.txt tells them.
var sorts = strings.Fields("clause if until phrase without purpose hinge")

// lexicon holds the connectives by their first word, the longest first.
type lexicon map[string][]connective

// connective is one connective.
type connective struct {
	words []string
	sort  string
}

// connectives is the list of connectives.txt; a test checks that the file is well formed.
var connectives, errConnectives = parseConnectives(connectivesFile)

// parseConnectives reads the format that connectives.txt describes.
func parseConnectives(file string) (lexicon, error) {
	out := lexicon{}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		sort, list, ok := strings.Cut(line, ":")
		if sort = strings.TrimSpace(sort); !ok || !strings.Contains(" "+strings.Join(sorts, " ")+" ", " "+sort+" ") {
			return nil, fmt.Errorf("connectives.txt:%d: %q: want sort : connectives", n+1, line)
		}
		for c := range strings.SplitSeq(list, ",") {
			out.add(connective{strings.Fields(c), sort})
		}
	}
	return out, nil
}

// add puts a connective before the shorter ones of its first word.
func (l lexicon) add(c connective) {
	same := l[c.words[0]]
	i := 0
	for i < len(same) && len(same[i].words) >= len(c.words) {
		i++
	}
	l[c.words[0]] = append(same[:i:i], append([]connective{c}, same[i:]...)...)
}

// at returns the sort of the connective that begins at a word and how many words it has,
// 0 where none does. A hinge is compared by the base form of its first word.
func (l lexicon) at(t syntax.Tree, i int) (sort string, length int) {
	first := strings.ToLower(t.Words[i].Form)
	for _, key := range []string{first, t.Base(i)} {
		for _, c := range l[key] {
			if (c.sort == "hinge" || key == first) && c.stands(t, i) {
				return c.sort, len(c.words)
			}
		}
	}
	return "", 0
}

// stands reports whether the rest of a connective follows its first word.
func (c *connective) stands(t syntax.Tree, i int) bool {
	if i+len(c.words) > len(t.Words) {
		return false
	}
	for k, w := range c.words[1:] {
		if !strings.EqualFold(t.Words[i+1+k].Form, w) {
			return false
		}
	}
	return true
}
