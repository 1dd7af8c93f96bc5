package position

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed stances.txt
var stancesFile string

// lexicon is what stances.txt tells: the phrases that take a side, by their first word,
// the longest first, and the cues.
type lexicon struct {
	phrases map[string][]phrase
	cues    map[string]side            // by the words of the cue
	verbs   map[string]map[string]side // by base form and the word that must follow; "": an object
	nouns   map[string]map[string]side // by base form and the word that leads to what it is on
}

// phrase is words that take a side.
type phrase struct {
	words []string
	side  side
}

// side is for, against, or turning what it governs around.
type side string

// The sides of stances.txt.
const (
	forIt   side = "for"
	against side = "against"
	turns   side = "turns"
	neither side = "neither"
	plain   side = "plain"
	plans   side = "plans"
	things  side = "things"
)

// words is the list of stances.txt; a test checks that the file is well formed.
var words, errWords = parseLexicon(stancesFile)

// parseLexicon reads the format that stances.txt describes.
func parseLexicon(file string) (lexicon, error) {
	l := lexicon{map[string][]phrase{}, map[string]side{}, map[string]map[string]side{}, map[string]map[string]side{}}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		head, list, ok := strings.Cut(line, " : ")
		of, part, parted := strings.Cut(head, " ")
		s := side(of)
		if !ok || !parted || !slices.Contains([]side{forIt, against, turns, neither, plain, plans, things}, s) || !slices.Contains([]string{"words", "cues", "verbs", "nouns"}, part) {
			return l, fmt.Errorf("stances.txt:%d: %q: want side part : words", n+1, line)
		}
		for p := range strings.SplitSeq(list, ",") {
			fields := strings.Fields(p)
			if len(fields) == 0 || part == "nouns" && len(fields) < 2 {
				return l, fmt.Errorf("stances.txt:%d: %q: want words, and behind a noun the word that leads on", n+1, p)
			}
			l.entry(part, fields, s)
		}
	}
	for _, all := range l.phrases {
		slices.SortStableFunc(all, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return l, nil
}

// entry adds one entry of a line.
func (l *lexicon) entry(part string, fields []string, s side) {
	switch part {
	case "cues":
		l.cues[strings.Join(fields, " ")] = s
	case "verbs", "nouns":
		of := l.verbs
		if part == "nouns" {
			of = l.nouns
		}
		if of[fields[0]] == nil {
			of[fields[0]] = map[string]side{}
		}
		of[fields[0]][strings.Join(fields[1:], " ")] = s
	default:
		l.phrases[fields[0]] = append(l.phrases[fields[0]], phrase{fields, s})
	}
}

// at returns the side that the words from i on take and how many words do, or 0.
func (l *lexicon) at(all []string, i int) (side, int) {
	for _, p := range l.phrases[all[i]] {
		if i+len(p.words) <= len(all) && slices.Equal(p.words, all[i:i+len(p.words)]) {
			return p.side, len(p.words)
		}
	}
	return "", 0
}
