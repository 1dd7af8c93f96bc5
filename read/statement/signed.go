package statement

import (
	"strings"

	"parley"
	"parley/lang"
)

// signature is a dash and a name behind a quotation, as below a motto or a
// passage set apart: "'We lose.' — Davit Orlen".
type signature struct {
	quote      int // of the text
	dash, name parley.Span
	work       bool // a day stands behind it: a headline in a list of works, said by nobody in the story
}

// sureSigned is the confidence of a signed quotation: an estimate, as for a turn of
// a transcript, since the gold of whole documents has none.
const sureSigned = 0.85

// signed makes the statements of quotations that nothing but a signature gives to
// somebody.
func (r *reader) signed() {
	for _, s := range r.signatures() {
		if s.work || r.used[s.quote] {
			continue
		}
		f := Found{}
		f.Source, f.Cue = parley.Spans{s.name}, parley.Spans{s.dash}
		f.Content = append(f.Content, r.text.Quotes[s.quote].Parts...)
		f.Act, f.Confidence = saidAct(strings.ToLower(f.Content.In(r.text.Source)), true), sureSigned
		r.used[s.quote] = true
		r.found = append(r.found, f)
	}
}

// signatures returns the signatures of the text's quotations of whole sentences.
func (r *reader) signatures() []signature {
	var out []signature
	for q, quote := range r.text.Quotes {
		if !r.wholeSentences(quote) && !r.ownLine(quote) {
			continue
		}
		if s, ok := r.signatureAt(quote.Hull().End); ok {
			s.quote = q
			out = append(out, s)
		}
	}
	return out
}

// ownLine reports whether a quotation begins its block.
func (r *reader) ownLine(q lang.Quote) bool {
	start := q.Hull().Start
	s := r.text.SentenceAt(start)
	return s >= 0 && r.text.Blocks[r.text.Sentences[s].Block].Start == start
}

// signatureAt returns the signature that begins at byte end, behind a quotation,
// on its line or the next.
func (r *reader) signatureAt(end int) (signature, bool) {
	dash := r.dashAt(end)
	if dash.Len() == 0 {
		return signature{}, false
	}
	first := r.text.TokenAt(dash.End)
	last := first
	for last < len(r.text.Tokens) && r.signs(last, first) {
		last++
	}
	if last == first || last-first > labelWords || !r.text.Tokens[first].Capital() || !r.endsSignature(last) {
		return signature{}, false
	}
	name := parley.Span{Start: r.text.Tokens[first].Start, End: r.text.Tokens[last-1].End}
	return signature{dash: dash, name: name, work: r.dated(last)}, true
}

// dashAt returns the dash that follows byte end behind no more than white space and
// one end of a line.
func (r *reader) dashAt(end int) parley.Span {
	rest := r.text.Source[min(end, len(r.text.Source)):]
	ink := strings.TrimLeft(rest, " \t\r\n\u00a0")
	space := rest[:len(rest)-len(ink)]
	if strings.Count(space, "\n") > 1 {
		return parley.Span{}
	}
	for _, dash := range []string{"—", "―", "–", "--", "-"} {
		if strings.HasPrefix(ink, dash) && (dash != "-" || space != "") {
			start := end + len(space)
			return parley.Span{Start: start, End: start + len(dash)}
		}
	}
	return parley.Span{}
}

// signs reports whether token i goes on with the name that begins at token first.
func (r *reader) signs(i, first int) bool {
	t := r.text.Tokens[i]
	if t.Kind != lang.Word || r.parted(first, i) {
		return false
	}
	return t.Capital() || i > first && t.Is("of", "the", "and", "for", "de", "al", "bin", "van", "von")
}

// endsSignature reports whether a signature can end before token i: at the end of
// its line, of its sentence, or before a comma or bracket with more about the name.
func (r *reader) endsSignature(i int) bool {
	return i >= len(r.text.Tokens) || r.parted(i-1, i) || r.text.Tokens[i].Is(",", ".", "(")
}

// parted reports whether tokens i and k stand in two sentences.
func (r *reader) parted(i, k int) bool {
	return r.text.SentenceAt(r.text.Tokens[i].Start) != r.text.SentenceAt(r.text.Tokens[k].Start)
}

// dated reports whether the day of a work stands behind the signature that ends
// before token i: "— Meridian Wire, August 15, 2019".
func (r *reader) dated(i int) bool {
	if i >= len(r.text.Tokens) || !r.text.Tokens[i].Is(",", "(") {
		return false
	}
	for k := i + 1; k < min(i+labelWords, len(r.text.Tokens)) && !r.parted(i, k); k++ {
		if t := r.text.Tokens[k].Text; len(t) == 4 && strings.Trim(t, "0123456789") == "" {
			return true
		}
	}
	return false
}
