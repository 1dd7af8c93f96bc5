package due

import (
	_ "embed"
	"fmt"
	"strings"

	"parley"
)

//go:embed dues.txt
var duesFile string

// lexicon says what kind of due a word governs, by its base form.
type lexicon struct {
	nouns, verbs map[string]parley.DueKind
}

// words is the list of dues.txt; a test checks that the file is well formed.
var words, errWords = parseLexicon(duesFile)

// parseLexicon reads the format that dues.txt describes.
func parseLexicon(file string) (lexicon, error) {
	out := lexicon{map[string]parley.DueKind{}, map[string]parley.DueKind{}}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		head, list, ok := strings.Cut(line, " : ")
		kind, part, parted := strings.Cut(head, " ")
		place := map[string]map[string]parley.DueKind{"noun": out.nouns, "verb": out.verbs}[part]
		if !ok || !parted || place == nil {
			return out, fmt.Errorf("dues.txt:%d: %q: want kind part : words", n+1, line)
		}
		for w := range strings.FieldsSeq(list) {
			if _, twice := place[w]; !twice {
				place[w] = parley.DueKind(kind)
			}
		}
	}
	return out, nil
}
