package feature

// Move is a step of the parser in the arc-hybrid system of Kuhlmann,
// Gómez-Rodríguez and Satta (2011).
type Move uint8

// The moves. Each but Shift takes the topmost word off the stack.
const (
	Shift Move = iota // the next word goes onto the stack
	Left              // the next word is the head of the topmost
	Right             // the word below the topmost is its head
	Moves
)

// State is the state of the parse of a sentence. The root stands behind the last
// word, as one more word to come.
type State struct {
	Words []Word // as AppendWords gives them
	Nodes []Node // as many as Words
	Stack []int32
	Next  int32 // the next word; len(Words)-2 is the root
}

// Node is a word's place in the tree.
type Node struct {
	Head                int32 // -1 while unknown
	Label               uint8
	leftCount           uint8
	rightCount          uint8
	left, left2         int32  // the leftmost child and the second
	right, right2       int32  // the rightmost child and the second
	leftSet, rightSet   uint64 // which labels the children have
	leftEdge, rightEdge int32  // the first and last word below
}

// Reset begins the parse of a sentence.
func (s *State) Reset(words []Word) {
	s.Words, s.Stack, s.Next = words, s.Stack[:0], 0
	s.Nodes = s.Nodes[:0]
	none := int32(len(words) - 1)
	for i := range int32(len(words)) {
		s.Nodes = append(s.Nodes, Node{Head: -1, left: none, left2: none, right: none, right2: none, leftEdge: i, rightEdge: i})
	}
}

// Root is the number of the root.
func (s *State) Root() int32 { return int32(len(s.Words) - 2) }

// Done reports whether every word has a head.
func (s *State) Done() bool { return s.Next == s.Root() && len(s.Stack) == 0 }

// Legal reports whether the move is allowed. The root may take one word only, so
// it takes the last one on the stack.
func (s *State) Legal(m Move) bool {
	switch m {
	case Shift:
		return s.Next < s.Root()
	case Left:
		return len(s.Stack) == 1 || len(s.Stack) > 1 && s.Next < s.Root()
	}
	return len(s.Stack) > 1
}

// Arc returns the head and the dependent that a Left or Right move joins.
func (s *State) Arc(m Move) (head, dependent int32) {
	top := len(s.Stack) - 1
	if m == Left {
		return s.Next, s.Stack[top]
	}
	return s.Stack[top-1], s.Stack[top]
}

// Do makes a legal move; the label is that of the arc.
func (s *State) Do(m Move, label uint8) {
	if m == Shift {
		s.Stack = append(s.Stack, s.Next)
		s.Next++
		return
	}
	head, dependent := s.Arc(m)
	s.Stack = s.Stack[:len(s.Stack)-1]
	d, h := &s.Nodes[dependent], &s.Nodes[head]
	d.Head, d.Label = head, label
	if m == Left {
		h.left, h.left2 = dependent, h.left
		h.leftSet |= 1 << (label % 64)
		h.leftCount++
		h.leftEdge = d.leftEdge
		return
	}
	h.right, h.right2 = dependent, h.right
	h.rightSet |= 1 << (label % 64)
	h.rightCount++
	h.rightEdge = d.rightEdge
}
