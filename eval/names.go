package eval

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"parley"
)

// NameDocument is a text with what it names or mentions. Offsets are code points.
type NameDocument struct {
	ID    string
	Text  string
	Names []NameSpan
}

// NameSpan is a name or a mention with its type.
type NameSpan struct {
	parley.Span
	Type string
}

// NameScore is how well names agree with the gold: a name is right where its ends
// and its type are. A span that is listed twice with one type counts once.
type NameScore struct {
	Documents  int
	Gold, Read int
	All        PRF
	Spans      PRF // whatever the type
	Types      []TypeScore
}

// TypeScore is how well the names of one type are found.
type TypeScore struct {
	Type       string
	Gold, Read int
	PRF
}

// ScoreNames scores the names that were read in documents, by their ids, against
// the gold, and lists what differs. A document that was not read has no names.
func ScoreNames(gold, read []NameDocument) (NameScore, []Fault) {
	byID := map[string][]NameSpan{}
	for _, d := range read {
		byID[d.ID] = d.Names
	}
	t := nameTally{right: map[string]int{}, gold: map[string]int{}, read: map[string]int{}}
	for _, d := range gold {
		t.document(d, byID[d.ID])
	}
	return t.score(len(gold)), t.faults
}

// nameTally counts names by their types.
type nameTally struct {
	right, gold, read map[string]int
	spans             [3]int // right, in the gold, read, whatever the type
	faults            []Fault
}

// document counts the names of one document.
func (t *nameTally) document(d NameDocument, read []NameSpan) {
	g, r := distinct(d.Names), distinct(read)
	for _, n := range g {
		t.gold[n.Type]++
		if _, ok := slices.BinarySearchFunc(r, n, compareNames); ok {
			t.right[n.Type]++
			continue
		}
		t.fault(d, n, r, Missed)
	}
	for _, n := range r {
		t.read[n.Type]++
		if _, ok := slices.BinarySearchFunc(g, n, compareNames); !ok {
			t.fault(d, n, g, Spurious)
		}
	}
	gs, rs := spansOf(g), spansOf(r)
	for s := range gs {
		if rs[s] {
			t.spans[0]++
		}
	}
	t.spans[1] += len(gs)
	t.spans[2] += len(rs)
}

// fault notes a name that the other side has not, or once, from the gold's side,
// that it has with another type.
func (t *nameTally) fault(d NameDocument, n NameSpan, others []NameSpan, sort FaultSort) {
	f := Fault{Document: d.ID, Kind: parley.KindActor, Sort: sort, Text: string(cut([]rune(d.Text), n.Span))}
	for _, o := range others {
		if o.Span != n.Span {
			continue
		}
		if sort == Spurious {
			return
		}
		f.Sort, f.Read = Differs, o.Type
	}
	if sort == Spurious {
		f.Read = n.Type
	} else {
		f.Gold = n.Type
	}
	t.faults = append(t.faults, f)
}

// distinct returns the names in order, each once.
func distinct(names []NameSpan) []NameSpan {
	list := slices.Clone(names)
	slices.SortFunc(list, compareNames)
	return slices.Compact(list)
}

func compareNames(a, b NameSpan) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Type, b.Type))
}

func spansOf(names []NameSpan) map[parley.Span]bool {
	set := map[parley.Span]bool{}
	for _, n := range names {
		set[n.Span] = true
	}
	return set
}

func (t *nameTally) score(documents int) NameScore {
	s := NameScore{Documents: documents, Spans: newPRF(float64(t.spans[0]), t.spans[1], t.spans[2])}
	types := maps.Clone(t.gold)
	maps.Copy(types, t.read)
	right := 0
	for _, kind := range slices.Sorted(maps.Keys(types)) {
		g, r := t.gold[kind], t.read[kind]
		s.Types = append(s.Types, TypeScore{Type: kind, Gold: g, Read: r, PRF: newPRF(float64(t.right[kind]), g, r)})
		s.Gold += g
		s.Read += r
		right += t.right[kind]
	}
	s.All = newPRF(float64(right), s.Gold, s.Read)
	return s
}

// String gives the scores as a table in per cent.
func (s NameScore) String() string {
	var b strings.Builder
	line := func(name string, f PRF, gold, read int) {
		fmt.Fprintf(&b, "%-22s%9.2f%9.2f%9.2f   gold %d, read %d\n", name, 100*f.P, 100*f.R, 100*f.F1, gold, read)
	}
	fmt.Fprintf(&b, "%-22s%9s%9s%9s\n", "names", "P", "R", "F1")
	for _, t := range s.Types {
		line(t.Type, t.PRF, t.Gold, t.Read)
	}
	line("all", s.All, s.Gold, s.Read)
	fmt.Fprintf(&b, "%-22s%9.2f%9.2f%9.2f   whatever the type, %d documents\n", "spans", 100*s.Spans.P, 100*s.Spans.R, 100*s.Spans.F1, s.Documents)
	return b.String()
}
