package event

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"parley/linear"
)

// Question is what can be right or wrong of an event.
type Question int

// The questions that are asked of a candidate: does the word tell of an event of this type,
// does it stand so, are these who acts, and these to whom it is done?
const (
	Told Question = iota
	Status
	Actors
	Recipients
	questions
)

var questionNames = [questions]string{"told", "status", "actors", "recipients"}

// String names a question.
func (q Question) String() string {
	if q < 0 || q >= questions {
		return fmt.Sprintf("question %d", int(q))
	}
	return questionNames[q]
}

// Surety tells how much the evidence for a candidate is to be trusted: for each question
// the weights of a logistic regression.
type Surety [questions]linear.Weights

// Probability returns how likely the answer to a question is right.
func (s *Surety) Probability(q Question, evidence []string) float64 {
	return s[q].Probability(evidence)
}

// Verdict is what a reader by eye found of a candidate. A question that nobody answered, or
// that was answered of a candidate that stood otherwise, has no answer.
type Verdict struct {
	Evidence []string
	Lenient  bool // who marked it lets a doubtful entry pass
	Right    map[Question]bool
}

// lenient is the item of the verdicts of who lets doubtful entries pass. Its weight is learnt
// and left out, so that what is learnt judges as the strict do.
const lenient = "lenient"

// penalty holds back the weights so much that the marks of a tenth part of the stories are
// foretold best by those of the other nine.
const penalty = 0.002

// Learn finds from verdicts how much evidence is to be trusted.
func Learn(verdicts []Verdict) *Surety {
	s := new(Surety)
	for q := range questions {
		var examples []linear.Judged
		for _, v := range verdicts {
			items := v.Evidence
			if v.Lenient {
				items = append(slices.Clone(items), lenient)
			}
			if right, ok := v.Right[q]; ok {
				examples = append(examples, linear.Judged{Items: items, Right: right})
			}
		}
		s[q] = linear.Fit(examples, penalty, lenient)
		delete(s[q], lenient)
	}
	return s
}

// String returns the lines of surety.tsv: question, item, weight. Weights that change
// nothing are left out.
func (s *Surety) String() string {
	var b strings.Builder
	for q := range questions {
		for _, item := range slices.Sorted(maps.Keys(s[q])) {
			if w := strconv.FormatFloat(s[q][item], 'f', 2, 64); strings.Trim(w, "-0.") != "" {
				fmt.Fprintf(&b, "%s\t%s\t%s\n", q, item, w)
			}
		}
	}
	return b.String()
}

//go:embed surety.tsv
var suretyFile string

// learnt is the surety of surety.tsv; a test checks that the file is well formed.
var learnt, errSurety = parseSurety(suretyFile)

// parseSurety reads what String writes. It fails on a line of another form.
func parseSurety(file string) (*Surety, error) {
	s := new(Surety)
	for q := range questions {
		s[q] = linear.Weights{}
	}
	for n, line := range strings.Split(file, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return s, fmt.Errorf("surety.tsv:%d: %q: want question, item, weight", n+1, line)
		}
		q := slices.Index(questionNames[:], f[0])
		w, err := strconv.ParseFloat(f[2], 64)
		if q < 0 || err != nil {
			return s, fmt.Errorf("surety.tsv:%d: %q: no such question or no weight", n+1, line)
		}
		s[q][f[1]] = w
	}
	return s, nil
}
