package train

import (
	"math/rand/v2"

	"parley/lang/perceptron/internal/feature"
)

// follow is how often a wrong move is made all the same, so that the parser
// learns to go on from its own mistakes. The first pass makes right moves only.
const follow = 0.9

// parser learns moves and labels.
type parser struct {
	moves, labels *weights
	state         feature.State
	oracle        oracle
	keys          []uint32
	scores        []int32
	moveScores    [feature.Moves]int32
}

func newParser(labels, minUpdates int) *parser {
	return &parser{moves: newWeights(minUpdates), labels: newWeights(minUpdates), scores: make([]int32, labels)}
}

// train passes over the sentences; each pass has its own order. It tells of each
// pass how many of the moves were right.
func (p *parser) train(sentences []*sentence, epochs int, random *rand.Rand, log func(format string, args ...any)) {
	for epoch := range epochs {
		right, all := 0, 0
		for _, i := range random.Perm(len(sentences)) {
			r, n := p.sentence(sentences[i], epoch > 0, random)
			right, all = right+r, all+n
		}
		log("parser pass %d: %.2f %% of %d moves right\n", epoch+1, 100*float64(right)/float64(max(all, 1)), all)
	}
}

// sentence learns from one sentence and counts the moves.
func (p *parser) sentence(s *sentence, explore bool, random *rand.Rand) (right, all int) {
	p.state.Reset(s.words)
	p.oracle.reset(s.gold)
	for !p.state.Done() {
		chosen, good := p.move()
		if all++; chosen == good {
			right++
		} else if !explore || random.Float64() >= follow {
			chosen = good
		}
		var label uint8
		if chosen != feature.Shift {
			label = p.label(s, chosen)
		}
		p.oracle.follow(&p.state, chosen)
		p.state.Do(chosen, label)
	}
	return right, all
}

// move learns the next move and returns the one chosen and the best of those
// that lose the fewest arcs.
func (p *parser) move() (chosen, good feature.Move) {
	p.keys = p.state.AppendMoveKeys(p.keys[:0])
	p.moves.score(p.keys, p.moveScores[:])
	chosen, good = feature.Moves, feature.Moves
	least, legal := 0, 0
	for m := range feature.Moves {
		if !p.state.Legal(m) {
			continue
		}
		legal++
		if chosen == feature.Moves || p.moveScores[m] > p.moveScores[chosen] {
			chosen = m
		}
		cost := p.oracle.cost(&p.state, m)
		if good == feature.Moves || cost < least || cost == least && p.moveScores[m] > p.moveScores[good] {
			good, least = m, cost
		}
	}
	if legal > 1 {
		p.moves.learn(p.keys, int(good), int(chosen))
	}
	return chosen, good
}

// label learns the label of the arc that the move adds, if the arc is right, and
// returns the label chosen. The root's arc has no label.
func (p *parser) label(s *sentence, m feature.Move) uint8 {
	head, dependent := p.state.Arc(m)
	if head == p.state.Root() {
		return 0
	}
	p.keys = p.state.AppendLabelKeys(p.keys[:0], m)
	p.labels.score(p.keys, p.scores)
	chosen := best(p.scores)
	if gold := s.gold[dependent]; gold.head == head && gold.label > 0 {
		p.labels.learn(p.keys, int(gold.label)-1, chosen)
	}
	return uint8(chosen) + 1
}
