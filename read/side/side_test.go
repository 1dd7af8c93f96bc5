package side_test

import (
	"slices"
	"strings"
	"testing"

	"parley"
	"parley/linear"
	"parley/read/side"
)

// sides as they are coded.
const (
	none = iota
	pForQ
	qForP
	pAgainstQ
	qAgainstP
)

// at returns the pair of two names of a text.
func at(t *testing.T, text, p, q string, told int) side.Pair {
	t.Helper()
	i, k := strings.Index(text, p), strings.LastIndex(text, q)
	if i < 0 || k < 0 {
		t.Fatalf("%q does not name %s and %s", text, p, q)
	}
	return side.Pair{P: parley.Span{Start: i, End: i + len(p)}, Q: parley.Span{Start: k, End: k + len(q)}, Told: told}
}

// TestLearnt learns from sentences about some states and tells the sides of others.
func TestLearnt(t *testing.T) {
	coder, err := side.NewCoder()
	if err != nil {
		t.Fatal(err)
	}
	var lessons []side.Example
	for _, l := range []struct {
		text string
		side int
	}{
		{"Tolm praised Ardo.", pForQ}, {"Tolm praised Ardo on Monday.", pForQ}, {"Tolm slammed Ardo.", pAgainstQ}, {"Tolm slammed Ardo on Monday.", pAgainstQ},
		{"Tolm was praised by Ardo.", qForP}, {"Tolm was praised by Ardo on Monday.", qForP}, {"Tolm was slammed by Ardo.", qAgainstP}, {"Tolm was slammed by Ardo on Monday.", qAgainstP},
		{"Tolm met Ardo.", none}, {"Tolm met Ardo on Monday.", none},
	} {
		lessons = append(lessons, side.Example{Features: coder.Features(l.text, at(t, l.text, "Tolm", "Ardo", none)), Side: l.side})
	}
	model := side.Train(lessons)
	for text, want := range map[string]int{
		"Oru praised Selmark.": pForQ, "Oru slammed Selmark.": pAgainstQ, "Oru was praised by Selmark.": qForP, "Oru was slammed by Selmark.": qAgainstP, "Oru met Selmark.": none,
	} {
		if got, p := model.Side(coder.Features(text, at(t, text, "Oru", "Selmark", none))); got != want {
			t.Errorf("%s has side %d with %.2f, want %d", text, got, p, want)
		}
	}
}

// TestFeatures holds what features tell apart, and that names are blurred where they stand
// among the words.
func TestFeatures(t *testing.T) {
	coder, err := side.NewCoder()
	if err != nil {
		t.Fatal(err)
	}
	of := func(text, p, q string, told int) linear.Features {
		return coder.Features(text, at(t, text, p, q, told))
	}
	plain := of("Tolm slammed Ardo.", "Tolm", "Ardo", none)
	for name, other := range map[string]linear.Features{
		"the other order":      of("Tolm slammed Ardo.", "Ardo", "Tolm", none),
		"told by the entries":  of("Tolm slammed Ardo.", "Tolm", "Ardo", pAgainstQ),
		"denied":               of("Tolm never slammed Ardo.", "Tolm", "Ardo", none),
		"in two sentences":     of("Tolm slammed it. So did Ardo.", "Tolm", "Ardo", none),
		"one name in another":  of("Tolm slammed Ardo.", "Tolm", "Tolm", none),
		"with a word behind":   of("Tolm slammed Ardo again.", "Tolm", "Ardo", none),
		"another relation":     of("Tolm slammed the ally of Ardo.", "Tolm", "Ardo", none),
		"another word between": of("Tolm praised Ardo.", "Tolm", "Ardo", none),
	} {
		if slices.Equal(plain, other) {
			t.Errorf("%s: the features are the same", name)
		}
	}
}

// FuzzFeatures holds that no text and no spans make it fail.
func FuzzFeatures(f *testing.F) {
	coder, err := side.NewCoder()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Tolm slammed Ardo.", 0, 4, 13, 17)
	f.Add("", 0, 0, 0, 0)
	f.Add("Tolm", 3, 1, -4, 900)
	f.Fuzz(func(_ *testing.T, text string, a, b, c, d int) {
		if len(text) < 2000 {
			coder.Features(text, side.Pair{P: parley.Span{Start: a, End: b}, Q: parley.Span{Start: c, End: d}})
		}
	})
}
