package lang_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/lang"
)

// marks are how the cases below write the types of names.
var marks = map[lang.NameType]string{
	lang.OtherName: "?", lang.PersonName: "person", lang.PlaceName: "place", lang.BodyName: "body", lang.Demonym: "people",
}

// marked returns a text with its names in brackets: "[Mark Vint person]".
func marked(text string) string {
	var b strings.Builder
	at := 0
	for _, n := range lang.Names(lang.Analyse(text)) {
		b.WriteString(text[at:n.Start] + "[" + n.In(text) + " " + marks[n.Type] + "]")
		at = n.End
	}
	return b.String() + text[at:]
}

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"person and title":  "They met [Varenian people] President [Mark Vint person] and Gen. [Peter Oru person].",
		"title of state":    "Secretary of State [Paul Marr person] left. So did Chief of Staff [Nina Tal person].",
		"particles":         "He saw [Omar bin al-Tal person], [Hassan al-Oru person] and [Peter van der Marr person].",
		"initial, Jr.":      "It was [Paul R. Marr, Jr. person] who came.",
		"body with of":      "The [Ministry of Foreign Affairs body] and the [Organization for Peace and Co-operation body] met.",
		"body with and":     "The [Food and Water Agency body] helped.",
		"bodies and places": "In [Paris place], the [Tolm Herald body] and [NATO body] agreed; in [Selmark place] nobody did.",
		"peoples":           "The [Kestrian people] side and the [French people] disagreed.",
		"acronyms":          "The [U.N. body] told the [U.S. place] and us.",
		"sentence starts":   "Talks began. Officials said so. [Syria place] agreed. However, it failed.",
		"known elsewhere":   "We met [Oru ?] there. [Oru ?] spoke.",
		"surname later":     "[Anna Vint person] came. Then [Vint person] left.",
		"months, weekdays":  "On Monday in March it was [Theresa May person], and not in June.",
		"place before name": "First Minister of [Scotland place] [Anna Marr person] spoke.",
		"closing quote":     "“We go,” said [Paul Tal person]. “[Kestria ?]'s border is open.”",
		"compound":          "The U.S.-led talks of Varenia-based groups ended.",
		"river bank":        "They live in the [West Bank place].",
	} {
		text := plainText(want)
		if got := marked(text); got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
}

// plainText takes the brackets and types out of a case.
func plainText(marked string) string {
	for _, m := range marks {
		marked = strings.ReplaceAll(marked, " "+m+"]", "")
	}
	return strings.ReplaceAll(marked, "[", "")
}

// checkNames fails where names overlap, stand out of order or cut tokens.
func checkNames(t interface{ Fatalf(string, ...any) }, text string) {
	a := lang.Analyse(text)
	end := 0
	for _, n := range lang.Names(a) {
		if n.First < end || n.Last <= n.First || n.Last > len(a.Tokens) || n.Start != a.Tokens[n.First].Start ||
			n.End > a.Tokens[n.Last-1].End || n.End <= n.Start {
			t.Fatalf("name %+v after token %d in %q", n, end, text)
		}
		end = n.Last
	}
}

func TestNamesInvariants(t *testing.T) {
	pieces := []string{"Mark", "Vint", "al-", "al", "bin", "Ministry", "of", "for", "and", "the", "Foreign", "Minister", "President",
		"State", "Jr.", ",", "U.N.", "Varenian", "Paris", "'s", "“", "”", "-", "May", "Jun", "5", ".", "\n\n", "\xff", "said", "House"}
	rapid.Check(t, func(t *rapid.T) {
		checkNames(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), " "))
	})
}

func FuzzNames(f *testing.F) {
	f.Add("Mark Mark Minister Jr.")
	f.Add("Secretary of State Paul R. Marr, Jr. met the Ministry of Defence and Trade in Paris.")
	f.Add("Minister of State for the \xff")
	f.Fuzz(func(t *testing.T, text string) { checkNames(t, text) })
}

func BenchmarkNames(b *testing.B) {
	text := lang.Analyse(strings.Repeat("Varenian President Mark Vint met envoys of the Ministry of Foreign Affairs in Selmark. ", 500))
	b.SetBytes(int64(len(text.Source)))
	for b.Loop() {
		lang.Names(text)
	}
}
