package actors_test

import (
	"testing"

	"parley"
	"parley/actors"
)

func TestResolve(t *testing.T) {
	k := load(t)
	russia := actors.Context{States: []string{"RUS"}}
	for _, c := range []struct {
		mention string
		context actors.Context
		day     string
		name    string // empty: no candidate
		of      string
	}{
		{"Sergei Lavrov", actors.Context{}, "2015-12-14", "Sergey Lavrov", "RUS"},
		{"Lavrov", actors.Context{}, "2015-12-14", "Sergey Lavrov", "RUS"},
		{"Sergej Lawrow", actors.Context{}, "", "Sergey Lavrov", "RUS"},
		{"Russian foreign minister", actors.Context{}, "2015-12-14", "Sergey Lavrov", "RUS"},
		{"the Russian Foreign Minister", actors.Context{}, "2002-12-14", "Igor Ivanov", "RUS"},
		{"the foreign minister", russia, "2015-12-14", "Sergey Lavrov", "RUS"},
		{"the foreign minister of Russia", actors.Context{}, "2015-12-14", "Sergey Lavrov", "RUS"},
		{"the Syrian leader", actors.Context{}, "2015-12-14", "Bashar al-Assad", "SYR"},
		{"the Syrian president", actors.Context{}, "2025-06-01", "Ahmed al-Sharaa", "SYR"},
		{"Iran's president", actors.Context{}, "2015-12-14", "Hassan Rouhani", "IRN"},
		{"Iran's supreme leader", actors.Context{}, "2015-12-14", "Ali Khamenei", "IRN"},
		{"the German leader", actors.Context{}, "2015-12-14", "Angela Merkel", "DEU"},
		{"U.S. Secretary of State", actors.Context{}, "2015-12-14", "John Kerry", "USA"},
		{"U.S. Secretary of State John Kerry", actors.Context{}, "2015-12-14", "John Kerry", "USA"},
		{"the U.S. defense secretary", actors.Context{}, "2015-12-14", "Ashton Carter", "USA"},
		{"Secretary of Defense Ash Carter", actors.Context{}, "2015-12-14", "Ashton Carter", "USA"},
		{"British Prime Minister", actors.Context{}, "2015-12-14", "David Cameron", "GBR"},
		{"UN Secretary-General", actors.Context{}, "2015-12-14", "Ban Ki-moon", "UN"},
		{"the U.N. special envoy for Syria", actors.Context{}, "2015-12-14", "Staffan de Mistura", "UN"},
		{"UN envoy to Yemen", actors.Context{}, "2019-12-14", "Martin Griffiths", "UN"},
		{"the EU's foreign policy chief", actors.Context{}, "2015-12-14", "Federica Mogherini", "EU"},
		{"NATO Secretary General Jens Stoltenberg", actors.Context{}, "2015-12-14", "Jens Stoltenberg", "NATO"},
		{"IAEA chief", actors.Context{}, "2021-03-01", "Rafael Grossi", "IAEA"},
		{"the U.N. human rights chief", actors.Context{}, "2015-12-14", "Zeid Ra'ad al-Hussein", "OHCHR"},
		{"UN chief", actors.Context{}, "2015-12-14", "Ban Ki-moon", "UN"},
		{"the Indian foreign secretary", actors.Context{}, "2014-12-14", "Sujatha Singh", "IND"},
		{"Kremlin spokesman Dmitry Peskov", actors.Context{}, "2015-12-14", "Dmitry Peskov", "RUS"},
		{"Russia's U.N. ambassador", actors.Context{}, "2015-12-14", "Vitaly Churkin", "RUS"},
		{"Russian ambassador to the United Nations", actors.Context{}, "2015-12-14", "Vitaly Churkin", "RUS"},
		{"Foreign Minister Walid al-Moallem", actors.Context{}, "2015-12-14", "Walid Muallem", "SYR"},
		{"the Ukrainian foreign minister", actors.Context{}, "2015-12-14", "Pavlo Klimkin", "UKR"},
		{"the French foreign minister", actors.Context{}, "2016-03-01", "Jean-Marc Ayrault", "FRA"},
		{"Hezbollah leader Hassan Nasrallah", actors.Context{}, "2015-12-14", "Hassan Nasrallah", "HEZBOLLAH"},
		{"Moscow", actors.Context{}, "", "Russia", ""},
		{"the Kremlin", actors.Context{}, "", "Russia", ""},
		{"the foreign ministry in Moscow", actors.Context{}, "", "the foreign ministry in Moscow", "RUS"},
		{"Russian officials", actors.Context{}, "", "Russian officials", "RUS"},
		{"RIA Novosti", actors.Context{}, "", "RIA Novosti", "RUS"},
		{"Hezbollah", actors.Context{}, "", "Hezbollah", "LBN"},
		{"Aleppo", actors.Context{}, "", "Aleppo", "SYR"},
		{"Varenian foreign minister", actors.Context{}, "2015-12-14", "", ""},
		{"Oru Tal", actors.Context{}, "2015-12-14", "", ""},
		{"he", actors.Context{}, "", "", ""},
		{"two men", actors.Context{}, "", "", ""},
		{"", actors.Context{}, "", "", ""},
	} {
		got := k.Resolve(c.mention, c.context, c.day)
		var first actors.Candidate
		if len(got) > 0 {
			first = got[0]
		}
		if first.Name != c.name || first.Of != c.of {
			t.Errorf("Resolve(%q, %s) = %q of %q (%d candidates), want %q of %q", c.mention, c.day, first.Name, first.Of, len(got), c.name, c.of)
		}
	}
}

func TestCheck(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		person, title, state, day string
		want                      parley.Standing
		why                       actors.Why
	}{
		{"Vitaly Churkin", "Russia's envoy to the U.S.", "", "2015-12-14", parley.AtOdds, actors.HeldAnother},
		{"Vitaly Churkin", "Russia's ambassador to the United Nations", "", "2015-12-14", parley.Confirmed, actors.HeldIt},
		{"Vitaly Churkin", "ambassador", "RUS", "2015-12-14", parley.Confirmed, actors.HeldIt},
		{"Sergei Lavrov", "Russian Foreign Minister", "", "2015-12-14", parley.Confirmed, actors.HeldIt},
		{"Lavrov", "Foreign Minister", "RUS", "2015-12-14", parley.Confirmed, actors.HeldIt},
		{"Igor Ivanov", "Russian Foreign Minister", "", "2015-12-14", parley.AtOdds, actors.HeldItThen},
		{"Igor Ivanov", "former Russian foreign minister", "", "2015-12-14", parley.Confirmed, actors.HeldItBefore},
		{"Sergei Lavrov", "former Russian foreign minister", "", "2015-12-14", parley.AtOdds, actors.StillHeldIt},
		{"John Kerry", "U.S. Secretary of State", "", "2015-12-14", parley.Confirmed, actors.HeldIt},
		{"John Kerry", "Secretary of State", "USA", "2013-01-25", parley.Confirmed, actors.HeldItAbout},
		{"Laurent Fabius", "French foreign minister", "", "2016-06-01", parley.AtOdds, actors.HeldItThen},
		{"Bashar al-Assad", "Syrian President", "", "2015-12-14", parley.Confirmed, actors.HeldIt},
		{"Bashar Assad", "Syrian leader", "", "2015-12-14", parley.Confirmed, actors.HeldIt},
		{"Oru Tal", "Russian Foreign Minister", "", "2015-12-14", parley.StandingUnknown, actors.NobodyKnown},
		{"Sergei Lavrov", "diplomat", "RUS", "2015-12-14", parley.StandingUnknown, actors.TitleTooVague},
		{"Sergei Lavrov", "Foreign Minister", "RUS", "", parley.StandingUnknown, actors.DayMissing},
		{"Staffan de Mistura", "U.N. envoy for Syria", "", "2015-12-14", parley.Confirmed, actors.HeldIt},
	} {
		got := k.Check(c.person, c.title, c.state, c.day)
		if got.Standing != c.want || got.Why != c.why {
			t.Errorf("Check(%q, %q, %q, %s) = %s: %s\n held %v\n claimed %v\n holders %v", c.person, c.title, c.state, c.day, got.Standing, got.Why, brief(got.Held), brief(got.Claimed), brief(got.Holders))
		}
	}
	churkin := k.Check("Vitaly Churkin", "Russia's envoy to the U.S.", "", "2015-12-14")
	if len(churkin.Holders) == 0 || churkin.Holders[0].Person.Name != "Sergey Kislyak" || churkin.Held[0].Office.To != "UN" {
		t.Errorf("Churkin: held %v, holders %v", brief(churkin.Held), brief(churkin.Holders))
	}
}

func brief(tenures []actors.Tenure) []string {
	var out []string
	for _, x := range tenures {
		out = append(out, x.Person.Name+", "+x.Office.Of+" "+x.Office.Name+" "+x.From+"–"+x.To)
	}
	return out
}

func BenchmarkResolve(b *testing.B) {
	k := load(b)
	k.Resolve("Aleppo", actors.Context{}, "")
	for _, mention := range []string{"Lavrov", "Sergei Lavrov", "Russian foreign minister", "U.S. Secretary of State John Kerry", "Mohammed al-Khan",
		"Muhammad Ali", "Ali Khan", "Abdul Rahman", "Ahmed Hassan", "Moscow", "Oru Tal", "members of the opposition in Aleppo", "the Syrian leader", "UN special envoy for Syria"} {
		b.Run(mention, func(b *testing.B) {
			for b.Loop() {
				k.Resolve(mention, actors.Context{States: []string{"RUS", "SYR"}}, "2015-12-14")
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load(b)
	}
}

func BenchmarkFirstName(b *testing.B) {
	for b.Loop() {
		load(b).People("Lavrov")
	}
}

func BenchmarkFirstPlace(b *testing.B) {
	for b.Loop() {
		load(b).Places("Aleppo")
	}
}

func TestResolveSpokespeople(t *testing.T) {
	k := load(t)
	for mention, want := range map[string]string{
		"the State Department spokesman":                         "John Kirby",
		"State Department spokesman Mark Toner":                  "Mark Toner",
		"White House press secretary":                            "Josh Earnest",
		"Kremlin spokesman":                                      "Dmitry Peskov",
		"the Russian Foreign Ministry spokeswoman":               "Maria Zakharova",
		"Russian Foreign Ministry spokeswoman Maria Zakharova":   "Maria Zakharova",
		"the Pentagon chief":                                     "Ashton Carter",
		"Mr. Putin":                                              "Vladimir Putin",
		"President Putin":                                        "Vladimir Putin",
		"Saudi Deputy Crown Prince Mohammed bin Salman":          "Mohammed bin Salman",
		"Deputy Foreign Minister Mikhail Bogdanov":               "Mikhail Bogdanov",
		"Chairman of the Joint Chiefs of Staff Gen. Joe Dunford": "Joseph Dunford",
	} {
		got := k.Resolve(mention, actors.Context{}, "2015-12-14")
		if len(got) == 0 || got[0].Name != want {
			t.Errorf("Resolve(%q) = %+v, want %q", mention, got, want)
		}
	}
}

// TestEverybodyIsFound looks everybody up by the whole name, on days in and far
// from the time in office.
func TestEverybodyIsFound(t *testing.T) {
	k := load(t)
	n := 0
	for e := range k.Entries() {
		for _, held := range k.Holder("president", e.ID, "2015-12-14") {
			for _, day := range []string{"2015-12-14", "1900-01-01", "", "2015"} {
				n++
				if got := k.Resolve(held.Person.Name, actors.Context{}, day); len(got) == 0 {
					t.Errorf("nobody is called %q on %q", held.Person.Name, day)
				}
			}
		}
	}
	if n < 400 {
		t.Errorf("only %d looked up", n)
	}
}
