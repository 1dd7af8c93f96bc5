package read

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"parley"
	"parley/lang"
	"parley/read/coref"
	"parley/read/date"
	"parley/read/role"
	"parley/read/statement"
)

func TestPerf(t *testing.T) {
	r, _ := New()
	shapes := map[string]string{
		"nosentence": "the envoy of the north and the river ",
		"says":       "Vaskeri said Orlen said that ",
		"saidcomma":  "Vaskeri said, ",
		"cues":       "said ",
		"quotes":     `" `,
		"curly":      `“ a `,
		"mixed":      "\"a ' b “c ‘d `` e ",
		"stories":    "\"We want peace,\" Ana Bretz said on Thursday. He said the bridge would open. ",
		"paras":      "\"We want peace,\" he said.\n\n",
		"floating":   "\"We want peace.\"\n\n",
		"dates":      "on Monday, March 3, 2026 ",
		"names":      "Ana Bretz, Davit Orlen, ",
		"newnames":   "",
		"according":  "The road was mined, according to Orlen, ",
		"the":        "The minister said the road was mined. The official said it was not. ",
		"unnamed":    "",
		"pair":       "The two leaders said the road was mined. ",
		"commas":     ", ",
		"ing":        "adding, ",
		"brackets":   "( ",
		"colon":      "A: \"b\" ",
		"junk":       "\xff\xfe\x00",
		"zalgo":      "Z\u0351\u0343\u0349",
		"they":       "They said it was so. ",
		"titles":     "President Ana Bretz said no. The president said yes. ",
		"who":        "who ",
		"capdash":    "TOLM - ",
		"and":        "A and B and ",
		"was":        "was not never said ",
	}
	sizes := []int{100_000, 400_000}
	for name, unit := range shapes {
		if w := os.Getenv("SHAPE"); w != "" && w != name {
			continue
		}
		var line string
		for _, n := range sizes {
			var text string
			switch name {
			case "newnames":
				var b strings.Builder
				for i := 0; b.Len() < n; i++ {
					fmt.Fprintf(&b, "Ana%c Bretz%c%c%c said the road was mined. ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i/17576%26)
				}
				text = b.String()
			case "unnamed":
				var b strings.Builder
				for i := 0; b.Len() < n; i++ {
					fmt.Fprintf(&b, "The bureau of x%c%c%c said the road was mined. ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
				}
				text = b.String()
			default:
				text = strings.Repeat(unit, n/len(unit))
			}
			doc := parley.Document{Text: text, Published: "2026-03-06"}
			t0 := time.Now()
			x := lang.Analyse(text)
			t1 := time.Now()
			dates := date.Read(&doc, x)
			t2 := time.Now()
			roles := role.Read(&doc, x)
			t3 := time.Now()
			found := statement.Read(x, dates)
			t4 := time.Now()
			names := lang.Names(x)
			t5 := time.Now()
			coref.Resolve(&doc, x, r.known, names, roles, found)
			t6 := time.Now()
			ms := func(a, b time.Time) int { return int(b.Sub(a).Milliseconds()) }
			line += fmt.Sprintf(" | %7d: lang %5d date %5d role %5d stmt %6d names %5d coref %6d (%d st)", n, ms(t0, t1), ms(t1, t2), ms(t2, t3), ms(t3, t4), ms(t4, t5), ms(t5, t6), len(found))
		}
		fmt.Printf("%-10s%s\n", name, line)
	}
}
