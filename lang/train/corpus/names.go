package corpus

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Named is a sentence whose names are marked: "B-PER" where one begins, "I-PER"
// where it goes on, "O" elsewhere.
type Named struct {
	Forms, Labels []string
}

// LoadNames reads files of sentences with marked names, which may be compressed: a
// word and its label on each line, an empty line behind each sentence.
func LoadNames(paths ...string) ([]Named, error) {
	var all []Named
	for _, path := range paths {
		file, err := open(path)
		if err != nil {
			return nil, fmt.Errorf("load names %s: %w", path, err)
		}
		list, err := readNames(file)
		file.Close()
		if err != nil {
			return nil, fmt.Errorf("load names %s: %w", path, err)
		}
		all = append(all, list...)
	}
	return all, nil
}

func readNames(r io.Reader) ([]Named, error) {
	var list []Named
	var s Named
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) == 2:
			s.Forms, s.Labels = append(s.Forms, fields[0]), append(s.Labels, common(fields[1]))
		case len(s.Forms) > 0:
			list, s = append(list, s), Named{}
		}
	}
	if len(s.Forms) > 0 {
		list = append(list, s)
	}
	return list, lines.Err()
}

// kinds gives the types of other schemes in ours. Types that are not here, such as
// products, are no names to us.
var kinds = map[string]string{
	"PER": "PER", "LOC": "LOC", "ORG": "ORG",
	"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG",
}

// common returns a label with its type in our scheme.
func common(label string) string {
	position, kind, _ := strings.Cut(label, "-")
	if ours, ok := kinds[kind]; ok {
		return position + "-" + ours
	}
	return "O"
}
