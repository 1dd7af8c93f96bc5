package feature

// The atoms of a parser's state. s0 is the topmost word of the stack, s1 and s2
// those below; b0 is the next word, b1 and b2 those behind. L, R are the
// leftmost and rightmost child, L2 and R2 the second ones. The letters behind
// say what is read: w the form, t the tag, c the fine and k the coarse cluster,
// l the label.
const (
	s0w = iota
	s0t
	s0c
	s0k
	s1w
	s1t
	s1c
	s1k
	b0w
	b0t
	b0c
	b0k
	b1w
	b1t
	b1c
	b2w
	b2t
	b3t
	s2w
	s2t
	s0Lw
	s0Lt
	s0Ll
	s0Rw
	s0Rt
	s0Rl
	s0L2t
	s0L2l
	s0R2t
	s0R2l
	s1Lw
	s1Lt
	s1Ll
	s1Rw
	s1Rt
	s1Rl
	s1R2t
	s1R2l
	b0Lw
	b0Lt
	b0Ll
	b0L2t
	b0L2l
	s0LL   // the set of labels left of s0
	s0RR   // and right of it
	s1RR   // right of s1
	b0LL   // left of b0
	s0Ln   // the count of children left of s0
	s0Rn   // right of it
	s1Rn   // right of s1
	b0Ln   // left of b0
	near   // the distance from s0 to b0
	far    // the distance from s1 to s0
	before // the tag before b0
	behind // the tag behind s0
	s0p    // the tag before s0
	depth  // how high the stack is
	s0x    // the first word below s0
	s1x    // the first word below s1
	stateAtoms
)

var moveTemplates = []template{
	{}, {s0w}, {s0t}, {s0w, s0t}, {s0c}, {s0k, s0t}, {s1w}, {s1t}, {s1w, s1t}, {s1c}, {b0w}, {b0t}, {b0w, b0t}, {b0c}, {b0k, b0t},
	{b1w}, {b1t}, {b1w, b1t}, {b1c}, {b2w}, {b2t}, {s2t}, {s2w, s2t},
	// s0 and b0
	{s0w, b0w}, {s0t, b0t}, {s0w, b0t}, {s0t, b0w}, {s0w, s0t, b0t}, {s0t, b0w, b0t}, {s0c, b0c}, {s0c, b0t}, {s0t, b0c}, {s0k, b0k}, {s0w, b0k}, {s0k, b0w},
	// s1 and s0
	{s1w, s0w}, {s1t, s0t}, {s1w, s0t}, {s1t, s0w}, {s1w, s1t, s0t}, {s1t, s0w, s0t}, {s1c, s0c}, {s1c, s0t}, {s1t, s0c}, {s1k, s0k},
	// s1 and b0
	{s1t, b0t}, {s1w, b0t}, {s1t, b0w}, {s1w, b0w}, {s1c, b0c},
	{s0t, b0t, b1t}, {s1t, s0t, b0t}, {s2t, s1t, s0t}, {b0t, b1t, b2t}, {s0w, b0t, b1t}, {s0t, b0w, b1t}, {s0t, b0t, b1w}, {s1w, s0t, b0t}, {s1t, s0w, b0t}, {s1t, s0t, b0w},
	{s1t, s0t, b0t, b1t}, {s0t, b0t, b1t, b2t}, {s2t, s1t, s0t, b0t}, {b0t, b1t, b2t, b3t}, {s1k, s0k, b0k},
	// the children
	{s0t, b0t, s0Lt}, {s0t, b0t, s0Rt}, {s0t, b0t, b0Lt}, {s1t, s0t, s1Rt}, {s1t, s0t, s1Lt}, {s1t, s0t, s0Lt}, {s1t, s0t, s0Rt},
	{s0w, s0Ll}, {s0t, s0Ll}, {s0t, s0Rl}, {s1t, s1Rl}, {s1w, s1Rl}, {b0t, b0Ll}, {b0w, b0Ll}, {s0t, s0Lw}, {s0t, s0Rw}, {s1t, s1Rw}, {b0t, b0Lw}, {s0x, s0t, b0t}, {s1t, s0x, s0t},
	{s0t, s0Lt, s0L2t}, {s0t, s0Rt, s0R2t}, {s1t, s1Rt, s1R2t}, {b0t, b0Lt, b0L2t}, {s0t, s0Ll, s0L2l}, {s0t, s0Rl, s0R2l}, {s1t, s1Rl, s1R2l}, {b0t, b0Ll, b0L2l},
	{s0t, b0t, s0Ll, b0Ll}, {s1t, s0t, s1Rl, s0Ll}, {s0t, b0t, s1t, s1Rl}, {s1t, s1Ll, s0t},
	// labels, counts and distances
	{s0t, s0LL}, {s0w, s0LL}, {s0t, s0RR}, {s0w, s0RR}, {s1t, s1RR}, {s1w, s1RR}, {b0t, b0LL}, {b0w, b0LL}, {s0t, b0t, s0LL}, {s0t, b0t, b0LL}, {s1t, s0t, s1RR},
	{s0t, s0Ln}, {s0t, s0Rn}, {s1t, s1Rn}, {b0t, b0Ln}, {s0w, s0Rn}, {s1w, s1Rn},
	{s0t, near}, {b0t, near}, {s0t, b0t, near}, {s0w, near}, {b0w, near}, {s1t, s0t, far}, {s1w, far}, {s0w, far},
	{s0t, b0t, before}, {s0t, b0t, behind}, {s0t, b0t, s0p}, {s0t, b0t, before, behind}, {depth, b0t}, {depth, s0t},
}

// AppendMoveKeys appends the keys of the features of the next move.
func (s *State) AppendMoveKeys(keys []uint32) []uint32 {
	none := int32(len(s.Words) - 1)
	stack := func(k int) int32 {
		if k >= len(s.Stack) {
			return none
		}
		return s.Stack[len(s.Stack)-1-k]
	}
	var a [stateAtoms]uint32
	s0, s1, b0 := stack(0), stack(1), s.Next
	s.fillWords(&a, s0, s1, b0)
	s.fillChildren(&a, s0, s1, b0)
	s2 := &s.Words[stack(2)]
	a[s2w], a[s2t] = s2.Form, s2.Tag
	a[before], a[behind], a[s0p] = s.tag(b0-1), s.tag(s0+1), s.tag(s0-1)
	a[near], a[far] = distance(b0-s0), distance(s0-s1)
	a[depth] = uint32(min(len(s.Stack), 4))
	return appendKeys(keys, moveTemplates, a[:])
}

// fillWords reads the words on the stack and to come.
func (s *State) fillWords(a *[stateAtoms]uint32, s0, s1, b0 int32) {
	none := int32(len(s.Words) - 1)
	w := &s.Words[s0]
	a[s0w], a[s0t], a[s0c], a[s0k] = w.Form, w.Tag, w.Fine, w.Coarse
	w = &s.Words[s1]
	a[s1w], a[s1t], a[s1c], a[s1k] = w.Form, w.Tag, w.Fine, w.Coarse
	w = &s.Words[b0]
	a[b0w], a[b0t], a[b0c], a[b0k] = w.Form, w.Tag, w.Fine, w.Coarse
	w = &s.Words[min(b0+1, none)]
	a[b1w], a[b1t], a[b1c] = w.Form, w.Tag, w.Fine
	w = &s.Words[min(b0+2, none)]
	a[b2w], a[b2t] = w.Form, w.Tag
	a[b3t] = s.Words[min(b0+3, none)].Tag
}

// fillChildren reads the children that s0, s1 and b0 have so far.
func (s *State) fillChildren(a *[stateAtoms]uint32, s0, s1, b0 int32) {
	n := &s.Nodes[s0]
	a[s0Lw], a[s0Lt], a[s0Ll] = s.child(n.left)
	a[s0Rw], a[s0Rt], a[s0Rl] = s.child(n.right)
	_, a[s0L2t], a[s0L2l] = s.child(n.left2)
	_, a[s0R2t], a[s0R2l] = s.child(n.right2)
	a[s0LL], a[s0RR], a[s0Ln], a[s0Rn] = fold(n.leftSet), fold(n.rightSet), uint32(n.leftCount), uint32(n.rightCount)
	a[s0x] = s.Words[n.leftEdge].Form
	n = &s.Nodes[s1]
	a[s1Lw], a[s1Lt], a[s1Ll] = s.child(n.left)
	a[s1Rw], a[s1Rt], a[s1Rl] = s.child(n.right)
	_, a[s1R2t], a[s1R2l] = s.child(n.right2)
	a[s1RR], a[s1Rn] = fold(n.rightSet), uint32(n.rightCount)
	a[s1x] = s.Words[n.leftEdge].Form
	n = &s.Nodes[b0]
	a[b0Lw], a[b0Lt], a[b0Ll] = s.child(n.left)
	_, a[b0L2t], a[b0L2l] = s.child(n.left2)
	a[b0LL], a[b0Ln] = fold(n.leftSet), uint32(n.leftCount)
}

// child returns the atoms of a child.
func (s *State) child(i int32) (form, tag, label uint32) {
	return s.Words[i].Form, s.Words[i].Tag, uint32(s.Nodes[i].Label)
}

// tag returns the tag of a word by its place, which may lie outside.
func (s *State) tag(i int32) uint32 {
	if i < 0 || int(i) >= len(s.Words) {
		i = int32(len(s.Words) - 1)
	}
	return s.Words[i].Tag
}

// distance puts the distance between two words into a few classes.
func distance(n int32) uint32 {
	switch {
	case n < 0:
		return 0
	case n <= 5:
		return uint32(n)
	case n <= 10:
		return 6
	}
	return 7
}

// fold makes an atom of a set of labels.
func fold(set uint64) uint32 { return uint32(set * mixer >> 32) }
