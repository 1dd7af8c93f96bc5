package event

import (
	"strings"
	"testing"

	"parley"
)

// TestSuretyFile holds that what is embedded is well formed and answers every question.
func TestSuretyFile(t *testing.T) {
	if errSurety != nil {
		t.Fatal(errSurety)
	}
	for q := range questions {
		if p := learnt.Probability(q, nil); p <= 0.5 || p >= 1 {
			t.Errorf("without evidence %s is right with %.2f, want more than a half", q, p)
		}
	}
	if item := "lenient"; strings.Contains(suretyFile, item) {
		t.Errorf("%q stands in surety.tsv, and nobody would be strict", item)
	}
}

// TestParseSurety names the line that is none.
func TestParseSurety(t *testing.T) {
	for line, want := range map[string]string{
		"told\titem":        "surety.tsv:2",
		"hope\titem\t1":     "surety.tsv:2",
		"told\titem\tmuch":  "surety.tsv:2",
		"told\titem\t-0.25": "",
	} {
		s, err := parseSurety("# head\n" + line + "\n")
		if want == "" {
			if err != nil || s[Told]["item"] != -0.25 {
				t.Errorf("%q gives %v and %v", line, s[Told], err)
			}
		} else if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q gives the error %v, want one of %s", line, err, want)
		}
	}
}

// TestLearn learns what speaks against a status, and from nobody who is lenient; what is
// written is read again.
func TestLearn(t *testing.T) {
	var all []Verdict
	for i := range 300 {
		v := Verdict{Evidence: []string{"fine"}, Right: map[Question]bool{Told: true, Status: i%5 != 0}}
		if i%2 == 0 {
			v.Evidence, v.Right[Status] = []string{"odd"}, i%4 == 0
		}
		if i%3 == 0 {
			v.Lenient, v.Right[Status] = true, true
		}
		all = append(all, v)
	}
	s, err := parseSurety(Learn(all).String())
	if err != nil {
		t.Fatal(err)
	}
	odd, fine := s.Probability(Status, []string{"odd"}), s.Probability(Status, []string{"fine"})
	if odd > 0.6 || fine < 0.7 {
		t.Errorf("the odd are right with %.2f and the fine with %.2f", odd, fine)
	}
	if _, ok := s[Status][lenient]; ok {
		t.Error("the weight of the lenient is kept")
	}
}

// TestJudge leaves weak parties unknown and weak events out.
func TestJudge(t *testing.T) {
	s, err := parseSurety("told\talways\t3\nstatus\talways\t3\nactors\talways\t3\nrecipients\talways\t3\ntold\tno event\t-4\nactors\tnobody\t-4\nrecipients\tnowhere\t-4\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		kind     string
		evidence []string
		actors   int // that are left; -1: no event
		to       int
	}{
		{"ASSAULT", nil, 1, 1},
		{"ASSAULT", []string{"no event"}, -1, 0},
		{"ASSAULT", []string{"nobody"}, 0, 1},
		{"ASSAULT", []string{"nowhere"}, 1, 0},
		{"ASSAULT", []string{"nobody", "nowhere"}, 0, 0},
		{"PROTEST", []string{"nobody", "nowhere"}, 0, 0},
	} {
		c := Candidate{Event: parley.Event{Type: test.kind, Actors: []string{"KES"}, Recipients: []string{"VAR"}}, Evidence: test.evidence}
		e, ok := s.judge(&c)
		if ok != (test.actors >= 0) || ok && (len(e.Actors) != test.actors || len(e.Recipients) != test.to) {
			t.Errorf("%s with %v is %v -> %v, %v", test.kind, test.evidence, e.Actors, e.Recipients, ok)
		}
		if ok && (e.Confidence < leastEvent || e.Confidence > 1) {
			t.Errorf("%s with %v has the confidence %v", test.kind, test.evidence, e.Confidence)
		}
	}
}
