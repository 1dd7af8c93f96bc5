package actors_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

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

// members are the member states of the United Nations, and six others that news
// often names.
const members = `
	AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR
	CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE PRK DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA
	GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR KWT KGZ LAO
	LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL
	NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE
	SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY
	UZB VUT VEN VNM YEM ZMB ZWE
	PSE VAT TWN XKX ESH HKG`

func TestStatesAreComplete(t *testing.T) {
	k := load(t)
	codes := strings.Fields(members)
	if len(codes) != 193+6 {
		t.Fatalf("%d codes listed, not 199", len(codes))
	}
	for _, id := range codes {
		e, ok := k.ByID(id)
		if !ok || e.Kind != parley.State || k.Adjective(id) == "" {
			t.Errorf("state %s: %+v, adjective %q", id, e, k.Adjective(id))
		}
	}
}

// TestTables checks that each row is well formed, and that each of its names
// leads back to it: none is shadowed, misspelt or lost.
func TestTables(t *testing.T) {
	k := load(t)
	for file, columns := range map[string][]int{"states.tsv": {1, 2, 3, 4, 5, 6, 7}, "organisations.tsv": {1, 4}, "outlets.tsv": {1, 3}} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			row := strings.Split(strings.TrimRight(line, "\n"), "\t")
			if strings.HasPrefix(line, "#") {
				continue
			}
			for _, c := range columns {
				for name := range strings.SplitSeq(row[c], ";") {
					checkName(t, k, file, row[0], name)
				}
			}
			e, _ := k.ByID(row[0])
			if _, ok := k.ByID(e.Of); e.Of != "" && !ok {
				t.Errorf("%s: %s belongs to %q, which is nowhere", file, row[0], e.Of)
			}
		}
	}
}

func checkName(t *testing.T, k *actors.Known, file, id, name string) {
	t.Helper()
	if name == "" {
		return
	}
	if name != strings.TrimSpace(name) || strings.HasPrefix(name, "the ") {
		t.Errorf("%s: %s: name %q is not trimmed", file, id, name)
	}
	found := false
	switch file {
	case "states.tsv":
		found = slices.ContainsFunc(k.States(name), func(s actors.State) bool { return s.ID == id })
	case "organisations.tsv":
		e, _ := k.Organisation(name)
		found = e.ID == id
	default:
		e, _ := k.Outlet(name)
		found = e.ID == id
	}
	// A name wholly in lower case is found only where its capital is not the point.
	if !found && strings.ToLower(name) != name {
		t.Errorf("%s: %q does not lead back to %s", file, name, id)
	}
}

func TestKindsAreOfTheLedger(t *testing.T) {
	k := load(t)
	kinds := []parley.ActorKind{parley.State, parley.Government, parley.Organisation, parley.ArmedGroup, parley.Group, parley.Outlet}
	for e := range k.Entries() {
		if !slices.Contains(kinds, e.Kind) {
			t.Errorf("%s is of kind %q", e.ID, e.Kind)
		}
	}
}

func FuzzFind(f *testing.F) {
	k := load(f)
	f.Add("the U.S.'s")
	f.Add("\xff’s")
	f.Fuzz(func(t *testing.T, name string) {
		e, ok := k.Find(name)
		if ok != (e.ID != "") {
			t.Errorf("Find(%q) = %+v, %v", name, e, ok)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	k := load(b)
	for b.Loop() {
		k.Find("the Islamic Republic of Iran")
		k.Find("U.S.")
		k.Find("Tolm Herald")
	}
}

// TestInZone gives times as the clocks stood where the outlet is.
func TestInZone(t *testing.T) {
	k := load(t)
	for _, c := range []struct{ outlet, at, want string }{
		{"Yonhap", "2026-04-13T20:10:00Z", "2026-04-14T05:10:00+09:00"},
		{"New York Times", "2026-04-14T02:00:00Z", "2026-04-13T22:00:00-04:00"},
		{"New York Times", "2026-01-14T02:00:00+01:00", "2026-01-13T20:00:00-05:00"},
		{"New York Times", "2026-04-14", "2026-04-14"},
		{"Tolm Herald", "2026-04-13T20:10:00Z", "2026-04-13T20:10:00Z"},
		{"", "2026-04-13T20:10:00Z", "2026-04-13T20:10:00Z"},
		{"Yonhap", "", ""},
	} {
		if got := k.InZone(c.outlet, c.at); got != c.want {
			t.Errorf("InZone(%q, %q) = %q, want %q", c.outlet, c.at, got, c.want)
		}
	}
}

// TestEveryStateHasAZone holds the table of zones whole, and its zones known.
func TestEveryStateHasAZone(t *testing.T) {
	k := load(t)
	for e := range k.Entries() {
		if e.Kind != parley.State {
			continue
		}
		if zone := k.Zone(e.ID); zone == "" {
			t.Errorf("%s has no zone", e.ID)
		} else if _, err := time.LoadLocation(zone); err != nil {
			t.Errorf("%s: %v", e.ID, err)
		}
	}
}
