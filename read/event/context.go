package event

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed contexts.txt
var contextsFile string

// contextSeparator stands between the contexts of an event.
const contextSeparator = "; "

// phrase is a word or words side by side that tell a context.
type phrase struct {
	words   []string // base forms
	context int      // place in contextNames
}

// contextPhrases are the phrases of contexts.txt by their first words; a test checks that the
// file is well formed.
var contextPhrases, errContexts = parseContexts(contextsFile)

// contextNames are PLOVER 2.0's contexts.
var contextNames = strings.Fields(`military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal
	reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping health
	asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking`)

// parseContexts reads the format that contexts.txt describes. It fails on a line of another
// form, on a context that there is not, and on a word that one context has twice.
func parseContexts(file string) (map[string][]phrase, error) {
	out := map[string][]phrase{}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, list, ok := strings.Cut(line, " : ")
		context := slices.Index(contextNames, name)
		if !ok || context < 0 {
			return out, fmt.Errorf("contexts.txt:%d: %q: want context of PLOVER 2.0 : words", n+1, line)
		}
		seen := map[string]bool{}
		for word := range strings.FieldsSeq(list) {
			if seen[word] {
				return out, fmt.Errorf("contexts.txt:%d: %q stands twice", n+1, word)
			}
			seen[word] = true
			words := strings.Split(word, "_")
			out[words[0]] = append(out[words[0]], phrase{words, context})
		}
	}
	return out, nil
}

// inClause are the relations by which a word belongs to what a trigger says and to no other clause.
var inClause = strings.Fields("obj iobj nsubj nsubj:pass obl nmod amod compound appos flat conj xcomp nummod")

// contextSteps is how far below a trigger its phrases are looked at.
const contextSteps = 4

// contexts returns the contexts of an event, in PLOVER's order.
func (c *clause) contexts() string {
	var found [64]bool
	level := []int{c.word}
	for range contextSteps {
		var next []int
		for _, w := range level {
			c.tell(w, &found)
			for _, k := range c.Children(w) {
				if slices.Contains(inClause, c.Words[k].Base()) && !(c.Words[k].Is("conj", "xcomp") && c.Words[k].UPOS == "VERB") {
					next = append(next, k)
				}
			}
		}
		level = next
	}
	var out []string
	for i, name := range contextNames {
		if found[i] {
			out = append(out, name)
		}
	}
	return strings.Join(out, contextSeparator)
}

// tell notes the contexts of the phrases that begin at word w.
func (c *clause) tell(w int, found *[64]bool) {
	base := c.Base(w)
	phrases := contextPhrases[base]
	if phrases == nil {
		phrases = contextPhrases[strings.TrimSuffix(base, "s")] // "troops" is its own base form.
	}
	for _, p := range phrases {
		whole := true
		for k := 1; k < len(p.words) && whole; k++ {
			whole = w+k < len(c.Words) && c.Base(w+k) == p.words[k]
		}
		found[p.context] = found[p.context] || whole
	}
}
