package disputes

import (
	"slices"
	"strings"
	"testing"

	"parley/ledger"
)

// label is a label as the ledger finds it.
func label(doc, day, who, of, what string) ledger.Item {
	return ledger.Item{Document: doc, Published: day, Outlet: "Tolm Herald", Who: who, Whom: of, What: what}
}

// shown lists disputes in short.
func shown(list []Dispute) string {
	var out []string
	for _, d := range list {
		var uses []string
		for _, u := range d.Uses {
			uses = append(uses, u.Words+" ("+strings.Join(u.By, "+")+" "+u.First()+")")
		}
		out = append(out, d.Referent+": "+strings.Join(uses, ", "))
	}
	return strings.Join(out, "; ")
}

// TestLabels holds that one thing under several words is a dispute, that pronouns and what
// only one party names are none, and that order does not matter.
func TestLabels(t *testing.T) {
	list := []ledger.Item{
		label("a", "2031-05-01", "Kestria", "the accord", "a milestone"),
		label("b", "2031-05-02", "Lomar", "The accord", "a betrayal"),
		label("c", "2031-05-03", "Varenia", "the accord", "milestone"),
		label("d", "2031-05-03", "Lomar", "it", "absurd"),
		label("e", "2031-05-03", "Lomar", "the vote", "unlawful"),
	}
	want := "the accord: a milestone (Kestria+Varenia 2031-05-01), a betrayal (Lomar 2031-05-02)"
	if got := shown(Labels(list)); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	slices.Reverse(list)
	if got := shown(Labels(list)); got != want {
		t.Errorf("in another order: %s", got)
	}
}

// TestLabelsOfOneDeed holds that a deed of a month that is named is one thing under several
// words for it, and that other things of that month are others.
func TestLabelsOfOneDeed(t *testing.T) {
	list := []ledger.Item{
		label("a", "2031-05-01", "Varenia", "September 2024 the operation", "a liberation"),
		label("b", "2031-05-02", "Kestria", "what happened in September 2024", "an occupation"),
		label("c", "2031-05-03", "Lomar", "the accord of September 2024", "a betrayal"),
		label("d", "2031-05-03", "Lomar", "what happened in May 2024", "a crime"),
	}
	want := "September 2024 the operation: a liberation (Varenia 2031-05-01), an occupation (Kestria 2031-05-02)"
	if got := shown(Labels(list)); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestFigures holds that one measure with two values is a dispute where the sentences are
// about one matter, and one value none.
func TestFigures(t *testing.T) {
	figure := func(doc, who, measure, what string, value ...float64) ledger.Item {
		var x *float64
		if len(value) > 0 {
			x = &value[0]
		}
		return ledger.Item{Value: x, Document: doc, Published: "2031-05-01", Outlet: "Ardo Courier", Who: who, Act: measure, What: what, Context: what + " in the shelling of Pellin market"}
	}
	elsewhere := figure("z", "Lomar", "killed", "7 people")
	elsewhere.Context = "A flood near the border town of Belmora took 7 people."
	list := []ledger.Item{
		figure("a", "Kestria", "killed", "12 people", 12), figure("b", "", "killed", "at least 40 people", 40),
		figure("a", "Kestria", "wounded", "3 people"), figure("b", "Lomar", "wounded", "3 people"), figure("c", "Lomar", "", "7"), elsewhere,
		figure("d", "Oru", "killed", "about 11,000 people", 11000), figure("e", "Oru", "killed", "two of the wounded", 2),
	}
	if got, want := shown(Figures(list)), "killed: 12 people (Kestria 2031-05-01), at least 40 people (Ardo Courier 2031-05-01)"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestFiguresByPlaceAndTime holds that counts are of one thing where they share a place within
// days, and not where they name others or are of another time.
func TestFiguresByPlaceAndTime(t *testing.T) {
	item := func(doc, day, what, context string, value float64) ledger.Item {
		return ledger.Item{Value: &value, Document: doc, Published: day, Outlet: "Ardo Courier", Who: doc, Act: "killed", What: what, Context: context}
	}
	first := item("a", "2031-05-01", "31 people", "Shells hit the market in Pellin, killing 31 people.", 31)
	for _, c := range []struct {
		name string
		next ledger.Item
		one  bool
	}{
		{"the same place", item("b", "2031-05-02", "nine people", "No more than nine people died in Pellin.", 9), true},
		{"another place", item("b", "2031-05-02", "nine people", "Shells hit the market in Lenko, killing nine people.", 9), false},
		{"another time", item("b", "2031-08-02", "nine people", "Shells hit the market of the valley, killing nine people.", 9), false},
		{"the same place at another time", item("b", "2031-08-02", "nine people", "Nine people died in Pellin.", 9), false},
		{"too far apart", item("b", "2031-05-02", "900 people", "In the war 900 people died in Pellin.", 900), false},
		{"few of the same words", item("b", "2031-05-02", "nine people", "Nine people died at the market.", 9), false},
		{"more of the same words", item("b", "2031-05-02", "nine people", "Nine died at the market when shells came, killing some.", 9), true},
	} {
		if got := len(Figures([]ledger.Item{first, c.next})) == 1; got != c.one {
			t.Errorf("%s: one dispute is %v, want %v", c.name, got, c.one)
		}
	}
}
