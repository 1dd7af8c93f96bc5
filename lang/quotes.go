package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley"
)

// Quote is an outermost quotation. It has one part in each paragraph that it
// runs through, each with its quotation marks; a part that the writer reopens
// ("continuation quote") begins with a mark and ends without one.
type Quote struct {
	Parts  parley.Spans
	Closed bool // its closing mark was found
}

// Hull returns the span from the first mark to the last.
func (q Quote) Hull() parley.Span {
	return parley.Span{Start: q.Parts[0].Start, End: q.Parts[len(q.Parts)-1].End}
}

// reach is over how many paragraphs without a quotation mark an unclosed
// quotation is followed before it is given up.
const reach = 3

// role says whether a mark can open or close a quotation.
type role uint8

const (
	either role = iota
	opening
	closing
)

// mark is one double quotation mark (or guillemet, or TeX's pair).
type mark struct {
	parley.Span
	role role
}

// quotes finds the outermost quotations of a text: first the double marks, then
// single ones outside of these.
func quotes(text string, all []Block) []Quote {
	q := quoter{text: text, blocks: all, marks: make([][]mark, len(all))}
	for i, b := range all {
		q.marks[i] = doubleMarks(text, b.Span)
	}
	for i := range all {
		q.block(i)
	}
	return mergeSingles(text, all, q.out)
}

// quoter pairs double marks, block by block.
type quoter struct {
	text   string
	blocks []Block
	marks  [][]mark
	out    []Quote
	open   *Quote // nil outside quotations
	from   int    // where the open part begins
}

// block pairs the marks of block i and decides, at its end, whether an open
// quotation goes on in the next block.
func (q *quoter) block(i int) {
	if q.open != nil {
		q.from = q.blocks[i].Start
	}
	for k, m := range q.marks[i] {
		first := k == 0 && m.Start == q.blocks[i].Start
		switch {
		case q.open == nil && m.role != closing:
			q.open, q.from = &Quote{}, m.Start
		case q.open == nil || first && m.role != closing && len(q.open.Parts) > 0:
			// A stray closing mark, or the mark that reopens a quotation.
		case m.role == opening:
			q.close(m.Start, false)
			q.open, q.from = &Quote{}, m.Start
		default:
			q.close(m.End, true)
		}
	}
	if q.open == nil {
		return
	}
	if q.continues(i) {
		q.open.Parts = append(q.open.Parts, parley.Span{Start: q.from, End: q.blocks[i].End})
		return
	}
	q.close(q.blocks[i].End, false)
}

// close ends the open quotation at end.
func (q *quoter) close(end int, closed bool) {
	part := trimmed(q.text, parley.Span{Start: q.from, End: end})
	if part.Len() > 0 {
		q.open.Parts = append(q.open.Parts, part)
	}
	q.open.Closed = closed
	if len(q.open.Parts) > 0 && strings.ContainsFunc(q.open.Hull().In(q.text), isInk) {
		q.out = append(q.out, *q.open)
	}
	q.open = nil
}

// isInk reports whether a character makes a quotation more than its own marks.
func isInk(r rune) bool { return !unicode.IsSpace(r) && !isQuoteMark(r) }

// continues reports whether a quotation that is open at the end of block i goes
// on: the next block reopens it, or a closing mark comes before any other.
func (q *quoter) continues(i int) bool {
	for next := i + 1; next < len(q.blocks) && next <= i+reach; next++ {
		if q.blocks[next].Kind == Heading {
			return false
		}
		if len(q.marks[next]) > 0 {
			return q.carries(next, next == i+1)
		}
	}
	return false
}

// carries reports whether an open quotation runs on into block i, which has
// marks: its first mark closes it, or reopens it at the start of the next block.
// Of marks that could face either way an odd number says that one closes it.
func (q *quoter) carries(i int, adjacent bool) bool {
	switch first := q.marks[i][0]; {
	case first.role == closing:
		return true
	case first.Start == q.blocks[i].Start:
		return adjacent && (first.role == opening || len(q.marks[i])%2 == 1 || q.blocks[i].AfterBlank)
	case first.role == either:
		return len(q.marks[i])%2 == 1
	}
	return false
}

// doubleMarks returns the double marks of a block with what each can do.
func doubleMarks(text string, s parley.Span) []mark {
	var out []mark
	low := false // a low mark is open: the mark that opens in English closes it
	for i := s.Start; i < s.End; {
		r, size := decode(text[i:s.End])
		span := parley.Span{Start: i, End: i + size}
		switch {
		case r == '`' && strings.HasPrefix(text[i:s.End], "``"):
			span.End = i + 2
			out = append(out, mark{span, opening})
		case r == '\'' && strings.HasPrefix(text[i:s.End], "''"):
			span.End = i + 2
			out = append(out, mark{span, facing(text, s, span)})
		case r == '“' && low:
			out, low = append(out, mark{span, closing}), false
		case r == '“' || r == '„' || r == '«':
			out, low = append(out, mark{span, opening}), r == '„'
		case r == '”' || r == '»':
			out, low = append(out, mark{span, closing}), false
		case r == '"' || r == '‟':
			if !inchMark(text, s, i) {
				out = append(out, mark{span, facing(text, s, span)})
			}
		}
		i = span.End
	}
	return out
}

// facing tells from the characters around a straight mark which way it faces.
func facing(text string, block, m parley.Span) role {
	before, _ := utf8.DecodeLastRuneInString(text[block.Start:m.Start])
	after, _ := utf8.DecodeRuneInString(text[m.End:block.End])
	left := m.Start == block.Start || unicode.IsSpace(before) || strings.ContainsRune("([{—–-‘'", before)
	right := m.End == block.End || unicode.IsSpace(after) || strings.ContainsRune(")]},.;:!?—–…’'", after)
	switch {
	case left && !right:
		return opening
	case right && !left:
		return closing
	}
	return either
}

// inchMark reports whether the straight mark at i stands for inches (6' 2").
func inchMark(text string, s parley.Span, i int) bool {
	return i > s.Start && text[i-1] >= '0' && text[i-1] <= '9' && strings.ContainsRune(text[max(s.Start, i-5):i], '\'')
}

// mergeSingles adds the single-mark quotations that stand outside the others,
// and returns all in the order of the text.
func mergeSingles(text string, all []Block, double []Quote) []Quote {
	out := make([]Quote, 0, len(double))
	d := 0
	for _, b := range all {
		at := b.Start
		for ; d < len(double) && double[d].Parts[0].Start < b.End; d++ {
			out = appendSingles(out, text, parley.Span{Start: at, End: double[d].Parts[0].Start})
			out = append(out, double[d])
			at = double[d].Hull().End
		}
		if len(out) > 0 {
			at = max(at, out[len(out)-1].Hull().End)
		}
		out = appendSingles(out, text, parley.Span{Start: at, End: b.End})
	}
	return out
}

// singleReach is how many bytes behind a mark that may close a quotation a surer
// one is looked for.
const singleReach = 400

// appendSingles appends the quotations in single marks of a stretch of text.
func appendSingles(out []Quote, text string, s parley.Span) []Quote {
	for i := s.Start; i < s.End; {
		r, size := decode(text[i:s.End])
		if !opensSingle(text, s, i, r, size) {
			i += size
			continue
		}
		end := closeSingle(text, s, i+size)
		if end == 0 {
			// No mark closes it here, so none closes a later one either.
			return out
		}
		out = append(out, Quote{Parts: parley.Spans{{Start: i, End: end}}, Closed: true})
		i = end
	}
	return out
}

// opensSingle reports whether the rune r at i opens a quotation: a single mark
// behind a space or bracket and before a word, but not "'em" or "'90s".
func opensSingle(text string, s parley.Span, i int, r rune, size int) bool {
	if r != '‘' && r != '\'' && r != '`' && r != '‹' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after := strings.TrimLeft(text[i+size:s.End], " ")
	next, _ := utf8.DecodeRuneInString(after)
	behind := i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–:", before)
	return behind && unicode.IsLetter(next) && !dropped(after)
}

// dropped reports whether the words behind a single mark begin with one whose
// first letters it stands for: "'em", "'til", "rock 'n' roll".
func dropped(after string) bool {
	for _, w := range []string{"em ", "til ", "n' ", "n’ "} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

// closeSingle returns the end of the mark that closes a single-mark quotation
// whose words begin at i, or 0. A mark behind punctuation is taken before one
// behind a letter, which may be an apostrophe ("the parties' offer"), unless
// another quotation begins or much is said in between.
func closeSingle(text string, s parley.Span, i int) int {
	fallback := 0
	for k := i; k < s.End; {
		r, size := decode(text[k:s.End])
		if fallback > 0 && (k > fallback+singleReach || opensSingle(text, s, k, r, size)) {
			break
		}
		if (isApostrophe(r) || r == '›') && !wordAt(text, k+size, s.End) && k > i {
			before, _ := utf8.DecodeLastRuneInString(text[i:k])
			switch {
			case strings.ContainsRune(",.!?…", before) || unicode.IsSpace(before):
				return k + size
			case fallback == 0 && before != 's':
				fallback = k + size
			}
		}
		k += size
	}
	return fallback
}
