package eval

import (
	"fmt"
	"slices"

	"parley"
)

// quotation is an attribution as sets of tokens.
type quotation struct {
	kind    parley.StatementType
	parts   [partCount]tokenSet
	trimmed [partCount]tokenSet // without the marks at the ends
}

// quotePage is the attributions of one document, of the gold and as read.
type quotePage struct {
	tokens     []token
	gold, read []quotation
}

// countQuotes counts in what the attributions of one document agree.
func countQuotes(text string, gold, read []Attribution) quoteCounts {
	p := quotePage{tokens: tokenise(text)}
	p.gold, p.read = p.quotations(gold), p.quotations(read)
	c := quoteCounts{gold: len(gold), read: len(read)}
	for k := range partCount {
		c.fragments[k] = p.countFragments(k)
	}
	for i, kind := range quoteTypes {
		c.contents[i] = p.countContents(kind)
	}
	for _, pair := range alignQuotes(p.gold, p.read) {
		p.countPair(&c, p.gold[pair[0]], p.read[pair[1]])
	}
	return c
}

func (p quotePage) quotations(list []Attribution) []quotation {
	out := make([]quotation, len(list))
	for i, a := range list {
		out[i].kind = a.Type
		for k, spans := range [partCount]parley.Spans{speaker: a.Speaker, cue: a.Cue, content: a.Content} {
			set := tokensOf(p.tokens, spans)
			out[i].parts[k], out[i].trimmed[k] = set, set.trimmed(p.tokens)
		}
	}
	return out
}

// countFragments compares the runs of tokens of one part; a run that several
// attributions share counts once.
func (p quotePage) countFragments(k part) fragmentCount {
	gold, read := fragments(p.gold, k), fragments(p.read, k)
	c := fragmentCount{gold: len(gold), read: len(read)}
	for run := range gold {
		if read[run] {
			c.right++
		}
	}
	return c
}

func fragments(list []quotation, k part) map[parley.Span]bool {
	set := map[parley.Span]bool{}
	for _, q := range list {
		for _, run := range q.parts[k].runs() {
			set[run] = true
		}
	}
	return set
}

// countContents compares the contents of attributions of one type.
func (p quotePage) countContents(kind parley.StatementType) contentCount {
	var c contentCount
	c.gold, c.strictGold, c.shareGold = found(p.gold, p.read, kind)
	c.read, c.strictRead, c.shareRead = found(p.read, p.gold, kind)
	return c
}

// found counts the quotations of a type, those of them whose content stands
// among the others, and the sum of the shares of their tokens that do.
func found(list, others []quotation, kind parley.StatementType) (count, equal int, share float64) {
	known := map[string]bool{}
	for _, o := range others {
		known[o.trimmed[content].key()] = true
	}
	for _, q := range list {
		if kind != quoteTypes[0] && kind != q.kind {
			continue
		}
		count++
		if known[q.trimmed[content].key()] {
			equal++
		}
		tokens := 0
		for _, o := range others {
			tokens += q.parts[content].overlap(o.parts[content])
		}
		// Overlapping attributions may hold a token twice.
		share += min(1, ratio(float64(tokens), float64(len(q.parts[content]))))
	}
	return count, equal, share
}

// key is equal for equal sets.
func (s tokenSet) key() string { return fmt.Sprint([]int(s)) }

// countPair counts in what an attribution of the gold and the one that was
// aligned with it agree.
func (p quotePage) countPair(c *quoteCounts, gold, read quotation) {
	c.aligned++
	equal := func(k part) bool { return slices.Equal(gold.trimmed[k], read.trimmed[k]) }
	if equal(speaker) && equal(cue) && equal(content) {
		c.tuple++
	}
	if gold.parts[content].f1(read.parts[content]) < 0.5 {
		return
	}
	c.half++
	if meet(gold.parts[speaker].words(p.tokens), read.parts[speaker].words(p.tokens)) {
		c.speakerOverlaps++
		c.soft++
	}
	if equal(speaker) {
		c.speakerEquals++
	}
	if meet(gold.parts[cue], read.parts[cue]) {
		c.cueOverlaps++
	}
}

// meet reports whether two sets share a token or are both empty.
func meet(a, b tokenSet) bool { return len(a) == 0 && len(b) == 0 || a.overlap(b) > 0 }

// partners is which attributions may be matched with each other.
type partners struct {
	ofGold, ofRead     [][]int // the readings of each gold, and the other way round
	seenGold, seenRead []bool
}

func newPartners(weights [][]float64, reads int) *partners {
	p := &partners{
		ofGold: make([][]int, len(weights)), seenGold: make([]bool, len(weights)),
		ofRead: make([][]int, reads), seenRead: make([]bool, reads),
	}
	for i, row := range weights {
		for j, w := range row {
			if w > 0 {
				p.ofGold[i] = append(p.ofGold[i], j)
				p.ofRead[j] = append(p.ofRead[j], i)
			}
		}
	}
	return p
}

// alignQuotes matches the attributions one to one so that the sum of the
// matches' weights is greatest.
func alignQuotes(gold, read []quotation) [][2]int {
	weights := make([][]float64, len(gold))
	for i, g := range gold {
		weights[i] = make([]float64, len(read))
		for j, r := range read {
			weights[i][j] = weight(g, r)
		}
	}
	p := newPartners(weights, len(read))
	var pairs [][2]int
	for i := range gold {
		if !p.seenGold[i] && len(p.ofGold[i]) > 0 {
			rows, columns := p.component(i)
			pairs = append(pairs, alignComponent(rows, columns, weights)...)
		}
	}
	return pairs
}

// weight is how well two attributions fit: by their content, and between equal
// contents by the cue and then the speaker. Without common content it is 0.
func weight(gold, read quotation) float64 {
	w := gold.parts[content].f1(read.parts[content])
	if w == 0 {
		return 0
	}
	if gold.parts[cue].overlap(read.parts[cue]) > 0 {
		w += 0.01
	}
	if gold.parts[speaker].overlap(read.parts[speaker]) > 0 {
		w += 0.005
	}
	return w
}

// component gathers the gold and the readings that can be reached from gold i
// over possible matches. Only they need be weighed against each other. The order
// decides between equally good matches: it is that of the reference scorer, depth first.
func (p *partners) component(i int) (rows, columns []int) {
	type node struct {
		place int
		gold  bool
	}
	for stack := []node{{i, true}}; len(stack) > 0; {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		seen, next := p.seenRead, p.ofRead
		if n.gold {
			seen, next = p.seenGold, p.ofGold
		}
		if seen[n.place] {
			continue
		}
		seen[n.place] = true
		if n.gold {
			rows = append(rows, n.place)
		} else {
			columns = append(columns, n.place)
		}
		for _, k := range next[n.place] {
			stack = append(stack, node{k, !n.gold})
		}
	}
	return rows, columns
}

// alignComponent matches the given gold with the given readings.
func alignComponent(rows, columns []int, weights [][]float64) [][2]int {
	matrix := make([][]float64, len(rows))
	for a, i := range rows {
		matrix[a] = make([]float64, len(columns))
		for b, j := range columns {
			matrix[a][b] = weights[i][j]
		}
	}
	var pairs [][2]int
	for _, p := range assign(matrix) {
		if matrix[p[0]][p[1]] > 0 {
			pairs = append(pairs, [2]int{rows[p[0]], columns[p[1]]})
		}
	}
	return pairs
}
