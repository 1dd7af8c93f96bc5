package event

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed idle.txt
var idleFile string

// idleObjects are the objects of idle.txt by the verbs with which they tell no event; a test
// checks that the file is well formed.
var idleObjects, errIdle = parseIdle(idleFile)

// parseIdle reads the format that idle.txt describes. It fails on a line of another form.
func parseIdle(file string) (map[string][]string, error) {
	out := map[string][]string{}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		verbs, objects, ok := strings.Cut(line, " > ")
		if !ok || strings.TrimSpace(objects) == "" {
			return out, fmt.Errorf("idle.txt:%d: %q: want verbs > objects", n+1, line)
		}
		for verb := range strings.FieldsSeq(verbs) {
			out[verb] = append(out[verb], strings.Fields(objects)...)
		}
	}
	return out, nil
}
