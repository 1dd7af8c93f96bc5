package linear_test

import (
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"parley/linear"
)

// words makes features of words.
func words(all ...string) linear.Features {
	s := linear.NewSet()
	for _, w := range all {
		s.Add("word", w)
	}
	return s.Features()
}

// lessons are examples in which one word tells the class and another stands in all.
func lessons() []linear.Example {
	var out []linear.Example
	for i := range 60 {
		class := i % 3
		out = append(out, linear.Example{Features: words("the", []string{"praised", "slammed", "met"}[class], strconv.Itoa(i%7)), Class: class})
	}
	return out
}

// TestTrain learns which word tells the class, and that words never seen tell nothing.
func TestTrain(t *testing.T) {
	model := linear.Train(lessons(), 3)
	for class, word := range []string{"praised", "slammed", "met"} {
		if got, p := model.Class(words("the", word)); got != class || p < 0.8 {
			t.Errorf("%s is class %d with %.2f, want %d", word, got, p, class)
		}
	}
	if _, p := model.Class(words("unheard", "of")); p > 0.34 {
		t.Errorf("words never seen give %.2f, want a third", p)
	}
}

// TestTrainIsTheSame holds that the same examples give the same model.
func TestTrainIsTheSame(t *testing.T) {
	a, b := linear.Train(lessons(), 3), linear.Train(lessons(), 3)
	for _, w := range []string{"praised", "slammed", "met", "the"} {
		x, p := a.Class(words(w))
		y, q := b.Class(words(w))
		if x != y || p != q {
			t.Errorf("%s is %d with %v and %d with %v", w, x, p, y, q)
		}
	}
}

// TestRare holds that a feature of one example alone does not count.
func TestRare(t *testing.T) {
	model := linear.Train(append(lessons(), linear.Example{Features: words("once"), Class: 1}), 3)
	if _, p := model.Class(words("once")); p > 0.34 {
		t.Errorf("a word of one example gives %.2f, want a third", p)
	}
}

// TestFeatures holds that features are in order, each once, and the same in whatever order
// they are added; and that the parts of a feature are kept apart.
func TestFeatures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOf(rapid.String()).Draw(t, "words")
		f := words(all...)
		if !slices.IsSorted(f) || len(slices.Compact(slices.Clone(f))) != len(f) {
			t.Fatalf("%v is not in order, each once", f)
		}
		slices.Reverse(all)
		if !slices.Equal(f, words(all...)) {
			t.Fatal("the order of adding changes the features")
		}
	})
	a, b := linear.NewSet(), linear.NewSet()
	a.Add("ab", "c")
	b.Add("a", "bc")
	if slices.Equal(a.Features(), b.Features()) {
		t.Error("the parts of a feature run together")
	}
}

func BenchmarkTrain(b *testing.B) {
	all := lessons()
	for b.Loop() {
		linear.Train(all, 3)
	}
}
