package eval

import (
	"cmp"
	"slices"

	"parley"
)

// TimeDocument is a text with its time expressions, in the format of the
// converted TimeML corpora. Offsets are code points.
type TimeDocument struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	Text  string `json:"text,omitempty"`
	Date  string `json:"dct,omitempty"`   // the day of the document
	Split string `json:"split,omitempty"` // the part of the corpus, such as "train"
	// AnnotatedEnd is where the annotation ends, if before the end of the text.
	AnnotatedEnd *int    `json:"annotated_end,omitempty"`
	Timexes      []Timex `json:"timexes"`
}

// Timex is a time expression of TIMEX3. Offsets are code points.
type Timex struct {
	ID       string      `json:"id,omitempty"`
	Span     parley.Span `json:"span"`
	Text     string      `json:"text,omitempty"`
	Type     string      `json:"type,omitempty"`
	Value    string      `json:"value,omitempty"`
	Mod      string      `json:"mod,omitempty"`
	Function string      `json:"functionInDocument,omitempty"` // CREATION_TIME for the document's own date
	Nested   yes         `json:"nested,omitempty"`             // inside another expression
}

// yes is a truth value that may be written as a number.
type yes bool

// UnmarshalJSON takes 0, false and null for no and all else for yes.
func (y *yes) UnmarshalJSON(b []byte) error {
	s := string(b)
	*y = s != "0" && s != "false" && s != "null"
	return nil
}

// TimeScore is how well time expressions agree with the gold, as TempEval-3 has it.
type TimeScore struct {
	Documents int     `json:"documents"`
	Gold      int     `json:"gold"`           // expressions of the gold
	Read      int     `json:"read"`           // expressions that were read
	Strict    PRF     `json:"strict"`         // the words are equal
	Relaxed   PRF     `json:"relaxed"`        // the words overlap
	Value     PRF     `json:"value"`          // the words overlap and the values are equal
	Type      PRF     `json:"type"`           // the words overlap and the types are equal
	Accuracy  float64 `json:"value_accuracy"` // share of equal values where the words overlap
}

// ScoreTimes scores what was read from documents, by their ids, against the
// gold, and lists what differs. A document that was not read has no expressions.
func ScoreTimes(gold, read []TimeDocument) (TimeScore, []Fault) {
	byID := map[string][]Timex{}
	for _, d := range read {
		byID[d.ID] = d.Timexes
	}
	var t timeTally
	for _, d := range gold {
		t.document(d, byID[d.ID])
	}
	return t.score(len(gold)), t.faults
}

// timeTally counts the expressions of documents.
type timeTally struct {
	gold, read, relaxed, strict, values, types int
	faults                                     []Fault
}

// document counts the expressions of one document.
func (t *timeTally) document(d TimeDocument, read []Timex) {
	gold := slices.DeleteFunc(slices.Clone(d.Timexes), func(x Timex) bool {
		return bool(x.Nested) || x.Function == "CREATION_TIME" || d.unannotated(x)
	})
	read = slices.DeleteFunc(slices.Clone(read), d.unannotated)
	t.gold += len(gold)
	t.read += len(read)
	bySpan := func(a, b Timex) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	}
	slices.SortStableFunc(gold, bySpan)
	slices.SortStableFunc(read, bySpan)
	used := make([]bool, len(read))
	for _, g := range gold {
		j := firstOverlap(g, read, used)
		if j < 0 {
			t.faults = append(t.faults, timeFault(d, Missed, &g, nil))
			continue
		}
		used[j] = true
		t.pair(d, g, read[j])
	}
	for j, x := range read {
		if !used[j] {
			t.faults = append(t.faults, timeFault(d, Spurious, nil, &x))
		}
	}
}

// unannotated reports whether the expression stands where nobody annotated.
func (d TimeDocument) unannotated(x Timex) bool {
	return d.AnnotatedEnd != nil && x.Span.Start >= *d.AnnotatedEnd
}

// firstOverlap returns the place of the first unused expression that overlaps g, or -1.
func firstOverlap(g Timex, read []Timex, used []bool) int {
	for j, x := range read {
		if !used[j] && x.Span.Overlaps(g.Span) {
			return j
		}
	}
	return -1
}

// pair counts in what two overlapping expressions agree. The reference compares
// words and not offsets, so that is done here too.
func (t *timeTally) pair(d TimeDocument, g, r Timex) {
	t.relaxed++
	if d.words(g) == d.words(r) {
		t.strict++
	}
	if g.Type == r.Type {
		t.types++
	}
	if g.Value == r.Value {
		t.values++
	} else {
		t.faults = append(t.faults, timeFault(d, Differs, &g, &r))
	}
}

// words returns the words of an expression.
func (d TimeDocument) words(x Timex) string { return string(cut([]rune(d.Text), x.Span)) }

// cut returns the part of the span that lies in the text.
func cut(chars []rune, s parley.Span) []rune {
	start := min(max(s.Start, 0), len(chars))
	return chars[start:min(max(s.End, start), len(chars))]
}

// timeFault describes a difference; one of the expressions may be nil.
func timeFault(d TimeDocument, sort FaultSort, gold, read *Timex) Fault {
	f := Fault{Document: d.ID, Kind: parley.KindDate, Sort: sort}
	if read != nil {
		f.Text, f.Read = d.words(*read), read.Type+" "+read.Value
	}
	if gold != nil {
		f.Text, f.Gold = d.words(*gold), gold.Type+" "+gold.Value
	}
	return f
}

func (t *timeTally) score(documents int) TimeScore {
	of := func(right int) PRF { return newPRF(float64(right), t.gold, t.read) }
	return TimeScore{
		Documents: documents, Gold: t.gold, Read: t.read,
		Strict: of(t.strict), Relaxed: of(t.relaxed), Value: of(t.values), Type: of(t.types),
		Accuracy: ratio(float64(t.values), float64(t.relaxed)),
	}
}

// OfSplit returns the documents of one part of a corpus.
func OfSplit(docs []TimeDocument, split string) []TimeDocument {
	return slices.DeleteFunc(slices.Clone(docs), func(d TimeDocument) bool { return d.Split != split })
}
