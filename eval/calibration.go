package eval

import (
	"math"

	"parley"
)

// buckets is the number of equal ranges that confidences are sorted into.
const buckets = 5

// Calibration is how far the confidence of a kind's entries can be trusted. A
// well calibrated reader is right in 70 % of the entries that it calls 70 % sure.
type Calibration struct {
	Kind    parley.Kind     `json:"kind"`
	Buckets [buckets]Bucket `json:"buckets"`
	// Error is the expected calibration error: the mean distance of confidence
	// and precision, each bucket weighing as much as it has entries.
	Error float64 `json:"error"`
}

// Bucket is the entries whose confidence lies in one fifth of [0, 1].
type Bucket struct {
	Read       int     `json:"read"`       // entries in the bucket
	Right      int     `json:"right"`      // of these, entries that the gold has, with their key
	Confidence float64 `json:"confidence"` // their mean confidence
}

// Precision is the share of right entries.
func (b Bucket) Precision() float64 { return ratio(float64(b.Right), float64(b.Read)) }

// verdict is an entry's confidence, and whether the gold has the entry.
type verdict struct {
	confidence float64
	right      bool
}

// Calibrate sorts the entries of readings by confidence and says how many of
// each range are right. Entries without a confidence are left out, and so are
// kinds of which no entry has one.
func Calibrate(pairs []Pair) []Calibration {
	all := make([][]verdict, len(ledgerKinds))
	for _, p := range pairs {
		for k, a := range p.align() {
			all[k] = append(all[k], a.verdicts()...)
		}
	}
	var out []Calibration
	for k, verdicts := range all {
		if len(verdicts) > 0 {
			out = append(out, calibrate(ledgerKinds[k].kind, verdicts))
		}
	}
	return out
}

// calibrate fills the buckets of one kind.
func calibrate(kind parley.Kind, verdicts []verdict) Calibration {
	c := Calibration{Kind: kind}
	for _, v := range verdicts {
		b := &c.Buckets[min(int(v.confidence*buckets), buckets-1)]
		b.Read++
		b.Confidence += v.confidence
		if v.right {
			b.Right++
		}
	}
	for i := range c.Buckets {
		b := &c.Buckets[i]
		b.Confidence = ratio(b.Confidence, float64(b.Read))
		c.Error += math.Abs(b.Confidence-b.Precision()) * float64(b.Read) / float64(len(verdicts))
	}
	return c
}

// verdicts judges the entries that say how sure they are.
func (a alignment) verdicts() []verdict {
	right := make([]bool, len(a.read))
	for _, m := range a.matches {
		right[m.read] = m.key
	}
	var out []verdict
	for j, i := range a.read {
		if sure := i.entry.Made().Confidence; sure > 0 {
			out = append(out, verdict{sure, right[j]})
		}
	}
	return out
}
