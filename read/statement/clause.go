package statement

import (
	"parley"
	"parley/lang"
)

// clause is a sentence as the reader works on it. Its token indices count from
// the start of the sentence.
type clause struct {
	source string // the text
	index  int    // of the sentence
	sent   lang.Sentence
	words  []lang.Token
	quote  []int // by token: index of the quotation that holds it, or -1
	start  int   // first token behind a dateline
	finish int   // behind the last token before the closing punctuation
	titled bool  // written in capitals or title case, so that a capital tells nothing
}

// newClause prepares sentence i of the text.
func newClause(text *lang.Text, i int) *clause {
	s := text.Sentences[i]
	c := &clause{source: text.Source, index: i, sent: s, words: text.Words(s)}
	c.quote = make([]int, len(c.words))
	for k, t := range c.words {
		c.quote[k] = text.QuoteAt(t.Start)
	}
	c.titled = shouted(c.words)
	c.start = behindDateline(c.words)
	c.finish = len(c.words)
	for c.finish > c.start && c.words[c.finish-1].Kind == lang.Punct && !c.words[c.finish-1].Is(")", "]", "%") {
		c.finish--
	}
	return c
}

// datelineReach is within how many tokens a dateline ends; one that the page's
// navigation precedes may stand further in.
const datelineReach = 80

// behindDateline returns the first token of a sentence behind "CITY (Agency) -" or
// "(Agency) --"; 0 where it has no dateline.
func behindDateline(words []lang.Token) int {
	for k := 1; k < len(words) && k < datelineReach; k++ {
		if !words[k].Is("-", "--", "–", "—") {
			continue
		}
		shouted := k < 10 && words[0].Text == upper(words[0].Text) && len(words[0].Text) > 3
		if shouted || words[k-1].Is(")") && k >= 3 && (words[k-3].Is("(") || k < 14) {
			return k + 1
		}
	}
	return 0
}

// InDateline reports whether what begins at byte at stands in the dateline of its sentence,
// where a name is a place or an agency and nobody who acts.
func InDateline(text *lang.Text, at int) bool {
	s := text.SentenceAt(at)
	if s < 0 || s >= len(text.Sentences) {
		return false
	}
	words := text.Words(text.Sentences[s])
	const length = 9 // "SELMARK, April 13 (Meridian Wire) -"; what stands before is the page's.
	k := behindDateline(words)
	return k > 0 && at < words[k-1].Start && at >= words[max(0, k-length)].Start
}

// span returns the bytes that tokens [a, b) cover.
func (c *clause) span(a, b int) parley.Span {
	return parley.Span{Start: c.words[a].Start, End: c.words[b-1].End}
}

// at returns token i, and an empty token outside the sentence.
func (c *clause) at(i int) lang.Token {
	if i < 0 || i >= len(c.words) {
		return lang.Token{Kind: lang.Punct}
	}
	return c.words[i]
}

// quoted reports whether token i stands inside a quotation.
func (c *clause) quoted(i int) bool { return i >= 0 && i < len(c.words) && c.quote[i] >= 0 }

// comma reports whether token i separates clauses as a comma or dash does.
func (c *clause) comma(i int) bool {
	return c.at(i).Is(",", "-", "--", "–", "—", ";") && !c.quoted(i)
}

// closesQuote reports whether token i is the last of its quotation in this sentence.
func (c *clause) closesQuote(i int) bool {
	return c.quoted(i) && (i+1 == len(c.words) || c.quote[i+1] != c.quote[i])
}

// opensQuote reports whether token i is the first of its quotation in this sentence.
func (c *clause) opensQuote(i int) bool {
	return c.quoted(i) && (i == 0 || c.quote[i-1] != c.quote[i])
}

// upper is for ASCII: datelines are written in capitals.
func upper(s string) string {
	b := []byte(s)
	for i, x := range b {
		if x >= 'a' && x <= 'z' {
			b[i] = x - 'a' + 'A'
		}
	}
	return string(b)
}

// occurrence is a cue as it stands in a sentence.
type occurrence struct {
	sense
	head        int // the verb
	first, last int // [first, last): the verb with its negation and particles
	group       int // where the verb group begins, auxiliaries and adverbs included
	negated     bool
	source      tokens
	shared      bool // the source is that of an earlier cue
	inverted    bool // the source stands behind the verb
	from        int  // where the cue's own part of the sentence begins: its subject, or itself
}

// cuesMost is the most cues that are looked for in a sentence. News has no
// sentence with as many; what has is a list or garbage, and the bound keeps the
// work and the total length of the contents linear in the text.
const cuesMost = 16

// cues returns the cues of the sentence that stand outside quotations and can be
// verbs where they stand.
func (c *clause) cues() []occurrence {
	var out []occurrence
	for i := c.start; i < len(c.words) && len(out) < cuesMost; i++ {
		if c.quoted(i) || c.words[i].Kind != lang.Word || c.words[i].Capital() && i > c.start && !c.titled {
			continue
		}
		if o, ok := c.cueAt(i); ok {
			out = append(out, o)
			i = o.last - 1
		}
	}
	return out
}

// cueAt returns the cue whose verb is token i.
func (c *clause) cueAt(i int) (occurrence, bool) {
	if o, ok := c.according(i); ok {
		return o, true
	}
	for _, s := range cueWords[c.words[i].Lower] {
		end, ok := c.particles(s, i+1)
		if !ok {
			continue
		}
		o := occurrence{sense: s, head: i, first: i, last: end}
		if c.verb(&o) {
			if o.negated {
				o.first = o.group
			}
			return o, true
		}
	}
	return occurrence{}, false
}

// shouted reports whether words are written in capitals or title case.
func shouted(words []lang.Token) bool {
	capital, all := 0, 0
	for _, t := range words {
		if t.Kind == lang.Word && len(t.Text) > 3 {
			all++
			if t.Capital() {
				capital++
			}
		}
	}
	return all >= 3 && capital*10 >= all*8
}

// accordingTo is the one cue that is no verb; "as reported by" stands for it too.
var accordingTo = &cue{verb: "according", particles: []string{"to"}, act: parley.Assert, frames: frameThat}

func (c *clause) according(i int) (occurrence, bool) {
	if !(c.at(i).Is("according") && c.at(i+1).Is("to") || c.at(i).Is("reported") && c.at(i-1).Is("as") && c.at(i+1).Is("by")) {
		return occurrence{}, false
	}
	first := i
	if c.at(i).Is("reported") {
		first-- // "as reported by"
	}
	return occurrence{sense: sense{accordingTo, base}, head: i, first: first, last: i + 2, group: first}, true
}

// particles matches the words that follow the verb and returns the index behind
// them; one word may stand between ("called again for").
func (c *clause) particles(s sense, i int) (int, bool) {
	for n, p := range s.particles {
		if !c.at(i).Is(p) && n == 0 && is(c.at(i), adverb) {
			i++
		}
		if !c.at(i).Is(p) {
			return 0, false
		}
		i++
	}
	return i, true
}

// verb reports whether the occurrence is a verb in the active voice with a
// subject of its own or a shared one, and sets its group and negation.
func (c *clause) verb(o *occurrence) bool {
	i := o.head - 1
	for i >= 0 && (is(c.at(i), adverb|negation) && !is(c.at(i), determiner|pronoun) || c.at(i).Is("first", "both", "all") || linking(c.at(i))) && !c.at(i).Capital() {
		if is(c.at(i), negation) {
			o.negated = true
		}
		i--
	}
	o.group = i + 1
	switch before := c.at(i); {
	case before.Is("to"):
		return false
	case before.Is("be", "been", "being", "is", "are", "was", "were", "am", "'s", "get", "got"):
		return o.form == ing && c.auxiliaries(o, i)
	case is(before, auxiliary) && !c.quoted(i):
		return o.form != present && o.form != ing && c.auxiliaries(o, i)
	case is(before, determiner) && !is(before, pronoun):
		return false
	case is(before, preposition) && !before.Is("before", "after", "since"):
		return false
	}
	return o.form != partOnly
}

// linking reports whether a verb says of its subject what the cue behind it says: "remained
// committed".
func linking(t lang.Token) bool { return t.Is("remain", "remains", "remained", "stayed") }

// auxiliaries moves the group's start before the auxiliaries that end at i.
func (c *clause) auxiliaries(o *occurrence, i int) bool {
	for i >= 0 && is(c.at(i), auxiliary|adverb|negation) && !is(c.at(i), determiner) {
		if is(c.at(i), negation) {
			o.negated = true
		}
		i--
	}
	o.group = i + 1
	return true
}
