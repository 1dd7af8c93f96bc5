package archybrid

// Gold is the tree that the oracle steers towards.
type Gold struct {
	Head     []int // the head of each word; len(Head) is the root
	Relation []int
	children [][]int
}

// NewGold prepares a tree for the oracle. A head of len(head) is the root.
func NewGold(head, relation []int) *Gold {
	g := &Gold{Head: head, Relation: relation, children: make([][]int, len(head)+1)}
	for word, h := range head {
		g.children[h] = append(g.children[h], word)
	}
	return g
}

// Cost counts the gold arcs that could still be built and that the move would
// put out of reach. In every state some allowed move costs nothing, whatever
// errors led there, as far as the gold tree is projective.
func (s *State) Cost(m Move, g *Gold) int {
	if m == Shift {
		return s.shiftCost(g)
	}
	word := s.Stack(0)
	lost := s.childrenAhead(word, g)
	head := g.Head[word]
	switch {
	case head == s.Root() && len(s.stack) > 1: // Out of reach before.
	case m == Right && head >= s.next, m == Left && head > s.next, m == Left && head == s.Stack(1):
		lost++
	}
	return lost
}

// childrenAhead counts the gold children of a word that are in the buffer.
func (s *State) childrenAhead(word int, g *Gold) int {
	n := 0
	for _, c := range g.children[word] {
		if c >= s.next {
			n++
		}
	}
	return n
}

// shiftCost counts what the front of the buffer loses once it is on the stack:
// its children on the stack, and its head if that is beneath the top, or if it is
// the root, which takes none but the lowest word of the stack.
func (s *State) shiftCost(g *Gold) int {
	lost := 0
	for _, c := range g.children[s.next] {
		if s.onStack(c) {
			lost++
		}
	}
	switch h := g.Head[s.next]; {
	case h == s.Stack(0):
	case s.onStack(h), h == s.Root() && len(s.stack) > 0:
		lost++
	}
	return lost
}

func (s *State) onStack(node int) bool { return node < s.next && s.head[node] == None }

// Correct says whether the arc that a Left or Right would build is gold.
func (s *State) Correct(m Move, g *Gold) bool {
	word := s.Stack(0)
	switch m {
	case Left:
		return word != None && g.Head[word] == s.next
	case Right:
		return word != None && g.Head[word] == s.Stack(1)
	default:
		return false
	}
}
