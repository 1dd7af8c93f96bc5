package dues_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley"
	"parley/join/dues"
	"parley/ledger"
)

// told makes a telling: "document published kind on status what; parties; moved to".
func told(document, published string, kind parley.DueKind, on string, status parley.DueStatus, what, parties, moved string) ledger.DueItem {
	x := ledger.DueItem{Words: on, Due: parley.Due{Kind: kind, On: on, Status: status, MovedTo: moved}}
	x.Document, x.Published, x.What, x.Outlet, x.Entry = document, published, what, "Tolm Herald", "d1"
	if parties != "" {
		x.Parties = strings.Split(parties, ", ")
	}
	return x
}

// describe gives dues as lines.
func describe(list []dues.Due) []string {
	var out []string
	for _, d := range list {
		line := fmt.Sprintf("%s %s %s | %s | %s | %d documents", d.Kind, d.On, d.Status, d.What, strings.Join(d.Parties, ", "), d.Documents)
		for _, m := range d.Moves {
			line += fmt.Sprintf(" | %s → %s by %s", m.From, m.To, m.Telling.Document)
		}
		out = append(out, line)
	}
	return out
}

func TestJoin(t *testing.T) {
	const meeting, deadline = parley.DueMeeting, parley.DueDeadline
	tests := []struct {
		name string
		in   []ledger.DueItem
		want []string
	}{
		{"nothing", nil, nil},
		{"two tellings of one meeting", []ledger.DueItem{
			told("a", "2031-05-01", meeting, "2031-05-20", parley.DueAnnounced, "talks on the river accord", "Varenia, Kestria", ""),
			told("b", "2031-05-02", meeting, "2031-05-20", parley.DueConfirmed, "the river accord talks", "Varenia", ""),
		}, []string{"meeting 2031-05-20 confirmed | talks on the river accord | Varenia, Kestria | 2 documents"}},
		{"another pair meets that day", []ledger.DueItem{
			told("a", "2031-05-01", meeting, "2031-05-20", parley.DueAnnounced, "meet in Tolm", "Varenia, Kestria", ""),
			told("b", "2031-05-02", meeting, "2031-05-20", parley.DueAnnounced, "meet in Tolm", "Lumenia, Oru", ""),
		}, []string{"meeting 2031-05-20 announced | meet in Tolm | Lumenia, Oru | 1 documents", "meeting 2031-05-20 announced | meet in Tolm | Varenia, Kestria | 1 documents"}},
		{"the day becomes exact", []ledger.DueItem{
			told("a", "2031-05-01", meeting, "2031-05", parley.DueAnnounced, "the river summit", "Varenia", ""),
			told("b", "2031-05-02", meeting, "2031-05-20", parley.DueAnnounced, "the river summit", "Varenia", ""),
		}, []string{"meeting 2031-05-20 announced | the river summit | Varenia | 2 documents"}},
		{"moved, and told again", []ledger.DueItem{
			told("a", "2031-05-01", deadline, "2031-05", parley.DueAnnounced, "deadline for the Tolm accord", "", ""),
			told("b", "2031-05-12", deadline, "2031-05", parley.DueMoved, "deadline for fulfilling the Tolm accord", "", "2031-08"),
			told("c", "2031-06-01", deadline, "2031-08", parley.DueInDoubt, "the deadline of the Tolm accord", "", ""),
		}, []string{"deadline 2031-08 in doubt | deadline for the Tolm accord |  | 3 documents | 2031-05 → 2031-08 by b"}},
		{"gone by without word", []ledger.DueItem{told("a", "2031-01-01", meeting, "2031-02", parley.DueAnnounced, "the river summit", "Varenia", "")},
			[]string{"meeting 2031-02 past, unknown | the river summit | Varenia | 1 documents"}},
		{"gone by and held", []ledger.DueItem{told("a", "2031-01-01", meeting, "2031-02", parley.DueHeld, "the river summit", "Varenia", "")},
			[]string{"meeting 2031-02 held | the river summit | Varenia | 1 documents"}},
		{"a value that is no day", []ledger.DueItem{told("a", "2031-01-01", meeting, "FUTURE_REF", parley.DueAnnounced, "the river summit", "", "")}, nil},
	}
	for _, tt := range tests {
		got := describe(dues.Join(tt.in, time.Date(2031, 5, 15, 9, 0, 0, 0, time.UTC)))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
	}
}

// TestJoinInAnyOrder holds that the order in which tellings come tells nothing, that
// none is lost, and that ids are of one due each.
func TestJoinInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 14).Draw(t, "n")
		var in []ledger.DueItem
		for i := range n {
			x := told(fmt.Sprint("doc", i), rapid.SampledFrom([]string{"2031-05-01", "2031-05-02", "2031-05-03"}).Draw(t, "published"),
				rapid.SampledFrom([]parley.DueKind{parley.DueMeeting, parley.DueDeadline}).Draw(t, "kind"),
				rapid.SampledFrom([]string{"2031-05", "2031-05-20", "2031-06-01", "2031-W22"}).Draw(t, "on"), parley.DueAnnounced,
				rapid.SampledFrom([]string{"talks on the river accord", "the river summit", "meet in Tolm"}).Draw(t, "what"),
				rapid.SampledFrom([]string{"", "Varenia", "Varenia, Kestria", "Lumenia"}).Draw(t, "parties"),
				rapid.SampledFrom([]string{"", "", "2031-07"}).Draw(t, "moved"))
			in = append(in, x)
		}
		got := dues.Join(in, time.Time{})
		mixed := append([]ledger.DueItem(nil), in...)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if diff := cmp.Diff(describe(got), describe(dues.Join(mixed, time.Time{}))); diff != "" {
			t.Fatalf("another order gives others:\n%s", diff)
		}
		tellings, ids := 0, map[string]bool{}
		for _, d := range got {
			tellings += len(d.Tellings)
			if ids[d.ID] {
				t.Fatalf("two dues have the id %s", d.ID)
			}
			ids[d.ID] = true
		}
		if tellings != len(in) {
			t.Fatalf("%d tellings became %d", len(in), tellings)
		}
	})
}

// BenchmarkJoin joins the tellings of a quarter of a large ledger.
func BenchmarkJoin(b *testing.B) {
	var in []ledger.DueItem
	for i := range 5000 {
		day := time.Date(2031, 4, 1+i%90, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		in = append(in, told(fmt.Sprint("doc", i), "2031-04-01", parley.DueMeeting, day, parley.DueAnnounced,
			fmt.Sprint("talks on accord ", string(rune('a'+i%26)), "oru"), fmt.Sprint("Party ", i%40), ""))
	}
	for b.Loop() {
		dues.Join(in, time.Time{})
	}
}
