package linear_test

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"parley/linear"
)

// verdicts are examples in which one item tells what is right, one tells nothing, and one
// stands where the judge is kind.
func verdicts() []linear.Judged {
	var out []linear.Judged
	for i := range 200 {
		e := linear.Judged{Items: []string{"noise " + strconv.Itoa(i%7)}, Right: i%10 != 0}
		if i%2 == 0 {
			e.Items, e.Right = append(e.Items, "bad"), i%4 != 0
		}
		if i%3 == 0 {
			e.Items, e.Right = append(e.Items, "kind"), true
		}
		out = append(out, e)
	}
	return out
}

// TestFit learns which item speaks against, and leaves out those that tell nothing.
func TestFit(t *testing.T) {
	w := linear.Fit(verdicts(), 0.02)
	if w["bad"] >= 0 {
		t.Errorf("the weight of what speaks against is %.2f, want less than 0", w["bad"])
	}
	if with, without := w.Probability([]string{"bad"}), w.Probability(nil); with >= without {
		t.Errorf("with what speaks against %.2f, without %.2f", with, without)
	}
	for i := range 7 {
		if x, ok := w["noise "+strconv.Itoa(i)]; ok {
			t.Errorf("noise %d has the weight %.2f, want none", i, x)
		}
	}
}

// TestFitFree holds that an item that is free keeps its weight under a penalty that takes
// those of all others.
func TestFitFree(t *testing.T) {
	w := linear.Fit(verdicts(), 1, "kind")
	if len(w) != 2 || w["kind"] <= 0 {
		t.Errorf("the weights are %v, want those of kind and always alone", w)
	}
}

// TestFitOrder holds that neither the order of examples nor of items changes the weights by
// more than rounding does.
func TestFitOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := verdicts()
		want := linear.Fit(all, 0.01)
		mixed := rapid.Permutation(all).Draw(t, "examples")
		for i := range mixed {
			mixed[i].Items = slices.Clone(mixed[i].Items)
			slices.Reverse(mixed[i].Items)
		}
		for item, x := range linear.Fit(mixed, 0.01) {
			if math.Abs(x-want[item]) > 1e-6 {
				t.Fatalf("%q has the weight %v and %v", item, x, want[item])
			}
		}
	})
}
