package train

import (
	"slices"

	"parley/lang/perceptron/internal/feature"
)

// oracle tells how many arcs of the gold tree a move puts out of reach: the
// dynamic oracle of Goldberg and Nivre (2013) for the arc-hybrid system. For a
// tree with crossing arcs it is a close estimate.
type oracle struct {
	gold     []goldWord
	children [][]int32 // of each word and the root
	stacked  []bool    // whether the word is on the stack
}

// reset takes up a sentence.
func (o *oracle) reset(gold []goldWord) {
	o.gold = gold
	for len(o.children) <= len(gold) {
		o.children = append(o.children, nil)
	}
	for i := range len(gold) + 1 {
		o.children[i] = o.children[i][:0]
	}
	for i, w := range gold {
		o.children[w.head] = append(o.children[w.head], int32(i))
	}
	o.stacked = slices.Grow(o.stacked[:0], len(gold))[:len(gold)]
	clear(o.stacked)
}

// follow notes a move that is about to be made.
func (o *oracle) follow(s *feature.State, m feature.Move) {
	if m == feature.Shift {
		o.stacked[s.Next] = true
		return
	}
	o.stacked[s.Stack[len(s.Stack)-1]] = false
}

// cost counts the arcs that the move loses.
func (o *oracle) cost(s *feature.State, m feature.Move) int {
	if m == feature.Shift {
		return o.costOfShift(s)
	}
	head, top := s.Arc(m)
	cost := 0
	for _, child := range o.children[top] {
		if child >= s.Next {
			cost++ // the word is gone before its child comes
		}
	}
	gold := o.gold[top].head
	reachable := gold >= s.Next || len(s.Stack) > 1 && gold == s.Stack[len(s.Stack)-2]
	if reachable && gold != head {
		cost++
	}
	return cost
}

// costOfShift counts the arcs between the next word and the stack that a shift
// loses: those to its children there, and that to its head, unless this is the
// topmost word.
func (o *oracle) costOfShift(s *feature.State) int {
	cost := 0
	for _, child := range o.children[s.Next] {
		if child < s.Next && o.stacked[child] {
			cost++
		}
	}
	head := o.gold[s.Next].head
	if head < s.Next && o.stacked[head] && head != s.Stack[len(s.Stack)-1] {
		cost++
	}
	return cost
}
