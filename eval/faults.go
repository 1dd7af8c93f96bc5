package eval

import (
	"strings"

	"parley"
)

// FaultSort says what is wrong with an entry.
type FaultSort string

// The sorts of fault.
const (
	Missed   FaultSort = "missed"   // in the gold and not read
	Spurious FaultSort = "spurious" // read and not in the gold
	Differs  FaultSort = "differs"  // read where the gold has it, with another key field
	Field    FaultSort = "field"    // right in its key, wrong in a further field
)

// Fault is one entry in which gold and reading differ.
type Fault struct {
	Document string      `json:"document"`
	Kind     parley.Kind `json:"kind"`
	Sort     FaultSort   `json:"sort"`
	Text     string      `json:"text"`           // the entry's evidence
	Gold     string      `json:"gold,omitempty"` // the key fields or the field, as the gold has them
	Read     string      `json:"read,omitempty"` // and as they were read
}

// String gives the fault on one line, its parts separated by tabs.
func (f Fault) String() string {
	parts := []string{f.Document, string(f.Kind), string(f.Sort), strings.Join(strings.Fields(f.Text), " ")}
	if f.Gold != "" {
		parts = append(parts, "gold: "+f.Gold)
	}
	if f.Read != "" {
		parts = append(parts, "read: "+f.Read)
	}
	return strings.Join(parts, "\t")
}

// Faults lists where readings and gold differ, document by document and kind by kind.
func Faults(pairs []Pair) []Fault {
	var all []Fault
	for _, p := range pairs {
		for _, a := range p.align() {
			for _, f := range a.faults(p.Gold.Document.Text) {
				f.Document, f.Kind = p.ID, a.kind
				all = append(all, f)
			}
		}
	}
	return all
}

// faults lists what was missed, what is spurious, and in what the matches differ.
func (a alignment) faults(text string) []Fault {
	gold, read := make([]bool, len(a.gold)), make([]bool, len(a.read))
	var out []Fault
	for _, m := range a.matches {
		gold[m.gold], read[m.read] = true, true
		out = append(out, a.differences(m, text)...)
	}
	for i, matched := range gold {
		if !matched {
			out = append(out, Fault{Sort: Missed, Text: a.gold[i].text(text), Gold: a.gold[i].key})
		}
	}
	for i, matched := range read {
		if !matched {
			out = append(out, Fault{Sort: Spurious, Text: a.read[i].text(text), Read: a.read[i].key})
		}
	}
	return out
}

// differences lists in what two matched entries differ: in the key, or else in
// the further fields.
func (a alignment) differences(m match, text string) []Fault {
	gold, read := a.gold[m.gold], a.read[m.read]
	if !m.key {
		return []Fault{{Sort: Differs, Text: gold.text(text), Gold: gold.key, Read: read.key}}
	}
	var out []Fault
	for i, f := range m.fields {
		if !f.right {
			name := a.fields[i] + " "
			out = append(out, Fault{Sort: Field, Text: gold.text(text), Gold: name + f.gold, Read: name + f.read})
		}
	}
	return out
}

// text returns the entry's evidence.
func (i item) text(text string) string { return parley.Evidence(i.entry).In(text) }

// QuoteFaults lists attributions that were missed, are spurious, or have another
// speaker than the gold. An attribution is found where half of its content is.
func QuoteFaults(gold, read []QuoteDocument) []Fault {
	byID := attributionsByID(read)
	var all []Fault
	for _, d := range gold {
		all = append(all, quoteFaults(d, byID[d.ID])...)
	}
	return all
}

// quoteFaults lists the faults of one document.
func quoteFaults(d QuoteDocument, read []Attribution) []Fault {
	p := quotePage{tokens: tokenise(d.Text)}
	p.gold, p.read = p.quotations(d.Attributions), p.quotations(read)
	chars := []rune(d.Text)
	fault := func(sort FaultSort, a Attribution) Fault {
		return Fault{Document: d.ID, Kind: parley.KindStatement, Sort: sort, Text: words(chars, a.Content)}
	}
	foundGold, foundRead := make([]bool, len(p.gold)), make([]bool, len(p.read))
	var out []Fault
	for _, pair := range alignQuotes(p.gold, p.read) {
		g, r := p.gold[pair[0]], p.read[pair[1]]
		if g.parts[content].f1(r.parts[content]) < 0.5 {
			continue
		}
		foundGold[pair[0]], foundRead[pair[1]] = true, true
		if !meet(g.parts[speaker].words(p.tokens), r.parts[speaker].words(p.tokens)) {
			f := fault(Differs, d.Attributions[pair[0]])
			f.Gold, f.Read = words(chars, d.Attributions[pair[0]].Speaker), words(chars, read[pair[1]].Speaker)
			out = append(out, f)
		}
	}
	for i, a := range d.Attributions {
		if !foundGold[i] {
			out = append(out, fault(Missed, a))
		}
	}
	for j, a := range read {
		if !foundRead[j] {
			out = append(out, fault(Spurious, a))
		}
	}
	return out
}

// words returns the words of a piece of text, with " … " where it is interrupted.
func words(chars []rune, spans parley.Spans) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = string(cut(chars, s))
	}
	return strings.Join(parts, " … ")
}
