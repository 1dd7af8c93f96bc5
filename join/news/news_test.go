package news_test

import (
	"testing"

	"parley"
	"parley/join/disputes"
	"parley/join/dues"
	"parley/join/issues"
	"parley/join/news"
	"parley/ledger"
)

// TestJoin holds that each move, slip and differing value is news once, the newest first, with
// what it was before.
func TestJoin(t *testing.T) {
	told := func(day, act string) ledger.Item {
		return ledger.Item{Document: "d" + day, Published: day + "T10:00:00Z", Act: act}
	}
	stand := issues.Stand{Party: "Kestria", Stance: parley.Support, Before: parley.Oppose, Tellings: []ledger.Item{
		told("2031-05-05", "support"), told("2031-05-04", "oppose"), told("2031-05-03", "oppose"), told("2031-05-02", "support"),
	}}
	due := dues.Due{What: "the round", Parties: []string{"Oru"}, Moves: []dues.Move{{From: "2031-06-01", To: "2031-06-08", Telling: ledger.DueItem{Item: told("2031-05-08", "")}}, {From: "2031-06-01", To: "2031-06-08", Telling: ledger.DueItem{Item: told("2031-05-06", "")}}}}
	figure := disputes.Dispute{Referent: "displaced", Uses: []disputes.Use{
		{Words: "430", By: []string{"Ministry"}, Tellings: []ledger.Item{told("2031-05-07", "")}},
		{Words: "1,200", By: []string{"Agency"}, Tellings: []ledger.Item{told("2031-05-01", "")}},
	}}
	got := news.Join([]issues.Issue{{Name: "the truce", Stands: []issues.Stand{stand}}}, []dues.Due{due}, []disputes.Dispute{figure})
	want := []struct {
		kind           news.Kind
		day, who, from string
	}{
		{news.FigureDiffers, "2031-05-07", "Ministry", "1,200"}, {news.DateSlipped, "2031-05-06", "Oru", "2031-06-01"},
		{news.PositionMoved, "2031-05-05", "Kestria", "oppose"}, {news.PositionMoved, "2031-05-03", "Kestria", "support"},
	}
	if len(got) != len(want) {
		t.Fatalf("%d pieces of news, want %d: %+v", len(got), len(want), got)
	}
	for i, w := range want {
		if g := got[i]; g.Kind != w.kind || g.Day != w.day || g.Who != w.who || g.From != w.from {
			t.Errorf("news %d: %s %s %s from %q, want %+v", i, g.Kind, g.Day, g.Who, g.From, w)
		}
	}
}

// TestNothingIsNews holds that one telling of everything is no news.
func TestNothingIsNews(t *testing.T) {
	if got := news.Join([]issues.Issue{{Stands: []issues.Stand{{Tellings: []ledger.Item{{Act: "support"}}}}}}, []dues.Due{{}}, nil); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}
