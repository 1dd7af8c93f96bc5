package position

import (
	"slices"
	"strings"

	"parley"
	"parley/lang"
)

// taken returns the side that words take: the first that they take, turned around by a
// negation right behind or before it or a word that turns what follows.
func taken(all []string) side {
	turned := false
	for i := 0; i < min(len(all), farthest); {
		s, n := words.at(all, i)
		switch {
		case n == 0, i > 0 && strings.HasPrefix(all[i], "need") && (slices.Contains(relative, all[i-1]) || i > 1 && slices.Contains(relative, all[i-2])), attribute(all, i), owned(all, i), asked(all, i):
			i++
			continue
		case s == turns:
			turned = true
		case s == forIt || s == against:
			if s == forIt && turnsNext(all[i+n:]) {
				turned = !turned
			}
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

// farthest is within how many words what is said takes its side; what comes later belongs to
// a clause of its own more often than not.
const farthest = 14

// askedReach is how many words before "should" a question word makes it one.
const askedReach = 6

// asked reports whether "should" or "must" stands in a question: "which groups should take part".
func asked(all []string, i int) bool {
	if all[i] != "should" && all[i] != "must" {
		return false
	}
	if i+1 == len(all) || slices.Contains([]string{"we", "they", "he", "she", "it", "you", "the"}, all[i+1]) || all[i+1] == "have" || slices.Contains(telling, all[i+1]) {
		return true // "should we be asked", "should know that it is over", "should have asked", "as many as he must"
	}
	if i+3 < len(all) && all[i+1] == "not" && all[i+2] == "be" && (slices.Contains(seen, all[i+3]) || all[i+3] == "a" || all[i+3] == "an") {
		return true // "should not be seen as a threat", "should not be a challenge"
	}
	return slices.ContainsFunc(all[max(0, i-askedReach):i], func(w string) bool {
		return w == "which" || w == "whether" || w == "what" || w == "who" || w == "how" || w == "when" || w == "than"
	})
}

// seen are the participles of how a thing is to be taken.
var seen = strings.Fields("seen viewed taken understood interpreted read regarded confused surprised")

// turnsNext reports whether one of the next words turns what follows: "the urgency of avoiding".
func turnsNext(next []string) bool {
	const near = 3
	for i := range min(len(next), near) {
		if s, _ := words.at(next, i); s == turns {
			return true
		}
	}
	return false
}

// relative are the words behind which a need is only told of: "the money that they need to live".
var relative = strings.Fields("that who which they what everything")

// qualities are the words that take a side only of what "is" so: "a crucial bridge" does not.
var qualities = strings.Fields("important urgent imperative necessary essential crucial vital dangerous outrageous shameful reckless disastrous reasonable indispensable unacceptable unlawful illegal illegitimate wrong absurd ridiculous unjust unjustified inappropriate intolerable provocation provocative mistake aggression unfair destabilizing destabilising justified")

// attribute reports whether a word that takes a side only tells of what sort a thing is.
func attribute(all []string, i int) bool {
	const reach = 3 // "is very important", "is it vital"
	return slices.Contains(qualities, all[i]) && !slices.ContainsFunc(all[max(0, i-reach):i], func(w string) bool { return linking[w] })
}

// owned reports whether "call for" is a noun, which somebody else may have made: "his call for
// talks".
func owned(all []string, i int) bool {
	return all[i] == "call" && i > 0 && slices.Contains([]string{"his", "her", "its", "their", "the", "a", "any", "s", "'s", "’s"}, all[i-1])
}

// linking are the verbs by which a thing is said to be so.
var linking = map[string]bool{"is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "'s": true, "'re": true, "’s": true, "’re": true, "as": true, "it": true, "this": true, "that": true,
	"becomes": true, "became": true, "remains": true, "remain": true, "seems": true, "considers": true, "very": true, "extremely": true, "absolutely": true, "more": true}

// negation reports whether a word denies.
func negation(w string) bool {
	return w == "not" || w == "n't" || w == "never" || w == "no" || w == "n’t" || w == "hardly"
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
	sureAct  = 0.68
	sureWord = 0.66
)

// acts are the sides that acts take by themselves.
var acts = map[parley.Act]side{
	parley.Demand: forIt, parley.Offer: forIt, parley.Praise: forIt, parley.Criticise: against,
}

// stances are the stances of the sides.
var stances = map[side]parley.Stance{forIt: parley.Support, against: parley.Oppose}

// view returns the view that a part of a statement takes. By its act it does so in its
// first sentence; later ones need words that take a side.
func (r *reader) view(s *parley.Statement, part []string, first bool) (view, bool) {
	cue := r.words(s.Cue.Hull())
	if r.behindModal(s.Cue) || r.behindIf(s.Source) {
		return view{}, false
	}
	if n := leaveOff(part); n > 0 && first && warned(cue) && strings.Contains(strings.Join(part, " "), " not to ") {
		return view{stance: parley.Oppose, sure: sureAct, skip: n, warned: true}, true // "warned the army not to seize power"
	}
	by, ok := r.bySide(s, cue, part)
	if !ok || len(part) > 0 && questions[part[0]] {
		return view{}, false
	}
	v := view{sure: sureAct, shift: shiftOf(r.words(r.sentenceOf(s.Cue.Hull())))}
	said := taken(part)
	switch {
	case by == "" && !first:
		// A later sentence of what is only said takes a side too seldom.
	case by == "" || !first:
		v.stance, v.sure = stances[said], sureWord
		if v.stance == parley.Oppose {
			v.skip = leaveOff(part)
		}
	case by == forIt && leaveOff(part) > 0:
		v.stance, v.skip = parley.Oppose, leaveOff(part)
	case by == against && doSo(part):
	case by == forIt && (empty(part) || bidden(cue) && !slices.Contains(part, "to")):
	case by == forIt && (adverseHead(part) || said == against && s.Act == parley.Demand):
		v.stance = parley.Oppose
	default:
		v.stance = stances[by]
	}
	return v, v.stance != ""
}

// bySide returns the side that a statement takes by its act and cue: "" where these tell
// none, and false where it takes none whatever its words.
func (r *reader) bySide(s *parley.Statement, cue, part []string) (side, bool) {
	by := acts[s.Act]
	if c, ok := r.cueSide(cue); ok {
		by = c
	}
	switch {
	case by == neither:
		return "", false
	case by == plans && (!factual(part) || underWay(part)) && ownPlan(part):
		by = forIt
	case by == things && !slices.ContainsFunc(part, func(w string) bool { return tensed[w] }):
		by = forIt
	case by == forIt && slices.ContainsFunc(cue, func(w string) bool { return strings.HasPrefix(w, "agree") || strings.HasPrefix(w, "insist") }) && factual(part):
		by = ""
	case by == plans, by == things, by == plain:
		by = ""
	}
	if by == "" || !r.negated(s.Cue) {
		return by, true
	}
	if by == against || !slices.ContainsFunc(cue, func(w string) bool { return slices.Contains(deniable, strings.TrimSuffix(w, "s")) }) {
		return "", false // Who has not rejected a thing need not be for it.
	}
	return against, true
}

// headWords is how many words at the head of what is said name what is said: "a warning
// against intervention".
const headWords = 4

// adverseHead reports whether what is said is against something by its head: "strong opposition
// to the deal", but not "talks with the opposition".
func adverseHead(part []string) bool {
	for i, w := range part[:min(len(part), headWords)] {
		if adverse[w] {
			return i+1 == len(part) || towards[part[i+1]]
		}
		if towards[w] {
			return false
		}
	}
	return false
}

// towards are the words that lead from an adverse noun to what it is on.
var towards = map[string]bool{"to": true, "of": true, "at": true, "over": true, "about": true, "against": true, "with": true, "from": true, "that": true, "for": true, "in": true, "on": true, "despite": true}

// adverse are the nouns of what is said against something.
var adverse = map[string]bool{"warning": true, "warnings": true, "opposition": true, "objection": true, "objections": true, "rejection": true, "concern": true, "concerns": true,
	"criticism": true, "condemnation": true, "refusal": true, "skepticism": true, "scepticism": true, "disappointment": true, "outrage": true, "regret": true}

// factual reports whether what is said begins a clause that tells what is: "that he was a
// danger", "he remains in touch", and not "that they will leave" or "on a plan".
func factual(part []string) bool {
	if len(part) == 0 || part[0] == "on" {
		return false
	}
	for _, w := range part {
		switch w {
		case "will", "would", "should", "must", "to", "can", "could":
			return false
		case "is", "are", "was", "were", "has", "had", "remains":
			return true
		}
	}
	return false
}

// planWords is how many words at the head of what is announced tell that it is a plan.
const planWords = 8

// ownPlan reports whether what is announced is what the source is to do: "that it will send
// aid", "plans for a vote", and neither "that Kestria would send" nor "the arrest of two men".
func ownPlan(part []string) bool {
	for i, w := range part[:min(len(part), planWords)] {
		switch {
		case w == "will" || w == "would":
			lead := part[:i]
			if len(lead) > 0 && lead[0] == "that" {
				lead = lead[1:]
			}
			passive := i+1 < len(part) && part[i+1] == "be"
			return passive || len(lead) == 0 || selves[lead[0]] || selves[lead[len(lead)-1]]
		case w == "to":
			return i == 0 || ahead[part[i-1]] || !slices.Contains(part[:i], "that")
		case ahead[w]:
			return true
		}
	}
	return false
}

// selves are the words by which a source speaks of itself.
var selves = map[string]bool{"it": true, "he": true, "she": true, "they": true, "we": true, "i": true, "its": true, "their": true, "his": true, "her": true, "our": true}

// underWay reports whether what is said is being done: "it is sending aid".
func underWay(part []string) bool {
	for i, w := range part[:max(0, len(part)-1)] {
		switch w {
		case "is", "are", "was", "were":
			return strings.HasSuffix(part[i+1], "ing")
		}
	}
	return false
}

// tensed are the words of a clause that tells what is, was or will be.
var tensed = map[string]bool{"will": true, "would": true, "is": true, "are": true, "was": true, "were": true, "has": true, "have": true, "had": true, "could": true, "may": true, "might": true}

// ahead are the words of what is to be done.
var ahead = map[string]bool{"will": true, "would": true, "plan": true, "plans": true, "planned": true, "decision": true, "intends": true, "intention": true, "to": true}

// questions are the words with which a question begins that is only told of.
var questions = map[string]bool{"what": true, "how": true, "whether": true, "why": true, "who": true}

// warned reports whether a cue is a warning.
func warned(cue []string) bool {
	return len(cue) > 0 && (strings.HasPrefix(cue[0], "warn") || strings.HasPrefix(cue[0], "caution"))
}

// bidden reports whether a cue is one of bidding somebody, which tells of a side only with
// what is to be done: "ordered the army to leave", and not "ordered the bombing".
func bidden(cue []string) bool {
	return slices.ContainsFunc(cue, func(w string) bool { return strings.HasPrefix(w, "order") || strings.HasPrefix(w, "advis") })
}

// empty reports whether what is wanted or offered is only words: "wanted to know", "offered
// no answer", "refused to do so".
func empty(part []string) bool {
	for i, w := range part[:min(len(part), 5)] {
		if i == 0 && (w == "you" || w == "no" || w == "to" && len(part) > 1 && slices.Contains([]string{"the", "a", "his", "her", "its", "their"}, part[1])) || i == 1 && part[0] == "to" && slices.Contains(telling, w) || i > 0 && w == "so" && part[i-1] == "do" || slices.Contains(verbiage, w) {
			return true
		}
	}
	return false
}

// unnaming are what a source asks not to be, which is no side in anything.
var unnaming = strings.Fields("identified named quoted filmed photographed")

// doSo reports whether what is refused is only "to do so", or "to be named".
func doSo(part []string) bool {
	return len(part) > 2 && part[0] == "to" && (part[1] == "do" && part[2] == "so" || part[1] == "be" && slices.Contains(unnaming, part[2]))
}

// verbiage are the nouns of what is only said.
var verbiage = strings.Fields("answer answers view views explanation explanations opinion opinions comment comments assessment condolences respite details insight glimpse advice apology apologies thanks congratulations")

// negated reports whether a denial stands in a cue or right before it: "does not support".
func (r *reader) negated(cue parley.Spans) bool {
	if len(cue) == 0 {
		return false
	}
	last := r.text.TokenAt(cue[0].Start)
	near := 2
	if last > 0 && r.text.Tokens[last-1].Is("or") {
		near = 4 // "do not endorse or oppose it"
	}
	for i := max(0, last-near); i < len(r.text.Tokens) && r.text.Tokens[i].Start < cue[0].End; i++ {
		if t := r.text.Tokens[i]; negation(t.Lower) || strings.HasSuffix(t.Lower, "n't") || strings.HasSuffix(t.Lower, "n’t") {
			return true
		}
	}
	return false
}

// behindModal reports whether a cue is only possible: "may support".
func (r *reader) behindModal(cue parley.Spans) bool {
	if len(cue) == 0 {
		return false
	}
	const near = 3 // "might also offer"
	last := r.text.TokenAt(cue[0].Start)
	for i := max(0, last-near); i < min(last, len(r.text.Tokens)); i++ {
		if r.text.Tokens[i].Is("may", "might", "could") {
			return true
		}
	}
	return false
}

// doubtReach is how many words before a source a doubt stands that is about it.
const doubtReach = 6

// behindIf reports whether a source stands behind "if" or its like: "if Kestria opposed it".
func (r *reader) behindIf(source parley.Spans) bool {
	if len(source) == 0 {
		return false
	}
	i := r.text.TokenAt(source[0].Start)
	if i <= 0 || i > len(r.text.Tokens) {
		return false
	}
	doubted := func(t lang.Token) bool {
		return t.Is("doubt", "doubts", "doubted", "doubtful", "evidence", "sign", "signs", "indication", "unclear")
	}
	for k := max(r.text.Sentences[r.text.SentenceAt(source[0].Start)].First, i-doubtReach); k < i; k++ {
		if doubted(r.text.Tokens[k]) || r.text.Tokens[k].Is("clear") && k > 2 && r.text.Tokens[k-1].Is("not", "yet", "it") && r.text.Tokens[max(0, k-3)].Is("nor", "is", "not", "remains") {
			return true // "little evidence that either side is ready"
		}
	}
	return r.text.Tokens[i-1].Is("if", "unless", "whether") ||
		i > 1 && r.text.Tokens[i-1].Is("that") && r.text.Tokens[i-2].Is("accusations", "accusation", "allegations", "allegation", "claims", "claim", "charges", "rumors", "rumours", "suggestions", "reports")
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

// leaveOff returns how many words of a demand say that something be left off, up to where
// that is named: 3 of "to halt the drilling", 2 of "end to the drilling"; 0 where it is none.
// Only the first thing demanded counts: who is ready "to talk to end the war" wants to talk.
func leaveOff(part []string) int {
	const lead = 2 // "an immediate halt"
	for i := range min(len(part), lead+1) {
		if s, n := words.at(part, i); n > 0 && s == turns {
			return behindTurn(part, i+n)
		}
	}
	for i, w := range part {
		if w != "to" && w != "should" && w != "must" && !negation(w) || i+1 == len(part) {
			continue
		}
		if s, n := words.at(part, i+1); n > 0 && s == turns {
			return behindTurn(part, i+1+n)
		}
		if negation(w) {
			return behindTurn(part, i+1)
		}
		if negation(part[i+1]) {
			return behindTurn(part, i+2)
		}
		if w != "to" || i > 0 && moving[part[i-1]] {
			continue // "a visit to Kestria"
		}
		return 0
	}
	return 0
}

// moving are the words whose "to" leads to a place or a thing.
var moving = map[string]bool{"visit": true, "access": true, "return": true, "aid": true, "support": true, "according": true, "related": true, "commitment": true, "due": true}

// behindTurn steps over the little words behind one that turns.
func behindTurn(part []string, i int) int {
	for i < len(part) && (part[i] == "to" || part[i] == "of" || part[i] == "from" || part[i] == "all" || part[i] == "its" || part[i] == "their") {
		i++
	}
	if i >= len(part) {
		return 0
	}
	return i
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
var fillers = strings.Fields("from that to the a an for of on and but its his her their it he she they we is are was were be would will should must has have had as in any such some")

// issue names what a position is on by the words of its evidence: without the words that
// only lead to it, and not too many.
func issue(evidence string) string {
	all := strings.Fields(strings.Trim(evidence, "\"“”‘’'.,"))
	for len(all) > 1 && slices.Contains(fillers, strings.ToLower(strings.Trim(all[0], "\"“”‘’'.,"))) {
		all = all[1:]
	}
	return strings.Trim(strings.Join(all[:min(len(all), issueWords)], " "), "\"“”‘’'.,;: ")
}
