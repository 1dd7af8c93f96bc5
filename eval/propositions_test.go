package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley"
	"parley/eval"
)

// TestPropositions scores what a reading tells of one sentence: the source's proposition, that
// of who is with it, and that of who is against it.
func TestPropositions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "propositions.jsonl")
	gold := `{"id": "s1", "text": "Tolm, backed by Ardo and opposed by Dreil, proposed a vote.", "propositions": [
		{"actor": "Tolm", "predicate": "proposed", "point": "a vote."}, {"actor": "ARDO", "predicate": "proposed", "point": "a vote"},
		{"actor": "Dreil", "predicate": "not proposed", "point": "a vote"}, {"actor": "Lomar", "predicate": "said", "point": "nothing"}]}`
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(gold, "\n", " ")), 0o600); err != nil {
		t.Fatal(err)
	}
	sentences, err := eval.LoadPropositions(path)
	if err != nil {
		t.Fatal(err)
	}
	at := func(from, to int) parley.Spans { return parley.Spans{{Start: from, End: to}} }
	r := parley.Reading{Document: sentences[0].Document()}
	r.Actors = []parley.Actor{{ID: "TOLM", Name: "Tolm"}, {ID: "ARDO", Name: "Ardo"}, {ID: "DREIL", Name: "Dreil"}}
	r.Statements = []parley.Statement{{ID: "s1", SourceActors: parley.IDs{"TOLM"}, Cue: at(43, 51), Content: at(52, 58)}}
	r.Positions = []parley.Position{
		{Actor: "TOLM", Stance: parley.Support, Statement: "s1"}, {Actor: "ARDO", Stance: parley.Support, Statement: "s1"}, {Actor: "DREIL", Stance: parley.Oppose, Statement: "s1"},
	}
	score, faults := eval.ScorePropositions(sentences, [][]eval.Proposition{eval.Propositions(&r)})
	if score.Exact.P != 1 || score.Exact.R != 0.75 || score.Predicate.R != 0.75 {
		t.Errorf("%+v", score)
	}
	if len(faults) != 1 || faults[0].Gold != "lomar | said | nothing" {
		t.Errorf("%v", faults)
	}
}
