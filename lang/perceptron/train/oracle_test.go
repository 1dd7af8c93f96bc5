package train

import (
	"testing"

	"pgregory.net/rapid"

	"parley/lang/perceptron/internal/feature"
)

// drawTree draws a projective tree over n words with one root, as heads; the root
// is n.
func drawTree(t *rapid.T, n int) []goldWord {
	gold := make([]goldWord, n)
	attach(t, gold, 0, n, int32(n))
	return gold
}

// attach makes one word of [from, to) depend on head and the others on it.
func attach(t *rapid.T, gold []goldWord, from, to int, head int32) {
	if from == to {
		return
	}
	at := rapid.IntRange(from, to-1).Draw(t, "head")
	gold[at].head = head
	for _, side := range [][2]int{{from, at}, {at + 1, to}} {
		for from := side[0]; from < side[1]; {
			end := rapid.IntRange(from+1, side[1]).Draw(t, "end")
			attach(t, gold, from, end, int32(at))
			from = end
		}
	}
}

// TestOracle asks of every state that some move loses no more arcs, and that the
// arcs lost on any path are those that the costs add up to.
func TestOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 10).Draw(t, "words")
		gold := drawTree(t, n)
		wander := rapid.Bool().Draw(t, "wander") // or only moves without cost
		clusters := feature.Clusters{}
		var s feature.State
		s.Reset(clusters.AppendWords(nil, make([]string, n)))
		var o oracle
		o.reset(gold)
		lost := 0
		for !s.Done() {
			var good, legal []feature.Move
			for m := range feature.Moves {
				if s.Legal(m) {
					legal = append(legal, m)
					if o.cost(&s, m) == 0 {
						good = append(good, m)
					}
				}
			}
			if !wander {
				if len(good) == 0 {
					t.Fatal("no move without cost")
				}
				legal = good
			}
			m := rapid.SampledFrom(legal).Draw(t, "move")
			lost += o.cost(&s, m)
			o.follow(&s, m)
			s.Do(m, 1)
		}
		wrong := 0
		for i, g := range gold {
			if s.Nodes[i].Head != g.head {
				wrong++
			}
		}
		// The rule of the single root can lose an arc that no cost foretells.
		if wrong < lost || !wander && wrong > 0 {
			t.Errorf("%d heads wrong, costs %d", wrong, lost)
		}
	})
}
