package position

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"parley"
)

//go:embed stances.txt
var stancesFile string

// lexicon is what stances.txt tells: the phrases that take a side, by their first word,
// the longest first, and the cues.
type lexicon struct {
	phrases map[string][]phrase
	cues    map[string]side // by the words of the cue
	verbs   map[string]side // by base form
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
)

// words is the list of stances.txt; a test checks that the file is well formed.
var words, errWords = parseLexicon(stancesFile)

// parseLexicon reads the format that stances.txt describes.
func parseLexicon(file string) (lexicon, error) {
	l := lexicon{map[string][]phrase{}, map[string]side{}, map[string]side{}}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		head, list, ok := strings.Cut(line, " : ")
		of, part, parted := strings.Cut(head, " ")
		s := side(of)
		if !ok || !parted || !slices.Contains([]side{forIt, against, turns, neither}, s) || !slices.Contains([]string{"words", "cues", "verbs"}, part) {
			return l, fmt.Errorf("stances.txt:%d: %q: want side part : words", n+1, line)
		}
		for p := range strings.SplitSeq(list, ",") {
			fields := strings.Fields(p)
			if named := map[string]map[string]side{"cues": l.cues, "verbs": l.verbs}[part]; named != nil {
				named[strings.Join(fields, " ")] = s
				continue
			}
			l.phrases[fields[0]] = append(l.phrases[fields[0]], phrase{fields, s})
		}
	}
	for _, all := range l.phrases {
		slices.SortStableFunc(all, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return l, nil
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

// taken returns the side that words take: the first that they take, turned around by a
// negation right behind or before it or a word that turns what follows.
func taken(all []string) side {
	turned := false
	for i := 0; i < len(all); {
		s, n := words.at(all, i)
		switch {
		case n == 0, i > 0 && strings.HasPrefix(all[i], "need") && slices.Contains(relative, all[i-1]):
			i++
			continue
		case s == turns:
			turned = true
		case s == forIt || s == against:
			negated := i+n < len(all) && negation(all[i+n]) || i > 0 && negation(all[i-1])
			if negated != turned {
				return opposite(s)
			}
			return s
		}
		i += n
	}
	return ""
}

// relative are the words behind which a need is only told of: "the money that they need to live".
var relative = strings.Fields("that who which they")

// negation reports whether a word denies.
func negation(w string) bool {
	return w == "not" || w == "n't" || w == "never" || w == "no" || w == "n’t"
}

// opposite returns the other side.
func opposite(s side) side {
	if s == forIt {
		return against
	}
	return forIt
}

// How sure a position is by what it rests on: the share of right ones among those of the
// development gold.
const (
	sureAct  = 0.52
	sureWord = 0.42
)

// acts are the sides that acts take by themselves.
var acts = map[parley.Act]side{
	parley.Demand: forIt, parley.Offer: forIt, parley.Praise: forIt, parley.Criticise: against, parley.Accuse: against,
}

// stances are the stances of the sides.
var stances = map[side]parley.Stance{forIt: parley.Support, against: parley.Oppose}

// view returns the view that a part of a statement takes. By its act it does so in its
// first sentence; later ones need words that take a side.
func (r *reader) view(s *parley.Statement, part []string, first bool) (view, bool) {
	cue := r.words(s.Cue.Hull())
	by := acts[s.Act]
	if c, ok := r.cueSide(cue); ok {
		by = c
	}
	if by == neither {
		return view{}, false
	}
	if by != "" && r.negated(s.Cue) {
		by = opposite(by)
	}
	said := taken(part)
	v := view{sure: sureAct, shift: shiftOf(r.words(r.sentenceOf(s.Cue.Hull())))}
	switch {
	case by == "" || !first:
		v.stance, v.sure = stances[said], sureWord
	case by == forIt && turnsAround(part):
		v.stance = parley.Oppose
	case by == forIt && said == against && s.Act == parley.Demand:
		v.stance = parley.Oppose
	default:
		v.stance = stances[by]
	}
	return v, v.stance != ""
}

// negated reports whether a denial stands in a cue or right before it: "does not support".
func (r *reader) negated(cue parley.Spans) bool {
	if len(cue) == 0 {
		return false
	}
	last := r.text.TokenAt(cue[0].Start)
	for i := max(0, last-2); i < len(r.text.Tokens) && r.text.Tokens[i].Start < cue[0].End; i++ {
		if t := r.text.Tokens[i]; negation(t.Lower) || strings.HasSuffix(t.Lower, "n't") || strings.HasSuffix(t.Lower, "n’t") {
			return true
		}
	}
	return false
}

// cueSide returns the side of a cue, by its longest words that stances.txt lists.
func (r *reader) cueSide(cue []string) (side, bool) {
	for n := min(len(cue), 3); n > 0; n-- {
		for i := 0; i+n <= len(cue); i++ {
			if s, ok := words.cues[strings.Join(cue[i:i+n], " ")]; ok {
				return s, true
			}
		}
	}
	return "", false
}

// headWords is how many words of a demand tell whether it is one to leave off.
const headWords = 12

// turnsAround reports whether a demand is that something be left off: "to halt drilling".
func turnsAround(part []string) bool {
	for i := range min(len(part), headWords) {
		if s, n := words.at(part, i); n > 0 && s == turns {
			return true
		}
		if negation(part[i]) && i > 0 && (part[i-1] == "should" || part[i-1] == "must" || part[i-1] == "to") || negation(part[i]) && i+1 < len(part) && part[i+1] == "to" {
			return true
		}
	}
	return false
}

// shifts are the words that tell of a change of stance.
var shifts = map[string]parley.Shift{
	"softened": parley.Softened, "softening": parley.Softened, "softens": parley.Softened, "tempered": parley.Softened, "tempering": parley.Softened, "relented": parley.Softened,
	"hardened": parley.Hardened, "hardening": parley.Hardened, "toughened": parley.Hardened, "stiffened": parley.Hardened, "toughening": parley.Hardened,
	"backtracked": parley.Reversed, "backtracking": parley.Reversed, "u-turn": parley.Reversed, "about-face": parley.Reversed,
}

// shiftOf returns the shift that the words of a sentence tell, or "".
func shiftOf(sentence []string) parley.Shift {
	for _, w := range sentence {
		if s, ok := shifts[w]; ok {
			return s
		}
	}
	return ""
}

// sentenceOf returns the sentence of a span.
func (r *reader) sentenceOf(s parley.Span) parley.Span {
	i := r.text.SentenceAt(s.Start)
	if i < 0 {
		return s
	}
	return parley.Span{Start: r.text.Sentences[i].Start, End: r.text.Sentences[i].End}
}

// issueWords is how many words name an issue at most.
const issueWords = 14

// fillers are the words that an issue does not begin with.
var fillers = strings.Fields("that to the a an for of on and but its his her their it he she they we is are was were be would will should must has have had as in")

// issue names what a position is on by the words of its evidence: without the words that
// only lead to it, and not too many.
func issue(evidence string) string {
	all := strings.Fields(strings.Trim(evidence, "\"“”‘’'.,"))
	for len(all) > 1 && slices.Contains(fillers, strings.ToLower(strings.Trim(all[0], "\"“”‘’'.,"))) {
		all = all[1:]
	}
	return strings.Trim(strings.Join(all[:min(len(all), issueWords)], " "), "\"“”‘’'.,;: ")
}
