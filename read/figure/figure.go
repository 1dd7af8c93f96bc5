// Package figure reads the numbers that a story rests on: the killed, wounded,
// arrested and displaced, troops, crowds, votes, shares and sums of money.
//
// In flow a document's analysed text and its dates; out flow figures, each with
// its value or range, what bounds it ("at least"), its unit and its measure. A
// number alone is not a figure: what it counts decides. What became of people is
// told by the words right before the number, else by the tree of the sentence
// (tree.go), else by the words behind it. Dates, ages, ordinals,
// clock times and the numbers of articles and flights are none, and neither are
// small counts of abstract things ("two sides").
package figure

import (
	"slices"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// Name and Version identify the reader.
const (
	Name    = "figure"
	Version = 2
)

// kind is what sort of thing a number counts; each has its confidence.
type kind uint8

// The kinds of figure.
const (
	harmed     kind = iota // people to whom something was done, by verb or noun
	people                 // other people, troops and crowds
	vague                  // "millions", "dozens of rebels": no value
	things                 // votes, rockets, houses
	percent                // percentages
	share                  // fractions: "a third of the country"
	money                  // sums
	unmeasured             // percentages and sums of what the text near them does not say
)

// confidence is, for each kind, the share of its figures in the development half
// of the ledger gold that the gold has too, shrunk towards 0.6 as if by ten
// further figures. The half has no counted things and nothing unmeasured.
var confidence = [...]float64{harmed: 0.87, people: 0.83, vague: 0.65, things: 0.6, percent: 0.75, share: 0.67, money: 0.73, unmeasured: 0.6}

// Read finds the figures of a text, in its order. What a document says twice in
// the same words is one figure, at its first place. The entries hold no actors:
// who is behind a figure is settled where the actors are known.
func Read(_ *parley.Document, text *lang.Text, trees []syntax.Tree, dates []parley.Date) []parley.Figure {
	r := reader{text: text, trees: trees, dates: slices.Clone(dates), seen: map[sameness]bool{}}
	slices.SortFunc(r.dates, func(a, b parley.Date) int { return a.Span.Hull().End - b.Span.Hull().End })
	for _, d := range dates {
		r.times = append(r.times, d.Span...)
	}
	slices.SortFunc(r.times, func(a, b parley.Span) int { return a.Start - b.Start })
	for i := range text.Sentences {
		r.sentence(i)
	}
	return r.out
}

// reader finds the figures of one text.
type reader struct {
	text   *lang.Text
	trees  []syntax.Tree
	dates  []parley.Date
	times  []parley.Span // of the dates, in reading order
	inside lang.Sentence // the sentence in hand
	tree   syntax.Tree   // its tree, without words where the text is not parsed
	last   found         // the figure before, of the same sentence
	seen   map[sameness]bool
	out    []parley.Figure
}

// sameness is what two tellings of one figure have in common.
type sameness struct {
	low, high          float64
	mod, noun, measure string
}

// found is a number with what it counts.
type found struct {
	number
	first, end int    // its tokens, bounds and noun included
	bound      bound  // "at least", "about"
	head       int    // the token of the noun, or -1
	noun       string // the noun, in lower case
	definite   bool   // "the two", "these 30"
	unit       string
	sum        bool // a sum of money
	measure    measure
	kind       kind
}

// token returns token i of the sentence in hand, and an empty one outside of it.
func (r *reader) token(i int) lang.Token {
	if i < r.inside.First || i >= r.inside.Last {
		return lang.Token{Kind: lang.Punct}
	}
	return r.text.Tokens[i]
}

// word returns the words of token i in lower case.
func (r *reader) word(i int) string { return r.token(i).Lower }

// sentence finds the figures of sentence n.
func (r *reader) sentence(n int) {
	r.inside, r.tree = r.text.Sentences[n], syntax.Tree{}
	if n < len(r.trees) {
		r.tree = r.trees[n]
	}
	r.last = found{end: -1}
	for i := r.inside.First; i < r.inside.Last; {
		num := r.number(i)
		if num.to <= i {
			i++
			continue
		}
		f := r.phrase(num)
		if !r.timed(num) && !r.numbering(num.from) && r.accept(&f) {
			r.add(f)
			r.last = f
		}
		i = max(num.to, f.end)
	}
}

// timed reports whether the number is part of a date, a duration or a clock time.
func (r *reader) timed(n number) bool {
	at := r.token(n.from).Span
	k, _ := slices.BinarySearchFunc(r.times, at.Start, func(s parley.Span, start int) int {
		if s.End <= start {
			return -1
		}
		return 1
	})
	return k < len(r.times) && r.times[k].Overlaps(at)
}

// numbering reports whether the number at token i tells things apart and does
// not count them: "Article 50", "Flight 12", "the Group of 77".
func (r *reader) numbering(i int) bool {
	before := r.word(i - 1)
	return numbered[before] || r.year(i) || before == "of" && r.token(i-2).Is("group") || before == "-" && r.token(i-2).Is("g")
}

// year reports whether the number at token i may be a year: four digits behind a
// preposition of time, as in "in 2024".
func (r *reader) year(i int) bool {
	t := r.token(i)
	return t.Kind == lang.Number && len(t.Text) == 4 && t.Text >= "1900" && t.Text < "2100" &&
		r.token(i-1).Is("in", "since", "by", "until", "from", "during", "before", "after", "for")
}

// add appends a figure unless the text has given it already.
func (r *reader) add(f found) {
	same := sameness{low: f.low, high: f.high, mod: f.bound.mod, noun: f.noun, measure: f.measure.name}
	if !f.vague && r.seen[same] {
		return
	}
	r.seen[same] = true
	out := parley.Figure{
		Span:       parley.Spans{{Start: r.token(f.first).Start, End: r.token(f.end - 1).End}},
		Unit:       f.unit,
		Measure:    f.measure.name,
		Approx:     f.bound.approx,
		Mod:        f.bound.mod,
		AsOf:       r.asOf(f),
		Provenance: parley.Provenance{Confidence: confidence[f.kind]},
	}
	switch {
	case f.vague:
	case f.low != f.high:
		out.Min, out.Max = new(f.low), new(f.high)
	default:
		out.Value = new(f.low)
	}
	r.out = append(r.out, out)
}
