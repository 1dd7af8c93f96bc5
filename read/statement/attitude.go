package statement

import (
	"slices"
	"strings"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// Attribution is a source with what it says, thinks or knows. Offsets are bytes of
// the text. A picture's or a verse's credit has no cue, and its content is not told.
type Attribution struct {
	Source, Cue, Content parley.Spans
}

// Attributions returns every attribution that a text shows, in the wide sense of
// rhetorical structure theory (Carlson and Marcu 2001): beside what somebody
// stated also what somebody thinks, knows, feels or might say, the writer's own "I
// think", and the credits of pictures. Most of these are no statements of the
// ledger; they are for research on attribution, and measured against GUM.
func Attributions(text *lang.Text, trees []syntax.Tree) []Attribution {
	r := &reader{text: text, trees: trees}
	var out []Attribution
	for _, s := range r.signatures() {
		out = append(out, Attribution{Source: parley.Spans{s.name}, Content: text.Quotes[s.quote].Parts})
	}
	for s := range text.Sentences {
		c := newClause(text, s)
		out = append(out, c.credits()...)
		if s >= len(trees) {
			continue
		}
		p := r.parsed(c)
		for w := range p.Words {
			if a, ok := p.attitude(w); ok {
				out = append(out, a)
			}
		}
	}
	return out
}

// attitude returns the attribution of which word w is the cue.
func (p *parsed) attitude(w int) (Attribution, bool) {
	if !p.upos(w, "VERB", "ADJ") || slices.Contains(noAttitude, p.Words[w].Lemma) || p.made(w) {
		return Attribution{}, false
	}
	content := p.thought(w)
	if content < 0 {
		return Attribution{}, false
	}
	source := p.thinker(w)
	if source.empty() {
		return Attribution{}, false
	}
	a := Attribution{Source: parley.Spans{p.span(source.first, source.last)}, Cue: parley.Spans{p.Words[w].Span}}
	if t := p.hull(content, func(k int) bool { return k == w }); !t.empty() && content != w {
		a.Content = parley.Spans{p.span(t.first, t.last)}
	}
	return a, true
}

// made reports whether an adjective only completes a verb: "made sure that".
func (p *parsed) made(w int) bool {
	head := p.Words[w].Head
	return p.upos(w, "ADJ") && head != syntax.Root && p.rel(w, "xcomp") && slices.Contains(noAttitude, p.Words[head].Lemma)
}

// noAttitude are verbs with a clause that is no thought or word: "make sure that",
// "help them grow", "it turned out that".
var noAttitude = strings.Fields(`make let help have get wait happen do be go keep give take turn cause allow come seem appear become want
	like need try start begin use stop remain leave force enable require put watch possible likely clear important good hard easy able
	great glad lucky ready sorry willing due true free unable`)

// opinions are verbs that stand beside what is thought, and of which a bare form
// with "how to" or a gerund is an attitude as well.
var opinions = strings.Fields(`think believe say guess suppose know mean hope feel see imagine remember recall suspect wish understand realise realize notice
	reckon figure bet swear hear tell add explain ask wonder note claim report write`)

// thought returns the clause that word w governs as what is said or thought, w
// itself where the clause governs it ("It is late, I think"), or -1.
func (p *parsed) thought(w int) int {
	if k := p.child(w, "ccomp"); k >= 0 {
		return k
	}
	opinion := slices.Contains(opinions, p.Words[w].Lemma)
	if p.rel(w, "parataxis") && opinion && p.child(w, "nsubj") >= 0 {
		return w
	}
	if !opinion || !p.upos(w, "VERB") {
		return -1
	}
	if k := p.child(w, "parataxis"); k > w && p.child(k, "nsubj") >= 0 {
		return k
	}
	if k := p.child(w, "xcomp"); k > w && (p.Words[k].XPOS == "VBG" || p.child(k, "advmod") >= 0 && p.at(p.token(p.child(k, "advmod"))).Is("how", "when", "where", "why")) {
		return k
	}
	if i := p.token(w) + 1; p.at(i).Is("what", "how", "why", "whether", "if", "where", "when", "who", "which", ":", ",") && (p.at(i).Kind == lang.Word || p.opensQuote(i+1)) {
		return w
	}
	if p.opensQuote(p.token(w)+1) || p.closesQuote(p.token(w)-1) {
		return w
	}
	return -1
}

// thinker returns who says or thinks: the subject of the verb, of the verb that it
// is joined to or depends on, or the noun that it belongs to.
func (p *parsed) thinker(w int) tokens {
	for range syntax.Reach {
		if s := p.child(w, "nsubj"); s >= 0 {
			return p.thinking(s)
		}
		head := p.Words[w].Head
		if head != syntax.Root && p.rel(w, "xcomp", "ccomp") && slices.Contains(causing, p.Words[head].Lemma) {
			if k := p.child(head, "obj", "iobj"); k >= 0 && k < w {
				return p.thinking(k) // "made them believe"
			}
		}
		if head == syntax.Root || p.child(w, "nsubj:pass", "expl", "csubj") >= 0 {
			return tokens{}
		}
		switch {
		case p.rel(w, "acl") && !p.rel(w, "acl:relcl"):
			return p.hull(head, func(k int) bool { return k >= w || p.rel(k, "case", "punct", "cc", "conj") })
		case p.rel(w, "conj", "xcomp", "advcl", "parataxis"):
			w = head
		default:
			return tokens{}
		}
	}
	return tokens{}
}

// causing are the verbs whose object does what their infinitive says.
var causing = []string{"make", "let", "have", "help", "hear", "see", "lead", "cause", "allow"}

// thinking returns the phrase of a subject, with the noun of a relative pronoun.
func (p *parsed) thinking(s int) tokens {
	if t := p.at(p.token(s)); t.Is("it", "there", "what", "this") {
		return tokens{}
	}
	return p.phrase(s)
}

// creditWords are how the credit of a picture begins.
var creditWords = []string{"image", "images", "photo", "photos", "photograph", "picture", "source", "credit", "credits", "courtesy", "illustration", "video", "audio", "copyright"}

// credits returns whom the sentence names as the maker of a picture, the author of
// the words above or the speaker of those behind: "Image: Ana Bretz.", "— Davit
// Orlen", "THE MINISTER: Thank you".
func (c *clause) credits() []Attribution {
	if c.dashed() {
		if end := c.creditEnd(0); end == len(c.words) {
			return []Attribution{{Source: parley.Spans{c.span(0, end)}}}
		}
	}
	for i := 0; i+1 < len(c.words); i++ {
		if c.quoted(i) {
			continue
		}
		var first int
		switch t := c.at(i); {
		case slices.Contains(creditWords, t.Lower) && c.at(i+1).Is(":", ";"):
			first = i + 2
		case slices.Contains(creditWords, t.Lower) && c.at(i+1).Is("by") && i == 0:
			first = i + 2
		case t.Is(":") && i > 0 && i <= speakerWords && c.label(i):
			return []Attribution{{Source: parley.Spans{c.span(0, i)}}}
		default:
			continue
		}
		if end := c.creditEnd(first); end > first {
			return []Attribution{{Source: parley.Spans{c.span(first, end)}}}
		}
	}
	return nil
}

// dashed reports whether a dash stands before the sentence, as before the author of
// a verse; the dash is a list item's mark and none of its tokens.
func (c *clause) dashed() bool {
	before := strings.TrimRight(c.source[:c.sent.Start], " ")
	return slices.ContainsFunc([]string{"—", "―", "–", "--"}, func(dash string) bool { return strings.HasSuffix(before, dash) })
}

// speakerWords is the most tokens of the label of a speaker's turn.
const speakerWords = 5

// label reports whether the tokens before i are a label in capitals: "THE MINISTER".
func (c *clause) label(i int) bool {
	for k := range i {
		if t := c.at(k); t.Kind == lang.Word && (t.Text != strings.ToUpper(t.Text) || len(t.Text) < 2) {
			return false
		}
	}
	return true
}

// creditEnd returns where the name that begins at token first ends, or first where
// no name does.
func (c *clause) creditEnd(first int) int {
	if !c.at(first).Capital() && !c.at(first).Is("the") {
		return first
	}
	end := first
	for end < len(c.words) && !c.at(end).Is(".", ",", ")", "]", ";") {
		if end-first >= creditReach || finite(c.at(end)) && !c.at(end).Capital() {
			return first
		}
		end++
	}
	return end
}

// creditReach is how many tokens a credit may have.
const creditReach = 12
