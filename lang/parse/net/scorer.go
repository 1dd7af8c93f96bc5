package net

import (
	"slices"

	"parley/lang/kernel"
	"parley/lang/parse/archybrid"
)

// moves is the number of the parser's moves.
const moves = archybrid.Moves

// Slots is how many places of the parser's state the network looks at: three
// words of the stack, two of the buffer and the outer children of the first two
// and of the buffer's front.
const Slots = 12

// firstChild is the first slot of a child; each child's relation is a category.
const firstChild = 5

// farthest is the distance from which on two words are equally far apart.
const farthest = 8

// categoryCount is the number of categories of a state: the relations of the
// children and the distance from the stack's top to the buffer's front.
const categoryCount = Slots - firstChild + 1

// View is what the network sees of a state.
type View struct {
	Nodes      [Slots]int         // archybrid.None where no node is
	Categories [categoryCount]int // rows of the table
}

// categoryRows is the length of the table of categories.
func (s *Shape) categoryRows() int {
	return (Slots-firstChild)*(len(s.Relations)+1) + farthest + 1
}

// Look fills a view of a state.
func (s *Shape) Look(state *archybrid.State, v *View) {
	top, second, front := state.Stack(0), state.Stack(1), state.Buffer(0)
	v.Nodes = [Slots]int{
		top, second, state.Stack(2), front, state.Buffer(1),
		state.LeftChild(top, 0), state.LeftChild(top, 1), state.RightChild(top, 0),
		state.LeftChild(second, 0), state.RightChild(second, 0),
		state.LeftChild(front, 0), state.LeftChild(front, 1),
	}
	relations := len(s.Relations) + 1
	for i, child := range v.Nodes[firstChild:] {
		v.Categories[i] = i * relations
		if child != archybrid.None {
			v.Categories[i] += 1 + state.Relation(child)
		}
	}
	distance := 0
	if top != archybrid.None {
		distance = min(front-top, farthest)
	}
	v.Categories[categoryCount-1] = (Slots-firstChild)*relations + distance
}

// Prepare multiplies the encoded words with the weights of every slot.
func (p *Params) Prepare(words int, x, out []float32) {
	clear(out[:words*Slots*p.Units()])
	kernel.Gemm(words, Slots*p.Units(), p.Width, x, p.Slots, out)
}

// Part returns what a node adds to the hidden layer from a slot: a part of
// prepared, or of the parameters for the root and for a missing node.
func (p *Params) Part(prepared []float32, slot, node, root int) []float32 {
	units := p.Units()
	switch node {
	case archybrid.None:
		return p.Missing[slot*units : (slot+1)*units]
	case root:
		return p.Root[slot*units : (slot+1)*units]
	default:
		at := (node*Slots + slot) * units
		return prepared[at : at+units]
	}
}

// Category returns what a category adds to the hidden layer.
func (p *Params) Category(row int) []float32 {
	units := p.Units()
	return p.Categories[row*units : (row+1)*units]
}

// Parts gives what the words of a sentence add to the hidden layer: what Part
// gives, without all of it being prepared. Nearly every word comes to stand in
// each place of the stack and the buffer, which are multiplied at once; few come
// to stand in each place of a child, which is done when it is asked for.
type Parts struct {
	p        *Params
	x        []float32
	standing []float32
	children []float32
	done     []bool // of the children
}

// Start begins with the encoded words of a sentence, which must stay as they are.
func (r *Parts) Start(p *Params, words int, x []float32) {
	const children = Slots - firstChild
	r.p, r.x = p, x
	r.standing = Grow(r.standing, words*firstChild*p.Units())
	clear(r.standing)
	kernel.Gemm(words, firstChild*p.Units(), p.Width, x, p.Slots, r.standing)
	r.children = Grow(r.children, words*children*p.Units())
	r.done = slices.Grow(r.done[:0], words*children)[:words*children]
	clear(r.done)
}

// part returns what a node adds from a slot.
func (r *Parts) part(slot, node, root int) []float32 {
	if node == archybrid.None || node == root {
		return r.p.Part(nil, slot, node, root)
	}
	units, width := r.p.Units(), r.p.Width
	if slot < firstChild {
		at := (node*firstChild + slot) * units
		return r.standing[at : at+units]
	}
	at := node*(Slots-firstChild) + slot - firstChild
	out := r.children[at*units : (at+1)*units]
	if !r.done[at] {
		r.done[at] = true
		clear(out)
		kernel.Gemm(1, units, width, r.x[node*width:], r.p.Slots[slot*units*width:(slot+1)*units*width], out)
	}
	return out
}

// Hide computes the parser's hidden layer for a view: pre before its maxout,
// hidden behind it.
func (r *Parts) Hide(v *View, root int, pre, hidden []float32) {
	copy(pre, r.p.Bias)
	for slot, node := range v.Nodes {
		kernel.Add(r.part(slot, node, root), pre)
	}
	for _, row := range v.Categories {
		kernel.Add(r.p.Category(row), pre)
	}
	Maxout(hidden, pre, hiddenPieces)
}

// Hide computes the parser's hidden layer for a view from what Prepare has
// computed for all words: pre before its maxout, hidden behind it.
func (p *Params) Hide(v *View, prepared []float32, root int, pre, hidden []float32) {
	copy(pre, p.Bias)
	for slot, node := range v.Nodes {
		kernel.Add(p.Part(prepared, slot, node, root), pre)
	}
	for _, row := range v.Categories {
		kernel.Add(p.Category(row), pre)
	}
	Maxout(hidden, pre, hiddenPieces)
}
