package actors_test

import (
	"testing"

	"parley"
	"parley/actors"
)

func load(t testing.TB) *actors.Known {
	t.Helper()
	k, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestState(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, id string // id empty: no state
		match    actors.Match
	}{
		{"Iran", "IRN", actors.Common},
		{"IRAN", "IRN", actors.Common},
		{"the Islamic Republic of Iran", "IRN", actors.Official},
		{"Iranian", "IRN", actors.Adjective},
		{"Iranians", "IRN", actors.Demonym},
		{"Tehran", "IRN", actors.Capital},
		{"the Kremlin", "RUS", actors.Metonym},
		{"Kremlin’s", "RUS", actors.Metonym},
		{"Downing Street", "GBR", actors.Metonym},
		{"US", "USA", actors.Alias},
		{"U.S.", "USA", actors.Alias},
		{"the U.S.'s", "USA", actors.Alias},
		{"us", "", 0},
		{"u.s.", "", 0},
		{"Us", "", 0},
		{"Turkey", "TUR", actors.Common},
		{"turkey", "", 0},
		{"Côte d’Ivoire", "CIV", actors.Common},
		{"Kyiv", "UKR", actors.Capital},
		{"Kiev", "UKR", actors.Capital},
		{"Dominican", "DOM", actors.Adjective},
		{"Congo", "COD", actors.Alias},
		{"South  Korean", "KOR", actors.Adjective},
		{"Varenia", "", 0},
		{"the", "", 0},
		{"", "", 0},
	} {
		got, ok := k.State(c.name)
		if got.ID != c.id || ok != (c.id != "") || got.Match != c.match {
			t.Errorf("State(%q) = %s %v, %v; want %q %v", c.name, got.ID, got.Match, ok, c.id, c.match)
		}
	}
	if all := k.States("Congolese"); len(all) != 2 {
		t.Errorf("Congolese has %d meanings, not 2", len(all))
	}
}

func TestOrganisationsAndOutlets(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, id string
		kind     parley.ActorKind
		of       string
	}{
		{"U.N.", "UN", parley.Organisation, ""},
		{"the United Nations", "UN", parley.Organisation, ""},
		{"Security Council", "UNSC", parley.Organisation, "UN"},
		{"Nato", "NATO", parley.Organisation, ""},
		{"who", "", "", ""},
		{"Pentagon", "USDOD", parley.Government, "USA"},
		{"Hezbollah", "HEZBOLLAH", parley.ArmedGroup, ""},
		{"the AFP", "AFP", parley.Outlet, ""},
		{"RIA Novosti", "RIA", parley.Outlet, "RUS"},
		{"Al-Jazeera", "JAZEERA", parley.Outlet, "QAT"},
		{"Tolm Herald", "", "", ""},
	} {
		got, ok := k.Find(c.name)
		if got.ID != c.id || got.Kind != c.kind || got.Of != c.of || ok != (c.id != "") {
			t.Errorf("Find(%q) = %+v, %v; want %s %s of %q", c.name, got, ok, c.id, c.kind, c.of)
		}
	}
}
