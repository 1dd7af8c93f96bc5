package statement

import (
	_ "embed"
	"fmt"
	"strings"

	"parley"
)

//go:embed cues.txt
var cuesFile string

// frame says what may carry the content of a cue.
type frame uint16

// The frames of cues.txt.
const (
	frameQuote frame = 1 << iota
	frameThat
	frameThing
	frameTo
	frameWhom
	frameObject
	frameAs
	frameStrict
	frameNoun
	frameDocument
	frameLabel
)

var frameNames = map[string]frame{
	"quote": frameQuote, "that": frameThat, "thing": frameThing, "to": frameTo, "whom": frameWhom,
	"object": frameObject, "as": frameAs, "strict": frameStrict, "noun": frameNoun, "document": frameDocument, "label": frameLabel,
}

// form is a form of a verb.
type form uint8

const (
	base     form = iota
	present       // third person singular
	past          // past tense or participle
	ing           // present participle
	pastOnly      // past tense that is no participle ("wrote")
	partOnly      // participle that is no past tense ("written")
)

// cue is a line of cues.txt.
type cue struct {
	verb      string
	particles []string // words that follow the verb: "for" of "call for"
	act       parley.Act
	frames    frame
}

// has reports whether the cue has one of the frames.
func (c *cue) has(f frame) bool { return c.frames&f != 0 }

// sense is a cue with the form in which a word stands for it.
type sense struct {
	*cue
	form form
}

// lexicon maps a lower-case word to the cues that it can be, those with the most
// particles first.
type lexicon map[string][]sense

// cueWords is the lexicon of cues.txt; a test checks that the file is well formed.
var cueWords, errCues = parseCues(cuesFile)

// parseCues reads the format that cues.txt describes.
func parseCues(file string) (lexicon, error) {
	lex := lexicon{}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if err := lex.add(line); err != nil {
			return lex, fmt.Errorf("cues.txt:%d: %w", n+1, err)
		}
	}
	return lex, nil
}

// add adds one line of cues.txt.
func (l lexicon) add(line string) error {
	parts := strings.Split(line, ":")
	if len(parts) != 3 {
		return fmt.Errorf("%q: want words : act : frames", line)
	}
	words, irregular := cutBrackets(parts[0])
	if len(words) == 0 {
		return fmt.Errorf("%q: no verb", line)
	}
	c := &cue{verb: words[0], particles: words[1:], act: parley.Act(strings.TrimSpace(parts[1]))}
	for _, name := range strings.Fields(parts[2]) {
		f, ok := frameNames[name]
		if !ok {
			return fmt.Errorf("%q: unknown frame %q", line, name)
		}
		c.frames |= f
	}
	for word, f := range forms(c.verb, irregular) {
		l.insert(word, sense{c, f})
	}
	return nil
}

// insert keeps cues with more particles before those with fewer, so that
// "called for" is found before "called".
func (l lexicon) insert(word string, s sense) {
	list := l[word]
	i := 0
	for i < len(list) && len(list[i].particles) >= len(s.particles) {
		i++
	}
	list = append(list, sense{})
	copy(list[i+1:], list[i:])
	list[i] = s
	l[word] = list
}

// cutBrackets splits "write [wrote written]" into its words and irregular forms.
func cutBrackets(s string) (words, irregular []string) {
	before, rest, _ := strings.Cut(s, "[")
	inside, after, _ := strings.Cut(rest, "]")
	return append(strings.Fields(before), strings.Fields(after)...), strings.Fields(inside)
}

// forms returns the forms of a verb. One irregular form is past and participle,
// two are the past and the participle; two that end in -ed are both either.
func forms(verb string, irregular []string) map[string]form {
	out := map[string]form{verb: base, thirdPerson(verb): present, presentParticiple(verb): ing}
	switch {
	case len(irregular) == 0:
		out[pastTense(verb)] = past
	case len(irregular) == 2 && !strings.HasSuffix(irregular[0], "ed"):
		out[irregular[0]], out[irregular[1]] = pastOnly, partOnly
	default:
		for _, w := range irregular {
			out[w] = past
		}
		if strings.HasSuffix(irregular[0], verb[len(verb)-1:]+"ed") && !strings.HasSuffix(verb, "e") {
			// "admitted" doubles its consonant, so "admitting" does.
			delete(out, presentParticiple(verb))
			out[strings.TrimSuffix(irregular[0], "ed")+"ing"] = ing
		}
	}
	return out
}

func consonantY(verb string) bool {
	return strings.HasSuffix(verb, "y") && len(verb) > 1 && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2]))
}

func thirdPerson(verb string) string {
	switch {
	case consonantY(verb):
		return verb[:len(verb)-1] + "ies"
	case verb == "go", strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "x"):
		return verb + "es"
	}
	return verb + "s"
}

func pastTense(verb string) string {
	switch {
	case consonantY(verb):
		return verb[:len(verb)-1] + "ied"
	case strings.HasSuffix(verb, "e"):
		return verb + "d"
	}
	return verb + "ed"
}

func presentParticiple(verb string) string {
	switch {
	case verb == "see", verb == "agree":
		return verb + "ing"
	case strings.HasSuffix(verb, "e"):
		return verb[:len(verb)-1] + "ing"
	case verb == "put":
		return "putting"
	}
	return verb + "ing"
}
