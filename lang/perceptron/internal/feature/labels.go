package feature

// The atoms of an arc whose label is sought: h is the head, d the dependent, x
// the first word below the dependent. The letters are those of a state's atoms.
const (
	hw = iota
	ht
	hc
	hk
	dw
	dt
	dc
	dk
	dSuffix
	hSuffix
	side // which side of the head the dependent is on
	gap  // the distance, with the side
	dLw  // the dependent's leftmost child
	dLt  //
	dLl  //
	dL2w // its second
	dL2l //
	dRw  // its rightmost child
	dRt  //
	dRl  //
	dLL  // the labels left of the dependent
	dRR  // and right of it
	xw   // the first word below the dependent
	xt   //
	hLL  // the labels left of the head
	hRR  // and right of it
	sibW // the head's last child on the side of the dependent
	sibT //
	sibL //
	hLt  // the head's leftmost child
	hLl  //
	dPt  // the tag before the dependent
	dNt  // the tag behind it
	dNw  //
	dPw  //
	hPt  // the tag before the head
	hNt  // the tag behind it
	hNw  //
	xPt  // the tag before the first word below the dependent
	xPw  //
	labelAtoms
)

var labelTemplates = []template{
	{side}, {side, hw}, {side, ht}, {side, hc}, {side, hk}, {side, dw}, {side, dt}, {side, dc}, {side, dk}, {side, dSuffix}, {side, dw, dt}, {side, hw, ht},
	{side, hw, dw}, {side, ht, dt}, {side, hw, dt}, {side, ht, dw}, {side, hc, dc}, {side, hc, dt}, {side, ht, dc}, {side, hk, dk}, {side, hw, dk}, {side, hk, dw},
	{side, hw, ht, dt}, {side, ht, dw, dt}, {side, hc, dw}, {side, hw, dc},
	{side, gap, ht, dt}, {side, gap, dt}, {side, gap, dw},
	{side, dt, dLt}, {side, dt, dLw}, {side, dw, dLl}, {side, dt, dLl}, {side, ht, dt, dLl}, {side, ht, dt, dLw}, {side, hw, dLw}, {side, ht, dt, dLt}, {side, hw, dt, dLw}, {side, hc, dt, dLw}, {side, hk, dk, dLw},
	{side, dt, dLl, dL2l}, {side, dt, dLw, dL2w}, {side, ht, dt, dL2w}, {side, ht, dt, dL2l},
	{side, dt, dRt}, {side, dt, dRw}, {side, dt, dRl}, {side, ht, dt, dRl},
	{side, dt, dLL}, {side, dw, dLL}, {side, ht, dt, dLL}, {side, dt, dRR}, {side, ht, dt, dRR}, {side, hw, dLL}, {side, ht, dLL, dRR},
	{side, xw}, {side, xw, dt}, {side, ht, xw, dt}, {side, hw, xw}, {side, xt, dt, ht}, {side, hk, xw, dk},
	{side, ht, dt, hLL}, {side, ht, dt, hRR}, {side, hw, hLL}, {side, hw, hRR}, {side, hLL, dt}, {side, hRR, dt}, {side, ht, dLL, hRR}, {side, ht, dLL, hLL}, {side, hw, dt, hRR}, {side, hw, dt, hLL},
	{side, sibL, dt}, {side, ht, sibL, dt}, {side, ht, sibT, dt}, {side, sibW, dw}, {side, hw, sibL, dt}, {side, ht, sibL, dLL},
	{side, ht, hLt, dt}, {side, ht, hLl, dt}, {side, dPt, dt, dNt}, {side, dt, dNt}, {side, dt, dNw}, {side, dt, dPw}, {side, dPt, dt, ht}, {side, dNt, dt, ht}, {side, hPt, ht, dt}, {side, hNt, ht, dt}, {side, hNw, ht, dt},
	{side, xPt, dt, ht}, {side, xPw, dt, ht}, {side, hSuffix, dt}, {side, hSuffix, dSuffix}, {side, ht, dSuffix},
}

// AppendLabelKeys appends the keys of the features of the label of the arc that a
// Left or Right move is going to add.
func (s *State) AppendLabelKeys(keys []uint32, m Move) []uint32 {
	head, dependent := s.Arc(m)
	h, d := &s.Words[head], &s.Words[dependent]
	hn, dn := &s.Nodes[head], &s.Nodes[dependent]
	sibling, span := hn.left, head-dependent
	if m == Right {
		sibling, span = hn.right, dependent-head
	}
	first := dn.leftEdge
	x := &s.Words[first]
	a := [labelAtoms]uint32{
		hw: h.Form, ht: h.Tag, hc: h.Fine, hk: h.Coarse, dw: d.Form, dt: d.Tag, dc: d.Fine, dk: d.Coarse,
		dSuffix: d.Suffix[2], hSuffix: h.Suffix[2], side: uint32(m), gap: distance(span),
		dLL: fold(dn.leftSet), dRR: fold(dn.rightSet), hLL: fold(hn.leftSet), hRR: fold(hn.rightSet), xw: x.Form, xt: x.Tag,
		dPt: s.tag(dependent - 1), dNt: s.tag(dependent + 1), dPw: s.form(dependent - 1), dNw: s.form(dependent + 1),
		hPt: s.tag(head - 1), hNt: s.tag(head + 1), hNw: s.form(head + 1), xPt: s.tag(first - 1), xPw: s.form(first - 1),
	}
	a[dLw], a[dLt], a[dLl] = s.child(dn.left)
	a[dL2w], _, a[dL2l] = s.child(dn.left2)
	a[dRw], a[dRt], a[dRl] = s.child(dn.right)
	a[sibW], a[sibT], a[sibL] = s.child(sibling)
	_, a[hLt], a[hLl] = s.child(hn.left)
	return appendKeys(keys, labelTemplates, a[:])
}

// form returns the form of a word by its place, which may lie outside.
func (s *State) form(i int32) uint32 {
	if i < 0 || int(i) >= len(s.Words) {
		i = int32(len(s.Words) - 1)
	}
	return s.Words[i].Form
}
