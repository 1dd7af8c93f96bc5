package issues

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"parley"
	"parley/ledger"
)

// told is a position as the ledger finds it.
func told(doc, day, who, stance, what string) ledger.Item {
	return ledger.Item{Document: doc, Entry: "p1", Published: day, Outlet: "Tolm Herald " + doc, Kind: parley.KindPosition, Who: who, Act: stance, What: what}
}

// sample are tellings of two issues, one of which a party moves on.
var sample = []ledger.Item{
	told("a", "2031-05-01", "Kestria", "oppose", "a ceasefire in the Oru valley"),
	told("b", "2031-05-02", "Lomar", "support", "an immediate ceasefire in the Oru valley"),
	told("c", "2031-05-03", "Kestria", "support", "the ceasefire in the Oru valley"),
	told("d", "2031-05-03", "Lomar", "oppose", "early elections in Kestria"),
	told("e", "2031-05-04", "Varenia", "support", "free elections in Kestria"),
}

// shown lists issues in short.
func shown(list []Issue) string {
	var out []string
	for _, x := range list {
		var stands []string
		for _, s := range x.Stands {
			stands = append(stands, s.Party+" "+string(s.Before)+">"+string(s.Stance))
		}
		out = append(out, x.Name+": "+strings.Join(stands, ", "))
	}
	return strings.Join(out, "; ")
}

// TestJoin holds that other words for the same become one issue, and that a move shows.
func TestJoin(t *testing.T) {
	want := "a ceasefire in the Oru valley: Kestria oppose>support, Lomar >support"
	if got := shown(Join(sample[:3], nil)); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got := Join(sample, nil); len(got) < 2 || got[0].Stands[0].Last() != "2031-05-03" || !got[0].Stands[0].Moved() {
		t.Errorf("%s", shown(got))
	}
}

// TestDecisions holds that a person's merges, splits and names apply, later ones first.
func TestDecisions(t *testing.T) {
	all := Join(sample, nil)
	first, last := all[0].ID, all[len(all)-1].ID
	merged := Join(sample, []Decision{{Act: Merge, Issue: last, Into: first}, {Act: Name, Issue: first, Name: " a  truce "}})
	if len(merged) != len(all)-1 || merged[0].Name != "a truce" || !merged[0].Named {
		t.Errorf("%s", shown(merged))
	}
	apart := Join(sample, []Decision{{Act: Split, Issue: idOf(&sample[1])}})
	if len(apart) != len(all)+1 {
		t.Errorf("%s", shown(apart))
	}
	back := Join(sample, []Decision{{Act: Merge, Issue: last, Into: first}, {Act: Split, Issue: last}})
	if len(back) != len(all) {
		t.Errorf("%s", shown(back))
	}
	if r := rulesOf([]Decision{{Act: Merge, Issue: "a", Into: "b"}, {Act: Merge, Issue: "b", Into: "a"}}); r.target("a") != "b" || r.target("b") != "b" {
		t.Errorf("a ring of merges is kept: %v", r.into)
	}
}

// TestKeep holds that decisions come back in order, and that one which is none is refused.
func TestKeep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "issues.jsonl")
	if list, err := Load(path); err != nil || list != nil {
		t.Fatalf("%v, %v", list, err)
	}
	made := []Decision{{When: time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC), Act: Name, Issue: "a", Name: "truce"}, {Act: Split, Issue: "b"}}
	for _, d := range made {
		if err := Keep(path, d); err != nil {
			t.Fatal(err)
		}
	}
	if list, err := Load(path); err != nil || !slices.Equal(list, made) {
		t.Errorf("%v, %v", list, err)
	}
	for _, bad := range []Decision{{Act: Name, Issue: "a"}, {Act: Merge, Issue: "a", Into: "a"}, {Act: "burn", Issue: "a"}, {Act: Split}} {
		if err := Keep(path, bad); !errors.Is(err, parley.ErrRefused) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
	if err := os.WriteFile(path, []byte("{\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(path); err == nil || !strings.Contains(err.Error(), "issues.jsonl:1") {
		t.Errorf("a bad line gives %v", err)
	}
}

// TestInvariants holds that no telling is lost, that order does not matter, and that every
// party stands once.
func TestInvariants(t *testing.T) {
	words := []string{"ceasefire", "valley", "elections", "prisoners", "the", "Oru", "release", "border"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "n")
		var list []ledger.Item
		want := 0
		for i := range n {
			what := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 5).Draw(t, "words"), " ")
			x := told(string(rune('a'+i)), "2031-05-01", rapid.SampledFrom([]string{"A", "B"}).Draw(t, "who"), "support", what)
			if len(wordsOf(what)) > 0 {
				want++
			}
			list = append(list, x)
		}
		got := Join(list, nil)
		total := 0
		for _, x := range got {
			total += x.Tellings
			seen := map[string]bool{}
			for _, s := range x.Stands {
				if seen[s.Party] {
					t.Errorf("%s stands twice on %s", s.Party, x.Name)
				}
				seen[s.Party] = true
			}
		}
		if total != want {
			t.Errorf("%d tellings of %d", total, want)
		}
		slices.Reverse(list)
		if again := Join(list, nil); shown(again) != shown(got) {
			t.Errorf("%s\n%s", shown(again), shown(got))
		}
	})
}
