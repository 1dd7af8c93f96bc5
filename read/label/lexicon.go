package label

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed judgements.txt
var judgementsFile string

// judging are the words that judge what they are said of, and strong those that do so
// before a noun too.
var judging, strong, errJudgements = parseJudgements(judgementsFile)

// parseJudgements reads the format that judgements.txt describes.
func parseJudgements(file string) (judging, strong map[string]bool, err error) {
	judging, strong = map[string]bool{}, map[string]bool{}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		sort, list, ok := strings.Cut(line, " : ")
		if !ok || sort != "strong" && sort != "said" {
			return nil, nil, fmt.Errorf("judgements.txt:%d: %q: want strong or said : words", n+1, line)
		}
		for w := range strings.FieldsSeq(list) {
			judging[w] = true
			if sort == "strong" {
				strong[w] = true
			}
		}
	}
	return judging, strong, nil
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
