package web

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// line writes a line of a comparison with its changed words in brackets.
func (l diffLine) String() string {
	out := l.Sign + "\t" + l.NoA + "\t" + l.NoB + "\t"
	for _, w := range l.Words {
		if w.Changed {
			out += "[" + w.Text + "]"
		} else {
			out += w.Text
		}
	}
	return out
}

func TestTextChanges(t *testing.T) {
	a := []string{"Talks began.", "Kestria will attend.", "It rained.", "Monitors left."}
	b := []string{"Talks began.", "Kestria may attend.", "Monitors left.", "They return in May."}
	want := []string{
		"\t1\t1\tTalks began.",
		"−\t2\t\tKestria [will ]attend.",
		"+\t\t2\tKestria [may ]attend.",
		"−\t3\t\t[It rained.]",
		"\t4\t3\tMonitors left.",
		"+\t\t4\t[They return in May.]",
	}
	var got []string
	for _, l := range textChanges(a, b) {
		got = append(got, l.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

// What is the same and what differs, in order, is each of the two lists.
func TestChangesAreBothLists(t *testing.T) {
	list := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "d"}), 0, 20)
	rapid.Check(t, func(t *rapid.T) {
		a, b := list.Draw(t, "a"), list.Draw(t, "b")
		beforeA, beforeB := slices.Clone(a), slices.Clone(b)
		var gotA, gotB []string
		same := 0
		for i, c := range changes(a, b) {
			gotA, gotB = append(gotA, c.A...), append(gotB, c.B...)
			if c.Same != slices.Equal(c.A, c.B) {
				t.Fatalf("change %d says same=%v of %q and %q", i, c.Same, c.A, c.B)
			}
			if c.Same {
				same += len(c.A)
			}
		}
		if !slices.Equal(gotA, beforeA) || !slices.Equal(gotB, beforeB) || !slices.Equal(a, beforeA) || !slices.Equal(b, beforeB) {
			t.Fatalf("the changes of %q and %q are those of %q and %q", beforeA, beforeB, gotA, gotB)
		}
		if want := int(lengths(a, b)[0][0]); same != want {
			t.Fatalf("%d items stay, the longest common subsequence has %d", same, want)
		}
	})
}

func TestChangesOfLongLists(t *testing.T) {
	a := strings.Split(strings.Repeat("a ", 3000), " ")
	b := strings.Split(strings.Repeat("b ", 3000), " ")
	got := changes(a, b)
	if len(got) != 2 || got[0].Same || len(got[0].A) != 3000 || len(got[0].B) != 3000 {
		t.Errorf("two long lists that share nothing give %d changes", len(got))
	}
}

func BenchmarkChanges(b *testing.B) {
	old := strings.Split(strings.Repeat("Talks went on. It rained. Kestria left. ", 40), ". ")
	now := slices.Insert(slices.Clone(old), 60, "Monitors came")
	for b.Loop() {
		changes(old, now)
	}
}
