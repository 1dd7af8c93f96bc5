package backprop

import (
	"math"

	"parley/lang/kernel"
	"parley/lang/parse/archybrid"
	"parley/lang/parse/net"
)

// crossEntropy turns scores into the gradient of the loss by them, times scale,
// and returns the loss.
func crossEntropy(scores []float32, gold int, scale float32) float64 {
	net.Softmax(scores)
	loss := -math.Log(max(float64(scores[gold]), 1e-12))
	scores[gold]--
	for i := range scores {
		scores[i] *= scale
	}
	return loss
}

// tag learns the tags and returns their loss.
func (w *Worker) tag(p, grad *net.Params, examples []*Example, scale float32) float64 {
	width := p.Tags.Out
	w.scores = net.Grow(w.scores, w.words*width)
	p.Tags.Forward(w.words, w.x, w.scores)
	loss, at := 0.0, 0
	for _, e := range examples {
		for i := range e.Lexemes {
			row := w.scores[at*width : (at+1)*width]
			loss += crossEntropy(row[:len(p.XPOS)], e.XPOS[i], scale)
			loss += crossEntropy(row[len(p.XPOS):], e.UPOS[i], scale)
			at++
		}
	}
	affineBack(&p.Tags, &grad.Tags, w.words, w.x, w.scores, w.dX)
	return loss
}

// parse learns moves and relations and adds their losses.
func (w *Worker) parse(p, grad *net.Params, examples []*Example, scale float32, loss *Loss) {
	parts := net.Slots * p.Units()
	w.prepared = net.Grow(w.prepared, w.words*parts)
	w.dParts = net.Grow(w.dParts, w.words*parts)
	clear(w.dParts)
	p.Prepare(w.words, w.x, w.prepared)
	w.walk.reset(p, grad, scale, w)
	at := 0
	for _, e := range examples {
		n := len(e.Lexemes)
		w.walk.prepared = w.prepared[at*parts : (at+n)*parts]
		w.walk.dParts = w.dParts[at*parts : (at+n)*parts]
		w.walk.sentence(e.Gold)
		at += n
	}
	loss.Moves += w.walk.moveLoss
	loss.Relation += w.walk.relationLoss
	weightsBack(grad.Slots, w.words, p.Width, parts, w.x, w.dParts)
	inputsBack(w.dX, w.words, p.Width, parts, p.Slots, w.dParts)
}

// walker parses sentences and learns at each state on its way.
type walker struct {
	*Worker
	p, grad                *net.Params
	scale                  float32
	state                  archybrid.State
	view                   net.View
	prepared, dParts       []float32
	pre, hidden, dHidden   []float32
	scores                 [archybrid.Moves]float32
	relations              [archybrid.Moves][]float32
	moveLoss, relationLoss float64
}

func (k *walker) reset(p, grad *net.Params, scale float32, w *Worker) {
	k.Worker, k.p, k.grad, k.scale = w, p, grad, scale
	k.moveLoss, k.relationLoss = 0, 0
	k.pre = net.Grow(k.pre, p.Units())
	k.hidden = net.Grow(k.hidden, p.Hidden)
	k.dHidden = net.Grow(k.dHidden, p.Hidden)
	for m := range k.relations {
		k.relations[m] = net.Grow(k.relations[m], len(p.Relations))
	}
}

// sentence walks through one sentence.
func (k *walker) sentence(gold *archybrid.Gold) {
	k.state.Reset(len(gold.Head))
	for !k.state.Done() {
		k.p.Look(&k.state, &k.view)
		k.p.Hide(&k.view, k.prepared, k.state.Root(), k.pre, k.hidden)
		k.p.Moves.Forward(1, k.hidden, k.scores[:])
		clear(k.dHidden)
		move := k.learnMove(gold)
		relation := k.learnRelations(move, gold)
		k.hiddenBack()
		k.state.Apply(move, relation)
	}
}

// learnMove lets the moves that cost least share the probability, and chooses the
// one to make: mostly the network's own choice, so that it learns to go on after
// its errors, else the best of those that cost least.
func (k *walker) learnMove(gold *archybrid.Gold) archybrid.Move {
	var zero [archybrid.Moves]bool
	lowest := len(gold.Head) + 1
	for m := range archybrid.Move(archybrid.Moves) {
		if !k.state.Allowed(m) {
			k.scores[m] = float32(math.Inf(-1))
			continue
		}
		cost := k.state.Cost(m, gold)
		if cost < lowest {
			zero, lowest = [archybrid.Moves]bool{}, cost
		}
		zero[m] = cost == lowest
	}
	net.Softmax(k.scores[:])
	var total float32
	best := archybrid.Move(0)
	for m, is := range zero {
		if is {
			total += k.scores[m]
			if !zero[best] || k.scores[m] > k.scores[best] {
				best = archybrid.Move(m)
			}
		}
	}
	choice := best
	if k.random.Float32() < k.Options.Explore {
		choice = archybrid.Move(net.Largest(k.scores[:]))
	}
	k.moveLoss -= math.Log(max(float64(total), 1e-12))
	k.moveBack(zero, max(total, 1e-12))
	return choice
}

// moveBack takes the loss of the moves back to the hidden layer.
func (k *walker) moveBack(zero [archybrid.Moves]bool, total float32) {
	for m, d := range k.scores {
		if zero[m] {
			d -= k.scores[m] / total
		}
		rowBack(&k.p.Moves, &k.grad.Moves, m, d*k.scale, k.hidden, k.dHidden)
	}
}

// rowBack takes the gradient by one output of a linear map back to its input.
func rowBack(a, grad *net.Affine, row int, d float32, x, dX []float32) {
	if d == 0 {
		return
	}
	grad.B[row] += d
	w, dW := a.W[row*a.In:(row+1)*a.In], grad.W[row*a.In:(row+1)*a.In]
	kernel.Axpy(d, x, dW)
	kernel.Axpy(d, w, dX)
}

// learnRelations learns the relation of each gold arc that the state could draw,
// and returns the relation that the network gives to the arc that it draws.
func (k *walker) learnRelations(move archybrid.Move, gold *archybrid.Gold) int {
	chosen := archybrid.None
	for m := archybrid.Left; m < archybrid.Moves; m++ {
		correct := k.state.Correct(m, gold)
		if m != move && !correct {
			continue
		}
		side := m - archybrid.Left
		scores := k.relations[m]
		k.p.Labels[side].Forward(1, k.hidden, scores)
		if m == move {
			chosen = net.Largest(scores)
		}
		if !correct {
			continue
		}
		scale := k.scale * k.Options.LabelWeight
		k.relationLoss += crossEntropy(scores, gold.Relation[k.state.Stack(0)], scale)
		for r, d := range scores {
			rowBack(&k.p.Labels[side], &k.grad.Labels[side], r, d, k.hidden, k.dHidden)
		}
	}
	return chosen
}

// hiddenBack takes the gradient by the hidden layer back to what was added up.
func (k *walker) hiddenBack() {
	maxoutBack(k.pre, k.dHidden, len(k.pre)/len(k.hidden))
	root := k.state.Root()
	for slot, node := range k.view.Nodes {
		kernel.Axpy(1, k.pre, k.grad.Part(k.dParts, slot, node, root))
	}
	for _, row := range k.view.Categories {
		kernel.Axpy(1, k.pre, k.grad.Category(row))
	}
	kernel.Axpy(1, k.pre, k.grad.Bias)
}
