package eval

import "slices"

// PRF is precision, recall and their harmonic mean, each in [0, 1].
type PRF struct {
	P  float64 `json:"P"`
	R  float64 `json:"R"`
	F1 float64 `json:"F1"`
}

// newPRF divides what was right by what was read and by what the gold has.
func newPRF(right float64, gold, read int) PRF {
	return harmonic(ratio(right, float64(read)), ratio(right, float64(gold)))
}

// harmonic adds the F1 to a precision and a recall.
func harmonic(p, r float64) PRF {
	return PRF{P: p, R: r, F1: ratio(2*p*r, p+r)}
}

// ratio returns a/b, and 0 where there is nothing to divide by.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Interval is the lower and the upper end of a 95 % bootstrap interval.
type Interval [2]float64

// between returns the values at the given ranks of the sorted values.
func between(values []float64, low, high int) Interval {
	sorted := slices.Sorted(slices.Values(values))
	return Interval{sorted[low], sorted[high]}
}
