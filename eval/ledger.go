package eval

import (
	"slices"

	"parley"
)

// Pair is the gold of one document and what was read from it.
type Pair struct {
	ID   string
	Gold *parley.Reading
	Read *parley.Reading // nil where there is no reading: everything counts as missed
}

// LedgerScore is how well readings agree with the gold.
type LedgerScore struct {
	Kinds          []KindScore `json:"kinds"`
	MeanF1         float64     `json:"mean_F1"` // mean of the kinds' F1
	Mean95         Interval    `json:"mean_F1_95"`
	Documents      int         `json:"documents"`
	WithoutReading []string    `json:"without_reading"` // ids of documents
}

// KindScore is the agreement in the entries of one kind, summed over documents.
type KindScore struct {
	Kind parley.Kind `json:"kind"`
	Gold int         `json:"gold"` // entries of the gold
	Read int         `json:"read"` // entries that were read
	PRF              // the texts overlap and the key fields agree

	F195   Interval     `json:"F1_95"`
	Span   PRF          `json:"span"`  // the texts overlap
	Soft   PRF          `json:"soft"`  // as PRF, each entry counting as much as its text overlaps
	Exact  PRF          `json:"exact"` // all texts, the key and all scored fields are equal
	Fields []FieldScore `json:"fields,omitempty"`
}

// FieldScore is how often a further field is right where the key fields are.
type FieldScore struct {
	Name  string `json:"name"`
	Right int    `json:"right"`
	Of    int    `json:"of"`
}

// Share is the share of right fields, 0 where there was nothing to compare.
func (f FieldScore) Share() float64 { return ratio(float64(f.Right), float64(f.Of)) }

// The bootstrap of the reference scorer: its seed, how often it draws as many
// documents as there are, and the ranks that it takes for the ends of 95 %.
const (
	ledgerSeed    = 1
	ledgerSamples = 200
	ledgerLow     = 5
	ledgerHigh    = 194
)

// ScoreLedger scores readings against the gold of the same documents.
func ScoreLedger(pairs []Pair) LedgerScore {
	tallies := make([][]tally, len(pairs))
	for i, p := range pairs {
		for _, a := range p.align() {
			tallies[i] = append(tallies[i], a.tally())
		}
	}
	kinds := sum(tallies)
	s := LedgerScore{Kinds: make([]KindScore, len(kinds)), MeanF1: meanF1(kinds), Documents: len(pairs), WithoutReading: []string{}}
	for i, t := range kinds {
		s.Kinds[i] = t.score(ledgerKinds[i].kind)
	}
	for _, p := range pairs {
		if p.Read == nil {
			s.WithoutReading = append(s.WithoutReading, p.ID)
		}
	}
	s.addIntervals(tallies)
	return s
}

// addIntervals draws documents anew, with replacement, to say how much the
// scores hang on which documents happen to be in the gold.
func (s *LedgerScore) addIntervals(tallies [][]tally) {
	if len(tallies) == 0 {
		return
	}
	random := newTwister(ledgerSeed)
	means := make([]float64, ledgerSamples)
	f1s := make([][]float64, len(ledgerKinds))
	sample := make([][]tally, len(tallies))
	for n := range means {
		for i := range sample {
			sample[i] = tallies[random.below(len(tallies))]
		}
		kinds := sum(sample)
		means[n] = meanF1(kinds)
		for k, t := range kinds {
			f1s[k] = append(f1s[k], t.keyed().F1)
		}
	}
	s.Mean95 = between(means, ledgerLow, ledgerHigh)
	for k := range s.Kinds {
		s.Kinds[k].F195 = between(f1s[k], ledgerLow, ledgerHigh)
	}
}

// tally counts the entries of one kind and how they were matched.
type tally struct {
	gold, read         int
	spans, keys, exact int
	soft               float64
	fields             []FieldScore
}

// add adds another tally of the same kind.
func (t *tally) add(o tally) {
	t.gold, t.read = t.gold+o.gold, t.read+o.read
	t.spans, t.keys, t.exact, t.soft = t.spans+o.spans, t.keys+o.keys, t.exact+o.exact, t.soft+o.soft
	if t.fields == nil {
		t.fields = slices.Clone(o.fields)
		return
	}
	for i, f := range o.fields {
		t.fields[i].Right += f.Right
		t.fields[i].Of += f.Of
	}
}

// keyed is the score of the entries whose key agrees.
func (t tally) keyed() PRF { return newPRF(float64(t.keys), t.gold, t.read) }

func (t tally) score(kind parley.Kind) KindScore {
	return KindScore{
		Kind: kind, Gold: t.gold, Read: t.read, PRF: t.keyed(),
		Span:   newPRF(float64(t.spans), t.gold, t.read),
		Soft:   newPRF(t.soft, t.gold, t.read),
		Exact:  newPRF(float64(t.exact), t.gold, t.read),
		Fields: t.fields,
	}
}

// sum adds the tallies of documents kind by kind.
func sum(documents [][]tally) []tally {
	total := make([]tally, len(ledgerKinds))
	for _, kinds := range documents {
		for k, t := range kinds {
			total[k].add(t)
		}
	}
	return total
}

func meanF1(kinds []tally) float64 {
	total := 0.0
	for _, t := range kinds {
		total += t.keyed().F1
	}
	return total / float64(len(kinds))
}

// tally counts what was matched.
func (a alignment) tally() tally {
	t := tally{gold: len(a.gold), read: len(a.read)}
	for _, name := range a.fields {
		t.fields = append(t.fields, FieldScore{Name: name})
	}
	for _, m := range a.matches {
		t.spans++
		if !m.key {
			continue
		}
		t.keys++
		t.soft += m.overlap
		for i, f := range m.fields {
			t.fields[i].Of++
			if f.right {
				t.fields[i].Right++
			}
		}
		if m.exact() {
			t.exact++
		}
	}
	return t
}
