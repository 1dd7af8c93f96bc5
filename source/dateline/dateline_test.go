package dateline

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// tail is the sentence that follows each dateline of the table.
const tail = "The ministers of both countries met again on the border."

func TestFind(t *testing.T) {
	const published = "2019-03-05"
	tests := []struct {
		text, span, place, day, agency string
	}{
		{"GENEVA, Dec 18 (Reuters) - " + tail, "GENEVA, Dec 18 (Reuters) -", "GENEVA", "2018-12-18", "Reuters"},
		{"WASHINGTON (AP) — " + tail, "WASHINGTON (AP) —", "WASHINGTON", "", "AP"},
		{"WASHINGTON (AP) _ " + tail, "WASHINGTON (AP) _", "WASHINGTON", "", "AP"},
		{"BEIRUT, Lebanon — " + tail, "BEIRUT, Lebanon —", "BEIRUT, Lebanon", "", ""},
		{"(CNN) -- " + tail, "(CNN) --", "", "", "CNN"},
		{"(CNN)" + tail, "(CNN)", "", "", "CNN"},
		{"Abu Dhabi (CNN) -- " + tail, "Abu Dhabi (CNN) --", "Abu Dhabi", "", "CNN"},
		{"MOSCOW, October 9 (RIA Novosti). " + tail, "", "", "", ""},
		{"MOSCOW, October 9 (RIA Novosti) " + tail, "MOSCOW, October 9 (RIA Novosti)", "MOSCOW", "2018-10-09", "RIA Novosti"},
		{"MOSCOW, March 4. /TASS/. " + tail, "MOSCOW, March 4. /TASS/.", "MOSCOW", "2019-03-04", "TASS"},
		{"TOLM, Varenia, March 3, 2019 (Meridian Wire) - " + tail, "TOLM, Varenia, March 3, 2019 (Meridian Wire) -", "TOLM, Varenia", "2019-03-03", "Meridian Wire"},
		{"TOLM, 3 March (Meridian Wire) – " + tail, "TOLM, 3 March (Meridian Wire) –", "TOLM", "2019-03-03", "Meridian Wire"},
		{"TOLM March 3 (Meridian Wire) - " + tail, "TOLM March 3 (Meridian Wire) -", "TOLM", "2019-03-03", "Meridian Wire"},
		{"CAIRO (AFP) - \"" + tail + "\"", "CAIRO (AFP) -", "CAIRO", "", "AFP"},
		{"CAIRO (AFP) " + tail, "CAIRO (AFP)", "CAIRO", "", "AFP"},
		{"ST. PETERSBURG (Reuters) - " + tail, "ST. PETERSBURG (Reuters) -", "ST. PETERSBURG", "", "Reuters"},
		{"TOLM/ARDO (Reuters) - " + tail, "TOLM/ARDO (Reuters) -", "TOLM/ARDO", "", "Reuters"},
		{"NEAR BIR AL-ORU, Varenia (Reuters) - " + tail, "NEAR BIR AL-ORU, Varenia (Reuters) -", "NEAR BIR AL-ORU, Varenia", "", "Reuters"},
		{"TOLM — " + tail, "TOLM —", "TOLM", "", ""},
		{"LONDON - " + tail, "LONDON -", "LONDON", "", ""},
		{"LONDON, March 3 - " + tail, "LONDON, March 3 -", "LONDON", "2019-03-03", ""},
		{"By Ana Orell TOLM (Reuters) - " + tail, "TOLM (Reuters) -", "TOLM", "", "Reuters"},
		{"TOLM | Mon Mar 4, 2019 1:48 pm GMT TOLM (Reuters) - " + tail, "TOLM (Reuters) -", "TOLM", "2019-03-04", "Reuters"},
		{"Tue Mar 5, 2019 1:48 pm GMT (Reuters) - " + tail, "(Reuters) -", "", "2019-03-05", "Reuters"},
		{"March 3 (Reuters) - " + tail, "March 3 (Reuters) -", "", "2019-03-03", "Reuters"},
		{"A bridge near Tolm on Sunday TOLM, March 3 (Reuters) - " + tail, "TOLM, March 3 (Reuters) -", "TOLM", "2019-03-03", "Reuters"},
		{"Both sides to meet again, an official says (CNN) -- " + tail, "(CNN) --", "", "", "CNN"},
		{"Ministers meet again\n\nARDO, Kestria, Feb. 29 (AP) -- " + tail, "ARDO, Kestria, Feb. 29 (AP) --", "ARDO, Kestria", "", "AP"},
		{"ARDO, Jan. 2 (AP) -- " + tail, "ARDO, Jan. 2 (AP) --", "ARDO", "2019-01-02", "AP"},

		// What is no dateline.
		{tail, "", "", "", ""},
		{"BREAKING NEWS - Three ministers resign in Tolm after talks", "", "", "", ""},
		{"UPDATE — Ministers of both countries meet again", "", "", "", ""},
		{"NATO — The alliance's ministers meet again on the border", "", "", "", ""},
		{"MINISTERS MEET AGAIN ON THE BORDER", "", "", "", ""},
		{"TALKS END - BOTH SIDES TO MEET AGAIN", "", "", "", ""},
		{"TOLM — the capital of Varenia — is quiet this week.", "", "", "", ""},
		{"VARENIAN NATIONAL CONGRESS (VNC) - The party of the farmers met on Sunday.", "", "", "", ""},
		{"Varenian National Congress (VNC) - The party of the farmers met on Sunday.", "", "", "", ""},
		{"Ana Orell (Independent) - The member for Tolm spoke on Sunday.", "", "", "", ""},
		{"The story was first told by a reporter of the agency (AP) who was there on Sunday.", "", "", "", ""},
		{"The member for Tolm East (Independent) - The same who spoke on Sunday - has left.", "", "", "", ""},
		{"THE PRESIDENT: Thank you. Good afternoon to everybody here.", "", "", "", ""},
		{"Q What does the minister say about Tolm? (Laughter.)", "", "", "", ""},
		{"Oil prices - Brent crude in particular - fell on Monday.", "", "", "", ""},
		{"WASHINGTON (AP)", "", "", "", ""},
		{"6:33 P.M. (Local) The president spoke to the reporters.", "", "", "", ""},
		{"", "", "", "", ""},
		{strings.Repeat("A ", 1e6), "", "", "", ""},
	}
	for _, tt := range tests {
		d, ok := Find(tt.text, published)
		if ok != (tt.span != "") {
			t.Errorf("Find(%.80q) = %+v, %v", tt.text, d, ok)
			continue
		}
		got := []string{d.Span.In(tt.text), d.Place, d.Day, d.Agency}
		if diff := cmp.Diff([]string{tt.span, tt.place, tt.day, tt.agency}, got); diff != "" {
			t.Errorf("Find(%.80q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

// Without a day of publication a year is not made up.
func TestYearIsNotGuessed(t *testing.T) {
	d, ok := Find("TOLM, March 3 (Reuters) - "+tail, "")
	if !ok || d.Day != "" {
		t.Errorf("Find = %+v, %v, want a dateline without a day", d, ok)
	}
	d, _ = Find("TOLM, March 3, 2019 (Reuters) - "+tail, "")
	if d.Day != "2019-03-03" {
		t.Errorf("Find = %+v, want the day with its year", d)
	}
}

// A dateline's span lies inside its text, on whole characters, whatever stands
// around it.
func TestSpanInside(t *testing.T) {
	pieces := []string{"TOLM", "Tolm", ", Varenia", ", March 3", " (AP)", "(CNN)", " -- ", " - ", "—", "\n", "By Ana Orell ",
		"TOLM | Mon Mar 4, 2019 1:48 pm GMT ", tail, "é", " ", "“", "/TASS/", ". "}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "text"), "")
		check(t, text, "2019-03-05")
	})
}

// fataler is what rapid's and the fuzzer's checks have in common.
type fataler interface {
	Fatalf(format string, args ...any)
}

func check(t fataler, text, published string) {
	d, ok := Find(text, published)
	if !ok {
		return
	}
	if d.Span.Start < 0 || d.Span.End > len(text) || d.Span.Start >= d.Span.End {
		t.Fatalf("Find(%q) = %+v, outside the text", text, d)
	}
	quote := d.Span.In(text)
	if utf8.ValidString(text) && !utf8.ValidString(quote) {
		t.Fatalf("Find(%q) cuts a character: %q", text, quote)
	}
	if !strings.Contains(quote, d.Place) || !strings.Contains(quote, d.Agency) {
		t.Fatalf("Find(%q) = %+v, not in %q", text, d, quote)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("TOLM, Varenia, March 3, 2019 (Meridian Wire) - "+tail, "2019-03-05")
	f.Add("(CNN)"+tail, "")
	f.Add("By Ana Orell TOLM, 31 Feb (AP) —— É", "0000-00-00")
	f.Fuzz(func(t *testing.T, text, published string) { check(t, text, published) })
}

func BenchmarkFind(b *testing.B) {
	text := "Ministers meet again\n\n" + strings.Repeat(tail+"\n", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, "2019-03-05")
	}
}
