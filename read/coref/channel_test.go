package coref_test

import (
	"slices"
	"testing"

	"parley"
	"parley/read"
)

// TestChannels reads texts whose statements take their channel from elsewhere in the
// story, and compares the channels in the order of the text.
func TestChannels(t *testing.T) {
	reader, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text string
		channels   []string
	}{
		{"a letter named before", `Orlen's letter reached the ministry on Monday. "The bridge must open," he wrote.`, []string{"letter"}},
		{"no letter named", `Orlen met the minister on Monday. "The bridge must open," he wrote.`, []string{""}},
		{"a film in which one tells of another", "In the film, Davit Orlen says that Ilona Vaskeri told him that the bridge was open.", []string{"film", ""}},
		{"a letter of which another tells", "In his letter, Davit Orlen indicated that the bridge was open, Ilona Vaskeri said.", []string{"", "letter"}},
		{"speakers of a rally", "The speakers at the rally included Davit Orlen and Ilona Vaskeri. Orlen said that the bridge must open. Jonas Rell said that it was shut. Vaskeri said that she would stay.", []string{"speech", "", "speech"}},
	} {
		reading, err := reader.Document(parley.Document{Text: c.text, Published: "2026-03-06"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range reading.Statements {
			got = append(got, s.Channel)
		}
		if !slices.Equal(got, c.channels) {
			t.Errorf("%s: channels %q, want %q", c.name, got, c.channels)
		}
	}
}
