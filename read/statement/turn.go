package statement

import (
	"strings"
	"unicode"

	"parley"
	"parley/lang"
)

// labelWords is how many tokens a speaker's label may have before its colon:
// "THE PRESIDENT:", "MR. KIRBY:", "PRIME MINISTER EL-KASRI:".
const labelWords = 6

// turns makes the statements of a transcript: a paragraph that begins with a
// speaker's label in capitals, and the paragraphs behind it up to the next label.
// One label alone is no transcript.
func (r *reader) turns() {
	labels := r.labels()
	if len(labels) < 2 {
		return
	}
	for k, l := range labels {
		end := len(r.text.Blocks)
		if k+1 < len(labels) {
			end = labels[k+1].block
		}
		if content := r.turn(l, end); len(content) > 0 {
			f := Found{verbatim: true}
			f.Source, f.Cue, f.Content = parley.Spans{l.name}, parley.Spans{l.colon}, content
			f.Act, f.Confidence = parley.Assert, sureTurn
			if strings.HasSuffix(content.In(r.text.Source), "?") {
				f.Act = parley.Ask
			}
			r.found = append(r.found, f)
		}
	}
}

// sureTurn is the confidence of a turn. No gold has transcripts; the label is
// as plain a sign as a quotation with a tag.
const sureTurn = 0.9

// label is a speaker's label at the start of a block.
type label struct {
	block       int
	name, colon parley.Span
}

// labels returns the speaker's labels of the text.
func (r *reader) labels() []label {
	var out []label
	for i, b := range r.text.Blocks {
		first := r.text.TokenAt(b.Start)
		for k := first + 1; k < len(r.text.Tokens) && k <= first+labelWords; k++ {
			t := r.text.Tokens[k]
			if t.Is(":") && t.End < b.End {
				out = append(out, label{i, parley.Span{Start: b.Start, End: r.text.Tokens[k-1].End}, t.Span})
				break
			}
			if t.Start >= b.End || !shoutedWord(r.text.Tokens[k-1]) {
				break
			}
		}
		if n := len(out); n > 0 && out[n-1].block == i && !shoutedName(out[n-1].name.In(r.text.Source)) {
			out = out[:n-1]
		}
	}
	return out
}

// shoutedWord reports whether a token can be part of a label in capitals.
func shoutedWord(t lang.Token) bool {
	return t.Kind == lang.Punct || t.Kind == lang.Word && strings.ToUpper(t.Text) == t.Text
}

// shoutedName reports whether a label is all capitals with at least one word of
// two letters.
func shoutedName(name string) bool {
	letters := 0
	for _, r := range name {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 2
}

// turn returns what a speaker says: the rest of the label's block and the
// paragraphs up to block end.
func (r *reader) turn(l label, end int) parley.Spans {
	var out parley.Spans
	first := parley.Span{Start: l.colon.End, End: r.text.Blocks[l.block].End}
	if rest := first.In(r.text.Source); strings.TrimSpace(rest) != "" {
		first.Start += len(rest) - len(strings.TrimLeft(rest, " \t\u00a0"))
		out = append(out, first)
	}
	for _, b := range r.text.Blocks[l.block+1 : end] {
		if b.Kind != lang.Paragraph || b.Len() == 0 {
			break
		}
		out = append(out, b.Span)
	}
	return out
}

// headline is an attribution of a headline that a later one has still to confirm:
// "Orlen: No talks before June".
type headline struct {
	Found
	name string // the last word before the colon, lower case
}

// headlineAt returns the attribution of a title by a colon: up to colonWords
// capitalised words, the colon, and the rest. A topic has the same form
// ("Oru valley: what we know"), so it counts only where the text goes on to
// quote that name.
func (r *reader) headlineAt(c *clause) {
	if r.text.Blocks[c.sent.Block].Kind != lang.Heading && c.sent.Block > 0 {
		return
	}
	for i := c.start + 1; i < len(c.words) && i <= c.start+colonWords; i++ {
		if !c.at(i).Is(":") {
			continue
		}
		if i+1 >= c.finish || !c.nameBefore(i) || c.opensQuote(i+1) {
			return
		}
		h := headline{name: c.at(i - 1).Lower}
		h.Source, h.Cue = parley.Spans{c.span(c.start, i)}, parley.Spans{c.span(i, i+1)}
		h.Content = parley.Spans{c.span(i+1, c.finish)}
		h.Act, h.Confidence = saidAct(strings.ToLower(h.Content.In(r.text.Source)), false), sureHeadline
		r.headlines = append(r.headlines, h)
		return
	}
}

// sureHeadline is the confidence of a headline's attribution that the text confirms:
// an estimate, since the gold of whole documents has too few to count.
const sureHeadline = 0.75

// confirmHeadlines adds the attributions of headlines whose name is the source
// of a statement of the text.
func (r *reader) confirmHeadlines() {
	for _, h := range r.headlines {
		for i := range r.found {
			if strings.Contains(strings.ToLower(r.found[i].Source.In(r.text.Source)), h.name) {
				r.found = append(r.found, h.Found)
				break
			}
		}
	}
}
