// Package archybrid is the arc-hybrid transition system for projective
// dependency trees (Kuhlmann, Gómez-Rodríguez and Satta 2011) with its dynamic
// oracle (Goldberg and Nivre 2013).
//
// A State holds a stack of words whose head is still open and a buffer of words
// to come. Three moves build the tree, each word being shifted once and attached
// once, so a sentence of n words takes exactly 2n moves. The artificial root
// stands at the end of the buffer (Ballesteros and Nivre 2013), and may take only
// the last word of the stack: every tree has one root.
package archybrid

// Move is a step of the parser.
type Move uint8

// The moves. Left attaches the top of the stack to the front of the buffer,
// Right attaches it to the word beneath it on the stack.
const (
	Shift Move = iota
	Left
	Right
	Moves = 3
)

// None stands for a node that is not there.
const None = -1

// State is a partly built tree over words 0..n-1 and the root, node n. The zero
// State is ready for Reset. A State is reused from sentence to sentence.
type State struct {
	words    int
	next     int   // the front of the buffer
	stack    []int // words without a head, the top last
	head     []int // None while open
	relation []int
	// The outermost children on each side, and the ones next to them.
	left, left2, right, right2 []int
}

// Reset makes the state that of an unparsed sentence of n words.
func (s *State) Reset(n int) {
	s.words, s.next, s.stack = n, 0, s.stack[:0]
	for _, list := range []*[]int{&s.head, &s.relation, &s.left, &s.left2, &s.right, &s.right2} {
		*list = (*list)[:0]
		for range n + 1 {
			*list = append(*list, None)
		}
	}
}

// Done says whether every word has its head.
func (s *State) Done() bool { return s.next == s.words && len(s.stack) == 0 }

// Root is the node of the artificial root.
func (s *State) Root() int { return s.words }

// Head returns the head of a word, the root's node for the top of the tree, or
// None while it is open.
func (s *State) Head(word int) int { return s.head[word] }

// Relation returns the relation of a word to its head, or None.
func (s *State) Relation(word int) int { return s.relation[word] }

// Stack returns the i-th word of the stack counted from the top, or None.
func (s *State) Stack(i int) int {
	if i >= len(s.stack) {
		return None
	}
	return s.stack[len(s.stack)-1-i]
}

// Buffer returns the i-th node of the buffer, or None; the root comes last.
func (s *State) Buffer(i int) int {
	if s.next+i > s.words {
		return None
	}
	return s.next + i
}

// LeftChild returns the i-th (0 or 1) child of a node counted from its left end,
// among the children before it, or None.
func (s *State) LeftChild(node, i int) int {
	return child(node, i, s.left, s.left2)
}

// RightChild returns the i-th (0 or 1) child of a node counted from its right
// end, among the children behind it, or None.
func (s *State) RightChild(node, i int) int {
	return child(node, i, s.right, s.right2)
}

func child(node, i int, outer, inner []int) int {
	switch {
	case node == None:
		return None
	case i == 0:
		return outer[node]
	default:
		return inner[node]
	}
}

// Allowed says whether a move can be made and keeps the tree single-rooted.
func (s *State) Allowed(m Move) bool {
	switch m {
	case Shift:
		return s.next < s.words
	case Left:
		return len(s.stack) > 0 && (s.next < s.words || len(s.stack) == 1)
	default:
		return len(s.stack) > 1
	}
}

// Apply makes an allowed move. The relation is of no matter to Shift.
func (s *State) Apply(m Move, relation int) {
	if m == Shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	word := s.Stack(0)
	s.stack = s.stack[:len(s.stack)-1]
	s.relation[word] = relation
	if m == Left {
		s.head[word] = s.next
		s.left2[s.next], s.left[s.next] = s.left[s.next], word
		return
	}
	head := s.Stack(0)
	s.head[word] = head
	s.right2[head], s.right[head] = s.right[head], word
}
