package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/eval"
)

// actorsFile writes a file of lines and returns its name.
func actorsFile(t *testing.T, lines ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "lines.jsonl")
	if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestActorPhrases(t *testing.T) {
	got, err := eval.LoadActorPhrases(actorsFile(t,
		`{"id":"a","fn":"agent_to_code","text":"the Varenian president","args":["","10 May 2015"],"kwargs":{},"expect":{"country":"VAR","code_1":"GOV","actor_wiki_job":"President of Varenia"}}`,
		`{"id":"b","fn":"agent_to_code","text":"Tal","args":["Kestrian","Today"],"kwargs":{},"expect":{"code_1":"LEG"}}`,
		`{"id":"c","fn":"search_nat","text":"four Lumenian men","args":[],"kwargs":{},"expect":{"cc":"LUM","text":"four men"}}`,
		`{"id":"d","fn":"query_wiki","text":"Tolm","args":[],"kwargs":{},"expect":{"title":"Tolm"}}`))
	if err != nil || len(got) != 3 {
		t.Fatalf("%+v, %v", got, err)
	}
	if a := got[0]; a.State != "VAR" || a.Day != "2015-05-10" || a.Sector != "GOV" || a.Office != "President of Varenia" || a.Undone {
		t.Errorf("first: %+v", a)
	}
	if b := got[1]; b.In != "Kestrian" || b.Day != "" || !b.Undone {
		t.Errorf("second: %+v", b)
	}
	score := eval.ScoreActors(got, nil, func(p eval.ActorPhrase) eval.ActorAnswer {
		return eval.ActorAnswer{State: "VAR", Sector: "GOV", Office: []string{"President"}}
	}, nil)
	if score.States.Right != 1 || score.States.Of != 2 || score.Roles.Right != 1 || score.Roles.Of != 1 || len(score.Faults) != 1 {
		t.Errorf("score: %+v", score)
	}
}

func TestOfficeDays(t *testing.T) {
	file := actorsFile(t,
		`{"set":"varenia-ministers","office":"President","name":"Oru Tal","wikidata":"Q1","from":"2005-01-01","to":"2010-01-01"}`,
		`{"set":"varenia-ministers","office":"President","name":"Ela Vint","wikidata":"Q2","from":"2009","to":null}`)
	got, err := eval.LoadOfficeDays(file, 50)
	if err != nil || len(got) != 50 {
		t.Fatalf("%d questions, %v", len(got), err)
	}
	again, _ := eval.LoadOfficeDays(file, 50)
	both := 0
	for i, q := range got {
		if q.Day < "2005-01-01" || q.Day > "2010-01-01" || q.State != "varenia" || q.Right[0] != "Q1" || q.Day != again[i].Day {
			t.Errorf("%+v, and again %+v", q, again[i])
		}
		if (q.Day >= "2009") != (len(q.Right) == 2) {
			t.Errorf("%+v", q)
		}
		both += len(q.Right) - 1
	}
	if both == 0 || both == 50 {
		t.Errorf("%d of the days have both", both)
	}
	score := eval.ScoreActors(nil, got, nil, func(eval.OfficeDay) string { return "Q2" })
	if score.Offices.Right != both || score.Offices.Of != 50 {
		t.Errorf("%+v, want %d right", score.Offices, both)
	}
	if _, err := eval.LoadOfficeDays(actorsFile(t, "{"), 1); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a damaged file: %v", err)
	}
}
