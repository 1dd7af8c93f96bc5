package read_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley"
	"parley/actors"
	"parley/demo"
	"parley/lang"
	"parley/read"
)

// day is when the documents of these tests were published.
const day = "2026-03-06"

func newReader(t testing.TB) *read.Reader {
	t.Helper()
	r, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func stories(t testing.TB) []parley.Document {
	t.Helper()
	docs, err := demo.Stories()
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestDocumentErrors(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		name string
		doc  parley.Document
		want error
	}{
		{"English", parley.Document{Language: "en", Text: "Vaskeri said the bridge was open."}, nil},
		{"language not told", parley.Document{Text: "Vaskeri said the bridge was open."}, nil},
		{"another language", parley.Document{ID: "d1", Language: "de", Text: "Vaskeri sagte nein."}, parley.ErrLanguage},
		{"no text", parley.Document{ID: "d1"}, parley.ErrEmpty},
		{"white space", parley.Document{ID: "d1", Text: " \n\t\u00a0\n"}, parley.ErrEmpty},
	} {
		reading, err := r.Document(c.doc)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
		if err != nil && !strings.Contains(err.Error(), `"d1"`) {
			t.Errorf("%s: error %q does not name the document", c.name, err)
		}
		if reading.Document.Text != c.doc.Text {
			t.Errorf("%s: the reading lost its document", c.name)
		}
		if got := len(reading.Statements); (got > 0) != (c.want == nil) {
			t.Errorf("%s: %d statements", c.name, got)
		}
	}
}

// TestVersionNamesMakers checks that every entry's reader and version stand in
// Version, so that a ledger knows what to read again.
func TestVersionNamesMakers(t *testing.T) {
	versions := strings.Split(read.Version(), ", ")
	r := newReader(t)
	for _, doc := range stories(t) {
		reading, err := r.Document(doc)
		if err != nil {
			t.Fatal(err)
		}
		for e := range reading.Entries() {
			if maker := fmt.Sprintf("%s %d", e.Made().Reader, e.Made().Version); !slices.Contains(versions, maker) {
				t.Fatalf("%s: %s %s is by %q, not among %q", doc.ID, e.List(), e.Key(), maker, versions)
			}
		}
	}
}

// fragments are what the random texts are made of: what the readers look for, what
// ends sentences and paragraphs, and what no text should hold.
var fragments = []string{
	"Ana Bretz", "President Ilona Vaskeri", "Orlen", "the Kestrian army", "Varenia", "Iran", "the two leaders", "he", "She", "they", "we", "I",
	"the minister", "a senior official", "the Tolm Herald", "a spokesman for the ministry", "who asked not to be named", "Mr. Rell's",
	"said", "says", "told", "told reporters", "told the Meridian Wire", "added", "adding", "denied", "urged", "accused", "warned of",
	"according to", "According to", "called for", "declined to comment", "called it", "in an interview with", "in a statement", "by",
	"published by", "did not say", "never", "was", "to", "that", "whether", "and", "but", "of", "the", "with",
	"the bridge would open", "peace", "nine men", "by May", "on Thursday", "March 3, 2026", "last week", "two years ago", "at 9 a.m.",
	"\"", "“", "”", "‘", "’", "'", "``", "''", "«", "»", ",", ".", "?", "!", ":", ";", "-", "—", "--", "(", ")", "[", "]", "'s",
	"\n", "\n\n", "\n- ", "\t", "TOLM (Meridian Wire) -", "ARDO —", "1.", "%",
	"\x00", "\xff", "\xe2\x80", "\x80", "\u2028", "\ufeff", "e\u0301\u0323\u0330", "👩\u200d👧", "\u202eשלום\u202c", "ﬁ", "İ", "ſ",
}

// anyText draws a text of fragments, most of them parted by spaces.
func anyText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 60).Draw(t, "length") {
			b.WriteString(rapid.SampledFrom(fragments).Draw(t, "fragment"))
			if rapid.IntRange(0, 5).Draw(t, "gap") > 0 {
				b.WriteByte(' ')
			}
		}
		return b.String()
	})
}

// fault reads a text and says what is wrong with the reading, or "".
func fault(r *read.Reader, text string) string {
	doc := parley.Document{ID: "d", Published: day, Text: text}
	reading, err := r.Document(doc)
	if errors.Is(err, parley.ErrEmpty) {
		return ""
	}
	if err != nil {
		return err.Error()
	}
	if err := reading.Validate(); err != nil {
		return err.Error()
	}
	for e := range reading.Entries() {
		if problem := unsigned(e); problem != "" {
			return fmt.Sprintf("%s %q: %s", e.List(), e.Key(), problem)
		}
	}
	first, err := json.Marshal(reading)
	if err != nil {
		return err.Error()
	}
	again, err := r.Document(doc)
	if err != nil {
		return "second reading: " + err.Error()
	}
	if second, err := json.Marshal(again); err != nil || string(second) != string(first) {
		return fmt.Sprintf("second reading differs (%v): %s", err, cmp.Diff(reading, again))
	}
	return unstable(first)
}

// unsigned says what an entry lacks that every reader's entry has.
func unsigned(e parley.Entry) string {
	made := e.Made()
	switch {
	case e.Key() == "":
		return "no id"
	case made.Reader == "" || made.Version == 0:
		return "no reader"
	case e.List() == parley.KindActor:
		return ""
	case made.Confidence <= 0:
		return "no confidence"
	case made.Quote == "":
		return "no quote"
	}
	return ""
}

// unstable says how a reading's JSON changes when it is read and written, or "".
// Bytes that are no UTF-8 become U+FFFD in JSON, one for one, first as an escape.
func unstable(data []byte) string {
	var back parley.Reading
	if err := json.Unmarshal(data, &back); err != nil {
		return err.Error()
	}
	if err := back.Validate(); err != nil {
		return "after JSON: " + err.Error()
	}
	out, err := json.Marshal(back)
	if want := strings.ReplaceAll(string(data), `\ufffd`, "\ufffd"); err != nil || string(out) != want {
		return fmt.Sprintf("JSON differs (%v): %s", err, cmp.Diff(want, string(out)))
	}
	return ""
}

func TestAnyText(t *testing.T) {
	r := newReader(t)
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		if wrong := fault(r, text); wrong != "" {
			t.Fatalf("%q: %s", text, wrong)
		}
	})
}

func TestStoriesHold(t *testing.T) {
	r := newReader(t)
	for _, doc := range stories(t) {
		if wrong := fault(r, doc.Text); wrong != "" {
			t.Errorf("%s: %s", doc.ID, wrong)
		}
	}
}

func FuzzDocument(f *testing.F) {
	for _, seed := range []string{
		"TOLM (Meridian Wire) - \"We want peace,\" Ana Bretz told reporters on Thursday. She added that the bridge would open.\n\n\"It must.\"",
		"In an interview with the Lumen Post, the two leaders said, according to Orlen, that they accused Varenia of lying",
		"he said in a statement published by", "“ said ‘ ’s \xff said: \x00 \"", "", "\u2028İ said",
	} {
		f.Add(seed)
	}
	r, err := read.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if wrong := fault(r, text); wrong != "" {
			t.Fatalf("%q: %s", text, wrong)
		}
	})
}

// TestTrailingParagraph checks that a paragraph about something else at the end of
// a text changes nothing in what stands before it.
func TestTrailingParagraph(t *testing.T) {
	const unrelated = "\n\nThe harvest of plums was good, and the roads were dry."
	r := newReader(t)
	for _, doc := range stories(t) {
		alone, err := r.Document(doc)
		if err != nil {
			t.Fatal(err)
		}
		doc.Text += unrelated
		longer, err := r.Document(doc)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(alone.Statements, longer.Statements); diff != "" {
			t.Errorf("%s: (-alone +longer)\n%s", doc.ID, diff)
		}
	}
}

// hostile are units of text whose repetition has cost some reader of news more
// than linear work or memory. The names are those of the list of threats.
var hostile = map[string]string{
	"L01 sentence of words":      "the envoy of the north and the river ",
	"L01 sentence of cues":       "Vaskeri said Orlen said that ",
	"L01 sentence of names":      "Ana Bretz and Davit Orlen and ",
	"L01 sentence of commas":     "Ana Bretz, said, ",
	"L01 sentence of capitals":   "TOLM - ",
	"L02 straight marks":         "\" ",
	"L02 curly marks":            "“ a ",
	"L02 mixed marks":            "\"a ' b “c ‘d `` e « ",
	"L02 marks in paragraphs":    "\"We want peace.\n\n",
	"L02 floating quotations":    "\"We want peace.\"\n\n",
	"L03 tags":                   "\"We want peace,\" Ana Bretz said. ",
	"L07 one title":              "President Ana Bretz left. The envoy said no. The president said yes. ",
	"L07 pairs":                  "The two leaders said the road was mined. ",
	"L08 dates":                  "on Monday, March 3, 2026 ",
	"L10 no UTF-8":               "\xff\xfe\x00\x80 said ",
	"L12 combining marks":        "Z\u0351\u0343\u0349\u0351 ",
	"L12 right to left":          "\u202eשלום said\u202c ",
	"many pronouns":              "They said it was so. ",
	"many different names":       "Ana@ Bretz@ said the road was mined. ",
	"many of one family":         "Ana@ Bretz said the road was mined. ",
	"many unnamed bodies":        "The bureau of x@ said the road was mined. ",
	"many first-person speakers": "\"I said we said no,\" he said. ",
}

// repeated writes a unit until the text is n bytes long; @ is a different run of
// letters each time.
func repeated(unit string, n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		letters := []byte{'a' + byte(i%26), 'a' + byte(i/26%26), 'a' + byte(i/676%26)}
		b.WriteString(strings.ReplaceAll(unit, "@", string(letters)))
	}
	return b.String()
}

// TestHostile checks that the entries of a hostile text are valid, and that their
// words are together no longer than a small multiple of the text.
func TestHostile(t *testing.T) {
	r := newReader(t)
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			text := repeated(unit, 10_000)
			if wrong := fault(r, text); wrong != "" {
				t.Fatal(wrong[:min(len(wrong), 500)])
			}
			if n, most := evidence(t, r, text), 20*len(text); n > most {
				t.Errorf("%d bytes of evidence from a text of %d", n, len(text))
			}
		})
	}
}

// evidence returns how many bytes the quotes of a text's entries have together.
func evidence(t *testing.T, r *read.Reader, text string) int {
	t.Helper()
	reading, err := r.Document(parley.Document{Text: text, Published: day})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for e := range reading.Entries() {
		n += len(e.Made().Quote)
	}
	return n
}

// TestMemoryIsLinear checks that twice the text takes about twice the memory.
func TestMemoryIsLinear(t *testing.T) {
	r := newReader(t)
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			short, long := repeated(unit, 10_000), repeated(unit, 20_000)
			once, twice := allocated(t, r, short), allocated(t, r, long)
			if float64(twice) > 3*float64(once) {
				t.Errorf("%d bytes allocated for %d of text, %d for %d", once, len(short), twice, len(long))
			}
		})
	}
}

// allocated returns how many bytes reading a text allocates: the least of three
// times, since the parser's scratch memory may have been collected before one.
func allocated(t *testing.T, r *read.Reader, text string) int64 {
	t.Helper()
	least := int64(math.MaxInt64)
	for range 3 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := r.Document(parley.Document{Text: text, Published: day}); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		least = min(least, int64(after.TotalAlloc-before.TotalAlloc))
	}
	return least
}

// TestLongSentence reads ten megabytes without the end of a sentence (L01).
func TestLongSentence(t *testing.T) {
	if testing.Short() {
		t.Skip("ten megabytes")
	}
	text := "Vaskeri said that " + repeated("the envoy of the north and the river ", 10<<20)
	if got := len(lang.Analyse(text).Sentences); got != 1 {
		t.Fatalf("the text has %d sentences, want one", got)
	}
	reading, err := newReader(t).Document(parley.Document{Text: text, Published: day})
	if err != nil {
		t.Fatal(err)
	}
	if err := reading.Validate(); err != nil {
		t.Error(err)
	}
}

// TestWithFacts checks that a user's own fact decides on a role, and that a ledger
// read without it is read again.
func TestWithFacts(t *testing.T) {
	r := newReader(t)
	with, err := r.WithFacts([]actors.Fact{{Of: "RUS", Office: "Minister of Foreign Affairs", Person: "Mira Tolvan", From: "2031-01-01"}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Version() == with.Version() {
		t.Errorf("both readers are %q", r.Version())
	}
	doc := parley.Document{ID: "d", Published: "2031-05-01", Text: "Russian Foreign Minister Mira Tolvan said on Thursday that the talks would go on."}
	for reader, want := range map[*read.Reader]parley.Standing{r: parley.StandingUnknown, with: parley.Confirmed} {
		reading, err := reader.Document(doc)
		if err != nil || len(reading.Roles) != 1 || reading.Roles[0].Check == nil || reading.Roles[0].Check.Standing != want {
			t.Errorf("got %+v (%v), want one role that is %s", reading.Roles, err, want)
		}
	}
	if _, err := r.WithFacts([]actors.Fact{{Of: "no such state", Office: "Minister", Person: "Mira Tolvan"}}); err == nil {
		t.Error("a fact about no known state was taken")
	}
}

// TestDayOfTheOutlet holds that a story's weekdays count from the day that it was where its
// outlet is, and that the document keeps its own time.
func TestDayOfTheOutlet(t *testing.T) {
	r, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	for outlet, want := range map[string]string{"Yonhap": "2026-04-14", "Tolm Herald": "2026-04-07", "": "2026-04-07"} {
		const at = "2026-04-13T20:10:00Z" // a Monday in Greenwich
		reading, err := r.Document(parley.Document{Text: "The bridge was opened on Tuesday.", Outlet: outlet, Published: at})
		if err != nil {
			t.Fatal(err)
		}
		if reading.Document.Published != at || len(reading.Dates) != 1 || reading.Dates[0].Value != want {
			t.Errorf("%q: published %q, dates %+v, want %s", outlet, reading.Document.Published, reading.Dates, want)
		}
	}
}
