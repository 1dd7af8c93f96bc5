package eval

import (
	"fmt"
	"slices"
	"strings"

	"parley"
)

// CorefScore is how well the mentions of actors agree with chains of gold.
type CorefScore struct {
	Documents  int          `json:"documents"`
	Pronouns   ShareScore   `json:"pronouns"`   // he, she, his, him and her whose antecedent is in the right chain
	Named      ShareScore   `json:"named"`      // the same by the antecedent that is no pronoun
	Resolved   ShareScore   `json:"resolved"`   // of the pronouns that some actor has, those right
	Unresolved int          `json:"unresolved"` // of these pronouns, those that no actor has
	Genres     []ShareScore `json:"genres"`
	MUC        PRF          `json:"muc"`
	B3         PRF          `json:"b3"`
	CEAFe      PRF          `json:"ceafe"`
	CoNLL      float64      `json:"conll_F1"` // the mean of the three F1
	Mentions   PRF          `json:"mentions"` // of those that are in a chain
}

// gendered are the pronouns that are scored one by one.
var gendered = wordSet("he him his she her")

// ScoreCoref scores readings, in the order of the documents. It also returns the
// pronouns that went wrong.
//
// A pronoun is right where its antecedent, the nearest mention of its actor before
// it or else behind it, is in its chain of the gold. Where that is a pronoun too,
// an early fault may hide; Named therefore asks for the nearest name or noun phrase.
// It is the lower for the gold's own sake, which begins a new chain where someone is
// said to be something ("he became a judge"). The chains are scored
// as the CoNLL-2012 task does (Pradhan et al. 2014), over the mentions of the gold
// and over those of its chains that have a name or one of the pronouns.
func ScoreCoref(gold []CorefDocument, read []parley.Reading) (CorefScore, []Fault) {
	s := CorefScore{Documents: len(gold), Pronouns: ShareScore{Name: "he and she"}, Named: ShareScore{Name: "  to the right words"}, Resolved: ShareScore{Name: "  of the resolved"}}
	var faults []Fault
	var chains chainCounts
	for i := range gold {
		d := newCorefPage(&gold[i], &read[i])
		faults = append(faults, s.pronouns(d)...)
		chains.add(d.goldChains(), d.readChains())
	}
	s.MUC, s.B3, s.CEAFe, s.Mentions = chains.muc(), chains.b3(), chains.ceafe(), chains.mentions()
	s.CoNLL = (s.MUC.F1 + s.B3.F1 + s.CEAFe.F1) / 3
	return s, faults
}

// corefPage is the gold of one document beside the reading of it.
type corefPage struct {
	gold   *CorefDocument
	read   *parley.Reading
	heads  []int          // of the gold's mentions
	atHead map[int][]int  // mentions by their head
	kept   []int          // mentions of the chains that are scored
	chains map[string]int // how many mentions of each chain are no pronoun
}

func newCorefPage(gold *CorefDocument, read *parley.Reading) *corefPage {
	p := &corefPage{gold: gold, read: read, atHead: map[int][]int{}, chains: map[string]int{}}
	scored := map[string]bool{}
	for i, m := range gold.Mentions {
		head := gold.headOf(m)
		w := gold.Words[head]
		p.heads = append(p.heads, head)
		p.atHead[head] = append(p.atHead[head], i)
		if strings.HasPrefix(w.XPOS, "NNP") || gendered[w.Form] {
			scored[m.Chain] = true
		}
		if !strings.HasPrefix(w.XPOS, "PRP") && !strings.HasPrefix(w.XPOS, "W") {
			p.chains[m.Chain]++
		}
	}
	for i, m := range gold.Mentions {
		if scored[m.Chain] {
			p.kept = append(p.kept, i)
		}
	}
	return p
}

// headOf returns the word of a mention whose head stands outside of it.
func (d *CorefDocument) headOf(m CorefMention) int {
	for i := m.First; i < m.Last; i++ {
		if h := d.Words[i].Head; h < m.First || h >= m.Last {
			return i
		}
	}
	return m.Last - 1
}

// naming are the relations by which the words of a name and its titles hang on
// each other.
var naming = wordSet("flat compound appos nmod:desc nmod:poss name")

// mentionOf returns the gold's mention that a span of the reading stands for: the
// smallest that holds it and whose head it has, or is named together with. It
// returns -1 for none.
func (p *corefPage) mentionOf(s parley.Span) int {
	first := -1
	last := -1
	for i, w := range p.gold.Words {
		if w.Overlaps(s) {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	if first < 0 {
		return -1
	}
	for head, up := p.gold.headOf(CorefMention{First: first, Last: last}), 0; head >= 0 && up < len(p.gold.Words); up++ {
		if m := p.smallest(head, first, last); m >= 0 {
			return m
		}
		if r := p.gold.Words[head].Relation; !naming[r] && !strings.HasPrefix(r, "flat") || r == "nmod:poss" {
			return -1
		}
		head = p.gold.Words[head].Head
	}
	return -1
}

// smallest returns the smallest mention with a head that shares a word with
// words [first, last), or -1.
func (p *corefPage) smallest(head, first, last int) int {
	best := -1
	for _, i := range p.atHead[head] {
		m := p.gold.Mentions[i]
		if m.First < last && first < m.Last && (best < 0 || m.Last-m.First < p.gold.Mentions[best].Last-p.gold.Mentions[best].First) {
			best = i
		}
	}
	return best
}

// pronouns scores the pronouns of a document whose chain has other words.
func (s *CorefScore) pronouns(p *corefPage) []Fault {
	var faults []Fault
	for i, m := range p.gold.Mentions {
		w := p.gold.Words[p.heads[i]]
		if m.Last-m.First != 1 || !gendered[w.Form] || p.chains[m.Chain] == 0 {
			continue
		}
		antecedent, found := p.antecedent(w.Span, false)
		right := found && p.inChain(antecedent, m.Chain)
		words, named := p.antecedent(w.Span, true)
		s.Pronouns.count(right)
		s.Named.count(named && p.inChain(words, m.Chain))
		genreScore(&s.Genres, p.gold.Genre).count(right)
		if found {
			s.Resolved.count(right)
		} else {
			s.Unresolved++
		}
		if !right {
			faults = append(faults, Fault{Document: p.gold.ID, Kind: parley.KindActor, Sort: Differs, Text: p.context(w.Span), Gold: p.named(m.Chain), Read: words.In(p.gold.Text)})
		}
	}
	return faults
}

// genreScore returns the score of a genre, added where it is new.
func genreScore(list *[]ShareScore, genre string) *ShareScore {
	i := slices.IndexFunc(*list, func(s ShareScore) bool { return s.Name == genre })
	if i < 0 {
		*list = append(*list, ShareScore{Name: genre})
		i = len(*list) - 1
	}
	return &(*list)[i]
}

// inChain reports whether a span of the reading is a mention of a chain.
func (p *corefPage) inChain(s parley.Span, chain string) bool {
	k := p.mentionOf(s)
	return k >= 0 && p.gold.Mentions[k].Chain == chain
}

// antecedent returns the nearest mention of the actor that has a pronoun among its
// mentions: before the pronoun, or else behind it; of words, the nearest that is no
// pronoun.
func (p *corefPage) antecedent(pronoun parley.Span, words bool) (parley.Span, bool) {
	for _, a := range p.read.Actors {
		if !slices.Contains(a.Mentions, pronoun) {
			continue
		}
		before, behind := parley.Span{}, parley.Span{}
		for _, m := range a.Mentions {
			form := strings.ToLower(m.In(p.gold.Text))
			switch {
			case m == pronoun || words && (gendered[form] || sourcePronouns[form]):
			case m.Start < pronoun.Start:
				before = m
			case behind.Len() == 0:
				behind = m
			}
		}
		if before.Len() > 0 {
			return before, true
		}
		return behind, behind.Len() > 0
	}
	return parley.Span{}, false
}

// context returns the text before a pronoun, and the pronoun marked.
func (p *corefPage) context(s parley.Span) string {
	before := p.gold.Text[max(0, s.Start-aroundBytes):s.Start]
	behind := p.gold.Text[s.End:min(len(p.gold.Text), s.End+aroundBytes/2)]
	return strings.ToValidUTF8(before+"["+s.In(p.gold.Text)+"]"+behind, "")
}

// named returns the first words of a chain that are no pronoun.
func (p *corefPage) named(chain string) string {
	for i, m := range p.gold.Mentions {
		if m.Chain == chain && !strings.HasPrefix(p.gold.Words[p.heads[i]].XPOS, "PRP") {
			return p.gold.Text[p.gold.Words[m.First].Start:p.gold.Words[m.Last-1].End]
		}
	}
	return chain
}

// goldChains returns the chains of the gold that are scored, each as the places
// of its mentions.
func (p *corefPage) goldChains() [][]int {
	byChain := map[string][]int{}
	for _, i := range p.kept {
		byChain[p.gold.Mentions[i].Chain] = append(byChain[p.gold.Mentions[i].Chain], i)
	}
	return several(byChain)
}

// readChains returns the chains of the reading over the mentions of the gold that are scored.
func (p *corefPage) readChains() [][]int {
	byActor := map[string][]int{}
	taken := map[int]bool{}
	for _, a := range p.read.Actors {
		for _, s := range a.Mentions {
			if m := p.mentionOf(s); m >= 0 && !taken[m] && slices.Contains(p.kept, m) {
				taken[m] = true
				byActor[a.ID] = append(byActor[a.ID], m)
			}
		}
	}
	return several(byActor)
}

// several returns the lists of two and more, in an order that does not hang on chance.
func several(lists map[string][]int) [][]int {
	var out [][]int
	for _, l := range lists {
		if len(l) > 1 {
			slices.Sort(l)
			out = append(out, l)
		}
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

// String gives the scores as a table, the headline first.
func (s CorefScore) String() string {
	var b strings.Builder
	b.WriteString("coreference\n")
	for _, line := range append([]ShareScore{s.Pronouns, s.Named, s.Resolved}, s.Genres...) {
		fmt.Fprintf(&b, "  %s\n", line)
	}
	fmt.Fprintf(&b, "  %d of the pronouns unresolved\n", s.Unresolved)
	fmt.Fprintf(&b, "  %-12s%7s%7s%7s\n", "chains", "P", "R", "F1")
	for _, m := range []struct {
		name string
		PRF
	}{{"mentions", s.Mentions}, {"MUC", s.MUC}, {"B3", s.B3}, {"CEAFe", s.CEAFe}} {
		fmt.Fprintf(&b, "  %-12s%7.3f%7.3f%7.3f\n", m.name, m.P, m.R, m.F1)
	}
	fmt.Fprintf(&b, "  CoNLL F1 %.3f  %d documents\n", s.CoNLL, s.Documents)
	return b.String()
}
