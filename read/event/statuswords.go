package event

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"parley"
)

//go:embed status.txt
var statusFile string

// statusLists are the lists of status.txt by their heads; a test checks that the file is well
// formed.
var statusLists, errStatus = parseStatus(statusFile)

var (
	// proposing are the words under which an event is sought.
	proposing = statusLists["proposed under"]
	// planning are the words under which an event is to come.
	planning = statusLists["planned under"]
	// denying are the words under which an event has not been or will not be.
	denying = statusLists["denied under"]
	// cancelling are the words that call an event off.
	cancelling = statusLists["cancelled under"]
	// happening are the words under which an event takes place: it stands as they do.
	happening = statusLists["happens under"]
	// going are the words under which an event is under way.
	going = statusLists["ongoing under"]
	// lasting are the types of events that tell of something under way where nothing says more.
	lasting = statusLists["lasting types"]
	// lastingNouns are the nouns that do.
	lastingNouns = statusLists["lasting nouns"]
	// lastingVerbs are the verbs that tell of something under way in a simple present.
	lastingVerbs = statusLists["lasting verbs"]
	// presentTypes are the types of events of which all verbs do.
	presentTypes = statusLists["present types"]
	// qualities are the words before a noun that tell how it stands.
	qualities = qualitiesOf(statusLists)
)

// statusHeads are the heads that status.txt may have.
var statusHeads = []string{
	"proposed under", "planned under", "denied under", "cancelled under", "happens under", "ongoing under", "lasting types", "lasting nouns", "lasting verbs", "present types",
	"proposed quality", "planned quality", "happened quality", "ongoing quality", "cancelled quality",
}

// parseStatus reads the format that status.txt describes. It fails on a line of another form
// and on a word that a head has twice.
func parseStatus(file string) (map[string][]string, error) {
	lists := map[string][]string{}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		head, list, ok := strings.Cut(line, " : ")
		if !ok || !slices.Contains(statusHeads, head) {
			return lists, fmt.Errorf("status.txt:%d: %q: want status part : words", n+1, line)
		}
		for word := range strings.FieldsSeq(list) {
			if slices.Contains(lists[head], word) {
				return lists, fmt.Errorf("status.txt:%d: %q stands twice under %q", n+1, word, head)
			}
			lists[head] = append(lists[head], word)
		}
	}
	return lists, nil
}

// qualitiesOf returns the status that each word before a noun tells.
func qualitiesOf(lists map[string][]string) map[string]parley.EventStatus {
	out := map[string]parley.EventStatus{}
	for head, list := range lists {
		if status, ok := strings.CutSuffix(head, " quality"); ok {
			for _, word := range list {
				out[word] = parley.EventStatus(status)
			}
		}
	}
	return out
}
