package archybrid

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// projectiveTree draws a projective tree: each word is attached to a node of the
// part of the sentence that no arc drawn before cuts off.
func projectiveTree(t *rapid.T) []int {
	n := rapid.IntRange(1, 14).Draw(t, "words")
	head := make([]int, n)
	var fill func(first, last, parent int)
	fill = func(first, last, parent int) {
		for first < last {
			end := rapid.IntRange(first+1, last).Draw(t, "end")
			if parent == n {
				end = last
			}
			top := rapid.IntRange(first, end-1).Draw(t, "top")
			head[top] = parent
			fill(first, top, top)
			fill(top+1, end, top)
			first = end
		}
	}
	fill(0, n, n)
	return head
}

func relations(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// follow parses with the oracle alone from the state as it stands.
func follow(t *rapid.T, s *State, g *Gold) {
	for !s.Done() {
		best, cost := Shift, -1
		for m := Move(0); m < Moves; m++ {
			if !s.Allowed(m) {
				continue
			}
			if c := s.Cost(m, g); cost < 0 || c < cost {
				best, cost = m, c
			}
		}
		if cost != 0 {
			t.Fatalf("the best move costs %d", cost)
		}
		s.Apply(best, g.relationOfTop(s, best))
	}
}

func (g *Gold) relationOfTop(s *State, m Move) int {
	if m == Shift {
		return None
	}
	return g.Relation[s.Stack(0)]
}

func TestOracleRebuildsGold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		head := projectiveTree(t)
		g := NewGold(head, relations(len(head)))
		var s State
		s.Reset(len(head))
		follow(t, &s, g)
		if diff := cmp.Diff(head, s.head[:len(head)]); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(g.Relation, s.relation[:len(head)]); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestCostIsTrue makes random moves and holds the oracle to its word: the arcs
// wrong in the end, when it steers, are exactly the costs paid on the way.
func TestCostIsTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		head := projectiveTree(t)
		g := NewGold(head, relations(len(head)))
		var s State
		s.Reset(len(head))
		paid := 0
		for range rapid.IntRange(0, 2*len(head)-1).Draw(t, "moves") {
			m := Move(rapid.IntRange(0, Moves-1).Draw(t, "move"))
			if !s.Allowed(m) {
				continue
			}
			paid += s.Cost(m, g)
			s.Apply(m, 0)
			if s.Done() {
				break
			}
		}
		follow(t, &s, g)
		wrong := 0
		for word, h := range head {
			if s.Head(word) != h {
				wrong++
			}
		}
		if wrong != paid {
			t.Fatalf("%d arcs wrong, %d paid", wrong, paid)
		}
	})
}

func TestAlwaysOneRoot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 20).Draw(t, "words")
		var s State
		s.Reset(n)
		moves := 0
		for ; !s.Done(); moves++ {
			allowed := make([]Move, 0, Moves)
			for m := Move(0); m < Moves; m++ {
				if s.Allowed(m) {
					allowed = append(allowed, m)
				}
			}
			s.Apply(rapid.SampledFrom(allowed).Draw(t, "move"), 0)
		}
		roots := 0
		for word := range n {
			if s.Head(word) == s.Root() {
				roots++
			}
		}
		if roots != 1 || moves != 2*n {
			t.Fatalf("%d roots, %d moves for %d words", roots, moves, n)
		}
	})
}

func TestChildren(t *testing.T) {
	var s State
	s.Reset(4)
	for _, m := range []Move{Shift, Shift} { // Words 0 and 1 both become children of 2.
		s.Apply(m, None)
	}
	s.Apply(Left, 7)
	s.Apply(Left, 8)
	s.Apply(Shift, None)
	s.Apply(Shift, None)
	s.Apply(Right, 9)
	got := []int{s.LeftChild(2, 0), s.LeftChild(2, 1), s.RightChild(2, 0), s.RightChild(2, 1), s.LeftChild(None, 0)}
	if diff := cmp.Diff([]int{0, 1, 3, None, None}, got); diff != "" {
		t.Fatal(diff)
	}
}
