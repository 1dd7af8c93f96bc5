package score

import (
	"fmt"

	"parley/lang/parse"
	"parley/lang/train/corpus"
)

// Names counts names: in the gold, found, and found with both ends and the type
// right.
type Names struct {
	Gold, Found, Right int
}

// MeasureNames finds the names of sentences and compares.
func MeasureNames(m *parse.Model, sentences []corpus.Named) Names {
	var r Names
	a := m.Analyser()
	for _, s := range sentences {
		out := make([]parse.Word, len(s.Forms))
		a.Sentence(s.Forms, out)
		labels := make([]string, len(out))
		for i, w := range out {
			labels[i] = w.Name
		}
		r.add(s.Labels, labels)
	}
	return r
}

// name is a name in a sentence: words [first, last).
type name struct {
	first, last int
	kind        string
}

// namesOf reads the names off labels.
func namesOf(labels []string) map[name]bool {
	set := map[name]bool{}
	for i := 0; i < len(labels); {
		if len(labels[i]) < 2 {
			i++
			continue
		}
		n := name{i, i + 1, labels[i][2:]}
		for n.last < len(labels) && labels[n.last] == "I-"+n.kind {
			n.last++
		}
		set[n] = true
		i = n.last
	}
	return set
}

func (r *Names) add(gold, found []string) {
	want, got := namesOf(gold), namesOf(found)
	r.Gold += len(want)
	r.Found += len(got)
	for n := range got {
		if want[n] {
			r.Right++
		}
	}
}

// String gives precision, recall and their harmonic mean in percent.
func (r Names) String() string {
	precision, recall := share(r.Right, r.Found), share(r.Right, r.Gold)
	return fmt.Sprintf("%6d names  P %5.2f  R %5.2f  F %5.2f", r.Gold, precision, recall, share(2*r.Right, r.Found+r.Gold))
}

// share gives a share in percent.
func share(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
