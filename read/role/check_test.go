package role_test

import (
	"testing"

	"parley"
	"parley/actors"
	"parley/read/role"
)

// TestChecked holds roles against the dated list. Its facts are those of real
// offices, since no invented one is in the list.
func TestChecked(t *testing.T) {
	known, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		person, title, day string
		want               parley.Standing
		held, holder       string // a title held, and who held the office, where at odds
	}{
		{"Sergei Lavrov", "Russian Foreign Minister", "2015-12-14", parley.Confirmed, "", ""},
		{"Vitaly Churkin", "Russia's envoy to the U.S.", "2015-12-14", parley.AtOdds, "Permanent Representative to the United Nations", "Sergey Kislyak"},
		{"Sergei Lavrov", "Russian Foreign Minister", "2001-12-14", parley.AtOdds, "", "Igor Ivanov"},
		{"Ilona Vaskeri", "Kestrian Foreign Minister", "2015-12-14", parley.StandingUnknown, "", ""},
		{"Sergei Lavrov", "Russian Foreign Minister", "", parley.StandingUnknown, "", ""},
	} {
		text := c.person + " " + c.title
		r := []parley.Role{{
			Person: parley.Spans{{Start: 0, End: len(c.person)}},
			Title:  parley.Spans{{Start: len(c.person) + 1, End: len(text)}},
		}}
		role.Checked(r, text, known, nil, c.day)
		check := r[0].Check
		if check == nil || check.Standing != c.want || check.Why == "" {
			t.Errorf("%s, %s, %s: got %+v, want %s", c.person, c.title, c.day, check, c.want)
			continue
		}
		if c.held != "" && (len(check.Held) == 0 || check.Held[0].Title != c.held) {
			t.Errorf("%s, %s: held %+v, want %s", c.person, c.title, check.Held, c.held)
		}
		if c.holder != "" && (len(check.Holders) == 0 || check.Holders[0].Person != c.holder) {
			t.Errorf("%s, %s: holders %+v, want %s", c.person, c.title, check.Holders, c.holder)
		}
	}
}
