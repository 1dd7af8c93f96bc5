package event

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed events.txt
var eventsFile string

// sense is what a word or pair tells.
type sense struct {
	kind    string // PLOVER's type
	mode    string
	to      []string // prepositions that lead to the recipient
	nothing bool     // its object is no recipient
	of      bool     // what a noun has behind "of" is its recipient
	alone   bool     // it is an event only without an object
	plural  bool     // it is an event only in the plural: "talks"
	needs   bool     // it is an event only with a recipient
	words   []string // further words: the particle of a verb, the words before a noun's last
}

// lexicon is what events.txt tells, by base forms: verbs by their first word, nouns by
// their last, pairs by verb and object.
type lexicon struct {
	verbs, nouns map[string][]sense
	pairs        map[string]map[string]sense // by verb and object
	subjects     map[string]map[string]sense // by verb and subject
}

// words is the list of events.txt; a test checks that the file is well formed.
var words, errWords = parseLexicon(eventsFile)

// types are PLOVER 2.0's.
var types = strings.Fields(`AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT`)

// modes are PLOVER 2.0's, by type.
var modes = map[string]string{
	"CONSULT": "visit third-party multilateral phone", "RETREAT": "withdraw release disarm ceasefire access resign",
	"REQUEST": "assist change yield meet", "REJECT": "assist change yield meet", "ACCUSE": "disapprove investigate allege",
	"THREATEN": "restrict arrest relations expel territory violence", "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
	"SANCTION": "convict expel withdraw discontinue", "MOBILIZE": "troops weapons police militia",
	"COERCE":  "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
	"ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}

// parseLexicon reads the format that events.txt describes.
func parseLexicon(file string) (lexicon, error) {
	l := lexicon{map[string][]sense{}, map[string][]sense{}, map[string]map[string]sense{}, map[string]map[string]sense{}}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if err := l.line(line); err != nil {
			return l, fmt.Errorf("events.txt:%d: %w", n+1, err)
		}
	}
	return l, nil
}

// line reads one line of the file.
func (l *lexicon) line(line string) error {
	head, list, ok := strings.Cut(line, " : ")
	fields := strings.Fields(head)
	if !ok || len(fields) < 2 {
		return fmt.Errorf("%q: want TYPE[/mode] part [preposition ...] : words", line)
	}
	s := sense{}
	s.kind, s.mode, _ = strings.Cut(fields[0], "/")
	if !slices.Contains(types, s.kind) || s.mode != "" && !slices.Contains(strings.Fields(modes[s.kind]), s.mode) {
		return fmt.Errorf("%q is no type and mode of PLOVER 2.0", fields[0])
	}
	for _, f := range fields[2:] {
		switch f {
		case "~":
			s.nothing = true
		case "-":
			s.alone = true
		case "of":
			s.of = true
		default:
			s.to = append(s.to, f)
		}
	}
	part, needs := strings.CutSuffix(fields[1], "!")
	s.needs = needs
	return l.part(part, list, s)
}

// part puts the words of a line where they are looked up.
func (l *lexicon) part(part, list string, s sense) error {
	switch part {
	case "verb":
		for w := range strings.FieldsSeq(list) {
			parts := strings.Split(w, "_")
			s.words = parts[1:]
			l.verbs[parts[0]] = put(l.verbs[parts[0]], s)
		}
	case "noun":
		for w := range strings.FieldsSeq(list) {
			w, s.plural = strings.CutSuffix(w, "+")
			parts := strings.Split(w, "_")
			last := len(parts) - 1
			s.words = parts[:last]
			l.nouns[parts[last]] = put(l.nouns[parts[last]], s)
		}
	case "pair", "subject":
		to := l.pairs
		if part == "subject" {
			to = l.subjects
		}
		for p := range strings.SplitSeq(list, ";") {
			verb, objects, ok := strings.Cut(p, ">")
			if verb = strings.TrimSpace(verb); !ok || verb == "" || strings.TrimSpace(objects) == "" {
				return fmt.Errorf("%q: want verb > objects", p)
			}
			pair(to, verb, strings.Fields(objects), s)
		}
	default:
		return fmt.Errorf("%q is no part: want verb, noun, pair or subject", part)
	}
	return nil
}

// pair puts a verb with its objects or subjects.
func pair(to map[string]map[string]sense, verb string, nouns []string, s sense) {
	parts := strings.Split(verb, "_")
	s.words = parts[1:]
	if to[parts[0]] == nil {
		to[parts[0]] = map[string]sense{}
	}
	for _, o := range nouns {
		if _, twice := to[parts[0]][o]; !twice {
			to[parts[0]][o] = s
		}
	}
}

// put puts a sense with more words before those with fewer.
func put(senses []sense, s sense) []sense {
	i := 0
	for i < len(senses) && len(senses[i].words) >= len(s.words) {
		i++
	}
	return slices.Insert(senses, i, s)
}
